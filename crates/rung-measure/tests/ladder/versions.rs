//! Two versions of a framework: what became of each record, and whom that touches.

use std::collections::BTreeSet;

use proptest::prelude::*;
use rung_measure::ladder::versions::{Assessed, Change, MatchedBy, VersionDiff, touches, versions};
use rung_model::framework::{Cell, Criterion, Edge, Framework, SplitClaim, Table};

use crate::{matrix::ladders, random::any_framework};

fn cell(id: &str, position: &str, text: &str) -> Cell {
    Cell {
        id: id.to_owned(),
        position: position.to_owned(),
        dimension: "system".to_owned(),
        criteria: vec![Criterion::of(text)],
        ..Cell::default()
    }
}

fn with_cells(cells: &[(&str, &str, &str)]) -> Framework {
    let cells = cells.iter().map(|(id, position, text)| cell(id, position, text)).collect();
    Framework { cells, ..ladders() }
}

fn ids<'d>(changes: impl Iterator<Item = &'d Change>) -> Vec<(&'d str, &'d str)> {
    let id = |name: &'d Option<rung_measure::ladder::versions::RecordName>| name.as_ref().map_or("", |n| n.id.as_str());
    changes.map(|change| (id(&change.old), id(&change.new))).collect()
}

#[test]
fn records_are_matched_by_id_then_words_then_similar_words() {
    let old = with_cells(&[
        ("stays", "D1", "reads the code of others"),
        ("edited", "D1", "fixes small bugs"),
        ("old-id", "D2", "draws maps of the whole system"),
        ("similar", "D2", "plans the work of one small team every week"),
        ("climbs", "D3", "hires people for the team"),
        ("gone", "D4", "bakes bread"),
    ]);
    let new = with_cells(&[
        ("new", "D7", "sings in the choir"),
        ("edited", "D1", "mends anything"),
        ("new-id", "D2", "Draws maps of the whole system."),
        ("alike", "D2", "plans the work of one large team every week"),
        ("climbs", "D5", "hires people for the team"),
        ("stays", "D1", "reads the code of others"),
    ]);
    let diff = versions(&old, &new);
    assert_eq!(ids(diff.added()), [("", "new")]);
    assert_eq!(ids(diff.removed()), [("gone", "")]);
    assert_eq!(ids(diff.renamed()), [("old-id", "new-id"), ("similar", "alike")]);
    assert_eq!(ids(diff.moved()), [("climbs", "climbs")]);
    assert_eq!(ids(diff.changed()), [("edited", "edited"), ("old-id", "new-id"), ("similar", "alike")]);
    let by: Vec<Option<MatchedBy>> = diff.renamed().map(|change| change.by).collect();
    assert!(matches!(by[..], [Some(MatchedBy::Text), Some(MatchedBy::Similarity(s))] if s > 0.6 && s < 1.0));
    let edited = diff.changes.iter().find(|c| c.old.as_ref().is_some_and(|old| old.id == "edited")).unwrap();
    let fields: Vec<_> = edited.fields.iter().map(|f| (f.field.as_str(), f.old.as_deref(), f.new.as_deref())).collect();
    assert_eq!(fields, [("text", Some("fixes small bugs"), Some("mends anything"))]);
}

#[test]
fn what_refers_to_a_renamed_record_is_not_changed() {
    let mut old = with_cells(&[("c", "TL5", "draws maps")]);
    old.edges.push(Edge { from: "tech_lead".to_owned(), to: "em".to_owned(), ..Edge::default() });
    let mut new = old.clone();
    new.positions.iter_mut().filter(|p| p.id == "TL5").for_each(|p| "lead-5".clone_into(&mut p.id));
    new.cells[0].position = "lead-5".to_owned();
    for role in new.roles.iter_mut().filter(|role| role.id == "em") {
        "manager".clone_into(&mut role.id);
    }
    new.positions.iter_mut().filter(|p| p.role == "em").for_each(|p| "manager".clone_into(&mut p.role));
    new.edges[0].to = "manager".to_owned();
    for claim in new.splits.iter_mut().filter(|claim| claim.role == "em") {
        "manager".clone_into(&mut claim.role);
    }
    new.hands_on.iter_mut().filter(|c| c.role == "em").for_each(|c| "manager".clone_into(&mut c.role));
    new.duties.iter_mut().flat_map(|d| &mut d.owners).filter(|o| *o == "em").for_each(|o| "manager".clone_into(o));
    let diff = versions(&old, &new);
    assert_eq!(ids(diff.changes.iter()), [("em", "manager"), ("TL5", "lead-5")]);
    assert!(diff.changes.iter().all(|change| change.renamed && !change.moved && !change.reworded));
}

fn people(old: &Framework, new: &Framework, diff: &VersionDiff, table: Table) -> Vec<String> {
    let row = |(person, position): (&str, &str)| Assessed { person: person.to_owned(), position: position.to_owned() };
    let assessed: Vec<Assessed> = [("Ada", "TL5"), ("Bo", "EM5"), ("Cy", "D1"), ("Di", "nobody")].map(row).to_vec();
    let found = touches(old, new, diff, &assessed);
    let of = found.iter().filter(|touch| diff.changes[touch.change].table == table);
    let names: BTreeSet<String> = of.flat_map(|touch| touch.people.iter().map(|row| row.person.clone())).collect();
    names.into_iter().collect()
}

#[test]
fn a_change_touches_those_assessed_against_what_it_is_about() {
    let old = with_cells(&[("c", "D1", "draws maps")]);
    let mut new = with_cells(&[("c", "D1", "reads maps")]);
    new.positions.retain(|position| position.id != "EM5");
    for position in new.positions.iter_mut().filter(|position| position.id == "TL5") {
        position.id = "lead-5".to_owned();
    }
    new.cells.push(cell("added", "lead-5", "sings in the choir"));
    "Technology of all kinds".clone_into(&mut new.dimensions[0].name);
    new.splits[0] = SplitClaim { k: 3.0, ..new.splits[0].clone() };
    let diff = versions(&old, &new);
    assert_eq!(people(&old, &new, &diff, Table::Position), ["Ada", "Bo"]);
    assert_eq!(people(&old, &new, &diff, Table::Cell), ["Ada", "Cy"], "a new cell of a renamed position");
    assert_eq!(people(&old, &new, &diff, Table::Dimension), ["Ada", "Bo", "Cy"]);
    assert_eq!(people(&old, &new, &diff, Table::Split), ["Ada"]);
}

#[test]
fn where_a_record_was_found_is_no_change() {
    let old = with_cells(&[("c", "D1", "draws maps")]);
    let mut new = old.clone();
    new.cells[0].from = rung_model::framework::Provenance::at("other.md", 7);
    assert!(versions(&old, &new).is_empty());
    new.cells[0].from.extra.insert("x-owner".to_owned(), "the choir".into());
    assert_eq!(versions(&old, &new).changed().count(), 1);
}

/// Numbers of a table's records that a diff names on one side.
fn numbers(diff: &VersionDiff, table: Table, old: bool) -> Vec<usize> {
    let of_table = diff.changes.iter().filter(|change| change.table == table);
    let side = of_table.filter_map(|change| if old { change.old.as_ref() } else { change.new.as_ref() });
    let mut numbers: Vec<usize> = side.map(|name| name.number).collect();
    numbers.sort_unstable();
    numbers
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_version_does_not_differ_from_itself(framework in any_framework(), turn in 0usize..16) {
        prop_assert!(versions(&framework, &framework).is_empty());
        let mut turned = framework.clone();
        let ids: BTreeSet<String> = framework.cells.iter().map(|cell| cell.id.clone()).collect();
        prop_assume!(ids.len() == framework.cells.len());
        turned.cells.rotate_left(turn % framework.cells.len().max(1));
        prop_assert!(versions(&framework, &turned).is_empty(), "order is no difference");
    }

    #[test]
    fn every_record_is_accounted_for_once(old in any_framework(), new in any_framework()) {
        let diff = versions(&old, &new);
        let mut same = 0;
        for (table, before, after) in [
            (Table::Scale, old.scales.len(), new.scales.len()),
            (Table::Dimension, old.dimensions.len(), new.dimensions.len()),
            (Table::Position, old.positions.len(), new.positions.len()),
            (Table::Cell, old.cells.len(), new.cells.len()),
            (Table::Extends, old.extends.len(), new.extends.len()),
        ] {
            let (was, is) = (numbers(&diff, table, true), numbers(&diff, table, false));
            prop_assert!(was.windows(2).all(|w| w[0] < w[1]) && is.windows(2).all(|w| w[0] < w[1]), "none twice");
            prop_assert!(was.iter().all(|n| *n < before) && is.iter().all(|n| *n < after));
            prop_assert_eq!(before - was.len(), after - is.len(), "what is left is the same in both");
            same += before - was.len();
        }
        let others = diff.same - same;
        let activities = rung_model::activity::Activity::ALL.len();
        prop_assert_eq!(others, 1 + 3 + activities, "framework, roles and activities");
    }
}
