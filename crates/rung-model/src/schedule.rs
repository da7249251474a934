//! Working hours: the window of a day that evidence is measured against.

use jiff::civil::{Date, Weekday};

/// A person's working hours. Default 09:00-17:30 with 30 minutes lunch, Monday to Friday:
/// a capacity of 480 minutes a day (MEASURE section 5).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schedule {
    /// Start of the working window, minutes after local midnight.
    pub start: u16,
    /// End of the working window, minutes after local midnight.
    pub end: u16,
    /// Lunch, minutes: lowers the capacity, has no fixed place.
    pub lunch: u16,
    /// Working weekdays.
    pub days: Vec<Weekday>,
    /// True where nobody stated these hours: they are the default.
    pub assumed: bool,
}

impl Default for Schedule {
    fn default() -> Self {
        use Weekday::{Friday, Monday, Thursday, Tuesday, Wednesday};
        Self {
            start: 540,
            end: 1050,
            lunch: 30,
            days: vec![Monday, Tuesday, Wednesday, Thursday, Friday],
            assumed: true,
        }
    }
}

impl Schedule {
    /// Capacity of a full working day in minutes.
    pub fn capacity(&self) -> f64 {
        f64::from(self.end.saturating_sub(self.start)) - f64::from(self.lunch.min(self.end.saturating_sub(self.start)))
    }

    /// True where `date` is one of the working weekdays.
    pub fn works_on(&self, date: Date) -> bool {
        self.days.contains(&date.weekday())
    }

    /// Reads `09:00-17:30`; keeps lunch and weekdays. `None` where it is not such a span.
    pub fn with_hours(&self, text: &str) -> Option<Self> {
        let (from, to) = text.split_once(['-', '\u{2013}'])?;
        let (start, end) = (clock(from)?, clock(to)?);
        (start < end).then(|| Self { start, end, assumed: false, ..self.clone() })
    }
}

/// Minutes after midnight of `H:MM` or `HH:MM`, 00:00 to 24:00; `None` for anything else.
pub fn clock(text: &str) -> Option<u16> {
    let (hours, minutes) = text.trim().split_once(':')?;
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if hours.is_empty() || hours.len() > 2 || minutes.len() != 2 || !digits(hours) || !digits(minutes) {
        return None;
    }
    let (hours, minutes): (u16, u16) = (hours.parse().ok()?, minutes.parse().ok()?);
    let total = hours * 60 + minutes;
    (minutes < 60 && total <= 1440).then_some(total)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_default_day_holds_480_minutes() {
        let usual = Schedule::default();
        assert_eq!(usual.capacity(), 480.0);
        assert!(usual.assumed);
        assert!(usual.works_on(Date::constant(2026, 2, 27)));
        assert!(!usual.works_on(Date::constant(2026, 2, 28)));
    }

    #[test]
    fn stated_hours_replace_the_window_and_keep_the_rest() {
        let stated = Schedule::default().with_hours(" 8:15 - 16:00 ").unwrap();
        assert_eq!((stated.start, stated.end, stated.lunch, stated.assumed), (495, 960, 30, false));
        assert_eq!(stated.capacity(), 435.0);
        assert_eq!(Schedule::default().with_hours("00:00\u{2013}24:00").unwrap().capacity(), 1410.0);
        for text in ["", "9-17", "17:00-09:00", "09:00-09:00", "09:00", "09:00-25:00", "9:5-10:00", "09:60-10:00"] {
            assert_eq!(Schedule::default().with_hours(text), None, "{text}");
        }
    }

    #[test]
    fn a_lunch_longer_than_the_day_leaves_nothing() {
        assert_eq!(Schedule { lunch: 2000, ..Schedule::default() }.capacity(), 0.0);
        assert_eq!(Schedule { start: 900, end: 600, ..Schedule::default() }.capacity(), 0.0);
    }

    #[test]
    fn a_time_of_day_is_digits_alone() {
        assert_eq!(clock("24:00"), Some(1440));
        for text in ["+9:00", "-1:00", "99:00", "24:01", "9:+5", "009:00", ":30", "9"] {
            assert_eq!(clock(text), None, "{text}");
        }
    }
}
