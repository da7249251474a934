//! A set of minutes of one day, one bit a minute.
//!
//! Laying out a day is set arithmetic: free = window - meetings - claimed. With one bit a minute
//! each step is a few word operations, whatever the number of intervals:
//! ```text
//! meetings   ....####....##......
//! reach of t ......##########t...
//! free       ........####..##....      latest(3) -> .........##...#.... (nearest to t)
//! ```

/// Words in a set.
const WORDS: usize = 24;

/// Minutes a set can hold: 25.6 hours. No civil day of the time that software has records of is
/// longer (clocks change by an hour at most); anything beyond is cut off.
pub(crate) const LIMIT: u16 = 64 * WORDS as u16;

/// Minutes of a day, counted from local midnight in elapsed minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct MinuteSet {
    words: [u64; WORDS],
}

impl Default for MinuteSet {
    fn default() -> Self {
        Self::EMPTY
    }
}

impl MinuteSet {
    /// No minute.
    pub(crate) const EMPTY: Self = Self { words: [0; WORDS] };

    /// The minutes `start..end`.
    pub(crate) fn range(start: u16, end: u16) -> Self {
        let mut set = Self::EMPTY;
        let end = end.min(LIMIT);
        let mut at = start;
        while at < end {
            let word = at / 64;
            let stop = ((word + 1) * 64).min(end);
            set.words[usize::from(word)] = mask(at - word * 64, stop - word * 64);
            at = stop;
        }
        set
    }

    /// Minutes in both.
    pub(crate) fn and(&self, other: &Self) -> Self {
        self.zip(other, |a, b| a & b)
    }

    /// Minutes in either.
    pub(crate) fn or(&self, other: &Self) -> Self {
        self.zip(other, |a, b| a | b)
    }

    /// Minutes in this set and not in `other`.
    pub(crate) fn minus(&self, other: &Self) -> Self {
        self.zip(other, |a, b| a & !b)
    }

    /// Adds the minutes of `other`.
    pub(crate) fn add(&mut self, other: &Self) {
        *self = self.or(other);
    }

    /// How many minutes.
    pub(crate) fn count(&self) -> u32 {
        bits(self.words.iter().copied())
    }

    /// How many minutes are in both.
    pub(crate) fn shared(&self, other: &Self) -> u32 {
        bits(self.words.iter().zip(&other.words).map(|(a, b)| a & b))
    }

    /// True where no minute is in it.
    pub(crate) fn is_empty(&self) -> bool {
        self.words.iter().all(|word| *word == 0)
    }

    /// True where `minute` is in it.
    pub(crate) fn holds(&self, minute: u16) -> bool {
        self.words.get(usize::from(minute / 64)).is_some_and(|word| word >> (minute % 64) & 1 == 1)
    }

    /// True where a moment lies inside: the minute before it is in the set (`start < at <= end`).
    pub(crate) fn ends_inside(&self, at: u16) -> bool {
        at > 0 && self.holds(at - 1)
    }

    /// The `count` latest minutes.
    pub(crate) fn latest(&self, count: u32) -> Self {
        self.keep(count, true)
    }

    /// The `count` earliest minutes.
    pub(crate) fn earliest(&self, count: u32) -> Self {
        self.keep(count, false)
    }

    /// The stretches without a gap, `(start, end)`, in order.
    pub(crate) fn runs(&self) -> Runs<'_> {
        Runs { set: self, at: 0 }
    }

    fn keep(&self, count: u32, late: bool) -> Self {
        let mut kept = Self::EMPTY;
        let mut left = count;
        for step in 0..WORDS {
            let index = if late { WORDS - 1 - step } else { step };
            let mut word = self.words[index];
            if word == 0 {
                continue;
            }
            let mut have = word.count_ones();
            while have > left {
                let surplus = if late { word & word.wrapping_neg() } else { 1 << (63 - word.leading_zeros()) };
                word &= !surplus;
                have -= 1;
            }
            kept.words[index] = word;
            left -= have;
            if left == 0 {
                break;
            }
        }
        kept
    }

    fn zip(&self, other: &Self, join: impl Fn(u64, u64) -> u64) -> Self {
        let mut words = self.words;
        for (word, with) in words.iter_mut().zip(&other.words) {
            *word = join(*word, *with);
        }
        Self { words }
    }

    /// First minute from `from` on that is in the set (`inside`) or not in it.
    fn next(&self, from: u16, inside: bool) -> Option<u16> {
        let mut at = from;
        while at < LIMIT {
            let word = self.words[usize::from(at / 64)];
            let rest = (if inside { word } else { !word }) & (u64::MAX << (at % 64));
            if rest != 0 {
                return Some(at / 64 * 64 + rest.trailing_zeros() as u16);
            }
            at = (at / 64 + 1) * 64;
        }
        None
    }
}

/// How many bits are set. Most words of a set are empty, and skipping those is far cheaper than
/// counting them on processors without an instruction for it.
fn bits(words: impl Iterator<Item = u64>) -> u32 {
    words.filter(|word| *word != 0).map(u64::count_ones).sum()
}

/// Bits `from..to` of a word; `from < to <= 64`.
const fn mask(from: u16, to: u16) -> u64 {
    (u64::MAX >> (64 - (to - from))) << from
}

/// The stretches of a [`MinuteSet`].
pub(crate) struct Runs<'a> {
    set: &'a MinuteSet,
    at: u16,
}

impl Iterator for Runs<'_> {
    type Item = (u16, u16);

    fn next(&mut self) -> Option<Self::Item> {
        let start = self.set.next(self.at, true)?;
        let end = self.set.next(start, false).unwrap_or(LIMIT);
        self.at = end;
        Some((start, end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn latest_minutes_are_those_nearest_the_end() {
        let free = MinuteSet::range(60, 70).or(&MinuteSet::range(127, 130));
        assert_eq!(free.latest(5).runs().collect::<Vec<_>>(), [(68, 70), (127, 130)]);
        assert_eq!(free.earliest(11).runs().collect::<Vec<_>>(), [(60, 70), (127, 128)]);
        assert_eq!(free.latest(99), free);
        assert!(free.latest(0).is_empty());
    }

    #[test]
    fn a_moment_is_inside_up_to_the_end() {
        let set = MinuteSet::range(10, 20);
        assert!(!set.ends_inside(10) && set.ends_inside(11) && set.ends_inside(20) && !set.ends_inside(21));
        assert!(!set.ends_inside(0) && !set.holds(u16::MAX));
    }

    proptest! {
        #[test]
        fn sets_behave_like_lists_of_minutes(spans in prop::collection::vec((0u16..LIMIT, 0u16..400), 0..8), n in 0u32..900) {
            let mut set = MinuteSet::EMPTY;
            let mut list = vec![false; usize::from(LIMIT)];
            for (start, length) in spans {
                set.add(&MinuteSet::range(start, start + length));
                list.iter_mut().skip(usize::from(start)).take(usize::from(length)).for_each(|m| *m = true);
            }
            let members: Vec<u16> = (0..LIMIT).filter(|m| list[usize::from(*m)]).collect();
            prop_assert_eq!(set.count() as usize, members.len());
            let unrolled: Vec<u16> = set.runs().flat_map(|(a, b)| a..b).collect();
            prop_assert_eq!(&unrolled, &members);
            let late: Vec<u16> = set.latest(n).runs().flat_map(|(a, b)| a..b).collect();
            prop_assert_eq!(&late, &members[members.len().saturating_sub(n as usize)..]);
            let early: Vec<u16> = set.earliest(n).runs().flat_map(|(a, b)| a..b).collect();
            prop_assert_eq!(&early, &members[..members.len().min(n as usize)]);
        }
    }
}
