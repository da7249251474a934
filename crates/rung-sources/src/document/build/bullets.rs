//! Bullets written as text: lines that begin with `•` or `-`, and `•` within a line.

use super::{
    rich_text::{Source, rich},
    run::{Piece, PieceKind},
};
use crate::document::Item;

/// Signs that begin a bullet wherever they stand before a space.
const DOTS: [char; 7] = ['•', '●', '▪', '◦', '‣', '■', '∙'];
/// Signs that begin a bullet at the start of a line, before a space.
const DASHES: [char; 5] = ['-', '–', '—', '*', '·'];

/// A line of a run.
pub(super) struct TextLine {
    /// The sign it began with, which `pieces` no longer have.
    pub(super) sign: Option<char>,
    /// Its pieces.
    pub(super) pieces: Vec<Piece>,
}

impl TextLine {
    /// The entry it is.
    pub(super) fn item(&self, source: Source<'_>) -> Item {
        Item { line: self.line(), text: rich(&self.pieces, source), ..Item::default() }
    }

    /// The line it is on.
    pub(super) fn line(&self) -> usize {
        let worded = self.pieces.iter().find(|piece| !piece.text.trim().is_empty());
        worded.or(self.pieces.first()).map_or(1, |piece| piece.line)
    }

    fn is_blank(&self) -> bool {
        self.pieces.iter().all(|piece| piece.text.trim().is_empty())
    }
}

/// The lines of a paragraph, blank ones left out.
pub(super) fn lines(paragraph: &[Piece]) -> Vec<TextLine> {
    let mut lines = Vec::new();
    for line in paragraph.split(|piece| piece.kind == PieceKind::Line) {
        let mut rest = TextLine { sign: None, pieces: Vec::new() };
        let mut starts = true;
        for piece in line {
            if piece.kind != PieceKind::Text || (!starts && !piece.text.contains(DOTS)) {
                starts &= piece.kind == PieceKind::Mark;
                rest.pieces.push(piece.clone());
                continue;
            }
            for (sign, text, from) in cut(&piece.text, starts) {
                if sign.is_some() {
                    lines.push(std::mem::replace(&mut rest, TextLine { sign, pieces: Vec::new() }));
                }
                let start = (piece.at.start + from).min(piece.at.end);
                let last = from + text.len() == piece.text.len();
                let end = if last { piece.at.end } else { (start + text.len()).min(piece.at.end) };
                let at = start..end;
                rest.pieces.push(Piece {
                    kind: piece.kind,
                    text: text.to_owned(),
                    line: piece.line,
                    at,
                    look: piece.look,
                });
            }
            starts = false;
        }
        lines.push(rest);
    }
    lines.retain(|line| !line.is_blank());
    lines
}

/// Cuts a text at its signs: the sign, what follows it, and at which byte that begins.
fn cut(text: &str, starts: bool) -> Vec<(Option<char>, &str, usize)> {
    let mut parts = Vec::new();
    let (mut sign, mut from, mut before) = (None, 0, if starts { None } else { Some('x') });
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let spaced = letters.peek().is_none_or(|(_, next)| next.is_whitespace());
        let first = before.is_none();
        let begins = if first {
            DOTS.contains(&letter) || (DASHES.contains(&letter) && spaced && letters.peek().is_some())
        } else {
            DOTS.contains(&letter) && spaced && before.is_some_and(char::is_whitespace)
        };
        if begins {
            if sign.is_some() || !text[from..at].trim().is_empty() {
                parts.push((sign, &text[from..at], from));
            }
            sign = Some(letter);
            from = at + letter.len_utf8();
        }
        if !(first && letter.is_whitespace()) {
            before = Some(letter);
        }
    }
    parts.push((sign, &text[from..], from));
    parts
}

/// Whether the bullets among lines are meant as such: a dot is, a dash has to come twice where text may hold one.
pub(super) fn are_meant(lines: &[TextLine], dashes: usize) -> bool {
    let count =
        |signs: &[char]| lines.iter().filter(|line| line.sign.is_some_and(|sign| signs.contains(&sign))).count();
    count(&DOTS) > 0 || count(&DASHES) >= dashes
}
