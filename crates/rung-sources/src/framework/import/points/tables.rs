//! The parts of a points framework among the pages: tracks, points of milestones, names of categories.

use std::collections::BTreeSet;

use super::super::{
    fields::{ID, NAME, entries, field, is_flat, number, scalar, words},
    page::{Content, Page},
};
use crate::tree::{Map, Node};

/// Deepest place below a page's top at which parts are looked for.
const DEEPEST: usize = 3;
/// Most milestones a track can have.
const MOST_MILESTONES: usize = 100;

/// A value with the name it stands under.
pub(super) struct Table<'p> {
    pub(super) page: &'p Page,
    /// Its name in words: `milestone points`.
    pub(super) name: String,
    pub(super) node: &'p Node,
}

/// Everything that has a name, near the top of any page.
pub(super) struct Tables<'p> {
    pub(super) all: Vec<Table<'p>>,
}

/// A track: what it is called, and its milestones in order.
pub(super) struct Track<'p> {
    pub(super) page: &'p Page,
    pub(super) key: &'p str,
    pub(super) line: usize,
    pub(super) node: &'p Node,
    pub(super) named: Option<&'p Node>,
    pub(super) category: Option<&'p Node>,
    pub(super) milestones_node: &'p Node,
    pub(super) milestones: Vec<&'p Node>,
}

impl<'p> Track<'p> {
    /// What it is called: its own name, else its key.
    pub(super) fn name(&self) -> String {
        self.named.and_then(scalar).unwrap_or_else(|| self.key.replace(['_', '-'], " "))
    }
}

impl<'p> Tables<'p> {
    pub(super) fn of(pages: &'p [Page]) -> Self {
        let mut all = Vec::new();
        for page in pages {
            match &page.content {
                Content::Tree(node) => under(page, node, 0, &mut all),
                Content::Constants(constants) => {
                    for constant in constants {
                        all.push(Table { page, name: words(&constant.name), node: &constant.node });
                        under(page, &constant.node, 1, &mut all);
                    }
                }
                _ => {}
            }
        }
        Self { all }
    }

    /// The tracks: of the table that has most, or one for each page that is a track.
    pub(super) fn tracks(&self, pages: &'p [Page]) -> Vec<Track<'p>> {
        let mut all = Vec::new();
        let mut seen = BTreeSet::new();
        for table in &self.all {
            let found: Vec<_> = entries(table.node)
                .into_iter()
                .map(|(key, node)| track(table.page, key.map(|key| (&*key.text, key.line)), node))
                .collect();
            // A list of milestones is no table of tracks, and a stray map among tracks does not hide them.
            let tracks = found.iter().flatten().count();
            if tracks > 0 && tracks * 2 > found.len() && seen.insert(std::ptr::from_ref(table.node).addr()) {
                all.extend(found.into_iter().flatten());
            }
        }
        if all.is_empty() {
            for page in pages {
                match &page.content {
                    Content::Tree(node) => {
                        let own = track(page, Some((page.stem(), 1)), node);
                        if own.is_none() {
                            all.extend(
                                entries(node)
                                    .into_iter()
                                    .filter_map(|(key, node)| track(page, key.map(|key| (&*key.text, key.line)), node)),
                            );
                        }
                        all.extend(own);
                    }
                    Content::Constants(constants) => all
                        .extend(constants.iter().filter_map(|one| track(page, Some((&one.name, one.line)), &one.node))),
                    _ => {}
                }
            }
        }
        all
    }

    /// Points of each milestone, with the table that says so.
    pub(super) fn points(&self, deepest: usize) -> Option<(&Table<'p>, Vec<(usize, f64)>)> {
        self.all.iter().filter(|table| table.name.contains("point")).find_map(|table| {
            let mut points = match table.node.map() {
                Some(map) => map
                    .iter()
                    .filter(|(key, _)| !matches!(key.text.as_str(), "default" | "_"))
                    .map(|(key, node)| Some((key.text.trim().parse().ok()?, number(node)?)))
                    .collect::<Option<Vec<(usize, f64)>>>()?,
                None => listed(table.node.list()?, deepest)?,
            };
            points.sort_by_key(|(n, _)| *n);
            let counts = points.iter().zip(points.first()?.0..).all(|((n, _), at)| *n == at);
            (counts && points.len() >= deepest && points.len() <= deepest + 1).then_some((table, points))
        })
    }

    /// Names of the categories that tracks name by id.
    pub(super) fn groups(&self, tracks: &[Track<'p>]) -> Option<(&Table<'p>, Vec<(String, String)>)> {
        let used: BTreeSet<String> = tracks.iter().filter_map(|track| track.category.and_then(scalar)).collect();
        let named = |table: &Table<'p>| -> Vec<(String, String)> {
            entries(table.node)
                .into_iter()
                .filter_map(|(key, node)| {
                    let own = node.map();
                    let id = key.map(|key| key.text.clone()).or_else(|| scalar(&field(own?, ID)?.1))?;
                    let name = own.map_or_else(|| scalar(node), |own| scalar(&field(own, NAME)?.1))?;
                    (!name.starts_with('#') && number(node).is_none()).then_some((id, name))
                })
                .collect()
        };
        let covers = |names: &Vec<(String, String)>| used.iter().all(|id| names.iter().any(|(known, _)| known == id));
        let all = self.all.iter().filter(|_| !used.is_empty());
        all.map(|table| (table, named(table))).find(|(_, names)| covers(names))
    }
}

/// Points in a list: one number each, or a record of milestone and points each.
fn listed(list: &[Node], deepest: usize) -> Option<Vec<(usize, f64)>> {
    let numbers: Option<Vec<f64>> = list.iter().map(number).collect();
    if let Some(numbers) = numbers {
        let from = usize::from(numbers.len() == deepest);
        return Some((from..).zip(numbers).collect());
    }
    let record = |node: &Node| {
        let map = node.map()?;
        let points = map.iter().find(|(key, _)| words(&key.text).contains("point"))?;
        let of = map.iter().find(|(key, _)| !words(&key.text).contains("point"))?;
        Some((usize::try_from(of.1.whole()?).ok()?, number(&points.1)?))
    };
    list.iter().map(record).collect()
}

fn under<'p>(page: &'p Page, node: &'p Node, depth: usize, all: &mut Vec<Table<'p>>) {
    let Some(map) = node.map().filter(|_| depth < DEEPEST) else { return };
    for (key, node) in map {
        all.push(Table { page, name: words(&key.text), node });
        if track(page, None, node).is_none() {
            under(page, node, depth + 1, all);
        }
    }
}

/// A record with a list of milestones: by that name, which says that this is the shape.
fn track<'p>(page: &'p Page, key: Option<(&'p str, usize)>, node: &'p Node) -> Option<Track<'p>> {
    let map = node.map()?;
    let (_, milestones_node) = field(map, &["milestones", "milestone", "meilensteine", "jalons", "hitos"])?;
    let milestones: Vec<&Node> = entries(milestones_node).into_iter().map(|(_, node)| node).collect();
    let says =
        |node: &&Node| scalar(node).is_some_and(|text| text.parse::<f64>().is_err()) || !entries(node).is_empty();
    if milestones.is_empty() || milestones.len() > MOST_MILESTONES || !milestones.iter().all(says) {
        return None;
    }
    let named = field(map, NAME).map(|(_, node)| node).filter(|node| scalar(node).is_some());
    let (key, line) = key.map_or((None, node.line), |(key, line)| (Some(key), line));
    let id = field(map, ID).and_then(|(_, node)| node.text());
    let key = key.or(id).or_else(|| named?.text()).unwrap_or(page.stem());
    let category = category(map);
    Some(Track { page, key, line, node, named, category, milestones_node, milestones })
}

fn category(map: &Map) -> Option<&Node> {
    let names = ["category", "group", "area", "theme", "pillar", "vertical", "kategorie", "bereich", "catégorie"];
    field(map, &names).map(|(_, node)| node).filter(|node| is_flat(node) && scalar(node).is_some())
}
