//! Lists of numbers, tables of numbers, and what a table keeps of keys nobody knows.

use rung_model::problem::Severity;

use super::{Place, Table, table::EXTRA};
use crate::tree::{Node, Value};

impl<'d> Table<'d> {
    /// A list of numbers, each with its place; other entries are refused one by one.
    pub(crate) fn numbers(&self, key: &str) -> Vec<(f64, Place)> {
        let mut numbers = Vec::new();
        for entry in self.entries(key, "a list of numbers", "[1.0, 2.5]") {
            match entry.number().filter(|number| number.is_finite()) {
                Some(number) => numbers.push((number, self.sheet.place(entry.line))),
                None => self.wrong_entry(key, entry, "a number", "write a plain number such as 0.5"),
            }
        }
        numbers
    }

    /// A list of whole numbers from `least` to `most`, each with its place.
    pub(crate) fn wholes(&self, key: &str, least: u32, most: u32) -> Vec<(u32, Place)> {
        let mut wholes = Vec::new();
        for entry in self.entries(key, "a list of whole numbers", "[1, 2]") {
            let place = self.sheet.place(entry.line);
            if let Some(whole) = self.fitting(key, entry, least, most) {
                wholes.push((whole, place));
            }
        }
        wholes
    }

    /// A table of whole numbers from `least` to `most` by key, in the order they are written.
    pub(crate) fn map_of_wholes(&self, key: &str, least: u32, most: u32) -> Vec<(&'d str, u32, Place)> {
        let mut wholes = Vec::new();
        match self.value(key) {
            None => {}
            Some(Value::Map(map)) => {
                for (name, node) in map.iter().filter(|(_, node)| !matches!(node.value, Value::Null)) {
                    if let Some(whole) = self.fitting(key, node, least, most) {
                        wholes.push((name.text.as_str(), whole, self.sheet.place(name.line)));
                    }
                }
            }
            Some(found) => self.wrong(key, found, "a table of whole numbers", "{ ... }"),
        }
        wholes
    }

    /// One text, or a list of texts, each with its place.
    pub(crate) fn texts_or_text(&self, key: &str) -> Vec<(&'d str, Place)> {
        match self.value(key) {
            Some(Value::Text(text)) => vec![(text.as_str(), self.place_of(key))],
            _ => self.texts(key),
        }
    }

    /// A list of lists of texts, each with its place; other entries are refused one by one.
    pub(crate) fn lists(&self, key: &str) -> Vec<(Vec<String>, Place)> {
        let mut lists = Vec::new();
        for entry in self.entries(key, "a list of lists", "[[\"...\", \"...\"]]") {
            let texts = entry.list().map(|list| list.iter().filter_map(Node::text).map(str::to_owned).collect());
            match texts {
                Some(texts) => lists.push((texts, self.sheet.place(entry.line))),
                None => self.wrong_entry(key, entry, "a list of texts", "put it between brackets"),
            }
        }
        lists
    }

    /// The keys that start with `x-`, with their values, as the model keeps them.
    pub(crate) fn extra(&self) -> toml::Table {
        let extra = self.map.iter().filter(|(key, _)| key.text.starts_with(EXTRA));
        extra.filter_map(|(key, node)| Some((key.text.clone(), node.to_model()?))).collect()
    }

    fn entries(&self, key: &str, wanted: &str, example: &str) -> &'d [Node] {
        match self.value(key) {
            None => &[],
            Some(Value::List(list)) => list,
            Some(found) => {
                self.wrong(key, found, wanted, example);
                &[]
            }
        }
    }

    fn fitting(&self, key: &str, entry: &Node, least: u32, most: u32) -> Option<u32> {
        let Some(whole) = entry.whole() else {
            self.wrong_entry(key, entry, "a whole number", &format!("write a whole number from {least} to {most}"));
            return None;
        };
        let fits = u32::try_from(whole).ok().filter(|whole| (least..=most).contains(whole));
        if fits.is_none() {
            let what = format!("an entry of `{key}` is out of range: {whole}");
            let mend = format!("give a whole number from {least} to {most}");
            let problem = self.sheet.place(entry.line).problem(Severity::Error, "out-of-range", what, mend);
            self.add(problem.of_item(self.what()));
        }
        fits
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Sheet, Text};

    const TOML: &str = "x-note = { a = 1 }\nrows = [1, 2.5]\nwhole = [3, 4]\nmap = { b = 2, a = 1 }\none = 't'\n";
    const YAML: &str = "x-note: {a: 1}\nrows: [1, 2.5]\nwhole: [3, 4]\nmap: {b: 2, a: 1}\none: t\nblank:\n";
    const JSON: &str = "{\"x-note\": {\"a\": 1},\n\"rows\": [1, 2.5],\n\"whole\": [3, 4],\n\"map\": {\"b\": 2, \"a\": 1},\n\"one\": \"t\"}";

    #[test]
    fn the_same_table_is_read_from_each_notation() {
        for (file, text) in [("f.toml", TOML), ("f.yml", YAML), ("f.json", JSON)] {
            let text = Text { file: file.to_owned(), text: text.to_owned() };
            let sheet = Sheet::parse(&text);
            let root = sheet.root();
            assert_eq!(
                root.numbers("rows").iter().map(|(n, at)| (*n, at.line)).collect::<Vec<_>>(),
                [(1.0, 2), (2.5, 2)]
            );
            assert_eq!(root.wholes("whole", 0, 9).iter().map(|(n, _)| *n).collect::<Vec<_>>(), [3, 4]);
            let map: Vec<_> =
                root.map_of_wholes("map", 0, 9).into_iter().map(|(key, n, at)| (key, n, at.line)).collect();
            assert_eq!(map, [("b", 2, 4), ("a", 1, 4)], "{file}");
            assert_eq!(root.texts_or_text("one")[0].0, "t");
            assert_eq!(root.extra()["x-note"]["a"].as_integer(), Some(1));
            assert!(!root.has("blank"));
            root.only(&["rows", "whole", "map", "one", "blank"]);
            assert_eq!(sheet.into_problems(), [], "{file}");
        }
    }

    #[test]
    fn what_is_wrong_is_told_in_the_words_of_the_notation() {
        let told = |file: &str, text: &str| {
            let text = Text { file: file.to_owned(), text: text.to_owned() };
            let sheet = Sheet::parse(&text);
            let root = sheet.root();
            root.label("name");
            root.wholes("list", 0, 3);
            root.map_of_wholes("map", 0, 3);
            root.numbers("rows");
            sheet.into_problems().iter().map(ToString::to_string).collect::<Vec<_>>()
        };
        let yaml = told("f.yaml", "name: 1\nlist: [4, a]\nmap: {a: x}\nrows: 2\n");
        assert_eq!(
            yaml,
            [
                "f.yaml:1: error[wrong-type]: the file: `name` is an integer, not text. To mend it: write name: \"...\".",
                "f.yaml:2: error[out-of-range]: the file: an entry of `list` is out of range: 4. \
             To mend it: give a whole number from 0 to 3.",
                "f.yaml:2: error[wrong-type]: the file: an entry of `list` is a string, not a whole number. \
             To mend it: write a whole number from 0 to 3.",
                "f.yaml:3: error[wrong-type]: the file: an entry of `map` is a string, not a whole number. \
             To mend it: write a whole number from 0 to 3.",
                "f.yaml:4: error[wrong-type]: the file: `rows` is an integer, not a list of numbers. \
             To mend it: write rows: [1.0, 2.5].",
            ]
        );
        assert!(told("f.json", "{\"name\": 1}")[0].ends_with("write \"name\": \"...\"."));
        assert_eq!(
            told("f.json", "{\"name\": \"a\", \"name\": \"b\"}"),
            ["f.json:1: error[duplicate-key]: the key `name` stands here again, after line 1. \
              To mend it: keep one of the two."]
        );
        assert_eq!(
            told("f.yml", "- a\n"),
            ["f.yml:1: error[wrong-type]: the file holds an array, not a table. To mend it: write key: value."]
        );
    }
}
