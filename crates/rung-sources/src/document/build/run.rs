//! A run of text as it is read: pieces that know their line, their looks and their link.

use std::ops::Range;

/// What a piece is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::document) enum PieceKind {
    /// Words.
    Text,
    /// What an image shows.
    Alt,
    /// Markup without words of its own.
    Mark,
    /// The end of a line.
    Line,
    /// The end of a paragraph.
    Paragraph,
}

/// A piece of a run.
#[derive(Clone, Debug)]
pub(in crate::document) struct Piece {
    pub(super) kind: PieceKind,
    pub(super) text: String,
    pub(super) line: usize,
    pub(super) at: Range<usize>,
    pub(super) look: Look,
}

/// How a piece looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::document) struct Look {
    pub(super) bold: bool,
    pub(super) struck: bool,
    /// Which of the page's links it belongs to.
    pub(super) link: Option<usize>,
}

/// Pieces in order.
#[derive(Clone, Debug, Default)]
pub(in crate::document) struct Run {
    pub(super) pieces: Vec<Piece>,
}

impl Piece {
    /// White space between pieces that were on lines of their own.
    pub(super) fn space() -> Self {
        Self { kind: PieceKind::Line, text: String::new(), line: 0, at: 0..0, look: Look::default() }
    }
}

impl Run {
    /// Adds words; white space before the first is dropped.
    pub(in crate::document) fn text(&mut self, text: &str, line: usize, at: Range<usize>, look: Look) {
        let blank = text.chars().all(char::is_whitespace);
        if blank && self.pieces.last().is_none_or(|last| matches!(last.kind, PieceKind::Line | PieceKind::Paragraph)) {
            return;
        }
        match self.pieces.last_mut() {
            Some(last) if last.kind == PieceKind::Text && last.look == look && (blank || last.line == line) => {
                last.text.push_str(text);
                last.at.end = at.end.max(last.at.end);
            }
            _ => self.pieces.push(Piece { kind: PieceKind::Text, text: text.to_owned(), line, at, look }),
        }
    }

    /// Adds what an image shows.
    pub(super) fn alt(&mut self, text: &str, line: usize, at: Range<usize>, look: Look) {
        self.pieces.push(Piece { kind: PieceKind::Alt, text: text.to_owned(), line, at, look });
    }

    /// Notes markup, so that the source text of the run includes it.
    pub(super) fn mark(&mut self, line: usize, at: Range<usize>) {
        match self.pieces.last_mut() {
            Some(last) if last.kind == PieceKind::Mark => last.at.end = at.end.max(last.at.end),
            _ => {
                self.pieces.push(Piece { kind: PieceKind::Mark, text: String::new(), line, at, look: Look::default() });
            }
        }
    }

    /// Ends the line.
    pub(in crate::document) fn end_line(&mut self) {
        self.end(PieceKind::Line);
    }

    /// Ends the paragraph, if one has begun.
    pub(in crate::document) fn end_paragraph(&mut self) {
        if self.pieces.last().is_some_and(|last| last.kind != PieceKind::Paragraph) {
            self.end(PieceKind::Paragraph);
        }
    }

    fn end(&mut self, kind: PieceKind) {
        self.pieces.push(Piece { kind, text: String::new(), line: 0, at: 0..0, look: Look::default() });
    }

    /// Whether nothing in it can be seen.
    pub(super) fn is_blank(&self) -> bool {
        self.pieces.iter().all(|piece| match piece.kind {
            PieceKind::Text | PieceKind::Alt => piece.text.chars().all(char::is_whitespace),
            PieceKind::Mark | PieceKind::Line | PieceKind::Paragraph => true,
        })
    }
}
