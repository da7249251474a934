//! Topics of `rung help TOPIC`: what no single option can explain.

use std::borrow::Cow;

/// Names of the topics, in the order they are offered.
pub(crate) const TOPICS: [&str; 10] =
    ["calendar", "sources", "people", "roster", "rules", "days", "framework", "privacy", "json", "exit-codes"];

/// The text of a topic.
pub(crate) fn topic(name: &str) -> Option<Cow<'static, str>> {
    if name == "framework" {
        let tables = rung_sources::framework::help();
        return Some(Cow::Owned(include_str!("framework.txt").replace("{tables}", &tables)));
    }
    Some(Cow::Borrowed(match name {
        "calendar" => include_str!("calendar.txt"),
        "sources" => include_str!("sources.txt"),
        "people" => include_str!("people.txt"),
        "roster" => include_str!("roster.txt"),
        "rules" => include_str!("rules.txt"),
        "days" => include_str!("days.txt"),
        "privacy" => include_str!("privacy.txt"),
        "json" => include_str!("json.txt"),
        "exit-codes" => include_str!("exit-codes.txt"),
        _ => return None,
    }))
}
