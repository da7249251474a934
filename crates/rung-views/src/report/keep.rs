//! Where this stays: purpose, who can see it, how long (PRIVACY P10), and the commands that act on it.

use maud::{Markup, html};

use super::lens::Lens;
use crate::parts::{self, command, head};

/// The section.
pub(crate) fn section(lens: &Lens<'_>) -> Markup {
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
