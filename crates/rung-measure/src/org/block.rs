//! Eight weeks: the grain of everything shown of several people.
//!
//! Blocks lie on one grid for everybody, so that two reports never cover weeks that overlap in part: figures of two
//! blocks are sums over different weeks, and none can be taken from the other.

use jiff::{Span, ToSpan, civil::Date};

/// Weeks of a block.
pub const WEEKS: i64 = 8;
/// A Monday the grid starts from.
const ORIGIN: Date = Date::constant(1970, 1, 5);

/// A block of eight ISO weeks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Block {
    /// Its Monday.
    pub first: Date,
}

impl Block {
    /// The block that holds a day.
    pub fn of(day: Date) -> Self {
        let days = (day - ORIGIN).get_days();
        let into = i64::from(days).rem_euclid(WEEKS * 7);
        Self { first: day.saturating_sub(Span::new().days(into)) }
    }

    /// The latest block that is over on a day.
    pub fn over_on(day: Date) -> Self {
        let own = Self::of(day);
        if own.last() < day { own } else { Self { first: own.first.saturating_sub((WEEKS * 7).days()) } }
    }

    /// Its Sunday.
    pub fn last(self) -> Date {
        self.first.saturating_add((WEEKS * 7 - 1).days())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_meet_and_never_overlap() {
        let mut day = Date::constant(2026, 1, 1);
        let mut block = Block::of(day);
        for _ in 0..400 {
            assert!(block.first <= day && day <= block.last(), "{day} {block:?}");
            day = day.saturating_add(1.day());
            let next = Block::of(day);
            if next != block {
                assert_eq!((next.first, Block::over_on(day)), (day, block));
            }
            block = next;
        }
        assert_eq!(Block::of(Date::constant(1969, 12, 31)).last(), Date::constant(1970, 1, 4));
    }
}
