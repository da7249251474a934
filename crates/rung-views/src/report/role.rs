//! Which role it is like: the ternary plot, the role bars, and what could overturn them.

use jiff::civil::Date;
use maud::{Markup, html};
use rung_measure::fit::{CandidateFit, Verdict};
use rung_model::{bucket::Bucket, share::Share};

use super::{
    fit,
    lens::{Lens, points_of, split_of},
    overturn::overturn,
};
use crate::{
    parts::{self, Twin, caption, command, head, noted, prose},
    plot::{
        RoleRow, role_bars,
        ternary::{self, Ternary, TernaryPoint, TernaryRole},
    },
    words,
};

/// At most so many bars; the table twin has every role.
const BARS: usize = 7;

/// The section.
pub(crate) fn section(lens: &Lens<'_>) -> Markup {
    let (headline, note) = fit::finding(lens);
    parts::section(
        "role",
        &html! {
            (head("role", "Which role is it like?", &headline, &note))
            div.cols.c-tern {
                (triangle(lens))
                div.aside {
                    (bars(lens))
                    @if matches!(lens.report.fit.verdict, Verdict::NotEnough(_)) { (helps(lens)) } @else { (overturn(lens)) }
                }
            }
        },
    )
}

/// Below the gate: the one thing that helps most, with the action.
fn helps(lens: &Lens<'_>) -> Markup {
    html! {
        @if let Some(first) = lens.report.sharpen.first() {
            div.stack {
                h3 { "What would help most" }
                p.note { b { (prose(first.headline.trim_end_matches('.'))) ". " } (noted(&first.text)) }
                @if !first.command.is_empty() { p { (command(&first.command)) } }
            }
        }
    }
}

fn triangle(lens: &Lens<'_>) -> Markup {
    let report = lens.report;
    let split = lens.split();
    let path: Vec<Quarter> = report
        .quarters
        .iter()
        .filter_map(|reading| {
            let (first, last) = (reading.totals.first, reading.totals.last);
            Some(Quarter { name: words::quarter(first, last), first, last, split: split_of(reading)? })
        })
        .collect();
    let roles = report
        .shapes
        .iter()
        .map(|shape| TernaryRole {
            name: shape.role.name.clone(),
            short: words::short_role(&shape.role.short, &shape.role.name),
            split: shape.split.split,
            k: shape.split.k,
            held: lens.held().is_some_and(|held| held.role.id == shape.role.id),
            basis: shape.split.basis.words(),
        })
        .collect();
    let you = lens.since.map_or_else(|| "You".to_owned(), |monday| format!("You since {}", words::day(monday)));
    let mut told: Vec<String> = Vec::new();
    match &split {
        Some(split) => told.push(format!("{you}: {}", in_parts(split))),
        None => {
            told.push("No shares can be given; the hatched part is every split the evidence leaves open".to_owned());
        }
    }
    told.extend(path.iter().map(|quarter| format!("{}: {}", quarter.name, in_parts(&quarter.split))));
    let plot = Ternary {
        ranges: split.map_or_else(|| left_open(lens), |split| split.map(|share| (share.low, share.high))),
        best: split.as_ref().map(points_of),
        name: you,
        roles,
        path: path
            .iter()
            .map(|quarter| TernaryPoint { first: quarter.first, last: quarter.last, parts: points_of(&quarter.split) })
            .collect(),
        title: "Where your weeks lie between strategy, people and building".to_owned(),
        desc: format!("Strategy is the left corner, people the right, building the top. {}", told.join("; ")),
    };
    html! {
        figure {
            (caption("Between strategy, people and building", &aid(lens, plot.path.len())))
            (ternary::svg(&plot))
            (names(lens))
            (twin(lens, &path))
        }
    }
}

/// A quarter on the path.
struct Quarter {
    name: String,
    first: Date,
    last: Date,
    split: [Share; 3],
}

/// What is left open where no shares can be given: each part at least its worst case.
fn left_open(lens: &Lens<'_>) -> [(f64, f64); 3] {
    Bucket::SPLIT.map(|bucket| (lens.now.bucket(bucket).worst.low, 1.0))
}

fn aid(lens: &Lens<'_>, quarters: usize) -> String {
    let mut text =
        "Each corner is a week of only one thing. Soft shapes hold nine in ten people of a role (our synthesis)."
            .to_owned();
    text.push_str(&match lens.split() {
        Some(_) => format!(" The hatched shape holds the splits your evidence allows {}.", lens.when()),
        None => " The hatched part is every split the evidence leaves open.".to_owned(),
    });
    match quarters {
        0 => {}
        1 => text.push_str(" The dot is the best guess of the one quarter read."),
        _ => text.push_str(" Dots are the best guesses of quarters, the latest filled."),
    }
    text
}

/// The short names of the narrow drawing, told below it.
fn names(lens: &Lens<'_>) -> Markup {
    let mut names: Vec<String> = lens
        .report
        .shapes
        .iter()
        .map(|shape| {
            let held = lens.held().is_some_and(|held| held.role.id == shape.role.id);
            let role = words::role_name(&shape.role.name);
            let split = words::triple(&shape.split.split);
            format!(
                "{} {role}{}, {split}, {}",
                words::short_role(&shape.role.short, &shape.role.name),
                if held { " (your role)" } else { "" },
                shape.split.basis.words()
            )
        })
        .collect();
    if let Some(split) = lens.split() {
        let [strategy, people, building] = points_of(&split).map(|part| (part * 100.0).round());
        names
            .insert(0, format!("Hatched: you {}, {strategy}\u{a0}/\u{a0}{people}\u{a0}/\u{a0}{building}", lens.when()));
    }
    html! { @if !names.is_empty() { p.small.narrow { (prose(&names.join("; "))) "." } } }
}

fn in_parts(split: &[Share; 3]) -> String {
    let parts: Vec<String> = Bucket::SPLIT
        .into_iter()
        .zip(split)
        .map(|(bucket, share)| format!("{} {}", bucket.id(), words::with_range(share)))
        .collect();
    parts.join(", ")
}

fn twin(lens: &Lens<'_>, path: &[Quarter]) -> Markup {
    let cells = |split: &[Share; 3]| split.iter().map(words::with_range).collect::<Vec<_>>();
    let mut rows: Vec<(String, Vec<String>)> = Vec::new();
    if let Some(split) = lens.split() {
        rows.push((format!("You, {}", lens.when()), cells(&split)));
    }
    rows.extend(path.iter().map(|quarter| (quarter.name.clone(), cells(&quarter.split))));
    rows.extend(lens.report.shapes.iter().map(|shape| {
        let parts = shape.split.split.parts().iter().map(|part| words::percent(*part)).collect();
        (format!("{}, {}", shape.role.name, shape.split.basis.words()), parts)
    }));
    Twin {
        summary: "This plot as a table",
        caption: "Best guess and range; roles at their expected split",
        heads: &["Point", "Strategy", "People", "Building"],
        rows,
    }
    .draw()
}

fn bars(lens: &Lens<'_>) -> Markup {
    let roles = &lens.report.fit.roles;
    let mut shown: Vec<&CandidateFit> = roles.iter().collect();
    shown.sort_by(|a, b| b.overlap.point.total_cmp(&a.overlap.point));
    let keep = |role: &&CandidateFit| role.held || role.candidate;
    let mut kept: Vec<&CandidateFit> = shown.iter().copied().filter(keep).collect();
    kept.extend(shown.iter().copied().filter(|role| !keep(role)).take(BARS.saturating_sub(kept.len())));
    kept.sort_by(|a, b| b.overlap.point.total_cmp(&a.overlap.point));
    let rows: Vec<RoleRow> = kept
        .iter()
        .map(|role| RoleRow {
            name: role.name.clone(),
            narrow: role.name.replace("Technical programme manager", "Technical programme mgr"),
            held: role.held,
            candidate: role.candidate,
            overlap: role.overlap,
        })
        .collect();
    let desc: Vec<String> = shown
        .iter()
        .map(|role| format!("{} {}", role.name, words::range(role.overlap.low, role.overlap.high)))
        .collect();
    let title = "How much of your week each role would share";
    let twin = Twin {
        summary: "Overlap as a table",
        caption: &format!(
            "Share of the week that would be the same; chance among the candidates, with {} for none of these",
            words::percent(lens.report.fit.none_of_these)
        ),
        heads: &["Role", "Best guess", "Range", "Chance"],
        rows: shown
            .iter()
            .map(|role| {
                let chance = if role.candidate { words::percent(role.posterior) } else { "not a candidate".to_owned() };
                let range = words::range(role.overlap.low, role.overlap.high);
                (role.name.clone(), vec![words::percent(role.overlap.point), range, chance])
            })
            .collect(),
    };
    html! {
        figure {
            @if rows.is_empty() || lens.split().is_none() {
                (caption(title, "Not enough to say: overlap needs a share for each of the three buckets."))
                (blank())
            } @else {
                (caption(title, "0 % is nothing in common, 100 % the same week. Bars span every split the evidence allows; black bars take part in the verdict."))
                (role_bars(title, &desc.join("; "), &rows))
                (twin.draw())
            }
        }
    }
}

/// The frame of the plot with hatch inside, never an illustration.
fn blank() -> Markup {
    html! {
        svg.plot width="100%" height="120" role="img" aria-labelledby="ovl-t ovl-d" {
            title id="ovl-t" { "Overlap with roles" }
            desc id="ovl-d" { "No overlap can be given" }
            rect.b-x.faint width="100%" height="120" {}
            rect.frame width="100%" height="120" {}
            text.k.halo x="12" y="64" { "no overlap can be given" }
        }
    }
}
