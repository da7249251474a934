//! Writes TOML: keys of the file, then its tables, with short tables on one line.

use super::{
    Map, Node, Value,
    quoted::{escaped, finite, quoted},
};

/// Widest line, in letters, that a list may take.
const WIDEST: usize = 100;

/// The tree as TOML: first the keys of the top, then `[table]` and `[[list of tables]]` in their
/// order; tables further inside stand on one line. Null, which TOML does not know, is left out. A
/// top that is no map is written as the key `value`.
pub(crate) fn to_toml(node: &Node) -> String {
    match &node.value {
        Value::Map(map) => document(map),
        Value::Null => String::new(),
        _ => {
            let mut out = String::new();
            pair(&mut out, "value", node);
            out
        }
    }
}

fn document(top: &Map) -> String {
    let mut out = String::new();
    for (key, node) in top.iter().filter(|(_, node)| node.map().is_none() && tables(node).is_none()) {
        pair(&mut out, &key.text, node);
    }
    for (name, node) in top {
        let name = key(&name.text);
        if let Some(map) = node.map() {
            table(&mut out, &format!("[{name}]"), map);
        }
        for map in tables(node).into_iter().flatten() {
            table(&mut out, &format!("[[{name}]]"), map);
        }
    }
    out
}

/// The maps of a list that holds nothing else.
fn tables(node: &Node) -> Option<Vec<&Map>> {
    let maps: Vec<&Map> = present(node.list()?).map(Node::map).collect::<Option<_>>()?;
    (!maps.is_empty()).then_some(maps)
}

/// The entries of a list that TOML can write.
fn present(list: &[Node]) -> impl Iterator<Item = &Node> {
    list.iter().filter(|node| node.value != Value::Null)
}

fn table(out: &mut String, head: &str, map: &Map) {
    if !out.is_empty() {
        out.push('\n');
    }
    out.push_str(head);
    out.push('\n');
    for (key, node) in map {
        pair(out, &key.text, node);
    }
}

/// `key = value`, on several lines where that is easier to read.
pub(crate) fn pair(out: &mut String, name: &str, node: &Node) {
    let start = format!("{} = ", key(name));
    match &node.value {
        Value::Null => return,
        Value::Text(text) if text.contains('\n') => {
            out.push_str(&start);
            several_lines(out, text);
        }
        Value::List(list) => {
            let written: Vec<String> = present(list).map(inline).collect();
            let one_line = format!("{start}[{}]", written.join(", "));
            if tables(node).is_some() || (one_line.chars().count() > WIDEST && !written.is_empty()) {
                out.push_str(&start);
                out.push_str("[\n");
                for entry in &written {
                    out.push_str("  ");
                    out.push_str(entry);
                    out.push_str(",\n");
                }
                out.push(']');
            } else {
                out.push_str(&one_line);
            }
        }
        _ => {
            out.push_str(&start);
            out.push_str(&inline(node));
        }
    }
    out.push('\n');
}

/// A value on one line.
fn inline(node: &Node) -> String {
    match &node.value {
        Value::Null => String::new(),
        Value::Flag(flag) => flag.to_string(),
        Value::Whole(whole) => whole.to_string(),
        Value::Number(number) => finite(*number).unwrap_or_else(|| number.to_string().to_lowercase()),
        Value::Text(text) => quoted(text),
        Value::Date(date) => date.to_string(),
        Value::List(list) => format!("[{}]", present(list).map(inline).collect::<Vec<_>>().join(", ")),
        Value::Map(map) => {
            let present = map.iter().filter(|(_, node)| node.value != Value::Null);
            let pairs: Vec<_> = present.map(|(name, node)| format!("{} = {}", key(&name.text), inline(node))).collect();
            if pairs.is_empty() { "{}".to_owned() } else { format!("{{ {} }}", pairs.join(", ")) }
        }
    }
}

/// Text between three quotes, its lines as they are.
fn several_lines(out: &mut String, text: &str) {
    out.push_str("\"\"\"\n");
    let mut quotes = 0;
    let mut letters = text.chars().peekable();
    while let Some(c) = letters.next() {
        quotes = if c == '"' { quotes + 1 } else { 0 };
        match c {
            '\n' | '\t' => out.push(c),
            '"' if quotes % 3 != 0 && letters.peek().is_some() => out.push(c),
            _ => escaped(out, c),
        }
    }
    out.push_str("\"\"\"");
}

/// A key as TOML writes it, between quotes where it needs them.
pub(crate) fn key(text: &str) -> String {
    let bare = !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-');
    if bare { text.to_owned() } else { quoted(text) }
}

#[cfg(test)]
mod tests {
    use super::{super::yaml, *};

    #[test]
    fn the_layout_is_the_one_people_write() {
        let text = "framework: {id: a, \"x-own\": {b: 1}}\nlevel:\n  - id: l1\n    criteria:\n      - {id: c, text: 't'}\n  \
                    - note: \"one\\ntwo\"\n    gone: null\nversion: 2\n\"odd key\": [1, null, 2.5]\n";
        let tree = yaml("f.yml", text).0.unwrap();
        let expected = "version = 2\n\"odd key\" = [1, 2.5]\n\n[framework]\nid = \"a\"\nx-own = { b = 1 }\n\n[[level]]\n\
                        id = \"l1\"\ncriteria = [\n  { id = \"c\", text = \"t\" },\n]\n\n[[level]]\nnote = \"\"\"\none\n\
                        two\"\"\"\n";
        assert_eq!(to_toml(&tree), expected);
    }

    #[test]
    fn a_list_breaks_where_its_line_grows_too_long() {
        let list = vec![Node::new("a".repeat(50)), Node::new("b".repeat(50))];
        let mut map = Map::default();
        map.set("list", list);
        let written = to_toml(&Node::new(map));
        assert_eq!(written.lines().count(), 4);
        assert!(written.starts_with("list = [\n  \"aaa") && written.ends_with("\",\n]\n"));
    }
}
