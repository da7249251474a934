//! Navigation and pictures: lists and headings that only lead to other pages, and images that say nothing in words.

use super::{
    draft::Draft,
    naming::undecorated,
    page::Page,
    parts::{Part, parts},
};
use crate::document::{Block, BlockKind, Item, Rich};

/// Takes the navigation and pictures of every page of which something was understood, and the title that names the
/// whole.
pub(super) fn import(pages: &[Page], draft: &mut Draft) {
    for page in pages {
        let parts = parts(page);
        let blocks = page.document().map_or(&[][..], |document| &document.blocks);
        if !blocks.iter().any(|block| draft.is_taken(block)) {
            continue;
        }
        for part in &parts {
            navigation(part, draft);
        }
        let names_all = pages.len() == 1 || ["readme", "index"].contains(&page.stem().to_lowercase().as_str());
        if let Some(title) = parts.iter().find(|part| part.level == 1).filter(|_| names_all) {
            title.block.into_iter().for_each(|block| draft.take(block));
        }
        for block in blocks {
            if let BlockKind::Paragraph(text) = &block.kind
                && is_picture(text)
            {
                draft.take(block);
            }
        }
    }
}

fn navigation(part: &Part<'_>, draft: &mut Draft) {
    let (mut lists, mut others) = (0, part.children.len());
    for block in &part.blocks {
        match &block.kind {
            BlockKind::List(items) if items.iter().all(leads_on) => {
                draft.take_all(block);
                lists += 1;
            }
            BlockKind::Rule => {}
            _ => others += 1,
        }
    }
    let only_links = lists > 0 && others == 0;
    if let Some(block) = part.block.filter(|block| only_links || is_link(block)) {
        draft.take(block);
    }
}

fn is_link(block: &Block) -> bool {
    matches!(&block.kind, BlockKind::Heading { text, .. } if is_inner_link(text))
}

fn leads_on(item: &Item) -> bool {
    is_inner_link(&item.text) && item.children.iter().all(|child| is_inner_link(&child.text))
}

/// Whether a text is one link to another page of the same place.
fn is_inner_link(text: &Rich) -> bool {
    let [link] = text.links.as_slice() else { return false };
    let inner = !link.href.contains("://") && !link.href.starts_with("mailto:");
    inner && undecorated(&link.text) == undecorated(&text.text)
}

/// Whether a paragraph is an image and nothing else.
pub(super) fn is_picture(text: &Rich) -> bool {
    let raw = text.raw.trim();
    let starts = ["![", "[![", "<picture", "<img"].into_iter().any(|start| raw.starts_with(start));
    starts && !without_marks(raw).chars().any(char::is_alphanumeric)
}

/// What is left without images and tags.
fn without_marks(raw: &str) -> String {
    let mut left = String::new();
    let mut rest = raw;
    while let Some(at) = rest.find(['!', '<', '[', ']', '(']) {
        let (before, from) = rest.split_at(at);
        left.push_str(before);
        let end = match from.as_bytes().first() {
            Some(b'<') => from.find('>'),
            Some(b'!') => from.find(')').or(Some(0)),
            Some(b'(') => from.find(')'),
            _ => Some(0),
        };
        rest = end.and_then(|end| from.get(end + 1..)).unwrap_or_default();
    }
    left + rest
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::markdown;

    #[test]
    fn a_picture_says_nothing_and_a_sentence_with_one_does() {
        let first = |text: &str| match &markdown("a.md", text).blocks[0].kind {
            BlockKind::Paragraph(text) => is_picture(text),
            _ => false,
        };
        assert!(first("![Chart of the oven](charts/oven.png)"));
        assert!(first("<picture>\n  <source srcset=\"a.png\">\n  <img alt=\"Oven\" src=\"a.png\">\n</picture>"));
        assert!(!first("![Oven](a.png) Bakes bread"));
        assert!(!first("Bakes bread"));
    }
}
