//! Saying anew what holds over some days, keeping what was believed before.

use jiff::civil::Date;

use super::{Fact, Period};

/// States on the day `on` that over the days `over` the facts `about` are `new` and nothing else.
///
/// What the record said for those days is superseded on that day; what it said for other days is stated again as it
/// was. Nothing is overwritten: asked what was believed the day before, the record still answers the same.
pub fn restate<T: Fact>(
    facts: &mut Vec<T>,
    about: impl Fn(&T) -> bool,
    over: Period,
    on: Date,
    new: impl IntoIterator<Item = T>,
) {
    let mut stated = Vec::new();
    facts.retain_mut(|fact| {
        if !(fact.current() && about(fact) && fact.period().overlaps(&over)) {
            return true;
        }
        let pieces = fact.period().without(&over);
        stated.extend(pieces.into_iter().map(|piece| fact.at_times(piece, Period::since(on))));
        // Said and taken back on one day: nobody ever read it there.
        let believed = fact.known().from != Some(on);
        *fact = fact.at_times(fact.period(), Period { from: fact.known().from, until: Some(on) });
        believed
    });
    facts.extend(stated);
    facts.extend(new.into_iter().map(|fact| fact.at_times(fact.period(), Period::since(on))));
}
