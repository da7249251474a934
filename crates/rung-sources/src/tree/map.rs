//! Keys and their nodes in the order they are written.

use std::collections::HashMap;

use super::Node;

/// Up to so many keys a search from the front is faster than an index.
const SEARCHED: usize = 16;

/// A key with the line it stands at.
#[derive(Clone, Debug)]
pub(crate) struct Key {
    /// The key without quotes.
    pub(crate) text: String,
    /// The line, from 1; 0 where it was never written.
    pub(crate) line: usize,
}

/// A map that keeps the order of its keys; each key occurs once.
#[derive(Clone, Debug, Default)]
pub(crate) struct Map {
    entries: Vec<(Key, Node)>,
    index: HashMap<String, usize>,
}

impl Map {
    /// Puts a key behind the others; gives the node back where the key is there already.
    pub(crate) fn insert(&mut self, key: Key, node: Node) -> Result<(), (Key, Node)> {
        if self.position(&key.text).is_some() {
            return Err((key, node));
        }
        if self.entries.len() >= SEARCHED {
            if self.index.is_empty() {
                let known = self.entries.iter().enumerate();
                self.index = known.map(|(at, (key, _))| (key.text.clone(), at)).collect();
            }
            self.index.insert(key.text.clone(), self.entries.len());
        }
        self.entries.push((key, node));
        Ok(())
    }

    /// Puts a key behind the others, or gives the key that is there a new line and a new node.
    pub(crate) fn replace(&mut self, key: Key, node: Node) {
        if let Err((key, node)) = self.insert(key, node)
            && let Some(old) = self.position(&key.text).and_then(|at| self.entries.get_mut(at))
        {
            *old = (key, node);
        }
    }

    /// Puts a key that was never written, or replaces its value.
    pub(crate) fn set(&mut self, key: &str, value: impl Into<super::Value>) {
        self.replace(Key { text: key.to_owned(), line: 0 }, Node::new(value));
    }

    fn position(&self, key: &str) -> Option<usize> {
        if self.index.is_empty() {
            return self.entries.iter().position(|(own, _)| own.text == key);
        }
        self.index.get(key).copied()
    }

    /// The key as it is written, and its node.
    pub(crate) fn entry(&self, key: &str) -> Option<(&Key, &Node)> {
        self.entries.get(self.position(key)?).map(|(key, node)| (key, node))
    }

    /// The node of a key.
    pub(crate) fn get(&self, key: &str) -> Option<&Node> {
        self.entry(key).map(|(_, node)| node)
    }

    /// All keys with their nodes, in order.
    pub(crate) fn iter(&self) -> std::slice::Iter<'_, (Key, Node)> {
        self.entries.iter()
    }

    /// How many keys there are.
    pub(crate) fn len(&self) -> usize {
        self.entries.len()
    }

    /// True where there is no key.
    pub(crate) fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}

/// The same keys with the same values, in any order.
impl PartialEq for Map {
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len() && self.iter().all(|(key, node)| other.get(&key.text) == Some(node))
    }
}

impl<'m> IntoIterator for &'m Map {
    type Item = &'m (Key, Node);
    type IntoIter = std::slice::Iter<'m, (Key, Node)>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl IntoIterator for Map {
    type Item = (Key, Node);
    type IntoIter = std::vec::IntoIter<(Key, Node)>;

    fn into_iter(self) -> Self::IntoIter {
        self.entries.into_iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_found_on_both_sides_of_the_index_and_kept_once() {
        let mut map = Map::default();
        for n in 0..40_i64 {
            let key = Key { text: format!("k{n}"), line: 1 };
            map.insert(key.clone(), Node::new(n)).unwrap();
            assert!(map.insert(key, Node::new(n)).is_err());
            assert_eq!(map.get(&format!("k{}", n / 2)), Some(&Node::new(n / 2)));
        }
        map.set("k3", "three");
        assert_eq!(map.get("k3"), Some(&Node::new("three")));
        assert_eq!((map.len(), map.get("none")), (40, None));
        let order: Vec<_> = map.iter().map(|(key, _)| key.text.clone()).collect();
        assert_eq!(order, (0..40).map(|n| format!("k{n}")).collect::<Vec<_>>());
    }
}
