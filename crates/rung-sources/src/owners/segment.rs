//! Does a name between two slashes fit?

/// A sign of a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// This letter.
    Letter(char),
    /// Any one letter.
    One,
    /// Any letters, or none.
    Star,
    /// One of these ranges, or none of them.
    Class(bool, Vec<(char, char)>),
}

/// The signs of a segment; a backslash makes the sign behind it a letter. `None` where a range is not closed.
pub(super) fn tokens(text: &str, ranges: bool) -> Option<Vec<Token>> {
    let mut tokens = Vec::new();
    let mut signs = text.chars();
    while let Some(sign) = signs.next() {
        tokens.push(match sign {
            '\\' => Token::Letter(signs.next().unwrap_or('\\')),
            '*' if tokens.last() == Some(&Token::Star) => continue,
            '*' => Token::Star,
            '?' => Token::One,
            '[' if ranges => class(&mut signs)?,
            letter => Token::Letter(letter),
        });
    }
    Some(tokens)
}

fn class(signs: &mut std::str::Chars<'_>) -> Option<Token> {
    let mut letters = Vec::new();
    loop {
        match signs.next()? {
            ']' if !letters.is_empty() => break,
            '\\' => letters.push(signs.next()?),
            letter => letters.push(letter),
        }
    }
    let negated = matches!(letters.first(), Some('!' | '^')) && letters.len() > 1;
    let mut left = letters.get(usize::from(negated)..)?;
    let mut ranges = Vec::new();
    while let Some((&first, rest)) = left.split_first() {
        match rest {
            ['-', last, rest @ ..] => {
                ranges.push((first, *last));
                left = rest;
            }
            _ => {
                ranges.push((first, first));
                left = rest;
            }
        }
    }
    Some(Token::Class(negated, ranges))
}

/// Whether the whole name fits.
pub(super) fn fits(tokens: &[Token], name: &str) -> bool {
    let letters: Vec<char> = name.chars().collect();
    let (mut at, mut token) = (0, 0);
    // Where the last star stands, and how much it takes.
    let mut star: Option<(usize, usize)> = None;
    while at < letters.len() {
        let fits = match (tokens.get(token), letters.get(at)) {
            (Some(Token::Star), _) => {
                star = Some((token, at));
                token += 1;
                continue;
            }
            (Some(Token::One), _) => true,
            (Some(Token::Letter(own)), Some(letter)) => own == letter,
            (Some(Token::Class(negated, ranges)), Some(letter)) => {
                ranges.iter().any(|(first, last)| (first..=last).contains(&letter)) != *negated
            }
            _ => false,
        };
        if fits {
            (at, token) = (at + 1, token + 1);
        } else if let Some((back, taken)) = star {
            star = Some((back, taken + 1));
            (at, token) = (taken + 1, back + 1);
        } else {
            return false;
        }
    }
    tokens.get(token..).is_some_and(|rest| rest.iter().all(|token| *token == Token::Star))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_fit() {
        let is = |pattern: &str, name: &str| fits(&tokens(pattern, true).unwrap(), name);
        for (pattern, name, expected) in [
            ("*.js", "a.js", true),
            ("*.js", ".js", true),
            ("*.js", "a.jsx", false),
            ("a*b*c", "axxbxxbc", true),
            ("a*b*c", "axxcxxb", false),
            ("f?o", "fäo", true),
            ("f?o", "fo", false),
            (r"f\*o", "f*o", true),
            (r"f\*o", "foo", false),
            ("[a-c]x", "bx", true),
            ("[!a-c]x", "bx", false),
            ("[]x]", "]", true),
            ("**", "", true),
            ("Makefile", "makefile", false),
        ] {
            assert_eq!(is(pattern, name), expected, "{pattern} {name}");
        }
        assert_eq!(tokens("[a", true), None);
        assert!(fits(&tokens("[a", false).unwrap(), "[a"));
        assert!(!is(&"*a".repeat(2_000), &"a".repeat(1_000)), "and that in no time");
    }
}
