//! A store of git objects in memory.

use std::collections::BTreeMap;

use gix::{
    ObjectId,
    hash::Kind as HashKind,
    objs::{self, Kind, WriteTo},
};

use crate::ExampleError;

/// Objects by id.
#[derive(Default)]
pub(super) struct Objects(pub(super) BTreeMap<ObjectId, (Kind, Vec<u8>)>);

impl Objects {
    /// Keeps an object; its id.
    pub(super) fn keep(&mut self, object: &impl WriteTo) -> Result<ObjectId, ExampleError> {
        let mut bytes = Vec::new();
        object.write_to(&mut bytes).map_err(|e| ExampleError::Object(e.to_string()))?;
        self.keep_bytes(object.kind(), bytes)
    }

    /// Keeps an encoded object; its id.
    pub(super) fn keep_bytes(&mut self, kind: Kind, bytes: Vec<u8>) -> Result<ObjectId, ExampleError> {
        let id = objs::compute_hash(HashKind::Sha1, kind, &bytes).map_err(|e| ExampleError::Object(e.to_string()))?;
        self.0.entry(id).or_insert((kind, bytes));
        Ok(id)
    }
}
