//! From calendar text to events: everything a file says, nothing expanded yet.

use std::collections::BTreeMap;

use calcard::{
    Entry, Parser,
    icalendar::{ICalendar, ICalendarComponentType, ICalendarMethod, ICalendarProperty, ICalendarValue},
};
use rung_model::problem::{Problem, Severity};

use super::{
    Query,
    event::Event,
    people::{Accounts, address_in},
    text::Lines,
    zone::{Zones, declared},
};

/// What a file holds.
#[derive(Debug)]
pub(crate) struct File {
    /// The events, in the order of the file.
    pub(crate) events: Vec<Event>,
    /// The zones they use.
    pub(crate) zones: Zones,
    /// An address the calendar is named after.
    pub(crate) named_after: Option<String>,
    /// The accounts it names.
    pub(crate) accounts: Accounts,
}

/// Reads the events of a text. `file` is how problems name it.
pub(crate) fn parse(text: &str, file: &str, query: &Query<'_>, problems: &mut Vec<Problem>) -> File {
    let lines = Lines::of(text);
    let calendars = calendars(text);
    let last_year = query.last.year().saturating_add(2);
    let zones = calendars.iter().flat_map(|calendar| declared(calendar, query.first.year(), last_year)).collect();
    let mut reader = Reader {
        file,
        lines: &lines,
        problems,
        read: File {
            events: Vec::with_capacity(lines.events.len()),
            zones: Zones::new(query.zone, zones),
            named_after: None,
            accounts: Accounts::default(),
        },
        skipped: BTreeMap::new(),
        seen: 0,
    };
    for calendar in calendars {
        reader.take(calendar);
    }
    reader.report_the_rest();
    reader.read
}

fn calendars(text: &str) -> Vec<ICalendar> {
    let mut parser = Parser::new(text);
    let mut calendars = Vec::new();
    loop {
        match parser.entry() {
            Entry::ICalendar(calendar) => calendars.push(calendar),
            Entry::Eof => return calendars,
            _ => {}
        }
    }
}

struct Reader<'a> {
    file: &'a str,
    lines: &'a Lines,
    problems: &'a mut Vec<Problem>,
    read: File,
    skipped: BTreeMap<&'static str, usize>,
    seen: usize,
}

impl Reader<'_> {
    fn take(&mut self, calendar: ICalendar) {
        let mut withdrawn = false;
        for component in calendar.components {
            match &component.component_type {
                ICalendarComponentType::VEvent => {
                    let line = self.lines.events.get(self.seen).copied();
                    self.seen += 1;
                    let mut odd = Vec::new();
                    let zones = &mut self.read.zones;
                    let event = Event::new(component, zones, &mut self.read.accounts, &mut odd);
                    let uid = event.as_ref().map(|event| event.uid.clone());
                    if let Some(mut event) = event {
                        event.line = line;
                        event.marks.cancelled |= withdrawn;
                        self.read.events.push(event);
                    } else {
                        odd.push((
                            "no-start",
                            "the event has no start that can be read, and was left out".to_owned(),
                            "give it a DTSTART in the calendar",
                        ));
                    }
                    for (check, what, mend) in odd {
                        let severity = if check == "no-start" || check == "broken-rule" {
                            Severity::Warning
                        } else {
                            Severity::Note
                        };
                        let mut problem = Problem::new(severity, self.file, check, what, mend);
                        problem.line = line;
                        problem.item = uid.clone().filter(|uid| !uid.is_empty());
                        self.problems.push(problem);
                    }
                }
                ICalendarComponentType::VCalendar => {
                    for entry in &component.entries {
                        match (&entry.name, entry.values.first()) {
                            (ICalendarProperty::Method, Some(ICalendarValue::Method(method))) => {
                                withdrawn = *method == ICalendarMethod::Cancel;
                            }
                            (ICalendarProperty::Other(name), Some(ICalendarValue::Text(value)))
                                if ["X-WR-CALNAME", "X-OWNER"].iter().any(|known| name.eq_ignore_ascii_case(known)) =>
                            {
                                self.read.named_after = self.read.named_after.take().or_else(|| address_in(value));
                            }
                            _ => {}
                        }
                    }
                }
                ICalendarComponentType::VTodo => self.skip("VTODO"),
                ICalendarComponentType::VJournal => self.skip("VJOURNAL"),
                ICalendarComponentType::VFreebusy => self.skip("VFREEBUSY"),
                _ => {}
            }
        }
    }

    fn skip(&mut self, kind: &'static str) {
        *self.skipped.entry(kind).or_default() += 1;
    }

    fn report_the_rest(&mut self) {
        let mut note = |severity, check, what: String, mend: &str| {
            self.problems.push(Problem::new(severity, self.file, check, what, mend));
        };
        if self.lines.truncated {
            note(
                Severity::Warning,
                "truncated",
                "the file breaks off: an event or the calendar is never closed".to_owned(),
                "export or download it again; what could be read is used",
            );
        }
        for (kind, count) in &self.skipped {
            note(
                Severity::Note,
                "not-an-event",
                format!("{count} entries of kind {kind} were passed over; only events are read"),
                "nothing",
            );
        }
        for zone in &self.read.zones.unknown {
            note(
                Severity::Note,
                "unknown-zone",
                format!(
                    "the time zone {zone:?} is not known and the file does not describe it; its times are read in your own zone"
                ),
                "set a known zone for these events in the calendar, or pass your zone with --tz",
            );
        }
    }
}
