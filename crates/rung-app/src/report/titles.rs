//! Titles no rule knows: what a person could name to sharpen their own reading.

use std::collections::BTreeMap;

use rung_model::{
    evidence::{Object, When},
    kind::Kind,
};

use crate::measured::Measured;

/// Unclassified titles with their scheduled minutes, most minutes first; private events have none.
pub(super) fn unknown(measured: &Measured<'_>) -> Vec<(String, f64)> {
    let mut minutes: BTreeMap<&str, f64> = BTreeMap::new();
    for item in &measured.items {
        let Object::Occurrence(occurrence) = &item.evidence.object else { continue };
        let (Some(title), When::Interval { start, end, .. }) = (&occurrence.title, &item.evidence.when) else {
            continue;
        };
        let weight = rung_measure::presence::weight(occurrence, false).point;
        if item.recognition.kind == Kind::Unclassified && weight > 0.0 {
            *minutes.entry(title).or_default() += weight * (end.as_second() - start.as_second()) as f64 / 60.0;
        }
    }
    let mut titles: Vec<(String, f64)> = minutes.into_iter().map(|(t, m)| (t.to_owned(), m)).collect();
    titles.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    titles
}
