//! The opening: who can see this, the finding, the numbers behind it, the facts, and all hours at once.

use maud::{Markup, html};
use rung_app::answer::Report;
use rung_model::bucket::Bucket;

use super::{headline::headline, lens::Lens, split_words};
use crate::{
    parts::{Twin, caption, key, prose},
    plot::coverage_bar,
    tone::Tone,
    words,
};

/// Privacy line, headline, lede, facts, coverage bar.
pub(crate) fn opening(lens: &Lens<'_>) -> Markup {
    let report = lens.report;
    let headline = headline(lens);
    html! {
        div.hero.duo {
            div.heroin {
                p.privacy {
                    svg aria-hidden="true" focusable="false" { use href="#i-lock" {} }
                    span {
                        @if lens.live.is_some() {
                            b { "Only you can see this page." }
                            " Nobody can switch that off, an administrator neither."
                        } @else {
                            b { "This file is yours; Rung keeps no copy." }
                            " Nobody else can see it unless you hand it on."
                        }
                        @if report.who.invented { " An example: everyone in it is invented." }
                    }
                }
                h1.long[headline.chars().count() > 90] { (prose(&headline)) }
                p.lede { (prose(&split_words::lede(lens))) }
                @if !report.who.added.is_empty() { (stamp(report)) }
                (jumps(lens))
            }
            (facts(lens))
        }
        div.opening { (coverage(report)) }
    }
}

/// PRIVACY P20: an address beyond the user's own settings is stamped on the report.
fn stamp(report: &Report) -> Markup {
    html! {
        p.stamp {
            svg aria-hidden="true" focusable="false" { use href="#i-hand" {} }
            span {
                b { "Added by hand: " }
                @for (place, address) in report.who.added.iter().enumerate() {
                    @if place > 0 { ", " } bdi { (address) }
                }
                ". Whoever made this report said that this address is theirs too."
            }
        }
    }
}

fn jumps(lens: &Lens<'_>) -> Markup {
    let report = lens.report;
    let found = report.findings.len();
    html! {
        p.acts {
            @if found > 0 {
                a.btn href="#findings" { "See the " (if found == 1 { "finding".to_owned() } else { format!("{} findings", words::numeral(found)) }) }
            }
            @if !report.sharpen.is_empty() { a.btn href="#sharpen" { "Sharpen the picture" } }
            a.btn href="#sources" { "What was seen" }
            @if lens.live.is_some() {
                a.btn href="/me/weeks" { "Open the days" }
                a.btn href="/me/shared" { "Share a snapshot" }
            }
        }
    }
}

fn facts(lens: &Lens<'_>) -> Markup {
    let report = lens.report;
    let window = &report.window.totals;
    let place: Vec<&str> =
        [&report.who.team, &report.who.organisation].into_iter().flatten().map(String::as_str).collect();
    let away = report.weeks.iter().filter(|line| line.reading.totals.capacity <= 0.0).count();
    let mut kinds: Vec<&str> = report.sources.iter().map(|source| source.manifest.kind.name()).collect();
    kinds.dedup();
    let mut seen: Vec<&str> = Vec::new();
    for kind in kinds {
        if !seen.contains(&kind) {
            seen.push(kind);
        }
    }
    html! {
        dl.facts {
            div {
                dt { "You" }
                dd {
                    @match &report.who.name {
                        Some(name) => bdi { (name) },
                        None => { @if let Some(address) = report.who.addresses.first() { bdi { (address) } } @else { "No address given" } }
                    }
                    @if place.is_empty() {
                        span { (words::count(report.who.addresses.len(), "address", "addresses")) }
                    } @else {
                        span { @for (index, part) in place.iter().enumerate() { @if index > 0 { ", " } bdi { (part) } } }
                    }
                }
            }
            div {
                dt { "Role held" }
                dd {
                    @if let Some(held) = &report.held {
                        (held.role.name) @if let Some(position) = &held.position { ", " bdi { (position) } }
                        span { (held.ground) @if let Some(since) = held.since { ", since " (words::date(since)) } }
                    } @else {
                        "Not named"
                        span { "name it with " code { "--role" } }
                    }
                }
            }
            div {
                dt { "Window" }
                dd {
                    (prose(&words::span(report.first, report.last)))
                    span {
                        (words::count(report.weeks.len(), "week", "weeks"))
                        @if away > 0 { ", " (words::numeral(away)) " of them away" }
                    }
                }
            }
            div {
                dt { "Seen" }
                dd {
                    (words::percent(report.window.coverage)) " of " (words::working_hours(window.whole()))
                    span { (words::hours(window.unobserved())) " left no trace" }
                }
            }
            div {
                dt { "Sources" }
                dd {
                    @if seen.is_empty() { "None" } @else { (words::capital(&words::list(&seen).to_lowercase())) }
                    span { "read " (words::moment(report.made, &report.zone)) }
                }
            }
        }
    }
}

fn coverage(report: &Report) -> Markup {
    let totals = &report.window.totals;
    let parts: Vec<(Tone, f64)> = Tone::ALL
        .into_iter()
        .map(|tone| {
            let minutes = match tone {
                Tone::Of(bucket) => totals.bucket(bucket).point,
                Tone::Unknown => totals.unclassified.point,
                Tone::Unseen => totals.unobserved(),
            };
            (tone, minutes)
        })
        .collect();
    let whole = totals.whole();
    let hidden = |tone: Tone| matches!(tone, Tone::Of(bucket) if !report.window.bucket(bucket).visible);
    let amount = |tone: Tone, minutes: f64| {
        if hidden(tone) { "cannot be seen".to_owned() } else { words::hours(minutes) }
    };
    let title = if whole > 0.0 {
        format!("Where {} went", words::working_hours(whole))
    } else {
        "No working hours in this window".to_owned()
    };
    let desc =
        parts.iter().map(|(tone, minutes)| format!("{} {}", tone.name(), amount(*tone, *minutes))).collect::<Vec<_>>();
    let entries: Vec<_> = parts
        .iter()
        .map(|(tone, minutes)| {
            let range = match tone {
                Tone::Of(bucket) if !hidden(*tone) => Some(totals.bucket(*bucket)),
                _ => None,
            };
            let range = range.filter(|range| range.high - range.low >= 60.0).map(|range| words::hours_range(&range));
            (*tone, Some(amount(*tone, *minutes)), range)
        })
        .collect();
    let rows = parts
        .iter()
        .map(|(tone, minutes)| {
            let share = if whole > 0.0 { words::percent(minutes / whole) } else { "–".to_owned() };
            let range = match tone {
                Tone::Of(bucket) if !hidden(*tone) => words::hours_range(&totals.bucket(*bucket)),
                _ => "–".to_owned(),
            };
            let share = if hidden(*tone) { "–".to_owned() } else { share };
            (tone.name().to_owned(), vec![amount(*tone, *minutes), range, share])
        })
        .collect();
    html! {
        figure {
            (caption(&title, "Best guess, and the range the evidence allows. Hatched time left no trace in any source given; it is not counted as anything."))
            (coverage_bar(&title, &desc.join("; "), &parts))
            (key(&entries))
            @if totals.after_hours_total() >= 60.0 {
                p.small.after { "A further " (words::hours(totals.after_hours_total())) " lay outside working hours and are not in these bars." }
            }
            (Twin {
                summary: "These hours as a table",
                caption: &format!("{}, working hours only", words::span(report.first, report.last)),
                heads: &["Kind", "Best guess", "Range", "Share of working time"],
                rows,
            }.draw())
        }
    }
}

/// The bucket name inside a sentence.
pub(crate) fn bucket_words(bucket: Bucket) -> &'static str {
    match bucket {
        Bucket::Strategy => "strategy and alignment",
        Bucket::People => "people",
        Bucket::Building => "building",
        Bucket::Other => "other work",
    }
}
