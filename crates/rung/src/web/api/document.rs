//! The OpenAPI document, made of the rows of the API and the schemas of what they answer.

use serde_json::{Map, Value, json};

use super::{ALL, Operation, Parameter, Problem, Sort};
use crate::web::routes::{Guard, Method};

/// OpenAPI 3.1: its schemas are JSON Schema as they are.
pub(super) fn document() -> Value {
    let mut paths = Map::new();
    let mut definitions = Map::new();
    for one in ALL {
        let method = match one.route.method {
            Method::Get => "get",
            Method::Post => "post",
            Method::Delete => "delete",
        };
        let path = paths.entry(one.route.path).or_insert_with(|| json!({}));
        path[method] = operation(one, &mut definitions);
    }
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Rung",
            "version": env!("CARGO_PKG_VERSION"),
            "description": "Where an engineering leader’s weeks go, who carries what on a team, and what each role is. A token sees what its owner sees. What is not there and what is not for one’s eyes are answered alike: 404.",
        },
        "servers": [{ "url": "/" }],
        "security": [{ "token": [] }],
        "paths": paths,
        "components": {
            "securitySchemes": { "token": { "type": "http", "scheme": "bearer", "description": "Made on the page Account; it ends by itself." } },
            "schemas": definitions,
        },
    })
}

fn operation(one: &Operation, definitions: &mut Map<String, Value>) -> Value {
    let answer = |words: &str, kind: &str, schema: Value| json!({ "description": words, "content": { kind: { "schema": schema } } });
    let problem = |definitions: &mut Map<String, Value>, words: &str| {
        answer(words, "application/problem+json", inlined(schemars::schema_for!(Problem), "problem", definitions))
    };
    let mut responses = Map::new();
    responses.insert(
        one.status.to_string(),
        answer("Done.", "application/json", inlined((one.gives)(), one.id, definitions)),
    );
    if one.route.guard != Guard::Open {
        responses.insert("401".to_owned(), problem(definitions, "No token that holds."));
        responses.insert("404".to_owned(), problem(definitions, "Not there, or not for who asks."));
    }
    responses.insert("400".to_owned(), json!({ "description": "The request cannot be read." }));
    responses.insert("422".to_owned(), problem(definitions, "A value that does not do, named with why."));
    if one.route.method != Method::Get {
        responses.insert("409".to_owned(), problem(definitions, "Somebody changed it meanwhile."));
        responses.insert("413".to_owned(), json!({ "description": "The body is too large." }));
    }
    let mut value = json!({
        "operationId": one.id,
        "summary": one.words,
        "parameters": one.parameters.iter().map(parameter).collect::<Vec<_>>(),
        "responses": responses,
    });
    if one.route.guard == Guard::Open {
        value["security"] = json!([]);
    }
    if let Some(takes) = one.takes {
        value["requestBody"] = json!({ "required": true, "content": { "application/json": { "schema": inlined(takes(), &format!("{}_body", one.id), definitions) } } });
    }
    value
}

fn parameter(one: &Parameter) -> Value {
    let schema = match one.sort {
        Sort::Text => json!({ "type": "string", "minLength": 1, "maxLength": super::LONGEST }),
        Sort::Day => json!({ "type": "string", "format": "date" }),
        Sort::Count => json!({ "type": "integer", "minimum": 1, "maximum": super::MOST }),
    };
    json!({
        "name": one.name, "in": if one.of_path { "path" } else { "query" }, "required": one.of_path,
        "description": one.words, "schema": schema,
    })
}

/// A schema whose definitions stand with those of the document, under names no other has.
fn inlined(schema: schemars::Schema, prefix: &str, definitions: &mut Map<String, Value>) -> Value {
    let mut value = schema.to_value();
    let Some(object) = value.as_object_mut() else { return value };
    object.remove("$schema");
    let own = object.remove("$defs");
    renamed(&mut value, prefix);
    if let Some(Value::Object(own)) = own {
        for (name, mut one) in own {
            renamed(&mut one, prefix);
            definitions.insert(format!("{prefix}.{name}"), one);
        }
    }
    definitions.insert(prefix.to_owned(), value);
    json!({ "$ref": format!("#/components/schemas/{prefix}") })
}

fn renamed(value: &mut Value, prefix: &str) {
    match value {
        Value::Object(object) => {
            if let Some(Value::String(to)) = object.get_mut("$ref")
                && let Some(name) = to.strip_prefix("#/$defs/")
            {
                *to = format!("#/components/schemas/{prefix}.{name}");
            }
            object.values_mut().for_each(|inner| renamed(inner, prefix));
        }
        Value::Array(list) => list.iter_mut().for_each(|inner| renamed(inner, prefix)),
        _ => {}
    }
}
