//! Values of the calendar in a table: dates, periods, zones, working hours.

use jiff::{
    civil::{Date, Weekday},
    tz::TimeZone,
};
use rung_model::{
    problem::{Problem, Severity},
    roster::Period,
    schedule::Schedule,
};

use super::{Place, Table};

/// Weekdays as people write them, Monday first.
const WEEKDAYS: [(&str, Weekday); 7] = [
    ("monday", Weekday::Monday),
    ("tuesday", Weekday::Tuesday),
    ("wednesday", Weekday::Wednesday),
    ("thursday", Weekday::Thursday),
    ("friday", Weekday::Friday),
    ("saturday", Weekday::Saturday),
    ("sunday", Weekday::Sunday),
];

impl Table<'_> {
    /// A day, written `2026-02-28` with or without quotes.
    pub(crate) fn date(&self, key: &str) -> Option<Date> {
        let (date, written) = match self.date_value(key)? {
            Ok(value) => {
                let date = value.date.filter(|_| value.time.is_none() && value.offset.is_none()).and_then(|date| {
                    Date::new(
                        i16::try_from(date.year).ok()?,
                        i8::try_from(date.month).ok()?,
                        i8::try_from(date.day).ok()?,
                    )
                    .ok()
                });
                (date, value.to_string())
            }
            Err(text) => (text.trim().parse().ok().filter(|_| text.trim().len() == 10), text.to_owned()),
        };
        if date.is_none() {
            let written: String = written.chars().take(40).collect();
            let mend = "write a day that exists as year-month-day, such as 2026-02-28";
            self.refuse(key, "invalid-date", format!("`{key}` is no day of the calendar: {written}"), mend);
        }
        date
    }

    /// `from` and `until`; `until` is the first day the fact no longer holds.
    pub(crate) fn period(&self) -> Option<Period> {
        let period = Period { from: self.date("from"), until: self.date("until") };
        let wrong = (self.has("from") && period.from.is_none()) || (self.has("until") && period.until.is_none());
        if let (Some(from), Some(until)) = (period.from, period.until)
            && until <= from
        {
            let what = format!("it ends on {until}, not after it starts on {from}");
            let mend = "`until` is the first day it no longer holds: make it later than `from`";
            self.refuse("until", "period-backwards", what, mend);
            return None;
        }
        (!wrong).then_some(period)
    }

    /// A time zone by its IANA name.
    pub(crate) fn zone(&self, key: &str) -> Option<String> {
        let name = self.label(key)?;
        match zone_named(&name, &self.place_of(key)) {
            Ok(note) => {
                if let Some(note) = note {
                    self.add(note.of_item(self.what()));
                }
                Some(name)
            }
            Err(problem) => {
                self.add(problem.of_item(self.what()));
                None
            }
        }
    }

    /// `hours`, `lunch` and `weekdays` as one schedule; `None` where none of them is given.
    pub(crate) fn schedule(&self) -> Option<Schedule> {
        if !["hours", "lunch", "weekdays"].iter().any(|key| self.has(key)) {
            return None;
        }
        let mut schedule = Schedule { assumed: false, ..Schedule::default() };
        if let Some(text) = self.text("hours") {
            match schedule.with_hours(text) {
                Some(stated) => schedule = stated,
                None => self.refuse(
                    "hours",
                    "bad-hours",
                    format!("`{text}` are no working hours"),
                    "write start and end of one day, such as \"09:00-17:30\"",
                ),
            }
        }
        if let Some(lunch) = self.whole("lunch", 0, 1440) {
            let window = u32::from(schedule.end.saturating_sub(schedule.start));
            match u16::try_from(lunch) {
                Ok(minutes) if lunch < window => schedule.lunch = minutes,
                _ => self.refuse(
                    "lunch",
                    "bad-hours",
                    format!("a lunch of {lunch} minutes leaves nothing of the working hours"),
                    "give the minutes of the break, such as 30",
                ),
            }
        }
        if self.has("weekdays") {
            schedule.days = self.weekdays();
        }
        Some(schedule)
    }

    fn weekdays(&self) -> Vec<Weekday> {
        let mut days = Vec::new();
        for (text, place) in self.texts("weekdays") {
            let wanted = text.trim().to_lowercase();
            match WEEKDAYS.iter().find(|(name, _)| wanted.len() >= 3 && name.starts_with(&wanted)) {
                Some((_, day)) if !days.contains(day) => days.push(*day),
                Some(_) => {}
                None => {
                    let what = format!("`{text}` is no weekday");
                    let mend = "write \"Mon\", \"Tue\", \"Wed\", \"Thu\", \"Fri\", \"Sat\" or \"Sun\"";
                    self.add(place.problem(Severity::Error, "bad-weekday", what, mend).of_item(self.what()));
                }
            }
        }
        days
    }
}

/// Whether a zone is known: `Err` where it is not, a note where its name says less than it seems.
pub(crate) fn zone_named(name: &str, place: &Place) -> Result<Option<Problem>, Box<Problem>> {
    if TimeZone::get(name).is_err() {
        let what = format!("the time zone `{name}` is not known");
        let mend = "use a name such as Europe/Berlin, America/New_York or UTC";
        return Err(Box::new(place.problem(Severity::Error, "unknown-zone", what, mend)));
    }
    let vague = !name.contains('/') && !matches!(name, "UTC" | "GMT");
    Ok(vague.then(|| {
        let what = format!("the zone `{name}` is an abbreviation; it is read by the rules of the zone database");
        place.problem(Severity::Note, "vague-zone", what, "name a place instead, such as Europe/Berlin")
    }))
}
