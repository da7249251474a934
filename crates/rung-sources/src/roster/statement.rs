//! `[[team]]` and what is stated of people: employment, leave, membership, reporting line, holding; and `[[position]]`.

use rung_model::roster::{Basis, Employment, Holding, Leave, Membership, Opening, ReportsTo, Team, Vacancy};

use super::{keys, person::named, times::Times};
use crate::strict::{Placed, Table, one_of};

pub(super) fn team(table: &Table<'_>) -> Option<Placed<Team>> {
    let table = named(table.clone(), "team");
    table.only(keys::TEAM);
    let (id, name, parent, times) = (table.need("id"), table.label("name"), table.label("parent"), Times::of(&table));
    let handles = table.texts("handles").into_iter().map(|(text, _)| text.trim().to_owned()).collect();
    let (id, Times { period, known }) = (id?, times?);
    let kind = table.label("kind");
    let value = Team { name: name.unwrap_or_else(|| id.clone()), parent, id, kind, handles, period, known };
    Some(Placed { place: table.place(), value })
}

pub(super) fn employment(table: &Table<'_>) -> Option<Placed<Employment>> {
    let table = of_person(table, "employment");
    table.only(keys::EMPLOYMENT);
    let (person, fte, times) = (table.need("person"), share(&table, "fte"), Times::of(&table));
    let Times { period, known } = times?;
    Some(Placed { place: table.place(), value: Employment { person: person?, fte: fte?, period, known } })
}

pub(super) fn leave(table: &Table<'_>) -> Option<Placed<Leave>> {
    let table = of_person(table, "leave");
    table.only(keys::LEAVE);
    let (person, times) = (table.need("person"), Times::of(&table));
    let Times { period, known } = times?;
    Some(Placed { place: table.place(), value: Leave { person: person?, period, known } })
}

pub(super) fn membership(table: &Table<'_>) -> Option<Placed<Membership>> {
    let table = of_person(table, "membership");
    table.only(keys::MEMBERSHIP);
    let (person, team, share) = (table.need("person"), table.need("team"), share(&table, "share"));
    let (part, times) = (table.label("part"), Times::of(&table));
    let Times { period, known } = times?;
    let value = Membership { person: person?, team: team?, share: share?, part, period, known };
    Some(Placed { place: table.place(), value })
}

pub(super) fn reports_to(table: &Table<'_>) -> Option<Placed<ReportsTo>> {
    let table = of_person(table, "reports_to");
    table.only(keys::REPORTS_TO);
    let (person, manager, times) = (table.need("person"), table.need("manager"), Times::of(&table));
    let (solid, interim) = (table.flag("solid").unwrap_or(true), table.flag("interim").unwrap_or(false));
    let Times { period, known } = times?;
    let value = ReportsTo { person: person?, manager: manager?, solid, interim, period, known };
    Some(Placed { place: table.place(), value })
}

pub(super) fn holding(table: &Table<'_>) -> Option<Placed<Holding>> {
    let table = of_person(table, "holding");
    table.only(keys::HOLDING);
    let (person, position, team) = (table.need("person"), table.need("position"), table.label("team"));
    let (share, basis, times) =
        (share(&table, "share"), chosen(&table, "basis", Basis::ALL, Basis::id), Times::of(&table));
    let Times { period, known } = times?;
    let basis = basis.unwrap_or_default();
    let value = Holding { person: person?, position: position?, team, share: share?, basis, period, known };
    Some(Placed { place: table.place(), value })
}

pub(super) fn vacancy(table: &Table<'_>) -> Option<Placed<Vacancy>> {
    let table = named(table.clone(), "position");
    table.only(keys::POSITION);
    let (id, position, team) = (table.need("id"), table.need("role"), table.need("team"));
    let (opening, person) = (chosen(&table, "status", Opening::ALL, Opening::id), table.label("person"));
    let Times { period, known } = Times::of(&table)?;
    let opening = opening.unwrap_or(if person.is_some() { Opening::Filled } else { Opening::Open });
    let value = Vacancy { id: id?, position: position?, team: team?, opening, person, period, known };
    Some(Placed { place: table.place(), value })
}

/// The table, called by kind and person.
pub(super) fn of_person<'d>(table: &Table<'d>, kind: &str) -> Table<'d> {
    match table.peek("person") {
        Some(id) => table.clone().called(format!("{kind} of `{}`", id.chars().take(60).collect::<String>())),
        None => table.clone().called(kind),
    }
}

/// A share of somebody's time, over 0 to 1.
fn share(table: &Table<'_>, key: &str) -> Option<f64> {
    if !table.has(key) {
        return Some(1.0);
    }
    let share = table.number(key)?;
    if share > 0.0 && share <= 1.0 {
        return Some(share);
    }
    let what = format!("a share of {share} is not possible");
    table.refuse(key, "bad-share", what, "give a part of the person's time, over 0 and at most 1: half is 0.5");
    None
}

/// One of the words a key may have; `None` where it is absent, and where it is another after collecting the problem.
pub(super) fn chosen<T: Copy, const N: usize>(
    table: &Table<'_>,
    key: &'static str,
    all: [T; N],
    id: impl Fn(T) -> &'static str,
) -> Option<T> {
    let text = table.has(key).then(|| table.text(key)).flatten()?;
    let found = all.into_iter().find(|one| id(*one) == text);
    if found.is_none() {
        let known = all.map(id);
        let (check, kind) = match key {
            "basis" => ("unknown-basis", "basis of a holding"),
            "status" => ("unknown-status", "status of a position"),
            "mode" => ("unknown-mode", "mode of an ownership"),
            "bucket" => ("unknown-bucket", "bucket"),
            _ => ("unknown-word", "word known here"),
        };
        table.refuse(key, check, format!("`{text}` is no {kind}"), one_of(text, &known));
    }
    found
}
