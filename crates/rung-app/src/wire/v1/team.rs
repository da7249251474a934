//! `rung team` as JSON.

use rung_measure::{
    org::{mix::Mix as Mixed, view::View},
    own::map::State,
};
use rung_model::{bucket::Bucket, roster::Opening, split::Split as Shares};
use schemars::JsonSchema;
use serde::Serialize;

use super::{
    VERSION,
    org::{Which, Who},
};
pub use super::{
    contract::{AnswerRow, Answers, Awaited, Contract},
    split::{Move, Plan, Proposals, Step, Tie},
};
use crate::org::{Opened, evidence, published::Published, team::TeamMap, words};

/// `rung team show`: structure alone.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(title = "rung team show, version 1")]
pub struct Team {
    /// Version of this document.
    pub version: u32,
    /// Which.
    pub team: Which,
    /// The organisation's own word for its sort.
    pub kind: Option<String>,
    /// Teams above it, the nearest first.
    pub above: Vec<Which>,
    /// Teams right under it.
    pub under: Vec<Which>,
    /// The day it is shown for.
    pub on: String,
    /// Its people, in the roster's order.
    pub people: Vec<Member>,
    /// Positions planned and open.
    pub vacancies: Vec<Vacancy>,
    /// What its roles add up to.
    pub mix: Mix,
}

/// A person of a team.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Member {
    /// Who.
    #[serde(flatten)]
    pub who: Who,
    /// Share of their time, 0-1.
    pub share: f64,
    /// What the team calls their part.
    pub part: Option<String>,
    /// What they hold: a position by its id, a role by its name; with the basis where it is not by title.
    pub holds: Vec<String>,
    /// True while on leave.
    pub on_leave: bool,
}

/// A position to be filled.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Vacancy {
    /// Its id.
    pub id: String,
    /// Role or position.
    pub position: String,
    /// `planned` or `open`.
    pub status: String,
}

/// The role mix.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Mix {
    /// Roles, in the framework's order.
    pub roles: Vec<RoleCount>,
    /// What their splits add up to, weighted by time.
    pub sum: Option<Split>,
    /// Time, in parts of full time, of roles with a split.
    pub counted_fte: f64,
    /// Who leads the system.
    pub tech_leads: Vec<Who>,
    /// Who leads the people.
    pub people_leads: Vec<Who>,
    /// Holdings that stand in or are tried.
    pub standing_in: Vec<Standing>,
    /// People whose role nobody stated.
    pub without_role: Vec<Who>,
    /// Who does both.
    pub both: Vec<Both>,
}

/// A role of the team.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct RoleCount {
    /// Role id.
    pub role: String,
    /// Its name.
    pub name: String,
    /// How many hold it.
    pub people: usize,
    /// Their time in it, in parts of full time.
    pub fte: f64,
    /// The expected split.
    pub split: Option<Split>,
    /// Whether that split was published; else it is our synthesis.
    pub sourced: bool,
}

/// Shares of the week, 0-1.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Split {
    /// Strategy and alignment.
    pub strategy: f64,
    /// People.
    pub people: f64,
    /// Building.
    pub building: f64,
}

impl From<Shares> for Split {
    fn from(split: Shares) -> Self {
        Self { strategy: split.strategy, people: split.people, building: split.building }
    }
}

impl Split {
    /// The share of a bucket.
    pub fn share(&self, bucket: Bucket) -> f64 {
        match bucket {
            Bucket::Strategy => self.strategy,
            Bucket::People => self.people,
            Bucket::Building => self.building,
            Bucket::Other => 0.0,
        }
    }
}

/// A holding that stands in or is tried.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Standing {
    /// Who.
    pub person: Who,
    /// Name of the role.
    pub role: String,
    /// `acting` or `trial`.
    pub basis: String,
}

/// Somebody who leads the system and the people.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Both {
    /// Who.
    pub person: Who,
    /// What the two roles ask together.
    pub expected: Option<Split>,
    /// Solid-line reports.
    pub reports: usize,
    /// Why it is time for two people; empty while one may hold both.
    pub split_because: Vec<String>,
}

impl Mix {
    /// The mix of a team.
    pub fn of(view: &View<'_>, mix: &Mixed) -> Self {
        let who = |people: &[usize]| people.iter().map(|person| Who::of(view, *person)).collect::<Vec<_>>();
        Self {
            roles: mix
                .roles
                .iter()
                .map(|role| RoleCount {
                    role: role.role.clone(),
                    name: role.name.clone(),
                    people: role.people.len(),
                    fte: role.fte,
                    split: role.split.map(|(split, _)| split.into()),
                    sourced: role.split.is_some_and(|(_, sourced)| sourced),
                })
                .collect(),
            sum: mix.sum.map(Split::from),
            counted_fte: mix.counted,
            tech_leads: who(&mix.leads.tech),
            people_leads: who(&mix.leads.people),
            standing_in: mix
                .standing
                .iter()
                .map(|(person, role, basis)| Standing {
                    person: Who::of(view, *person),
                    role: role.clone(),
                    basis: basis.id().to_owned(),
                })
                .collect(),
            without_role: who(&mix.roleless),
            both: mix
                .both
                .iter()
                .map(|both| Both {
                    person: Who::of(view, both.person),
                    expected: both.expected.map(Split::from),
                    reports: both.reports,
                    split_because: both.split_because.iter().map(words::reason).collect(),
                })
                .collect(),
        }
    }
}

impl Team {
    /// A team of a view.
    pub fn of(opened: &Opened, view: &View<'_>, at: usize) -> Self {
        let own = &view.teams[at];
        let mut above = Vec::new();
        let mut next = own.parent;
        while let Some(parent) = next {
            above.push(Which::of(view, parent));
            next = view.teams[parent].parent;
        }
        let id = own.team.id.as_str();
        let member = |person: &usize| {
            let one = &view.people[*person];
            let here = one.memberships.iter().find(|m| m.team == id);
            let held = one.holdings.iter().filter(|(h, _)| h.team.as_deref().is_none_or(|team| team == id));
            Member {
                who: Who::of(view, *person),
                share: here.map_or(1.0, |m| m.share),
                part: here.and_then(|m| m.part.clone()),
                holds: held
                    .map(|(h, role)| {
                        let known = role.filter(|role| role.id == h.position).map(|role| role.name.clone());
                        let position = known.unwrap_or_else(|| h.position.clone());
                        match h.basis {
                            rung_model::roster::Basis::Title => position,
                            basis => format!("{position} ({})", basis.id()),
                        }
                    })
                    .collect(),
                on_leave: one.away,
            }
        };
        Self {
            version: VERSION,
            team: Which::of(view, at),
            kind: own.team.kind.clone(),
            above,
            under: own.children.iter().map(|child| Which::of(view, *child)).collect(),
            on: view.at.day.to_string(),
            people: own.members.iter().map(member).collect(),
            vacancies: own
                .vacancies
                .iter()
                .filter(|v| v.opening != Opening::Filled)
                .map(|v| Vacancy { id: v.id.clone(), position: v.position.clone(), status: v.opening.id().to_owned() })
                .collect(),
            mix: Mix::of(view, &crate::org::team::mix(opened, view, at)),
        }
    }
}

/// `rung team map`.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(title = "rung team map, version 1")]
pub struct Map {
    /// Version of this document.
    pub version: u32,
    /// Which team.
    pub team: Which,
    /// The day it is for.
    pub on: String,
    /// Leads, in the roster's order: who declared hours, or owns something.
    pub leads: Vec<Lead>,
    /// Responsibilities, in the roster's order.
    pub responsibilities: Vec<Responsibility>,
    /// How many are in each state.
    pub counts: Vec<Count>,
    /// Hours a week over declared capacities, of all leads.
    pub overload: f64,
    /// What the team's evidence says, where it was asked for.
    pub evidence: Option<Evidence>,
}

/// What the evidence of several people says; from five people up, of nobody alone.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Evidence {
    /// First day of the eight weeks.
    pub first: String,
    /// Their last day.
    pub last: String,
    /// Least people behind anything shown.
    pub least: usize,
    /// People of this team whose evidence counts.
    pub counted: usize,
    /// Whose evidence is shown; absent where none may be.
    pub shown_for: Option<Ground>,
    /// The same in words, with why.
    pub said: String,
    /// What one's own evidence says about one's own declarations: only where one asked for it with `--me`.
    pub own: Option<Vec<OwnLine>>,
}

/// Whose a figure is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Ground {
    /// Which team.
    #[serde(flatten)]
    pub team: Which,
    /// People behind the figure.
    pub people: usize,
    /// True where it is a team above the one asked for.
    pub above: bool,
}

impl From<evidence::Ground> for Ground {
    fn from(own: evidence::Ground) -> Self {
        Self { team: Which { id: own.team, name: own.name }, people: own.people, above: own.above }
    }
}

/// One's own part in a responsibility.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct OwnLine {
    /// The responsibility.
    pub id: String,
    /// Its name.
    pub name: String,
    /// True where one has declared it.
    pub declared: bool,
    /// Least of the team's work on it that is one's own, 0-1.
    pub low: f64,
    /// Most of it.
    pub high: f64,
    /// `nominal` (declared, under a fifth), `hidden` (not declared, at least half) or `agrees`.
    pub says: String,
}

/// A lead.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Lead {
    /// Who.
    #[serde(flatten)]
    pub who: Who,
    /// Names of the roles they hold here.
    pub roles: Vec<String>,
    /// Hours a week they carry; what several own counts in equal parts.
    pub hours: f64,
    /// Hours a week they declared to have.
    pub capacity: Option<f64>,
    /// Hours over it.
    pub over: f64,
}

/// A responsibility.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Responsibility {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its bucket.
    pub bucket: Option<String>,
    /// Hours a week, as declared.
    pub hours: f64,
    /// True where several may carry it.
    pub shared: bool,
    /// `unowned`, `contested`, `single_point`, `shared` or `ok`.
    pub state: String,
    /// Who owns it.
    pub owners: Vec<Who>,
    /// Who takes part.
    pub contributors: Vec<Who>,
    /// True where somebody has it on trial.
    pub trial: bool,
    /// What the team's evidence says, where it may be shown: `seen`, `not_seen`, `cannot_see`.
    pub sight: Option<String>,
}

/// How many responsibilities are in a state.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Count {
    /// The state.
    pub state: String,
    /// How many.
    pub count: usize,
}

impl Map {
    /// The map of a team.
    pub fn of(opened: &Opened, own: &TeamMap) -> Self {
        let case = &own.case;
        let who = |lead: &usize| Who { id: case.leads[*lead].person.clone(), name: case.leads[*lead].name.clone() };
        let role = |id: &String| opened.framework.role(id).map_or_else(|| id.clone(), |role| role.name.clone());
        Self {
            version: VERSION,
            team: Which { id: own.team.clone(), name: own.name.clone() },
            on: own.at.day.to_string(),
            leads: case
                .leads
                .iter()
                .zip(&own.map.loads)
                .enumerate()
                .map(|(at, (lead, load))| Lead {
                    who: who(&at),
                    roles: lead.roles.iter().map(role).collect(),
                    hours: load.hours,
                    capacity: load.capacity,
                    over: load.over,
                })
                .collect(),
            responsibilities: case
                .duties
                .iter()
                .zip(&own.map.states)
                .map(|(duty, state)| Responsibility {
                    id: duty.id.clone(),
                    name: duty.name.clone(),
                    bucket: duty.bucket.map(|bucket| bucket.id().to_owned()),
                    hours: duty.hours,
                    shared: duty.shared,
                    state: state.id().to_owned(),
                    owners: duty.owners.iter().map(who).collect(),
                    contributors: duty.contributors.iter().map(who).collect(),
                    trial: duty.trial,
                    sight: None,
                })
                .collect(),
            counts: State::ALL
                .into_iter()
                .map(|state| Count { state: state.id().to_owned(), count: own.map.count(state) })
                .collect(),
            overload: own.map.overload(),
            evidence: None,
        }
    }

    /// The map with what the evidence of the team says; `own` is what one's own evidence says to who asks about themselves.
    #[must_use]
    pub fn with_evidence(
        mut self,
        opened: &Opened,
        map: &TeamMap,
        observed: &Published,
        own: Option<Vec<evidence::OwnLine>>,
    ) -> Self {
        for (duty, stated) in self.responsibilities.iter_mut().zip(&map.case.duties) {
            let known = opened.framework.duties.iter().find(|known| known.id == stated.id);
            let traces = known.map(|known| known.traces.as_slice()).unwrap_or_default();
            duty.sight = observed.sight(&map.team, traces).map(|sight| sight.id().to_owned());
        }
        let own = own.map(|lines| {
            let line = |line: evidence::OwnLine| OwnLine {
                id: line.duty,
                name: line.name,
                declared: line.declared,
                low: line.share.0,
                high: line.share.1,
                says: line.sight.id().to_owned(),
            };
            lines.into_iter().map(line).collect()
        });
        self.evidence = Some(Evidence {
            first: observed.block().first.to_string(),
            last: observed.block().last().to_string(),
            least: observed.least,
            counted: observed.counted(&map.team),
            said: words::shown(observed, &map.team, &map.name),
            shown_for: observed.ground(&map.team).map(Ground::from),
            own,
        });
        self
    }

    /// How many responsibilities are in a state.
    pub fn count(&self, state: State) -> usize {
        self.counts.iter().find(|own| own.state == state.id()).map_or(0, |own| own.count)
    }
}
