//! Records of GitLab's interface: merge requests, issues, notes, events, commits, releases, deployments.

use rung_model::work_item::{WorkItem, WorkItemKind};
use serde_json::Value;

use super::{
    super::{
        facts::{Facts, names_somebody},
        json::{get, has, list, moment, text},
        stream::Made,
    },
    delivery::{self, Item},
};

/// Keys that hold records of an export.
const LISTS: [&str; 9] =
    ["merge_requests", "issues", "notes", "discussions", "commits", "events", "releases", "deployments", "nodes"];

/// Reads a record.
pub(super) fn read(record: &Value, hints: &[String], facts: &mut Facts) -> Made {
    let took = item(record, facts)
        .or_else(|| act(record, hints, facts))
        .or_else(|| other(record, facts))
        .or_else(|| holds(record, hints, facts));
    if took.is_some() { Made::Understood } else { Made::Unknown }
}

/// The project an address lies in: what stands before `/-/`, or before the kind of thing.
fn place(url: &str) -> Option<String> {
    let (_, rest) = url.split_once("://")?;
    let (_, path) = rest.split_once('/')?;
    let cut = ["/-/", "/merge_requests/", "/issues/", "/releases/", "/commit/"].iter().find_map(|mark| path.find(mark));
    Some(path.get(..cut?)?.to_owned()).filter(|path| !path.is_empty())
}

fn item(record: &Value, facts: &mut Facts) -> Option<()> {
    if !(has(record, "iid") && has(record, "title") && names_somebody(record, "author")) {
        return None;
    }
    let url = text(record, &["web_url", "webUrl"]).unwrap_or_default();
    let merge = url.contains("/merge_requests/") || has(record, "source_branch");
    let kind = if merge { WorkItemKind::PullRequest } else { WorkItemKind::Issue };
    let project = place(&url).or_else(|| text(record, &["project_id"]))?;
    let system = facts.system(Some(&url));
    let own = delivery::take(record, record, kind, &project, facts)?;
    if let (Some(at), Some(author)) = (moment(record, &["created_at"]), facts.person(get(record, &["author"]), &system))
    {
        delivery::opened(at, author, &own, facts);
    }
    if let Some(at) = moment(record, &["merged_at"])
        && let Some(actor) = facts.person(get(record, &["merge_user", "merged_by"]), &system)
    {
        delivery::merged(at, actor, &own, facts);
    }
    if text(record, &["state"]).as_deref() == Some("closed")
        && let (Some(at), Some(actor)) =
            (moment(record, &["closed_at"]), facts.person(get(record, &["closed_by"]), &system))
    {
        delivery::change(("status", None, Some("close")), "close", at, actor, &own, facts);
    }
    for note in list(record, &["notes", "user_notes"]) {
        self::note(note, Some(&own), &system, facts);
    }
    for commit in list(record, &["commits"]) {
        facts.commit(commit, &project);
    }
    Some(())
}

fn note(record: &Value, own: Option<&Item>, system: &str, facts: &mut Facts) -> Option<()> {
    if record.get("system").and_then(Value::as_bool) == Some(true) {
        facts.page.not_used("system note");
        return Some(());
    }
    let (at, id) = (moment(record, &["created_at"])?, text(record, &["id"])?);
    let actor = facts.person(get(record, &["author"]), system);
    let bare = || -> Option<Item> {
        let number = text(record, &["noteable_iid"])?;
        let merge = text(record, &["noteable_type"]).as_deref() == Some("MergeRequest");
        let (kind, sign) = if merge { (WorkItemKind::PullRequest, '!') } else { (WorkItemKind::Issue, '#') };
        let project = text(record, &["project_id"])?;
        Some(Item {
            key: (kind, project.into(), format!("{sign}{number}").into()),
            author: None,
            assignees: Vec::new(),
        })
    };
    let made = if own.is_none() { bare() } else { None };
    match (own.or(made.as_ref()), actor) {
        (Some(own), Some(actor)) => delivery::commented(&id, at, actor, own, facts),
        (None, _) => facts.page.not_used("note without its item"),
        (Some(_), None) => {}
    }
    Some(())
}

/// Something done to an item, which a record of its own tells.
fn act(record: &Value, hints: &[String], facts: &mut Facts) -> Option<()> {
    let system = facts.system(text(record, &["web_url"]).as_deref());
    if has(record, "noteable_type") && names_somebody(record, "author") {
        return note(record, None, &system, facts);
    }
    if let Some(notes) = record.get("notes").and_then(Value::as_array).filter(|_| has(record, "individual_note")) {
        notes.iter().for_each(|one| {
            note(one, None, &system, facts);
        });
        return Some(());
    }
    if has(record, "action_name") && names_somebody(record, "author") {
        event(record, &system, facts);
        return Some(());
    }
    if has(record, "resource_type") && has(record, "created_at") && names_somebody(record, "user") {
        let number = hints.iter().find(|hint| !hint.is_empty() && hint.bytes().all(|b| b.is_ascii_digit()));
        let merge = text(record, &["resource_type"]).as_deref() == Some("MergeRequest");
        let Some(number) = number else {
            facts.page.not_used("event without its item");
            return Some(());
        };
        let (kind, sign) = if merge { (WorkItemKind::PullRequest, '!') } else { (WorkItemKind::Issue, '#') };
        let own = Item {
            key: (kind, "project".into(), format!("{sign}{number}").into()),
            author: None,
            assignees: Vec::new(),
        };
        let (at, actor) = (moment(record, &["created_at"])?, facts.person(get(record, &["user"]), &system));
        let label = get(record, &["label"]).and_then(|label| text(label, &["name"]));
        let state = text(record, &["state", "action"]);
        if let Some(actor) = actor {
            let field = if label.is_some() { "label" } else { "status" };
            let to = label.or(state.clone());
            delivery::change((field, None, to.as_deref()), state.as_deref().unwrap_or(""), at, actor, &own, facts);
        }
        return Some(());
    }
    None
}

/// An event of a user's or project's feed. What has a record of its own elsewhere is told by its own number.
fn event(record: &Value, system: &str, facts: &mut Facts) -> Option<()> {
    let action = text(record, &["action_name"])?;
    let target = text(record, &["target_type"]).unwrap_or_default();
    let (at, project) = (moment(record, &["created_at"])?, text(record, &["project_id"])?);
    if let Some(note) = get(record, &["note"]) {
        self::note(note, None, system, facts);
        return Some(());
    }
    let (kind, sign) = match target.as_str() {
        "MergeRequest" => (WorkItemKind::PullRequest, '!'),
        "Issue" | "WorkItem" => (WorkItemKind::Issue, '#'),
        _ => {
            facts.page.not_used(&format!("{action} event"));
            return Some(());
        }
    };
    let number = text(record, &["target_iid"])?;
    let mut item = WorkItem::new(kind, facts.shared(&project), facts.shared(&format!("{sign}{number}")));
    item.title = text(record, &["target_title"]).map(|title| facts.shared(&title));
    let own = Item { key: facts.item(item, Some(at)), author: None, assignees: Vec::new() };
    let actor = facts.person(get(record, &["author"]), system)?;
    match action.as_str() {
        "opened" => delivery::opened(at, actor, &own, facts),
        "accepted" | "merged" => delivery::merged(at, actor, &own, facts),
        "closed" | "reopened" => {
            let said = action.trim_end_matches('d').trim_end_matches("ene");
            let said = if said == "close" { "close" } else { "reopen" };
            delivery::change(("status", None, Some(said)), said, at, actor, &own, facts);
        }
        _ => facts.page.not_used(&format!("{action} event")),
    }
    Some(())
}

/// Commits, releases, deployments.
fn other(record: &Value, facts: &mut Facts) -> Option<()> {
    let url = text(record, &["web_url"]).unwrap_or_default();
    if has(record, "author_email") && (has(record, "authored_date") || has(record, "created_at")) {
        facts.commit(record, &place(&url).unwrap_or_else(|| "repository".to_owned()));
        return Some(());
    }
    if has(record, "tag_name") && (has(record, "released_at") || has(record, "description")) {
        let links = get(record, &["_links"]).and_then(|links| text(links, &["self"])).unwrap_or_default();
        let (project, system) = (place(&links), facts.system(Some(&links)));
        let done =
            project.and_then(|project| delivery::released(record, get(record, &["author"]), &project, &system, facts));
        if done.is_none() {
            facts.page.not_used("release");
        }
        return Some(());
    }
    if has(record, "deployable") && names_somebody(record, "user") {
        let at = moment(record, &["updated_at", "created_at"])?;
        let page = get(record, &["deployable"]).and_then(|job| text(job, &["web_url"])).unwrap_or_default();
        let (project, system) = (place(&page).unwrap_or_else(|| "project".to_owned()), facts.system(Some(&page)));
        let through = text(record, &["status"]).is_none_or(|status| status == "success");
        let done = through.then(|| delivery::deployed(record, get(record, &["user"]), at, (&project, &system), facts));
        if done.flatten().is_none() {
            facts.page.not_used("deployment");
        }
        return Some(());
    }
    None
}

fn holds(record: &Value, hints: &[String], facts: &mut Facts) -> Option<()> {
    let mut any = None;
    for key in LISTS {
        for one in list(record, &[key]).iter().filter(|one| one.is_object()) {
            if matches!(read(one, hints, facts), Made::Understood) {
                any = Some(());
            }
        }
    }
    any
}
