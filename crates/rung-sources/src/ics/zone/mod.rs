//! The zones of a file: names resolved once, civil times turned into moments.
//!
//! A `TZID` is looked up as an IANA name, then as a Windows or display name,
//! then in the file's own `VTIMEZONE`; else its times float (MEASURE section 4).

mod name;
mod observed;
mod vtimezone;
mod windows;

use std::{collections::BTreeMap, sync::Arc};

use jiff::{civil::DateTime, tz::TimeZone};
use rung_model::evidence::Zone;

pub(crate) use vtimezone::declared;

use self::observed::Observed;
use super::{
    clock::{moment, seconds_of},
    moment::{Moment, Written},
};

#[derive(Clone, Debug)]
enum Offsets {
    Database(TimeZone),
    Observed(Observed),
}

/// A zone as an event uses it.
#[derive(Clone, Debug)]
pub(crate) struct EventZone {
    /// What evidence says of it.
    pub(crate) tag: Zone,
    offsets: Offsets,
}

impl EventZone {
    /// Epoch seconds of a local time: the earlier of two, the offset before a gap.
    pub(crate) fn to_utc(&self, local: DateTime) -> i64 {
        match &self.offsets {
            Offsets::Database(tz) => match tz.to_ambiguous_timestamp(local).compatible() {
                Ok(at) => at.as_second(),
                Err(_) => seconds_of(local),
            },
            Offsets::Observed(observed) => observed.to_utc(local),
        }
    }

    /// The local time at these epoch seconds.
    pub(crate) fn to_local(&self, at: i64) -> DateTime {
        match &self.offsets {
            Offsets::Database(tz) => tz.to_datetime(moment(at)),
            Offsets::Observed(observed) => observed.to_local(at),
        }
    }

    /// True for times without a zone.
    pub(crate) fn is_floating(&self) -> bool {
        self.tag == Zone::Floating
    }
}

/// The zones of one file.
#[derive(Debug)]
pub(crate) struct Zones {
    utc: Arc<EventZone>,
    floating: Arc<EventZone>,
    named: BTreeMap<String, Arc<EventZone>>,
    declared: BTreeMap<String, Observed>,
    /// Names that are no zone anywhere; their times float.
    pub(crate) unknown: Vec<String>,
}

impl Zones {
    /// The zones a file declares; `owner` is where floating times are read.
    pub(crate) fn new(owner: &TimeZone, declared: BTreeMap<String, Observed>) -> Self {
        let zone = |tag, tz: &TimeZone| Arc::new(EventZone { tag, offsets: Offsets::Database(tz.clone()) });
        Self {
            utc: zone(Zone::Utc, &TimeZone::UTC),
            floating: zone(Zone::Floating, owner),
            named: BTreeMap::new(),
            declared,
            unknown: Vec::new(),
        }
    }

    /// The zone a moment is written in.
    pub(crate) fn of(&mut self, moment: &Moment) -> Arc<EventZone> {
        match &moment.zone {
            _ if moment.date_only => Arc::clone(&self.floating),
            Written::Utc => Arc::clone(&self.utc),
            Written::Floating => Arc::clone(&self.floating),
            Written::Named(name) => self.named(name),
        }
    }

    fn named(&mut self, written: &str) -> Arc<EventZone> {
        if let Some(zone) = self.named.get(written) {
            return Arc::clone(zone);
        }
        let zone = if let Some((iana, tz)) = name::resolve(written) {
            Arc::new(EventZone { tag: Zone::Named(iana.into()), offsets: Offsets::Database(tz) })
        } else if let Some(observed) = self.declared.get(written) {
            Arc::new(EventZone { tag: Zone::Named(written.into()), offsets: Offsets::Observed(observed.clone()) })
        } else {
            self.unknown.push(written.to_owned());
            Arc::clone(&self.floating)
        };
        self.named.insert(written.to_owned(), Arc::clone(&zone));
        zone
    }
}
