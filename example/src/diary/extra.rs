//! Work outside the working day: evenings and weekends.

use jiff::civil::{Date, Weekday};

use super::{Slot, What, between::kind};
use crate::{random::Random, script::desk::Desk};

/// Adds an evening, or a weekend stretch, where this day has one.
pub(super) fn after_hours(random: &mut Random, habits: &Desk, day: Date, slots: &mut Vec<Slot>) {
    let weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
    let (chance, minutes, task) = if weekend { habits.weekend } else { habits.evening };
    if !random.chance(chance) {
        return;
    }
    let earliest = if weekend { random.between(590, 900) } else { random.between(1180, 1260) };
    let start = earliest.max(slots.last().map_or(0, |slot| slot.end + 20));
    let end = (start + random.normal(minutes, minutes / 4.0) as i32).clamp(start + 10, 1435);
    let what = What::Work(kind(random, task, habits.talk));
    if start < 1400 {
        slots.push(Slot { start, end, what });
    }
}
