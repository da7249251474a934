//! What an opened element ends, and what it begins.

use std::ops::Range;

use super::{
    Builder, DEPTH, INLINE_DEPTH,
    frame::{Frame, OpenItem, What},
    run::Run,
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
    pub(super) fn push(&mut self, frame: Frame) -> bool {
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
    pub(super) fn begin_block(&mut self) {
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
}
