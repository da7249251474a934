//! What JavaScript means by what stands between quotes.

/// The text with its escapes resolved; an escape that says nothing stands for its letter.
pub(super) fn cooked(written: &str) -> String {
    if !written.contains(['\\', '\r']) {
        return written.to_owned();
    }
    let mut out = String::with_capacity(written.len());
    let mut letters = written.chars().peekable();
    // The first half of a pair of UTF-16 units.
    let mut high: Option<u32> = None;
    while let Some(c) = letters.next() {
        let first = high.take();
        match c {
            '\r' => {
                letters.next_if_eq(&'\n');
                out.push('\n');
                continue;
            }
            '\\' => {}
            _ => {
                out.push(c);
                continue;
            }
        }
        let code = match letters.next() {
            None | Some('\n' | '\u{2028}' | '\u{2029}') => continue,
            Some('\r') => {
                letters.next_if_eq(&'\n');
                continue;
            }
            Some('n') => 0x0a,
            Some('t') => 0x09,
            Some('r') => 0x0d,
            Some('b') => 0x08,
            Some('f') => 0x0c,
            Some('v') => 0x0b,
            Some('0') => 0,
            Some('x') => digits(&mut letters, 2),
            Some('u') if letters.next_if_eq(&'{').is_some() => {
                let code = digits(&mut letters, 8);
                letters.next_if_eq(&'}');
                code
            }
            Some('u') => digits(&mut letters, 4),
            Some(other) => u32::from(other),
        };
        let code = match (first, code) {
            (Some(first), 0xdc00..=0xdfff) => {
                out.pop();
                0x1_0000_u32 + ((first - 0xd800) << 10) + (code - 0xdc00)
            }
            (_, 0xd800..=0xdbff) => {
                high = Some(code);
                code
            }
            _ => code,
        };
        out.push(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER));
    }
    out
}

fn digits(letters: &mut std::iter::Peekable<std::str::Chars<'_>>, most: usize) -> u32 {
    let mut code = 0_u32;
    for _ in 0..most {
        let Some(digit) = letters.next_if(char::is_ascii_hexdigit).and_then(|c| c.to_digit(16)) else { break };
        code = code.wrapping_mul(16).wrapping_add(digit);
    }
    code
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_resolved() {
        assert_eq!(cooked(r"it\'s\n\x41\u00e4\u{1F600}"), "it's\nA\u{e4}\u{1f600}");
        assert_eq!(cooked("one \\\n  two"), "one   two");
        assert_eq!(cooked(r"\ud83d\ude00 \ud83d"), "\u{1f600} \u{fffd}");
        assert_eq!(cooked(r"\u{ffffffff}\"), "\u{fffd}");
    }
}
