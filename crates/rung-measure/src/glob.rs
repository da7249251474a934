//! Globs over paths, as rules write them, turned into regular expressions.

use regex::Regex;

/// `*` within a directory, `**` across directories, `?` one letter, `[a-c]` one of, `{a,b}` either;
/// a `/` at the end means everything below. The whole path must match.
///
/// # Errors
/// A sentence saying what is wrong with the glob.
pub(crate) fn regex_of_glob(glob: &str) -> Result<Regex, String> {
    let mut text = String::from("^(?s:");
    let mut depth = 0_usize;
    let mut rest = glob.strip_prefix("./").unwrap_or(glob);
    while let Some(letter) = rest.chars().next() {
        let (piece, length): (String, usize) = match letter {
            '*' if rest.starts_with("**/") => ("(?:[^/]+/)*".into(), 3),
            '*' if rest.starts_with("**") => (".*".into(), 2),
            '*' => ("[^/]*".into(), 1),
            '?' => ("[^/]".into(), 1),
            '[' => {
                let end = rest.find(']').ok_or("`[` is never closed")?;
                let class = rest.get(1..end).filter(|class| !class.is_empty()).ok_or("`[]` holds nothing")?;
                let (not, class) = class.strip_prefix('!').map_or(("", class), |class| ("^", class));
                (format!("[{not}{}]", class.replace('\\', "\\\\").replace('[', "\\[").replace('^', "\\^")), end + 1)
            }
            '{' => {
                depth += 1;
                ("(?:".into(), 1)
            }
            '}' if depth > 0 => {
                depth -= 1;
                (")".into(), 1)
            }
            ',' if depth > 0 => ("|".into(), 1),
            _ => (regex::escape(letter.encode_utf8(&mut [0; 4])), letter.len_utf8()),
        };
        text.push_str(&piece);
        rest = rest.get(length..).unwrap_or_default();
    }
    if depth > 0 {
        return Err("`{` is never closed".into());
    }
    if glob.is_empty() {
        return Err("the glob is empty".into());
    }
    if glob.ends_with('/') {
        text.push_str(".*");
    }
    text.push_str(")$");
    Regex::new(&text).map_err(|error| error.to_string().lines().last().unwrap_or_default().trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fits(glob: &str, path: &str) -> bool {
        regex_of_glob(glob).unwrap().is_match(path)
    }

    #[test]
    fn stars_and_braces() {
        assert!(fits("docs/adr/**", "docs/adr/0001-use-a-queue.md"));
        assert!(fits("docs/adr/**", "docs/adr/2026/a.md"));
        assert!(!fits("docs/adr/**", "src/docs/adr/a.md"));
        assert!(fits("**/adr/*.md", "docs/adr/a.md"));
        assert!(fits("**/adr/*.md", "adr/a.md"));
        assert!(!fits("**/adr/*.md", "adr/2026/a.md"));
        assert!(fits("*.{md,rst}", "README.md"));
        assert!(!fits("*.md", "docs/README.md"));
        assert!(fits("v[0-9]/?.rs", "v2/a.rs"));
        assert!(!fits("v[!0-9]/*", "v2/a.rs"));
        assert!(fits("infra/", "infra/main.tf"));
        assert!(fits("a+b(c).txt", "a+b(c).txt"));
        assert!(!fits("a+b(c).txt", "aab(c).txt"));
    }

    #[test]
    fn broken_globs_say_so() {
        for glob in ["", "[", "[]", "{a,b", "[z-a]"] {
            assert!(regex_of_glob(glob).is_err(), "{glob}");
        }
    }
}
