//! What changes from one level to the next: only what differs.

use std::collections::HashSet;

use maud::{Markup, html};
use rung_measure::ladder::{
    level_diff::{LevelDiff, LevelStep, level_diff},
    requirements::{Requirement, Statement},
    similarity::normalise,
    statements::StatementDiff,
    word_diff::Fate,
};

use super::{
    Page,
    bits::{asked, list, part},
    book::{Book, Way},
    shell::Sheet,
};
use crate::{
    plot::mark::{Anchor, Plot, dot, line, num, pct, text, upright},
    words,
};

/// Most levels that are marked one by one.
const MOST_TICKS: u32 = 12;

pub(super) fn page(book: &Book<'_>, way: &Way) -> Option<Page> {
    let (from, to) = book.at(way.from).zip(book.at(way.to))?;
    let diff = level_diff(book.framework, &from.id, &to.id).ok()?;
    let title = format!("From {} to {}", from.title(), to.title());
    let lede = sentence(&diff);
    let main = html! {
        @if !diff.levels.is_empty() { (part("levels", "Levels that differ", "Filled: before. Hollow: after.", &dumbbell(&diff.levels))) }
        @if !diff.words.is_empty() {
            (part("words", "What is new, what is put differently, what is gone", "Underlined is new, struck through is gone.", &html! { @for change in &diff.words {
                div.asks { div { h3 { (change.name) } (moved(book, way, &change.dimension)) } (statements(&change.statements, &kept(book, way, &change.dimension))) }
            } }))
        }
        @if !diff.only_b.is_empty() { (part("added", "Asked from here on", "", &lone(&diff.only_b))) }
        @if !diff.only_a.is_empty() { (part("dropped", "No longer asked", "", &lone(&diff.only_a))) }
        @if !diff.equal.is_empty() { (part("same", "Unchanged", "", &html! { p { (words::list(&diff.equal)) "." } })) }
        div.turn.note { @for (words, number) in [("All of ", way.from), ("All of ", way.to)] {
            @if let (Some(position), Some(slug)) = (book.at(number), book.levels.get(number)) {
                p { (words) a href={ "../level/" (slug) ".html" } { (position.title()) } }
            }
        } }
    };
    let path = format!("steps/{}.html", way.slug);
    Some(Sheet { path, kicker: "What changes", title: &title, lede: &lede }.draw(book, &main))
}

fn sentence(diff: &LevelDiff) -> String {
    let mut parts = Vec::new();
    if !diff.levels.is_empty() {
        let up = diff.levels.iter().filter(|step| step.to > step.from).count();
        let down = diff.levels.len() - up;
        for (many, one, more) in [
            (up, "dimension asks for a higher level", "dimensions ask for a higher level"),
            (down, "dimension asks for a lower one", "dimensions ask for a lower one"),
        ] {
            if many > 0 {
                parts.push(words::count(many, one, more));
            }
        }
    }
    if !diff.words.is_empty() {
        parts.push(format!("{} in words", words::count(diff.words.len(), "dimension differs", "dimensions differ")));
    }
    if !diff.only_b.is_empty() {
        parts.push(words::count(diff.only_b.len(), "is new", "are new"));
    }
    if !diff.only_a.is_empty() {
        parts.push(words::count(diff.only_a.len(), "is dropped", "are dropped"));
    }
    let repeated = words::count(diff.repeated, "statement is repeated", "statements are repeated");
    if parts.is_empty() {
        return format!("Nothing differs; {repeated} word for word.");
    }
    let mut all = words::list(&parts);
    if diff.repeated > 0 {
        all.push_str(&format!("; {repeated} word for word"));
    }
    format!("{all}.")
}

/// The level before and after on a dimension.
fn moved(book: &Book<'_>, way: &Way, dimension: &str) -> Markup {
    let (a, b) = (book.ask(way.from, dimension), book.ask(way.to, dimension));
    html! { @if let Some((a, b)) = a.zip(b).filter(|(a, b)| a.level.is_some() && b.level.is_some()) {
        p.small { @if a.level == b.level { (asked(b)) } @else { (asked(a)) " → " (asked(b)) } }
    } }
}

/// Statements that both have, as the second puts them.
fn kept<'b>(book: &'b Book<'_>, way: &Way, dimension: &str) -> Vec<&'b str> {
    let key = |said: &Statement| (normalise(&said.text), said.proficiency.as_deref().map(normalise));
    let Some((a, b)) = book.ask(way.from, dimension).zip(book.ask(way.to, dimension)) else { return Vec::new() };
    let mut before: HashSet<_> = a.statements.iter().map(key).collect();
    b.statements.iter().filter(|said| before.remove(&key(said))).map(|said| said.text.as_str()).collect()
}

fn statements(diff: &StatementDiff, kept: &[&str]) -> Markup {
    html! {
        div {
            ul.changes {
                @for one in &diff.changed { li { b { "Changed" } span { @for segment in &one.segments {
                    @match segment.fate {
                        Fate::Kept => (segment.text),
                        Fate::Removed => del { (segment.text) },
                        Fate::Added => ins { (segment.text) },
                    } " "
                } (proficiency(one.a.proficiency.as_deref(), one.b.proficiency.as_deref())) } } }
                @for one in &diff.only_b { li { b { "+ added" } ins { (one.text) } } }
                @for one in &diff.only_a { li { b { "− removed" } del { (one.text) } } }
            }
            @if !kept.is_empty() { details { summary { (words::count(kept.len(), "statement stays as it is", "statements stay as they are")) } (list(kept.iter().copied())) } }
        }
    }
}

fn proficiency(a: Option<&str>, b: Option<&str>) -> Markup {
    html! { @if a != b { span.pair { "was " (a.unwrap_or("not stated")) ", is " (b.unwrap_or("not stated")) } } }
}

fn lone(asks: &[Requirement]) -> Markup {
    html! { @for ask in asks { div.asks {
        h3 { (ask.name) }
        div {
            @if ask.level.is_some() { p { b { (asked(ask)) } } }
            @if !ask.statements.is_empty() { ul.plain { @for statement in &ask.statements { li { (statement.text) } } } }
        }
    } } }
}

fn dumbbell(steps: &[LevelStep]) -> Markup {
    let mut steps: Vec<&LevelStep> = steps.iter().collect();
    steps.sort_by_key(|step| std::cmp::Reverse(step.from.abs_diff(step.to)));
    let most = steps.iter().map(|step| step.from.max(step.to)).max().unwrap_or(1).max(1);
    let place = |level: u32| 0.02 + 0.96 * f64::from(level) / f64::from(most);
    let level =
        |n: u32, name: &Option<String>| name.as_ref().map_or_else(|| n.to_string(), |name| format!("{name} ({n})"));
    let told: Vec<String> = steps
        .iter()
        .map(|s| format!("{}: {} to {}", s.name, level(s.from, &s.from_name), level(s.to, &s.to_name)))
        .collect();
    let height = 52.0 * steps.len() as f64 + 18.0;
    let ticks: Vec<u32> = if most <= MOST_TICKS { (0..=most).collect() } else { vec![0, most] };
    let marks = html! {
        @for tick in ticks {
            (upright(place(tick), 18.0, height, "grid"))
            (text(place(tick), 0.0, 11.0, Anchor::Middle, "q", &html! { (tick) }))
        }
        @for (n, step) in steps.iter().enumerate() {
        @let y = 52.0 * n as f64 + 54.0;
        (text(0.0, 0.0, y - 18.0, Anchor::Start, "t halo", &html! { (step.name) }))
        (text(1.0, 0.0, y - 18.0, Anchor::End, "m halo wo", &html! { (level(step.from, &step.from_name)) " to " (level(step.to, &step.to_name)) }))
        (line(place(step.from), y, place(step.to), y, "stem"))
        (dot(place(step.from), y, 5.0, "ink"))
        svg x=(pct(place(step.to))) y=(num(y)) overflow="visible" { path.hollow d="M0 -7L7 0L0 7L-7 0z" {} }
    } };
    html! {
        figure { (Plot { id: "bells", title: "Required levels before and after", desc: &told.join("; "), height }.draw(&marks)) }
        details.twin { summary { "These levels as a list" } ul.plain { @for line in told { li { (line) } } } }
    }
}
