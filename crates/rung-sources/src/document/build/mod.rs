//! Makes blocks of opened and closed elements and text, whatever is left open or closed twice.
//!
//! `open*.rs` say what an opened element ends and begins, `close.rs` what a closed one hands on, `hoist.rs` what becomes
//! of a list that holds headings or tables. `run.rs`, `rich_text.rs` and `bullets.rs` are about text, `table.rs` and
//! `cell.rs` about tables.

mod bullets;
pub(super) mod cell;
mod close;
mod frame;
mod hoist;
mod open;
mod open_list;
mod open_table;
pub(super) mod rich_text;
pub(super) mod run;
pub(super) mod table;
pub(super) mod tag;

use std::ops::Range;

use self::{
    bullets::{are_meant, lines},
    frame::{Frame, What},
    rich_text::{Source, rich},
    run::{Look, Run},
};
use super::{Block, BlockKind, Document, lines::Lines};

/// How many elements may be open; what is opened beyond that is text of the innermost.
const DEPTH: usize = 256;
/// The same for elements within a line.
const INLINE_DEPTH: usize = 192;

/// A page in the making.
pub(super) struct Builder<'a> {
    page: Document,
    source: &'a str,
    lines: Lines,
    stack: Vec<Frame>,
    /// Text that stands in no element that keeps it.
    loose: Run,
    /// How many bold elements are open.
    bold: usize,
    /// How many struck elements are open.
    struck: usize,
    /// The link that is open.
    link: Option<usize>,
    hrefs: Vec<String>,
    /// The open cell's place on the stack; a table within a cell is text of the cell.
    cell: Option<usize>,
    /// What the open image shows, and how many images are open.
    shown: (String, usize),
    /// Whether asides are left out.
    drop_asides: bool,
}

impl<'a> Builder<'a> {
    /// Begins a page. Asides are part of a Markdown page, and of a web page they are not.
    pub(super) fn new(file: &str, source: &'a str, drop_asides: bool) -> Self {
        Self {
            page: Document { file: file.to_owned(), ..Document::default() },
            source,
            lines: Lines::of(source),
            stack: Vec::new(),
            loose: Run::default(),
            bold: 0,
            struck: 0,
            link: None,
            hrefs: Vec::new(),
            cell: None,
            shown: (String::new(), 0),
            drop_asides,
        }
    }

    /// The line of a byte of the source.
    pub(super) fn line_at(&self, byte: usize) -> usize {
        self.lines.at(byte)
    }

    /// An image begins, whose words are what it shows.
    pub(super) fn begin_image(&mut self, at: Range<usize>) {
        self.shown.1 += 1;
        if self.shown.1 == 1 {
            self.mark(at.start..at.start);
        }
    }

    /// The image ends.
    pub(super) fn end_image(&mut self, at: Range<usize>) {
        self.shown.1 = self.shown.1.saturating_sub(1);
        if self.shown.1 == 0 {
            let alt = std::mem::take(&mut self.shown.0);
            self.image(&alt, at);
        }
    }

    /// Adds words cut from a place of the source.
    pub(super) fn text(&mut self, text: &str, at: Range<usize>) {
        if self.shown.1 > 0 {
            self.shown.0.push_str(text);
            return;
        }
        if let Some(Frame { what: What::Skip { counted }, .. }) = self.stack.last() {
            self.page.left_out += if *counted { text.split_whitespace().count() } else { 0 };
            return;
        }
        if let Some(Frame { what: What::Code { text: code, .. }, .. }) = self.stack.last_mut() {
            code.push_str(text);
            return;
        }
        let mut start = at.start;
        for line in text.split_inclusive('\n') {
            let end = (start + line_length(self.source.get(start..at.end).unwrap_or_default())).min(at.end);
            let indent = line.len() - line.trim_start().len();
            let number = self.lines.at((start + indent).min(end.saturating_sub(1)).max(start));
            self.words(line, number, start..end);
            start = end;
        }
    }

    /// Adds words of one line.
    fn words(&mut self, text: &str, line: usize, at: Range<usize>) {
        let look = self.look();
        if !text.chars().all(char::is_whitespace) {
            self.begin_text(line);
        }
        if let Some(cell) = self.open_cell() {
            cell.all.text(text, line, at.clone(), look);
        }
        self.run().text(text, line, at, look);
    }

    /// Adds what an image shows; it counts where there is nothing else.
    fn image(&mut self, alt: &str, at: Range<usize>) {
        let (look, line) = (self.look(), self.lines.at(at.start));
        if alt.trim().is_empty() {
            return;
        }
        if let Some(cell) = self.open_cell() {
            cell.all.alt(alt, line, at.clone(), look);
        }
        self.begin_text(line);
        self.run().alt(alt, line, at, look);
    }

    /// Notes markup within a line.
    pub(super) fn mark(&mut self, at: Range<usize>) {
        let line = self.lines.at(at.start);
        self.run().mark(line, at);
    }

    fn look(&self) -> Look {
        Look { bold: self.bold > 0, struck: self.struck > 0, link: self.link }
    }

    fn open_cell(&mut self) -> Option<&mut cell::OpenCell> {
        match self.stack.get_mut(self.cell?).map(|frame| &mut frame.what) {
            Some(What::Cell(cell)) => Some(cell),
            _ => None,
        }
    }

    /// The place of the innermost element that text, lists and tables stay within.
    fn structure(&self) -> Option<usize> {
        self.stack.iter().rposition(Frame::is_structure)
    }

    /// Where text goes now.
    fn run(&mut self) -> &mut Run {
        let at = self.structure();
        match at.and_then(|at| self.stack.get_mut(at)).and_then(Frame::run) {
            Some(run) => run,
            None => &mut self.loose,
        }
    }

    /// Ends the paragraph that is being read.
    fn end_run(&mut self) {
        if let Some(cell) = self.open_cell() {
            cell.all.end_paragraph();
        }
        let at = self.structure();
        match at.and_then(|at| self.stack.get_mut(at)).and_then(Frame::run) {
            Some(run) => run.end_paragraph(),
            None => self.end_loose(),
        }
    }

    /// Makes blocks of loose text: a paragraph, or a list where its lines begin with bullets.
    fn end_loose(&mut self) {
        let run = std::mem::take(&mut self.loose);
        if run.is_blank() {
            return;
        }
        let source = Source { text: self.source, hrefs: &self.hrefs };
        let lines = lines(&run.pieces);
        if !are_meant(&lines, 2) {
            let text = rich(&run.pieces, source);
            let line = lines.first().map_or(1, |line| line.line());
            self.page.blocks.push(Block { line, kind: BlockKind::Paragraph(text) });
            return;
        }
        for group in lines.chunk_by(|a, b| a.sign.is_some() == b.sign.is_some()) {
            let line = group.first().map_or(1, |line| line.line());
            let kind = if group.iter().any(|line| line.sign.is_some()) {
                BlockKind::List(group.iter().map(|line| line.item(source)).collect())
            } else {
                let pieces: Vec<_> =
                    group.iter().flat_map(|line| line.pieces.iter().cloned().chain([run::Piece::space()])).collect();
                BlockKind::Paragraph(rich(&pieces, source))
            };
            self.page.blocks.push(Block { line, kind });
        }
    }

    /// The finished page.
    pub(super) fn finish(mut self) -> Document {
        self.close_to(0);
        self.end_run();
        self.page.blocks.sort_by_key(|block| block.line);
        self.page
    }
}

/// How far the first line of a text reaches, its end included.
fn line_length(text: &str) -> usize {
    match text.find(['\n', '\r']) {
        Some(at) if text[at..].starts_with("\r\n") => at + 2,
        Some(at) => at + 1,
        None => text.len(),
    }
}
