//! `.mailmap` line by line as git reads it: addresses are kept as written, an empty one may be replaced, and
//! what stands behind a mapping is not looked at.

use gix::{
    bstr::ByteSlice,
    mailmap::{Entry, Snapshot},
};

/// The mappings of a `.mailmap`; as in git, a NUL byte ends it.
pub(super) fn snapshot(text: &[u8]) -> Snapshot {
    let text = text.split(|byte| *byte == 0).next().unwrap_or_default();
    Snapshot::new(text.split(|byte| *byte == b'\n').filter_map(entry))
}

fn entry(line: &[u8]) -> Option<Entry<'_>> {
    if line.starts_with(b"#") {
        return None;
    }
    let (name, address, rest) = contact(line).filter(|(_, address, _)| !address.is_empty())?;
    let name = name.map(ByteSlice::as_bstr);
    let address = address.as_bstr();
    match (name, contact(rest)) {
        (Some(name), None) => Some(Entry::change_name_by_email(name, address)),
        (None, None) => None,
        (None, Some((None, old, _))) => Some(Entry::change_email_by_email(address, old.as_bstr())),
        (Some(name), Some((None, old, _))) => Some(Entry::change_name_and_email_by_email(name, address, old.as_bstr())),
        (None, Some((Some(by), old, _))) => {
            Some(Entry::change_email_by_name_and_email(address, by.as_bstr(), old.as_bstr()))
        }
        (Some(name), Some((Some(by), old, _))) => {
            Some(Entry::change_name_and_email_by_name_and_email(name, address, by.as_bstr(), old.as_bstr()))
        }
    }
}

/// A name, where there is one, an address in angle brackets, and what follows.
type Contact<'t> = (Option<&'t [u8]>, &'t [u8], &'t [u8]);

fn contact(text: &[u8]) -> Option<Contact<'_>> {
    let (name, rest) = text.split_once_str(b"<")?;
    let (address, rest) = rest.split_once_str(b">")?;
    let name = name.trim_with(|sign| matches!(sign, ' ' | '\t' | '\n' | '\r'));
    Some(((!name.is_empty()).then_some(name), address, rest))
}
