//! `[[responsibility]]`, `[[capacity]]` and `[[ownership]]`: what a team must carry, who has time for it, who has declared it.

use std::collections::BTreeMap;

use rung_model::{
    bucket::Bucket,
    roster::{Capacity, Fit, Mode, Ownership, TeamDuty, Wish},
};

use super::{
    keys,
    statement::{chosen, of_person},
    times::Times,
};
use crate::strict::{Placed, Table, one_of};

/// Most hours a week that one responsibility or one person may have.
const HOURS_A_WEEK: f64 = 168.0;

pub(super) fn duty(table: &Table<'_>) -> Option<Placed<TeamDuty>> {
    let table = match (table.peek("id"), table.peek("team")) {
        (Some(id), Some(team)) => table.clone().called(format!("responsibility `{}` of `{}`", short(id), short(team))),
        _ => table.clone().called("responsibility"),
    };
    table.only(keys::RESPONSIBILITY);
    let (team, duty, name) = (table.need("team"), table.need("id"), table.label("name"));
    let bucket = chosen(&table, "bucket", Bucket::ALL, Bucket::id);
    table.needs("hours");
    let hours = hours(&table);
    let shared = table.has("shared").then(|| table.flag("shared")).flatten();
    let fits = words(&table, "fit", Fit::ALL, Fit::id);
    let wishes = words(&table, "wish", Wish::ALL, Wish::id);
    let pinned = table.label("pinned");
    let Times { period, known } = Times::of(&table)?;
    let value =
        TeamDuty { team: team?, duty: duty?, name, bucket, hours: hours?, shared, fits, wishes, pinned, period, known };
    Some(Placed { place: table.place(), value })
}

pub(super) fn capacity(table: &Table<'_>) -> Option<Placed<Capacity>> {
    let table = of_person(table, "capacity");
    table.only(keys::CAPACITY);
    let (person, team) = (table.need("person"), table.need("team"));
    table.needs("hours");
    let hours = hours(&table);
    let Times { period, known } = Times::of(&table)?;
    Some(Placed {
        place: table.place(),
        value: Capacity { person: person?, team: team?, hours: hours?, period, known },
    })
}

pub(super) fn ownership(table: &Table<'_>) -> Option<Placed<Ownership>> {
    let table = of_person(table, "ownership");
    table.only(keys::OWNERSHIP);
    let (person, team, duty) = (table.need("person"), table.need("team"), table.need("responsibility"));
    let mode = chosen(&table, "mode", Mode::ALL, Mode::id).unwrap_or(Mode::Own);
    let delegation = table.has("delegation").then(|| table.whole("delegation", 1, 7)).flatten();
    let delegation = delegation.and_then(|level| u8::try_from(level).ok());
    let trial = table.flag("trial").unwrap_or(false);
    let Times { period, known } = Times::of(&table)?;
    let value = Ownership { person: person?, team: team?, duty: duty?, mode, delegation, trial, period, known };
    Some(Placed { place: table.place(), value })
}

/// Hours a week, 0 to a whole week.
fn hours(table: &Table<'_>) -> Option<f64> {
    let hours = table.number("hours")?;
    if (0.0..=HOURS_A_WEEK).contains(&hours) {
        return Some(hours);
    }
    let what = format!("{hours} hours a week are not possible");
    table.refuse("hours", "bad-hours", what, "give hours a week, from 0 to 168");
    None
}

/// A small table of ids with one word each.
fn words<T: Copy, const N: usize>(
    table: &Table<'_>,
    key: &str,
    all: [T; N],
    id: impl Fn(T) -> &'static str,
) -> BTreeMap<String, T> {
    let mut found = BTreeMap::new();
    let Some(inner) = table.has(key).then(|| table.table(key)).flatten() else { return found };
    for who in inner.keys() {
        let Some(text) = inner.text(who) else { continue };
        match all.into_iter().find(|one| id(*one) == text) {
            Some(one) => {
                found.insert(who.to_owned(), one);
            }
            None => inner.refuse(
                who,
                "unknown-word",
                format!("`{text}` is no word for `{key}`"),
                one_of(text, &all.map(&id)),
            ),
        }
    }
    found
}

fn short(id: &str) -> String {
    id.chars().take(60).collect()
}
