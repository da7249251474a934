//! What no importer took, listed with its line: nothing is dropped in silence.

use super::{
    draft::Draft,
    naming::plain,
    page::{Content, Page},
};
use crate::{
    document::{Block, BlockKind, Cell, Item},
    tree::{Node, Value},
};

/// Longest piece of text that is quoted.
const QUOTED: usize = 60;
/// Most places listed for one page; the rest is counted.
const MOST: usize = 200;

impl Draft {
    /// Marks a block with everything in it as understood.
    pub(super) fn take_all(&mut self, block: &Block) {
        self.take(block);
        match &block.kind {
            BlockKind::List(items) => items.iter().for_each(|item| self.take_item(item)),
            BlockKind::Table(grid) => {
                grid.rows.iter().flat_map(|row| &row.cells).for_each(|cell| self.take(cell));
            }
            _ => {}
        }
    }

    /// Marks a list item with everything below it as understood.
    pub(super) fn take_item(&mut self, item: &Item) {
        self.take(item);
        item.children.iter().for_each(|child| self.take_item(child));
    }

    /// Marks a node with everything in it as understood.
    pub(super) fn take_node(&mut self, node: &Node) {
        self.take(node);
        match &node.value {
            Value::List(list) => list.iter().for_each(|entry| self.take_node(entry)),
            Value::Map(map) => map.iter().for_each(|(_, entry)| self.take_node(entry)),
            _ => {}
        }
    }
}

/// Lists what was not taken. A run of neighbours is one entry.
pub(super) fn over(pages: &[Page], draft: &mut Draft) {
    for page in pages {
        let mut left = Vec::new();
        if let Some(document) = page.blocks() {
            document.blocks.iter().for_each(|block| of_block(block, draft, &mut left));
        }
        match &page.content {
            Content::Tree(node) => of_node(node, String::new(), draft, &mut left),
            Content::Constants(constants) => {
                for constant in constants {
                    of_node(&constant.node, constant.name.clone(), draft, &mut left);
                }
            }
            _ => {}
        }
        if let Some(front) = &page.front {
            of_node(front, String::new(), draft, &mut left);
        }
        tell(page, left, draft);
    }
}

/// A place that was not taken: line, what is there.
struct Left {
    line: usize,
    kind: &'static str,
    text: String,
}

fn of_block(block: &Block, draft: &Draft, left: &mut Vec<Left>) {
    let mut add = |line: usize, kind: &'static str, text: &str| {
        if !plain(text).is_empty() {
            left.push(Left { line, kind, text: text.to_owned() });
        }
    };
    match &block.kind {
        BlockKind::List(items) => of_items(items, draft, &mut add),
        BlockKind::Table(grid) => {
            let open = |cell: &&Cell| !cell.repeated && !draft.is_taken(*cell);
            for cell in grid.rows.iter().flat_map(|row| &row.cells).filter(open) {
                add(cell.line, "table cell", &cell.text.text);
            }
        }
        _ if draft.is_taken(block) => {}
        BlockKind::Heading { text, .. } => add(block.line, "heading", &text.text),
        BlockKind::Paragraph(text) => add(block.line, "paragraph", &text.text),
        BlockKind::Code(text) => add(block.line, "code block", text),
        BlockKind::Rule => {}
    }
}

fn of_items(items: &[Item], draft: &Draft, add: &mut dyn FnMut(usize, &'static str, &str)) {
    for item in items {
        if !draft.is_taken(item) {
            add(item.line, "list entry", &item.text.text);
        }
        of_items(&item.children, draft, add);
    }
}

fn of_node(node: &Node, path: String, draft: &Draft, left: &mut Vec<Left>) {
    if draft.is_taken(node) && !matches!(node.value, Value::List(_) | Value::Map(_)) {
        return;
    }
    match &node.value {
        Value::List(list) => {
            for (n, entry) in list.iter().enumerate() {
                of_node(entry, format!("{path}[{n}]"), draft, left);
            }
        }
        Value::Map(map) => {
            for (key, entry) in map {
                let path = if path.is_empty() { key.text.clone() } else { format!("{path}.{}", key.text) };
                of_node(entry, path, draft, left);
            }
        }
        Value::Null => {}
        _ => left.push(Left { line: node.line, kind: "value", text: path }),
    }
}

/// One entry for neighbours of a kind, and one for all beyond the most that is listed.
fn tell(page: &Page, left: Vec<Left>, draft: &mut Draft) {
    let mend = "if it matters, write it in one of the shapes `rung help framework` shows; it is not in the result";
    let mut runs: Vec<(Left, usize, usize)> = Vec::new();
    for place in left {
        match runs.last_mut() {
            Some((first, last, many)) if first.kind == place.kind && place.line <= *last + 2 => {
                *last = place.line.max(*last);
                *many += 1;
            }
            _ => {
                let line = place.line;
                runs.push((place, line, 1));
            }
        }
    }
    let more = runs.len().saturating_sub(MOST);
    for (first, last, many) in runs.into_iter().take(MOST) {
        let mut quoted: String = super::naming::clean(&first.text).0.chars().take(QUOTED).collect();
        if first.text.chars().count() > QUOTED {
            quoted.push('…');
        }
        let what = match (many, last > first.line) {
            (1, _) => format!("a {} was not understood: `{quoted}`", first.kind),
            (_, false) => format!("{many} {} were not understood: `{quoted}` and more", plural(first.kind)),
            (_, true) => {
                format!("{many} {} to line {last} were not understood: `{quoted}` and more", plural(first.kind))
            }
        };
        draft.skip(&page.file, first.line, what, mend);
    }
    if more > 0 {
        draft.skip(&page.file, 1, format!("{more} more places of this file were not understood"), mend);
    }
}

fn plural(kind: &'static str) -> String {
    kind.strip_suffix('y').map_or_else(|| format!("{kind}s"), |stem| format!("{stem}ies"))
}
