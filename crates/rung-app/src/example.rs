//! The example organisation as a request: written to a temporary folder, read back by the ordinary sources.

use std::path::{Path, PathBuf};

use example::{Organisation, SEED, Written, organisation};
use jiff::Timestamp;
use rung_model::{framework::Framework, manifest::SourceKind, rule::Level};
use tempfile::TempDir;

use crate::{
    answer::Report,
    error::AppError,
    me::Me,
    org::evidence::Asked as Evidence,
    request::{DEFAULT_WEEKS, Inputs, Request, Since},
};

/// The example on disk. The folder is removed when this is dropped.
#[derive(Debug)]
pub struct OnDisk {
    folder: TempDir,
    written: Written,
}

/// Writes the example organisation to a temporary folder.
///
/// # Errors
/// [`AppError::Example`] where the folder cannot be written.
pub fn write() -> Result<OnDisk, AppError> {
    let folder =
        tempfile::Builder::new().prefix("rung-example-").tempdir().map_err(|e| AppError::Example(e.to_string()))?;
    let example: Organisation = organisation(SEED);
    let written = example.write(folder.path()).map_err(|e| AppError::Example(e.to_string()))?;
    Ok(OnDisk { folder, written })
}

impl OnDisk {
    /// A reading of the drifted tech lead, with the example's own "today".
    pub fn request(&self, framework: Framework) -> Request {
        let written = &self.written;
        let me = written.people.iter().find(|p| p.id == written.protagonist);
        Request {
            inputs: Inputs {
                git: written.repositories.clone(),
                calendars: me.map(|p| p.calendars.clone()).unwrap_or_default(),
                days: written.days.get(&written.protagonist).cloned().into_iter().collect(),
                sources: written
                    .forge
                    .iter()
                    .map(|path| (SourceKind::Gitea, path.clone()))
                    .chain([(SourceKind::Jira, written.tracker.clone())])
                    .collect(),
                roster: Some(written.roster.clone()),
                rules: vec![written.rules.clone()],
                corrections: None,
                answers: None,
                journal: None,
                cache: None,
            },
            me: Me { addresses: me.map(|p| p.addresses.clone()).unwrap_or_default(), added: Vec::new() },
            role: None,
            since: Since::Weeks(DEFAULT_WEEKS),
            until: None,
            zone: None,
            machine_zone: "UTC".to_owned(),
            hours: None,
            now: written.today,
            framework,
            invented: true,
        }
    }

    /// Its roster.
    pub fn roster(&self) -> &Path {
        &self.written.roster
    }

    /// Everybody's evidence.
    pub fn evidence(&self) -> Evidence {
        let written = &self.written;
        let forge = written.forge.iter().map(|path| (SourceKind::Gitea, path.clone()));
        let git = written.repositories.iter().map(|path| (SourceKind::Git, path.clone()));
        Evidence {
            sources: git.chain(forge).chain([(SourceKind::Jira, written.tracker.clone())]).collect(),
            calendars: written.people.iter().filter_map(|person| person.calendars.first().cloned()).collect(),
            rules: rung_sources::rules::read(&written.rules, Level::Organisation).0,
            ..Evidence::default()
        }
    }

    /// Id of the one it is about.
    pub fn protagonist(&self) -> &str {
        &self.written.protagonist
    }

    /// The rules of the organisation.
    ///
    /// # Errors
    /// Where the file is gone.
    pub fn rules_text(&self) -> std::io::Result<String> {
        std::fs::read_to_string(&self.written.rules)
    }

    /// Sources of the organisation: repositories, forges, tracker.
    pub fn shared_sources(&self) -> Vec<(SourceKind, PathBuf)> {
        self.evidence().sources
    }

    /// Sources of each person: id, calendars, days logged by hand.
    pub fn own_sources(&self) -> Vec<(String, Vec<PathBuf>, Option<PathBuf>)> {
        let days = |id: &str| self.written.days.get(id).cloned();
        self.written.people.iter().map(|one| (one.id.clone(), one.calendars.clone(), days(&one.id))).collect()
    }

    /// How many sources there are.
    pub fn sources_count(&self) -> usize {
        self.shared_sources().len() + self.own_sources().iter().map(|(_, files, _)| files.len()).sum::<usize>()
    }

    /// Addresses of the one it is about.
    pub fn addresses(&self) -> Vec<String> {
        let me = self.written.people.iter().find(|person| person.id == self.written.protagonist);
        me.map(|person| person.addresses.clone()).unwrap_or_default()
    }

    /// The moment that is now in it.
    pub fn today(&self) -> Timestamp {
        self.written.today
    }

    /// The folder's own name taken out of a text, so that the example reads the same on every run.
    pub fn scrub(&self, text: &str) -> String {
        let root = self.folder.path().display().to_string();
        text.replace(&format!("{root}{}", std::path::MAIN_SEPARATOR), "example/").replace(&root, "example")
    }

    /// The same report with the folder's name taken out of paths and problems.
    #[must_use]
    pub fn scrubbed(&self, mut report: Report) -> Report {
        for line in &mut report.sources {
            line.manifest.path = self.scrub(&line.manifest.path);
        }
        for problem in &mut report.problems {
            problem.file = self.scrub(&problem.file);
        }
        report
    }
}
