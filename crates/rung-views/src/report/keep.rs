//! Where this stays: purpose, who can see it, how long (PRIVACY P10), and the commands that act on it.

use maud::{Markup, html};

use super::lens::Lens;
use crate::parts::{self, command, head};

/// The section.
pub(crate) fn section(lens: &Lens<'_>) -> Markup {
    if lens.live.is_some() {
        return served();
    }
    let addresses = &lens.report.who.addresses;
    parts::section(
        "keep",
        &html! {
            (head("keep", "Keep or hand on", "This stays with you", "It was made on this machine from your own files. Nothing was sent anywhere, and nothing is kept but this file."))
            div.cols.c-2 {
                dl.terms {
                    div { dt { "Purpose" } dd { "To see where your own weeks go, beside the role you hold. Not to judge anyone." } }
                    div { dt { "Visible to" } dd { "Whoever has this file: you, and those you hand it to." } }
                    div { dt { "Kept until" } dd { "You delete the file. Rung keeps no copy." } }
                    div { dt { "Measured" } dd { @for (place, address) in addresses.iter().enumerate() { @if place > 0 { ", " } bdi { (address) } } @if addresses.is_empty() { "no address" } } }
                }
                dl.terms {
                    div { dt { "Something is misread" } dd { (command("rung explain DATE")) " shows each minute and its rule; " (command("rung rules try FILE")) " shows what a rule of yours would move, before." } }
                    div { dt { "A day is missing" } dd { (command("rung log DATE ACTIVITY DURATION")) } }
                    div { dt { "The same numbers to work with" } dd { (command("rung report --json")) } }
                }
            }
        },
    )
}

/// The same where a server keeps it.
fn served() -> Markup {
    parts::section(
        "keep",
        &html! {
            (head("keep", "Keep or share", "This stays with you", "It was made from your own sources. What you do not share, nobody sees."))
            div.cols.c-2 {
                dl.terms {
                    div { dt { "Purpose" } dd { "To see where your own weeks go, beside the role you hold. Not to judge anyone." } }
                    div { dt { "Visible to" } dd { "You alone. A snapshot you share: those you name, until the day you name." } }
                    div { dt { "Kept until" } dd { a href="/my-data" { "My data" } " says it for each thing, and lets you take it out or erase it." } }
                }
                dl.terms {
                    div { dt { "Something is misread" } dd { "Open the day under " a href="/me/weeks" { "Weeks and days" } ": each minute has its rule, and can be corrected." } }
                    div { dt { "A day is missing" } dd { a href="/me/log" { "Log it by hand" } "." } }
                    div { dt { "The same numbers to work with" } dd { a href="/api/v1/me/report" { "As JSON" } ", or " a href="/my-data/weeks.csv" { "the weeks as CSV" } "." } }
                }
            }
        },
    )
}
