//! Levels before and after as dumbbells, the largest difference first.

use maud::{Markup, html};
use rung_measure::ladder::level_diff::{LevelDiff, LevelStep};

use crate::{parts::Twin, plot::mark::num};

const ROW: f64 = 46.0;

/// Filled: before. Hollow: after.
pub(crate) fn dumbbell(diff: &LevelDiff) -> Markup {
    let mut steps: Vec<&LevelStep> = diff.levels.iter().collect();
    steps.sort_by_key(|step| std::cmp::Reverse(step.to.abs_diff(step.from)));
    let top = steps.iter().map(|step| step.from.max(step.to)).max().unwrap_or(1).max(1);
    let at = |level: u32| 2.0 + 96.0 * f64::from(level) / f64::from(top);
    let height = ROW * steps.len() as f64 + 22.0;
    let said = |level: u32, name: &Option<String>| match name {
        Some(name) => format!("{level} {name}"),
        None => level.to_string(),
    };
    let words: Vec<String> = steps
        .iter()
        .map(|step| format!("{}: {} to {}", step.name, said(step.from, &step.from_name), said(step.to, &step.to_name)))
        .collect();
    let twin = Twin {
        summary: "These levels as a table",
        caption: "Level before and after",
        heads: &["Dimension", "Before", "After"],
        rows: steps
            .iter()
            .map(|step| (step.name.clone(), vec![said(step.from, &step.from_name), said(step.to, &step.to_name)]))
            .collect(),
    };
    html! {
        figure {
            svg.plot height=(num(height)) role="img" aria-labelledby="dumbbell-t dumbbell-d" {
                title id="dumbbell-t" { "Levels before and after" }
                desc id="dumbbell-d" { (words.join("; ")) }
                @for level in 0..=top {
                    line.grid x1={ (num(at(level))) "%" } x2={ (num(at(level))) "%" } y1="18" y2=(num(height)) {}
                    text.q x={ (num(at(level))) "%" } y="12" text-anchor="middle" { (level) }
                }
                @for (row, step) in steps.iter().enumerate() {
                    @let y = 22.0 + ROW * row as f64;
                    text.halo.k x="0" y=(num(y + 12.0)) { (step.name) }
                    line.ink x1={ (num(at(step.from))) "%" } x2={ (num(at(step.to))) "%" } y1=(num(y + 28.0)) y2=(num(y + 28.0)) stroke="var(--ink)" stroke-width="3" {}
                    circle.ink cx={ (num(at(step.from))) "%" } cy=(num(y + 28.0)) r="5" {}
                    circle.node cx={ (num(at(step.to))) "%" } cy=(num(y + 28.0)) r="6" {}
                }
            }
            (twin.draw())
        }
    }
}
