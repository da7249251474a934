//! One `VEVENT` as a file writes it, before it is expanded.

use std::sync::Arc;

use calcard::icalendar::{
    ICalendarClassification, ICalendarComponent, ICalendarEntry, ICalendarParameterName, ICalendarParameterValue,
    ICalendarProperty, ICalendarStatus, ICalendarTransparency, ICalendarValue,
};

use super::{
    clock::{DAY, day_of, seconds_of},
    marks::Marks,
    moment::{Length, Listed, Moment, length, listed, moment},
    people::{Accounts, Person},
    rule::Rule,
    zone::{EventZone, Zones},
};

/// How long an event is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Extent {
    /// So many civil days, for an all-day event.
    Days(i64),
    /// So many seconds from start to end, whatever the clocks do in between.
    Exact(i64),
    /// Civil days, then seconds.
    Nominal(Length),
}

/// One event of a file.
#[derive(Clone, Debug)]
pub(crate) struct Event {
    /// The line it begins at, where known.
    pub(crate) line: Option<usize>,
    /// `UID`; empty where the file has none.
    pub(crate) uid: String,
    /// `SUMMARY`.
    pub(crate) summary: Option<String>,
    /// `SEQUENCE`, then the newest of `LAST-MODIFIED` and `DTSTAMP` in epoch seconds: the newer of two is greater.
    pub(crate) revision: (i64, i64),
    /// `DTSTART`.
    pub(crate) start: Moment,
    /// The zone of the start.
    pub(crate) zone: Arc<EventZone>,
    /// How long it is.
    pub(crate) extent: Extent,
    /// `RRULE`.
    pub(crate) rules: Vec<Rule>,
    /// `EXRULE`.
    pub(crate) exclusions: Vec<Rule>,
    /// `RDATE`.
    pub(crate) added: Vec<Listed>,
    /// `EXDATE`.
    pub(crate) removed: Vec<Moment>,
    /// `RECURRENCE-ID`, where this event replaces an instance of another.
    pub(crate) replaces: Option<Moment>,
    /// True where it replaces every later instance too.
    pub(crate) and_future: bool,
    /// Status, class and how the time shows.
    pub(crate) marks: Marks,
    /// `CATEGORIES`.
    pub(crate) categories: Vec<String>,
    /// `ORGANIZER`.
    pub(crate) organizer: Option<Person>,
    /// `ATTENDEE`s, rooms and equipment included.
    pub(crate) attendees: Vec<Person>,
    /// `LOCATION`.
    pub(crate) location: Option<String>,
}

/// Something odd about one event.
pub(crate) type Oddity = (&'static str, String, &'static str);

impl Event {
    /// Reads an event; what is odd about it goes to `odd` as check, what and mend.
    /// `None` where it has no start that can be read.
    pub(crate) fn new(
        component: ICalendarComponent,
        zones: &mut Zones,
        accounts: &mut Accounts,
        odd: &mut Vec<Oddity>,
    ) -> Option<Self> {
        let start = component.entries.iter().find(|e| e.name == ICalendarProperty::Dtstart).and_then(moment)?;
        let zone = zones.of(&start);
        let mut event = Self {
            line: None,
            uid: String::new(),
            summary: None,
            revision: (0, i64::MIN),
            extent: if start.date_only { Extent::Days(1) } else { Extent::Exact(0) },
            start,
            zone,
            rules: Vec::new(),
            exclusions: Vec::new(),
            added: Vec::new(),
            removed: Vec::new(),
            replaces: None,
            and_future: false,
            marks: Marks::default(),
            categories: Vec::new(),
            organizer: None,
            attendees: Vec::new(),
            location: None,
        };
        let mut end = None;
        for entry in component.entries {
            match entry.name {
                ICalendarProperty::Dtend => {
                    end = moment(&entry);
                    if end.is_none() {
                        odd.push((
                            "broken-date",
                            "its end cannot be read".to_owned(),
                            "check the event in the calendar",
                        ));
                    }
                }
                ICalendarProperty::Organizer => event.organizer = Some(Person::new(&entry, accounts)),
                ICalendarProperty::Attendee => event.attendees.push(Person::new(&entry, accounts)),
                _ => event.take(entry, odd),
            }
        }
        event.marks.settle(&event.start, end.as_ref());
        event.settle_extent(end, zones, odd);
        Some(event)
    }

    fn take(&mut self, mut entry: ICalendarEntry, odd: &mut Vec<Oddity>) {
        match &entry.name {
            ICalendarProperty::Uid => self.uid = text(&mut entry).unwrap_or_default().trim().to_owned(),
            ICalendarProperty::Summary => self.summary = text(&mut entry).filter(|title| !title.trim().is_empty()),
            ICalendarProperty::Location => self.location = text(&mut entry),
            ICalendarProperty::Categories => {
                let named = entry.values.into_iter().filter_map(|value| match value {
                    ICalendarValue::Text(text) if !text.trim().is_empty() => Some(text.trim().to_owned()),
                    _ => None,
                });
                self.categories.extend(named);
            }
            ICalendarProperty::Sequence => {
                if let Some(ICalendarValue::Integer(sequence)) = entry.values.first() {
                    self.revision.0 = *sequence;
                }
            }
            ICalendarProperty::Dtstamp | ICalendarProperty::LastModified => {
                let stamp = moment(&entry).map_or(i64::MIN, |moment| seconds_of(moment.at));
                self.revision.1 = self.revision.1.max(stamp);
            }
            ICalendarProperty::Duration => {
                if let Some(ICalendarValue::Duration(read)) = entry.values.first() {
                    if read.neg {
                        odd.push((
                            "negative-duration",
                            "the DURATION is negative".to_owned(),
                            "nothing; it is read as no length",
                        ));
                    }
                    self.extent = Extent::Nominal(length(read));
                }
            }
            ICalendarProperty::Rrule | ICalendarProperty::Exrule => self.take_rule(&entry, odd),
            ICalendarProperty::Rdate | ICalendarProperty::Exdate => self.take_dates(&entry, odd),
            ICalendarProperty::RecurrenceId => {
                self.replaces = moment(&entry);
                self.and_future = entry.params.iter().any(|param| {
                    param.name == ICalendarParameterName::Range && param.value == ICalendarParameterValue::Bool(true)
                });
            }
            _ => self.take_mark(&entry),
        }
    }

    fn take_rule(&mut self, entry: &ICalendarEntry, odd: &mut Vec<Oddity>) {
        let read = match entry.values.first() {
            Some(ICalendarValue::RecurrenceRule(read)) => Rule::new(read),
            Some(ICalendarValue::Text(text)) if !text.is_empty() => {
                Err(format!("it reads {:?}", text.chars().take(60).collect::<String>()))
            }
            _ => return,
        };
        match read {
            Ok(rule) if entry.name == ICalendarProperty::Rrule => self.rules.push(rule),
            Ok(rule) => self.exclusions.push(rule),
            Err(why) => odd.push((
                "broken-rule",
                format!("the recurrence rule cannot be followed: {why}"),
                "only the dates named in the event are used; save the series again in the calendar",
            )),
        }
    }

    fn take_dates(&mut self, entry: &ICalendarEntry, odd: &mut Vec<Oddity>) {
        let (dates, unread) = listed(entry);
        if unread > 0 {
            odd.push((
                "broken-date",
                format!("{unread} dates of {} cannot be read", entry.name.as_str()),
                "check the series in the calendar",
            ));
        }
        if entry.name == ICalendarProperty::Rdate {
            self.added.extend(dates);
        } else {
            self.removed.extend(dates.into_iter().map(|listed| listed.moment));
        }
    }

    fn take_mark(&mut self, entry: &ICalendarEntry) {
        match (&entry.name, entry.values.first()) {
            (_, Some(ICalendarValue::Status(status))) => {
                self.marks.cancelled |= *status == ICalendarStatus::Cancelled;
                self.marks.tentative |= *status == ICalendarStatus::Tentative;
            }
            (_, Some(ICalendarValue::Classification(class))) => {
                self.marks.private = *class != ICalendarClassification::Public;
            }
            // RFC 5545: a class one does not know is to be taken as private.
            (ICalendarProperty::Class, Some(_)) => self.marks.private = true,
            (_, Some(ICalendarValue::Transparency(shown))) => {
                self.marks.transparent = *shown == ICalendarTransparency::Transparent;
            }
            (ICalendarProperty::Other(name), Some(ICalendarValue::Text(value))) => self.marks.vendor(name, value),
            _ => {}
        }
    }

    /// Works out the extent from `DTEND`, where there is one, and from marks.
    fn settle_extent(&mut self, end: Option<Moment>, zones: &mut Zones, odd: &mut Vec<Oddity>) {
        if self.marks.whole_days && !self.start.date_only {
            self.start.date_only = true;
            self.zone = zones.of(&self.start);
        }
        if self.start.date_only {
            let days = match (end, self.extent) {
                (Some(end), _) => day_of(end.at.date()) - day_of(self.start.at.date()),
                (None, Extent::Nominal(length)) => length.days + (length.seconds + DAY - 1) / DAY,
                (None, _) => 1,
            };
            if days < 0 {
                odd.push((
                    "ends-before-start",
                    "it ends before it starts".to_owned(),
                    "it is read as one day; mend it in the calendar",
                ));
            }
            self.extent = Extent::Days(days.max(1));
        } else if let Some(end) = end {
            let seconds = if end.date_only {
                self.zone.to_utc(end.at)
            } else {
                let zone = zones.of(&end);
                let zone = if zone.is_floating() { &self.zone } else { &zone };
                zone.to_utc(end.at)
            } - self.zone.to_utc(self.start.at);
            if seconds < 0 {
                odd.push((
                    "ends-before-start",
                    "it ends before it starts".to_owned(),
                    "it is read as having no length; mend it in the calendar",
                ));
            }
            self.extent = Extent::Exact(seconds.max(0));
        }
    }
}

fn text(entry: &mut ICalendarEntry) -> Option<String> {
    match entry.values.first_mut()? {
        ICalendarValue::Text(text) => Some(std::mem::take(text)),
        _ => None,
    }
}
