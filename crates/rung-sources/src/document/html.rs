//! Reads a web page, or the HTML within a Markdown page, whatever it leaves open.

use std::ops::Range;

use html5gum::{DefaultEmitter, HtmlString, Spanned, StartTag, Token, Tokenizer};

use super::{
    Document,
    build::{
        Builder,
        tag::{Attributes, Tag},
    },
};

/// Reads a web page.
pub(crate) fn html(file: &str, text: &str) -> Document {
    let mut builder = Builder::new(file, text, true);
    feed(&mut builder, text, |at| at);
    builder.finish()
}

/// Gives the elements and words of HTML to a builder; `place` says where a byte of `text` is in the source.
pub(super) fn feed(builder: &mut Builder<'_>, text: &str, place: impl Fn(usize) -> usize) {
    let mut emitter = DefaultEmitter::new_with_span();
    emitter.naively_switch_states(true);
    let span = |from: usize, to: usize| -> Range<usize> {
        let start = place(from);
        start..place(to).max(start)
    };
    for Ok(token) in Tokenizer::new_with_emitter(text, emitter) {
        match token {
            Token::StartTag(tag) => {
                let at = span(tag.span.start, tag.span.end);
                builder.open(Tag::of(&tag.name), &attributes(&tag), at);
            }
            Token::EndTag(tag) => builder.close(Tag::of(&tag.name), span(tag.span.start, tag.span.end)),
            Token::String(words) => {
                builder.text(&String::from_utf8_lossy(&words), span(words.span.start, words.span.end));
            }
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
}

/// The attributes that matter.
fn attributes(tag: &StartTag<usize>) -> Attributes {
    let get = |name: &[u8]| -> Option<String> {
        let value: &Spanned<HtmlString> = tag.attributes.get(name)?;
        Some(String::from_utf8_lossy(value).into_owned())
    };
    if tag.attributes.is_empty() {
        return Attributes { closed: tag.self_closing, ..Attributes::default() };
    }
    Attributes {
        href: get(b"href"),
        alt: get(b"alt"),
        colspan: get(b"colspan"),
        rowspan: get(b"rowspan"),
        role: get(b"role"),
        style: get(b"style"),
        start: get(b"start"),
        closed: tag.self_closing,
    }
}
