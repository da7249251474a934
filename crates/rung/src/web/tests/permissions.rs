//! The permission table of PRIVACY.md against every route: each method, each kind of person who asks, and each whom it
//! may be about. What is expected is worked out here a second time, from the table's own words and from a list of who
//! stands how to whom that was written by hand.

use std::collections::BTreeMap;

use rung_app::access::{Object, ROWS, Verb};

use super::house::{House, LOGINS, moment};
use crate::web::{
    api,
    ask::Ask,
    routes::{Guard, Method, PAGES, Route, Whom},
};

/// PRIVACY.md's table, as it was decided; the conformance test holds it to the design where that is at hand.
const TABLE: &str = include_str!("permissions.md");

/// How somebody stands to a person, a team or the organisation: letters of the table's columns.
fn stands(who: &str, about: &str) -> Vec<&'static str> {
    let beside: &[&str] = match who {
        "" => return vec!["X"],
        "admin" => return vec!["A"],
        "council" => return vec!["W"],
        "people-all" => return vec!["HR"],
        "people-alpha" => {
            let holds = ["person ana", "person emil", "person tara", "team alpha"].contains(&about);
            return if holds { vec!["HR"] } else { Vec::new() };
        }
        _ => &["P"],
    };
    let more: &[&str] = match (who, about) {
        (_, "organisation") => &["S"],
        ("ana", "person ana") | ("emil", "person emil") | ("dora", "person dora") | ("tara", "person tara") => &["S"],
        ("ben", "person ben") | ("old", "person old") | ("new", "person new") | ("emma", "person emma") => &["S"],
        ("emil", "person ana" | "person tara") => &["M", "TL"],
        ("tara", "person ana" | "person emil") => &["TL"],
        ("dora", "person ana" | "person tara") => &["M2"],
        ("dora", "person emil" | "person emma") => &["M"],
        ("emma", "person ben" | "person old" | "person new") => &["M", "TL"],
        ("dora", "person ben" | "person old" | "person new") => &["M2"],
        ("ana", "team alpha") => &["S"],
        ("tara", "team alpha") => &["S", "TL"],
        ("emil", "team alpha") => &["S", "TL", "M"],
        ("dora", "team alpha" | "team beta") => &["M", "M2"],
        ("dora", "team org") => &["S"],
        ("emma", "team beta") => &["S", "TL", "M"],
        ("ben" | "old" | "new", "team beta") => &["S"],
        _ => &[],
    };
    beside.iter().chain(more).copied().collect()
}

/// Cells of the table by object and column.
fn cells() -> BTreeMap<String, BTreeMap<String, String>> {
    let mut rows = TABLE.lines().filter(|line| line.starts_with('|'));
    let heads: Vec<String> = split(rows.next().unwrap());
    rows.filter(|line| !line.starts_with("|--"))
        .map(|line| {
            let cells = split(line);
            let own = heads.iter().skip(1).cloned().zip(cells.iter().skip(1).cloned()).collect();
            (cells[0].clone(), own)
        })
        .collect()
}

fn split(line: &str) -> Vec<String> {
    line.trim().trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect()
}

/// Whether a cell lets somebody read or write, by its words alone.
fn lets(cell: &str, verb: Verb) -> bool {
    if cell == "-" || cell == "config" {
        return false;
    }
    match verb {
        Verb::Read => cell != "execute, not read",
        Verb::Write => {
            ["RW", "W", "R, W", "R, correct", "R, reply", "O", "own part W", "self", "(c)", "execute"].iter().any(
                |start| {
                    cell == *start || cell.starts_with(&format!("{start} ")) || cell.starts_with(&format!("{start},"))
                },
            ) || cell.ends_with("draft W")
                || cell.ends_with(" O")
        }
    }
}

fn words(object: Object) -> &'static str {
    ROWS.iter().find(|(own, ..)| *own == object).map(|(_, words, _)| *words).unwrap()
}

/// Every route with whom it may be asked about.
fn routes() -> Vec<&'static Route> {
    PAGES.iter().chain(api::ALL.iter().map(|one| &one.route)).collect()
}

const PEOPLE: [&str; 10] = ["ana", "emil", "dora", "tara", "ben", "old", "new", "emma", "left", "soon"];
const TEAMS: [&str; 4] = ["org", "alpha", "beta", "nowhere"];

fn targets(route: &Route) -> Vec<(&'static str, &'static str)> {
    if route.path.contains("{team}") {
        return TEAMS.iter().map(|team| ("team", *team)).collect();
    }
    if route.path.contains("{person}") {
        return PEOPLE.iter().map(|person| ("person", *person)).collect();
    }
    vec![("", "")]
}

fn expected(
    route: &Route,
    who: &str,
    target: (&str, &str),
    cells: &BTreeMap<String, BTreeMap<String, String>>,
) -> bool {
    match route.guard {
        Guard::Open => true,
        Guard::Account => !who.is_empty(),
        Guard::Administrator => who == "admin",
        Guard::Table(verb, object, whom) => {
            let about = match whom {
                Whom::Organisation => "organisation".to_owned(),
                Whom::Team => format!("team {}", target.1),
                Whom::Person => format!("person {}", target.1),
                // Who is nobody of the roster has nothing of their own.
                Whom::Oneself if !PEOPLE.contains(&who) => match who {
                    "" => return false,
                    _ => "person nobody".to_owned(),
                },
                Whom::Oneself => format!("person {who}"),
            };
            let row = &cells[words(object)];
            stands(who, &about).iter().any(|standing| lets(&row[*standing], verb))
        }
    }
}

#[test]
fn every_route_method_and_person_is_as_the_table_says() {
    let house = House::furnished();
    let cells = cells();
    let mut checked = 0;
    let mut wrong = Vec::new();
    for who in LOGINS.iter().chain(&[""]) {
        let caller = house.caller(who);
        for route in routes() {
            for target in targets(route) {
                let mut ask = Ask {
                    site: &house.site,
                    caller: caller.clone(),
                    name: String::new(),
                    moment: moment(),
                    path: route.path.to_owned(),
                    back: String::new(),
                    writes: false,
                    origin: String::new(),
                    parts: BTreeMap::new(),
                    query: Vec::new(),
                    form: Vec::new(),
                    files: BTreeMap::new(),
                    csrf: String::new(),
                    address: String::new(),
                    agent: String::new(),
                    body: Vec::new(),
                };
                ask.parts.insert(target.0.to_owned(), target.1.to_owned());
                let got = route.guard.ask(&ask).is_ok();
                let wanted = expected(route, who, target, &cells);
                checked += 1;
                if got != wanted {
                    wrong.push(format!(
                        "{:?} {} {target:?} as {who:?}: got {got}, the table says {wanted}",
                        route.method, route.path
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {checked}:\n{}", wrong.len(), wrong.join("\n"));
    assert!(checked > 1_500, "{checked}");
}

/// What is left of a page without which part of the server it says one is in, which follows from the path alone.
fn bare(body: &str) -> String {
    body.replace(" aria-current=\"page\"", "")
}

#[test]
fn what_is_denied_and_what_is_absent_look_the_same() {
    let house = House::furnished();
    let cells = cells();
    for who in LOGINS.iter().chain(&[""]) {
        let absent = house.get(who, "/nowhere");
        let absent_api = house.get(who, "/api/v1/nowhere");
        for route in routes().into_iter().filter(|route| route.method == Method::Get) {
            for target in targets(route) {
                if expected(route, who, target, &cells) {
                    continue;
                }
                let path = route
                    .path
                    .replace("{team}", target.1)
                    .replace("{person}", target.1)
                    .replace("{day}", "2026-11-12")
                    .replace("{*path}", "index.html")
                    .replace("{snapshot}", "none")
                    .replace("{job}", "none");
                let denied = house.get(who, &path);
                let like = if path.starts_with("/api/") { &absent_api } else { &absent };
                assert_eq!(denied.status, like.status, "{path} as {who:?}");
                if denied.status != 303 {
                    assert_eq!(bare(&denied.body), bare(&like.body), "{path} as {who:?}");
                }
            }
        }
    }
}

#[test]
fn a_former_manager_sees_nothing_any_more_and_a_future_one_nothing_yet() {
    let cells = cells();
    for who in ["old", "new"] {
        assert_eq!(stands(who, "person ana"), ["P"], "{who} is a colleague and no more");
    }
    let house = House::furnished();
    let server = &house.site.server;
    let opened = server.opened().unwrap();
    let standing = |who: &str, day: &str| {
        let view = opened.view(rung_model::roster::At::day(day.parse().unwrap()));
        rung_app::access::standings(&house.caller(who).asker(), rung_app::access::About::Person("ana"), &view)
    };
    use rung_app::access::Standing;
    assert!(standing("old", "2026-05-31").contains(&Standing::Manager));
    assert!(!standing("old", "2026-06-01").contains(&Standing::Manager));
    assert!(!standing("new", "2026-12-31").contains(&Standing::Manager));
    assert!(standing("new", "2027-01-01").contains(&Standing::Manager));
    assert!(!cells.is_empty());
}

#[test]
fn the_table_in_the_program_is_the_one_that_was_decided() {
    let cells = cells();
    let columns = ["S", "M", "M2", "P", "TL", "HR", "A", "W", "X"];
    assert_eq!(cells.len(), ROWS.len());
    for (_, words, row) in ROWS {
        let own = &cells[words];
        for (column, said) in columns.iter().zip(row) {
            assert_eq!(own[*column], said, "{words} {column}");
        }
    }
    // Where the design lies beside the project, this copy is held to it.
    let design = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/design/PRIVACY.md");
    if let Ok(text) = std::fs::read_to_string(design) {
        for line in TABLE.lines().filter(|line| line.starts_with('|')) {
            assert!(text.lines().any(|own| own == line), "not in the design: {line}");
        }
    }
}

#[test]
fn p14_what_a_manager_reads_about_a_person_that_person_reads_too() {
    use rung_app::access::{Standing, cell};
    for (object, words, _) in ROWS {
        for standing in [Standing::Manager, Standing::SkipLevel, Standing::TeamLead, Standing::Peer] {
            let (theirs, own) = (cell(object, standing).read, cell(object, Standing::Subject).read);
            // Costs of positions are of no person; feedback and anonymous answers have rules of their own.
            if matches!(object, Object::Cost | Object::Anonymous | Object::Feedback) {
                continue;
            }
            assert!(theirs.is_none() || own.is_some(), "{words}: {standing:?}");
        }
    }
    // What somebody opened of one's own is told to one: the sentinel test follows it to the page My data.
}
