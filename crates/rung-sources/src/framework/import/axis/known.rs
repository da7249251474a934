//! The axes of the built-in framework, for positions whose axes no page defines.

use super::{
    super::{
        draft::Draft,
        named::{Mark, named},
        naming::plain,
    },
    AXES, Pages,
    set::{Axis, Level, Set, capital},
};
use crate::document::Item;

/// The built-in axes, where nearly all bullets of positions name one of their levels.
pub(super) fn set<'p>(pages: &Pages<'p>, draft: &mut Draft) -> Option<Set<'p>> {
    let builtin = crate::framework::builtin();
    let axis = |dimension: &rung_model::framework::Dimension| {
        let scale = builtin.scale_of(&dimension.id)?;
        let level =
            |level: &rung_model::framework::ScaleLevel| Level { name: capital(&level.name), ..Level::default() };
        let levels = scale.levels.iter().map(level).collect();
        Some(Axis { name: dimension.name.clone(), levels, ..Axis::default() })
    };
    let axes: Vec<Axis> = builtin.dimensions.iter().filter_map(axis).collect();
    let set = Set { axes, cumulative: true, ..Set::default() };
    let (mut known, mut all, mut charts, mut first) = (0, 0, 0, None);
    for (page, items) in lists(pages, draft) {
        let leads = leads(items);
        let own = leads.iter().filter(|lead| set.level(lead, usize::MAX, &[]).is_some_and(|found| found.exact)).count();
        if leads.len() >= AXES && own * 2 > leads.len() {
            (known, all, charts) = (known + own, all + leads.len(), charts + 1);
            first = first.or(items.first().map(|item| (page, item.line)));
        }
    }
    let (page, line) = first.filter(|_| charts > 0 && known * 10 >= all * 8 && known >= 4)?;
    let what = "the levels are read on the axes of the built-in framework, as no page defines the axes";
    let mend = "import the page that defines the axes with the others, or check the axes in the result";
    draft.guess(&pages.pages.get(page)?.file, line, what, mend);
    Some(set)
}

/// Every list below a heading, with its page.
pub(super) fn lists<'a, 'p>(
    pages: &'a Pages<'p>,
    draft: &'a Draft,
) -> impl Iterator<Item = (usize, &'p [Item])> + use<'a, 'p> {
    let numbered = pages.parts.iter().enumerate();
    numbered.flat_map(move |(page, parts)| {
        let open = parts.iter().filter(|part| part.block.is_some_and(|block| !draft.is_taken(block)));
        open.flat_map(move |part| part.lists().map(move |(_, items)| (page, items)))
    })
}

/// The marked names a list begins its entries with.
pub(super) fn leads(items: &[Item]) -> Vec<String> {
    let marked = items.iter().filter_map(|item| named(&item.text)).filter(|name| name.mark != Mark::Plain);
    marked.filter(|name| !name.rest.is_empty()).map(|name| plain(&name.name)).collect()
}
