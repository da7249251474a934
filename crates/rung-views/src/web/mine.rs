//! My data: everything that is held about one, who looked, export, erase.

use std::collections::BTreeMap;

use jiff::tz::TimeZone;
use maud::{Markup, html};
use rung_app::server::mine::{Held, Looked};

use super::{
    page,
    parts::{Field, button, empty, form, hero, moment, section, wrong},
};
use crate::{frame::Body, words};

/// The page.
pub fn data(
    held: &[Held],
    looked: &[Looked],
    names: &BTreeMap<String, String>,
    measured: bool,
    zone: &TimeZone,
    csrf: &str,
) -> Body {
    let main = html! {
        (hero("My data", "Everything that is held about you", "What it is, where it is from, what for, who sees it, and until when.", &html! {
            p.acts { a.btn href="/my-data/export" { "Take all of it with you" } a.btn href="/my-data/weeks.csv" { "My weeks as CSV" } a.btn href="/my-data/erase" { "Erase it" } }
        }))
        (section("held", "Held", &words::capital(&words::count(held.len(), "kind of thing", "kinds of things")), "", &html! {
            table.cards {
                thead { tr { th scope="col" { "What" } th scope="col" { "How much" } th scope="col" { "From" } th scope="col" { "What for" } th scope="col" { "Who sees it" } th scope="col" { "Until" } } }
                tbody { @for one in held { tr {
                    th scope="row" { (one.what) } td data-l="How much" { (one.amount) } td data-l="From" { (one.from) } td data-l="What for" { (one.purpose) } td data-l="Who sees it" { (one.visible_to) } td data-l="Until" { (one.until) }
                } } }
            }
        }))
        (section("looked", "Who looked", if looked.is_empty() { "Nobody looked at anything about you" } else { "Who looked, and what was done" }, "Administrators and the command line of the server’s machine are in it too.", &log(looked, names, zone)))
        (section("measured", "Being measured", if measured { "You are measured, for yourself" } else { "You are not measured" }, if measured { "You can end that at any time: what was measured goes, and nobody is told." } else { "No source is read about you, and you stand behind no figure of several people. Nobody is told." },
            &form("/my-data/measured", csrf, &html! {
                input type="hidden" name="measured" value=(if measured { "no" } else { "yes" });
                div { button.btn type="submit" { @if measured { "Do not measure me" } @else { "Measure me again" } } }
            })))
    };
    let mut body = page("My data", "What is held about you, and who looked.", main);
    body.foot.push(format!("Times in {}.", zone.iana_name().unwrap_or("UTC")));
    body
}

/// Lines of the access log.
pub(super) fn log(looked: &[Looked], names: &BTreeMap<String, String>, zone: &TimeZone) -> Markup {
    html! {
        @if looked.is_empty() { (empty("There is no line yet", &html! { "Every look at what is yours by somebody else will stand here, with its day." })) }
        @else {
            table.cards {
                thead { tr { th scope="col" { "When" } th scope="col" { "Who" } th scope="col" { "What" } } }
                tbody { @for line in looked { tr {
                    th scope="row" { (moment(line.at, zone)) }
                    td data-l="Who" { (names.get(&line.actor).map_or(line.actor.as_str(), String::as_str)) @if line.way != "web" { ", by " (line.way) } }
                    td data-l="What" { (line.words) }
                } } }
            }
        }
    }
}

/// The page that asks once more before everything goes.
pub fn erase(csrf: &str, said: Option<&str>) -> Body {
    let main = html! {
        (hero("My data · erase", "Erase everything that is held about you?", "What was measured, what you corrected, logged, answered and shared: all of it goes, and does not come back. Your place in the organisation is the roster’s and stays.", &html! {
            (wrong(said))
            (form("/my-data/erase", csrf, &html! { div.row { button.btn.main type="submit" { "Erase everything" } a.btn href="/my-data" { "Leave it" } } }))
        }))
    };
    page("Erase my data", "Erase what is held about you.", main)
}

/// The page after that.
pub fn erased(rows: usize) -> Body {
    let main = html! {
        (hero("My data · erase", "It is gone", &format!("{} erased.", words::capital(&words::count(rows, "row", "rows"))), &html! { p.acts { a.btn href="/my-data" { "See what is held now" } } }))
    };
    page("Erased", "What was held about you is gone.", main)
}

/// The page that asks for the password again.
pub fn prove(csrf: &str, to: &str, said: Option<&str>) -> Body {
    let main = html! {
        (hero("Your password", "Give your password again", "What comes next shows your weeks to others, takes them out of here, or cannot be taken back.", &html! {
            (wrong(said))
            (form("/account/prove", csrf, &html! {
                input type="hidden" name="to" value=(to);
                (Field::text("password", "Password").of("password").complete("current-password").draw())
                div { button.btn.main type="submit" { "Go on" } }
            }))
        }))
    };
    page("Give your password again", "A step that needs your password.", main)
}

/// A small form that undoes something, for pages of others.
pub(super) fn undo(to: &str, csrf: &str, words: &str, of: &str, id: &str) -> Markup {
    button(to, csrf, words, of, &[("id", id)])
}
