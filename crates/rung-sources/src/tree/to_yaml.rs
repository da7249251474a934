//! Writes YAML in block style.

use super::{
    Map, Node, Value,
    quoted::{finite, is_unseen, quoted},
    yaml_scalar::plain,
};

/// Longest key, in letters, that YAML takes without a question mark before it.
const LONGEST_KEY: usize = 1000;

/// The tree as YAML: block style, quotes only where a reader of YAML 1.1 or 1.2 needs them.
/// Dates become text.
pub(crate) fn to_yaml(node: &Node) -> String {
    let mut out = String::new();
    if holds(node) {
        block(&mut out, node, 0);
    } else {
        scalar(&mut out, node, 0);
        out.push('\n');
    }
    out
}

/// True for lists and maps that are not empty.
fn holds(node: &Node) -> bool {
    node.list().is_some_and(|list| !list.is_empty()) || node.map().is_some_and(|map| !map.is_empty())
}

/// A list or map that holds something; the first line is already indented.
fn block(out: &mut String, node: &Node, indent: usize) {
    match &node.value {
        Value::List(list) => {
            for (at, entry) in list.iter().enumerate() {
                start(out, indent, at);
                out.push_str("- ");
                if holds(entry) {
                    block(out, entry, indent + 2);
                } else {
                    scalar(out, entry, indent);
                    out.push('\n');
                }
            }
        }
        Value::Map(map) => entries(out, map, indent),
        _ => {}
    }
}

fn entries(out: &mut String, map: &Map, indent: usize) {
    for (at, (key, node)) in map.iter().enumerate() {
        start(out, indent, at);
        let written = if is_plain(&key.text) { key.text.clone() } else { quoted(&key.text) };
        if written.chars().count() > LONGEST_KEY {
            out.push_str("? ");
            out.push_str(&written);
            out.push('\n');
            start(out, indent, 1);
        } else {
            out.push_str(&written);
        }
        out.push(':');
        if holds(node) {
            out.push('\n');
            start(out, indent + 2, 1);
            block(out, node, indent + 2);
        } else {
            out.push(' ');
            scalar(out, node, indent);
            out.push('\n');
        }
    }
}

/// The indentation of every line but the first of a block.
fn start(out: &mut String, indent: usize, at: usize) {
    if at > 0 {
        out.extend(std::iter::repeat_n(' ', indent));
    }
}

fn scalar(out: &mut String, node: &Node, indent: usize) {
    match &node.value {
        Value::Null => out.push_str("null"),
        Value::Flag(flag) => out.push_str(if *flag { "true" } else { "false" }),
        Value::Whole(whole) => out.push_str(&whole.to_string()),
        Value::Number(number) => out.push_str(&finite(*number).unwrap_or_else(|| unending(*number).to_owned())),
        Value::Text(text) if is_plain(text) => out.push_str(text),
        Value::Text(text) if is_literal(text) => literal(out, text, indent),
        Value::Text(text) => out.push_str(&quoted(text)),
        Value::Date(date) => out.push_str(&quoted(&date.to_string())),
        Value::List(_) => out.push_str("[]"),
        Value::Map(_) => out.push_str("{}"),
    }
}

fn unending(number: f64) -> &'static str {
    match number {
        _ if number.is_nan() => ".nan",
        _ if number > 0.0 => ".inf",
        _ => "-.inf",
    }
}

/// True for text that every reader takes for the same text without quotes.
fn is_plain(text: &str) -> bool {
    let Some(first) = text.chars().next() else { return false };
    let second = text.chars().nth(1);
    let reserved = ["yes", "no", "on", "off", "true", "false", "null", "<<", "="];
    let like_a_number = text.starts_with(|c: char| c.is_ascii_digit() || "+-.".contains(c))
        && text.chars().all(|c| c.is_ascii_hexdigit() || "_:.+-xXoOTZ ".contains(c));
    !(text.trim() != text
        || text.chars().any(is_unseen)
        || ",[]{}#&*!|>'\"%@`".contains(first)
        || ("-?:".contains(first) && second.is_none_or(char::is_whitespace))
        || text.starts_with("---")
        || text.starts_with("...")
        || text.ends_with(':')
        || text.contains(": ")
        || text.contains(" #")
        || like_a_number
        || reserved.iter().any(|word| text.eq_ignore_ascii_case(word))
        || !matches!(plain(text), Value::Text(_)))
}

/// True for text of several lines that a literal block gives back letter by letter.
fn is_literal(text: &str) -> bool {
    let body = text.strip_suffix('\n').unwrap_or(text);
    body.contains('\n')
        && !body.ends_with('\n')
        && !body.starts_with(char::is_whitespace)
        && text.chars().all(|c| c == '\n' || !is_unseen(c))
        && body.split('\n').all(|line| line.trim_end() == line && !line.starts_with('\t'))
}

fn literal(out: &mut String, text: &str, indent: usize) {
    let body = text.strip_suffix('\n');
    out.push_str(if body.is_some() { "|" } else { "|-" });
    for line in body.unwrap_or(text).split('\n') {
        out.push('\n');
        if !line.is_empty() {
            start(out, indent + 2, 1);
            out.push_str(line);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{
        super::{toml, yaml},
        *,
    };

    #[test]
    fn the_layout_is_the_one_people_write() {
        let text = "name = 'A: b'\nid = '007'\ndays = ['no', 'on time', 'Mon']\nnote = \"one\\n\\n two\\n\"\nempty = []\n\
                    day = 2026-02-28\n[[level]]\nid = 'l1'\nn = [[1, 2.0], []]\n[[level]]\ntext = { a = \"x\\ny\" }\n";
        let tree = toml("f.toml", text).0.unwrap();
        let expected = "name: \"A: b\"\nid: \"007\"\ndays:\n  - \"no\"\n  - on time\n  - Mon\nnote: |\n  one\n\n   two\n\
                        empty: []\nday: \"2026-02-28\"\nlevel:\n  - id: l1\n    n:\n      - - 1\n        - 2.0\n      - []\n  \
                        - text:\n      a: |-\n        x\n        y\n";
        assert_eq!(to_yaml(&tree), expected);
        assert!(yaml("f.yml", expected).1.is_empty());
    }
}
