//! Axes and their levels, where a page defines them below headings: "Levels", "Technology", "1. Adopts: ...".

use std::collections::{HashMap, HashSet};

use super::{
    super::{
        named::{Mark, named, of_words},
        naming::{plain, undecorated},
        parts::{Part, Thing, flat, upwards},
    },
    AXES, LEVELS, MOST_AXES, MOST_LEVELS, Pages,
    set::{Axis, Level, Set},
    tables,
    title::title,
};
use crate::document::Item;

/// Words of a heading that announce levels of axes, in the languages the shape is published in.
const ANNOUNCE: [&str; 22] = [
    "level",
    "levels",
    "axis",
    "axes",
    "scale",
    "scales",
    "stufen",
    "achsen",
    "niveaux",
    "axe",
    "niveles",
    "ejes",
    "níveis",
    "eixos",
    "livelli",
    "assi",
    "レベル",
    "軸",
    "레벨",
    "축",
    "级别",
    "维度",
];
/// Words that name positions rather than levels of an axis.
const POSITIONS: [&str; 16] = [
    "junior",
    "senior",
    "lead",
    "principal",
    "staff",
    "engineer",
    "manager",
    "director",
    "architect",
    "associate",
    "developer",
    "head",
    "trainee",
    "intern",
    "designer",
    "analyst",
];

/// All sets that pages define; whether charts use them is seen later.
pub(super) fn sets<'p>(pages: &Pages<'p>) -> Vec<Set<'p>> {
    let mut sets = Vec::new();
    for (page, parts) in pages.pages.iter().zip(&pages.parts) {
        for (at, part) in parts.iter().enumerate() {
            let axes: Vec<(Axis, Vec<Thing<'p>>)> =
                part.children.iter().filter_map(|child| axis(parts, *child)).collect();
            sets.extend(set(page.file.clone(), parts, at, axes));
            for (_, items) in part.lists() {
                sets.extend(set(page.file.clone(), parts, at, items.iter().filter_map(nested).collect()));
            }
            for (_, grid) in part.tables() {
                sets.extend(set(page.file.clone(), parts, at, tables::axes(grid)));
            }
        }
    }
    for (number, set) in sets.iter_mut().enumerate() {
        set.number = number;
    }
    sets
}

/// The axes of one place as a set, if they can be one: no name stands for a level of most axes.
fn set<'p>(file: String, parts: &[Part<'p>], at: usize, axes: Vec<(Axis, Vec<Thing<'p>>)>) -> Option<Set<'p>> {
    let many = axes.iter().any(|(axis, _)| axis.levels.len() > MOST_LEVELS);
    if axes.len() < AXES || axes.len() > MOST_AXES || many {
        return None;
    }
    let mut on: HashMap<String, HashSet<usize>> = HashMap::new();
    for (n, (axis, _)) in axes.iter().enumerate() {
        axis.levels.iter().for_each(|level| {
            on.entry(plain(&level.name)).or_default().insert(n);
        });
    }
    let shared = on.values().filter(|axes| axes.len() > 1).count();
    if shared * 3 > on.len() {
        return None;
    }
    let stands_alone = announced(parts, at) && as_many(&axes) && !positions(&on);
    let (axes, things): (Vec<_>, Vec<_>) = axes.into_iter().unzip();
    let mut things: Vec<Thing<'p>> = things.into_iter().flatten().collect();
    things.extend(parts.get(at).and_then(|part| part.block).filter(|_| announced(parts, at)).map(Thing::Block));
    Some(Set { file, axes, stands_alone, things, ..Set::default() })
}

fn announced(parts: &[Part<'_>], at: usize) -> bool {
    let says = |title: &str| plain(title).split(' ').any(|word| ANNOUNCE.contains(&word));
    upwards(parts, at).take(2).any(|part| says(part.title))
}

/// Whether most axes have the same number of levels, and at least three.
fn as_many(axes: &[(Axis, Vec<Thing<'_>>)]) -> bool {
    let mut counts: HashMap<usize, usize> = HashMap::new();
    axes.iter().for_each(|(axis, _)| *counts.entry(axis.levels.len()).or_default() += 1);
    counts.iter().any(|(levels, axes_so)| *levels >= 3 && axes_so * 3 >= axes.len() * 2)
}

fn positions(on: &HashMap<String, HashSet<usize>>) -> bool {
    let named = on.keys().filter(|name| name.split(' ').any(|word| POSITIONS.contains(&word))).count();
    named * 3 > on.len()
}

/// A heading with its levels as a list, as headings or as a table below it.
fn axis<'p>(parts: &[Part<'p>], at: usize) -> Option<(Axis, Vec<Thing<'p>>)> {
    let part = parts.get(at)?;
    let position = title(part.title);
    let head = of_words(part.title).filter(|_| position.rank.is_none() && position.code.is_none())?;
    let mut things: Vec<Thing<'p>> = part.block.map(Thing::Block).into_iter().collect();
    let text = Some(head.rest).filter(|rest| !rest.is_empty());
    let mut lists = part.lists().filter_map(|(_, items)| Some((items, of_list(items)?)));
    let levels = if let Some((items, levels)) = lists.next() {
        things.extend(items.iter().flat_map(everything));
        levels
    } else if let Some((levels, more)) = of_headings(parts, part) {
        things.extend(more);
        levels
    } else {
        let (levels, more) = part.tables().find_map(|(_, grid)| tables::levels(grid))?;
        things.extend(more);
        levels
    };
    Some((Axis { name: head.name, text, line: part.line, levels }, things))
}

/// A list entry with its levels nested below it.
fn nested(item: &Item) -> Option<(Axis, Vec<Thing<'_>>)> {
    let head = named(&item.text)?;
    let levels = of_list(&item.children)?;
    let text = Some(head.rest).filter(|rest| !rest.is_empty());
    Some((Axis { name: head.name, text, line: item.line, levels }, everything(item)))
}

fn of_list(items: &[Item]) -> Option<Vec<Level>> {
    let level = |item: &Item| {
        let name = named(&item.text).filter(|found| found.mark != Mark::Plain || item.ordered.is_some())?;
        let criteria = item.children.iter().map(|child| child.text.text.clone()).collect();
        Some(Level { name: name.name, text: name.rest, criteria, line: item.line })
    };
    let levels: Vec<Level> = items.iter().filter_map(level).collect();
    (levels.len() >= LEVELS && levels.len() == items.len()).then_some(levels)
}

fn of_headings<'p>(parts: &[Part<'p>], part: &Part<'p>) -> Option<(Vec<Level>, Vec<Thing<'p>>)> {
    let mut things = Vec::new();
    let mut levels = Vec::new();
    for child in part.children.iter().filter_map(|child| parts.get(*child)) {
        let head = of_words(child.title).filter(|_| child.children.is_empty());
        let Some(head) = head.filter(|head| !is_link(child, &head.name)) else { continue };
        let (text, criteria, more) = said(child, &head.rest);
        things.extend(child.block.map(Thing::Block));
        things.extend(more);
        levels.push(Level { name: head.name, text, criteria, line: child.line });
    }
    (levels.len() >= LEVELS).then_some((levels, things))
}

/// Whether a heading is nothing but a link: navigation.
pub(super) fn is_link(part: &Part<'_>, name: &str) -> bool {
    let Some(crate::document::BlockKind::Heading { text, .. }) = part.block.map(|block| &block.kind) else {
        return false;
    };
    text.links.first().is_some_and(|link| undecorated(&link.text) == name)
}

/// What stands directly below a heading: its text, and its bullets.
pub(super) fn said<'p>(part: &Part<'p>, rest: &str) -> (String, Vec<String>, Vec<Thing<'p>>) {
    let mut texts: Vec<String> = Some(rest.to_owned()).filter(|rest| !rest.is_empty()).into_iter().collect();
    let (mut criteria, mut things) = (Vec::new(), Vec::new());
    for (block, text) in part.paragraphs() {
        texts.push(text.text.clone());
        things.push(Thing::Block(block));
    }
    for (_, items) in part.lists() {
        for item in items.iter().flat_map(flat).filter(|item| !linked(item)) {
            criteria.push(item.text.text.clone());
            things.push(Thing::Item(item));
        }
    }
    (texts.join("\n"), criteria, things)
}

/// Whether an entry is nothing but a link.
pub(super) fn linked(item: &Item) -> bool {
    item.text.links.first().is_some_and(|link| undecorated(&link.text) == undecorated(&item.text.text))
}

fn everything(item: &Item) -> Vec<Thing<'_>> {
    flat(item).into_iter().map(Thing::Item).collect()
}

/// Sees whether a page says that a level includes those before it.
pub(super) fn includes<'p>(parts: &[Part<'p>], set: &mut Set<'p>) {
    const INCLUDES: [&str; 8] =
        ["include", "cumulative", "builds on", "build on", "in addition to", "umfasst", "incluye", "comprend"];
    const BEFORE: [&str; 9] =
        ["previous", "below", "preceding", "earlier", "prior", "cumulative", "vorige", "anterior", "précédent"];
    for (block, text) in parts.iter().flat_map(Part::paragraphs) {
        let low = text.text.to_lowercase();
        let says = |words: &[&str]| words.iter().any(|word| low.contains(word));
        if low.contains("level") && says(&INCLUDES) && says(&BEFORE) {
            set.cumulative = true;
            set.things.push(Thing::Block(block));
        }
    }
}
