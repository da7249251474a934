//! Timewarrior: month files and exports say the same.

use rung_model::manifest::SourceKind;

use crate::support::{read, read_files, said, told};

const MONTH: &str = r#"inc 20260302T083000Z - 20260302T100000Z # coding "two words"
inc 20260302T230000Z - 20260303T013000Z # incident # "queue was full \"again\""

inc 20260303T090000Z - 20260303T090000Z # nothing
inc 20260304T090000Z # review
exc 20260304T000000Z - 20260304T080000Z
"#;

const EXPORT: &str = r#"[
{"id":3,"start":"20260302T083000Z","end":"20260302T100000Z","tags":["two words","coding"]},
{"id":2,"start":"20260302T230000Z","end":"20260303T013000Z","tags":["incident"],"annotation":"queue was full \"again\""},
{"id":1,"start":"20260304T090000Z","tags":["review"]}
]"#;

#[test]
fn a_month_file_is_read() {
    let log = read(SourceKind::Timewarrior, "2026-03.data", MONTH);
    insta::assert_snapshot!(told(&log), @r#"
    2026-03-02T08:30:00Z 90 | coding, two words | - | coding+two words | Ines Halvorsen :1
    2026-03-02T23:00:00Z 150 | queue was full "again" | - | incident | Ines Halvorsen :2
    "#);
    insta::assert_snapshot!(said(&log), @r"
    1 x a time nobody works
    1 x no length
    1 x still running
    ");
}

#[test]
fn an_export_holds_the_same_facts() {
    let both = read_files(
        SourceKind::Timewarrior,
        &[
            ("2026-03.data", MONTH.as_bytes()),
            ("export.json", EXPORT.as_bytes()),
            ("tags.data", b"{}"),
            ("undo.data", b"txn:\n"),
        ],
    );
    assert_eq!(both.evidence.len(), 2, "{}", told(&both));
    let export = read(SourceKind::Timewarrior, "export.json", EXPORT);
    let ids = |log: &rung_sources::read::Read| log.evidence.iter().map(|fact| fact.id).collect::<Vec<_>>();
    assert_eq!(ids(&both), ids(&export));
    assert_eq!(export.unused["still running"], 1);
}

#[test]
fn a_folder_without_months_says_so() {
    let none = read_files(SourceKind::Timewarrior, &[("tags.data", b"{}"), ("pending.data", b"[description:\"x\"]\n")]);
    assert_eq!(said(&none), "Error nothing-to-read the folder holds no month of Timewarrior, such as 2026-03.data");
}
