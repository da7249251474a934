//! The files of a tracker as a stream of pages: a piece of a file is a page.

use std::{
    collections::{BTreeSet, HashMap},
    path::{Path, PathBuf},
    sync::Arc,
    vec::IntoIter,
};

use rung_model::{
    manifest::SourceKind,
    problem::{Problem, Severity},
};

use super::{
    dates::{Order, Tally},
    elements::Elements,
    facts::{Facts, are},
    files::{Found, is_table, name},
    header::Header,
    jira::{self, Jira},
    linear,
    pool::Fullest,
    rows::{Row, Rows},
    table::{self, Columns, Sheet, Undecided},
    text::{self, Notation, Opened, decode, guessed_encoding},
    walk::{Place, Value},
};
use crate::source::{Page, Pages};

/// Bytes of JSON after which a page ends.
const PIECE: usize = 4 << 20;

/// A tracker's files, one after the other.
pub(super) struct Stream {
    kind: SourceKind,
    path: String,
    facts: Facts,
    files: IntoIter<PathBuf>,
    open: Option<Open>,
    jira: Jira,
    /// The order of dates each table tells itself, where it does.
    orders: HashMap<PathBuf, Order>,
    /// The order all tables that tell one agree on.
    order: Order,
    undecided: Undecided,
    columns: BTreeSet<String>,
    /// Issues of Linear that hold more than was exported.
    cut: usize,
    over: bool,
}

/// A file while it is read.
struct Open {
    file: Arc<str>,
    order: Order,
    text: Source,
    understood: u64,
    told_encoding: bool,
}

enum Source {
    Json(Elements),
    Table(Rows, Option<(Columns, Header)>),
}

impl Stream {
    /// The stream over what was found.
    pub(super) fn of(kind: SourceKind, path: &Path, found: Found, mut facts: Facts) -> Self {
        facts.page.problems = found.problems;
        if found.others > 0 {
            facts.page.unused.insert("file of another kind".to_owned(), found.others);
        }
        let mut orders = HashMap::new();
        let mut all = Tally::default();
        if kind == SourceKind::Jira {
            for file in found.files.iter().filter(|file| is_table(file) || found.files.len() == 1) {
                let tally = table::tally(file);
                all = all.plus(tally);
                orders.insert(file.clone(), tally.order());
            }
        }
        Self {
            kind,
            path: name(path),
            facts,
            files: found.files.into_iter(),
            open: None,
            jira: Jira::default(),
            orders,
            order: all.order(),
            undecided: Undecided::default(),
            columns: BTreeSet::new(),
            cut: 0,
            over: false,
        }
    }

    /// Reads one text in memory instead of files.
    pub(super) fn of_text(kind: SourceKind, bytes: &[u8], facts: Facts) -> Self {
        let mut stream = Self::of(kind, Path::new("text"), Found::default(), facts);
        if kind == SourceKind::Jira {
            stream.order = text::of_bytes(bytes, "").map(table::tally_of).unwrap_or_default().order();
        }
        let order = stream.order;
        stream.begin("text".into(), text::of_bytes(bytes, "text"), order);
        stream
    }

    /// The fullest account of each id that was read.
    pub(super) fn fullest(&self) -> Fullest {
        self.facts.pool.fullest()
    }

    /// Whether a worklog of what was read begins at another time than midnight.
    pub(super) fn tells_times(&self) -> bool {
        self.facts.tells_times
    }

    fn begin(&mut self, file: Arc<str>, opened: Result<Opened, Box<Problem>>, order: Order) {
        match opened {
            Err(problem) => self.facts.page.problems.push(*problem),
            Ok(Opened { text, notation: Notation::Table }) => {
                let text = Source::Table(Rows::of(text, &file), None);
                self.open = Some(Open { file, order, text, understood: 0, told_encoding: false });
            }
            Ok(Opened { notation: Notation::Json, .. }) if self.kind == SourceKind::GitLab => {
                let what = "the file is JSON, and issues of GitLab are read from CSV here";
                let mend = "name the source of the forge for answers of its interface";
                let problem = Problem::new(Severity::Error, &*file, "not-a-table", what, mend);
                self.facts.page.problems.push(problem);
            }
            Ok(Opened { text, notation: Notation::Json }) => {
                let lists = if self.kind == SourceKind::Linear { linear::LISTS } else { jira::LISTS };
                let text = Source::Json(Elements::of(text, lists));
                self.open = Some(Open { file, order, text, understood: 0, told_encoding: false });
            }
        }
    }

    /// Reads a piece of the open file; says whether there may be more.
    fn piece(&mut self, open: &mut Open) -> bool {
        match &mut open.text {
            Source::Json(elements) => {
                let mut used = 0;
                while used < PIECE {
                    let Some(value) = elements.next() else {
                        if let Some(error) = elements.failure() {
                            let what = format!("the file cannot be read to its end: {error}");
                            let mend = "make the file readable, or leave it out";
                            let problem = Problem::new(Severity::Error, &*open.file, "cannot-read", what, mend);
                            self.facts.page.problems.push(problem);
                        }
                        self.end_json(&open.file, open.understood);
                        return false;
                    };
                    used += value.bytes.len();
                    let read = self.value(&value, &open.file, &mut open.told_encoding, open.understood);
                    open.understood += read;
                }
                true
            }
            Source::Table(rows, columns) => {
                let Some(piece) = rows.next(&mut self.facts.page.problems) else { return false };
                for row in piece {
                    if columns.is_none() {
                        match Columns::of(self.kind, &row, &open.file) {
                            Ok((found, header)) => {
                                self.columns.extend(header.unused(&found.used()));
                                *columns = Some((found, header));
                            }
                            Err(problem) => {
                                self.facts.page.problems.push(*problem);
                                return false;
                            }
                        }
                    } else if let Some((columns, header)) = columns {
                        Self::row(columns, header, &row, &open.file, open.order, &mut self.facts, &mut self.undecided);
                    }
                }
                true
            }
        }
    }

    fn row(
        columns: &Columns,
        header: &Header,
        row: &Row,
        file: &Arc<str>,
        order: Order,
        facts: &mut Facts,
        undecided: &mut Undecided,
    ) {
        let (fits, problem) = header.fits(row, file);
        facts.page.problems.extend(problem);
        if fits {
            columns.read(row, &mut Sheet { facts, file, order, undecided });
        }
    }

    /// Reads a value of JSON; says how many records it held.
    fn value(&mut self, value: &Value, file: &Arc<str>, told_encoding: &mut bool, before: u64) -> u64 {
        let (text, guessed) = decode(value.bytes.trim_ascii_end());
        if guessed && !std::mem::replace(told_encoding, true) {
            self.facts.page.problems.push(guessed_encoding(file, value.line));
        }
        let read = match self.kind {
            SourceKind::Linear => linear::value(&text, file, value.line, &mut self.facts).map(|(read, cut)| {
                self.cut += usize::try_from(cut).unwrap_or(usize::MAX);
                read
            }),
            _ => {
                let named = issue_of_file(file);
                let ends_page = value.place == Place::Whole;
                let at = jira::At { file, line: value.line, named, ends_page };
                let known = self.jira.understood;
                self.jira.value(&text, &at, &mut self.facts).map(|()| self.jira.understood - known)
            }
        };
        read.unwrap_or_else(|error| {
            let severity = if before == 0 && value.place == Place::Whole { Severity::Error } else { Severity::Warning };
            let line = value.line + error.line().saturating_sub(1);
            let said = error.to_string();
            let said = said.rsplit_once(" at line ").map_or(said.as_str(), |(said, _)| said);
            let what = format!("a record is not readable as JSON ({said}); it is left out");
            let mend = "export it again; a download that stopped leaves half a file";
            let problem = Problem::new(severity, &**file, "json-broken", what, mend).at_line(line);
            self.facts.page.problems.push(problem);
            0
        })
    }

    fn end_json(&mut self, file: &Arc<str>, understood: u64) {
        if self.kind == SourceKind::Jira {
            self.jira.end_file(issue_of_file(file), &mut self.facts);
        }
        let others = self.facts.page.unused.get("other record").copied().unwrap_or(0);
        if understood == 0 && others > 0 && self.facts.page.problems.is_empty() {
            let what = format!("the file holds nothing that {} writes about issues", self.kind.name());
            let mend = "name the kind of source that wrote it, or leave it out";
            let problem = Problem::new(Severity::Warning, &**file, "nothing-understood", what, mend);
            self.facts.page.problems.push(problem);
        }
    }

    /// What can be said only when all is read.
    fn end(&mut self) {
        self.jira.finish(&mut self.facts, &self.path);
        self.facts.page.problems.extend(std::mem::take(&mut self.undecided).problem());
        for column in std::mem::take(&mut self.columns) {
            self.facts.page.not_used(&column);
        }
        if self.cut > 0 {
            let what = format!("changes or comments are missing: {} not exported whole", are(self.cut));
            let mend = "ask for the next pages of these lists as well";
            let problem = Problem::new(Severity::Warning, self.path.as_str(), "issue-cut-short", what, mend);
            self.facts.page.problems.push(problem);
        }
    }
}

impl Pages for Stream {
    fn next_page(&mut self) -> Option<Page> {
        if self.over {
            return None;
        }
        match self.open.take() {
            Some(mut open) => {
                if self.piece(&mut open) {
                    self.open = Some(open);
                }
            }
            None => match self.files.next() {
                Some(path) => {
                    let own = self.orders.remove(&path).filter(|order| *order != Order::Unknown);
                    let file = name(&path);
                    let opened = text::open(&path, &file);
                    self.begin(file.into(), opened, own.unwrap_or(self.order));
                }
                None => {
                    self.end();
                    self.over = true;
                }
            },
        }
        let mut page = std::mem::take(&mut self.facts.page);
        page.cursor = (!self.over).then(|| self.open.as_ref().map_or_else(String::new, |open| open.file.to_string()));
        Some(page)
    }
}

fn issue_of_file(file: &str) -> Option<&str> {
    Path::new(file).file_name().and_then(|name| name.to_str()).and_then(jira::issue_of_name)
}
