//! Records of the interface: lists of pull requests, issues, reviews, comments, commits, events, releases.

use rung_model::work_item::{WorkItem, WorkItemKind};
use serde_json::Value;

use super::{
    super::{
        facts::{Facts, names_somebody},
        json::{get, has, list, moment, text},
        stream::Made,
    },
    item::{self, Item, place},
    webhook,
};

/// Keys that hold records of a page of an answer or of a tool's export.
const LISTS: [&str; 12] = [
    "items",
    "nodes",
    "pull_requests",
    "pullRequests",
    "issues",
    "reviews",
    "comments",
    "review_comments",
    "commits",
    "events",
    "releases",
    "deployments",
];

/// Reads a record; [`Made::Unknown`] where it is none.
pub(super) fn read(record: &Value, hints: &[String], facts: &mut Facts) -> Made {
    if has(record, "sender") || has(record, "action") && (has(record, "repository") || has(record, "organization")) {
        return Made::Unknown;
    }
    let took = whole(record, facts).or_else(|| part(record, hints, facts)).or_else(|| holds(record, hints, facts));
    if took.is_some() { Made::Understood } else { Made::Unknown }
}

/// Something that stands for itself.
fn whole(record: &Value, facts: &mut Facts) -> Option<()> {
    let numbered = has(record, "number") && has(record, "title");
    if numbered && (names_somebody(record, "user") || names_somebody(record, "author")) {
        let url = text(record, &["html_url", "url"]).unwrap_or_default();
        let pull = ["base", "merged_at", "mergedAt", "headRefName", "pull_request", "merge_commit_sha", "isDraft"];
        let is_pull = pull.iter().any(|key| has(record, key)) || url.contains("/pull/") || url.contains("/pulls/");
        let kind = match () {
            () if is_pull => WorkItemKind::PullRequest,
            () if url.contains("/discussions/") => WorkItemKind::Discussion,
            () => WorkItemKind::Issue,
        };
        return match item::take(record, kind, None, facts) {
            Some(own) => {
                for event in list(record, &["events", "timeline", "timelineItems"]) {
                    happened(event, &own, facts);
                }
                Some(())
            }
            None => {
                facts.page.not_used("item without a place");
                Some(())
            }
        };
    }
    if has(record, "sha") && get(record, &["commit"]).is_some_and(|commit| commit.get("author").is_some()) {
        let project = place(record).map_or_else(|| "repository".to_owned(), |(project, _)| project);
        facts.commit(record, &project);
        return Some(());
    }
    if has(record, "tag_name") && (has(record, "published_at") || has(record, "draft")) {
        if webhook::released(record, None, facts).is_none() {
            facts.page.not_used("release");
        }
        return Some(());
    }
    if has(record, "environment") && has(record, "creator") && has(record, "statuses_url") {
        if webhook::deployed(record, None, facts).is_none() {
            facts.page.not_used("deployment");
        }
        return Some(());
    }
    None
}

/// A part of an item, which it names by an address.
fn part(record: &Value, hints: &[String], facts: &mut Facts) -> Option<()> {
    let of = |keys: &[&str]| {
        let url = text(record, keys)?;
        place(&serde_json::json!({ "url": url })).filter(|(_, number)| number.is_some())
    };
    let by_html = || of(&["html_url", "pull_request_url", "issue_url", "url"]);
    let names = names_somebody(record, "user") || names_somebody(record, "author");
    if names && has(record, "state") && (has(record, "submitted_at") || has(record, "submittedAt")) {
        let own = bare(of(&["pull_request_url", "html_url"])?, WorkItemKind::PullRequest, record, facts);
        item::review(record, &own, facts);
        return Some(());
    }
    if names && (has(record, "diff_hunk") || has(record, "pull_request_review_id")) {
        let own = bare(of(&["pull_request_url", "html_url"])?, WorkItemKind::PullRequest, record, facts);
        item::comment(record, "review comment", &own, facts);
        return Some(());
    }
    if names && has(record, "commit_id") && !has(record, "event") {
        facts.page.not_used("comment on a commit");
        return Some(());
    }
    if names && has(record, "created_at") && (has(record, "issue_url") || has(record, "body")) {
        let pull = text(record, &["html_url"]).is_some_and(|url| url.contains("/pull/"));
        let kind = if pull { WorkItemKind::PullRequest } else { WorkItemKind::Issue };
        let own = bare(by_html()?, kind, record, facts);
        item::comment(record, "comment", &own, facts);
        return Some(());
    }
    if has(record, "event") && has(record, "created_at") {
        let Some(issue) = get(record, &["issue"]) else {
            let number = hints.iter().find(|hint| !hint.is_empty() && hint.bytes().all(|b| b.is_ascii_digit()));
            let found = number.and_then(|number| Some((place(record)?.0, Some(number.clone()))));
            let Some(found) = found else {
                facts.page.not_used("event without its issue");
                return Some(());
            };
            let own = bare(found, WorkItemKind::Issue, record, facts);
            happened(record, &own, facts);
            return Some(());
        };
        let kind = if has(issue, "pull_request") { WorkItemKind::PullRequest } else { WorkItemKind::Issue };
        let own = item::take(issue, kind, None, facts)?;
        happened(record, &own, facts);
        return Some(());
    }
    None
}

/// An item of which a part only names the place.
fn bare((project, number): (String, Option<String>), kind: WorkItemKind, record: &Value, facts: &mut Facts) -> Item {
    let system = facts.system(text(record, &["html_url", "url"]).as_deref());
    let number = number.unwrap_or_default();
    let item = WorkItem::new(kind, facts.shared(&project), facts.shared(&format!("#{number}")));
    let key = facts.item(item, None);
    Item { key, author: None, assignees: Vec::new(), system }
}

/// An event of an issue's or pull request's history.
fn happened(record: &Value, own: &Item, facts: &mut Facts) {
    let action = text(record, &["event", "__typename"]).unwrap_or_default();
    match action.as_str() {
        "commented" => return item::comment(record, "comment", own, facts),
        "reviewed" => return item::review(record, own, facts),
        _ => {}
    }
    let at = moment(record, &["created_at", "createdAt"]);
    let field = webhook::field(&action);
    let (Some(at), Some(field)) = (at, field) else {
        facts.page.not_used(&format!("{action} event"));
        return;
    };
    let Some(actor) = facts.person(get(record, &["actor"]), &own.system) else { return };
    let value = match field {
        "label" => get(record, &["label"]).and_then(|label| text(label, &["name"])),
        "assignee" | "reviewer" => {
            get(record, &["assignee", "requested_reviewer"]).and_then(|user| text(user, &["login"]))
        }
        "milestone" => get(record, &["milestone"]).and_then(|one| text(one, &["title"])),
        _ => Some(action.clone()),
    };
    webhook::change(field, &action, value, at, actor, own, facts);
}

/// A page of an answer: records under a key.
fn holds(record: &Value, hints: &[String], facts: &mut Facts) -> Option<()> {
    let mut any = None;
    for key in LISTS {
        let value = get(record, &[key]);
        let nodes = value.map(|value| list(value, &["nodes"])).filter(|nodes| !nodes.is_empty());
        let records = nodes.unwrap_or_else(|| list(record, &[key]));
        for one in records.iter().filter(|one| one.is_object()) {
            if matches!(read(one, hints, facts), Made::Understood) {
                any = Some(());
            }
        }
    }
    if any.is_none() {
        let inner = get(record, &["data", "repository", "search", "organization"]).filter(|inner| inner.is_object())?;
        if !has(record, "sender") && !has(record, "zen") {
            return holds(inner, hints, facts);
        }
    }
    any
}
