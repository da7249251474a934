//! What a closed element closes, and what it hands on.

use std::ops::Range;

use super::{
    Builder,
    bullets::{are_meant, lines},
    frame::{Frame, OpenItem, OpenList, What},
    rich_text::{Source, rich},
    run::{PieceKind, Run},
    tag::Tag,
};
use crate::document::{Block, BlockKind, Item, Rich};

impl Builder<'_> {
    /// An element closes at a place of the source; what is open within it closes with it.
    pub(in crate::document) fn close(&mut self, tag: Tag, at: Range<usize>) {
        if self.shown.1 > 0 {
            return;
        }
        if tag.is_inline() && !self.is_left_alone() {
            self.mark(at);
        }
        let found = self.find(tag);
        if matches!(tag, Tag::Group(_)) && !self.is_left_alone() {
            self.group(false);
        } else if let Some(at) = found {
            let frame = &mut self.stack[at];
            if frame.nested > 0 {
                frame.nested -= 1;
            } else {
                self.close_to(at);
            }
        }
        if !tag.is_inline() && !self.is_left_alone() && !matches!(tag, Tag::Break | Tag::Image | Tag::Void) {
            self.end_run();
        }
    }

    /// Whether what is read now is left out, or is code.
    pub(super) fn is_left_alone(&self) -> bool {
        matches!(self.stack.last().map(|frame| &frame.what), Some(What::Skip { .. } | What::Code { .. }))
    }

    /// The element that a closing tag means: it does not reach beyond what it cannot be meant to close.
    fn find(&self, tag: Tag) -> Option<usize> {
        if let Some(Frame { what: What::Skip { .. }, tag: open, .. }) = self.stack.last() {
            return (*open == tag).then(|| self.stack.len() - 1);
        }
        for (at, frame) in self.stack.iter().enumerate().rev() {
            let same = match (frame.tag, tag) {
                (Tag::Heading(_), Tag::Heading(_)) | (Tag::Cell(_), Tag::Cell(_)) => true,
                (open, closed) => open == closed,
            };
            if same {
                return Some(at);
            }
            let stops = match &frame.what {
                _ if tag.is_inline() => !frame.tag.is_inline(),
                What::Inner | What::Table(_) => true,
                What::Cell(_) | What::Caption(_) => !matches!(tag, Tag::Table | Tag::Row),
                What::List(list) => matches!(tag, Tag::Item | Tag::Term | Tag::Description) && !list.implied,
                What::Skip { .. } => true,
                _ => false,
            };
            if stops {
                return None;
            }
        }
        None
    }

    /// Closes all that is open from a place on the stack.
    pub(super) fn close_to(&mut self, depth: usize) {
        while self.stack.len() > depth {
            self.pop();
        }
    }

    /// Closes the innermost element.
    pub(super) fn pop(&mut self) {
        let loose = self.structure().is_none_or(|at| self.stack[at].run_is_loose());
        if loose && self.stack.last().is_some_and(|frame| !frame.tag.is_inline()) {
            self.end_loose();
        }
        let Some(frame) = self.stack.pop() else { return };
        let source = Source { text: self.source, hrefs: &self.hrefs };
        match frame.what {
            What::Plain | What::Inner | What::Skip { .. } => {}
            What::Bold => self.bold = self.bold.saturating_sub(1),
            What::Strike => self.struck = self.struck.saturating_sub(1),
            What::Link => self.link = None,
            What::Heading { level, line, run } => {
                let text = heading(run, source);
                if !text.text.is_empty() {
                    self.page.blocks.push(Block { line, kind: BlockKind::Heading { level, text } });
                }
            }
            What::Title(run) => {
                let text = rich(&run.pieces, source).text;
                self.page.title = (!text.is_empty()).then_some(text);
            }
            What::Caption(run) => {
                if let Some(What::Table(table)) = self.stack.last_mut().map(|frame| &mut frame.what) {
                    table.add_caption(rich(&run.pieces, source).text);
                }
            }
            What::Code { line, text } => {
                if !text.trim().is_empty() {
                    self.page.blocks.push(Block { line, kind: BlockKind::Code(text) });
                }
            }
            What::List(list) => self.hand_on(list),
            What::Item(open) => {
                let item = open.close(source);
                match self.structure().map(|at| &mut self.stack[at].what) {
                    Some(What::List(list)) => list.push(item),
                    _ => self.hand_on(OpenList { line: item.line, items: vec![item], ..OpenList::default() }),
                }
            }
            What::Table(table) => {
                let (grid, note) = table.close(&self.page.file);
                self.page.notes.extend(note);
                if !grid.rows.is_empty() {
                    self.page.blocks.push(Block { line: grid.line, kind: BlockKind::Table(grid) });
                } else if let Some(text) = grid.caption {
                    let text = Rich { text, ..Rich::default() };
                    self.page.blocks.push(Block { line: grid.line, kind: BlockKind::Paragraph(text) });
                }
            }
            What::Row(row) => {
                if let Some(What::Table(table)) = self.stack.last_mut().map(|frame| &mut frame.what) {
                    table.push(row);
                }
            }
            What::Cell(cell) => {
                self.cell = None;
                if let Some(What::Row(row)) = self.stack.last_mut().map(|frame| &mut frame.what) {
                    row.push(*cell, source);
                }
            }
        }
    }

    /// Gives the entries of a list to what it stands in.
    pub(super) fn hand_on(&mut self, list: OpenList) {
        let at = self.structure();
        match at.map(|at| &mut self.stack[at].what) {
            Some(What::Item(item)) => item.children.extend(list.items),
            Some(What::Cell(cell)) => cell.items.extend(list.items),
            Some(What::List(outer)) => match outer.items.last_mut() {
                Some(last) => last.children.extend(list.items),
                None => outer.items = list.items,
            },
            _ => {
                if !list.items.is_empty() {
                    self.page.blocks.push(Block { line: list.line, kind: BlockKind::List(list.items) });
                }
            }
        }
    }
}

impl Frame {
    /// Whether text within it is not kept by it.
    fn run_is_loose(&self) -> bool {
        matches!(self.what, What::Table(_) | What::Row(_) | What::List(_))
    }
}

impl OpenItem {
    /// The finished entry; lines of it that begin with bullets are entries below it.
    pub(super) fn close(self, source: Source<'_>) -> Item {
        let mut item = Item { line: self.line, ordered: self.number, children: self.children, ..Item::default() };
        let mut own = Run::default();
        let mut below = Vec::new();
        for paragraph in self.run.pieces.split(|piece| piece.kind == PieceKind::Paragraph) {
            let lines = lines(paragraph);
            if !are_meant(&lines, 2) {
                own.pieces.extend(paragraph.iter().cloned());
            } else if lines.len() == 1 {
                own.pieces.extend(lines.into_iter().flat_map(|line| line.pieces));
            } else {
                for line in lines {
                    if line.sign.is_some() {
                        below.push(line.item(source));
                    } else {
                        own.pieces.extend(line.pieces);
                        own.end_line();
                    }
                }
            }
            own.end_paragraph();
        }
        item.text = rich(&own.pieces, source);
        item.children.splice(0..0, below);
        item
    }
}

/// The words of a heading, without the sign that links to itself.
fn heading(mut run: Run, source: Source<'_>) -> Rich {
    let sign = |link: usize, run: &Run| {
        let own = source.hrefs.get(link).is_some_and(|href| href.contains('#'));
        let mut words = run.pieces.iter().filter(|piece| piece.look.link == Some(link));
        own && !words.any(|piece| piece.text.chars().any(char::is_alphanumeric))
    };
    let mut links: Vec<usize> = run.pieces.iter().filter_map(|piece| piece.look.link).collect();
    links.dedup();
    if links.len() < 8 {
        links.retain(|link| sign(*link, &run));
        run.pieces.retain(|piece| piece.look.link.is_none_or(|link| !links.contains(&link)));
    }
    rich(&run.pieces, source)
}
