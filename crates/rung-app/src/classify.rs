//! `classify`: what the recognition rules make of a title.

use std::path::PathBuf;

use rung_measure::recognise::{Context, Recogniser};
use rung_model::{
    kind::ActivityMap,
    problem::Severity,
    rule::{Level, Rule},
};
use rung_sources::rules;

use crate::{error::AppError, wire::v1::classify::Classified};

/// The rules a classification is made with.
#[derive(Debug)]
pub struct Classifier {
    recogniser: Recogniser,
    map: ActivityMap,
}

impl Classifier {
    /// A classifier with the rules of `files` before the built-in ones.
    ///
    /// # Errors
    /// [`AppError::Inputs`] with all problems of the rules files.
    pub fn new(files: &[PathBuf], map: ActivityMap) -> Result<Self, AppError> {
        let mut all: Vec<Rule> = Vec::new();
        let mut problems = Vec::new();
        for file in files {
            let (read, found) = rules::read(file, Level::Personal);
            all.extend(read);
            problems.extend(found);
        }
        if problems.iter().any(|p| p.severity == Severity::Error) {
            return Err(AppError::Inputs(problems));
        }
        let context = Context { roster: None, me: None, addresses: &[], zone: None };
        let recogniser = Recogniser::new(all, context).map_err(AppError::Inputs)?;
        Ok(Self { recogniser, map })
    }

    /// What the rules make of one title with so many humans at the event.
    pub fn classify(&self, title: &str, attendees: Option<u32>) -> Classified {
        Classified::of(title, &self.recogniser.classify(title, attendees), &self.map)
    }
}
