//! The comments in a piece of TOML: what follows a `#` that stands in no text.

/// Every comment, from its `#` to the last letter of its line.
pub(crate) fn comments_in(toml: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = toml;
    while let Some(at) = rest.find(['#', '"', '\'']) {
        let (_, here) = rest.split_at(at);
        if here.starts_with('#') {
            let (line, below) = here.split_once('\n').unwrap_or((here, ""));
            found.push(line.trim_end());
            rest = below;
        } else {
            rest = behind_text(here);
        }
    }
    found
}

/// What follows the text that `here` starts with.
fn behind_text(here: &str) -> &str {
    let (quote, three) = if here.starts_with('"') { ('"', "\"\"\"") } else { ('\'', "'''") };
    let (inner, end) = match here.strip_prefix(three) {
        Some(inner) => (inner, three),
        None => (here.get(1..).unwrap_or_default(), three.get(..1).unwrap_or_default()),
    };
    let mut escaped = false;
    for (at, c) in inner.char_indices() {
        let left = inner.get(at..).unwrap_or_default();
        if escaped {
            escaped = false;
        } else if c == '\\' && quote == '"' {
            escaped = true;
        } else if let Some(behind) = left.strip_prefix(end) {
            // Up to two quotes before the closing three belong to the text.
            return if end.len() == 3 { behind.trim_start_matches(quote) } else { behind };
        }
    }
    ""
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_in_a_text_is_no_comment() {
        let text = "a = \"# no\" # one \nb = '# no \\' # two\nc = \"\"\"\n# no \\\"\"\" # no\n\"\"\"\"\" # three\r\n\
                    d = '''\n# no'''\ne = [ # four\n '#', \"\\\"#\", # five\n] #";
        assert_eq!(comments_in(text), ["# one", "# two", "# three", "# four", "# five", "#"]);
        assert_eq!(comments_in("a = \"open # no"), Vec::<&str>::new());
        assert_eq!(comments_in("ä = 'ö' # ü"), ["# ü"]);
    }
}
