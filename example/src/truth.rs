//! The truth: what everybody really did, known because it is invented.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rung_model::{activity::Activity, bucket::Bucket};

use crate::diary::{Diary, What};

/// True minutes of one person on one day, seen or not. Lunch and pauses are not among them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TrueDay {
    /// Minutes by activity, all day.
    pub minutes: BTreeMap<Activity, u32>,
    /// Of those, minutes on weekends and before 07:00 or after 19:00 local time.
    pub evening: BTreeMap<Activity, u32>,
}

/// True minutes of everybody: person id, then local day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Truth {
    /// Days with any work on them.
    pub days: BTreeMap<String, BTreeMap<Date, TrueDay>>,
}

impl Truth {
    pub(crate) fn of(diaries: &BTreeMap<&'static str, Diary>) -> Self {
        let days = diaries
            .iter()
            .map(|(person, diary)| {
                let days = diary.days.iter().map(|(date, day)| {
                    let mut truth = TrueDay::default();
                    for slot in &day.slots {
                        let What::Work(activity) = slot.what else { continue };
                        let minutes = (slot.end - slot.start).max(0) as u32;
                        *truth.minutes.entry(activity).or_default() += minutes;
                        if date.weekday().to_monday_zero_offset() >= 5 || slot.start < 420 || slot.start >= 1140 {
                            *truth.evening.entry(activity).or_default() += minutes;
                        }
                    }
                    (*date, truth)
                });
                ((*person).to_owned(), days.collect())
            })
            .collect();
        Self { days }
    }

    /// True minutes by bucket, in [`Bucket::ALL`] order by the built-in map, over the days
    /// `first..=last`; evenings and weekends included.
    pub fn minutes(&self, person: &str, first: Date, last: Date) -> [f64; 4] {
        let mut sums = [0.0; 4];
        for day in self.days.get(person).into_iter().flat_map(|days| days.range(first..=last)) {
            for (activity, minutes) in &day.1.minutes {
                if let Some(sum) = sums.get_mut(activity.default_bucket().index()) {
                    *sum += f64::from(*minutes);
                }
            }
        }
        sums
    }

    /// True shares of the three buckets, in [`Bucket::SPLIT`] order, over the days `first..=last`;
    /// `None` where nothing was done.
    pub fn split(&self, person: &str, first: Date, last: Date) -> Option<[f64; 3]> {
        let minutes = self.minutes(person, first, last);
        let three = Bucket::SPLIT.map(|bucket| minutes.get(bucket.index()).copied().unwrap_or_default());
        let sum: f64 = three.iter().sum();
        (sum > 0.0).then(|| three.map(|minutes| minutes / sum))
    }
}
