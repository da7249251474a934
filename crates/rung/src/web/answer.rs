//! What goes back.

use rung_app::server::Refused;
use rung_views::frame::Body;

use super::ask::Ask;

/// An answer before headers that all have.
#[derive(Debug)]
pub(crate) struct Answer {
    /// Its status.
    pub(crate) status: u16,
    /// Its kind.
    pub(crate) kind: &'static str,
    /// What it holds.
    pub(crate) body: Vec<u8>,
    /// Where to go instead.
    pub(crate) to: Option<String>,
    /// A session that begins (its secret) or ends (empty).
    pub(crate) session: Option<String>,
    /// The name a browser saves it under.
    pub(crate) save_as: Option<String>,
    /// True where it may be kept: it never changes under its address.
    pub(crate) forever: bool,
}

/// A page, or why not.
pub(crate) type Done = Result<Answer, Refused>;

pub(crate) const HTML: &str = "text/html; charset=utf-8";
pub(crate) const JSON: &str = "application/json";

impl Answer {
    fn of(status: u16, kind: &'static str, body: Vec<u8>) -> Self {
        Self { status, kind, body, to: None, session: None, save_as: None, forever: false }
    }

    /// A page.
    pub(crate) fn page(ask: &Ask<'_>, body: &Body) -> Self {
        Self::page_of(200, ask, body)
    }

    /// A page that is drawn already.
    pub(crate) fn html(body: Vec<u8>) -> Self {
        Self::of(200, HTML, body)
    }

    /// A page with another status.
    pub(crate) fn page_of(status: u16, ask: &Ask<'_>, body: &Body) -> Self {
        Self::of(status, HTML, body.web(&ask.site.chrome(ask)).into_bytes())
    }

    /// What never changes under its address.
    pub(crate) fn asset(kind: &'static str, body: Vec<u8>) -> Self {
        Self { forever: true, ..Self::of(200, kind, body) }
    }

    /// A file to save.
    pub(crate) fn file(kind: &'static str, name: &str, body: Vec<u8>) -> Self {
        Self { save_as: Some(name.to_owned()), ..Self::of(200, kind, body) }
    }

    /// Text of a kind.
    pub(crate) fn text(kind: &'static str, body: String) -> Self {
        Self::of(200, kind, body.into_bytes())
    }

    /// A JSON document.
    pub(crate) fn json(value: &impl serde::Serialize) -> Done {
        Self::json_of(200, value)
    }

    /// A JSON document with another status.
    pub(crate) fn json_of(status: u16, value: &impl serde::Serialize) -> Done {
        let body = serde_json::to_vec(value).map_err(|error| Refused::field("answer", error.to_string()))?;
        Ok(Self::of(status, JSON, body))
    }

    /// Somewhere else, by GET.
    pub(crate) fn to(path: impl Into<String>) -> Self {
        Self { to: Some(path.into()), ..Self::of(303, HTML, Vec::new()) }
    }

    /// Somewhere else, with a session that begins, or ends where the secret is empty.
    pub(crate) fn with_session(path: impl Into<String>, secret: String) -> Self {
        Self { session: Some(secret), ..Self::to(path) }
    }
}
