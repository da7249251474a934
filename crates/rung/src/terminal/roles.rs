//! Roles as terminal text.

mod compare;
mod diff;
mod levels;

use rung_measure::roles::{OverlapMatrix, Path};
use rung_model::{
    bucket::Bucket,
    framework::{Duty, Framework, Role},
};
use rung_views::words;

pub(crate) use compare::compare;
pub(crate) use diff::diff;
pub(crate) use levels::{nearest, overlap as level_overlap};

use super::{ink::Ink, print::fold};

fn name_of<'a>(framework: &'a Framework, id: &'a str) -> &'a str {
    framework.role(id).map_or(id, |role| &role.name)
}

/// A duty's bucket in its colour, nine letters wide.
fn bucket(duty: &Duty, ink: Ink) -> String {
    let id = duty.bucket.map_or("unsorted", Bucket::id);
    let wide = format!("{id:<9}");
    duty.bucket.map_or_else(|| ink.faint(&wide), |bucket| ink.bucket(bucket, &wide))
}

/// All roles with their split and hands-on range.
pub(crate) fn list(framework: &Framework, ink: Ink) -> String {
    let mut out = ink.faint(&format!(
        "{:<16} {:<30} {:>8} {:>6} {:>8}  {:<14} hands-on\n",
        "id", "role", "strategy", "people", "building", "basis"
    ));
    for role in &framework.roles {
        out.push_str(&format!("{:<16} {:<30} ", role.id, role.name));
        match framework.split_of(&role.id) {
            None => out.push_str("no split: an entry node of paths\n"),
            Some(claim) => {
                let [s, p, b] = claim.split.parts().map(|share| format!("{:.0}", share * 100.0));
                let hands_on = framework.hands_on_of(&role.id).map_or("-".to_owned(), |h| words::range(h.min, h.max));
                out.push_str(&format!(
                    "{} {} {}  {:<14} {hands_on}\n",
                    ink.bucket(Bucket::Strategy, &format!("{s:>8}")),
                    ink.bucket(Bucket::People, &format!("{p:>6}")),
                    ink.bucket(Bucket::Building, &format!("{b:>8}")),
                    claim.basis.words()
                ));
            }
        }
    }
    out.push_str("\nShares of the week in percent. `rung roles show ROLE` says who says so.\n");
    out
}

/// One role whole.
pub(crate) fn show(framework: &Framework, role: &Role, position: Option<&str>, ink: Ink) -> String {
    let mut out = format!("{}\n{}\n", ink.strong(&role.name), fold(&role.definition, 90, 0));
    if !role.sources.is_empty() {
        out.push_str(&format!("Described in: {}\n", role.sources.join(", ")));
    }
    if let Some(shift) = &role.shift {
        out.push_str(&format!("{}\n", fold(&format!("The shift: {shift}"), 90, 0)));
    }
    out.push_str(&format!("\n{}\n", ink.strong("The week")));
    for claim in framework.splits.iter().filter(|c| c.role == role.id) {
        let parts: Vec<String> = Bucket::SPLIT
            .into_iter()
            .map(|b| ink.bucket(b, &format!("{} {}", b.id(), words::percent(claim.split.share(b)))))
            .collect();
        out.push_str(&format!(
            "  {}  ({})\n",
            parts.join("  "),
            said(claim.basis.words(), claim.source.as_deref(), claim.note.as_deref())
        ));
    }
    for claim in framework.hands_on.iter().filter(|c| c.role == role.id) {
        let by = said(claim.basis.words(), claim.source.as_deref(), claim.note.as_deref());
        out.push_str(&format!("  hands-on coding {}  ({by})\n", words::range(claim.min, claim.max)));
    }
    out.push_str(&format!("\n{}\n", ink.strong("Duties")));
    for duty in framework.duties_of(&role.id) {
        let keys: Vec<&str> = duty.stated.iter().map(|(key, _)| key.as_str()).collect();
        let shared = if duty.holding == rung_model::framework::Holding::Shared { ", shared" } else { "" };
        let said = format!("{}{shared}", keys.join(" "));
        let said = if said.is_empty() { said } else { ink.faint(&format!(" [{}]", said.trim_start_matches(", "))) };
        out.push_str(&format!("  {} {}{said}\n", bucket(duty, ink), duty.name));
    }
    if let Some(none) = &role.no_duties {
        out.push_str(&format!("  {none}\n"));
    }
    out.push_str(&skills(framework, role, ink));
    out.push_str(&ladder(framework, role, position, ink));
    let next: Vec<&str> =
        framework.edges.iter().filter(|e| e.from == role.id).map(|e| name_of(framework, &e.to)).collect();
    if !next.is_empty() {
        out.push_str(&format!("\n{}\n  {}\n", ink.strong("Next steps"), next.join(", ")));
    }
    out
}

fn said(basis: &str, source: Option<&str>, note: Option<&str>) -> String {
    [Some(basis.to_owned()), source.map(|key| format!("source {key}")), note.map(str::to_owned)]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(", ")
}

fn skills(framework: &Framework, role: &Role, ink: Ink) -> String {
    let mut lines: Vec<(u8, String)> = framework
        .skills
        .iter()
        .filter_map(|skill| skill.levels.get(&role.id).map(|level| (level.0, skill.name.clone())))
        .filter(|(level, _)| *level >= 3)
        .collect();
    if lines.is_empty() {
        return String::new();
    }
    lines.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    let of =
        |wanted: u8| lines.iter().filter(|(level, _)| *level == wanted).map(|(_, n)| n.as_str()).collect::<Vec<_>>();
    let mut out = format!("\n{}\n", ink.strong("Skills expected above working level (our synthesis)"));
    for (level, word) in [(4, "expert"), (3, "practitioner")] {
        if !of(level).is_empty() {
            out.push_str(&format!("{}\n", fold(&format!("{word}: {}", of(level).join(", ")), 90, 2)));
        }
    }
    out
}

fn ladder(framework: &Framework, role: &Role, position: Option<&str>, ink: Ink) -> String {
    let mut out = String::new();
    for p in framework.positions_of(&role.id) {
        let axes: Vec<String> = p.requires.iter().map(|(axis, level)| format!("{axis} {level}")).collect();
        let asked = match (axes.is_empty(), framework.cells_of(&p.id).count()) {
            (true, 0) => p.title().to_owned(),
            (true, cells) => format!("{}: {cells} {}", p.title(), if cells == 1 { "cell" } else { "cells" }),
            (false, _) => axes.join("  "),
        };
        let line = format!("  {:<6} {asked}\n", p.id);
        out.push_str(&if position == Some(p.id.as_str()) { ink.strong(&line) } else { line });
    }
    if out.is_empty() { out } else { format!("\n{}\n{out}", ink.strong("Levels")) }
}

/// The matrix of overlaps.
pub(crate) fn overlap(framework: &Framework, matrix: &OverlapMatrix, ink: Ink) -> String {
    let short = |id: &str| framework.role(id).map_or(id.to_owned(), |role| role.short.clone());
    let mut out = ink.faint("Share of the week two roles have in common, percent\n\n");
    out.push_str(&format!("{:<28}", ""));
    for id in &matrix.roles {
        out.push_str(&format!("{:>6}", short(id)));
    }
    out.push('\n');
    for (id, row) in matrix.roles.iter().zip(&matrix.overlap) {
        out.push_str(&format!("{:<28}", name_of(framework, id)));
        for share in row {
            out.push_str(&format!("{:>6.0}", share * 100.0));
        }
        out.push('\n');
    }
    out
}

/// Ways between roles.
pub(crate) fn paths(framework: &Framework, paths: &[Path]) -> String {
    if paths.is_empty() {
        return "No source describes a way between these roles.\n".to_owned();
    }
    let mut out = String::new();
    for path in paths {
        let roles: Vec<&str> = path.roles().into_iter().map(|id| name_of(framework, id)).collect();
        out.push_str(&format!("{}\n", roles.join(" -> ")));
        for step in &path.steps {
            let years = step.years.map_or("not known".to_owned(), |y| format!("{}–{} years", y.min, y.max));
            let note = step.note.as_deref().map_or(String::new(), |note| format!(", {note}"));
            let names = format!("{} -> {}", name_of(framework, &step.from), name_of(framework, &step.to));
            out.push_str(&format!("    {names:<48} {years:<12} [{}]{note}\n", step.sources.join(" ")));
        }
        if path.steps.len() > 1 {
            out.push_str(&format!("    together: {}\n", path.duration()));
        }
    }
    out
}
