//! What surrounds a command: the clock, the machine's zone, the settings folder, the checkout one stands in.
//!
//! Read once per command, here and nowhere else.

use std::path::PathBuf;

use jiff::{Timestamp, tz::TimeZone};
use rung_app::{error::AppError, me::Own};
use rung_model::problem::{Problem, Severity};
use rung_sources::{
    cache::Cache,
    config::{self, Settings},
    git,
};

/// Everything a command takes from around it.
#[derive(Debug)]
pub(crate) struct Surroundings {
    /// The one reading of the clock.
    pub(crate) now: Timestamp,
    /// IANA name of the machine's zone; `UTC` where it has none.
    pub(crate) zone: String,
    /// The settings file, whether or not it exists.
    pub(crate) settings_file: PathBuf,
    /// Settings in force: file, then `RUNG_*`.
    pub(crate) settings: Settings,
    /// Problems of the settings file.
    pub(crate) problems: Vec<Problem>,
    /// Where what sources gave is kept between reports; `None` where that is turned off.
    pub(crate) cache: Option<Cache>,
    /// The git checkout one stands in, where there is one.
    pub(crate) checkout: Option<PathBuf>,
    /// Addresses of git's configuration, here.
    pub(crate) git_addresses: Vec<String>,
}

impl Surroundings {
    /// Looks around once.
    ///
    /// # Errors
    /// [`AppError::Inputs`] where the settings file has errors in it.
    #[expect(clippy::disallowed_methods, reason = "the one place that reads the clock")]
    pub(crate) fn look() -> Result<Self, AppError> {
        let here = std::env::current_dir().unwrap_or_else(|_| PathBuf::from("."));
        let settings_file = settings_file();
        let env = std::env::vars().filter(|(key, _)| key.starts_with("RUNG_"));
        let (settings, problems) = config::read(&settings_file, env);
        if problems.iter().any(|p| p.severity == Severity::Error) {
            return Err(AppError::Inputs(problems));
        }
        let checkout = git::discover(&here);
        let now = Timestamp::now();
        Ok(Self {
            now,
            cache: cache_folder().map(|folder| Cache::at(folder, program(), now)),
            zone: TimeZone::system().iana_name().unwrap_or("UTC").to_owned(),
            settings_file,
            settings,
            problems,
            checkout,
            git_addresses: git::config_addresses(&here),
        })
    }

    /// Addresses known to be the user's own (PRIVACY P20): the user's git configuration, and settings.
    pub(crate) fn own(&self) -> Own {
        Own {
            from_git: self.git_addresses.clone(),
            added: self.settings.me.iter().map(|me| me.address.clone()).collect(),
        }
    }
}

/// `$RUNG_CONFIG`, else `rung/config.toml` in the user's configuration folder.
fn settings_file() -> PathBuf {
    if let Some(named) = std::env::var_os("RUNG_CONFIG") {
        return named.into();
    }
    let base = std::env::var_os("XDG_CONFIG_HOME")
        .map(PathBuf::from)
        .filter(|path| path.is_absolute())
        .or_else(|| std::env::home_dir().map(|home| home.join(".config")));
    base.unwrap_or_default().join("rung").join("config.toml")
}

/// `$RUNG_CACHE`, else `rung` in the user's cache folder; none where it is `off`.
pub(crate) fn cache_folder() -> Option<PathBuf> {
    match std::env::var_os("RUNG_CACHE").filter(|named| !named.is_empty()) {
        Some(named) if named == "off" => None,
        Some(named) => Some(named.into()),
        None => std::env::var_os("XDG_CACHE_HOME")
            .map(PathBuf::from)
            .filter(|path| path.is_absolute())
            .or_else(|| std::env::home_dir().map(|home| home.join(".cache")))
            .map(|base| base.join("rung")),
    }
}

/// What tells this very program from any other build of it: its version, size and time of change.
fn program() -> String {
    let known = std::env::current_exe().and_then(|path| path.metadata()).ok();
    let built = known.and_then(|known| Some((known.len(), known.modified().ok()?)));
    format!("{} {built:?}", env!("CARGO_PKG_VERSION"))
}

/// A question that is answered with yes until the time is over.
pub(crate) fn within(limit: std::time::Duration) -> impl Fn() -> bool {
    let start = std::time::Instant::now();
    move || start.elapsed() < limit
}

/// The clock, for a server: once a request, or a job.
#[expect(clippy::disallowed_methods, reason = "the one place that reads the clock")]
pub(crate) fn now() -> Timestamp {
    Timestamp::now()
}

/// Chance of the operating system, for a server: once a request, or a job.
pub(crate) fn chance() -> [u8; 32] {
    let mut seed = [0; 32];
    getrandom::fill(&mut seed).expect("an operating system without randomness runs no server");
    seed
}

/// `$RUNG_DATA`, else `rung` in the user's data folder: where a server keeps its database.
pub(crate) fn data_folder() -> PathBuf {
    if let Some(named) = std::env::var_os("RUNG_DATA").filter(|named| !named.is_empty()) {
        return named.into();
    }
    let base = std::env::var_os("XDG_DATA_HOME")
        .map(PathBuf::from)
        .filter(|path| path.is_absolute())
        .or_else(|| std::env::home_dir().map(|home| home.join(".local").join("share")));
    base.unwrap_or_default().join("rung")
}

/// The machine's zone; `UTC` where it has none.
pub(crate) fn zone() -> String {
    TimeZone::system().iana_name().unwrap_or("UTC").to_owned()
}
