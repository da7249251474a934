//! An HR table: a row a person.

use std::collections::BTreeMap;

use rung_model::roster::{At, Fact, Membership, Roster};

/// The heads, in order.
const HEADS: [&str; 9] = ["id", "name", "email", "manager id", "title", "team", "start date", "end date", "fte"];

/// People who are in the roster, with what holds on the day: their first team and position by share. Cells that a
/// spreadsheet would run as a formula are neutralised.
pub fn csv(roster: &Roster, at: At) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let mut out = |cells: &[String]| {
        // Memory takes any row.
        let _ = writer.write_record(cells);
    };
    out(&HEADS.map(str::to_owned));
    let mut managers = BTreeMap::new();
    for line in roster.lines.iter().filter(|line| line.solid && line.stands(at)) {
        managers.entry(line.person.as_str()).or_insert(line.manager.as_str());
    }
    let mut teams: BTreeMap<&str, &Membership> = BTreeMap::new();
    for m in roster.memberships.iter().filter(|m| m.stands(at)) {
        let own = teams.entry(&m.person).or_insert(m);
        if m.share > own.share {
            *own = m;
        }
    }
    let mut titles = BTreeMap::new();
    for held in roster.holdings.iter().filter(|held| held.stands(at)) {
        titles.entry(held.person.as_str()).or_insert(held.position.as_str());
    }
    let mut employed = BTreeMap::new();
    for own in roster.employments.iter().filter(|own| own.current()) {
        employed.entry(own.person.as_str()).or_insert(own);
    }
    for person in &roster.people {
        let id = person.id.as_str();
        let of = |map: &BTreeMap<&str, &str>| map.get(id).copied().unwrap_or_default().to_owned();
        let team = teams.get(id).and_then(|m| roster.team(&m.team)).map(|team| team.name.clone());
        let own = employed.get(id);
        let day = |day: Option<jiff::civil::Date>| day.map(|day| day.to_string()).unwrap_or_default();
        out(&[
            safe(id),
            safe(&person.name),
            safe(person.addresses.first().map_or("", String::as_str)),
            safe(&of(&managers)),
            safe(&of(&titles)),
            safe(&team.unwrap_or_default()),
            day(own.and_then(|own| own.period.from)),
            day(own.and_then(|own| own.period.until?.yesterday().ok())),
            own.map_or_else(String::new, |own| own.fte.to_string()),
        ]);
    }
    writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}

/// A cell that no spreadsheet runs.
fn safe(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell.to_owned() }
}
