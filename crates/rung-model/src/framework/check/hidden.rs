//! Lint of characters nobody sees: zero-width and direction-changing ones.

use super::{Whole, words::texts};
use crate::problem::{Problem, Severity};

/// True for a character that changes what is read without being seen.
fn is_hidden(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206f}' | '\u{feff}')
}

/// True for a character that a zero-width joiner may bind into one picture.
fn is_pictorial(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{2bff}' | '\u{fe0f}' | '\u{1f000}'..='\u{1faff}')
}

/// How many hidden characters a text has. A zero-width joiner inside an emoji is none, nor is a joiner or non-joiner
/// between letters of scripts that need it, such as Persian and Hindi.
fn count(text: &str) -> usize {
    if text.is_ascii() {
        return 0;
    }
    let mut before = None;
    let mut letters = text.chars().peekable();
    let mut hidden = 0;
    while let Some(c) = letters.next() {
        let after = letters.peek().copied();
        let either = |fits: fn(char) -> bool| before.is_some_and(fits) && after.is_some_and(fits);
        let joins = match c {
            '\u{200d}' => either(is_pictorial) || either(is_joined_script),
            '\u{200c}' => either(is_joined_script),
            _ => false,
        };
        hidden += usize::from(is_hidden(c) && !joins);
        before = Some(c);
    }
    hidden
}

/// True for letters of Arabic and Indic scripts.
fn is_joined_script(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}' | '\u{900}'..='\u{dff}')
}

/// No text holds hidden characters; counted per record.
pub(super) fn nothing_hidden(whole: &Whole<'_>) -> Vec<Problem> {
    let records = texts(whole).into_iter();
    let counted = records.map(|record| (record.texts.iter().map(|text| count(text)).sum::<usize>(), record));
    counted
        .filter(|(hidden, _)| *hidden > 0)
        .map(|(hidden, record)| {
            let noun = if hidden == 1 { "character" } else { "characters" };
            let what = format!("its text holds {hidden} {noun} nobody sees (zero-width or direction-changing)");
            let mend = "take them out; the text reads the same without them";
            whole.problem(record.at, Severity::Note, "hidden-characters", record.item, what, mend)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_characters_are_counted_and_emoji_are_not() {
        assert_eq!(count("Ada\u{202e} Brook\u{200b}e"), 2);
        assert_eq!(count("\u{1f469}\u{200d}\u{1f4bb} codes"), 0);
        assert_eq!(count("\u{1f469}\u{1f3fd}\u{200d}\u{1f4bb}"), 0);
        assert_eq!(count("a\u{200d}b"), 1);
        assert_eq!(count("\u{feff}start"), 1);
        assert_eq!(count("\u{645}\u{6cc}\u{200c}\u{62e}"), 0);
        assert_eq!(count("Über café"), 0);
    }
}
