//! A folder of pages: a page a level, or a page a role, with the same headings on each.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    headings::one_level,
    outline::{Node, outline},
};
use crate::{
    document::{Block, BlockKind, Document},
    framework::import::{
        draft::Draft,
        level::{level_of, ranks},
        naming::{plain, role_in, title_of, undecorated},
        page::Page,
    },
};

/// Reads pages that share at least two headings, or each of which is a level, as positions.
pub(super) fn import(pages: &[&Page], draft: &mut Draft) {
    let mut found: Vec<(&Page, Node<'_>, String, usize)> = Vec::new();
    let everywhere = everywhere(pages);
    for page in pages {
        let Some(document) = page.document() else { continue };
        let (title, line) = own_title(page, document, &everywhere);
        found.push((page, content(outline(document), &title), title, line));
    }
    let mut common: BTreeMap<String, usize> = BTreeMap::new();
    for (_, node, ..) in &found {
        let mut names: Vec<String> = topics(node).iter().map(|topic| plain(&topic.name)).collect();
        names.sort_unstable();
        names.dedup();
        names.into_iter().for_each(|name| *common.entry(name).or_default() += 1);
    }
    let shares = |node: &Node<'_>| {
        topics(node).iter().filter(|topic| common.get(&plain(&topic.name)).is_some_and(|many| *many > 1)).count()
    };
    let is_position = |(page, node, title, _): &&(&Page, Node<'_>, String, usize)| {
        let of_level = shares(node) > 0 && level_of(title).is_some();
        topics(node).len() > 1 && (shares(node) > 1 || of_level || stated(page).is_some())
    };
    let positions: Vec<&(&Page, Node<'_>, String, usize)> = found.iter().filter(is_position).collect();
    if positions.len() < 2 {
        return;
    }
    let stem = common_words(&positions.iter().map(|(_, _, title, _)| title.as_str()).collect::<Vec<_>>());
    let is_level =
        |(page, _, title, _): &&&(&Page, Node<'_>, String, usize)| level_of(title).is_some() || stated(page).is_some();
    let levels = positions.iter().filter(is_level).count();
    let one_ladder = levels * 3 >= positions.len() * 2 && stem.is_some();
    let mut ordered = positions;
    if one_ladder {
        let number = |page: &&(&Page, Node<'_>, String, usize)| stated(page.0).or_else(|| level_of(&page.2)?.number);
        let numbers: Option<Vec<u32>> = ordered.iter().map(number).collect();
        if let Some(numbers) = numbers {
            let mut both: Vec<_> = numbers.into_iter().zip(ordered).collect();
            both.sort_by_key(|(number, _)| *number);
            ordered = both.into_iter().map(|(_, page)| page).collect();
        }
    }
    let labels: Vec<&str> = ordered.iter().map(|(_, _, title, _)| title.as_str()).collect();
    let ranks = ranks(&labels);
    for ((page, node, title, line), rank) in ordered.iter().zip(ranks) {
        draft.recognise(page);
        let name = match (&stem, one_ladder) {
            (Some(stem), true) => stem.clone(),
            _ => role_in(title),
        };
        let role = draft.role(&name, &page.file, *line);
        let level = Node { name: title.clone(), line: *line, ..node.clone() };
        one_level(page, &level, &role, if one_ladder { rank } else { 1 }, draft);
    }
}

/// The part of a page below its title: what stands before it is navigation, and headings as high as it go on with it.
fn content<'p>(root: Node<'p>, title: &str) -> Node<'p> {
    let mut here = root;
    loop {
        let at = here.nodes.iter().position(|node| plain(&node.name) == plain(title));
        if let Some(at) = at {
            let mut rest = here.nodes.split_off(at);
            let after = rest.split_off(1);
            let Some(mut own) = rest.pop() else { return here };
            for node in after {
                let frame = node.nodes.iter().filter(|below| !below.nodes.is_empty()).count() > 1;
                if frame { own.nodes.extend(node.nodes) } else { own.nodes.push(node) }
            }
            return own;
        }
        match here.nodes.pop() {
            Some(only) if here.nodes.is_empty() && !only.nodes.is_empty() => here = only,
            Some(last) => {
                here.nodes.push(last);
                return here;
            }
            None => return here,
        }
    }
}

/// Headings that every one of several pages has: navigation, or the same topics, but no page's title.
fn everywhere(pages: &[&Page]) -> BTreeSet<String> {
    let headings = |page: &&Page| -> BTreeSet<String> {
        let blocks = page.document().map(|document| document.blocks.as_slice()).unwrap_or_default();
        blocks.iter().filter_map(heading).map(|(name, _)| plain(&name)).collect()
    };
    let mut all = pages.iter().map(headings);
    let first = all.next().unwrap_or_default();
    if pages.len() < 3 {
        return BTreeSet::new();
    }
    all.fold(first, |kept, own| kept.intersection(&own).cloned().collect())
}

/// The name and line of a block that is a heading.
fn heading(block: &Block) -> Option<(String, usize)> {
    match &block.kind {
        BlockKind::Heading { text, .. } => Some((undecorated(&text.text), block.line)),
        _ => None,
    }
}

/// A page's title; where every page has that heading, the first heading of its own that reads as a level.
fn own_title(page: &Page, document: &Document, everywhere: &BTreeSet<String>) -> (String, usize) {
    let (title, line) = title_of(page);
    let title = undecorated(&title);
    if everywhere.contains(&plain(&title)) {
        let own = |(name, _): &(String, usize)| !everywhere.contains(&plain(name)) && level_of(name).is_some();
        if let Some(found) = document.blocks.iter().filter_map(heading).find(own) {
            return found;
        }
    }
    (title, line)
}

/// The level a page's front matter states.
fn stated(page: &Page) -> Option<u32> {
    let level = page.front.as_ref()?.get("level")?;
    level.whole().and_then(|level| u32::try_from(level).ok())
}

/// The headings below a page's title that something stands below.
fn topics<'n, 'p>(node: &'n Node<'p>) -> Vec<&'n Node<'p>> {
    node.nodes.iter().filter(|topic| topic.says()).collect()
}

/// The words every title holds, in the order of the first: "Software Engineer" of "IC3 Software Engineer" and
/// "IC4 Software Engineer".
fn common_words(titles: &[&str]) -> Option<String> {
    let (first, rest) = titles.split_first()?;
    let others: Vec<String> = rest.iter().map(|title| format!(" {} ", plain(title))).collect();
    let kept: Vec<&str> = first
        .split_whitespace()
        .filter(|word| {
            let word = plain(word);
            !word.is_empty() && others.iter().all(|other| other.contains(&format!(" {word} ")))
        })
        .collect();
    let stem = kept.join(" ");
    (!plain(&stem).is_empty()).then(|| undecorated(&stem))
}
