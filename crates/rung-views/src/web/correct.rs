//! Saying what one event really was: the minutes that would move are shown before anything is kept.

use jiff::civil::Date;
use maud::{Markup, html};
use rung_app::{
    corrections::Proposal,
    rules::{Move, Tried},
};
use rung_model::correction::{Correction, Target};

use super::{
    mirror::links,
    parts::{Field, button, check, choice, empty, form, section, wrong},
};
use crate::{
    frame::{Body, Kind},
    words,
};

/// What was asked for.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// The event: part of a title, a UID, an evidence id.
    pub what: String,
    /// Its day.
    pub on: String,
    /// What it is.
    pub set: String,
    /// Every occurrence.
    pub series: bool,
    /// Why.
    pub why: String,
}

/// The form, with what it would move once that was asked for.
pub fn page(
    asked: &Asked,
    kinds: &[(String, String)],
    csrf: &str,
    proposal: Option<&Proposal>,
    said: Option<&str>,
) -> Body {
    let inner = html! {
        (Field::text("what", "Which event").with(&asked.what).note("Part of its title; a day’s page fills in what tells it from all others.").draw())
        (Field::text("on", "On which day").of("date").with(&asked.on).optional().draw())
        (choice("set", "What it really was", kinds, &asked.set))
        (check("series", "yes", "Every occurrence of it", asked.series))
        (Field::text("why", "Why").with(&asked.why).optional().draw())
        div.row {
            button.btn.main[proposal.is_none()] type="submit" name="step" value="try" { "Show what it would move" }
            @if proposal.is_some() { button.btn.main type="submit" name="step" value="keep" { "Correct it" } }
        }
    };
    let main = html! {
        div.hero {
            p.kicker { "My weeks · correct" }
            h1.long { @if let Some(proposal) = proposal { (moved(&proposal.tried)) } @else { "What was it really?" } }
            p.lede { @if let Some(proposal) = proposal { (proposal.about) ". Nothing is kept yet." } @else { "You know your day; sources only see its traces. What a correction moves is shown first, and every one can be taken back." } }
            (wrong(said))
            (form("/me/correct", csrf, &inner))
        }
        @if let Some(proposal) = proposal { (moves(&proposal.tried)) }
    };
    Body {
        kind: Kind::Web,
        title: "Correct an event".to_owned(),
        description: "Say what one event really was.".to_owned(),
        links: links("/me/corrections"),
        main,
        ..Body::default()
    }
}

fn moved(tried: &Tried) -> String {
    let minutes: f64 = tried.moves.iter().map(|one| one.minutes).sum();
    if tried.moves.is_empty() {
        "It would move nothing: it counts as that already".to_owned()
    } else {
        format!("It would move {} in the last half year", words::duration(minutes))
    }
}

fn moves(tried: &Tried) -> Markup {
    const NAMES: [&str; 5] = ["Strategy & alignment", "People", "Building", "Other", "Kind unknown"];
    section(
        "moves",
        "What it moves",
        "Before and after",
        "Best guesses over the last half year.",
        &html! {
            @if !tried.moves.is_empty() {
                table.cards {
                    thead { tr { th scope="col" { "What" } th.n scope="col" { "Facts" } th.n scope="col" { "Time" } th scope="col" { "From" } th scope="col" { "To" } } }
                    tbody { @for Move { what, count, minutes, from, to, .. } in &tried.moves { tr {
                        th scope="row" { (what) } td.n data-l="Facts" { (count) } td.n data-l="Time" { (words::duration(*minutes)) } td data-l="From" { (from.replace('_', " ")) } td data-l="To" { (to.replace('_', " ")) }
                    } } }
                }
            }
            table.cards {
                thead { tr { th scope="col" { "Kind of work" } th.n scope="col" { "Now" } th.n scope="col" { "Then" } } }
                tbody { @for (at, name) in NAMES.iter().enumerate() { tr {
                    th scope="row" { (name) } td.n data-l="Now" { (words::duration(tried.before[at])) } td.n data-l="Then" { (words::duration(tried.after[at])) }
                } } }
            }
        },
    )
}

/// The corrections that were made.
pub fn list(all: &[Correction], csrf: &str) -> Body {
    let holding = all.iter().filter(|one| one.holds()).count();
    let main = html! {
        div.hero {
            p.kicker { "My weeks · corrections" }
            h1.long { @if holding == 0 { "Nothing is corrected" } @else { (words::capital(&words::count(holding, "correction", "corrections"))) " in force" } }
            p.lede { "They come before every rule, stay when a source is read again, and are yours alone." }
            p.acts { a.btn.main href="/me/correct" { "Correct an event" } }
        }
        (section("all", "Corrections", "What you said", "Taking one back keeps it on record, with the day you did.", &html! {
            @if all.is_empty() { (empty("There is none yet", &html! { "Open a day under " a href="/me/weeks" { "Weeks and days" } " and say what an event really was." })) }
            @else {
                table.cards {
                    thead { tr { th scope="col" { "What" } th scope="col" { "Counts as" } th scope="col" { "Why" } th scope="col" { "In force" } } }
                    tbody { @for one in all.iter().rev() { tr {
                        th scope="row" { (about(one)) }
                        td data-l="Counts as" { (kind(one)) }
                        td data-l="Why" { (one.why.as_deref().unwrap_or("")) }
                        td data-l="In force" { @if one.holds() { (button("/me/corrections/undo", csrf, "Take back", &about(one), &[("id", &one.id)])) } @else { "taken back" } }
                    } } }
                }
            }
        }))
    };
    Body {
        kind: Kind::Web,
        title: "Corrections".to_owned(),
        description: "What you said events really were.".to_owned(),
        links: links("/me/corrections"),
        main,
        ..Body::default()
    }
}

fn about(one: &Correction) -> String {
    let title = one.look.title.clone();
    match &one.target {
        Target::Occurrence { day, .. } => {
            format!("{} on {}", title.unwrap_or_else(|| "an event".to_owned()), words::date(*day))
        }
        Target::Series { .. } => format!("every {}", title.unwrap_or_else(|| "occurrence of an event".to_owned())),
        Target::Fact(_) => title.unwrap_or_else(|| "a fact".to_owned()),
    }
}

fn kind(one: &Correction) -> String {
    use rung_model::kind::Kind;
    match one.set {
        Kind::Activity(activity) => activity.id().replace('_', " "),
        Kind::NotCounted(what) => format!("{} (not counted)", what.id()),
        Kind::Weights(_) => "mixed".to_owned(),
        Kind::Unclassified => "unknown".to_owned(),
    }
}

/// An entry of a day, as it was filled in.
#[derive(Clone, Debug, Default)]
pub struct LogAsked {
    /// The day.
    pub date: String,
    /// What it was.
    pub set: String,
    /// How long.
    pub length: String,
    /// A note.
    pub note: String,
    /// True where the day is logged whole.
    pub whole: bool,
}

/// Days logged by hand, with the form for another.
pub fn log(
    asked: &LogAsked,
    days: &[(Date, u32, bool)],
    kinds: &[(String, String)],
    csrf: &str,
    said: Option<&str>,
) -> Body {
    let inner = html! {
        (Field::text("date", "Which day").of("date").with(&asked.date).draw())
        (choice("set", "What it was", kinds, &asked.set))
        (Field::text("length", "How long").with(&asked.length).note("45m, 1h30m, 1.5h or 1:30").draw())
        (Field::text("note", "A note").with(&asked.note).optional().note("Only you see it.").draw())
        (check("whole", "yes", "With this, the day is logged whole: what is not logged was not work", asked.whole))
        div { button.btn.main type="submit" { "Log it" } }
    };
    let main = html! {
        div.hero {
            p.kicker { "My weeks · logged days" }
            h1.long { "Log what no source sees" }
            p.lede { "A few days logged whole also tell Rung how long your commits and reviews really take." }
            (wrong(said))
            (form("/me/log", csrf, &inner))
        }
        (section("days", "Logged days", &if days.is_empty() { "No day is logged yet".to_owned() } else { words::capital(&format!("{} logged", words::count(days.len(), "day", "days"))) }, "", &html! {
            @if !days.is_empty() {
                ul.ruled { @for (day, minutes, whole) in days { li {
                    a href={ "/me/day/" (day) } { (words::date(*day)) } ", " (words::duration(f64::from(*minutes))) @if *whole { ", whole" }
                } } }
            }
        }))
    };
    Body {
        kind: Kind::Web,
        title: "Logged days".to_owned(),
        description: "Days you logged by hand.".to_owned(),
        links: links("/me/log"),
        main,
        ..Body::default()
    }
}
