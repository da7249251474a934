//! One fact, or what a source says of itself, as bytes that stand alone: what a database keeps in a row.

use rung_model::evidence::Evidence;

use super::{entry, facts, reader::Reader, writer::Writer};
use crate::read::Read;

/// A fact as bytes. Their form belongs to the version of the program that `migrate` knows.
pub fn fact_to_bytes(fact: &Evidence) -> Vec<u8> {
    let mut writer = Writer::default();
    facts::write(&mut writer, fact);
    writer.into_bytes()
}

/// The fact in these bytes; `None` where they hold none, or more than one.
pub fn fact_from_bytes(bytes: &[u8]) -> Option<Evidence> {
    let mut reader = Reader::of(bytes);
    let fact = facts::read(&mut reader)?;
    reader.is_over().then_some(fact)
}

/// What a source says of itself as bytes: its manifest and its problems, without facts.
pub fn about_to_bytes(read: &Read) -> Vec<u8> {
    let mut writer = Writer::default();
    entry::about(&mut writer, read);
    writer.into_bytes()
}

/// What a source said of itself; without facts.
pub fn about_from_bytes(bytes: &[u8]) -> Option<Read> {
    let mut reader = Reader::of(bytes);
    let read = entry::read_about(&mut reader)?;
    reader.is_over().then_some(read)
}
