//! The true diaries: what each person did, minute by minute, and the traces that happened to remain.
//!
//! Nothing here knows how Rung estimates. A day is lived forwards: meetings start late, overrun
//! or are skipped; the time between them goes to whatever the person tends to do; commits come
//! in bursts at the end of unequal stretches, and some stretches end without one.

mod attend;
mod between;
mod extra;
mod trace;

use std::collections::BTreeMap;

use jiff::civil::Date;
use rung_model::activity::Activity;

pub(crate) use trace::{Place, Trace, TraceKind};

use crate::{
    clock::days,
    plan::{Absences, Meeting},
    random::Random,
    script::{
        cast::{CAST, Member},
        desk::desk,
    },
};

/// What a stretch of a day was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum What {
    /// Work of this kind.
    Work(Activity),
    /// Lunch, a pause, a private errand.
    Pause,
}

/// A stretch of a day, in minutes after local midnight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Slot {
    /// First minute.
    pub(crate) start: i32,
    /// The minute after the last.
    pub(crate) end: i32,
    /// What it was.
    pub(crate) what: What,
}

/// One day of one person: stretches in order, none overlapping.
#[derive(Clone, Debug, Default)]
pub(crate) struct Day {
    /// What was done.
    pub(crate) slots: Vec<Slot>,
}

/// A year of one person.
#[derive(Clone, Debug, Default)]
pub(crate) struct Diary {
    /// Days with anything on them.
    pub(crate) days: BTreeMap<Date, Day>,
    /// What remained in repositories, oldest first.
    pub(crate) traces: Vec<Trace>,
}

/// Everybody's year by person id.
pub(crate) fn diaries(seed: u64, meetings: &[Meeting], absences: &Absences) -> BTreeMap<&'static str, Diary> {
    CAST.iter().map(|member| (member.id, year(seed, member, meetings, absences))).collect()
}

fn year(seed: u64, member: &Member, meetings: &[Meeting], absences: &Absences) -> Diary {
    let invitations = attend::invitations(member, meetings);
    let away = absences.get(member.id).cloned().unwrap_or_default();
    let mut diary = Diary::default();
    let mut unsaved = 0.0;
    for day in days() {
        let mut random = Random::of(seed, &["day", member.id, &day.to_string()]);
        let habits = desk(member.id, day);
        let mut lived = Day::default();
        if away.works(day) {
            let start = member.day.0 + random.normal(0.0, 11.0) as i32;
            let end = member.day.1 + random.normal(0.0, 16.0) as i32;
            let asked = invitations.get(&day).map_or(&[][..], Vec::as_slice);
            lived.slots = attend::attended(&mut random, member, asked, end);
            attend::paired(&mut random, member, day, asked, &lived.slots, &mut diary.traces);
            between::fill(&mut random, &habits, (start, end), &mut lived.slots);
        }
        if !away.entered(day) && !away.sick.contains(&day) {
            extra::after_hours(&mut random, &habits, day, &mut lived.slots);
        }
        trace::leave(&mut random, &habits, day, &lived.slots, &mut unsaved, &mut diary.traces);
        if !lived.slots.is_empty() {
            diary.days.insert(day, lived);
        }
    }
    diary.traces.sort_by_key(|trace| trace.at);
    diary
}
