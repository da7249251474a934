//! What remains of a day in the repositories: commits in bursts at the end of unequal stretches,
//! reviews that sometimes leave a trailer, designs that sometimes end in a document.

use jiff::civil::{Date, DateTime};
use rung_model::activity::Activity;

use super::{Slot, What};
use crate::{clock::at, random::Random, script::desk::Desk};

/// Where in a repository a commit goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// Source.
    Code,
    /// Tests.
    Tests,
    /// Architecture decision records.
    Decisions,
    /// Documentation.
    Docs,
    /// The lock file: machines only.
    Lock,
}

/// What remained.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TraceKind {
    /// A commit.
    Commit {
        /// Where it goes.
        place: Place,
        /// Person id of who wrote it together with the author.
        co_author: Option<&'static str>,
    },
    /// A review that ended in a merge or an approval.
    Review,
}

/// Something that remained in a repository.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Trace {
    /// When, on the person's wall clock.
    pub(crate) at: DateTime,
    /// What.
    pub(crate) kind: TraceKind,
}

/// Leaves the traces of one day's desk work. `unsaved` carries minutes coded since the last commit.
pub(super) fn leave(
    random: &mut Random,
    habits: &Desk,
    day: Date,
    slots: &[Slot],
    unsaved: &mut f64,
    traces: &mut Vec<Trace>,
) {
    for slot in slots {
        let mut commit = |minute: i32, place| {
            traces.push(Trace { at: at(day, minute), kind: TraceKind::Commit { place, co_author: None } });
        };
        match slot.what {
            What::Work(Activity::Coding) => {
                *unsaved += f64::from(slot.end - slot.start);
                for minute in burst(random, *slot, habits, unsaved) {
                    let tests = random.chance(0.14);
                    commit(minute, if tests { Place::Tests } else { Place::Code });
                }
            }
            What::Work(Activity::Testing) => {
                *unsaved += f64::from(slot.end - slot.start);
                burst(random, *slot, habits, unsaved).into_iter().for_each(|minute| commit(minute, Place::Tests));
            }
            What::Work(Activity::Design) if slot.end - slot.start >= 25 && random.chance(0.4) => {
                commit(slot.end - 1, Place::Decisions);
            }
            What::Work(Activity::TechnicalDocs) if random.chance(0.7) => commit(slot.end - 1, Place::Docs),
            What::Work(Activity::CodeReview) => {
                let several = i32::from(random.chance(0.15));
                for _ in 0..=several {
                    if random.chance(0.85) {
                        let minute = slot.end - random.between(0, 2) - several * random.between(0, 8);
                        traces.push(Trace { at: at(day, minute), kind: TraceKind::Review });
                    }
                }
            }
            _ => {}
        }
    }
}

/// The minutes of the commits of one stretch: none on some, else about one per `pace` unsaved
/// minutes, the last near the end, the others wherever a piece happened to be done.
fn burst(random: &mut Random, slot: Slot, habits: &Desk, unsaved: &mut f64) -> Vec<i32> {
    let wanted = *unsaved / habits.pace * random.normal(1.0, 0.3).max(0.3);
    if random.chance(habits.skips) || wanted < random.unit() {
        return Vec::new();
    }
    *unsaved = 0.0;
    let count = (wanted.round() as i32).clamp(1, 5);
    let mut minutes = vec![(slot.end - random.between(0, 7)).max(slot.start + 1)];
    minutes.extend((1..count).map(|_| slot.start + 1 + random.between(3, (slot.end - slot.start - 2).max(3))));
    if random.chance(0.15) {
        minutes.push(slot.end + 1);
    }
    minutes.sort_unstable();
    minutes.dedup();
    minutes
}
