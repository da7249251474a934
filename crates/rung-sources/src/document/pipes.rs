//! The cells of a row of a Markdown table, counted in the source: readers of tables fill up and leave out in silence.

use std::ops::Range;

/// What the source of a row says.
#[derive(Debug, Default)]
pub(super) struct Pipes {
    /// The columns of the table.
    pub(super) columns: usize,
    /// Whether the row is the head.
    pub(super) head: bool,
    /// Whether the row has more or fewer cells than the table has columns.
    pub(super) ragged: bool,
    /// The cells beyond the last column.
    pub(super) beyond: Vec<Range<usize>>,
    /// Where the row begins.
    pub(super) start: usize,
}

impl Pipes {
    /// Counts the cells of a row at a place of the source.
    pub(super) fn of(source: &str, at: Range<usize>, columns: usize) -> Self {
        let row = source.get(at.clone()).unwrap_or_default();
        let line = row.lines().next().unwrap_or_default();
        let mut cells = cells(line);
        let ragged = cells.len() != columns;
        let beyond = if cells.len() > columns { cells.split_off(columns) } else { Vec::new() };
        let beyond = beyond.into_iter().map(|cell| cell.start + at.start..cell.end + at.start).collect();
        Self { columns, head: false, ragged, beyond, start: at.start }
    }
}

/// Where the cells of a row are: between pipes that are not escaped.
fn cells(row: &str) -> Vec<Range<usize>> {
    let trimmed = row.trim_end();
    let begin = trimmed.len() - trimmed.trim_start().len();
    let begin = begin + usize::from(trimmed[begin..].starts_with('|'));
    let mut cells = Vec::new();
    let (mut start, mut escaped) = (begin, false);
    for (at, byte) in trimmed.bytes().enumerate().skip(begin) {
        match byte {
            b'\\' => escaped = !escaped,
            b'|' if !escaped => {
                cells.push(start..at);
                start = at + 1;
            }
            _ => escaped = false,
        }
    }
    if start < trimmed.len() {
        cells.push(start..trimmed.len());
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_stand_between_pipes() {
        let of = |row: &str| cells(row).into_iter().map(|cell| row[cell].trim().to_owned()).collect::<Vec<_>>();
        assert_eq!(of("| a | b |"), ["a", "b"]);
        assert_eq!(of("a | b"), ["a", "b"]);
        assert_eq!(of(r"| a \| b | |"), [r"a \| b", ""]);
        assert_eq!(of("| a | b | c"), ["a", "b", "c"]);
        assert!(of("").is_empty());
    }
}
