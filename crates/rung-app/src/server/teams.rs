//! Teams: who carries what, what leads answer blind, what a team's evidence shows from k people up, contracts.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use jiff::civil::Date;
use rung_measure::{
    org::{block::Block, publish::Policy, view::View},
    own::map::State,
};
use rung_model::roster::{At, Mode, Ownership, Period, Roster, restate};
use rung_sources::{cache, roster};
use rung_store::{
    blind::{self, Blind},
    ledger, published, source,
};

use super::{Caller, Moment, ORG, Refused, Server, allowed, documents::VersionLine, number_of, person::totals_of};
use crate::{
    access::{About, Object, Standing, Verb, standings},
    org::{
        Opened,
        answers::{Reveal, Row},
        evidence::{Measurements, of_people},
        published::Published,
        team::{self, TeamMap},
    },
};

/// What a lead may say of a responsibility.
pub const SAID: [&str; 3] = ["own", "contribute", "none"];

/// A team's map, and what the caller may do with it.
#[derive(Debug)]
pub struct TeamView {
    /// The roster it is of.
    pub opened: Arc<Opened>,
    /// When.
    pub at: At,
    /// The team's place in the view of that day.
    pub team: usize,
    /// The map; `None` where nothing is declared to be carried.
    pub map: Option<TeamMap>,
    /// True where the caller may declare who carries what for the whole team.
    pub declares: bool,
    /// True where the caller is a lead of it, who is asked to answer.
    pub lead: bool,
    /// True where the caller may see figures of several people.
    pub figures: bool,
}

/// Who carries a responsibility from a day on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Declared {
    /// The responsibility.
    pub duty: String,
    /// Person ids who own it.
    pub own: Vec<String>,
    /// Person ids who take part.
    pub contribute: Vec<String>,
}

impl Server {
    /// A team as of a day, for who may see structure.
    ///
    /// # Errors
    /// [`Refused::NotThere`] where there is no such team on that day.
    pub fn team(&self, caller: &Caller, moment: &Moment, id: &str, day: Option<Date>) -> Result<TeamView, Refused> {
        let opened = self.opened()?;
        let today = self.today(moment)?;
        let at = At::day(day.unwrap_or(today));
        let now = opened.view(At::day(today));
        allowed(caller, Verb::Read, Object::Declared, About::Team(id), &now)?;
        let view = opened.view(at);
        let team = view.team(id).ok_or(Refused::NotThere)?;
        let map = team::map(&opened, &view, id).ok();
        // Declaring for a whole team is its leads' and their managers'; a member only says what is their own.
        let of_team = [Standing::Manager, Standing::TeamLead];
        let held = standings(&caller.asker(), About::Team(id), &now);
        let declares = of_team.iter().any(|standing| held.contains(standing))
            && allowed(caller, Verb::Write, Object::Declared, About::Team(id), &now).is_ok();
        let lead = map.as_ref().is_some_and(|map| asked(map).any(|lead| Some(lead) == caller.person()));
        let figures = allowed(caller, Verb::Read, Object::TeamSplit, About::Team(id), &now).is_ok();
        Ok(TeamView { at, team, map, declares, lead, figures, opened: Arc::clone(&opened) })
    }

    /// What was published of the organisation's people together, over the latest eight weeks that are over; nothing of
    /// anybody where that did not happen yet.
    ///
    /// # Errors
    /// [`Refused::NotThere`] for who may not see figures of a team at k.
    pub fn published(&self, caller: &Caller, moment: &Moment) -> Result<Published, Refused> {
        let opened = self.opened()?;
        let today = self.today(moment)?;
        let view = opened.view(At::day(today));
        allowed(caller, Verb::Read, Object::TeamSplit, About::Organisation, &view)?;
        let block = Block::over_on(today);
        Ok(self.kept_of(block)?.unwrap_or_else(|| Published::nothing(block)))
    }

    fn kept_of(&self, block: Block) -> Result<Option<Published>, Refused> {
        let text = self.db.read(|tx| published::get(tx, ORG, number_of(block.first)))?;
        Ok(text.and_then(|text| serde_json::from_str(&text).ok()))
    }

    /// Publishes the latest eight weeks that are over, once: what is shown of anybody stays as it is from then on. Where
    /// nothing was shown yet, it is worked out anew. What a server does when its jobs are done.
    pub fn publish(&self, moment: &Moment) -> Result<(), Refused> {
        let opened = self.opened()?;
        let today = self.today(moment)?;
        let block = Block::over_on(today);
        if self.kept_of(block)?.is_some_and(|kept| kept.shows_anything()) {
            return Ok(());
        }
        let own = self.together(&opened, &opened.view(At::day(today)), block, moment)?;
        if !own.shows_anything() {
            return Ok(());
        }
        let text = serde_json::to_string(&own).map_err(|error| Refused::field("figures", error.to_string()))?;
        Ok(self.db.write(|tx| published::put(tx, ORG, number_of(block.first), &text, moment.seconds()))?)
    }

    fn together(&self, opened: &Opened, view: &View<'_>, block: Block, moment: &Moment) -> Result<Published, Refused> {
        let least: usize = self.setting("least-people", moment)?.parse().unwrap_or(5);
        let (first, last) = (number_of(block.first), number_of(block.last()));
        let (lines, about) =
            self.db.read(|tx| Ok((ledger::between(tx, ORG, first, last)?, source::all_descriptions(tx, ORG)?)))?;
        let mut by_person: BTreeMap<String, Vec<ledger::Line>> = BTreeMap::new();
        for (person, line) in lines {
            by_person.entry(person).or_default().push(line);
        }
        let people = by_person
            .into_iter()
            .map(|(person, lines)| (person, totals_of(&lines, block.first, block.last())))
            .collect();
        let sees: BTreeSet<_> = about
            .iter()
            .filter_map(|bytes| cache::about_from_bytes(bytes))
            .flat_map(|read| read.manifest.sees)
            .collect();
        let measured = Measurements { block, people, sees, unmatched: 0, problems: Vec::new() };
        Ok(of_people(opened, view, measured, Policy::with_least(least).unwrap_or_default()).published)
    }

    /// Keeps what the caller, a lead of the team, says of its responsibilities. Nobody sees it before all have answered.
    ///
    /// # Errors
    /// [`Refused::NotThere`] for who is no lead of it; [`Refused::Field`].
    pub fn answer_blind(
        &self,
        caller: &Caller,
        moment: &Moment,
        id: &str,
        said: &[(String, String)],
    ) -> Result<(), Refused> {
        let view = self.team(caller, moment, id, None)?;
        self.allow(caller, moment, Verb::Write, Object::Declared, About::Team(id))?;
        let (Some(map), Some(person)) = (view.map.as_ref().filter(|_| view.lead), caller.person()) else {
            return Err(Refused::NotThere);
        };
        let known = |duty: &str| map.case.duties.iter().any(|own| own.id == duty);
        for (duty, word) in said {
            if !known(duty) || !SAID.contains(&word.as_str()) {
                return Err(Refused::field("answer", "say own, contribute or none of a responsibility of the team"));
            }
        }
        Ok(self.db.write(|tx| {
            for (duty, word) in said {
                let one = Blind { person: person.to_owned(), duty: duty.clone(), said: word.clone() };
                blind::say(tx, ORG, id, &one, moment.seconds())?;
            }
            Ok(())
        })?)
    }

    /// The caller's own answers about a team, by responsibility.
    pub fn own_answers(&self, caller: &Caller, id: &str) -> Result<BTreeMap<String, String>, Refused> {
        let person = caller.person().unwrap_or_default();
        let all = self.db.read(|tx| blind::of_team(tx, ORG, id))?;
        Ok(all.into_iter().filter(|one| one.person == person).map(|one| (one.duty, one.said)).collect())
    }

    /// What came of asking: who is awaited, and once all have answered, what they said together.
    pub fn reveal(&self, view: &TeamView) -> Result<Option<Reveal>, Refused> {
        let Some(map) = &view.map else { return Ok(None) };
        let all = self.db.read(|tx| blind::of_team(tx, ORG, &map.team))?;
        if all.is_empty() {
            return Ok(None);
        }
        let said = |person: &str, duty: &str| {
            all.iter().find(|one| one.person == person && one.duty == duty).map(|one| one.said.as_str())
        };
        let (mut missing, mut done) = (Vec::new(), Vec::new());
        for lead in asked(map) {
            let open = map.case.duties.iter().filter(|duty| said(lead, &duty.id).is_none()).count();
            if open == 0 {
                done.push(lead.to_owned());
            } else {
                missing.push((lead.to_owned(), open));
            }
        }
        if !missing.is_empty() {
            return Ok(Some(Reveal::Waiting { missing, done }));
        }
        let mut case = map.case.clone();
        for duty in &mut case.duties {
            let id = duty.id.clone();
            let who = |word: &str| {
                let leads = map.case.leads.iter().enumerate();
                leads.filter(|(_, lead)| said(&lead.person, &id) == Some(word)).map(|(at, _)| at).collect::<Vec<_>>()
            };
            (duty.owners, duty.contributors) = (who("own"), who("contribute"));
        }
        let states: Vec<State> = rung_measure::own::map::Map::of(&case).states;
        let ids = |places: &[usize]| places.iter().map(|lead| case.leads[*lead].person.clone()).collect();
        let rows = case.duties.iter().zip(states).map(|(duty, state)| Row {
            duty: duty.id.clone(),
            name: duty.name.clone(),
            own: ids(&duty.owners),
            contribute: ids(&duty.contributors),
            state,
        });
        Ok(Some(Reveal::Open { rows: rows.collect() }))
    }

    /// Begins asking anew: every answer about the team goes.
    pub fn ask_anew(&self, caller: &Caller, moment: &Moment, id: &str) -> Result<(), Refused> {
        let view = self.team(caller, moment, id, None)?;
        if !view.declares {
            return Err(Refused::NotThere);
        }
        self.db.write(|tx| blind::clear(tx, ORG, id))?;
        Ok(())
    }

    /// Declares who carries what on a team from a day on; what held before stays on record, and the contract changes.
    ///
    /// # Errors
    /// [`Refused::NotThere`] for who may not; [`Refused::Field`]; [`Refused::Problems`].
    pub fn declare(
        &self,
        caller: &Caller,
        moment: &Moment,
        id: &str,
        declared: &[Declared],
        from: Date,
        reason: &str,
    ) -> Result<(), Refused> {
        let view = self.team(caller, moment, id, None)?;
        let Some(map) = view.map.as_ref().filter(|_| view.declares) else { return Err(Refused::NotThere) };
        let reason = reason.trim();
        if reason.is_empty() || reason.chars().count() > 500 {
            return Err(Refused::field("reason", "say why, in 500 characters at most: it is kept with your name"));
        }
        let today = self.today(moment)?;
        if from < today.saturating_sub(jiff::Span::new().days(366))
            || from > today.saturating_add(jiff::Span::new().days(366))
        {
            return Err(Refused::field("from", "give a day within a year of today"));
        }
        let mut roster: Roster = view.opened.roster.clone();
        for one in declared {
            if !map.case.duties.iter().any(|duty| duty.id == one.duty) {
                return Err(Refused::field("responsibility", format!("`{}` is none of this team", one.duty)));
            }
            let lead = |person: &String| map.case.leads.iter().any(|lead| lead.person == *person);
            if let Some(other) = one.own.iter().chain(&one.contribute).find(|person| !lead(person)) {
                return Err(Refused::field("who", format!("`{other}` is no lead of this team")));
            }
            let part = |person: &String, mode: Mode| Ownership {
                person: person.clone(),
                team: id.to_owned(),
                duty: one.duty.clone(),
                mode,
                delegation: None,
                trial: false,
                period: Period::since(from),
                known: Period::since(today),
            };
            let new: Vec<Ownership> = one
                .own
                .iter()
                .map(|person| part(person, Mode::Own))
                .chain(one.contribute.iter().map(|person| part(person, Mode::Contribute)))
                .collect();
            let about = |own: &Ownership| own.team == id && own.duty == one.duty;
            restate(&mut roster.ownerships, about, Period::since(from), today, new);
        }
        let files: Vec<(String, i64, String)> = {
            let written = roster::write(&roster);
            let mut changed = Vec::new();
            for (name, text) in written {
                let name = format!("roster/{name}");
                let now = self.db.read(|tx| rung_store::document::newest(tx, ORG, "", &name))?;
                let (version, body) = now.map_or((0, String::new()), |one| (one.version, one.body));
                if body != text {
                    changed.push((name, version, text));
                }
            }
            changed
        };
        self.write_roster(caller, moment, &files, reason)?;
        self.keep_document(
            caller,
            moment,
            rung_store::document::ORGANISATION,
            &declarations(id),
            &from.to_string(),
            reason,
        )
    }

    /// What was declared of a team on this server, latest first: who, when, and why.
    pub fn declarations(&self, id: &str) -> Result<Vec<VersionLine>, Refused> {
        self.versions(&declarations(id))
    }

    /// A view of the organisation on a day, with the roster it is of, for who may see structure.
    pub fn organisation_on(
        &self,
        caller: &Caller,
        moment: &Moment,
        day: Option<Date>,
    ) -> Result<(Arc<Opened>, At), Refused> {
        let opened = self.opened()?;
        let today = self.today(moment)?;
        let now = opened.view(At::day(today));
        allowed(caller, Verb::Read, Object::Structure, About::Organisation, &now)?;
        let at = At::day(day.unwrap_or(today));
        Ok((Arc::clone(&opened), at))
    }
}

/// The document that keeps why things were declared of a team.
fn declarations(team: &str) -> String {
    format!("declared/{team}")
}

/// Leads who are asked: those who have hours to give.
fn asked(map: &TeamMap) -> impl Iterator<Item = &str> {
    map.case.leads.iter().filter(|lead| lead.capacity.is_some()).map(|lead| lead.person.as_str())
}
