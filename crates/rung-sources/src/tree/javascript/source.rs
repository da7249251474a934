//! The tokens of a file with their brackets matched, and where its statements end.

use super::{
    super::Lines,
    token::{Kind, Token, tokens},
};

/// Words that start a statement wherever they start a line.
const STARTERS: &[&str] = &[
    "const",
    "let",
    "var",
    "export",
    "import",
    "function",
    "class",
    "type",
    "interface",
    "enum",
    "async",
    "module",
    "exports",
    "declare",
    "if",
    "for",
    "while",
    "switch",
    "try",
    "throw",
];
/// Words that go on with the statement before them.
const GOING_ON: &[&str] =
    &["as", "satisfies", "in", "of", "instanceof", "else", "catch", "finally", "extends", "implements"];

/// A file's tokens.
pub(super) struct Source<'t> {
    text: &'t str,
    tokens: Vec<Token<'t>>,
    /// For each opening bracket the token that closes it; the number of tokens where none does.
    closing: Vec<usize>,
}

impl<'t> Source<'t> {
    /// The tokens of `text`.
    pub(super) fn of(text: &'t str) -> Self {
        let tokens = tokens(text, &Lines::of(text));
        let mut closing = vec![tokens.len(); tokens.len()];
        let mut open: Vec<(usize, &str)> = Vec::new();
        let mut counts = [0_usize; 3];
        for (at, token) in tokens.iter().enumerate() {
            let Kind::Sign(sign) = token.kind else { continue };
            match sign {
                "(" | "[" | "{" => {
                    open.push((at, sign));
                    *count(&mut counts, sign) += 1;
                }
                ")" | "]" | "}" if *count(&mut counts, sign) > 0 => {
                    while let Some((start, opened)) = open.pop() {
                        *count(&mut counts, opened) -= 1;
                        if closes(opened, sign) {
                            if let Some(end) = closing.get_mut(start) {
                                *end = at;
                            }
                            break;
                        }
                    }
                }
                _ => {}
            }
        }
        Self { text, tokens, closing }
    }

    /// How many tokens there are.
    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// A token.
    pub(super) fn kind(&self, at: usize) -> Option<&Kind<'t>> {
        self.tokens.get(at).map(|token| &token.kind)
    }

    /// The word at a token, where it is one.
    pub(super) fn word(&self, at: usize) -> Option<&'t str> {
        match self.kind(at) {
            Some(Kind::Word(word)) => Some(word),
            _ => None,
        }
    }

    /// The sign at a token, where it is one.
    pub(super) fn sign(&self, at: usize) -> Option<&'t str> {
        match self.kind(at) {
            Some(Kind::Sign(sign)) => Some(sign),
            _ => None,
        }
    }

    /// True where this sign stands.
    pub(super) fn is(&self, at: usize, sign: &str) -> bool {
        self.sign(at) == Some(sign)
    }

    /// True where this word stands.
    pub(super) fn says(&self, at: usize, word: &str) -> bool {
        self.word(at) == Some(word)
    }

    /// The line of a token; behind the end, that of the last.
    pub(super) fn line(&self, at: usize) -> usize {
        self.tokens.get(at).or(self.tokens.last()).map_or(1, |token| token.line)
    }

    /// The token that closes the bracket at a token.
    pub(super) fn closing(&self, at: usize) -> usize {
        self.closing.get(at).copied().unwrap_or(self.len())
    }

    /// The token behind this one; behind its whole inside where it is an opening bracket.
    pub(super) fn behind(&self, at: usize) -> usize {
        let last = if matches!(self.sign(at), Some("(" | "[" | "{")) { self.closing(at) } else { at };
        (last + 1).min(self.len())
    }

    /// The first of `signs` from `at` up to `end` that stands in no bracket.
    pub(super) fn find(&self, mut at: usize, end: usize, signs: &[&str]) -> Option<usize> {
        while at < end.min(self.len()) {
            if self.sign(at).is_some_and(|sign| signs.contains(&sign)) {
                return Some(at);
            }
            at = self.behind(at);
        }
        None
    }

    /// True where a statement starts at this token, seen from the one before it.
    pub(super) fn starts_statement(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return true };
        if self.line(at) == self.line(before) {
            return false;
        }
        let Some(word) = self.word(at) else { return false };
        let ended = match self.kind(before) {
            Some(Kind::Sign(sign)) => matches!(*sign, ")" | "]" | "}"),
            _ => true,
        };
        STARTERS.contains(&word) || (ended && !GOING_ON.contains(&word))
    }

    /// The token behind the statement that starts at `at`.
    pub(super) fn statement_end(&self, mut at: usize) -> usize {
        while at < self.len() {
            if self.is(at, ";") {
                return at + 1;
            }
            at = self.behind(at);
            if self.starts_statement(at) {
                return at;
            }
        }
        self.len()
    }

    /// The source from a token on, shortened for a message.
    pub(super) fn shown(&self, at: usize) -> String {
        let start = self.tokens.get(at).map_or(self.text.len(), |token| token.start);
        let rest = self.text.get(start..).unwrap_or_default();
        rest.lines().next().unwrap_or_default().trim().chars().take(40).collect()
    }
}

fn closes(opened: &str, sign: &str) -> bool {
    matches!((opened, sign), ("(", ")") | ("[", "]") | ("{", "}"))
}

fn count<'c>(counts: &'c mut [usize; 3], sign: &str) -> &'c mut usize {
    let [round, square, curly] = counts;
    match sign {
        "(" | ")" => round,
        "[" | "]" => square,
        _ => curly,
    }
}
