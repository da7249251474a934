//! A career framework as a site of pages a company would publish as it is: no script, no request, one file a page.
//!
//! | page | what it answers |
//! |---|---|
//! | `index.html` | which roles there are, and what every level asks |
//! | `role/..` | what a role is, level beside level |
//! | `level/..` | what one level asks |
//! | `steps/..` | what changes from one level to the next |
//! | `compare.html`, `overlap.html`, `paths.html` | roles beside each other |
//! | `about.html` | whose it is, its licence, where each part was published |
//!
//! [`markdown`], [`csv`] and [`svg`] are the same content as one file.

mod about;
mod book;
mod compare;
mod draw;
mod export;
mod frame;
mod index;
mod level;
mod paths;
mod role;
mod steps;

use rung_model::framework::Framework;

use book::Book;
pub use draw::svg;
pub use export::{csv, markdown};

/// One page of a site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Where it stands in the site, with `/`.
    pub path: String,
    /// The whole document.
    pub html: String,
}

/// The pages of a framework; the first is `index.html`.
pub fn site(framework: &Framework) -> Vec<Page> {
    let book = Book::of(framework);
    let mut pages = vec![index::page(&book)];
    pages.extend(framework.roles.iter().map(|role| role::page(&book, role)));
    pages.extend(framework.positions.iter().map(|position| level::page(&book, position)));
    pages.extend(book.steps().into_iter().map(|(from, to)| steps::page(&book, from, to)));
    pages.extend(compare::pages(&book));
    pages.extend(paths::page(&book));
    pages.push(about::page(&book));
    pages
}
