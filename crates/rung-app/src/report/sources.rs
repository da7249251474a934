//! The sources of a reading: what each can see, and what it showed.

use rung_measure::period::PeriodReading;
use rung_model::{bucket::Bucket, framework::Framework, manifest::Manifest};

use crate::{answer::SourceLine, measured::Measured};

/// Which buckets any of the sources can ever see, in [`Bucket::ALL`] order.
pub(super) fn visible(manifests: &[Manifest], framework: &Framework) -> [bool; 4] {
    let mut seen = [false; 4];
    for activity in manifests.iter().flat_map(|m| &m.sees) {
        let weights = framework.activities.weights(*activity);
        for bucket in Bucket::ALL {
            seen[bucket.index()] |= weights[bucket.index()] > 0.0;
        }
    }
    seen
}

/// Kinds of source that gave evidence in the period.
pub(super) fn kinds_with_rows(reading: &PeriodReading) -> u32 {
    u32::try_from(reading.totals.rows.values().filter(|rows| **rows > 0).count()).unwrap_or(u32::MAX)
}

/// One line a source: its rows in the window, and the share of working time it showed.
pub(super) fn lines(manifests: &[Manifest], measured: &Measured<'_>, window: &PeriodReading) -> Vec<SourceLine> {
    let whole = window.totals.whole();
    let minutes = measured.minutes_by_source();
    manifests
        .iter()
        .map(|manifest| {
            let rows = measured.items.iter().filter(|item| item.evidence.source == manifest.id).count();
            let minutes = minutes.get(&manifest.id).copied().unwrap_or(0.0);
            SourceLine {
                manifest: manifest.clone(),
                rows: u32::try_from(rows).unwrap_or(u32::MAX),
                share: if whole > 0.0 { minutes / whole } else { 0.0 },
            }
        })
        .collect()
}
