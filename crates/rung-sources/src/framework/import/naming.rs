//! Names from what is published: slugs, names without decoration, and texts without hidden characters.

use super::page::{Content, Page};
use crate::{
    document::{BlockKind, Document},
    strict::without_hidden,
    tree::Node,
};

/// Longest id, in characters.
const LONGEST_ID: usize = 60;

/// Text without hidden characters, with white space folded, and how many were taken out.
pub(super) fn clean(text: &str) -> (String, usize) {
    without_hidden(text)
}

/// A name for comparison: lower case, letters and digits alone, words apart by one space.
pub(super) fn plain(text: &str) -> String {
    if text.is_ascii() && !text.bytes().any(|byte| byte.is_ascii_control()) {
        return plain_ascii(text);
    }
    let mut out = String::with_capacity(text.len());
    for c in without_hidden(text).0.chars() {
        if c.is_alphanumeric() || c == '+' || c == '#' {
            out.extend(c.to_lowercase());
        } else if !out.is_empty() && !out.ends_with(' ') {
            out.push(' ');
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// [`plain`] of visible ASCII, which most texts are.
fn plain_ascii(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || byte == b'+' || byte == b'#' {
            out.push(char::from(byte.to_ascii_lowercase()));
        } else if !out.is_empty() && !out.ends_with(' ') {
            out.push(' ');
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// An id: lower case letters and digits of any script with `-` between words; `unnamed` where none is left.
pub(super) fn slug(name: &str) -> String {
    let words = plain(name).replace('+', "-plus").replace('#', "-sharp");
    let id: String = words.split([' ', '-']).filter(|w| !w.is_empty()).collect::<Vec<_>>().join("-");
    let id: String = id.chars().take(LONGEST_ID).collect();
    let id = id.trim_end_matches('-').to_owned();
    if id.is_empty() { "unnamed".to_owned() } else { id }
}

/// What a page calls itself: its front matter's title, its first heading, its `<title>`, else its file name.
pub(super) fn title_of(page: &Page) -> (String, usize) {
    let front = page.front.as_ref().and_then(|front| front.get("title"));
    if let Some((title, line)) = front.and_then(|node| Some((node.text()?.to_owned(), node.line)))
        && !plain(&title).is_empty()
    {
        return (title, line);
    }
    if let Content::Document(document) = &page.content {
        if let Some(found) = document.title.as_ref().and_then(|title| heading_in(document, title)) {
            return found;
        }
        let heading = document.blocks.iter().find_map(|block| match &block.kind {
            BlockKind::Heading { level: 1, text } if !plain(&text.text).is_empty() => {
                Some((text.text.clone(), block.line))
            }
            _ => None,
        });
        if let Some(found) = heading {
            return found;
        }
        if let Some(title) = document.title.as_ref().filter(|title| !plain(title).is_empty()) {
            return (title.clone(), 1);
        }
    }
    if let Content::Tree(node) = &page.content {
        let named = ["name", "title"].into_iter().filter_map(|key| node.get(key)).find(|node| node.text().is_some());
        if let Some((title, line)) = named.and_then(|node: &Node| Some((node.text()?.to_owned(), node.line))) {
            return (title, line);
        }
    }
    (page.stem().replace(['-', '_'], " "), 1)
}

/// The first heading that a window's title begins with or repeats: the page's own, where others stand before it.
fn heading_in(document: &Document, title: &str) -> Option<(String, usize)> {
    let title = plain(title);
    document.blocks.iter().find_map(|block| match &block.kind {
        BlockKind::Heading { text, .. } => {
            let words = plain(&text.text);
            let same = !words.is_empty() && (title == words || title.starts_with(&format!("{words} ")));
            same.then(|| (text.text.clone(), block.line))
        }
        _ => None,
    })
}

/// The role a page describes: its title without emoji and without words that only say that it is a framework.
pub(super) fn role_of(page: &Page) -> (String, usize) {
    let (title, line) = title_of(page);
    (role_in(&title), line)
}

/// A title without emoji and without words that only say that it is a framework: "Backend Engineering" of
/// "🛠️ Backend Engineering Framework".
pub(super) fn role_in(title: &str) -> String {
    const SAYS_FRAMEWORK: [&str; 16] = [
        "framework",
        "frameworks",
        "career",
        "ladder",
        "ladders",
        "levels",
        "competencies",
        "competency",
        "matrix",
        "progression",
        "growth",
        "path",
        "paths",
        "leveling",
        "levelling",
        "expectations",
    ];
    let bare = undecorated(title);
    let words: Vec<&str> = bare.split(' ').collect();
    let kept: Vec<&str> = words
        .iter()
        .copied()
        .filter(|word| {
            !SAYS_FRAMEWORK.contains(&word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase().as_str())
        })
        .collect();
    let kept = kept.join(" ");
    let kept = kept.trim_matches(|c: char| !c.is_alphanumeric() && c != ')').to_owned();
    if plain(&kept).is_empty() { bare } else { kept }
}

/// A text without leading and trailing pictures and punctuation.
pub(super) fn undecorated(text: &str) -> String {
    let (text, _) = clean(text);
    let ends = |c: char| {
        !c.is_alphanumeric() && !matches!(c, '(' | ')' | '+' | '#' | '%' | '?' | '!' | '{' | '}' | '"' | '“' | '”')
    };
    text.trim_matches(ends).to_owned()
}

/// What the whole is called: the title of the one page, or of the page called README or index.
pub(super) fn framework_name(pages: &[Page]) -> Option<String> {
    let front_page = |page: &&Page| ["readme", "index"].contains(&page.stem().to_lowercase().as_str());
    let page = match pages {
        [only] => only,
        _ => pages.iter().find(front_page)?,
    };
    let name = undecorated(&title_of(page).0);
    (!name.is_empty() && !SAYS_NOTHING.contains(&plain(&name).as_str())).then_some(name)
}

/// Titles of front pages that name no framework.
const SAYS_NOTHING: [&str; 12] = [
    "introduction",
    "overview",
    "readme",
    "home",
    "index",
    "contents",
    "table of contents",
    "welcome",
    "about",
    "einleitung",
    "übersicht",
    "start",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_ids_and_lose_their_decoration() {
        assert_eq!(slug("Senior Engineer 2 (People Manager)"), "senior-engineer-2-people-manager");
        assert_eq!(slug("C++ & C#"), "c-plus-plus-c-sharp");
        assert_eq!((slug("🛠️"), slug("Führung")), ("unnamed".to_owned(), "führung".to_owned()));
        assert_eq!(role_in("🛠️ Backend Engineering Framework"), "Backend Engineering");
        assert_eq!(role_in("Career Ladder"), "Career Ladder");
        assert!(SAYS_NOTHING.contains(&plain("Introduction").as_str()));
        assert_eq!(plain("  Tech\u{200b} Lead — 4 "), "tech lead 4");
    }
}
