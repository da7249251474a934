//! The schema of a framework is a schema, and frameworks are held to it.

use rung_sources::framework::{Notation, builtin, json_schema, to_text};
use serde_json::{Value, json};

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON of the code")
}

/// What the schema says is wrong.
fn wrong(framework: &Value) -> Vec<String> {
    let schema = jsonschema::validator_for(&parsed(&json_schema())).expect("a schema");
    schema.iter_errors(framework).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

fn full() -> Value {
    parsed(include_str!("frameworks/full.json"))
}

#[test]
fn the_schema_is_one() {
    assert!(jsonschema::meta::is_valid(&parsed(&json_schema())));
}

#[test]
fn what_the_code_writes_is_valid() {
    assert_eq!(wrong(&full()), Vec::<String>::new());
    assert_eq!(wrong(&parsed(&to_text(&builtin(), Notation::Json))), Vec::<String>::new());
}

#[test]
fn what_is_broken_is_not() {
    let changes: [(&str, Value); 10] = [
        ("/framework/name", json!(7)),
        ("/role/0/track", json!("manager")),
        ("/role/0/shoe_size", json!(43)),
        ("/position/0/rank", json!(-1)),
        ("/position/0/requires/boats", json!("two")),
        ("/split/0/people/most", json!(0.5)),
        ("/spectrum/0/pairs/0", json!(["one"])),
        ("/responsibility/0/traces/0", json!("codding")),
        ("/anchor/0/criteria/0", json!({"id": "a"})),
        ("/rolle", json!([])),
    ];
    for (pointer, value) in changes {
        let mut framework = full();
        let (parent, key) = pointer.rsplit_once('/').expect("a pointer");
        match framework.pointer_mut(parent).expect("it is in the full framework") {
            Value::Array(list) => list[key.parse::<usize>().expect("a number")] = value,
            parent => parent[key] = value,
        }
        assert_eq!(wrong(&framework).len(), 1, "{pointer}: {:?}", wrong(&framework));
    }
    let mut headless = full();
    headless.as_object_mut().expect("an object").remove("framework");
    assert_eq!(wrong(&headless).len(), 1);
}

#[test]
fn keys_of_ones_own_are_allowed_everywhere() {
    let mut framework = full();
    framework["x-own"] = json!({"a": [1, null]});
    framework["role"][0]["x-own"] = json!(true);
    assert_eq!(wrong(&framework), Vec::<String>::new());
}
