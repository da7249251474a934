//! The page of a step: only what changes from one level to the next.

use maud::{Markup, html};
use rung_measure::ladder::{
    level_diff::{LevelDiff, level_diff},
    requirements::{Requirement, Statement},
    word_diff::{Fate, Segment},
};
use rung_model::framework::Position;

use super::{Page, book::Book, draw, frame};
use crate::{
    parts::{head, prose, section},
    words,
};

pub(super) fn page(book: &Book<'_>, from: &Position, to: &Position) -> Page {
    let path = book.step_path(&from.id, &to.id).unwrap_or_default();
    let up = frame::up(&path);
    let diff = level_diff(book.framework, &from.id, &to.id).ok();
    let link = |position: &Position| {
        html! { @if let Some(path) = book.level_path(&position.id) { a href={ (up) (path) } { (position.title()) } } }
    };
    let main = html! {
        div.hero {
            p.kicker { (book.role_name(&from.role)) ": what changes" }
            h1.long { "From " (from.title()) " to " (to.title()) }
            p.lede { (sentence(diff.as_ref())) }
            p.steplinks { (link(from)) (link(to)) }
        }
        @if let Some(diff) = &diff { (changes(book, diff)) }
    };
    let leaf = frame::Leaf {
        title: format!("From {} to {} · {}", from.title(), to.title(), book.framework.name),
        description: format!("Only what changes from {} to {}.", from.title(), to.title()),
        way: "Roles",
        path,
    };
    frame::draw(book, leaf, &main)
}

fn sentence(diff: Option<&LevelDiff>) -> String {
    let Some(diff) = diff else { return "The two levels cannot be compared.".to_owned() };
    if diff.is_empty() {
        return "Nothing that is written down changes.".to_owned();
    }
    let mut parts = Vec::new();
    let steps = usize::try_from(diff.distance.up).unwrap_or(usize::MAX);
    if steps > 0 {
        parts.push(format!("{} up", words::count(steps, "step", "steps")));
    }
    let down = usize::try_from(diff.distance.down).unwrap_or(usize::MAX);
    if down > 0 {
        parts.push(format!("{} down", words::count(down, "step", "steps")));
    }
    if !diff.words.is_empty() {
        parts.push(format!("{} in other words", words::count(diff.words.len(), "dimension", "dimensions")));
    }
    let alone = diff.only_a.len() + diff.only_b.len();
    if alone > 0 {
        parts.push(format!("{} on one side only", words::count(alone, "dimension", "dimensions")));
    }
    format!("{}.", words::capital(&words::list(&parts)))
}

fn changes(book: &Book<'_>, diff: &LevelDiff) -> Markup {
    html! {
        @if !diff.levels.is_empty() {
            (section("levels", &html! {
                (head("levels", "Levels", "Where more is asked, and where less", "Filled: before. Hollow: after."))
                (draw::dumbbell(diff))
            }))
        }
        @if !diff.words.is_empty() || !diff.only_a.is_empty() || !diff.only_b.is_empty() {
            (section("words", &html! {
                (head("words", "Words", "What is asked no longer, and what is new", "− is asked no longer, + is new, ~ is put differently."))
                @for change in &diff.words {
                    div.topic {
                        h3 { (change.name) }
                        ul.diff {
                            @for statement in &change.statements.only_a { (line("−", "no longer", &html! { del { (said(statement)) } })) }
                            @for changed in &change.statements.changed { (line("~", "put differently", &segments(&changed.segments))) }
                            @for statement in &change.statements.only_b { (line("+", "new", &html! { ins { (said(statement)) } })) }
                        }
                    }
                }
                @for requirement in &diff.only_a { (alone(requirement, false)) }
                @for requirement in &diff.only_b { (alone(requirement, true)) }
            }))
        }
        @if diff.repeated > 0 || !diff.equal.is_empty() {
            (section("same", &html! {
                (head("same", "The same", "What stays", ""))
                @if diff.repeated > 0 { p { (words::capital(&words::count(diff.repeated, "statement is", "statements are"))) " the same on both levels." } }
                @if !diff.equal.is_empty() { p { "Nothing changes on " (words::list(&diff.equal)) "." } }
            }))
        }
        (scoring(book, diff))
    }
}

fn scoring(book: &Book<'_>, diff: &LevelDiff) -> Markup {
    let gates: Vec<String> = diff
        .scoring
        .gates
        .b
        .iter()
        .flat_map(|gate| &gate.requires)
        .map(|(dimension, n)| format!("{} at level {n} at least", book.dimension_name(dimension)))
        .collect();
    html! { @if !gates.is_empty() { p.note { "Needed whatever the score: " (words::list(&gates)) "." } } }
}

fn line(sign: &str, word: &str, text: &Markup) -> Markup {
    html! { li { span.s aria-hidden="true" { (sign) } span { span.vh { (word) ": " } (text) } } }
}

fn said(statement: &Statement) -> String {
    match &statement.proficiency {
        Some(proficiency) if *proficiency != statement.text => prose(&format!("{} ({proficiency})", statement.text)),
        _ => prose(&statement.text),
    }
}

fn segments(segments: &[Segment]) -> Markup {
    html! {
        @for (n, segment) in segments.iter().enumerate() {
            @if n > 0 { " " }
            @match segment.fate {
                Fate::Kept => { (prose(&segment.text)) }
                Fate::Removed => { del { (prose(&segment.text)) } }
                Fate::Added => { ins { (prose(&segment.text)) } }
            }
        }
    }
}

fn alone(requirement: &Requirement, new: bool) -> Markup {
    let (sign, word) = if new { ("+", "new") } else { ("−", "no longer") };
    html! {
        div.topic {
            h3 { (requirement.name) }
            p.n { @if new { "Asked for the first time" } @else { "Asked no longer" } @if let Some(level) = requirement.level { ", level " (level) } }
            ul.diff { @for statement in &requirement.statements {
                (line(sign, word, &html! { @if new { ins { (said(statement)) } } @else { del { (said(statement)) } } }))
            } }
        }
    }
}
