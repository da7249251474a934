//! Which names stand where, so that each set of axes is looked for only where its names occur.

use std::collections::{BTreeMap, HashMap};

use super::{
    super::{
        named::{named, of_words},
        naming::plain,
        parts::Part,
    },
    Pages,
    set::{Set, stem},
    tables::head_and_body,
};

/// Parts by the names that their lists, the headings below them and the edges of their tables begin with.
#[derive(Debug, Default)]
pub(super) struct Index(HashMap<String, Vec<(usize, usize)>>);

impl Index {
    pub(super) fn of(pages: &Pages<'_>) -> Self {
        let mut index = Self::default();
        for (page, parts) in pages.parts.iter().enumerate() {
            for (at, part) in parts.iter().enumerate() {
                for name in names(parts, part) {
                    let places = index.0.entry(stem(&plain(&name))).or_default();
                    if places.last() != Some(&(page, at)) {
                        places.push((page, at));
                    }
                }
            }
        }
        index
    }

    /// The parts that hold at least two names of a set, in order, by their pages.
    pub(super) fn places(&self, set: &Set<'_>) -> BTreeMap<usize, Vec<usize>> {
        let mut many: BTreeMap<(usize, usize), usize> = BTreeMap::new();
        for place in set.stems().filter_map(|stem| self.0.get(&stem)).flatten() {
            *many.entry(*place).or_default() += 1;
        }
        let mut places: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for ((page, at), _) in many.into_iter().filter(|(_, many)| *many >= 2) {
            places.entry(page).or_default().push(at);
        }
        places
    }
}

fn names(parts: &[Part<'_>], part: &Part<'_>) -> Vec<String> {
    let items = part.lists().flat_map(|(_, items)| items).filter_map(|item| named(&item.text));
    let headings = part.children.iter().filter_map(|child| of_words(parts.get(*child)?.title));
    let edges = part.tables().filter_map(|(_, grid)| head_and_body(grid)).flat_map(|(head, body)| {
        head.cells.iter().chain(body.iter().filter_map(|row| row.cells.first())).filter_map(|cell| named(&cell.text))
    });
    items.chain(headings).chain(edges).map(|found| found.name).collect()
}
