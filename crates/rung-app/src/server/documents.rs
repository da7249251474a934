//! Roster, framework and rules as versions of documents; importing a roster with its dry run; publishing a framework.

use std::{path::Path, sync::Arc};

use rung_model::{
    framework::Framework,
    problem::{Problem, Severity},
    rule::{Level, Rule},
};
use rung_sources::{
    framework, roster,
    roster::import::{Columns, Format, Imported, import},
};
use rung_store::{
    document::{self, Document, ORGANISATION},
    job,
};

use super::{Caller, Moment, Noted, ORG, Refused, Server};
use crate::{
    access::{Object, Verb},
    framework::Versions,
    org::Opened,
};

/// Documents of the roster begin with this.
const ROSTER: &str = "roster/";
/// The framework in force.
pub(crate) const FRAMEWORK: &str = "framework.toml";
/// The rules of the organisation.
pub(crate) const RULES: &str = "rules.toml";

/// A framework that was handed over, before it is published.
#[derive(Clone, Debug)]
pub struct FrameworkDraft {
    /// What was understood.
    pub framework: Framework,
    /// Its text as it would be kept.
    pub text: String,
    /// Every problem.
    pub problems: Vec<Problem>,
    /// What would change against the one in force.
    pub versions: Versions,
}

/// One version of a document, to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VersionLine {
    /// Its number.
    pub version: i64,
    /// When, epoch seconds.
    pub written: i64,
    /// Account that wrote it.
    pub author: String,
    /// Why.
    pub note: String,
}

impl Server {
    /// The roster with the framework in force; an empty one before it was imported.
    pub fn opened(&self) -> Result<Arc<Opened>, Refused> {
        let state = self.db.read(|tx| document::state(tx, ORG, ORGANISATION))?;
        if let Some((known, opened)) = &self.kept().opened
            && *known == state
        {
            return Ok(Arc::clone(opened));
        }
        let documents = self.db.read(|tx| document::of_owner(tx, ORG, ORGANISATION))?;
        let published = documents.iter().find(|one| one.name == FRAMEWORK && !one.body.is_empty());
        let framework = match published {
            Some(one) => framework::read_text(&one.name, &one.body).0,
            None => self.builtin.clone(),
        };
        let files: Vec<(String, String)> = documents
            .iter()
            .filter(|one| one.name.starts_with(ROSTER))
            .map(|one| (one.name.clone(), one.body.clone()))
            .collect();
        let (mut roster, problems) = if files.is_empty() {
            (rung_model::roster::Roster::default(), Vec::new())
        } else {
            roster::read_texts("roster", &files, &framework)
        };
        if roster.organisation.is_none() {
            roster.organisation = self.organisation()?.map(|own| own.name);
        }
        let opened = Arc::new(Opened { path: "roster".into(), roster, framework, problems });
        self.kept().opened = Some((state, Arc::clone(&opened)));
        Ok(opened)
    }

    /// Rules of the organisation.
    pub(crate) fn rules(&self) -> Result<Vec<Rule>, Refused> {
        let text = self.db.read(|tx| document::newest(tx, ORG, ORGANISATION, RULES))?;
        Ok(text.map(|one| rung_sources::rules::read_text(RULES, &one.body, Level::Organisation).0).unwrap_or_default())
    }

    /// Reads a roster that was handed over, as a dry run: what was understood, what is unresolved, and every problem.
    ///
    /// # Errors
    /// [`Refused::NotThere`] for who may not; [`Refused::Field`] where the columns cannot be read.
    pub fn try_roster(
        &self,
        caller: &Caller,
        moment: &Moment,
        file: &Path,
        format: Option<&str>,
        columns: &str,
    ) -> Result<Imported, Refused> {
        self.may_organisation(caller, moment, Verb::Write, Object::Structure)?;
        let columns = Columns::parse(columns).map_err(|why| Refused::field("columns", why))?;
        let opened = self.opened()?;
        let format = format.and_then(Format::from_id).or_else(|| Format::detect(file));
        Ok(import(file, format, &columns, &opened.framework))
    }

    /// Keeps what a dry run understood as the roster, in place of the one before; versions stay.
    ///
    /// # Errors
    /// [`Refused::Problems`] where there is nobody in it.
    pub fn keep_roster(
        &self,
        caller: &Caller,
        moment: &Moment,
        imported: &Imported,
        note: &str,
    ) -> Result<usize, Refused> {
        self.may_organisation(caller, moment, Verb::Write, Object::Structure)?;
        if imported.roster.people.is_empty() {
            return Err(Refused::Problems(imported.problems.clone()));
        }
        let files = roster::write(&imported.roster);
        self.replace_roster(caller, moment, &files, note)?;
        Ok(imported.roster.people.len())
    }

    fn replace_roster(
        &self,
        caller: &Caller,
        moment: &Moment,
        files: &[(&'static str, String)],
        note: &str,
    ) -> Result<(), Refused> {
        let now = moment.seconds();
        self.db.write(|tx| {
            let before = document::of_owner(tx, ORG, ORGANISATION)?;
            let gone = before.iter().filter(|one| one.name.starts_with(ROSTER));
            let gone = gone.filter(|one| !files.iter().any(|(name, _)| one.name == format!("{ROSTER}{name}")));
            let blank = gone.map(|one| (one.name.clone(), String::new()));
            let new = files.iter().map(|(name, text)| (format!("{ROSTER}{name}"), text.clone()));
            for (name, body) in new.chain(blank) {
                let version = document::version(tx, ORG, ORGANISATION, &name)?;
                let one = Document {
                    owner: ORGANISATION.to_owned(),
                    name,
                    version,
                    written: now,
                    author: caller.name().to_owned(),
                    note: note.to_owned(),
                    body,
                };
                document::write(tx, ORG, &one)?;
            }
            Ok(())
        })?;
        self.note(caller, moment, Noted { act: "write", object: "structure", subject: "", detail: note })
    }

    /// The roster's files, newest versions, for who may write them.
    pub fn roster_files(&self, caller: &Caller, moment: &Moment) -> Result<Vec<Document>, Refused> {
        self.may_organisation(caller, moment, Verb::Write, Object::Structure)?;
        let all = self.db.read(|tx| document::of_owner(tx, ORG, ORGANISATION))?;
        Ok(all.into_iter().filter(|one| one.name.starts_with(ROSTER) && !one.body.is_empty()).collect())
    }

    /// Writes a file of the roster, where the whole is then no worse: a new error is refused with every line.
    ///
    /// # Errors
    /// [`Refused::Problems`], [`Refused::Meanwhile`].
    pub fn write_roster_file(
        &self,
        caller: &Caller,
        moment: &Moment,
        name: &str,
        version: i64,
        body: &str,
        note: &str,
    ) -> Result<(), Refused> {
        self.may_organisation(caller, moment, Verb::Write, Object::Structure)?;
        self.write_roster(caller, moment, &[(name.to_owned(), version, body.to_owned())], note)
    }

    /// Writes files of the roster without asking for a right: whoever calls this asked for a narrower one.
    pub(crate) fn write_roster(
        &self,
        caller: &Caller,
        moment: &Moment,
        changed: &[(String, i64, String)],
        note: &str,
    ) -> Result<(), Refused> {
        let opened = self.opened()?;
        let documents = self.db.read(|tx| document::of_owner(tx, ORG, ORGANISATION))?;
        let mut files: Vec<(String, String)> = documents
            .into_iter()
            .filter(|one| one.name.starts_with(ROSTER) && !changed.iter().any(|(name, ..)| *name == one.name))
            .map(|one| (one.name, one.body))
            .collect();
        for (name, _, body) in changed {
            let plain = name.strip_prefix(ROSTER).is_some_and(|file| {
                file.ends_with(".toml")
                    && file.len() < 80
                    && file.chars().all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c))
            });
            if !plain {
                return Err(Refused::field("name", "a roster file is called like roster/people.toml"));
            }
            files.push((name.clone(), body.clone()));
        }
        let (_, problems) = roster::read_texts("roster", &files, &opened.framework);
        let worse = |one: &&Problem| one.severity >= Severity::Warning && !opened.problems.contains(one);
        let new: Vec<Problem> = problems.iter().filter(worse).cloned().collect();
        let errors = new.iter().any(|one| one.severity == Severity::Error);
        if errors || new.len() > opened.problems.len() + 5 {
            return Err(Refused::Problems(new));
        }
        let now = moment.seconds();
        let written = self.db.write(|tx| {
            for (name, version, body) in changed {
                let one = Document {
                    owner: ORGANISATION.to_owned(),
                    name: name.clone(),
                    version: *version,
                    written: now,
                    author: caller.name().to_owned(),
                    note: note.to_owned(),
                    body: body.clone(),
                };
                if document::write(tx, ORG, &one)?.is_none() {
                    return Err(rung_store::StoreError::Exists { what: "newer version", id: name.clone() });
                }
            }
            Ok(())
        });
        match written {
            Err(rung_store::StoreError::Exists { .. }) => return Err(Refused::Meanwhile),
            other => other?,
        }
        self.note(caller, moment, Noted { act: "write", object: "structure", subject: "", detail: note })
    }

    /// Reads a framework that was handed over and says what it would change.
    ///
    /// # Errors
    /// [`Refused::NotThere`] for who may not; [`Refused::Problems`] where nothing of it can be used.
    pub fn try_framework(&self, caller: &Caller, moment: &Moment, file: &Path) -> Result<FrameworkDraft, Refused> {
        self.may_organisation(caller, moment, Verb::Write, Object::Framework)?;
        let read = crate::framework::open(file, None, &rung_sources::progress::Silent);
        if read.framework.roles.is_empty() {
            return Err(Refused::Problems(read.problems));
        }
        let opened = self.opened()?;
        let versions = crate::framework::versions(&opened.framework, &read.framework, &[]);
        let text = crate::framework::convert(&read.framework, framework::Notation::Toml);
        Ok(FrameworkDraft { framework: read.framework, text, problems: read.problems, versions })
    }

    /// Makes a framework the one in force.
    ///
    /// # Errors
    /// [`Refused::Problems`] where it has errors in it.
    pub fn publish_framework(
        &self,
        caller: &Caller,
        moment: &Moment,
        draft: &FrameworkDraft,
        note: &str,
    ) -> Result<(), Refused> {
        self.may_organisation(caller, moment, Verb::Write, Object::Framework)?;
        if draft.problems.iter().any(|one| one.severity == Severity::Error) {
            return Err(Refused::Problems(draft.problems.clone()));
        }
        self.keep_document(caller, moment, ORGANISATION, FRAMEWORK, &draft.text, note)?;
        self.note(caller, moment, Noted { act: "write", object: "framework", subject: "", detail: note })
    }

    /// Goes back to the framework that comes with Rung.
    pub fn withdraw_framework(&self, caller: &Caller, moment: &Moment) -> Result<(), Refused> {
        self.may_organisation(caller, moment, Verb::Write, Object::Framework)?;
        self.keep_document(caller, moment, ORGANISATION, FRAMEWORK, "", "back to the built-in framework")?;
        self.note(caller, moment, Noted { act: "write", object: "framework", subject: "", detail: "withdrawn" })
    }

    /// Versions of a document of the organisation, newest first.
    pub fn versions(&self, name: &str) -> Result<Vec<VersionLine>, Refused> {
        let all = self.db.read(|tx| document::versions(tx, ORG, ORGANISATION, name))?;
        let line = |one: Document| VersionLine {
            version: one.version,
            written: one.written,
            author: one.author,
            note: one.note,
        };
        Ok(all.into_iter().map(line).collect())
    }

    /// Writes the next version of a document, whatever stood there.
    pub(crate) fn keep_document(
        &self,
        caller: &Caller,
        moment: &Moment,
        owner: &str,
        name: &str,
        body: &str,
        note: &str,
    ) -> Result<(), Refused> {
        self.db.write(|tx| {
            let version = document::version(tx, ORG, owner, name)?;
            let one = Document {
                owner: owner.to_owned(),
                name: name.to_owned(),
                version,
                written: moment.seconds(),
                author: caller.name().to_owned(),
                note: note.to_owned(),
                body: body.to_owned(),
            };
            document::write(tx, ORG, &one)
        })?;
        Ok(())
    }

    /// What a document of an owner says now; empty where there is none.
    pub(crate) fn text_of(&self, owner: &str, name: &str) -> Result<String, Refused> {
        let newest = self.db.read(|tx| document::newest(tx, ORG, owner, name))?;
        Ok(newest.map(|one| one.body).unwrap_or_default())
    }

    /// Holds a file between a dry run and its decision, for who sent it, a day at most; what it is held as.
    pub fn hold(&self, caller: &Caller, moment: &Moment, name: &str, bytes: &[u8]) -> Result<String, Refused> {
        let own = caller.account.as_ref().ok_or(Refused::LogIn)?;
        let held = moment.dice.id();
        let id = format!("{}-{held}", own.id);
        self.db.write(|tx| job::hand_over(tx, ORG, &id, name, bytes, moment.seconds()))?;
        Ok(held)
    }

    /// A file the caller sent before: its name and its bytes.
    pub fn held_file(&self, caller: &Caller, held: &str) -> Result<(String, Vec<u8>), Refused> {
        let own = caller.account.as_ref().ok_or(Refused::LogIn)?;
        let id = format!("{}-{held}", own.id);
        self.db.read(|tx| job::handed_over(tx, ORG, &id))?.ok_or(Refused::NotThere)
    }
}
