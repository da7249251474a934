//! Front matter: what stands between fences before a Markdown page.

use super::{FrontKind, FrontMatter};

/// The front matter of a page, and at which byte what follows begins.
pub(super) fn front_matter(text: &str) -> (Option<FrontMatter>, usize) {
    let mark = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let mut lines = text[mark..].split_inclusive('\n');
    let fence = lines.next().unwrap_or_default();
    let kind = match fence.trim_end() {
        "---" => FrontKind::Yaml,
        "+++" => FrontKind::Toml,
        _ => return (None, mark),
    };
    let start = mark + fence.len();
    let mut end = start;
    for line in lines {
        let closes = match kind {
            FrontKind::Yaml => matches!(line.trim_end(), "---" | "..."),
            FrontKind::Toml => line.trim_end() == "+++",
        };
        if closes {
            let inner = &text[start..end];
            if !is_front(inner, kind) {
                break;
            }
            return (Some(FrontMatter { text: inner.to_owned(), line: 2, kind }), end + line.len());
        }
        end += line.len();
    }
    (None, mark)
}

/// Whether text between rules is front matter, and not a paragraph between two lines across.
fn is_front(text: &str, kind: FrontKind) -> bool {
    let mut worded = text.lines().filter(|line| !line.trim().is_empty() && !line.trim_start().starts_with('#'));
    let sign = match kind {
        FrontKind::Yaml => ':',
        FrontKind::Toml => '=',
    };
    worded.next().is_none_or(|line| line.contains(sign) || line.starts_with(['-', '{', '[']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fences_part_the_front_from_the_page() {
        let (front, at) = front_matter("---\nname: a\n---\n# A\n");
        assert_eq!(front, Some(FrontMatter { text: "name: a\n".to_owned(), line: 2, kind: FrontKind::Yaml }));
        assert_eq!(at, 16);
        let (front, at) = front_matter("\u{feff}+++\r\nname = 1\r\n+++\r\nx");
        assert_eq!(front.map(|front| front.kind), Some(FrontKind::Toml));
        assert_eq!(at, 23);
    }

    #[test]
    fn a_rule_is_no_front() {
        assert_eq!(front_matter("---\nWords.\n\n---\n"), (None, 0));
        assert_eq!(front_matter("---\nname: never closed\n"), (None, 0));
        assert_eq!(front_matter("# A\n---\nb: c\n---\n"), (None, 0));
    }
}
