//! What the page speaks about: the weeks since a lasting change where there is one, else the window.

use jiff::civil::Date;
use rung_app::answer::{Held, Report};
use rung_measure::period::PeriodReading;
use rung_model::{bucket::Bucket, manifest::SourceKind, share::Share};

use super::Live;
use crate::words;

/// A report seen from the period it speaks about.
pub(crate) struct Lens<'a> {
    /// The report.
    pub(crate) report: &'a Report,
    /// The reading it speaks about.
    pub(crate) now: &'a PeriodReading,
    /// The reading before the change.
    pub(crate) before: Option<&'a PeriodReading>,
    /// The Monday the change began.
    pub(crate) since: Option<Date>,
    /// Where a server shows it alive.
    pub(crate) live: Option<Live<'a>>,
}

impl<'a> Lens<'a> {
    pub(crate) fn new(report: &'a Report) -> Self {
        let (now, before, since) = match (&report.around_shift, &report.shift) {
            (Some((before, since)), Some(shift)) => (since, Some(before), Some(shift.week.monday())),
            _ => (&report.window, None, None),
        };
        Self { report, now, before, since, live: None }
    }

    /// The role held.
    pub(crate) fn held(&self) -> Option<&'a Held> {
        self.report.held.as_ref()
    }

    /// The held role's name inside a sentence.
    pub(crate) fn role(&self) -> Option<String> {
        self.held().map(|held| words::role_name(&held.role.name))
    }

    /// "since 20 Jul", or "in these 26 weeks".
    pub(crate) fn when(&self) -> String {
        self.since.map_or_else(
            || match self.report.weeks.len() {
                1 => "in this week".to_owned(),
                weeks => format!("in these {weeks}\u{a0}weeks"),
            },
            |monday| format!("since {}", words::day(monday)),
        )
    }

    /// Headline share of a bucket now.
    pub(crate) fn share(&self, bucket: Bucket) -> Option<Share> {
        self.now.bucket(bucket).headline
    }

    /// All three headline shares now, where each can be given.
    pub(crate) fn split(&self) -> Option<[Share; 3]> {
        split_of(self.now)
    }

    /// Buckets of the three that no source can see.
    pub(crate) fn blind(&self) -> Vec<Bucket> {
        Bucket::SPLIT.into_iter().filter(|bucket| !self.now.bucket(*bucket).visible).collect()
    }

    /// True where anything at all was seen in the window.
    pub(crate) fn sees_anything(&self) -> bool {
        self.report.window.totals.observed() > 0.0
    }

    /// True where a calendar is among the sources.
    pub(crate) fn has_calendar(&self) -> bool {
        self.report.sources.iter().any(|source| source.manifest.kind == SourceKind::Calendar)
    }

    /// Weeks before and since the change that were worked at least in part.
    pub(crate) fn worked(&self) -> (usize, usize) {
        let split =
            self.since.map_or(0, |monday| self.report.weeks.iter().filter(|line| line.week.monday() < monday).count());
        let worked = |lines: &[rung_app::answer::WeekLine]| {
            lines.iter().filter(|line| line.reading.totals.capacity > 0.0).count()
        };
        let (before, since) = self.report.weeks.split_at(split.min(self.report.weeks.len()));
        (worked(before), worked(since))
    }
}

/// The three headline shares of a reading, where each can be given.
pub(crate) fn split_of(reading: &PeriodReading) -> Option<[Share; 3]> {
    let [strategy, people, building] = Bucket::SPLIT.map(|bucket| reading.bucket(bucket).headline);
    Some([strategy?, people?, building?])
}

/// Best guesses scaled to sum to one.
pub(crate) fn points_of(split: &[Share; 3]) -> [f64; 3] {
    let sum: f64 = split.iter().map(|share| share.point).sum();
    split.map(|share| if sum > 0.0 { share.point / sum } else { 0.0 })
}
