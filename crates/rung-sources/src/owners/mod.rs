//! CODEOWNERS: who owns which path of a repository, as GitHub and GitLab read it.
//!
//! ```text
//! file.rs      lines -> rules, with every problem
//! line.rs      one line in words; section.rs its heading; owner.rs a word that names an owner
//! pattern.rs   does a path fit? segment.rs: does a name fit?
//! index.rs     which patterns could fit at all: what makes many paths fast
//! ```
//!
//! The last pattern that fits decides, in GitLab that of each section. A pattern without owners takes its paths out
//! of ownership; a path that nothing fits was never spoken of. The two are not the same.

mod file;
mod index;
mod line;
mod owner;
mod pattern;
mod probe;
mod section;
mod segment;

use std::{
    borrow::Cow,
    path::{Path, PathBuf},
};

use rung_model::problem::Problem;

pub use self::{
    file::Dialect,
    owner::{Owner, OwnerKind},
    probe::probe,
};
use self::{file::Rule, index::Index, pattern::segments};
use crate::strict::load;

/// Where a repository may keep the file; the first that is there counts.
pub const PLACES: [&str; 4] = [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS"];

/// Whose a path is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ownership {
    /// Owned by these, as the line says; of several sections the last one's.
    Owned(Vec<Owner>, usize),
    /// The line takes it out of ownership.
    ExplicitlyUnowned(usize),
    /// No line speaks of it.
    Unmatched,
}

/// A CODEOWNERS file, ready to be asked.
#[derive(Debug)]
pub struct Owners {
    dialect: Dialect,
    rules: Vec<Rule>,
    index: Index,
}

impl Owners {
    /// Reads a file. Lines with anything wrong in them are told; what its forge would ignore is left out.
    pub fn read(path: &Path) -> (Self, Vec<Problem>) {
        let mut problems = Vec::new();
        let Some(text) = load(path, &mut problems) else { return (Self::of_rules(Dialect::GitHub, vec![]), problems) };
        let dialect = Dialect::of(path, &text.text);
        let (owners, more) = Self::parse(&text.file, &text.text, dialect);
        problems.extend(more);
        (owners, problems)
    }

    /// Reads a text by the rules of one forge.
    pub fn parse(file: &str, text: &str, dialect: Dialect) -> (Self, Vec<Problem>) {
        let (rules, problems) = file::rules(file, text, dialect);
        (Self::of_rules(dialect, rules), problems)
    }

    fn of_rules(dialect: Dialect, rules: Vec<Rule>) -> Self {
        let index = Index::of(rules.iter().map(|rule| &rule.pattern));
        Self { dialect, rules, index }
    }

    /// By whose rules it is read.
    pub fn dialect(&self) -> Dialect {
        self.dialect
    }

    /// How many patterns there are.
    pub fn patterns(&self) -> usize {
        self.rules.len()
    }

    /// Everybody named, each with the line they are named on first.
    pub fn named(&self) -> Vec<(usize, &Owner)> {
        let mut seen = std::collections::BTreeSet::new();
        let all = self.rules.iter().flat_map(|rule| rule.owners.iter().map(move |owner| (rule.line, owner)));
        all.filter(|(_, owner)| seen.insert(*owner)).collect()
    }

    /// Whose a path is; written from the root of the repository, parted by `/`.
    pub fn of(&self, path: &str) -> Ownership {
        let path = from_root(path);
        let names = segments(path);
        let path = if path.contains("//") { Cow::Owned(names.join("/")) } else { Cow::Borrowed(path) };
        let mut fitting = self.index.could_fit(&path, &names).into_iter().filter_map(|number| {
            let rule = self.rules.get(number as usize)?;
            rule.pattern.fits(&names).then_some(rule)
        });
        match self.dialect {
            Dialect::GitHub => fitting.next().map_or(Ownership::Unmatched, |rule| ownership(&[rule])),
            Dialect::GitLab => ownership(&of_sections(fitting.collect())),
        }
    }
}

/// A path as patterns see it: without a slash, or a dot and a slash, before it.
fn from_root(path: &str) -> &str {
    path.strip_prefix("./").unwrap_or(path).trim_start_matches('/')
}

/// Of rules that fit, the last first, the one that decides in each section: an exclusion wherever it stands.
fn of_sections(fitting: Vec<&Rule>) -> Vec<&Rule> {
    let mut deciding: Vec<&Rule> = Vec::new();
    for rule in fitting {
        match deciding.iter_mut().find(|known| known.section == rule.section) {
            Some(known) if rule.excludes => *known = rule,
            Some(_) => {}
            None => deciding.push(rule),
        }
    }
    deciding.sort_by_key(|rule| rule.line);
    deciding
}

fn ownership(deciding: &[&Rule]) -> Ownership {
    let Some(last) = deciding.last() else { return Ownership::Unmatched };
    let mut owners: Vec<Owner> = Vec::new();
    for owner in deciding.iter().flat_map(|rule| &rule.owners) {
        if !owners.contains(owner) {
            owners.push(owner.clone());
        }
    }
    let line = deciding.iter().rev().find(|rule| !rule.owners.is_empty()).unwrap_or(last).line;
    if owners.is_empty() { Ownership::ExplicitlyUnowned(line) } else { Ownership::Owned(owners, line) }
}

/// The file of a repository, where it has one.
pub fn find(root: &Path) -> Option<PathBuf> {
    PLACES.iter().map(|place| root.join(place)).find(|path| path.is_file())
}
