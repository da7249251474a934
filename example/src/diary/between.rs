//! The time between meetings: lunch, pauses, and whatever the person tends to do.

use rung_model::activity::Activity;

use super::{Slot, What};
use crate::{
    random::Random,
    script::desk::{Desk, Mix, TASKS, Task},
};

const PLANNING: Mix =
    &[(Activity::Roadmap, 0.35), (Activity::Status, 0.25), (Activity::Alignment, 0.25), (Activity::Vision, 0.15)];
const CARING: Mix = &[(Activity::Feedback, 0.4), (Activity::Hiring, 0.3), (Activity::Coaching, 0.3)];
const DESIGNING: Mix = &[(Activity::Design, 0.7), (Activity::TechnicalDocs, 0.3)];
const CODING: Mix = &[(Activity::Coding, 0.88), (Activity::Testing, 0.12)];

/// What a task counts as, this time.
pub(super) fn kind(random: &mut Random, task: Task, talk: Mix) -> Activity {
    let mut from = |mix: Mix| {
        let place = random.weighted(mix.iter().map(|(_, weight)| *weight));
        place.and_then(|place| mix.get(place)).map_or(Activity::Admin, |(activity, _)| *activity)
    };
    match task {
        Task::Code => from(CODING),
        Task::Review => Activity::CodeReview,
        Task::Design => from(DESIGNING),
        Task::Talk => from(talk),
        Task::Plan => from(PLANNING),
        Task::Care => from(CARING),
        Task::Learn => Activity::Learning,
        Task::Paperwork => Activity::Admin,
    }
}

/// How long one stretch of a task takes: mean, deviation and least, in minutes.
const fn stretch(task: Task) -> (f64, f64, f64) {
    match task {
        Task::Code => (72.0, 28.0, 15.0),
        Task::Review => (24.0, 9.0, 8.0),
        Task::Design => (48.0, 16.0, 15.0),
        Task::Talk => (15.0, 8.0, 4.0),
        Task::Plan => (38.0, 14.0, 10.0),
        Task::Care => (28.0, 10.0, 8.0),
        Task::Learn => (30.0, 10.0, 10.0),
        Task::Paperwork => (14.0, 5.0, 5.0),
    }
}

/// How well a task suits a free gap: nobody starts to code ten minutes before a meeting.
fn suits(task: Task, gap: i32) -> f64 {
    match (task, gap) {
        (Task::Code | Task::Design, ..25) => 0.15,
        (Task::Code | Task::Design, 75..) => 1.5,
        (Task::Talk | Task::Paperwork, ..25) => 2.0,
        _ => 1.0,
    }
}

/// Fills the free time of a day that runs from `day.0` to `day.1`.
pub(super) fn fill(random: &mut Random, habits: &Desk, day: (i32, i32), slots: &mut Vec<Slot>) {
    let mut left = habits.minutes;
    for minutes in &mut left {
        *minutes *= random.normal(1.0, 0.35).max(0.1);
    }
    if random.chance(0.09) {
        left[0] *= 0.2;
    }
    let lunch = lunch(random, slots);
    slots.extend(lunch);
    slots.sort_by_key(|slot| slot.start);
    let mut gaps = Vec::new();
    let mut cursor = day.0;
    for slot in slots.iter() {
        gaps.push((cursor, slot.start));
        cursor = cursor.max(slot.end);
    }
    gaps.push((cursor, day.1));
    for (start, end) in gaps {
        gap(random, habits, (start, end), &mut left, slots);
    }
    slots.sort_by_key(|slot| slot.start);
}

/// Lunch in the first free half hour after noon, if there is one.
fn lunch(random: &mut Random, slots: &[Slot]) -> Option<Slot> {
    let length = random.between(26, 46);
    let wanted = random.between(715, 765);
    (0..20).map(|step| wanted + step * 6).find_map(|start| {
        let end = start + length;
        let free = slots.iter().all(|slot| slot.end <= start || end <= slot.start);
        free.then_some(Slot { start, end, what: What::Pause })
    })
}

fn gap(random: &mut Random, habits: &Desk, (start, end): (i32, i32), left: &mut [f64; 8], slots: &mut Vec<Slot>) {
    let mut cursor = start;
    let mut since_pause = 0;
    while end - cursor >= 4 {
        let room = end - cursor;
        if since_pause > 55 && random.chance(0.5) {
            let pause = random.between(4, 13).min(room);
            slots.push(Slot { start: cursor, end: cursor + pause, what: What::Pause });
            cursor += pause;
            since_pause = 0;
            continue;
        }
        // Wanted minutes become chances of a stretch: long stretches come up less often.
        let wish = |minutes: &[f64; 8]| -> Vec<f64> {
            let chance = |(task, minutes): (&Task, &f64)| minutes.max(0.0) / stretch(*task).0 * suits(*task, room);
            TASKS.iter().zip(minutes).map(chance).collect()
        };
        let place = random.weighted(wish(left)).or_else(|| random.weighted(wish(&habits.minutes))).unwrap_or(3);
        let task = TASKS.get(place).copied().unwrap_or(Task::Talk);
        let (mean, deviation, least) = stretch(task);
        let breath = if task == Task::Code { habits.breath } else { 1.0 };
        let mut length = ((random.normal(mean, deviation).max(least) * breath) as i32).min(room);
        if room - length < 6 {
            length = room;
        }
        let what = What::Work(kind(random, task, habits.talk));
        slots.push(Slot { start: cursor, end: cursor + length, what });
        if let Some(minutes) = left.get_mut(place) {
            *minutes -= f64::from(length);
        }
        cursor += length;
        since_pause += length;
    }
}
