//! `[[source]]`, `[[split]]` and `[[hands_on]]`.

use rung_model::{
    bucket::Bucket,
    framework::{Basis, HandsOn, Source, SplitClaim},
    split::Split,
};

use super::role::known;
use crate::strict::Table;

const BASES: [(&str, Basis); 2] = [("sourced", Basis::Sourced), ("synthesis", Basis::Synthesis)];

pub(super) fn source(table: &Table<'_>) -> Option<Source> {
    table.only(&["key", "title", "by", "license"]);
    let (key, title, by) = (table.need("key"), table.need("title"), table.need("by"));
    let key = key?;
    if !key.chars().all(|c| c.is_ascii_alphabetic()) {
        table.refuse(
            "key",
            "bad-source-key",
            format!("the key `{key}` has more than letters in it"),
            "use letters alone",
        );
    }
    Some(Source { key, title: title?, by: by?, license: table.label("license") })
}

pub(super) fn split(table: &Table<'_>) -> Option<SplitClaim> {
    table.only(&["role", "strategy", "people", "building", "k", "basis", "source", "note"]);
    let role = table.need("role");
    let means = Bucket::SPLIT.map(|bucket| mean(table, bucket.id()));
    table.needs("k");
    let k = table.number("k");
    if k.is_some_and(|k| k <= 0.0) {
        table.refuse("k", "bad-concentration", "the concentration k is not above 0", "give a number such as 20");
    }
    let (basis, source) = basis(table);
    let split = match means {
        [Some(s), Some(p), Some(b)] if (s + p + b - 1.0).abs() <= 1e-9 => Split::of(s, p, b).ok(),
        [Some(s), Some(p), Some(b)] => {
            let what = format!("the shares add up to {:.3}, not to 1", s + p + b);
            table.refuse("strategy", "split-not-one", what, "make strategy, people and building add up to 1");
            None
        }
        _ => None,
    };
    let note = table.label("note");
    Some(SplitClaim { role: role?, split: split?, k: k.filter(|k| *k > 0.0)?, basis: basis?, source, note })
}

pub(super) fn hands_on(table: &Table<'_>) -> Option<HandsOn> {
    table.only(&["role", "min", "max", "basis", "source", "note"]);
    let (role, min, max) = (table.need("role"), share(table, "min"), share(table, "max"));
    let (basis, source) = basis(table);
    if let (Some(min), Some(max)) = (min, max)
        && min > max
    {
        table.refuse("min", "range-backwards", format!("the range runs from {min} down to {max}"), "swap min and max");
        return None;
    }
    let note = table.label("note");
    Some(HandsOn { role: role?, min: min?, max: max?, basis: basis?, source, note })
}

/// `bucket = { mean = share }`.
fn mean(table: &Table<'_>, bucket: &str) -> Option<f64> {
    table.needs(bucket);
    let inner = table.table(bucket)?.called(table.what());
    inner.only(&["mean"]);
    share(&inner, "mean")
}

fn share(table: &Table<'_>, key: &str) -> Option<f64> {
    table.needs(key);
    let share = table.number(key)?;
    let fits = (0.0..=1.0).contains(&share);
    if !fits {
        table.refuse(
            key,
            "bad-share",
            format!("{share} is no share"),
            "give a part of the week from 0 to 1: 30 % is 0.3",
        );
    }
    fits.then_some(share)
}

/// The basis, and the source where it is published.
fn basis(table: &Table<'_>) -> (Option<Basis>, Option<String>) {
    table.needs("basis");
    let basis = known(table, "basis", &BASES);
    let source = table.label("source");
    match (basis, &source) {
        (Some(Basis::Sourced), None) => {
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
