//! Reads the constants of a JavaScript or TypeScript file; runs nothing.
//!
//! Read are objects, lists, texts, templates without `${}`, numbers, names of earlier constants,
//! and functions that only map one constant to another with a `switch`. Imports and types say
//! nothing and are passed over; everything else is listed as a note.

mod escape;
mod literal;
mod mapping;
mod source;
mod token;

use rung_model::problem::Problem;

use self::{literal::Literals, source::Source};
use super::Node;

/// A constant of a file.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Constant {
    /// Its name; `default` for what is exported so, `module.exports` for what is assigned to it.
    pub(crate) name: String,
    /// The line of its name.
    pub(crate) line: usize,
    /// Its value.
    pub(crate) node: Node,
}

/// The constants of a file in their order, and a note for every part that is no literal.
pub(crate) fn javascript(file: &str, text: &str) -> (Vec<Constant>, Vec<Problem>) {
    let source = Source::of(text);
    let mut statements = Statements { source: &source, literals: Literals::new(file, &source) };
    let mut at = 0;
    while at < source.len() {
        let end = source.statement_end(at).max(at + 1);
        statements.statement(at, end);
        at = end;
    }
    statements.literals.into_parts()
}

struct Statements<'s> {
    source: &'s Source<'s>,
    literals: Literals<'s>,
}

impl Statements<'_> {
    fn statement(&mut self, start: usize, end: usize) {
        let source = self.source;
        let mut at = start;
        while matches!(source.word(at), Some("export" | "declare")) {
            at += 1;
        }
        let exported = at > start;
        match source.word(at) {
            Some("import") if !source.is(at + 1, "(") => {}
            Some("type" | "interface" | "namespace") if source.word(at + 1).is_some() || source.is(at + 1, "{") => {}
            Some("const" | "let" | "var") => self.declarations(at + 1, end),
            Some("default") if exported => self.constant("default", source.line(at), at + 1, end),
            Some("module") if source.is(at + 1, ".") && source.says(at + 2, "exports") => {
                self.assignment("module.exports", at + 3, end);
            }
            Some("exports") if source.is(at + 1, ".") => self.assignment("module.exports", at + 1, end),
            Some("async" | "function") => self.function(at, end),
            None if source.is(at, ";") || (exported && matches!(source.sign(at), Some("{" | "*"))) => {}
            None if matches!(source.kind(at), Some(token::Kind::Text(_))) && end <= at + 2 => {}
            _ => self.literals.note(start),
        }
    }

    /// `module.exports = ...` or `exports.NAME = ...`, from behind `exports`.
    fn assignment(&mut self, whole: &str, at: usize, end: usize) {
        let source = self.source;
        let line = source.line(at);
        match source.word(at + 1) {
            Some(name) if source.is(at, ".") && source.is(at + 2, "=") => self.constant(name, line, at + 3, end),
            _ if source.is(at, "=") => self.constant(whole, line, at + 1, end),
            _ => self.literals.note(at),
        }
    }

    /// `NAME = value`, or `NAME: Type = value`, or several of them.
    fn declarations(&mut self, mut at: usize, end: usize) {
        let source = self.source;
        while at < end && !source.is(at, ";") {
            let Some(name) = source.word(at) else { return self.literals.note(at) };
            if name == "enum" {
                return self.literals.note(at);
            }
            // A type may hold commas; without one a comma ends a name that gets no value.
            let signs: &[&str] = if source.is(at + 1, ":") { &["="] } else { &["=", ","] };
            let Some(equals) = source.find(at + 1, end, signs) else { return };
            if source.is(equals, ",") {
                at = equals + 1;
                continue;
            }
            self.constant(name, source.line(at), equals + 1, end);
            at = source.find(equals + 1, end, &[","]).map_or(end, |comma| comma + 1);
        }
    }

    fn function(&mut self, at: usize, end: usize) {
        let source = self.source;
        let name = (at..end.min(at + 4)).find(|at| source.says(*at, "function")).and_then(|at| source.word(at + 1));
        match name {
            Some(name) => self.constant(name, source.line(at), at, end),
            None => self.literals.note(at),
        }
    }

    /// The value that starts at `at`, kept under `name`.
    fn constant(&mut self, name: &str, line: usize, at: usize, end: usize) {
        let source = self.source;
        match self.literals.value(at, 0) {
            Some((node, next)) if next >= end || matches!(source.sign(next), Some(";" | ",")) => {
                self.literals.keep(Constant { name: name.to_owned(), line, node });
            }
            _ => self.literals.note_of(name, at),
        }
    }
}

#[cfg(test)]
mod tests;
