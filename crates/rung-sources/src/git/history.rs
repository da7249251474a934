//! The walk: every commit once, newest first, from HEAD and then from the branches.

use std::{
    cmp::Reverse,
    collections::{BTreeSet, BinaryHeap},
};

use gix::{
    ObjectId, Repository,
    hashtable::HashMap,
    objs::{Find, Kind},
};

use super::{
    commit_text::CommitText,
    ident::{self, Moment},
    message::{self, Credits, SquashMark},
    people::{People, PersonId},
    trouble::{Trouble, Troubles},
};
use crate::progress::Progress;

/// Number of a commit in [`History`].
pub(super) type CommitNumber = u32;

/// How many commits pass between two words to the listener.
const STEP: u64 = 512;

/// One commit, as much of it as is kept.
#[derive(Debug)]
pub(super) struct Node {
    pub(super) tree: ObjectId,
    pub(super) parents: Box<[CommitNumber]>,
    pub(super) author: PersonId,
    pub(super) committer: PersonId,
    pub(super) authored: Moment,
    pub(super) committed: Moment,
    /// Hash of the subject.
    pub(super) subject: u64,
    pub(super) credits: Option<Box<Credits>>,
    /// A coding agent is named in the message or is the author.
    pub(super) assisted: bool,
    pub(super) squash: SquashMark,
    /// The clone was cut here: the parents are not to be looked for.
    pub(super) cut: bool,
}

/// All commits of a repository that were asked for.
pub(super) struct History {
    /// Ids of all commits seen or named as a parent.
    pub(super) ids: Vec<ObjectId>,
    /// The commits; `None` for one that is missing or damaged.
    pub(super) nodes: Vec<Option<Node>>,
    /// Numbers of the commits that are there: HEAD's newest first, then those of branches.
    pub(super) order: Vec<CommitNumber>,
    /// How many of `order` HEAD reaches.
    pub(super) of_head: usize,
    /// The branch tips outside HEAD's history.
    pub(super) tips: Vec<CommitNumber>,
    pub(super) people: People,
}

impl History {
    /// The commit of this number, where it is there.
    pub(super) fn node(&self, number: CommitNumber) -> Option<&Node> {
        self.nodes.get(number as usize).and_then(Option::as_ref)
    }

    /// The full id of a commit, hexadecimal.
    pub(super) fn hex(&self, number: CommitNumber) -> String {
        self.ids.get(number as usize).map(ToString::to_string).unwrap_or_default()
    }
}

/// Where the walk starts.
pub(super) struct Starts {
    /// The commit of HEAD; `None` where it has none yet.
    pub(super) head: Option<ObjectId>,
    /// The tips of other branches.
    pub(super) branches: Vec<ObjectId>,
    /// Commits whose parents were not cloned.
    pub(super) cut: Vec<ObjectId>,
}

/// Walks the whole history. Commits that cannot be read are noted, and the walk goes on.
pub(super) fn walk(
    repository: &Repository,
    starts: &Starts,
    people: People,
    troubles: &mut Troubles,
    progress: &dyn Progress,
) -> History {
    let mut walk = Walk {
        repository,
        cut: &starts.cut,
        numbers: HashMap::default(),
        queue: BinaryHeap::new(),
        lost: BTreeSet::new(),
        buffer: Vec::new(),
        history: History {
            ids: Vec::new(),
            nodes: Vec::new(),
            order: Vec::new(),
            of_head: 0,
            tips: Vec::new(),
            people,
        },
        troubles,
    };
    progress.begin("Reading commits", None);
    if let Some(head) = starts.head {
        walk.enter(head);
        walk.run(progress);
    }
    walk.history.of_head = walk.history.order.len();
    for tip in &starts.branches {
        if let Some(number) = walk.enter(*tip) {
            walk.history.tips.push(number);
        }
    }
    walk.run(progress);
    progress.end();
    walk.history
}

struct Walk<'a> {
    repository: &'a Repository,
    cut: &'a [ObjectId],
    numbers: HashMap<ObjectId, CommitNumber>,
    /// Commits read and not yet visited, newest on top, the first met before the others.
    queue: BinaryHeap<(i64, Reverse<CommitNumber>)>,
    /// Commits that are not there or cannot be read.
    lost: BTreeSet<CommitNumber>,
    buffer: Vec<u8>,
    history: History,
    troubles: &'a mut Troubles,
}

impl Walk<'_> {
    /// Visits what is queued until nothing is left.
    fn run(&mut self, progress: &dyn Progress) {
        let mut since_told = 0;
        while let Some((_, Reverse(number))) = self.queue.pop() {
            self.history.order.push(number);
            since_told += 1;
            if since_told == STEP {
                progress.advance(since_told);
                since_told = 0;
            }
            let Some(node) = self.history.node(number).filter(|node| !node.cut) else { continue };
            for parent in node.parents.clone() {
                self.load(parent);
            }
        }
        progress.advance(since_told);
    }

    /// Queues a starting commit; its number, unless it was met before.
    fn enter(&mut self, id: ObjectId) -> Option<CommitNumber> {
        let number = self.number(id);
        if self.history.node(number).is_some() {
            return None;
        }
        self.load(number);
        self.history.node(number).map(|_| number)
    }

    /// The number of a commit id, a new one where it is new.
    fn number(&mut self, id: ObjectId) -> CommitNumber {
        let next = CommitNumber::try_from(self.history.ids.len()).unwrap_or(CommitNumber::MAX);
        let number = *self.numbers.entry(id).or_insert(next);
        if number == next {
            self.history.ids.push(id);
            self.history.nodes.push(None);
        }
        number
    }

    /// Reads a commit and queues it, unless that was done before.
    fn load(&mut self, number: CommitNumber) {
        let Some(id) = self.history.ids.get(number as usize).copied() else { return };
        if self.history.node(number).is_some() || self.lost.contains(&number) {
            return;
        }
        let mut buffer = std::mem::take(&mut self.buffer);
        let node = match self.repository.objects.try_find(&id, &mut buffer) {
            Ok(Some(found)) if found.kind == Kind::Commit => {
                CommitText::parse(found.data).and_then(|text| self.keep(id, &text)).ok_or(Trouble::DamagedCommit)
            }
            Ok(None) => Err(Trouble::MissingCommit),
            Ok(Some(_)) | Err(_) => Err(Trouble::DamagedCommit),
        };
        self.buffer = buffer;
        match node {
            Ok(node) => {
                self.queue.push((node.committed.seconds, Reverse(number)));
                if let Some(slot) = self.history.nodes.get_mut(number as usize) {
                    *slot = Some(node);
                }
            }
            Err(trouble) => {
                self.lost.insert(number);
                self.troubles.note(trouble, id.to_string());
            }
        }
    }

    /// What is kept of a commit; `None` where it names no tree.
    fn keep(&mut self, id: ObjectId, text: &CommitText<'_>) -> Option<Node> {
        let tree = ObjectId::from_hex(text.tree).ok()?;
        let cut = self.cut.contains(&id);
        if cut {
            self.troubles.note(Trouble::Shallow, id.to_string());
        }
        let parents: Vec<ObjectId> =
            text.parents.iter().map(|hex| ObjectId::from_hex(hex)).collect::<Result<_, _>>().ok()?;
        let parents = parents.into_iter().map(|parent| self.number(parent)).collect();
        let (author, authored) = ident::parse_line(text.author);
        let (committer, committed) = ident::parse_line(text.committer);
        let readable = |moment: &Moment| moment.timestamp().is_some();
        let (authored, committed) = (authored.filter(readable), committed.filter(readable));
        if authored.is_none() || committed.is_none() {
            self.troubles.note(Trouble::UnreadableDate, id.to_string());
        }
        let people = &mut self.history.people;
        let author = people.number(author, text.encoding);
        let committer = people.number(committer, text.encoding);
        let told = message::read(text, author, people);
        Some(Node {
            tree,
            parents,
            author,
            committer,
            authored: authored.or(committed).unwrap_or_default(),
            committed: committed.or(authored).unwrap_or_default(),
            subject: told.subject,
            credits: told.credits,
            assisted: told.assisted || people.get(author).agent,
            squash: told.squash,
            cut,
        })
    }
}
