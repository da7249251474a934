//! Toggl Track as JSON: time entries of its interface (version 9), and detailed reports (versions 2 and 3).

use std::collections::BTreeSet;

use jiff::{SignedDuration, Timestamp};
use rung_model::{
    account::{Account, Handle},
    evidence::Zone,
    manifest::SourceKind,
};

use super::{
    entry::Entry,
    json::{parse, word, words},
    reading::{Reading, shown},
    stretch::interval,
};
use crate::tree::Node;

/// What a user's number is called.
const USER_ID: [&str; 2] = ["user_id", "uid"];
const MEND: &str = "export time entries, or a detailed report, again";

/// Reads an export: a list of entries, of groups of entries, or a table that holds one of them.
pub(super) fn read(reading: &mut Reading<'_, '_>, text: &str) {
    let Some(tree) = parse(reading, text) else { return };
    let inner = ["data", "time_entries", "items"].into_iter().find_map(|key| tree.get(key)?.list());
    let single = tree.get("start").is_some().then(|| std::slice::from_ref(&tree));
    let Some(list) = tree.list().or(inner).or(single) else {
        return reading.refuse(tree.line, "not-toggl", "the file holds no time entries", MEND);
    };
    let ids: BTreeSet<String> = list.iter().filter_map(|node| word(node, &USER_ID)).collect();
    let shared = ids.len() > 1;
    for node in list {
        match node.get("time_entries").and_then(Node::list) {
            Some(entries) => entries.iter().for_each(|entry| one(reading, entry, node, shared)),
            None => one(reading, node, node, shared),
        }
    }
}

/// One entry; what a group says of all its entries stands in `group`. `shared` where several people logged.
fn one(reading: &mut Reading<'_, '_>, node: &Node, group: &Node, shared: bool) {
    let Some(start) = word(node, &["start"]) else {
        return reading.refuse(node.line, "no-start", "the entry has no start", MEND);
    };
    if node.get("server_deleted_at").is_some_and(|at| at.text().is_some()) {
        return reading.not_used("deleted");
    }
    let seconds = node.get("duration").or_else(|| node.get("seconds")).and_then(Node::number);
    let seconds = seconds.or_else(|| node.get("dur").and_then(Node::number).map(|thousandths| thousandths / 1000.0));
    if seconds.is_some_and(|seconds| seconds < 0.0) {
        return reading.not_used("still running");
    }
    let end = word(node, &["stop", "end"]);
    let moments = (moment(reading, node.line, &start), end.as_deref().map(|end| moment(reading, node.line, end)));
    let (from, to) = match moments {
        (Some(from), Some(Some(to))) => (from, to),
        (Some(from), None) => {
            let Some(seconds) = seconds else { return reading.not_used("still running") };
            let Ok(to) = from.checked_add(SignedDuration::from_secs(seconds as i64)) else {
                return reading.refuse(node.line, "bad-duration", "the entry has no possible length", MEND);
            };
            (from, to)
        }
        _ => return,
    };
    if to < from {
        return reading.refuse(node.line, "end-before-start", "it ends before it starts", "correct the entry in Toggl");
    }
    if to == from {
        return reading.not_used("no length");
    }
    let either = |keys: &[&str]| word(node, keys).or_else(|| word(group, keys));
    let mut tags = words(node, "tags");
    tags.extend(words(group, "tags"));
    let entry = Entry {
        who: who(node, group, shared),
        title: either(&["description"]).or_else(|| either(&["task_name", "task"])).unwrap_or_default(),
        project: either(&["project_name", "project"]).unwrap_or_default(),
        tags,
        native: word(node, &["id"]),
        line: node.line,
        ..Entry::default()
    };
    reading.add(&entry, interval(from, to, zone(&start)));
}

fn moment(reading: &mut Reading<'_, '_>, line: usize, text: &str) -> Option<Timestamp> {
    let at = text.parse().ok();
    if at.is_none() {
        reading.refuse(line, "bad-date", format!("`{}` is no moment", shown(text)), MEND);
    }
    at
}

/// The offset a moment was written with.
fn zone(text: &str) -> Zone {
    let offset = jiff::fmt::strtime::parse("%Y-%m-%dT%H:%M:%S%:z", text).ok().and_then(|read| read.offset());
    offset.map_or(Zone::Utc, |offset| Zone::Offset(offset.seconds()))
}

/// The user of an entry, where it names one.
fn who(node: &Node, group: &Node, shared: bool) -> Option<Account> {
    let either = |keys: &[&str]| word(node, keys).or_else(|| word(group, keys));
    let id = either(&USER_ID);
    let name = either(&["username", "user_name", "user"]).unwrap_or_default();
    let address = either(&["email", "user_email"]).unwrap_or_default();
    // One's own entries have an id and no name: whose they are the person who reads them knows.
    if name.is_empty() && address.is_empty() && !(shared && id.is_some()) {
        return None;
    }
    let login = [&address, &name].into_iter().find(|text| !text.is_empty()).map(|text| text.as_str().into());
    let handle = Handle { system: SourceKind::Toggl.id().into(), id: id.map(Into::into), login };
    Some(Account::new(&name, &address).at(handle))
}
