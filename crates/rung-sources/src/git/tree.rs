//! Tree objects, byte by byte: entries, canonical modes, and what differs between two trees.
//!
//! Most of two neighbouring trees is the same bytes. The comparison skips what is equal at
//! both ends without taking it apart, which is what makes it cheaper than comparing entries.

use std::cmp::Ordering;

use gix::bstr::ByteSlice;

/// How many bytes are compared at once.
const BLOCK: usize = 32;

/// What an entry is. Modes are canonical as git makes them: old tools wrote 100664 and
/// leading zeros, and a file does not change because another tool wrote it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Mode {
    /// A file.
    File,
    /// A file that may be run.
    Program,
    /// A symbolic link.
    Link,
    /// A folder.
    Tree,
    /// A commit of a submodule.
    Submodule,
}

impl Mode {
    const fn canonical(bits: u32) -> Self {
        match bits & 0o170_000 {
            0o100_000 if bits & 0o100 == 0 => Self::File,
            0o100_000 => Self::Program,
            0o120_000 => Self::Link,
            0o040_000 => Self::Tree,
            _ => Self::Submodule,
        }
    }

    /// True for a folder.
    pub(super) const fn is_tree(self) -> bool {
        matches!(self, Self::Tree)
    }

    /// True where the id is that of a blob.
    pub(super) const fn is_blob(self) -> bool {
        matches!(self, Self::File | Self::Program | Self::Link)
    }
}

/// One entry of a tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Entry<'a> {
    pub(super) mode: Mode,
    pub(super) name: &'a [u8],
    /// The raw id.
    pub(super) id: &'a [u8],
}

/// A tree that does not follow the format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Malformed;

/// The entries of a tree in order.
#[derive(Clone, Copy)]
pub(super) struct Entries<'a> {
    rest: &'a [u8],
    id_length: usize,
}

impl<'a> Entries<'a> {
    /// The entries of `tree`, whose ids are `id_length` bytes long.
    pub(super) const fn new(tree: &'a [u8], id_length: usize) -> Self {
        Self { rest: tree, id_length }
    }

    /// The first entry and the bytes it takes.
    fn peek(&self) -> Result<(Entry<'a>, usize), Malformed> {
        let mut bits = 0_u32;
        let mut at = 0;
        loop {
            match *self.rest.get(at).ok_or(Malformed)? {
                b' ' => break,
                digit @ b'0'..=b'7' => bits = (bits << 3) | u32::from(digit - b'0'),
                _ => return Err(Malformed),
            }
            at += 1;
        }
        let name = &self.rest[at + 1..];
        let end = name.find_byte(0).filter(|end| *end > 0).ok_or(Malformed)?;
        let id = name.get(end + 1..end + 1 + self.id_length).ok_or(Malformed)?;
        Ok((Entry { mode: Mode::canonical(bits), name: &name[..end], id }, at + 2 + end + self.id_length))
    }

    /// Bytes of the first entry.
    fn width(&self) -> Result<usize, Malformed> {
        let end = self.rest.find_byte(0).ok_or(Malformed)?;
        let width = end + 1 + self.id_length;
        if width > self.rest.len() { Err(Malformed) } else { Ok(width) }
    }

    fn pass_over(&mut self, width: usize) {
        self.rest = &self.rest[width..];
    }
}

impl<'a> Iterator for Entries<'a> {
    type Item = Result<Entry<'a>, Malformed>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() {
            return None;
        }
        match self.peek() {
            Ok((entry, width)) => {
                self.pass_over(width);
                Some(Ok(entry))
            }
            Err(malformed) => {
                self.rest = &[];
                Some(Err(malformed))
            }
        }
    }
}

/// The order of entries in a tree: by name, a folder as if its name ended in `/`.
fn order(a: &Entry<'_>, b: &Entry<'_>) -> Ordering {
    let common = a.name.len().min(b.name.len());
    a.name[..common].cmp(&b.name[..common]).then_with(|| {
        let next =
            |entry: &Entry<'_>| entry.name.get(common).copied().unwrap_or(if entry.mode.is_tree() { b'/' } else { 0 });
        next(a).cmp(&next(b))
    })
}

/// Calls `tell` for each entry that differs, before and after; one of them may be absent.
/// Stops at the first error it returns.
/// A folder and a file of the same name are two entries, as they are to git.
pub(super) fn compare<'a, E: From<Malformed>>(
    before: &'a [u8],
    after: &'a [u8],
    id_length: usize,
    mut tell: impl FnMut(Option<Entry<'a>>, Option<Entry<'a>>) -> Result<(), E>,
) -> Result<(), E> {
    let mut old = Entries::new(before, id_length);
    let mut new = Entries::new(after, id_length);
    let same_end = common_end(before, after);
    loop {
        skip_equal(&mut old, &mut new)?;
        if old.rest.len() == new.rest.len() && old.rest.len() <= same_end {
            return Ok(());
        }
        let (was, is) = match (old.rest.is_empty(), new.rest.is_empty()) {
            (true, true) => return Ok(()),
            (false, true) => (Some(old.peek()?), None),
            (true, false) => (None, Some(new.peek()?)),
            (false, false) => (Some(old.peek()?), Some(new.peek()?)),
        };
        match (was, is) {
            (Some((was, was_width)), Some((is, is_width))) => match order(&was, &is) {
                Ordering::Less => {
                    old.pass_over(was_width);
                    tell(Some(was), None)?;
                }
                Ordering::Greater => {
                    new.pass_over(is_width);
                    tell(None, Some(is))?;
                }
                Ordering::Equal => {
                    old.pass_over(was_width);
                    new.pass_over(is_width);
                    if was.mode != is.mode || was.id != is.id {
                        tell(Some(was), Some(is))?;
                    }
                }
            },
            (was, is) => {
                old.pass_over(was.map_or(0, |(_, width)| width));
                new.pass_over(is.map_or(0, |(_, width)| width));
                tell(was.map(|(entry, _)| entry), is.map(|(entry, _)| entry))?;
            }
        }
    }
}

/// Passes over the entries at the start that are the same bytes on both sides.
fn skip_equal(old: &mut Entries<'_>, new: &mut Entries<'_>) -> Result<(), Malformed> {
    let equal = common_start(old.rest, new.rest);
    let mut passed = 0;
    while passed < equal {
        let width = Entries { rest: &old.rest[passed..], id_length: old.id_length }.width()?;
        if passed + width > equal {
            break;
        }
        passed += width;
    }
    old.pass_over(passed);
    new.pass_over(passed);
    Ok(())
}

/// How many bytes at the start are equal.
pub(super) fn common_start(a: &[u8], b: &[u8]) -> usize {
    let blocks =
        a.as_chunks::<BLOCK>().0.iter().zip(b.as_chunks::<BLOCK>().0).take_while(|(a, b)| a == b).count() * BLOCK;
    blocks + a[blocks..].iter().zip(&b[blocks..]).take_while(|(a, b)| a == b).count()
}

/// How many bytes at the end are equal.
pub(super) fn common_end(a: &[u8], b: &[u8]) -> usize {
    let (left, right) = (a.as_rchunks::<BLOCK>().1, b.as_rchunks::<BLOCK>().1);
    let blocks = left.iter().rev().zip(right.iter().rev()).take_while(|(a, b)| a == b).count() * BLOCK;
    let (a, b) = (&a[..a.len() - blocks], &b[..b.len() - blocks]);
    blocks + a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| a == b).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(entries: &[(&str, &str, u8)]) -> Vec<u8> {
        let mut bytes = Vec::new();
        for (mode, name, id) in entries {
            bytes.extend_from_slice(format!("{mode} {name}\0").as_bytes());
            bytes.extend_from_slice(&[*id; 20]);
        }
        bytes
    }

    fn differing(before: &[(&str, &str, u8)], after: &[(&str, &str, u8)]) -> Vec<String> {
        let (before, after) = (tree(before), tree(after));
        let mut found = Vec::new();
        compare(&before, &after, 20, |was, is| {
            let sign = match (was, is) {
                (Some(_), Some(_)) => '*',
                (Some(_), None) => '-',
                _ => '+',
            };
            let name = was.or(is).map(|entry| entry.name.to_vec()).unwrap();
            found.push(format!("{sign}{}", String::from_utf8(name).unwrap()));
            Ok::<(), Malformed>(())
        })
        .unwrap();
        found
    }

    #[test]
    fn added_removed_and_changed() {
        let before = [("100644", "a", 1), ("100644", "b", 2), ("100644", "d", 4)];
        let after = [("100644", "a", 1), ("100644", "b", 9), ("100644", "c", 3)];
        assert_eq!(differing(&before, &after), ["*b", "+c", "-d"]);
    }

    #[test]
    fn old_modes_are_no_change() {
        let before = [("100664", "a", 1), ("040000", "t", 2), ("100755", "x", 3)];
        let after = [("100644", "a", 1), ("40000", "t", 2), ("100775", "x", 3)];
        assert!(differing(&before, &after).is_empty());
        assert_eq!(differing(&[("100644", "a", 1)], &[("100755", "a", 1)]), ["*a"]);
    }

    #[test]
    fn a_file_that_became_a_folder_is_two_entries() {
        let before = [("100644", "a", 1), ("100644", "a.c", 2)];
        let after = [("100644", "a.c", 2), ("40000", "a", 3)];
        assert_eq!(differing(&before, &after), ["-a", "+a"]);
    }

    #[test]
    fn damage_is_told_and_no_panic() {
        let whole = tree(&[("100644", "a", 1), ("100644", "b", 2)]);
        for cut in 1..whole.len() {
            let outcome = compare(&whole[..cut], &[], 20, |_, _| Ok::<(), Malformed>(()));
            assert_eq!(outcome.is_ok(), cut == whole.len() / 2, "{cut}");
        }
        assert_eq!(compare(b"9 a\0", b"", 20, |_, _| Ok(())), Err(Malformed));
        assert_eq!(compare(b"100644 ", b"", 20, |_, _| Ok(())), Err(Malformed));
    }
}
