//! What cannot be done, said plainly. What is not there and what is not for one's eyes look the same.

use maud::html;

use super::{page, parts::hero};
use crate::frame::Body;

/// A page that says why not, and what to do next.
pub fn refused(title: &str, why: &str, hints: &[String], lines: &[String]) -> Body {
    let main = html! {
        (hero("Rung", title, why, &html! {
            @if !lines.is_empty() { ul.ruled { @for line in lines { li { (line) } } } }
            @for hint in hints { p.note { (hint) } }
            p.acts { a.btn href="/" { "To the beginning" } }
        }))
    };
    page(title, why, main)
}
