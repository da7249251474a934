//! The API: `/api/v1`, described by the document at its root. Every operation is a row here, with the right it needs and
//! what it answers; the router and the document are both made of these rows.

mod document;
mod operations;

use rung_app::{error::AppError, server::Refused};
use serde::Serialize;

use super::{
    answer::Answer,
    ask::Ask,
    routes::{Guard, Method, Route, Whom},
};

/// A parameter of an operation.
#[derive(Clone, Copy, Debug)]
pub(super) struct Parameter {
    pub(super) name: &'static str,
    pub(super) of_path: bool,
    pub(super) sort: Sort,
    pub(super) words: &'static str,
}

/// What a parameter may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    Text,
    Day,
    Count,
}

/// An operation.
pub(super) struct Operation {
    pub(super) route: Route,
    pub(super) id: &'static str,
    pub(super) words: &'static str,
    pub(super) parameters: &'static [Parameter],
    /// Schema of the body that is sent, where there is one.
    pub(super) takes: Option<fn() -> schemars::Schema>,
    /// Schema of what is answered.
    pub(super) gives: fn() -> schemars::Schema,
    /// The status of an answer.
    pub(super) status: u16,
}

pub(super) use operations::ALL;

/// A problem document (RFC 9457).
#[derive(Debug, Serialize, schemars::JsonSchema)]
#[schemars(title = "problem")]
pub(super) struct Problem {
    /// What sort of problem, as an address.
    #[serde(rename = "type")]
    sort: &'static str,
    /// In a few words.
    title: &'static str,
    /// The status.
    status: u16,
    /// What is wrong.
    detail: String,
    /// What to do next.
    hints: Vec<String>,
}

/// Why not, as a problem document.
pub(super) fn problem(refused: &Refused) -> Answer {
    let (status, sort, title) = match refused {
        Refused::LogIn => (401, "log-in", "Log in first"),
        Refused::NotThere => (404, "not-there", "There is nothing here"),
        Refused::Prove | Refused::WrongPassword => (403, "prove", "A page asks for the password for this"),
        Refused::Wait { .. } => (429, "wait", "Wait a little"),
        Refused::Meanwhile => (409, "meanwhile", "Somebody was faster"),
        Refused::Field { .. } | Refused::Problems(_) => (422, "not-done", "That was not done"),
        Refused::App(AppError::NoSuch { .. } | AppError::NothingFound(_)) => {
            (404, "not-there", "There is nothing here")
        }
        Refused::App(AppError::Ambiguous { .. }) => (409, "ambiguous", "Several things fit"),
        Refused::App(_) => (422, "not-done", "That was not done"),
        Refused::Store(_) => (500, "failed", "Something failed here"),
    };
    let mut hints = if status == 500 { Vec::new() } else { refused.hints() };
    if let Refused::Problems(problems) = refused {
        hints.extend(problems.iter().map(ToString::to_string));
    }
    let detail = if matches!(status, 404 | 500) { title.to_owned() } else { refused.to_string() };
    if status == 500 {
        crate::terminal::print::complain(&format!("error: api: {refused}"));
    }
    let one = Problem { sort, title, status, detail, hints };
    let body = serde_json::to_vec(&one).unwrap_or_default();
    Answer { status, kind: "application/problem+json", body, to: None, session: None, save_as: None, forever: false }
}

/// The largest number a parameter may be.
const MOST: i64 = 500;
/// The longest text a parameter may be, characters.
const LONGEST: usize = 200;

/// Holds the parameters of a request to what the document says of them.
///
/// # Errors
/// [`Refused::Field`] with the parameter and what it may be.
pub(super) fn check(path: &str, ask: &Ask<'_>) -> Result<(), Refused> {
    let rows = ALL.iter().filter(|one| one.route.path == path);
    for one in rows.flat_map(|one| one.parameters).filter(|one| !one.of_path) {
        let given: Vec<&str> =
            ask.query.iter().filter(|(name, _)| name == one.name).map(|(_, value)| value.as_str()).collect();
        let right = |text: &&str| match one.sort {
            Sort::Text => (1..=LONGEST).contains(&text.chars().count()),
            Sort::Day => text.parse::<jiff::civil::Date>().is_ok_and(|day| day.to_string() == **text),
            Sort::Count => text.parse::<i64>().is_ok_and(|count| (1..=MOST).contains(&count)),
        };
        if given.len() > 1 || !given.iter().all(right) {
            let may = match one.sort {
                Sort::Text => "give a text of 1 to 200 characters, once",
                Sort::Day => "give a day, such as 2026-11-16, once",
                Sort::Count => "give a whole number of 1 to 500, once",
            };
            return Err(Refused::field(one.name, may));
        }
    }
    Ok(())
}

/// The methods of a path, as an Allow header names them; empty where there is no such path.
pub(super) fn allowed(path: &str) -> String {
    let fits = |template: &str| {
        let (own, asked): (Vec<&str>, Vec<&str>) = (template.split('/').collect(), path.split('/').collect());
        own.len() == asked.len() && own.iter().zip(asked).all(|(own, asked)| own.starts_with('{') || *own == asked)
    };
    let mut all: Vec<&str> = ALL
        .iter()
        .filter(|one| fits(one.route.path))
        .map(|one| match one.route.method {
            Method::Get => "GET",
            Method::Post => "POST",
            Method::Delete => "DELETE",
        })
        .collect();
    all.sort_unstable();
    all.join(", ")
}

/// That a path knows no such method.
pub(super) fn no_such_method() -> Answer {
    let one = Problem {
        sort: "no-such-method",
        title: "This path knows no such method",
        status: 405,
        detail: "the document at /api/v1 says which it knows".to_owned(),
        hints: Vec::new(),
    };
    let body = serde_json::to_vec(&one).unwrap_or_default();
    Answer {
        status: 405,
        kind: "application/problem+json",
        body,
        to: None,
        session: None,
        save_as: None,
        forever: false,
    }
}

const fn row(method: Method, path: &'static str, guard: Guard, run: fn(&Ask<'_>) -> super::answer::Done) -> Route {
    Route { method, path, guard, run }
}

/// The right most operations about oneself need.
const fn own(verb: rung_app::access::Verb, object: rung_app::access::Object) -> Guard {
    Guard::Table(verb, object, Whom::Oneself)
}
