//! Two versions of a framework as terminal text: what changed, table by table, and whom it touches.

use rung_app::{framework::Versions, wire::v1::versions::what};
use rung_measure::ladder::versions::Change;

use crate::terminal::{ink::Ink, print::fold};

const WIDTH: usize = 96;
/// Most people named at one change; the rest is counted.
const NAMED: usize = 8;

/// The changes as text; `assessed` says that people were named.
pub(crate) fn versions(versions: &Versions, assessed: bool, ink: Ink) -> String {
    let diff = &versions.diff;
    if diff.is_empty() {
        return format!("Nothing changed: {} records are the same.\n", diff.same);
    }
    let count = |word: &str| diff.changes.iter().filter(|change| what(change).contains(&word)).count();
    let words = ["added", "removed", "changed", "renamed", "moved"];
    let counts: Vec<String> =
        words.iter().filter(|word| count(word) > 0).map(|word| format!("{} {word}", count(word))).collect();
    let mut out = format!("{}, {} the same\n", ink.strong(&counts.join(", ")), diff.same);
    let mut table = None;
    for (number, change) in diff.changes.iter().enumerate() {
        if table != Some(change.table) {
            table = Some(change.table);
            out.push_str(&format!("\n{}\n", ink.strong(change.table.id())));
        }
        out.push_str(&one(change));
        let people: Vec<&str> = versions
            .touches
            .iter()
            .filter(|touch| touch.change == number)
            .flat_map(|touch| touch.people.iter().map(|row| row.person.as_str()))
            .collect();
        if !people.is_empty() {
            let more = people.len().saturating_sub(NAMED);
            let named: Vec<&str> = people.iter().take(NAMED).copied().collect();
            let more = if more > 0 { format!(" and {more} more") } else { String::new() };
            out.push_str(&format!("{}\n", fold(&format!("touches {}{more}", named.join(", ")), WIDTH, 6)));
        }
    }
    if assessed {
        let mut people: Vec<&str> =
            versions.touches.iter().flat_map(|touch| touch.people.iter().map(|row| row.person.as_str())).collect();
        people.sort_unstable();
        people.dedup();
        let noun = if people.len() == 1 { "person is" } else { "people are" };
        out.push_str(&format!("\n{} assessed {noun} touched.\n", people.len()));
    }
    for row in &versions.unknown {
        out.push_str(&format!("{} holds {}, which the earlier version does not have.\n", row.person, row.position));
    }
    out
}

fn one(change: &Change) -> String {
    let named = |record: &rung_measure::ladder::versions::RecordName| match record
        .name
        .as_ref()
        .filter(|name| **name != record.id)
    {
        Some(name) => format!("{name} ({})", record.id),
        None => record.id.clone(),
    };
    let mark = match (&change.old, &change.new) {
        (None, _) => "+",
        (_, None) => "-",
        _ => "~",
    };
    let record = change.new.as_ref().or(change.old.as_ref()).map(named).unwrap_or_default();
    let words = what(change).join(" and ");
    let mut out = fold(&format!("{mark} {record}: {words}"), WIDTH, 2);
    out.push('\n');
    if change.old.is_some() && change.new.is_some() {
        for field in &change.fields {
            let (old, new) = (field.old.as_deref().unwrap_or("nothing"), field.new.as_deref().unwrap_or("nothing"));
            out.push_str(&fold(&format!("{}: {old} -> {new}", field.field), WIDTH, 6));
            out.push('\n');
        }
    }
    out
}
