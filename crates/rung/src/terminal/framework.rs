//! Frameworks as terminal text: what an import understood, what a check found, what there is.

mod versions;

use std::collections::BTreeMap;

use rung_app::framework::Opened;
use rung_model::{
    framework::{Framework, Position},
    problem::{Problem, Severity},
};
use rung_sources::framework::import::Counts;

use super::ink::Ink;

pub(crate) use versions::versions;

/// Widest column of a matrix, in letters.
const WIDEST: usize = 12;

/// What an import understood, in numbers, then everything to say about the input.
pub(crate) fn imported(opened: &Opened, written: Option<&str>, ink: Ink) -> String {
    let framework = &opened.framework;
    let mut out = format!("{} ({})\n", ink.strong(&framework.name), framework.id);
    match &opened.report {
        None => out.push_str("in Rung's own format\n"),
        Some(report) => {
            for (shape, files) in &report.shapes {
                let more = if files.len() > 3 { format!(" and {} more", files.len() - 3) } else { String::new() };
                let named: Vec<&str> = files.iter().take(3).map(String::as_str).collect();
                out.push_str(&format!("read as {shape}: {}{more}\n", named.join(", ")));
            }
        }
    }
    out.push_str(&format!("\n{}\n{}", ink.strong("Understood"), counted(framework)));
    let of = |check: &str| -> Vec<&Problem> { opened.problems.iter().filter(|p| p.check == check).collect() };
    let rest: Vec<&Problem> = opened.problems.iter().filter(|p| p.check != "skipped" && p.check != "guessed").collect();
    for (head, list) in [("Guessed", of("guessed")), ("Skipped", of("skipped")), ("Worth a look", rest)] {
        if list.is_empty() {
            continue;
        }
        out.push_str(&format!("\n{}\n", ink.strong(&format!("{head} ({})", list.len()))));
        for problem in list {
            out.push_str(&format!("  {}\n", short(problem)));
        }
    }
    match written {
        Some(file) => out.push_str(&format!("\nwrote {file}\n")),
        None => out.push_str("\nNothing was written: -o DIR writes it as TOML.\n"),
    }
    out
}

/// A problem without the mend: file, line, what.
fn short(problem: &Problem) -> String {
    let line = problem.line.map_or_else(String::new, |line| format!(":{line}"));
    let item = problem.item.as_ref().map_or_else(String::new, |item| format!("{item}: "));
    let check = match problem.check {
        "skipped" | "guessed" => String::new(),
        check => format!(" [{check}]"),
    };
    format!("{}{line}: {item}{}{check}", problem.file, problem.what)
}

/// The counts that are not zero, a line each.
fn counted(framework: &Framework) -> String {
    let counts = Counts::of(framework);
    let mut out = String::new();
    let mut line = |many: usize, one: &str, more: &str, note: &str| {
        if many > 0 {
            let word = if many == 1 { one } else { more };
            out.push_str(&format!("  {many:>5} {word}{note}\n"));
        }
    };
    line(counts.roles, "role", "roles", &names(framework.roles.iter().map(|role| role.name.as_str())));
    line(counts.positions, "position", "positions", ", a role at a level each");
    line(counts.levels, "level", "levels", if counts.roles > 1 { " of the role that has most" } else { "" });
    line(counts.dimensions, "dimension", "dimensions", &names(framework.dimensions.iter().map(|d| d.name.as_str())));
    line(counts.cells, "cell", "cells", ": what a position asks on a dimension");
    line(counts.anchors, "anchor", "anchors", ": what a level of a dimension asks of anyone");
    line(counts.criteria, "criterion", "criteria", " in them, one statement each");
    line(counts.duties, "responsibility", "responsibilities", "");
    line(counts.splits, "expected split of the week", "expected splits of the week", "");
    line(counts.bands, "band", "bands", " of points or scores");
    line(counts.spectra, "spectrum", "spectra", "");
    line(counts.edges, "step or reporting line", "steps and reporting lines", "");
    out
}

/// ": a, b, c and 4 more".
fn names<'n>(all: impl Iterator<Item = &'n str>) -> String {
    let all: Vec<&str> = all.collect();
    let shown: Vec<&str> = all.iter().take(6).copied().collect();
    let more = if all.len() > shown.len() { format!(" and {} more", all.len() - shown.len()) } else { String::new() };
    format!(": {}{more}", shown.join(", "))
}

/// Every problem on a line of its own, then how many.
pub(crate) fn validated(problems: &[Problem]) -> String {
    let mut out = String::new();
    for problem in problems {
        out.push_str(&format!("{problem}\n"));
    }
    let of = |severity: Severity| problems.iter().filter(|problem| problem.severity == severity).count();
    let (errors, warnings, notes) = (of(Severity::Error), of(Severity::Warning), of(Severity::Note));
    if problems.is_empty() {
        return "no problem found\n".to_owned();
    }
    let word = |many: usize, word: &str| format!("{many} {word}{}", if many == 1 { "" } else { "s" });
    out.push_str(&format!("{}, {}, {}\n", word(errors, "error"), word(warnings, "warning"), word(notes, "note")));
    out
}

/// Roles with their positions, and what is asked where it is asked in numbers.
pub(crate) fn shown(framework: &Framework, ink: Ink) -> String {
    let mut out = format!("{} ({}, version {})\n", ink.strong(&framework.name), framework.id, framework.version);
    out.push_str(&format!("licence: {}\n", framework.license.as_deref().unwrap_or("not stated")));
    out.push_str(&format!("\n{}", counted(framework)));
    let mut cells: BTreeMap<&str, usize> = BTreeMap::new();
    for cell in &framework.cells {
        *cells.entry(cell.position.as_str()).or_default() += 1;
    }
    for role in &framework.roles {
        let positions: Vec<&Position> = framework.positions_of(&role.id).collect();
        if positions.is_empty() {
            continue;
        }
        out.push_str(&format!("\n{}\n", ink.strong(&role.name)));
        let asked: Vec<&str> = framework
            .dimensions
            .iter()
            .map(|dimension| dimension.id.as_str())
            .filter(|id| positions.iter().any(|position| position.requires.contains_key(*id)))
            .collect();
        if !asked.is_empty() && asked.len() <= 12 {
            let heads: Vec<String> =
                asked.iter().map(|id| format!("{:>WIDEST$.WIDEST$}", name(framework, id))).collect();
            out.push_str(&ink.faint(&format!("  {:<28.28} {}\n", "", heads.join(" "))));
        }
        for position in positions {
            let title = if position.title() == position.id {
                position.id.clone()
            } else {
                format!("{} ({})", position.title(), position.id)
            };
            let levels: Vec<String> = if asked.len() <= 12 {
                let level = |id: &&str| position.requires.get(*id).map_or("-".to_owned(), u32::to_string);
                asked.iter().map(|id| format!("{:>WIDEST$}", level(id))).collect()
            } else {
                vec![format!("{} levels", position.requires.len())]
            };
            let cells = match cells.get(position.id.as_str()) {
                Some(many) if asked.is_empty() => format!("{many} cells"),
                _ => levels.join(" "),
            };
            out.push_str(&format!("  {title:<28} {cells}\n"));
        }
    }
    out.push_str("\n`rung roles list --framework` and `rung framework render` show more of it; - is not assessed.\n");
    out
}

fn name<'f>(framework: &'f Framework, id: &'f str) -> &'f str {
    framework.dimension(id).map_or(id, |dimension| &dimension.name)
}
