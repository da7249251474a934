//! A cell of a table while it is read.

use super::{
    bullets::{are_meant, lines},
    rich_text::{Source, rich},
    run::{PieceKind, Run},
};
use crate::document::{Cell, Item};

/// A cell that is open.
#[derive(Clone, Debug, Default)]
pub(in crate::document) struct OpenCell {
    /// The line it begins on.
    pub(super) line: usize,
    /// Whether it is a heading.
    pub(super) head: bool,
    /// All it says, lists included.
    pub(super) all: Run,
    /// What it says outside of lists.
    pub(super) own: Run,
    /// The entries of its lists.
    pub(super) items: Vec<Item>,
    /// Columns it covers.
    pub(super) columns: usize,
    /// Rows it covers; 0 for all that follow.
    pub(super) rows: usize,
}

impl OpenCell {
    /// A cell of plain text.
    pub(in crate::document) fn plain(line: usize, own: Run) -> Self {
        Self { line, own, ..Self::default() }
    }

    /// The finished cell.
    pub(in crate::document) fn close(self, source: Source<'_>) -> Cell {
        let listed = !self.items.is_empty();
        let mut cell = Cell { line: self.line, head: self.head, items: self.items, ..Cell::default() };
        let mut rows = 0;
        let mut plain = Vec::new();
        for paragraph in self.own.pieces.split(|piece| piece.kind == PieceKind::Paragraph) {
            let lines = lines(paragraph);
            if lines.is_empty() {
                continue;
            }
            if !are_meant(&lines, 1) {
                rows = rows.max(lines.len());
                cell.paragraphs.push(rich(paragraph, source));
                plain.extend(lines);
                continue;
            }
            for line in lines {
                if line.sign.is_some() {
                    cell.items.push(line.item(source));
                } else {
                    cell.paragraphs.push(rich(&line.pieces, source));
                }
            }
        }
        if !listed && cell.items.is_empty() && rows > 1 {
            cell.items = plain.iter().map(|line| line.item(source)).collect();
        }
        if cell.paragraphs.is_empty() && cell.items.is_empty() {
            // Nothing but an image: what it shows.
            let shown = rich(&self.own.pieces, source);
            cell.paragraphs.extend((!shown.text.is_empty()).then_some(shown));
        }
        let all = if self.all.pieces.is_empty() { &self.own } else { &self.all };
        cell.text = rich(&all.pieces, source);
        cell
    }
}
