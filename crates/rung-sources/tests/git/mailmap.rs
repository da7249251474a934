//! A mailmap of 300 lines in every form of gitmailmap(5), beside `git check-mailmap`: equal for 600 identities.

use std::{collections::BTreeMap, fmt::Write};

use rung_model::{account::Account, evidence::Evidence};

use crate::made::{DAY, Made, commit_of, read};

const NAMES: [&str; 16] = [
    "Ines Halvorsen",
    "ines halvorsen",
    "Boris Adeyemi",
    "Chen Ruo",
    "陈若",
    "Zoë Ærø",
    "ZOË ÆRØ",
    "Søren \"Sol\" Quist",
    "\"Quist, Søren\"",
    "O'Dell, Mira",
    "Ines",
    "ines",
    "Chen  Ruo",
    "B. (Boris) Adeyemi",
    "Mira # O'Dell",
    "",
];
const HOSTS: [&str; 4] = ["harbour.example", "Harbour.Example", "quay.example", "laptop.(none)"];
const LOCALS: [&str; 12] =
    ["ines", "Ines", "boris", "boris+git", "ruo", "chen.ruo", "zoë", "mira", "MIRA", "sol", "root", "a b"];
const GAPS: [&str; 5] = [" ", "", "\t", "   ", " \t "];
const TAILS: [&str; 7] = ["", "", " ", "\r", "\t", " # a remark", " trailing words"];

/// Numbers that look drawn and are the same on every machine.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits") % sides
    }

    fn of<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[self.roll(list.len())]
    }

    fn address(&mut self) -> String {
        match self.roll(40) {
            0 => String::new(),
            1 => format!(" {}@{}", self.of(&LOCALS), self.of(&HOSTS)),
            2 => format!("{}@{} ", self.of(&LOCALS), self.of(&HOSTS)),
            _ => format!("{}@{}", self.of(&LOCALS), self.of(&HOSTS)),
        }
    }

    fn name(&mut self) -> &'static str {
        self.of(&NAMES)
    }
}

/// One line: the four forms, and what people write beside them.
fn line(dice: &mut Dice) -> String {
    let (gap, gap2, gap3, tail) = (dice.of(&GAPS), dice.of(&GAPS), dice.of(&GAPS), dice.of(&TAILS));
    let (new, old) = (dice.address(), dice.address());
    let (name, commit_name) = (dice.name(), dice.name());
    match dice.roll(30) {
        0..6 => format!("{name}{gap}<{old}>{tail}"),
        6..11 => format!("<{new}>{gap}<{old}>{tail}"),
        11..17 => format!("{name}{gap}<{new}>{gap2}<{old}>{tail}"),
        17..23 => format!("{name}{gap}<{new}>{gap2}{commit_name}{gap3}<{old}>{tail}"),
        23 => format!("# {name} <{old}>"),
        24 => format!("{gap}# {name} <{old}>"),
        25 => gap.to_owned(),
        26 => format!("{gap2}{name}{gap}<{old}>"),
        27 => format!("{name}{gap}<{old}{tail}"),
        28 => format!("{name} <{new}> <{old}"),
        _ => format!("<{new}>{gap}{commit_name} <{old}>{tail}"),
    }
}

/// An empty repository with one commit for each identity and this mailmap in the last one's tree.
fn repository(mailmap: &str, identities: &[(String, String)]) -> Made {
    let made = Made::with(&["--bare"]);
    let mut stream = format!("blob\nmark :1\ndata {}\n{mailmap}\n", mailmap.len());
    for (number, (name, address)) in identities.iter().enumerate() {
        let space = if name.is_empty() { "" } else { " " };
        let when = DAY + i64::try_from(number).expect("few") * 60;
        let who = format!("{name}{space}<{address}> {when} +0000");
        let message = format!("Step {number}");
        write!(
            stream,
            "commit refs/heads/main\nauthor {who}\ncommitter {who}\ndata {}\n{message}\nM 100644 inline step-{number}\ndata 2\nx\n\n",
            message.len()
        )
        .expect("a string takes all");
    }
    stream.push_str("commit refs/heads/main\nauthor Last Step <last@harbour.example> 1704200000 +0000\n");
    stream.push_str(
        "committer Last Step <last@harbour.example> 1704200000 +0000\ndata 4\nLast\nM 100644 :1 .mailmap\n\n",
    );
    made.git_with(&["fast-import", "--quiet"], stream.as_bytes());
    made
}

/// What git makes of each identity.
fn of_git(made: &Made, identities: &[(String, String)]) -> Vec<(String, String)> {
    let asked: String = identities.iter().map(|(name, address)| format!("{name} <{address}>\n")).collect();
    let answer = made.git_with(&["-c", "mailmap.blob=HEAD:.mailmap", "check-mailmap", "--stdin"], asked.as_bytes());
    let answers = answer.lines().map(|line| {
        let (name, rest) = line.split_once('<').expect("an address");
        (name.trim().to_owned(), rest.trim_end_matches('>').to_owned())
    });
    answers.collect()
}

fn compare(seed: u64) -> usize {
    let mut dice = Dice(seed);
    let mailmap: String = (0..300).map(|_| line(&mut dice) + "\n").collect();
    let identities: Vec<(String, String)> =
        (0..600).map(|_| (dice.name().to_owned(), format!("{}@{}", dice.of(&LOCALS), dice.of(&HOSTS)))).collect();
    let made = repository(&mailmap, &identities);
    let expected = of_git(&made, &identities);
    assert_eq!(expected.len(), 600);
    let read = read(made.dir());
    let by_path: BTreeMap<&str, &Evidence> =
        read.evidence.iter().filter_map(|row| Some((commit_of(row).paths.as_ref()?.first()?.as_str(), row))).collect();
    let mut differences = Vec::new();
    let mut mapped = 0;
    for (number, (identity, (name, address))) in identities.iter().zip(&expected).enumerate() {
        let author = &commit_of(by_path[format!("step-{number}").as_str()]).author;
        if **author != Account::new(name, address) {
            differences.push(format!("{identity:?}: git says {name:?} <{address:?}>, here {author:?}"));
        }
        mapped += usize::from((&identity.0, &identity.1) != (name, address));
    }
    differences.sort();
    differences.dedup();
    assert!(differences.is_empty(), "seed {seed}: {} differences\n{}", differences.len(), differences.join("\n"));
    mapped
}

#[test]
fn every_form_of_a_mailmap_says_what_git_says() {
    for seed in [1, 20_260_302, 77] {
        let mapped = compare(seed);
        assert!((150..=600).contains(&mapped), "{mapped} of 600 are mapped");
    }
}
