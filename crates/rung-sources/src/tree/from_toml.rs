//! Reads TOML.

use rung_model::problem::{Problem, Severity};
use toml::de::{DeTable, DeValue};

use super::{DEEPEST, Key, Lines, Map, Node, Value, too_deep};

/// Most syntax errors listed for one file; after that they tend to follow from one another.
const MOST_SYNTAX_ERRORS: usize = 25;

/// The tree of a TOML text. A text with syntax errors lists them all and gives no tree: what a
/// parser guesses after an error would only make further problems up.
pub(crate) fn toml(file: &str, text: &str) -> (Option<Node>, Vec<Problem>) {
    let lines = Lines::of(text);
    let (root, errors) = DeTable::parse_recoverable(text);
    if errors.is_empty() {
        let mut reader = Reader { lines, too_deep: None };
        let value = reader.table(root.get_ref(), 1);
        return match reader.too_deep {
            Some(line) => (None, vec![too_deep(file, line)]),
            None => (Some(Node { line: 1, value }), Vec::new()),
        };
    }
    let mut problems = Vec::new();
    for error in errors.iter().take(MOST_SYNTAX_ERRORS) {
        let span = error.span().unwrap_or(0..0);
        let line = lines.line(span.start);
        problems.push(syntax_problem(file, error.message(), text.get(span).unwrap_or_default()).at_line(line));
    }
    if let Some(more) = errors.len().checked_sub(MOST_SYNTAX_ERRORS).filter(|more| *more > 0) {
        let what = format!("there are {more} more syntax errors");
        let mend = "mend the first ones, then read it again";
        problems.push(Problem::new(Severity::Error, file, "toml-syntax", what, mend));
    }
    (None, problems)
}

struct Reader {
    lines: Lines,
    too_deep: Option<usize>,
}

impl Reader {
    fn table(&mut self, table: &DeTable<'_>, depth: usize) -> Value {
        let mut entries: Vec<_> = table.iter().collect();
        entries.sort_by_key(|(key, _)| key.span().start);
        let mut map = Map::default();
        for (key, value) in entries {
            let line = self.lines.line(key.span().start);
            let start = self.lines.line(value.span().start);
            let node = Node { line: start, value: self.value(value.get_ref(), start, depth) };
            // The parser has refused keys that occur twice.
            let _ = map.insert(Key { text: key.get_ref().to_string(), line }, node);
        }
        Value::Map(map)
    }

    fn value(&mut self, value: &DeValue<'_>, line: usize, depth: usize) -> Value {
        match value {
            DeValue::Array(_) | DeValue::Table(_) if depth >= DEEPEST => {
                self.too_deep.get_or_insert(line);
                Value::Null
            }
            DeValue::Array(list) => {
                let mut entries = Vec::with_capacity(list.len());
                for entry in list.iter() {
                    let line = self.lines.line(entry.span().start);
                    entries.push(Node { line, value: self.value(entry.get_ref(), line, depth + 1) });
                }
                Value::List(entries)
            }
            DeValue::Table(table) => self.table(table, depth + 1),
            DeValue::String(text) => Value::Text(text.to_string()),
            DeValue::Boolean(flag) => Value::Flag(*flag),
            DeValue::Datetime(date) => Value::Date(*date),
            DeValue::Float(float) => Value::Number(float.as_str().parse().unwrap_or(f64::NAN)),
            DeValue::Integer(whole) => match i64::from_str_radix(whole.as_str(), whole.radix()) {
                Ok(whole) => Value::Whole(whole),
                Err(_) => Value::Number(too_large(whole.as_str(), whole.radix())),
            },
        }
    }
}

/// A whole number that does not fit into 64 bits, as near as a float comes.
fn too_large(written: &str, radix: u32) -> f64 {
    let digits = written.chars().filter_map(|digit| digit.to_digit(radix));
    written.parse().unwrap_or_else(|_| digits.fold(0.0, |sum, digit| sum * f64::from(radix) + f64::from(digit)))
}

/// The parser's words, with a mend for the slips people make most.
fn syntax_problem(file: &str, message: &str, found: &str) -> Problem {
    let (check, mend) = if message.contains("duplicate key") {
        ("duplicate-key", "keep one of the two")
    } else if message.contains("date") || message.contains("day") || message.contains("month") {
        ("invalid-date", "write a day that exists as year-month-day, such as 2026-02-28")
    } else if message.contains("keys") {
        ("toml-syntax", "write a key, then =, then its value")
    } else if message.contains("string") || found.starts_with(char::is_alphabetic) {
        ("toml-syntax", "put text between double quotes")
    } else {
        ("toml-syntax", "compare the line with the example files that `rung init` writes")
    };
    let found = found.lines().next().unwrap_or_default().chars().take(40).collect::<String>();
    let near = if found.trim().is_empty() { String::new() } else { format!(" at `{}`", found.trim()) };
    Problem::new(Severity::Error, file, check, format!("this is not TOML{near}: {message}"), mend)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_the_written_order_are_kept() {
        let (tree, problems) = toml("f.toml", "b = 1\na = [\n  2.5,\n  { x = 'y' },\n]\n[t.u]\nd = 2026-02-28\n");
        let tree = tree.unwrap();
        assert_eq!(problems, []);
        let keys: Vec<_> = tree.map().unwrap().iter().map(|(key, _)| (key.text.as_str(), key.line)).collect();
        assert_eq!(keys, [("b", 1), ("a", 2), ("t", 6)]);
        let list = tree.get("a").unwrap().list().unwrap();
        assert_eq!(list.iter().map(|node| node.line).collect::<Vec<_>>(), [3, 4]);
        let day = tree.get("t").unwrap().get("u").unwrap().get("d").unwrap();
        assert!(matches!(day.value, Value::Date(_)) && day.line == 7);
        let (large, _) = toml("f.toml", "a = 99999999999999999999\nb = -0.5\n");
        assert_eq!(large.unwrap().get("a").unwrap().number(), Some(1e20));
    }

    #[test]
    fn deep_nesting_and_syntax_errors_are_told_with_their_lines() {
        for depth in [DEEPEST, 5_000] {
            let (tree, problems) = toml("f.toml", &format!("\na = {}{}", "[".repeat(depth), "]".repeat(depth)));
            assert!(tree.is_none() && problems[0].line == Some(2), "{problems:?}");
        }
        assert!(toml("f.toml", &format!("a = {}{}", "[".repeat(DEEPEST - 1), "]".repeat(DEEPEST - 1))).0.is_some());
        let (tree, problems) = toml("f.toml", "a = 1\na = 2\nb = x y\nc = 2026-02-30\n");
        assert!(tree.is_none());
        let found: Vec<_> = problems.iter().map(|problem| (problem.check, problem.line)).collect();
        assert!(found.contains(&("duplicate-key", Some(2))) && found.contains(&("invalid-date", Some(4))), "{found:?}");
    }
}
