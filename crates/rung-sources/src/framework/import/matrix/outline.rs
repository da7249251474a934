//! The outline of a page as people read it: headings, paragraphs of bold words or with a bold lead above a list, and
//! list entries that stand above entries of their own.

use crate::{
    document::{Block, BlockKind, Document, Item},
    framework::import::naming::{plain, undecorated},
};

/// A heading of any kind with what stands below it.
#[derive(Clone, Debug, Default)]
pub(super) struct Node<'p> {
    /// Its words.
    pub(super) name: String,
    /// Its line.
    pub(super) line: usize,
    /// The block that is the heading; none for the page and for list entries.
    pub(super) heading: Option<&'p Block>,
    /// The list entry that is the heading.
    pub(super) item: Option<&'p Item>,
    /// Blocks of its own.
    pub(super) blocks: Vec<&'p Block>,
    /// Headings below it.
    pub(super) nodes: Vec<Node<'p>>,
    pub(super) depth: u8,
}

/// Depth of a bold paragraph, below every heading.
const BOLD: u8 = 7;

impl Node<'_> {
    /// Whether anything is said in it or below it.
    pub(super) fn says(&self) -> bool {
        let more = |item: &Item| item.text.text.chars().count() > self.name.chars().count() + 2;
        self.item.is_some_and(|item| !item.children.is_empty() || more(item))
            || self.blocks.iter().any(|block| !matches!(block.kind, BlockKind::Rule))
            || self.nodes.iter().any(Node::says)
    }
}

/// The page as a tree.
pub(super) fn outline(page: &Document) -> Node<'_> {
    let mut open = vec![Node { line: 1, ..Node::default() }];
    for (at, block) in page.blocks.iter().enumerate() {
        let listed = page.blocks.get(at + 1).is_some_and(|next| matches!(next.kind, BlockKind::List(_)));
        let opened = match &block.kind {
            BlockKind::Heading { level, text } => Some((*level, undecorated(&text.text))),
            BlockKind::Paragraph(text) if text.all_bold() && text.text.chars().count() <= 80 => {
                Some((BOLD, undecorated(&text.text)))
            }
            BlockKind::Paragraph(text) if listed => {
                let lead = text.lead.as_deref().filter(|lead| lead.chars().count() <= 50);
                lead.map(|lead| (BOLD, undecorated(lead)))
            }
            _ => None,
        };
        match opened.filter(|(_, name)| !plain(name).is_empty()) {
            Some((depth, name)) => {
                close(&mut open, depth);
                open.push(Node { name, line: block.line, heading: Some(block), depth, ..Node::default() });
            }
            None => {
                if let Some(node) = open.last_mut() {
                    node.blocks.push(block);
                }
            }
        }
    }
    close(&mut open, 1);
    let mut root = open.pop().unwrap_or_default();
    leads(&mut root);
    lift(&mut root);
    root
}

/// Bold lines that only announce levels.
const ANNOUNCES: [&str; 7] =
    ["levels", "level descriptions", "proficiency levels", "levels of proficiency", "by level", "stufen", "niveaux"];

/// Lifts what stands below a bold "Levels:" to the heading above it, whose levels they are.
fn lift(node: &mut Node<'_>) {
    let announces = |child: &Node<'_>| {
        child.depth == BOLD && !child.nodes.is_empty() && ANNOUNCES.contains(&plain(&child.name).as_str())
    };
    if node.depth > 0 && node.nodes.iter().filter(|child| announces(child)).count() == 1 {
        let nodes = std::mem::take(&mut node.nodes);
        for mut child in nodes {
            if announces(&child) {
                node.nodes.append(&mut child.nodes);
                node.blocks.append(&mut child.blocks);
                node.blocks.extend(child.heading);
            } else {
                node.nodes.push(child);
            }
        }
    }
    node.nodes.iter_mut().for_each(lift);
}

fn close(open: &mut Vec<Node<'_>>, depth: u8) {
    while open.len() > 1 && open.last().is_some_and(|node| node.depth >= depth) {
        let done = open.pop().unwrap_or_default();
        if let Some(parent) = open.last_mut() {
            parent.nodes.push(done);
        }
    }
}

/// Lists in which every entry has a short name and entries below it become headings.
fn leads(node: &mut Node<'_>) {
    for child in &mut node.nodes {
        leads(child);
    }
    if !node.nodes.is_empty() {
        return;
    }
    let mut kept = Vec::new();
    for block in std::mem::take(&mut node.blocks) {
        let named: Option<Vec<(&Item, String)>> = match &block.kind {
            BlockKind::List(items) if items.len() > 1 => items.iter().map(|item| Some((item, lead(item)?))).collect(),
            _ => None,
        };
        match named {
            Some(named) => {
                kept.push(block);
                node.nodes.extend(named.into_iter().map(|(item, name)| Node {
                    name,
                    line: item.line,
                    item: Some(item),
                    depth: BOLD + 1,
                    ..Node::default()
                }));
            }
            None => kept.push(block),
        }
    }
    node.blocks = kept;
}

/// The name a list entry stands under: a short text with entries below it, or a bold lead or `Name:` before its text.
fn lead(item: &Item) -> Option<String> {
    let short = |text: &str| text.chars().count() <= 60 && !plain(text).is_empty();
    let all = undecorated(&item.text.text);
    if !item.children.is_empty() && short(&all) && !all.ends_with('.') {
        return Some(all);
    }
    if let Some(lead) = item.text.lead.as_deref().map(undecorated).filter(|lead| short(lead)) {
        return Some(lead);
    }
    let (name, rest) = item.text.text.split_once(": ")?;
    let words = name.split_whitespace().count();
    (words <= 4 && short(name) && !rest.trim().is_empty()).then(|| undecorated(name))
}
