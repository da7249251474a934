//! `[[responsibility]]`, `[[spectrum]]`, `[[norm]]` and `[[activity]]`.

use std::collections::{BTreeMap, HashSet};

use rung_model::{
    activity::Activity,
    bucket::Bucket,
    framework::{Duty, Holding, Norm, Place, Spectrum},
};

use super::{cleaned, known, list, provenance, role::span, shown};
use crate::{
    rules::weights,
    strict::{Table, did_you_mean, one_of},
};

/// Most statements a misspelt one is compared with.
const MOST_COMPARED: usize = 100;

pub(super) fn duty(table: &Table<'_>) -> Option<Duty> {
    table.needs("owner");
    let (id, name) = (table.need("id"), table.need("name"));
    let bucket = bucket(table, "bucket");
    let stated = list(table, "stated");
    let filed = filed(table, &stated);
    let traces = table.texts("traces").into_iter().filter_map(|(text, _)| activity_named(table, "traces", text));
    let holding = match table.flag("shared") {
        Some(true) => Holding::Shared,
        Some(false) => Holding::Exclusive,
        None => Holding::Unstated,
    };
    Some(Duty {
        traces: traces.collect(),
        owners: list(table, "owner"),
        holding,
        partners: list(table, "partners"),
        able_to_act: list(table, "able_to_act"),
        stated: stated
            .into_iter()
            .map(|key| {
                let bucket = filed.get(&key).copied();
                (key, bucket)
            })
            .collect(),
        id: id?,
        name: name?,
        bucket,
        from: provenance(table),
    })
}

/// The buckets sources file their statements under.
fn filed(table: &Table<'_>, stated: &[String]) -> BTreeMap<String, Bucket> {
    let mut filed = BTreeMap::new();
    let Some(inner) = table.table("source_bucket").map(|inner| inner.called(table.what())) else { return filed };
    let known: HashSet<&str> = stated.iter().map(String::as_str).collect();
    for key in inner.keys() {
        if !known.contains(key) {
            let near = stated.iter().take(MOST_COMPARED).map(String::as_str);
            let mend = did_you_mean(key, near, "add it to `stated`, or take it out");
            let what = format!("`{}` is not among the statements of this duty", shown(key));
            inner.refuse(key, "unknown-statement", what, mend);
        }
        filed.extend(bucket(&inner, key).map(|bucket| (key.to_owned(), bucket)));
    }
    filed
}

pub(super) fn spectrum(table: &Table<'_>) -> Option<Spectrum> {
    let (id, name) = (table.need("id"), table.need("name"));
    table.needs("poles");
    let poles: Result<[String; 2], _> = list(table, "poles").try_into();
    if poles.is_err() {
        table.refuse("poles", "two-poles", "a spectrum has two poles", "write poles = [\"one\", \"other\"]");
    }
    let healthy = table.table("healthy").and_then(|inner| span(&inner.called(table.what())));
    let fits = healthy.is_none_or(|span| 0.0 <= span.min && span.min <= span.max && span.max <= 1.0);
    if !fits {
        let mend = "give min and max from 0 at the first pole to 1 at the second";
        table.refuse("healthy", "bad-share", "the healthy range is no part of the spectrum", mend);
    }
    let mut pairs = Vec::new();
    for (pair, place) in table.lists("pairs") {
        match <[String; 2]>::try_from(pair) {
            Ok(pair) => pairs.push(pair.map(|text| cleaned(table, "pairs", &text, &place))),
            Err(_) => {
                let mend = "write pairs = [[\"one\", \"other\"], ...]";
                let severity = rung_model::problem::Severity::Error;
                table.add(place.problem(severity, "two-poles", "an entry of `pairs` is no pair of texts", mend));
            }
        }
    }
    Some(Spectrum {
        id: id?,
        name: name?,
        poles: poles.ok()?,
        healthy: healthy.filter(|_| fits),
        pairs,
        text: table.label("text"),
        from: provenance(table),
    })
}

pub(super) fn norm(table: &Table<'_>) -> Option<Norm> {
    let (id, text, source) = (table.need("id"), table.need("text"), table.need("source"));
    Some(Norm { id: id?, text: text?, source: source? })
}

pub(super) fn activity(table: &Table<'_>) -> Option<(Activity, [f64; 4], Place)> {
    table.needs("id");
    let activity = table.text("id").and_then(|text| activity_named(table, "id", text));
    let row = match (table.has("bucket"), table.has("weights")) {
        (true, false) => bucket(table, "bucket").map(|bucket| {
            let mut row = [0.0; 4];
            row[bucket.index()] = 1.0;
            row
        }),
        (false, true) => table.table("weights").and_then(|inner| weights(&inner.called(table.what()))),
        _ => {
            table.refuse("bucket", "one-outcome", "it needs a bucket or weights, and not both", "give one of the two");
            None
        }
    };
    Some((activity?, row?, table.place()))
}

/// A bucket by its machine name.
pub(super) fn bucket(table: &Table<'_>, key: &str) -> Option<Bucket> {
    known(table, key, &Bucket::ALL.map(|bucket| (bucket.id(), bucket)))
}

fn activity_named(table: &Table<'_>, key: &str, text: &str) -> Option<Activity> {
    let activity = Activity::from_id(text);
    if activity.is_none() {
        let ids: Vec<&str> = Activity::ALL.iter().map(|activity| activity.id()).collect();
        let what = format!("`{}` is no activity", shown(text));
        table.refuse(key, "unknown-activity", what, one_of(text, &ids));
    }
    activity
}
