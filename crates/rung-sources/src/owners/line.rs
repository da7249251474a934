//! One line in words: a pattern, in which a backslash keeps a space, and what stands behind it.

/// The words of a line that is no comment.
pub(super) struct Words<'l> {
    /// The pattern, with its backslashes.
    pub(super) pattern: &'l str,
    /// The words behind it, up to a comment.
    pub(super) owners: Vec<&'l str>,
    /// What stands behind a `#` that follows white space.
    pub(super) comment: Option<&'l str>,
}

/// The words of a line; `None` for an empty line and for a comment.
pub(super) fn words(line: &str) -> Option<Words<'_>> {
    let line = line.trim_end();
    let line = line.trim_start();
    if line.is_empty() || line.starts_with('#') {
        return None;
    }
    let mut escaped = false;
    let end = line.char_indices().find(|(_, sign)| {
        let ends = sign.is_whitespace() && !escaped;
        escaped = *sign == '\\' && !escaped;
        ends
    });
    let (pattern, rest) = line.split_at(end.map_or(line.len(), |(at, _)| at));
    let (owners, comment) = behind(rest);
    Some(Words { pattern, owners, comment })
}

/// Words, and the comment behind them.
pub(super) fn behind(rest: &str) -> (Vec<&str>, Option<&str>) {
    let comment = rest.char_indices().find(|(at, sign)| {
        *sign == '#' && rest.get(..*at).is_some_and(|before| before.is_empty() || before.ends_with(char::is_whitespace))
    });
    let (owners, comment) = match comment {
        Some((at, _)) => (rest.get(..at).unwrap_or_default(), rest.get(at + 1..)),
        None => (rest, None),
    };
    (owners.split_whitespace().collect(), comment)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn says(line: &str) -> Option<(&str, Vec<&str>, Option<&str>)> {
        words(line).map(|words| (words.pattern, words.owners, words.comment))
    }

    #[test]
    fn a_line_in_words() {
        assert_eq!(says("*.js  @a\t@b/c #note"), Some(("*.js", vec!["@a", "@b/c"], Some("note"))));
        assert_eq!(says(r"  a\ b\\ @a "), Some((r"a\ b\\", vec!["@a"], None)));
        assert_eq!(says("apps/github # nobody"), Some(("apps/github", vec![], Some(" nobody"))));
        assert_eq!(says("c#.md @a#b"), Some(("c#.md", vec!["@a#b"], None)));
        assert_eq!(says("# a"), None);
        assert_eq!(says("  \t"), None);
        assert_eq!(says("\\"), Some(("\\", vec![], None)));
    }
}
