//! The example organisation through the ordinary imports: a roster that is imported, sources that are connected and read
//! by jobs, accounts that were invited. Everyone in it is invented.

use jiff::Timestamp;
use rung_sources::progress::Progress;
use rung_store::account::{self, Account};

use super::{Caller, Moment, ORG, Refused, Server, sources::Place};
use crate::{dice::Dice, example::OnDisk};

/// The password of every login of the demonstration: it is shown on its first page, and serves on loopback alone.
pub const PASSWORD: &str = "one rung at a time";

/// A login that is ready.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Login {
    /// What one logs in with.
    pub login: String,
    /// What that shows: "tech lead".
    pub what: String,
}

/// Whom one can be.
const LOGINS: [(&str, &str); 3] = [("tech_lead", "tech lead"), ("em", "engineering manager"), ("director", "director")];

impl Server {
    /// Fills an empty database with the example organisation; the logins that are ready, the most telling first.
    ///
    /// # Errors
    /// As the imports and the jobs it goes through.
    pub fn fill_with_example(
        &self,
        example: &OnDisk,
        seed: [u8; 32],
        progress: &dyn Progress,
    ) -> Result<Vec<Login>, Refused> {
        let moment = Moment { now: example.today(), dice: Dice::new(seed) };
        let administrator = "admin@rung.example";
        let secret = self.set_up(&moment, "Halden Freight", "Europe/Berlin", administrator, PASSWORD, "")?;
        let caller = self.by_session(&moment, &secret)?;
        self.welcome(&caller, &moment)?;
        let imported = self.try_roster(&caller, &moment, example.roster(), Some("toml"), "")?;
        self.keep_roster(&caller, &moment, &imported, "imported")?;
        let rules = example.rules_text().map_err(|cause| file("rules", cause))?;
        self.keep_document(&caller, &moment, "", super::documents::RULES, &rules, "imported")?;
        // Announced a fortnight ago, so that it is in effect.
        let earlier = Moment { now: before(moment.now, 15), dice: Dice::new(moment.dice.bytes()) };
        self.announce(&caller, &earlier, "measure-shared-sources", "on")?;
        let mut logins = self.logins(example, &moment)?;
        progress.begin("the example's sources", Some(example.sources_count() as u64));
        for (kind, path) in example.shared_sources() {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            self.connect(&caller, &moment, true, kind.id(), &name, &Place::Folder(path))?;
            while self.work(&moment)? {
                progress.advance(1);
            }
        }
        for (person, files, days) in example.own_sources() {
            let Some(own) = self.db.read(|tx| account::of_person(tx, ORG, &person))? else { continue };
            let caller = Caller { account: Some(own), ..Caller::default() };
            for path in files {
                let bytes = std::fs::read(&path).map_err(|cause| file("a calendar", cause))?;
                let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                self.connect(&caller, &moment, false, "calendar", "", &Place::File(name, bytes))?;
            }
            while self.work(&moment)? {
                progress.advance(1);
            }
            if let Some(path) = days {
                let text = std::fs::read_to_string(&path).map_err(|cause| file("days", cause))?;
                self.change_own(&caller, &moment, super::person::DAYS, |_| text)?;
            }
        }
        progress.end();
        self.publish(&moment)?;
        logins.push(Login { login: administrator.to_owned(), what: "administrator".to_owned() });
        Ok(logins)
    }

    /// An account for each person of the example, all with one password.
    fn logins(&self, example: &OnDisk, moment: &Moment) -> Result<Vec<Login>, Refused> {
        let hash = self.hashing.hash(PASSWORD, "demonstration", &moment.dice)?;
        let opened = self.opened()?;
        let view = opened.view(rung_model::roster::At::day(self.today(moment)?));
        let protagonist = example.protagonist();
        let mut named: Vec<(usize, Login)> = Vec::new();
        for person in view.people.iter().filter(|person| person.here) {
            let Some(login) = person.person.addresses.first() else { continue };
            let welcomed = Some(moment.seconds());
            let own = Account {
                id: moment.dice.id(),
                login: login.to_lowercase(),
                person: Some(person.person.id.clone()),
                password: Some(hash.clone()),
                administrator: false,
                council: false,
                scope: None,
                measured: true,
                created: moment.seconds(),
                welcomed,
                deactivated: None,
            };
            self.db.write(|tx| account::add(tx, ORG, &own))?;
            let role = person.holdings.first().and_then(|(_, role)| role.map(|role| role.id.as_str()));
            let place = LOGINS.iter().position(|(id, _)| Some(*id) == role);
            let engineer = role.is_some_and(|id| id == "senior" || id == "engineer");
            let place = if person.person.id == protagonist { Some(0) } else { place.map(|at| at + 1) };
            let place = place.or(engineer.then_some(LOGINS.len() + 1));
            if let Some(place) = place
                && !named.iter().any(|(taken, _)| *taken == place)
            {
                let what = match place {
                    0 => "tech lead",
                    place if place <= LOGINS.len() => LOGINS[place - 1].1,
                    _ => "engineer",
                };
                named.push((place, Login { login: own.login.clone(), what: what.to_owned() }));
            }
        }
        named.sort_by_key(|(place, _)| *place);
        let mut seen = std::collections::BTreeSet::new();
        Ok(named.into_iter().map(|(_, login)| login).filter(|login| seen.insert(login.what.clone())).collect())
    }
}

fn before(now: Timestamp, days: i64) -> Timestamp {
    Timestamp::from_second(now.as_second() - days * 86_400).unwrap_or(now)
}

fn file(what: &str, cause: std::io::Error) -> Refused {
    Refused::App(crate::error::AppError::File { path: what.to_owned(), cause })
}
