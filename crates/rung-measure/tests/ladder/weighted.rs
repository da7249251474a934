//! Weighted scores: half-open bands, gates that block, and what is not assessed.

use rung_measure::ladder::{points::Profile, weighted::weighted};
use rung_model::framework::{Band, Dimension, Framework, Gate, Role, Scale, ScaleLevel, Track, Weights};

fn scored() -> Framework {
    let levels = (1..=5).map(|n| ScaleLevel { n, ..ScaleLevel::default() }).collect();
    let dimension = |id: &str| Dimension { id: id.to_owned(), scale: Some("five".to_owned()), ..Dimension::default() };
    let weights = |role: Option<&str>, craft: f64| Weights {
        id: role.unwrap_or("all").to_owned(),
        role: role.map(str::to_owned),
        percent: [("craft".to_owned(), craft), ("team".to_owned(), 100.0 - craft)].into(),
        ..Weights::default()
    };
    let band = |id: &str, min: f64, max: Option<f64>| Band {
        id: id.to_owned(),
        group: "level".to_owned(),
        min,
        max,
        half_open: true,
        ..Band::default()
    };
    Framework {
        roles: vec![Role { id: "em".to_owned(), track: Some(Track::Management), ..Role::default() }],
        scales: vec![Scale { id: "five".to_owned(), levels, ..Scale::default() }],
        dimensions: vec![dimension("craft"), dimension("team")],
        weights: vec![weights(None, 70.0), weights(Some("management"), 20.0)],
        bands: vec![band("low", 0.0, Some(2.0)), band("middle", 2.0, Some(3.4)), band("high", 3.4, None)],
        gates: vec![Gate {
            id: "team first".to_owned(),
            band: Some("high".to_owned()),
            requires: [("team".to_owned(), 3)].into(),
            text: Some("has led for a year".to_owned()),
            ..Gate::default()
        }],
        ..Framework::default()
    }
}

fn profile(craft: u32, team: u32) -> Profile {
    [("craft".to_owned(), craft), ("team".to_owned(), team)].into()
}

#[test]
fn a_score_on_a_bound_lies_in_the_band_above() {
    let reading = weighted(&scored(), &profile(2, 2), None).unwrap();
    assert_eq!(reading.score, Some(2.0));
    assert_eq!(reading.bands.iter().map(|b| b.band.id.as_str()).collect::<Vec<_>>(), ["middle"]);
    let reading = weighted(&scored(), &profile(4, 2), None).unwrap();
    assert!((reading.score.unwrap() - 3.4).abs() < 1e-12);
    assert_eq!(reading.bands[0].band.id, "high", "70 % of 4 and 30 % of 2 are 3.4 but for rounding");
}

#[test]
fn a_gate_blocks_whatever_the_score() {
    let high = &weighted(&scored(), &profile(5, 2), None).unwrap().bands[0];
    assert_eq!((high.blocked.len(), high.blocked[0].needs, high.blocked[0].has), (1, 3, Some(2)));
    assert_eq!(high.instead.as_ref().unwrap().id, "middle");
    assert_eq!(high.by_hand, ["has led for a year"]);
    let open = &weighted(&scored(), &profile(5, 3), None).unwrap().bands[0];
    assert!(open.blocked.is_empty() && open.instead.is_none());
}

#[test]
fn what_is_not_assessed_leaves_a_range_and_no_score() {
    let reading = weighted(&scored(), &[("craft".to_owned(), 2)].into(), None).unwrap();
    assert_eq!((reading.score, reading.missing.as_slice(), reading.bands.len()), (None, &["team".to_owned()][..], 0));
    assert!((reading.least - 1.4).abs() < 1e-12 && (reading.most - 2.9).abs() < 1e-12);
}

#[test]
fn weights_of_a_track_hold_for_its_roles() {
    assert_eq!(weighted(&scored(), &profile(1, 5), Some("em")).unwrap().weights, "management");
    assert_eq!(weighted(&Framework::default(), &profile(1, 5), None), None);
}
