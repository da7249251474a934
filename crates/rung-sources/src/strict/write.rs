//! Adding to a TOML text without touching what stands in it.

use jiff::civil::Date;
use toml_edit::{Array, ArrayOfTables, DocumentMut, InlineTable, Item, Table, Value};

/// `text` with one more `[[key]]` table: behind everything that stands there, byte for byte. Only
/// a list written as `key = [{ ... }]` cannot go on so; it gets the table as its last entry.
pub(crate) fn with_table(text: &str, key: &str, table: Table) -> String {
    if let Ok(mut document) = text.parse::<DocumentMut>()
        && let Some(list) = document.get_mut(key).and_then(Item::as_array_mut)
    {
        push_line(list, table.into_inline_table());
        return document.to_string();
    }
    let mut tables = ArrayOfTables::new();
    tables.push(table);
    let mut alone = DocumentMut::new();
    alone.insert(key, Item::ArrayOfTables(tables));
    behind(text, &alone.to_string())
}

/// `text`, an empty line where there is something before it, and `more`.
pub(crate) fn behind(text: &str, more: &str) -> String {
    let gap = match text {
        "" => "",
        _ if text.ends_with('\n') => "\n",
        _ => "\n\n",
    };
    format!("{text}{gap}{}", more.trim_start_matches('\n'))
}

/// Adds an entry to a list on a line of its own.
pub(crate) fn push_line(list: &mut Array, entry: InlineTable) {
    let mut value = Value::InlineTable(entry);
    value.decor_mut().set_prefix("\n  ");
    list.push_formatted(value);
    list.set_trailing_comma(true);
    if list.trailing().as_str().is_none_or(|text| !text.contains('\n')) {
        list.set_trailing("\n");
    }
}

/// A day as a TOML date.
pub(crate) fn date_value(day: Date) -> Value {
    let date = toml_edit::Date {
        year: u16::try_from(day.year()).unwrap_or(0),
        month: day.month().unsigned_abs(),
        day: day.day().unsigned_abs(),
    };
    Value::from(toml_edit::Datetime { date: Some(date), time: None, offset: None })
}
