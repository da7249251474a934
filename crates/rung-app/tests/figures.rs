//! The figures of the catalogue (facts/ROLES.md, issue acceptance 2), on the built-in framework.

use rung_app::{roles, wire::v1::roles as wire};
use rung_measure::roles::{bucket_disagreements, counts_by_source};
use rung_model::framework::Basis;
use rung_sources::framework::builtin;

fn named(names: &[&str]) -> Vec<String> {
    names.iter().map(|n| (*n).to_owned()).collect()
}

#[test]
fn three_splits_are_sourced_and_all_others_are_our_synthesis() {
    let framework = builtin();
    for (role, split) in [("em", [0.3, 0.5, 0.2]), ("pm", [0.8, 0.1, 0.1]), ("tech_lead", [0.3, 0.1, 0.6])] {
        let claim = framework.split_of(role).unwrap();
        assert_eq!(claim.split.parts(), split, "{role}");
        assert_eq!((claim.basis, claim.source.as_deref()), (Basis::Sourced, Some("B")), "{role}");
    }
    assert_eq!(framework.splits.iter().filter(|c| c.basis == Basis::Sourced).count(), 3);
}

#[test]
fn tl_and_em_by_source_c_have_11_11_and_3_duties() {
    let framework = builtin();
    let c = counts_by_source(&framework, "tech_lead", "em")["C"];
    assert_eq!((c.only_a, c.only_b, c.shared), (11, 11, 3));
    assert!((c.jaccard().unwrap() - 0.12).abs() < 1e-9);
}

#[test]
fn the_json_of_the_comparison_carries_these_numbers() {
    let framework = builtin();
    let compared = roles::compare(&framework, &named(&["TL", "EM"])).unwrap();
    let json = serde_json::to_value(wire::Comparisons::of(&compared.pairs)).unwrap();
    let pair = &json["pairs"][0];
    assert_eq!(pair["time_overlap"], 0.6);
    assert_eq!(pair["duties_by_source"]["C"]["jaccard"], 0.12);
    assert_eq!(pair["hands_on_common"], serde_json::json!([0.3, 0.3]));
    assert_eq!((pair["skills_higher"].as_u64(), pair["skills_lower"].as_u64()), (Some(17), Some(13)));
    assert_eq!(pair["skills_same"], 6);
    assert!(pair["duties"]["jaccard"].as_f64().unwrap() > 0.0, "the merged catalogue stands beside it");
}

#[test]
fn over_the_unmerged_rows_tl_has_31_em_26_and_3_are_shared() {
    let framework = builtin();
    let stated =
        |role: &str| framework.duties_of(role).flat_map(|d| &d.stated).filter(|(key, _)| !key.starts_with('A')).count();
    let shared =
        framework.duties_of("tech_lead").filter(|d| d.owners.iter().any(|o| o == "em")).flat_map(|d| &d.stated).count();
    assert_eq!((stated("tech_lead"), stated("em"), shared), (31, 26, 3));
    let rows = framework.duties.iter().flat_map(|d| &d.stated).filter(|(key, _)| !key.contains(':')).count();
    assert_eq!(rows, 77);
}

#[test]
fn source_b_disagrees_seven_times_with_our_buckets() {
    let framework = builtin();
    let found: Vec<String> = bucket_disagreements(&framework, "B").into_iter().map(|d| d.statement).collect();
    assert_eq!(found, ["B1", "B2", "B6", "B7", "B8", "B10", "B12"]);
}

#[test]
fn hands_on_claims_compete_and_the_ranges_touch_at_30() {
    let framework = builtin();
    assert_eq!(framework.hands_on.iter().filter(|c| c.role == "tech_lead").count(), 2);
    assert_eq!(framework.hands_on.iter().filter(|c| c.role == "em").count(), 2);
    let (tl, em) = (framework.hands_on_of("tech_lead").unwrap(), framework.hands_on_of("em").unwrap());
    assert_eq!((tl.min, tl.max, em.min, em.max), (0.3, 0.7, 0.0, 0.3));
}

#[test]
fn junior_to_director_takes_10_to_15_years_plus_an_unknown_step() {
    let framework = builtin();
    let paths = roles::paths(&framework, Some("junior"), Some("director")).unwrap();
    let usual = paths
        .iter()
        .find(|p| p.roles() == ["junior", "senior", "tech_lead", "em", "director"])
        .expect("the usual way is among them");
    let years = usual.years.unwrap();
    assert_eq!((years.min, years.max, usual.unknown_steps), (10.0, 15.0, 1));
    assert!(usual.duration().contains("10–15 years"), "{}", usual.duration());
    assert_eq!(paths[0].roles(), usual.roles(), "the best documented way comes first");
}

#[test]
fn a_level_that_does_not_exist_is_answered_with_those_that_do() {
    let framework = builtin();
    let error = roles::role(&framework, "EM4").unwrap_err();
    assert_eq!(error.to_string(), "Engineering manager has no level 4; it has EM5, EM6, EM7");
}
