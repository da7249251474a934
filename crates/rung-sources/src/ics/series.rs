//! Events of one `UID`: the one that recurs, and those that replace instances of it.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{
    event::Event,
    moment::Moment,
    zone::{EventZone, Zones},
};

/// Which instance is meant: a moment in epoch seconds, or a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Instance {
    /// The instance that starts then.
    At(i64),
    /// The instance of that day.
    On(Date),
}

/// The newest revision of everything with one `UID`.
#[derive(Debug)]
pub(crate) struct Series<'a> {
    /// The event itself; absent where the file holds replacements only.
    pub(crate) master: Option<&'a Event>,
    /// What replaces an instance, by the instance it replaces.
    pub(crate) replacements: BTreeMap<Instance, &'a Event>,
}

/// The series of a file, and how many older or repeated events were set aside.
pub(crate) fn group<'a>(events: &'a [Event], zones: &mut Zones) -> (Vec<Series<'a>>, usize) {
    let mut by_uid: BTreeMap<(&str, usize), Vec<&Event>> = BTreeMap::new();
    for (index, event) in events.iter().enumerate() {
        // Without a UID nothing says that two events belong together.
        let apart = if event.uid.is_empty() { index + 1 } else { 0 };
        by_uid.entry((event.uid.as_str(), apart)).or_default().push(event);
    }
    let mut set_aside = 0;
    let series = by_uid
        .into_values()
        .map(|events| {
            let mut series = Series { master: None, replacements: BTreeMap::new() };
            for &event in events.iter().filter(|event| event.replaces.is_none()) {
                set_aside += usize::from(series.master.is_some());
                if series.master.is_none_or(|known| newer(event, known)) {
                    series.master = Some(event);
                }
            }
            for &event in &events {
                let Some(replaced) = &event.replaces else { continue };
                let instance = instance(replaced, series.master.unwrap_or(event), zones);
                let known = series.replacements.get(&instance);
                set_aside += usize::from(known.is_some());
                if known.is_none_or(|known| newer(event, known)) {
                    series.replacements.insert(instance, event);
                }
            }
            series
        })
        .collect();
    (series, set_aside)
}

/// True where `event` is the newer revision; of two equal ones the choice does
/// not depend on their order in the file.
fn newer(event: &Event, known: &Event) -> bool {
    let key = |event: &Event| (event.revision, event.start.at, event.summary.clone());
    key(event) > key(known)
}

/// The instance of a series a moment means. Written without a zone it is in the
/// zone of the series; a date means the instance of that day, and of an all-day
/// series every moment means its day.
pub(crate) fn instance(moment: &Moment, series: &Event, zones: &mut Zones) -> Instance {
    if moment.date_only {
        return Instance::On(moment.at.date());
    }
    let written = zones.of(moment);
    let zone: &EventZone = if written.is_floating() { &series.zone } else { &written };
    let at = zone.to_utc(moment.at);
    if series.start.date_only {
        return Instance::On(moment.at.date());
    }
    Instance::At(at)
}
