//! Keeps a Markdown page from nesting so deep that reading it takes forever.

use std::borrow::Cow;

/// How many quotes and lists a line may open.
const DEPTH: usize = 64;

/// The text with the signs of quotes and lists beyond the deepest level blanked; every byte keeps its place.
pub(super) fn flatten(text: &str) -> Cow<'_, str> {
    let mut blank: Vec<usize> = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive(['\n', '\r']) {
        if line.len() > DEPTH {
            blank.extend(too_deep(line).into_iter().map(|at| start + at));
        }
        start += line.len();
    }
    if blank.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut bytes = text.as_bytes().to_vec();
    for at in blank {
        bytes[at] = b' ';
    }
    Cow::Owned(String::from_utf8(bytes).expect("only letters of one byte were replaced"))
}

/// Where the signs at the start of a line are that nest too deep.
fn too_deep(line: &str) -> Vec<usize> {
    let bytes = line.as_bytes();
    let mut found = Vec::new();
    let (mut at, mut signs) = (0, 0);
    while let Some(byte) = bytes.get(at) {
        let spaced = bytes.get(at + 1).is_none_or(u8::is_ascii_whitespace);
        match byte {
            b' ' | b'\t' => at += 1,
            b'>' => {
                signs += 1;
                if signs > DEPTH {
                    found.push(at);
                }
                at += 1;
            }
            b'-' | b'*' | b'+' if spaced => {
                signs += 1;
                if signs > DEPTH {
                    found.push(at);
                }
                at += 1;
            }
            b'0'..=b'9' => {
                let digits = bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
                if !matches!(bytes.get(at + digits), Some(b'.' | b')')) {
                    break;
                }
                signs += 1;
                if signs > DEPTH {
                    found.extend(at..=at + digits);
                }
                at += digits + 1;
            }
            _ => break,
        }
    }
    found
}
