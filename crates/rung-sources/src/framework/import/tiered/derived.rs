//! Jobs and levels: a job lists its skills by tier, a level says how far each tier goes; a position asks for both.

use std::collections::BTreeMap;

use rung_model::framework::Provenance;

use super::{Subject, walk};
use crate::{
    framework::import::{
        draft::Draft,
        fields::{ID, field, scalar, texts, words},
        naming::plain,
        page::Page,
    },
    tree::{Map, Node},
};

/// Fields that name a job.
const JOB: [&str; 6] = ["role title", "job title", "role", "discipline", "name", "specialization"];
/// Fields that name a level.
const TITLE: [&str; 5] = ["professional title", "title", "name", "display name", "label"];

/// A level: how far each tier goes.
struct Level<'p> {
    page: &'p Page,
    map: &'p Map,
    node: &'p Node,
    tiers: BTreeMap<String, String>,
    maturity: Option<String>,
}

/// A job: its skills by tier.
struct Job<'p> {
    page: &'p Page,
    map: &'p Map,
    node: &'p Node,
    tiers: BTreeMap<String, &'p Node>,
}

/// Reads levels and jobs; without either nothing is derived.
pub(super) fn read(pages: &[Page], subjects: &[Subject], draft: &mut Draft) {
    let (mut levels, mut jobs) = (Vec::new(), Vec::new());
    for page in pages {
        let Some(root) = page.tree() else { continue };
        walk(root, 0, &mut |node| levels.extend(level(page, node)));
    }
    for page in pages {
        let Some(root) = page.tree() else { continue };
        walk(root, 0, &mut |node| jobs.extend(job(page, node, &levels)));
    }
    if levels.is_empty() {
        return;
    }
    for job in &jobs {
        write(job, &levels, subjects, draft);
    }
    if !jobs.is_empty() {
        levels.iter().for_each(|level| take_level(level, draft));
        pages.iter().for_each(|page| keep_track(page, draft));
    }
}

/// A page that moves tiers up or down for a specialism is kept whole, as `x-track-<page>` of the framework.
fn keep_track(page: &Page, draft: &mut Draft) {
    let Some(root) = page.tree().filter(|root| !draft.is_taken(*root)) else { return };
    let Some((key, _)) = root.map().and_then(|map| field(map, &["skill modifiers"])) else { return };
    let key = crate::tree::Key { text: format!("track-{}", page.stem()), line: key.line };
    let mut from = std::mem::take(&mut draft.framework.from);
    draft.keep(&mut from, &key, root);
    draft.framework.from = from;
    draft.recognise(page);
}

fn level<'p>(page: &'p Page, node: &'p Node) -> Option<Level<'p>> {
    let map = node.map()?;
    let base = |(key, _): &&(crate::tree::Key, Node)| words(&key.text).starts_with("base ");
    let (_, tiers) = map.iter().filter(base).find(|(key, _)| words(&key.text).ends_with("proficiencies"))?;
    let tiers = tiers.map()?.iter().filter_map(|(key, node)| Some((words(&key.text), scalar(node)?))).collect();
    let maturity = map
        .iter()
        .filter(base)
        .find_map(|(key, node)| words(&key.text).ends_with("maturity").then(|| scalar(node)).flatten());
    Some(Level { page, map, node, tiers, maturity })
}

fn job<'p>(page: &'p Page, node: &'p Node, levels: &[Level<'_>]) -> Option<Job<'p>> {
    let map = node.map()?;
    field(map, &JOB)?;
    let tier = |(key, node): &'p (crate::tree::Key, Node)| {
        let words = words(&key.text);
        let tier = words.strip_suffix(" skills")?.to_owned();
        let known = levels.iter().any(|level| level.tiers.contains_key(&tier));
        (known && !texts(node).is_empty()).then_some((tier, node))
    };
    let tiers: BTreeMap<String, &Node> = map.iter().filter_map(tier).collect();
    (!tiers.is_empty()).then_some(Job { page, map, node, tiers })
}

fn write(job: &Job<'_>, levels: &[Level<'_>], subjects: &[Subject], draft: &mut Draft) {
    let Some((_, title)) = field(job.map, &JOB) else { return };
    let Some(name) = scalar(title) else { return };
    draft.recognise(job.page);
    draft.take(title);
    let role = draft.role(&name, &job.page.file, job.node.line);
    about(job, &role, draft);
    let manages = job.map.get("isManagement").is_some_and(|node| node.value == crate::tree::Value::Flag(true));
    let mut wanted: Vec<(&Subject, &str)> = Vec::new();
    for (tier, node) in &job.tiers {
        draft.take(*node);
        for entry in texts(node) {
            let Some(key) = scalar(entry) else { continue };
            draft.take(entry);
            match subjects.iter().find(|one| one.key == plain(&key)) {
                Some(subject) => wanted.push((subject, tier)),
                None => {
                    let what = format!("the skill `{key}` is asked for and described nowhere");
                    draft.skip(&job.page.file, entry.line, what, "describe it, or correct its name");
                }
            }
        }
    }
    for (n, level) in (1u32..).zip(levels) {
        let managed = manages.then(|| field(level.map, &["management title"])).flatten();
        let (Some((_, id)), Some((_, title))) = (field(level.map, ID), managed.or_else(|| field(level.map, &TITLE)))
        else {
            continue;
        };
        let (Some(id), Some(title)) = (scalar(id), scalar(title)) else { continue };
        let rank = field(level.map, &["ordinal rank", "rank"]).and_then(|(_, node)| node.whole());
        let rank = rank.and_then(|rank| u32::try_from(rank).ok()).unwrap_or(n);
        let (code, full) = (format!("{role}-{}", id.to_lowercase()), format!("{name} {title}"));
        let position = draft.position_given(&role, &code, &full, Some(rank), &job.page.file, job.node.line);
        let mut requires = BTreeMap::new();
        for (subject, tier) in &wanted {
            let place = level.tiers.get(*tier).and_then(|word| at(subject, word));
            requires.extend(place.map(|place| (subject.id.clone(), place)));
        }
        for subject in subjects.iter().filter(|subject| subject.behaviour) {
            let place = level.maturity.as_deref().and_then(|word| at(subject, word));
            let more = modifier(job, &subject.key);
            requires.extend(place.map(|place| (subject.id.clone(), moved(place, more, subject.levels.len()))));
        }
        let extra = level_extra(level, draft);
        if let Some(position) = draft.position_mut(&position) {
            position.requires.extend(requires);
            position.from.extra.extend(extra);
        }
    }
}

/// The place of a word among the levels, from 1.
fn at(subject: &Subject, word: &str) -> Option<u32> {
    let word = plain(word);
    subject.levels.iter().position(|level| *level == word).and_then(|at| u32::try_from(at + 1).ok())
}

/// A place some steps up or down, held inside the scale.
fn moved(place: u32, steps: i64, levels: usize) -> u32 {
    let most = i64::try_from(levels).unwrap_or(i64::MAX);
    u32::try_from((i64::from(place).saturating_add(steps)).clamp(1, most.max(1))).unwrap_or(place)
}

fn modifier(job: &Job<'_>, key: &str) -> i64 {
    let Some((_, modifiers)) = field(job.map, &["behaviour modifiers", "behavior modifiers"]) else { return 0 };
    let of = |map: &Map| map.iter().find(|(name, _)| plain(&name.text) == key).and_then(|(_, node)| node.whole());
    modifiers.map().and_then(of).unwrap_or(0)
}

/// What a job says beside its skills.
fn about(job: &Job<'_>, role: &str, draft: &mut Draft) {
    let mut from = Provenance::default();
    let mut definition = None;
    for (key, node) in job.map {
        match words(&key.text).as_str() {
            _ if draft.is_taken(node) => {}
            "description" => definition = draft.texts_of(node).pop(),
            text if text.ends_with(" skills") => {}
            _ => draft.keep(&mut from, key, node),
        }
    }
    if let Some(role) = draft.role_mut(role) {
        role.from.extra.extend(from.extra);
        role.definition = definition.unwrap_or_default();
    }
}

/// What a level says beside how far its tiers go.
fn level_extra(level: &Level<'_>, draft: &mut Draft) -> toml::Table {
    let mut from = Provenance::default();
    for (key, node) in level.map.iter().filter(|(key, _)| !words(&key.text).starts_with("base ")) {
        draft.keep(&mut from, key, node);
    }
    from.extra
}

fn take_level(level: &Level<'_>, draft: &mut Draft) {
    draft.recognise(level.page);
    draft.take_node(level.node);
}
