//! What an opened list, entry, term or description ends, and what it begins.

use super::{
    Builder, DEPTH,
    frame::{Frame, OpenItem, OpenList, What},
    rich_text::Source,
    run::Run,
    tag::{Attributes, Tag},
};

impl Builder<'_> {
    pub(super) fn list(&mut self, tag: Tag, with: &Attributes, line: usize) {
        self.begin_block();
        self.end_heading();
        let start = with.start.as_deref().map(|start| start.trim().parse().unwrap_or(1));
        let next = (tag == Tag::Numbers).then(|| start.unwrap_or(1));
        self.push(Frame::new(tag, What::List(OpenList { line, next, ..OpenList::default() })));
    }

    /// A heading ends where something begins that no heading can hold.
    pub(super) fn end_heading(&mut self) {
        let keeps = |what: &What| matches!(what, What::Heading { .. } | What::Caption(_) | What::Title(_));
        if let Some(at) = self.structure().filter(|at| keeps(&self.stack[*at].what)) {
            self.close_to(at);
        }
    }

    /// Opens an entry in the innermost list, ending the entry before it.
    pub(super) fn item(&mut self, tag: Tag, line: usize) {
        self.begin_block();
        self.end_heading();
        if let Some(at) = self.structure().filter(|at| matches!(self.stack[*at].what, What::Item(_))) {
            self.close_to(at);
        }
        self.entry(tag, line);
    }

    /// Opens an entry, and a list for it where there is none.
    pub(super) fn entry(&mut self, tag: Tag, line: usize) -> bool {
        let in_list = |at: &usize| matches!(self.stack[*at].what, What::List(_));
        if self.structure().filter(in_list).is_none() {
            let list = OpenList { line, implied: true, ..OpenList::default() };
            if self.stack.len() + 1 >= DEPTH || !self.push(Frame::new(Tag::Entry, What::List(list))) {
                return false;
            }
        }
        let list = self.structure().and_then(|at| self.stack.get_mut(at));
        let number = match list.map(|frame| &mut frame.what) {
            Some(What::List(list)) => {
                let number = list.next;
                list.next = number.map(|number| number.saturating_add(1));
                number
            }
            _ => None,
        };
        self.push(Frame::new(tag, What::Item(OpenItem { line, number, ..OpenItem::default() })))
    }

    /// The open term of the innermost definition list.
    pub(super) fn open_term(&self) -> Option<usize> {
        let mut open = self.stack.iter().enumerate().rev();
        let at = open.find(|(_, frame)| match &frame.what {
            What::List(list) => !list.implied,
            What::Item(_) => frame.tag == Tag::Entry,
            _ => frame.is_structure(),
        });
        at.filter(|(_, frame)| matches!(frame.what, What::Item(_))).map(|(at, _)| at)
    }

    pub(super) fn term(&mut self, line: usize) {
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
    pub(super) fn description_alone(&self) -> Option<usize> {
        self.structure().filter(|at| matches!(self.stack[*at].what, What::Item(_)))
    }

    /// The first description continues its term; where there are more, each is an entry below the term.
    pub(super) fn description(&mut self, line: usize) {
        self.begin_block();
        self.end_heading();
        let Some(term) = self.open_term() else {
            return self.item(Tag::Description, line);
        };
        self.close_to(term + 1);
        self.end_run();
        let source = Source { text: self.source, hrefs: &self.hrefs };
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
}
