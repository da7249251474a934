//! Writing corrections without touching what stands in their file.

use jiff::Timestamp;
use rung_model::correction::{Correction, Target};
use toml_edit::{Array, DocumentMut, InlineTable, Item, Table, TableLike, Value};

use crate::{
    rules::kind_value,
    strict::{date_value, with_table},
};

/// The text with one more correction behind everything.
pub fn append(text: &str, one: &Correction) -> String {
    let mut table = Table::new();
    let mut put = |key: &str, value: Value| {
        table.insert(key, Item::Value(value));
    };
    put("id", one.id.as_str().into());
    put("made", one.made.to_string().into());
    match &one.target {
        Target::Occurrence { uid, day } => {
            put("uid", uid.as_str().into());
            put("day", date_value(*day));
        }
        Target::Series { uid } => put("uid", uid.as_str().into()),
        Target::Fact(id) => put("fact", id.to_string().into()),
    }
    let (key, value) = kind_value(one.set);
    put(key, value);
    if let Some(why) = &one.why {
        put("why", why.as_str().into());
    }
    let mut look = InlineTable::new();
    if let Some(title) = &one.look.title {
        look.insert("title", title.as_str().into());
    }
    if let Some(organizer) = &one.look.organizer {
        look.insert("organizer", organizer.as_str().into());
    }
    if let Some(start) = one.look.start {
        look.insert("start", format!("{:02}:{:02}", start / 60, start % 60).into());
    }
    if let Some(minutes) = one.look.minutes {
        look.insert("minutes", i64::from(minutes).into());
    }
    if !look.is_empty() {
        put("look", Value::InlineTable(look));
    }
    with_table(text, "correction", table)
}

/// The text with a correction taken back at `at`; as it was where it has no such correction.
pub fn undo(text: &str, id: &str, at: Timestamp) -> String {
    edited(text, "correction", "id", id, |table| {
        table.insert("undone", Item::Value(at.to_string().into()));
    })
}

/// The text with `uid` confirmed to be the event of a correction; as it was where it has no such correction.
pub fn confirm(text: &str, id: &str, uid: &str) -> String {
    edited(text, "correction", "id", id, |table| {
        let also = table.entry("also").or_insert_with(|| Item::Value(Value::Array(Array::new())));
        if let Some(also) = also.as_array_mut()
            && !also.iter().any(|known| known.as_str() == Some(uid))
        {
            also.push(uid);
        }
    })
}

/// An id no correction has yet: `c-` and the number after the largest in use.
pub fn next_id(corrections: &[Correction]) -> String {
    let largest = corrections.iter().filter_map(|one| one.id.strip_prefix("c-")?.parse::<u64>().ok()).max();
    format!("c-{}", largest.unwrap_or(0) + 1)
}

/// The text with each entry of the list `list` whose `key` is `id` changed, however the list is written.
pub(crate) fn edited(text: &str, list: &str, key: &str, id: &str, change: impl Fn(&mut dyn TableLike)) -> String {
    let Ok(mut document) = text.parse::<DocumentMut>() else { return text.to_owned() };
    let is_it = |table: &dyn TableLike| table.get(key).and_then(Item::as_str) == Some(id);
    match document.get_mut(list) {
        Some(Item::ArrayOfTables(tables)) => {
            tables.iter_mut().filter(|table| is_it(*table)).for_each(|table| change(table));
        }
        Some(Item::Value(Value::Array(tables))) => {
            let inline = tables.iter_mut().filter_map(Value::as_inline_table_mut);
            inline.filter(|table| is_it(*table)).for_each(|table| change(table));
        }
        _ => return text.to_owned(),
    }
    document.to_string()
}
