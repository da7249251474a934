//! The static site of a career framework: data in, pages out, ready to be published as they are.
//!
//! | file | what it holds |
//! |---|---|
//! | `book` | the framework indexed once: ladders, what each position asks, where each page lies |
//! | `shell`, `slug`, `bits` | the frame of a page, names of files, small parts |
//! | `index`, `role`, `level`, `step`, `compare`, `overlap`, `paths`, `about` | one page each |
//! | `text`, `table`, `drawing` | the whole as Markdown, as CSV, and single drawings |

mod about;
mod bits;
mod book;
mod compare;
mod drawing;
mod duties;
mod graph;
mod index;
mod layers;
mod level;
mod overlap;
mod paths;
mod petal;
mod radar;
mod role;
mod shell;
mod slug;
mod step;
mod table;
mod text;

use rung_model::framework::Framework;

pub(crate) use drawing::STYLE as DRAWING;
pub use drawing::svg;
pub use table::csv;
pub use text::markdown;

use book::Book;

use crate::frame::Body;

/// One file of the site.
#[derive(Clone, Debug)]
pub struct Page {
    /// Where it lies, relative to the site, with `/` between folders.
    pub path: String,
    /// What it says.
    pub body: Body,
}

impl Page {
    /// The whole document.
    pub fn html(&self) -> String {
        self.body.file()
    }
}

/// Every page of the site, `index.html` first. Links between them are relative.
pub fn site(framework: &Framework) -> Vec<Page> {
    let book = Book::of(framework);
    let mut pages = vec![index::page(&book)];
    pages.extend(book.roles.iter().map(|role| role::page(&book, role)));
    pages.extend((0..framework.positions.len()).filter_map(|number| level::page(&book, number)));
    pages.extend(book.steps.iter().filter_map(|way| step::page(&book, way)));
    pages.extend([compare::page(&book), overlap::page(&book), paths::page(&book), about::page(&book)]);
    pages
}
