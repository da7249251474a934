//! The roster: people, teams, reporting lines and holdings from TOML.
//!
//! One file, or a folder whose `.toml` files are read as one (`rules.toml`, `days.toml` and
//! `config.toml` in it are left alone). Order does not matter. Unknown keys are errors.
//!
//! ```toml
//! organisation = "Halden Freight"     # optional; shown in reports
//!
//! [[team]]
//! id = "payments"                     # needed, unique
//! name = "Payments"                   # shown; else the id
//! parent = "platform"                 # id of the team above
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
//! from = 2025-03-01                   # first day; absent = since ever
//! until = 2026-01-01                  # first day no more; absent = still
//!
//! [[reports_to]]                      # a reporting line, for a time
//! person = "ines"                     # needed: the report
//! manager = "tomas"                   # needed
//! solid = true                        # false for a dotted line; else true
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
//! ```

mod checks;
mod cycle;
mod draft;
mod overlap;
mod person;
mod reference;
mod statement;

use std::path::Path;

use rung_model::{framework::Framework, problem::Problem, roster::Roster};

use crate::{
    framework,
    strict::{Sheet, load_folder},
};
use draft::Draft;

/// Files of a folder that are no roster.
const OTHER_FILES: [&str; 3] = ["rules.toml", "days.toml", "config.toml"];

/// Reads a roster from a file or a folder; positions are looked up in the built-in framework.
/// What contradicts itself is left out and listed, so that what is handed over is sound: ids are
/// unique, references exist, nobody has two solid-line managers at once, no line runs in a circle.
pub fn read(path: &Path) -> (Roster, Vec<Problem>) {
    read_with(path, &framework::builtin())
}

/// [`read`], with positions looked up in `framework`.
pub fn read_with(path: &Path, framework: &Framework) -> (Roster, Vec<Problem>) {
    let mut problems = Vec::new();
    let mut draft = Draft::default();
    for text in load_folder(path, &OTHER_FILES, &mut problems) {
        let sheet = Sheet::parse(&text);
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
