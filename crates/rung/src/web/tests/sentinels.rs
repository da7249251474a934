//! Words nobody else may ever read, planted in every private field, and looked for by everybody who can log in, on every
//! page that a link or a guess leads to.

use std::collections::{BTreeSet, VecDeque};

use super::house::{House, LOGINS, moment};
use crate::web::api;

/// A year of Ana's weekly meeting, with words in every field of it.
pub(super) fn calendar(title: &str) -> Vec<u8> {
    format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\nBEGIN:VEVENT\r\nUID:weekly-1\r\nDTSTAMP:20260101T000000Z\r\n\
         DTSTART:20260105T100000Z\r\nDTEND:20260105T110000Z\r\nRRULE:FREQ=WEEKLY\r\nSUMMARY:{title}\r\n\
         DESCRIPTION:{title} description\r\nLOCATION:{title} place\r\nCATEGORIES:{title} category\r\n\
         ATTENDEE;CN={title} guest;PARTSTAT=ACCEPTED:mailto:ana@orchard.example\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    .into_bytes()
}

/// Pages that links lead to, from the beginning on, with what they say.
fn crawl(house: &House, login: &str, guesses: &[String]) -> Vec<(String, String)> {
    let mut open: VecDeque<String> =
        ["/", "/me", "/teams", "/organisation", "/people", "/roles/", "/my-data", "/account", "/policy", "/admin"]
            .into_iter()
            .map(str::to_owned)
            .chain(guesses.iter().cloned())
            .collect();
    let mut seen = BTreeSet::new();
    let mut pages = Vec::new();
    while let Some(path) = open.pop_front() {
        let path = path.split('#').next().unwrap_or_default().to_owned();
        if !path.starts_with('/') || path.starts_with("//") || !seen.insert(path.clone()) || pages.len() > 400 {
            continue;
        }
        let reply = house.get(login, &path);
        let told: String = reply.headers.values().flatten().cloned().collect::<Vec<_>>().join("\n");
        if let Some(to) = reply.headers.get("location").and_then(|all| all.first()) {
            open.push_back(to.clone());
        }
        // The roles are the same for everybody; a few of their pages are enough.
        let roles = path.starts_with("/roles/") && path.matches('/').count() > 2;
        if !roles {
            for link in reply.body.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
                let link = link.replace("&amp;", "&");
                let whole = if link.starts_with('/') {
                    link
                } else {
                    format!("{}/{link}", path.rsplit_once('/').map_or("", |(up, _)| up))
                };
                open.push_back(whole);
            }
        }
        pages.push((path, format!("{told}\n{}", reply.body)));
    }
    pages
}

#[test]
fn p1_words_of_ones_own_weeks_are_read_by_nobody_else_on_any_page() {
    let house = House::furnished();
    let server = &house.site.server;
    let reply = house.upload(
        "ana",
        "/me/sources",
        &[("kind", "calendar"), ("name", "SENTINEL-source")],
        ("own.ics", &calendar("SENTINEL-title")),
    );
    let job = reply.header("location").to_owned();
    house.work();
    assert!(house.get("ana", &job).body.contains("facts read"), "{}", house.get("ana", &job).body);
    assert_eq!(
        house
            .post(
                "ana",
                "/me/log",
                &[("date", "2026-11-12"), ("set", "coding"), ("length", "2h"), ("note", "SENTINEL-logged")]
            )
            .status,
        303
    );
    let fields = [
        ("what", "SENTINEL-title"),
        ("set", "alignment"),
        ("series", "yes"),
        ("why", "SENTINEL-why"),
        ("step", "keep"),
    ];
    assert_eq!(house.post("ana", "/me/correct", &fields).header("location"), "/me/corrections");
    let fields = [
        ("first", "2026-09-21"),
        ("last", "2026-11-15"),
        ("fields", "split"),
        ("fields", "weeks"),
        ("fields", "reading"),
        ("to", "emil"),
        ("until", "2026-12-01"),
        ("note", "SENTINEL-note"),
        ("step", "keep"),
    ];
    let snapshot = house.post("ana", "/me/shared", &fields).header("location").to_owned();
    assert!(snapshot.starts_with("/snapshots/"), "{snapshot}");
    // Tara answers blind; Emil has not, so nothing of it is shown.
    assert_eq!(
        house.post("tara", "/teams/alpha/answers", &[("d.code_review", "own"), ("d.one_on_ones", "contribute")]).status,
        303
    );

    let mut guesses: Vec<String> = vec![
        snapshot.clone(),
        job,
        "/me/day/2026-11-16".into(),
        "/me/day/2026-11-12".into(),
        "/me/corrections".into(),
        "/me/log".into(),
        "/me/shared".into(),
        "/me/sources".into(),
        "/my-data/weeks.csv".into(),
        "/my-data/export".into(),
        "/search?q=SENTIN".into(),
        "/people/ana".into(),
        "/teams/alpha/evidence".into(),
        "/teams/alpha/answers".into(),
        "/admin/log".into(),
        "/admin/accounts".into(),
        "/admin/sources".into(),
        "/admin/roster".into(),
    ];
    guesses.extend(api::ALL.iter().map(|one| {
        let path = one.route.path.replace("{team}", "alpha").replace("{person}", "ana").replace("{day}", "2026-11-16");
        path.replace("{job}", "none").replace("{id}", "none")
    }));
    for login in LOGINS.iter().chain(&[""]).filter(|login| **login != "ana") {
        for (path, body) in crawl(&house, login, &guesses) {
            let may = *login == "emil" && (path == snapshot || path == "/me/shared");
            let body = if may { body.replace("SENTINEL-note", "") } else { body };
            assert!(!body.contains("SENTINEL"), "{login:?} reads it on {path}");
        }
    }
    let own: String = crawl(&house, "ana", &guesses).into_iter().map(|(_, body)| body).collect();
    for word in ["SENTINEL-title", "SENTINEL-source", "SENTINEL-logged", "SENTINEL-why", "SENTINEL-note"] {
        assert!(own.contains(word), "Ana herself reads {word}");
    }
    // Nobody but Tara is told what Tara answered, and even she not beside another's.
    let emil = house.get("emil", "/teams/alpha/answers").body;
    assert!(emil.contains("Tara Vogt: answered") && !emil.contains("checked"), "{emil}");

    // Who looked: Ana sees that Emil opened it.
    assert!(house.get("ana", "/my-data").body.contains("Emil Oske"));
    // Taken back, it is gone for him.
    let id = snapshot.trim_start_matches("/snapshots/");
    assert_eq!(house.post("ana", "/me/shared/revoke", &[("id", id)]).status, 303);
    assert_eq!(house.get("emil", &snapshot).status, 404);
    assert!(server.sent(&house.caller("emil"), &moment()).unwrap().is_empty());
}

#[test]
fn p13_what_is_exported_is_everything_and_what_is_erased_is_gone() {
    let house = House::furnished();
    house.upload("ana", "/me/sources", &[("kind", "calendar")], ("own.ics", &calendar("SENTINEL-title")));
    house.work();
    house.post(
        "ana",
        "/me/log",
        &[("date", "2026-11-12"), ("set", "coding"), ("length", "2h"), ("note", "SENTINEL-logged")],
    );
    let export = house.get("ana", "/my-data/export");
    assert_eq!(export.header("content-type"), "application/json");
    let all: serde_json::Value = serde_json::from_str(&export.body).unwrap();
    for key in ["place", "documents", "weeks", "facts", "items", "snapshots", "who_looked"] {
        assert!(all.get(key).is_some(), "{key}");
    }
    assert!(export.body.contains("SENTINEL-title") && export.body.contains("SENTINEL-logged"));
    assert!(rung_store::dump::canonical(house.site.server.db()).unwrap().contains("SENTINEL-logged"));
    assert_eq!(house.post("ana", "/my-data/erase", &[]).status, 200);
    let left = rung_store::dump::canonical(house.site.server.db()).unwrap();
    assert!(!left.contains("SENTINEL"), "something of it is still there");
    let titles: String = "SENTINEL-title".bytes().map(|byte| format!("{byte:02x}")).collect();
    assert!(!left.contains(&titles), "a raw item is still there");
}
