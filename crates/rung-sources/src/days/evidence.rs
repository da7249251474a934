//! Logged days as evidence.

use std::{collections::BTreeMap, path::Path, sync::Arc};

use jiff::{SignedDuration, Timestamp, civil::Date, tz::TimeZone};
use rung_model::{
    account::Account,
    activity::Activity,
    days::{DayEntry, LoggedDay},
    evidence::{Evidence, EvidenceId, Object, Quality, RoleInEvent, Verb, When, Zone},
    kind::Kind,
    logged::Logged,
    manifest::{Manifest, SourceKind},
};

use crate::read::Read;

/// The entries of `days` as evidence of `person`. An entry with a start becomes an interval in
/// `zone` (a start that daylight saving skips moves behind the gap), one without an amount of its
/// day. `file` is the days file as the user named it.
///
/// The id of an entry is made of the file's name, the day and what the entry says, so it survives
/// a change of order; two equal entries of one day are told apart by their count.
pub fn evidence(days: &[LoggedDay], person: &Arc<Account>, file: &str, zone: &TimeZone) -> Read {
    let name = Path::new(file).file_name().map_or_else(|| file.to_owned(), |name| name.to_string_lossy().into_owned());
    let source: Arc<str> = format!("days:{name}").into();
    let file: Arc<str> = file.into();
    let mut evidence = Vec::new();
    for day in days {
        let mut equal: BTreeMap<String, u32> = BTreeMap::new();
        for entry in &day.entries {
            let says = says(entry);
            let count = equal.entry(says.clone()).or_default();
            let native = format!("{} {says} {count}", day.date);
            *count += 1;
            evidence.push(Evidence {
                id: EvidenceId::of(&[b"days", name.as_bytes(), native.as_bytes()]),
                source: Arc::clone(&source),
                verb: Verb::LoggedWork,
                actor: Arc::clone(person),
                role: RoleInEvent::Subject,
                when: when(day.date, entry, zone),
                quality: Quality::Exact,
                object: Object::Logged(Box::new(Logged {
                    kind: entry.kind,
                    file: Arc::clone(&file),
                    line: entry.line,
                    whole_day: day.whole,
                    note: entry.note.clone(),
                })),
            });
        }
    }
    evidence.sort_by_key(|row| (moment(&row.when, zone), row.id));
    let dates = || days.iter().filter(|day| !day.entries.is_empty()).map(|day| day.date);
    let manifest = Manifest {
        id: source,
        kind: SourceKind::Days,
        path: file.to_string(),
        days: dates().min().zip(dates().max()),
        newest: evidence.last().and_then(|row| moment(&row.when, zone)),
        sees: Activity::ALL.to_vec(),
        can_see: "whatever the person wrote down, of any kind",
        never_sees: "what the person did not write down",
        rows: evidence.len(),
    };
    Read { evidence, manifest, problems: Vec::new(), unused: BTreeMap::new() }
}

/// What an entry states, as text.
fn says(entry: &DayEntry) -> String {
    let kind = match entry.kind {
        Kind::Activity(activity) => activity.id().to_owned(),
        Kind::NotCounted(what) => what.id().to_owned(),
        Kind::Unclassified => "unclassified".to_owned(),
        Kind::Weights(row) => format!("{row:?}"),
    };
    format!("{kind} {} {:?}", entry.minutes, entry.start)
}

fn when(day: Date, entry: &DayEntry, zone: &TimeZone) -> When {
    let amount = When::Amount { day, minutes: entry.minutes };
    let Some(start) = entry.start.and_then(|start| local(day, start, zone)) else { return amount };
    let Ok(end) = start.checked_add(SignedDuration::from_mins(i64::from(entry.minutes))) else { return amount };
    let zone = zone.iana_name().map_or(Zone::Floating, |name| Zone::Named(name.into()));
    When::Interval { start, end, zone }
}

/// The moment of a local time of day.
fn local(day: Date, start: u16, zone: &TimeZone) -> Option<Timestamp> {
    let hour = i8::try_from(start / 60).ok()?;
    let minute = i8::try_from(start % 60).ok()?;
    let time = day.at(hour, minute, 0, 0);
    zone.to_ambiguous_zoned(time).compatible().ok().map(|zoned| zoned.timestamp())
}

/// Where a row stands in time: an amount at the start of its day.
fn moment(when: &When, zone: &TimeZone) -> Option<Timestamp> {
    match when {
        When::Instant { at, .. } => Some(*at),
        When::Interval { start, .. } => Some(*start),
        When::AllDay { first: day, .. } | When::Amount { day, .. } => local(*day, 0, zone),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(minutes: u32, start: Option<u16>, line: usize) -> DayEntry {
        DayEntry { kind: Kind::Activity(Activity::Coding), minutes, start, note: None, line }
    }

    fn day(day: i8, entries: Vec<DayEntry>) -> LoggedDay {
        LoggedDay { date: Date::constant(2026, 3, day), whole: true, entries }
    }

    fn read(days: &[LoggedDay]) -> Read {
        let person = Arc::new(Account::new("Ines Aldana", "ines@halden.example"));
        evidence(days, &person, "logs/days.toml", &TimeZone::get("Europe/Berlin").unwrap())
    }

    #[test]
    fn a_start_gives_an_interval_and_none_an_amount() {
        let rows = read(&[day(26, vec![entry(90, Some(570), 4), entry(30, None, 5)])]).evidence;
        assert_eq!(rows[0].when, When::Amount { day: Date::constant(2026, 3, 26), minutes: 30 });
        let When::Interval { start, end, zone } = &rows[1].when else { panic!("no interval: {:?}", rows[1].when) };
        assert_eq!(start.to_string(), "2026-03-26T08:30:00Z");
        assert_eq!(end.to_string(), "2026-03-26T10:00:00Z");
        assert_eq!(zone, &Zone::Named("Europe/Berlin".into()));
    }

    #[test]
    fn a_start_that_daylight_saving_skips_moves_behind_the_gap() {
        let rows = read(&[day(29, vec![entry(60, Some(150), 4)])]).evidence;
        let When::Interval { start, .. } = &rows[0].when else { panic!("no interval") };
        assert_eq!(start.to_string(), "2026-03-29T01:30:00Z");
    }

    #[test]
    fn ids_survive_a_change_of_order_and_tell_equal_entries_apart() {
        let one = read(&[day(2, vec![entry(30, None, 3), entry(45, None, 4), entry(30, None, 5)])]);
        let two = read(&[day(2, vec![entry(30, None, 9), entry(30, None, 11), entry(45, None, 10)])]);
        let ids = |read: &Read| read.evidence.iter().map(|row| row.id).collect::<Vec<_>>();
        assert_eq!(ids(&one), ids(&two));
        let mut unique = ids(&one);
        unique.dedup();
        assert_eq!(unique.len(), 3);
        assert_eq!(one.manifest.rows, 3);
        assert_eq!(one.manifest.days, Some((Date::constant(2026, 3, 2), Date::constant(2026, 3, 2))));
        assert_eq!(&*one.manifest.id, "days:days.toml");
        assert_eq!(read(&[]).manifest.days, None);
    }
}
