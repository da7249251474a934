//! What fuzzing holds every time log to: it is read without a panic, and the same twice.

use std::{collections::HashSet, sync::Arc};

use jiff::{civil::Date, tz::TimeZone};
use rung_model::{
    account::Account,
    evidence::{Evidence, When},
    manifest::SourceKind,
};

use super::{activitywatch, files::page_of, reading::Log};
use crate::{
    source::{Page, Query},
    strict::Text,
};

/// Reads any bytes as a time log; their first byte says of which kind. Panics where a law is broken.
pub fn probe(bytes: &[u8]) {
    let Some((first, rest)) = bytes.split_first() else { return };
    let kinds = [SourceKind::TimeLog, SourceKind::Timewarrior, SourceKind::ActivityWatch, SourceKind::Toggl];
    let Some(kind) = kinds.get(usize::from(*first) % kinds.len()) else { return };
    let zone = TimeZone::get("Europe/Berlin").unwrap_or(TimeZone::UTC);
    let log = Log {
        kind: *kind,
        source: "probe".into(),
        person: Arc::new(Account::new("Ines Halvorsen", "ines@harbour.example")),
        query: Query { first: Date::MIN, last: Date::MAX, zone: &zone },
    };
    let read = || match kind {
        SourceKind::ActivityWatch => activitywatch::page_of(&log, "probe.json", rest),
        _ => {
            let text = String::from_utf8_lossy(rest).replace('\0', " ");
            page_of(&log, &Text { file: "probe".into(), text })
        }
    };
    let page = read();
    assert_eq!(page.evidence, read().evidence, "the same twice");
    laws(&page);
}

fn laws(page: &Page) {
    let mut seen: HashSet<_> = HashSet::new();
    for Evidence { id, when, .. } in &page.evidence {
        match when {
            When::Interval { start, end, .. } => assert!(start < end, "{when:?}"),
            When::Amount { minutes, .. } => {
                assert!((1..=1_440).contains(minutes), "{when:?}");
                assert!(seen.insert(*id), "two amounts with one id");
            }
            When::Instant { .. } | When::AllDay { .. } => panic!("no entry has {when:?}"),
        }
    }
    for problem in &page.problems {
        assert!(!problem.what.is_empty() && !problem.what.ends_with('.') && !problem.mend.ends_with('.'), "{problem}");
    }
}
