//! Checks of statements that hold at the same time.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use rung_model::{
    framework::Framework,
    problem::{Problem, Severity},
    roster::Period,
};

use super::{draft::Draft, reference::keep};
use crate::strict::{Place, Placed};

/// Two solid-line managers at once: the first line stays.
pub(super) fn two_managers(draft: &mut Draft, _: &Framework) -> Vec<Problem> {
    let mut seen: BTreeMap<String, Vec<(Period, Place)>> = BTreeMap::new();
    keep(&mut draft.lines, |placed| {
        let line = &placed.value;
        if !line.solid {
            return None;
        }
        let first = earlier(&mut seen, line.person.clone(), line.period, &placed.place)?;
        let what = format!("it gives a second solid-line manager on days that {first} covers; this one is left out");
        let mend = "end the earlier line with `until`, or mark one with solid = false";
        let problem = placed.place.problem(Severity::Warning, "two-managers", what, mend);
        Some(problem.of_item(format!("reporting line of `{}`", line.person)))
    })
}

/// The same person in the same team twice at once: the first stays.
pub(super) fn memberships(draft: &mut Draft, _: &Framework) -> Vec<Problem> {
    let mut seen = BTreeMap::new();
    keep(&mut draft.memberships, |placed| {
        let m = &placed.value;
        let first = earlier(&mut seen, (m.person.clone(), m.team.clone()), m.period, &placed.place)?;
        Some(repeated(placed, &first, "overlapping-membership", format!("membership of `{}`", m.person)))
    })
}

/// The same position in the same team held twice at once: the first stays.
pub(super) fn holdings(draft: &mut Draft, _: &Framework) -> Vec<Problem> {
    let mut seen = BTreeMap::new();
    keep(&mut draft.holdings, |placed| {
        let h = &placed.value;
        let key = (h.person.clone(), h.position.to_lowercase(), h.team.clone());
        let first = earlier(&mut seen, key, h.period, &placed.place)?;
        Some(repeated(placed, &first, "overlapping-holding", format!("holding of `{}`", h.person)))
    })
}

/// Shares of one person that add up to more than all their time. Nothing is taken out.
pub(super) fn shares_over_one(draft: &mut Draft, _: &Framework) -> Vec<Problem> {
    let mut problems = Vec::new();
    let of_teams = draft.memberships.iter().map(|m| (&m.place, &m.value.person, m.value.share, m.value.period));
    problems.extend(over_one("memberships", of_teams));
    let of_positions = draft.holdings.iter().map(|h| (&h.place, &h.value.person, h.value.share, h.value.period));
    problems.extend(over_one("holdings", of_positions));
    problems
}

fn over_one<'d>(kind: &str, parts: impl Iterator<Item = (&'d Place, &'d String, f64, Period)>) -> Vec<Problem> {
    let mut people: BTreeMap<&String, Vec<(&Place, f64, Period)>> = BTreeMap::new();
    for (place, person, share, period) in parts {
        people.entry(person).or_default().push((place, share, period));
    }
    let mut problems = Vec::new();
    for (person, parts) in people {
        let starts: BTreeSet<Option<Date>> = parts.iter().map(|(.., period)| period.from).collect();
        for start in starts {
            let day = start.unwrap_or(Date::MIN);
            let holding: Vec<_> = parts.iter().filter(|(.., period)| period.holds_on(day)).collect();
            let sum: f64 = holding.iter().map(|(_, share, _)| share).sum();
            if let Some((place, ..)) = holding.last().filter(|_| sum > 1.0 + 1e-9) {
                let since = start.map_or_else(|| "as long as nothing ends".to_owned(), |from| format!("from {from}"));
                let what = format!("the shares of their {kind} add up to {sum:.2}, {since}");
                let mend = "give each a share so that together they make 1, or end one with `until`";
                let problem = place.problem(Severity::Note, "shares-over-one", what, mend);
                problems.push(problem.of_item(format!("person `{person}`")));
                break;
            }
        }
    }
    problems
}

/// The place of an earlier statement under `key` that holds at the same time; else remembers this one.
fn earlier<K: Ord>(
    seen: &mut BTreeMap<K, Vec<(Period, Place)>>,
    key: K,
    period: Period,
    place: &Place,
) -> Option<Place> {
    let stated = seen.entry(key).or_default();
    let found = stated.iter().find(|(other, _)| other.overlaps(&period)).map(|(_, place)| place.clone());
    if found.is_none() {
        stated.push((period, place.clone()));
    }
    found
}

fn repeated<T>(placed: &Placed<T>, first: &Place, check: &'static str, item: String) -> Problem {
    let what = format!("it repeats what {first} states for the same days; this one is left out");
    let mend = "end the earlier one with `until`, or take one of them out";
    placed.place.problem(Severity::Warning, check, what, mend).of_item(item)
}
