//! The server: the only part of Rung that is asynchronous, and that thinly. The edge reads a request whole, asks who
//! calls, and hands it to a synchronous page in a thread of its own.
//!
//! | file | what it does |
//! |---|---|
//! | [`routes`] | the URL map: every path with the right it needs |
//! | `guard` | asking for that right |
//! | `edge` | request in, answer out: sessions, tokens of forms, headers |
//! | `pages`, `api` | a page, or an API operation, a function |
//! | `serve` | listening, jobs in the background, stopping |

mod answer;
mod api;
mod ask;
mod edge;
mod guard;
mod pages;
pub(crate) mod routes;
mod serve;
#[cfg(test)]
mod tests;

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, PoisonError},
};

use rung_app::{
    dice::hex,
    server::{Server, mirror::Mirror},
};
use rung_views::frame::{Body, Chrome};

use self::ask::Ask;
pub(crate) use serve::{Listen, serve};

/// What a server shows.
#[derive(Debug)]
pub(crate) struct Site {
    /// What it can do.
    pub(crate) server: Server,
    /// Moves the clock: the demonstration lives on its own day. Seconds.
    pub(crate) shift: i64,
    /// Logins that are ready, in a demonstration: login and what it is.
    pub(crate) ready: Vec<(String, String)>,
    /// True where a proxy in front speaks TLS.
    pub(crate) behind_tls: bool,
    /// Every style.
    styles: String,
    /// Version of styles and script.
    version: String,
    /// One's own reading as it was drawn last, by what its forms send along.
    drawn: Mutex<BTreeMap<String, Drawn>>,
    /// The framework's pages, by the state of the framework they are of.
    book: Mutex<Option<(String, Book)>>,
}

/// A reading with the page that was drawn of it.
type Drawn = (Arc<Mirror>, Arc<Vec<u8>>);

/// Pages that are kept at most.
const PAGES: usize = 64;

/// Pages of a framework by path.
pub(crate) type Book = Arc<BTreeMap<String, Body>>;

impl Site {
    pub(crate) fn new(server: Server, shift: i64, ready: Vec<(String, String)>, behind_tls: bool) -> Self {
        let styles = rung_views::frame::styles();
        let sum = rung_app::dice::sum_of(&format!("{styles}{}", rung_views::frame::SCRIPT));
        Self {
            server,
            shift,
            ready,
            behind_tls,
            styles,
            version: hex(&sum[..6]),
            drawn: Mutex::default(),
            book: Mutex::default(),
        }
    }

    /// The framework's pages.
    pub(crate) fn book(&self) -> Result<Book, rung_app::server::Refused> {
        let opened = self.server.opened()?;
        let framework = &opened.framework;
        let state = format!("{:p} {} {}", Arc::as_ptr(&opened), framework.id, framework.version);
        let mut book = self.book.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((known, book)) = &*book
            && *known == state
        {
            return Ok(Arc::clone(book));
        }
        let pages = rung_views::site::site(framework);
        let made: Book = Arc::new(pages.into_iter().map(|page| (page.path, page.body)).collect());
        *book = Some((state, Arc::clone(&made)));
        Ok(made)
    }

    /// The page of a reading, drawn once for each session.
    pub(crate) fn drawn(&self, ask: &Ask<'_>, mirror: &Arc<Mirror>, draw: impl FnOnce() -> Vec<u8>) -> Arc<Vec<u8>> {
        let held = || self.drawn.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((known, page)) = held().get(&ask.csrf)
            && Arc::ptr_eq(known, mirror)
        {
            return Arc::clone(page);
        }
        let page = Arc::new(draw());
        let mut drawn = held();
        if drawn.len() >= PAGES {
            drawn.pop_first();
        }
        drawn.insert(ask.csrf.clone(), (Arc::clone(mirror), Arc::clone(&page)));
        page
    }

    /// What stands around a page.
    pub(crate) fn chrome<'a>(&'a self, ask: &'a Ask<'_>) -> Chrome<'a> {
        let account = ask.caller.account.as_ref();
        let person = account.and_then(|own| own.person.as_deref());
        let mut parts = Vec::new();
        let mut own = Vec::new();
        if account.is_some() {
            if person.is_some() {
                parts.push(("/me", "My weeks"));
                own.push(("/my-data", "My data"));
            }
            parts.extend([("/roles/", "Roles"), ("/teams", "Teams"), ("/organisation", "Organisation")]);
            own.extend([("/account", "Account"), ("/policy", "Policy")]);
            if account.is_some_and(|own| own.administrator) {
                parts.push(("/admin", "Server"));
            } else if account.is_some_and(|own| own.council) {
                own.push(("/admin/log", "Access log"));
            }
        }
        Chrome {
            who: account.map(|_| ask.name.as_str()),
            parts,
            own,
            here: &ask.path,
            csrf: &ask.csrf,
            version: &self.version,
            notice: None,
            invented: !self.ready.is_empty(),
        }
    }
}
