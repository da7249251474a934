//! `[[person]]`: who they are, with their team, manager and role in short.

use rung_model::{
    identity::key,
    problem::Severity,
    roster::{Basis, Holding, Membership, Period, Person, ReportsTo},
};

use super::{draft::Draft, keys};
use crate::{
    journal::ACCOUNT,
    strict::{Placed, Table},
};

/// Adds a person and what is stated of them in short.
pub(super) fn take(table: &Table<'_>, draft: &mut Draft) {
    let table = named(table.clone(), "person");
    table.only(keys::PERSON);
    let Some(id) = table.need("id") else { return };
    let place = table.place();
    let person = Person {
        name: table.label("name").unwrap_or_else(|| id.clone()),
        addresses: addresses(&table),
        accounts: accounts(&table),
        zone: table.zone("zone"),
        schedule: table.schedule(),
        line: place.line,
        id: id.clone(),
    };
    draft.people.push(Placed { place, value: person });

    let period = Period::default();
    let team = table.label("team");
    if let Some(team) = team.clone() {
        let value = Membership { person: id.clone(), team, share: 1.0, part: None, period, known: period };
        draft.memberships.push(Placed { place: table.place_of("team"), value });
    }
    if let Some(manager) = table.label("manager") {
        let value = ReportsTo { person: id.clone(), manager, solid: true, interim: false, period, known: period };
        draft.lines.push(Placed { place: table.place_of("manager"), value });
    }
    if let Some(position) = table.label("role") {
        let value = Holding { person: id, position, team, share: 1.0, basis: Basis::Title, period, known: period };
        draft.holdings.push(Placed { place: table.place_of("role"), value });
    }
}

/// The table, called by kind and id.
pub(super) fn named<'d>(table: Table<'d>, kind: &str) -> Table<'d> {
    match table.has("id").then(|| table.text("id")).flatten() {
        Some(id) => table.called(format!("{kind} `{}`", id.chars().take(60).collect::<String>())),
        None => table.called(kind),
    }
}

fn addresses(table: &Table<'_>) -> Vec<String> {
    let mut addresses = Vec::new();
    for (text, place) in table.texts("addresses") {
        let address = text.trim().to_lowercase();
        let (local, domain) = address.split_once('@').unwrap_or_default();
        if local.is_empty() || domain.is_empty() || address.chars().any(|c| c.is_whitespace() || c.is_control()) {
            let what = format!("`{}` is no e-mail address", address.escape_debug());
            let problem = place.problem(Severity::Error, "bad-address", what, "write it as name@domain");
            table.add(problem.of_item(table.what()));
        } else if !addresses.contains(&address) {
            addresses.push(address);
        }
    }
    addresses
}

fn accounts(table: &Table<'_>) -> Vec<String> {
    let mut accounts = Vec::new();
    for (text, place) in table.texts("accounts") {
        match key::normal(text) {
            Some(key) if accounts.contains(&key) => {}
            Some(key) => accounts.push(key),
            None => {
                let what = format!("`{}` names no account", text.escape_debug());
                table.add(place.problem(Severity::Error, "bad-account", what, ACCOUNT).of_item(table.what()));
            }
        }
    }
    accounts
}
