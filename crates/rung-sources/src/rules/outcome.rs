//! The `set` of a rule: what a match is recognised as.

use rung_model::{
    activity::Activity,
    bucket::Bucket,
    kind::{Kind, NotCounted},
};

use crate::strict::{Table, one_of};

/// Written for work whose kind is deliberately left open.
const UNCLASSIFIED: &str = "unclassified";

/// Reads an outcome; `None` where it is wrong.
pub(super) fn read(table: &Table<'_>) -> Option<Kind> {
    table.only(&["activity", "weights", "exclude"]);
    let given = ["activity", "weights", "exclude"].iter().filter(|key| table.has(key)).count();
    if given != 1 {
        let what = format!("`set` names {given} of activity, weights and exclude");
        let key = table.keys().first().copied().unwrap_or("set");
        table.refuse(key, "one-outcome", what, "give exactly one of them");
        return None;
    }
    if table.has("activity") {
        return kind_named(table, "activity");
    }
    if table.has("weights") {
        return weights(&table.table("weights")?.called(table.what())).map(Kind::Weights);
    }
    if table.flag("exclude")? {
        return Some(Kind::NotCounted(NotCounted::Excluded));
    }
    table.refuse(
        "exclude",
        "exclude-false",
        "`exclude = false` says nothing",
        "take the rule out, or name an activity",
    );
    None
}

/// An activity, or something not counted, by its machine name.
pub(crate) fn kind_named(table: &Table<'_>, key: &str) -> Option<Kind> {
    let text = table.text(key)?;
    let uncounted = [NotCounted::Ooo, NotCounted::Personal, NotCounted::Travel, NotCounted::Focus];
    let kind = Activity::from_id(text)
        .map(Kind::Activity)
        .or_else(|| uncounted.into_iter().find(|what| what.id() == text).map(Kind::NotCounted))
        .or_else(|| (text == UNCLASSIFIED).then_some(Kind::Unclassified));
    if kind.is_none() {
        let known: Vec<&str> =
            Activity::ALL.iter().map(|a| a.id()).chain(uncounted.map(NotCounted::id)).chain([UNCLASSIFIED]).collect();
        table.refuse(key, "unknown-activity", format!("`{text}` is no activity"), one_of(text, &known));
    }
    kind
}

/// Shares over the four buckets that sum to 1.
pub(crate) fn weights(table: &Table<'_>) -> Option<[f64; 4]> {
    table.only(&Bucket::ALL.map(Bucket::id));
    let mut weights = [0.0; 4];
    let mut sound = table.keys().iter().all(|key| Bucket::from_id(key).is_some());
    for (bucket, weight) in Bucket::ALL.into_iter().zip(&mut weights) {
        if !table.has(bucket.id()) {
            continue;
        }
        match table.number(bucket.id()).filter(|number| (0.0..=1.0).contains(number)) {
            Some(number) => *weight = number,
            None => sound = false,
        }
    }
    let sum: f64 = weights.iter().sum();
    if !sound || (sum - 1.0).abs() > 1e-6 {
        let key = table.keys().first().copied().unwrap_or("weights");
        let what = format!("the weights add up to {sum:.3}, not to 1");
        table.refuse(key, "weights-not-one", what, "give shares of 0 to 1 that together make 1");
        return None;
    }
    Some(weights)
}
