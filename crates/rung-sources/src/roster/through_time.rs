//! Rosters of several days as one: what stood in each becomes the days it held.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rung_model::roster::{Fact, Holding, Membership, Period, Person, ReportsTo, Roster, Team};

/// One roster of the rosters of several days, oldest first. A statement without days of its own holds from the first day
/// it stands in the record to the day it no longer does; what has days of its own is taken from the latest that states it.
pub fn through_time(days: &[(Date, Roster)]) -> Roster {
    let Some((_, latest)) = days.last() else { return Roster::default() };
    let mut people: BTreeMap<&str, &Person> = BTreeMap::new();
    let mut order: Vec<&str> = Vec::new();
    for person in days.iter().flat_map(|(_, roster)| &roster.people) {
        if people.insert(&person.id, person).is_none() {
            order.push(&person.id);
        }
    }
    Roster {
        people: order.into_iter().filter_map(|id| people.get(id).map(|person| (*person).clone())).collect(),
        teams: held(
            days,
            |roster| &roster.teams,
            |t: &Team| (t.id.clone(), t.name.clone(), t.parent.clone(), t.kind.clone()),
        ),
        memberships: held(
            days,
            |roster| &roster.memberships,
            |m: &Membership| (m.person.clone(), m.team.clone(), m.part.clone(), m.share.to_bits()),
        ),
        lines: held(
            days,
            |roster| &roster.lines,
            |l: &ReportsTo| (l.person.clone(), l.manager.clone(), l.solid, l.interim),
        ),
        holdings: held(
            days,
            |roster| &roster.holdings,
            |h: &Holding| (h.person.clone(), h.position.clone(), h.team.clone(), h.basis, h.share.to_bits()),
        ),
        ..latest.clone()
    }
}

fn held<T: Fact, K: Ord>(days: &[(Date, Roster)], facts: impl Fn(&Roster) -> &Vec<T>, key: impl Fn(&T) -> K) -> Vec<T> {
    let mut runs: BTreeMap<K, (usize, Vec<Period>, T)> = BTreeMap::new();
    let mut dated: BTreeMap<(K, Period, Period), (usize, T)> = BTreeMap::new();
    let mut place = 0;
    for (turn, (day, roster)) in days.iter().enumerate() {
        let next = days.get(turn + 1).map(|(day, _)| *day);
        for fact in facts(roster) {
            place += 1;
            if fact.period() != Period::default() || fact.known() != Period::default() {
                dated.insert((key(fact), fact.period(), fact.known()), (place, fact.clone()));
                continue;
            }
            let (_, periods, value) = runs.entry(key(fact)).or_insert_with(|| (place, Vec::new(), fact.clone()));
            value.clone_from(fact);
            match periods.last_mut() {
                // It stood the day before: the run goes on.
                Some(last) if last.until == Some(*day) => last.until = next,
                _ => periods.push(Period { from: Some(*day), until: next }),
            }
        }
    }
    let undated = runs.into_values().flat_map(|(place, periods, fact)| {
        periods.into_iter().map(move |period| (place, fact.at_times(period, Period::default())))
    });
    let mut all: Vec<(usize, T)> = undated.chain(dated.into_values()).collect();
    all.sort_by_key(|(place, _)| *place);
    all.into_iter().map(|(_, fact)| fact).collect()
}
