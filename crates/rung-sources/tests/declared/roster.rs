//! Rosters: what a sound one gives, and what each kind of mistake is told.

use jiff::civil::date;
use rung_model::roster::Roster;
use rung_sources::roster::read;

use crate::{Written, checks};

fn of(text: impl AsRef<[u8]>) -> (Roster, Vec<(usize, &'static str)>) {
    let file = Written::new("roster.toml", text);
    let (roster, problems) = read(&file.path());
    (roster, checks(&problems))
}

#[test]
fn a_sound_roster_is_read_whole() {
    let (roster, problems) = of("organisation = 'Halden Freight'\n\
        [[person]]\nid = 'ines'\nname = 'Ines \u{1f469}\u{200d}\u{1f4bb} Aldana'\naddresses = ['Ines@Halden.example']\n\
        zone = 'Europe/Berlin'\nhours = '08:00-16:00'\nlunch = 45\nweekdays = ['Mon', 'tuesday']\nmanager = 'tomas'\n\
        [[person]]\nid = 'tomas'\nteam = 'payments'\nrole = 'Director'\n\
        [[team]]\nid = 'payments'\n\
        [[holding]]\nperson = 'ines'\nposition = 'TL5'\nbasis = 'acting'\nfrom = 2025-03-01\nuntil = '2026-01-01'\n");
    assert_eq!(problems, []);
    assert_eq!(roster.organisation.as_deref(), Some("Halden Freight"));
    let ines = roster.person_at("ines@halden.example").unwrap();
    assert_eq!((ines.name.as_str(), ines.line), ("Ines \u{1f469}\u{200d}\u{1f4bb} Aldana", 2));
    let schedule = ines.schedule.as_ref().unwrap();
    assert_eq!((schedule.capacity(), schedule.days.len(), schedule.assumed), (435.0, 2, false));
    assert_eq!(roster.manager_of("ines", date(2026, 2, 1)).unwrap().id, "tomas");
    assert_eq!(roster.teams_of("tomas", date(2026, 2, 1))[0].name, "payments");
    assert_eq!(roster.holdings_of("ines", date(2025, 12, 31))[0].basis.id(), "acting");
    assert!(roster.holdings_of("ines", date(2026, 1, 1)).is_empty());
}

#[test]
fn accounts_are_read_as_systems_write_them_and_what_names_none_is_told() {
    let (roster, problems) = of("[[person]]\nid = 'ines'\n\
        accounts = ['GitHub.com:@Octo', 'github.com:@octo', 'jira:5f:A1']\n\
        [[person]]\nid = 'boris'\naccounts = [\n'github.com:7',\n'@octo',\n'octo',\n]\n");
    assert_eq!(problems, [(8, "bad-account"), (9, "bad-account")]);
    assert_eq!(roster.people[0].accounts, ["github.com:@octo", "jira:5f:A1"]);
    assert_eq!(roster.people[1].accounts, ["github.com:7"]);
}

#[test]
fn a_bad_roster_is_told_everything_at_once() {
    let file = Written::new(
        "roster.toml",
        r#"organization = "Halden"

[[person]]
id = "ines"
adresses = ["ines@halden.example"]
zone = "Europe/Berlim"
hours = "9-5"
manager = "ines"

[[person]]
id = "oluwa"
addresses = ["oluwa@halden.example", "nobody"]
role = "tech_leed"
manager = "mirre"

[[person]]
id = "mirre"
name = "Mirre\u202E Castellan"
addresses = ["Oluwa@halden.example"]
manager = "oluwa"

[[person]]
id = "mirre"

[[team]]
id = "payments"
parent = "platfrom"

[[membership]]
person = "ines"
team = "paymets"
share = 0

[[membership]]
person = "ines"
team = "payments"
share = nan

[[membership]]
person = "ines"
team = "paymets"
from = "31/02/2026"

[[membership]]
person = "ines"
team = "paymets"

[[membership]]
person = "ines"
team = "payments"

[[membership]]
person = "ines"
team = "payments"
share = 0.5
from = 2026-01-01

[[holding]]
person = "ines"
position = "em"
from = 2026-03-01
until = 2026-01-01

[[reports_to]]
person = "mirre"
manager = "ines"
from = 2026-01-01
"#,
    );
    let (_, problems) = read(&file.path());
    insta::assert_snapshot!(file.shown(&problems), @r#"
    roster.toml:1: error[unknown-key]: the file: the key `organization` is not known here. To mend it: did you mean `organisation`? If not, use one of organisation, team, person, employment, leave, membership, reports_to, holding, position, responsibility, capacity, ownership.
    roster.toml:5: error[unknown-key]: person `ines`: the key `adresses` is not known here. To mend it: did you mean `addresses`? If not, use one of id, name, addresses, accounts, zone, hours, lunch, weekdays, team, manager, role.
    roster.toml:6: error[unknown-zone]: person `ines`: the time zone `Europe/Berlim` is not known. To mend it: use a name such as Europe/Berlin, America/New_York or UTC.
    roster.toml:7: error[bad-hours]: person `ines`: `9-5` are no working hours. To mend it: write start and end of one day, such as "09:00-17:30".
    roster.toml:8: warning[own-manager]: reporting line of `ines`: somebody cannot be their own manager; the line is left out. To mend it: name another manager, or none.
    roster.toml:12: error[bad-address]: person `oluwa`: `nobody` is no e-mail address. To mend it: write it as name@domain.
    roster.toml:13: error[unknown-position]: holding of `oluwa`: the framework has no role or position `tech_leed`. To mend it: did you mean `tech_lead`? If not, see `rung roles list` for those it has.
    roster.toml:16: warning[address-claimed-twice]: person `mirre`: `oluwa@halden.example` is claimed by `oluwa` (roster.toml:10) and by `mirre`; it counts for neither. To mend it: leave it with the one person it belongs to.
    roster.toml:18: note[hidden-characters]: person `mirre`: a hidden character was taken out of `name`. To mend it: type the text again instead of pasting it.
    roster.toml:20: warning[reporting-cycle]: reporting line of `mirre`: 2 people report in a circle; this line, which closes it, is left out. To mend it: let one of them report to somebody outside the circle, or end a line with `until`.
    roster.toml:22: warning[duplicate-person]: person `mirre`: the id is taken by roster.toml:16; this one is left out. To mend it: give each its own id.
    roster.toml:25: error[unknown-team]: team `payments`: the team `platfrom` is not in the roster. To mend it: add a [[team]] with id = "platfrom".
    roster.toml:32: error[bad-share]: membership of `ines`: a share of 0 is not possible. To mend it: give a part of the person's time, over 0 and at most 1: half is 0.5.
    roster.toml:37: error[not-a-number]: membership of `ines`: `share` is no usable number. To mend it: write a plain number such as 0.5.
    roster.toml:42: error[invalid-date]: membership of `ines`: `from` is no day of the calendar: 31/02/2026. To mend it: write a day that exists as year-month-day, such as 2026-02-28.
    roster.toml:44: error[unknown-team]: membership of `ines`: the team `paymets` is not in the roster. To mend it: did you mean `payments`? If not, add a [[team]] with id = "paymets".
    roster.toml:52: warning[overlapping-membership]: membership of `ines`: it repeats what roster.toml:48 states for the same days; this one is left out. To mend it: end the earlier one with `until`, or take one of them out.
    roster.toml:62: error[period-backwards]: holding of `ines`: it ends on 2026-01-01, not after it starts on 2026-03-01. To mend it: `until` is the first day it no longer holds: make it later than `from`.
    roster.toml:64: warning[two-managers]: reporting line of `mirre`: it gives a second solid-line manager on days that roster.toml:20 covers; this one is left out. To mend it: end the earlier line with `until`, or mark one with solid = false.
    "#);
}

#[test]
fn syntax_errors_are_listed_with_their_lines() {
    let file =
        Written::new("roster.toml", "[[person]]\nid = 'a'\nfrom = 2026-02-31\nname = Ines\nid = 'b'\n[[team]\n= 3\n");
    let (roster, problems) = read(&file.path());
    assert_eq!(roster, Roster::default());
    insta::assert_snapshot!(file.shown(&problems), @r#"
    roster.toml:3: error[invalid-date]: this is not TOML at `2026-02-31`: invalid date, expected day between 01 and 28. To mend it: write a day that exists as year-month-day, such as 2026-02-28.
    roster.toml:4: error[toml-syntax]: this is not TOML at `Ines`: invalid float, expected `inf`. To mend it: put text between double quotes.
    roster.toml:5: error[duplicate-key]: this is not TOML at `id`: duplicate key. To mend it: keep one of the two.
    roster.toml:6: error[toml-syntax]: this is not TOML: unclosed array table, expected `]`. To mend it: compare the line with the example files that `rung init` writes.
    roster.toml:7: error[toml-syntax]: this is not TOML: unquoted keys cannot be empty, expected letters, numbers, `-`, `_`. To mend it: write a key, then =, then its value.
    "#);
}

#[test]
fn circles_of_any_size_are_cut_once() {
    for size in [2, 3, 500] {
        let text: String =
            (0..size).map(|n| format!("[[person]]\nid = 'p{n}'\nmanager = 'p{}'\n", (n + 1) % size)).collect();
        let (roster, problems) = of(text);
        assert_eq!(problems, [(size * 3, "reporting-cycle")]);
        assert_eq!(roster.lines.len(), size - 1);
    }
}

#[test]
fn a_circle_counts_only_where_its_lines_hold_on_one_day() {
    let people = "[[person]]\nid = 'a'\n[[person]]\nid = 'b'\n";
    let line = |person, manager, days| format!("[[reports_to]]\nperson = '{person}'\nmanager = '{manager}'\n{days}\n");
    let swapped = [people, &line("a", "b", "until = 2026-01-01"), &line("b", "a", "from = 2026-01-01")].concat();
    assert_eq!(of(swapped).1, []);
    let touching = [people, &line("a", "b", "until = 2026-01-02"), &line("b", "a", "from = 2026-01-01")].concat();
    assert_eq!(of(touching).1, [(9, "reporting-cycle")]);
    let dotted = [people, &line("a", "b", ""), &line("b", "a", "solid = false")].concat();
    assert_eq!(of(dotted).1, []);
}

#[test]
fn one_manager_may_follow_another_and_not_stand_beside() {
    let people = "[[person]]\nid = 'a'\nmanager = 'b'\n[[person]]\nid = 'b'\n[[person]]\nid = 'c'\n";
    let line = "[[reports_to]]\nperson = 'a'\nmanager = 'c'\n";
    let (roster, problems) = of(format!("{people}{line}"));
    assert_eq!(problems, [(8, "two-managers")]);
    assert_eq!(roster.manager_of("a", date(2026, 1, 1)).unwrap().id, "b");
    assert_eq!(of(format!("{people}{line}solid = false\n")).1, []);
}

#[test]
fn teams_do_not_lie_within_themselves() {
    let (roster, problems) = of("[[team]]\nid = 'a'\nparent = 'b'\n[[team]]\nid = 'b'\nparent = 'c'\n\
        [[team]]\nid = 'c'\nparent = 'a'\n[[team]]\nid = 'd'\nparent = 'd'\n[[person]]\nid = 'x'\n");
    assert_eq!(problems, [(7, "team-cycle"), (10, "team-cycle")]);
    assert_eq!(roster.teams.iter().filter(|team| team.parent.is_some()).count(), 2);
}

#[test]
fn shares_over_one_are_noted_for_the_days_they_add_up() {
    let text = |until| {
        format!(
            "[[person]]\nid = 'a'\n[[team]]\nid = 't'\n[[team]]\nid = 'u'\n\
            [[membership]]\nperson = 'a'\nteam = 't'\nshare = 0.6\n{until}\n\
            [[membership]]\nperson = 'a'\nteam = 'u'\nshare = 0.5\nfrom = 2026-01-01\n"
        )
    };
    assert_eq!(of(text("until = 2026-01-01")).1, []);
    let (roster, problems) = of(text(""));
    assert_eq!(problems, [(12, "shares-over-one")]);
    assert_eq!(roster.memberships.len(), 2);
}

/// The bad-input list of PRIVACY.
#[test]
fn bad_files_are_told_what_they_are() {
    assert_eq!(of("").1, [(0, "empty-roster")]);
    assert_eq!(of("\u{feff}[[person]]\nid = 'a'\n").1, [(0, "byte-order-mark")]);
    assert_eq!(of(b"\xff\xfe[\0[\0").1, [(0, "not-utf-8")]);
    assert_eq!(of(b"[[person]]\nid = 'a'\nname = 'Andr\xe9'\n").1, [(3, "not-utf-8")]);
    assert_eq!(of(b"[[person]]\nid = 'a\0'\n").1, [(2, "nul-byte")]);
    assert_eq!(of(format!("[[person]]\nid = '{}'\n", "a".repeat(10 << 20))).1, [(2, "line-too-long")]);
    let long = "x".repeat(300);
    assert_eq!(of(format!("[[person]]\nid = 'a'\nname = '{long}'\n")).0.people[0].name, long);
    let twins = of("[[person]]\nid = 'a'\nname = 'Dave'\n[[person]]\nid = 'b'\nname = 'Dave'\n");
    assert_eq!((twins.0.people.len(), twins.1), (2, vec![]));
    for share in ["0", "-1", "nan", "inf", "1.5", "'half'", "99999999999999999999"] {
        let text = format!(
            "[[person]]\nid = 'a'\n[[team]]\nid = 't'\n[[membership]]\nperson = 'a'\nteam = 't'\nshare = {share}\n"
        );
        let (roster, problems) = of(text);
        assert!(roster.memberships.is_empty(), "{share}");
        assert_eq!(problems.len(), 1, "{share}: {problems:?}");
        assert_eq!(problems[0].0, 8, "{share}");
    }
    for day in ["2026-02-31", "'31/02'", "'13/12/2026'", "2026-02-01T10:00:00Z", "10:00:00", "3"] {
        let text = format!("[[person]]\nid = 'a'\n[[holding]]\nperson = 'a'\nposition = 'em'\nfrom = {day}\n");
        let (roster, problems) = of(text);
        assert!(roster.holdings.is_empty(), "{day}");
        assert!(problems.iter().any(|problem| problem.0 == 6), "{day}: {problems:?}");
    }
    assert_eq!(of("[[person]]\nid = 'a'\nzone = 'CET'\n").1, [(3, "vague-zone")]);
    let deep = format!("x = {}{}", "[".repeat(10_000), "]".repeat(10_000));
    assert_eq!(of(deep).1.first().map(|problem| problem.1), Some("toml-syntax"));
}

#[test]
fn a_folder_is_one_roster() {
    let folder = Written::new("people.toml", "[[person]]\nid = 'a'\nteam = 't'\n");
    let path = folder.path();
    let folder_path = path.parent().unwrap();
    std::fs::write(folder_path.join("teams.toml"), "[[team]]\nid = 't'\n[[person]]\nid = 'a'\n").unwrap();
    std::fs::write(folder_path.join("rules.toml"), "[[rule]]\nid = 'r'\n").unwrap();
    let (roster, problems) = read(folder_path);
    assert_eq!(checks(&problems), [(3, "duplicate-person")]);
    assert!(problems[0].file.ends_with("teams.toml"));
    assert_eq!((roster.people.len(), roster.memberships.len()), (1, 1));
}
