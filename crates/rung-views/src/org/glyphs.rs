//! The shapes that states of responsibilities are told by: shape and word, never colour.

use maud::{Markup, html};
use rung_measure::own::map::State;

/// Symbols, once a page.
pub(crate) fn sprite() -> Markup {
    html! {
        svg.sprite width="0" height="0" aria-hidden="true" focusable="false" {
            defs {
                symbol id="g-own" viewBox="0 0 18 18" { path.stroke d="M2.5 2.5h13v13h-13z" {} }
                symbol id="g-part" viewBox="0 0 18 18" { path.stroke d="M2.5 15.5V2.5h13z" {} }
                symbol id="g-ok" viewBox="0 0 18 18" { path.stroke d="M2.5 2.5h13v13h-13z" {} path.solid d="M6 6h6v6H6z" {} }
                symbol id="g-unowned" viewBox="0 0 18 18" { path.stroke.dashed d="M2.5 2.5h13v13h-13z" {} }
                symbol id="g-contested" viewBox="0 0 18 18" { path.stroke d="M1.5 1.5h10v10h-10z M6.5 6.5h10v10h-10z" {} }
                symbol id="g-shared" viewBox="0 0 18 18" { path.stroke d="M1.5 5h15v8h-15z M9 5v8" {} }
                symbol id="g-single_point" viewBox="0 0 18 18" { path.stroke d="M2.5 2.5h13v13h-13z M9 5.5v4.5" {} path.solid d="M8 11.6h2v2H8z" {} }
                symbol id="g-over" viewBox="0 0 18 18" { path.stroke d="M2.5 6.5v9h13v-9" {} path.solid d="M9 1l6.5 7.5h-13z" {} }
            }
        }
    }
}

/// A shape.
pub(crate) fn glyph(id: &str) -> Markup {
    html! { svg.glyph aria-hidden="true" focusable="false" { use href={ "#g-" (id) } {} } }
}

/// What a state means, in a few words.
pub(super) fn meaning(state: State) -> &'static str {
    match state {
        State::Unowned => "nobody has declared them",
        State::Contested => "declared by two, not to be shared",
        State::SinglePoint => "one owner, nobody it would suit beside",
        State::Shared => "carried by several, as it is meant",
        State::Ok => "one owner",
    }
}
