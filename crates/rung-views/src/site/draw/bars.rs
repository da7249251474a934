//! A week as a bar of strategy, people and building.

use maud::{Markup, html};
use rung_model::{
    bucket::Bucket,
    framework::{Part, SplitClaim},
};

use super::Sheet;
use crate::{
    plot::mark::{bar, ems, num},
    site::book::Book,
    tone::Tone,
    words,
};

const WIDTH: f64 = 640.0;
const GUTTER: f64 = 210.0;
const ROW: f64 = 34.0;

/// One claim as a bar with its name, its numbers and who says so.
pub(crate) fn split_bar(id: &str, name: &str, claim: &SplitClaim) -> Markup {
    let numbers = numbers(claim);
    let by = claim.source.as_ref().map_or_else(String::new, |source| format!(", source {source}"));
    html! {
        figure {
            figcaption { b { (name) } span { (numbers) " (" (claim.basis.words()) (by) ")" } }
            svg.plot height="22" role="img" aria-labelledby={ (id) "-t" } {
                title id={ (id) "-t" } { (name) ": " (numbers) }
                @let [s, p, _] = claim.split.parts();
                @for (bucket, from) in [(Bucket::Strategy, 0.0), (Bucket::People, s), (Bucket::Building, s + p)] {
                    (bar(from, claim.split.share(bucket), 0.0, 22.0, Tone::Of(bucket).class()))
                }
            }
        }
    }
}

/// "strategy 30 %, people 10 %, building 60 %"; ranges where ranges are stated.
fn numbers(claim: &SplitClaim) -> String {
    let said = |(bucket, part): (&Bucket, &Part)| {
        let share = if part.is_exact() || part.min.is_none() || part.max.is_none() {
            words::percent(part.point())
        } else {
            words::range(part.least(), part.most())
        };
        format!("{} {share}", bucket.id())
    };
    claim.parts.iter().map(said).collect::<Vec<_>>().join(", ")
}

/// All weeks in one drawing.
pub(super) fn sheet(book: &Book<'_>) -> Option<Sheet> {
    let claims = &book.framework.splits;
    if claims.is_empty() {
        return None;
    }
    let name = |claim: &SplitClaim| claim.position.clone().unwrap_or_else(|| book.role_name(&claim.role).to_owned());
    let gutter = claims.iter().map(|claim| ems(&name(claim)) * 13.0 + 24.0).fold(GUTTER, f64::max);
    let inner = WIDTH - 16.0;
    let marks = html! {
        @for (row, claim) in claims.iter().enumerate() {
            @let y = 16.0 + ROW * row as f64;
            text.e x=(num(gutter - 12.0)) y=(num(y + 16.0)) { (name(claim)) }
            @let [s, p, b] = claim.split.parts();
            @for (class, from, share) in [("b-s", 0.0, s), ("b-p", s, p), ("b-b", s + p, b)] {
                rect class=(class) x=(num(gutter + from * inner)) y=(num(y)) width=(num((share * inner - 1.0).max(0.0))) height="22" {}
            }
        }
    };
    let desc: Vec<String> = claims.iter().map(|claim| format!("{}: {}", name(claim), numbers(claim))).collect();
    Some(Sheet {
        id: "splits".to_owned(),
        title: "Expected share of the week over strategy & alignment, people and building".to_owned(),
        desc: desc.join("; "),
        width: gutter + WIDTH,
        height: 32.0 + ROW * claims.len() as f64,
        marks,
    })
}
