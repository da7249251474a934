//! Who and when: the author and committer lines of a commit, read as git reads them.

use gix::bstr::ByteSlice;
use jiff::Timestamp;

/// A moment as git writes it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Moment {
    /// Seconds since 1970 in UTC.
    pub(super) seconds: i64,
    /// Seconds east of UTC.
    pub(super) offset: i32,
}

impl Moment {
    /// The moment in UTC; `None` where it lies outside the years -9999 to 9999.
    pub(super) fn timestamp(self) -> Option<Timestamp> {
        Timestamp::from_second(self.seconds).ok()
    }
}

/// A name and an address as they stand in the object.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Ident<'a> {
    /// The name and the address together: everything up to the last `>`.
    pub(super) whole: &'a [u8],
    /// The name, empty where there is none.
    pub(super) name: &'a [u8],
    /// The address, empty where there is none.
    pub(super) address: &'a [u8],
}

impl<'a> Ident<'a> {
    /// Reads `Name <address>`; what follows is not looked at. The address ends at the first `>`.
    pub(super) fn parse(text: &'a [u8]) -> Self {
        let bracketed = text.find_byte(b'<').and_then(|open| {
            let inside = &text[open + 1..];
            inside.find_byte(b'>').map(|close| (open, &inside[..close]))
        });
        match bracketed {
            Some((open, address)) => {
                Self { whole: &text[..open + address.len() + 2], name: text[..open].trim_ascii(), address }
            }
            None => Self { whole: text, name: text.trim_ascii(), address: b"" },
        }
    }
}

/// Reads a whole line: the ident and, after the last `>`, the moment.
/// A moment that is not there, or not a number, is `None`.
pub(super) fn parse_line(line: &[u8]) -> (Ident<'_>, Option<Moment>) {
    let Some(end) = line.rfind_byte(b'>') else {
        return (Ident::parse(line), None);
    };
    let ident = Ident::parse(&line[..=end]);
    let mut fields = line[end + 1..].fields();
    let seconds = fields.next().and_then(|field| field.to_str().ok()?.parse().ok());
    let offset = fields.next().map_or(0, offset_seconds);
    (ident, seconds.map(|seconds| Moment { seconds, offset }))
}

/// Seconds east of UTC of `+0530`. An offset of a day or more is nonsense some clients
/// wrote; the moment itself does not depend on it, and it is read as UTC.
fn offset_seconds(field: &[u8]) -> i32 {
    let Some(value) = field.to_str().ok().and_then(|text| text.parse::<i32>().ok()) else { return 0 };
    let minutes = i64::from(value).abs() / 100 * 60 + i64::from(value).abs() % 100;
    i32::try_from(minutes).ok().filter(|minutes| *minutes < 24 * 60).map_or(0, |minutes| value.signum() * minutes * 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(seconds: i64, offset: i32) -> Option<Moment> {
        Some(Moment { seconds, offset })
    }

    #[test]
    fn an_ordinary_line() {
        let (ident, when) = parse_line(b"Ada Example <ada@x.example> 1700000000 +0530");
        assert_eq!((ident.name, ident.address), (&b"Ada Example"[..], &b"ada@x.example"[..]));
        assert_eq!(ident.whole, b"Ada Example <ada@x.example>");
        assert_eq!(when, moment(1_700_000_000, 19_800));
    }

    #[test]
    fn broken_lines_keep_what_they_have() {
        assert_eq!(parse_line(b"").1, None);
        assert_eq!(parse_line(b"no address 12 +0000").0.name, b"no address 12 +0000");
        assert_eq!(parse_line(b"<only@x.example> 5 -0000").0.name, b"");
        assert_eq!(parse_line(b"A <a<b@x.example>> 7 +0100").1, moment(7, 3_600));
        assert_eq!(parse_line(b"A <a@x.example> soon").1, None);
        assert_eq!(parse_line(b"A <a@x.example> 99999999999999999999 +0000").1, None);
    }

    #[test]
    fn far_dates_and_offsets() {
        assert_eq!(parse_line(b"A <a@x.example> -86400 +0000").1, moment(-86_400, 0));
        assert_eq!(parse_line(b"A <a@x.example> 4294967296 -1200").1, moment(4_294_967_296, -43_200));
        assert_eq!(parse_line(b"A <a@x.example> 1 +51800").1, moment(1, 0));
        assert_eq!(parse_line(b"A <a@x.example> 1 -2147483648").1, moment(1, 0));
        assert_eq!(Moment { seconds: i64::MAX, offset: 0 }.timestamp(), None);
    }
}
