//! A row of Jira's own CSV export: columns that repeat, with several values in a cell.
//!
//! ```text
//! Comment    date;user;text
//! Log Work   text;date;user;seconds
//! ```

use std::{collections::HashMap, sync::Arc};

use rung_model::{
    account::Account,
    work_item::{WorkItem, WorkItemKind},
};

use super::issue::project_of;
use crate::tracker::{
    dates::{Moment, Tally},
    facts::{Act, Deed, title},
    header::{Header, Needed},
    pool::Person,
    rows::Row,
    table::Sheet,
};

/// Columns that must be there. Jira names them in the language of who exports.
pub(in crate::tracker) const NEEDED: Needed =
    &[KEY, &["Created", "Log Work", "Comment", "Erstellt", "Creada", "Creado"]];

const KEY: &[&str] = &["Issue key", "Key", "Vorgangsschlüssel", "Clave de incidencia"];
const CREATED: &[&str] = &["created", "erstellt", "creada", "creado"];
const SUMMARY: &[&str] = &["summary", "zusammenfassung", "resumen"];
const KIND: &[&str] = &["issue type", "vorgangstyp", "tipo de incidencia"];
const CREATOR: &[&str] = &["creator", "ersteller", "creador"];
const REPORTER: &[&str] = &["reporter", "autor", "informador"];
const ASSIGNEE: &[&str] = &["assignee", "bearbeiter", "zugewiesene person", "responsable", "persona asignada"];

/// A column of people, and the one of their ids.
type People = (Option<usize>, Option<usize>);

/// Where the columns stand.
pub(in crate::tracker) struct Columns {
    key: Option<usize>,
    created: Option<usize>,
    summary: Option<usize>,
    kind: Option<usize>,
    project: Option<usize>,
    creator: People,
    reporter: People,
    assignee: People,
    labels: Vec<usize>,
    comments: Vec<usize>,
    worklogs: Vec<usize>,
}

impl Columns {
    pub(in crate::tracker) fn of(header: &Header) -> Self {
        let people = |names: &[&str]| {
            let id = names.iter().find_map(|name| header.first(&[&format!("{name} id")]));
            (header.first(names), id)
        };
        let keys: Vec<String> = KEY.iter().map(|name| name.to_lowercase()).collect();
        Self {
            key: keys.iter().find_map(|name| header.first(&[name])),
            created: header.first(CREATED),
            summary: header.first(SUMMARY),
            kind: header.first(KIND),
            project: header.first(&["project key"]),
            creator: people(CREATOR),
            reporter: people(REPORTER),
            assignee: people(ASSIGNEE),
            labels: header.all("labels"),
            comments: header.all("comment"),
            worklogs: header.all("log work"),
        }
    }

    /// The columns that are read.
    pub(in crate::tracker) fn used(&self) -> Vec<usize> {
        let one = [self.key, self.created, self.summary, self.kind, self.project];
        let people = [self.creator, self.reporter, self.assignee].into_iter().flat_map(|(name, id)| [name, id]);
        let many = [&self.labels, &self.comments, &self.worklogs].into_iter().flatten().copied();
        one.into_iter().chain(people).flatten().chain(many).collect()
    }

    /// Counts what the dates of a row say about the order of day and month.
    pub(in crate::tracker) fn tally(&self, row: &Row, tally: &mut Tally) {
        let dates = row.cell(self.created).into_iter();
        let comments = self.comments.iter().filter_map(|at| row.cell(Some(*at))).filter_map(comment);
        let worklogs = self.worklogs.iter().filter_map(|at| row.cell(Some(*at))).filter_map(worklog);
        let dates = dates.chain(comments.map(|(date, _)| date)).chain(worklogs.map(|worklog| worklog.date));
        dates.for_each(|date| tally.count(date));
    }

    /// Reads a row.
    pub(in crate::tracker) fn read(&self, row: &Row, sheet: &mut Sheet<'_>) {
        let Some(key) = row.cell(self.key) else {
            let mend = "export it again with its key";
            sheet.facts.warn(sheet.file, row.line, None, "issue-without-key", "the row has no issue key", mend);
            return;
        };
        let names = self.names(row);
        let mut item = WorkItem::new(
            WorkItemKind::Issue,
            sheet.facts.pool.text(row.cell(self.project).unwrap_or(project_of(key))),
            key,
        );
        item.title = row.cell(self.summary).map(Into::into);
        item.type_name = row.cell(self.kind).map(|kind| sheet.facts.pool.text(kind));
        let labels = self.labels.iter().filter_map(|at| row.cell(Some(*at))).flat_map(str::split_whitespace);
        item.labels = labels.map(|label| sheet.facts.pool.text(label)).collect();
        let maker = person(row, self.creator).or_else(|| person(row, self.reporter));
        item.author = maker.and_then(|maker| sheet.facts.pool.account(&maker));
        item.assignees =
            person(row, self.assignee).and_then(|one| sheet.facts.pool.account(&one)).into_iter().collect();
        let mut acts = Vec::new();
        self.created(row, key, item.author.as_ref(), sheet, &mut acts);
        for at in &self.comments {
            let Some(text) = row.cell(Some(*at)) else { continue };
            let Some((date, user)) = comment(text) else {
                unreadable(key, "comment", "date;user;text", row, sheet);
                continue;
            };
            acts.extend(act(key, ("comment", date), user, Deed::Commented, &names, row, sheet));
        }
        for at in &self.worklogs {
            let Some(text) = row.cell(Some(*at)) else { continue };
            let Some(worklog) = worklog(text) else {
                unreadable(key, "worklog", "text;date;user;seconds", row, sheet);
                continue;
            };
            let deed = Deed::Logged { seconds: worklog.seconds, title: title(worklog.text) };
            acts.extend(act(key, ("worklog", worklog.date), worklog.user, deed, &names, row, sheet));
        }
        sheet.facts.of_item(&Arc::new(item), acts);
    }

    fn created(&self, row: &Row, key: &str, maker: Option<&Arc<Account>>, sheet: &mut Sheet<'_>, acts: &mut Vec<Act>) {
        let Some(text) = row.cell(self.created) else {
            sheet.facts.page.not_used("issue without the time it was made");
            return;
        };
        let Some(maker) = maker else {
            sheet.facts.page.not_used("by automation");
            return;
        };
        let made = sheet.moment(text, row.line, key, "created");
        acts.extend(made.map(|at| new(at, Arc::clone(maker), Deed::Opened, row, sheet)));
    }

    /// The names of the people whose ids the row tells.
    fn names<'r>(&self, row: &'r Row) -> HashMap<&'r str, &'r str> {
        let columns = [self.creator, self.reporter, self.assignee];
        columns.into_iter().filter_map(|(name, id)| Some((row.cell(id)?, row.cell(name)?))).collect()
    }
}

/// Who stands in a column.
fn person<'r>(row: &'r Row, (name, id): People) -> Option<Person<'r>> {
    match (row.cell(id), row.cell(name)) {
        (Some(id), name) => Some(Person { system: "jira", id: Some(id), name, ..Person::default() }),
        (None, Some(name)) => Some(Person::worded("jira", name)),
        (None, None) => None,
    }
}

fn act(
    key: &str,
    (what, date): (&str, &str),
    user: &str,
    deed: Deed,
    names: &HashMap<&str, &str>,
    row: &Row,
    sheet: &mut Sheet<'_>,
) -> Option<Act> {
    let person = match names.get(user) {
        Some(name) => Person { system: "jira", id: Some(user), name: Some(name), ..Person::default() },
        None => Person::worded("jira", user),
    };
    let Some(actor) = sheet.facts.pool.account(&person).filter(|_| !user.is_empty()) else {
        sheet.facts.page.not_used("by automation");
        return None;
    };
    let at = sheet.moment(date, row.line, key, what)?;
    Some(new(at, actor, deed, row, sheet))
}

fn new(at: Moment, actor: Arc<Account>, deed: Deed, row: &Row, sheet: &Sheet<'_>) -> Act {
    Act { id: None, at, actor, deed, file: Arc::clone(sheet.file), line: row.line }
}

fn unreadable(key: &str, what: &str, form: &str, row: &Row, sheet: &mut Sheet<'_>) {
    let said = format!("a {what} is not of the form {form}");
    let mend = "take the export of the product itself, not one that was edited";
    sheet.facts.warn(sheet.file, row.line, Some(key), "cell-unreadable", &said, mend);
}

/// A cell of a comment: its date and who wrote it.
fn comment(cell: &str) -> Option<(&str, &str)> {
    let mut parts = cell.splitn(3, ';');
    let (date, user) = (parts.next()?.trim(), parts.next()?.trim());
    parts.next().map(|_| (date, user))
}

/// A cell of a worklog.
struct Worklog<'c> {
    text: &'c str,
    date: &'c str,
    user: &'c str,
    seconds: i64,
}

/// The text may hold semicolons too.
fn worklog(cell: &str) -> Option<Worklog<'_>> {
    let mut parts = cell.rsplitn(4, ';').map(str::trim);
    let seconds = parts.next()?.parse().ok()?;
    let (user, date) = (parts.next()?, parts.next()?);
    Some(Worklog { text: parts.next().unwrap_or_default(), date, user, seconds })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_taken_apart() {
        let log = worklog("fix; the\nrounding;02/Mar/26 9:30 AM;ines;3600").unwrap();
        assert_eq!(
            (log.text, log.date, log.user, log.seconds),
            ("fix; the\nrounding", "02/Mar/26 9:30 AM", "ines", 3600)
        );
        assert!(worklog("02/Mar/26 9:30 AM;ines").is_none());
        assert_eq!(comment("02/Mar/26 9:30 AM;ines;a; b"), Some(("02/Mar/26 9:30 AM", "ines")));
        assert!(comment("only text").is_none());
    }
}
