//! The format told to machines and to people: a JSON Schema, and the text of `rung help framework`.

use super::format::{Holds, Key, TABLES};
use crate::tree::{Map, Node, Value, to_json};
use rung_model::framework::Table;

/// The JSON Schema (2020-12) of a framework written as JSON; the same tables and keys hold for TOML and YAML.
pub fn json_schema() -> String {
    let mut tables = Map::default();
    for (table, about, keys) in TABLES {
        let record = record(keys, Some(about));
        let node = if *table == Table::Framework { record } else { list(Node::new(record)) };
        tables.set(table.id(), node);
    }
    let mut root = Map::default();
    root.set("$schema", "https://json-schema.org/draft/2020-12/schema");
    root.set("title", "A career framework, version 1");
    root.set("description", "Tables of a framework; keys that begin with x- are kept as they are.");
    root.set("type", "object");
    root.set("required", vec![Node::new("framework")]);
    root.set("properties", tables);
    root.set("patternProperties", extra());
    root.set("additionalProperties", false);
    let mut text = to_json(&Node::new(Value::Map(root)));
    if !text.ends_with('\n') {
        text.push('\n');
    }
    text
}

/// Keys of one's own, whatever they hold.
fn extra() -> Map {
    let mut extra = Map::default();
    extra.set("^x-", Map::default());
    extra
}

fn typed(name: &str) -> Map {
    let mut map = Map::default();
    map.set("type", name);
    map
}

fn list(items: Node) -> Map {
    let mut map = typed("array");
    map.set("items", items.value);
    map
}

fn words(allowed: &[&str]) -> Map {
    let mut map = typed("string");
    map.set("enum", allowed.iter().map(|word| Node::new(*word)).collect::<Vec<_>>());
    map
}

fn by_id(of: Map) -> Map {
    let mut map = typed("object");
    map.set("additionalProperties", of);
    map
}

fn number() -> Map {
    typed("number")
}

fn whole() -> Map {
    let mut map = typed("integer");
    map.set("minimum", 0_i64);
    map
}

fn record(keys: &[Key], about: Option<&str>) -> Map {
    let mut properties = Map::default();
    for key in keys {
        let mut value = value(key.holds);
        value.set("description", key.about);
        properties.set(key.name, value);
    }
    let mut map = typed("object");
    if let Some(about) = about {
        map.set("description", about);
    }
    let needed: Vec<Node> = keys.iter().filter(|key| key.needed).map(|key| Node::new(key.name)).collect();
    if !needed.is_empty() {
        map.set("required", needed);
    }
    map.set("properties", properties);
    map.set("patternProperties", extra());
    map.set("additionalProperties", false);
    map
}

fn value(holds: Holds) -> Map {
    match holds {
        Holds::Text => typed("string"),
        Holds::Texts => list(Node::new(typed("string"))),
        Holds::Whole => whole(),
        Holds::Number => number(),
        Holds::Flag => typed("boolean"),
        Holds::OneOf(allowed) => words(&allowed()),
        Holds::SomeOf(allowed) => list(Node::new(words(&allowed()))),
        Holds::Levels => by_id(whole()),
        Holds::Numbers => by_id(number()),
        Holds::Words(allowed) => by_id(words(&allowed())),
        Holds::Record(keys) => record(keys, None),
        Holds::Records(keys) => list(Node::new(record(keys, None))),
        Holds::TextsOrRecords(keys) => {
            let mut either = Map::default();
            either.set("anyOf", vec![Node::new(typed("string")), Node::new(record(keys, None))]);
            list(Node::new(either))
        }
        Holds::Pairs => {
            let mut pair = list(Node::new(typed("string")));
            pair.set("minItems", 2_i64);
            pair.set("maxItems", 2_i64);
            list(Node::new(pair))
        }
    }
}

/// Every table with its keys, for people; a key with `*` is needed.
pub fn help() -> String {
    let mut out = String::new();
    for (table, about, keys) in TABLES {
        let brackets = if *table == Table::Framework { ("[", "]") } else { ("[[", "]]") };
        out.push_str(&format!("{}{}{}  {about}\n", brackets.0, table.id(), brackets.1));
        for key in *keys {
            let name = format!("{}{}", key.name, if key.needed { "*" } else { "" });
            let words = match key.holds {
                Holds::OneOf(allowed) | Holds::SomeOf(allowed) if allowed().len() <= 6 => {
                    format!(" ({})", allowed().join(", "))
                }
                _ => String::new(),
            };
            out.push_str(&format!("    {name:<18} {}{words}\n", key.about));
        }
    }
    out
}
