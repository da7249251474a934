//! Pull requests, issues and discussions as GitHub writes them, in any of its forms.

use std::sync::Arc;

use rung_model::{
    account::Account,
    evidence::{RoleInEvent, Verb},
    work_item::{WorkItem, WorkItemKind},
};
use serde_json::Value;

use super::super::{
    facts::{Act, Facts, ItemKey, labels},
    json::{get, list, moment, text},
};

/// An item with what is needed of it for acts on it.
pub(super) struct Item {
    pub(super) key: ItemKey,
    pub(super) author: Option<Arc<Account>>,
    pub(super) assignees: Vec<Arc<Account>>,
    pub(super) system: String,
}

impl Item {
    /// The actor's part in an act on it that is no review.
    pub(super) fn role(&self, actor: &Account) -> RoleInEvent {
        let is = |one: &Arc<Account>| one.key() == actor.key();
        if self.author.as_ref().is_some_and(is) {
            RoleInEvent::Author
        } else if self.assignees.iter().any(is) {
            RoleInEvent::Assignee
        } else {
            RoleInEvent::Subject
        }
    }
}

/// Where a record's address says it lives: `harbour/ledger`, and the number behind it.
pub(super) fn place(record: &Value) -> Option<(String, Option<String>)> {
    let url = text(record, &["html_url", "url", "web_url", "issue_url", "pull_request_url", "repository_url"])?;
    let (_, rest) = url.split_once("://")?;
    let path: Vec<&str> = rest.split(['?', '#']).next()?.split('/').skip(1).collect();
    let path = match path.as_slice() {
        ["api", "v3", "repos", rest @ ..] | ["api", "v1", "repos", rest @ ..] | ["repos", rest @ ..] => rest.to_vec(),
        _ => path,
    };
    let [owner, repository, rest @ ..] = path.as_slice() else { return None };
    let number = rest.get(1).filter(|number| number.bytes().all(|b| b.is_ascii_digit())).map(|n| (*n).to_owned());
    Some((format!("{owner}/{repository}"), number))
}

/// The name of a repository in a payload.
pub(super) fn repository(payload: &Value, around: Option<&Value>) -> Option<String> {
    let full = |value: &Value, key: &str| {
        let repository = get(value, &[key])?;
        text(repository, &["full_name", "nameWithOwner"])
            .or_else(|| text(repository, &["name"]).filter(|n| n.contains('/')))
    };
    full(payload, "repository").or_else(|| full(around?, "repo")).or_else(|| full(payload, "repo"))
}

/// Takes note of an item; its opening is a fact of its own.
pub(super) fn take(record: &Value, kind: WorkItemKind, project: Option<&str>, facts: &mut Facts) -> Option<Item> {
    let placed = place(record);
    let project = project.map(str::to_owned).or_else(|| placed.as_ref().map(|(project, _)| project.clone()))?;
    let number = text(record, &["number", "iid", "index"]).or_else(|| placed.and_then(|(_, number)| number))?;
    let system = facts.system(text(record, &["html_url", "url", "web_url"]).as_deref());
    let author = facts.person(get(record, &["user", "author", "poster"]), &system);
    let assignees: Vec<Arc<Account>> =
        list(record, &["assignees"]).iter().filter_map(|user| facts.person(Some(user), &system)).collect();
    let mut item = WorkItem::new(kind, facts.shared(&project), facts.shared(&format!("#{number}")));
    item.title = text(record, &["title"]).map(|title| facts.shared(&title));
    item.labels = labels(facts, record);
    item.author.clone_from(&author);
    item.assignees.clone_from(&assignees);
    let merged = moment(record, &["merged_at", "mergedAt"]).is_some()
        || record.get("merged").and_then(Value::as_bool) == Some(true);
    if merged {
        let oid = get(record, &["mergeCommit"]).and_then(|commit| text(commit, &["oid"]));
        item.merged_as = text(record, &["merge_commit_sha", "merged_commit_id"]).or(oid);
    }
    for commit in list(record, &["commits"]) {
        item.commits.extend(text(commit, &["sha", "oid", "id"]));
    }
    item.commits.sort();
    let as_of = moment(record, &["updated_at", "updatedAt", "created_at", "createdAt"]);
    let key = facts.item(item, as_of);
    let own = Item { key, author, assignees, system };
    if let (Some(at), Some(author)) = (moment(record, &["created_at", "createdAt"]), own.author.clone()) {
        facts.act(Act {
            id: &["opened"],
            at,
            actor: author,
            verb: Verb::Opened,
            role: RoleInEvent::Author,
            item: &own.key,
            change: None,
        });
    }
    if let (true, Some(at)) = (merged, moment(record, &["merged_at", "mergedAt"]))
        && let Some(actor) = facts.person(get(record, &["merged_by", "mergedBy"]), &own.system)
    {
        facts.act(Act {
            id: &["merged"],
            at,
            role: own.role(&actor),
            actor,
            verb: Verb::Merged,
            item: &own.key,
            change: None,
        });
    }
    for commit in list(record, &["commits"]) {
        facts.commit(commit, &project);
    }
    for review in list(record, &["reviews"]) {
        self::review(review, &own, facts);
    }
    for comment in list(record, &["comments", "review_comments"]) {
        self::comment(comment, "comment", &own, facts);
    }
    Some(own)
}

/// A review.
pub(super) fn review(record: &Value, item: &Item, facts: &mut Facts) {
    let at = moment(record, &["submitted_at", "submittedAt", "created_at"]);
    let (Some(at), Some(actor)) = (at, facts.person(get(record, &["user", "author"]), &item.system)) else { return };
    let own = item.author.as_ref().is_some_and(|author| author.key() == actor.key());
    let id = text(record, &["id"]).unwrap_or_else(|| format!("{} {at}", actor.key()));
    // Answering in one's own pull request is written as a review too: it is a comment.
    let verb = if own { Verb::Commented } else { Verb::Reviewed };
    let role = if own { RoleInEvent::Author } else { RoleInEvent::Reviewer };
    facts.act(Act { id: &["review", &id], at, actor, verb, role, item: &item.key, change: None });
}

/// A comment; `sort` keeps the numbers of review comments and others apart.
pub(super) fn comment(record: &Value, sort: &str, item: &Item, facts: &mut Facts) {
    let at = moment(record, &["created_at", "createdAt"]);
    let (Some(at), Some(actor)) = (at, facts.person(get(record, &["user", "author"]), &item.system)) else { return };
    let id = text(record, &["databaseId", "id"]).unwrap_or_else(|| format!("{} {at}", actor.key()));
    let sort = if record.get("diff_hunk").is_some() || record.get("pull_request_review_id").is_some() {
        "review comment"
    } else {
        sort
    };
    facts.act(Act {
        id: &[sort, &id],
        at,
        role: item.role(&actor),
        actor,
        verb: Verb::Commented,
        item: &item.key,
        change: None,
    });
}
