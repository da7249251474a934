//! A better split: what each number of moves buys, loads before and after, the moves, what gets worse, and every tie.

use maud::{Markup, html};
use rung_app::wire::v1::team::{Move, Plan, Proposals, Step};

use super::{rollup::hours, tree::people_of};
use crate::{
    parts::{Twin, caption, head},
    plot::mark::{Anchor, Plot, bar, text, upright},
    words,
};

pub(super) fn section(own: &Proposals) -> Markup {
    let Some(knee) = own.steps.get(own.knee) else { return html! {} };
    let exact = own.steps.iter().all(|step| step.exact);
    let title = headline(own, knee);
    html! {
        section id="proposal" aria-labelledby="proposal-h" {
            (head("proposal", "A better split", &title, "A suggestion, worked out from declared hours, wishes and eligibility only. What was observed is never an input. A named person decides and says why."))
            @if own.overload_now > 0.0 || knee.moves > 0 {
                div.cols.c-2 { (curve(own)) (loads(own, knee)) }
            }
            (ties(knee))
            p.small {
                @if exact { "Exact" } @else { "Not searched to the end: a plan may be up to " (format!("{:.1}", own.steps.iter().map(|s| s.cost - s.bound).fold(0.0, f64::max))) " better" }
                ", for " (words::count(own.leads.len(), "person", "people")) ". Cost: 10 for an hour over capacity, 1 for a move, 1 or 2 for what suits less."
                @if !own.nobody.is_empty() { " Nobody here can carry: " (words::list(&own.nobody)) "." }
            }
        }
    }
}

fn headline(own: &Proposals, knee: &Step) -> String {
    let plan = knee.ties.first().and_then(|tie| tie.plans.first());
    match (knee.moves, plan) {
        (0, Some(plan)) if plan.settled.is_empty() => "Nobody is over capacity, and nothing lies open".to_owned(),
        (0, _) if own.overload_now <= knee.overload => "What lies open can be settled without a move".to_owned(),
        (0, _) => {
            format!("Settling what lies open leaves {} h over, and a move takes away no more", hours(knee.overload))
        }
        (many, Some(plan)) => {
            let moved: Vec<String> =
                plan.moves.iter().map(|m| format!("{} to {}", words::lower_first(&m.name), m.to.name)).collect();
            let left =
                if knee.overload > 0.0 { format!(" leave {} h over", hours(knee.overload)) } else { String::new() };
            let first = if left.is_empty() { format!("Move {}", words::list(&moved)) } else { String::new() };
            if first.is_empty() {
                format!("{}{left}", words::capital(&words::count(many, "move", "moves")))
            } else {
                first
            }
        }
        _ => String::new(),
    }
}

fn name(moves: usize) -> String {
    match moves {
        0 => "Tidy up, no move".to_owned(),
        many => words::capital(&format!("{} {}", words::numeral(many), if many == 1 { "move" } else { "moves" })),
    }
}

/// Hours over capacity by moves allowed.
fn curve(own: &Proposals) -> Markup {
    let mut rows = vec![("As it is".to_owned(), own.overload_now, false)];
    rows.extend(own.steps.iter().map(|step| (name(step.moves), step.overload, step.moves == own.knee)));
    let most = rows.iter().map(|(_, over, _)| *over).fold(1.0, f64::max);
    let said = |over: f64| if over > 0.0 { format!("{} h over", hours(over)) } else { "nobody over".to_owned() };
    let told: Vec<String> = rows.iter().map(|(name, over, _)| format!("{name}: {}", said(*over))).collect();
    let marks = html! {
        @for (at, (name, over, knee)) in rows.iter().enumerate() {
            @let y = 44.0 * at as f64;
            (text(0.0, 0.0, y + 13.0, Anchor::Start, if *knee { "t" } else { "k" }, &html! { (name) }))
            (text(1.0, 0.0, y + 13.0, Anchor::End, "m", &html! { (said(*over)) }))
            (bar(0.0, 1.0, y + 19.0, 12.0, "wash"))
            (bar(0.0, over / most, y + 19.0, 12.0, if at == 0 { "inkfill2" } else { "ink" }))
            (upright(0.0, y + 16.0, y + 34.0, "inkline"))
        }
    };
    let knee = match own.knee {
        0 => "No move is needed".to_owned(),
        1 => "One move is enough; more buy nothing".to_owned(),
        many => format!("{} moves are enough; more buy nothing", words::capital(&words::numeral(many))),
    };
    html! {
        figure {
            (caption(&knee, "Hours over declared capacity a week, summed over the leads, for the best plan with so many moves."))
            (Plot { id: "knee", title: &knee, desc: &format!("{}.", told.join("; ")), height: 44.0 * rows.len() as f64 - 6.0 }.draw(&marks))
            (Twin { summary: "The knee as a table", caption: "Hours a week over capacity", heads: &["Plan", "Hours over"], rows: rows.iter().map(|(name, over, _)| (name.clone(), vec![hours(*over)])).collect() }.draw())
        }
    }
}

/// Loads as they are, and after the first of the best plans.
fn loads(own: &Proposals, knee: &Step) -> Markup {
    let Some(tie) = knee.ties.first() else { return html! {} };
    let rows: Vec<(&str, f64, f64, Option<f64>)> = own
        .leads
        .iter()
        .zip(own.loads_now.iter().zip(&tie.loads))
        .map(|(lead, (now, then))| (lead.who.name.as_str(), *now, *then, lead.capacity))
        .collect();
    let most =
        rows.iter().map(|(_, now, then, capacity)| now.max(*then).max(capacity.unwrap_or(0.0))).fold(1.0, f64::max);
    let of = |capacity: Option<f64>| capacity.map_or_else(String::new, |capacity| format!(" of {}", hours(capacity)));
    let said =
        |now: f64, then: f64, capacity: Option<f64>| format!("{} → {}{} h", hours(now), hours(then), of(capacity));
    let told: Vec<String> =
        rows.iter().map(|(name, now, then, capacity)| format!("{name} {}", said(*now, *then, *capacity))).collect();
    let marks = html! {
        @for (at, (name, now, then, capacity)) in rows.iter().enumerate() {
            @let y = 58.0 * at as f64;
            (text(0.0, 0.0, y + 13.0, Anchor::Start, "k m", &html! { (name) }))
            (text(1.0, 0.0, y + 13.0, Anchor::End, "m", &html! { (said(*now, *then, *capacity)) }))
            (bar(0.0, 1.0, y + 19.0, 28.0, "wash"))
            (bar(0.0, now.min(capacity.unwrap_or(*now)) / most, y + 20.0, 12.0, "inkfill2"))
            @if let Some(over) = capacity.map(|capacity| now - capacity).filter(|over| *over > 0.0) {
                (bar((now - over) / most, (over / most).min(0.998 - (now - over) / most), y + 20.5, 11.0, "hollow"))
            }
            (bar(0.0, then / most, y + 34.0, 12.0, "ink"))
            @if let Some(capacity) = capacity { (upright((capacity / most).min(0.998), y + 18.0, y + 49.0, "inkline")) }
        }
    };
    html! {
        figure {
            (caption("Load before and after", "Declared hours a week: above as it is, below after the plan. The upright line is each person's declared capacity; what lies beyond it is outlined."))
            (Plot { id: "loads", title: "Load before and after", desc: &format!("{}.", told.join("; ")), height: 58.0 * rows.len() as f64 - 6.0 }.draw(&marks))
            (Twin { summary: "Loads as a table", caption: "Hours a week", heads: &["Person", "As it is", "After", "Declared"], rows: rows.iter().map(|(name, now, then, capacity)| ((*name).to_owned(), vec![hours(*now), hours(*then), capacity.map_or_else(|| "not declared".to_owned(), hours)])).collect() }.draw())
        }
    }
}

/// The plans: ties are shown as ties.
fn ties(knee: &Step) -> Markup {
    let ways: usize = knee.ties.iter().map(|tie| tie.plans.len()).sum();
    let plans: Vec<&Plan> = knee.ties.iter().flat_map(|tie| &tie.plans).collect();
    let Some(first) = plans.first() else { return html! {} };
    html! {
        div.cols.c-2.plans {
            div {
                h3 { @if first.moves.is_empty() { "Nothing changes hands" } @else { (words::capital(&words::numeral(first.moves.len()))) @if first.moves.len() == 1 { " move" } @else { " moves" } } }
                (list(&first.moves))
                @if !first.worse.is_empty() { h4 { "What gets worse" } ul.ruled { @for worse in &first.worse { li { (worse) } } } }
            }
            div {
                h3 { "Settled on the way, no move" }
                @if first.settled.is_empty() { p.note { "Nothing lies open." } } @else { (list(&first.settled)) }
            }
        }
        @if ways > 1 {
            details.why {
                summary { (ways) " plans cost the same" @if knee.ties.len() > 1 { ", and come to " (knee.ties.len()) " different loads" } }
                ol.ties { @for plan in &plans { li {
                    @if plan.moves.is_empty() { "no move" } @else { (words::list(&plan.moves.iter().map(moved).collect::<Vec<_>>())) }
                    @if !plan.settled.is_empty() { "; settled: " (words::list(&plan.settled.iter().map(|s| format!("{} with {}", words::lower_first(&s.name), s.to.name)).collect::<Vec<_>>())) }
                } } }
                @if knee.more_ties { p.small { "There are more that cost the same." } }
            }
        }
    }
}

fn moved(own: &Move) -> String {
    format!("{} to {}", words::lower_first(&own.name), own.to.name)
}

fn list(moves: &[Move]) -> Markup {
    html! {
        ul.ruled { @for own in moves { li {
            b { (own.name) } ", " (hours(own.hours)) " h: "
            @if own.from.is_empty() { "nobody’s" } @else { (people_of(&own.from)) } " → " (own.to.name)
        } } }
    }
}
