//! Focus: how much of the free time comes in stretches long enough to think in.

use std::ops::{Add, AddAssign};

/// The shortest free gap that counts as focus time, minutes (MEASURE section 10).
pub const FOCUS_GAP: u16 = 120;

/// Free time of a span of days, split at two hours (MEASURE section 10).
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Focus {
    /// Minutes in meetings, inside the working window.
    pub meetings: f64,
    /// Minutes in free gaps of two hours or more.
    pub focus: f64,
    /// Minutes in free gaps shorter than two hours.
    pub fragmented: f64,
    /// Working days with at least one free gap of two hours.
    pub days_with_block: u32,
    /// Working days counted.
    pub days: u32,
}

impl Focus {
    /// The focus figures of one working day.
    ///
    /// `window` is the working window in minutes of the day; `meetings` are the minutes in meetings
    /// and `blocked` other minutes that are no free time (an absence, a private appointment). Spans
    /// may overlap and come in any order. A tentative meeting breaks a gap like any other: what was
    /// planned around it was planned around it. Focus blocks and lunch are free time.
    pub fn of_day(window: (u16, u16), meetings: &[(u16, u16)], blocked: &[(u16, u16)]) -> Self {
        let (first, last) = window;
        let mut figures = Self { days: 1, ..Self::default() };
        let clipped = |spans: &[(u16, u16)]| -> Vec<(u16, u16)> {
            let cut = spans.iter().map(|(start, end)| ((*start).max(first), (*end).min(last)));
            let mut cut: Vec<_> = cut.filter(|(start, end)| start < end).collect();
            cut.sort_unstable();
            cut
        };
        let mut seen = first;
        for (start, end) in clipped(meetings) {
            figures.meetings += f64::from(end.saturating_sub(start.max(seen)));
            seen = seen.max(end);
        }
        let mut busy = clipped(meetings);
        busy.extend(clipped(blocked));
        busy.sort_unstable();
        let mut free_from = first;
        for (start, end) in busy.into_iter().chain([(last, last)]) {
            let gap = start.saturating_sub(free_from);
            if gap >= FOCUS_GAP {
                figures.focus += f64::from(gap);
                figures.days_with_block = 1;
            } else {
                figures.fragmented += f64::from(gap);
            }
            free_from = free_from.max(end);
        }
        figures
    }
}

impl Add for Focus {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self {
            meetings: self.meetings + other.meetings,
            focus: self.focus + other.focus,
            fragmented: self.fragmented + other.fragmented,
            days_with_block: self.days_with_block + other.days_with_block,
            days: self.days + other.days,
        }
    }
}

impl AddAssign for Focus {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NINE_TO_FIVE: (u16, u16) = (540, 1020);

    #[test]
    fn scattered_meetings_leave_five_hours_of_fragments() {
        // MEASURE section 10.
        let scattered = [(570, 600), (660, 690), (780, 840), (900, 930), (990, 1020)];
        let day = Focus::of_day(NINE_TO_FIVE, &scattered, &[]);
        assert_eq!((day.meetings, day.focus, day.fragmented), (180.0, 0.0, 300.0));
        assert_eq!((day.days, day.days_with_block), (1, 0));
    }

    #[test]
    fn the_same_meetings_batched_leave_five_hours_of_focus() {
        // MEASURE section 10.
        let day = Focus::of_day(NINE_TO_FIVE, &[(540, 720)], &[]);
        assert_eq!((day.meetings, day.focus, day.fragmented), (180.0, 300.0, 0.0));
        assert_eq!(day.days_with_block, 1);
    }

    #[test]
    fn overlapping_and_outlying_spans_count_once_and_only_inside() {
        let day = Focus::of_day(NINE_TO_FIVE, &[(600, 700), (500, 640), (1000, 1100)], &[(690, 720)]);
        assert_eq!((day.meetings, day.focus, day.fragmented), (180.0, 280.0, 0.0));
    }
}
