//! Deliveries of GitLab's hooks.

use std::sync::Arc;

use jiff::Timestamp;
use rung_model::{
    account::Account,
    evidence::{RoleInEvent, Verb},
    work_item::{Change, WorkItem, WorkItemKind},
};
use serde_json::Value;

use super::super::{
    facts::{Act, Facts, ItemKey, labels},
    json::{get, has, list, moment, text},
    stream::Made,
};

/// An item with what is needed of it for acts on it.
pub(super) struct Item {
    pub(super) key: ItemKey,
    pub(super) author: Option<String>,
    pub(super) assignees: Vec<String>,
}

impl Item {
    /// The actor's part in an act on it that is no review.
    pub(super) fn role(&self, actor: &Account) -> RoleInEvent {
        let id = actor.handle.as_ref().and_then(|handle| handle.id.as_deref());
        if id.is_some() && self.author.as_deref() == id {
            RoleInEvent::Author
        } else if id.is_some_and(|id| self.assignees.iter().any(|one| one == id)) {
            RoleInEvent::Assignee
        } else {
            RoleInEvent::Subject
        }
    }
}

/// Reads a delivery.
pub(super) fn read(payload: &Value, facts: &mut Facts) -> Made {
    let Some(kind) = text(payload, &["object_kind", "event_type", "event_name"]) else { return Made::Unknown };
    let used = match kind.as_str() {
        "push" => push(payload, facts),
        "merge_request" => item_changed(payload, WorkItemKind::PullRequest, facts),
        "issue" | "confidential_issue" | "work_item" => item_changed(payload, WorkItemKind::Issue, facts),
        "note" | "confidential_note" => note(payload, facts),
        "wiki_page" => wiki(payload, facts),
        "release" => release(payload, facts),
        "deployment" => deployment(payload, facts),
        _ => None,
    };
    if used.is_none() {
        facts.page.not_used(&kind);
    }
    Made::Understood
}

fn project(payload: &Value) -> Option<String> {
    let of = |key: &str| text(get(payload, &[key])?, &["path_with_namespace", "homepage"]);
    of("project").or_else(|| text(payload, &["path_with_namespace"])).or_else(|| of("repository"))
}

fn system(payload: &Value, facts: &Facts) -> String {
    let of = |key: &str| text(get(payload, &[key])?, &["web_url", "homepage", "url"]);
    facts.system(of("project").or_else(|| of("repository")).or_else(|| of("object_attributes")).as_deref())
}

fn id_of(record: &Value, keys: &[&str]) -> Option<String> {
    text(record, keys)
}

/// Takes note of the item in `attributes`.
pub(super) fn take(
    attributes: &Value,
    around: &Value,
    kind: WorkItemKind,
    project: &str,
    facts: &mut Facts,
) -> Option<Item> {
    let number = text(attributes, &["iid"])?;
    let sign = if kind == WorkItemKind::PullRequest { '!' } else { '#' };
    let mut item = WorkItem::new(kind, facts.shared(project), facts.shared(&format!("{sign}{number}")));
    item.title = text(attributes, &["title"]).map(|title| facts.shared(&title));
    item.type_name = text(attributes, &["type", "issue_type", "work_item_type"])
        .filter(|name| !matches!(name.to_lowercase().as_str(), "issue" | "task" | "merge_request"))
        .map(|name| facts.shared(&name));
    item.labels = labels(facts, if has(attributes, "labels") { attributes } else { around });
    if text(attributes, &["state"]).as_deref() == Some("merged") || moment(attributes, &["merged_at"]).is_some() {
        item.merged_as = text(attributes, &["squash_commit_sha", "merge_commit_sha"]);
    }
    let author = id_of(attributes, &["author_id"]).or_else(|| id_of(get(attributes, &["author"])?, &["id"]));
    let one = |user: &Value| id_of(user, &["id"]);
    let assignees =
        list(attributes, &["assignees"]).iter().chain(list(around, &["assignees"])).filter_map(one).collect();
    let as_of = moment(attributes, &["updated_at", "created_at"]);
    Some(Item { key: facts.item(item, as_of), author, assignees })
}

fn item_changed(payload: &Value, kind: WorkItemKind, facts: &mut Facts) -> Option<()> {
    let attributes = get(payload, &["object_attributes"])?;
    let (project, system) = (project(payload)?, system(payload, facts));
    let own = take(attributes, payload, kind, &project, facts)?;
    let action = text(attributes, &["action"]).unwrap_or_default();
    let at = moment(attributes, &["updated_at"]).or_else(|| moment(attributes, &["created_at"]))?;
    let actor = facts.person(get(payload, &["user"]), &system)?;
    match action.as_str() {
        "open" => {
            let at = moment(attributes, &["created_at"]).unwrap_or(at);
            opened(at, actor, &own, facts);
        }
        "approved" | "approval" => reviewed(&action, at, actor, &own, facts),
        "unapproved" | "unapproval" => change(("approval", None, None), &action, at, actor, &own, facts),
        "merge" => merged(at, actor, &own, facts),
        "close" | "reopen" => change(("status", None, Some(&action)), &action, at, actor, &own, facts),
        "update" => return updated(payload, at, &actor, &own, facts),
        _ => return None,
    }
    Some(())
}

/// An item was opened.
pub(super) fn opened(at: Timestamp, actor: Arc<Account>, own: &Item, facts: &mut Facts) {
    let role = RoleInEvent::Author;
    facts.act(Act { id: &["opened"], at, actor, verb: Verb::Opened, role, item: &own.key, change: None });
}

/// A merge request was taken in.
pub(super) fn merged(at: Timestamp, actor: Arc<Account>, own: &Item, facts: &mut Facts) {
    let role = own.role(&actor);
    facts.act(Act { id: &["merged"], at, actor, verb: Verb::Merged, role, item: &own.key, change: None });
}

fn reviewed(action: &str, at: Timestamp, actor: Arc<Account>, own: &Item, facts: &mut Facts) {
    let second = at.as_second().to_string();
    let key = actor.key();
    let (id, role) = ([action.trim_end_matches("al").trim_end_matches("ed"), &key, &second], RoleInEvent::Reviewer);
    facts.act(Act { id: &id, at, actor, verb: Verb::Reviewed, role, item: &own.key, change: None });
}

/// A field was changed: its name, its value before and after.
pub(super) fn change(
    (field, from, to): (&str, Option<&str>, Option<&str>),
    action: &str,
    at: Timestamp,
    actor: Arc<Account>,
    own: &Item,
    facts: &mut Facts,
) {
    let second = at.as_second().to_string();
    let change =
        Change { field: facts.shared(field), from: from.map(|t| facts.shared(t)), to: to.map(|t| facts.shared(t)) };
    let role = own.role(&actor);
    let id = [field, action, &second];
    facts.act(Act { id: &id, at, actor, verb: Verb::MovedIssue, role, item: &own.key, change: Some(change) });
}

/// An update: its most telling field.
fn updated(payload: &Value, at: Timestamp, actor: &Arc<Account>, own: &Item, facts: &mut Facts) -> Option<()> {
    let changes = get(payload, &["changes"])?.as_object()?;
    const FIELDS: [(&str, &str); 11] = [
        ("state_id", "status"),
        ("state", "status"),
        ("draft", "status"),
        ("assignees", "assignee"),
        ("reviewers", "reviewer"),
        ("labels", "label"),
        ("milestone_id", "milestone"),
        ("title", "title"),
        ("description", "description"),
        ("due_date", "due date"),
        ("weight", "weight"),
    ];
    let (key, field) = FIELDS.into_iter().find(|(key, _)| changes.contains_key(*key))?;
    let names = |value: &Value| {
        let all: Vec<String> =
            value.as_array()?.iter().filter_map(|one| text(one, &["title", "username", "name"])).collect();
        (!all.is_empty()).then(|| all.join(", "))
    };
    let plain = matches!(field, "label" | "assignee" | "reviewer");
    let of = |side: &str| changes.get(key).and_then(|pair| pair.get(side)).filter(|_| plain).and_then(names);
    let (from, to) = (of("previous"), of("current"));
    change((field, from.as_deref(), to.as_deref()), "update", at, Arc::clone(actor), own, facts);
    Some(())
}

fn note(payload: &Value, facts: &mut Facts) -> Option<()> {
    let attributes = get(payload, &["object_attributes"])?;
    if attributes.get("system").and_then(Value::as_bool) == Some(true)
        || text(attributes, &["action"]).is_some_and(|action| action == "update")
    {
        return None;
    }
    let (project, system) = (project(payload)?, system(payload, facts));
    let (at, id) = (moment(attributes, &["created_at"])?, text(attributes, &["id"])?);
    let own = match text(attributes, &["noteable_type"])?.as_str() {
        "MergeRequest" => take(get(payload, &["merge_request"])?, payload, WorkItemKind::PullRequest, &project, facts)?,
        "Issue" | "WorkItem" => {
            take(get(payload, &["issue", "work_item"])?, payload, WorkItemKind::Issue, &project, facts)?
        }
        "Commit" => {
            let commit = text(get(payload, &["commit"])?, &["id"])?;
            let short = commit.get(..10).unwrap_or(&commit);
            let item = WorkItem::new(WorkItemKind::PullRequest, facts.shared(&project), facts.shared(short));
            Item { key: facts.item(item, None), author: None, assignees: Vec::new() }
        }
        _ => return None,
    };
    let actor = facts.person(get(payload, &["user"]), &system)?;
    commented(&id, at, actor, &own, facts);
    Some(())
}

/// A comment.
pub(super) fn commented(id: &str, at: Timestamp, actor: Arc<Account>, own: &Item, facts: &mut Facts) {
    let role = own.role(&actor);
    facts.act(Act { id: &["note", id], at, actor, verb: Verb::Commented, role, item: &own.key, change: None });
}

fn push(payload: &Value, facts: &mut Facts) -> Option<()> {
    let project = project(payload)?;
    for commit in list(payload, &["commits"]) {
        facts.commit(commit, &project);
    }
    Some(())
}

fn wiki(payload: &Value, facts: &mut Facts) -> Option<()> {
    let attributes = get(payload, &["object_attributes"])?;
    let (project, system) = (project(payload)?, system(payload, facts));
    let actor = facts.person(get(payload, &["user"]), &system)?;
    let slug = text(attributes, &["slug", "title"])?;
    // The hook of a page names no moment of its own; only one that carries a version's date can be placed.
    let at = moment(attributes, &["updated_at", "created_at"])?;
    let mut page = WorkItem::new(WorkItemKind::Document, facts.shared(&project), facts.shared(&slug));
    page.title = text(attributes, &["title"]).map(|title| facts.shared(&title));
    let (key, role) = (facts.item(page, Some(at)), RoleInEvent::Author);
    let version = text(attributes, &["version_id"]).unwrap_or_else(|| at.to_string());
    facts.act(Act { id: &["edited", &version], at, actor, verb: Verb::EditedDoc, role, item: &key, change: None });
    Some(())
}

fn release(payload: &Value, facts: &mut Facts) -> Option<()> {
    if text(payload, &["action"]).is_some_and(|action| action != "create") {
        return None;
    }
    let author = get(payload, &["user", "author"]).or_else(|| get(get(payload, &["commit"])?, &["author"]));
    let (project, system) = (project(payload)?, system(payload, facts));
    released(payload, author, &project, &system, facts)
}

/// A release somebody published.
pub(super) fn released(
    record: &Value,
    author: Option<&Value>,
    project: &str,
    system: &str,
    facts: &mut Facts,
) -> Option<()> {
    let actor = facts.person(author, system)?;
    let at = moment(record, &["released_at", "created_at"])?;
    let tag = text(record, &["tag", "tag_name"])?;
    let mut item = WorkItem::new(WorkItemKind::Release, facts.shared(project), facts.shared(&tag));
    item.title = text(record, &["name"]).map(|name| facts.shared(&name));
    let (key, role) = (facts.item(item, Some(at)), RoleInEvent::Author);
    facts.act(Act { id: &["published"], at, actor, verb: Verb::Deployed, role, item: &key, change: None });
    Some(())
}

fn deployment(payload: &Value, facts: &mut Facts) -> Option<()> {
    if text(payload, &["status"]).is_some_and(|status| status != "success") {
        return None;
    }
    let (project, system) = (project(payload)?, system(payload, facts));
    let at = moment(payload, &["status_changed_at", "finished_at", "created_at"])?;
    deployed(payload, get(payload, &["user"]), at, (&project, &system), facts)
}

/// A deployment that somebody started and that went through.
pub(super) fn deployed(
    record: &Value,
    user: Option<&Value>,
    at: Timestamp,
    (project, system): (&str, &str),
    facts: &mut Facts,
) -> Option<()> {
    let actor = facts.person(user, system)?;
    let id = text(record, &["deployment_id", "id"])?;
    let item = WorkItem::new(WorkItemKind::Deployment, facts.shared(project), facts.shared(&id));
    let (key, role) = (facts.item(item, Some(at)), RoleInEvent::Author);
    facts.act(Act { id: &["deployed"], at, actor, verb: Verb::Deployed, role, item: &key, change: None });
    Some(())
}
