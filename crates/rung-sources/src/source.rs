//! A source is a stream of pages with a cursor: files give a page each; a live service would give
//! them one request at a time.
//!
//! ```text
//! page, page, page ... -> drain -> evidence of the window, each fact once, oldest first
//!                                  problems; what was seen and not used, counted; the manifest
//! ```

use std::{collections::BTreeMap, path::Path, sync::Arc};

use jiff::{Timestamp, civil::Date, tz::TimeZone};
use rung_model::{
    activity::Activity,
    evidence::{Evidence, When},
    manifest::{Manifest, SourceKind},
    problem::Problem,
};

use crate::{progress::Progress, read::Read};

/// The days asked for. Facts of everyone are given: whose they are is settled later.
#[derive(Clone, Copy, Debug)]
pub struct Query<'a> {
    /// First day.
    pub first: Date,
    /// Last day, included.
    pub last: Date,
    /// Zone that days and floating times are read in.
    pub zone: &'a TimeZone,
}

impl Query<'_> {
    /// True where the fact touches a day asked for.
    pub fn wants(&self, when: &When) -> bool {
        let day = |at: &Timestamp| self.zone.to_datetime(*at).date();
        let (from, to) = match when {
            When::Instant { at, .. } => (day(at), day(at)),
            When::Interval { start, end, .. } => (day(start), day(end)),
            When::AllDay { first, after } => (*first, after.yesterday().unwrap_or(*after)),
            When::Amount { day, .. } => (*day, *day),
        };
        from <= self.last && self.first <= to
    }
}

/// One page of a source.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// The facts in it, in any order; a fact may stand on several pages.
    pub evidence: Vec<Evidence>,
    /// What went wrong or was guessed.
    pub problems: Vec<Problem>,
    /// What was understood and is no work of a person, by its kind: `star`, `by automation`.
    pub unused: BTreeMap<String, u64>,
    /// Where to go on after this page; `None` after the last one.
    pub cursor: Option<String>,
}

impl Page {
    /// Counts one thing that was understood and is not used.
    pub fn not_used(&mut self, what: &str) {
        match self.unused.get_mut(what) {
            Some(count) => *count += 1,
            None => {
                self.unused.insert(what.to_owned(), 1);
            }
        }
    }
}

/// Pages, one after the other.
pub trait Pages {
    /// The next page; `None` where there is none left.
    fn next_page(&mut self) -> Option<Page>;
}

/// What a source of one kind can ever see, in activities and in words.
#[derive(Clone, Copy, Debug)]
pub struct Sight {
    /// Its shape.
    pub kind: SourceKind,
    /// Activities it can ever see.
    pub sees: &'static [Activity],
    /// In words: what it can see.
    pub can_see: &'static str,
    /// In words: what it can never see.
    pub never_sees: &'static str,
}

/// Reads all pages: facts outside the days asked for are left out, each fact is kept once, oldest first.
pub fn drain(pages: &mut dyn Pages, sight: &Sight, path: &Path, query: &Query<'_>, progress: &dyn Progress) -> Read {
    let name = path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned());
    let (mut evidence, mut problems, mut unused) = (Vec::new(), Vec::new(), BTreeMap::new());
    progress.begin(&format!("Reading {}", path.display()), None);
    while let Some(page) = pages.next_page() {
        evidence.extend(page.evidence.into_iter().filter(|fact| query.wants(&fact.when)));
        problems.extend(page.problems);
        for (what, count) in page.unused {
            *unused.entry(what).or_default() += count;
        }
        progress.advance(1);
    }
    progress.end();
    // In place: a year of an organisation is millions of facts.
    evidence.sort_unstable_by_key(|fact| (moment(&fact.when, query.zone), fact.id));
    let mut seen = std::collections::HashSet::with_capacity(evidence.len());
    evidence.retain(|fact| seen.insert(fact.id));
    drop(seen);
    let day = |fact: &Evidence| moment(&fact.when, query.zone).map(|at| query.zone.to_datetime(at).date());
    let manifest = Manifest {
        id: Arc::from(format!("{}:{name}", sight.kind.id())),
        kind: sight.kind,
        path: path.display().to_string(),
        days: evidence.first().and_then(day).zip(evidence.last().and_then(day)),
        newest: evidence.last().and_then(|fact| moment(&fact.when, query.zone)),
        sees: sight.sees.to_vec(),
        can_see: sight.can_see,
        never_sees: sight.never_sees,
        rows: evidence.len(),
    };
    Read { evidence, manifest, problems, unused }
}

/// Where a fact stands in time: whole days and amounts at the start of their day.
fn moment(when: &When, zone: &TimeZone) -> Option<Timestamp> {
    match when {
        When::Instant { at, .. } => Some(*at),
        When::Interval { start, .. } => Some(*start),
        When::AllDay { first: day, .. } | When::Amount { day, .. } => zone.to_timestamp(day.at(0, 0, 0, 0)).ok(),
    }
}
