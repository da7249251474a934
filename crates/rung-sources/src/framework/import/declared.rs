//! Levels and themes that a page of data declares before it uses them.

use super::{
    fields::{ID, LEVEL, NAME, THEME, entries, field, is_flat, is_one_of, scalar},
    naming::plain,
};
use crate::tree::{Key, Node};

/// A level or theme as declared.
#[derive(Debug)]
pub(super) struct Declared<'p> {
    /// Its id, else its name.
    pub(super) id: String,
    /// Its name, else its id.
    pub(super) name: String,
    /// What it means.
    pub(super) text: Option<&'p Node>,
    /// Where it stands.
    pub(super) line: usize,
}

/// What a page declares.
#[derive(Debug, Default)]
pub(super) struct Declarations<'p> {
    /// Levels from the lowest up.
    pub(super) levels: Vec<Declared<'p>>,
    /// Themes.
    pub(super) themes: Vec<Declared<'p>>,
    /// The lists themselves.
    pub(super) nodes: Vec<&'p Node>,
}

impl<'p> Declarations<'p> {
    /// The lists of levels and themes at the top of a page, or in a map there.
    pub(super) fn of(root: &'p Node) -> Self {
        let mut found = Self::default();
        let Some(map) = root.map() else { return found };
        let rest = |node: &Node| map.iter().filter(|(_, other)| !is_flat(other) && !std::ptr::eq(other, node)).count();
        for (key, node) in map {
            if rest(node) > 0 {
                found.read(key, node);
            }
            for (key, node) in node.map().into_iter().flatten().filter(|(_, node)| is_flat(node)) {
                found.read(key, node);
            }
        }
        found
    }

    fn read(&mut self, key: &Key, node: &'p Node) {
        let plural = |names: &[&str]| is_one_of(&key.text, names) && !names.contains(&key.text.to_lowercase().as_str());
        let (levels, themes) = (plural(LEVEL), plural(THEME));
        if !(levels || themes) {
            return;
        }
        let listed: Option<Vec<Declared<'p>>> = entries(node).into_iter().map(|(key, node)| entry(key, node)).collect();
        let into = if levels { &mut self.levels } else { &mut self.themes };
        if let Some(listed) = listed.filter(|listed| listed.len() > 1 && into.is_empty()) {
            *into = listed;
            self.nodes.push(node);
        }
    }

    /// Whether a node is one of the lists.
    pub(super) fn has(&self, node: &Node) -> bool {
        self.nodes.iter().any(|own| std::ptr::eq(*own, node))
    }

    /// Which declared level a text is.
    pub(super) fn level(&self, text: &str) -> Option<usize> {
        position(&self.levels, text)
    }

    /// Which declared theme a text is.
    pub(super) fn theme(&self, text: &str) -> Option<usize> {
        position(&self.themes, text)
    }
}

fn position(declared: &[Declared<'_>], text: &str) -> Option<usize> {
    let wanted = plain(text);
    declared.iter().position(|one| plain(&one.id) == wanted || plain(&one.name) == wanted)
}

/// A text, or a flat record with a name or an id.
fn entry<'p>(key: Option<&Key>, node: &'p Node) -> Option<Declared<'p>> {
    let line = key.map_or(node.line, |key| key.line);
    if let Some(text) = scalar(node) {
        let id = key.map_or_else(|| text.clone(), |key| key.text.clone());
        return Some(Declared { id, name: text, text: None, line });
    }
    let map = node.map().filter(|map| map.iter().all(|(_, node)| is_flat(node)))?;
    let name = field(map, NAME).and_then(|(_, node)| scalar(node));
    let id = field(map, ID).and_then(|(_, node)| scalar(node)).or_else(|| key.map(|key| key.text.clone()));
    let text = field(map, &["summary", "description", "text", "definition"]).map(|(_, node)| node);
    let long = text.is_some_and(|node| node.list().is_some());
    let (id, name) = (id.clone().or_else(|| name.clone())?, name.or(id)?);
    (!long).then_some(Declared { id, name, text, line })
}
