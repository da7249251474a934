//! `[[source]]`, `[[split]]` and `[[hands_on]]`.

use std::collections::BTreeMap;

use rung_model::{
    bucket::Bucket,
    framework::{Basis, HandsOn, Part, Source, SplitClaim, USUAL_CONCENTRATION},
};

use super::{known, only_these, provenance};
use crate::strict::Table;

pub(super) fn source(table: &Table<'_>) -> Option<Source> {
    let (key, title, by) = (table.need("key"), table.need("title"), table.need("by"));
    let key = key?;
    if !key.chars().all(|c| c.is_ascii_alphabetic()) {
        let what = format!("the key `{key}` has more than letters in it");
        table.refuse("key", "bad-source-key", what, "use letters alone");
    }
    Some(Source { key, title: title?, by: by?, license: table.label("license") })
}

pub(super) fn split(table: &Table<'_>) -> Option<SplitClaim> {
    let role = table.need("role");
    let mut parts = BTreeMap::new();
    let mut whole = true;
    for bucket in Bucket::ALL {
        if table.has(bucket.id()) {
            match table.table(bucket.id()).and_then(|inner| part(&inner.called(table.what()))) {
                Some(part) => {
                    parts.insert(bucket, part);
                }
                None => whole = false,
            }
        }
    }
    let k = table.number("k");
    if k.is_some_and(|k| k <= 0.0) {
        table.refuse("k", "bad-concentration", "the concentration k is not above 0", "give a number such as 20");
    }
    let (basis, source) = basis(table);
    if parts.is_empty() && whole {
        let mend = "add strategy, people or building, each as { mean = 0.3 } or { min = 0.2, max = 0.4 }";
        table.refuse("role", "split-empty", "the split names no bucket", mend);
        whole = false;
    }
    let (role, basis, note) = (role?, basis?, table.label("note"));
    if !whole {
        return None;
    }
    match SplitClaim::of(role, parts) {
        Ok(mut claim) => {
            claim.position = table.label("position");
            claim.k = k.filter(|k| *k > 0.0).unwrap_or(USUAL_CONCENTRATION);
            (claim.basis, claim.source, claim.note, claim.from) = (basis, source, note, provenance(table));
            Some(claim)
        }
        Err(error) => {
            table.refuse("role", "bad-split", error.to_string(), "give each bucket a part of the week from 0 to 1");
            None
        }
    }
}

/// `{ mean, min, max }`, at least one of them.
fn part(table: &Table<'_>) -> Option<Part> {
    only_these(table, &["mean", "min", "max"]);
    let read = ["mean", "min", "max"].map(|key| (table.has(key), share(table, key)));
    if read.iter().all(|(there, _)| !there) {
        let what = "a bucket of the split has neither mean, min nor max";
        let place = table.place();
        table.add(place.problem(rung_model::problem::Severity::Error, "split-empty", what, "add mean = 0.3"));
        return None;
    }
    if read.iter().any(|(there, share)| *there && share.is_none()) {
        return None;
    }
    let [(_, mean), (_, min), (_, max)] = read;
    let backwards = [(min, max), (min, mean), (mean, max)]
        .into_iter()
        .find_map(|(low, high)| low.zip(high).filter(|(low, high)| low > high));
    if let Some((low, high)) = backwards {
        table.refuse(
            "min",
            "range-backwards",
            format!("the range runs from {low} down to {high}"),
            "put min, mean and max in order",
        );
        return None;
    }
    Some(Part { mean, min, max })
}

pub(super) fn hands_on(table: &Table<'_>) -> Option<HandsOn> {
    for key in ["min", "max"] {
        table.needs(key);
    }
    let (role, min, max) = (table.need("role"), share(table, "min"), share(table, "max"));
    let (basis, source) = basis(table);
    if let (Some(min), Some(max)) = (min, max)
        && min > max
    {
        table.refuse("min", "range-backwards", format!("the range runs from {min} down to {max}"), "swap min and max");
        return None;
    }
    Some(HandsOn {
        role: role?,
        position: table.label("position"),
        min: min?,
        max: max?,
        basis: basis?,
        source,
        note: table.label("note"),
        from: provenance(table),
    })
}

fn share(table: &Table<'_>, key: &str) -> Option<f64> {
    let share = table.number(key)?;
    let fits = (0.0..=1.0).contains(&share);
    if !fits {
        let mend = "give a part of the week from 0 to 1: 30 % is 0.3";
        table.refuse(key, "bad-share", format!("{share} is no share"), mend);
    }
    fits.then_some(share)
}

/// The basis, and the source where it is published. What was imported is its own source.
fn basis(table: &Table<'_>) -> (Option<Basis>, Option<String>) {
    table.needs("basis");
    let basis = known(table, "basis", &Basis::ALL);
    let source = table.label("source");
    match (basis, &source) {
        (Some(Basis::Sourced), None) if !table.has("origin") => {
            let mend = "add source = \"KEY\", or say basis = \"synthesis\"";
            table.refuse("basis", "source-missing", "it says it is sourced and names no source", mend);
        }
        (Some(Basis::Synthesis), Some(_)) => {
            let mend = "take the source out, or say basis = \"sourced\"";
            table.refuse("source", "source-of-synthesis", "it names a source and says it is a synthesis", mend);
        }
        _ => {}
    }
    (basis, source)
}
