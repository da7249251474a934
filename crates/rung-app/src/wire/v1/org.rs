//! `rung org` as JSON.

use rung_measure::org::{diff::Changed, rollup::leads, view::View};
use rung_model::roster::Opening;
use schemars::JsonSchema;
use serde::Serialize;

pub use super::rollup::{
    BothRoles, BucketShare, Carried, Doubled, Norm, Rollup, Span, Standing, TeamTime, Time, Vacancy,
};
use super::{VERSION, report::Problem};
use crate::org::{Opened, words::Names};

/// `rung org check`.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(title = "rung org check, version 1")]
pub struct Checked {
    /// Version of this document.
    pub version: u32,
    /// People in the roster.
    pub people: usize,
    /// Teams in it.
    pub teams: usize,
    /// Every problem, by file and line.
    pub problems: Vec<Problem>,
}

impl Checked {
    /// What a check found.
    pub fn of(opened: &Opened) -> Self {
        Self {
            version: VERSION,
            people: opened.roster.people.len(),
            teams: opened.roster.teams.len(),
            problems: opened.problems.iter().map(Problem::from).collect(),
        }
    }
}

/// Somebody named.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Who {
    /// Person id.
    pub id: String,
    /// Display name.
    pub name: String,
}

impl Who {
    /// A person of a view.
    pub fn of(view: &View<'_>, person: usize) -> Self {
        let own = view.people[person].person;
        Self { id: own.id.clone(), name: own.name.clone() }
    }

    /// People of a view.
    pub(super) fn all(view: &View<'_>, people: &[usize]) -> Vec<Self> {
        people.iter().map(|person| Self::of(view, *person)).collect()
    }
}

/// A team named.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Which {
    /// Team id.
    pub id: String,
    /// Display name.
    pub name: String,
}

impl Which {
    /// A team of a view.
    pub fn of(view: &View<'_>, team: usize) -> Self {
        let own = view.teams[team].team;
        Self { id: own.id.clone(), name: own.name.clone() }
    }
}

/// `rung org tree`.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(title = "rung org tree, version 1")]
pub struct Tree {
    /// Version of this document.
    pub version: u32,
    /// Name of the organisation, where stated.
    pub organisation: Option<String>,
    /// The day it is shown for.
    pub on: String,
    /// The day whose belief is shown, where asked for.
    pub believed_on: Option<String>,
    /// Teams from the top down.
    pub teams: Vec<Branch>,
    /// People here who are in no team.
    pub teamless: Vec<Who>,
}

/// A team in the tree.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Branch {
    /// Which.
    #[serde(flatten)]
    pub team: Which,
    /// The organisation's own word for its sort.
    pub kind: Option<String>,
    /// Id of the team above.
    pub parent: Option<String>,
    /// 0 at the top.
    pub depth: usize,
    /// Its own people.
    pub people: usize,
    /// Its people and those of all teams under it.
    pub people_under: usize,
    /// Who leads its system.
    pub tech_leads: Vec<Who>,
    /// Who leads its people.
    pub people_leads: Vec<Who>,
    /// Positions planned or open in it.
    pub vacancies: usize,
}

impl Tree {
    /// The whole, or a team and what is under it.
    pub fn of(opened: &Opened, view: &View<'_>, team: Option<usize>) -> Self {
        let under = view.people_under();
        let branch = |(at, depth): (usize, usize)| {
            let own = &view.teams[at];
            let led = leads(view, at);
            Branch {
                team: Which::of(view, at),
                kind: own.team.kind.clone(),
                parent: own.parent.map(|parent| view.teams[parent].team.id.clone()),
                depth,
                people: own.members.len(),
                people_under: under[at].iter().collect::<std::collections::BTreeSet<_>>().len(),
                tech_leads: Who::all(view, &led.tech),
                people_leads: Who::all(view, &led.people),
                vacancies: own.vacancies.iter().filter(|v| v.opening != Opening::Filled).count(),
            }
        };
        let teamless = |at: &usize| view.people[*at].here && view.people[*at].memberships.is_empty();
        let teamless: Vec<usize> =
            if team.is_some() { Vec::new() } else { (0..view.people.len()).filter(teamless).collect() };
        Self {
            version: VERSION,
            organisation: opened.roster.organisation.clone(),
            on: view.at.day.to_string(),
            believed_on: view.at.believed.map(|day| day.to_string()),
            teams: view.under(team).into_iter().map(branch).collect(),
            teamless: Who::all(view, &teamless),
        }
    }
}

/// `rung org show PERSON`: structure alone, nothing measured.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(title = "rung org show, version 1")]
pub struct Person {
    /// Version of this document.
    pub version: u32,
    /// Who.
    #[serde(flatten)]
    pub who: Who,
    /// The day it is shown for.
    pub on: String,
    /// True where they are here on that day.
    pub here: bool,
    /// Part of full time, 0-1.
    pub fte: f64,
    /// True while on leave.
    pub on_leave: bool,
    /// Teams they are in.
    pub teams: Vec<Member>,
    /// What they hold.
    pub holds: Vec<Held>,
    /// Solid-line managers, the nearest first.
    pub managers: Vec<Who>,
    /// True where the nearest stands in.
    pub interim: bool,
    /// Dotted-line managers.
    pub dotted: Vec<Who>,
    /// Solid-line reports.
    pub reports: Vec<Who>,
    /// Responsibilities they own or take part in.
    pub responsibilities: Vec<Part>,
}

/// A membership.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Member {
    /// Which team.
    #[serde(flatten)]
    pub team: Which,
    /// Share of their time, 0-1.
    pub share: f64,
    /// What the team calls their part.
    pub part: Option<String>,
    /// Since when, where stated.
    pub from: Option<String>,
    /// The first day no more, where stated.
    pub until: Option<String>,
}

/// A holding.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Held {
    /// What it is called: the position's usual title, else the role's name.
    pub name: String,
    /// Role or position as the roster writes it.
    pub position: String,
    /// Role id, where the framework has it.
    pub role: Option<String>,
    /// Team id, where stated.
    pub team: Option<String>,
    /// Share of their time, 0-1.
    pub share: f64,
    /// `title`, `declared`, `acting` or `trial`.
    pub basis: String,
    /// Since when, where stated.
    pub from: Option<String>,
    /// The first day no more, where stated.
    pub until: Option<String>,
}

/// A part in a responsibility.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Part {
    /// Team id.
    pub team: String,
    /// The responsibility.
    pub responsibility: String,
    /// `own` or `contribute`.
    pub mode: String,
    /// True where it is lent, to be tried.
    pub trial: bool,
}

impl Person {
    /// A person of a view.
    pub fn of(opened: &Opened, view: &View<'_>, at: usize) -> Self {
        use rung_model::roster::Fact;
        let own = &view.people[at];
        let day = |day: Option<jiff::civil::Date>| day.map(|day| day.to_string());
        let team = |id: &str| match view.team(id) {
            Some(team) => Which::of(view, team),
            None => Which { id: id.to_owned(), name: id.to_owned() },
        };
        let parts = opened.roster.ownerships.iter().filter(|o| o.person == own.person.id && o.stands(view.at));
        Self {
            version: VERSION,
            who: Who::of(view, at),
            on: view.at.day.to_string(),
            here: own.here,
            fte: own.fte,
            on_leave: own.away,
            teams: own
                .memberships
                .iter()
                .map(|m| Member {
                    team: team(&m.team),
                    share: m.share,
                    part: m.part.clone(),
                    from: day(m.period.from),
                    until: day(m.period.until),
                })
                .collect(),
            holds: own
                .holdings
                .iter()
                .map(|(h, role)| Held {
                    name: opened
                        .framework
                        .position(&h.position)
                        .map(|position| position.title().to_owned())
                        .or_else(|| role.map(|role| role.name.clone()))
                        .unwrap_or_else(|| h.position.clone()),
                    position: h.position.clone(),
                    role: role.map(|role| role.id.clone()),
                    team: h.team.clone(),
                    share: h.share,
                    basis: h.basis.id().to_owned(),
                    from: day(h.period.from),
                    until: day(h.period.until),
                })
                .collect(),
            managers: Who::all(view, &view.chain(at)),
            interim: own.interim,
            dotted: Who::all(view, &own.dotted),
            reports: Who::all(view, &own.reports),
            responsibilities: parts
                .map(|o| Part {
                    team: o.team.clone(),
                    responsibility: o.duty.clone(),
                    mode: o.mode.id().to_owned(),
                    trial: o.trial,
                })
                .collect(),
        }
    }
}

/// `rung org diff`.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(title = "rung org diff, version 1")]
pub struct Diff {
    /// Version of this document.
    pub version: u32,
    /// The earlier day.
    pub before: String,
    /// The later day.
    pub after: String,
    /// What changed.
    pub changes: Vec<Change>,
}

/// A change.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Change {
    /// `team_founded`, `team_ended`, `team_renamed`, `team_moved`, `came`, `went`, `moved`, `reports_to`, `holds`,
    /// `position` or `owned`.
    pub kind: String,
    /// Id of the person, team or position.
    pub of: String,
    /// In a sentence.
    pub words: String,
}

impl Diff {
    /// What changed between two views.
    pub fn of(opened: &Opened, before: &View<'_>, after: &View<'_>, changes: &[Changed]) -> Self {
        Self {
            version: VERSION,
            before: before.at.day.to_string(),
            after: after.at.day.to_string(),
            changes: changed(opened, changes),
        }
    }
}

/// Changes as wire types.
pub(crate) fn changed(opened: &Opened, changes: &[Changed]) -> Vec<Change> {
    let names = Names { roster: &opened.roster, framework: &opened.framework };
    let one = |change: &Changed| {
        let (kind, of, words) = names.changed(change);
        Change { kind: kind.to_owned(), of, words }
    };
    changes.iter().map(one).collect()
}
