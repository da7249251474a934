//! Shares one by one: bullets, headings or cells that say "Coding: 60 %", for the position or role they stand under.

use rung_model::framework::{Criterion, DimensionKind};

use super::{
    super::{
        draft::Draft,
        named::of_words,
        naming::{role_of, title_of, undecorated},
        page::Page,
        parts::{Part, Thing, flat, parts, upwards},
    },
    about_time,
    claim::{Share, Whom, known, push, whom},
    share::{Written, read as share},
};
use crate::document::Rich;

/// Fewest shares that are a split.
const FEWEST: usize = 2;

/// Reads every part of a page that names at least two activities with a share each.
pub(super) fn read(page: &Page, draft: &mut Draft) {
    let parts = parts(page);
    for at in 0..parts.len() {
        let mut found: Vec<(String, Written, String, Vec<Thing<'_>>, usize)> = Vec::new();
        let Some(part) = parts.get(at) else { continue };
        for item in part.lists().flat_map(|(_, items)| items).filter(|item| !draft.is_taken(*item)) {
            found.extend(
                of(&item.text).map(|(name, share, text)| (name, share, text, vec![Thing::Item(item)], item.line)),
            );
        }
        for row in part.tables().flat_map(|(_, grid)| &grid.rows) {
            for cell in row.cells.iter().filter(|cell| !cell.repeated && !draft.is_taken(*cell)) {
                let read =
                    of(&cell.text).map(|(name, share, text)| (name, share, text, vec![Thing::Cell(cell)], cell.line));
                found.extend(read);
            }
        }
        for child in part.children.iter().filter_map(|child| parts.get(*child)) {
            let read = child.block.filter(|block| !draft.is_taken(*block)).and_then(|_| heading(child.title));
            found.extend(read.map(|(name, share, text)| {
                (name, share, text, child.block.map(Thing::Block).into_iter().collect(), child.line)
            }));
        }
        let percents = found.iter().filter(|(_, share, ..)| share.percent).count();
        let (title, _) = title_of(page);
        let texts = part.paragraphs().map(|(_, text)| text.text.as_str());
        let titles = upwards(&parts, at).map(|part| part.title).chain([title.as_str()]);
        let shares = found.iter().map(|(_, _, written, ..)| written.as_str());
        if percents < FEWEST || percents < found.len() || !about_time(texts.chain(titles).chain(shares)) {
            continue;
        }
        let line = found.first().map_or(part.line, |(.., line)| *line);
        let whom = upwards(&parts, at).find_map(|part| known(&undecorated(part.title), draft));
        let whom = whom.or_else(|| known(&undecorated(&title), draft)).or_else(|| by_front(page, draft));
        let whom = whom.unwrap_or_else(|| {
            let (name, line) = role_of(page);
            self::whom(&name, page, line, draft)
        });
        let shares: Vec<Share> = found
            .iter()
            .map(|(name, written, text, ..)| Share {
                activity: name.clone(),
                part: written.part(true),
                written: text.clone(),
            })
            .collect();
        if push(whom.clone(), &shares, page, line, draft) {
            draft.recognise(page);
            below(page, &parts, part, &whom, draft);
            found.into_iter().flat_map(|(.., things, _)| things).for_each(|thing| thing.take(draft));
            part_heading(part, draft);
        }
    }
}

/// What stands as lists below headings that each have a share: what the role does there, as criteria.
fn below(page: &Page, parts: &[Part<'_>], part: &Part<'_>, whom: &Whom, draft: &mut Draft) {
    for child in part.children.iter().filter_map(|child| parts.get(*child)) {
        let Some((name, ..)) = heading(child.title) else { continue };
        let items: Vec<_> =
            child.lists().flat_map(|(_, items)| items).flat_map(flat).filter(|item| !draft.is_taken(*item)).collect();
        if items.is_empty() {
            continue;
        }
        let named = draft.framework.roles.iter().find(|role| role.id == whom.role).map(|role| role.name.clone());
        let position = whom.position.clone().unwrap_or_else(|| {
            let name = named.unwrap_or_else(|| whom.role.clone());
            draft.position(&whom.role, &name, None, &page.file, part.line)
        });
        let dimension = draft.dimension(&name, None, DimensionKind::Skill, &page.file, child.line);
        let criteria: Vec<Criterion> = items.iter().map(|item| Criterion::of(draft.text(&item.text.text))).collect();
        items.into_iter().for_each(|item| draft.take(item));
        if let Some(cell) = draft.cell(&position, &dimension, &page.file, child.line) {
            cell.criteria = criteria;
        }
    }
}

fn part_heading(part: &Part<'_>, draft: &mut Draft) {
    if let Some(block) = part.block {
        draft.take(block);
    }
}

/// The position that was made from this page, where there is just one.
fn by_front(page: &Page, draft: &Draft) -> Option<Whom> {
    let from_here =
        |from: &rung_model::framework::Provenance| from.origin.as_ref().is_some_and(|at| at.file == page.file);
    let mut here = draft.framework.positions.iter().filter(|position| from_here(&position.from));
    let only = here.next().filter(|_| here.next().is_none())?;
    Some(Whom { role: only.role.clone(), position: Some(only.id.clone()) })
}

fn of(text: &Rich) -> Option<(String, Written, String)> {
    heading(&text.text)
}

/// "Coding: 60 %", "Coding - 60 %", "60 % coding", "Coding (60 %)".
fn heading(text: &str) -> Option<(String, Written, String)> {
    if let Some(name) = of_words(text)
        && let Some(found) = share(&name.rest)
    {
        return Some((name.name, found, name.rest));
    }
    if let Some((name, rest)) = text.split_once('(')
        && let Some(found) = share(rest.trim_end().trim_end_matches(')'))
    {
        return Some((undecorated(name), found, rest.trim_end().trim_end_matches(')').to_owned()));
    }
    let (before, after) = text.split_once('%')?;
    let written = format!("{before}%");
    let name = undecorated(after.trim().trim_start_matches("of ").trim_start_matches("on "));
    let fits = !name.is_empty() && name.split(' ').count() <= 6;
    share(&written).filter(|_| fits).map(|found| (name, found, written))
}
