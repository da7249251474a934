//! What each tracker's export gives.

use jiff::civil::date;
use rung_model::{
    evidence::{Object, RoleInEvent, Verb, When, Zone},
    manifest::SourceKind,
};

use super::{checks, count, fixture, key, read, read_days, unused};

#[test]
fn jira_json_gives_every_act_of_a_person() {
    let read = read(SourceKind::Jira, &fixture("jira-search.json"));
    assert_eq!(checks(&read), Vec::<String>::new());
    let counts = [Verb::Opened, Verb::MovedIssue, Verb::Commented, Verb::LoggedWork].map(|verb| count(&read, verb));
    assert_eq!(counts, [2, 4, 2, 5]);
    assert_eq!((unused(&read, "by automation"), unused(&read, "trace of a worklog")), (3, 1));
    assert_eq!(read.manifest.rows, 13);

    let opened = read.evidence.iter().find(|fact| fact.verb == Verb::Opened).unwrap();
    assert_eq!((opened.role, opened.actor.name.as_deref()), (RoleInEvent::Author, Some("Ines Halvorsen")));
    assert_eq!(opened.actor.address.as_deref(), Some("ines.halvorsen@harbour.example"));
    assert_eq!(opened.actor.key(), "harbour.atlassian.example:712020:aaaa1111-ines");
    let Object::Item(event) = &opened.object else { panic!("an item") };
    assert_eq!(
        (event.item.title.as_deref(), event.item.type_name.as_deref()),
        (Some("Rounding of refunds"), Some("Bug"))
    );
    assert_eq!((&*event.item.project, event.item.labels.len(), event.item.assignees.len()), ("PAY", 1, 1));
}

#[test]
fn one_entry_of_the_history_is_one_change() {
    let read = read(SourceKind::Jira, &fixture("jira-search.json"));
    let changes: Vec<_> = read
        .evidence
        .iter()
        .filter_map(|fact| match &fact.object {
            Object::Item(event) if fact.verb == Verb::MovedIssue => {
                event.change.as_ref().map(|change| (fact.role, change))
            }
            _ => None,
        })
        .map(|(role, change)| (role, &*change.field, change.from.as_deref(), change.to.as_deref()))
        .collect();
    let expected = [
        (RoleInEvent::Subject, "assignee", None, Some("Boris Adeyemi")),
        (RoleInEvent::Assignee, "status", Some("To Do"), Some("In Progress")),
        (RoleInEvent::Subject, "description", None, None),
        (RoleInEvent::Subject, "labels", None, Some("chargeback")),
    ];
    assert_eq!(changes, expected);
}

#[test]
fn worklogs_are_intervals_in_the_zone_they_were_written_in() {
    let read = read(SourceKind::Jira, &fixture("jira-search.json"));
    let log = read.evidence.iter().find(|fact| fact.verb == Verb::LoggedWork).unwrap();
    let When::Interval { start, end, zone } = &log.when else { panic!("an interval") };
    assert_eq!((start.to_string(), end.as_second() - start.as_second()), ("2026-03-02T08:30:00Z".to_owned(), 5400));
    assert_eq!(zone, &Zone::Offset(3600));
    let Object::Entry(entry) = &log.object else { panic!("an entry") };
    assert_eq!((entry.title.as_deref(), entry.automatic), (Some("fix the rounding"), false));
    assert_eq!(key(log), "PAY-1");
}

#[test]
fn what_people_wrote_is_not_kept() {
    for (kind, file) in [
        (SourceKind::Jira, "jira-search.json"),
        (SourceKind::Jira, "jira-export.csv"),
        (SourceKind::Linear, "linear.json"),
        (SourceKind::Linear, "linear.csv"),
        (SourceKind::GitLab, "gitlab.csv"),
    ] {
        let read = read(kind, &fixture(file));
        let all = format!("{:?} {:?}", read.evidence, read.problems);
        for text in ["ecret", "Nobody", "private", "Not to be kept"] {
            assert!(!all.contains(text), "{file} keeps {text}");
        }
        assert!(!read.evidence.is_empty(), "{file}");
    }
}

#[test]
fn jira_csv_gives_what_it_has() {
    let read = read(SourceKind::Jira, &fixture("jira-export.csv"));
    assert_eq!(checks(&read), Vec::<String>::new());
    let counts = [Verb::Opened, Verb::MovedIssue, Verb::Commented, Verb::LoggedWork].map(|verb| count(&read, verb));
    assert_eq!(counts, [2, 0, 2, 5]);
    let columns: Vec<_> = read.unused.keys().map(String::as_str).collect();
    let expected =
        ["column `description`", "column `issue id`", "column `sprint`", "column `status`", "column `updated`"];
    assert_eq!(columns, expected);
    let named = read.evidence.iter().filter(|fact| fact.actor.name.is_some()).count();
    assert_eq!(named, 9, "rows tell the names of ids");
    let log = read.evidence.iter().find(|fact| fact.verb == Verb::LoggedWork).unwrap();
    assert_eq!(log.actor.name.as_deref(), Some("Boris Adeyemi"));
    let When::Interval { start, zone, .. } = &log.when else { panic!("an interval") };
    assert_eq!((start.to_string(), zone), ("2026-03-02T08:30:00Z".to_owned(), &Zone::Floating));
}

#[test]
fn linear_gives_acts_by_people() {
    let json = read(SourceKind::Linear, &fixture("linear.json"));
    assert_eq!(checks(&json), ["issue-cut-short:0"]);
    let counts = [Verb::Opened, Verb::MovedIssue, Verb::Commented].map(|verb| count(&json, verb));
    assert_eq!((counts, unused(&json, "by automation")), ([1, 2, 1], 2));
    let moved = json.evidence.iter().find(|fact| fact.verb == Verb::MovedIssue).unwrap();
    assert_eq!((moved.role, moved.actor.key()), (RoleInEvent::Assignee, "linear.app:u-chen".to_owned()));

    let csv = read(SourceKind::Linear, &fixture("linear.csv"));
    assert_eq!(checks(&csv), Vec::<String>::new());
    assert_eq!((csv.evidence.len(), unused(&csv, "state change without an actor")), (1, 2));
    assert_eq!(csv.evidence[0].id, json.evidence[0].id, "made once, in two forms");
    assert_eq!(csv.evidence[0].actor.address.as_deref(), Some("ines.halvorsen@harbour.example"));
}

#[test]
fn gitlab_csv_gives_who_made_issues() {
    let read = read(SourceKind::GitLab, &fixture("gitlab.csv"));
    assert_eq!(checks(&read), Vec::<String>::new());
    assert_eq!((read.evidence.len(), count(&read, Verb::Opened)), (2, 2));
    assert_eq!(read.evidence[0].actor.key(), "gitlab.harbour.example:@ines");
    let Object::Item(event) = &read.evidence[0].object else { panic!("an item") };
    assert_eq!((&*event.item.project, &*event.item.key), ("harbour/ledger", "#12"));
    assert_eq!((unused(&read, "state change without an actor"), unused(&read, "time spent without a date")), (1, 1));
    let When::Instant { at, .. } = &read.evidence[0].when else { panic!("an instant") };
    assert_eq!(at.to_string(), "2026-03-02T07:10:00Z");
}

#[test]
fn only_the_days_asked_for_are_given() {
    let read = read_days(SourceKind::Jira, &fixture("jira-search.json"), date(2026, 3, 5), date(2026, 3, 5));
    assert_eq!((read.evidence.len(), count(&read, Verb::LoggedWork)), (3, 2));
    assert_eq!(read.manifest.days, Some((date(2026, 3, 5), date(2026, 3, 5))));
}
