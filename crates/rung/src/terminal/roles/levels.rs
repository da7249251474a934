//! Positions beside each other by level: the nearest ones, and the overlap of all.

use rung_measure::ladder::{nearest::Near, pairs::Pair};
use rung_model::framework::Framework;
use rung_views::words;

use crate::terminal::ink::Ink;

/// The positions nearest to one.
pub(crate) fn nearest(framework: &Framework, asked: &str, found: &[Near], ink: Ink) -> String {
    if found.is_empty() {
        return "The framework has no other position.\n".to_owned();
    }
    let mut out = format!("{}\n", ink.strong(&format!("Nearest to {asked}")));
    for near in found {
        let title = framework.position(&near.position).map_or("", |position| position.title());
        let levels = match (near.levels.both, near.levels.ruzicka()) {
            (0, _) | (_, None) => "no level both define".to_owned(),
            (both, Some(common)) => format!(
                "{} {} apart over {both} dimensions ({} up, {} down), levels overlap {}",
                near.levels.l1(),
                if near.levels.l1() == 1 { "step" } else { "steps" },
                near.levels.up,
                near.levels.down,
                words::percent(common)
            ),
        };
        let text = near.text.map_or_else(String::new, |alike| format!("; words alike {}", words::percent(alike)));
        out.push_str(&format!("  {:<14} {title:<32} {levels}{text}\n", near.position));
    }
    out
}

/// Every pair of positions as a matrix of overlaps, by levels.
pub(crate) fn overlap(framework: &Framework, pairs: &[Pair], ink: Ink) -> String {
    let ids: Vec<&str> = framework
        .positions
        .iter()
        .map(|position| position.id.as_str())
        .filter(|id| pairs.iter().any(|pair| pair.distance.both > 0 && (pair.a == *id || pair.b == *id)))
        .collect();
    if ids.is_empty() {
        return "No two positions have levels on a dimension both define.\n".to_owned();
    }
    let at = |id: &str| ids.iter().position(|own| *own == id);
    let mut cells = vec![vec![None; ids.len()]; ids.len()];
    for pair in pairs {
        if let (Some(a), Some(b)) = (at(&pair.a), at(&pair.b)) {
            cells[a][b] = pair.distance.ruzicka();
            cells[b][a] = pair.distance.ruzicka();
        }
    }
    let mut out =
        ink.faint("Levels two positions have in common, percent: sum of the lower over sum of the higher\n\n");
    out.push_str(&format!("{:<16}", ""));
    ids.iter().for_each(|id| out.push_str(&format!("{id:>6.5}")));
    out.push('\n');
    for (row, id) in ids.iter().enumerate() {
        out.push_str(&format!("{id:<16.15}"));
        for (column, cell) in cells[row].iter().enumerate() {
            match cell {
                _ if row == column => out.push_str("     ."),
                Some(common) => out.push_str(&format!("{:>6.0}", common * 100.0)),
                None => out.push_str("     -"),
            }
        }
        out.push('\n');
    }
    out
}
