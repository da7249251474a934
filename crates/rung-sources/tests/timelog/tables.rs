//! Tables of entries: columns by name, signs, lengths, nights, and the hours that daylight saving gives and takes.

use rung_model::{evidence::Zone, manifest::SourceKind};

use crate::support::{day, entry, read, said, told};

#[test]
fn columns_are_found_by_their_names_in_any_order() {
    let log = read(
        SourceKind::TimeLog,
        "log.csv",
        "Description,END,Start,date,Tags,Project,Colour\n\
         Pairing on retries,10:00,8:30,2026-03-02,\"pairing, ledger\",Ledger,red\n\
         \n\
         \"Deploy\nand watch\",00:45,23:15,2026-03-02,,,\n",
    );
    insta::assert_snapshot!(told(&log), @r"
    2026-03-02T07:30:00Z 90 | Pairing on retries | Ledger | ledger+pairing | Ines Halvorsen :2
    2026-03-02T22:15:00Z 90 | Deploy and watch | - |  | Ines Halvorsen :4
    ");
    insta::assert_snapshot!(said(&log), @"Note unknown-column:1 columns that are not used: `Colour`");
    assert_eq!(log.manifest.days, Some((day(2), day(2))));
    let rung_model::evidence::When::Interval { zone, .. } = &log.evidence[0].when else { panic!("an interval") };
    assert_eq!(zone, &Zone::Named("Europe/Berlin".into()));
    assert!(!entry(&log.evidence[0]).automatic);
}

#[test]
fn semicolons_decimal_commas_and_lengths_without_a_start() {
    let log = read(
        SourceKind::TimeLog,
        "log.csv",
        "sep=;\r\nDatum;Stunden;Beschreibung;Mitarbeiter\r\n\
         02.03.2026;1,5;Planung;Boris Adeyemi\r\n\
         02.03.2026;0,25;Planung;\r\n\
         Summe;1,75;;\r\n",
    );
    insta::assert_snapshot!(told(&log), @r"
    2026-03-02 amount 90 | Planung | - |  | Boris Adeyemi :3
    2026-03-02 amount 15 | Planung | - |  | Ines Halvorsen :4
    ");
    insta::assert_snapshot!(said(&log), @"1 x a sum of other rows");
}

#[test]
fn lengths_of_every_spelling_in_one_column() {
    let log = read(
        SourceKind::TimeLog,
        "log.tsv",
        "day\tduration\ttask\n2026-03-02\t1:30\ta\n2026-03-02\t1h30m\tb\n2026-03-02\t90\tc\n2026-03-02\t1.5h\td\n\
         2026-03-02\t1,5\te\n",
    );
    assert!(told(&log).lines().all(|line| line.contains("amount 90")), "{}", told(&log));
    assert_eq!(log.evidence.len(), 5);
    insta::assert_snapshot!(said(&log), @r"
    Note hours-or-minutes:6 lengths such as 1,5 were read as hours
    Note minutes-or-hours:4 lengths such as 90 were read as minutes
    ");
}

#[test]
fn clocks_that_change_are_read_as_people_mean_them() {
    let log = read(
        SourceKind::TimeLog,
        "log.csv",
        "date,start,end,duration,task\n\
         2026-03-29,01:30,03:30,,an hour is skipped\n\
         2026-10-25,01:30,03:30,,an hour comes twice\n\
         2026-10-25,02:15,02:45,1:30,the second one\n\
         2026-10-25,02:50,02:10,0:20,over the change\n\
         2026-10-24,22:00,06:00,,a night of nine hours\n",
    );
    let minutes: Vec<_> = told(&log).lines().map(|line| line.split(' ').nth(1).unwrap().to_owned()).collect();
    assert_eq!(minutes, ["60", "540", "180", "90", "20"], "{}", told(&log));
    assert_eq!(said(&log).lines().filter(|line| !line.contains("overlap")).count(), 0, "{}", said(&log));
}

#[test]
fn starts_with_a_length_offsets_and_running_clocks() {
    let log = read(
        SourceKind::TimeLog,
        "log.csv",
        "start,end,minutes,note\n\
         2026-03-02 08:30,,45,from a start\n\
         ,2026-03-02 10:00,30,to an end\n\
         2026-03-02T12:00:00+05:30,2026-03-02T13:00:00+05:30,,with an offset\n\
         2026-03-03 9:00 AM,2026-03-03 1:00 PM,,by halves of the day\n\
         2026-03-04 08:00,,,running\n\
         2026-03-04 08:00,2026-03-04 08:00,0,nothing\n",
    );
    insta::assert_snapshot!(told(&log), @r"
    2026-03-02T06:30:00Z 60 | with an offset | - |  | Ines Halvorsen :4
    2026-03-02T07:30:00Z 45 | from a start | - |  | Ines Halvorsen :2
    2026-03-02T08:30:00Z 30 | to an end | - |  | Ines Halvorsen :3
    2026-03-03T08:00:00Z 240 | by halves of the day | - |  | Ines Halvorsen :5
    ");
    insta::assert_snapshot!(said(&log), @r"
    1 x no length
    1 x still running
    ");
}

#[test]
fn overlaps_are_told_once_and_left_to_the_layout() {
    let log = read(
        SourceKind::TimeLog,
        "log.csv",
        "date,start,end,task,person\n\
         2026-03-02,08:00,10:00,a,Ines\n2026-03-02,09:00,11:00,b,Ines\n2026-03-02,09:30,09:45,c,Ines\n\
         2026-03-02,09:00,11:00,b,Chen Ruo\n2026-03-02,11:00,12:00,d,Ines\n",
    );
    assert_eq!(log.evidence.len(), 5);
    insta::assert_snapshot!(said(&log), @"Note overlapping-entries:3 2 entries overlap an earlier one of name:Ines, first this one with the one at line 2");
}

#[test]
fn overlaps_of_many_people_are_told_of_the_first_ones() {
    let rows: String = (0..30)
        .map(|number| format!("2026-03-02,08:00,10:00,P{number:02}\n2026-03-02,09:00,11:00,P{number:02}\n"))
        .collect();
    let log = read(SourceKind::TimeLog, "log.csv", &format!("date,start,end,person\n{rows}"));
    assert_eq!(log.problems.len(), 20);
    assert!(log.problems[19].what.ends_with("; so do entries of 10 more people"), "{}", log.problems[19].what);
}

#[test]
fn days_and_months_are_told_apart_by_the_whole_file() {
    let months = read(SourceKind::TimeLog, "us.csv", "date,hours\n03/02/2026,1\n03/13/2026,1\n");
    assert_eq!(months.manifest.days, Some((day(2), day(13))));
    assert_eq!(said(&months), "");
    let days = read(SourceKind::TimeLog, "eu.csv", "date,hours\n02/03/2026,1\n13/03/2026,1\n");
    assert_eq!(days.manifest.days, Some((day(2), day(13))));
    let open = read(SourceKind::TimeLog, "open.csv", "date,hours\n02/03/2026,1\n");
    insta::assert_snapshot!(said(&open), @"Note day-or-month:2 dates such as 02/03/2026 were read with the day first");
}

#[test]
fn equal_amounts_of_a_day_are_told_apart_and_equal_stretches_are_one() {
    let amounts = read(SourceKind::TimeLog, "a.csv", "date,minutes,task\n2026-03-02,30,x\n2026-03-02,30,x\n");
    assert_eq!(amounts.evidence.len(), 2);
    let rows = "date,start,end,task\n2026-03-02,8:00,9:00,x\n2026-03-02,08:00,09:00, x\n";
    let stretches = read(SourceKind::TimeLog, "b.csv", rows);
    assert_eq!(stretches.evidence.len(), 1);
    assert_eq!(said(&stretches), "1 x the same entry again");
}

#[test]
fn hidden_characters_leave_the_words() {
    let log = read(SourceKind::TimeLog, "a.csv", "date,minutes,task\n2026-03-02,30,Led\u{202e}ger\u{200b}  work\n");
    assert_eq!(entry(&log.evidence[0]).title.as_deref(), Some("Ledger work"));
}
