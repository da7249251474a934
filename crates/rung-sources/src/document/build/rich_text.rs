//! Makes rich text of pieces: folds white space, finds the lead and the links.

use super::run::{Piece, PieceKind};
use crate::document::{Link, Rich};

/// What pieces refer to: the source text and the addresses of links.
#[derive(Clone, Copy)]
pub(in crate::document) struct Source<'a> {
    /// The text the pieces were cut from.
    pub(in crate::document) text: &'a str,
    /// The address of each link.
    pub(in crate::document) hrefs: &'a [String],
}

/// Rich text of pieces.
pub(super) fn rich(pieces: &[Piece], source: Source<'_>) -> Rich {
    let worded = pieces.iter().any(|piece| piece.kind == PieceKind::Text && !piece.text.trim().is_empty());
    let says = |piece: &&Piece| piece.kind == PieceKind::Text || (piece.kind == PieceKind::Alt && !worded);
    let mut folded = Folded::default();
    let mut lead = Lead::default();
    for piece in pieces {
        match piece.kind {
            PieceKind::Line | PieceKind::Paragraph => {
                folded.space = true;
                lead.over |= piece.kind == PieceKind::Paragraph && lead.bold;
            }
            _ if says(&piece) => {
                for letter in piece.text.chars() {
                    if folded.push(letter) {
                        lead.push(letter, piece, folded.text.len());
                    }
                }
            }
            _ => {}
        }
    }
    let struck = pieces.iter().filter(says).filter(|piece| piece.text.chars().any(is_seen));
    Rich {
        struck: !folded.text.is_empty()
            && struck.clone().next().is_some()
            && struck.clone().all(|piece| piece.look.struck),
        lead: lead.of(&folded.text),
        links: links(pieces, source),
        raw: raw(pieces, source),
        text: folded.text,
    }
}

/// Text with its white space folded.
#[derive(Default)]
struct Folded {
    text: String,
    space: bool,
}

impl Folded {
    /// Adds a letter; says whether it was one.
    fn push(&mut self, letter: char) -> bool {
        if letter.is_whitespace() {
            self.space = true;
            return false;
        }
        if std::mem::take(&mut self.space) && !self.text.is_empty() {
            self.text.push(' ');
        }
        self.text.push(letter);
        true
    }
}

/// The bold run at the start, as it is found.
#[derive(Default)]
struct Lead {
    end: usize,
    bold: bool,
    over: bool,
}

impl Lead {
    fn push(&mut self, letter: char, piece: &Piece, end: usize) {
        if self.over {
            return;
        }
        let seen = is_seen(letter);
        if piece.look.bold {
            self.end = end;
            self.bold |= seen;
        } else {
            self.over = seen;
        }
    }

    fn of(&self, text: &str) -> Option<String> {
        let end = if self.over { self.end } else { text.len() };
        self.bold.then(|| text.get(..end).unwrap_or_default().to_owned())
    }
}

/// Whether a letter can be seen: no white space, and not of those that only steer.
pub(super) fn is_seen(letter: char) -> bool {
    let steers = matches!(letter,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}' | '\u{feff}');
    !steers && !letter.is_whitespace()
}

/// The links, each with the words of all its pieces, or what its image shows.
fn links(pieces: &[Piece], source: Source<'_>) -> Vec<Link> {
    let mut links: Vec<(usize, Folded, Folded)> = Vec::new();
    for piece in pieces {
        if piece.kind == PieceKind::Line
            && let Some((_, words, _)) = links.last_mut()
        {
            words.space = true;
        }
        let Some(link) = piece.look.link else { continue };
        if links.last().is_none_or(|(last, ..)| *last != link) {
            links.push((link, Folded::default(), Folded::default()));
        }
        if let Some((_, words, shown)) = links.last_mut() {
            let folded = if piece.kind == PieceKind::Alt { shown } else { words };
            piece.text.chars().for_each(|letter| {
                folded.push(letter);
            });
        }
    }
    let of = |(link, words, shown): (usize, Folded, Folded)| Link {
        text: if words.text.is_empty() { shown.text } else { words.text },
        href: source.hrefs.get(link).cloned().unwrap_or_default(),
    };
    links.into_iter().map(of).collect()
}

/// The source text of each paragraph, one below the other.
fn raw(pieces: &[Piece], source: Source<'_>) -> String {
    let mut raw = String::new();
    for paragraph in pieces.split(|piece| piece.kind == PieceKind::Paragraph) {
        let mut places = paragraph.iter().filter(|piece| piece.kind != PieceKind::Line).map(|piece| &piece.at);
        let Some(first) = places.next() else { continue };
        let (start, end) = places.fold((first.start, first.end), |(a, b), at| (a.min(at.start), b.max(at.end)));
        let text = source.text.get(start..end).unwrap_or_default().trim();
        if !raw.is_empty() && !text.is_empty() {
            raw.push('\n');
        }
        raw.push_str(text);
    }
    raw
}
