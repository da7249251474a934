//! Textures and small shapes, once a page: never inside a plot that may be hidden.

use maud::{Markup, html};

/// The sprite. `hatch` = not seen, `dots` = seen but unsorted, `mine` = the person's own region.
pub(crate) fn sprite() -> Markup {
    html! {
        svg.sprite width="0" height="0" aria-hidden="true" focusable="false" {
            defs {
                pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)" {
                    path.hatching d="M0 0V6" {}
                }
                pattern id="mine" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)" {
                    rect.mine-ground width="5" height="5" {}
                    path.mine-line d="M0 0V5" {}
                }
                pattern id="dots" width="5" height="5" patternUnits="userSpaceOnUse" {
                    rect.dots-ground width="5" height="5" {}
                    circle.dots-dot cx="1.6" cy="1.6" r="1.05" {}
                }
                symbol id="i-lock" viewBox="0 0 16 16" { path.stroke d="M4.5 7V5a3.5 3.5 0 0 1 7 0v2M3 7h10v7H3z" {} }
                symbol id="i-hand" viewBox="0 0 16 16" { path.stroke d="M2 14l1-4 7.5-7.5 3 3L6 13z M8.7 4.3l3 3" {} }
                symbol id="sv-3" viewBox="0 0 16 16" { path.solid d="M8 1l7 7-7 7-7-7z" {} }
                symbol id="sv-2" viewBox="0 0 16 16" {
                    path.stroke d="M8 1.5L14.5 8 8 14.5 1.5 8z" {}
                    path.solid d="M8 1v14L1 8z" {}
                }
                symbol id="sv-1" viewBox="0 0 16 16" { path.stroke d="M8 1.5L14.5 8 8 14.5 1.5 8z" {} }
                symbol id="dot-1" viewBox="0 0 10 10" { circle.solid cx="5" cy="5" r="4.4" {} }
                symbol id="dot-0" viewBox="0 0 10 10" { circle.stroke cx="5" cy="5" r="3.7" {} }
            }
        }
    }
}
