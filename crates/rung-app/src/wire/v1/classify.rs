//! One line of `rung classify --json`.

use rung_measure::recognition::Recognition;
use rung_model::kind::{ActivityMap, Kind};
use schemars::JsonSchema;
use serde::Serialize;

/// What the recognition rules make of a title.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(title = "rung classify, version 1: one line")]
pub struct Classified {
    /// The title as given.
    pub title: String,
    /// Activity, or what it is not counted as (`ooo`, `personal`, `travel`, `focus`, `excluded`);
    /// absent where the rules abstain.
    pub activity: Option<String>,
    /// `strategy`, `people`, `building`, `other` or `not_counted`; absent where the rules abstain.
    pub bucket: Option<String>,
    /// Id of the deciding rule.
    pub rule: String,
    /// Level of the deciding rule.
    pub level: String,
    /// True where no rule was sure enough.
    pub abstained: bool,
}

impl Classified {
    /// The line for one title.
    pub fn of(title: &str, recognition: &Recognition, map: &ActivityMap) -> Self {
        let (activity, bucket) = match recognition.kind {
            Kind::Activity(activity) => (Some(activity.id()), Some(map.bucket(activity).id())),
            Kind::Weights(_) => (Some("mixed"), None),
            Kind::NotCounted(what) => (Some(what.id()), Some("not_counted")),
            Kind::Unclassified => (None, None),
        };
        Self {
            title: title.to_owned(),
            activity: activity.map(str::to_owned),
            bucket: bucket.map(str::to_owned),
            rule: recognition.rule.to_string(),
            level: recognition.level.id().to_owned(),
            abstained: recognition.kind == Kind::Unclassified,
        }
    }
}
