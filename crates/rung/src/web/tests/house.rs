//! An invented organisation in a throw-away database, and a client for it.
//!
//! ```text
//! org      dora (director)
//!  alpha   emil (manager of alpha), tara (tech lead), ana, and from 2027 on soon
//!  beta    emma (manager of beta), ben, old (managed ana until June 2026), new (manages ana from 2027 on)
//! ```

use std::{
    collections::BTreeMap,
    net::SocketAddr,
    sync::{Arc, LazyLock},
};

use axum::{Router, body::Body, extract::connect_info::MockConnectInfo, http::Request};
use jiff::Timestamp;
use rung_app::{
    dice::Dice,
    server::{Caller, Moment, Server, accounts::NewAccount},
};
use tempfile::TempDir;
use tower::ServiceExt;

use crate::web::{Site, edge};

/// Everybody's password.
pub(super) const PASSWORD: &str = "a sentence to keep";

/// People of the roster who may log in on the day, and those who are no person of it.
pub(super) const LOGINS: [&str; 12] =
    ["ana", "emil", "dora", "tara", "ben", "old", "new", "emma", "admin", "council", "people-alpha", "people-all"];

const ROSTER: &str = r#"
organisation = "Orchard"

[[team]]
id = "org"
[[team]]
id = "alpha"
name = "Alpha"
parent = "org"
[[team]]
id = "beta"
name = "Beta"
parent = "org"

[[person]]
id = "dora"
name = "Dora Lind"
addresses = ["dora@orchard.example"]
team = "org"
role = "director"
[[person]]
id = "emil"
name = "Emil Oske"
addresses = ["emil@orchard.example"]
team = "alpha"
manager = "dora"
role = "em"
[[person]]
id = "tara"
name = "Tara Vogt"
addresses = ["tara@orchard.example"]
team = "alpha"
manager = "emil"
role = "tech_lead"
[[person]]
id = "ana"
name = "Ana Sommer"
addresses = ["ana@orchard.example"]
team = "alpha"
role = "senior"
[[person]]
id = "emma"
name = "Emma Rask"
addresses = ["emma@orchard.example"]
team = "beta"
manager = "dora"
role = "em"
[[person]]
id = "ben"
name = "Ben Holt"
addresses = ["ben@orchard.example"]
team = "beta"
manager = "emma"
role = "senior"
[[person]]
id = "old"
name = "Old Keller"
addresses = ["old@orchard.example"]
team = "beta"
manager = "emma"
[[person]]
id = "new"
name = "New Winter"
addresses = ["new@orchard.example"]
team = "beta"
manager = "emma"
[[person]]
id = "left"
name = "Left Berg"
addresses = ["left@orchard.example"]
[[person]]
id = "soon"
name = "Soon Falk"
addresses = ["soon@orchard.example"]

[[employment]]
person = "left"
from = 2020-01-01
until = 2026-05-01
[[employment]]
person = "soon"
from = 2027-01-01
[[membership]]
person = "left"
team = "alpha"
from = 2020-01-01
until = 2026-05-01
[[membership]]
person = "soon"
team = "alpha"
from = 2027-01-01
[[reports_to]]
person = "ana"
manager = "old"
from = 2025-01-01
until = 2026-06-01
[[reports_to]]
person = "ana"
manager = "emil"
from = 2026-06-01
until = 2027-01-01
[[reports_to]]
person = "ana"
manager = "new"
from = 2027-01-01

[[responsibility]]
team = "alpha"
id = "code_review"
hours = 6
[[responsibility]]
team = "alpha"
id = "one_on_ones"
hours = 4
[[capacity]]
person = "tara"
team = "alpha"
hours = 16
[[capacity]]
person = "emil"
team = "alpha"
hours = 24
[[ownership]]
person = "tara"
team = "alpha"
responsibility = "code_review"
"#;

static RUNTIME: LazyLock<tokio::runtime::Runtime> = LazyLock::new(|| {
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("threads for tests")
});

/// What came back.
#[derive(Debug)]
pub(super) struct Reply {
    pub(super) status: u16,
    pub(super) headers: BTreeMap<String, Vec<String>>,
    pub(super) body: String,
}

impl Reply {
    pub(super) fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|all| all.first()).map_or("", String::as_str)
    }

    /// The value of a cookie it sets.
    pub(super) fn cookie(&self, name: &str) -> Option<String> {
        let set = self.headers.get("set-cookie")?;
        let value = set.iter().find_map(|one| one.strip_prefix(&format!("{name}=")).map(str::to_owned))?;
        Some(value.split(';').next().unwrap_or_default().to_owned())
    }

    /// What a form of this page sends along.
    pub(super) fn csrf(&self) -> String {
        let start = self.body.split("name=\"csrf\" value=\"").nth(1).unwrap_or_default();
        start.split('"').next().unwrap_or_default().to_owned()
    }
}

/// The organisation, served.
pub(super) struct House {
    pub(super) site: Arc<Site>,
    router: Router,
    /// Sessions by login.
    pub(super) sessions: BTreeMap<String, String>,
    _folder: TempDir,
}

/// Noon of Monday 16 November 2026 in UTC.
pub(super) fn noon() -> Timestamp {
    "2026-11-16T12:00:00Z".parse().unwrap()
}

impl House {
    /// An empty server, before it is set up.
    pub(super) fn empty() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let now = crate::surroundings::now().as_second();
        let server = Server::open(&folder.path().join("rung.db"), noon().as_second()).unwrap();
        let site = Arc::new(Site::new(server, noon().as_second() - now, Vec::new(), false));
        let from = MockConnectInfo(SocketAddr::from(([127, 0, 0, 1], 4000)));
        let router = edge::router(Arc::clone(&site)).layer(from);
        Self { site, router, sessions: BTreeMap::new(), _folder: folder }
    }

    /// The organisation of the head of this file, everybody with a session.
    pub(super) fn furnished() -> Self {
        let mut house = Self::empty();
        let server = &house.site.server;
        let moment = moment();
        let secret = server.set_up(&moment, "Orchard", "UTC", "admin@orchard.example", PASSWORD, "").unwrap();
        let admin = server.by_session(&moment, &secret).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("orchard.toml");
        std::fs::write(&file, ROSTER).unwrap();
        let imported = server.try_roster(&admin, &moment, &file, Some("toml"), "").unwrap();
        assert!(imported.problems.is_empty(), "{:?}", imported.problems);
        server.keep_roster(&admin, &moment, &imported, "imported").unwrap();
        for login in ["ana", "emil", "dora", "tara", "ben", "old", "new", "emma", "left", "soon"] {
            house.invite(
                &admin,
                &NewAccount { login: at(login), person: Some(login.to_owned()), ..NewAccount::default() },
            );
        }
        house.invite(&admin, &NewAccount { login: at("council"), council: true, ..NewAccount::default() });
        let scope = |scope: &str| Some(scope.to_owned());
        house.invite(&admin, &NewAccount { login: at("people-alpha"), scope: scope("alpha"), ..NewAccount::default() });
        house.invite(&admin, &NewAccount { login: at("people-all"), scope: scope("*"), ..NewAccount::default() });
        house.sessions.insert("admin".to_owned(), secret);
        LOGINS.iter().filter(|login| **login != "admin").for_each(|login| house.log_in(login));
        house
    }

    /// Gives somebody a new session.
    pub(super) fn log_in(&mut self, login: &str) {
        let session = self.site.server.log_in(&moment(), &at(login), PASSWORD, "test", "").unwrap();
        self.sessions.insert(login.to_owned(), session);
    }

    fn invite(&self, admin: &Caller, new: &NewAccount) {
        let moment = moment();
        let secret = self.site.server.invite(admin, &moment, new).unwrap();
        // Who is not here (any more, or yet) takes the invitation up and still is not let in.
        self.site.server.accept(&moment, &secret, PASSWORD, "").unwrap();
    }

    /// The caller of a session.
    pub(super) fn caller(&self, login: &str) -> Caller {
        match self.sessions.get(login) {
            Some(secret) => self.site.server.by_session(&moment(), secret).unwrap(),
            None => self.site.server.nobody(&moment()).unwrap(),
        }
    }

    /// Sends a request.
    pub(super) fn send(&self, request: Request<Body>) -> Reply {
        let router = self.router.clone();
        RUNTIME.block_on(async move {
            let response = router.oneshot(request).await.unwrap();
            let status = response.status().as_u16();
            let mut headers: BTreeMap<String, Vec<String>> = BTreeMap::new();
            for (name, value) in response.headers() {
                headers.entry(name.to_string()).or_default().push(value.to_str().unwrap().to_owned());
            }
            let bytes = axum::body::to_bytes(response.into_body(), usize::MAX).await.unwrap();
            Reply { status, headers, body: String::from_utf8_lossy(&bytes).into_owned() }
        })
    }

    /// Opens a page as somebody; `""` is nobody.
    pub(super) fn get(&self, login: &str, path: &str) -> Reply {
        let mut request = Request::get(path);
        if let Some(session) = self.sessions.get(login) {
            request = request.header("cookie", format!("rung={session}"));
        }
        self.send(request.body(Body::empty()).unwrap())
    }

    /// Sends a form as somebody, from a page of this server.
    pub(super) fn post(&self, login: &str, path: &str, fields: &[(&str, &str)]) -> Reply {
        let session = self.sessions.get(login).cloned().unwrap_or_default();
        let mut form = form_urlencoded::Serializer::new(String::new());
        form.append_pair("csrf", &edge::csrf_of(&session));
        for (name, value) in fields {
            form.append_pair(name, value);
        }
        let request = Request::post(path)
            .header("cookie", format!("rung={session}"))
            .header("content-type", "application/x-www-form-urlencoded")
            .header("origin", "http://rung.test")
            .header("host", "rung.test")
            .header("sec-fetch-site", "same-origin");
        self.send(request.body(Body::from(form.finish())).unwrap())
    }

    /// Sends a form with a file as somebody.
    pub(super) fn upload(&self, login: &str, path: &str, fields: &[(&str, &str)], file: (&str, &[u8])) -> Reply {
        let session = self.sessions.get(login).cloned().unwrap_or_default();
        let mut body = Vec::new();
        let csrf = edge::csrf_of(&session);
        for (name, value) in fields.iter().chain([&("csrf", csrf.as_str())]) {
            body.extend(format!("--x\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").bytes());
        }
        body.extend(
            format!("--x\r\ncontent-disposition: form-data; name=\"file\"; filename=\"{}\"\r\n\r\n", file.0).bytes(),
        );
        body.extend(file.1);
        body.extend(b"\r\n--x--\r\n");
        let request = Request::post(path)
            .header("cookie", format!("rung={session}"))
            .header("content-type", "multipart/form-data; boundary=x");
        self.send(request.body(Body::from(body)).unwrap())
    }

    /// Does every job that waits.
    pub(super) fn work(&self) {
        while self.site.server.work(&moment()).unwrap() {}
    }
}

/// The moment of the tests.
pub(super) fn moment() -> Moment {
    Moment { now: noon(), dice: Dice::new(crate::surroundings::chance()) }
}

/// A login's address.
pub(super) fn at(login: &str) -> String {
    format!("{login}@orchard.example")
}
