//! Timewarrior: its month files (`inc START - END # tags # "annotation"`) and what `timew export` prints.

use jiff::Timestamp;
use rung_model::evidence::Zone;

use super::{
    entry::Entry,
    json,
    reading::{Reading, shown},
    stretch::interval,
};

const MEND: &str = "write `inc START - END # tags`, with moments such as 20260302T083000Z";

/// Reads a month file.
pub(super) fn month(reading: &mut Reading<'_, '_>, text: &str) {
    for (at, line) in text.lines().enumerate() {
        let number = at + 1;
        let line = line.trim();
        match line.split_whitespace().next() {
            None => {}
            Some(first) if first.starts_with('#') => {}
            Some("inc") => interval_line(reading, number, line),
            Some("exc") => reading.not_used("a time nobody works"),
            Some(_) => {
                let what = format!("`{}` is no line of Timewarrior", shown(line));
                reading.refuse(number, "not-timewarrior", what, MEND);
            }
        }
    }
}

/// `inc 20260302T083000Z - 20260302T100000Z # coding "two words" # "an annotation"`.
fn interval_line(reading: &mut Reading<'_, '_>, number: usize, line: &str) {
    let parts = parts(line);
    let mut groups = parts.split(|part| *part == Part::Hash);
    let times: Vec<&str> = groups.next().unwrap_or_default().iter().skip(1).filter_map(Part::text).collect();
    let texts = |group: &[Part]| group.iter().filter_map(|part| part.text().map(str::to_owned)).collect::<Vec<_>>();
    let tags = groups.next().map(texts).unwrap_or_default();
    let annotation = groups.flat_map(texts).collect::<Vec<_>>().join(" ");
    let (start, end) = match times.as_slice() {
        [start] => (*start, None),
        [start, "-", end] => (*start, Some(*end)),
        _ => return reading.refuse(number, "bad-interval", format!("`{}` has no start and end", shown(line)), MEND),
    };
    add(reading, number, start, end, annotation, tags);
}

/// Reads an export.
pub(super) fn export(reading: &mut Reading<'_, '_>, text: &str) {
    let Some(tree) = json::parse(reading, text) else { return };
    let Some(list) = tree.list() else {
        let mend = "write the file with `timew export > file.json`";
        return reading.refuse(tree.line, "not-timewarrior", "the file is no list of intervals", mend);
    };
    for node in list {
        let Some(start) = json::word(node, &["start"]) else {
            let mend = "write the file with `timew export > file.json`";
            reading.refuse(node.line, "no-start", "the interval has no start", mend);
            continue;
        };
        let end = json::word(node, &["end"]);
        let annotation = json::word(node, &["annotation"]).unwrap_or_default();
        add(reading, node.line, &start, end.as_deref(), annotation, json::words(node, "tags"));
    }
}

/// Without an annotation the tags are the words: people write into them what they do.
fn add(
    reading: &mut Reading<'_, '_>,
    line: usize,
    start: &str,
    end: Option<&str>,
    annotation: String,
    mut tags: Vec<String>,
) {
    let mut moment = |text: &str| {
        let at = text.parse::<Timestamp>().ok();
        if at.is_none() {
            reading.refuse(line, "bad-date", format!("`{}` is no moment", shown(text)), MEND);
        }
        at
    };
    let start = moment(start);
    let end = match end {
        Some(end) => moment(end),
        None if start.is_some() => return reading.not_used("still running"),
        None => None,
    };
    let (Some(start), Some(end)) = (start, end) else { return };
    if end < start {
        return reading.refuse(line, "end-before-start", "it ends before it starts", "correct it with `timew modify`");
    }
    if end == start {
        return reading.not_used("no length");
    }
    tags.sort();
    tags.dedup();
    let title = if annotation.trim().is_empty() { tags.join(", ") } else { annotation };
    reading.add(&Entry { title, tags, line, ..Entry::default() }, interval(start, end, Zone::Utc));
}

/// A word of a line.
#[derive(Debug, PartialEq)]
enum Part {
    /// A `#` on its own.
    Hash,
    /// A word, or several in quotes.
    Word(String),
}

impl Part {
    fn text(&self) -> Option<&str> {
        match self {
            Self::Hash => None,
            Self::Word(text) => Some(text),
        }
    }
}

/// The words of a line; quotes keep words together, a backslash keeps the sign behind it.
fn parts(line: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut signs = line.chars().peekable();
    while let Some(&sign) = signs.peek() {
        if sign.is_whitespace() {
            signs.next();
            continue;
        }
        let quoted = sign == '"';
        if quoted {
            signs.next();
        }
        let mut word = String::new();
        while let Some(sign) = signs.next_if(|sign| quoted || !sign.is_whitespace()) {
            match sign {
                '"' if quoted => break,
                '\\' => word.extend(signs.next()),
                _ => word.push(sign),
            }
        }
        parts.push(if word == "#" && !quoted { Part::Hash } else { Part::Word(word) });
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_kept_together_by_quotes() {
        let words: Vec<String> = parts(r##"inc A - B # coding "two words" "a \"b\"" C# "#" # "an # annotation"##)
            .iter()
            .map(|part| part.text().unwrap_or("HASH").to_owned())
            .collect();
        assert_eq!(
            words,
            ["inc", "A", "-", "B", "HASH", "coding", "two words", "a \"b\"", "C#", "#", "HASH", "an # annotation"]
        );
    }
}
