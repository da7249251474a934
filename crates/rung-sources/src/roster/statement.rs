//! `[[team]]`, `[[membership]]`, `[[reports_to]]` and `[[holding]]`.

use rung_model::roster::{Basis, Holding, Membership, ReportsTo, Team};

use super::person::named;
use crate::strict::{Placed, Table, one_of};

pub(super) fn team(table: &Table<'_>) -> Option<Placed<Team>> {
    let table = named(table.clone(), "team");
    table.only(&["id", "name", "parent"]);
    let (id, name, parent) = (table.need("id"), table.label("name"), table.label("parent"));
    let id = id?;
    Some(Placed { place: table.place(), value: Team { name: name.unwrap_or_else(|| id.clone()), parent, id } })
}

pub(super) fn membership(table: &Table<'_>) -> Option<Placed<Membership>> {
    let table = of_person(table, "membership");
    table.only(&["person", "team", "share", "from", "until"]);
    let (person, team, share, period) = (table.need("person"), table.need("team"), share(&table), table.period());
    let value = Membership { person: person?, team: team?, share: share?, period: period? };
    Some(Placed { place: table.place(), value })
}

pub(super) fn reports_to(table: &Table<'_>) -> Option<Placed<ReportsTo>> {
    let table = of_person(table, "reports_to");
    table.only(&["person", "manager", "solid", "from", "until"]);
    let (person, manager, period) = (table.need("person"), table.need("manager"), table.period());
    let solid = table.flag("solid").unwrap_or(true);
    Some(Placed {
        place: table.place(),
        value: ReportsTo { person: person?, manager: manager?, solid, period: period? },
    })
}

pub(super) fn holding(table: &Table<'_>) -> Option<Placed<Holding>> {
    let table = of_person(table, "holding");
    table.only(&["person", "position", "team", "share", "basis", "from", "until"]);
    let (person, position, team) = (table.need("person"), table.need("position"), table.label("team"));
    let (share, basis, period) = (share(&table), basis(&table), table.period());
    let value = Holding { person: person?, position: position?, team, share: share?, basis: basis?, period: period? };
    Some(Placed { place: table.place(), value })
}

/// The table, called by kind and person.
fn of_person<'d>(table: &Table<'d>, kind: &str) -> Table<'d> {
    match table.has("person").then(|| table.text("person")).flatten() {
        Some(id) => table.clone().called(format!("{kind} of `{}`", id.chars().take(60).collect::<String>())),
        None => table.clone().called(kind),
    }
}

/// A share of somebody's time, over 0 to 1.
fn share(table: &Table<'_>) -> Option<f64> {
    if !table.has("share") {
        return Some(1.0);
    }
    let share = table.number("share")?;
    if share > 0.0 && share <= 1.0 {
        return Some(share);
    }
    let what = format!("a share of {share} is not possible");
    table.refuse("share", "bad-share", what, "give a part of the person's time, over 0 and at most 1: half is 0.5");
    None
}

fn basis(table: &Table<'_>) -> Option<Basis> {
    if !table.has("basis") {
        return Some(Basis::Title);
    }
    let text = table.text("basis")?;
    let basis = Basis::from_id(text);
    if basis.is_none() {
        let known = [Basis::Title, Basis::Declared, Basis::Acting, Basis::Trial].map(Basis::id);
        table.refuse("basis", "unknown-basis", format!("`{text}` is no basis of a holding"), one_of(text, &known));
    }
    basis
}
