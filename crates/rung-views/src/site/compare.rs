//! The weeks of all roles beside each other.

use maud::html;

use super::{
    Page,
    bits::{part, said_by, week},
    book::{Book, name},
    shell::Sheet,
};
use crate::words;

pub(super) fn page(book: &Book<'_>) -> Page {
    let splits: Vec<_> = book.roles.iter().filter_map(|of| Some((of, book.framework.split_of(&of.role.id)?))).collect();
    let hands: Vec<_> =
        book.roles.iter().filter_map(|of| Some((of, book.framework.hands_on_of(&of.role.id)?))).collect();
    let main = html! {
        @if splits.is_empty() && hands.is_empty() {
            (part("none", "No week is stated", "This framework says nothing about how time is spent, so nothing is drawn.", &html! {}))
        }
        @if !splits.is_empty() { (part("splits", "How the week is spent", "Strategy, people and building as shares of the week.", &html! {
            ul.ladder { @for (of, claim) in splits { li {
                h3 { a href={ "role/" (of.slug) ".html" } { (name(of.role)) } }
                div { (week(claim.split.parts(), &said_by(claim.basis, claim.source.as_deref(), None))) }
            } } }
        })) }
        @if !hands.is_empty() { (part("hands-on", "Hands-on coding", "", &html! {
            table.cards { caption { "Share of the week" }
                thead { tr { th scope="col" { "Role" } th scope="col" { "Range" } th scope="col" { "Who says so" } } }
                tbody { @for (of, claim) in hands { tr {
                    th scope="row" { (name(of.role)) } td { (words::range(claim.min, claim.max)) }
                    td { (said_by(claim.basis, claim.source.as_deref(), claim.note.as_deref())) }
                } } }
            }
        })) }
    };
    let path = "compare.html".to_owned();
    Sheet { path, kicker: "Roles compared", title: "The weeks of all roles", lede: "" }.draw(book, &main)
}
