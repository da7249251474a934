//! Overlaps as heatmaps: one ink ramp in five steps with the number in each cell.

use std::collections::HashMap;

use maud::{Markup, html};
use rung_measure::{ladder::pairs::Pair, roles::overlap_matrix};

use super::Sheet;
use crate::{
    plot::mark::{ems, num},
    site::{book::Book, compare::MOST_DRAWN},
    words,
};

const CELL: f64 = 42.0;
const ROW: f64 = 30.0;

/// Roles by time.
pub(crate) fn time_heat(book: &Book<'_>) -> Markup {
    let matrix = overlap_matrix(book.framework);
    let names: Vec<String> = matrix.roles.iter().map(|id| book.role_name(id).to_owned()).collect();
    let at = |row: usize, column: usize| matrix.overlap.get(row)?.get(column).copied();
    html! { div.heat { (drawn("heat-time", "Share of the week any two roles would share", &names, &at).inline()) } }
}

/// Positions by level.
pub(crate) fn level_heat(book: &Book<'_>, pairs: &[Pair]) -> Markup {
    html! { @if let Some(sheet) = of_levels(book, pairs) { div.heat { (sheet.inline()) } } }
}

/// The same as a drawing; `None` for fewer than two positions with levels, or too many to draw.
pub(super) fn of_levels(book: &Book<'_>, pairs: &[Pair]) -> Option<Sheet> {
    let levelled: Vec<&str> =
        book.framework.positions.iter().filter(|p| !p.requires.is_empty()).map(|p| p.id.as_str()).collect();
    if levelled.len() < 2 || levelled.len() > MOST_DRAWN {
        return None;
    }
    let number: HashMap<&str, usize> = levelled.iter().enumerate().map(|(n, id)| (*id, n)).collect();
    let mut shares = HashMap::new();
    for pair in pairs {
        if let (Some(a), Some(b), Some(share)) =
            (number.get(pair.a.as_str()), number.get(pair.b.as_str()), pair.distance.ruzicka())
        {
            shares.insert((*a.max(b), *a.min(b)), share);
        }
    }
    let names: Vec<String> = levelled.iter().map(|id| (*id).to_owned()).collect();
    let at = |row: usize, column: usize| shares.get(&(row, column)).copied();
    Some(drawn("heat-levels", "Levels any two positions have in common", &names, &at))
}

fn drawn(id: &str, title: &str, names: &[String], at: &dyn Fn(usize, usize) -> Option<f64>) -> Sheet {
    let gutter = names.iter().map(|name| ems(name) * 13.0).fold(40.0, f64::max) + 16.0;
    let many = names.len() as f64;
    let mut rows = Vec::new();
    for (row, name) in names.iter().enumerate().skip(1) {
        let cells: Vec<String> = (0..row)
            .filter_map(|column| Some(format!("{} {}", names.get(column)?, words::percent(at(row, column)?))))
            .collect();
        rows.push(format!("{name}: {}", cells.join(", ")));
    }
    let marks = html! {
        @for (row, name) in names.iter().enumerate() {
            @let y = 8.0 + ROW * row as f64;
            text.e x=(num(gutter - 10.0)) y=(num(y + 19.0)) text-anchor="end" { (name) }
            @for column in 0..row {
                @let x = gutter + CELL * column as f64;
                @match at(row, column) {
                    Some(share) => {
                        @let step = (share * 5.0 + 1e-9).floor().clamp(0.0, 4.0) as u8 + 1;
                        rect class={ "c c" (step) } x=(num(x + 1.0)) y=(num(y + 1.0)) width=(num(CELL - 2.0)) height=(num(ROW - 2.0)) {}
                        text.n.on[step >= 4] x=(num(x + CELL / 2.0)) y=(num(y + 19.0)) text-anchor="middle" { (format!("{:.0}", share * 100.0)) }
                    }
                    None => { text.q.n x=(num(x + CELL / 2.0)) y=(num(y + 19.0)) text-anchor="middle" { "–" } }
                }
            }
            text.k x=(num(gutter + CELL * row as f64 + 8.0)) y=(num(y + 19.0)) { (short(name)) }
        }
    };
    let tail = names.last().map_or(0.0, |name| ems(&short(name)) * 14.0);
    Sheet {
        id: id.to_owned(),
        title: title.to_owned(),
        desc: rows.join("; "),
        width: gutter + CELL * (many - 1.0) + tail.max(CELL) + 16.0,
        height: 16.0 + ROW * many,
        marks,
    }
}

/// A name as it fits at the end of its row.
fn short(name: &str) -> String {
    let all: String = name.chars().take(18).collect();
    if name.chars().count() > 18 { format!("{}…", all.trim_end()) } else { all }
}
