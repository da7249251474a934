//! Bytes that claim to be text, read as kindly as possible.

use std::borrow::Cow;

use encoding_rs::{Encoding, WINDOWS_1252};

/// Reads `bytes` in the encoding the commit names (`i18n.commitEncoding`), else as UTF-8,
/// else as Latin-1: an old client wrote an accent, and a name with it beats one with holes.
pub(super) fn decode<'a>(bytes: &'a [u8], encoding: Option<&[u8]>) -> Cow<'a, str> {
    if let Some(named) = encoding.and_then(by_label) {
        let (text, damaged) = named.decode_without_bom_handling(bytes);
        if !damaged {
            return text;
        }
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => WINDOWS_1252.decode_without_bom_handling(bytes).0,
    }
}

/// The encoding of a label, which git allows to be spelled more freely than the web does.
fn by_label(label: &[u8]) -> Option<&'static Encoding> {
    Encoding::for_label(label).or_else(|| {
        let squeezed: Vec<u8> = label.iter().copied().filter(|byte| !matches!(byte, b'-' | b'_' | b' ')).collect();
        Encoding::for_label(&squeezed)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_named_encoding_is_used() {
        assert_eq!(decode(b"J\xF6rg", Some(b"ISO-8859-1")), "J\u{f6}rg");
        assert_eq!(decode(b"J\xF6rg", Some(b"latin-1")), "J\u{f6}rg");
        assert_eq!(decode(b"\xC9", Some(b"KOI8-R")), "\u{438}");
    }

    #[test]
    fn without_a_name_utf_8_goes_before_latin_1() {
        assert_eq!(decode("J\u{f6}rg".as_bytes(), None), "J\u{f6}rg");
        assert_eq!(decode(b"J\xF6rg", None), "J\u{f6}rg");
        assert_eq!(decode(b"J\xF6rg", Some(b"no-such-encoding")), "J\u{f6}rg");
    }
}
