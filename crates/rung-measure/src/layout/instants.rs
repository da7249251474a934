//! Instants: each ends a block of work that is reckoned backwards (MEASURE section 5).
//!
//! ```text
//! previous            t
//!    |####free####|MM|##|     previous within the cap: point = the free gap, low = min(low, gap)
//!        cap|.........|##|    none within the cap: opens a session, point = min(typical, free),
//!                             high = all that is free within the cap
//! ```

use rung_model::{
    commit::Standing,
    evidence::{EvidenceId, Object, Quality, RoleInEvent, Verb},
    kind::Kind,
    prior::{InstantKind, Prior},
};

use super::{
    gather::{Group, Row},
    note::Remark,
    sheet::{Claim, Sheet, no_work},
    timeline::{Basis, Certainty},
};
use crate::minute_set::MinuteSet;

/// Minutes from authoring to committing over which a commit is of low quality: 24 hours.
const LATE: i64 = 1_440;

impl<'a> Sheet<'a> {
    /// Reckons every instant of the day, then what co-authored commits may have taken.
    pub(super) fn reckon_instants(&mut self) {
        let mut previous: Option<(u16, EvidenceId)> = None;
        let mut co_authored = Vec::new();
        let replaced = self.logged_activities();
        for row in self.group(Group::Instant) {
            if let Some(what) = self.takes_no_time(row, replaced) {
                self.note(row, what);
            } else if row.item.evidence.role == RoleInEvent::CoAuthor {
                co_authored.push(row);
            } else {
                self.reckon(row, previous);
                previous = Some((row.start, row.id()));
            }
        }
        self.reckon_co_authored(&co_authored);
    }

    /// The minutes all instants would take if no amount were placed: where amounts had better not go.
    pub(super) fn scout(&self) -> MinuteSet {
        let mut claimed = MinuteSet::EMPTY;
        let mut previous = None;
        let replaced = self.logged_activities();
        for row in self.group(Group::Instant) {
            let counts = row.item.evidence.role != RoleInEvent::CoAuthor;
            if counts && self.takes_no_time(row, replaced).is_none() {
                claimed.add(&self.reach_back(row, previous).point);
                previous = Some(row.start);
            }
        }
        claimed
    }

    fn takes_no_time(&self, row: &Row<'_>, replaced: u32) -> Option<Remark> {
        if let Object::Commit(commit) = &row.item.evidence.object
            && let Some(what) = no_work(row, commit)
        {
            return Some(what);
        }
        if row.item.evidence.verb == Verb::Merged {
            return Some(Remark::Merge);
        }
        if matches!(row.kind(), Kind::NotCounted(_)) {
            return Some(Remark::Excluded);
        }
        if self.timeline.logged_whole {
            return Some(Remark::LoggedWhole);
        }
        if let Kind::Activity(activity) = row.kind()
            && replaced >> activity.index() & 1 == 1
        {
            return Some(Remark::LoggedInstead);
        }
        if self.sure.ends_inside(row.start) {
            let holder = self.holders.iter().find(|(held, _)| held.ends_inside(row.start));
            let holder = holder.map_or(row.id(), |(_, id)| *id);
            let logged = self.logged.ends_inside(row.start);
            return Some(if logged { Remark::InsideLogged(holder) } else { Remark::InsideMeeting(holder) });
        }
        None
    }

    fn reckon(&mut self, row: &Row<'_>, previous: Option<(u16, EvidenceId)>) {
        let block = self.reach_back(row, previous.map(|(at, _)| at));
        self.note_quality(row);
        match previous {
            _ if is_squash(row) => self.note(row, Remark::Squash),
            Some((_, id)) if block.follows => self.note(row, Remark::Follows(id)),
            _ => self.note(row, Remark::Opens),
        }
        self.claimed.add(&block.point);
        let claim = Claim {
            kind: row.kind(),
            low: block.low,
            point: block.point,
            high: block.high,
            weight: 1.0,
            basis: Basis::Inferred,
            certainty: if is_doubtful(row) { Certainty::Doubtful } else { Certainty::Estimated },
            prior: Some(prior_kind(row)),
        };
        self.book(row, &claim);
    }

    /// The block of work an instant ends.
    fn reach_back(&self, row: &Row<'_>, previous: Option<u16>) -> Block {
        let at = row.start;
        let (low, typical, cap) = whole_minutes(self.settings.priors.get(prior_kind(row)));
        let from = at.saturating_sub(cap).max(previous.unwrap_or(0));
        let follows = previous.is_some_and(|previous| at - previous <= cap);
        let fixed = self.sure.or(&self.blocked).or(&self.placed);
        // The most, as if tentative meetings did not happen; the rest, as if they did.
        let widest = MinuteSet::range(from, at).minus(&fixed);
        let free = widest.minus(&self.soft);
        let gap = free.count();
        let squash = is_squash(row);
        let minutes = if follows && !squash { gap } else { gap.min(u32::from(typical)) };
        let point = free.latest(minutes);
        let low = if is_doubtful(row) { MinuteSet::EMPTY } else { point.latest(u32::from(low)) };
        Block { low, point, high: if squash { point } else { widest }, follows }
    }

    /// Someone else's commit: no point; at most what its author may have taken, in one's own free time.
    fn reckon_co_authored(&mut self, rows: &[&'a Row<'a>]) {
        let mut taken = self.sure.or(&self.blocked).or(&self.placed).or(&self.claimed);
        for row in rows {
            let (_, _, cap) = whole_minutes(self.settings.priors.get(prior_kind(row)));
            let high = MinuteSet::range(row.start.saturating_sub(cap), row.start).minus(&taken);
            taken.add(&high);
            self.note(row, Remark::CoAuthor(high.count() as u16));
            let none = MinuteSet::EMPTY;
            let claim = Claim {
                high,
                prior: Some(prior_kind(row)),
                ..Claim::exact(row.kind(), none, Basis::Inferred, Certainty::Doubtful)
            };
            self.book(row, &claim);
        }
    }

    fn note_quality(&mut self, row: &Row<'_>) {
        let evidence = row.item.evidence;
        if evidence.quality == Quality::Derived {
            self.note(row, Remark::Derived);
        }
        if let Object::Commit(commit) = &evidence.object
            && evidence.verb == Verb::Committed
        {
            if commit.assisted {
                self.note(row, Remark::Assisted);
            }
            if commit.lag_minutes > LATE {
                self.note(row, Remark::Late);
            }
        }
    }
}

struct Block {
    low: MinuteSet,
    point: MinuteSet,
    high: MinuteSet,
    follows: bool,
}

/// True for an instant that shows the person at work at that very minute: their own act, no trailer.
pub(super) fn shows_presence(row: &Row<'_>) -> bool {
    let evidence = row.item.evidence;
    let own = evidence.role != RoleInEvent::CoAuthor && evidence.quality != Quality::Derived;
    own && match &evidence.object {
        Object::Commit(commit) => no_work(row, commit).is_none(),
        Object::Occurrence(_) | Object::Logged(_) | Object::Item(_) | Object::Entry(_) => true,
    }
}

/// The prior an instant takes: a review, a comment or a ticket edit is one whatever it is about; a commit
/// goes by its kind.
fn prior_kind(row: &Row<'_>) -> InstantKind {
    match (row.item.evidence.verb, row.kind()) {
        (Verb::Reviewed, _) => InstantKind::CodeReview,
        (Verb::Commented, _) => InstantKind::Comment,
        (Verb::Opened | Verb::MovedIssue, _) => InstantKind::TicketEdit,
        (Verb::Deployed, _) => InstantKind::Release,
        (Verb::Acknowledged, _) => InstantKind::Incident,
        (Verb::EditedDoc, _) => InstantKind::DesignDoc,
        (_, Kind::Activity(activity)) => InstantKind::of(activity),
        _ => InstantKind::Coding,
    }
}

/// True where the least is no time: made with an agent, committed late, or concluded from a trailer.
fn is_doubtful(row: &Row<'_>) -> bool {
    let evidence = row.item.evidence;
    let weak = match &evidence.object {
        Object::Commit(commit) if evidence.verb == Verb::Committed => commit.assisted || commit.lag_minutes > LATE,
        Object::Commit(_) | Object::Occurrence(_) | Object::Logged(_) | Object::Item(_) | Object::Entry(_) => false,
    };
    weak || evidence.quality == Quality::Derived
}

/// True for a squash whose own commits are not known.
fn is_squash(row: &Row<'_>) -> bool {
    let evidence = row.item.evidence;
    let commit = match &evidence.object {
        Object::Commit(commit) => commit.standing == Standing::Squash,
        Object::Occurrence(_) | Object::Logged(_) | Object::Item(_) | Object::Entry(_) => false,
    };
    evidence.verb == Verb::Committed && (commit || evidence.quality == Quality::Squashed)
}

/// A prior in whole minutes, low / typical / cap.
fn whole_minutes(prior: Prior) -> (u16, u16, u16) {
    let whole = |minutes: f64| minutes.round().clamp(0.0, 1_440.0) as u16;
    (whole(prior.low), whole(prior.typical), whole(prior.cap))
}
