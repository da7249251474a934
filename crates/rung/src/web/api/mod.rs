//! The API: `/api/v1`, described by the document at its root. Every operation is a row here, with the right it needs and
//! what it answers; the router and the document are both made of these rows.

mod document;
mod operations;

use rung_app::server::Refused;
use serde::Serialize;

use super::{
    answer::Answer,
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
        Refused::App(rung_app::error::AppError::NoSuch { .. }) => (404, "not-there", "There is nothing here"),
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

const fn row(
    method: Method,
    path: &'static str,
    guard: Guard,
    run: fn(&super::ask::Ask<'_>) -> super::answer::Done,
) -> Route {
    Route { method, path, guard, run }
}

/// The right most operations about oneself need.
const fn own(verb: rung_app::access::Verb, object: rung_app::access::Object) -> Guard {
    Guard::Table(verb, object, Whom::Oneself)
}
