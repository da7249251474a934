//! The bad-input list of PRIVACY, for HR exports: every problem with its line, nothing guessed, no panic.

use proptest::prelude::*;

use crate::{hr, told};

#[test]
fn files_that_are_no_table() {
    assert_eq!(told(&hr("").problems), [(0, "no-rows")]);
    assert_eq!(told(&hr("\n\n").problems), [(0, "no-rows")]);
    assert_eq!(told(&hr("a\0b").problems), [(1, "nul-byte")]);
    assert_eq!(told(&hr("just words\n").problems), [(1, "unknown-columns")]);
    let long = format!("name\n{}\n", "x".repeat(10 << 20));
    assert_eq!(told(&hr(long).problems), [(2, "line-too-long")]);
}

#[test]
fn encodings_of_spreadsheets() {
    let own = hr("\u{feff}name,email\nAnna,anna@h.example\n");
    assert_eq!((own.roster.people.len(), told(&own.problems)), (1, vec![(0, "byte-order-mark")]));
    let wide: Vec<u8> = "\u{feff}name\tteam\nJörg\tÖl\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let own = hr(wide);
    assert_eq!(own.roster.people[0].name, "Jörg");
    assert_eq!(own.roster.teams[0].name, "Öl");
    let own = hr(b"name\nAndr\xe9\n");
    assert_eq!((own.roster.people[0].name.as_str(), told(&own.problems)), ("Andr\u{e9}", vec![(0, "not-utf-8")]));
}

#[test]
fn ragged_rows_and_heads_that_stand_twice() {
    let own = hr("name,email,email\nAnna,anna@h.example,x\nBela\nCora,c@h.example,,,more\n");
    assert_eq!(told(&own.problems), [(1, "duplicate-head"), (3, "ragged-row"), (4, "ragged-row")]);
    assert_eq!(own.roster.people.len(), 2);
}

#[test]
fn names_of_every_kind() {
    let long = "n".repeat(300);
    let own = hr(format!(
        "name,email\n\u{202e}Anna,a@h.example\n\u{1f469}\u{200d}\u{1f4bb},b@h.example\n{long},c@h.example\nAnna,d@h.example\n"
    ));
    let names: Vec<&str> = own.roster.people.iter().map(|p| p.name.as_str()).collect();
    assert_eq!(names, ["Anna", "\u{1f469}\u{200d}\u{1f4bb}", long.as_str(), "Anna"]);
    assert_eq!(own.problems, []);
    // Without any key, two people of one name are two people.
    let own = hr("name,manager\nAnna,\nAnna,\nBela,Anna\n");
    assert_eq!((own.roster.people.len(), own.roster.lines.len(), own.unresolved.len()), (3, 0, 1));
    assert_eq!(own.unresolved[0].candidates, ["anna", "anna-2"]);
    let own = hr("employee id,name\n7,Anna\n7,Bela\n");
    assert_eq!((own.roster.people.len(), told(&own.duplicates)), (1, vec![(3, "duplicate-person")]));
}

#[test]
fn managers_of_themselves_and_circles_of_two_three_and_five_hundred() {
    let own = hr("name,manager\nAnna,Anna\n");
    assert_eq!((own.roster.lines.len(), told(&own.cycles)), (0, vec![(2, "own-manager")]));
    for size in [2, 3, 500] {
        let rows: String = (0..size).map(|n| format!("P{n},P{}\n", (n + 1) % size)).collect();
        let own = hr(format!("name,manager\n{rows}"));
        assert_eq!(told(&own.cycles), [(size + 1, "reporting-cycle")], "{size}");
        assert_eq!(own.roster.lines.len(), size - 1);
    }
}

#[test]
fn parts_of_full_time_and_days_that_do_not_exist() {
    let own = hr(
        "name,fte,hire date,end date\nAnna,0,2025-01-01,\nBela,-1,,\nCora,NaN,31/02/2025,\nDino,half,2025-02-30,\nEvi,0.5,2026-01-01,2025-01-01\nFlo,80%,,\n",
    );
    assert_eq!(
        told(&own.problems),
        [
            (2, "bad-share"),
            (3, "bad-share"),
            (4, "invalid-date"),
            (4, "bad-share"),
            (5, "invalid-date"),
            (5, "bad-share"),
            (6, "period-backwards")
        ]
    );
    assert_eq!(own.roster.people.len(), 6);
    assert_eq!(own.roster.employments.last().map(|e| e.fte), Some(0.8));
}

#[test]
fn ten_thousand_rows_with_a_manager_each() {
    let rows: String =
        (0..10_000).map(|n| format!("{n},Person {n},p{n}@h.example,{},Team {}\n", n / 8, n % 700)).collect();
    let own = hr(format!("employee id,name,email,manager,team\n{rows}"));
    assert_eq!((own.roster.people.len(), own.roster.teams.len(), own.roster.lines.len()), (10_000, 700, 9_999));
    assert_eq!(told(&own.cycles), [(2, "own-manager")]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_bytes_are_read_without_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let own = hr([b"name,manager,hire date,fte\n".as_slice(), &bytes].concat());
        let attached = own.roster.lines.len() + own.unresolved.len() + own.cycles.len();
        prop_assert!(attached <= bytes.len() + 1);
    }
}
