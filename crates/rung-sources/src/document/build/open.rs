//! What an opened element ends, and what it begins.

use std::ops::Range;

use super::{
    Builder, DEPTH, INLINE_DEPTH,
    cell::OpenCell,
    frame::{Frame, OpenItem, OpenList, What},
    run::Run,
    table::{OpenRow, OpenTable},
    tag::{Attributes, Tag},
};
use crate::document::{Block, BlockKind};

impl Builder<'_> {
    /// An element opens at a place of the source.
    pub(in crate::document) fn open(&mut self, tag: Tag, with: &Attributes, at: Range<usize>) {
        let role = if matches!(tag, Tag::Div | Tag::Span | Tag::Bullets) { with.tag_of_role() } else { None };
        if self.skips(tag) || (matches!(role.unwrap_or(tag), Tag::Skip(..)) && self.skip(tag, role, with)) {
            return;
        }
        if self.shown.1 > 0 || self.is_code(tag) {
            return;
        }
        let line = self.lines.at(at.start);
        match role.unwrap_or(tag) {
            Tag::Paragraph => {
                self.begin_block();
                self.push(Frame::new(tag, What::Plain));
            }
            Tag::Heading(level) => self.heading(level, line),
            Tag::Bullets | Tag::Numbers | Tag::Definitions => self.list(tag, with, line),
            Tag::Item => self.item(tag, line),
            Tag::Term => self.term(line),
            Tag::Description => self.description(line),
            Tag::Table => self.table(tag, line),
            Tag::Caption => self.caption(),
            Tag::Group(head) => self.group(head),
            Tag::Row => self.row(tag, line),
            Tag::Cell(head) => self.cell(tag, head, with, line),
            Tag::Bold => self.inline(tag, What::Bold, at),
            Tag::Strike => self.inline(tag, What::Strike, at),
            Tag::Link => self.anchor(with, at),
            Tag::Span => self.span(with, at),
            Tag::Title if self.page.title.is_none() => {
                self.push(Frame::new(tag, What::Title(Run::default())));
            }
            Tag::Code => self.code(line),
            Tag::Summary => {
                self.begin_block();
                if self.push(Frame::new(tag, What::Bold)) {
                    self.bold += 1;
                }
            }
            Tag::Break => self.end_line(),
            Tag::Rule => self.rule(line),
            Tag::Image => self.image(with.alt.as_deref().unwrap_or_default(), at),
            Tag::Inline => self.mark(at),
            Tag::Div => {
                self.begin_block();
                self.count(tag);
            }
            Tag::Main | Tag::Block | Tag::Skip(..) => self.begin_block(),
            Tag::Void | Tag::Title | Tag::Entry => {}
        }
    }

    /// Whether the place is one that is left out; the page proper ends navigation that was left open.
    fn skips(&mut self, tag: Tag) -> bool {
        let Some(frame) = self.stack.last_mut() else { return false };
        let What::Skip { counted } = frame.what else { return false };
        if counted && tag == Tag::Main {
            self.pop();
            return false;
        }
        frame.nested += usize::from(frame.tag == tag);
        true
    }

    /// Whether the place is code, of which only lines are kept; what cannot be in code ends it.
    fn is_code(&mut self, tag: Tag) -> bool {
        let Some(Frame { what: What::Code { text, .. }, .. }) = self.stack.last_mut() else { return false };
        match tag {
            Tag::Heading(_) | Tag::Table | Tag::Bullets | Tag::Numbers | Tag::Paragraph => {
                self.pop();
                return false;
            }
            Tag::Break => text.push('\n'),
            Tag::Div if !text.is_empty() && !text.ends_with('\n') => text.push('\n'),
            _ => {}
        }
        true
    }

    /// Begins what is left out; says whether it is.
    fn skip(&mut self, tag: Tag, role: Option<Tag>, with: &Attributes) -> bool {
        let Tag::Skip(name, counted) = role.unwrap_or(tag) else { return false };
        if name == "aside" && !self.drop_asides {
            return false;
        }
        if counted {
            self.begin_block();
        }
        if !with.closed {
            self.stack.push(Frame::new(tag, What::Skip { counted }));
        }
        true
    }

    /// Opens an element, unless too many are open.
    fn push(&mut self, frame: Frame) -> bool {
        let limit = if frame.tag.is_inline() { INLINE_DEPTH } else { DEPTH };
        let fits = self.stack.len() < limit;
        if fits {
            self.stack.push(frame);
        }
        fits
    }

    /// An element of a name that may also mean something opens within the innermost one that does.
    fn count(&mut self, tag: Tag) {
        if let Some(frame) = self.stack.iter_mut().rev().find(|frame| frame.tag == tag) {
            frame.nested += 1;
        }
    }

    /// Ends the paragraph before a block.
    fn begin_block(&mut self) {
        let paragraph = self.stack.iter().rposition(|frame| !frame.tag.is_inline());
        if let Some(at) = paragraph.filter(|at| self.stack[*at].tag == Tag::Paragraph) {
            self.close_to(at);
        }
        self.end_run();
    }

    /// Before words: a list without an entry gets one, an entry without a list ends.
    pub(super) fn begin_text(&mut self, line: usize) {
        while let Some(at) = self.structure() {
            let What::List(list) = &self.stack[at].what else { return };
            if list.implied {
                self.close_to(at);
            } else {
                let item = OpenItem { line, ..OpenItem::default() };
                if !self.push(Frame::new(Tag::Item, What::Item(item))) {
                    self.close_to(at);
                }
            }
        }
    }

    fn heading(&mut self, level: u8, line: usize) {
        self.begin_block();
        if let Some(at) = self.structure().filter(|at| matches!(self.stack[*at].what, What::Heading { .. })) {
            self.close_to(at);
        }
        if self.cell.is_some() {
            if self.push(Frame::new(Tag::Heading(level), What::Bold)) {
                self.bold += 1;
            }
            return;
        }
        self.hoist();
        self.push(Frame::new(Tag::Heading(level), What::Heading { level, line, run: Run::default() }));
    }

    fn list(&mut self, tag: Tag, with: &Attributes, line: usize) {
        self.begin_block();
        self.end_heading();
        let start = with.start.as_deref().map(|start| start.trim().parse().unwrap_or(1));
        let next = (tag == Tag::Numbers).then(|| start.unwrap_or(1));
        self.push(Frame::new(tag, What::List(OpenList { line, next, ..OpenList::default() })));
    }

    /// A heading ends where something begins that no heading can hold.
    fn end_heading(&mut self) {
        let keeps = |what: &What| matches!(what, What::Heading { .. } | What::Caption(_) | What::Title(_));
        if let Some(at) = self.structure().filter(|at| keeps(&self.stack[*at].what)) {
            self.close_to(at);
        }
    }

    /// Opens an entry in the innermost list, ending the entry before it.
    fn item(&mut self, tag: Tag, line: usize) {
        self.begin_block();
        self.end_heading();
        if let Some(at) = self.structure().filter(|at| matches!(self.stack[*at].what, What::Item(_))) {
            self.close_to(at);
        }
        self.entry(tag, line);
    }

    /// Opens an entry, and a list for it where there is none.
    fn entry(&mut self, tag: Tag, line: usize) -> bool {
        let in_list = |at: &usize| matches!(self.stack[*at].what, What::List(_));
        if self.structure().filter(in_list).is_none() {
            let list = OpenList { line, implied: true, ..OpenList::default() };
            if self.stack.len() + 1 >= DEPTH || !self.push(Frame::new(Tag::Entry, What::List(list))) {
                return false;
            }
        }
        let list = self.structure().and_then(|at| self.stack.get_mut(at));
        let number = match list.map(|frame| &mut frame.what) {
            Some(What::List(list)) => list.next.map(|number| {
                list.next = Some(number.saturating_add(1));
                number
            }),
            _ => None,
        };
        self.push(Frame::new(tag, What::Item(OpenItem { line, number, ..OpenItem::default() })))
    }

    /// The open term of the innermost definition list.
    fn open_term(&self) -> Option<usize> {
        let mut open = self.stack.iter().enumerate().rev();
        let at = open.find(|(_, frame)| match &frame.what {
            What::List(list) => !list.implied,
            What::Item(_) => frame.tag == Tag::Entry,
            _ => frame.is_structure(),
        });
        at.filter(|(_, frame)| matches!(frame.what, What::Item(_))).map(|(at, _)| at)
    }

    fn term(&mut self, line: usize) {
        self.begin_block();
        self.end_heading();
        if let Some(at) = self.open_term().or_else(|| self.description_alone()) {
            self.close_to(at);
        }
        if self.entry(Tag::Entry, line) && self.push(Frame::new(Tag::Term, What::Bold)) {
            self.bold += 1;
        }
    }

    /// An open description that has no term.
    fn description_alone(&self) -> Option<usize> {
        self.structure().filter(|at| matches!(self.stack[*at].what, What::Item(_)))
    }

    /// The first description continues its term; where there are more, each is an entry below the term.
    fn description(&mut self, line: usize) {
        self.begin_block();
        self.end_heading();
        let Some(term) = self.open_term() else {
            return self.item(Tag::Description, line);
        };
        self.close_to(term + 1);
        self.end_run();
        let source = super::Source { text: self.source, hrefs: &self.hrefs };
        let Some(Frame { what: What::Item(item), .. }) = self.stack.get_mut(term) else { return };
        match item.described {
            None => {
                item.described = Some((item.run.pieces.len(), line));
                self.push(Frame::new(Tag::Description, What::Plain));
            }
            Some((from, first)) => {
                if item.run.pieces.len() > from {
                    let run = Run { pieces: item.run.pieces.split_off(from) };
                    let children = std::mem::take(&mut item.children);
                    let moved = OpenItem { line: first, run, children, ..OpenItem::default() }.close(source);
                    item.children.push(moved);
                }
                self.entry(Tag::Description, line);
            }
        }
    }

    fn anchor(&mut self, with: &Attributes, at: Range<usize>) {
        let inner = self.stack.iter().rposition(|frame| !frame.tag.is_inline()).map_or(0, |at| at + 1);
        if let Some(open) = self.stack[inner..].iter().position(|frame| frame.tag == Tag::Link) {
            self.close_to(inner + open);
        }
        self.inline(Tag::Link, What::Link, at);
        if let (Some(href), Some(Frame { what: What::Link, .. })) = (&with.href, self.stack.last()) {
            self.hrefs.push(href.trim().to_owned());
            self.link = Some(self.hrefs.len() - 1);
        }
    }

    fn span(&mut self, with: &Attributes, at: Range<usize>) {
        if with.is_bold() {
            self.inline(Tag::Span, What::Bold, at);
        } else if with.is_struck() {
            self.inline(Tag::Span, What::Strike, at);
        } else {
            self.count(Tag::Span);
            self.mark(at);
        }
    }

    fn inline(&mut self, tag: Tag, what: What, at: Range<usize>) {
        self.mark(at);
        let (bold, struck) = (matches!(what, What::Bold), matches!(what, What::Strike));
        if self.push(Frame::new(tag, what)) {
            self.bold += usize::from(bold);
            self.struck += usize::from(struck);
        }
    }

    fn code(&mut self, line: usize) {
        self.begin_block();
        if self.structure().is_none() {
            self.push(Frame::new(Tag::Code, What::Code { line, text: String::new() }));
        }
    }

    fn end_line(&mut self) {
        if let Some(cell) = self.open_cell() {
            cell.all.end_line();
        }
        self.run().end_line();
    }

    fn rule(&mut self, line: usize) {
        self.begin_block();
        if self.structure().is_none() {
            self.page.blocks.push(Block { line, kind: BlockKind::Rule });
        }
    }

    /// The place of the innermost table, where it is not one within a cell.
    fn open_table(&self) -> Option<usize> {
        let at = self.stack.iter().rposition(|frame| matches!(frame.what, What::Table(_) | What::Inner))?;
        matches!(self.stack[at].what, What::Table(_)).then_some(at)
    }

    fn table(&mut self, tag: Tag, line: usize) {
        self.begin_block();
        if self.cell.is_some() {
            self.push(Frame::new(tag, What::Inner));
            return;
        }
        self.end_heading();
        self.hoist();
        self.push(Frame::new(tag, What::Table(Box::new(OpenTable::at(line)))));
    }

    fn caption(&mut self) {
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

    fn row(&mut self, tag: Tag, line: usize) {
        self.begin_block();
        if let Some(at) = self.open_table() {
            self.close_to(at + 1);
            self.push(Frame::new(tag, What::Row(OpenRow { line, ..OpenRow::default() })));
        }
    }

    fn cell(&mut self, tag: Tag, head: bool, with: &Attributes, line: usize) {
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
