//! Role bars: how much of the week each role would share, over every split the evidence allows.

use maud::{Markup, html};
use rung_model::share::Share;

use super::mark::{Anchor, Plot, bar, text, upright};
use crate::words;

/// One role.
pub(crate) struct RoleRow {
    /// Its name.
    pub(crate) name: String,
    /// The name where room is short.
    pub(crate) narrow: String,
    /// True for the role held.
    pub(crate) held: bool,
    /// True where it takes part in the verdict.
    pub(crate) candidate: bool,
    /// Share of the week that would be the same.
    pub(crate) overlap: Share,
}

const PITCH: f64 = 48.0;

/// The bars, in the order given.
pub(crate) fn role_bars(title: &str, desc: &str, rows: &[RoleRow]) -> Markup {
    let marks = html! {
        @for (index, row) in rows.iter().enumerate() {
            @let y = PITCH * index as f64;
            @let class = if row.candidate || row.held { "t" } else { "m k" };
            (text(0.0, 0.0, y + 14.0, Anchor::Start, class, &html! {
                tspan.wo { (row.name) @if row.held { ", the role you hold" } }
                tspan.only-narrow { (row.narrow) @if row.held { ", your role" } }
            }))
            (text(1.0, 0.0, y + 14.0, Anchor::End, "v", &html! { (words::range(row.overlap.low, row.overlap.high)) }))
            (bar(0.0, 1.0, y + 23.0, 12.0, "wash"))
            @let width = (row.overlap.high - row.overlap.low).max(0.008);
            (bar(row.overlap.low.min(1.0 - width), width, y + 23.0, 12.0, if row.candidate { "ink" } else { "inkfill2" }))
            (upright(row.overlap.point, y + 21.0, y + 37.0, "cut"))
        }
    };
    Plot { id: "ovl", title, desc, height: PITCH * rows.len() as f64 - 8.0 }.draw(&marks)
}
