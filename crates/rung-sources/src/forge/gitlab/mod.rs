//! GitLab: deliveries and answers of its interface.

mod delivery;
mod record;

use serde_json::Value;

use super::{
    facts::Facts,
    json::{get, has},
    stream::Made,
};

/// Reads one value of a file.
pub(super) fn record(value: &Value, hints: &[String], facts: &mut Facts) -> Made {
    if let Some(payload) = get(value, &["payload", "body", "request_data"]).filter(|payload| payload.is_object()) {
        return delivery::read(payload, facts);
    }
    if has(value, "object_kind")
        || has(value, "event_name")
        || has(value, "event_type") && has(value, "object_attributes")
    {
        return delivery::read(value, facts);
    }
    record::read(value, hints, facts)
}
