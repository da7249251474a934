//! Changes, reasons and states in words that a colleague would use.

use super::published::Published;
use rung_measure::{
    org::{diff::Changed, mix::SplitReason},
    own::{
        case::Case,
        propose::{Assignment, Worse},
    },
};
use rung_model::{
    framework::Framework,
    roster::{Fit, Roster},
};

/// Hours to one decimal at most: "9", "2.5".
pub(crate) fn hours(hours: f64) -> String {
    let tenths = (hours * 10.0).round() / 10.0;
    if tenths.fract() == 0.0 { format!("{tenths:.0}") } else { format!("{tenths:.1}") }
}

/// "a", "a and b", "a, b and c".
pub(crate) fn list(all: &[String]) -> String {
    match all {
        [] => "nobody".to_owned(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

/// Names for ids, where the roster has them.
pub(crate) struct Names<'r> {
    pub(crate) roster: &'r Roster,
    pub(crate) framework: &'r Framework,
}

impl Names<'_> {
    fn person(&self, id: &str) -> String {
        self.roster.person(id).map_or_else(|| id.to_owned(), |person| person.name.clone())
    }

    fn people(&self, ids: &[String]) -> String {
        list(&ids.iter().map(|id| self.person(id)).collect::<Vec<_>>())
    }

    fn team(&self, id: &str) -> String {
        self.roster.team(id).map_or_else(|| id.to_owned(), |team| team.name.clone())
    }

    fn teams(&self, ids: &[String]) -> String {
        if ids.is_empty() {
            return "no team".to_owned();
        }
        list(&ids.iter().map(|id| self.team(id)).collect::<Vec<_>>())
    }

    fn duty(&self, team: &str, id: &str) -> String {
        let stated = self.roster.duties.iter().find(|duty| duty.team == team && duty.duty == id);
        let known = || self.framework.duties.iter().find(|duty| duty.id == id).map(|duty| duty.name.clone());
        stated.and_then(|duty| duty.name.clone()).or_else(known).unwrap_or_else(|| id.to_owned())
    }

    /// A change: its kind, whom or what it is of, and a sentence.
    pub(crate) fn changed(&self, change: &Changed) -> (&'static str, String, String) {
        match change {
            Changed::Founded { team } => ("team_founded", team.clone(), format!("{} is a team", self.team(team))),
            Changed::Ended { team } => ("team_ended", team.clone(), format!("{} is no team any more", self.team(team))),
            Changed::Renamed { team, names: (old, new) } => {
                ("team_renamed", team.clone(), format!("{old} is called {new}"))
            }
            Changed::Placed { team, parents: (old, new) } => {
                let place = |id: &Option<String>| id.as_deref().map_or("the top".to_owned(), |id| self.team(id));
                let words = format!("{} is under {}, before {}", self.team(team), place(new), place(old));
                ("team_moved", team.clone(), words)
            }
            Changed::Came { person } => ("came", person.clone(), format!("{} has come", self.person(person))),
            Changed::Went { person } => ("went", person.clone(), format!("{} has gone", self.person(person))),
            Changed::Moved { person, teams: (old, new) } => {
                let words = format!("{} is in {}, before {}", self.person(person), self.teams(new), self.teams(old));
                ("moved", person.clone(), words)
            }
            Changed::Reports { person, managers: (old, new) } => {
                let manager = |id: &Option<String>| id.as_deref().map_or("nobody".to_owned(), |id| self.person(id));
                let words = format!("{} reports to {}, before {}", self.person(person), manager(new), manager(old));
                ("reports_to", person.clone(), words)
            }
            Changed::Holds { person, positions: (old, new) } => {
                let held = |all: &[String]| if all.is_empty() { "nothing".to_owned() } else { list(all) };
                let words = format!("{} holds {}, before {}", self.person(person), held(new), held(old));
                ("holds", person.clone(), words)
            }
            Changed::Position { id, openings: (old, new) } => {
                let words = match (old, new) {
                    (_, None) => format!("the position {id} is gone"),
                    (None, Some(new)) => format!("the position {id} is new: {}", new.id()),
                    (Some(old), Some(new)) => format!("the position {id} is {}, before {}", new.id(), old.id()),
                };
                ("position", id.clone(), words)
            }
            Changed::Owned { team, duty, owners: (old, new) } => {
                let words = format!(
                    "{} of {} is owned by {}, before {}",
                    self.duty(team, duty),
                    self.team(team),
                    self.people(new),
                    self.people(old)
                );
                ("owned", team.clone(), words)
            }
        }
    }
}

/// Whose evidence is shown for a team, and why not its own.
pub fn shown(observed: &Published, team: &str, name: &str) -> String {
    let (counted, least) = (observed.counted(team), observed.least);
    match observed.ground(team) {
        Some(ground) if !ground.above => format!("that of {} people, of nobody alone", ground.people),
        Some(ground) if counted < least => {
            format!("shown for {} ({}) because {name} has {counted}", ground.name, ground.people)
        }
        Some(ground) => format!(
            "shown for {} ({}): beside it, that of {name} ({counted}) would let fewer than {least}, or one who does most of \
             something, be worked out",
            ground.name, ground.people
        ),
        None => format!("not shown: it takes {least} people, of whom nobody does most, and there are not so many"),
    }
}

/// How well something suits, in words.
pub(crate) const fn fit(fit: Fit) -> &'static str {
    match fit {
        Fit::Fits => "fits",
        Fit::Shared => "a shared part of the role",
        Fit::Stretch => "a stretch",
        Fit::Never => "not theirs to have",
    }
}

/// What a plan makes worse, a sentence each.
pub(crate) fn worse(case: &Case, plan: &Assignment) -> Vec<String> {
    let one = |worse: &Worse| match worse {
        Worse::Fit { duty, before, after } => {
            format!("{} suits its new owner less: {}, before {}", case.duties[*duty].name, fit(*after), fit(*before))
        }
        Worse::Wish { duty, lead } => {
            format!("{} would rather not have {}", case.leads[*lead].name, case.duties[*duty].name)
        }
        Worse::Full { lead, before, after } => format!(
            "{} is left with {} of {} hours free, before {}",
            case.leads[*lead].name,
            hours(*after),
            hours(case.leads[*lead].capacity.unwrap_or(0.0)),
            hours(*before)
        ),
    };
    plan.worse.iter().map(one).collect()
}

/// Why two roles should become two people's.
pub(crate) fn reason(reason: &SplitReason) -> String {
    match reason {
        SplitReason::Reports(many) => {
            format!("{many} people report to them; up to 4 go with leading the system too (Larson)")
        }
        SplitReason::Overload(over) => format!("they carry {} hours more than they declared to have", hours(*over)),
        SplitReason::Hybrid(share) => format!(
            "both roles together ask for {:.0} % or more of people and of building: the mix that wears people out",
            share * 100.0
        ),
    }
}
