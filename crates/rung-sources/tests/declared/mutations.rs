//! Reading never panics: thousands of damaged and random files, the same ones every time.

use proptest::prelude::*;
use rung_model::{problem::Problem, rule::Level};
use rung_sources::{config, days, framework, init, roster, rules};

use crate::Written;

/// Every reader on one text; each problem must name the file and how to mend it.
fn read_all(text: &[u8]) -> usize {
    let file = Written::new("input.toml", text);
    let path = file.path();
    let mut problems: Vec<Problem> = Vec::new();
    problems.extend(roster::read(&path).1);
    problems.extend(rules::read(&path, Level::Personal).1);
    problems.extend(days::read(&path).1);
    problems.extend(framework::read(&path).1);
    problems.extend(config::read(&path, []).1);
    for problem in &problems {
        assert!(problem.file.ends_with("input.toml"), "{problem:?}");
        assert!(!problem.what.is_empty() && !problem.mend.is_empty() && problem.line != Some(0), "{problem:?}");
        assert!(!problem.what.contains('\n'), "{problem:?}");
    }
    problems.len()
}

/// Numbers from 0 to 2^31, the same ones every time.
struct Numbers(u64);

impl Numbers {
    fn next(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits") % below.max(1)
    }
}

const PIECES: [&str; 24] = [
    "[[person]]",
    "[[",
    "]]",
    "{",
    "}",
    "[",
    "]",
    "=",
    "\"",
    "\"\"\"",
    "'",
    "\n",
    "\u{202e}",
    "\u{0}",
    "nan",
    "-1",
    "0x",
    "31/02",
    "2026-02-31",
    "1e999",
    "\u{1f600}",
    "id = \"ines\"",
    "#",
    ".",
];

fn damage(text: &str, numbers: &mut Numbers) -> Vec<u8> {
    let mut bytes = text.as_bytes().to_vec();
    for _ in 0..=numbers.next(4) {
        let at = numbers.next(bytes.len());
        match numbers.next(6) {
            0 => bytes.truncate(at),
            1 => {
                let to = (at + numbers.next(40)).min(bytes.len());
                bytes.drain(at..to);
            }
            2 => {
                let piece = PIECES[numbers.next(PIECES.len())];
                bytes.splice(at..at, piece.bytes());
            }
            3 => {
                let byte = u8::try_from(numbers.next(256)).expect("below 256");
                bytes.splice(at..(at + 1).min(bytes.len()), [byte]);
            }
            4 => {
                let to = (at + numbers.next(200)).min(bytes.len());
                let again = bytes[at..to].to_vec();
                bytes.splice(at..at, again);
            }
            _ => {
                let lines: Vec<&[u8]> = bytes.split(|byte| *byte == b'\n').collect();
                let (a, b) = (numbers.next(lines.len()), numbers.next(lines.len()));
                let mut swapped = lines.clone();
                swapped.swap(a, b);
                bytes = swapped.join(&b'\n');
            }
        }
    }
    bytes
}

#[test]
fn two_thousand_damaged_files_are_read_without_a_panic() {
    let whole: Vec<String> = init::files()
        .iter()
        .map(|(_, text)| text.replace("#: ", ""))
        .chain(
            [include_str!("../../../../framework/roles.toml"), include_str!("../../../../framework/splits.toml")]
                .map(|text| text.chars().take(3000).collect()),
        )
        .chain(["me = ['a@b.example', { address = 'c@d.example', added = 2026-01-01 }]\nzone = 'UTC'\ngit = ['x']\n"
            .to_owned()])
        .collect();
    let mut numbers = Numbers(7);
    let mut troubled = 0;
    for round in 0..2_000 {
        let damaged = damage(&whole[round % whole.len()], &mut numbers);
        troubled += usize::from(read_all(&damaged) > 0);
    }
    assert_eq!(troubled, 2_000, "each file suits at most one reader, so the others complain");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn random_text_is_read_without_a_panic(text in "\\PC{0,200}") {
        read_all(text.as_bytes());
    }

    #[test]
    fn random_tables_are_read_without_a_panic(
        table in prop::sample::select(vec!["person", "team", "membership", "reports_to", "holding", "rule", "day", "role",
            "split", "position", "responsibility", "skill", "edge", "activity", "scale", "dimension"]),
        keys in prop::collection::vec((prop::sample::select(vec!["id", "person", "team", "share", "from", "until", "match",
            "set", "date", "entries", "role", "strategy", "k", "owner", "levels", "years", "requires", "addresses", "n"]),
            prop::sample::select(vec!["1", "-1", "nan", "''", "'a'", "[]", "{}", "[[]]", "true", "2026-01-01", "['a']",
            "{ a = 1 }", "[{ id = 'a' }]", "1e308", "9223372036854775807"])), 0..6),
    ) {
        let mut text = format!("[[{table}]]\n");
        for (key, value) in keys {
            text.push_str(&format!("{key} = {value}\n"));
        }
        read_all(text.repeat(2).as_bytes());
    }
}
