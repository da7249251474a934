//! Rosters of other tools and of published organisations.
//!
//! Each reader fills one `Pool` with people, teams and parts, each with its place in the source; references
//! are looked up at the end. What leads nowhere, or to several people, is listed with candidates and never attached. Then
//! the ordinary checks of a roster run, so that problems name the source's own file and line.
//!
//! | format | what it reads |
//! |---|---|
//! | `csv` | an HR export: a row a person, manager by id, address or name |
//! | `backstage` | catalogue files with Users and Groups |
//! | `rust-team` | a folder with `people/` and `teams/` of TOML |
//! | `k8s-sigs` | a `sigs.yaml` with groups, chairs, tech leads and subprojects |
//! | `k8s-org` | `org.yaml` and `teams.yaml` with nested teams, maintainers and members |
//! | `owners` | `OWNERS` files of a folder tree, and `OWNERS_ALIASES` |

mod backstage;
mod columns;
mod csv;
mod dates;
mod k8s_org;
mod k8s_sigs;
mod owners;
mod people;
mod pool;
mod rust_team;
mod yaml;

use std::path::Path;

use rung_model::{
    framework::Framework,
    problem::{Problem, Severity},
    roster::Roster,
};

pub use columns::Columns;

use super::checks;
use pool::Pool;

/// A format of published organisations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// An HR export.
    Csv,
    /// A Backstage catalogue.
    Backstage,
    /// The layout of the Rust project's team repository.
    RustTeam,
    /// Kubernetes' `sigs.yaml`.
    K8sSigs,
    /// Kubernetes' GitHub organisation files.
    K8sOrg,
    /// `OWNERS` files.
    Owners,
    /// A roster of Rung's own, read for its history.
    Toml,
}

impl Format {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::Csv, Self::Backstage, Self::RustTeam, Self::K8sSigs, Self::K8sOrg, Self::Owners, Self::Toml];

    /// The stable machine name.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Backstage => "backstage",
            Self::RustTeam => "rust-team",
            Self::K8sSigs => "k8s-sigs",
            Self::K8sOrg => "k8s-org",
            Self::Owners => "owners",
            Self::Toml => "toml",
        }
    }

    /// The format with this machine name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.id() == id)
    }

    /// What a file or folder looks like; `None` where it could be several.
    pub fn detect(path: &Path) -> Option<Self> {
        if path.is_dir() {
            let has = |name: &str| path.join(name).exists();
            return match () {
                () if has("people") && has("teams") => Some(Self::RustTeam),
                () if has("org.yaml") => Some(Self::K8sOrg),
                () if inside(path, "org.yaml") => Some(Self::K8sOrg),
                () if has("OWNERS") || has("OWNERS_ALIASES") => Some(Self::Owners),
                () if has("catalog-info.yaml") => Some(Self::Backstage),
                () => None,
            };
        }
        let name = path.file_name()?.to_string_lossy().to_lowercase();
        match name.rsplit('.').next() {
            _ if name == "sigs.yaml" => Some(Self::K8sSigs),
            _ if name == "org.yaml" || name == "teams.yaml" => Some(Self::K8sOrg),
            _ if name == "owners" || name == "owners_aliases" => Some(Self::Owners),
            Some("csv" | "tsv") => Some(Self::Csv),
            Some("yaml" | "yml") => Some(Self::Backstage),
            _ => None,
        }
    }
}

/// True where some folder right inside this one has a file of that name.
fn inside(path: &Path, name: &str) -> bool {
    let entries = std::fs::read_dir(path).into_iter().flatten().filter_map(Result::ok);
    entries.map(|entry| entry.path()).any(|folder| folder.is_dir() && folder.join(name).exists())
}

/// A reference that leads nowhere, or to several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unresolved {
    /// The source's file.
    pub file: String,
    /// Its line.
    pub line: usize,
    /// What it is of: "manager of `ines`".
    pub item: String,
    /// What it says.
    pub wanted: String,
    /// Ids it may mean, best first; a person decides.
    pub candidates: Vec<String>,
}

/// What came of an import.
#[derive(Clone, Debug)]
pub struct Imported {
    /// The format it was read as.
    pub format: Format,
    /// What was understood; sound.
    pub roster: Roster,
    /// References a person must decide.
    pub unresolved: Vec<Unresolved>,
    /// The same person, team or membership twice.
    pub duplicates: Vec<Problem>,
    /// Lines and teams that run in a circle, and second managers.
    pub cycles: Vec<Problem>,
    /// People who were in a team and are no more, by person and team; the source does not say since when.
    pub former: Vec<(String, String)>,
    /// Components by who owns them.
    pub owned: Vec<(String, String)>,
    /// What was understood and has no place in a roster, by its sort.
    pub unused: Vec<(String, usize)>,
    /// Everything else.
    pub problems: Vec<Problem>,
}

/// Reads an organisation.
pub fn import(path: &Path, format: Option<Format>, columns: &Columns, framework: &Framework) -> Imported {
    let mut pool = Pool::default();
    let format = format.or_else(|| Format::detect(path));
    if format == Some(Format::Toml) {
        let (roster, problems) = super::read_with(path, framework);
        let (unresolved, unused) = (Vec::new(), Vec::new());
        let (duplicates, cycles, former, owned) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        return Imported {
            format: Format::Toml,
            roster,
            unresolved,
            duplicates,
            cycles,
            former,
            owned,
            unused,
            problems,
        };
    }
    match format {
        Some(Format::Csv) => csv::read(path, columns, framework, &mut pool),
        Some(Format::Backstage) => backstage::read(path, &mut pool),
        Some(Format::RustTeam) => rust_team::read(path, &mut pool),
        Some(Format::K8sSigs) => k8s_sigs::read(path, &mut pool),
        Some(Format::K8sOrg) => k8s_org::read(path, &mut pool),
        Some(Format::Owners) => owners::read(path, &mut pool),
        Some(Format::Toml) | None => {
            let what = "it cannot be told what format this is";
            let ids = Format::ALL.map(Format::id).join(", ");
            let mend = format!("name it with --format: {ids}");
            pool.problems.push(Problem::new(Severity::Error, path.display().to_string(), "unknown-format", what, mend));
        }
    }
    finish(pool, format.unwrap_or(Format::Csv), path, framework)
}

fn finish(pool: Pool, format: Format, path: &Path, framework: &Framework) -> Imported {
    let (mut draft, mut rest) = pool.into_draft();
    for check in checks::ALL {
        rest.problems.extend(check(&mut draft, framework));
    }
    if draft.people.is_empty() && rest.problems.iter().all(|problem| problem.severity < Severity::Error) {
        let what = "nobody was found in it";
        let mend = "name the format with --format, or another file";
        let file = path.display().to_string();
        rest.problems.push(Problem::new(Severity::Error, file, "nothing-understood", what, mend));
    }
    // Published organisations do not say how people divide their time.
    rest.problems.retain(|problem| problem.check != "shares-over-one");
    rest.problems.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
    let (mut duplicates, mut cycles, mut problems) = (Vec::new(), Vec::new(), Vec::new());
    for problem in rest.problems {
        match problem.check {
            "duplicate-person"
            | "duplicate-team"
            | "overlapping-membership"
            | "overlapping-employment"
            | "overlapping-holding"
            | "address-claimed-twice" => duplicates.push(problem),
            "own-manager" | "reporting-cycle" | "team-cycle" | "two-managers" => cycles.push(problem),
            _ => problems.push(problem),
        }
    }
    Imported {
        format,
        roster: draft.into_roster(),
        unresolved: rest.unresolved,
        duplicates,
        cycles,
        former: rest.former,
        owned: rest.owned,
        unused: rest.unused.into_iter().collect(),
        problems,
    }
}
