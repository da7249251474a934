//! `owners`: whose each path of a repository is by its CODEOWNERS, and what sort of path it is.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use rung_model::{
    commit::PathClasses,
    problem::{Problem, Severity},
};
use rung_sources::{
    git,
    owners::{self, Owners, Ownership},
};

use crate::{error::AppError, gather::unreadable};

/// What to look at.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The repository.
    pub git: PathBuf,
    /// The CODEOWNERS file; without it that of the repository.
    pub file: Option<PathBuf>,
    /// Paths from the root of the repository; all files of HEAD where empty.
    pub paths: Vec<String>,
}

/// One path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The path.
    pub path: String,
    /// What sort of path it is.
    pub class: PathClasses,
    /// Whose it is.
    pub ownership: Ownership,
}

/// The answer.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The file that was read.
    pub file: String,
    /// How many patterns it has.
    pub patterns: usize,
    /// One line a path, in their order.
    pub lines: Vec<Line>,
    /// Problems met.
    pub problems: Vec<Problem>,
}

/// How many paths of a class are owned, taken out of ownership, and not spoken of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Owned.
    pub owned: usize,
    /// Explicitly unowned.
    pub unowned: usize,
    /// Matched by no line.
    pub unmatched: usize,
}

impl Count {
    fn add(&mut self, ownership: &Ownership) {
        match ownership {
            Ownership::Owned(..) => self.owned += 1,
            Ownership::ExplicitlyUnowned(_) => self.unowned += 1,
            Ownership::Unmatched => self.unmatched += 1,
        }
    }

    /// All of them.
    pub fn all(self) -> usize {
        self.owned + self.unowned + self.unmatched
    }
}

impl Answer {
    /// Counts of all paths.
    pub fn total(&self) -> Count {
        self.lines.iter().fold(Count::default(), |mut count, line| {
            count.add(&line.ownership);
            count
        })
    }

    /// Counts by class of path, in the order of classes; classes without a path are left out.
    pub fn by_class(&self) -> Vec<(&'static str, Count)> {
        let count = |(class, name): (PathClasses, &'static str)| {
            let mut count = Count::default();
            self.lines.iter().filter(|line| line.class.has(class)).for_each(|line| count.add(&line.ownership));
            (name, count)
        };
        PathClasses::NAMED.into_iter().map(count).filter(|(_, count)| count.all() > 0).collect()
    }

    /// Paths by owner, as the file writes them, by name.
    pub fn by_owner(&self) -> BTreeMap<String, usize> {
        let mut owners = BTreeMap::new();
        for line in &self.lines {
            if let Ownership::Owned(own, _) = &line.ownership {
                for owner in own {
                    *owners.entry(owner.to_string()).or_default() += 1;
                }
            }
        }
        owners
    }
}

/// Tells whose paths are.
///
/// # Errors
/// [`AppError::Inputs`] where there is no such file or no such repository.
pub fn owners(asked: &Asked) -> Result<Answer, AppError> {
    let (owners, file, problems) = read(asked)?;
    let mut problems = problems;
    let paths = if asked.paths.is_empty() {
        let listing =
            git::listing(&asked.git).map_err(|error| AppError::Inputs(vec![unreadable(&asked.git, &error)]))?;
        if listing.unread > 0 {
            let what = format!("{} folders of HEAD are not there, and their files are not counted", listing.unread);
            let name = asked.git.display().to_string();
            let mend = "fetch what a partial clone left out";
            problems.push(Problem::new(Severity::Warning, name, "missing-tree", what, mend));
        }
        listing.paths
    } else {
        asked.paths.clone()
    };
    let line = |path: String| Line { class: git::class_of(&path), ownership: owners.of(&path), path };
    Ok(Answer { file, patterns: owners.patterns(), lines: paths.into_iter().map(line).collect(), problems })
}

fn read(asked: &Asked) -> Result<(Owners, String, Vec<Problem>), AppError> {
    if let Some(path) = asked.file.clone().or_else(|| owners::find(&asked.git)) {
        let (owners, problems) = Owners::read(&path);
        if owners.patterns() == 0 && problems.iter().any(|problem| problem.severity == Severity::Error) {
            return Err(AppError::Inputs(problems));
        }
        return Ok((owners, path.display().to_string(), problems));
    }
    // A bare repository keeps it in HEAD alone.
    for place in owners::PLACES {
        let text =
            git::file(&asked.git, place).map_err(|error| AppError::Inputs(vec![unreadable(&asked.git, &error)]))?;
        if let Some(text) = text {
            let text = String::from_utf8_lossy(&text);
            let (owners, problems) = Owners::parse(place, &text, owners::Dialect::of(Path::new(place), &text));
            return Ok((owners, format!("HEAD:{place}"), problems));
        }
    }
    let what = format!("it has no CODEOWNERS: none of {} is there", owners::PLACES.join(", "));
    let mend = "name the file with --file, or write one";
    let name = asked.git.display().to_string();
    Err(AppError::Inputs(vec![Problem::new(Severity::Error, name, "no-codeowners", what, mend)]))
}
