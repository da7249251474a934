//! A roster written and read again is the same, and `fmt` changes nothing it says.

use proptest::prelude::*;
use rung_model::roster::{Person, Roster};
use rung_sources::roster::{fmt, one_file, read, write};

use crate::Written;

const WORDS: [&str; 5] = ["", "a \"quoted\" # name", "Größe\u{1f469}\u{200d}\u{1f4bb}", "=1+1", "plain"];

fn days() -> impl Strategy<Value = String> {
    let day = || prop::option::of((1..=12_u8, 1..=28_u8).prop_map(|(month, day)| format!("2026-{month:02}-{day:02}")));
    (day(), day(), day(), day()).prop_map(|(from, until, recorded, superseded)| {
        let keys = ["from", "until", "recorded", "superseded"];
        let pairs = keys.iter().zip([from, until, recorded, superseded]);
        pairs.filter_map(|(key, day)| Some(format!("{key} = {}\n", day?))).collect()
    })
}

/// A statement, most of them sound.
fn statement() -> impl Strategy<Value = String> {
    let who = || (0..5_u8).prop_map(|n| format!("p{n}"));
    let team = || (0..4_u8).prop_map(|n| format!("t{n}"));
    let share = || (1..=10_u8).prop_map(|tenths| f64::from(tenths) / 10.0);
    let position = || prop::sample::select(vec!["senior", "tech_lead", "EM5", "director"]);
    let duty = || prop::sample::select(vec!["code_review", "architecture", "one_on_ones", "own_one"]);
    prop_oneof![
        (who(), team(), share(), days())
            .prop_map(|(p, t, s, d)| format!("[[membership]]\nperson = '{p}'\nteam = '{t}'\nshare = {s:?}\npart = 'chair'\n{d}")),
        (who(), who(), any::<bool>(), any::<bool>(), days()).prop_map(|(p, m, solid, interim, d)| format!(
            "[[reports_to]]\nperson = '{p}'\nmanager = '{m}'\nsolid = {solid}\ninterim = {interim}\n{d}"
        )),
        (who(), position(), prop::option::of(team()), share(), prop::sample::select(vec!["title", "acting"]), days())
            .prop_map(|(p, position, t, s, basis, d)| {
                let team = t.map_or_else(String::new, |t| format!("team = '{t}'\n"));
                format!("[[holding]]\nperson = '{p}'\nposition = '{position}'\n{team}share = {s:?}\nbasis = '{basis}'\n{d}")
            }),
        (who(), share(), days()).prop_map(|(p, s, d)| format!("[[employment]]\nperson = '{p}'\nfte = {s:?}\n{d}")),
        (who(), days()).prop_map(|(p, d)| format!("[[leave]]\nperson = '{p}'\n{d}")),
        (0..9_u8, position(), team(), prop::sample::select(vec!["planned", "open", "filled"]), days()).prop_map(
            |(id, role, t, status, d)| format!(
                "[[position]]\nid = 'v{id}'\nrole = '{role}'\nteam = '{t}'\nstatus = '{status}'\n{d}"
            )
        ),
        (team(), duty(), 0..40_u8, prop::option::of(any::<bool>()), who(), days()).prop_map(|(t, duty, h, shared, p, d)| {
            let shared = shared.map_or_else(String::new, |shared| format!("shared = {shared}\n"));
            let hours = f64::from(h) / 4.0;
            format!(
                "[[responsibility]]\nteam = '{t}'\nid = '{duty}'\nname = 'A # name'\nbucket = 'people'\nhours = {hours:?}\n{shared}\
                 fit = {{ {p} = 'stretch', em = 'fits' }}\nwish = {{ {p} = 'wants' }}\npinned = '{p}'\n{d}"
            )
        }),
        (who(), team(), 0..40_u8, days())
            .prop_map(|(p, t, h, d)| format!("[[capacity]]\nperson = '{p}'\nteam = '{t}'\nhours = {h}\n{d}")),
        (who(), team(), duty(), prop::sample::select(vec!["own", "contribute"]), 1..=7_u8, any::<bool>(), days()).prop_map(
            |(p, t, duty, mode, delegation, trial, d)| format!(
                "[[ownership]]\nperson = '{p}'\nteam = '{t}'\nresponsibility = '{duty}'\nmode = '{mode}'\n\
                 delegation = {delegation}\ntrial = {trial}\n{d}"
            )
        ),
    ]
}

fn roster() -> impl Strategy<Value = String> {
    let commented = (statement(), 0..4_u8).prop_map(|(text, turn)| match turn {
        0 => format!("# above\n{text}# below\n\n"),
        1 => text.replacen('\n', " # beside\n", 1),
        _ => text,
    });
    let names = prop::collection::vec(0..WORDS.len(), 5);
    (names, prop::collection::vec(commented, 0..24)).prop_map(|(names, statements)| {
        let mut text = "organisation = 'Halden # Freight'\n".to_owned();
        for (at, name) in names.iter().enumerate() {
            text.push_str(&format!("[[person]]\nid = 'p{at}'\naddresses = ['p{at}@halden.example']\n"));
            if !WORDS[*name].is_empty() {
                text.push_str(&format!("name = '{}'\n", WORDS[*name]));
            }
        }
        text.push_str("hours = '08:15-16:45'\nlunch = 45\nweekdays = ['Mon', 'Tue']\nzone = 'Europe/Berlin'\n");
        for at in 0..4 {
            text.push_str(&format!("[[team]]\nid = 't{at}'\nhandles = ['@halden/t{at}']\nkind = 'team'\n"));
            if at > 0 {
                text.push_str(&format!("parent = 't{}'\n", at - 1));
            }
        }
        text + &statements.concat()
    })
}

fn without_lines(roster: Roster) -> Roster {
    let people = roster.people.into_iter().map(|person| Person { line: 0, ..person }).collect();
    Roster { people, ..roster }
}

fn of(text: &str) -> Roster {
    let file = Written::new("roster.toml", text);
    without_lines(read(&file.path()).0)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn what_is_written_is_read_back_the_same(text in roster()) {
        let before = of(&text);
        let written = one_file(&before);
        let file = Written::new("roster.toml", &written);
        let (after, problems) = read(&file.path());
        // What a sound roster leaves unsaid may still be noted: shares over one, a filled position without a person.
        prop_assert!(problems.iter().all(|p| p.severity < rung_model::problem::Severity::Error), "{problems:?}\n{written}");
        prop_assert_eq!(&without_lines(after), &before);
        prop_assert_eq!(one_file(&of(&written)), written);
        // Into a folder, a file a kind.
        let folder = tempfile::tempdir().expect("a folder");
        for (name, text) in write(&before) {
            std::fs::write(folder.path().join(name), text).expect("the folder is there");
        }
        prop_assert_eq!(without_lines(read(folder.path()).0), before);
    }

    #[test]
    fn fmt_changes_nothing_that_is_said_and_keeps_comments(text in roster()) {
        let laid_out = fmt("roster.toml".as_ref(), &text).expect("the text is TOML");
        prop_assert_eq!(of(&laid_out), of(&text));
        let comments = |text: &str| text.lines().filter(|line| line.contains("# ")).count();
        prop_assert_eq!(comments(&laid_out), comments(&text), "{}", laid_out);
        prop_assert_eq!(fmt("roster.toml".as_ref(), &laid_out).expect("it is TOML"), laid_out);
    }
}
