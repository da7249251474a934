//! An HR export: a row a person.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use csv::{ReaderBuilder, StringRecord};
use jiff::civil::Date;
use rung_model::{
    framework::Framework,
    problem::{Problem, Severity},
    roster::{Basis, Employment, Holding, Period, Person, Team},
};

use super::{
    columns::{Column, Columns},
    dates::{self, NoDay, Order},
    people::slug,
    pool::{Part, Pool},
};
use crate::{
    document::{separator, unclosed_quote},
    strict::{Place, Placed, load_published, without_hidden},
};

/// Longest text of a cell that is a name or a title.
const LONGEST: usize = 1_000;

/// A row with the line it stands on.
struct Row {
    line: usize,
    cells: StringRecord,
}

pub(super) fn read(path: &Path, columns: &Columns, framework: &Framework, pool: &mut Pool) {
    let Some(text) = load_published(path, &mut pool.problems) else { return };
    let file = text.file.as_str();
    let mut refuse = |line: Option<usize>, severity, check, what: String, mend: &str| {
        let problem = Problem::new(severity, file, check, what, mend);
        pool.problems.push(match line {
            Some(line) => problem.at_line(line),
            None => problem,
        });
    };
    if text.text.trim().is_empty() {
        refuse(
            None,
            Severity::Error,
            "no-rows",
            "the file has no row".to_owned(),
            "export the table again, with its rows",
        );
        return;
    }
    let sign = separator(&text.text);
    if let Some(at) = unclosed_quote(&text.text, sign) {
        let line = 1 + text.text.bytes().take(at).filter(|byte| *byte == b'\n').count();
        let what = "a quote opens a cell and does not close, so all that follows is in that cell".to_owned();
        refuse(
            Some(line),
            Severity::Error,
            "quote-not-closed",
            what,
            "close the quote, or double it where it is part of the text",
        );
    }
    let mut rows = rows(&text.text, sign).into_iter();
    let Some(head) = rows.next() else { return };
    let heads: Vec<String> = head.cells.iter().map(|head| without_hidden(head).0).collect();
    let (of, missing) = columns.of(&heads);
    for head in missing {
        let what = format!("there is no column `{head}`");
        refuse(Some(1), Severity::Error, "unknown-column", what, "name a head that is in the first row");
    }
    let mut seen = BTreeSet::new();
    for head in heads.iter().filter(|head| !head.is_empty()) {
        if !seen.insert(head.to_lowercase()) {
            let what = format!("the head `{head}` stands twice; the first is read");
            refuse(Some(1), Severity::Warning, "duplicate-head", what, "give each column its own head");
        }
    }
    let named = of.contains_key(&Column::Name) || of.contains_key(&Column::First) && of.contains_key(&Column::Last);
    if !named && !of.contains_key(&Column::Email) && !of.contains_key(&Column::Id) {
        let what = "no column tells who somebody is".to_owned();
        let mend = "name the columns: --columns name=Full Name,email=Work Email,manager=Reports To";
        refuse(Some(1), Severity::Error, "unknown-columns", what, mend);
        return;
    }
    let width = heads.len();
    let mut kept = Vec::new();
    for row in rows {
        let more = row.cells.iter().skip(width).any(|cell| !cell.trim().is_empty());
        if more {
            let what =
                format!("the row has {} cells under {width} heads, so nobody knows which is which", row.cells.len());
            let mend = "put quotes around cells that hold the separator";
            refuse(Some(row.line), Severity::Warning, "ragged-row", what, mend);
            continue;
        }
        if row.cells.len() < width {
            let what = format!(
                "the row has {} cells under {width} heads; those at its end are taken to be empty",
                row.cells.len()
            );
            refuse(
                Some(row.line),
                Severity::Note,
                "ragged-row",
                what,
                "give every row as many cells as there are heads",
            );
        }
        if row.cells.iter().any(|cell| !cell.trim().is_empty()) {
            kept.push(row);
        }
    }
    Sheet { file, of, framework, taken: BTreeMap::new(), teams: BTreeMap::new(), titles: BTreeMap::new() }
        .take(&kept, pool);
}

fn rows(text: &str, sign: u8) -> Vec<Row> {
    let mut reader =
        ReaderBuilder::new().has_headers(false).flexible(true).delimiter(sign).from_reader(text.as_bytes());
    let (mut rows, mut record) = (Vec::new(), StringRecord::new());
    // The text is UTF-8 and rows may differ in length, so no record can fail; an end is an end.
    while reader.read_record(&mut record).unwrap_or(false) {
        let line = record.position().map_or(1, csv::Position::line);
        rows.push(Row { line: usize::try_from(line).unwrap_or(1), cells: record.clone() });
    }
    rows
}

/// A file while its rows are read.
struct Sheet<'a> {
    file: &'a str,
    of: BTreeMap<Column, usize>,
    framework: &'a Framework,
    /// Ids with the line they were first given on.
    taken: BTreeMap<String, usize>,
    /// Teams by their names from the top down.
    teams: BTreeMap<Vec<String>, String>,
    /// Titles no role has, with how many have them.
    titles: BTreeMap<String, (usize, usize)>,
}

impl Sheet<'_> {
    fn place(&self, line: usize) -> Place {
        Place { file: self.file.to_owned(), line }
    }

    fn cell<'r>(&self, row: &'r Row, column: Column) -> &'r str {
        self.of.get(&column).and_then(|at| row.cells.get(*at)).unwrap_or_default().trim()
    }

    fn take(mut self, rows: &[Row], pool: &mut Pool) {
        let order = |column| dates::order(rows.iter().map(|row| self.cell(row, column)));
        let orders = (order(Column::Start), order(Column::End));
        for row in rows {
            self.person(row, orders, pool);
        }
        for (title, (line, count)) in &self.titles {
            let what = format!("the framework has no role for the title `{title}` ({count} people); they hold nothing");
            let mend = "add it as an alias of a role, or write [[holding]] tables";
            let problem = Problem::new(Severity::Note, self.file, "unknown-title", what, mend).at_line(*line);
            pool.problems.push(problem);
        }
    }

    fn person(&mut self, row: &Row, orders: (Option<Order>, Option<Order>), pool: &mut Pool) {
        let email = self.cell(row, Column::Email).to_lowercase();
        let name = self.name(row);
        let key = self.cell(row, Column::Id);
        let local = email.split('@').next().unwrap_or_default();
        let id = [key, local, name.as_str()].into_iter().map(slug).find(|id| !id.is_empty());
        let Some(mut id) = id else {
            let what = "the row tells nobody's id, address or name; it is left out";
            let problem =
                Problem::new(Severity::Warning, self.file, "nobody", what, "fill in who it is").at_line(row.line);
            pool.problems.push(problem);
            return;
        };
        if let Some(first) = self.taken.get(&id).copied() {
            if !key.is_empty() {
                let what = format!("the id is taken by line {first}; this row is left out");
                let problem = Problem::new(
                    Severity::Warning,
                    self.file,
                    "duplicate-person",
                    what,
                    "give each person their own id",
                );
                pool.problems.push(problem.at_line(row.line).of_item(format!("person `{id}`")));
                return;
            }
            // Two people of one name are two people.
            let mut turn = 2;
            while self.taken.contains_key(&format!("{id}-{turn}")) {
                turn += 1;
            }
            id = format!("{id}-{turn}");
        }
        self.taken.insert(id.clone(), row.line);
        let place = self.place(row.line);
        if !key.is_empty() {
            pool.aliases.push((key.to_owned(), id.clone()));
        }
        let addresses = if email.contains('@') { vec![email] } else { Vec::new() };
        let name = if name.is_empty() { id.clone() } else { name };
        pool.people.push(Placed {
            place: place.clone(),
            value: Person { id: id.clone(), name, addresses, line: row.line, ..Person::default() },
        });
        let period = self.period(row, &id, orders, pool);
        self.employment(row, &id, period, pool);
        let manager = without_hidden(self.cell(row, Column::Manager)).0;
        if !manager.is_empty() && manager.len() < LONGEST {
            pool.managers.push((place.clone(), id.clone(), manager, period));
        }
        let team = self.team(row, pool);
        if let Some(team) = &team {
            pool.parts.push(Part { period, ..Part::of(place, &id, team, None) });
        }
        self.holding(row, &id, team, period, pool);
    }

    fn name(&self, row: &Row) -> String {
        let whole = without_hidden(self.cell(row, Column::Name)).0;
        if !whole.is_empty() {
            return whole;
        }
        let preferred = self.cell(row, Column::Preferred);
        let first = if preferred.is_empty() { self.cell(row, Column::First) } else { preferred };
        without_hidden(&format!("{first} {}", self.cell(row, Column::Last))).0.trim().to_owned()
    }

    fn period(&self, row: &Row, id: &str, orders: (Option<Order>, Option<Order>), pool: &mut Pool) -> Period {
        let mut read = |column: Column, order| -> Option<Date> {
            let text = self.cell(row, column);
            let (check, what, mend) = match dates::day(text, order) {
                Ok(day) => return day,
                Err(NoDay::Impossible) => (
                    "invalid-date",
                    "is no day of the calendar",
                    "write a day that exists as year-month-day, such as 2026-02-28",
                ),
                Err(NoDay::Undecided) => (
                    "date-order-unknown",
                    "could be either way round: no other row tells whether the day or the month comes first",
                    "export with dates such as 2026-04-03",
                ),
            };
            let shown: String = text.chars().take(40).collect();
            let problem =
                Problem::new(Severity::Warning, self.file, check, format!("{} `{shown}` {what}", column.word()), mend);
            pool.problems.push(problem.at_line(row.line).of_item(format!("person `{id}`")));
            None
        };
        let from = read(Column::Start, orders.0);
        // The last day is one they are still there.
        let until = read(Column::End, orders.1).and_then(|day| day.tomorrow().ok());
        if let (Some(first), Some(end)) = (from, until)
            && end <= first
        {
            let what = format!("they end before they start on {first}; the end is left out");
            let problem =
                Problem::new(Severity::Warning, self.file, "period-backwards", what, "mend one of the two dates");
            pool.problems.push(problem.at_line(row.line).of_item(format!("person `{id}`")));
            return Period { from, until: None };
        }
        Period { from, until }
    }

    fn employment(&self, row: &Row, id: &str, period: Period, pool: &mut Pool) {
        let text = self.cell(row, Column::Fte);
        let number = text.trim_end_matches('%').trim().replace(',', ".").parse::<f64>();
        let fte = match number {
            _ if text.is_empty() => 1.0,
            Ok(number) => {
                if text.ends_with('%') || number > 1.0 {
                    number / 100.0
                } else {
                    number
                }
            }
            Err(_) => f64::NAN,
        };
        let fte = if fte > 0.0 && fte <= 1.0 {
            fte
        } else {
            let what = format!(
                "a part of full time of `{}` is not possible; 1 is taken",
                text.chars().take(20).collect::<String>()
            );
            let mend = "give a number over 0 and at most 1, or percent";
            let problem = Problem::new(Severity::Warning, self.file, "bad-share", what, mend).at_line(row.line);
            pool.problems.push(problem.of_item(format!("person `{id}`")));
            1.0
        };
        if period != Period::default() || fte < 1.0 {
            let value = Employment { person: id.to_owned(), fte, period, known: Period::default() };
            pool.employments.push(Placed { place: self.place(row.line), value });
        }
    }

    /// The team of a row: the innermost of division, department and team that is filled in.
    fn team(&mut self, row: &Row, pool: &mut Pool) -> Option<String> {
        let mut path: Vec<String> = Vec::new();
        let mut above = None;
        for column in [Column::Top, Column::Above, Column::Team] {
            let name = without_hidden(self.cell(row, column)).0;
            if name.is_empty() || name.len() > LONGEST || path.last() == Some(&name) {
                continue;
            }
            path.push(name.clone());
            let next = match self.teams.get(&path) {
                Some(id) => id.clone(),
                None => {
                    let mut id = slug(&name);
                    if id.is_empty() || self.teams.values().any(|own| *own == id) {
                        id = slug(&path.join(" "));
                    }
                    let base = if id.is_empty() { "team".to_owned() } else { id };
                    let mut id = base.clone();
                    let mut turn = 2;
                    while self.teams.values().any(|own| *own == id) {
                        id = format!("{base}-{turn}");
                        turn += 1;
                    }
                    pool.teams.push(Placed {
                        place: self.place(row.line),
                        value: Team {
                            id: id.clone(),
                            name,
                            parent: above.clone(),
                            kind: Some(column.word().to_owned()),
                            ..Team::default()
                        },
                    });
                    self.teams.insert(path.clone(), id.clone());
                    id
                }
            };
            above = Some(next);
        }
        above
    }

    fn holding(&mut self, row: &Row, id: &str, team: Option<String>, period: Period, pool: &mut Pool) {
        let title = without_hidden(self.cell(row, Column::Title)).0;
        if title.is_empty() || title.len() > LONGEST {
            return;
        }
        let position = self.framework.find_position(&title).map(|position| position.id.clone());
        let position = position.or_else(|| self.framework.find_role(&title).map(|role| role.id.clone()));
        let Some(position) = position else {
            self.titles.entry(title).or_insert((row.line, 0)).1 += 1;
            return;
        };
        pool.holdings.push(Placed {
            place: self.place(row.line),
            value: Holding {
                person: id.to_owned(),
                position,
                team,
                share: 1.0,
                basis: Basis::Title,
                period,
                known: Period::default(),
            },
        });
    }
}
