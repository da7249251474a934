//! What stands in a place of the matrix, made into a cell.

use rung_model::framework::Criterion;

use crate::{
    document::{Block, BlockKind, Cell as Place, Item},
    framework::import::draft::Draft,
};

/// What a place says: running text and single statements.
#[derive(Debug, Default)]
pub(super) struct Said {
    pub(super) text: Vec<String>,
    pub(super) criteria: Vec<Criterion>,
    pub(super) line: usize,
}

/// Words that stand for an empty place.
const EMPTY: [&str; 12] = ["", "-", "–", "—", "n/a", "na", "none", "tbd", "/", ".", "x?", "…"];

/// Whether a text says nothing.
pub(super) fn is_blank(text: &str) -> bool {
    let text = crate::strict::without_hidden(text).0;
    EMPTY.contains(&text.trim().to_lowercase().as_str())
}

impl Said {
    /// Whether nothing is said.
    pub(super) fn is_empty(&self) -> bool {
        self.text.is_empty() && self.criteria.is_empty()
    }

    /// Adds a table cell and takes it.
    pub(super) fn place(&mut self, place: &Place, draft: &mut Draft) {
        draft.take(place);
        if is_blank(&place.text.text) {
            return;
        }
        self.at(place.line);
        if place.items.len() > 1 || place.items.iter().any(|item| !item.children.is_empty()) {
            let own: Vec<&str> = place.paragraphs.iter().map(|text| text.text.as_str()).collect();
            let listed = |text: &str| {
                place.items.iter().any(|item| !item.text.text.is_empty() && text.contains(&item.text.text))
            };
            for text in own.into_iter().filter(|text| !listed(text) && !is_blank(text)) {
                self.text.push(draft.text(text));
            }
            self.items(&place.items, draft);
        } else if let [item] = place.items.as_slice() {
            self.items(std::slice::from_ref(item), draft);
        } else {
            self.text.push(draft.text(&place.text.text));
        }
    }

    /// Adds the entries of a list; what stands below an entry is an example of it where the entry says something of
    /// its own, else a statement.
    pub(super) fn items(&mut self, items: &[Item], draft: &mut Draft) {
        for item in items {
            self.at(item.line);
            draft.take_item(item);
            let text = draft.text(&item.text.text);
            if is_blank(&text) {
                self.items(&item.children, draft);
                continue;
            }
            let mut examples = Vec::new();
            below(&item.children, draft, &mut examples);
            let urls =
                item.text.links.iter().map(|link| link.href.clone()).filter(|href| href.starts_with("http")).collect();
            self.criteria.push(Criterion { id: None, text, examples, urls });
        }
    }

    /// Adds a block of a section; a table or code is left alone, and listed as not understood.
    pub(super) fn block(&mut self, block: &Block, draft: &mut Draft) {
        match &block.kind {
            BlockKind::Paragraph(text) if !is_blank(&text.text) => {
                self.at(block.line);
                draft.take(block);
                self.text.push(draft.text(&text.text));
            }
            BlockKind::List(items) => {
                self.at(block.line);
                draft.take(block);
                self.items(items, draft);
            }
            BlockKind::Rule | BlockKind::Paragraph(_) => draft.take(block),
            _ => {}
        }
    }

    fn at(&mut self, line: usize) {
        if self.line == 0 {
            self.line = line;
        }
    }

    /// Makes the cell, where anything is said.
    pub(super) fn into_cell(self, position: &str, dimension: &str, file: &str, draft: &mut Draft) -> bool {
        if self.is_empty() {
            return false;
        }
        let Self { mut text, mut criteria, line } = self;
        if criteria.is_empty() && text.len() > 1 {
            criteria = text.drain(..).map(Criterion::of).collect();
        }
        if let Some(cell) = draft.cell(position, dimension, file, line) {
            cell.text = (!text.is_empty()).then(|| text.join(" "));
            cell.criteria = criteria;
        }
        true
    }
}

/// All entries below, as texts.
fn below(items: &[Item], draft: &mut Draft, into: &mut Vec<String>) {
    for item in items {
        let text = draft.text(&item.text.text);
        if !is_blank(&text) {
            into.push(text);
        }
        below(&item.children, draft, into);
    }
}
