//! Days logged by hand: the entries of a days file.

use jiff::civil::Date;

use crate::kind::Kind;

/// One entry: so many minutes of one kind on one day.
#[derive(Clone, Debug, PartialEq)]
pub struct DayEntry {
    /// What it was.
    pub kind: Kind,
    /// Minutes, 1 to 1,440.
    pub minutes: u32,
    /// Local start, minutes after midnight, where the person gave one.
    pub start: Option<u16>,
    /// The person's own note.
    pub note: Option<String>,
    /// Line in the file, from 1.
    pub line: usize,
}

/// One logged day.
#[derive(Clone, Debug, PartialEq)]
pub struct LoggedDay {
    /// The day.
    pub date: Date,
    /// True where the person says nothing is missing: such days calibrate the priors.
    pub whole: bool,
    /// Its entries, in file order.
    pub entries: Vec<DayEntry>,
}
