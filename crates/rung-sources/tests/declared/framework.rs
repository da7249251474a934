//! The built-in framework against the facts it was made from: every figure by name.

use std::collections::BTreeSet;

use rung_model::{
    activity::Activity,
    framework::{Basis, Duty, Edge, Family, Framework, Holding},
    kind::ActivityMap,
};
use rung_sources::framework::builtin;

/// How many of the duties that `keep` keeps only one of the two owns, only the other, and both.
fn owned(framework: &Framework, a: &str, b: &str, keep: impl Fn(&&Duty) -> bool) -> (usize, usize, usize) {
    let owns = |duty: &Duty, role: &str| duty.owners.iter().any(|owner| owner == role);
    let kept: Vec<&Duty> = framework.duties.iter().filter(keep).collect();
    let count = |only: &dyn Fn(&Duty) -> bool| kept.iter().filter(|duty| only(duty)).count();
    (
        count(&|duty| owns(duty, a) && !owns(duty, b)),
        count(&|duty| owns(duty, b) && !owns(duty, a)),
        count(&|duty| owns(duty, a) && owns(duty, b)),
    )
}

/// Keys of the statements behind a role's duties.
fn statements<'f>(framework: &'f Framework, role: &str) -> BTreeSet<&'f str> {
    framework.duties_of(role).flat_map(|duty| duty.stated.iter().map(|(key, _)| key.as_str())).collect()
}

fn edge<'f>(framework: &'f Framework, from: &str, to: &str) -> &'f Edge {
    framework.edges.iter().find(|edge| edge.from == from && edge.to == to).expect("the edge is in the facts")
}

/// FRAMEWORKS figure 4, ROLES "Responsibilities": 11 / 11 / 3, Jaccard .12.
#[test]
fn duties_of_tech_lead_and_manager_by_source_c() {
    let framework = builtin();
    let (only_lead, only_manager, shared) = owned(&framework, "tech_lead", "em", |duty| duty.is_from("C"));
    assert_eq!((only_lead, only_manager, shared), (11, 11, 3));
    assert!((3.0_f64 / 25.0 - 0.12).abs() < 1e-9);
    for duty in framework.duties.iter().filter(|duty| duty.holding == Holding::Shared) {
        assert_eq!(duty.owners, ["tech_lead", "em"]);
    }
    assert_eq!(owned(&framework, "tech_lead", "em", |_| true), (23, 15, 3));
}

/// ROLES "Responsibilities": over the unmerged 77 rows TL has 31, EM 26, shared 3.
#[test]
fn every_published_statement_stands_behind_exactly_one_duty() {
    let framework = builtin();
    let all: Vec<&str> = framework.duties.iter().flat_map(|d| d.stated.iter().map(|(key, _)| key.as_str())).collect();
    let rows = [("A", 11), ("B", 12), ("C", 25), ("D", 23), ("E", 6)];
    let expected: BTreeSet<String> =
        rows.iter().flat_map(|(source, last)| (1..=*last).map(move |n| format!("{source}{n}"))).collect();
    let numbered: BTreeSet<String> = all.iter().filter(|key| !key.contains(':')).map(|key| (*key).to_owned()).collect();
    assert_eq!((expected.len(), numbered), (77, expected));
    assert_eq!(all.len(), all.iter().collect::<BTreeSet<_>>().len());
    let (lead, manager) = (statements(&framework, "tech_lead"), statements(&framework, "em"));
    assert_eq!((lead.len(), manager.len(), lead.intersection(&manager).count()), (31, 26, 3));
    let anyone = framework.duties.iter().filter(|duty| duty.owners == ["any"]).count();
    assert_eq!(anyone, 11);
}

/// ROLES "The sources repeat each other".
#[test]
fn equal_duties_of_several_sources_are_one() {
    let framework = builtin();
    for equal in [vec!["C16", "D6"], vec!["C5", "D3"], vec!["C13", "D7"], vec!["B9", "C3", "D4"]] {
        let behind = |duty: &&Duty| equal.iter().all(|key| duty.stated.iter().any(|(own, _)| own == key));
        assert_eq!(framework.duties.iter().filter(behind).count(), 1, "{equal:?}");
    }
}

/// ROLES "Responsibilities": seven of B's twelve contradict A's definition of the buckets.
#[test]
fn source_b_disagrees_about_seven_of_its_twelve() {
    let framework = builtin();
    let mut disagree: Vec<&str> = Vec::new();
    let mut twelve = 0;
    for duty in &framework.duties {
        for (key, filed) in duty.stated.iter().filter(|(key, _)| key.starts_with('B') && !key.contains(':')) {
            twelve += 1;
            let filed = filed.expect("source B files each of its duties under a bucket");
            disagree.extend((Some(filed) != duty.bucket).then_some(key.as_str()));
        }
    }
    disagree.sort_by_key(|key| key[1..].parse::<u32>().unwrap());
    assert_eq!(twelve, 12);
    assert_eq!(disagree, ["B1", "B2", "B6", "B7", "B8", "B10", "B12"]);
}

/// ROLES "Roles": 16 roles and a variant with a split, and the entry nodes.
#[test]
fn seventeen_profiles_and_the_entry_nodes() {
    let framework = builtin();
    let with_split: Vec<_> = framework.roles.iter().filter(|r| framework.split_of(&r.id).is_some()).collect();
    assert_eq!((with_split.len(), framework.splits.len(), framework.roles.len()), (17, 17, 20));
    let variants: Vec<_> = with_split.iter().filter_map(|role| role.variant_of.as_deref()).collect();
    assert_eq!(variants, ["cto"]);
    for role in &framework.roles {
        assert_eq!(framework.duties_of(&role.id).next().is_none(), role.no_duties.is_some(), "{}", role.id);
        assert_eq!(role.family.is_some(), framework.split_of(&role.id).is_some(), "{}", role.id);
    }
    let standing: Vec<_> =
        framework.roles.iter().filter(|r| r.stands_for_family).map(|r| (r.id.as_str(), r.family)).collect();
    let wanted = [("tech_lead", Family::Technical), ("em", Family::People), ("pm", Family::Coordination)];
    assert_eq!(standing, wanted.map(|(id, family)| (id, Some(family))));
}

/// ROLES "Splits".
#[test]
fn three_splits_are_sourced_and_every_other_is_our_synthesis() {
    let framework = builtin();
    let sourced = [("tech_lead", [0.3, 0.1, 0.6]), ("em", [0.3, 0.5, 0.2]), ("pm", [0.8, 0.1, 0.1])];
    for (role, parts) in sourced {
        let claim = framework.split_of(role).unwrap();
        assert!(claim.split.parts().iter().zip(parts).all(|(a, b)| (a - b).abs() < 1e-12), "{role}");
        assert_eq!((claim.basis, claim.source.as_deref()), (Basis::Sourced, Some("B")));
    }
    let others = framework.splits.iter().filter(|claim| !sourced.iter().any(|(role, _)| claim.role == *role));
    assert!(others.clone().all(|claim| claim.basis == Basis::Synthesis && claim.source.is_none()));
    assert_eq!(others.count(), 14);
    assert_eq!(framework.split_of("cto").map(|claim| claim.k), Some(8.0));
}

/// ROLES "Splits": TL 30-70 and EM 0-30 (C) touch at 30; D and E compete and are kept.
#[test]
fn hands_on_ranges_touch_at_thirty_and_competing_claims_stand_beside() {
    let framework = builtin();
    let (lead, manager) = (framework.hands_on_of("tech_lead").unwrap(), framework.hands_on_of("em").unwrap());
    assert_eq!((lead.min, lead.max, manager.min, manager.max), (0.3, 0.7, 0.0, 0.3));
    let claims: Vec<_> = framework
        .hands_on
        .iter()
        .map(|claim| (claim.role.as_str(), claim.source.as_deref().unwrap(), claim.min, claim.max))
        .collect();
    let kept =
        [("tech_lead", "C", 0.3, 0.7), ("tech_lead", "D", 0.7, 0.8), ("em", "C", 0.0, 0.3), ("em", "E", 0.0, 0.1)];
    assert_eq!(claims, kept);
}

/// ROLES "Paths": junior -> director is 10-15 years plus an unknown TL -> EM step.
#[test]
fn junior_to_director_is_ten_to_fifteen_years_and_an_unknown_step() {
    let framework = builtin();
    let way = [("junior", "senior"), ("senior", "tech_lead"), ("tech_lead", "em"), ("em", "director")];
    let years: Vec<_> = way.iter().map(|(from, to)| edge(&framework, from, to).years).collect();
    assert_eq!(years.iter().filter(|years| years.is_none()).count(), 1);
    assert_eq!(years[2], None);
    let known = || years.iter().flatten();
    assert_eq!((known().map(|y| y.min).sum::<f64>(), known().map(|y| y.max).sum::<f64>()), (10.0, 15.0));
    assert_eq!(edge(&framework, "tech_lead", "em").sources, ["B", "D", "E"]);
    assert_eq!(framework.edges.len(), 18);
}

/// FRAMEWORKS figures 1 to 3.
#[test]
fn eighteen_positions_stand_apart_and_every_ladder_rises() {
    let framework = builtin();
    let axes = ["technology", "system", "people", "process", "influence"];
    assert_eq!(framework.dimensions.iter().map(|axis| axis.id.as_str()).collect::<Vec<_>>(), axes);
    assert!(axes.iter().all(|axis| framework.scale_of(axis).is_some_and(|scale| scale.levels.len() == 5)));
    let levels = |id: &str| {
        let position = framework.positions.iter().find(|position| position.id == id).unwrap();
        axes.map(|axis| position.requires[axis])
    };
    let ids: Vec<&str> = framework.positions.iter().map(|position| position.id.as_str()).collect();
    assert_eq!(ids.len(), 18);
    assert_eq!(framework.find_position("EM4"), None);
    assert_eq!((levels("TL4"), levels("EM5")), ([2, 3, 4, 4, 1], [3, 3, 5, 4, 2]));
    let apart = |a: &str, b: &str| levels(a).iter().zip(levels(b)).map(|(a, b)| a.abs_diff(b)).sum::<u32>();
    assert_eq!((apart("TL5", "EM5"), apart("TL6", "EM6"), apart("TL7", "EM7"), apart("D7", "EM7")), (3, 4, 4, 8));
    let mut pairs = Vec::new();
    for (n, a) in ids.iter().enumerate() {
        pairs.extend(ids[n + 1..].iter().map(|b| (apart(a, b), *a, *b)));
    }
    assert_eq!(pairs.len(), 153);
    let ones: Vec<_> = pairs.iter().filter(|pair| pair.0 == 1).map(|pair| (pair.1, pair.2)).collect();
    assert_eq!(ones, [("D6", "D7"), ("TL5", "EM6"), ("TL6", "TL7"), ("TPM4", "TPM5"), ("EM6", "EM7")]);
    assert_eq!((pairs.iter().map(|p| p.0).max(), pairs.iter().map(|p| p.0).min()), (Some(17), Some(1)));
    for pair in ids.windows(2) {
        let ladder = |id: &str| id.trim_end_matches(|c: char| c.is_ascii_digit()).to_owned();
        if ladder(pair[0]) == ladder(pair[1]) {
            assert!(levels(pair[0]).iter().zip(levels(pair[1])).all(|(a, b)| *a <= b), "{pair:?}");
        }
    }
}

/// ROLES "Skills and shifts": 36 skills with a level for each role.
#[test]
fn thirty_six_skills_have_a_level_for_every_role_with_a_split_of_its_own() {
    let framework = builtin();
    assert_eq!(framework.skills.len(), 36);
    assert!(framework.skills.iter().all(|skill| skill.levels.len() == 16));
    let coding = framework.skills.iter().find(|skill| skill.id == "coding").unwrap();
    assert_eq!((coding.levels["tech_lead"].name(), coding.levels["em"].name()), ("expert", "working"));
}

#[test]
fn activities_count_where_measure_section_3_says() {
    let framework = builtin();
    assert_eq!(framework.activities, ActivityMap::default());
    assert_eq!(Activity::ALL.len(), 27);
    assert!(framework.norms.iter().all(|norm| !norm.source.is_empty()) && framework.norms.len() == 8);
}

#[test]
fn roles_are_found_by_what_people_call_them() {
    let framework = builtin();
    for (name, id) in [
        ("TL", "tech_lead"),
        ("tech-lead", "tech_lead"),
        ("TL5", "tech_lead"),
        ("EM", "em"),
        ("TPM", "tpm"),
        ("Product Manager", "pm"),
        ("VP", "vp_eng"),
        ("Engineering manager 6", "em"),
        ("D2", "junior"),
        ("d6", "senior"),
    ] {
        assert_eq!(framework.find_role(name).map(|role| role.id.as_str()), Some(id), "{name}");
    }
    assert_eq!(framework.find_role("wizard"), None);
}

/// The built-in framework says the same as the machine-readable facts, where those are at hand.
#[test]
fn the_facts_are_carried_over_number_by_number() {
    let facts = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/facts");
    if !facts.is_dir() {
        return;
    }
    let framework = builtin();
    let read = |name: &str| std::fs::read_to_string(facts.join(name)).unwrap();
    let priors: serde_json::Value = serde_json::from_str(&read("priors.json")).unwrap();
    for (role, row) in priors.as_object().unwrap() {
        let claim = framework.split_of(role).unwrap();
        let parts = [claim.split.strategy, claim.split.people, claim.split.building, claim.k];
        for (part, key) in parts.iter().zip(["S", "P", "B", "k"]) {
            assert!((part - row[key].as_f64().unwrap()).abs() < 1e-9, "{role} {key}");
        }
    }
    for line in read("responsibilities.csv").lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        let duty = framework.duties.iter().find(|d| d.stated.iter().any(|(key, _)| key == cells[0])).unwrap();
        let bucket = |letter: &str| duty.bucket.is_some_and(|b| b.id().to_uppercase().starts_with(letter));
        assert!(bucket(cells[4]), "{line}: {:?}", duty.bucket);
        assert_eq!(duty.owners.join("|"), cells[2], "{line}");
        if cells[5] == "shared" {
            assert_eq!(duty.holding, Holding::Shared, "{line}");
        }
        if matches!(cells[3], "S" | "P" | "B") {
            let filed = duty.stated.iter().find(|(key, _)| key == cells[0]).unwrap().1.unwrap();
            assert!(filed.id().to_uppercase().starts_with(cells[3]), "{line}");
        }
    }
    let skills = read("skills.csv");
    let head: Vec<&str> = skills.lines().next().unwrap().split(',').collect();
    for (line, skill) in skills.lines().skip(1).zip(&framework.skills) {
        let cells: Vec<&str> = line.split(',').collect();
        assert_eq!(skill.bucket.id(), cells[1]);
        for (role, level) in head.iter().zip(&cells).skip(2) {
            assert_eq!(skill.levels[*role].0.to_string(), *level, "{line} {role}");
        }
    }
    for line in read("ladder_matrix.csv").lines().filter(|line| !line.starts_with('#')).skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        let position = framework.positions.iter().find(|position| position.id == cells[0]).unwrap();
        for (axis, level) in ["technology", "system", "people", "process", "influence"].iter().zip(&cells[1..]) {
            assert_eq!(position.requires[*axis].to_string(), *level, "{line}");
        }
    }
}
