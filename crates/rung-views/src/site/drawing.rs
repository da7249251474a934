//! Single drawings of a framework as complete SVG files.

use maud::{Markup, PreEscaped, html};
use rung_measure::roles::overlap_matrix;
use rung_model::framework::Framework;

use super::{
    book::{Book, name},
    graph,
    overlap::level_shares,
    petal::petals,
    radar::radar,
};
use crate::plot::{
    mark::{ems, num},
    overlap,
};

/// The style of a drawing that stands alone.
pub(crate) const STYLE: &str = ".d-root{--paper:#fdfcfa;--ink:#1a1d22;--ink-3:#626a76;font-family:system-ui,sans-serif}@media screen and (prefers-color-scheme:dark){.d-root{--paper:#14171b;--ink:#efede8;--ink-3:#9aa2ad}}.d-p{fill:var(--paper)}.d-t{fill:var(--ink);font-size:13px}.d-q{fill:var(--ink-3);font-size:12px}.d-l{stroke:var(--ink-3);fill:none}.d-d{stroke-dasharray:4 3}.d-b{fill:var(--paper);stroke:var(--ink);stroke-width:1.5}.d-o{paint-order:stroke;stroke:var(--paper);stroke-width:4px}.d-m{text-anchor:middle}.d-e{text-anchor:end}.d-c{fill:var(--ink)}.d-on{fill:var(--paper);font-size:13px;text-anchor:middle}.d-a{fill:url(#draw-h);stroke:var(--ink);stroke-width:2}.d-h1{stroke:var(--ink);stroke-width:1.5;stroke-opacity:.55}.d-n{fill:none;stroke:var(--ink);stroke-width:2;stroke-dasharray:2 4}.d-g{fill:none;stroke:var(--ink-3);stroke-opacity:.35}.d-k{font-weight:620}.d-s{fill:#4460c8}.d-h{fill:#c9560f}.d-u{fill:#1c9e7d}";

/// A drawing of `what`: `overlap`, `levels`, `paths`, `splits` or the radar of a position id, petals where a radar cannot show it; `None` where there is
/// nothing to draw.
pub fn svg(framework: &Framework, what: &str) -> Option<String> {
    let matrix = overlap_matrix(framework);
    match what {
        "overlap" if matrix.roles.len() > 1 => Some(overlap::svg(&matrix, framework)),
        "overlap" | "levels" => levels(&Book::of(framework)),
        "paths" => graph::svg(&Book::of(framework)),
        "splits" => splits(&Book::of(framework)),
        position => {
            let book = Book::of(framework);
            let number = *book.position.get(position)?;
            Some(radar(&book, number, None).or_else(|| petals(&book, number, None))?.into_string())
        }
    }
}

/// A complete file around its marks.
pub(super) fn file(title: &str, desc: &str, width: f64, height: f64, marks: &Markup) -> Markup {
    html! {
        svg.d-root xmlns="http://www.w3.org/2000/svg" width=(num(width)) height=(num(height)) viewBox={ "0 0 " (num(width)) " " (num(height)) } role="img" aria-labelledby="draw-t draw-d" {
            title id="draw-t" { (title) } desc id="draw-d" { (desc) } style { (PreEscaped(STYLE)) }
            defs { pattern id="draw-h" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)" { path.d-h1 d="M0 0V5" {} } }
            rect.d-p width="100%" height="100%" {} (marks)
        }
    }
}

fn levels(book: &Book<'_>) -> Option<String> {
    let (titles, shares) = level_shares(book);
    if titles.len() < 2 {
        return None;
    }
    let gutter = titles.iter().map(|title| ems(title) * 13.0).fold(60.0, f64::max) + 50.0;
    let mut told = Vec::new();
    let marks = html! { @for (row, title) in titles.iter().enumerate() {
        @let y = 8.0 + 30.0 * row as f64;
        text.d-t.d-e x=(num(gutter - 10.0)) y=(num(y + 19.0)) { (row + 1) ". " (title) }
        @for (column, share) in shares.get(row).into_iter().flatten().take(row).enumerate() {
            @let x = gutter + 42.0 * column as f64;
            @if let Some(share) = share {
                ({ told.push(format!("{title} and {}: {:.0} %", titles.get(column).map_or("", String::as_str), share * 100.0)); PreEscaped("") })
                rect.d-c x=(num(x)) y=(num(y)) width="40" height="28" fill-opacity=(format!("{:.2}", [0.05, 0.15, 0.3, 0.64, 0.9].get((share * 5.0 + 1e-9) as usize).copied().unwrap_or(0.9))) {}
                text.d-on[*share >= 0.6].d-t[*share < 0.6].d-m x=(num(x + 20.0)) y=(num(y + 19.0)) { (format!("{:.0}", share * 100.0)) }
            } @else { text.d-q.d-m x=(num(x + 20.0)) y=(num(y + 19.0)) { "–" } }
        }
    } };
    let (width, height) = (gutter + 42.0 * titles.len() as f64, 16.0 + 30.0 * titles.len() as f64);
    Some(file("Required levels in common, %", &told.join("; "), width, height, &marks).into_string())
}

fn splits(book: &Book<'_>) -> Option<String> {
    let rows: Vec<_> =
        book.roles.iter().filter_map(|of| Some((name(of.role), book.framework.split_of(&of.role.id)?))).collect();
    if rows.is_empty() {
        return None;
    }
    let triple = |parts: [f64; 3]| {
        crate::words::list(
            &["strategy", "people", "building"]
                .into_iter()
                .zip(parts)
                .map(|(what, share)| format!("{what} {}", crate::words::percent(share)))
                .collect::<Vec<_>>(),
        )
    };
    let told: Vec<String> = rows
        .iter()
        .map(|(name, claim)| format!("{name}: {}, {}", triple(claim.split.parts()), claim.basis.words()))
        .collect();
    let marks = html! { @for (row, (name, claim)) in rows.iter().enumerate() {
        @let y = 10.0 + 48.0 * row as f64;
        @let [s, p, b] = claim.split.parts();
        text.d-t x="12" y=(num(y + 12.0)) { (name) }
        text.d-q.d-e x="628" y=(num(y + 12.0)) { (triple([s, p, b])) ", " (claim.basis.words()) }
        @for (class, from, share) in [("d-s", 0.0, s), ("d-h", s, p), ("d-u", s + p, b)] {
            rect class=(class) x=(num(12.0 + 616.0 * from)) y=(num(y + 18.0)) width=(num((616.0 * share - 1.0).max(0.0))) height="18" {}
        }
    } };
    Some(file("How the week is spent", &told.join("; "), 640.0, 16.0 + 48.0 * rows.len() as f64, &marks).into_string())
}
