//! Who is away when: holidays of the city, vacations entered in the calendar, and sick days
//! that nobody enters anywhere.

use std::collections::BTreeSet;

use jiff::{
    ToSpan,
    civil::{Date, Weekday, date},
};

use super::cast::{Member, PROTAGONIST};
use crate::{
    clock::{FIRST, SHIFT, TODAY, days},
    random::Random,
};

/// Days somebody does not work.
#[derive(Clone, Debug, Default)]
pub(crate) struct Away {
    /// Vacations as entered: first day, the day after the last, title.
    pub(crate) vacations: Vec<(Date, Date, &'static str)>,
    /// Days sick at home, without an entry.
    pub(crate) sick: BTreeSet<Date>,
    /// Holidays of the city.
    pub(crate) holidays: BTreeSet<Date>,
}

impl Away {
    /// True where the calendar says that somebody is away.
    pub(crate) fn entered(&self, day: Date) -> bool {
        self.holidays.contains(&day) || self.vacations.iter().any(|(from, after, _)| *from <= day && day < *after)
    }

    /// True on a day of work.
    pub(crate) fn works(&self, day: Date) -> bool {
        !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) && !self.entered(day) && !self.sick.contains(&day)
    }
}

/// The absences of one member.
pub(crate) fn away(seed: u64, member: &Member) -> Away {
    let mut random = Random::of(seed, &["away", member.id]);
    let holidays = member.city.holidays().iter().map(|(day, _)| *day).collect();
    let mut vacations = vec![(date(2025, 12, 22), date(2026, 1, 3), "Out of office: winter break")];
    if member.id == PROTAGONIST {
        vacations.push((date(2026, 3, 30), date(2026, 4, 3), "Vacation"));
        vacations.push((date(2026, 8, 10), date(2026, 8, 19), "Vacation"));
    } else {
        let spring = date(2026, 2, 16).saturating_add((random.between(0, 8) * 7).days());
        vacations.push((spring, spring.saturating_add(5.days()), "OOO"));
        let summer = date(2026, 6, 22).saturating_add((random.between(0, 8) * 7).days());
        vacations.push((summer, summer.saturating_add(12.days()), "Annual leave"));
    }
    let sick = days().filter(|day| random.chance(0.012) && *day != FIRST && *day < SHIFT.max(TODAY)).collect();
    Away { vacations, sick, holidays }
}
