//! Characters nobody sees: zero-width, direction-changing and control characters in names.

/// True for a character that changes what is read without being seen.
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206f}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}')
}

/// True for a character that a zero-width joiner may bind into one picture.
fn is_pictorial(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{2bff}' | '\u{fe0f}' | '\u{1f000}'..='\u{1faff}')
}

/// `text` without hidden characters, and how many were taken out. A zero-width joiner inside an
/// emoji stays; white space of any kind becomes one space, at the ends none.
pub(crate) fn without_hidden(text: &str) -> (String, usize) {
    if is_plain(text) {
        return (text.to_owned(), 0);
    }
    let letters: Vec<char> = text.chars().collect();
    let mut kept = String::with_capacity(text.len());
    let mut taken = 0;
    for (at, &c) in letters.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| letters.get(at)).copied();
        let joins = c == '\u{200d}'
            && before.is_some_and(is_pictorial)
            && letters.get(at + 1).copied().is_some_and(is_pictorial);
        match c {
            _ if c.is_whitespace() => kept.push(' '),
            _ if is_hidden(c) && !joins => taken += 1,
            _ => kept.push(c),
        }
    }
    (kept.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" "), taken)
}

/// Whether a text is visible ASCII with single spaces inside, as most are: nothing is to be done then.
pub(crate) fn is_plain(text: &str) -> bool {
    let visible = text.bytes().all(|byte| (b' '..=b'~').contains(&byte));
    visible && !text.starts_with(' ') && !text.ends_with(' ') && !text.contains("  ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn overrides_go_and_emoji_stay() {
        assert_eq!(without_hidden("Ada\u{202e} Brook\u{200b}e "), ("Ada Brooke".to_owned(), 2));
        assert_eq!(without_hidden("\u{1f469}\u{200d}\u{1f4bb} Ada"), ("\u{1f469}\u{200d}\u{1f4bb} Ada".to_owned(), 0));
        assert_eq!(without_hidden("a\u{200d}b").1, 1);
        assert_eq!(without_hidden(" a \t\n b ").0, "a b");
    }
}
