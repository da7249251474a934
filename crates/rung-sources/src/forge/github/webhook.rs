//! Deliveries: what happened, by which event and which action.

use rung_model::{
    evidence::{RoleInEvent, Verb},
    work_item::{Change, WorkItem, WorkItemKind},
};
use serde_json::Value;

use super::{
    super::{
        facts::{Act, Facts},
        json::{get, has, list, moment, text},
        stream::Made,
    },
    item::{self, Item},
    kinds,
};

/// Reads a delivery of the kind `event`, told from what it holds where that is empty. `around` is what its payload
/// stands in: a feed of events has the actor and the moment there.
pub(super) fn read(event: &str, payload: &Value, around: Option<&Value>, facts: &mut Facts) -> Made {
    let told = if event.is_empty() { by_shape(payload) } else { event };
    if !kinds::USED.contains(&told) {
        let of_a_forge = ["sender", "repository", "organization", "installation", "zen", "enterprise", "hook"]
            .iter()
            .any(|key| has(payload, key));
        if told.is_empty() && !of_a_forge {
            return Made::Unknown;
        }
        facts.page.not_used(if told.is_empty() { "another delivery" } else { told });
        return Made::Understood;
    }
    let project = item::repository(payload, around);
    let project = project.as_deref();
    let action = text(payload, &["action"]).unwrap_or_default();
    let used = match told {
        "push" => push(payload, project, facts),
        "gollum" | "wiki" => wiki(payload, project, facts),
        "release" => release(payload, project, &action, facts),
        "deployment" => deployment(payload, project, facts),
        "commit_comment" => commit_comment(payload, project, facts),
        _ => on_item(told, payload, project, &action, around, facts),
    };
    if used.is_none() {
        facts.page.not_used(told);
    }
    Made::Understood
}

/// The kind of a delivery without its header.
fn by_shape(payload: &Value) -> &'static str {
    let has = |key| has(payload, key);
    match () {
        () if has("review") && has("pull_request") => "pull_request_review",
        () if has("comment") && has("pull_request") => "pull_request_review_comment",
        () if has("thread") && has("pull_request") => "pull_request_review_thread",
        () if has("comment") && has("issue") => "issue_comment",
        () if has("comment") && has("discussion") => "discussion_comment",
        () if get(payload, &["comment"]).is_some_and(|comment| comment.get("commit_id").is_some()) => "commit_comment",
        () if has("check_run") || has("check_suite") || has("workflow_run") || has("workflow_job") => "check_run",
        () if has("deployment_status") => "deployment_status",
        () if has("changes") && has("sub_issue") || has("parent_issue") => "sub_issues",
        () if has("pull_request") && has("action") => "pull_request",
        () if has("issue") && has("action") => "issues",
        () if has("discussion") => "discussion",
        () if has("release") => "release",
        () if has("deployment") => "deployment",
        () if has("pages") => "gollum",
        () if has("commits") && has("ref") && (has("pusher") || has("head_commit") || has("before")) => "push",
        () => "",
    }
}

fn on_item(
    event: &str,
    payload: &Value,
    project: Option<&str>,
    action: &str,
    around: Option<&Value>,
    facts: &mut Facts,
) -> Option<()> {
    let (record, kind) = [
        ("pull_request", WorkItemKind::PullRequest),
        ("issue", WorkItemKind::Issue),
        ("discussion", WorkItemKind::Discussion),
    ]
    .into_iter()
    .find_map(|(key, kind)| Some((get(payload, &[key])?, kind)))?;
    let is_pull = kind == WorkItemKind::Issue && has(record, "pull_request")
        || payload.get("is_pull").and_then(Value::as_bool) == Some(true);
    let kind = if is_pull { WorkItemKind::PullRequest } else { kind };
    let own = item::take(record, kind, project, facts)?;
    let actor = facts.person(get(payload, &["sender"]).or_else(|| get(around?, &["actor"])), &own.system);
    match event {
        "pull_request_review" => {
            let review = get(payload, &["review"])?;
            if action == "submitted"
                || action == "created"
                || action.is_empty()
                || has(review, "submitted_at") && action != "edited" && action != "dismissed"
            {
                if has(review, "user") {
                    item::review(review, &own, facts);
                } else {
                    // Gitea names neither the review's number nor its author: the sender, at that moment.
                    let at = moment(record, &["updated_at"])?;
                    let actor = actor?;
                    let id = format!("{} {at}", actor.key());
                    let role = RoleInEvent::Reviewer;
                    facts.act(Act {
                        id: &["review", &id],
                        at,
                        actor,
                        verb: Verb::Reviewed,
                        role,
                        item: &own.key,
                        change: None,
                    });
                }
                return Some(());
            }
            None
        }
        "issue_comment" | "pull_request_review_comment" | "discussion_comment" | "pull_request_comment" => {
            let comment = get(payload, &["comment"])?;
            matches!(action, "created" | "").then(|| {
                let sort = if event == "pull_request_review_comment" { "review comment" } else { "comment" };
                item::comment(comment, sort, &own, facts);
            })
        }
        "pull_request" | "issues" | "discussion" => moved(payload, record, action, &own, actor, facts),
        _ => None,
    }
}

/// A field of an item was changed.
fn moved(
    payload: &Value,
    record: &Value,
    action: &str,
    own: &Item,
    actor: Option<std::sync::Arc<rung_model::account::Account>>,
    facts: &mut Facts,
) -> Option<()> {
    let closed = action == "closed";
    let merged = closed && record.get("merged").and_then(Value::as_bool) == Some(true);
    if action == "opened" || action == "created" || merged {
        return Some(());
    }
    let field = field(action)?;
    let at = if closed { moment(record, &["closed_at", "updated_at"]) } else { moment(record, &["updated_at"]) }?;
    let actor = actor?;
    let value = match field {
        "label" => get(payload, &["label"]).and_then(|label| text(label, &["name"])),
        "assignee" | "reviewer" => {
            get(payload, &["assignee", "requested_reviewer"]).and_then(|user| text(user, &["login"]))
        }
        "milestone" => get(payload, &["milestone"]).and_then(|one| text(one, &["title"])),
        _ => Some(action.to_owned()),
    };
    change(field, action, value, at, actor, own, facts);
    Some(())
}

/// Adds a change of a field.
pub(super) fn change(
    field: &str,
    action: &str,
    value: Option<String>,
    at: jiff::Timestamp,
    actor: std::sync::Arc<rung_model::account::Account>,
    own: &Item,
    facts: &mut Facts,
) {
    let said = value.map(|value| facts.shared(&value));
    let taken_away = action.starts_with("un") || action.starts_with("de") || action.ends_with("_removed");
    let (from, to) = if taken_away { (said.clone(), None) } else { (None, said.clone()) };
    let second = at.as_second().to_string();
    let id = [field, action, said.as_deref().unwrap_or(""), &second];
    let change = Some(Change { field: facts.shared(field), from, to });
    facts.act(Act { id: &id, at, role: own.role(&actor), actor, verb: Verb::MovedIssue, item: &own.key, change });
}

/// The field an action changes; `None` where it is no work on the item.
pub(super) fn field(action: &str) -> Option<&'static str> {
    Some(match action {
        "closed" | "reopened" | "answered" | "unanswered" | "ready_for_review" | "converted_to_draft"
        | "convert_to_draft" => "status",
        "labeled" | "unlabeled" | "label_updated" | "label_cleared" => "label",
        "assigned" | "unassigned" => "assignee",
        "milestoned" | "demilestoned" => "milestone",
        "review_requested" | "review_request_removed" => "reviewer",
        "transferred" | "pinned" | "unpinned" | "locked" | "unlocked" => "place",
        "typed" | "untyped" | "category_changed" => "type",
        _ => return None,
    })
}

fn push(payload: &Value, project: Option<&str>, facts: &mut Facts) -> Option<()> {
    let project = project.map_or_else(|| "repository".to_owned(), str::to_owned);
    for commit in list(payload, &["commits"]) {
        if commit.get("distinct").and_then(Value::as_bool) != Some(false) {
            facts.commit(commit, &project);
        }
    }
    Some(())
}

fn wiki(payload: &Value, project: Option<&str>, facts: &mut Facts) -> Option<()> {
    let project = project?;
    let system = facts.system(get(payload, &["repository"]).and_then(|r| text(r, &["html_url"])).as_deref());
    let actor = facts.person(get(payload, &["sender"]), &system)?;
    let at = get(payload, &["repository"]).and_then(|r| moment(r, &["updated_at", "pushed_at"]))?;
    for page in list(payload, &["pages"]) {
        let Some(name) = text(page, &["page_name", "title"]) else { continue };
        let mut document = WorkItem::new(WorkItemKind::Document, facts.shared(project), facts.shared(&name));
        document.title = text(page, &["title"]).map(|title| facts.shared(&title));
        let key = facts.item(document, Some(at));
        let version = text(page, &["sha"]).unwrap_or_else(|| at.to_string());
        let (actor, role) = (std::sync::Arc::clone(&actor), RoleInEvent::Author);
        facts.act(Act { id: &["edited", &version], at, actor, verb: Verb::EditedDoc, role, item: &key, change: None });
    }
    Some(())
}

fn release(payload: &Value, project: Option<&str>, action: &str, facts: &mut Facts) -> Option<()> {
    if !matches!(action, "published" | "released" | "") {
        return None;
    }
    released(get(payload, &["release"])?, project, facts)
}

/// A release somebody published.
pub(super) fn released(record: &Value, project: Option<&str>, facts: &mut Facts) -> Option<()> {
    let project = project.map(str::to_owned).or_else(|| item::place(record).map(|(project, _)| project))?;
    let system = facts.system(text(record, &["html_url", "url"]).as_deref());
    let actor = facts.person(get(record, &["author", "publisher"]), &system)?;
    let at = moment(record, &["published_at", "publishedAt"])?;
    let tag = text(record, &["tag_name", "tagName"])?;
    let mut item = WorkItem::new(WorkItemKind::Release, facts.shared(&project), facts.shared(&tag));
    item.title = text(record, &["name"]).map(|name| facts.shared(&name));
    let key = facts.item(item, Some(at));
    let role = RoleInEvent::Author;
    facts.act(Act { id: &["published"], at, actor, verb: Verb::Deployed, role, item: &key, change: None });
    Some(())
}

fn deployment(payload: &Value, project: Option<&str>, facts: &mut Facts) -> Option<()> {
    deployed(get(payload, &["deployment"])?, project, facts)
}

/// A deployment somebody started.
pub(super) fn deployed(record: &Value, project: Option<&str>, facts: &mut Facts) -> Option<()> {
    let project = project.map(str::to_owned).or_else(|| item::place(record).map(|(project, _)| project))?;
    let system = facts.system(text(record, &["url"]).as_deref());
    let actor = facts.person(get(record, &["creator"]), &system)?;
    let (at, id) = (moment(record, &["created_at"])?, text(record, &["id"])?);
    let mut item = WorkItem::new(WorkItemKind::Deployment, facts.shared(&project), facts.shared(&id));
    item.title = text(record, &["environment"]).map(|name| facts.shared(&name));
    let key = facts.item(item, Some(at));
    let role = RoleInEvent::Author;
    facts.act(Act { id: &["started"], at, actor, verb: Verb::Deployed, role, item: &key, change: None });
    Some(())
}

fn commit_comment(payload: &Value, project: Option<&str>, facts: &mut Facts) -> Option<()> {
    let comment = get(payload, &["comment"])?;
    let system = facts.system(text(comment, &["html_url"]).as_deref());
    let (project, commit) = (project?, text(comment, &["commit_id"])?);
    let short = commit.get(..10).unwrap_or(&commit);
    // A comment on a commit is a review of it.
    let item = WorkItem::new(WorkItemKind::PullRequest, facts.shared(project), facts.shared(short));
    let key = facts.item(item, None);
    let own = Item { key, author: None, assignees: Vec::new(), system };
    item::comment(comment, "commit comment", &own, facts);
    Some(())
}
