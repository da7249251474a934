//! What the evidence of several people says, and of nobody alone: team splits, and which responsibilities are seen.
//!
//! Everything here is of eight whole weeks on one grid, of people who were in one team for all of them, from five people
//! up, and so that no figure taken from another leaves fewer (PRIVACY P3-P5). Shares are rounded to 5 points. What one's
//! own evidence says of one's own declarations is for oneself alone.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::PathBuf,
};

use jiff::{ToSpan, civil::Date, tz::TimeZone};
use rung_measure::{
    org::{
        block::Block,
        publish::{Node, Policy, Shown, publish, under},
        view::View,
    },
    own::seen::{OwnSight, own_share, own_sight},
    read,
    sum::sum,
    totals::Totals,
};
use rung_model::{
    activity::Activity,
    bucket::Bucket,
    manifest::SourceKind,
    minutes::Minutes,
    problem::{Problem, Severity},
    roster::At,
    share::Share,
};
use rung_sources::progress::Progress;

use super::{
    open::Opened,
    published::{Cell, Line, Published},
};
use crate::{
    error::AppError,
    organisation::{self, Whole},
};

/// Shares of several people are shown in steps of this.
const STEP: f64 = 0.05;

/// Where the evidence is.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// Repositories, forges, trackers, time logs.
    pub sources: Vec<(SourceKind, PathBuf)>,
    /// Calendars: files, or folders of them, each named by a person's id or address.
    pub calendars: Vec<PathBuf>,
    /// Rules of the organisation.
    pub rules: Vec<rung_model::rule::Rule>,
    /// What was said of accounts.
    pub journal: Vec<rung_model::identity::journal::JournalEntry>,
    /// Zone of people whose roster names none.
    pub zone: String,
    /// Least people behind a figure.
    pub policy: Policy,
}

/// Eight weeks of an organisation, measured. Nothing of one person leaves this room.
#[derive(Debug)]
pub struct Observed {
    /// What may be shown of several people.
    pub published: Published,
    /// Rows of accounts that are nobody's of the roster.
    pub unmatched: usize,
    /// What went wrong.
    pub problems: Vec<Problem>,
    /// People counted for each team, as places in `people`.
    sets: Vec<Vec<usize>>,
    /// People who are counted: place in the view, and their weeks.
    people: Vec<(usize, Totals)>,
}

/// A figure's ground: whose it is, and of how many.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ground {
    /// Team id.
    pub team: String,
    /// Its name.
    pub name: String,
    /// People behind it.
    pub people: usize,
    /// True where it is not the team that was asked for but one above it.
    pub above: bool,
}

/// Where the time of several people goes.
#[derive(Clone, Debug, PartialEq)]
pub struct TeamSplit {
    /// Whose.
    pub ground: Ground,
    /// Share of their working time that was seen, 0-1.
    pub coverage: f64,
    /// Shares by bucket, in steps of 5 points; `None` under 40 % coverage or where no source shows the bucket.
    pub shares: [(Bucket, Option<Share>); 3],
}

/// What one's own evidence says of one responsibility. For oneself alone.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnLine {
    /// The responsibility.
    pub duty: String,
    /// Its name.
    pub name: String,
    /// True where one has declared it.
    pub declared: bool,
    /// Least and most of the team's work on it that is one's own, 0-1.
    pub share: (f64, f64),
    /// What that says.
    pub sight: OwnSight,
}

/// Measures the latest eight weeks that were over on the view's day.
///
/// # Errors
/// [`AppError::Inputs`] where the rules or a calendar cannot be used, [`AppError::BadValue`] for a zone nobody knows.
pub fn observe(opened: &Opened, view: &View<'_>, asked: &Asked, progress: &dyn Progress) -> Result<Observed, AppError> {
    let block = Block::over_on(view.at.day);
    let zone = TimeZone::get(&asked.zone).map_err(|error| AppError::BadValue {
        option: "--tz",
        value: asked.zone.clone(),
        why: error.to_string(),
    })?;
    let whole = Whole {
        roster: opened.roster.clone(),
        rules: asked.rules.clone(),
        journal: asked.journal.clone(),
        // The cache holds one's own rows alone (PRIVACY P20); what others left is read and not kept.
        cache: None,
        sources: asked.sources.clone(),
        calendars: calendars(opened, &asked.calendars)?,
        first: block.first,
        last: block.last(),
        zone,
        activities: opened.framework.activities.clone(),
        threads: 2,
    };
    let measured = organisation::measure(&whole, progress)?;
    let ledgers = measured.people.iter().map(|one| (one.person.clone(), one.ledger.totals(block.first, block.last())));
    let ground = Measurements {
        block,
        people: ledgers.collect(),
        sees: measured.sees,
        unmatched: measured.unmatched,
        problems: measured.problems,
    };
    Ok(of_people(opened, view, ground, asked.policy))
}

/// Eight weeks of everybody, however they came to be known.
#[derive(Debug)]
pub(crate) struct Measurements {
    /// Which weeks.
    pub(crate) block: Block,
    /// Totals of each person, by id.
    pub(crate) people: BTreeMap<String, Totals>,
    /// Activities some source could show.
    pub(crate) sees: BTreeSet<Activity>,
    /// Rows of accounts that are nobody's.
    pub(crate) unmatched: usize,
    /// What went wrong.
    pub(crate) problems: Vec<Problem>,
}

/// What may be told of people together.
pub(crate) fn of_people(opened: &Opened, view: &View<'_>, measured: Measurements, policy: Policy) -> Observed {
    let block = measured.block;
    let homes = homes(opened, block);
    let (mut nodes, mut people) = (nodes(view), Vec::new());
    for (place, person) in view.people.iter().enumerate() {
        let id = person.person.id.as_str();
        let Some(team) = homes.get(id).and_then(|team| view.team(team)) else { continue };
        let Some(totals) = measured.people.get(id).cloned() else { continue };
        // Who left no trace is nobody behind a figure.
        if totals.observed() > 0.0 {
            nodes[team].people.push(people.len());
            people.push((place, totals));
        }
    }
    let quantities: Vec<[f64; 4]> = people
        .iter()
        .map(|(_, totals)| {
            let [strategy, of_people, building] = Bucket::SPLIT.map(|bucket| totals.bucket(bucket).point);
            [strategy, of_people, building, totals.observed()]
        })
        .collect();
    let weights = |activity: &Activity| opened.framework.activities.weights(*activity);
    let visible =
        Bucket::ALL.map(|bucket| measured.sees.iter().any(|activity| weights(activity)[bucket.index()] > 0.0));
    let shown = publish(&nodes, &quantities, policy);
    let sets = under(&nodes);
    let mut published = Published::new(block, policy.least(), &measured.sees);
    for (at, team) in view.teams.iter().enumerate() {
        let id = |at: usize| view.teams[at].team.id.clone();
        let line = Line {
            name: team.team.name.clone(),
            counted: sets[at].len(),
            shown: match shown[at] {
                Shown::Own => Some(id(at)),
                Shown::Above(above) => Some(id(above)),
                Shown::Withheld => None,
            },
            cell: matches!(shown[at], Shown::Own).then(|| cell(&sets[at], &people, block, visible)).flatten(),
        };
        published.put(&team.team.id, line);
    }
    Observed { published, unmatched: measured.unmatched, problems: measured.problems, sets, people }
}

/// Figures of several people, in steps.
fn cell(set: &[usize], people: &[(usize, Totals)], block: Block, visible: [bool; 4]) -> Option<Cell> {
    let all = sum(set.iter().map(|person| &people[*person].1))?;
    let mut done = BTreeSet::new();
    for person in set {
        let totals = &people[*person].1;
        let spent = totals.activities.iter().chain(&totals.activities_after);
        done.extend(spent.filter(|(_, minutes)| minutes.point > 0.0).map(|(activity, _)| activity.id().to_owned()));
    }
    let reading = read::read_period(block.first.to_string(), all, visible);
    let share = |bucket: Bucket| reading.bucket(bucket).headline.map(stepped).map(|own| (own.low, own.point, own.high));
    Some(Cell {
        people: set.len(),
        coverage: (reading.coverage / STEP).round() * STEP,
        shares: Bucket::SPLIT.map(share),
        done,
    })
}

fn nodes(view: &View<'_>) -> Vec<Node> {
    view.teams.iter().map(|team| Node { parent: team.parent, people: Vec::new() }).collect()
}

/// The one team of each person who was in it for the whole block, by person id.
fn homes(opened: &Opened, block: Block) -> BTreeMap<String, String> {
    let mut days: Vec<Date> = (0..8_i64).map(|week| block.first.saturating_add(week.weeks())).collect();
    days.push(block.last());
    let mut homes: BTreeMap<String, Option<String>> = BTreeMap::new();
    for (turn, day) in days.into_iter().enumerate() {
        let view = opened.view(At::day(day));
        for person in &view.people {
            let home = person.home.filter(|_| person.here).map(|team| view.teams[team].team.id.clone());
            match homes.entry(person.person.id.clone()) {
                std::collections::btree_map::Entry::Vacant(entry) if turn == 0 => {
                    entry.insert(home);
                }
                std::collections::btree_map::Entry::Occupied(mut entry) if *entry.get() != home => {
                    entry.insert(None);
                }
                _ => {}
            }
        }
    }
    homes.into_iter().filter_map(|(person, home)| Some((person, home?))).collect()
}

/// Calendars by an address of their owner.
fn calendars(opened: &Opened, paths: &[PathBuf]) -> Result<Vec<(String, PathBuf)>, AppError> {
    let mut files = Vec::new();
    for path in paths {
        if path.is_dir() {
            let entries =
                std::fs::read_dir(path).map_err(|cause| AppError::File { path: path.display().to_string(), cause })?;
            let mut found: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
            found.retain(|file| file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("ics")));
            found.sort();
            files.extend(found.into_iter().map(|file| (file, true)));
        } else {
            files.push((path.clone(), false));
        }
    }
    let (mut owned, mut problems) = (Vec::new(), Vec::new());
    for (file, of_folder) in files {
        let name = file.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let person = opened.roster.person(&name).or_else(|| opened.roster.person_at(&name));
        match person.and_then(|person| person.addresses.first()) {
            Some(address) => owned.push((address.clone(), file)),
            // Holidays and rooms may lie beside people's calendars.
            None if of_folder => {}
            None => {
                let what = format!("nobody of the roster has the id or the address `{name}`");
                let mend = "name a calendar's file after its owner's id or address in the roster";
                let file = file.display().to_string();
                problems.push(Problem::new(Severity::Error, file, "nobodys-calendar", what, mend));
            }
        }
    }
    if problems.is_empty() { Ok(owned) } else { Err(AppError::Inputs(problems)) }
}

impl Observed {
    /// One's own part in a team's responsibilities, for oneself alone: only where the others are enough people that
    /// nothing can be told of one of them.
    pub fn own(&self, opened: &Opened, map: &super::team::TeamMap, team: usize, person: usize) -> Option<Vec<OwnLine>> {
        let own = self.people.iter().position(|(place, _)| *place == person)?;
        let set = &self.sets[team];
        if !set.contains(&own) || set.len() <= self.published.least {
            return None;
        }
        let id = map.case.leads.iter().position(|lead| lead.person == opened.roster.people[person].id);
        let mut lines = Vec::new();
        for duty in &map.case.duties {
            let known = opened.framework.duties.iter().find(|known| known.id == duty.id);
            let traces = known.map(|known| known.traces.as_slice()).unwrap_or_default();
            let of = |person: &usize| -> Minutes {
                let totals = &self.people[*person].1;
                traces.iter().filter_map(|trace| totals.activities.get(trace).copied()).sum()
            };
            let others: Vec<Minutes> = set.iter().filter(|person| **person != own).map(of).collect();
            let all: Minutes = others.iter().copied().sum();
            // PRIVACY P5: where one of the others does most of it, one's own share would tell how much.
            let most = others.iter().map(|minutes| minutes.point).fold(0.0, f64::max);
            if most > all.point / 2.0 {
                continue;
            }
            let Some(share) = own_share(of(&own), all) else { continue };
            let declared = id.is_some_and(|id| duty.owners.contains(&id));
            lines.push(OwnLine {
                duty: duty.id.clone(),
                name: duty.name.clone(),
                declared,
                share,
                sight: own_sight(declared, share),
            });
        }
        Some(lines)
    }
}

/// A share of several people in steps, its range wider by what rounding takes.
fn stepped(share: Share) -> Share {
    let step = |share: f64| (share / STEP).round() * STEP;
    Share {
        low: ((share.low / STEP).floor() * STEP).max(0.0),
        point: step(share.point),
        high: ((share.high / STEP).ceil() * STEP).min(1.0),
    }
}

/// `KIND:PATH` as it is given for evidence: `calendar` takes files and folders.
///
/// # Errors
/// [`AppError::BadValue`] for a kind nobody knows.
pub fn asked(named: &[String]) -> Result<Asked, AppError> {
    let mut asked = Asked::default();
    for text in named {
        let (kind, path) = text.split_once(':').unwrap_or((text, ""));
        let kind = SourceKind::from_id(&kind.trim().to_lowercase()).filter(|_| !path.is_empty());
        match kind {
            Some(SourceKind::Calendar) => asked.calendars.push(PathBuf::from(path)),
            Some(SourceKind::Days) | None => {
                let known: Vec<&str> =
                    SourceKind::ALL.iter().filter(|kind| **kind != SourceKind::Days).map(|kind| kind.id()).collect();
                return Err(AppError::BadValue {
                    option: "--evidence",
                    value: text.clone(),
                    why: format!(
                        "give a kind and a path, such as git:DIR or calendar:DIR; kinds are {}",
                        known.join(", ")
                    ),
                });
            }
            Some(kind) => asked.sources.push((kind, PathBuf::from(path))),
        }
    }
    Ok(asked)
}
