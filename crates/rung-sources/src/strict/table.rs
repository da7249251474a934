//! One table of a sheet: values by key, each with the right type or a problem.

use super::{Place, Sheet, did_you_mean, sheet::article, without_hidden};
use crate::tree::{Map, Node, Value};
use rung_model::problem::{Problem, Severity};

/// What a key starts with that Rung keeps and does not read.
pub(super) const EXTRA: &str = "x-";

/// A table being read. Getters return `None` for an absent key, and for a wrong value after
/// collecting the problem.
#[derive(Clone, Debug)]
pub(crate) struct Table<'d> {
    pub(super) sheet: &'d Sheet<'d>,
    pub(super) map: &'d Map,
    what: String,
    line: usize,
}

impl<'d> Table<'d> {
    pub(super) fn of(sheet: &'d Sheet<'d>, map: &'d Map, what: String, line: usize) -> Self {
        Self { sheet, map, what, line }
    }

    /// The same table, called `what` in problems: "person `mira`".
    pub(crate) fn called(mut self, what: impl Into<String>) -> Self {
        self.what = what.into();
        self
    }

    /// What it is called in problems.
    pub(crate) fn what(&self) -> &str {
        &self.what
    }

    /// Where the table starts.
    pub(crate) fn place(&self) -> Place {
        Place { file: self.sheet.file().to_owned(), line: self.line }
    }

    /// Where a key stands; the table itself where the key is absent.
    pub(crate) fn place_of(&self, key: &str) -> Place {
        self.map.entry(key).map_or_else(|| self.place(), |(key, _)| self.sheet.place(key.line))
    }

    /// True where the key is given, and not as null.
    pub(crate) fn has(&self, key: &str) -> bool {
        self.value(key).is_some()
    }

    /// The keys in the order they are written.
    pub(crate) fn keys(&self) -> Vec<&'d str> {
        self.map.iter().map(|(key, _)| key.text.as_str()).collect()
    }

    /// Collects a problem.
    pub(crate) fn add(&self, problem: Problem) {
        self.sheet.add(problem);
    }

    /// Collects an error about the value of `key`.
    pub(crate) fn refuse(&self, key: &str, check: &'static str, what: impl Into<String>, mend: impl Into<String>) {
        self.add(self.place_of(key).problem(Severity::Error, check, what, mend).of_item(self.what.clone()));
    }

    /// Collects an error for each key that is not in `known`. Keys that start with `x-` are always
    /// allowed: [`Table::extra`] gives them.
    pub(crate) fn only(&self, known: &[&str]) {
        for key in self.keys() {
            if !known.contains(&key) && !key.starts_with(EXTRA) {
                let mend = did_you_mean(key, known.iter().copied(), &format!("use one of {}", known.join(", ")));
                self.refuse(key, "unknown-key", format!("the key `{}` is not known here", shown(key)), mend);
            }
        }
    }

    pub(super) fn value(&self, key: &str) -> Option<&'d Value> {
        self.map.get(key).map(|node| &node.value).filter(|value| !matches!(value, Value::Null))
    }

    pub(super) fn wrong(&self, key: &str, found: &Value, wanted: &str, example: &str) {
        let found = article(found.kind());
        let mend = format!("write {}", self.sheet.notation().pair(key, example));
        self.refuse(key, "wrong-type", format!("`{key}` is {found}, not {wanted}"), mend);
    }

    /// Collects an error about an entry of the list `key`.
    pub(super) fn wrong_entry(&self, key: &str, entry: &Node, wanted: &str, mend: &str) {
        let what = format!("an entry of `{key}` is {}, not {wanted}", article(entry.value.kind()));
        let problem = self.sheet.place(entry.line).problem(Severity::Error, "wrong-type", what, mend);
        self.add(problem.of_item(self.what.clone()));
    }

    /// Text as it is written.
    pub(crate) fn text(&self, key: &str) -> Option<&'d str> {
        match self.value(key)? {
            Value::Text(text) => Some(text),
            found => {
                self.wrong(key, found, "text", "\"...\"");
                None
            }
        }
    }

    /// Text where it is text; says nothing where it is not.
    pub(crate) fn peek(&self, key: &str) -> Option<&'d str> {
        match self.value(key)? {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Text for people: hidden characters are taken out (a note), and it may not be empty.
    pub(crate) fn label(&self, key: &str) -> Option<String> {
        let (label, taken) = without_hidden(self.text(key)?);
        if taken > 0 {
            let characters = if taken == 1 { "a hidden character was" } else { "hidden characters were" };
            let what = format!("{characters} taken out of `{key}`");
            let mend = "type the text again instead of pasting it";
            self.add(
                self.place_of(key).problem(Severity::Note, "hidden-characters", what, mend).of_item(self.what.clone()),
            );
        }
        if label.is_empty() {
            self.refuse(key, "empty-text", format!("`{key}` is empty"), "give it a value or take the line out");
            return None;
        }
        Some(label)
    }

    /// [`Table::label`], and an error where the key is absent.
    pub(crate) fn need(&self, key: &str) -> Option<String> {
        self.needs(key);
        self.label(key)
    }

    /// Collects an error where the key is absent.
    pub(crate) fn needs(&self, key: &str) {
        if !self.has(key) {
            let what = format!("`{key}` is missing");
            let problem = self.place().problem(Severity::Error, "missing-key", what, format!("add the key `{key}`"));
            self.add(problem.of_item(self.what.clone()));
        }
    }

    /// A number, whole or not; `inf` and `nan` are refused.
    pub(crate) fn number(&self, key: &str) -> Option<f64> {
        let number = match self.value(key)? {
            Value::Number(number) => *number,
            Value::Whole(whole) => *whole as f64,
            found => {
                self.wrong(key, found, "a number", "1.0");
                return None;
            }
        };
        let finite = Some(number).filter(|number| number.is_finite());
        if finite.is_none() {
            self.refuse(
                key,
                "not-a-number",
                format!("`{key}` is no usable number"),
                "write a plain number such as 0.5",
            );
        }
        finite
    }

    /// A whole number from `least` to `most`.
    pub(crate) fn whole(&self, key: &str, least: u32, most: u32) -> Option<u32> {
        let whole = match self.value(key)? {
            Value::Whole(whole) => u32::try_from(*whole).ok(),
            Value::Number(large) if large.abs() >= 9e18 => None,
            found => {
                self.wrong(key, found, "a whole number", &least.to_string());
                return None;
            }
        };
        let fits = whole.filter(|whole| (least..=most).contains(whole));
        if fits.is_none() {
            let what = format!("`{key}` is out of range");
            self.refuse(key, "out-of-range", what, format!("give a whole number from {least} to {most}"));
        }
        fits
    }

    /// Yes or no.
    pub(crate) fn flag(&self, key: &str) -> Option<bool> {
        match self.value(key)? {
            Value::Flag(flag) => Some(*flag),
            found => {
                self.wrong(key, found, "true or false", "true");
                None
            }
        }
    }

    /// The date part of a TOML date, or the text of a string that should be one.
    pub(super) fn date_value(&self, key: &str) -> Option<Result<toml::value::Datetime, &'d str>> {
        match self.value(key)? {
            Value::Date(date) => Some(Ok(*date)),
            Value::Text(text) => Some(Err(text)),
            found => {
                self.wrong(key, found, "a date", "2026-02-28");
                None
            }
        }
    }

    /// A list of texts, each with its place; other entries are refused one by one.
    pub(crate) fn texts(&self, key: &str) -> Vec<(&'d str, Place)> {
        let mut texts = Vec::new();
        match self.value(key) {
            None => {}
            Some(Value::List(list)) => {
                for entry in list {
                    match &entry.value {
                        Value::Text(text) => texts.push((text.as_str(), self.sheet.place(entry.line))),
                        _ => self.wrong_entry(key, entry, "text", "put it between quotes"),
                    }
                }
            }
            Some(found) => self.wrong(key, found, "a list of texts", "[\"...\", \"...\"]"),
        }
        texts
    }

    /// A text or a whole number, as text.
    pub(crate) fn text_or_whole(&self, key: &str) -> Option<String> {
        match self.value(key)? {
            Value::Text(text) => Some(text.clone()),
            Value::Whole(whole) => Some(whole.to_string()),
            found => {
                self.wrong(key, found, "a number or a range", "\"2..8\"");
                None
            }
        }
    }

    /// A table inside this one.
    pub(crate) fn table(&self, key: &str) -> Option<Table<'d>> {
        match self.value(key)? {
            Value::Map(map) => {
                let line = self.place_of(key).line;
                Some(Table::of(self.sheet, map, format!("{key} of {}", self.what), line))
            }
            found => {
                self.wrong(key, found, "a table", "{ ... }");
                None
            }
        }
    }

    /// A list of tables: `[[key]]`, or `key = [{ ... }]`. Plain texts in it are refused unless
    /// the caller takes them with [`Table::texts_or_tables`].
    pub(crate) fn tables(&self, key: &str) -> Vec<Table<'d>> {
        let mut tables = Vec::new();
        for entry in self.texts_or_tables(key) {
            match entry {
                Ok(table) => tables.push(table),
                Err((_, place)) => {
                    let what = format!("an entry of `{key}` is text, not a table");
                    let mend = "write { ... } with its keys inside";
                    self.add(place.problem(Severity::Error, "wrong-type", what, mend).of_item(self.what.clone()));
                }
            }
        }
        tables
    }

    /// A list whose entries are tables or texts.
    pub(crate) fn texts_or_tables(&self, key: &str) -> Vec<Result<Table<'d>, (&'d str, Place)>> {
        let mut entries = Vec::new();
        match self.value(key) {
            None => {}
            Some(Value::List(list)) => {
                for entry in list {
                    match &entry.value {
                        Value::Map(map) => entries.push(Ok(Table::of(self.sheet, map, key.to_owned(), entry.line))),
                        Value::Text(text) => entries.push(Err((text.as_str(), self.sheet.place(entry.line)))),
                        _ => self.wrong_entry(key, entry, "a table", "write { ... }"),
                    }
                }
            }
            Some(found) => self.wrong(key, found, "a list of tables", "[{ ... }], or write it as [[...]]"),
        }
        entries
    }
}

/// A key as shown in a message: at most 60 letters, nothing hidden.
fn shown(key: &str) -> String {
    without_hidden(key).0.chars().take(60).collect()
}
