//! Where a YAML text has its first comment: a `#` behind white space that stands in no text.

use saphyr_parser::{Event, Parser, ScalarStyle};

/// The line of the first comment.
pub(crate) fn yaml_comment(text: &str) -> Option<usize> {
    let mut texts = Vec::new();
    let mut parser = Parser::new_from_str(text);
    while let Some(Ok((event, span))) = parser.next_event() {
        if let Event::Scalar(_, style, ..) = event {
            texts.push((span.start.index(), span.end.index(), style));
        }
    }
    let mut texts = texts.into_iter().peekable();
    let mut letters = text.chars().enumerate().peekable();
    let (mut line, mut before) = (1, '\n');
    while let Some((at, c)) = letters.next() {
        while texts.next_if(|(start, end, _)| *start < at && *end <= at).is_some() {}
        let style = texts.peek().filter(|(start, end, _)| (*start..*end).contains(&at)).map(|(.., style)| *style);
        if c == '#' && before.is_whitespace() && style.is_none() {
            return Some(line);
        }
        line += usize::from(c == '\n');
        before = c;
        if quoted(style) && matches!(c, '"' | '\'') {
            // The parser lets a quoted text reach to the end of its line, comment and all: it ends at its quote.
            texts.next();
            while let Some((_, inner)) = letters.next() {
                line += usize::from(inner == '\n');
                let doubled = c == '\'' && inner == c && letters.next_if(|(_, next)| *next == c).is_some();
                if inner == '\\' && c == '"' {
                    line += usize::from(letters.next().is_some_and(|(_, escaped)| escaped == '\n'));
                } else if inner == c && !doubled {
                    break;
                }
            }
        }
    }
    None
}

fn quoted(style: Option<ScalarStyle>) -> bool {
    matches!(style, Some(ScalarStyle::DoubleQuoted | ScalarStyle::SingleQuoted))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_in_a_text_is_no_comment() {
        for (text, line) in [
            ("a: |\n  x\n  # no\n# yes\nb: 1\n", Some(4)),
            ("a: | # yes\n  x\n  # no\n\n\nb: 1\n", Some(1)),
            ("a: >-\n  x\n\n   # no\n  y\nc: d\n # yes", Some(7)),
            ("\u{e4}: \"\u{f6} # no\" # yes\n", Some(1)),
            ("a: \"x \\\" # no\\\n # no\"\nb: 1 # yes\n", Some(3)),
            ("a: 'it''s # no\n  # no'\nb: c#no\nd: e # yes\n", Some(4)),
            ("a: '' # yes\n", Some(1)),
            ("- a\n  b # yes\n- c\n", Some(2)),
            ("[a, # yes\n b]", Some(1)),
            ("- |\n  a\n  b\n  # no\n- \"# no\"\n- '# no'\n", None),
            ("? \"a # no\"\n: 'b # no'\n", None),
            ("a: b\r\n# yes\r\n", Some(2)),
            ("", None),
        ] {
            assert_eq!(yaml_comment(text), line, "{text:?}");
        }
    }
}
