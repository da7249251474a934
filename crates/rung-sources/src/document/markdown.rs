//! Reads a Markdown page: CommonMark with tables, strikethrough, task lists and front matter; HTML within it is read as
//! in a web page.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag as Mark, TagEnd};

use super::{
    BlockKind, Document, Rich,
    build::{
        Builder,
        tag::{Attributes, Tag},
    },
    front::front_matter,
    html::feed,
    nesting::flatten,
    pipes::Pipes,
};

/// Reads a Markdown page.
pub(crate) fn markdown(file: &str, text: &str) -> Document {
    let (front, body) = front_matter(text);
    let builder = Builder::new(file, text, false);
    let flat = flatten(text.get(body..).unwrap_or_default());
    let mut reader =
        Reader { builder, source: text, html: Fragment::default(), rows: Pipes::default(), ragged: Vec::new() };
    reader.read(&flat, &|at| at + body);
    let mut page = reader.builder.finish();
    page.front = front;
    let mut ragged = reader.ragged.into_iter().peekable();
    for block in &mut page.blocks {
        match &mut block.kind {
            BlockKind::Heading { text, .. } => drop_id(text),
            BlockKind::Table(grid) => {
                let last = grid.rows.last().map_or(grid.line, |row| row.line);
                while let Some(line) = ragged.next_if(|line| *line <= last) {
                    grid.ragged.push(line);
                }
                grid.ragged.sort_unstable();
                grid.ragged.dedup();
            }
            _ => {}
        }
    }
    page
}

/// Takes a trailing `{#id}` off a heading.
fn drop_id(heading: &mut Rich) {
    let Some(open) = heading.text.rfind('{').filter(|_| heading.text.ends_with('}')) else { return };
    if heading.text[open + 1..].trim_start().starts_with(['#', '.', ':']) {
        heading.text.truncate(heading.text[..open].trim_end().len());
        if let Some(lead) = &mut heading.lead
            && lead.len() > heading.text.len()
        {
            lead.clone_from(&heading.text);
        }
    }
}

/// A block of HTML as it comes line by line: its text, and where each part of it was.
#[derive(Default)]
struct Fragment {
    text: String,
    parts: Vec<(usize, usize)>,
}

impl Fragment {
    fn place(&self, at: usize) -> usize {
        let part = self.parts.partition_point(|(start, _)| *start <= at).saturating_sub(1);
        self.parts.get(part).map_or(at, |(start, place)| place + at.saturating_sub(*start))
    }
}

/// A Markdown page that is being read.
struct Reader<'a> {
    builder: Builder<'a>,
    source: &'a str,
    html: Fragment,
    rows: Pipes,
    /// Lines of rows that had too few or too many cells.
    ragged: Vec<usize>,
}

impl Reader<'_> {
    /// Gives what a text says to the builder; `place` says where a byte of it is in the source.
    fn read(&mut self, text: &str, place: &dyn Fn(usize) -> usize) {
        let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS;
        for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
            let at = place(range.start)..place(range.end);
            match event {
                Event::Start(mark) => self.start(mark, at),
                Event::End(mark) => self.end(mark, at),
                Event::Text(words) | Event::Code(words) | Event::InlineMath(words) | Event::DisplayMath(words) => {
                    self.builder.text(&words, at);
                }
                Event::Html(words) => {
                    self.html.parts.push((self.html.text.len(), at.start));
                    self.html.text.push_str(&words);
                }
                Event::InlineHtml(words) => {
                    let start = at.start;
                    feed(&mut self.builder, &words, |byte| start + byte);
                }
                Event::SoftBreak => self.builder.text(" ", at),
                Event::HardBreak => self.builder.open(Tag::Break, &Attributes::default(), at),
                Event::Rule => self.builder.open(Tag::Rule, &Attributes::default(), at),
                Event::FootnoteReference(_) | Event::TaskListMarker(_) => self.builder.mark(at),
            }
        }
    }

    fn start(&mut self, mark: Mark<'_>, at: Range<usize>) {
        let mut with = Attributes::default();
        let tag = match mark {
            Mark::TableRow => {
                let columns = self.rows.columns;
                self.rows = Pipes::of(self.source, at.clone(), columns);
                Tag::Row
            }
            Mark::TableHead => {
                self.builder.open(Tag::Group(true), &with, at.clone());
                self.rows.head = true;
                Tag::Row
            }
            Mark::Table(columns) => {
                self.rows = Pipes { columns: columns.len(), ..Pipes::default() };
                Tag::Table
            }
            Mark::TableCell => Tag::Cell(self.rows.head),
            Mark::List(first) => {
                with.start = first.map(|first| first.to_string());
                if first.is_some() { Tag::Numbers } else { Tag::Bullets }
            }
            Mark::Link { dest_url, .. } => {
                with.href = Some(dest_url.into_string());
                Tag::Link
            }
            Mark::Image { .. } => return self.builder.begin_image(at),
            Mark::HtmlBlock => {
                self.html = Fragment::default();
                return;
            }
            Mark::CodeBlock(CodeBlockKind::Fenced(_) | CodeBlockKind::Indented) => Tag::Code,
            Mark::Heading { level, .. } => Tag::Heading(level as u8),
            other => tag_of(&other.to_end()),
        };
        if let Tag::Bold | Tag::Strike | Tag::Link | Tag::Inline = tag {
            return self.builder.open(tag, &with, at.start..at.start);
        }
        self.builder.open(tag, &with, at);
    }

    fn end(&mut self, mark: TagEnd, at: Range<usize>) {
        let tag = match mark {
            TagEnd::Image => return self.builder.end_image(at),
            TagEnd::HtmlBlock => {
                let html = std::mem::take(&mut self.html);
                return feed(&mut self.builder, &html.text, |byte| html.place(byte));
            }
            TagEnd::TableHead => {
                self.builder.close(Tag::Row, at.clone());
                self.rows.head = false;
                Tag::Group(true)
            }
            TagEnd::TableRow => {
                self.end_row();
                Tag::Row
            }
            other => tag_of(&other),
        };
        let at = if tag.is_inline() { at.end..at.end } else { at };
        self.builder.close(tag, at);
    }

    /// Cells beyond the columns of the head, which a reader of tables leaves out, are read as a table of their own.
    fn end_row(&mut self) {
        let row = std::mem::take(&mut self.rows);
        self.rows.columns = row.columns;
        if !row.ragged {
            return;
        }
        self.ragged.push(self.builder.line_at(row.start));
        for cell in row.beyond {
            let frame = "|a|\n|-|\n|";
            let text = format!("{frame}{}|\n", self.source.get(cell.clone()).unwrap_or_default());
            let mut inner = false;
            let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
            let events: Vec<_> = Parser::new_ext(&text, options).into_offset_iter().collect();
            self.builder.open(Tag::Cell(false), &Attributes::default(), cell.clone());
            for (event, range) in events {
                let place = |at: usize| (cell.start + at.saturating_sub(frame.len())).min(cell.end);
                let at = place(range.start)..place(range.end);
                match event {
                    Event::Start(Mark::TableRow) => inner = true,
                    Event::End(TagEnd::TableRow) => inner = false,
                    Event::Start(Mark::TableCell) | Event::End(TagEnd::TableCell) => {}
                    Event::Start(mark) if inner => self.start(mark, at),
                    Event::End(mark) if inner => self.end(mark, at),
                    Event::Text(words) | Event::Code(words) if inner => self.builder.text(&words, at),
                    Event::InlineHtml(words) if inner => {
                        let start = at.start;
                        feed(&mut self.builder, &words, |byte| start + byte);
                    }
                    _ => {}
                }
            }
            self.builder.close(Tag::Cell(false), cell.end..cell.end);
        }
    }
}

/// The element a mark stands for.
fn tag_of(mark: &TagEnd) -> Tag {
    match mark {
        TagEnd::Paragraph => Tag::Paragraph,
        TagEnd::Heading(level) => Tag::Heading(*level as u8),
        TagEnd::CodeBlock => Tag::Code,
        TagEnd::List(true) => Tag::Numbers,
        TagEnd::List(false) => Tag::Bullets,
        TagEnd::Item => Tag::Item,
        TagEnd::Table => Tag::Table,
        TagEnd::TableRow => Tag::Row,
        TagEnd::TableCell => Tag::Cell(false),
        TagEnd::Strong => Tag::Bold,
        TagEnd::Strikethrough => Tag::Strike,
        TagEnd::Link => Tag::Link,
        TagEnd::Emphasis | TagEnd::Superscript | TagEnd::Subscript => Tag::Inline,
        _ => Tag::Block,
    }
}
