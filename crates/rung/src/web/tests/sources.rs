//! Sources on the server: minimised, idempotent, read the same however often.

use super::{
    house::{House, moment, noon},
    sentinels::calendar,
};

/// Everything that is stored, without what says when something was done.
fn canonical(house: &House) -> String {
    let all = rung_store::dump::canonical(house.site.server.db()).unwrap();
    let mut out = String::new();
    let mut kept = false;
    for line in all.lines() {
        if !line.starts_with(' ') {
            kept = ["evidence", "ledger", "raw_item", "reading"].contains(&line);
        }
        if kept {
            out.push_str(line);
            out.push('\n');
        }
    }
    out
}

#[test]
fn p9_what_is_stored_of_a_fact_for_longer_holds_none_of_its_words() {
    let mut house = House::furnished();
    house.upload("ana", "/me/sources", &[("kind", "calendar")], ("own.ics", &calendar("SENTINEL")));
    house.work();
    let hex: String = "SENTINEL".bytes().map(|byte| format!("{byte:02x}")).collect();
    let before = canonical(&house);
    assert!(before.contains(&hex), "the raw item holds them, for corrections");
    // A fortnight later retention has been there, and reading it again does not bring them back.
    let later = rung_app::server::Moment {
        now: jiff::Timestamp::from_second(noon().as_second() + 15 * 86_400).unwrap(),
        dice: moment().dice,
    };
    assert!(house.site.server.retain(&later).unwrap().raw > 0);
    let after = canonical(&house);
    assert!(!after.contains(&hex) && !after.contains("SENTINEL"), "words are left");
    // Retention ended the session too: it was not used for longer than it lasts.
    assert_eq!(house.get("ana", "/me").status, 303);
    house.log_in("ana");
    let sources = house.site.server.sources(&house.caller("ana"), &moment(), false).unwrap();
    let id = sources[0].source.id.clone();
    house.upload("ana", "/me/sources/again", &[("id", &id)], ("own.ics", &calendar("SENTINEL")));
    house.work();
    assert!(!canonical(&house).contains(&hex), "reading again brought them back");
}

#[test]
fn a_stripped_fact_measures_as_the_whole_one_did() {
    let house = House::furnished();
    house.upload("ana", "/me/sources", &[("kind", "calendar")], ("own.ics", &calendar("Weekly 1:1 with Emil")));
    house.work();
    let server = &house.site.server;
    let ana = house.caller("ana");
    let whole = server.mirror(&ana, &moment(), None, None).unwrap();
    server.db().write(|tx| tx.run("DELETE FROM raw_item WHERE org = 1", &[])).unwrap();
    let stripped = server.mirror(&ana, &moment(), Some(rung_app::request::Since::Weeks(26)), None).unwrap();
    assert_eq!(whole.report.window.totals, stripped.report.window.totals);
    assert!(whole.report.window.totals.observed() > 0.0);
}

#[test]
fn a_source_read_twice_or_shuffled_is_stored_the_same() {
    let house = House::furnished();
    house.upload("ana", "/me/sources", &[("kind", "calendar")], ("own.ics", &calendar("Planning")));
    house.work();
    let once = canonical(&house);
    assert!(once.lines().count() > 50, "{}", once.lines().count());
    let sources = house.site.server.sources(&house.caller("ana"), &moment(), false).unwrap();
    let id = sources[0].source.id.clone();
    for _ in 0..2 {
        house.upload("ana", "/me/sources/again", &[("id", &id)], ("own.ics", &calendar("Planning")));
        house.work();
    }
    assert_eq!(canonical(&house), once);
}

#[test]
fn p17_who_is_not_measured_leaves_no_mark() {
    let house = House::furnished();
    house.upload("ana", "/me/sources", &[("kind", "calendar")], ("own.ics", &calendar("Planning")));
    house.work();
    assert!(canonical(&house).lines().count() > 50);
    assert_eq!(house.post("ana", "/my-data/measured", &[("measured", "no")]).status, 303);
    assert_eq!(canonical(&house), "evidence\nledger\nraw_item\nreading\n");
    // Nobody else can tell: her page and her team are as they were.
    for (who, path) in [("emil", "/people/ana"), ("emil", "/teams/alpha")] {
        assert!(!house.get(who, path).body.contains("measured of her"), "{path}");
    }
    let sources = house.site.server.sources(&house.caller("ana"), &moment(), false).unwrap();
    let id = sources[0].source.id.clone();
    house.upload("ana", "/me/sources/again", &[("id", &id)], ("own.ics", &calendar("Planning")));
    house.work();
    assert_eq!(canonical(&house).lines().count(), 4, "nothing is read about her");
}

#[test]
fn p16_shared_sources_are_not_read_before_the_switch_that_says_so_takes_effect() {
    let house = House::furnished();
    let folder = tempfile::tempdir().unwrap();
    let fields = [("kind", "jira"), ("place", folder.path().to_str().unwrap())];
    let reply = house.upload("admin", "/admin/sources", &fields, ("", b""));
    house.work();
    let page = house.get("admin", reply.header("location")).body;
    assert!(page.contains("switched off"), "{page}");
    assert_eq!(house.post("admin", "/policy", &[("name", "measure-shared-sources"), ("value", "on")]).status, 303);
    let policy = house.get("ana", "/policy").body;
    assert!(policy.contains("It is off") && policy.replace('\u{a0}', " ").contains("From 30 Nov 2026"), "{policy}");
    let back = house.post("admin", "/policy", &[("name", "measure-shared-sources"), ("value", "off")]);
    assert_eq!(back.status, 303, "what narrows takes effect at once");
}

#[test]
fn what_cannot_be_read_is_said_in_the_job_and_nothing_is_lost() {
    let house = House::furnished();
    let reply = house.upload("ana", "/me/sources", &[("kind", "calendar")], ("own.ics", b"this is no calendar"));
    house.work();
    let page = house.get("ana", reply.header("location")).body;
    assert!(page.contains("It could not be done"), "{page}");
    assert!(!page.contains("/tmp/"), "no path of the machine is shown");
    assert_eq!(house.upload("ana", "/me/sources", &[("kind", "calendar")], ("own.ics", b"")).status, 422);
    assert_eq!(house.upload("ana", "/me/sources", &[("kind", "git"), ("place", "/etc")], ("", b"")).status, 404);
}
