//! The reading as terminal text: the same parts, in the same order, as the page.

mod activities;
mod findings;
mod fit;
mod head;
mod sources;
mod split;
mod weeks;

use rung_app::answer::Report;

use super::ink::Ink;

/// Everything a part needs to write itself.
#[derive(Clone, Copy)]
pub(crate) struct Sheet<'a> {
    pub(crate) report: &'a Report,
    pub(crate) ink: Ink,
    pub(crate) columns: usize,
    /// Reasons and rules of findings are written out.
    pub(crate) explain: bool,
}

impl Sheet<'_> {
    /// A section heading.
    pub(crate) fn heading(&self, text: &str) -> String {
        format!("\n{}\n", self.ink.strong(text))
    }
}

/// The whole reading, `columns` wide.
pub(crate) fn text(report: &Report, explain: bool, ink: Ink, columns: usize) -> String {
    let sheet = Sheet { report, ink, columns, explain };
    [
        head::text(&sheet),
        split::text(&sheet),
        fit::text(&sheet),
        findings::text(&sheet),
        weeks::text(&sheet),
        activities::text(&sheet),
        sources::text(&sheet),
    ]
    .concat()
}
