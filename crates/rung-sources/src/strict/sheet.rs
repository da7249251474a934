//! A parsed TOML, YAML or JSON file that knows its lines and collects problems.

use std::{
    cell::{Cell, RefCell},
    path::Path,
};

use rung_model::problem::{Problem, Severity};

use super::{Place, Table, Text};
use crate::tree::{self, Map, Node, Value};

/// Most problems listed for one file; the others are counted. Nobody mends more in one go.
const MOST_PROBLEMS: usize = 1_000;

/// How a file is written, by the end of its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Notation {
    /// `.toml`, and every file that is none of the others.
    Toml,
    /// `.yaml` or `.yml`.
    Yaml,
    /// `.json`.
    Json,
}

impl Notation {
    /// The notation of a file.
    fn of(file: &str) -> Self {
        let ending = Path::new(file).extension().map(|ending| ending.to_string_lossy().to_lowercase());
        match ending.as_deref() {
            Some("yaml" | "yml") => Self::Yaml,
            Some("json") => Self::Json,
            _ => Self::Toml,
        }
    }

    /// A key with a value as the notation writes them: `zone = "UTC"`.
    pub(super) fn pair(self, key: &str, value: &str) -> String {
        match self {
            Self::Toml => format!("{key} = {value}"),
            Self::Yaml => format!("{key}: {value}"),
            Self::Json => format!("\"{key}\": {value}"),
        }
    }
}

/// A document being read.
#[derive(Debug)]
pub(crate) struct Sheet<'t> {
    file: &'t str,
    notation: Notation,
    root: Map,
    problems: RefCell<Vec<Problem>>,
    /// How many problems are not listed, and the worst of them.
    more: Cell<(usize, Severity)>,
}

impl<'t> Sheet<'t> {
    /// Parses `text` by the end of the file's name. A file with syntax errors, or with a key that
    /// stands twice, lists them all and is then read as empty.
    pub(crate) fn parse(text: &'t Text) -> Self {
        let file = text.file.as_str();
        let notation = Notation::of(file);
        let (tree, mut problems) = match notation {
            Notation::Toml => tree::toml(file, &text.text),
            Notation::Yaml => tree::yaml(file, &text.text),
            Notation::Json => tree::json(file, &text.text),
        };
        for problem in problems.iter_mut().filter(|problem| problem.check == "duplicate-key") {
            problem.severity = Severity::Error;
        }
        let usable = problems.iter().all(|problem| problem.severity != Severity::Error);
        let root = match tree.filter(|_| usable) {
            None | Some(Node { value: Value::Null, .. }) => Map::default(),
            Some(Node { value: Value::Map(map), .. }) => map,
            Some(Node { line, value }) => {
                let what = format!("the file holds {}, not a table", article(value.kind()));
                let mend = format!("write {}", notation.pair("key", "value"));
                problems.push(Problem::new(Severity::Error, file, "wrong-type", what, mend).at_line(line));
                Map::default()
            }
        };
        Self { file, notation, root, problems: RefCell::new(problems), more: Cell::new((0, Severity::Note)) }
    }

    /// The whole document as a table.
    pub(crate) fn root(&self) -> Table<'_> {
        Table::of(self, &self.root, "the file".to_owned(), 1)
    }

    /// The file as the user named it.
    pub(crate) fn file(&self) -> &str {
        self.file
    }

    /// How the file is written.
    pub(super) fn notation(&self) -> Notation {
        self.notation
    }

    /// The place of a line.
    pub(crate) fn place(&self, line: usize) -> Place {
        Place { file: self.file.to_owned(), line }
    }

    /// Collects a problem.
    pub(crate) fn add(&self, problem: Problem) {
        let mut problems = self.problems.borrow_mut();
        if problems.len() < MOST_PROBLEMS {
            problems.push(problem);
        } else {
            let (many, worst) = self.more.get();
            self.more.set((many + 1, worst.max(problem.severity)));
        }
    }

    /// Everything collected.
    pub(crate) fn into_problems(self) -> Vec<Problem> {
        let mut problems = self.problems.into_inner();
        let (many, worst) = self.more.get();
        if many > 0 {
            let what = format!("there are {many} more problems");
            let mend = "mend the first ones, then read it again";
            problems.push(Problem::new(worst, self.file, "more-problems", what, mend));
        }
        problems
    }
}

/// "an array", "a string".
pub(super) fn article(word: &str) -> String {
    let an = word.starts_with(['a', 'e', 'i', 'o', 'u']);
    format!("{} {word}", if an { "an" } else { "a" })
}
