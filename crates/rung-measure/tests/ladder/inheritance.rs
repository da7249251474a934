//! What roles take over: by name, at the same rank, in any circle.

use rung_measure::ladder::requirements::{Said, criteria_counts, requirements};
use rung_model::framework::{Anchor, Cell, Criterion, Dimension, Extends, Framework, Position, Role, Scale};

fn dimension(id: &str, name: &str) -> Dimension {
    Dimension { id: id.to_owned(), name: name.to_owned(), scale: Some("s".to_owned()), ..Dimension::default() }
}

fn cell(position: &str, dimension: &str, criteria: &[&str]) -> Cell {
    Cell {
        id: format!("{position} {dimension}"),
        position: position.to_owned(),
        dimension: dimension.to_owned(),
        criteria: criteria.iter().map(|text| Criterion::of(*text)).collect(),
        ..Cell::default()
    }
}

/// A keeper of bees takes over how anyone talks, not how anyone travels, which bees have no row for.
fn bees() -> Framework {
    let mut framework = Framework {
        scales: vec![Scale { id: "s".to_owned(), cumulative: true, ..Scale::default() }],
        dimensions: vec![
            dimension("hives", "Hives"),
            dimension("talk", "Talk"),
            dimension("any-talk", "talk"),
            dimension("travel", "Travel"),
        ],
        ..Framework::default()
    };
    for role in ["keeper", "anyone"] {
        framework.roles.push(Role { id: role.to_owned(), ..Role::default() });
        for rank in 1..=2 {
            let id = format!("{role}{rank}");
            framework.positions.push(Position { id, role: role.to_owned(), rank, ..Position::default() });
        }
    }
    framework.cells = vec![
        cell("keeper1", "hives", &["counts bees"]),
        cell("keeper1", "talk", &["hums"]),
        cell("keeper2", "hives", &["names bees", "moves hives"]),
        cell("anyone1", "any-talk", &["says hello", "says goodbye"]),
        cell("anyone2", "any-talk", &["tells stories"]),
        cell("anyone1", "travel", &["walks"]),
    ];
    framework.extends = vec![extends("keeper", "anyone", &[])];
    framework
}

fn extends(role: &str, base: &str, dimensions: &[&str]) -> Extends {
    let dimensions = dimensions.iter().map(|id| (*id).to_owned()).collect();
    Extends { role: role.to_owned(), base: base.to_owned(), dimensions, ..Extends::default() }
}

fn told(framework: &Framework, position: &str) -> Vec<(String, Vec<String>)> {
    let texts =
        |r: &rung_measure::ladder::requirements::Requirement| r.statements.iter().map(|s| s.text.clone()).collect();
    requirements(framework, position).iter().map(|r| (r.dimension.clone(), texts(r))).collect()
}

#[test]
fn dimensions_of_one_name_are_taken_over_at_the_same_rank() {
    let framework = bees();
    let found = requirements(&framework, "keeper1");
    assert_eq!(told(&framework, "keeper1")[1].1, ["hums", "says hello", "says goodbye"]);
    assert_eq!(found.len(), 2, "travel is not the keeper's");
    assert_eq!(found[1].statements[0].said, Said::Own);
    let from = Said::Inherited { role: "anyone".to_owned(), position: "anyone1".to_owned() };
    assert_eq!(found[1].statements[1].said, from);
    assert_eq!(told(&framework, "keeper2")[1].1, ["tells stories"], "a rank without a row of its own");
    let counts = criteria_counts(&framework, "keeper");
    assert_eq!((counts.own, counts.after_inheriting), (4, 7));
    let base = criteria_counts(&framework, "anyone");
    assert_eq!((base.own, base.after_inheriting), (4, 4));
}

#[test]
fn named_dimensions_limit_what_is_taken_over_and_add_what_is_missing() {
    let mut framework = bees();
    framework.extends = vec![extends("keeper", "anyone", &["travel"])];
    let names: Vec<String> = told(&framework, "keeper1").into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["hives", "talk", "travel"]);
    assert_eq!(told(&framework, "keeper1")[1].1, ["hums"]);
}

#[test]
fn circles_and_repetition_change_nothing() {
    let once = bees();
    let mut again = bees();
    again.extends.extend([
        extends("keeper", "anyone", &[]),
        extends("anyone", "keeper", &[]),
        extends("keeper", "keeper", &[]),
    ]);
    for position in ["keeper1", "keeper2"] {
        assert_eq!(told(&once, position), told(&again, position));
    }
    assert_eq!(told(&again, "anyone1")[0].1, ["says hello", "says goodbye", "hums"]);
}

#[test]
fn what_is_taken_over_passes_through_a_chain() {
    let mut framework = bees();
    framework.roles.push(Role { id: "apprentice".to_owned(), ..Role::default() });
    framework.positions.push(Position {
        id: "a1".to_owned(),
        role: "apprentice".to_owned(),
        rank: 1,
        ..Position::default()
    });
    framework.cells.push(cell("a1", "talk", &["listens"]));
    framework.extends.push(extends("apprentice", "keeper", &[]));
    assert_eq!(
        told(&framework, "a1"),
        [("talk".to_owned(), ["listens", "hums", "says hello", "says goodbye"].map(str::to_owned).to_vec())]
    );
}

#[test]
fn own_levels_stand_before_those_taken_over_and_bring_their_anchors() {
    let mut framework = bees();
    framework.positions[0].requires.insert("hives".to_owned(), 2);
    framework.positions[2].requires.extend([("any-talk".to_owned(), 1), ("hives".to_owned(), 5)]);
    for level in 1..=3 {
        let summary = Some(format!("hive {level}"));
        framework.anchors.push(Anchor { dimension: "hives".to_owned(), level, summary, ..Anchor::default() });
    }
    let found = requirements(&framework, "keeper1");
    assert_eq!((found[0].level, found[1].level), (Some(2), Some(1)));
    let anchors: Vec<&str> = found[0].statements.iter().map(|s| s.text.as_str()).collect();
    assert_eq!(anchors, ["counts bees", "hive 1", "hive 2"], "a cumulative scale includes what is below");
}

#[test]
fn what_a_position_repeats_from_its_anchor_is_said_once() {
    let mut framework = bees();
    framework.scales[0].levels =
        vec![rung_model::framework::ScaleLevel { n: 1, name: "Learns".to_owned(), ..Default::default() }];
    framework.positions[0].requires.insert("hives".to_owned(), 1);
    let summary = Some("Counts bees.".to_owned());
    framework.anchors.push(Anchor { dimension: "hives".to_owned(), level: 1, summary, ..Anchor::default() });
    for cell in &mut framework.cells {
        cell.proficiency = Some("learns".to_owned());
    }
    let found = requirements(&framework, "keeper1");
    let hives = found.iter().find(|ask| ask.dimension == "hives").unwrap();
    let said: Vec<_> = hives.statements.iter().map(|said| (said.text.as_str(), said.proficiency.as_deref())).collect();
    assert_eq!(said, [("counts bees", None)], "the level carries the word already");
}
