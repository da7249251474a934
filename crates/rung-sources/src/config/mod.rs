//! The user's own settings: strict TOML, then `RUNG_*`, then what the command line names.
//!
//! ```toml
//! me = [                                  # addresses beside those of git's configuration; `rung config me add`
//!   { address = "ines@home.example", added = 2026-02-26 },
//! ]
//! zone = "Europe/Berlin"                  # IANA zone; else this machine's
//! hours = "09:00-17:30"                   # working hours
//! role = "tech_lead"                      # role or position held, where no roster says
//! git = ["../ledger"]                     # repositories
//! calendars = ["work.ics"]
//! days = ["days.toml"]                    # days logged by hand
//! sources = ["github:deliveries", "jira:issues.json"]   # forges, trackers, time logs
//! rules = ["rules.toml"]                  # recognition rules
//! roster = "roster.toml"                  # file or folder
//! framework = "framework.toml"            # file or folder, in place of the built-in framework
//! ```
//!
//! Every key is optional; `me` also takes bare addresses. A path that is not absolute starts at
//! the folder of the settings file. Each key but `me` and `sources` has a variable: `RUNG_ZONE`, `RUNG_HOURS`,
//! `RUNG_ROLE`, `RUNG_GIT`, `RUNG_CALENDARS`, `RUNG_DAYS`, `RUNG_RULES`, `RUNG_ROSTER`,
//! `RUNG_FRAMEWORK`; several paths are separated as in `PATH`. An empty variable counts as absent.
//! `RUNG_CONFIG` names the settings file and is none of the settings. `me` has no variable and no
//! flag that adds to it: to make an address one's own is a deliberate act (PRIVACY P20).

mod address;
mod env;
mod file;

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use jiff::civil::Date;
use rung_model::problem::Problem;

pub use address::add_address;
pub use env::from_env;
pub use file::is_own_name;

/// An address made one's own in the settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Me {
    /// The address, lower-cased.
    pub address: String,
    /// The day it was added; `None` for one written in without a day.
    pub added: Option<Date>,
}

/// Settings in force, or one layer of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// Addresses made one's own.
    pub me: Vec<Me>,
    /// IANA zone.
    pub zone: Option<String>,
    /// Working hours, `09:00-17:30`; checked to be readable.
    pub hours: Option<String>,
    /// Role or position held; not checked against a framework.
    pub role: Option<String>,
    /// Repositories.
    pub git: Vec<PathBuf>,
    /// Calendar files.
    pub calendars: Vec<PathBuf>,
    /// Days files.
    pub days: Vec<PathBuf>,
    /// Forges, trackers and time logs, each as `KIND:PATH`.
    pub sources: Vec<String>,
    /// Rules files.
    pub rules: Vec<PathBuf>,
    /// Roster, file or folder.
    pub roster: Option<PathBuf>,
    /// Framework, file or folder.
    pub framework: Option<PathBuf>,
    /// Where each setting given comes from, by key: `config.toml:3`, `RUNG_ZONE`.
    pub origins: BTreeMap<&'static str, String>,
}

/// The settings of `file` with `variables` over them. A file that is not there is no problem.
/// `variables` are the process's own, handed in; those that do not start with `RUNG_` are ignored.
pub fn read(file: &Path, variables: impl IntoIterator<Item = (String, String)>) -> (Settings, Vec<Problem>) {
    let (stated, mut problems) = file::read(file);
    let (set, more) = from_env(variables);
    problems.extend(more);
    (merge(stated, set), problems)
}

/// `over` laid on `under`: each setting that `over` gives replaces the one below whole.
#[must_use]
pub fn merge(under: Settings, over: Settings) -> Settings {
    fn list<T>(under: Vec<T>, over: Vec<T>) -> Vec<T> {
        if over.is_empty() { under } else { over }
    }
    let mut origins = under.origins;
    origins.extend(over.origins);
    Settings {
        me: list(under.me, over.me),
        zone: over.zone.or(under.zone),
        hours: over.hours.or(under.hours),
        role: over.role.or(under.role),
        git: list(under.git, over.git),
        calendars: list(under.calendars, over.calendars),
        days: list(under.days, over.days),
        sources: list(under.sources, over.sources),
        rules: list(under.rules, over.rules),
        roster: over.roster.or(under.roster),
        framework: over.framework.or(under.framework),
        origins,
    }
}
