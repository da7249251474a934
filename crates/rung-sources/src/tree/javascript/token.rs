//! The tokens of JavaScript and TypeScript, as far as constants need them.

use super::{super::Lines, escape::cooked};

/// One token.
#[derive(Clone, Debug)]
pub(super) struct Token<'t> {
    pub(super) kind: Kind<'t>,
    pub(super) line: usize,
    /// The byte it starts at.
    pub(super) start: usize,
}

/// What a token is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Kind<'t> {
    /// A name or a keyword.
    Word(&'t str),
    /// A number as it is written.
    Number(&'t str),
    /// A text in any quotes, with its escapes resolved.
    Text(String),
    /// Brackets, operators, commas.
    Sign(&'t str),
    /// What is no literal: a template with `${}`, a regular expression, a text that never ends.
    Other,
}

/// Signs of several letters that must not be taken apart, longest first.
const SIGNS: &[&str] = &["...", "===", "!==", "=>", "==", "!="];
/// Words a regular expression may follow.
const BEFORE_REGEX: &[&str] = &["return", "case", "typeof", "in", "of", "do", "else", "default"];

/// All tokens of `text`; comments and white space are left out.
pub(super) fn tokens<'t>(text: &'t str, lines: &Lines) -> Vec<Token<'t>> {
    let mut cursor = Cursor { text, at: 0 };
    let mut tokens: Vec<Token<'t>> = Vec::new();
    loop {
        cursor.skip_blank();
        let start = cursor.at;
        let Some(first) = cursor.peek() else { return tokens };
        let kind = match first {
            '"' | '\'' => cursor.quoted(first),
            '`' => cursor.template(),
            '0'..='9' => cursor.number(),
            '.' if cursor.second().is_some_and(|c| c.is_ascii_digit()) => cursor.number(),
            '/' if regex_may_follow(tokens.last()) => cursor.regex(),
            _ if is_word(first) || first == '#' || first == '@' => {
                cursor.bump();
                cursor.skip_while(is_word);
                Kind::Word(cursor.since(start))
            }
            _ => cursor.sign(),
        };
        tokens.push(Token { kind, line: lines.line(start), start });
    }
}

fn is_word(c: char) -> bool {
    c == '_' || c == '$' || c.is_alphanumeric()
}

fn regex_may_follow(before: Option<&Token<'_>>) -> bool {
    match before.map(|token| &token.kind) {
        None => true,
        Some(Kind::Sign(sign)) => !matches!(*sign, ")" | "]" | "}"),
        Some(Kind::Word(word)) => BEFORE_REGEX.contains(word),
        Some(Kind::Number(_) | Kind::Text(_) | Kind::Other) => false,
    }
}

/// A place in the text that only moves on.
struct Cursor<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Cursor<'t> {
    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn since(&self, start: usize) -> &'t str {
        self.text.get(start..self.at).unwrap_or_default()
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn second(&self) -> Option<char> {
        self.rest().chars().nth(1)
    }

    fn bump(&mut self) -> Option<char> {
        let next = self.peek()?;
        self.at += next.len_utf8();
        Some(next)
    }

    fn skip_while(&mut self, wanted: impl Fn(char) -> bool) {
        let rest = self.rest();
        self.at += rest.find(|c| !wanted(c)).unwrap_or(rest.len());
    }

    /// Moves behind the next `end`, or to the end of the text.
    fn skip_behind(&mut self, end: &str) {
        let rest = self.rest();
        self.at += rest.find(end).map_or(rest.len(), |found| found + end.len());
    }

    fn skip_blank(&mut self) {
        loop {
            self.skip_while(|c| c.is_whitespace() || c == '\u{feff}');
            let rest = self.rest();
            if rest.starts_with("//") || (self.at == 0 && rest.starts_with("#!")) {
                self.skip_while(|c| c != '\n');
            } else if rest.starts_with("/*") {
                self.at += 2;
                self.skip_behind("*/");
            } else {
                return;
            }
        }
    }

    fn quoted(&mut self, quote: char) -> Kind<'t> {
        self.bump();
        let start = self.at;
        loop {
            match self.peek() {
                None | Some('\n') => return Kind::Other,
                Some('\\') => {
                    self.bump();
                    let escaped = self.bump();
                    if escaped == Some('\r') && self.peek() == Some('\n') {
                        self.bump();
                    }
                }
                Some(c) if c == quote => {
                    let inside = self.since(start);
                    self.bump();
                    return Kind::Text(cooked(inside));
                }
                Some(_) => {
                    self.bump();
                }
            }
        }
    }

    /// A template; texts and templates inside `${}` are followed, so that their quotes count.
    fn template(&mut self) -> Kind<'t> {
        self.bump();
        let start = self.at;
        let mut plain = true;
        // For each template that is open, the braces open inside its `${}`; none in its text.
        let mut open = vec![0_usize];
        while let Some(braces) = open.last_mut() {
            let Some(c) = self.peek() else { return Kind::Other };
            let in_text = *braces == 0;
            match c {
                '\\' if in_text => {
                    self.bump();
                }
                '`' if in_text => {
                    open.pop();
                }
                '$' if in_text && self.second() == Some('{') => {
                    plain = false;
                    *braces = 1;
                    self.bump();
                }
                _ if in_text => {}
                '`' => open.push(0),
                '{' => *braces += 1,
                '}' => *braces -= 1,
                '"' | '\'' => {
                    self.quoted(c);
                    continue;
                }
                _ => {}
            }
            self.bump();
        }
        if !plain {
            return Kind::Other;
        }
        let inside = self.since(start);
        Kind::Text(cooked(inside.strip_suffix('`').unwrap_or(inside)))
    }

    fn number(&mut self) -> Kind<'t> {
        let start = self.at;
        loop {
            self.skip_while(|c| c.is_ascii_alphanumeric() || c == '_' || c == '.');
            let written = self.since(start);
            let exponent = written.ends_with(['e', 'E']) && !written.starts_with("0x");
            if exponent && self.peek().is_some_and(|c| c == '+' || c == '-') {
                self.bump();
            } else {
                return Kind::Number(written);
            }
        }
    }

    /// A regular expression, or a lone slash where none ends on the line.
    fn regex(&mut self) -> Kind<'t> {
        let start = self.at;
        self.bump();
        let mut in_class = false;
        loop {
            match self.bump() {
                None | Some('\n') => {
                    self.at = start + 1;
                    return Kind::Sign("/");
                }
                Some('\\') => {
                    self.bump();
                }
                Some('[') => in_class = true,
                Some(']') => in_class = false,
                Some('/') if !in_class => break,
                Some(_) => {}
            }
        }
        self.skip_while(is_word);
        Kind::Other
    }

    fn sign(&mut self) -> Kind<'t> {
        let start = self.at;
        let rest = self.rest();
        match SIGNS.iter().find(|sign| rest.starts_with(**sign)) {
            Some(sign) => self.at += sign.len(),
            None => {
                self.bump();
            }
        }
        Kind::Sign(self.since(start))
    }
}
