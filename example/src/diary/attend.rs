//! Meetings as they truly went: who showed up, when they began, how long they lasted.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rung_model::activity::Activity;

use super::{Place, Slot, Trace, TraceKind, What};
use crate::{
    clock::{at, minute_of, moment},
    plan::{Answer, Fate, Meeting},
    random::Random,
    script::{
        cast::Member,
        series::{Shown, Work},
    },
};

/// A meeting that stands in somebody's day, or is arranged without a calendar.
#[derive(Clone, Debug)]
pub(super) struct Invitation {
    start: i32,
    end: i32,
    answer: Answer,
    leads: bool,
    skipped: f64,
    what: What,
    others: Vec<&'static str>,
}

/// The meetings of `member` by local day, in order of their start.
pub(super) fn invitations(member: &Member, meetings: &[Meeting]) -> BTreeMap<Date, Vec<Invitation>> {
    let mut by_day: BTreeMap<Date, Vec<Invitation>> = BTreeMap::new();
    let here = member.city.rules();
    for meeting in meetings.iter().filter(|meeting| meeting.series.people().any(|person| person == member.id)) {
        let series = &meeting.series;
        let what = |draw| match (series.work, series.shown) {
            (Work::Block, Shown::Private) => Some(What::Pause),
            (work, _) => work.of(member.id, draw).map(What::Work),
        };
        let there = series.city.rules();
        for instance in meeting.instances.iter().filter(|instance| instance.fate == Fate::Held) {
            let Some(what) = what(instance.draw) else { continue };
            let local = moment(instance.start, &there).to_zoned(here.clone()).datetime();
            let start = minute_of(local.date(), local);
            by_day.entry(local.date()).or_default().push(Invitation {
                start,
                end: start + series.minutes,
                answer: meeting.answer(instance, member.id),
                leads: series.organizer == member.id,
                skipped: series.skipped,
                what,
                others: series.people().filter(|person| *person != member.id).collect(),
            });
        }
    }
    for day in by_day.values_mut() {
        day.sort_by_key(|invitation| (invitation.start, invitation.end));
    }
    by_day
}

/// What came of a day's meetings. Those that begin before the last one is over start late or are missed.
pub(super) fn attended(random: &mut Random, member: &Member, asked: &[Invitation], leaves: i32) -> Vec<Slot> {
    let mut slots: Vec<Slot> = Vec::new();
    for invitation in asked {
        let comes = match invitation.answer {
            Answer::Accepted if invitation.leads => 0.99,
            Answer::Accepted => 1.0 - invitation.skipped,
            Answer::Tentative => 0.5,
            Answer::NeedsAction => 0.5,
            Answer::Declined => 0.02,
        };
        let until = slots.last().map_or(0, |slot| slot.end);
        let clash = until - invitation.start;
        let goes = random.chance(comes) && invitation.start > member.day.0 - 45;
        let late = (random.waiting(2.5) as i32).min(9);
        let length = invitation.end - invitation.start;
        let over = match random.unit() {
            draw if draw < 0.18 => random.between(5, 20),
            draw if draw < 0.42 => -random.between(3, (length / 4).max(4)),
            _ => random.between(-2, 3),
        };
        if !goes || clash > length / 2 || (clash > 10 && random.chance(0.6)) {
            continue;
        }
        let start = (invitation.start + late).max(until);
        let end = (invitation.end + over.min(25)).max(start + 5);
        if end > leaves + 60 && invitation.start > leaves + 240 {
            continue;
        }
        slots.push(Slot { start, end, what: invitation.what });
    }
    slots
}

/// Commits that end a session of pairing: written by who leads it, with the other as co-author.
pub(super) fn paired(
    random: &mut Random,
    member: &Member,
    day: Date,
    asked: &[Invitation],
    slots: &[Slot],
    traces: &mut Vec<Trace>,
) {
    for slot in slots.iter().filter(|slot| slot.what == What::Work(Activity::Pairing)) {
        let led = asked.iter().find(|i| i.leads && i.what == slot.what && i.start <= slot.start && slot.start < i.end);
        let Some(other) = led.and_then(|invitation| invitation.others.first()) else { continue };
        if random.chance(0.75) {
            let minute = slot.end - random.between(0, 6);
            let co_author = (*other != member.id).then_some(*other);
            traces.push(Trace { at: at(day, minute), kind: TraceKind::Commit { place: Place::Code, co_author } });
        }
    }
}
