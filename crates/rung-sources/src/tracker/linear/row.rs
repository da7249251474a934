//! A row of Linear's own CSV export: only its making is somebody's act.

use std::sync::Arc;

use rung_model::work_item::{WorkItem, WorkItemKind};

use super::SYSTEM;
use crate::tracker::{
    facts::{Act, Deed},
    header::{Header, Needed},
    pool::Person,
    rows::Row,
    table::Sheet,
};

/// Columns that must be there.
pub(in crate::tracker) const NEEDED: Needed = &[&["ID"], &["Created"], &["Creator"]];

/// Columns of states that nobody is named for.
const STATES: [&str; 5] = ["started", "triaged", "completed", "canceled", "archived"];

/// Where the columns stand.
pub(in crate::tracker) struct Columns {
    id: Option<usize>,
    title: Option<usize>,
    creator: Option<usize>,
    assignee: Option<usize>,
    created: Option<usize>,
    labels: Option<usize>,
    states: Vec<usize>,
}

impl Columns {
    pub(in crate::tracker) fn of(header: &Header) -> Self {
        Self {
            id: header.first(&["id"]),
            title: header.first(&["title"]),
            creator: header.first(&["creator"]),
            assignee: header.first(&["assignee"]),
            created: header.first(&["created"]),
            labels: header.first(&["labels"]),
            states: STATES.iter().filter_map(|state| header.first(&[state])).collect(),
        }
    }

    /// The columns that are read.
    pub(in crate::tracker) fn used(&self) -> Vec<usize> {
        let one = [self.id, self.title, self.creator, self.assignee, self.created, self.labels];
        one.into_iter().flatten().chain(self.states.iter().copied()).collect()
    }

    /// Reads a row.
    pub(in crate::tracker) fn read(&self, row: &Row, sheet: &mut Sheet<'_>) {
        let Some(key) = row.cell(self.id) else {
            let mend = "export it again with its ID";
            sheet.facts.warn(sheet.file, row.line, None, "issue-without-key", "the row has no ID", mend);
            return;
        };
        let project = key.rsplit_once('-').map_or(key, |(team, _)| team);
        let mut item = WorkItem::new(WorkItemKind::Issue, sheet.facts.pool.text(project), key);
        item.title = row.cell(self.title).map(Into::into);
        let labels = row.cell(self.labels).unwrap_or_default().split(',').map(str::trim);
        item.labels = labels.filter(|label| !label.is_empty()).map(|label| sheet.facts.pool.text(label)).collect();
        let mut account = |at| sheet.facts.pool.account(&Person::worded(SYSTEM, row.cell(at)?));
        item.author = account(self.creator);
        item.assignees = account(self.assignee).into_iter().collect();
        for _ in self.states.iter().filter(|at| row.cell(Some(**at)).is_some()) {
            sheet.facts.page.not_used("state change without an actor");
        }
        let mut acts = Vec::new();
        match (item.author.clone(), row.cell(self.created)) {
            (None, _) => sheet.facts.page.not_used("by automation"),
            (_, None) => sheet.facts.page.not_used("issue without the time it was made"),
            (Some(actor), Some(text)) => {
                let at = sheet.moment(text, row.line, key, "created");
                let file = Arc::clone(sheet.file);
                acts.extend(at.map(|at| Act { id: None, at, actor, deed: Deed::Opened, file, line: row.line }));
            }
        }
        sheet.facts.of_item(&Arc::new(item), acts);
    }
}
