//! GitHub, and Gitea and Forgejo, which speak its language: deliveries, events, answers of the interface.

mod item;
mod kinds;
mod record;
mod webhook;

use serde_json::Value;

use super::{
    facts::Facts,
    json::{get, text},
    stream::Made,
};

/// Reads one value of a file.
pub(super) fn record(value: &Value, hints: &[String], facts: &mut Facts) -> Made {
    // A delivery that keeps its header beside its payload.
    let header = get(value, &["headers", "header"]);
    let named = header
        .and_then(|header| {
            text(
                header,
                &[
                    "X-GitHub-Event",
                    "x-github-event",
                    "X-Gitea-Event",
                    "x-gitea-event",
                    "X-Forgejo-Event",
                    "x-forgejo-event",
                ],
            )
        })
        .or_else(|| text(value, &["X-GitHub-Event", "x-github-event", "X-Gitea-Event", "event", "event_type", "type"]));
    if let Some(payload) = get(value, &["payload", "body", "request"]).filter(|payload| payload.is_object()) {
        let event = named.map(|name| kinds::of_events(&name)).unwrap_or_default();
        let payload = match get(payload, &["payload"]).filter(|inner| inner.is_object() && event.is_empty()) {
            Some(inner) => inner,
            None => payload,
        };
        return webhook::read(&event, payload, Some(value), facts);
    }
    let records = record::read(value, hints, facts);
    if matches!(records, Made::Understood) {
        return records;
    }
    let hinted = hints.iter().find(|hint| kinds::is_event(hint)).cloned().unwrap_or_default();
    webhook::read(&hinted, value, None, facts)
}
