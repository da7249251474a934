//! Lists of lists, and what a table keeps of keys nobody knows.

use super::{Place, Table, table::EXTRA};
use crate::tree::{Node, Value};

impl<'d> Table<'d> {
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
}

#[cfg(test)]
mod tests {
    use super::super::{Sheet, Text};

    const TOML: &str = "x-note = { a = 1 }\npairs = [['a', 'b'], ['c']]\n";
    const YAML: &str = "x-note: {a: 1}\npairs: [[a, b], [c]]\nblank:\n";
    const JSON: &str = "{\"x-note\": {\"a\": 1},\n\"pairs\": [[\"a\", \"b\"], [\"c\"]]}";

    #[test]
    fn the_same_table_is_read_from_each_notation() {
        for (file, text) in [("f.toml", TOML), ("f.yml", YAML), ("f.json", JSON)] {
            let text = Text { file: file.to_owned(), text: text.to_owned() };
            let sheet = Sheet::parse(&text);
            let root = sheet.root();
            let lists: Vec<_> = root.lists("pairs").into_iter().map(|(list, at)| (list.join("+"), at.line)).collect();
            assert_eq!(lists, [("a+b".to_owned(), 2), ("c".to_owned(), 2)], "{file}");
            assert_eq!(root.extra()["x-note"]["a"].as_integer(), Some(1));
            assert!(!root.has("blank"));
            root.only(&["pairs", "blank"]);
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
            root.lists("pairs");
            sheet.into_problems().iter().map(ToString::to_string).collect::<Vec<_>>()
        };
        assert_eq!(
            told("f.yaml", "name: 1\npairs: 2\n"),
            [
                "f.yaml:1: error[wrong-type]: the file: `name` is an integer, not text. To mend it: write name: \"...\".",
                "f.yaml:2: error[wrong-type]: the file: `pairs` is an integer, not a list of lists. \
                 To mend it: write pairs: [[\"...\", \"...\"]].",
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
