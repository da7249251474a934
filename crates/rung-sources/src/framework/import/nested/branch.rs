//! A page of data as labelled branches: maps, lists of named records, and what stands at their ends.

use super::super::{
    declared::Declarations,
    draft::Draft,
    fields::{EXAMPLES, ID, LEVEL, NAME, TEXT, field, is_flat, is_one_of, ordinal, scalar, words},
};
use crate::tree::{Key, Map, Node};

/// Deepest nesting of branches.
const DEEPEST: usize = 8;

/// A place with a label, the branches below it, or what it says.
#[derive(Debug)]
pub(super) struct Branch<'p> {
    pub(super) key: Option<&'p Key>,
    /// The field that names it.
    pub(super) name: Option<&'p Node>,
    /// The field that says its level.
    pub(super) level: Option<&'p Node>,
    pub(super) node: &'p Node,
    /// The key its branches hang under: `levels`, `topics`.
    pub(super) holds: Option<&'p Key>,
    /// Other fields of the record.
    pub(super) fields: Vec<&'p (Key, Node)>,
    pub(super) kids: Vec<Branch<'p>>,
}

impl<'p> Branch<'p> {
    /// The page as one branch; none where there is nothing below it.
    pub(super) fn of(root: &'p Node, declared: &Declarations<'p>, draft: &Draft) -> Option<Self> {
        grow(None, root, 0, declared, draft).filter(|branch| !branch.kids.is_empty())
    }

    /// What it is called.
    pub(super) fn label(&self) -> String {
        let own = self.name.and_then(scalar).filter(|name| !name.is_empty());
        own.or_else(|| self.level.and_then(scalar)).or_else(|| Some(self.key?.text.clone())).unwrap_or_default()
    }

    /// What it is called where it stands for a level: the field that says so, else its key, else its name.
    pub(super) fn level_label(&self) -> String {
        self.level.and_then(scalar).or_else(|| Some(self.key?.text.clone())).unwrap_or_else(|| self.label())
    }

    pub(super) fn line(&self) -> usize {
        self.key.map_or(self.node.line, |key| key.line)
    }
}

fn grow<'p>(
    key: Option<&'p Key>,
    node: &'p Node,
    depth: usize,
    declared: &Declarations<'p>,
    draft: &Draft,
) -> Option<Branch<'p>> {
    if depth > DEEPEST || declared.has(node) || (draft.is_taken(node) && !is_flat(node)) {
        return None;
    }
    let mut branch = Branch { key, name: None, level: None, node, holds: None, fields: Vec::new(), kids: Vec::new() };
    if let Some(list) = node.list().filter(|_| !is_flat(node)) {
        for kid in list.iter().filter_map(|entry| grow(None, entry, depth + 1, declared, draft)) {
            if kid.label().is_empty() { branch.kids.extend(kid.kids) } else { branch.kids.push(kid) }
        }
        return (!branch.kids.is_empty()).then_some(branch);
    }
    let Some(map) = node.map() else { return Some(branch) };
    if is_record(map) || depth == 0 {
        let said = |names| field(map, names).map(|(_, node): &(Key, Node)| node).filter(|node| scalar(node).is_some());
        branch.name = said(NAME).or_else(|| said(ID).filter(|_| key.is_none() && said(LEVEL).is_none()));
        branch.level = said(LEVEL);
        let below = |entry: &&'p (Key, Node)| match is_flat(&entry.1) {
            true => !is_field(&entry.0.text) && ordinal(&entry.0.text).is_some() && is_text(&entry.1),
            false => !is_criteria(&entry.0.text, &entry.1) && !declared.has(&entry.1),
        };
        let (kids, fields): (Vec<_>, Vec<_>) = map.iter().partition(below);
        branch.fields = fields;
        let grown = kids.iter().filter_map(|(key, node)| grow(Some(key), node, depth + 1, declared, draft));
        branch.kids = grown.collect();
        if let [only] = &mut branch.kids[..]
            && only.name.is_none()
            && only.fields.is_empty()
            && ordinal(&only.label()).is_none()
            && !only.kids.is_empty()
        {
            branch.holds = only.key;
            branch.kids = std::mem::take(&mut only.kids);
        }
        return Some(branch);
    }
    branch.kids = map.iter().filter_map(|(key, node)| grow(Some(key), node, depth + 1, declared, draft)).collect();
    (!branch.kids.is_empty()).then_some(branch)
}

/// Whether a map is a record with fields, and not a table of labels.
fn is_record(map: &Map) -> bool {
    map.iter().any(|(key, node)| {
        let says = |names: &[&str]| names.contains(&words(&key.text).as_str());
        scalar(node).is_some() && (says(NAME) || says(ID) || says(LEVEL)) || is_flat(node) && says(TEXT)
    })
}

fn is_field(key: &str) -> bool {
    [NAME, ID, LEVEL, TEXT, EXAMPLES].iter().any(|names| is_one_of(key, names))
}

fn is_text(node: &Node) -> bool {
    node.text().is_some_and(|text| !text.is_empty()) || node.list().is_some_and(|list| !list.is_empty())
}

/// Whether a field lists criteria as records of a text with examples.
pub(super) fn is_criteria(key: &str, node: &Node) -> bool {
    let words = words(key);
    let named = words.split(' ').any(|word| TEXT.contains(&word) || EXAMPLES.contains(&word));
    let record = |node: &Node| {
        node.map().is_some_and(|map| {
            let text = field(map, TEXT).is_some_and(|(_, node)| scalar(node).is_some());
            text && map.iter().all(|(_, node)| is_flat(node))
                && field(map, LEVEL).is_none()
                && field(map, NAME).is_none()
        })
    };
    named && node.list().is_some_and(|list| !list.is_empty() && list.iter().all(record))
}
