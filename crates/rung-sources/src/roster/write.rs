//! A roster as TOML: every statement, always the same for the same roster.

use jiff::civil::Date;
use rung_model::{
    roster::{
        Basis, Capacity, Employment, Holding, Leave, Membership, Mode, Ownership, Period, Person, ReportsTo, Roster,
        Team, TeamDuty, Vacancy,
    },
    schedule::Schedule,
};
use toml::value::Datetime;

use crate::tree::{Map, Node, to_toml};

/// The files of a roster's folder by name, those without a statement left out.
pub fn write(roster: &Roster) -> Vec<(&'static str, String)> {
    let mut teams = Map::default();
    if let Some(organisation) = &roster.organisation {
        teams.set("organisation", organisation.as_str());
    }
    list(&mut teams, "team", &roster.teams, team);
    list(&mut teams, "position", &roster.vacancies, vacancy);
    let mut people = Map::default();
    list(&mut people, "person", &roster.people, person);
    list(&mut people, "employment", &roster.employments, employment);
    list(&mut people, "leave", &roster.leaves, leave);
    let mut parts = Map::default();
    list(&mut parts, "membership", &roster.memberships, membership);
    list(&mut parts, "holding", &roster.holdings, holding);
    let mut lines = Map::default();
    list(&mut lines, "reports_to", &roster.lines, line);
    let mut duties = Map::default();
    list(&mut duties, "responsibility", &roster.duties, duty);
    list(&mut duties, "capacity", &roster.capacities, capacity);
    list(&mut duties, "ownership", &roster.ownerships, ownership);
    let files = [
        ("teams.toml", teams),
        ("people.toml", people),
        ("memberships.toml", parts),
        ("lines.toml", lines),
        ("responsibilities.toml", duties),
    ];
    files.into_iter().filter(|(_, map)| !map.is_empty()).map(|(name, map)| (name, to_toml(&Node::new(map)))).collect()
}

/// The whole roster as one file.
pub fn one_file(roster: &Roster) -> String {
    let files: Vec<String> = write(roster).into_iter().map(|(_, text)| text).collect();
    files.join("\n")
}

fn list<T>(map: &mut Map, key: &str, all: &[T], one: impl Fn(&T) -> Map) {
    if !all.is_empty() {
        map.set(key, all.iter().map(|fact| Node::new(one(fact))).collect::<Vec<_>>());
    }
}

fn team(team: &Team) -> Map {
    let mut map = Map::default();
    map.set("id", team.id.as_str());
    if team.name != team.id {
        map.set("name", team.name.as_str());
    }
    text(&mut map, "parent", team.parent.as_deref());
    text(&mut map, "kind", team.kind.as_deref());
    texts(&mut map, "handles", &team.handles);
    times(&mut map, team.period, team.known);
    map
}

fn person(person: &Person) -> Map {
    let mut map = Map::default();
    map.set("id", person.id.as_str());
    if person.name != person.id {
        map.set("name", person.name.as_str());
    }
    texts(&mut map, "addresses", &person.addresses);
    texts(&mut map, "accounts", &person.accounts);
    text(&mut map, "zone", person.zone.as_deref());
    if let Some(schedule) = &person.schedule {
        hours(&mut map, schedule);
    }
    map
}

fn hours(map: &mut Map, schedule: &Schedule) {
    let clock = |minutes: u16| format!("{:02}:{:02}", minutes / 60, minutes % 60);
    map.set("hours", format!("{}-{}", clock(schedule.start), clock(schedule.end)));
    map.set("lunch", u32::from(schedule.lunch));
    let day = |day: &jiff::civil::Weekday| Node::new(format!("{day:?}").chars().take(3).collect::<String>());
    map.set("weekdays", schedule.days.iter().map(day).collect::<Vec<_>>());
}

fn employment(own: &Employment) -> Map {
    let mut map = of_person(&own.person);
    share(&mut map, "fte", own.fte);
    times(&mut map, own.period, own.known);
    map
}

fn leave(own: &Leave) -> Map {
    let mut map = of_person(&own.person);
    times(&mut map, own.period, own.known);
    map
}

fn membership(own: &Membership) -> Map {
    let mut map = of_person(&own.person);
    map.set("team", own.team.as_str());
    share(&mut map, "share", own.share);
    text(&mut map, "part", own.part.as_deref());
    times(&mut map, own.period, own.known);
    map
}

fn line(own: &ReportsTo) -> Map {
    let mut map = of_person(&own.person);
    map.set("manager", own.manager.as_str());
    if !own.solid {
        map.set("solid", false);
    }
    if own.interim {
        map.set("interim", true);
    }
    times(&mut map, own.period, own.known);
    map
}

fn holding(own: &Holding) -> Map {
    let mut map = of_person(&own.person);
    map.set("position", own.position.as_str());
    text(&mut map, "team", own.team.as_deref());
    share(&mut map, "share", own.share);
    if own.basis != Basis::Title {
        map.set("basis", own.basis.id());
    }
    times(&mut map, own.period, own.known);
    map
}

fn vacancy(own: &Vacancy) -> Map {
    let mut map = Map::default();
    map.set("id", own.id.as_str());
    map.set("role", own.position.as_str());
    map.set("team", own.team.as_str());
    map.set("status", own.opening.id());
    text(&mut map, "person", own.person.as_deref());
    times(&mut map, own.period, own.known);
    map
}

fn duty(own: &TeamDuty) -> Map {
    let mut map = Map::default();
    map.set("team", own.team.as_str());
    map.set("id", own.duty.as_str());
    text(&mut map, "name", own.name.as_deref());
    text(&mut map, "bucket", own.bucket.map(rung_model::bucket::Bucket::id));
    number(&mut map, "hours", own.hours);
    if let Some(shared) = own.shared {
        map.set("shared", shared);
    }
    let mut fits = Map::default();
    own.fits.iter().for_each(|(who, fit)| fits.set(who, fit.id()));
    let mut wishes = Map::default();
    own.wishes.iter().for_each(|(who, wish)| wishes.set(who, wish.id()));
    for (key, inner) in [("fit", fits), ("wish", wishes)] {
        if !inner.is_empty() {
            map.set(key, inner);
        }
    }
    text(&mut map, "pinned", own.pinned.as_deref());
    times(&mut map, own.period, own.known);
    map
}

fn capacity(own: &Capacity) -> Map {
    let mut map = of_person(&own.person);
    map.set("team", own.team.as_str());
    number(&mut map, "hours", own.hours);
    times(&mut map, own.period, own.known);
    map
}

fn ownership(own: &Ownership) -> Map {
    let mut map = of_person(&own.person);
    map.set("team", own.team.as_str());
    map.set("responsibility", own.duty.as_str());
    if own.mode != Mode::Own {
        map.set("mode", own.mode.id());
    }
    if let Some(level) = own.delegation {
        map.set("delegation", u32::from(level));
    }
    if own.trial {
        map.set("trial", true);
    }
    times(&mut map, own.period, own.known);
    map
}

fn of_person(person: &str) -> Map {
    let mut map = Map::default();
    map.set("person", person);
    map
}

fn text(map: &mut Map, key: &str, text: Option<&str>) {
    if let Some(text) = text {
        map.set(key, text);
    }
}

fn texts(map: &mut Map, key: &str, texts: &[String]) {
    if !texts.is_empty() {
        map.set(key, texts.iter().map(|text| Node::new(text.as_str())).collect::<Vec<_>>());
    }
}

/// A share, where it is not the whole.
fn share(map: &mut Map, key: &str, share: f64) {
    if share < 1.0 {
        map.set(key, share);
    }
}

fn number(map: &mut Map, key: &str, number: f64) {
    if number.fract() == 0.0 && number.abs() < 1e9 {
        map.set(key, number as i64);
    } else {
        map.set(key, number);
    }
}

fn times(map: &mut Map, period: Period, known: Period) {
    let days = [("from", period.from), ("until", period.until), ("recorded", known.from), ("superseded", known.until)];
    for (key, day) in days {
        if let Some(day) = day {
            map.set(key, date(day));
        }
    }
}

fn date(day: Date) -> Datetime {
    let date = toml::value::Date {
        year: day.year().unsigned_abs(),
        month: day.month().unsigned_abs(),
        day: day.day().unsigned_abs(),
    };
    Datetime { date: Some(date), time: None, offset: None }
}
