//! Reading a text file that people edit: encodings, size, folders.

use std::path::Path;

use rung_model::problem::{Problem, Severity};

/// Largest file that is read, bytes. A roster of ten thousand people has about two million.
const LARGEST_FILE: usize = 32 << 20;
/// Endings of what spreadsheets and old editors write in other encodings.
const MAY_BE_OLD: [&str; 6] = ["csv", "tsv", "md", "markdown", "html", "htm"];
/// Longest line that is read, bytes: a line that long was not written by hand.
const LONGEST_LINE: usize = 1 << 20;
/// Files that programs write on a single line.
const MAY_BE_ONE_LINE: &[&str] = &["html", "htm", "json", "js", "mjs", "cjs"];

/// A file's text, with the name the user gave it.
#[derive(Clone, Debug)]
pub(crate) struct Text {
    /// The file as the user named it.
    pub(crate) file: String,
    /// What it holds, without a byte order mark.
    pub(crate) text: String,
}

impl Text {
    /// Text that is no file's.
    pub(crate) fn of(file: &str, text: &str) -> Self {
        Self { file: file.to_owned(), text: text.strip_prefix('\u{feff}').unwrap_or(text).to_owned() }
    }
}

/// Reads one file; `None` with a problem where it cannot be used.
pub(crate) fn load(path: &Path, problems: &mut Vec<Problem>) -> Option<Text> {
    load_as(path, false, problems)
}

/// [`load`] for what others published: pages and tables in the encodings that spreadsheets write are read with a note.
pub(crate) fn load_published(path: &Path, problems: &mut Vec<Problem>) -> Option<Text> {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    load_as(path, ending.is_some_and(|ending| MAY_BE_OLD.contains(&ending.as_str())), problems)
}

fn load_as(path: &Path, old: bool, problems: &mut Vec<Problem>) -> Option<Text> {
    let file = path.display().to_string();
    let bytes = match std::fs::read(path) {
        Ok(bytes) if old => in_utf_8(&file, bytes, problems),
        Ok(bytes) => bytes,
        Err(error) => {
            let what = format!("it cannot be read: {error}");
            let mend = "check the name, and that you may read it";
            problems.push(Problem::new(Severity::Error, file, "cannot-read", what, mend));
            return None;
        }
    };
    match decode(&file, bytes, problems) {
        Ok(text) => Some(Text { file, text }),
        Err(problem) => {
            problems.push(*problem);
            None
        }
    }
}

/// Reads a file, or every `.toml` file directly in a folder by name, without those called in `not`.
pub(crate) fn load_folder(path: &Path, not: &[&str], problems: &mut Vec<Problem>) -> Vec<Text> {
    if !path.is_dir() {
        return load(path, problems).into_iter().collect();
    }
    let folder = path.display().to_string();
    let entries = match std::fs::read_dir(path) {
        Ok(entries) => entries,
        Err(error) => {
            let what = format!("the folder cannot be read: {error}");
            problems.push(Problem::new(Severity::Error, folder, "cannot-read", what, "check that you may read it"));
            return Vec::new();
        }
    };
    let mut paths: Vec<_> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "toml") && path.is_file())
        .filter(|path| !not.iter().any(|name| path.file_name().is_some_and(|own| own == *name)))
        .collect();
    paths.sort();
    if paths.is_empty() {
        let what = "the folder holds no .toml file to read";
        let mend = "name the file itself, or write one with `rung init`";
        problems.push(Problem::new(Severity::Error, folder, "nothing-to-read", what, mend));
    }
    paths.iter().filter_map(|path| load(path, problems)).collect()
}

/// Bytes of another encoding as UTF-8, with a note: UTF-16 where they say so, else Windows-1252.
fn in_utf_8(file: &str, bytes: Vec<u8>, problems: &mut Vec<Problem>) -> Vec<u8> {
    let marked = encoding_rs::Encoding::for_bom(&bytes).map(|(encoding, _)| encoding);
    let encoding = match marked {
        Some(encoding) if encoding != encoding_rs::UTF_8 => encoding,
        _ if bytes.contains(&0) || std::str::from_utf8(&bytes).is_ok() => return bytes,
        _ => encoding_rs::WINDOWS_1252,
    };
    let (text, _, _) = encoding.decode(&bytes);
    let what = format!("it is not UTF-8 and was read as {}", encoding.name());
    let mend = "if letters look wrong, save it again with the encoding UTF-8";
    problems.push(Problem::new(Severity::Note, file, "not-utf-8", what, mend));
    text.into_owned().into_bytes()
}

/// The text in `bytes`, which must be UTF-8 that a person could have written.
fn decode(file: &str, bytes: Vec<u8>, problems: &mut Vec<Problem>) -> Result<String, Box<Problem>> {
    let refuse =
        |check, what: String, mend: &str| Err(Box::new(Problem::new(Severity::Error, file, check, what, mend)));
    if bytes.len() > LARGEST_FILE {
        return refuse(
            "too-large",
            format!("it has {} MB", bytes.len() >> 20),
            "split it: a folder of files is read as one",
        );
    }
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return refuse("not-utf-8", "it is written in UTF-16".into(), "save it again with the encoding UTF-8");
    }
    if let Some(at) = bytes.iter().position(|byte| *byte == 0) {
        let line = line_of(&bytes, at);
        return refuse("nul-byte", "it holds a NUL byte".into(), "save it again as plain text in UTF-8")
            .map_err(|problem| Box::new(problem.at_line(line)));
    }
    let ending = Path::new(file).extension().map(|ending| ending.to_string_lossy().to_lowercase());
    let one_line = ending.is_some_and(|ending| MAY_BE_ONE_LINE.contains(&ending.as_str()));
    if !one_line
        && let Some((line, long)) = bytes.split(|b| *b == b'\n').enumerate().find(|(_, l)| l.len() > LONGEST_LINE)
    {
        let what = format!("a line has {} MB", long.len() >> 20);
        return refuse("line-too-long", what, "break it; a line may have 1 MB at most")
            .map_err(|problem| Box::new(problem.at_line(line + 1)));
    }
    let text = String::from_utf8(bytes).or_else(|error| {
        let at = error.utf8_error().valid_up_to();
        let line = line_of(error.as_bytes(), at);
        let what = "it holds bytes that are not UTF-8, perhaps Latin-1".to_owned();
        refuse("not-utf-8", what, "save it again with the encoding UTF-8")
            .map_err(|problem| Box::new(problem.at_line(line)))
    })?;
    if let Some(rest) = text.strip_prefix('\u{feff}') {
        let mend = "nothing to do; to be rid of this note save the file as UTF-8 without it";
        problems.push(Problem::new(Severity::Note, file, "byte-order-mark", "it starts with a byte order mark", mend));
        return Ok(rest.to_owned());
    }
    Ok(text)
}

/// The line, from 1, that holds the byte at `at`.
fn line_of(bytes: &[u8], at: usize) -> usize {
    1 + bytes.iter().take(at).filter(|byte| **byte == b'\n').count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_of(bytes: &[u8]) -> (Option<String>, Vec<(&'static str, Option<usize>)>) {
        let mut problems = Vec::new();
        let text = decode("f.toml", bytes.to_vec(), &mut problems).map_err(|problem| problems.push(*problem)).ok();
        (text, problems.iter().map(|p| (p.check, p.line)).collect())
    }

    #[test]
    fn each_bad_encoding_has_its_own_words() {
        assert_eq!(check_of(b"\xff\xfea\0"), (None, vec![("not-utf-8", None)]));
        assert_eq!(check_of(b"a = 1\nb = '\xe9'"), (None, vec![("not-utf-8", Some(2))]));
        assert_eq!(check_of(b"a\n\nb\0c"), (None, vec![("nul-byte", Some(3))]));
        assert_eq!(check_of(b"\xef\xbb\xbfa = 1"), (Some("a = 1".into()), vec![("byte-order-mark", None)]));
        assert_eq!(check_of(&[b"#\n".as_slice(), &vec![b'a'; 10 << 20]].concat()).1, [("line-too-long", Some(2))]);
        assert!(decode("f.html", vec![b'a'; 10 << 20], &mut Vec::new()).is_ok());
        assert_eq!(check_of(&b"#\n".repeat(17 << 20)).1, [("too-large", None)]);
        assert_eq!(check_of(b""), (Some(String::new()), vec![]));
    }

    #[test]
    fn a_folder_is_read_by_name_and_an_empty_one_is_a_problem() {
        let folder = tempfile::tempdir().unwrap();
        let mut problems = Vec::new();
        assert!(load_folder(folder.path(), &[], &mut problems).is_empty());
        assert_eq!(problems[0].check, "nothing-to-read");
        for name in ["b.toml", "a.toml", "rules.toml", "notes.md"] {
            std::fs::write(folder.path().join(name), "").unwrap();
        }
        let read = load_folder(folder.path(), &["rules.toml"], &mut problems);
        let names: Vec<_> = read.iter().map(|text| text.file.rsplit('/').next().unwrap()).collect();
        assert_eq!(names, ["a.toml", "b.toml"]);
        assert!(load(&folder.path().join("none.toml"), &mut problems).is_none());
        assert_eq!(problems.last().unwrap().check, "cannot-read");
    }
}
