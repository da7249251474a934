//! The roster: people, teams, reporting lines and holdings from TOML.
//!
//! One file, or a folder whose `.toml` files, also in folders inside it, are read as one
//! (`rules.toml`, `days.toml`, `config.toml` and the folder `answers` are left alone). Order does
//! not matter. Unknown keys are errors.
//!
//! Every dated statement takes `from` and `until` (the days it holds; `until` is the first day it
//! no longer does) and `recorded` and `superseded` (the days the record said so). To correct a
//! statement and keep what was believed, end the old one with `superseded` and write the new one
//! with `recorded`, both with the day of the correction.
//!
//! ```toml
//! organisation = "Halden Freight"     # optional; shown in reports
//!
//! [[team]]
//! id = "payments"                     # needed, unique
//! name = "Payments"                   # shown; else the id
//! parent = "platform"                 # id of the team above
//! kind = "team"                       # the organisation's own word: team, area, working group
//! handles = ["@halden/payments"]      # what CODEOWNERS, a forge or a catalogue call it
//! from = 2024-01-01                   # when it exists; the same id may stand again for other days
//!
//! [[person]]
//! id = "ines"                         # needed, unique
//! name = "Ines Aldana"                # shown; else the id
//! addresses = ["ines@halden.example"] # every e-mail address that is this person
//! zone = "Europe/Berlin"              # IANA zone
//! hours = "09:00-17:30"               # working hours of a day
//! lunch = 30                          # minutes
//! weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri"]
//! team = "payments"                   # short for a [[membership]] without dates
//! manager = "tomas"                   # short for a [[reports_to]] without dates
//! role = "tech_lead"                  # short for a [[holding]] by title, without dates, in `team`
//!
//! [[membership]]                      # in a team, for a time
//! person = "ines"                     # needed
//! team = "payments"                   # needed
//! share = 1.0                         # part of the person's time, over 0 to 1; else 1
//! part = "maintainer"                 # what the team calls it, where it is no role of the framework
//! from = 2025-03-01                   # first day; absent = since ever
//! until = 2026-01-01                  # first day no more; absent = still
//!
//! [[reports_to]]                      # a reporting line, for a time
//! person = "ines"                     # needed: the report
//! manager = "tomas"                   # needed
//! solid = true                        # false for a dotted line; else true
//! interim = false                     # true for who stands in until another manager comes
//! from = 2025-03-01
//! until = 2026-01-01
//!
//! [[holding]]                         # a position held, for a time
//! person = "ines"                     # needed
//! position = "TL5"                    # needed: role or position of the framework, or an alias
//! team = "payments"
//! share = 1.0                         # part of the person's time, over 0 to 1; else 1
//! basis = "title"                     # title | declared | acting | trial; else title
//! from = 2025-03-01
//! until = 2026-01-01
//!
//! [[employment]]                      # here, for a time; not needed
//! person = "ines"                     # needed
//! fte = 0.8                           # part of full time; else 1
//! from = 2022-01-01
//!
//! [[leave]]                           # away for weeks or months; no reason is kept
//! person = "ines"                     # needed
//! from = 2026-02-01
//! until = 2026-08-01
//!
//! [[position]]                        # decided on, filled or not
//! id = "payments-4"                   # needed, unique
//! role = "senior"                     # needed: role or position of the framework
//! team = "payments"                   # needed
//! status = "open"                     # planned | open | filled; else open, or filled with a person
//! person = "oluwa"                    # who has it
//!
//! [[responsibility]]                  # what a team must carry
//! team = "payments"                   # needed
//! id = "code_review"                  # needed: one of the framework, or the team's own
//! name = "Reviewing code"             # needed where the framework does not have it
//! bucket = "building"                 # strategy | people | building | other; else the framework's
//! hours = 6                           # needed: hours a week it takes, as declared
//! shared = false                      # true where several may carry it; else as the framework says
//! fit = { ines = "fits", staff = "shared" } # fits | shared | stretch | never, by person or role
//! wish = { oluwa = "wants" }          # wants | rather_not, by person
//! pinned = "ines"                     # who it stays with
//!
//! [[capacity]]                        # who states one is a lead of the team
//! person = "ines"                     # needed
//! team = "payments"                   # needed
//! hours = 16                          # needed: hours a week for the team's responsibilities
//!
//! [[ownership]]                       # who has declared what
//! person = "ines"                     # needed
//! team = "payments"                   # needed
//! responsibility = "code_review"      # needed: one of the team
//! mode = "own"                        # own | contribute; else own
//! delegation = 5                      # 1 (told what to do) to 7 (wholly theirs), where agreed
//! trial = false                       # true where it is lent, to be tried
//! from = 2026-01-01
//! ```

pub mod answers;
mod checks;
mod cycle;
mod draft;
mod duties;
mod duty;
pub mod export;
mod fmt;
pub mod import;
mod keep;
mod keys;
mod overlap;
mod person;
mod reference;
mod statement;
mod through_time;
mod times;
mod within;
mod write;

use std::path::{Path, PathBuf};

use rung_model::{framework::Framework, problem::Problem, roster::Roster};

use crate::{
    framework,
    strict::{Limits, Sheet, Text, list_any, load},
};
use draft::Draft;
pub use fmt::fmt;
pub use through_time::through_time;
pub use write::{one_file, write};

/// Files of a folder that are no roster.
const OTHER_FILES: [&str; 3] = ["rules.toml", "days.toml", "config.toml"];
/// The folder in a roster's folder that holds what leads answered before it is revealed.
pub const ANSWERS: &str = "answers";
/// Most files of a folder: an organisation of ten thousand may keep one a person.
const LIMITS: Limits = Limits { files: 20_000, bytes: 64 << 20 };

/// Reads a roster from a file or a folder; positions are looked up in the built-in framework.
/// What contradicts itself is left out and listed, so that what is handed over is sound: ids are
/// unique, references exist, nobody has two solid-line managers at once, no line runs in a circle.
pub fn read(path: &Path) -> (Roster, Vec<Problem>) {
    read_with(path, &framework::builtin())
}

/// [`read`], with positions looked up in `framework`.
pub fn read_with(path: &Path, framework: &Framework) -> (Roster, Vec<Problem>) {
    let mut problems = Vec::new();
    let texts = texts(path, &mut problems);
    parse(&texts, path, framework, problems)
}

/// [`read_with`] for what are no files: names with what they say; `name` is what problems of the whole call it.
pub fn read_texts(name: &str, files: &[(String, String)], framework: &Framework) -> (Roster, Vec<Problem>) {
    let texts: Vec<Text> = files.iter().map(|(file, text)| Text::of(file, text)).collect();
    parse(&texts, Path::new(name), framework, Vec::new())
}

fn parse(texts: &[Text], path: &Path, framework: &Framework, mut problems: Vec<Problem>) -> (Roster, Vec<Problem>) {
    let mut draft = Draft::default();
    for text in texts {
        let sheet = Sheet::parse(text);
        draft.take(&sheet.root());
        problems.extend(sheet.into_problems());
    }
    let sound = problems.is_empty();
    for check in checks::ALL {
        problems.extend(check(&mut draft, framework));
    }
    if draft.people.is_empty() && sound {
        problems.push(checks::nobody(path));
    }
    problems.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
    (draft.into_roster(), problems)
}

fn texts(path: &Path, problems: &mut Vec<Problem>) -> Vec<Text> {
    files(path, problems).iter().filter_map(|file| load(file, problems)).collect()
}

/// The files of a roster: the file itself, or those of the folder that are read as one.
pub fn files(path: &Path, problems: &mut Vec<Problem>) -> Vec<PathBuf> {
    if !path.is_dir() {
        return vec![path.to_owned()];
    }
    let other = |file: &Path| {
        let inside = file.strip_prefix(path).unwrap_or(file);
        inside.starts_with(ANSWERS) || file.file_name().is_some_and(|name| OTHER_FILES.iter().any(|own| name == *own))
    };
    let mut found = list_any(path, &["toml"], LIMITS, problems);
    found.retain(|file| !other(file));
    found
}
