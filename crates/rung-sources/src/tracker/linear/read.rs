//! An issue of Linear as JSON: its making, its history, its comments.

use std::sync::Arc;

use rung_model::{
    account::Account,
    work_item::{Change, WorkItem, WorkItemKind},
};

use super::{
    SYSTEM,
    node::{Entry, Named, Node, User},
};
use crate::tracker::{
    dates::{self, Order},
    facts::{Act, Deed, Facts},
    pool::{Person, Pool},
    soft::{Soft, Text},
};

/// Objects within objects that are followed.
const DEEP: usize = 8;

/// Reads a value; says how many issues it held, and how many of them hold more than was exported.
pub(in crate::tracker) fn value(
    text: &str,
    file: &Arc<str>,
    line: usize,
    facts: &mut Facts,
) -> Result<(u64, u64), serde_json::Error> {
    let node: Node<'_> = serde_json::from_str(text)?;
    Ok(follow(&node, file, line, DEEP, facts))
}

fn follow(node: &Node<'_>, file: &Arc<str>, line: usize, deep: usize, facts: &mut Facts) -> (u64, u64) {
    if let Some(key) = node.identifier.get() {
        return (1, u64::from(issue(key, node, file, line, facts)));
    }
    if let Some(message) = node.errors.iter().find_map(|error| error.message.get()) {
        let what = format!("the file holds an error of the server: {}", message.chars().take(120).collect::<String>());
        facts.warn(file, line, None, "answer-is-an-error", &what, "ask the server again");
        return (0, 0);
    }
    let issues = node.issues.0.iter().flat_map(|issues| issues.nodes.iter());
    let within = [node.data.0.as_deref(), node.issue.0.as_deref()].into_iter().flatten();
    let around: Vec<&Node<'_>> = within.chain(node.nodes.iter()).chain(issues).collect();
    let is_page = node.nodes.0.is_some() || node.issues.0.is_some() || node.data.0.is_some() || node.page_info.0;
    if around.is_empty() && !is_page {
        facts.page.not_used("other record");
    }
    let mut sum = (0, 0);
    if deep > 0 {
        for node in around {
            let (read, cut) = follow(node, file, line, deep - 1, facts);
            sum = (sum.0 + read, sum.1 + cut);
        }
    }
    sum
}

/// Reads an issue; says whether it holds more than was exported.
fn issue(key: &str, node: &Node<'_>, file: &Arc<str>, line: usize, facts: &mut Facts) -> bool {
    let project = node.team.0.as_ref().and_then(|team| team.key.get());
    let project = project.or_else(|| key.rsplit_once('-').map(|(team, _)| team)).unwrap_or(key);
    let mut item = WorkItem::new(WorkItemKind::Issue, facts.pool.text(project), key);
    item.title = node.title.get().map(Into::into);
    let labels = node.labels.0.iter().flat_map(|labels| labels.nodes.iter());
    item.labels = labels.filter_map(|label| label.name.get()).map(|label| facts.pool.text(label)).collect();
    item.author = account(&node.creator, &mut facts.pool);
    item.assignees = account(&node.assignee, &mut facts.pool).into_iter().collect();
    let mut acts = Vec::new();
    let mut add = |id: &Text<'_>, at: (&str, &Text<'_>), user: &Soft<User<'_>>, deed: Deed, facts: &mut Facts| {
        let actor = account(user, &mut facts.pool).filter(|_| !user.0.as_ref().is_some_and(|user| user.app.0));
        let Some(actor) = actor else {
            facts.page.not_used("by automation");
            return;
        };
        let text = at.1.get().unwrap_or_default();
        match dates::moment(text, Order::Unknown) {
            Ok(at) => {
                acts.push(Act { id: id.get().map(str::to_owned), at, actor, deed, file: Arc::clone(file), line });
            }
            Err(_) => facts.no_date(file, line, key, at.0, text),
        }
    };
    if node.created_at.get().is_some() {
        add(&Text::default(), ("created", &node.created_at), &node.creator, Deed::Opened, facts);
    } else {
        facts.page.not_used("issue without the time it was made");
    }
    for entry in node.history.0.iter().flat_map(|history| history.nodes.iter()) {
        let change = change(entry, &mut facts.pool);
        add(&entry.id, ("change", &entry.created_at), &entry.actor, Deed::Changed(change), facts);
    }
    for comment in node.comments.0.iter().flat_map(|comments| comments.nodes.iter()) {
        add(&comment.id, ("comment", &comment.created_at), &comment.user, Deed::Commented, facts);
    }
    facts.of_item(&Arc::new(item), acts);
    let history = node.history.0.as_ref().and_then(|history| history.page.0.as_ref());
    let comments = node.comments.0.as_ref().and_then(|comments| comments.page.0.as_ref());
    [history, comments].into_iter().flatten().any(|page| page.has_next_page.0)
}

fn account(user: &Soft<User<'_>>, pool: &mut Pool) -> Option<Arc<Account>> {
    let user = user.0.as_ref()?;
    pool.account(&Person {
        system: SYSTEM,
        id: user.id.get(),
        login: user.display_name.get(),
        name: user.name.get().or(user.display_name.get()),
        address: user.email.get().filter(|address| address.contains('@')),
    })
}

/// The most telling of the fields changed at one moment.
fn change(entry: &Entry<'_>, pool: &mut Pool) -> Option<Change> {
    let named = |named: &Soft<Named<'_>>| {
        let named = named.0.as_ref()?;
        let words = [&named.name, &named.identifier, &named.number, &named.key, &named.title];
        words.into_iter().find_map(|text| text.get()).map(str::to_owned)
    };
    let person = |user: &Soft<User<'_>>| {
        let user = user.0.as_ref()?;
        user.name.get().or(user.display_name.get()).or(user.id.get()).map(str::to_owned)
    };
    let label = |labels: &crate::tracker::soft::List<Named<'_>>| {
        let names: Vec<&str> = labels.iter().filter_map(|label| label.name.get()).collect();
        (!names.is_empty()).then(|| names.join(", "))
    };
    let number = |number: Option<i64>| number.map(|number| number.to_string());
    let text = |text: &Text<'_>| text.get().map(str::to_owned);
    let pairs = [
        ("status", named(&entry.from_state), named(&entry.to_state)),
        ("assignee", person(&entry.from_assignee), person(&entry.to_assignee)),
        ("priority", number(entry.from_priority.0), number(entry.to_priority.0)),
        ("cycle", named(&entry.from_cycle), named(&entry.to_cycle)),
        ("project", named(&entry.from_project), named(&entry.to_project)),
        ("estimate", text(&entry.from_estimate), text(&entry.to_estimate)),
        ("team", named(&entry.from_team), named(&entry.to_team)),
        ("parent", named(&entry.from_parent), named(&entry.to_parent)),
        ("due date", text(&entry.from_due_date), text(&entry.to_due_date)),
        ("labels", label(&entry.removed_labels), label(&entry.added_labels)),
    ];
    let telling = pairs.into_iter().find(|(_, from, to)| from.is_some() || to.is_some());
    if let Some((field, from, to)) = telling {
        let (from, to) = (from.map(|from| pool.text(&from)), to.map(|to| pool.text(&to)));
        return Some(Change { field: pool.text(field), from, to });
    }
    let texts = [("title", entry.from_title.0), ("description", entry.updated_description.0)];
    let field = texts.into_iter().find(|(_, is)| *is).map(|(field, _)| field)?;
    Some(Change { field: pool.text(field), from: None, to: None })
}
