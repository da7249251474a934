//! A bounded memory of what was worked out for a text.
//!
//! What is kept is a pure function of the text, so sharing it between threads, or
//! forgetting it, changes no answer.

use std::{
    collections::HashMap,
    sync::{Arc, PoisonError, RwLock},
};

/// Texts remembered at most; later ones are worked out each time.
const MOST: usize = 1 << 16;

/// Remembers one `T` per text.
#[derive(Debug)]
pub(crate) struct Memo<T> {
    known: RwLock<HashMap<Box<str>, Arc<T>>>,
}

impl<T> Default for Memo<T> {
    fn default() -> Self {
        Self { known: RwLock::default() }
    }
}

impl<T> Memo<T> {
    /// What is known of `text`, worked out by `work` the first time.
    pub(crate) fn of(&self, text: &str, work: impl FnOnce() -> T) -> Arc<T> {
        if let Some(known) = self.known.read().unwrap_or_else(PoisonError::into_inner).get(text) {
            return Arc::clone(known);
        }
        let new = Arc::new(work());
        let mut known = self.known.write().unwrap_or_else(PoisonError::into_inner);
        if known.len() < MOST {
            known.insert(text.into(), Arc::clone(&new));
        }
        new
    }
}
