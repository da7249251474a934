//! What is wrong is told with its line, all of it at once, and the rest is read.

use rung_model::{manifest::SourceKind, problem::Severity};

use crate::support::{checks, read, read_files, said, told};

#[test]
fn every_bad_row_of_a_table_is_told() {
    let log = read(
        SourceKind::TimeLog,
        "log.csv",
        "date,start,end,duration,task\n\
         31/02/2026,8:00,9:00,,no such day\n\
         2026-03-02,8:00,25:00,,no such hour\n\
         2026-03-02,,,soon,no length\n\
         2026-03-02,,,,nothing\n\
         ,8:00,9:00,,no day\n\
         2026-03-02,8:00,9:00,,an unquoted, comma\n\
         2026-03-02,,,-1:00,negative\n\
         2026-03-02,,,30:00,too long\n\
         2026-03-02 10:00,,2026-03-02 09:00,,backwards\n\
         2026-03-02,8:00,9:00,3:00,differs\n\
         2026-03-02,2026-03-02 8:00,2026-03-20 9:00,,a clock nobody stopped\n",
    );
    insta::assert_snapshot!(said(&log), @r"
    Error bad-date:2 `31/02/2026` is no date and no time of day
    Error bad-date:3 `25:00` is no date and no time of day
    Error bad-duration:4 `soon` is no length of time
    Error no-length:5 the row has no length
    Error no-day:6 the start has no day
    Error too-many-cells:7 the row has 6 cells under 5 heads, so nobody knows which is which
    Error bad-duration:8 the length is negative
    Error too-long:9 it has 1800 minutes, more than a day
    Error end-before-start:10 it ends before it starts
    Error too-long:12 the entry lasts 18 days
    Note length-differs:11 start and end are 120 minutes apart from the length given; they were taken
    ");
    assert_eq!(log.evidence.len(), 1);
}

#[test]
fn files_that_are_no_log_say_why() {
    let said_of = |kind, name: &str, text: &[u8]| said(&read_files(kind, &[(name, text)]));
    insta::assert_snapshot!(said_of(SourceKind::TimeLog, "a.csv", b""), @"Error no-rows:1 the file has no row");
    insta::assert_snapshot!(said_of(SourceKind::TimeLog, "a.csv", b"\n\nalpha,beta\n1,2\n"), @"Error no-head:3 no row names the columns; the first one is: `alpha`, `beta`");
    insta::assert_snapshot!(said_of(SourceKind::TimeLog, "a.csv", b"date,mi\0nutes\n"), @"Error nul-byte:1 it holds a NUL byte");
    insta::assert_snapshot!(said_of(SourceKind::Timewarrior, "a.data", b"inc soon - later\nnonsense\ninc\n"), @r"
    Error bad-date:1 `soon` is no moment
    Error bad-date:1 `later` is no moment
    Error not-timewarrior:2 `nonsense` is no line of Timewarrior
    Error bad-interval:3 `inc` has no start and end
    ");
    insta::assert_snapshot!(said_of(SourceKind::Timewarrior, "a.json", b"{\"x\":1}"), @"Error not-timewarrior:1 the file is no list of intervals");
    insta::assert_snapshot!(said_of(SourceKind::Toggl, "a.json", b"{\"x\":1}"), @"Error not-toggl:1 the file holds no time entries");
    insta::assert_snapshot!(said_of(SourceKind::Toggl, "a.json", b"[{},{\"start\":\"x\",\"stop\":\"y\"},\n{\"start\":\"2026-03-02T10:00:00Z\",\"stop\":\"2026-03-02T09:00:00Z\"}]"), @r"
    Error no-start:1 the entry has no start
    Error bad-date:1 `x` is no moment
    Error bad-date:1 `y` is no moment
    Error end-before-start:2 it ends before it starts
    ");
    insta::assert_snapshot!(said_of(SourceKind::ActivityWatch, "a.json", b"[1]"), @"Error not-activitywatch:1 it is no export of ActivityWatch: no buckets with events");
    insta::assert_snapshot!(said_of(SourceKind::ActivityWatch, "a.json", b"{\"buckets\":{}}"), @"Warning no-events the export holds no event");
    insta::assert_snapshot!(said_of(SourceKind::ActivityWatch, "a.json", b"{\"buck"), @"Error not-activitywatch:1 it is no JSON: EOF while parsing a string");
}

#[test]
fn other_encodings_deep_nesting_and_missing_files() {
    let latin = read_files(SourceKind::TimeLog, &[("a.csv", b"date,minutes,task\n2026-03-02,30,Gr\xfc\xdfe\n")]);
    assert!(told(&latin).contains("Grüße"), "{}", told(&latin));
    assert_eq!(checks(&latin), ["not-utf-8"]);
    let deep = "[".repeat(10_000);
    for kind in [SourceKind::Timewarrior, SourceKind::Toggl, SourceKind::ActivityWatch] {
        let read = read(kind, "deep.json", &deep);
        assert!(read.problems.iter().any(|problem| problem.severity == Severity::Error), "{kind:?}");
    }
    let empty = read_files(SourceKind::TimeLog, &[]);
    assert_eq!(checks(&empty), ["nothing-to-read"]);
}

#[test]
fn many_problems_are_counted_and_long_tables_are_read_in_linear_time() {
    let mut text = "date,minutes,task\n".to_owned();
    for number in 0..30_000 {
        text += if number % 3 == 0 { "never,5,x\n" } else { "2026-03-02,1,x\n" };
    }
    let log = read(SourceKind::TimeLog, "log.csv", &text);
    assert_eq!(log.problems.len(), 1_001);
    assert_eq!(log.problems.last().unwrap().what, "there are 9000 more problems");
    assert_eq!(log.evidence.len(), 20_000);
}
