//! Small bars inside a table row: a change from a zero line, or a range on a common scale.

use maud::{Markup, html};

use super::mark::{bar, pct, upright};

/// The largest fall and rise of a table, so that all its rows share one zero line.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Extent {
    /// Size of the largest fall, 0 or more.
    pub(crate) fall: f64,
    /// Size of the largest rise, 0 or more.
    pub(crate) rise: f64,
}

/// A change drawn from the common zero line; decoration beside its number.
pub(crate) fn change_bar(change: f64, extent: Extent, class: &'static str) -> Markup {
    let span = (extent.fall + extent.rise).max(f64::MIN_POSITIVE);
    let zero = extent.fall / span;
    let width = change.abs() / span;
    html! {
        svg.spark width="100%" height="16" aria-hidden="true" focusable="false" {
            (bar(if change < 0.0 { zero - width } else { zero }, width, 3.0, 10.0, class))
            (upright(zero, 0.0, 16.0, "axis"))
        }
    }
}

/// A range from low to high with its best guess, on a scale that ends at `most`.
pub(crate) fn range_bar(low: f64, point: f64, high: f64, most: f64, class: &'static str) -> Markup {
    let most = most.max(f64::MIN_POSITIVE);
    html! {
        svg.spark width="100%" height="16" aria-hidden="true" focusable="false" {
            rect.wash y="3" width="100%" height="10" {}
            (bar(low / most, (high - low) / most, 3.0, 10.0, class))
            line.inkline x1=(pct(point / most)) x2=(pct(point / most)) y1="0" y2="16" {}
        }
    }
}
