//! The overlap of roles as a heatmap: how much of the week any two would share.
//!
//! A stand-alone SVG file: it carries its own style and follows the light or dark scheme of its reader.
//! One ink ramp in five steps, with the number in each cell.

use maud::{Markup, PreEscaped, html};
use rung_measure::roles::OverlapMatrix;
use rung_model::framework::Framework;

use super::mark::{ems, num};
use crate::words;

const CELL: f64 = 46.0;
const ROW: f64 = 34.0;
/// Width of a step in the key.
const STEP: f64 = 58.0;
const TOP: f64 = 24.0;
const FONT: f64 = 13.0;

const STYLE: &str = "\
svg{--paper:#fdfcfa;--ink:#1a1d22;--ink-2:#454c57;--ink-3:#626a76;font-family:system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',Arial,sans-serif;font-variant-numeric:tabular-nums}\
@media(prefers-color-scheme:dark){svg{--paper:#14171b;--ink:#efede8;--ink-2:#c2c7ce;--ink-3:#9aa2ad}}\
.paper{fill:var(--paper)}text{fill:var(--ink);font-size:13px}.t{font-size:17px;font-weight:650}.s{font-size:12px;fill:var(--ink-3)}.k{font-weight:620}.n{text-anchor:middle}\
.e{text-anchor:end}.c{fill:var(--ink)}.c1{fill-opacity:.05}.c2{fill-opacity:.15}.c3{fill-opacity:.3}.c4{fill-opacity:.64}.c5{fill-opacity:.9}.on{fill:var(--paper)}";

/// The heatmap of every pair of roles as a complete SVG file. Names come from `framework`; a role it does
/// not know keeps its id.
pub fn svg(matrix: &OverlapMatrix, framework: &Framework) -> String {
    let names: Vec<(String, String)> = matrix.roles.iter().map(|id| named(framework, id)).collect();
    let gutter = names.iter().map(|(name, _)| ems(name) * FONT).fold(80.0, f64::max) + 14.0;
    let many = names.len() as f64;
    let last = names.last().map_or(0.0, |(_, short)| ems(short) * FONT);
    let width = (gutter + CELL * (many - 1.0) + last.max(CELL) + 30.0).max(640.0);
    let tail = names.iter().map(|(_, short)| ems(short) * 12.0).fold(20.0, f64::max);
    let height = TOP + ROW * many + 24.0 + tail * 0.6;
    let summary = summary(matrix, &names);
    let grid = html! {
        @for (row, (name, short)) in names.iter().enumerate() {
            @let middle = TOP + ROW * (row as f64 + 0.5);
            text.e x=(num(gutter - 10.0)) y=(num(middle + 4.5)) { (name) }
            @for column in 0..row {
                @if let Some(share) = matrix.overlap.get(row).and_then(|cells| cells.get(column)) {
                    (cell(gutter + CELL * column as f64, TOP + ROW * row as f64, *share))
                }
            }
            text.k x=(num(gutter + CELL * row as f64 + 7.0)) y=(num(middle + 4.5)) { (short) }
        }
        @for (column, (_, short)) in names.iter().enumerate() {
            @let (x, y) = (gutter + CELL * (column as f64 + 0.5) + 4.0, TOP + ROW * many + 14.0);
            text.s.e x=(num(x)) y=(num(y)) transform={ "rotate(-35 " (num(x)) " " (num(y)) ")" } { (short) }
        }
    };
    html! {
        (PreEscaped("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"))
        svg xmlns="http://www.w3.org/2000/svg" width=(num(width)) height=(num(height)) viewBox={ "0 0 " (num(width)) " " (num(height)) } role="img" aria-labelledby="t d" lang="en" {
            title id="t" { "How much of the week any two roles would share" }
            desc id="d" { (summary) }
            style { (PreEscaped(STYLE)) }
            rect.paper width="100%" height="100%" {}
            (grid)
            (legend(width))
        }
    }
    .into_string()
}

fn named(framework: &Framework, id: &str) -> (String, String) {
    framework.role(id).map_or_else(
        || (id.to_owned(), id.chars().take(3).collect()),
        |role| (role.name.clone(), words::short_role(&role.short, &role.name)),
    )
}

fn cell(x: f64, y: f64, share: f64) -> Markup {
    let step = step(share);
    html! {
        rect class={ "c c" (step) } x=(num(x + 1.0)) y=(num(y + 1.0)) width=(num(CELL - 2.0)) height=(num(ROW - 2.0)) {}
        text.n.on[step >= 4] x=(num(x + CELL / 2.0)) y=(num(y + ROW / 2.0 + 4.5)) { (format!("{:.0}", share * 100.0)) }
    }
}

/// One of five steps: under 20 %, 40 %, 60 %, 80 %, and the rest.
fn step(share: f64) -> u8 {
    (share * 5.0 + 1e-9).floor().clamp(0.0, 4.0) as u8 + 1
}

/// Title, reading aid and ramp, in the empty upper right corner.
fn legend(width: f64) -> Markup {
    let right = width - 24.0;
    let left = right - 5.0 * STEP;
    html! {
        text.t.e x=(num(right)) y="40" { "Share of the week in common, %" }
        text.s.e x=(num(right)) y="60" { "Sum of the smaller shares of strategy, people and building;" }
        text.s.e x=(num(right)) y="76" { "expected splits, sourced or our synthesis: rung roles list" }
        @for (place, words) in ["under 20", "20–39", "40–59", "60–79", "80–100"].into_iter().enumerate() {
            @let x = left + STEP * place as f64;
            rect class={ "c c" (place + 1) } x=(num(x + 1.0)) y="92" width=(num(STEP - 2.0)) height="12" {}
            text.s.n x=(num(x + STEP / 2.0)) y="119" { (words) }
        }
    }
}

/// Every pair in words, row by row.
fn summary(matrix: &OverlapMatrix, names: &[(String, String)]) -> String {
    let mut rows = Vec::new();
    for (row, (name, _)) in names.iter().enumerate().skip(1) {
        let cells: Vec<String> = names
            .iter()
            .take(row)
            .enumerate()
            .filter_map(|(column, (other, _))| {
                let share = matrix.overlap.get(row)?.get(column)?;
                Some(format!("{} {}", words::role_name(other), words::percent(*share)))
            })
            .collect();
        rows.push(format!("{name}: {}", cells.join(", ")));
    }
    rows.join("; ")
}
