//! What can keep an action from being done, and what to do about it.

use rung_model::problem::Problem;
use thiserror::Error;

/// Why an action could not be done. Every variant says what to do in [`AppError::hints`].
#[derive(Debug, Error)]
pub enum AppError {
    /// A role or position nobody knows.
    #[error("no role or position is called \"{given}\"")]
    UnknownRole {
        /// What was asked for.
        given: String,
        /// Ids that exist.
        known: Vec<String>,
    },
    /// A known role at a level it does not have.
    #[error("{role} has no level {level}; it has {}", offered.join(", "))]
    NoSuchLevel {
        /// Name of the role.
        role: String,
        /// The level asked for.
        level: String,
        /// Positions there are.
        offered: Vec<String>,
    },
    /// A role where one of its levels is needed.
    #[error("{role} is a role, and a level of it is needed")]
    NoPosition {
        /// Name of the role.
        role: String,
        /// Positions there are.
        offered: Vec<String>,
    },
    /// An address that is neither in the user's git config nor in their settings (PRIVACY P20).
    #[error("{address} is not one of your addresses")]
    ForeignAddress {
        /// The address.
        address: String,
        /// Addresses known to be the user's.
        own: Vec<String>,
    },
    /// Nothing to read.
    #[error("there is nothing to read: no repository and no calendar was named")]
    NoSources,
    /// A value of an option cannot be read.
    #[error("{option} {value}: {why}")]
    BadValue {
        /// The option.
        option: &'static str,
        /// What was given.
        value: String,
        /// What is wrong with it.
        why: String,
    },
    /// Inputs that cannot be used; all of them.
    #[error("{} of the inputs cannot be used", .0.len())]
    Inputs(Vec<Problem>),
    /// Nothing was found for what was asked.
    #[error("nothing is called \"{0}\" in the window")]
    NothingFound(String),
    /// Several things fit what was asked for, and one is needed.
    #[error("\"{asked}\" fits {}", several(fits.len()))]
    Ambiguous {
        /// What was asked for.
        asked: String,
        /// What fits, one line each.
        fits: Vec<String>,
    },
    /// No correction, answer or link has this id.
    #[error("there is no {what} `{id}`")]
    NoSuch {
        /// What it would be: `correction`.
        what: &'static str,
        /// The id.
        id: String,
        /// Ids there are.
        known: Vec<String>,
    },
    /// A file could not be written or read.
    #[error("{path}: {cause}")]
    File {
        /// The file.
        path: String,
        /// What the system says.
        cause: std::io::Error,
    },
    /// A team has no responsibilities to map.
    #[error("the team {team} has no responsibilities yet")]
    NoDuties {
        /// Team id.
        team: String,
    },
    /// No roster was named.
    #[error("no roster was named")]
    NoRoster,
    /// Something that needs a roster of several files.
    #[error("{path} is a single file, and a folder is needed")]
    NeedsFolder {
        /// The file.
        path: String,
    },
    /// A file that is there already.
    #[error("{path} is there already")]
    Exists {
        /// The file.
        path: String,
    },
    /// The example organisation could not be made.
    #[error("the example organisation could not be written: {0}")]
    Example(String),
}

fn several(count: usize) -> String {
    if count == 1 { "one thing, on several days".to_owned() } else { format!("{count} things") }
}

impl AppError {
    /// What to do next, one sentence each.
    pub fn hints(&self) -> Vec<String> {
        match self {
            Self::UnknownRole { known, .. } => {
                vec![format!("`rung roles list` shows them all; role ids are: {}", known.join(", "))]
            }
            Self::NoSuchLevel { offered, .. } => {
                vec![format!("name one that exists, e.g. {}", offered.first().map_or("", String::as_str))]
            }
            Self::NoPosition { offered, .. } if offered.is_empty() => {
                vec!["it has no levels in this framework".to_owned()]
            }
            Self::NoPosition { offered, .. } => vec![format!("name one of {}", offered.join(", "))],
            Self::ForeignAddress { address, own } => {
                let yours = if own.is_empty() {
                    "No address is known to be yours: neither git config nor Rung's settings name one".to_owned()
                } else {
                    format!("Known to be yours, from git config and Rung's settings: {}", own.join(", "))
                };
                vec![
                    yours,
                    format!(
                        "if it is yours, say so once with `rung config me add {address}`; reports then carry that note"
                    ),
                    "Rung is a mirror: it does not measure a colleague from a shared repository or calendar".to_owned(),
                ]
            }
            Self::NoSources => vec![
                "run `rung report` inside a git checkout, or name one with `--git DIR`".to_owned(),
                "add a calendar with `--calendar FILE.ics`; `rung help calendar` tells how to get one".to_owned(),
                "see it work first: `rung report --example`".to_owned(),
            ],
            Self::BadValue { .. } => vec!["`rung help` lists the options with an example of each".to_owned()],
            Self::Inputs(_) => {
                vec!["mend the lines above and run the same command again; nothing was changed".to_owned()]
            }
            Self::NothingFound(_) => {
                vec!["give a day (2026-11-12), part of a title, an event's UID, or the start of a commit id".to_owned()]
            }
            Self::Ambiguous { fits, .. } => {
                let mut lines: Vec<String> = fits.iter().take(12).cloned().collect();
                if fits.len() > lines.len() {
                    lines.push(format!("and {} more", fits.len() - lines.len()));
                }
                lines.push("name one of them by its id, or add a day with --on".to_owned());
                lines
            }
            Self::NoSuch { known, .. } if known.is_empty() => vec!["there is none yet".to_owned()],
            Self::NoSuch { known, .. } => vec![format!("known: {}", known.join(", "))],
            Self::NoDuties { .. } => {
                vec!["add [[responsibility]] tables for it to the roster; `rung help roster` shows them".to_owned()]
            }
            Self::NoRoster => vec![
                "name one with --roster DIR, or set `roster` in Rung's settings".to_owned(),
                "`rung init` writes one to start from; `rung org import` makes one of an HR export or a published organisation"
                    .to_owned(),
                "see it work first: `rung org show --example`".to_owned(),
            ],
            Self::NeedsFolder { .. } => {
                vec!["move the file into a folder of its own and name the folder with --roster".to_owned()]
            }
            Self::Exists { .. } => vec!["it was left as it is; open it, or remove it first".to_owned()],
            Self::File { .. } | Self::Example(_) => vec!["check that the folder exists and can be written".to_owned()],
        }
    }

    /// The problems behind it, where there are several.
    pub fn problems(&self) -> &[Problem] {
        match self {
            Self::Inputs(problems) => problems,
            _ => &[],
        }
    }
}
