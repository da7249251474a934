//! The rows: who did what when, one for each author, co-author and reviewer.

use std::{collections::BTreeMap, sync::Arc};

use rung_model::{
    commit::{Commit, Standing},
    evidence::{Evidence, EvidenceId, Object, Quality, RoleInEvent, Verb, When, Zone},
};

use super::{
    changes::Changes,
    history::{CommitNumber, History, Node},
    ident::Moment,
    people::{Person, PersonId},
    query::Query,
};

/// A row before it is told.
struct Row {
    role: RoleInEvent,
    actor: PersonId,
    moment: Moment,
}

/// The commits that give a row to somebody asked for, inside the window.
pub(super) struct Wanted {
    numbers: Vec<CommitNumber>,
    has: Vec<bool>,
}

impl Wanted {
    /// Finds them, in the order of the history.
    pub(super) fn find(history: &History, query: &Query) -> Self {
        let mut has = vec![false; history.nodes.len()];
        let mut numbers = Vec::new();
        for number in &history.order {
            if history.node(*number).is_some_and(|node| !rows_of(history, node, query).is_empty()) {
                numbers.push(*number);
                if let Some(slot) = has.get_mut(*number as usize) {
                    *slot = true;
                }
            }
        }
        Self { numbers, has }
    }

    /// The commits, newest first.
    pub(super) fn numbers(&self) -> &[CommitNumber] {
        &self.numbers
    }

    /// True where this commit is one of them.
    pub(super) fn has(&self, number: CommitNumber) -> bool {
        self.has.get(number as usize).copied().unwrap_or(false)
    }
}

/// The person a commit belongs to: its author, or the human who committed what an agent wrote.
fn owner(history: &History, node: &Node) -> PersonId {
    let committer = history.people.get(node.committer);
    let handed_over = history.people.get(node.author).agent && committer.is_human() && !committer.forge;
    if handed_over { node.committer } else { node.author }
}

/// The rows a commit gives to the people asked for, inside the window.
fn rows_of(history: &History, node: &Node, query: &Query) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut add = |role, actor, moment: Moment| {
        let in_window = moment.timestamp().is_some_and(|at| query.covers(at));
        let asked = || query.addresses.as_ref().is_none_or(|asked| history.people.get(actor).account.is_one_of(asked));
        if in_window && asked() {
            rows.push(Row { role, actor, moment });
        }
    };
    add(RoleInEvent::Author, owner(history, node), node.authored);
    if let Some(credits) = &node.credits {
        for co_author in &credits.co_authors {
            add(RoleInEvent::CoAuthor, *co_author, node.authored);
        }
        for reviewer in &credits.reviewers {
            add(RoleInEvent::Reviewer, *reviewer, node.committed);
        }
    }
    rows
}

/// Tells all rows of `wanted`, sorted by time, then id.
pub(super) fn tell(
    history: &History,
    wanted: &Wanted,
    query: &Query,
    (source, repository): (&Arc<str>, &Arc<str>),
    mut changes: Changes,
    mut standings: BTreeMap<CommitNumber, Standing>,
) -> Vec<Evidence> {
    let mut told = Vec::with_capacity(wanted.numbers.len());
    for number in &wanted.numbers {
        let Some(node) = history.node(*number) else { continue };
        let changed = changes.remove(number).unwrap_or_default();
        let standing = standings.remove(number).unwrap_or_default();
        let squashed = matches!(standing, Standing::Squash | Standing::SquashOf(_));
        let account = |id: &PersonId| Arc::clone(&history.people.get(*id).account);
        let accounts = |ids: Option<&Vec<PersonId>>| ids.into_iter().flatten().map(account).collect();
        let author = history.people.get(node.author);
        let commit = Arc::new(Commit {
            repository: Arc::clone(repository),
            id: history.hex(*number),
            parents: node.parents.iter().map(|parent| history.hex(*parent)).collect(),
            author: account(&node.author),
            committer: account(&node.committer),
            co_authors: accounts(node.credits.as_ref().map(|credits| &credits.co_authors)),
            reviewers: accounts(node.credits.as_ref().map(|credits| &credits.reviewers)),
            paths: changed.paths,
            classes: changed.classes,
            lines: changed.lines,
            assisted: node.assisted,
            bot: is_bot(author, owner(history, node) != node.author),
            lag_minutes: node.committed.seconds.saturating_sub(node.authored.seconds) / 60,
            standing,
        });
        for row in rows_of(history, node, query) {
            let Some(at) = row.moment.timestamp() else { continue };
            let actor = account(&row.actor);
            told.push(Evidence {
                id: id_of(&commit, row.role, &actor),
                source: Arc::clone(source),
                verb: verb(row.role, &commit),
                actor,
                role: row.role,
                when: When::Instant { at, zone: Zone::Offset(row.moment.offset) },
                quality: quality(row.role, squashed),
                object: Object::Commit(Arc::clone(&commit)),
            });
        }
    }
    told.sort_by_key(|evidence| (at(evidence), evidence.id));
    told.dedup_by_key(|evidence| evidence.id);
    told
}

/// The same commit in two clones is one fact: the repository's name is no part of the id.
/// There is one author; others are told apart by address.
fn id_of(commit: &Commit, role: RoleInEvent, actor: &rung_model::account::Account) -> EvidenceId {
    fact_id(&commit.id, role, actor)
}

/// The identity of somebody's part in a commit, wherever the commit is told of: by git, or by a forge.
pub(crate) fn fact_id(commit: &str, role: RoleInEvent, actor: &rung_model::account::Account) -> EvidenceId {
    let who = match role {
        RoleInEvent::Author => "",
        _ => actor.address.as_deref().or(actor.name.as_deref()).unwrap_or_default(),
    };
    EvidenceId::of(&[b"git", commit.as_bytes(), role.id().as_bytes(), who.as_bytes()])
}

const fn quality(role: RoleInEvent, squashed: bool) -> Quality {
    match (role, squashed) {
        (RoleInEvent::Reviewer, _) => Quality::Derived,
        (_, true) => Quality::Squashed,
        (_, false) => Quality::Exact,
    }
}

fn verb(role: RoleInEvent, commit: &Commit) -> Verb {
    match role {
        RoleInEvent::Reviewer => Verb::Reviewed,
        _ if commit.is_merge() => Verb::Merged,
        _ => Verb::Committed,
    }
}

/// An agent's commit that a human took over is no bot's work.
fn is_bot(author: &Person, taken_over: bool) -> bool {
    author.bot && !(author.agent && taken_over)
}

fn at(evidence: &Evidence) -> jiff::Timestamp {
    match evidence.when {
        When::Instant { at, .. } => at,
        _ => jiff::Timestamp::MIN,
    }
}
