//! Calendars as Google Calendar and Outlook write them.

mod all_day;
mod component;
mod google;
mod outlook;
mod people;
mod rule;
mod zones;

use std::collections::BTreeMap;

pub(crate) use all_day::holidays;

use crate::{
    plan::{Absences, Meeting},
    script::{
        away::Away,
        cast::{Member, Program},
        series::Shown,
    },
};

/// The calendar of one member, as bytes of an .ics file.
pub(crate) fn calendar(member: &Member, meetings: &[Meeting], absences: &Absences) -> String {
    let away = absences.get(member.id).cloned().unwrap_or_default();
    let own: Vec<&Meeting> = meetings
        .iter()
        .filter(|meeting| meeting.series.shown != Shown::Hidden)
        .filter(|meeting| !meeting.instances.is_empty())
        .filter(|meeting| meeting.series.people().any(|person| person == member.id))
        .collect();
    match member.program {
        Program::Google => google::calendar(member, &own, &away),
        Program::Outlook => outlook::calendar(member, &own, &away),
    }
}

/// Vacations of one member with a stable key each.
fn vacations(away: &Away) -> BTreeMap<String, (jiff::civil::Date, jiff::civil::Date, &'static str)> {
    away.vacations.iter().map(|vacation| (format!("away-{}", vacation.0), *vacation)).collect()
}
