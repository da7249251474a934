//! Every check of a roster has a text that fires it and one close by that does not.

use rung_sources::roster::read;

use crate::Written;

const PEOPLE: &str =
    "[[person]]\nid = 'a'\n[[person]]\nid = 'b'\n[[person]]\nid = 'c'\n[[team]]\nid = 't'\n[[team]]\nid = 'u'\n";

/// Check, a text that fires it, and one that does not; both stand behind people a, b, c and teams t, u.
const CASES: [(&str, &str, &str); 27] = [
    ("duplicate-person", "[[person]]\nid = 'a'", "[[person]]\nid = 'd'"),
    (
        "duplicate-team",
        "[[team]]\nid = 't'",
        "[[team]]\nid = 'v'\nuntil = 2026-01-01\n[[team]]\nid = 'v'\nfrom = 2026-01-01",
    ),
    ("unknown-team", "[[team]]\nid = 'v'\nparent = 'x'", "[[team]]\nid = 'v'\nparent = 't'"),
    (
        "team-cycle",
        "[[team]]\nid = 'v'\nparent = 'w'\n[[team]]\nid = 'w'\nparent = 'v'",
        "[[team]]\nid = 'v'\nparent = 'w'\nuntil = 2026-01-01\n[[team]]\nid = 'v'\nfrom = 2026-01-01\n[[team]]\nid = 'w'\nparent = 'v'\nfrom = 2026-01-01\n[[team]]\nid = 'w'\nuntil = 2026-01-01",
    ),
    ("unknown-person", "[[employment]]\nperson = 'x'", "[[employment]]\nperson = 'a'"),
    ("unknown-person", "[[leave]]\nperson = 'x'", "[[leave]]\nperson = 'a'"),
    (
        "unknown-position",
        "[[position]]\nid = 'v'\nrole = 'wizard'\nteam = 't'",
        "[[position]]\nid = 'v'\nrole = 'tech_lead'\nteam = 't'",
    ),
    (
        "unknown-team",
        "[[capacity]]\nperson = 'a'\nteam = 'x'\nhours = 3",
        "[[capacity]]\nperson = 'a'\nteam = 't'\nhours = 3",
    ),
    (
        "two-managers",
        "[[reports_to]]\nperson = 'a'\nmanager = 'b'\n[[reports_to]]\nperson = 'a'\nmanager = 'c'",
        "[[reports_to]]\nperson = 'a'\nmanager = 'b'\nsuperseded = 2026-02-01\n[[reports_to]]\nperson = 'a'\nmanager = 'c'\nrecorded = 2026-02-01",
    ),
    (
        "reporting-cycle",
        "[[reports_to]]\nperson = 'a'\nmanager = 'b'\n[[reports_to]]\nperson = 'b'\nmanager = 'a'",
        "[[reports_to]]\nperson = 'a'\nmanager = 'b'\nsuperseded = 2026-02-01\n[[reports_to]]\nperson = 'b'\nmanager = 'a'\nrecorded = 2026-02-01",
    ),
    (
        "overlapping-employment",
        "[[employment]]\nperson = 'a'\n[[employment]]\nperson = 'a'\nfrom = 2026-01-01",
        "[[employment]]\nperson = 'a'\nuntil = 2025-01-01\n[[employment]]\nperson = 'a'\nfrom = 2026-01-01",
    ),
    (
        "duplicate-position",
        "[[position]]\nid = 'v'\nrole = 'em'\nteam = 't'\n[[position]]\nid = 'v'\nrole = 'em'\nteam = 'u'",
        "[[position]]\nid = 'v'\nrole = 'em'\nteam = 't'\nstatus = 'planned'\nuntil = 2026-01-01\n[[position]]\nid = 'v'\nrole = 'em'\nteam = 't'\nfrom = 2026-01-01",
    ),
    (
        "overlapping-responsibility",
        "[[responsibility]]\nteam = 't'\nid = 'hiring'\nhours = 1\n[[responsibility]]\nteam = 't'\nid = 'hiring'\nhours = 2",
        "[[responsibility]]\nteam = 't'\nid = 'hiring'\nhours = 1\n[[responsibility]]\nteam = 'u'\nid = 'hiring'\nhours = 2",
    ),
    (
        "overlapping-capacity",
        "[[capacity]]\nperson = 'a'\nteam = 't'\nhours = 1\n[[capacity]]\nperson = 'a'\nteam = 't'\nhours = 2",
        "[[capacity]]\nperson = 'a'\nteam = 't'\nhours = 1\n[[capacity]]\nperson = 'b'\nteam = 't'\nhours = 2",
    ),
    (
        "overlapping-ownership",
        "[[ownership]]\nperson = 'a'\nteam = 't'\nresponsibility = 'hiring'\n[[ownership]]\nperson = 'a'\nteam = 't'\nresponsibility = 'hiring'",
        "[[ownership]]\nperson = 'a'\nteam = 't'\nresponsibility = 'hiring'\n[[ownership]]\nperson = 'b'\nteam = 't'\nresponsibility = 'hiring'",
    ),
    (
        "before-hire",
        "[[employment]]\nperson = 'a'\nfrom = 2026-03-01\n[[leave]]\nperson = 'a'\nfrom = 2026-01-01\nuntil = 2026-02-01",
        "[[employment]]\nperson = 'a'\nfrom = 2026-03-01\n[[leave]]\nperson = 'a'\nfrom = 2026-04-01\nuntil = 2026-05-01",
    ),
    (
        "after-leaving",
        "[[employment]]\nperson = 'a'\nuntil = 2026-03-01\n[[membership]]\nperson = 'a'\nteam = 't'",
        "[[employment]]\nperson = 'a'\nuntil = 2026-03-01\n[[membership]]\nperson = 'a'\nteam = 't'\nuntil = 2026-03-01",
    ),
    (
        "orphan-team",
        "[[team]]\nid = 'v'\nuntil = 2026-01-01\n[[team]]\nid = 'w'\nparent = 'v'",
        "[[team]]\nid = 'v'\nuntil = 2026-01-01\n[[team]]\nid = 'w'\nparent = 'v'\nuntil = 2026-01-01",
    ),
    (
        "outside-team",
        "[[team]]\nid = 'v'\nfrom = 2026-01-01\n[[membership]]\nperson = 'a'\nteam = 'v'",
        "[[team]]\nid = 'v'\nfrom = 2026-01-01\n[[membership]]\nperson = 'a'\nteam = 'v'\nfrom = 2026-01-01",
    ),
    (
        "position-unclear",
        "[[position]]\nid = 'v'\nrole = 'em'\nteam = 't'\nstatus = 'filled'",
        "[[position]]\nid = 'v'\nrole = 'em'\nteam = 't'\nperson = 'a'",
    ),
    (
        "unknown-responsibility",
        "[[responsibility]]\nteam = 't'\nid = 'tide_watch'\nhours = 1",
        "[[responsibility]]\nteam = 't'\nid = 'tide_watch'\nname = 'Watch the tide'\nhours = 1",
    ),
    (
        "unknown-responsibility",
        "[[responsibility]]\nteam = 't'\nid = 'hiring'\nhours = 1\n[[membership]]\nperson = 'a'\nteam = 't'\n[[ownership]]\nperson = 'a'\nteam = 't'\nresponsibility = 'architecture'",
        "[[responsibility]]\nteam = 't'\nid = 'hiring'\nhours = 1\n[[membership]]\nperson = 'a'\nteam = 't'\n[[ownership]]\nperson = 'a'\nteam = 't'\nresponsibility = 'hiring'",
    ),
    (
        "unknown-person",
        "[[responsibility]]\nteam = 't'\nid = 'hiring'\nhours = 1\nwish = { em = 'wants' }",
        "[[responsibility]]\nteam = 't'\nid = 'hiring'\nhours = 1\nfit = { em = 'fits' }\nwish = { a = 'wants' }",
    ),
    (
        "owner-outside-team",
        "[[ownership]]\nperson = 'a'\nteam = 't'\nresponsibility = 'hiring'",
        "[[membership]]\nperson = 'a'\nteam = 't'\n[[ownership]]\nperson = 'a'\nteam = 't'\nresponsibility = 'hiring'",
    ),
    (
        "record-backwards",
        "[[leave]]\nperson = 'a'\nrecorded = 2026-03-01\nsuperseded = 2026-02-01",
        "[[leave]]\nperson = 'a'\nrecorded = 2026-03-01\nsuperseded = 2026-04-01",
    ),
    (
        "unknown-word",
        "[[responsibility]]\nteam = 't'\nid = 'hiring'\nhours = 1\nfit = { a = 'good' }",
        "[[responsibility]]\nteam = 't'\nid = 'hiring'\nhours = 1\nfit = { a = 'stretch' }",
    ),
    (
        "bad-hours",
        "[[capacity]]\nperson = 'a'\nteam = 't'\nhours = -1",
        "[[capacity]]\nperson = 'a'\nteam = 't'\nhours = 0",
    ),
];

fn told(text: &str) -> Vec<(&'static str, bool)> {
    let file = Written::new("roster.toml", format!("{PEOPLE}{text}\n"));
    let behind = PEOPLE.lines().count();
    read(&file.path())
        .1
        .iter()
        .map(|p| (p.check, p.line.is_some_and(|line| line > behind) && !p.mend.is_empty()))
        .collect()
}

#[test]
fn each_fires_with_its_line_and_mend_and_its_neighbour_is_sound() {
    for (check, fires, sound) in CASES {
        let found = told(fires);
        assert!(found.contains(&(check, true)), "{check} is not told of\n{fires}\n{found:?}");
        assert!(!told(sound).iter().any(|(own, _)| *own == check), "{check} is told of\n{sound}");
    }
}

#[test]
fn a_responsibility_may_be_written_in_full() {
    let text = "[[responsibility]]\nteam = 't'\nid = 'tide_watch'\nname = 'Watch the tide'\nbucket = 'building'\nhours = 2.5\nshared = true\nfit = { a = 'fits', em = 'never' }\nwish = { b = 'rather_not' }\npinned = 'a'";
    let file = Written::new("roster.toml", format!("{PEOPLE}{text}\n"));
    let (roster, problems) = read(&file.path());
    assert_eq!(problems, []);
    let duty = &roster.duties[0];
    assert_eq!((duty.hours, duty.shared, duty.pinned.as_deref()), (2.5, Some(true), Some("a")));
    assert_eq!(
        duty.fits.iter().map(|(who, fit)| (who.as_str(), fit.id())).collect::<Vec<_>>(),
        [("a", "fits"), ("em", "never")]
    );
    assert_eq!(
        duty.wishes.iter().map(|(who, wish)| (who.as_str(), wish.id())).collect::<Vec<_>>(),
        [("b", "rather_not")]
    );
}
