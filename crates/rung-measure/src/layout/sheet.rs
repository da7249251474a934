//! The sheet of one day: the sets of minutes that are taken, and the timeline being written.

use rung_model::{
    activity::Activity,
    commit::{Commit, Standing},
    evidence::{EvidenceId, Object, RoleInEvent, Verb},
    kind::Kind,
    manifest::SourceKind,
    minutes::Minutes,
    prior::InstantKind,
};

use super::{
    Settings,
    civil::CivilDay,
    gather::{Group, Row},
    note::{Note, Remark},
    timeline::{Basis, Booking, Certainty, Reach, Slot, Tally, Timeline},
};
use crate::{focus::Focus, minute_set::MinuteSet, presence::Presence};

/// What one row takes of a day. `low` lies within `point`, `point` within `high`.
pub(super) struct Claim {
    pub(super) kind: Kind,
    pub(super) low: MinuteSet,
    pub(super) point: MinuteSet,
    pub(super) high: MinuteSet,
    /// Best guess per minute of `point`.
    pub(super) weight: f64,
    pub(super) basis: Basis,
    pub(super) certainty: Certainty,
    pub(super) prior: Option<InstantKind>,
}

impl Claim {
    /// Time that is known for sure.
    pub(super) const fn exact(kind: Kind, minutes: MinuteSet, basis: Basis, certainty: Certainty) -> Self {
        Self { kind, low: minutes, point: minutes, high: minutes, weight: 1.0, basis, certainty, prior: None }
    }
}

/// One day while it is laid out.
pub(super) struct Sheet<'a> {
    pub(super) day: &'a CivilDay,
    pub(super) rows: &'a [Row<'a>],
    pub(super) settings: &'a Settings<'a>,
    /// Time away.
    pub(super) away: MinuteSet,
    /// The working window less time away.
    pub(super) working: MinuteSet,
    /// Taken for sure: accepted meetings and logged time.
    pub(super) sure: MinuteSet,
    /// Of those, logged by hand with a start.
    pub(super) logged: MinuteSet,
    /// Taken by tentative and unanswered meetings.
    pub(super) soft: MinuteSet,
    /// Known not to be work: a private appointment, a journey, an absence.
    pub(super) blocked: MinuteSet,
    /// Amounts logged by hand, put into free time.
    pub(super) placed: MinuteSet,
    /// Taken by instants.
    pub(super) claimed: MinuteSet,
    /// In meetings, whatever else happened then.
    pub(super) meetings: MinuteSet,
    /// Claimed by two or more meetings.
    pub(super) doubled: MinuteSet,
    /// Who holds the sure and the soft minutes.
    pub(super) holders: Vec<(MinuteSet, EvidenceId)>,
    pub(super) timeline: Timeline,
}

impl<'a> Sheet<'a> {
    pub(super) fn new(day: &'a CivilDay, rows: &'a [Row<'a>], settings: &'a Settings<'a>) -> Self {
        let whole = |row: &Row<'_>| match &row.item.evidence.object {
            Object::Logged(logged) => logged.whole_day,
            Object::Commit(_) | Object::Occurrence(_) | Object::Item(_) | Object::Entry(_) => false,
        };
        let timeline = Timeline {
            day: day.date,
            begins: day.timestamp(),
            length: day.length,
            window: None,
            working_day: day.working,
            working: Vec::new(),
            capacity: 0.0,
            away: 0.0,
            away_share: 0.0,
            logged_whole: rows.iter().any(whole),
            slots: Vec::with_capacity(rows.len()),
            bookings: Vec::with_capacity(rows.len()),
            reaches: Vec::with_capacity(rows.len()),
            notes: Vec::with_capacity(rows.len()),
            double_booked: 0,
            focus: Focus::default(),
            tally: Tally::default(),
        };
        Self {
            day,
            rows,
            settings,
            away: MinuteSet::EMPTY,
            working: MinuteSet::EMPTY,
            sure: MinuteSet::EMPTY,
            logged: MinuteSet::EMPTY,
            soft: MinuteSet::EMPTY,
            blocked: MinuteSet::EMPTY,
            placed: MinuteSet::EMPTY,
            claimed: MinuteSet::EMPTY,
            meetings: MinuteSet::EMPTY,
            doubled: MinuteSet::EMPTY,
            holders: Vec::new(),
            timeline,
        }
    }

    /// Takes every decision in its order and hands over the finished day.
    pub(super) fn lay_out(mut self) -> Timeline {
        self.count();
        self.take_absences();
        self.take_meetings();
        self.block_asides();
        self.place_amounts();
        self.reckon_instants();
        self.take_untold();
        self.book_asides();
        self.finish()
    }

    /// The rows of one group.
    pub(super) fn group(&self, group: Group) -> impl Iterator<Item = &'a Row<'a>> + use<'a> {
        self.rows.iter().filter(move |row| row.group == group)
    }

    /// Writes a remark.
    pub(super) fn note(&mut self, row: &Row<'_>, what: Remark) {
        let at = match row.group {
            Group::AllDay | Group::Amount => None,
            Group::Logged | Group::Meeting | Group::Tracked | Group::Instant => Some(row.start),
        };
        self.timeline.notes.push(Note { evidence: row.id(), kind: row.kind(), at, what });
    }

    /// Writes what a row takes: its slots, its minutes and its reach.
    pub(super) fn book(&mut self, row: &Row<'_>, claim: &Claim) {
        let sides = |set: &MinuteSet, weight: f64| {
            let all = set.count();
            let inside = set.shared(&self.working);
            (f64::from(inside) * weight, f64::from(all - inside) * weight)
        };
        let (point_in, point_after) = sides(&claim.point, claim.weight);
        let same = claim.low == claim.high && claim.weight == 1.0;
        let (low_in, low_after) = if same { (point_in, point_after) } else { sides(&claim.low, 1.0) };
        let (high_in, high_after) = if same { (point_in, point_after) } else { sides(&claim.high, 1.0) };
        self.timeline.bookings.push(Booking {
            evidence: row.id(),
            kind: claim.kind,
            basis: claim.basis,
            source: source_of(row),
            certainty: claim.certainty,
            prior: claim.prior,
            in_window: Minutes::new(low_in, point_in, high_in),
            after_hours: Minutes::new(low_after, point_after, high_after),
        });
        for (start, end) in claim.point.runs() {
            self.timeline.slots.push(Slot {
                start,
                end,
                evidence: row.id(),
                kind: claim.kind,
                recognition: row.item.recognition.clone(),
                basis: claim.basis,
                certainty: claim.certainty,
                weight: claim.weight,
            });
        }
        if !matches!(claim.kind, Kind::NotCounted(_)) {
            let reaches = claim.high.runs().map(|(start, end)| Reach { start, end, kind: claim.kind });
            self.timeline.reaches.extend(reaches);
        }
    }

    /// Rows by source, commits, and 1:1s that did not take place.
    fn count(&mut self) {
        let tally = &mut self.timeline.tally;
        for row in self.rows.iter().filter(|row| row.first) {
            tally.rows[source_of(row) as usize] += 1;
            match &row.item.evidence.object {
                Object::Commit(commit) if is_own_commit(row, commit) => {
                    tally.commits += 1;
                    tally.assisted += u32::from(commit.assisted);
                }
                Object::Occurrence(_) if row.twin.is_none() => {
                    let one_on_one = matches!(row.kind(), Kind::Activity(Activity::OneOnOne | Activity::OneOnOneUp));
                    let off = matches!(row.presence, Presence::Cancelled | Presence::Declined);
                    tally.cancelled_one_on_ones += u32::from(one_on_one && off);
                }
                Object::Commit(_) | Object::Occurrence(_) | Object::Logged(_) | Object::Item(_) | Object::Entry(_) => {}
            }
        }
    }

    fn finish(mut self) -> Timeline {
        if let Some(window) = self.timeline.window {
            let meetings: Vec<_> = self.meetings.runs().collect();
            let blocked: Vec<_> = self.blocked.or(&self.away).runs().collect();
            self.timeline.focus = Focus::of_day(window, &meetings, &blocked);
        }
        self.timeline.double_booked = self.doubled.count();
        self.timeline.slots.sort_by_key(|slot| (slot.start, slot.end));
        self.timeline.reaches.sort_by_key(|reach| (reach.start, reach.end));
        self.timeline
    }
}

/// The shape of source a row comes from: the first part of its source's id.
fn source_of(row: &Row<'_>) -> SourceKind {
    let evidence = row.item.evidence;
    let named = evidence.source.split_once(':').and_then(|(kind, _)| SourceKind::from_id(kind));
    named.unwrap_or(match evidence.object {
        Object::Commit(_) | Object::Item(_) => SourceKind::Git,
        Object::Occurrence(_) => SourceKind::Calendar,
        Object::Logged(_) => SourceKind::Days,
        Object::Entry(_) => SourceKind::TimeLog,
    })
}

/// True for a commit that is the person's own work: no merge, no copy, no bot, not taken out by a rule.
pub(super) fn is_own_commit(row: &Row<'_>, commit: &Commit) -> bool {
    row.item.evidence.verb == Verb::Committed
        && row.item.evidence.role == RoleInEvent::Author
        && no_work(row, commit).is_none()
}

/// Why a row of a commit takes no time whatever the day looks like; `None` where it may.
pub(super) fn no_work(row: &Row<'_>, commit: &Commit) -> Option<Remark> {
    let evidence = row.item.evidence;
    let reviewed = evidence.role == RoleInEvent::Reviewer;
    match commit.standing {
        _ if matches!(row.kind(), Kind::NotCounted(_)) => Some(Remark::Excluded),
        _ if evidence.verb == Verb::Merged || (commit.is_merge() && !reviewed) => Some(Remark::Merge),
        _ if commit.bot && !commit.assisted && evidence.role == RoleInEvent::Author => Some(Remark::Bot),
        Standing::CopyOf(_) => Some(Remark::Copy),
        Standing::SquashOf(_) if !reviewed => Some(Remark::SquashKnown),
        Standing::SquashOf(_) | Standing::Original | Standing::Squash => None,
    }
}
