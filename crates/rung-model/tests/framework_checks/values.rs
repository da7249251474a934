//! What problems say, and how the checks do on a large framework.

use std::collections::BTreeSet;

use rung_model::{
    framework::{Duty, Family, Framework, Gate, Holding, Place, Places, Table, check::check},
    problem::Severity,
};

use crate::{checked, of, small::*};

fn said(framework: &Framework, id: &str) -> Vec<String> {
    let item = |item: Option<String>| item.unwrap_or_default();
    of(framework, id).into_iter().map(|problem| format!("{}: {}", item(problem.item), problem.what)).collect()
}

#[test]
fn problems_name_the_values() {
    let framework = with(|f| {
        f.positions[1].requires.remove("fire");
        f.positions[2].requires.insert("iron".to_owned(), 1);
        f.splits = vec![exact([0.3, 0.2, 0.6])];
        f.edges = vec![edge("smith", "wardn")];
    });
    let missing = "position `S2`: it says nothing about `fire` (2 of 2), which other positions of its role do";
    assert_eq!(said(&framework, "missing-cell"), [missing]);
    let falls = "position `S3`: it requires level 1 of `iron`, and `S2` below it 2";
    assert_eq!(said(&framework, "not-monotone"), [falls]);
    assert_eq!(said(&framework, "split-not-one"), ["split `smith`: the shares add up to 1.100, not to 1"]);
    let unknown = &of(&framework, "unknown-position")[0];
    assert_eq!(unknown.what, "no role and no position `wardn` is defined");
    assert_eq!(unknown.mend, "did you mean `warden`? If not, add a [[role]] or [[position]] with this id");
}

#[test]
fn words_without_a_level_and_a_level_without_words_are_missing_too() {
    let unlevelled = with(|f| {
        f.positions[1].requires.remove("fire");
        f.cells.push(cell("c", "S2", "fire", "Keeps it burning"));
    });
    let what =
        "position `S2`: it has words and no level for `fire` (2 of 2), where other positions of its role have a level";
    assert_eq!(said(&unlevelled, "missing-cell"), [what]);
    let unworded = with(|f| {
        f.cells.push(cell("a", "S1", "fire", "Lights it"));
        f.cells.push(cell("c", "S3", "fire", "Keeps it burning"));
    });
    let what =
        "position `S2`: it has a level and no words for `fire` (2 of 2), where other positions of its role have words";
    assert_eq!(said(&unworded, "missing-cell"), [what]);
}

#[test]
fn a_rank_that_is_left_out_does_not_hide_a_fall() {
    let framework = with(|f| {
        f.positions[1].requires.remove("fire");
        f.positions[0].requires.insert("fire".to_owned(), 3);
    });
    assert_eq!(said(&framework, "not-monotone").len(), 1);
}

#[test]
fn an_imported_split_that_does_not_add_up_is_a_warning() {
    let framework = with(|f| f.splits.push(exact([0.3, 0.2, 0.6])));
    assert_eq!(of(&framework, "split-not-one")[0].severity, Severity::Error);
    assert_eq!(of(&imported(framework), "split-not-one")[0].severity, Severity::Warning);
    let licence = |framework: Framework| of(&framework, "licence-missing")[0].severity;
    assert_eq!(licence(with(|f| f.license = None)), Severity::Note);
    assert_eq!(licence(imported(with(|f| f.license = None))), Severity::Warning);
}

#[test]
fn what_only_a_complete_framework_must_have_is_not_asked_of_an_imported_one() {
    let bare = complete(|f| {
        f.roles.iter_mut().for_each(|role| {
            role.family = Some(Family::Technical);
            role.stands_for_family = true;
            role.no_duties = None;
            role.name = "Smith".to_owned();
        });
        f.duties = vec![Duty { holding: Holding::Shared, ..duty("anvil", &["smith"]) }];
    });
    let told: BTreeSet<&str> = checked(&bare).iter().map(|problem| problem.check).collect();
    let expected = ["duties-or-none", "family-twice", "name-twice", "owners-and-sharing", "split-missing"];
    assert_eq!(told, BTreeSet::from(expected));
    assert_eq!(checked(&imported(bare)), []);
}

#[test]
fn bands_are_held_against_the_points_that_are_possible() {
    let points = |last| {
        with(|f| {
            f.scales = vec![points_scale(3)];
            f.bands = vec![band("one", 0.0, Some(30.0)), band("two", 31.0, Some(last))];
        })
    };
    assert_eq!(said(&points(59.0), "bands-uncovered"), ["band `two`: it ends at 59, and 60 is possible"]);
    assert_eq!(said(&points(60.0), "bands-uncovered"), Vec::<String>::new());
    let averaged = with(|f| {
        f.weights.push(weights(&[("iron", 50.0), ("fire", 50.0)]));
        f.bands = vec![open_band("one", 0.0, 1.5), open_band("two", 1.5, 3.0)];
    });
    assert_eq!(said(&averaged, "bands-uncovered"), ["band `two`: [1.5, 3) leaves out 3, which is possible"]);
    assert_eq!(said(&averaged, "bands-gap").len() + said(&averaged, "bands-overlap").len(), 0);
}

#[test]
fn decimals_and_roles_of_bands_are_kept_apart() {
    let framework = with(|f| {
        f.bands = vec![
            band("one", 1.0, Some(1.9)),
            band("two", 2.0, Some(2.9)),
            band("three", 3.1, Some(4.0)),
            band("other", 2.0, Some(9.0)),
        ];
        f.bands[3].role = Some("warden".to_owned());
    });
    assert_eq!(said(&framework, "bands-gap"), ["band `three`: nothing covers what lies between [2, 2.9] and [3.1, 4]"]);
    assert_eq!(said(&framework, "bands-overlap"), Vec::<String>::new());
}

#[test]
fn problems_are_sorted_by_place_and_told_once() {
    let framework = with(|f| {
        f.edges = vec![edge("nobody", "S1"), edge("nobody", "nobody")];
        f.gates.push(Gate { id: "g".to_owned(), band: Some("b".to_owned()), ..Gate::default() });
    });
    let mut places = Places::new(Place { file: "b.toml".to_owned(), line: 1 });
    for (table, file, line) in [(Table::Edge, "b.toml", 9), (Table::Edge, "b.toml", 4), (Table::Gate, "a.toml", 7)] {
        places.push(table, Place { file: file.to_owned(), line });
    }
    let told: Vec<String> = check(&framework, &places)
        .iter()
        .map(|problem| format!("{}:{} {}", problem.file, problem.line.unwrap(), problem.check))
        .collect();
    let expected =
        ["a.toml:7 unknown-band", "b.toml:4 step-to-itself", "b.toml:4 unknown-position", "b.toml:9 unknown-position"];
    assert_eq!(told, expected);
}
