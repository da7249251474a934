//! The matrix as one SVG file.

use maud::{PreEscaped, html};
use rung_app::wire::v1::team::Map;
use rung_measure::own::map::State;
use rung_model::bucket::Bucket;

use super::{rollup::hours, shell::day};
use crate::plot::mark::{ems, num};

/// The style of a drawing that stands alone.
const STYLE: &str = ".r{--paper:#fdfcfa;--ink:#1a1d22;--ink-3:#626a76;--grid:#e6e2da;font-family:system-ui,sans-serif}@media screen and (prefers-color-scheme:dark){.r{--paper:#14171b;--ink:#efede8;--ink-3:#9aa2ad;--grid:#2a3037}}.p{fill:var(--paper)}text{fill:var(--ink);font-size:13px}.q{fill:var(--ink-3);font-size:12px}.k{font-weight:620}.m{text-anchor:middle}.g{stroke:var(--grid)}.o{fill:none;stroke:var(--ink);stroke-width:1.6}.s{fill:#4460c8}.h{fill:#c9560f}.b{fill:#1c9e7d}.x{fill:#a580c4}";

const ROW: f64 = 34.0;
const COLUMN: f64 = 96.0;
const TOP: f64 = 64.0;

pub(super) fn matrix(map: &Map) -> String {
    let longest = map.responsibilities.iter().map(|duty| ems(&duty.name) * 13.0).fold(140.0, f64::max);
    let gutter = longest + 84.0;
    let states = gutter + COLUMN * map.leads.len() as f64 + 16.0;
    let (width, height) = (states + 150.0, TOP + ROW * (map.responsibilities.len() as f64 + 1.0) + 16.0);
    let title = format!("{}: who carries what", map.team.name);
    let word = |id: &str| State::ALL.into_iter().find(|state| state.id() == id).map_or("", State::words);
    let told = map.responsibilities.iter().map(|duty| {
        let owners: Vec<&str> = duty.owners.iter().map(|who| who.name.as_str()).collect();
        let owners = if owners.is_empty() { "nobody".to_owned() } else { owners.join(" and ") };
        format!("{}: {owners}, {}", duty.name, word(&duty.state))
    });
    let desc = told.collect::<Vec<_>>().join("; ");
    let class = |bucket: &Option<String>| match bucket.as_deref().and_then(Bucket::from_id) {
        Some(Bucket::Strategy) => "s",
        Some(Bucket::People) => "h",
        Some(Bucket::Building) => "b",
        Some(Bucket::Other) | None => "x",
    };
    let centre = |at: usize| gutter + COLUMN * (at as f64 + 0.5);
    html! {
        svg.r xmlns="http://www.w3.org/2000/svg" width=(num(width)) height=(num(height)) viewBox={ "0 0 " (num(width)) " " (num(height)) } role="img" aria-labelledby="m-t m-d" {
            title id="m-t" { (title) } desc id="m-d" { (desc) } style { (PreEscaped(STYLE)) }
            rect.p width="100%" height="100%" {}
            text.k x="16" y="26" { (title) }
            @for (at, lead) in map.leads.iter().enumerate() {
                text.k.m x=(num(centre(at))) y="46" { (lead.who.name.split_whitespace().next().unwrap_or_default()) }
                text.q.m x=(num(centre(at))) y="60" { (hours(lead.hours)) @if let Some(capacity) = lead.capacity { " of " (hours(capacity)) } " h" }
            }
            @for (row, duty) in map.responsibilities.iter().enumerate() {
                @let y = TOP + ROW * row as f64;
                line.g x1="16" x2=(num(width - 16.0)) y1=(num(y + 6.0)) y2=(num(y + 6.0)) {}
                rect class=(class(&duty.bucket)) x="16" y=(num(y + 16.0)) width="12" height="12" {}
                text x="36" y=(num(y + 27.0)) { (duty.name) }
                text.q x=(num(gutter - 36.0)) y=(num(y + 27.0)) { (hours(duty.hours)) " h" }
                @for (at, lead) in map.leads.iter().enumerate() {
                    @if duty.owners.contains(&lead.who) { rect.o x=(num(centre(at) - 6.5)) y=(num(y + 15.5)) width="13" height="13" {} }
                    @else if duty.contributors.contains(&lead.who) { path.o d={ "M" (num(centre(at) - 6.5)) " " (num(y + 28.5)) "v-13h13z" } {} }
                }
                text.k[!matches!(duty.state.as_str(), "ok" | "shared")] x=(num(states)) y=(num(y + 27.0)) { (word(&duty.state)) }
            }
            text.q x="16" y=(num(height - 14.0)) { "A square: declared to be theirs. A corner: they take part. As of " (day(&map.on)) "." }
        }
    }
    .into_string()
}
