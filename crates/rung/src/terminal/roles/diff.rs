//! Two positions or roles: only what differs, in numbers and in words.

use rung_measure::ladder::{
    level_diff::LevelDiff,
    requirements::{Requirement, Statement},
    word_diff::{Fate, Segment},
};
use rung_model::framework::Framework;
use rung_views::words;

use crate::terminal::{ink::Ink, print::fold};

const WIDTH: usize = 96;

/// The diff as text.
pub(crate) fn diff(framework: &Framework, diff: &LevelDiff, ink: Ink) -> String {
    let (a, b) = (called(&diff.a.id, &diff.a.title), called(&diff.b.id, &diff.b.title));
    let mut out = format!("{}\n", ink.strong(&format!("{a} -> {b}: only what differs")));
    if diff.is_empty() {
        out.push_str("\nNothing differs.\n");
        return out;
    }
    if let Some(common) = diff.distance.ruzicka() {
        let steps = |many: u64| if many == 1 { "1 step".to_owned() } else { format!("{many} steps") };
        out.push_str(&format!(
            "\nLevels: {} up, {} down, {} apart; they overlap {}\n",
            steps(diff.distance.up),
            steps(diff.distance.down),
            diff.distance.l1(),
            words::percent(common)
        ));
    }
    for step in &diff.levels {
        let named = |level: u32, name: &Option<String>| match name {
            Some(name) => format!("{level} {name}"),
            None => level.to_string(),
        };
        let sign = if step.to > step.from { "+" } else { "" };
        let change = i64::from(step.to) - i64::from(step.from);
        out.push_str(&format!(
            "  {:<24} {:<20} -> {:<20} {sign}{change}\n",
            step.name,
            named(step.from, &step.from_name),
            named(step.to, &step.to_name)
        ));
    }
    for change in &diff.words {
        out.push_str(&format!("\n{}\n", ink.strong(&change.name)));
        let statements = &change.statements;
        statements.only_a.iter().for_each(|statement| out.push_str(&line("- ", &said(statement))));
        statements.only_b.iter().for_each(|statement| out.push_str(&line("+ ", &said(statement))));
        statements.changed.iter().for_each(|changed| out.push_str(&line("~ ", &marked(&changed.segments))));
    }
    out.push_str(&alone(&format!("Only {a}"), "- ", &diff.only_a, ink));
    out.push_str(&alone(&format!("Only {b}"), "+ ", &diff.only_b, ink));
    if diff.repeated > 0 {
        let word = if diff.repeated == 1 { "statement is" } else { "statements are" };
        out.push_str(&format!("\n{} {word} the same in both.\n", diff.repeated));
    }
    if !diff.equal.is_empty() {
        out.push_str(&fold(&format!("Nothing differs on {}.", diff.equal.join(", ")), WIDTH, 0));
        out.push('\n');
    }
    if let Some(roles) = &diff.roles {
        out.push_str(&format!("\n{}", super::compare(framework, roles, ink)));
    }
    out
}

fn called(id: &str, title: &str) -> String {
    if id == title { id.to_owned() } else { format!("{title} ({id})") }
}

fn said(statement: &Statement) -> String {
    match &statement.proficiency {
        Some(proficiency) if *proficiency != statement.text => format!("{} [{proficiency}]", statement.text),
        _ => statement.text.clone(),
    }
}

/// Words with what was removed as [-so-] and what was added as {+so+}.
fn marked(segments: &[Segment]) -> String {
    let piece = |segment: &Segment| match segment.fate {
        Fate::Kept => segment.text.clone(),
        Fate::Removed => format!("[-{}-]", segment.text),
        Fate::Added => format!("{{+{}+}}", segment.text),
    };
    segments.iter().map(piece).collect::<Vec<_>>().join(" ")
}

fn line(mark: &str, text: &str) -> String {
    let folded = fold(text, WIDTH, 4);
    format!("  {mark}{}\n", folded.trim_start())
}

fn alone(head: &str, mark: &str, asked: &[Requirement], ink: Ink) -> String {
    let mut out = String::new();
    for requirement in asked {
        let level = requirement.level.map_or_else(String::new, |level| format!(", level {level}"));
        out.push_str(&format!("\n{}\n", ink.strong(&format!("{head}: {}{level}", requirement.name))));
        requirement.statements.iter().for_each(|statement| out.push_str(&line(mark, &said(statement))));
    }
    out
}
