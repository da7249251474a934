//! `rung org rollup` as JSON.

use rung_measure::org::{rollup::Rollup as Counted, view::View};
use schemars::JsonSchema;
use serde::Serialize;

use super::{
    VERSION,
    org::{Which, Who},
    team::Ground,
};
use crate::org::{Opened, published::Published, words::shown};

/// `rung org rollup`: structure alone. People are in the roster's order.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(title = "rung org rollup, version 1")]
pub struct Rollup {
    /// Version of this document.
    pub version: u32,
    /// Name of the organisation, where stated.
    pub organisation: Option<String>,
    /// The team it is of; absent = all.
    pub team: Option<Which>,
    /// The day it is for.
    pub on: String,
    /// People who are here.
    pub people: usize,
    /// Their parts of full time, added up.
    pub fte: f64,
    /// Of them on leave.
    pub on_leave: usize,
    /// Teams.
    pub teams: usize,
    /// How many teams lie within one another at most.
    pub depth: usize,
    /// Levels from the top to those without reports.
    pub layers: usize,
    /// People nobody manages who manage others.
    pub tops: Vec<Who>,
    /// People nobody manages who manage nobody.
    pub unmanaged: Vec<Who>,
    /// People here who are in no team.
    pub teamless: Vec<Who>,
    /// Managers with their reports, in the roster's order.
    pub spans: Vec<Span>,
    /// Published norms for spans: context, no limit.
    pub norms: Vec<Norm>,
    /// Positions planned and open.
    pub vacancies: Vec<Vacancy>,
    /// Acting and trial holdings.
    pub standing_in: Vec<Standing>,
    /// People whose manager stands in.
    pub interim: Vec<Who>,
    /// Teams without a tech lead.
    pub without_tech_lead: Vec<Which>,
    /// Teams without an engineering manager.
    pub without_people_lead: Vec<Which>,
    /// Teams with two or more of a kind.
    pub doubled: Vec<Doubled>,
    /// People who lead both the system and the people of a team.
    pub both: Vec<BothRoles>,
    /// Teams with declared responsibilities.
    pub responsibilities: Vec<Carried>,
    /// Where the time of several people goes, where it was asked for: a line a team.
    pub time: Option<Time>,
}

/// Eight weeks of several people; from five people up, of nobody alone.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Time {
    /// First day of the eight weeks.
    pub first: String,
    /// Their last day.
    pub last: String,
    /// Least people behind anything shown.
    pub least: usize,
    /// A line a team, from the top down.
    pub teams: Vec<TeamTime>,
}

/// Where the time of a team goes, or of the one shown in its place.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct TeamTime {
    /// The team that was asked for.
    #[serde(flatten)]
    pub team: Which,
    /// People of it whose evidence counts.
    pub counted: usize,
    /// Whose figures these are; absent where none may be shown.
    pub shown_for: Option<Ground>,
    /// The same in words, with why.
    pub said: String,
    /// Share of working time that was seen, 0-1.
    pub coverage: Option<f64>,
    /// Shares of the week, in steps of 5 points; absent under 40 % coverage.
    pub shares: Vec<BucketShare>,
}

/// A bucket's share.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct BucketShare {
    /// The bucket.
    pub bucket: String,
    /// Least.
    pub low: f64,
    /// Best guess.
    pub point: f64,
    /// Most.
    pub high: f64,
}

impl Time {
    /// What was observed of the teams of a view, or of one and those under it.
    pub fn of(view: &View<'_>, observed: &Published, team: Option<usize>) -> Self {
        let one = |(at, _): (usize, usize)| {
            let id = view.teams[at].team.id.as_str();
            let split = observed.split(id);
            TeamTime {
                team: Which::of(view, at),
                counted: observed.counted(id),
                said: shown(observed, id, &view.teams[at].team.name),
                shown_for: observed.ground(id).map(Ground::from),
                coverage: split.as_ref().map(|split| split.coverage),
                shares: split
                    .into_iter()
                    .flat_map(|split| split.shares)
                    .filter_map(|(bucket, share)| share.map(|share| (bucket, share)))
                    .map(|(bucket, share)| BucketShare {
                        bucket: bucket.id().to_owned(),
                        low: share.low,
                        point: share.point,
                        high: share.high,
                    })
                    .collect(),
            }
        };
        Self {
            first: observed.block().first.to_string(),
            last: observed.block().last().to_string(),
            least: observed.least,
            teams: view.under(team).into_iter().map(one).collect(),
        }
    }
}

/// A manager's reports.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Span {
    /// Who.
    pub manager: Who,
    /// Solid-line reports.
    pub reports: usize,
    /// Of them, managers.
    pub managers: usize,
}

/// A norm.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Norm {
    /// What it says.
    pub text: String,
    /// Who says so.
    pub source: String,
}

/// A position to be filled.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Vacancy {
    /// Which team.
    pub team: Which,
    /// Role or position.
    pub position: String,
    /// `planned` or `open`.
    pub status: String,
}

/// Something held for now.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Standing {
    /// Who.
    pub person: Who,
    /// Role or position.
    pub position: String,
    /// Which team, where stated.
    pub team: Option<Which>,
    /// `acting` or `trial`.
    pub basis: String,
}

/// A team with two of a kind.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Doubled {
    /// Which team.
    pub team: Which,
    /// Who leads its system.
    pub tech_leads: Vec<Who>,
    /// Who leads its people.
    pub people_leads: Vec<Who>,
}

/// Somebody who leads both.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct BothRoles {
    /// Which team.
    pub team: Which,
    /// Who.
    pub person: Who,
}

/// A team's responsibilities in numbers.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Carried {
    /// Which team.
    pub team: Which,
    /// How many it has.
    pub responsibilities: usize,
    /// Names of those nobody has declared.
    pub unowned: Vec<String>,
    /// Names of those two have declared that are not to be shared.
    pub contested: Vec<String>,
    /// Hours a week over declared capacities.
    pub overload: f64,
}

impl Rollup {
    /// The roll-up of a view, or of a team in it.
    pub fn of(opened: &Opened, view: &View<'_>, team: Option<usize>) -> Self {
        let counted = Counted::of(view, &opened.roster, &opened.framework, team);
        let teams = |all: &[usize]| all.iter().map(|at| Which::of(view, *at)).collect::<Vec<_>>();
        let norms = opened.framework.norms.iter().filter(|norm| norm.id.starts_with("span_"));
        Self {
            version: VERSION,
            organisation: opened.roster.organisation.clone(),
            team: team.map(|team| Which::of(view, team)),
            on: view.at.day.to_string(),
            people: counted.people,
            fte: counted.fte,
            on_leave: counted.away,
            teams: counted.teams,
            depth: counted.depth,
            layers: counted.layers,
            tops: Who::all(view, &counted.tops),
            unmanaged: Who::all(view, &counted.loose),
            teamless: Who::all(view, &counted.teamless),
            spans: counted
                .spans
                .iter()
                .map(|s| Span { manager: Who::of(view, s.manager), reports: s.reports, managers: s.managers })
                .collect(),
            norms: norms.map(|norm| Norm { text: norm.text.clone(), source: norm.source.clone() }).collect(),
            vacancies: counted
                .vacancies
                .iter()
                .map(|(at, position, opening)| Vacancy {
                    team: Which::of(view, *at),
                    position: position.clone(),
                    status: opening.id().to_owned(),
                })
                .collect(),
            standing_in: counted
                .standing
                .iter()
                .map(|s| Standing {
                    person: Who::of(view, s.person),
                    position: s.position.clone(),
                    team: s.team.map(|team| Which::of(view, team)),
                    basis: s.basis.id().to_owned(),
                })
                .collect(),
            interim: Who::all(view, &counted.interim),
            without_tech_lead: teams(&counted.without_tech),
            without_people_lead: teams(&counted.without_people),
            doubled: counted
                .doubled
                .iter()
                .map(|led| Doubled {
                    team: Which::of(view, led.team),
                    tech_leads: Who::all(view, &led.tech),
                    people_leads: Who::all(view, &led.people),
                })
                .collect(),
            both: counted
                .both
                .iter()
                .map(|(at, person)| BothRoles { team: Which::of(view, *at), person: Who::of(view, *person) })
                .collect(),
            responsibilities: counted
                .carried
                .iter()
                .map(|own| Carried {
                    team: Which::of(view, own.team),
                    responsibilities: own.duties,
                    unowned: own.unowned.clone(),
                    contested: own.contested.clone(),
                    overload: own.overload,
                })
                .collect(),
            time: None,
        }
    }
}
