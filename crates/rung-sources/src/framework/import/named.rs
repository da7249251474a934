//! The name before a text: `**Owns**: owns the system`, with the usual slips of emphasis.

use super::naming::undecorated;
use crate::document::Rich;

/// Most words of a name that nothing but a colon marks.
const WORDS: usize = 5;

/// How a name is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// It is bold.
    Bold,
    /// Stars are left over: `***Owns**` was meant to be bold.
    Broken,
    /// A colon follows it, or there is nothing else.
    Plain,
}

/// A name with what follows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Named {
    /// The name without punctuation around it.
    pub(super) name: String,
    /// What follows it.
    pub(super) rest: String,
    /// How it is marked.
    pub(super) mark: Mark,
}

/// The name a text begins with.
pub(super) fn named(text: &Rich) -> Option<Named> {
    let lead = text.lead.as_deref().filter(|lead| lead.chars().any(char::is_alphanumeric));
    if let Some(lead) = lead {
        let (name, more) = split(lead).unwrap_or((lead, ""));
        let rest = [more, after(text.after_lead())].join(" ");
        return Some(Named { name: undecorated(name), rest: rest.trim().to_owned(), mark: Mark::Bold });
    }
    let found = of_words(&text.text);
    let broken = |found: &Named| text.raw.contains("**") && text.text.contains('*') && !found.rest.contains("**");
    found.map(|found| if broken(&found) { Named { mark: Mark::Broken, ..found } } else { found })
}

/// The name of words that carry no emphasis: what stands before a colon, or all of few words.
pub(super) fn of_words(text: &str) -> Option<Named> {
    let (name, rest) = split(text).unwrap_or((text, ""));
    let name = undecorated(name);
    let fits = !name.is_empty() && name.split(' ').count() <= WORDS;
    fits.then(|| Named { name, rest: after(rest).to_owned(), mark: Mark::Plain })
}

/// Before and after the first colon or dash between words; `1:1` has none.
fn split(text: &str) -> Option<(&str, &str)> {
    let colon = text.match_indices([':', '：']).find(|(at, colon)| {
        let next = text.get(at + colon.len()..).unwrap_or_default();
        *colon == "：" || next.is_empty() || next.starts_with([' ', '*', '_'])
    });
    let dash = [" - ", " – ", " — "].into_iter().filter_map(|dash| text.find(dash).map(|at| (at, dash))).min();
    let (at, mark) = match (colon, dash) {
        (Some(colon), Some(dash)) => colon.min(dash),
        (one, other) => one.or(other)?,
    };
    Some((text.get(..at)?, text.get(at + mark.len()..)?))
}

fn after(text: &str) -> &str {
    text.trim_start_matches([':', '：', '-', '–', '—', '*', '_', ' ']).trim_end()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{BlockKind, markdown};

    fn first(text: &str) -> Option<Named> {
        let page = markdown("page.md", text);
        let BlockKind::List(items) = &page.blocks[0].kind else { return None };
        named(&items[0].text)
    }

    #[test]
    fn the_name_is_found_whatever_marks_it() {
        let owns = |mark| Some(Named { name: "Owns".to_owned(), rest: "keeps it running".to_owned(), mark });
        assert_eq!(first("* **Owns**: keeps it running"), owns(Mark::Bold));
        assert_eq!(first("* **Owns:** keeps it running"), owns(Mark::Bold));
        assert_eq!(first("* **Owns** – keeps it running"), owns(Mark::Bold));
        assert_eq!(first("* ***Owns**: keeps it running"), owns(Mark::Broken));
        assert_eq!(first("* **Owns*: keeps it running"), owns(Mark::Broken));
        assert_eq!(first("* Owns: keeps it running"), owns(Mark::Plain));
        assert_eq!(first("* 1:1s and nothing that would be a name before a colon"), None);
    }
}
