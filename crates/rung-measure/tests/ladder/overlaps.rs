//! Acceptance figures 2 to 5: levels of all pairs, and the four overlaps side by side.

use rung_measure::ladder::{monotone::monotone, nearest::nearest, overlap::overlap, pairs::all_pairs};
use rung_model::framework::Criterion;

use crate::matrix::ladders;

#[test]
fn levels_of_tech_leads_and_managers_overlap_as_published() {
    let framework = ladders();
    for (a, b, l1, lower, higher) in
        [("TL5", "EM5", 3, 16, 19), ("TL6", "EM6", 4, 18, 22), ("TL7", "EM7", 4, 19, 23), ("D7", "EM7", 8, 17, 25)]
    {
        let found = overlap(&framework, a, b).unwrap().levels;
        assert_eq!((found.l1(), found.lower, found.higher), (l1, lower, higher), "{a} {b}");
    }
    let ruzicka = overlap(&framework, "TL5", "EM5").unwrap().levels.ruzicka().unwrap();
    assert!((ruzicka - 0.8421).abs() < 5e-5);
}

#[test]
fn eighteen_positions_make_153_pairs() {
    let pairs = all_pairs(&ladders());
    assert_eq!(pairs.len(), 153);
    let nearest: Vec<String> =
        pairs.iter().filter(|p| p.distance.l1() == 1).map(|p| format!("{}-{}", p.a, p.b)).collect();
    assert_eq!(nearest, ["D6-D7", "TL5-EM6", "TL6-TL7", "TPM4-TPM5", "EM6-EM7"]);
    assert_eq!(pairs.iter().map(|p| p.distance.l1()).max(), Some(17));
    assert!(pairs.iter().all(|p| p.distance.l1() > 0), "no two are identical");
}

#[test]
fn every_ladder_is_monotone_until_one_is_broken() {
    let mut framework = ladders();
    for role in ["developer", "tech_lead", "tpm", "em"] {
        assert!(monotone(&framework, role).is_empty(), "{role}");
    }
    let highest = framework.positions.iter_mut().find(|p| p.id == "EM7").unwrap();
    highest.requires.insert("people".to_owned(), 2);
    let found = monotone(&framework, "em");
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].lower.as_str(), found[0].higher.as_str(), found[0].from, found[0].to), ("EM6", "EM7", 5, 2));
}

#[test]
fn four_overlaps_stand_side_by_side() {
    let framework = ladders();
    let found = overlap(&framework, "tech_lead", "em").unwrap();
    assert_eq!(found.levels.ruzicka(), None, "a role as a whole has no levels");
    assert!((found.duties.unwrap() - 0.12).abs() < 1e-12);
    assert_eq!((found.hands_on, found.hands_on_width()), (Some((0.3, 0.3)), Some(0.0)));
    for (a, b, time) in [("EM5", "TL5", 0.6), ("em", "pm", 0.5), ("tech_lead", "pm", 0.5)] {
        let found = overlap(&framework, a, b).unwrap().time.unwrap();
        assert!((found - time).abs() < 1e-9, "{a} {b}: {found}");
    }
}

#[test]
fn a_claim_about_a_position_stands_before_that_about_its_role() {
    let mut framework = ladders();
    let own = rung_model::framework::SplitClaim::exact("tech_lead", [0.3, 0.5, 0.2]).unwrap();
    framework.splits.push(rung_model::framework::SplitClaim { position: Some("TL7".to_owned()), ..own });
    let time = |a: &str| overlap(&framework, a, "EM5").unwrap().time.unwrap();
    assert!((time("TL7") - 1.0).abs() < 1e-9);
    assert!((time("TL6") - 0.6).abs() < 1e-9);
}

#[test]
fn the_nearest_positions_come_by_steps_then_by_overlap() {
    let found = nearest(&ladders(), "TL5", 3);
    let told: Vec<(&str, u64)> = found.iter().map(|near| (near.position.as_str(), near.levels.l1())).collect();
    assert_eq!(told, [("EM6", 1), ("EM7", 2), ("TL6", 3)], "18/21 with TL6, 16/19 with EM5, as far in steps");
    assert!(nearest(&ladders(), "nobody", 3).is_empty());
}

#[test]
fn without_numbers_words_decide_who_is_near() {
    let mut framework = ladders();
    framework.positions.iter_mut().for_each(|position| position.requires.clear());
    for (position, text) in
        [("D1", "fixes small bugs"), ("D2", "fixes bugs alone"), ("EM5", "hires people"), ("EM6", "fixes budgets")]
    {
        framework.cells.push(rung_model::framework::Cell {
            position: position.to_owned(),
            dimension: "system".to_owned(),
            criteria: vec![Criterion::of(text)],
            ..Default::default()
        });
    }
    let found = nearest(&framework, "D1", 2);
    assert_eq!(found.iter().map(|near| near.position.as_str()).collect::<Vec<_>>(), ["D2", "EM6"]);
}
