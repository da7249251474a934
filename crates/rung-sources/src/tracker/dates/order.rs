//! Whether day or month comes first, which only all dates of a file together can tell.

use super::{
    iso,
    written::{Parts, Written},
};

/// Which number of a date is the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::tracker) enum Order {
    /// 13/04/26.
    DayFirst,
    /// 04/13/26.
    MonthFirst,
    /// Nothing tells.
    Unknown,
}

/// What the dates of a file say about it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::tracker) struct Tally {
    /// Dates whose first number is too large for a month.
    pub(in crate::tracker) day_first: u64,
    /// Dates whose second number is.
    pub(in crate::tracker) month_first: u64,
    /// Dates that need no order.
    pub(in crate::tracker) told: u64,
}

impl Tally {
    /// Counts a date.
    pub(in crate::tracker) fn count(&mut self, text: &str) {
        if iso(text).is_some() {
            self.told += 1;
            return;
        }
        match Written::of(text).map(|written| written.parts) {
            Some(Parts::Told(..)) => self.told += 1,
            Some(Parts::Open(a, ..)) if a > 12 => self.day_first += 1,
            Some(Parts::Open(_, b, _)) if b > 12 => self.month_first += 1,
            _ => {}
        }
    }

    /// The order, where the dates agree on one.
    pub(in crate::tracker) fn order(self) -> Order {
        match (self.day_first > 0, self.month_first > 0) {
            (true, false) => Order::DayFirst,
            (false, true) => Order::MonthFirst,
            _ => Order::Unknown,
        }
    }

    /// Whether more dates cannot change what is known.
    pub(in crate::tracker) fn is_settled(self) -> bool {
        self.day_first + self.month_first + self.told >= 200
    }

    /// Both together.
    pub(in crate::tracker) fn plus(self, other: Self) -> Self {
        Self {
            day_first: self.day_first + other.day_first,
            month_first: self.month_first + other.month_first,
            told: self.told + other.told,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(texts: &[&str]) -> Order {
        let mut tally = Tally::default();
        texts.iter().for_each(|text| tally.count(text));
        tally.order()
    }

    #[test]
    fn one_date_tells_for_all() {
        assert_eq!(order(&["03/04/26 9:30 AM", "13/04/26 9:30 AM"]), Order::DayFirst);
        assert_eq!(order(&["03/04/26 9:30 AM", "04/13/26 9:30 AM"]), Order::MonthFirst);
        assert_eq!(order(&["03/04/26", "02/Mar/26", "no date"]), Order::Unknown);
        assert_eq!(order(&["13/04/26", "04/13/26"]), Order::Unknown, "they do not agree");
    }
}
