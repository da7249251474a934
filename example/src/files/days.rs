//! Days logged by hand: what somebody wrote down in the evening, rounded as people round.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rung_model::activity::Activity;

use crate::{
    clock::{TODAY, days as year},
    diary::{Diary, What},
};

/// Who keeps a log, and for how many whole days up to the example's "today".
pub(crate) const LOGGED: [(&str, usize); 4] =
    [("priya-raman", 15), ("caleb-osei", 12), ("wren-castellano", 15), ("jonas-meier-ledger", 15)];

/// The days file of one person: the last `count` working days, to five minutes.
pub(crate) fn days(diary: &Diary, count: usize) -> String {
    let worked: Vec<Date> = year().filter(|day| diary.days.get(day).is_some_and(|day| day.slots.len() > 5)).collect();
    let from = worked.len().saturating_sub(count);
    let mut text = format!("# Days logged by hand, in the evening, before {TODAY}.\n");
    for date in worked.iter().skip(from) {
        text.push_str(&format!("\n[[day]]\ndate = {date}\nwhole = true\nentries = [\n"));
        for (activity, minutes) in sums(diary, *date) {
            let rounded = (minutes + 2) / 5 * 5;
            if rounded > 0 {
                text.push_str(&format!("  {{ activity = \"{}\", minutes = {rounded} }},\n", activity.id()));
            }
        }
        text.push_str("]\n");
    }
    text
}

/// Minutes by activity of one day.
fn sums(diary: &Diary, date: Date) -> BTreeMap<Activity, i32> {
    let mut sums = BTreeMap::new();
    for slot in diary.days.get(&date).map_or(&[][..], |day| &day.slots) {
        if let What::Work(activity) = slot.what {
            *sums.entry(activity).or_default() += slot.end - slot.start;
        }
    }
    sums
}
