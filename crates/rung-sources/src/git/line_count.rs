//! Lines added and removed between two versions of a file.

use std::hash::{DefaultHasher, Hash};

use gix::bstr::ByteSlice;
use imara_diff::{Algorithm, Diff, InternedInput, sources::byte_lines};

/// How much of a file is looked at to tell text from binary, as in git.
const LOOKED_AT: usize = 8_000;

/// Lines added and removed, as `git log --numstat` counts them; none for a binary file.
pub(super) fn count(before: &[u8], after: &[u8]) -> (u32, u32) {
    if is_binary(before) || is_binary(after) {
        return (0, 0);
    }
    let (before, after) = without_common_ends(before, after);
    if before.is_empty() || after.is_empty() {
        return (lines(after), lines(before));
    }
    let input = InternedInput::new(byte_lines(before), byte_lines(after));
    let diff = Diff::compute(Algorithm::Myers, &input);
    (diff.count_additions(), diff.count_removals())
}

/// Adds what was removed and added, wherever it stands in the file, to `hash`:
/// a rebased patch keeps it, though the lines around it may differ.
pub(super) fn hash_patch(before: &[u8], after: &[u8], hash: &mut DefaultHasher) {
    let (before, after) = without_common_ends(before, after);
    let input = InternedInput::new(byte_lines(before), byte_lines(after));
    let diff = Diff::compute(Algorithm::Myers, &input);
    for hunk in diff.hunks() {
        for (side, tokens) in
            [(b'-', input.before.get(range(&hunk.before))), (b'+', input.after.get(range(&hunk.after)))]
        {
            for token in tokens.unwrap_or_default() {
                side.hash(hash);
                input.interner[*token].hash(hash);
            }
        }
    }
}

fn range(lines: &std::ops::Range<u32>) -> std::ops::Range<usize> {
    lines.start as usize..lines.end as usize
}

fn is_binary(file: &[u8]) -> bool {
    file[..file.len().min(LOOKED_AT)].find_byte(0).is_some()
}

/// How many lines a text has; a last one without a line break counts.
fn lines(text: &[u8]) -> u32 {
    let breaks = text.find_iter(b"\n").count();
    let open = usize::from(!text.is_empty() && !text.ends_with(b"\n"));
    u32::try_from(breaks + open).unwrap_or(u32::MAX)
}

/// Both texts without the whole lines that are equal at their start and at their end.
/// Most changes touch a few lines of a long file; the rest need not be looked at.
fn without_common_ends<'a>(before: &'a [u8], after: &'a [u8]) -> (&'a [u8], &'a [u8]) {
    let equal = super::tree::common_start(before, after);
    if equal == before.len() && equal == after.len() {
        return (&[], &[]);
    }
    let start = before[..equal].rfind_byte(b'\n').map_or(0, |at| at + 1);
    let (before, after) = (&before[start..], &after[start..]);
    let equal = super::tree::common_end(before, after);
    let tail = &before[before.len() - equal..];
    let kept = tail.find_byte(b'\n').map_or(equal, |at| at + 1);
    let dropped = equal - kept;
    (&before[..before.len() - dropped], &after[..after.len() - dropped])
}

#[cfg(test)]
mod tests {
    use std::hash::Hasher;

    use super::*;

    #[test]
    fn counted_as_git_counts() {
        assert_eq!(count(b"", b"a\nb\n"), (2, 0));
        assert_eq!(count(b"a\nb\n", b""), (0, 2));
        assert_eq!(count(b"a\nb\nc\n", b"a\nB\nc\n"), (1, 1));
        assert_eq!(count(b"a\nb", b"a\nb\n"), (1, 1));
        assert_eq!(count(b"a\na\na\n", b"a\na\n"), (0, 1));
        assert_eq!(count(b"x\0", b"a\n"), (0, 0));
        assert_eq!(count(b"same\n", b"same\n"), (0, 0));
        assert_eq!(count(b"1\n2\n3\n4\n5\n", b"0\n1\n3\n4\nfive\n5\n"), (2, 1));
    }

    #[test]
    fn a_patch_is_the_same_elsewhere() {
        let hash = |before: &[u8], after: &[u8]| {
            let mut hasher = DefaultHasher::new();
            hash_patch(before, after, &mut hasher);
            hasher.finish()
        };
        assert_eq!(hash(b"a\nz\n", b"a\nnew\nz\n"), hash(b"b\nc\nz\n", b"b\nc\nnew\nz\n"));
        assert_ne!(hash(b"a\n", b"a\nnew\n"), hash(b"a\n", b"a\nother\n"));
    }
}
