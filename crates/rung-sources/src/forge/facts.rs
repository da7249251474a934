//! Acts on a forge become evidence. An act has one identity, whatever file or form it comes in; what is known of
//! a work item is put together from all of them.

use std::{
    collections::{BTreeSet, HashMap},
    sync::Arc,
};

use jiff::Timestamp;
use rung_model::{
    account::{Account, Handle},
    commit::Commit,
    evidence::{Evidence, EvidenceId, Object, Quality, RoleInEvent, Verb, When, Zone},
    manifest::SourceKind,
    work_item::{Change, ItemEvent, WorkItem, WorkItemKind},
};
use serde_json::Value;

use super::{
    json::{get, has, host, offset, text, words},
    known::Known,
};
use crate::{git::commit_fact_id, source::Page};

/// A work item by kind, project and key.
pub(super) type ItemKey = (WorkItemKind, Arc<str>, Arc<str>);

/// Something somebody did.
pub(super) struct Act<'a> {
    /// What tells it from every other act: its type and the forge's own id of it, or what stands for one.
    pub(super) id: &'a [&'a str],
    pub(super) at: Timestamp,
    pub(super) actor: Arc<Account>,
    pub(super) verb: Verb,
    pub(super) role: RoleInEvent,
    pub(super) item: &'a ItemKey,
    pub(super) change: Option<Change>,
}

/// Collects what a forge's files hold.
pub(super) struct Facts {
    /// The page so far.
    pub(super) page: Page,
    source: Arc<str>,
    default_system: &'static str,
    texts: BTreeSet<Arc<str>>,
    accounts: HashMap<String, Arc<Account>>,
    items: HashMap<ItemKey, Known>,
    /// The item of the latest act, by its name alone: many acts on one stand together.
    named: Option<Arc<WorkItem>>,
}

impl Facts {
    pub(super) fn of(kind: SourceKind, source: Arc<str>) -> Self {
        let default_system = if kind == SourceKind::GitHub { "github.com" } else { kind.id() };
        Self {
            page: Page::default(),
            source,
            default_system,
            texts: BTreeSet::new(),
            accounts: HashMap::new(),
            items: HashMap::new(),
            named: None,
        }
    }

    /// A text that comes again and again, kept once.
    pub(super) fn shared(&mut self, text: &str) -> Arc<str> {
        if let Some(kept) = self.texts.get(text) {
            return Arc::clone(kept);
        }
        let kept: Arc<str> = text.into();
        self.texts.insert(Arc::clone(&kept));
        kept
    }

    /// The system an address belongs to: its host; without one the forge's kind.
    pub(super) fn system(&self, url: Option<&str>) -> String {
        url.and_then(host).unwrap_or(self.default_system).to_owned()
    }

    /// Somebody as the forge writes them. `None` for automation, which is counted, and for accounts that are gone.
    pub(super) fn person(&mut self, user: Option<&Value>, system: &str) -> Option<Arc<Account>> {
        let user = user.filter(|user| user.is_object())?;
        let login = text(user, &["login", "username", "user_username"]);
        let automation = user.get("type").and_then(Value::as_str) == Some("Bot")
            || user.get("bot").and_then(Value::as_bool) == Some(true)
            || user.get("is_bot").and_then(Value::as_bool) == Some(true)
            || login.as_deref().is_some_and(|login| login.ends_with("[bot]"));
        if automation {
            self.page.not_used("by automation");
            return None;
        }
        let id = text(user, &["databaseId", "id"]).filter(|id| id != "0" && id.bytes().all(|b| b.is_ascii_digit()));
        let address = text(user, &["email", "public_email"]).filter(|address| address.contains('@'));
        if id.is_none() && login.is_none() && address.is_none() {
            return None;
        }
        // An account's name and address may be in one record and not in another: the handle alone makes it.
        let key = format!(
            "{system}\n{}\n{}\n{}",
            id.as_deref().unwrap_or(""),
            login.as_deref().unwrap_or(""),
            address.as_deref().unwrap_or("")
        );
        if let Some(kept) = self.accounts.get(&key) {
            return Some(Arc::clone(kept));
        }
        let name = text(user, &["name", "full_name", "fullName"]).unwrap_or_default();
        let account = Account::new(&name, address.as_deref().unwrap_or_default());
        let (system, id, login) = (self.shared(system), id.map(Into::into), login.map(Into::into));
        let account = Arc::new(account.at(Handle { system, id, login }));
        self.accounts.insert(key, Arc::clone(&account));
        Some(account)
    }

    /// Takes note of an item; what was changed later wins, and its commits add up.
    pub(super) fn item(&mut self, item: WorkItem, as_of: Option<Timestamp>) -> ItemKey {
        let key = (item.kind, Arc::clone(&item.project), Arc::clone(&item.key));
        self.items.entry(key.clone()).or_default().take(item, as_of);
        key
    }

    /// Adds a fact.
    pub(super) fn act(&mut self, act: Act<'_>) {
        let (_, project, key) = act.item;
        let mut parts: Vec<&[u8]> = vec![b"forge", self.default_system.as_bytes(), project.as_bytes(), key.as_bytes()];
        parts.extend(act.id.iter().map(|part| part.as_bytes()));
        let named =
            self.named.get_or_insert_with(|| Arc::new(WorkItem::new(act.item.0, Arc::clone(project), Arc::clone(key))));
        if (named.kind, &named.project, &named.key) != (act.item.0, project, key) {
            *named = Arc::new(WorkItem::new(act.item.0, Arc::clone(project), Arc::clone(key)));
        }
        let item = Arc::clone(named);
        self.page.evidence.push(Evidence {
            id: EvidenceId::of(&parts),
            source: Arc::clone(&self.source),
            verb: act.verb,
            actor: act.actor,
            role: act.role,
            when: When::Instant { at: act.at, zone: Zone::Utc },
            quality: Quality::Imported,
            object: Object::Item(Box::new(ItemEvent { item, change: act.change })),
        });
    }

    /// Adds a commit: the same fact that git tells of it.
    pub(super) fn commit(&mut self, record: &Value, repository: &str) {
        let inner = get(record, &["commit"]).filter(|inner| inner.is_object()).unwrap_or(record);
        let Some(id) = text(record, &["sha", "oid", "id"])
            .filter(|id| id.len() >= 40 && id.bytes().all(|b| b.is_ascii_hexdigit()))
        else {
            return;
        };
        let first_author = record.get("authors").and_then(Value::as_array).and_then(|all| all.first());
        let author = get(inner, &["author"]).or(first_author);
        let named = |keys: &[&str]| {
            author.and_then(|author| text(author, keys)).or_else(|| text(record, &[&format!("author_{}", keys[0])]))
        };
        let (name, address) = (named(&["name"]).unwrap_or_default(), named(&["email"]).unwrap_or_default());
        let written = author
            .and_then(|author| get(author, &["date"]))
            .or_else(|| get(record, &["authored_date", "authoredDate", "timestamp", "created_at"]));
        let Some(at) = written.and_then(|at| super::json::moment(&serde_json::json!({ "at": at }), &["at"])) else {
            return;
        };
        let zone = written.and_then(words).and_then(|text| offset(&text)).map_or(Zone::Utc, Zone::Offset);
        let lower = name.to_lowercase();
        if lower.ends_with("[bot]") || address.contains("[bot]@") || (name.is_empty() && address.is_empty()) {
            self.page.not_used("by automation");
            return;
        }
        let account = Arc::new(Account::new(&name, &address));
        let message = text(inner, &["message", "messageHeadline"]).unwrap_or_default();
        let parents = super::json::list(record, &["parents"]);
        let merge =
            parents.len() > 1 || message.starts_with("Merge pull request ") || message.starts_with("Merge branch ");
        let repository = self.shared(repository.rsplit('/').next().unwrap_or(repository));
        let mut told: Vec<String> = parents.iter().filter_map(|parent| text(parent, &["sha"])).collect();
        if merge && told.len() < 2 {
            told = vec![String::new(); 2];
        }
        let commit = Arc::new(Commit {
            repository,
            id,
            parents: told,
            author: Arc::clone(&account),
            committer: Arc::clone(&account),
            ..Commit::default()
        });
        self.page.evidence.push(Evidence {
            id: commit_fact_id(&commit.id, RoleInEvent::Author, &account),
            source: Arc::clone(&self.source),
            verb: if merge { Verb::Merged } else { Verb::Committed },
            actor: account,
            role: RoleInEvent::Author,
            when: When::Instant { at, zone },
            quality: Quality::Imported,
            object: Object::Commit(commit),
        });
    }

    /// What is known of every item, for the facts about it.
    pub(super) fn items(self) -> HashMap<ItemKey, Arc<WorkItem>> {
        self.items.into_iter().map(|(key, known)| (key.clone(), Arc::new(known.item(key)))).collect()
    }
}

/// The names of labels, in order, each once.
pub(super) fn labels(facts: &mut Facts, record: &Value) -> Vec<Arc<str>> {
    let named = |label: &Value| words(label).or_else(|| text(label, &["name", "title"]));
    let mut names: Vec<String> = super::json::list(record, &["labels"]).iter().filter_map(named).collect();
    names.sort();
    names.dedup();
    names.iter().map(|name| facts.shared(name)).collect()
}

/// True where a user is written out, whoever it is.
pub(super) fn names_somebody(record: &Value, key: &str) -> bool {
    has(record, key) && record.get(key).is_some_and(Value::is_object)
}
