//! Writing an entry into a days file without touching what stands in it.

use jiff::civil::Date;
use rung_model::kind::Kind;
use toml_edit::{Array, DocumentMut, InlineTable, Item, Table, TableLike, Value};

use crate::{
    rules::kind_value,
    strict::{date_value, push_line, with_table},
};

/// One entry to write.
#[derive(Clone, Debug, PartialEq)]
pub struct Addition<'a> {
    /// The day.
    pub date: Date,
    /// What it was.
    pub kind: Kind,
    /// Minutes, 1 to 1,440.
    pub minutes: u32,
    /// Local start, minutes after midnight.
    pub start: Option<u16>,
    /// A note.
    pub note: Option<&'a str>,
    /// True where nothing is missing from the day any more.
    pub whole: bool,
}

/// The text of a days file with one more entry: in its day where the file has that day, else in a
/// new day behind everything. Comments and order stay; a text that is no TOML keeps every byte.
pub fn append(text: &str, addition: &Addition<'_>) -> String {
    let entry = entry(addition);
    if let Ok(mut document) = text.parse::<DocumentMut>()
        && let Some(day) = day_of(&mut document, addition.date)
        && add(day, &entry)
    {
        if addition.whole {
            day.insert("whole", Item::Value(Value::from(true)));
        }
        return document.to_string();
    }
    let mut day = Table::new();
    day.insert("date", Item::Value(date_value(addition.date)));
    if addition.whole {
        day.insert("whole", Item::Value(Value::from(true)));
    }
    let mut entries = Array::new();
    push_line(&mut entries, entry);
    day.insert("entries", Item::Value(Value::Array(entries)));
    with_table(text, "day", day)
}

fn entry(addition: &Addition<'_>) -> InlineTable {
    let mut entry = InlineTable::new();
    let (key, value) = kind_value(addition.kind);
    entry.insert(key, value);
    entry.insert("minutes", Value::from(i64::from(addition.minutes)));
    if let Some(start) = addition.start {
        entry.insert("start", Value::from(format!("{:02}:{:02}", start / 60, start % 60)));
    }
    if let Some(note) = addition.note {
        entry.insert("note", Value::from(note));
    }
    entry
}

/// The day of this date, however the file writes its list of days.
fn day_of(document: &mut DocumentMut, date: Date) -> Option<&mut dyn TableLike> {
    let is_it = |day: &dyn TableLike| {
        let written = day.get("date").map(|item| item.to_string());
        written.is_some_and(|text| text.trim().trim_matches(['"', '\'']) == date.to_string())
    };
    match document.get_mut("day")? {
        Item::ArrayOfTables(days) => days.iter_mut().find(|day| is_it(*day)).map(|day| day as &mut dyn TableLike),
        Item::Value(Value::Array(days)) => days
            .iter_mut()
            .filter_map(Value::as_inline_table_mut)
            .find(|day| is_it(*day))
            .map(|day| day as &mut dyn TableLike),
        _ => None,
    }
}

/// Adds the entry to a day; false where the day's list of entries is none.
fn add(day: &mut dyn TableLike, entry: &InlineTable) -> bool {
    match day.get_mut("entries") {
        Some(Item::Value(Value::Array(entries))) => push_line(entries, entry.clone()),
        Some(Item::ArrayOfTables(entries)) => entries.push(entry.clone().into_table()),
        Some(_) => return false,
        None => {
            let mut entries = Array::new();
            push_line(&mut entries, entry.clone());
            day.insert("entries", Item::Value(Value::Array(entries)));
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use rung_model::{activity::Activity, kind::NotCounted};

    use super::*;

    fn addition(day: i8, kind: Kind) -> Addition<'static> {
        Addition { date: Date::constant(2026, 2, day), kind, minutes: 45, start: None, note: None, whole: false }
    }

    #[test]
    fn entries_join_their_day_and_comments_stay() {
        let coding = Kind::Activity(Activity::Coding);
        let text = append("# my days\n", &Addition { start: Some(545), note: Some("queue"), ..addition(26, coding) });
        let text = append(&text, &Addition { whole: true, ..addition(26, Kind::NotCounted(NotCounted::Travel)) });
        let text = append(&text, &addition(27, Kind::Weights([0.5, 0.5, 0.0, 0.0])));
        insta::assert_snapshot!(text, @r#"
        # my days

        [[day]]
        date = 2026-02-26
        entries = [
          { activity = "coding", minutes = 45, start = "09:05", note = "queue" },
          { activity = "travel", minutes = 45 },
        ]
        whole = true

        [[day]]
        date = 2026-02-27
        entries = [
          { weights = { strategy = 0.5, people = 0.5 }, minutes = 45 },
        ]
        "#);
    }

    #[test]
    fn other_ways_of_writing_days_are_kept() {
        let kind = Kind::Unclassified;
        let inline = "day = [{ date = 2026-02-26, entries = [{ activity = \"coding\", minutes = 5 }] }] # inline\n";
        insta::assert_snapshot!(append(inline, &addition(26, kind)), @r#"
        day = [{ date = 2026-02-26, entries = [{ activity = "coding", minutes = 5 },
          { activity = "unclassified", minutes = 45 },
        ] }] # inline
        "#);
        let nested = "[[day]]\ndate = \"2026-02-26\"\n[[day.entries]] # first\nactivity = \"coding\"\nminutes = 5\n";
        insta::assert_snapshot!(append(nested, &addition(26, kind)), @r#"
        [[day]]
        date = "2026-02-26"
        [[day.entries]] # first
        activity = "coding"
        minutes = 5

        [[day.entries]]
        activity = "unclassified"
        minutes = 45
        "#);
        insta::assert_snapshot!(append("day = [", &addition(26, kind)), @r#"
        day = [

        [[day]]
        date = 2026-02-26
        entries = [
          { activity = "unclassified", minutes = 45 },
        ]
        "#);
    }
}
