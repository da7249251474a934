//! What is written is read again as the same tree, and no text makes a reader fall over.

use proptest::prelude::*;
use toml::value::Datetime;

use super::{DEEPEST, Key, Map, Node, Value, javascript, json, to_json, to_toml, to_yaml, toml, yaml};

/// Texts that readers like to take for something else.
const TRAPS: &[&str] = &[
    "",
    " ",
    "~",
    "null",
    "Null",
    "yes",
    "No",
    "on",
    "y",
    "true",
    "TRUE",
    "1e3",
    "0x1",
    "0o7",
    "1_000",
    "12:30",
    "007",
    "2026-02-28",
    ".5",
    "-.inf",
    ".nan",
    "+1",
    "<<",
    "=",
    "- x",
    "-",
    "-x",
    "# x",
    "x # y",
    "x#y",
    "a: b",
    "a:",
    ":a",
    "?",
    "? x",
    "[",
    "{}",
    "*a",
    "&a",
    "!t",
    "|",
    ">-",
    "%x",
    "@x",
    "`x`",
    "'",
    "''",
    "\"",
    "\"\"\"",
    "a\"\"\"\nb",
    "\"\"\"\"\n",
    "\\",
    "\\n",
    "a\\\nb",
    "---",
    "--- x",
    "...",
    "\n",
    "\n\n",
    "a\n",
    "a\n\n",
    "\na",
    "a\n\nb",
    " a\nb",
    "a\n b\n",
    "a \nb",
    "\ta\nb",
    "a\n\tb",
    "a\tb",
    "\t",
    "a\r\nb",
    "\r",
    "\u{0}",
    "\u{7f}",
    "\u{85}",
    "\u{a0}",
    "\u{2028}",
    "\u{feff}",
    "\u{feff}a",
    "\u{fffe}",
    "\u{1f469}\u{200d}\u{1f4bb}",
    "na\u{ef}ve",
    " a",
    "a ",
    "${x}",
    "//",
    "/* x */",
    "a, b",
    "]",
    "\u{10ffff}",
];

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        proptest::sample::select(TRAPS).prop_map(str::to_owned),
        "[a-zA-Z ]{0,12}",
        "(?s).{0,8}",
        "[-?:,\\[\\]{}#&*!|>'\"%@` \n\tab1.]{0,10}",
        (proptest::sample::select(TRAPS), proptest::sample::select(TRAPS)).prop_map(|(a, b)| format!("{a}{b}")),
        "[a-z]{1,6}".prop_map(|word| word.repeat(300)),
    ]
}

fn map_of(entries: Vec<(String, Node)>) -> Node {
    let mut map = Map::default();
    for (text, node) in entries {
        let _ = map.insert(Key { text, line: 0 }, node);
    }
    Node::new(map)
}

fn tree() -> impl Strategy<Value = Node> {
    let leaf = prop_oneof![
        text().prop_map(Node::new),
        any::<bool>().prop_map(Node::new),
        any::<i64>().prop_map(Node::new),
        any::<f64>().prop_filter("a number", |number| number.is_finite()).prop_map(Node::new),
        Just(Node::new(f64::NEG_INFINITY)),
        Just(Node::new(Value::Null)),
        Just(Node::new("2026-02-28".parse::<Datetime>().unwrap())),
        Just(Node::new("2026-02-28T10:00:00Z".parse::<Datetime>().unwrap())),
    ];
    leaf.prop_recursive(5, 48, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Node::new),
            prop::collection::vec((text(), inner), 0..6).prop_map(map_of),
        ]
    })
}

/// The tree as a format can say it: without what it does not know.
fn sayable(node: &Node, toml: bool, json: bool) -> Node {
    Node::new(match &node.value {
        Value::Date(date) if !toml => Value::Text(date.to_string()),
        Value::Number(number) if json && !number.is_finite() => Value::Null,
        Value::List(list) => {
            let kept = list.iter().filter(|node| !toml || node.value != Value::Null);
            Value::List(kept.map(|node| sayable(node, toml, json)).collect())
        }
        Value::Map(map) => {
            let kept = map.iter().filter(|(_, node)| !toml || node.value != Value::Null);
            let kept = kept.map(|(key, node)| (key.text.clone(), sayable(node, toml, json)));
            map_of(kept.collect()).value
        }
        value => value.clone(),
    })
}

fn order(node: &Node) -> Vec<String> {
    let mut keys = Vec::new();
    let mut waiting = vec![node];
    while let Some(node) = waiting.pop() {
        waiting.extend(node.list().into_iter().flatten());
        for (key, node) in node.map().into_iter().flatten() {
            keys.push(key.text.clone());
            waiting.push(node);
        }
    }
    keys
}

#[test]
fn the_deepest_tree_that_is_read_is_written_and_read_again() {
    let mut tree = Node::new("end");
    for level in 0..DEEPEST - 1 {
        tree = if level % 2 == 0 { Node::new(vec![tree]) } else { map_of(vec![("a".to_owned(), tree)]) };
    }
    let tree = map_of(vec![("a".to_owned(), tree)]);
    assert_eq!(toml("f.toml", &to_toml(&tree)), (Some(tree.clone()), vec![]));
    assert_eq!(yaml("f.yaml", &to_yaml(&tree)), (Some(tree.clone()), vec![]));
    assert_eq!(json("f.json", &to_json(&tree)), (Some(tree.clone()), vec![]));
    let deeper = map_of(vec![("a".to_owned(), tree)]);
    assert_eq!(toml("f.toml", &to_toml(&deeper)).1[0].check, "too-deep");
    assert_eq!(yaml("f.yaml", &to_yaml(&deeper)).1[0].check, "too-deep");
    assert_eq!(json("f.json", &to_json(&deeper)).1[0].check, "too-deep");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn toml_gives_back_what_was_written(entries in prop::collection::vec((text(), tree()), 0..6)) {
        let tree = sayable(&map_of(entries), true, false);
        let written = to_toml(&tree);
        let (read, problems) = toml("f.toml", &written);
        prop_assert_eq!(problems, vec![], "{}", written);
        let read = read.unwrap();
        prop_assert_eq!(&read, &tree, "{}", written);
        prop_assert_eq!(to_toml(&read), written);
    }

    #[test]
    fn yaml_gives_back_what_was_written(tree in tree()) {
        let tree = sayable(&tree, false, false);
        let written = to_yaml(&tree);
        let (read, problems) = yaml("f.yaml", &written);
        prop_assert_eq!(problems, vec![], "{}", written);
        let read = read.unwrap();
        prop_assert_eq!(&read, &tree, "{}", written);
        prop_assert_eq!(order(&read), order(&tree));
        prop_assert_eq!(to_yaml(&read), written);
    }

    #[test]
    fn json_gives_back_what_was_written(tree in tree()) {
        let tree = sayable(&tree, false, true);
        let written = to_json(&tree);
        let (read, problems) = json("f.json", &written);
        prop_assert_eq!(problems, vec![], "{}", written);
        let read = read.unwrap();
        prop_assert_eq!(&read, &tree, "{}", written);
        prop_assert_eq!(order(&read), order(&tree));
        prop_assert_eq!(to_json(&read), written);
    }

    #[test]
    fn the_model_keeps_what_toml_can_say(tree in tree()) {
        let tree = sayable(&tree, true, false);
        let back = tree.to_model().map(|value| Node::from_model(&value));
        prop_assert_eq!(back, Some(tree).filter(|tree| tree.value != Value::Null));
    }

    #[test]
    fn no_text_makes_a_reader_fall_over(
        text in prop_oneof![
            "(?s).{0,60}",
            "[-?:,\\[\\]{}#&*!|>'\"%@`= \n\t\\\\ab1./$()<;]{0,60}",
            "((const|export|default|case|return|switch|function|a|=>|\\.\\.\\.|[-=:,;\\[\\]{}()'\"`/$\n 1]) ?){0,30}",
        ],
    ) {
        toml("f.toml", &text);
        yaml("f.yaml", &text);
        json("f.json", &text);
        javascript("f.js", &text);
    }
}
