//! Headings with statements below them: level by competency, competency by level, role by level by competency.

use rung_model::framework::DimensionKind;

use super::{
    fill::{Said, is_blank},
    outline::{Node, outline},
};
use crate::{
    document::{BlockKind, Document},
    framework::import::{
        draft::Draft,
        level::{level_of, likeness, ranks},
        naming::{plain, role_in, role_of},
        page::Page,
    },
};

/// How many of the headings must read as levels.
const LEVELS_FROM: f64 = 0.6;

/// Whether the headings of a page, list entries aside, hold levels.
pub(super) fn holds_levels(document: &Document) -> bool {
    let root = outline(document);
    let mut parents = Vec::new();
    collect(&root, &mut parents, None);
    parents.iter().any(|parent| levels(parent).iter().all(|level| level.item.is_none()))
}

/// Reads a page whose headings hold levels; true where it does. Where the page's tables were a matrix, lists of levels
/// only tell them again.
pub(super) fn import(page: &Page, document: &Document, tables: bool, draft: &mut Draft) -> bool {
    let root = outline(document);
    let mut parents = Vec::new();
    collect(&root, &mut parents, Some(draft));
    parents.retain(|parent| !tables || levels(parent).iter().all(|level| level.item.is_none()));
    if parents.is_empty() {
        return false;
    }
    draft.recognise(page);
    let (title, line) = role_of(page);
    if let Some(first) = root.nodes.first().filter(|node| node.line == line)
        && let Some(heading) = first.heading
    {
        draft.take(heading);
    }
    let inner = |node: &Node<'_>| node.nodes.len() > 1 || node.nodes.iter().any(|n| n.item.is_none());
    let flat = parents.iter().all(|parent| levels(parent).iter().all(|level| !inner(level)));
    if parents.len() > 1 && flat {
        let role = draft.role(&title, &page.file, line);
        for parent in &parents {
            take_heading(parent, draft);
            let dimension = draft.dimension(&parent.name, None, DimensionKind::Skill, &page.file, parent.line);
            describe(parent, &dimension, draft);
            let levels = levels(parent);
            let names: Vec<&str> = levels.iter().map(|level| level.name.as_str()).collect();
            for (level, rank) in levels.iter().zip(ranks(&names)) {
                take_heading(level, draft);
                let position = draft.position(&role, &level.name, Some(rank), &page.file, level.line);
                place(page, level, &position, &dimension, draft);
            }
        }
        return true;
    }
    let many = parents.len() > 1;
    for parent in &parents {
        let own = role_in(&parent.name);
        let name = if many && !plain(&own).is_empty() { own } else { title.clone() };
        take_heading(parent, draft);
        let role = draft.role(&name, &page.file, if many { parent.line } else { line });
        if many {
            let said = prose(parent, draft);
            if let Some(role) = draft.role_mut(&role).filter(|role| role.definition.is_empty()) {
                role.definition = said;
            }
        }
        let levels = levels(parent);
        let names: Vec<&str> = levels.iter().map(|level| level.name.as_str()).collect();
        for (level, rank) in levels.iter().zip(ranks(&names)) {
            one_level(page, level, &role, rank, draft);
        }
    }
    true
}

/// One level with its competencies.
pub(super) fn one_level(page: &Page, level: &Node<'_>, role: &str, rank: u32, draft: &mut Draft) {
    take_heading(level, draft);
    let position = draft.position(role, &level.name, Some(rank), &page.file, level.line);
    let topics: Vec<&Node<'_>> = level.nodes.iter().filter(|node| node.says() || node.item.is_some()).collect();
    if topics.is_empty() {
        let mut said = Said::default();
        level.blocks.iter().for_each(|block| said.block(block, draft));
        if !said.is_empty() {
            let dimension = draft.dimension("Expectations", None, DimensionKind::Skill, &page.file, level.line);
            said.into_cell(&position, &dimension, &page.file, draft);
        }
        return;
    }
    let definition = prose(level, draft);
    if let Some(position) = draft.position_mut(&position).filter(|position| position.definition.is_empty()) {
        position.definition = definition;
    }
    for topic in topics {
        topic_of(page, topic, None, &position, draft);
    }
}

/// A competency with its statements, or a group of competencies.
fn topic_of(page: &Page, topic: &Node<'_>, group: Option<&str>, position: &str, draft: &mut Draft) {
    take_heading(topic, draft);
    let below: Vec<&Node<'_>> = topic.nodes.iter().filter(|node| node.item.is_none() && node.says()).collect();
    if below.is_empty() {
        let dimension = draft.dimension(&topic.name, group, DimensionKind::Skill, &page.file, topic.line);
        place(page, topic, position, &dimension, draft);
        return;
    }
    let mut said = Said::default();
    topic.blocks.iter().for_each(|block| said.block(block, draft));
    if !said.criteria.is_empty() {
        let dimension = draft.dimension(&topic.name, group, DimensionKind::Skill, &page.file, topic.line);
        said.into_cell(position, &dimension, &page.file, draft);
    }
    for node in below {
        topic_of(page, node, Some(&topic.name), position, draft);
    }
}

/// Fills the place of a position and a dimension with what stands below a heading.
fn place(page: &Page, node: &Node<'_>, position: &str, dimension: &str, draft: &mut Draft) {
    let mut said = Said { line: node.line, ..Said::default() };
    if let Some(item) = node.item {
        draft.take(item);
        let rest = rest(&item.text.text, &node.name);
        if !is_blank(&rest) {
            let rest = draft.text(&rest);
            if item.children.is_empty() {
                said.text.push(rest);
            } else {
                said.criteria.push(rung_model::framework::Criterion::of(rest));
            }
        }
        said.items(&item.children, draft);
    }
    if let Some(BlockKind::Paragraph(text)) = node.heading.map(|block| &block.kind)
        && !text.all_bold()
    {
        let rest = draft.text(text.after_lead());
        if !is_blank(&rest) {
            said.text.push(rest.trim_start_matches([':', '-', '–', ' ']).to_owned());
        }
    }
    node.blocks.iter().for_each(|block| said.block(block, draft));
    said.into_cell(position, dimension, &page.file, draft);
}

/// What follows the name in a list entry.
fn rest(text: &str, name: &str) -> String {
    let rest = text.strip_prefix(name).unwrap_or(text);
    rest.trim_start_matches([':', '-', '–', '—', ' ', '.']).to_owned()
}

/// The text of a section's own paragraphs; its lists stay.
fn prose(node: &Node<'_>, draft: &mut Draft) -> String {
    let mut texts = Vec::new();
    for block in &node.blocks {
        if let BlockKind::Paragraph(text) = &block.kind {
            draft.take(*block);
            texts.push(draft.text(&text.text));
        }
    }
    texts.retain(|text| !is_blank(text));
    texts.join(" ")
}

fn describe(node: &Node<'_>, dimension: &str, draft: &mut Draft) {
    let text = prose(node, draft);
    let own = draft.framework.dimensions.iter_mut().find(|own| own.id == dimension);
    if let Some(dimension) = own.filter(|own| own.text.is_none() && !text.is_empty()) {
        dimension.text = Some(text);
    }
}

fn take_heading(node: &Node<'_>, draft: &mut Draft) {
    if let Some(heading) = node.heading {
        draft.take(heading);
    }
}

/// The children of a node that are levels.
fn levels<'n, 'p>(parent: &'n Node<'p>) -> Vec<&'n Node<'p>> {
    let sure: Vec<String> =
        parent.nodes.iter().filter(|node| level_of(&node.name).is_some()).map(|node| plain(&node.name)).collect();
    let kin = |name: &str| {
        let name = plain(name);
        let last = name.rsplit(' ').next().unwrap_or_default();
        !last.is_empty() && sure.iter().filter(|level| level.split(' ').any(|word| word == last)).count() > 1
    };
    parent.nodes.iter().filter(|node| node.says() && (level_of(&node.name).is_some() || kin(&node.name))).collect()
}

/// The nodes whose children are the levels of a ladder, from the top down.
fn collect<'n, 'p>(node: &'n Node<'p>, into: &mut Vec<&'n Node<'p>>, draft: Option<&Draft>) {
    let children: Vec<&Node<'p>> =
        node.nodes.iter().filter(|node| node.says() && !draft.is_some_and(|draft| taken(node, draft))).collect();
    let names: Vec<&str> = children.iter().map(|child| child.name.as_str()).collect();
    let understood =
        |level: &&Node<'_>| level.heading.is_some_and(|heading| draft.is_some_and(|draft| draft.is_taken(heading)));
    let several = levels(node).len() > 1 && !levels(node).iter().any(understood);
    if several && children.len() == levels(node).len() && likeness(&names) >= 0.5 {
        into.push(node);
        return;
    }
    let titles: Vec<&str> = levels(node).iter().map(|level| level.name.as_str()).collect();
    let most = titles.len() * 2 > children.len();
    let coded = titles.iter().all(|title| level_of(title).is_some_and(|level| level.sure > 2));
    if several && likeness(&titles) >= LEVELS_FROM && (most || coded) && titles.len() > 2 {
        into.push(node);
        return;
    }
    children.iter().for_each(|child| collect(child, into, draft));
}

/// Whether another importer took all that stands below a heading.
fn taken(node: &Node<'_>, draft: &Draft) -> bool {
    !node.blocks.is_empty() && node.blocks.iter().all(|block| draft.is_taken(*block)) && node.nodes.is_empty()
}
