//! The coverage bar: where all working hours went, the unseen drawn as what it is.

use maud::html;

use super::mark::{Plot, bar, upright};
use crate::tone::Tone;

const HEIGHT: f64 = 40.0;

/// One bar of all working time. `parts` are minutes in key order; `desc` tells them in words.
pub(crate) fn coverage_bar(title: &str, desc: &str, parts: &[(Tone, f64)]) -> maud::Markup {
    let whole: f64 = parts.iter().map(|(_, minutes)| minutes).sum();
    let shown = parts.iter().filter(|(_, minutes)| whole > 0.0 && *minutes > 0.0);
    let placed = shown.scan(0.0, |left, (tone, minutes)| {
        let x = *left;
        *left += minutes / whole;
        Some((x, minutes / whole, *tone))
    });
    let marks = html! {
        @for (x, width, tone) in placed {
            (bar(x, width, 0.0, HEIGHT, tone.class()))
            @if x > 0.0 { (upright(x, 0.0, HEIGHT, "cut")) }
        }
        rect.frame width="100%" height="40" {}
    };
    Plot { id: "cov", title, desc, height: HEIGHT }.draw(&marks)
}
