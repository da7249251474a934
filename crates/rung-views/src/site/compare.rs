//! Roles beside each other: their weeks, and what any two have in common.

use maud::html;
use rung_measure::ladder::pairs::all_pairs;

use super::{Page, book::Book, draw, frame};
use crate::{
    parts::{Twin, head, section},
    words,
};

/// Most positions whose overlaps are drawn.
pub(super) const MOST_DRAWN: usize = 40;

/// Whether any two roles or positions can be compared.
pub(super) fn overlaps(book: &Book<'_>) -> bool {
    book.framework.splits.len() > 1 || book.framework.positions.iter().filter(|p| !p.requires.is_empty()).count() > 1
}

/// The pages that compare.
pub(super) fn pages(book: &Book<'_>) -> Vec<Page> {
    let mut pages = Vec::new();
    if !book.framework.splits.is_empty() {
        pages.push(weeks(book));
    }
    if overlaps(book) {
        pages.push(overlap(book));
    }
    pages
}

fn weeks(book: &Book<'_>) -> Page {
    let framework = book.framework;
    let rows = framework
        .splits
        .iter()
        .map(|claim| {
            let parts = claim.split.parts().map(words::percent);
            let hands_on =
                framework.hands_on_of(&claim.role).map_or("not stated".to_owned(), |h| words::range(h.min, h.max));
            let mut cells = parts.to_vec();
            cells.extend([hands_on, claim.basis.words().to_owned()]);
            (book.role_name(&claim.role).to_owned(), cells)
        })
        .collect();
    let twin = Twin {
        summary: "The weeks as a table",
        caption: "Expected share of the week",
        heads: &["Role", "Strategy & alignment", "People", "Building", "Hands-on coding", "Basis"],
        rows,
    };
    let main = html! {
        div.hero {
            p.kicker { "Roles compared" }
            h1 { "Where each role's week is expected to go" }
            p.lede { "Share of the week over strategy & alignment, people and building; sourced or our synthesis, as each says." }
        }
        (section("weeks", &html! {
            (head("weeks", "Time", "Week beside week", ""))
            div.bars { @for (n, claim) in framework.splits.iter().enumerate() {
                (draw::split_bar(&format!("week-{n}"), claim.position.as_deref().unwrap_or(book.role_name(&claim.role)), claim))
            } }
            (twin.draw())
        }))
    };
    let leaf = frame::Leaf {
        path: "compare.html".to_owned(),
        title: format!("Roles compared · {}", framework.name),
        description: "Expected weeks of all roles, side by side.".to_owned(),
        way: "Compare",
    };
    frame::draw(book, leaf, &main)
}

fn overlap(book: &Book<'_>) -> Page {
    let framework = book.framework;
    let pairs = all_pairs(framework);
    let levelled = framework.positions.iter().filter(|position| !position.requires.is_empty()).count();
    let main = html! {
        div.hero {
            p.kicker { "Overlap" }
            h1 { "What any two have in common" }
            p.lede { "Time and levels are two measures, and no number merges them." }
        }
        @if framework.splits.len() > 1 {
            (section("time", &html! {
                (head("time", "Time", "How much of the week any two roles would share", "Percent: sum of the smaller shares."))
                (draw::time_heat(book))
            }))
        }
        @if levelled > 1 {
            (section("ladder", &html! {
                (head("ladder", "Levels", "How much of what is asked any two levels share", "Percent: sum of the lower levels over sum of the higher ones, on dimensions both define."))
                @if levelled > MOST_DRAWN {
                    p { "There are " (levelled) " levels with numbers: too many to draw. The nearest pairs:" }
                    ul.asks { @for (a, b, share) in nearest(&pairs) { li { (a) " and " (b) ": " (words::percent(share)) } } }
                } @else { (draw::level_heat(book, &pairs)) }
            }))
        }
    };
    let leaf = frame::Leaf {
        path: "overlap.html".to_owned(),
        title: format!("Overlap · {}", framework.name),
        description: "What any two roles or levels have in common.".to_owned(),
        way: "Overlap",
    };
    frame::draw(book, leaf, &main)
}

/// The thirty pairs that share most.
fn nearest(pairs: &[rung_measure::ladder::pairs::Pair]) -> Vec<(&str, &str, f64)> {
    let mut all: Vec<(&str, &str, f64)> =
        pairs.iter().filter_map(|pair| Some((pair.a.as_str(), pair.b.as_str(), pair.distance.ruzicka()?))).collect();
    all.sort_by(|a, b| b.2.total_cmp(&a.2));
    all.truncate(30);
    all
}
