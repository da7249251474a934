//! Reads JSON, strictly first, then with comments, trailing commas and single quotes.

use jsonc_parser::{
    CollectOptions, CommentCollectionStrategy, ParseOptions, ast, common::Ranged, errors::ParseError, parse_to_ast,
};
use rung_model::problem::{Problem, Severity};

use super::{DEEPEST, Key, Lines, Map, Node, Value, duplicate_key, too_deep};

/// What JSON itself allows.
const STRICT: ParseOptions = ParseOptions {
    allow_comments: false,
    allow_loose_object_property_names: false,
    allow_trailing_commas: false,
    allow_missing_commas: false,
    allow_single_quoted_strings: false,
    allow_hexadecimal_numbers: false,
    allow_unary_plus_numbers: false,
    allow_bare_decimal_point_numbers: false,
    allow_non_finite_numbers: false,
    allow_extended_string_escapes: false,
};

/// What people write into JSON all the same; nothing of it can be misread.
const LOOSE: ParseOptions = ParseOptions {
    allow_comments: true,
    allow_loose_object_property_names: true,
    allow_trailing_commas: true,
    allow_single_quoted_strings: true,
    ..STRICT
};

/// The tree of a JSON text.
pub(crate) fn json(file: &str, text: &str) -> (Option<Node>, Vec<Problem>) {
    let lines = Lines::of(text);
    let nothing_kept = CollectOptions::default();
    let mut problems = Vec::new();
    let parsed = parse_to_ast(text, &nothing_kept, &STRICT).or_else(|strict| {
        let parsed = parse_to_ast(text, &nothing_kept, &LOOSE)?;
        let what = format!("this is not strict JSON: {}", words(&strict));
        let mend = "nothing to do; to be rid of this note take comments and trailing commas out, and use double quotes";
        let line = lines.line(strict.range().start);
        problems.push(Problem::new(Severity::Note, file, "loose-json", what, mend).at_line(line));
        Ok(parsed)
    });
    let parsed = match parsed {
        Ok(parsed) => parsed,
        Err(error) => {
            problems.push(syntax_problem(file, &error).at_line(lines.line(error.range().start)));
            return (None, problems);
        }
    };
    let Some(root) = parsed.value else {
        let mend = "write one object: { ... }";
        problems.push(Problem::new(Severity::Error, file, "json-syntax", "the file holds no JSON value", mend));
        return (None, problems);
    };
    let mut reader = Reader { file, lines, problems, too_deep: None };
    let node = reader.node(root, 0);
    if let Some(line) = reader.too_deep {
        reader.problems.push(too_deep(file, line));
        return (None, reader.problems);
    }
    (Some(node), reader.problems)
}

/// The line of the first comment.
pub(crate) fn json_comment(text: &str) -> Option<usize> {
    let kept = CollectOptions { comments: CommentCollectionStrategy::Separate, ..CollectOptions::default() };
    let comments = parse_to_ast(text, &kept, &LOOSE).ok()?.comments?;
    let first = comments.values().flat_map(|near| near.iter()).map(Ranged::start).min()?;
    Some(Lines::of(text).line(first))
}

struct Reader<'f> {
    file: &'f str,
    lines: Lines,
    problems: Vec<Problem>,
    too_deep: Option<usize>,
}

impl Reader<'_> {
    fn node(&mut self, value: ast::Value<'_>, depth: usize) -> Node {
        let line = self.lines.line(value.start());
        let value = match value {
            ast::Value::Object(_) | ast::Value::Array(_) if depth >= DEEPEST => {
                self.too_deep.get_or_insert(line);
                Value::Null
            }
            ast::Value::Object(object) => self.map(object, depth),
            ast::Value::Array(array) => {
                Value::List(array.elements.into_iter().map(|entry| self.node(entry, depth + 1)).collect())
            }
            ast::Value::StringLit(text) => Value::Text(text.value.into_owned()),
            ast::Value::NumberLit(number) => number_of(number.value),
            ast::Value::BooleanLit(flag) => Value::Flag(flag.value),
            ast::Value::NullKeyword(_) => Value::Null,
        };
        Node { line, value }
    }

    fn map(&mut self, object: ast::Object<'_>, depth: usize) -> Value {
        let mut map = Map::default();
        for property in object.properties {
            let line = self.lines.line(property.name.start());
            let text = property.name.as_str().to_owned();
            let node = self.node(property.value, depth + 1);
            if let Err((key, _)) = map.insert(Key { text, line }, node) {
                let first = map.entry(&key.text).map_or(0, |(key, _)| key.line);
                self.problems.push(duplicate_key(self.file, &key, first));
            }
        }
        Value::Map(map)
    }
}

/// A number of JSON: whole where it is written so and fits.
fn number_of(written: &str) -> Value {
    match written.parse::<i64>() {
        Ok(whole) if written != "-0" => Value::Whole(whole),
        _ => Value::Number(written.parse().unwrap_or(f64::NAN)),
    }
}

/// What the parser says, without the place, which stands before it.
fn words(error: &ParseError) -> String {
    let mut said = error.kind().to_string();
    if let Some(first) = said.get_mut(..1) {
        first.make_ascii_lowercase();
    }
    said
}

fn syntax_problem(file: &str, error: &ParseError) -> Problem {
    let said = words(error);
    let mend = if said.contains("string") {
        "put the text between double quotes, and write \\n for a new line inside it"
    } else if said.contains("comma") {
        "put one comma between two entries"
    } else if said.contains("nterminated") {
        "close what is opened there: every { with }, every [ with ]"
    } else {
        "write \"key\": value, with text between double quotes"
    };
    Problem::new(Severity::Error, file, "json-syntax", format!("this is not JSON: {said}"), mend)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> (bool, Vec<(&'static str, Option<usize>)>) {
        let (tree, problems) = json("f.json", text);
        (tree.is_some(), problems.iter().map(|problem| (problem.check, problem.line)).collect())
    }

    #[test]
    fn values_keep_their_kind_their_line_and_their_order() {
        let (tree, problems) = json("f.json", "{\n \"z\": 1,\n \"a\": [1.0, -2e3,\n null, true, \"x\\u00e4\\n\"]\n}");
        let tree = tree.unwrap();
        assert_eq!(problems, []);
        let keys: Vec<_> = tree.map().unwrap().iter().map(|(key, _)| (key.text.as_str(), key.line)).collect();
        assert_eq!(keys, [("z", 2), ("a", 3)]);
        let list = tree.get("a").unwrap().list().unwrap();
        let values: Vec<_> = list.iter().map(|node| node.value.clone()).collect();
        assert_eq!(values, [1.0.into(), (-2000.0).into(), Value::Null, true.into(), "x\u{e4}\n".into()]);
        assert_eq!(list[2].line, 4);
    }

    #[test]
    fn loose_json_is_read_with_a_note_and_broken_json_is_an_error() {
        assert_eq!(found("{\n// c\na: 'x',\n}"), (true, vec![("loose-json", Some(2))]));
        let comments = ["{\n// c\na: 'x',\n}", "{\"a\": \"// c\",}", "[] /* c */"].map(json_comment);
        assert_eq!(comments, [Some(2), None, Some(1)]);
        assert_eq!(found("{\"a\": 1,\n\"a\": 2}"), (true, vec![("duplicate-key", Some(2))]));
        for broken in ["{\"a\": 1 \"b\": 2}", "{\"a\": ", "[1,,2]", "{\"a\": \"x", "[1] [2]", "", "// only\n", "{a: b}"]
        {
            let (read, problems) = found(broken);
            assert!(!read && problems.iter().any(|(check, _)| *check == "json-syntax"), "{broken}: {problems:?}");
        }
        assert!(!found(&"[".repeat(100_000)).0);
        let deep = format!("{}{}", "[".repeat(DEEPEST + 1), "]".repeat(DEEPEST + 1));
        assert_eq!(found(&deep), (false, vec![("too-deep", Some(1))]));
    }
}
