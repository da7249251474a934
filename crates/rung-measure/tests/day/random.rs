//! Random days for property tests: everything a day may hold, in any mixture.

use std::ops::Range;

use jiff::SignedDuration;
use proptest::{collection::vec, prelude::*, sample::select};
use rung_model::{
    activity::Activity::{self, *},
    commit::Standing,
    evidence::{EvidenceId, Quality, RoleInEvent, Verb},
    kind::{Kind, NotCounted},
    occurrence::{Busy, Rsvp},
};

use crate::language::*;

const RSVPS: [Rsvp; 7] =
    [Rsvp::Accepted, Rsvp::Accepted, Rsvp::Organizer, Rsvp::Own, Rsvp::Tentative, Rsvp::NeedsAction, Rsvp::Declined];
const WORK: [Activity; 6] = [Roadmap, OneOnOne, Hiring, Design, Alignment, Coding];

/// Minutes of a span that begins on [`DAY`]; it may run past midnight.
fn span() -> impl Strategy<Value = (i64, i64)> {
    (0i64..1_440, select(vec![5i64, 15, 30, 45, 60, 90, 240, 480])).prop_map(|(start, length)| (start, start + length))
}

fn between((start, end): (i64, i64), rsvp: Rsvp, kind: Kind) -> Known {
    let moment = |minute: i64| at(DAY, "0:00") + SignedDuration::from_mins(minute);
    meeting_between(moment(start), moment(end), rsvp, kind)
}

/// A meeting of any answer and kind of work.
pub(crate) fn any_meeting() -> impl Strategy<Value = Known> {
    (span(), select(RSVPS.to_vec()), select(WORK.to_vec()))
        .prop_map(|(span, rsvp, activity)| between(span, rsvp, Kind::Activity(activity)))
}

/// A commit or a review of the person's own, by day or by night.
pub(crate) fn any_instant() -> impl Strategy<Value = Known> {
    let kinds = vec![
        (Verb::Committed, Coding),
        (Verb::Committed, Testing),
        (Verb::Committed, TechnicalDocs),
        (Verb::Committed, Release),
        (Verb::Reviewed, CodeReview),
    ];
    (0i64..1_440, select(kinds)).prop_map(|(minute, (verb, activity))| {
        instant(at(DAY, "0:00") + SignedDuration::from_mins(minute), verb, activity)
    })
}

/// Time logged by hand with a start.
pub(crate) fn any_logged() -> impl Strategy<Value = Known> {
    (0u16..1_380, 5u16..60, select(WORK.to_vec())).prop_map(|(start, length, activity)| {
        let clock = |minute: u16| format!("{}:{:02}", minute / 60, minute % 60);
        logged(&clock(start), &clock(start + length), activity, false)
    })
}

/// With an id of its own for what it now says: one id is one fact.
fn named(mut known: Known) -> Known {
    let fact = format!("{:?} {:?}", known.kind, known.evidence);
    known.evidence.id = EvidenceId::of(&[fact.as_bytes()]);
    known
}

/// Instants that are not plainly the person's own: co-authored, assisted, squashed, derived, copied, merged.
fn odd_instant() -> impl Strategy<Value = Known> {
    (any_instant(), 0u8..7).prop_map(|(known, odd)| {
        named(match odd {
            0 => known.role(RoleInEvent::CoAuthor),
            1 => known.commit(|commit| commit.assisted = true),
            2 => known.commit(|commit| commit.standing = Standing::Squash),
            3 => known.quality(Quality::Derived),
            4 => known.commit(|commit| commit.standing = Standing::CopyOf("x".into())),
            5 => known.commit(|commit| commit.bot = true),
            _ => known.commit(|commit| commit.lag_minutes = 3_000),
        })
    })
}

/// Calendar entries that are not plainly meetings: private, absences, focus blocks, appointments, cancelled.
fn odd_meeting() -> impl Strategy<Value = Known> {
    (any_meeting(), 0u8..9).prop_map(|(known, odd)| {
        let aside = |known: Known, kind: NotCounted| Known { kind: Kind::NotCounted(kind), ..known };
        named(match odd {
            0 => known.occurrence(|o| o.private = true),
            1 => known.occurrence(|o| o.cancelled = true),
            2 => known.occurrence(|o| o.busy = Busy::Free),
            3 => aside(known, NotCounted::Ooo).occurrence(|o| o.busy = Busy::OutOfOffice),
            4 => aside(known, NotCounted::Focus),
            5 => aside(known, NotCounted::Personal),
            6 => aside(known, NotCounted::Excluded),
            7 => Known { kind: Kind::Weights([0.5, 0.2, 0.2, 0.1]), ..known },
            _ => known.from("calendar:team"),
        })
    })
}

/// Days with the plain evidence that the reference procedure knows, and time logged by hand.
pub(crate) fn plain_day() -> impl Strategy<Value = Vec<Known>> {
    (vec(any_meeting(), 0..9), vec(any_instant(), 0..20), vec(any_logged(), 0..2))
        .prop_map(|(meetings, instants, logged)| [meetings, instants, logged].concat())
}

/// Days with everything, amounts within `amounts`.
pub(crate) fn any_day(amounts: Range<usize>) -> impl Strategy<Value = Vec<Known>> {
    let amount = (1u32..300, select(WORK.to_vec()), prop::bool::weighted(0.1))
        .prop_map(|(minutes, activity, whole)| amount(minutes, activity, whole));
    (plain_day(), vec(odd_meeting(), 0..4), vec(odd_instant(), 0..5), vec(amount, amounts))
        .prop_map(|(plain, meetings, instants, amounts)| [plain, meetings, instants, amounts].concat())
}
