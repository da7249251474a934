//! Sums over some weeks that several checks use.

use rung_model::week::Week;

use crate::period::PeriodReading;

/// A week with its reading.
pub(super) type Read<'a> = &'a (Week, PeriodReading);

/// Minutes over some weeks.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Span {
    /// How many weeks.
    pub(super) weeks: usize,
    /// Working time less time away.
    pub(super) capacity: f64,
    /// Seen inside the working window.
    pub(super) inside: f64,
    /// Seen outside it.
    pub(super) outside: f64,
    /// Building inside the working window.
    pub(super) building: f64,
    /// Building outside it.
    pub(super) building_outside: f64,
    /// In free gaps of two hours or more.
    pub(super) focus: f64,
    /// Working days counted for focus.
    pub(super) days: f64,
}

impl Span {
    /// The sums over `weeks`.
    pub(super) fn of(weeks: &[Read<'_>]) -> Self {
        let building = rung_model::bucket::Bucket::Building.index();
        weeks.iter().fold(Self::default(), |sum, (_, reading)| {
            let t = &reading.totals;
            Self {
                weeks: sum.weeks + 1,
                capacity: sum.capacity + t.capacity,
                inside: sum.inside + t.observed(),
                outside: sum.outside + t.after_hours_total(),
                building: sum.building + t.in_window[building].point,
                building_outside: sum.building_outside + t.after_hours[building].point,
                focus: sum.focus + t.focus.focus,
                days: sum.days + f64::from(t.focus.days),
            }
        })
    }

    /// Share of working time seen, 0-1.
    pub(super) fn coverage(&self) -> f64 {
        let whole = self.capacity.max(self.inside);
        if whole > 0.0 { self.inside / whole } else { 0.0 }
    }

    /// Share of all seen minutes outside the working window, 0-1.
    pub(super) fn outside_share(&self) -> f64 {
        part(self.outside, self.inside)
    }

    /// Share of building outside the working window, 0-1.
    pub(super) fn building_outside_share(&self) -> f64 {
        part(self.building_outside, self.building)
    }

    /// Minutes of building a week, inside the window and outside.
    pub(super) fn weekly_building(&self) -> f64 {
        (self.building + self.building_outside) / self.weeks.max(1) as f64
    }

    /// Minutes seen a week, inside the window and outside.
    pub(super) fn weekly_seen(&self) -> f64 {
        (self.inside + self.outside) / self.weeks.max(1) as f64
    }

    /// Minutes of focus in five working days.
    pub(super) fn weekly_focus(&self) -> f64 {
        if self.days > 0.0 { self.focus / self.days * 5.0 } else { 0.0 }
    }
}

/// `some` as a share of itself and `rest`; 0 of nothing.
fn part(some: f64, rest: f64) -> f64 {
    if some + rest > 0.0 { some / (some + rest) } else { 0.0 }
}

/// The last `latest` weeks and all before them; `None` where fewer than `least_before` come before.
pub(super) fn against_past<'a>(
    weeks: &[Read<'a>],
    latest: usize,
    least_before: usize,
) -> Option<(Vec<Read<'a>>, Vec<Read<'a>>)> {
    let cut = weeks.len().checked_sub(latest)?;
    (cut >= least_before).then(|| (weeks[..cut].to_vec(), weeks[cut..].to_vec()))
}
