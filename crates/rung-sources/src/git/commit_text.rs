//! A commit object taken apart, with nothing copied.

use gix::bstr::ByteSlice;

/// The parts of a commit object, as bytes.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct CommitText<'a> {
    /// Hexadecimal id of the tree.
    pub(super) tree: &'a [u8],
    /// Hexadecimal ids of the parents.
    pub(super) parents: Vec<&'a [u8]>,
    /// The author line after its key.
    pub(super) author: &'a [u8],
    /// The committer line after its key.
    pub(super) committer: &'a [u8],
    /// The encoding the texts are written in, where it is not UTF-8.
    pub(super) encoding: Option<&'a [u8]>,
    /// Everything after the first blank line.
    pub(super) message: &'a [u8],
}

impl<'a> CommitText<'a> {
    /// Takes an object apart; `None` where it names no tree.
    /// Signatures and other headers, which may run over several lines, are passed over.
    pub(super) fn parse(object: &'a [u8]) -> Option<Self> {
        let mut parts = Self::default();
        let mut rest = object;
        while !rest.is_empty() {
            let (line, after) = match rest.find_byte(b'\n') {
                Some(end) => (&rest[..end], &rest[end + 1..]),
                None => (rest, &rest[rest.len()..]),
            };
            rest = after;
            match line.first() {
                None => {
                    parts.message = rest;
                    break;
                }
                Some(b't') => take(&mut parts.tree, line, b"tree "),
                Some(b'p') => parts.parents.extend(line.strip_prefix(b"parent ")),
                Some(b'a') => take(&mut parts.author, line, b"author "),
                Some(b'c') => take(&mut parts.committer, line, b"committer "),
                Some(b'e') => parts.encoding = parts.encoding.or(line.strip_prefix(b"encoding ")),
                Some(_) => {}
            }
        }
        (!parts.tree.is_empty()).then_some(parts)
    }

    /// The subject: the first paragraph of the message, without blank lines before it.
    pub(super) fn subject(&self) -> &'a [u8] {
        let start = self.message.iter().position(|byte| !byte.is_ascii_whitespace()).unwrap_or(self.message.len());
        let text = &self.message[start..];
        let mut end = 0;
        for line in text.lines_with_terminator() {
            if line.trim_ascii().is_empty() {
                break;
            }
            end += line.len();
        }
        text[..end].trim_ascii()
    }
}

/// Keeps the first value of a key, as git does.
fn take<'a>(slot: &mut &'a [u8], line: &'a [u8], key: &[u8]) {
    if slot.is_empty()
        && let Some(value) = line.strip_prefix(key)
    {
        *slot = value;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_signatures_and_message() {
        let object = b"tree 11\nparent 22\nparent 33\nauthor A <a@x.example> 1 +0000\ncommitter C <c@x.example> 2 +0100\n\
            gpgsig -----BEGIN\n author Forged <f@x.example> 9 +0000\n -----END\nencoding ISO-8859-1\n\n\nOne\ntwo\n\nBody\n";
        let parts = CommitText::parse(object).unwrap();
        assert_eq!(parts.tree, b"11");
        assert_eq!(parts.parents, [b"22", b"33"]);
        assert_eq!(parts.author, b"A <a@x.example> 1 +0000");
        assert_eq!(parts.committer, b"C <c@x.example> 2 +0100");
        assert_eq!(parts.encoding, Some(&b"ISO-8859-1"[..]));
        assert_eq!(parts.subject(), b"One\ntwo");
    }

    #[test]
    fn damage_is_no_panic() {
        assert_eq!(CommitText::parse(b""), None);
        assert_eq!(CommitText::parse(b"\n\nmessage"), None);
        assert_eq!(CommitText::parse(b"tree 11").unwrap().subject(), b"");
    }
}
