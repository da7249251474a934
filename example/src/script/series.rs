//! A meeting as the script knows it: who is asked, how often, when, and what it really is.

use jiff::civil::{Date, Weekday};
use rung_model::activity::Activity;

use crate::clock::{City, FIRST};

/// What a meeting really is, whatever its title says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Work {
    /// The same for all.
    All(Activity),
    /// Each occurrence is one of these, by weight: what a title promises and what happens differ.
    OneOf(&'static [(Activity, f64)]),
    /// A team ritual, run by this person.
    Ritual(&'static str),
    /// A 1:1 of this manager with a report.
    OneOnOne(&'static str),
    /// Mentoring by this person.
    Mentoring(&'static str),
    /// Onboarding by this person of the other.
    Onboarding(&'static str),
    /// A block for oneself, filled like any free time.
    Block,
}

impl Work {
    /// What it is for `person`, given a draw in 0..1 for the occurrence; `None` for a block.
    pub(crate) fn of(self, person: &str, draw: f64) -> Option<Activity> {
        let led_by =
            |lead: &str, leads: Activity, follows: Activity| Some(if person == lead { leads } else { follows });
        match self {
            Self::All(activity) => Some(activity),
            Self::OneOf(choices) => {
                let total: f64 = choices.iter().map(|(_, weight)| weight).sum();
                let mut left = draw * total;
                choices
                    .iter()
                    .find(|(_, weight)| {
                        left -= weight;
                        left < 0.0
                    })
                    .or(choices.last())
                    .map(|(activity, _)| *activity)
            }
            Self::Ritual(lead) => led_by(lead, Activity::RitualRunning, Activity::RitualTakingPart),
            Self::OneOnOne(lead) => led_by(lead, Activity::OneOnOne, Activity::OneOnOneUp),
            Self::Mentoring(lead) => led_by(lead, Activity::Coaching, Activity::Learning),
            Self::Onboarding(lead) => led_by(lead, Activity::Onboarding, Activity::Learning),
            Self::Block => None,
        }
    }
}

/// When a meeting happens.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Every {
    /// On these weekdays of every `interval`-th week from the first day on.
    Weeks {
        /// 1 = every week.
        interval: i32,
        /// Weekdays, Monday first.
        on: Vec<Weekday>,
    },
    /// On the `nth` such weekday of each month; -1 = the last.
    Month {
        /// 1 to 4, or -1.
        nth: i8,
        /// Weekday.
        on: Weekday,
    },
    /// Once, on this day.
    Once(Date),
}

/// How a calendar shows a meeting.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Shown {
    /// With its title.
    #[default]
    Plain,
    /// As private.
    Private,
    /// As a focus block.
    Focus,
    /// As a slot held in case it is needed (`HOLD: ...`).
    Hold,
    /// Not at all: an arranged conversation without a calendar entry.
    Hidden,
}

/// Somebody from outside Harbourline: name and address.
pub(crate) type Guest = (&'static str, &'static str);

/// A meeting, once or many times.
#[derive(Clone, Debug)]
pub(crate) struct Series {
    /// Stable key, part of the UID.
    pub(crate) key: String,
    /// Title.
    pub(crate) title: String,
    /// Person id of who calls it.
    pub(crate) organizer: &'static str,
    /// Person ids of those asked, without the organizer.
    pub(crate) asked: Vec<&'static str>,
    /// Guests from outside.
    pub(crate) guests: &'static [Guest],
    /// When.
    pub(crate) every: Every,
    /// Start, minutes after midnight in `city`.
    pub(crate) start: i32,
    /// Planned length in minutes.
    pub(crate) minutes: i32,
    /// Whose wall clock it follows.
    pub(crate) city: City,
    /// First day it may happen.
    pub(crate) from: Date,
    /// Last day it may happen.
    pub(crate) until: Option<Date>,
    /// True where the rule ends by a count instead of a date.
    pub(crate) counted: bool,
    /// What it really is.
    pub(crate) work: Work,
    /// How it is shown.
    pub(crate) shown: Shown,
    /// Chance that somebody who accepted stays away without a word.
    pub(crate) skipped: f64,
    /// Name of a room, which calendars list among the attendees.
    pub(crate) room: Option<&'static str>,
}

impl Series {
    /// A meeting of `organizer` with `asked`, weekly on one weekday until told otherwise.
    pub(crate) fn new(title: &str, organizer: &'static str, asked: &[&'static str], work: Work) -> Self {
        let key = title.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' }).collect();
        Self {
            key,
            title: title.to_owned(),
            organizer,
            asked: asked.iter().copied().filter(|person| *person != organizer).collect(),
            guests: &[],
            every: Every::Once(FIRST),
            start: 0,
            minutes: 30,
            city: City::Berlin,
            from: FIRST,
            until: None,
            counted: false,
            work,
            shown: Shown::Plain,
            skipped: 0.05,
            room: None,
        }
    }

    /// On these weekdays of every `interval`-th week.
    pub(crate) fn weeks(mut self, interval: i32, on: &[Weekday]) -> Self {
        self.every = Every::Weeks { interval, on: on.to_vec() };
        self
    }

    /// On the `nth` such weekday of each month.
    pub(crate) fn monthly(mut self, nth: i8, on: Weekday) -> Self {
        self.every = Every::Month { nth, on };
        self
    }

    /// Starting at `hour:minute` for so many minutes.
    pub(crate) const fn at(mut self, hour: i32, minute: i32, minutes: i32) -> Self {
        self.start = hour * 60 + minute;
        self.minutes = minutes;
        self
    }

    /// Following New York's wall clock.
    pub(crate) const fn new_york(mut self) -> Self {
        self.city = City::NewYork;
        self
    }

    /// From this day on.
    pub(crate) const fn from(mut self, day: Date) -> Self {
        self.from = day;
        self
    }

    /// Not after this day.
    pub(crate) const fn until(mut self, day: Date) -> Self {
        self.until = Some(day);
        self
    }

    /// Ended by a count instead of a date.
    pub(crate) const fn counted(mut self) -> Self {
        self.counted = true;
        self
    }

    /// In a room.
    pub(crate) const fn room(mut self, room: &'static str) -> Self {
        self.room = Some(room);
        self
    }

    /// With guests.
    pub(crate) const fn guests(mut self, guests: &'static [Guest]) -> Self {
        self.guests = guests;
        self
    }

    /// Shown in another way.
    pub(crate) const fn shown(mut self, shown: Shown) -> Self {
        self.shown = shown;
        self
    }

    /// With another chance of being skipped.
    pub(crate) const fn skipped(mut self, chance: f64) -> Self {
        self.skipped = chance;
        self
    }

    /// Everybody in it, the organizer first.
    pub(crate) fn people(&self) -> impl Iterator<Item = &'static str> + '_ {
        std::iter::once(self.organizer).chain(self.asked.iter().copied())
    }

    /// True where somebody besides the organizer is in it.
    pub(crate) fn is_shared(&self) -> bool {
        !self.asked.is_empty() || !self.guests.is_empty()
    }
}
