//! What pages say beside weights and bands: what dimensions mean, what levels are called, weights as an example.

use rung_model::framework::{Anchor, Criterion, Dimension, Provenance, Scale, ScaleLevel};

use super::{
    super::{
        draft::Draft,
        fields::number_in,
        naming::{plain, undecorated},
        page::Page,
        parts::{flat, parts},
    },
    data::says_weights,
    is_whole, push_weights,
    table::{head_and_body, text},
};
use crate::document::{Block, BlockKind, Item};

/// Number, name and text of a level.
type Level = (u32, String, String);

/// Whether a page speaks of weights.
pub(super) fn speak_of_weights(page: &Page) -> bool {
    page.blocks().is_some_and(|document| {
        document.blocks.iter().any(|block| match &block.kind {
            BlockKind::Heading { text, .. } | BlockKind::Paragraph(text) => says_weights(&text.text),
            BlockKind::Table(grid) => {
                grid.rows.first().is_some_and(|row| row.cells.iter().any(|cell| says_weights(&cell.text.text)))
            }
            _ => false,
        })
    })
}

/// Takes weights that stand in a list of bullets, as an example for all tracks.
pub(super) fn example_weights(pages: &[Page], draft: &mut Draft) {
    for page in pages {
        for block in page.document().map_or(&[][..], |document| &document.blocks) {
            let BlockKind::List(items) = &block.kind else { continue };
            let parts: Option<Vec<(String, f64)>> = items.iter().map(part).collect();
            let Some(parts) = parts.filter(|parts| parts.len() > 1 && is_whole(parts.iter().map(|(_, part)| *part)))
            else {
                continue;
            };
            push_weights(None, &parts, &page.file, block.line, draft);
            draft.recognise(page);
            draft.take_all(block);
            let what = "these weights stand in running text, maybe as an example, and were taken for all tracks";
            draft.guess(&page.file, block.line, what, "write the weights of each track in a table");
            return;
        }
    }
}

/// `30% Delivery`, or `Delivery: 30 %`.
fn part(item: &Item) -> Option<(String, f64)> {
    let text = item.text.text.trim();
    if let Some((number, name)) = text.split_once('%')
        && let Some(number) = number_in(number)
    {
        return Some((undecorated(name), number)).filter(|(name, _)| !name.is_empty());
    }
    let bare = text.strip_suffix('%')?.trim_end();
    let at = bare.rfind(|c: char| c.is_whitespace() || c == ':')?;
    let number = number_in(bare.get(at + 1..)?.trim_start())?;
    Some((undecorated(bare.get(..at)?), number)).filter(|(name, _)| !name.is_empty())
}

/// Takes tables and lists that explain dimensions or name levels.
pub(super) fn read(pages: &[Page], draft: &mut Draft) {
    let mut best: Option<(&Page, &Block, Vec<Level>)> = None;
    for page in pages {
        for block in page.document().map_or(&[][..], |document| &document.blocks) {
            let Some(rows) = pairs(block, draft) else { continue };
            let levels: Option<Vec<Level>> = rows.iter().map(|(name, text)| level(name, text)).collect();
            if let Some(levels) = levels.filter(|levels| levels.len() > 1 && counts(levels)) {
                if best.as_ref().is_none_or(|(_, _, old)| old.len() < levels.len()) {
                    best = Some((page, block, levels));
                }
            } else {
                explain(page, block, &rows, draft);
            }
        }
    }
    let Some((page, block, levels)) = best else { return };
    let id = draft.id("scale", "levels");
    let zero = levels.iter().find(|(n, ..)| *n == 0).map(|(_, name, _)| name.clone());
    let levels = levels
        .into_iter()
        .filter(|(n, ..)| *n > 0)
        .map(|(n, name, text)| ScaleLevel {
            n,
            name,
            text: Some(text).filter(|text| !text.is_empty()),
            ..ScaleLevel::default()
        })
        .collect();
    let from = Provenance::at(page.file.as_str(), block.line);
    draft.framework.scales.push(Scale { id: id.clone(), zero, levels, from, ..Scale::default() });
    draft
        .framework
        .dimensions
        .iter_mut()
        .filter(|one| one.scale.is_none())
        .for_each(|one| one.scale = Some(id.clone()));
    draft.recognise(page);
    draft.take_all(block);
    for page in pages {
        anchors(page, &id, draft);
    }
}

/// Takes lists below the heading of a dimension whose bold leads are its levels: what each level of it asks.
fn anchors(page: &Page, scale: &str, draft: &mut Draft) {
    for part in parts(page) {
        let is_it = |one: &&Dimension| plain(&one.name) == plain(&undecorated(part.title));
        let dimension = draft.framework.dimensions.iter().find(is_it).map(|one| one.id.clone());
        let Some(dimension) = dimension.filter(|_| part.level > 0) else { continue };
        for (block, items) in part.lists() {
            let level = |item: &Item, draft: &Draft| {
                let lead = undecorated(item.text.lead.as_deref()?);
                draft.framework.scales.iter().find(|one| one.id == scale)?.level_named(&lead)
            };
            let levels: Option<Vec<u32>> = items.iter().map(|item| level(item, draft)).collect();
            let Some(levels) = levels.filter(|levels| levels.len() > 1 && !draft.is_taken(block)) else { continue };
            draft.recognise(page);
            part.block.into_iter().for_each(|block| draft.take(block));
            draft.take_all(block);
            for (item, level) in items.iter().zip(levels) {
                let below = item.children.iter().flat_map(flat).map(|child| draft.text(&child.text.text));
                let criteria: Vec<Criterion> = below.map(Criterion::of).collect();
                let rest = item.text.after_lead().trim_start_matches(|c: char| !c.is_alphanumeric());
                let summary = Some(draft.text(rest)).filter(|text| !text.is_empty());
                let (dimension, from) = (dimension.clone(), Provenance::at(page.file.as_str(), item.line));
                draft.framework.anchors.push(Anchor { dimension, level, summary, criteria, from, ..Anchor::default() });
            }
        }
    }
}

/// Name and text of each row of a table of two columns, or of each bullet with a bold lead.
fn pairs(block: &Block, draft: &mut Draft) -> Option<Vec<(String, String)>> {
    let found: Option<Vec<(String, String)>> = match &block.kind {
        BlockKind::Table(grid) if grid.width() == 2 => {
            let (_, body) = head_and_body(grid)?;
            if body.iter().any(|row| row.cells.iter().any(|cell| draft.is_taken(cell))) {
                return None;
            }
            Some(body.iter().map(|row| (draft.text(text(row, 0)), draft.text(text(row, 1)))).collect())
        }
        BlockKind::List(items) => items
            .iter()
            .map(|item| {
                let lead = item.text.lead.as_ref().filter(|_| item.children.is_empty() && !draft.is_taken(item))?;
                let rest = item.text.after_lead().trim_start_matches(|c: char| !c.is_alphanumeric());
                Some((lead.trim().to_owned(), rest.to_owned()))
            })
            .collect(),
        _ => None,
    };
    found.filter(|found| found.len() > 1)
}

/// `1 Junior`, `0 - Starter`.
fn level(name: &str, text: &str) -> Option<Level> {
    let end = name.find(|c: char| !c.is_ascii_digit())?;
    let n = name.get(..end)?.parse().ok()?;
    let rest = undecorated(name.get(end..)?);
    (n <= 20 && !rest.is_empty()).then(|| (n, rest, text.to_owned()))
}

fn counts(levels: &[Level]) -> bool {
    levels.windows(2).all(|pair| pair.first().map(|one| one.0 + 1) == pair.last().map(|one| one.0))
        && levels.first().is_some_and(|one| one.0 < 2)
}

/// Gives dimensions their text where every row names one.
fn explain(page: &Page, block: &Block, rows: &[(String, String)], draft: &mut Draft) {
    let named =
        |name: &str, draft: &Draft| draft.framework.dimensions.iter().position(|one| plain(&one.name) == plain(name));
    if !rows.iter().all(|(name, _)| named(name, draft).is_some()) {
        return;
    }
    for (name, text) in rows {
        let at = named(name, draft);
        if let Some(one) = at.and_then(|at| draft.framework.dimensions.get_mut(at)).filter(|one| one.text.is_none()) {
            one.text = Some(text.clone()).filter(|text| !text.is_empty());
        }
    }
    draft.recognise(page);
    draft.take_all(block);
}
