//! What roles and levels have in common, as tables shaded by share.

use maud::{Markup, html};
use rung_measure::{ladder::pairs::all_pairs, roles::overlap_matrix};

use super::{
    Page,
    bits::{not_assessed, part},
    book::Book,
    shell::Sheet,
};

/// More levels than this are no longer one table.
pub(super) const MOST: usize = 40;

pub(super) fn page(book: &Book<'_>) -> Page {
    let time = overlap_matrix(book.framework);
    let names: Vec<String> = time.roles.iter().map(|id| book.named(id).0).collect();
    let (titles, levels) = level_shares(book);
    let main = html! {
        @if names.len() > 1 {
            (part("time", "Share of the week in common", "Percent: the sum of the smaller shares of strategy, people and building.",
                &heat("Share of the week any two roles have in common", &names, &|row, column| time.overlap.get(row)?.get(column).copied())))
        }
        @if titles.len() > 1 {
            (part("levels", "Required levels in common", "Percent: the sum of the lower levels over the sum of the higher ones, on the dimensions both define.",
                &heat("Required levels any two positions have in common", &titles, &|row, column| levels.get(row)?.get(column).copied().flatten())))
        }
        @if names.len() < 2 && titles.len() < 2 {
            (part("none", "Nothing to lay side by side", "It needs two roles with a week, or two levels required by number.", &html! {}))
        }
    };
    let path = "overlap.html".to_owned();
    Sheet { path, kicker: "In common", title: "What roles and levels have in common", lede: "" }.draw(book, &main)
}

/// Titles of positions that require levels, and their likeness, lower triangle; at most [`MOST`].
pub(super) fn level_shares(book: &Book<'_>) -> (Vec<String>, Vec<Vec<Option<f64>>>) {
    let wanted: Vec<usize> = (0..book.framework.positions.len())
        .filter(|n| book.asks.get(*n).is_some_and(|asks| asks.iter().any(|ask| ask.level.is_some())))
        .take(MOST)
        .collect();
    let place: std::collections::HashMap<&str, usize> =
        wanted.iter().enumerate().filter_map(|(n, at)| Some((book.at(*at)?.id.as_str(), n))).collect();
    let mut shares = vec![vec![None; wanted.len()]; wanted.len()];
    for pair in all_pairs(book.framework) {
        let (Some(a), Some(b)) = (place.get(pair.a.as_str()), place.get(pair.b.as_str())) else { continue };
        if let Some(cell) = shares.get_mut(*b).and_then(|row| row.get_mut(*a)) {
            *cell = pair.distance.ruzicka();
        }
    }
    (wanted.iter().filter_map(|at| Some(book.at(*at)?.title().to_owned())).collect(), shares)
}

fn heat(caption: &str, names: &[String], share: &dyn Fn(usize, usize) -> Option<f64>) -> Markup {
    html! {
        div.scroll tabindex="0" role="region" aria-label=(caption) {
            table.heat { caption { (caption) }
                thead { tr { th scope="col" { "" span.vh { "Name" } } @for n in 1..names.len() { th scope="col" { (n) } } } }
                tbody { @for (row, name) in names.iter().enumerate() { tr {
                    th scope="row" { (row + 1) ". " (name) }
                    @for column in 0..row { @match share(row, column) {
                        Some(share) => { td class={ "shade-" (step(share)) } { (format!("{:.0}", share * 100.0)) } },
                        None => { td { (not_assessed()) } },
                    } }
                } } }
            }
        }
    }
}

/// One of five steps.
fn step(share: f64) -> u8 {
    (share * 5.0 + 1e-9).floor().clamp(0.0, 4.0) as u8 + 1
}
