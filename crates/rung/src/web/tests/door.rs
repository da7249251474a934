//! The way in: set up once, log in, forms, sessions, headers.

use axum::{body::Body, http::Request};

use super::house::{House, PASSWORD, at, moment};

#[test]
fn an_empty_server_is_set_up_once_and_by_its_first_page() {
    let house = House::empty();
    assert_eq!((house.get("", "/").status, house.get("", "/").header("location")), (303, "/setup"));
    let page = house.get("", "/setup");
    assert!(page.body.contains("Who will look after this server?"));
    let before = page.cookie("rung-before").unwrap();
    let fields =
        format!("csrf={}&organisation=Orchard&zone=UTC&login=a%40b.example&password=a+sentence+to+keep", page.csrf());
    let send = |fields: &str| {
        let request = Request::post("/setup")
            .header("cookie", format!("rung-before={before}"))
            .header("content-type", "application/x-www-form-urlencoded");
        house.send(request.body(Body::from(fields.to_owned())).unwrap())
    };
    let refused = send(&fields.replace("a+sentence+to+keep", "short"));
    assert_eq!(refused.status, 422);
    assert!(refused.body.contains("12 characters"));
    let done = send(&fields);
    assert_eq!((done.status, done.header("location")), (303, "/privacy"));
    assert!(done.cookie("rung").is_some());
    assert_eq!(send(&fields).header("location"), "/", "a second time it is not there");
}

#[test]
fn a_form_of_another_site_changes_nothing() {
    let house = House::furnished();
    let session = &house.sessions["ana"];
    let csrf = crate::web::edge::csrf_of(session);
    let ask = |headers: &[(&str, &str)], token: &str| {
        let mut request = Request::post("/me/log")
            .header("cookie", format!("rung={session}"))
            .header("host", "rung.test")
            .header("content-type", "application/x-www-form-urlencoded");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let body = format!("csrf={token}&date=2026-11-12&set=coding&length=1h");
        house.send(request.body(Body::from(body)).unwrap()).status
    };
    assert_eq!(ask(&[("origin", "http://evil.example")], &csrf), 422);
    assert_eq!(ask(&[("sec-fetch-site", "cross-site")], &csrf), 422);
    assert_eq!(ask(&[("origin", "http://rung.test")], "0123"), 422);
    assert_eq!(ask(&[], ""), 422);
    assert!(!house.get("ana", "/me/log").body.contains("1 day logged"));
    assert_eq!(ask(&[("origin", "http://rung.test"), ("sec-fetch-site", "same-origin")], &csrf), 303);
}

#[test]
fn nothing_is_changed_by_get() {
    let house = House::furnished();
    let dump = || rung_store::dump::canonical(house.site.server.db()).unwrap();
    house.get("ana", "/me");
    let before = dump();
    for path in ["/me", "/me/weeks", "/my-data", "/account", "/teams/alpha", "/organisation", "/search?q=a", "/logout"]
    {
        house.get("ana", path);
    }
    // What a page of the access log itself notes is the one thing that grows.
    assert_eq!(dump(), before);
}

#[test]
fn closing_an_account_ends_its_sessions_at_once() {
    let house = House::furnished();
    assert_eq!(house.get("ben", "/teams").status, 200);
    let admin = house.caller("admin");
    let server = &house.site.server;
    let ben = server.accounts(&admin, &moment()).unwrap().into_iter().find(|one| one.login == at("ben")).unwrap();
    assert_eq!(house.post("admin", "/admin/accounts/close", &[("id", &ben.id)]).status, 303);
    assert_eq!(house.get("ben", "/teams").status, 303);
    assert!(server.log_in(&moment(), &at("ben"), PASSWORD, "test", "").is_err());
}

#[test]
fn who_left_and_who_has_not_begun_do_not_get_in() {
    let house = House::furnished();
    for login in ["left", "soon"] {
        let refused = house.site.server.log_in(&moment(), &at(login), PASSWORD, "elsewhere", "").unwrap_err();
        assert!(matches!(refused, rung_app::server::Refused::WrongPassword), "{login}: {refused:?}");
    }
}

#[test]
fn a_login_nobody_has_and_a_wrong_password_are_answered_alike() {
    let house = House::furnished();
    let server = &house.site.server;
    let wrong = server.log_in(&moment(), &at("ana"), "another sentence", "a", "").unwrap_err().to_string();
    let nobody = server.log_in(&moment(), &at("nobody"), "another sentence", "b", "").unwrap_err().to_string();
    assert_eq!(wrong, nobody);
}

#[test]
fn every_answer_carries_the_headers_that_protect_it() {
    let house = House::furnished();
    for (login, path) in [("ana", "/me"), ("", "/login"), ("", "/healthz"), ("ana", "/nowhere"), ("", "/api/v1/people")]
    {
        let reply = house.get(login, path);
        let policy = reply.header("content-security-policy");
        assert!(policy.starts_with("default-src 'none'") && policy.contains("frame-ancestors 'none'"), "{path}");
        assert!(!policy.contains("unsafe"), "{path}");
        assert_eq!(reply.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(reply.header("cache-control"), "no-store", "{path}");
    }
    let css = house.get("", "/assets/rung.css");
    assert!(css.header("cache-control").contains("immutable"));
    let page = house.get("ana", "/me").body;
    assert!(!page.contains(" style=") && !page.contains("<style") && !page.contains("onclick"));
}

#[test]
fn a_step_that_needs_the_password_asks_for_it_again_after_a_while() {
    let house = House::furnished();
    let ana = house.caller("ana");
    let later = rung_app::server::Moment {
        now: jiff::Timestamp::from_second(moment().now.as_second() + 3_600).unwrap(),
        dice: moment().dice,
    };
    let server = &house.site.server;
    assert!(server.proven(&ana, &moment()).is_ok());
    assert!(matches!(server.export(&ana, &later), Err(rung_app::server::Refused::Prove)));
    assert!(server.prove(&ana, &later, "another sentence", "test").is_err());
    server.prove(&ana, &later, PASSWORD, "test").unwrap();
    let ana = house.site.server.by_session(&later, &house.sessions["ana"]).unwrap();
    assert!(server.export(&ana, &later).is_ok());
}

#[test]
fn after_the_password_one_is_back_on_the_page_and_never_on_a_form_alone() {
    let house = House::furnished();
    // The session is older than what its password is good for.
    let old = moment().now.as_second() - 3_600;
    let sql = "UPDATE session SET proven = $1 WHERE org = 1";
    house.site.server.db().write(|tx| tx.run(sql, &[rung_store::Value::Int(old)])).unwrap();
    let asked = |reply: super::house::Reply| reply.header("location").to_owned();
    assert_eq!(asked(house.get("ana", "/my-data/erase")), "/account/prove?to=%2Fmy-data%2Ferase");
    let fields = [("name", "mine"), ("days", "9")];
    assert_eq!(asked(house.post("ana", "/account/tokens", &fields)), "/account/prove?to=%2Faccount");
    assert_eq!(asked(house.get("", "/search?q=a")), "/login?to=%2Fsearch%3Fq%3Da");
}
