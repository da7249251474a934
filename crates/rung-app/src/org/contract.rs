//! Who carries what from a day on, to print and sign; and what changed since the last one.

use jiff::civil::Date;
use rung_measure::org::{
    diff::{self, Changed},
    view::View,
};
use rung_model::roster::{At, Fact};

use super::{
    open::Opened,
    team::{self, TeamMap},
};
use crate::error::AppError;

/// A contract.
#[derive(Clone, Debug)]
pub struct Contract {
    /// What holds from the day on.
    pub map: TeamMap,
    /// The day it holds from.
    pub effective: Date,
    /// The day the one before it held from, where there was one.
    pub before: Option<Date>,
    /// What changed hands since.
    pub changed: Vec<Changed>,
    /// When it is to be looked at again: eight weeks on (LEAD J1).
    pub look_again: Date,
}

/// The contract of a team that holds on a day.
///
/// # Errors
/// As [`team::map`].
pub fn contract(opened: &Opened, called: &str, day: Date) -> Result<Contract, AppError> {
    let view = opened.view(At::day(day));
    let map = team::map(opened, &view, called)?;
    // A contract begins whenever somebody's part in a responsibility does, or ends.
    let own = opened.roster.ownerships.iter().filter(|o| o.team == map.team && o.current());
    let mut days: Vec<Date> =
        own.flat_map(|o| [o.period.from, o.period.until]).flatten().filter(|d| *d <= day).collect();
    days.sort_unstable();
    days.dedup();
    let effective = days.last().copied().unwrap_or(day);
    let before = days.len().checked_sub(2).and_then(|at| days.get(at).copied());
    let earlier: View<'_> = opened.view(At::day(effective.yesterday().unwrap_or(Date::MIN)));
    let changed = if before.is_none() { Vec::new() } else { diff::of_team(&opened.roster, &earlier, &view, &map.team) };
    let look_again = effective.saturating_add(jiff::Span::new().weeks(8));
    Ok(Contract { map, effective, before, changed, look_again })
}
