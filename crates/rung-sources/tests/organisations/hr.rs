//! HR exports with dirty manager references.

use rung_sources::roster::import::Columns;

use crate::{hr, told};

const EXPORT: &str = "\
Employee ID;First Name;Last Name;Work Email;Reports To;Job Title;Department;Team;Hire Date;Termination Date;FTE
100;Ruth;Okonedo;ruth@harbour.example;;Director;Engineering;;01/09/2022;;1
101;Marta;Quintero;marta@harbour.example;ruth@harbour.example;EM5;Engineering;Settlement;13/02/2023;;100%
102;Ines;Halvorsen;ines@harbour.example;101;TL5;Engineering;Settlement;03/03/2025;;0,8
103;Jonas;Meier;jonas@harbour.example;Quintero, Marta;Senior engineer;Engineering;Settlement;01/11/2023;;
104;Jonas;Meier;jonas.meier@harbour.example;Marta Quintera;Senior engineer;Engineering;Ledger;02/09/2024;30/06/2026;1
105;Tobi;Adeyemi;tobi@harbour.example;Jonas Meier;Chief Tide Officer;Engineering;Ledger;15/01/2025;;1
106;Wren;Castellano;wren@harbour.example;999;Senior engineer;Engineering;Ledger;15/05/2023;;1
";

#[test]
fn people_teams_lines_and_titles_are_counted_and_what_is_unclear_is_left_open() {
    let own = hr(EXPORT);
    let roster = &own.roster;
    assert_eq!((roster.people.len(), roster.teams.len(), roster.memberships.len()), (7, 3, 7));
    assert_eq!(roster.person("102").map(|p| p.name.as_str()), Some("Ines Halvorsen"));
    let lines: Vec<(&str, &str)> = roster.lines.iter().map(|l| (l.person.as_str(), l.manager.as_str())).collect();
    assert_eq!(lines, [("101", "100"), ("102", "101"), ("103", "101")]);
    let open: Vec<(usize, &str, &str, Vec<&str>)> = own
        .unresolved
        .iter()
        .map(|one| {
            (one.line, one.item.as_str(), one.wanted.as_str(), one.candidates.iter().map(String::as_str).collect())
        })
        .collect();
    assert_eq!(
        open,
        [
            (6, "manager of `104`", "Marta Quintera", vec!["101"]),
            (7, "manager of `105`", "Jonas Meier", vec!["103", "104"]),
            (8, "manager of `106`", "999", vec![]),
        ]
    );
    assert_eq!(told(&own.problems), [(7, "unknown-title")]);
    assert_eq!((own.cycles.len(), own.duplicates.len()), (0, 0));
    // 13/02/2023 tells that the day comes first; the last day is one they are still there.
    let days: Vec<(Option<String>, Option<String>, f64)> = roster
        .employments
        .iter()
        .map(|e| (e.period.from.map(|d| d.to_string()), e.period.until.map(|d| d.to_string()), e.fte))
        .collect();
    let day = |text: &str| Some(text.to_owned());
    assert_eq!(days[2], (day("2025-03-03"), None, 0.8));
    assert_eq!(days[4], (day("2024-09-02"), day("2026-07-01"), 1.0));
    let positions: Vec<&str> = roster.holdings.iter().map(|h| h.position.as_str()).collect();
    assert_eq!(positions, ["director", "EM5", "TL5", "senior", "senior", "senior"]);
    let parents: Vec<(&str, Option<&str>)> =
        roster.teams.iter().map(|t| (t.name.as_str(), t.parent.as_deref())).collect();
    assert_eq!(parents, [("Engineering", None), ("Settlement", Some("engineering")), ("Ledger", Some("engineering"))]);
}

#[test]
fn dates_that_could_be_either_way_round_are_not_guessed() {
    let own = hr("name,hire date\nAnna,03/04/2025\nBela,05/06/2025\nCora,07/07/2025\nDino,2025-01-02\n");
    assert_eq!(told(&own.problems), [(2, "date-order-unknown"), (3, "date-order-unknown")]);
    assert_eq!(own.roster.employments.len(), 2);
    let own = hr("name,hire date\nAnna,03/04/2025\nBela,05/26/2025\n");
    assert_eq!(own.problems, []);
    assert_eq!(own.roster.employments[0].period.from.map(|d| d.to_string()).as_deref(), Some("2025-03-04"));
}

#[test]
fn columns_are_named_once_by_who_knows_them() {
    let columns = Columns::parse("name=Wer, manager=Chefin").expect("two pairs");
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("people.csv");
    std::fs::write(&file, "Wer,Chefin\nAnna,\nBela,Anna\n").expect("a file");
    let own = rung_sources::roster::import::import(&file, None, &columns, &rung_sources::framework::builtin());
    assert_eq!((own.roster.people.len(), own.roster.lines.len(), own.problems.len()), (2, 1, 0));
    assert!(Columns::parse("boss=Chefin").is_err_and(|why| why.contains("`boss`") && why.contains("manager")));
    assert!(Columns::parse("name").is_err());
}
