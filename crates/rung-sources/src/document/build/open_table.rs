//! What an opened table, row or cell ends, and what it begins.

use super::{
    Builder,
    cell::OpenCell,
    frame::{Frame, What},
    run::Run,
    table::{OpenRow, OpenTable},
    tag::{Attributes, Tag},
};

impl Builder<'_> {
    /// The place of the innermost table, where it is not one within a cell.
    pub(super) fn open_table(&self) -> Option<usize> {
        let at = self.stack.iter().rposition(|frame| matches!(frame.what, What::Table(_) | What::Inner))?;
        matches!(self.stack[at].what, What::Table(_)).then_some(at)
    }

    pub(super) fn table(&mut self, tag: Tag, line: usize) {
        self.begin_block();
        if self.cell.is_some() {
            self.push(Frame::new(tag, What::Inner));
            return;
        }
        self.end_heading();
        self.hoist();
        self.push(Frame::new(tag, What::Table(Box::new(OpenTable::at(line)))));
    }

    pub(super) fn caption(&mut self) {
        self.begin_block();
        if let Some(at) = self.open_table() {
            self.close_to(at + 1);
            self.push(Frame::new(Tag::Caption, What::Caption(Run::default())));
        }
    }

    pub(super) fn group(&mut self, head: bool) {
        self.begin_block();
        if let Some(at) = self.open_table() {
            self.close_to(at + 1);
            if let What::Table(table) = &mut self.stack[at].what {
                table.in_head = head;
                table.end_group();
            }
        }
    }

    pub(super) fn row(&mut self, tag: Tag, line: usize) {
        self.begin_block();
        if let Some(at) = self.open_table() {
            self.close_to(at + 1);
            self.push(Frame::new(tag, What::Row(OpenRow { line, ..OpenRow::default() })));
        }
    }

    pub(super) fn cell(&mut self, tag: Tag, head: bool, with: &Attributes, line: usize) {
        self.begin_block();
        let Some(table) = self.open_table() else { return };
        let row = table + 1;
        if !self.stack.get(row).is_some_and(|frame| matches!(frame.what, What::Row(_))) {
            self.close_to(row);
            if !self.push(Frame::new(Tag::Row, What::Row(OpenRow { line, ..OpenRow::default() }))) {
                return;
            }
        }
        self.close_to(row + 1);
        let span = |text: &Option<String>| text.as_deref().and_then(|text| text.trim().parse::<usize>().ok());
        let columns = span(&with.colspan).unwrap_or(1).clamp(1, 1_000);
        let rows = span(&with.rowspan).unwrap_or(1).min(65_534);
        let cell = OpenCell { line, head, columns, rows, ..OpenCell::default() };
        if self.push(Frame::new(tag, What::Cell(Box::new(cell)))) {
            self.cell = Some(self.stack.len() - 1);
        }
    }
}
