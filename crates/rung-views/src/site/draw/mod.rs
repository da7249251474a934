//! The plots of a framework's site, and the same as files of their own.

mod bars;
mod dumbbell;
mod graph;
mod heat;
mod radar;

use maud::{Markup, PreEscaped, html};
use rung_measure::{ladder::pairs::all_pairs, roles::overlap_matrix};
use rung_model::framework::Framework;

use super::book::Book;
use crate::plot::mark::num;
pub(super) use bars::split_bar;
pub(super) use dumbbell::dumbbell;
pub(super) use graph::graph;
pub(super) use heat::{level_heat, time_heat};
pub(super) use radar::radar_of;

/// Style of a drawing that stands alone: the colours of the pages, light and dark.
const STYLE: &str = "svg{--paper:#fdfcfa;--sheet:#fff;--ink:#1a1d22;--ink-2:#454c57;--ink-3:#626a76;--grid:#e6e2da;\
--b-s:#4460c8;--b-p:#c9560f;--b-b:#1c9e7d;--b-o:#a580c4;font-family:system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',Arial,sans-serif;\
font-variant-numeric:tabular-nums}@media(prefers-color-scheme:dark){svg{--paper:#14171b;--sheet:#1a1e23;--ink:#efede8;--ink-2:#c2c7ce;\
--ink-3:#9aa2ad;--grid:#2a3037}}.paper{fill:var(--paper)}text{fill:var(--ink);font-size:13px}.q{fill:var(--ink-3);font-size:12px}\
.k{font-weight:620}.e{text-anchor:end}.n{text-anchor:middle}.on{fill:var(--paper)}.c{fill:var(--ink)}.c1{fill-opacity:.05}\
.c2{fill-opacity:.15}.c3{fill-opacity:.3}.c4{fill-opacity:.64}.c5{fill-opacity:.9}.r0{fill:none;stroke:var(--grid)}\
.r1{fill:none;stroke:var(--ink);stroke-width:2}.node{fill:var(--sheet);stroke:var(--ink);stroke-width:1.5}\
.edge{fill:none;stroke:var(--ink-2);stroke-width:1.5}.unknown{stroke-dasharray:4 4}.b-s{fill:var(--b-s)}.b-p{fill:var(--b-p)}.b-b{fill:var(--b-b)}";

/// A drawing of fixed size: a title, the numbers in words, and its marks.
pub(super) struct Sheet {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) desc: String,
    pub(super) width: f64,
    pub(super) height: f64,
    pub(super) marks: Markup,
}

impl Sheet {
    /// In a page.
    pub(super) fn inline(&self) -> Markup {
        html! {
            svg.plot width=(num(self.width)) height=(num(self.height)) viewBox={ "0 0 " (num(self.width)) " " (num(self.height)) }
                role="img" aria-labelledby={ (self.id) "-t " (self.id) "-d" } {
                title id={ (self.id) "-t" } { (self.title) }
                desc id={ (self.id) "-d" } { (self.desc) }
                (self.marks)
            }
        }
    }

    /// As a file.
    fn alone(&self) -> String {
        html! {
            (PreEscaped("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"))
            svg xmlns="http://www.w3.org/2000/svg" width=(num(self.width)) height=(num(self.height))
                viewBox={ "0 0 " (num(self.width)) " " (num(self.height)) } role="img" aria-labelledby="t d" {
                title id="t" { (self.title) }
                desc id="d" { (self.desc) }
                style { (PreEscaped(STYLE)) }
                rect.paper width="100%" height="100%" {}
                (self.marks)
            }
        }
        .into_string()
    }
}

/// A drawing as an SVG file: `overlap`, `levels`, `paths`, `splits`, or the radar of a position; `None` where there is
/// nothing to draw.
pub fn svg(framework: &Framework, what: &str) -> Option<String> {
    let book = Book::of(framework);
    let time =
        || (framework.splits.len() > 1).then(|| crate::plot::overlap::svg(&overlap_matrix(framework), framework));
    let levels = || heat::of_levels(&book, &all_pairs(framework)).map(|sheet| sheet.alone());
    match what {
        "overlap" => time().or_else(levels),
        "levels" => levels(),
        "paths" => graph::sheet(&book).map(|sheet| sheet.alone()),
        "splits" => bars::sheet(&book).map(|sheet| sheet.alone()),
        position => {
            let position = framework.position(position).or_else(|| framework.find_position(position))?;
            radar::sheet(&book, position).map(|sheet| sheet.alone())
        }
    }
}
