//! Toggl Track: the detailed report as CSV, time entries and reports as JSON.

use rung_model::manifest::SourceKind;

use crate::support::{read, said, told};

#[test]
fn a_detailed_report_names_its_people() {
    let log = read(
        SourceKind::Toggl,
        "report.csv",
        "\u{feff}User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags,Amount (EUR)\n\
         Ines Halvorsen,ines@harbour.example,Quay,Ledger,,Retry queue,No,2026-03-02,08:30:00,2026-03-02,10:00:00,01:30:00,\"coding, ledger\",\n\
         Boris Adeyemi,Boris@harbour.example,,,Planning,,No,2026-03-02,23:30:00,2026-03-03,00:30:00,01:00:00,,\n",
    );
    insta::assert_snapshot!(told(&log), @r"
    2026-03-02T07:30:00Z 90 | Retry queue | Ledger | coding+ledger | Ines Halvorsen :2
    2026-03-02T22:30:00Z 60 | Planning | - |  | Boris Adeyemi :3
    ");
    insta::assert_snapshot!(said(&log), @"Note byte-order-mark it starts with a byte order mark");
    let keys: Vec<_> = log.evidence.iter().map(|fact| fact.actor.key()).collect();
    assert_eq!(keys, ["toggl:@ines@harbour.example", "toggl:@boris@harbour.example"]);
    assert_eq!(log.evidence[1].actor.address.as_deref(), Some("boris@harbour.example"));
}

#[test]
fn entries_of_the_interface_keep_their_ids() {
    let text = r#"[
      {"id":71,"project_id":5,"project_name":"Ledger","start":"2026-03-02T08:30:00+00:00","stop":"2026-03-02T10:00:00Z",
       "duration":5400,"description":"Retry queue","tags":["coding"],"user_id":9,"server_deleted_at":null},
      {"id":72,"start":"2026-03-02T11:00:00Z","stop":null,"duration":-1772449200,"description":"now","user_id":9},
      {"id":73,"start":"2026-03-02T11:00:00Z","stop":"2026-03-02T12:00:00Z","duration":3600,"server_deleted_at":"2026-03-02T13:00:00Z"},
      {"id":74,"start":"2026-03-02T12:00:00Z","duration":600,"description":null,"tags":null}
    ]"#;
    let log = read(SourceKind::Toggl, "entries.json", text);
    insta::assert_snapshot!(told(&log), @r"
    2026-03-02T08:30:00Z 90 | Retry queue | Ledger | coding | Ines Halvorsen :2
    2026-03-02T12:00:00Z 10 | - | - |  | Ines Halvorsen :6
    ");
    insta::assert_snapshot!(said(&log), @r"
    1 x deleted
    1 x still running
    ");
    let renamed = read(SourceKind::Toggl, "other.json", &text.replace("Retry queue", "Renamed"));
    assert_eq!(log.evidence[0].id, renamed.evidence[0].id);
}

#[test]
fn reports_group_entries_and_several_people_stay_apart() {
    let report = r#"[
      {"user_id":9,"username":"Ines Halvorsen","project_id":5,"description":"Retry queue","tag_ids":[1],
       "time_entries":[{"id":71,"seconds":5400,"start":"2026-03-02T09:30:00+01:00","stop":"2026-03-02T11:00:00+01:00"},
                       {"id":75,"seconds":60,"start":"2026-03-03T09:30:00+01:00","stop":"2026-03-03T09:31:00+01:00"}]},
      {"user_id":10,"description":"Planning","time_entries":[{"id":76,"seconds":1800,"start":"2026-03-02T09:30:00+01:00","stop":"2026-03-02T10:00:00+01:00"}]}
    ]"#;
    let log = read(SourceKind::Toggl, "report.json", report);
    let keys: Vec<_> = log.evidence.iter().map(|fact| fact.actor.key()).collect();
    assert_eq!(log.evidence.len(), 3);
    assert!(keys.contains(&"toggl:9".to_owned()) && keys.contains(&"toggl:10".to_owned()), "{keys:?}");
    assert_eq!(said(&log), "", "nobody overlaps with somebody else");
    let old = r#"{"total_grand":1,"data":[{"id":71,"uid":9,"user":"Ines Halvorsen","project":"Ledger","description":"Retry queue",
       "start":"2026-03-02T09:30:00+01:00","end":"2026-03-02T11:00:00+01:00","dur":5400000,"tags":["coding"]}]}"#;
    let old = read(SourceKind::Toggl, "old.json", old);
    assert_eq!(told(&old), "2026-03-02T08:30:00Z 90 | Retry queue | Ledger | coding | Ines Halvorsen :1");
    assert!(log.evidence.iter().any(|fact| fact.id == old.evidence[0].id));
}
