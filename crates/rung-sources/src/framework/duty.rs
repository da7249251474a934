//! `[[responsibility]]` and `[[activity]]`.

use rung_model::{
    activity::Activity,
    bucket::Bucket,
    framework::{Duty, Holding},
};

use super::role::{known, list};
use crate::{
    rules::weights,
    strict::{Table, did_you_mean, one_of},
};

pub(super) fn duty(table: &Table<'_>) -> Option<Duty> {
    table.only(&["id", "name", "bucket", "owner", "shared", "stated", "source_bucket", "traces"]);
    for key in ["bucket", "owner", "stated"] {
        table.needs(key);
    }
    let (id, name, bucket) = (table.need("id"), table.need("name"), bucket(table, "bucket"));
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
        stated: stated
            .into_iter()
            .map(|key| {
                let bucket = filed.iter().find(|(filed, _)| *filed == key).map(|(_, bucket)| *bucket);
                (key, bucket)
            })
            .collect(),
        id: id?,
        name: name?,
        bucket: bucket?,
    })
}

/// The buckets sources file their statements under.
fn filed(table: &Table<'_>, stated: &[String]) -> Vec<(String, Bucket)> {
    let Some(inner) = table.table("source_bucket").map(|inner| inner.called(table.what())) else { return Vec::new() };
    let mut filed = Vec::new();
    for key in inner.keys() {
        if !stated.iter().any(|stated| stated == key) {
            let mend = did_you_mean(key, stated.iter().map(String::as_str), "add it to `stated`, or take it out");
            inner.refuse(key, "unknown-statement", format!("`{key}` is not among the statements of this duty"), mend);
        }
        filed.extend(bucket(&inner, key).map(|bucket| (key.to_owned(), bucket)));
    }
    filed
}

pub(super) fn activity(table: &Table<'_>) -> Option<(Activity, [f64; 4])> {
    table.only(&["id", "bucket", "weights"]);
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
    Some((activity?, row?))
}

/// A bucket by its machine name.
pub(super) fn bucket(table: &Table<'_>, key: &str) -> Option<Bucket> {
    known(table, key, &Bucket::ALL.map(|bucket| (bucket.id(), bucket)))
}

fn activity_named(table: &Table<'_>, key: &str, text: &str) -> Option<Activity> {
    let activity = Activity::from_id(text);
    if activity.is_none() {
        let ids: Vec<&str> = Activity::ALL.iter().map(|activity| activity.id()).collect();
        let what = format!("`{}` is no activity", text.escape_debug());
        table.refuse(key, "unknown-activity", what, one_of(text, &ids));
    }
    activity
}
