//! Which sign separates the cells of a file, and whether its quotes close.

/// The signs that may.
const SIGNS: [u8; 4] = [b',', b';', b'\t', b'|'];
/// Bytes of a file that are looked at.
const SAMPLE: usize = 256 << 10;

/// The sign that parts most rows into equally many cells.
pub(crate) fn separator(text: &str) -> u8 {
    let sample = text.as_bytes().get(..SAMPLE).unwrap_or(text.as_bytes());
    let rated = SIGNS.iter().map(|&sign| (rating(sample, sign), sign));
    // Of equals the first wins.
    rated
        .rev()
        .max_by(|(a, _), (b, _)| a.total_cmp(b))
        .filter(|(rating, _)| *rating > 0.0)
        .map_or(b',', |(_, sign)| sign)
}

/// How many more cells than one the usual row has, times the share of rows that are usual, squared.
fn rating(sample: &[u8], sign: u8) -> f64 {
    let mut widths = widths(sample, sign);
    widths.sort_unstable();
    let runs = widths.chunk_by(|a, b| a == b).filter(|run| run.first().is_some_and(|width| *width > 1));
    let Some(usual) = runs.max_by_key(|run| run.len()) else { return 0.0 };
    let share = usual.len() as f64 / widths.len() as f64;
    let more = usual.first().map_or(0, |width| width - 1);
    share * share * (more as f64).min(8.0).sqrt()
}

/// How many cells each row has.
fn widths(sample: &[u8], sign: u8) -> Vec<usize> {
    let (mut widths, mut width, mut empty) = (Vec::new(), 1, true);
    let mut quotes = Quotes::default();
    for &byte in sample {
        if quotes.next(byte, sign) {
            empty = false;
        } else if byte == sign {
            width += 1;
            empty = false;
        } else if byte == b'\n' || byte == b'\r' {
            if !empty {
                widths.push(width);
            }
            (width, empty) = (1, true);
        } else {
            empty = false;
        }
    }
    if !empty {
        widths.push(width);
    }
    widths
}

/// Where the quote is that never closes.
pub(crate) fn unclosed_quote(text: &str, sign: u8) -> Option<usize> {
    let mut quotes = Quotes::default();
    let mut opened = None;
    for (at, &byte) in text.as_bytes().iter().enumerate() {
        let was = quotes.inside;
        quotes.next(byte, sign);
        if quotes.inside && !was && !quotes.doubled {
            opened = Some(at);
        }
    }
    opened.filter(|_| quotes.inside)
}

/// Follows the quotes of a file.
#[derive(Default)]
pub(crate) struct Quotes {
    /// Whether a quote is open.
    pub(crate) inside: bool,
    /// Whether the byte before closed a quote, which one more would open again.
    closed: bool,
    /// Whether the quote was opened again by doubling.
    doubled: bool,
    within: bool,
}

impl Quotes {
    /// Takes the next byte; says whether it is within quotes.
    pub(crate) fn next(&mut self, byte: u8, sign: u8) -> bool {
        if self.inside {
            if byte == b'"' {
                (self.inside, self.closed) = (false, true);
            }
            return true;
        }
        let closed = std::mem::take(&mut self.closed);
        if byte == b'"' && (closed || !self.within) {
            (self.inside, self.doubled, self.within) = (true, closed, true);
            return true;
        }
        self.within = !(byte == sign || byte == b'\n' || byte == b'\r');
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sign_that_parts_evenly_separates() {
        assert_eq!(separator("a,b,c\n1,2,3\n"), b',');
        assert_eq!(separator("a;b\n1,5;2,5\n\"x,\n;\";3\n"), b';');
        assert_eq!(separator("a\tb, c, d\n1\t2\n3\t4, 5\n"), b'\t');
        assert_eq!(separator("only words\n"), b',');
        assert_eq!(separator(""), b',');
    }

    #[test]
    fn a_quote_that_never_closes_is_found() {
        assert_eq!(unclosed_quote("a,\"b\n", b','), Some(2));
        assert_eq!(unclosed_quote("a,\"b \"\" c\"\nd,\"e\"\n", b','), None);
        assert_eq!(unclosed_quote("5\" pipe,b\n", b','), None);
        assert_eq!(unclosed_quote("\"a\"\"b\n", b','), Some(0));
    }
}
