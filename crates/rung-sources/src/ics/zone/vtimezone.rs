//! Reads `VTIMEZONE`: the offset changes a file declares for its own zone names.

use std::collections::BTreeMap;

use calcard::icalendar::{ICalendar, ICalendarComponent, ICalendarComponentType, ICalendarProperty, ICalendarValue};
use jiff::civil::{DateTime, date};

use super::observed::{Change, Observed};
use crate::ics::{
    clock::{civil_at, seconds_of},
    moment::{listed, moment},
    rule::{Allowance, Rule, Span, Until, instances},
};

/// The zones the `VTIMEZONE`s of a calendar declare, by name, with their changes
/// from 1970 (or `first_year`) to `last_year`. Onsets before that are rolled
/// forward however old they are: Outlook writes 1601.
pub(crate) fn declared(calendar: &ICalendar, first_year: i16, last_year: i16) -> BTreeMap<String, Observed> {
    let span = Span {
        from: date(first_year.clamp(1, 1970), 1, 1).at(0, 0, 0, 0),
        to: date(last_year.clamp(1971, 9000), 1, 1).at(0, 0, 0, 0),
    };
    let mut zones = BTreeMap::new();
    let mut allowance = Allowance::default();
    for component in &calendar.components {
        if component.component_type != ICalendarComponentType::VTimezone {
            continue;
        }
        let Some(name) = text_of(component, &ICalendarProperty::Tzid) else { continue };
        let observances =
            component.component_ids.iter().filter_map(|&id| calendar.components.get(usize::try_from(id).ok()?));
        let changes = observances.flat_map(|observance| changes(observance, span, &mut allowance)).collect();
        if let Some(observed) = Observed::new(changes) {
            zones.insert(name.trim().to_owned(), observed);
        }
    }
    zones
}

/// The changes of one `STANDARD` or `DAYLIGHT`.
fn changes(observance: &ICalendarComponent, span: Span, allowance: &mut Allowance) -> Vec<Change> {
    let offset =
        |name| observance.entries.iter().find(|entry| entry.name == name).and_then(|e| seconds(e.values.first()?));
    let start = observance.entries.iter().find(|entry| entry.name == ICalendarProperty::Dtstart).and_then(moment);
    let (Some(after), Some(start)) = (offset(ICalendarProperty::Tzoffsetto), start) else { return Vec::new() };
    let before = offset(ICalendarProperty::Tzoffsetfrom).unwrap_or(after);
    let mut onsets: Vec<DateTime> = vec![start.at];
    for entry in &observance.entries {
        match (&entry.name, entry.values.first()) {
            (ICalendarProperty::Rrule, Some(ICalendarValue::RecurrenceRule(rule))) => {
                let Ok(rule) = Rule::new(rule) else { continue };
                let until = rule.until.map(|until| match until {
                    Until::Date(date) => date.at(23, 59, 59, 0),
                    Until::Local(at) => at,
                    Until::Utc(at) => civil_at(at + i64::from(before)),
                });
                onsets.extend(instances(&rule, start.at, false, until, span, allowance).starts);
            }
            (ICalendarProperty::Rdate, _) => onsets.extend(listed(entry).0.into_iter().map(|listed| listed.moment.at)),
            _ => {}
        }
    }
    onsets.into_iter().map(|onset| Change { at: seconds_of(onset) - i64::from(before), before, after }).collect()
}

/// Seconds east of UTC from `+0100` or `+005328`.
fn seconds(value: &ICalendarValue) -> Option<i32> {
    match value {
        ICalendarValue::PartialDateTime(parts) => {
            let seconds = i32::from(parts.tz_hour?) * 3600
                + i32::from(parts.tz_minute.unwrap_or(0)) * 60
                + i32::from(parts.second.unwrap_or(0));
            (seconds <= 26 * 3600).then_some(if parts.tz_minus { -seconds } else { seconds })
        }
        _ => None,
    }
}

fn text_of<'a>(component: &'a ICalendarComponent, name: &ICalendarProperty) -> Option<&'a str> {
    component.entries.iter().find(|entry| entry.name == *name).and_then(|entry| match entry.values.first()? {
        ICalendarValue::Text(text) => Some(text.as_str()),
        _ => None,
    })
}
