//! Acceptance figure 6, and the shortest way against every way there is.

use std::collections::{HashSet, VecDeque};

use proptest::prelude::*;
use rung_measure::ladder::{
    points::{Profile, most_points, points},
    steps::fewest_steps,
};
use rung_model::framework::{Band, Dimension, Framework, Scale, ScaleLevel};

/// Points per milestone and the bands of github.com/Medium/snowflake: 16 tracks in four categories.
fn snowflake() -> Framework {
    let mut framework = tracks(&[1.0, 3.0, 6.0, 12.0, 20.0], 16);
    let starts = [0, 5, 11, 17, 23, 29, 36, 43, 50, 58, 66, 74, 90, 110, 135];
    for (n, min) in starts.into_iter().enumerate() {
        let name = format!("{}.{}", n / 3 + 1, n % 3 + 1);
        framework.bands.push(band("level", &name, min, starts.get(n + 1).copied(), true));
    }
    for (name, min, max) in [
        ("Engineer I", 0, Some(16)),
        ("Engineer II", 17, Some(35)),
        ("Senior Engineer", 36, Some(57)),
        ("Group Lead", 36, Some(57)),
        ("Staff Engineer", 58, Some(89)),
        ("Senior Group Lead", 58, Some(89)),
        ("Principal Engineer", 90, None),
        ("Director", 90, None),
    ] {
        framework.bands.push(band("title", name, min, max, false));
    }
    framework
}

fn tracks(worth: &[f64], count: usize) -> Framework {
    let level = |(n, points): (u32, &f64)| ScaleLevel { n, points: Some(*points), ..ScaleLevel::default() };
    let levels = (1..).zip(worth).map(level).collect();
    let dimension = |n: usize| Dimension {
        id: format!("track-{n:02}"),
        scale: Some("milestones".to_owned()),
        group: ["A", "B", "C", "D"].get(n / 4).map(|group| (*group).to_owned()),
        ..Dimension::default()
    };
    Framework {
        scales: vec![Scale { id: "milestones".to_owned(), levels, ..Scale::default() }],
        dimensions: (0..count).map(dimension).collect(),
        ..Framework::default()
    }
}

fn band(group: &str, name: &str, min: i32, max: Option<i32>, half_open: bool) -> Band {
    Band {
        id: format!("{group}-{name}"),
        group: group.to_owned(),
        name: name.to_owned(),
        min: min.into(),
        max: max.map(f64::from),
        half_open,
        ..Band::default()
    }
}

fn profile(levels: &[u32]) -> Profile {
    levels.iter().enumerate().map(|(n, level)| (format!("track-{n:02}"), *level)).collect()
}

#[test]
fn the_default_profile_reads_as_published() {
    let (framework, given) = (snowflake(), profile(&[1, 2, 3, 2, 4, 1, 1, 4, 3, 2, 0, 4, 2, 2, 3, 0]));
    let reading = points(&framework, &given, None);
    assert_eq!(reading.points, 72.0);
    let groups: Vec<(&str, f64)> = reading.groups.iter().map(|(g, n)| (g.as_deref().unwrap(), *n)).collect();
    assert_eq!(groups, [("A", 13.0), ("B", 26.0), ("C", 21.0), ("D", 12.0)]);
    assert_eq!(reading.level.unwrap().name, "4.2");
    assert_eq!((reading.next.unwrap().name.as_str(), reading.to_next), ("4.3", Some(2.0)));
    let titles: Vec<&str> = reading.titles.iter().map(|band| band.name.as_str()).collect();
    assert_eq!(titles, ["Staff Engineer", "Senior Group Lead"]);
    let way = fewest_steps(&framework, &given, 90.0).unwrap();
    assert_eq!(way.steps, 3);
    assert!(way.points >= 90.0);
}

#[test]
fn all_fives_are_320_points_at_the_top() {
    let framework = snowflake();
    let most = most_points(&framework);
    assert_eq!(most, profile(&[5; 16]));
    let reading = points(&framework, &most, None);
    assert_eq!((reading.points, reading.level.unwrap().name.as_str(), reading.next), (320.0, "5.3", None));
    assert_eq!(fewest_steps(&framework, &most, 321.0), None);
    assert_eq!(fewest_steps(&framework, &Profile::new(), 320.0).unwrap().steps, 80);
    assert_eq!(fewest_steps(&framework, &most, 320.0).unwrap().steps, 0);
}

#[test]
fn a_level_without_points_is_told() {
    let mut given = profile(&[9]);
    given.insert("gardening".to_owned(), 2);
    assert_eq!(points(&snowflake(), &given, None).without_points, ["track-00", "gardening"]);
}

/// Every way, breadth first.
fn by_brute_force(worth: &[f64], from: &[u32], target: f64) -> Option<usize> {
    let of = |levels: &[u32]| levels.iter().map(|n| if *n == 0 { 0.0 } else { worth[*n as usize - 1] }).sum::<f64>();
    let mut waiting = VecDeque::from([(from.to_vec(), 0)]);
    let mut seen = HashSet::new();
    while let Some((levels, steps)) = waiting.pop_front() {
        if of(&levels) >= target {
            return Some(steps);
        }
        for n in 0..levels.len() {
            let mut next = levels.clone();
            next[n] += 1;
            if next[n] as usize <= worth.len() && seen.insert(next.clone()) {
                waiting.push_back((next, steps + 1));
            }
        }
    }
    None
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_way_is_shorter(
        worth in prop::collection::vec(0u8..9, 1..5), from in prop::collection::vec(0u32..3, 1..5), target in 0u8..30,
    ) {
        let worth: Vec<f64> = worth.into_iter().map(f64::from).collect();
        let from: Vec<u32> = from.into_iter().map(|n| n.min(worth.len() as u32)).collect();
        let framework = tracks(&worth, from.len());
        let found = fewest_steps(&framework, &profile(&from), target.into());
        prop_assert_eq!(found.as_ref().map(|way| way.steps), by_brute_force(&worth, &from, target.into()));
        if let Some(way) = found {
            let mut reached = profile(&from);
            let mut steps = 0;
            for raise in &way.raises {
                prop_assert_eq!(reached.insert(raise.dimension.clone(), raise.to), Some(raise.from));
                steps += raise.to - raise.from;
            }
            prop_assert_eq!(steps as usize, way.steps);
            prop_assert_eq!(points(&framework, &reached, None).points, way.points);
        }
    }
}
