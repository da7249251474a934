//! An issue as JSON: its making, changes, comments and worklogs.

use std::sync::Arc;

use rung_model::{
    account::Account,
    work_item::{WorkItem, WorkItemKind},
};

use super::{
    change::{Told, told},
    record::{Fields, Record, User},
};
use crate::tracker::{
    dates::{self, Order},
    facts::{Act, Deed, Facts, title},
    pool::{Person, host},
};

/// Where a record stands.
#[derive(Clone, Debug)]
pub(super) struct Spot {
    /// Its file.
    pub(super) file: Arc<str>,
    /// Its line.
    pub(super) line: usize,
    /// The host of the answer, where it names one.
    pub(super) host: Arc<str>,
}

/// Who did it, if anybody.
pub(super) enum Who {
    /// A person.
    Person(Arc<Account>),
    /// A program, or nobody that is named.
    Automation,
}

/// What is left to say about an issue once it is read.
pub(super) struct Known {
    /// Its id in the system.
    pub(super) id: Option<String>,
    /// The issue.
    pub(super) item: Arc<WorkItem>,
    /// Whether the answer says that it holds more than it brought.
    pub(super) cut: bool,
}

/// Reads an issue; `None` where it has no key.
pub(super) fn read(record: &Record<'_>, spot: &Spot, facts: &mut Facts) -> Option<Known> {
    let none = Fields::default();
    let fields = record.fields.0.as_deref().unwrap_or(&none);
    let Some(key) = record.key.get() else {
        let mend = "export it again with its key";
        facts.warn(&spot.file, spot.line, record.id.get(), "issue-without-key", "the issue has no key", mend);
        return None;
    };
    let item = Arc::new(item(key, fields, spot, facts));
    let mut acts = Vec::new();
    if let Some(created) = fields.created.get() {
        let maker = fields.creator.0.as_ref().or(fields.reporter.0.as_ref());
        acts.extend(act(key, maker, None, ("created", created), Deed::Opened, spot, facts));
    } else {
        facts.page.not_used("issue without the time it was made");
    }
    let mut cut = false;
    if let Some(log) = &record.changelog.0 {
        for history in log.histories.iter() {
            acts.extend(change(key, history, spot, facts));
        }
        cut |= is_cut(log.total.0, log.histories.iter().len());
    }
    for part in [&fields.worklog, &fields.comment].into_iter().filter_map(|part| part.0.as_ref()) {
        acts.extend(part.worklogs.iter().filter_map(|entry| worklog(key, entry, spot, facts)));
        acts.extend(part.comments.iter().filter_map(|entry| comment(key, entry, spot, facts)));
        let count = part.worklogs.iter().len() + part.comments.iter().len();
        cut |= is_cut(part.total.0, count);
    }
    acts.extend(record.collected_comments.iter().filter_map(|entry| comment(key, entry, spot, facts)));
    facts.of_item(&item, acts);
    Some(Known { id: record.id.get().map(str::to_owned), item, cut })
}

fn is_cut(total: Option<i64>, brought: usize) -> bool {
    total.and_then(|total| usize::try_from(total).ok()).is_some_and(|total| total > brought)
}

fn item(key: &str, fields: &Fields<'_>, spot: &Spot, facts: &mut Facts) -> WorkItem {
    let project = fields.project.0.as_ref().and_then(|project| project.key.get());
    let mut item = WorkItem::new(WorkItemKind::Issue, facts.pool.text(project.unwrap_or(project_of(key))), key);
    item.title = fields.summary.get().map(Into::into);
    item.labels = fields.labels.iter().filter_map(|label| label.get()).map(|label| facts.pool.text(label)).collect();
    item.type_name = fields.issuetype.0.as_ref().and_then(|kind| kind.name.get()).map(|kind| facts.pool.text(kind));
    let mut account = |user: Option<&User<'_>>| facts.pool.account(&person(user?, spot));
    item.author = account(fields.creator.0.as_ref().or(fields.reporter.0.as_ref()));
    item.assignees = account(fields.assignee.0.as_ref()).into_iter().collect();
    item
}

/// `PAY` of `PAY-7`.
pub(super) fn project_of(key: &str) -> &str {
    key.rsplit_once('-').map_or(key, |(project, _)| project)
}

fn person<'p>(user: &'p User<'_>, spot: &'p Spot) -> Person<'p> {
    Person {
        system: user.own.get().and_then(host).unwrap_or(&spot.host),
        id: user.account_id.get().or(user.key.get()),
        login: if user.account_id.get().is_some() { None } else { user.name.get() },
        name: user.display_name.get(),
        address: user.email_address.get().filter(|address| address.contains('@')),
    }
}

/// Who an account is: apps are automation, and so is nobody.
fn who(user: Option<&User<'_>>, spot: &Spot, facts: &mut Facts) -> Who {
    let is_app = |user: &User<'_>| user.account_type.get().is_some_and(|kind| kind.eq_ignore_ascii_case("app"));
    let account = user.filter(|user| !is_app(user)).and_then(|user| facts.pool.account(&person(user, spot)));
    account.map_or(Who::Automation, Who::Person)
}

fn act(
    key: &str,
    user: Option<&User<'_>>,
    id: Option<&str>,
    (what, at): (&str, &str),
    deed: Deed,
    spot: &Spot,
    facts: &mut Facts,
) -> Option<Act> {
    let Who::Person(actor) = who(user, spot, facts) else {
        facts.page.not_used("by automation");
        return None;
    };
    let Ok(at) = dates::moment(at, Order::Unknown) else {
        facts.no_date(&spot.file, spot.line, key, what, at);
        return None;
    };
    Some(Act { id: id.map(str::to_owned), at, actor, deed, file: Arc::clone(&spot.file), line: spot.line })
}

/// A change; `None` where nobody made it or a worklog says it better.
pub(super) fn change(key: &str, entry: &Record<'_>, spot: &Spot, facts: &mut Facts) -> Option<Act> {
    let Told::Change(change) = told(entry.items.iter(), &mut facts.pool) else {
        facts.page.not_used("trace of a worklog");
        return None;
    };
    let at = ("change", entry.created.get().unwrap_or_default());
    act(key, entry.author.0.as_ref(), entry.id.get(), at, Deed::Changed(change), spot, facts)
}

/// A comment; what it says is not read.
pub(super) fn comment(key: &str, entry: &Record<'_>, spot: &Spot, facts: &mut Facts) -> Option<Act> {
    let at = ("comment", entry.created.get().unwrap_or_default());
    act(key, entry.author.0.as_ref(), entry.id.get(), at, Deed::Commented, spot, facts)
}

/// A worklog.
pub(super) fn worklog(key: &str, entry: &Record<'_>, spot: &Spot, facts: &mut Facts) -> Option<Act> {
    let spent = entry.time_spent_seconds.get().unwrap_or("0");
    let Ok(seconds) = spent.parse::<i64>() else {
        let shown: String = spent.chars().take(40).collect();
        let what = format!("worklog: `{shown}` is no number of seconds");
        facts.warn(&spot.file, spot.line, Some(key), "worklog-without-length", &what, "export it again");
        return None;
    };
    let at = ("worklog", entry.started.get().unwrap_or_default());
    let deed = Deed::Logged { seconds, title: entry.comment.get().and_then(title) };
    act(key, entry.author.0.as_ref(), entry.id.get(), at, deed, spot, facts)
}
