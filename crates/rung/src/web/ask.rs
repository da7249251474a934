//! A request as pages see it: who asks, what for, with what. Synchronous; the edge has read everything before.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rung_app::server::{Caller, Moment, Refused, Server};

use super::Site;

/// A file that was sent with a form.
#[derive(Clone, Debug)]
pub(crate) struct File {
    /// Its name, as the browser calls it.
    pub(crate) name: String,
    /// What it holds.
    pub(crate) bytes: Vec<u8>,
}

/// A request.
#[derive(Debug)]
pub(crate) struct Ask<'a> {
    /// The site it is asked of.
    pub(crate) site: &'a Site,
    /// Who asks.
    pub(crate) caller: Caller,
    /// What who asks is called: their name, else their login.
    pub(crate) name: String,
    /// When.
    pub(crate) moment: Moment,
    /// The path, as it was sent.
    pub(crate) path: String,
    /// Path and query, as somebody who has to log in first comes back to them.
    pub(crate) back: String,
    /// True for what changes something.
    pub(crate) writes: bool,
    /// Scheme and host the request was sent to.
    pub(crate) origin: String,
    /// Parts of the path by name.
    pub(crate) parts: BTreeMap<String, String>,
    /// What stands behind the question mark.
    pub(crate) query: Vec<(String, String)>,
    /// Fields of the form.
    pub(crate) form: Vec<(String, String)>,
    /// Files of the form, by field.
    pub(crate) files: BTreeMap<String, File>,
    /// What a form must send along.
    pub(crate) csrf: String,
    /// The address it came from.
    pub(crate) address: String,
    /// What the browser calls itself.
    pub(crate) agent: String,
    /// The body of an API request.
    pub(crate) body: Vec<u8>,
}

fn first<'v>(list: &'v [(String, String)], name: &str) -> &'v str {
    list.iter().find(|(own, _)| own == name).map_or("", |(_, value)| value.as_str())
}

impl Ask<'_> {
    /// The server.
    pub(crate) fn server(&self) -> &Server {
        &self.site.server
    }

    /// A part of the path.
    pub(crate) fn part(&self, name: &str) -> &str {
        self.parts.get(name).map_or("", String::as_str)
    }

    /// A value behind the question mark; empty where there is none.
    pub(crate) fn query(&self, name: &str) -> &str {
        first(&self.query, name)
    }

    /// A field of the form; empty where there is none.
    pub(crate) fn field(&self, name: &str) -> &str {
        first(&self.form, name)
    }

    /// Every value of a field that may be there several times.
    pub(crate) fn fields(&self, name: &str) -> Vec<String> {
        self.form.iter().filter(|(own, _)| own == name).map(|(_, value)| value.clone()).collect()
    }

    /// A field that may stay empty.
    pub(crate) fn optional(&self, name: &str) -> Option<String> {
        Some(self.field(name).trim().to_owned()).filter(|value| !value.is_empty())
    }

    /// A day of the form.
    pub(crate) fn day(&self, name: &'static str) -> Result<Date, Refused> {
        day(name, self.field(name))
    }

    /// A day behind the question mark, where one is named.
    pub(crate) fn day_asked(&self, name: &'static str) -> Result<Option<Date>, Refused> {
        let text = self.query(name);
        if text.is_empty() { Ok(None) } else { day(name, text).map(Some) }
    }

    /// A whole number behind the question mark, where one is named.
    pub(crate) fn number_asked(&self, name: &'static str) -> Result<Option<i64>, Refused> {
        let text = self.query(name);
        if text.is_empty() {
            return Ok(None);
        }
        text.parse().map(Some).map_err(|_| Refused::field(name, "give a whole number"))
    }
}

fn day(name: &'static str, text: &str) -> Result<Date, Refused> {
    text.trim().parse().map_err(|_| Refused::field(name, "give a day, such as 2026-11-16"))
}
