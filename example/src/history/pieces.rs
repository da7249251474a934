//! From traces to signed pieces of work, gathered into changes, and to reviews.

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::{Piece, Signature};
use crate::{
    clock::moment,
    diary::{Diary, Place, Trace, TraceKind},
    random::Random,
    script::cast::{CAST, Member, member},
};

/// A change that has not landed yet.
#[derive(Clone, Debug)]
pub(super) struct Waiting {
    /// Person id of its author.
    pub(super) author: &'static str,
    /// Repository.
    pub(super) repository: &'static str,
    /// Commits, oldest first.
    pub(super) pieces: Vec<Piece>,
    /// When its last commit was made.
    pub(super) ready: Timestamp,
    /// True where nobody is asked to look at it.
    pub(super) direct: bool,
}

/// A review that somebody gave.
#[derive(Clone, Debug)]
pub(super) struct Review {
    /// Person id.
    pub(super) reviewer: &'static str,
    /// Who and when, as git writes it.
    pub(super) signature: Signature,
}

/// The longest stretch from the first commit of a change to its last, in seconds.
const DAY: i64 = 36_000;

const VERBS: [&str; 12] =
    ["Add", "Round", "Split", "Guard", "Rename", "Simplify", "Reject", "Cache", "Log", "Backfill", "Retry", "Move"];
const NOUNS: [&str; 16] = [
    "payout batches",
    "fee rounding",
    "netting windows",
    "cut-off times",
    "ledger postings",
    "currency pairs",
    "reconciliation rows",
    "settlement files",
    "duplicate payouts",
    "bank holidays",
    "statement lines",
    "reversal entries",
    "audit trails",
    "queue limits",
    "balance checks",
    "report columns",
];

/// Everybody's changes and reviews, each in order of time.
pub(super) fn gather(seed: u64, diaries: &BTreeMap<&'static str, Diary>) -> (Vec<Waiting>, Vec<Review>) {
    let mut changes = Vec::new();
    let mut reviews = Vec::new();
    for member in CAST.iter().filter(|member| !member.signs.is_empty()) {
        let traces = diaries.get(member.id).map_or(&[][..], |diary| &diary.traces);
        let mut random = Random::of(seed, &["pieces", member.id]);
        let mut open: Option<Waiting> = None;
        let mut room = 0;
        for trace in traces {
            match trace.kind {
                TraceKind::Review => {
                    reviews.push(Review { reviewer: member.id, signature: sign(&mut random, member, trace) });
                }
                TraceKind::Commit { place, co_author } => {
                    let piece = piece(&mut random, member, trace, place, co_author);
                    let began = open.as_ref().and_then(|change| change.pieces.first()).map(|first| first.author.at);
                    let same_day = began.is_some_and(|began| piece.author.at.as_second() - began.as_second() < DAY);
                    if room == 0 || !same_day {
                        changes.extend(open.take());
                        room = random.between(1, 4);
                        let repository = repository(&mut random, member);
                        let direct = random.chance(0.3);
                        let ready = piece.author.at;
                        open = Some(Waiting { author: member.id, repository, pieces: Vec::new(), ready, direct });
                    }
                    room -= 1;
                    if let Some(change) = &mut open {
                        change.ready = piece.author.at;
                        change.pieces.push(piece);
                    }
                }
            }
        }
        changes.extend(open);
    }
    changes.sort_by_key(|change| (change.ready, change.author));
    reviews.sort_by_key(|review| (review.signature.at, review.reviewer));
    (changes, reviews)
}

fn repository(random: &mut Random, member: &Member) -> &'static str {
    let place = random.weighted(member.teams.iter().map(|(_, share)| *share));
    match (place.and_then(|place| member.teams.get(place)), random.chance(0.08)) {
        (Some(("settlement", _)), false) | (Some(("ledger", _)), true) => "settlement",
        _ => "ledger",
    }
}

/// One of the names and addresses the member signs with.
fn sign(random: &mut Random, member: &Member, trace: &Trace) -> Signature {
    let place = random.weighted(member.signs.iter().map(|(_, _, weight)| *weight)).unwrap_or(0);
    let (name, address, _) = member.signs.get(place).copied().unwrap_or((member.name, member.address(), 1.0));
    let rules = member.city.rules();
    let second = i64::from(random.between(0, 59));
    let at = moment(trace.at, &rules).saturating_add(jiff::Span::new().seconds(second)).unwrap_or_default();
    Signature { name: name.to_owned(), address: address.to_owned(), at, offset: rules.to_offset(at).seconds() }
}

fn piece(random: &mut Random, author: &Member, trace: &Trace, place: Place, with: Option<&'static str>) -> Piece {
    let verb = random.pick(&VERBS).copied().unwrap_or_default();
    let noun = random.pick(&NOUNS).copied().unwrap_or_default();
    let mut trailers = Vec::new();
    if let Some(partner) = with.and_then(member) {
        trailers.push(format!("Co-authored-by: {} <{}>", partner.name, partner.address()));
    }
    let leaning = if author.id == "tobi-adeyemi" { 0.3 } else { 0.04 };
    if random.chance(leaning) {
        trailers.push("Assisted-by: Codewright:harbour-large".to_owned());
    }
    Piece { author: sign(random, author, trace), place, subject: format!("{verb} {noun}"), trailers }
}
