//! The organisation: its year lived, and its files written.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use crate::{
    ExampleError, PersonFiles, Truth, Written,
    clock::{City, TODAY, moment},
    diary::{Diary, diaries},
    files, git,
    history::histories,
    ics,
    plan::{Absences, Meeting, absences, plan},
    script::cast::{CAST, PROTAGONIST},
};

/// The example shown to users.
pub const SEED: u64 = 1;

/// A year of Harbourline's Payments area.
#[derive(Debug)]
pub struct Organisation {
    seed: u64,
    absences: Absences,
    meetings: Vec<Meeting>,
    diaries: BTreeMap<&'static str, Diary>,
    truth: Truth,
}

/// Lives through the year under `seed`. Pure: the same seed gives the same year.
pub fn organisation(seed: u64) -> Organisation {
    let absences = absences(seed);
    let meetings = plan(seed, &absences);
    let diaries = diaries(seed, &meetings, &absences);
    let truth = Truth::of(&diaries);
    Organisation { seed, absences, meetings, diaries, truth }
}

impl Organisation {
    /// What really happened.
    pub const fn truth(&self) -> &Truth {
        &self.truth
    }

    /// Writes all files into `dir`, an empty folder, which is made where it does not exist.
    ///
    /// # Errors
    /// Where a file cannot be written.
    pub fn write(&self, dir: &Path) -> Result<Written, ExampleError> {
        let calendars = dir.join("calendars");
        let (logs, recorded) = (dir.join("days"), dir.join("recorded"));
        for folder in [dir, &calendars, &logs, &recorded] {
            fs::create_dir_all(folder).map_err(ExampleError::at(folder))?;
        }
        let put = |path: PathBuf, text: String| fs::write(&path, text).map_err(ExampleError::at(&path)).map(|()| path);
        let holidays = |city: City| calendars.join(format!("holidays-{}.ics", city.zone().replace('/', "-")));
        for city in [City::Berlin, City::NewYork] {
            put(holidays(city), ics::holidays(city))?;
        }
        let mut people = Vec::new();
        for member in &CAST {
            let own = calendars.join(format!("{}.ics", member.id));
            let own = put(own, ics::calendar(member, &self.meetings, &self.absences))?;
            people.push(PersonFiles {
                id: member.id.to_owned(),
                name: member.name.to_owned(),
                addresses: member.addresses.iter().map(|address| (*address).to_owned()).collect(),
                calendars: vec![own, holidays(member.city)],
                zone: member.city.zone().to_owned(),
            });
        }
        let mut days = BTreeMap::new();
        for (person, count) in files::LOGGED {
            let text = self.diaries.get(person).map(|diary| files::days(diary, count)).unwrap_or_default();
            days.insert(person.to_owned(), put(logs.join(format!("{person}.toml")), text)?);
        }
        let (mut repositories, mut forge) = (Vec::new(), Vec::new());
        let histories = histories(self.seed, &self.diaries);
        for (name, changes) in &histories {
            let path = dir.join(if *name == "ledger" { "ledger.git" } else { name });
            let landed = git::write(&path, changes)?;
            repositories.push(path);
            let pulls = files::pulls(self.seed, name, changes, &landed);
            forge.push(put(recorded.join(format!("pulls-{name}.json")), pulls)?);
        }
        let tickets = files::tickets(self.seed, &self.diaries, &histories);
        let clock = self.diaries.get(files::RUNS_A_CLOCK).map(|diary| files::time_log(self.seed, diary));
        let clock = put(recorded.join("time-log.csv"), clock.unwrap_or_default())?;
        Ok(Written {
            roster: put(dir.join("roster.toml"), files::roster())?,
            rules: put(dir.join("rules.toml"), files::rules())?,
            days,
            people,
            repositories,
            forge,
            tracker: put(recorded.join("tickets.json"), tickets)?,
            time_logs: BTreeMap::from([(files::RUNS_A_CLOCK.to_owned(), clock)]),
            protagonist: PROTAGONIST.to_owned(),
            today: moment(TODAY.at(6, 10, 0, 0), &City::Berlin.rules()),
        })
    }
}
