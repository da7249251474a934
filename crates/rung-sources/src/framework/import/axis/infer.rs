//! Axes from the positions alone: each position has a level of each axis in the same order.

use std::collections::{HashMap, HashSet};

use super::{
    super::draft::Draft,
    Pages, folder,
    known::leads,
    set::{Axis, Level, Set, capital},
    title::title,
};

/// Fewest positions from which axes are inferred.
const CHARTS: usize = 3;
/// Fewest axes that are inferred.
const AXES: usize = 3;

/// One position: its rank, its line, the names of its bullets.
type Chart = (u32, usize, Vec<String>);

/// Axes by the place of the bullets, where that holds over all positions: as many bullets everywhere, a name never at
/// two places, and along the ranks a name that was left does not come back.
pub(super) fn set<'p>(pages: &Pages<'p>, draft: &mut Draft) -> Option<Set<'p>> {
    let mut ladders: HashMap<(usize, usize), Vec<Chart>> = HashMap::new();
    let mut order = Vec::new();
    for (page, parts) in pages.parts.iter().enumerate() {
        for part in parts {
            let position = title(part.title);
            let is_open = part.block.is_some_and(|block| !draft.is_taken(block));
            let Some(rank) = position.rank.filter(|_| is_open) else { continue };
            let Some((_, items)) = part.lists().next() else { continue };
            let names = leads(items);
            if names.len() == items.len() && names.len() >= AXES {
                let ladder = ladders.entry((page, part.parent)).or_default();
                if ladder.is_empty() {
                    order.push((page, part.parent));
                }
                ladder.push((rank, part.line, names));
            }
        }
    }
    let width = ladders.values().flatten().map(|(_, _, names)| names.len()).max()?;
    let charts = ladders.values().map(Vec::len).sum::<usize>();
    if charts < CHARTS || ladders.values().flatten().any(|(_, _, names)| names.len() != width) {
        return None;
    }
    let mut axes: Vec<Vec<String>> = vec![Vec::new(); width];
    for key in &order {
        let ladder = ladders.get_mut(key)?;
        ladder.sort_by_key(|(rank, _, _)| *rank);
        for (place, axis) in axes.iter_mut().enumerate() {
            let mut names: Vec<&String> = ladder.iter().filter_map(|(_, _, names)| names.get(place)).collect();
            names.dedup();
            let distinct: HashSet<&&String> = names.iter().collect();
            if distinct.len() != names.len() {
                return None;
            }
            merge(axis, &names);
        }
    }
    let all: HashSet<&String> = axes.iter().flatten().collect();
    let seen = axes.iter().map(Vec::len).sum::<usize>();
    let changing = axes.iter().filter(|axis| axis.len() > 1).count();
    if all.len() != seen || changing * 2 < width {
        return None;
    }
    let (page, line) = order.first().and_then(|key| Some((key.0, ladders.get(key)?.first()?.1)))?;
    let file = &pages.pages.get(page)?.file;
    let what = format!("{width} axes are read from the order of the bullets, as no page defines the axes");
    draft.guess(file, line, what, "name the axes with their levels on a page, or check the order of the levels");
    let named = |name: &String| Level { name: capital(name), ..Level::default() };
    let axis = |(n, levels): (usize, &Vec<String>)| Axis {
        name: format!("Axis {}", n + 1),
        line,
        levels: levels.iter().map(named).collect(),
        ..Axis::default()
    };
    let axes = axes.iter().enumerate().map(axis).collect();
    let below = folder(file);
    let file = if pages.pages.iter().all(|page| folder(&page.file) == below) { file.clone() } else { String::new() };
    Some(Set { file, axes, ..Set::default() })
}

/// Puts new names behind the known one they follow.
fn merge(axis: &mut Vec<String>, names: &[&String]) {
    let mut at = 0;
    for name in names {
        match axis.iter().position(|known| known == *name) {
            Some(found) => at = found + 1,
            None => {
                axis.insert(at.min(axis.len()), (*name).clone());
                at += 1;
            }
        }
    }
}
