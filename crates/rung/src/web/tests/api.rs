//! The API: tokens, problem documents, pages of lists, and the document that describes it.

use axum::{body::Body, http::Request};
use serde_json::Value;

use super::house::{House, moment};

fn ask(house: &House, method: &str, path: &str, token: &str, body: &str) -> (u16, Value, String) {
    let request = Request::builder().method(method).uri(path).header("authorization", format!("Bearer {token}"));
    let reply =
        house.send(request.header("content-type", "application/json").body(Body::from(body.to_owned())).unwrap());
    let kind = reply.header("content-type").to_owned();
    (reply.status, serde_json::from_str(&reply.body).unwrap_or(Value::Null), kind)
}

fn token(house: &House, login: &str, writes: bool) -> String {
    house.site.server.make_token(&house.caller(login), &moment(), "test", writes, 30).unwrap()
}

#[test]
fn a_token_sees_what_its_owner_sees_and_writes_only_where_it_may() {
    let house = House::furnished();
    let (reads, writes) = (token(&house, "ana", false), token(&house, "ana", true));
    let log = r#"{"date":"2026-11-12","set":"coding","minutes":60}"#;
    assert_eq!(ask(&house, "GET", "/api/v1/me/report", &reads, "").0, 200);
    assert_eq!(ask(&house, "POST", "/api/v1/me/log", &reads, log).0, 404);
    assert_eq!(ask(&house, "POST", "/api/v1/me/log", &writes, log).0, 200);
    assert_eq!(ask(&house, "GET", "/api/v1/me/report", "rung_nobody", "").0, 401);
    assert_eq!(ask(&house, "POST", "/api/v1/policy", &writes, r#"{"name":"least-people","value":"8"}"#).0, 404);
    // A session reads the API from a page and changes nothing through it.
    assert_eq!(house.get("ana", "/api/v1/me/report").status, 200);
    let request = Request::post("/api/v1/me/log").header("cookie", format!("rung={}", house.sessions["ana"]));
    assert_eq!(house.send(request.body(Body::from(log)).unwrap()).status, 422);
    let ended = house.site.server.tokens(&house.caller("ana")).unwrap();
    ended.iter().for_each(|one| house.site.server.end_token(&house.caller("ana"), &one.id).unwrap());
    assert_eq!(ask(&house, "GET", "/api/v1/me/report", &reads, "").0, 401);
}

#[test]
fn what_is_wrong_comes_as_a_problem_document() {
    let house = House::furnished();
    let token = token(&house, "ana", true);
    let (status, problem, kind) = ask(&house, "POST", "/api/v1/me/log", &token, r#"{"date":"soon"}"#);
    assert_eq!((status, kind.as_str()), (422, "application/problem+json"));
    assert_eq!(problem["status"], 422);
    assert!(problem["detail"].as_str().unwrap().contains("set"), "{problem}");
    let (status, problem, _) = ask(&house, "GET", "/api/v1/teams/nowhere", &token, "");
    assert_eq!((status, problem["title"].as_str()), (404, Some("There is nothing here")));
}

#[test]
fn a_list_is_read_page_by_page() {
    let house = House::furnished();
    let token = token(&house, "ana", false);
    let (mut after, mut names) = (String::new(), Vec::new());
    loop {
        let (status, page, _) = ask(&house, "GET", &format!("/api/v1/people?limit=3{after}"), &token, "");
        assert_eq!(status, 200);
        names.extend(page["items"].as_array().unwrap().iter().map(|who| who["name"].as_str().unwrap().to_owned()));
        match page["next"].as_str() {
            Some(next) => after = format!("&after={next}"),
            None => break,
        }
    }
    assert_eq!(names.len(), 8);
    let mut sorted = names.clone();
    sorted.sort();
    assert_eq!(names, sorted);
}

#[test]
fn the_document_describes_every_operation_and_refers_to_nothing_that_is_not_there() {
    let house = House::furnished();
    let (status, document, _) = ask(&house, "GET", "/api/v1", "", "");
    assert_eq!((status, document["openapi"].as_str()), (200, Some("3.1.0")));
    let paths = document["paths"].as_object().unwrap();
    let described: usize = paths.values().map(|one| one.as_object().unwrap().len()).sum();
    assert_eq!(described, crate::web::api::ALL.len());
    let text = document.to_string();
    for reference in text.split("\"$ref\":\"#/components/schemas/").skip(1).filter_map(|rest| rest.split('"').next()) {
        assert!(document["components"]["schemas"].get(reference).is_some(), "{reference}");
    }
    assert!(!text.contains("#/$defs/"));
}

#[test]
fn what_is_answered_is_what_the_document_says() {
    let house = House::furnished();
    let token = token(&house, "ana", true);
    let (_, document, _) = ask(&house, "GET", "/api/v1", "", "");
    for one in crate::web::api::ALL.iter().filter(|one| one.takes.is_none() && one.route.path.starts_with("/api/v1/")) {
        if one.route.method != crate::web::routes::Method::Get || one.route.path.contains("{job}") {
            continue;
        }
        let path = one.route.path.replace("{team}", "alpha").replace("{person}", "ana").replace("{day}", "2026-11-12");
        let (status, answer, _) = ask(&house, "GET", &path, &token, "");
        // A day nothing is held of is not there.
        if path.contains("/days/") && status == 404 {
            continue;
        }
        assert_eq!(status, 200, "{path}");
        let schema =
            &document["paths"][one.route.path]["get"]["responses"]["200"]["content"]["application/json"]["schema"];
        let mut whole = schema.clone();
        whole["components"] = document["components"].clone();
        let validator = jsonschema::validator_for(&whole).unwrap_or_else(|error| panic!("{path}: {error}"));
        let errors: Vec<String> = validator.iter_errors(&answer).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{path}: {errors:?}");
    }
}
