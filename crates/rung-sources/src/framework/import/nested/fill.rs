//! What stands at the end of a branch, made into a cell.

use rung_model::framework::{Criterion, Provenance};

use super::{
    super::{
        draft::Draft,
        fields::{EXAMPLES, LEVEL, PROFICIENCY, SIGNALS, TEXT, field, is_flat, is_one_of, scalar, words},
    },
    branch::{Branch, is_criteria},
};
use crate::tree::Node;

/// The parts of a cell.
#[derive(Debug, Default)]
pub(super) struct Filled {
    pub(super) text: Option<String>,
    pub(super) criteria: Vec<Criterion>,
    pub(super) examples: Vec<String>,
    pub(super) urls: Vec<String>,
    pub(super) proficiency: Option<String>,
    pub(super) from: Provenance,
}

impl Filled {
    /// Whether nothing is asked.
    pub(super) fn is_empty(&self) -> bool {
        self.text.is_none() && self.criteria.is_empty() && self.proficiency.is_none()
    }
}

/// Reads the end of a branch and takes all of it.
pub(super) fn fill(branch: &Branch<'_>, file: &str, draft: &mut Draft) -> Filled {
    let mut filled = Filled { from: Provenance::at(file, branch.line()), ..Filled::default() };
    draft.take(branch.node);
    if branch.node.map().is_none() {
        say(branch.node, &mut filled, draft);
        return filled;
    }
    for (key, node) in branch.fields.iter().copied() {
        let own = |known: Option<&Node>| known.is_some_and(|known| std::ptr::eq(known, node));
        if own(branch.name) || own(branch.level) {
            draft.take(node);
        } else if is_criteria(&key.text, node) {
            records(node, &mut filled, draft);
        } else if is_flat(node) && is_one_of(&key.text, EXAMPLES) {
            filled.examples.extend(draft.texts_of(node));
        } else if is_flat(node)
            && words(&key.text).split(' ').any(|word| matches!(word, "url" | "urls" | "link" | "links"))
        {
            filled.urls.extend(draft.texts_of(node));
        } else if scalar(node).is_some() && is_one_of(&key.text, PROFICIENCY) {
            filled.proficiency = draft.texts_of(node).pop();
        } else if is_flat(node) && (is_one_of(&key.text, TEXT) || is_one_of(&key.text, SIGNALS)) {
            say(node, &mut filled, draft);
        } else {
            draft.keep(&mut filled.from, key, node);
        }
    }
    filled
}

/// A list says criteria; the first text is the text, what follows are criteria.
fn say(node: &Node, filled: &mut Filled, draft: &mut Draft) {
    let prose = node.list().is_none() && filled.text.is_none();
    let mut texts = draft.texts_of(node);
    if prose {
        filled.text = texts.pop();
    }
    filled.criteria.extend(texts.into_iter().map(Criterion::of));
}

fn records(node: &Node, filled: &mut Filled, draft: &mut Draft) {
    draft.take(node);
    for entry in node.list().unwrap_or_default() {
        let Some(map) = entry.map() else { continue };
        let mut criterion = Criterion::default();
        let said = field(map, TEXT).map(|(_, node)| node);
        for (key, node) in map {
            let text = said.is_some_and(|said| std::ptr::eq(said, node));
            let mut texts = draft.texts_of(node);
            if text {
                criterion.text = texts.pop().unwrap_or_default();
            } else if is_one_of(&key.text, &["id", "ref", "uuid"]) {
                criterion.id = texts.pop();
            } else if texts.iter().all(|text| text.starts_with("http")) && !is_one_of(&key.text, LEVEL) {
                criterion.urls.extend(texts);
            } else {
                criterion.examples.extend(texts);
            }
        }
        draft.take(entry);
        if !criterion.text.is_empty() {
            filled.criteria.push(criterion);
        }
    }
}
