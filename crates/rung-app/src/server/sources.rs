//! Connecting sources: a file that is handed over, a folder of the server, an address.

use std::path::{Path, PathBuf};

use rung_model::manifest::SourceKind;
use rung_sources::cache;
use rung_store::{
    document::ORGANISATION,
    job::{self, Job},
    source::{self, Source},
};

use super::{Caller, Moment, Noted, ORG, Refused, Server};
use crate::access::{About, Object, Verb};

/// Largest file that may be handed over, bytes.
pub const LARGEST: usize = 32 << 20;

/// What is to be connected.
#[derive(Clone, Debug)]
pub enum Place {
    /// A file that was handed over: its name and its bytes.
    File(String, Vec<u8>),
    /// A folder or file on the server's machine; an administrator's to name.
    Folder(PathBuf),
    /// The secret address of a calendar, read again every day.
    Address(String),
}

/// A source with what it can see and what it gave.
#[derive(Clone, Debug, PartialEq)]
pub struct SourceView {
    /// The source.
    pub source: Source,
    /// What it can see, in words; empty before it was read.
    pub can_see: String,
    /// What it can never see.
    pub never_sees: String,
    /// Rows it gave.
    pub rows: usize,
    /// First and last day of them.
    pub days: Option<(jiff::civil::Date, jiff::civil::Date)>,
    /// Problems it had.
    pub problems: Vec<rung_model::problem::Problem>,
    /// True for a source of the organisation that is read about the one who looks.
    pub shared: bool,
}

/// How far a job is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JobView {
    /// Its id.
    pub id: String,
    /// `waiting`, `running`, `done` or `failed`.
    pub state: String,
    /// When it was asked for, epoch seconds.
    pub made: i64,
    /// When it ended.
    pub ended: Option<i64>,
    /// Steps done.
    pub done: i64,
    /// Steps there are; 0 where that is not known.
    pub total: i64,
    /// How it goes, in words.
    pub words: String,
    /// True where it is about a source of the organisation.
    pub of_organisation: bool,
}

impl JobView {
    fn of(job: Job, of_organisation: bool) -> Self {
        let words = match job.state.as_str() {
            "waiting" => "It waits for its turn.".to_owned(),
            "running" if job.total > 0 => format!("{} of {} people read.", job.done, job.total),
            "running" => "It is being read.".to_owned(),
            "failed" => format!("It could not be read: {}.", job.said),
            _ => format!("Done: {}.", job.said),
        };
        Self {
            id: job.id,
            state: job.state,
            made: job.made,
            ended: job.ended,
            done: job.done,
            total: job.total,
            words,
            of_organisation,
        }
    }
}

impl Server {
    /// Connects a source of the caller's own, or, for an administrator, of the organisation; its job reads it.
    ///
    /// # Errors
    /// [`Refused::NotThere`] for who may not; [`Refused::Field`].
    pub fn connect(
        &self,
        caller: &Caller,
        moment: &Moment,
        of_organisation: bool,
        kind: &str,
        name: &str,
        place: &Place,
    ) -> Result<(String, String), Refused> {
        let owner = self.owner(caller, moment, of_organisation)?;
        let kind = SourceKind::from_id(kind)
            .filter(|kind| *kind != SourceKind::Days)
            .ok_or_else(|| Refused::field("kind", "there is no such kind of source"))?;
        let name = name.trim();
        if name.chars().count() > 120 {
            return Err(Refused::field("name", "give at most 120 characters"));
        }
        let id = moment.dice.id();
        let (shown, at) = match place {
            Place::File(file, bytes) => {
                if bytes.is_empty() {
                    return Err(Refused::field("file", "choose a file; this one is empty"));
                }
                if bytes.len() > LARGEST {
                    return Err(Refused::field("file", "it is larger than 32 MiB"));
                }
                (file_name(file), String::new())
            }
            Place::Address(text) => {
                if kind != SourceKind::Calendar {
                    return Err(Refused::field("address", "only a calendar is read at an address"));
                }
                let address = addressed(text)?;
                ("calendar.ics".to_owned(), address)
            }
            Place::Folder(path) => {
                self.administers(caller)?;
                if !path.is_absolute() || !path.exists() {
                    return Err(Refused::field(
                        "place",
                        "give the full path of a folder or file of the server's machine",
                    ));
                }
                (path.file_name().unwrap_or_default().to_string_lossy().into_owned(), path.display().to_string())
            }
        };
        let one = Source {
            id: id.clone(),
            person: owner.clone(),
            kind: kind.id().to_owned(),
            name: if name.is_empty() { shown.clone() } else { name.to_owned() },
            place: at,
            made: moment.seconds(),
            read: None,
        };
        let job = self.db.write(|tx| {
            source::add(tx, ORG, &one)?;
            if let Place::File(_, bytes) = place {
                job::hand_over(tx, ORG, &id, &shown, bytes, moment.seconds())?;
            }
            job::add(tx, ORG, &moment.dice.id(), "read-source", &id, caller.name(), moment.seconds())
        })?;
        self.note(caller, moment, Noted { act: "write", object: "source", subject: &owner, detail: &one.name })?;
        Ok((id, job))
    }

    /// Hands a newer file over for a source that is connected, or asks for its folder to be read again.
    pub fn read_again(
        &self,
        caller: &Caller,
        moment: &Moment,
        id: &str,
        file: Option<&(String, Vec<u8>)>,
    ) -> Result<String, Refused> {
        let own = self.own_source(caller, moment, id)?;
        if own.place.is_empty() && file.is_none_or(|(_, bytes)| bytes.is_empty()) {
            return Err(Refused::field("file", "choose the newer file"));
        }
        if file.is_some_and(|(_, bytes)| bytes.len() > LARGEST) {
            return Err(Refused::field("file", "it is larger than 32 MiB"));
        }
        Ok(self.db.write(|tx| {
            if let Some((name, bytes)) = file {
                job::hand_over(tx, ORG, id, &file_name(name), bytes, moment.seconds())?;
            }
            job::add(tx, ORG, &moment.dice.id(), "read-source", id, caller.name(), moment.seconds())
        })?)
    }

    /// Disconnects a source: it goes with all it gave.
    pub fn disconnect(&self, caller: &Caller, moment: &Moment, id: &str) -> Result<(), Refused> {
        let own = self.own_source(caller, moment, id)?;
        self.db.write(|tx| {
            source::remove(tx, ORG, id)?;
            job::discard(tx, ORG, id)
        })?;
        let opened = self.opened()?;
        if own.person == ORGANISATION {
            let people: Vec<&str> = opened.roster.people.iter().map(|person| person.id.as_str()).collect();
            for person in people {
                self.remeasure(&opened, person, moment)?;
            }
        } else {
            self.remeasure(&opened, &own.person, moment)?;
        }
        self.note(
            caller,
            moment,
            Noted { act: "write", object: "source", subject: &own.person, detail: "disconnected" },
        )
    }

    /// The sources of the caller, or of the organisation, with what each can see.
    pub fn sources(&self, caller: &Caller, moment: &Moment, of_organisation: bool) -> Result<Vec<SourceView>, Refused> {
        let owner = self.owner(caller, moment, of_organisation)?;
        let seen_by = if of_organisation { ORGANISATION } else { owner.as_str() };
        let (all, about) = self.db.read(|tx| {
            let mut all = source::of(tx, ORG, &owner)?;
            let about = source::descriptions(tx, ORG, seen_by)?;
            if !of_organisation {
                let shared = source::of(tx, ORG, ORGANISATION)?;
                all.extend(shared.into_iter().filter(|one| about.iter().any(|(id, _)| *id == one.id)));
            }
            Ok((all, about))
        })?;
        let view = |own: Source| {
            let read = about.iter().find(|(id, _)| *id == own.id).and_then(|(_, bytes)| cache::about_from_bytes(bytes));
            let manifest = read.as_ref().map(|read| &read.manifest);
            SourceView {
                can_see: manifest.map(|one| one.can_see.to_owned()).unwrap_or_default(),
                never_sees: manifest.map(|one| one.never_sees.to_owned()).unwrap_or_default(),
                rows: manifest.map_or(0, |one| one.rows),
                days: manifest.and_then(|one| one.days),
                problems: read.as_ref().map(|read| read.problems.clone()).unwrap_or_default(),
                shared: !of_organisation && own.person == ORGANISATION,
                source: own,
            }
        };
        Ok(all.into_iter().map(view).collect())
    }

    /// The caller's latest jobs.
    pub fn jobs(&self, caller: &Caller) -> Result<Vec<JobView>, Refused> {
        if caller.account.is_none() {
            return Err(Refused::LogIn);
        }
        let all = self.db.read(|tx| job::asked_by(tx, ORG, caller.name(), 20))?;
        all.into_iter().map(|job| self.job_view(job)).collect()
    }

    fn job_view(&self, job: Job) -> Result<JobView, Refused> {
        let own = self.db.read(|tx| source::get(tx, ORG, &job.subject))?;
        Ok(JobView::of(job, own.is_some_and(|own| own.person == ORGANISATION)))
    }

    /// One of the caller's jobs.
    pub fn job(&self, caller: &Caller, id: &str) -> Result<JobView, Refused> {
        if caller.account.is_none() {
            return Err(Refused::LogIn);
        }
        let found = self.db.read(|tx| job::get(tx, ORG, id))?;
        self.job_view(found.filter(|job| job.author == caller.name()).ok_or(Refused::NotThere)?)
    }

    fn owner(&self, caller: &Caller, moment: &Moment, of_organisation: bool) -> Result<String, Refused> {
        if of_organisation {
            self.administers(caller)?;
            return Ok(ORGANISATION.to_owned());
        }
        let Some(person) = caller.person() else {
            return Err(if caller.account.is_some() { Refused::NotThere } else { Refused::LogIn });
        };
        self.allow(caller, moment, Verb::Write, Object::RawItems, About::Person(person))?;
        Ok(person.to_owned())
    }

    fn own_source(&self, caller: &Caller, moment: &Moment, id: &str) -> Result<Source, Refused> {
        let own = self.db.read(|tx| source::get(tx, ORG, id))?;
        let Some(own) = own else {
            return Err(if caller.account.is_some() { Refused::NotThere } else { Refused::LogIn });
        };
        let owner = self.owner(caller, moment, own.person == ORGANISATION)?;
        if own.person == owner { Ok(own) } else { Err(Refused::NotThere) }
    }
}

/// The last part of a name, shortened: what a browser sends may be anything.
fn file_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let plain: String = last.chars().filter(|c| !c.is_control()).take(120).collect();
    let known = Path::new(&plain).extension().is_some();
    if plain.is_empty() || !known { format!("{plain}.dat") } else { plain }
}

/// An address that may be asked.
#[cfg(feature = "fetch")]
fn addressed(text: &str) -> Result<String, Refused> {
    rung_sources::fetch::address(text).map_err(|why| Refused::field("address", why.to_string()))
}

#[cfg(not(feature = "fetch"))]
fn addressed(_: &str) -> Result<String, Refused> {
    Err(Refused::field("address", "this Rung was built without reading addresses; hand the file over"))
}
