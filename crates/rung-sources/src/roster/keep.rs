//! What checks are made of: taking out what is unsound, and finding what stands twice.

use std::collections::BTreeMap;

use rung_model::{
    problem::{Problem, Severity},
    roster::{Fact, Period},
};

use crate::strict::{Place, Placed};

/// Keeps the statements without a problem; returns the problems of the others.
pub(super) fn keep<T>(
    statements: &mut Vec<Placed<T>>,
    mut problem_of: impl FnMut(&Placed<T>) -> Option<Problem>,
) -> Vec<Problem> {
    let mut problems = Vec::new();
    statements.retain(|placed| match problem_of(placed) {
        Some(problem) => {
            problems.push(problem);
            false
        }
        None => true,
    });
    problems
}

/// Statements by what they speak of, to find those that speak of it at one point of both times.
#[derive(Debug)]
pub(super) struct Stated<K> {
    seen: BTreeMap<K, Vec<(Period, Period, Place)>>,
}

impl<K: Ord> Default for Stated<K> {
    fn default() -> Self {
        Self { seen: BTreeMap::new() }
    }
}

impl<K: Ord> Stated<K> {
    /// Where the same was stated for some common day; else this one is remembered.
    pub(super) fn earlier(&mut self, key: K, fact: &impl Fact, place: &Place) -> Option<Place> {
        let stated = self.seen.entry(key).or_default();
        let meets = |(period, known, _): &&(Period, Period, Place)| {
            period.overlaps(&fact.period()) && known.overlaps(&fact.known())
        };
        let found = stated.iter().find(meets).map(|(.., place)| place.clone());
        if found.is_none() {
            stated.push((fact.period(), fact.known(), place.clone()));
        }
        found
    }
}

/// Keeps the first of statements that repeat one another.
pub(super) fn once<T: Fact, K: Ord>(
    statements: &mut Vec<Placed<T>>,
    check: &'static str,
    key: impl Fn(&T) -> K,
    item: impl Fn(&T) -> String,
) -> Vec<Problem> {
    let mut stated = Stated::default();
    keep(statements, |placed| {
        let first = stated.earlier(key(&placed.value), &placed.value, &placed.place)?;
        let what = format!("it repeats what {first} states for the same days; this one is left out");
        let mend = "end the earlier one with `until`, or take one of them out";
        Some(placed.place.problem(Severity::Warning, check, what, mend).of_item(item(&placed.value)))
    })
}
