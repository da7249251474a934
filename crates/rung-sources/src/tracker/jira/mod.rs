//! Jira: answers of its REST interface as JSON, and its own export as CSV.
//!
//! ```text
//! record -> issue: its facts at once           worklog, comment or change: waits for its issue
//! row    -> issue: made, comments, worklogs
//! ```

mod change;
mod issue;
mod loose;
mod record;
mod row;

use std::sync::Arc;

use self::{issue::Spot, loose::Loose, record::Record};
use super::{
    facts::{Act, Facts},
    pool::host,
};

pub(super) use row::{Columns, NEEDED};

/// Lists whose elements are read one by one.
pub(super) const LISTS: &[&str] = &["issues", "values", "worklogs", "comments", "histories", "issueChangeLogs"];
/// Pages within pages that are followed.
const DEEP: usize = 8;

/// What is known of the whole source.
#[derive(Default)]
pub(super) struct Jira {
    loose: Loose,
    /// How many records of the current file were understood.
    pub(super) understood: u64,
}

/// Where a value stands.
pub(super) struct At<'a> {
    /// Its file.
    pub(super) file: &'a Arc<str>,
    /// Its line.
    pub(super) line: usize,
    /// The issue that the name of the file tells.
    pub(super) named: Option<&'a str>,
    /// Whether it is the end of a page.
    pub(super) ends_page: bool,
}

impl Jira {
    /// Reads a value of JSON.
    pub(super) fn value(&mut self, text: &str, at: &At<'_>, facts: &mut Facts) -> Result<(), serde_json::Error> {
        let record: Record<'_> = serde_json::from_str(text)?;
        self.record(&record, None, at, DEEP, facts);
        if at.ends_page {
            let told = issue_of(&record).or(at.named);
            self.loose.end_page(told, facts);
        }
        Ok(())
    }

    /// The file is over.
    pub(super) fn end_file(&mut self, named: Option<&str>, facts: &mut Facts) {
        self.loose.end_page(named, facts);
        self.understood = 0;
    }

    /// The source is over.
    pub(super) fn finish(&mut self, facts: &mut Facts, path: &str) {
        self.loose.finish(facts, path);
    }

    fn record(&mut self, record: &Record<'_>, above: Option<&str>, at: &At<'_>, deep: usize, facts: &mut Facts) {
        let own_host = record.own.get().and_then(host).unwrap_or("jira");
        let spot = Spot { file: Arc::clone(at.file), line: at.line, host: facts.pool.text(own_host) };
        if record.fields.0.is_some() || record.changelog.0.is_some() {
            self.understood += 1;
            if let Some(known) = issue::read(record, &spot, facts) {
                self.loose.know(known);
            }
            return;
        }
        let issue = issue_of(record).or(above);
        if let Some(act) = loose_act(record, issue, &spot, facts) {
            self.understood += 1;
            if let Some(act) = act {
                self.loose.keep(issue, act);
            }
            return;
        }
        let told: Vec<&str> = record.error_messages.iter().filter_map(|message| message.get()).collect();
        if let Some(first) = told.first() {
            let what =
                format!("the file holds an error of the server: {}", first.chars().take(120).collect::<String>());
            facts.warn(at.file, at.line, None, "answer-is-an-error", &what, "ask the server again");
            return;
        }
        let lists = [
            &record.issues,
            &record.values,
            &record.worklogs,
            &record.comments,
            &record.histories,
            &record.change_histories,
            &record.issue_change_logs,
        ];
        let is_page = lists.iter().any(|list| list.0.is_some()) || record.data.0.is_some();
        if deep > 0 {
            for part in lists.into_iter().flat_map(|list| list.iter()).chain(record.data.0.as_deref()) {
                self.record(part, issue, at, deep - 1, facts);
            }
        }
        let pages = record.max_results.0 || record.total.0 || record.is_last.0 || record.start_at.0;
        if !is_page && !pages {
            facts.page.not_used("other record");
        }
    }
}

/// What a record is that stands without its issue: `None` no act, `Some(None)` an act of nobody.
fn loose_act(record: &Record<'_>, issue: Option<&str>, spot: &Spot, facts: &mut Facts) -> Option<Option<Act>> {
    let key = issue.unwrap_or_default();
    if record.started.get().is_some() || record.time_spent_seconds.get().is_some() {
        return Some(issue::worklog(key, record, spot, facts));
    }
    record.created.get()?;
    if record.items.0.is_some() {
        return Some(issue::change(key, record, spot, facts));
    }
    record.body.0.then(|| issue::comment(key, record, spot, facts))
}

/// The issue a record names: by its id, or in its own address.
fn issue_of<'r>(record: &'r Record<'_>) -> Option<&'r str> {
    record.issue_id.get().or_else(|| {
        let (_, rest) = record.own.get()?.split_once("/issue/")?;
        rest.split(['/', '?', '#']).next().filter(|issue| !issue.is_empty())
    })
}

/// The issue that the name of a file tells: `PAY-7` of `PAY-7-worklogs.json`.
pub(super) fn issue_of_name(name: &str) -> Option<&str> {
    let bytes = name.as_bytes();
    let is_key = |at: usize| {
        let word = bytes.get(..at)?.iter().rev().take_while(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
        let digits = bytes.get(at + 1..)?.iter().take_while(|b| b.is_ascii_digit()).count();
        let start = at - word.count();
        let starts = bytes.get(start).is_some_and(u8::is_ascii_uppercase);
        (starts && digits > 0).then(|| name.get(start..at + 1 + digits)).flatten()
    };
    (0..bytes.len()).filter(|at| bytes.get(*at) == Some(&b'-')).find_map(is_key)
}

#[cfg(test)]
mod tests {
    use super::issue_of_name;

    #[test]
    fn the_name_of_a_file_may_tell_the_issue() {
        assert_eq!(issue_of_name("PAY-7-worklogs.json"), Some("PAY-7"));
        assert_eq!(issue_of_name("worklog_of-OPS2-10.json"), Some("OPS2-10"));
        assert_eq!(issue_of_name("page-1.json"), None);
        assert_eq!(issue_of_name("2026-03.json"), None);
    }
}
