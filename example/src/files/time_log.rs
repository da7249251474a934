//! A time log: what somebody started and stopped a clock for, as a plain table.

use rung_model::activity::Activity;

use crate::{
    clock::{TODAY, days},
    diary::{Diary, What},
    random::Random,
};

/// Who runs a clock.
pub(crate) const RUNS_A_CLOCK: &str = "sofia-lindgren";
/// For how many days up to the example's "today".
const DAYS: usize = 56;
/// Stretches shorter than this are not worth the clock.
const LEAST: i32 = 15;

/// The log of the last eight weeks: longer stretches of work, about one in seven forgotten.
pub(crate) fn time_log(seed: u64, diary: &Diary) -> String {
    let mut text = String::from("date,start,end,task,tags\n");
    let all: Vec<_> = days().filter(|day| *day < TODAY).collect();
    for date in all.iter().skip(all.len().saturating_sub(DAYS)) {
        let mut random = Random::of(seed, &["clock", &date.to_string()]);
        for slot in diary.days.get(date).map_or(&[][..], |day| &day.slots) {
            let What::Work(activity) = slot.what else { continue };
            let forgotten = random.chance(0.14);
            let (start, end) = (slot.start.max(0), slot.end.min(1_439));
            if forgotten || end - start < LEAST {
                continue;
            }
            let clock = |minute: i32| format!("{:02}:{:02}", minute / 60, minute % 60);
            text.push_str(&format!("{date},{},{},{},{}\n", clock(start), clock(end), words(activity), activity.id()));
        }
    }
    text
}

fn words(activity: Activity) -> &'static str {
    match activity {
        Activity::Coding => "Payout batches",
        Activity::CodeReview => "Reviews",
        Activity::Testing => "Test runs",
        _ => "Desk",
    }
}
