//! Worklogs, comments and changes that come without their issue: they wait until all issues are known.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    sync::Arc,
};

use rung_model::{
    problem::{Problem, Severity},
    work_item::{WorkItem, WorkItemKind},
};

use super::issue::{Known, project_of};
use crate::tracker::facts::{Act, Facts, are};

/// What waits.
#[derive(Default)]
pub(super) struct Loose {
    /// Issues by their key.
    items: HashMap<String, Arc<WorkItem>>,
    /// Keys by the ids of the system.
    keys: HashMap<String, String>,
    /// Acts by the key or the id of their issue.
    acts: BTreeMap<String, Vec<Act>>,
    /// Acts of the page being read, whose issue its end may tell.
    open: Vec<Act>,
    /// Issues that hold more than was exported.
    cut: BTreeSet<String>,
}

impl Loose {
    /// Remembers an issue.
    pub(super) fn know(&mut self, known: Known) {
        let key = known.item.key.to_string();
        if let Some(id) = known.id {
            self.keys.insert(id, key.clone());
        }
        if known.cut {
            self.cut.insert(key.clone());
        }
        self.items.insert(key, known.item);
    }

    /// Keeps an act of an issue; without one, of the issue that the end of the page tells.
    pub(super) fn keep(&mut self, issue: Option<&str>, act: Act) {
        match issue {
            Some(issue) => self.acts.entry(issue.to_owned()).or_default().push(act),
            None => self.open.push(act),
        }
    }

    /// The end of a page: it may tell the issue of what was on it.
    pub(super) fn end_page(&mut self, issue: Option<&str>, facts: &mut Facts) {
        let Some(first) = self.open.first() else { return };
        if let Some(issue) = issue {
            let open = std::mem::take(&mut self.open);
            self.acts.entry(issue.to_owned()).or_default().extend(open);
            return;
        }
        let what = format!("{} worklogs, comments or changes do not say which issue they belong to", self.open.len());
        let mend = "name the file after the issue, such as PAY-7.json, or export them within their issues";
        facts.warn(&first.file, first.line, None, "issue-not-told", &what, mend);
        self.open.clear();
    }

    /// Gives all that waited to its issues.
    pub(super) fn finish(&mut self, facts: &mut Facts, path: &str) {
        let mut of_keys: BTreeMap<String, Vec<Act>> = BTreeMap::new();
        for (issue, acts) in std::mem::take(&mut self.acts) {
            let key = self.keys.get(&issue).cloned().unwrap_or(issue);
            self.cut.remove(&key);
            of_keys.entry(key).or_default().extend(acts);
        }
        let (mut unknown, mut example) = (0, None);
        for (key, acts) in of_keys {
            let item = self.items.get(&key).cloned().unwrap_or_else(|| {
                unknown += 1;
                let item = WorkItem::new(WorkItemKind::Issue, project_of(&key), key.as_str());
                example.get_or_insert(key);
                Arc::new(item)
            });
            facts.of_item(&item, acts);
        }
        if let Some(example) = example {
            let what = format!("{} known only by worklogs, comments or changes", are(unknown));
            let mend = "export the issues as well, so that titles and assignees are known";
            facts
                .page
                .problems
                .push(Problem::new(Severity::Note, path, "issue-not-known", what, mend).of_item(example));
        }
        if let Some(example) = self.cut.first() {
            let what = format!("worklogs, comments or changes are missing: {} not exported whole", are(self.cut.len()));
            let mend = "export the pages of these worklogs, comments and changes as well";
            let problem = Problem::new(Severity::Warning, path, "issue-cut-short", what, mend);
            facts.page.problems.push(problem.of_item(example.clone()));
        }
    }
}
