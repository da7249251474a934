//! GitLab's export of issues as CSV. Its times are UTC, and time spent has no date.

use std::sync::Arc;

use rung_model::work_item::{WorkItem, WorkItemKind};

use super::{
    facts::{Act, Deed},
    header::{Header, Needed},
    pool::{Person, host},
    rows::Row,
    table::Sheet,
};

/// Columns that must be there.
pub(super) const NEEDED: Needed = &[&["Issue ID"], &["Created At (UTC)", "Created At"], &["Author", "Author Username"]];

/// Where the columns stand.
pub(super) struct Columns {
    id: Option<usize>,
    url: Option<usize>,
    title: Option<usize>,
    author: [Option<usize>; 2],
    assignee: [Option<usize>; 2],
    created: Option<usize>,
    closed: Option<usize>,
    labels: Option<usize>,
    spent: Option<usize>,
}

impl Columns {
    pub(super) fn of(header: &Header) -> Self {
        Self {
            id: header.first(&["issue id"]),
            url: header.first(&["url"]),
            title: header.first(&["title"]),
            author: [header.first(&["author"]), header.first(&["author username"])],
            assignee: [
                header.first(&["assignee", "assignee(s)", "assignees"]),
                header.first(&[
                    "assignee username",
                    "assignee(s) username",
                    "assignee username(s)",
                    "assignee usernames",
                ]),
            ],
            created: header.first(&["created at (utc)", "created at"]),
            closed: header.first(&["closed at (utc)", "closed at"]),
            labels: header.first(&["labels"]),
            spent: header.first(&["time spent"]),
        }
    }

    /// The columns that are read.
    pub(super) fn used(&self) -> Vec<usize> {
        let one = [self.id, self.url, self.title, self.created, self.closed, self.labels, self.spent];
        one.into_iter().chain(self.author).chain(self.assignee).flatten().collect()
    }

    pub(super) fn read(&self, row: &Row, sheet: &mut Sheet<'_>) {
        let Some(id) = row.cell(self.id) else {
            let mend = "export it again with its id";
            sheet.facts.warn(sheet.file, row.line, None, "issue-without-key", "the row has no issue id", mend);
            return;
        };
        let url = row.cell(self.url).unwrap_or_default();
        let system = host(url).unwrap_or("gitlab").to_lowercase();
        let key = format!("#{id}");
        let mut item =
            WorkItem::new(WorkItemKind::Issue, sheet.facts.pool.text(project(url).unwrap_or_default()), key.as_str());
        item.title = row.cell(self.title).map(Into::into);
        let labels = row.cell(self.labels).unwrap_or_default().split(',').map(str::trim);
        item.labels = labels.filter(|label| !label.is_empty()).map(|label| sheet.facts.pool.text(label)).collect();
        let [name, login] = self.assignee.map(|at| row.cell(at).unwrap_or_default());
        let people = |name, login| Person { system: &system, name, login, ..Person::default() };
        let (mut names, logins): (Vec<&str>, Vec<&str>) = (list(name), list(login));
        if !logins.is_empty() && names.len() != logins.len() {
            // A name with a comma in it cannot be told from two names.
            names.clear();
        }
        for at in 0..names.len().max(logins.len()) {
            let person = people(names.get(at).copied(), logins.get(at).copied());
            item.assignees.extend(sheet.facts.pool.account(&person));
        }
        let [name, login] = self.author.map(|at| row.cell(at));
        item.author = sheet.facts.pool.account(&people(name, login.map(|login| login.trim_start_matches('@'))));
        if row.cell(self.closed).is_some() {
            sheet.facts.page.not_used("state change without an actor");
        }
        if row.cell(self.spent).is_some_and(|spent| spent != "0") {
            sheet.facts.page.not_used("time spent without a date");
        }
        let mut acts = Vec::new();
        match (item.author.clone(), row.cell(self.created)) {
            (None, _) => sheet.facts.page.not_used("by automation"),
            (_, None) => sheet.facts.page.not_used("issue without the time it was made"),
            (Some(actor), Some(text)) => {
                if let Some(mut at) = sheet.moment(text, row.line, &key, "created") {
                    at.offset = at.offset.or(Some(0));
                    acts.push(Act {
                        id: None,
                        at,
                        actor,
                        deed: Deed::Opened,
                        file: Arc::clone(sheet.file),
                        line: row.line,
                    });
                }
            }
        }
        sheet.facts.of_item(&Arc::new(item), acts);
    }
}

fn list(cell: &str) -> Vec<&str> {
    cell.split(',').map(|one| one.trim().trim_start_matches('@')).filter(|one| !one.is_empty()).collect()
}

/// `harbour/ledger` of `https://gitlab.harbour.example/harbour/ledger/-/issues/12`.
fn project(url: &str) -> Option<&str> {
    let (_, rest) = url.split_once("://")?;
    let (_, path) = rest.split_once('/')?;
    let end = ["/-/", "/issues/", "/work_items/"].iter().filter_map(|mark| path.find(mark)).min()?;
    path.get(..end)
}

#[cfg(test)]
mod tests {
    use super::project;

    #[test]
    fn the_address_tells_the_project() {
        let of = |path: &str| project(&format!("https://gitlab.harbour.example/{path}")).map(str::to_owned);
        assert_eq!(of("harbour/ledger/-/issues/12").as_deref(), Some("harbour/ledger"));
        assert_eq!(of("harbour/pay/ledger/issues/12").as_deref(), Some("harbour/pay/ledger"));
        assert_eq!(of("x"), None);
    }
}
