//! Matrices written as nested data: topics with content per level, levels with themes, one file per role or skill.
//!
//! A page becomes labelled branches (`branch.rs`); one layer of them are the levels (`layers.rs`), the layer nearest to
//! the ends that is none are the dimensions, layers above are groups or roles (`place.rs`); what stands at the ends
//! becomes cells (`fill.rs`). Topics of a page that calls itself generic are inherited (`inherit.rs`).

mod branch;
mod fill;
mod inherit;
mod layers;
mod place;
mod subject;

use std::collections::HashMap;

use rung_model::{
    framework::DimensionKind,
    problem::{Problem, Severity},
};

use self::{
    branch::Branch,
    inherit::Heir,
    place::{Place, places},
};
use super::{
    declared::Declarations,
    draft::Draft,
    fields::{ordinal, scalar},
    naming::{plain, undecorated},
    page::{Content, Page},
};
use crate::tree::{Node, Value};

/// Takes every page of data that is a matrix in nested form.
pub(super) fn import(pages: &[Page], draft: &mut Draft) {
    let mut heirs = Vec::new();
    for page in pages {
        let roots: Vec<&Node> = match &page.content {
            Content::Constants(constants) => constants.iter().map(|constant| &constant.node).collect(),
            _ => page.tree().into_iter().collect(),
        };
        for root in roots {
            heirs.extend(read(page, pages.len() == 1, root, draft));
        }
    }
    inherit::inherit(&heirs, draft);
}

fn read<'p>(page: &'p Page, alone: bool, node: &'p Node, draft: &mut Draft) -> Option<Heir<'p>> {
    let declared = Declarations::of(node);
    let root = Branch::of(node, &declared, draft)?;
    let layers = layers::layers(&root, &declared)?;
    let places = places(page, alone, &root, layers.level, draft);
    if places.is_empty() {
        return None;
    }
    draft.recognise(page);
    if layers.guessed {
        let what = "the innermost keys were taken for levels, as each entry repeats them";
        draft.guess(&page.file, node.line, what, "list the levels in their order under `levels`");
    }
    let mut heir = Heir { page, role: String::new(), topics: Vec::new() };
    let mut positions = positions(page, &places, &declared, draft);
    for place in &places {
        let filled = fill::fill(place.end, &page.file, draft);
        let dimension = subject::dimension(place, page, &declared, draft);
        let Some((role, position)) = positions.remove(&(plain(&place.role), plain(&place.level.level_label()))) else {
            continue;
        };
        if !filled.is_empty()
            && let Some(cell) = draft.cell(&position, &dimension, &page.file, place.end.line())
        {
            cell.text = filled.text;
            cell.criteria = filled.criteria;
            cell.examples = filled.examples;
            cell.urls = filled.urls;
            cell.proficiency = filled.proficiency;
            cell.from = filled.from;
        }
        if heir.topics.last().is_none_or(|(_, id)| *id != dimension) {
            heir.topics.push((plain(&place.subject()), dimension));
        }
        heir.role.clone_from(&role);
        positions.insert((plain(&place.role), plain(&place.level.level_label())), (role, position));
    }
    subject::branches(&places, page, draft);
    for list in &declared.nodes {
        draft.take_node(list);
    }
    about_page(page, node, &root, &heir.role, draft);
    Some(heir)
}

/// Role and position of each role and level of a page, in the order of the levels.
fn positions(
    page: &Page,
    places: &[Place<'_, '_>],
    declared: &Declarations<'_>,
    draft: &mut Draft,
) -> HashMap<(String, String), (String, String)> {
    let mut found: Vec<(&Place<'_, '_>, String)> = Vec::new();
    let mut seen = std::collections::HashSet::new();
    for place in places {
        let label = place.level.level_label();
        if seen.insert((plain(&place.role), plain(&label))) {
            found.push((place, label));
        }
    }
    let mut labels: Vec<&String> = Vec::new();
    let mut known = std::collections::HashSet::new();
    for (_, label) in &found {
        if known.insert(plain(label)) {
            labels.push(label);
        }
    }
    let numbers: std::collections::BTreeSet<u32> = labels.iter().filter_map(|label| ordinal(label)).collect();
    let numbered = numbers.len() == labels.len();
    let first_seen: HashMap<String, usize> = labels.iter().enumerate().map(|(n, label)| (plain(label), n)).collect();
    let rank = |label: &str| match (declared.level(label), ordinal(label).filter(|_| numbered)) {
        (Some(n), _) => n + 1,
        (None, Some(n)) => n as usize,
        _ => declared.levels.len() + first_seen.get(&plain(label)).copied().unwrap_or_default() + 1,
    };
    let mut ranked: Vec<(usize, &Place<'_, '_>, &String)> =
        found.iter().map(|(place, label)| (rank(label), *place, label)).collect();
    ranked.sort_by_key(|(rank, ..)| *rank);
    let mut positions = HashMap::new();
    for (rank, place, label) in ranked {
        let line = place.level.line();
        let role = draft.role(&place.role, &page.file, place.role_line);
        let declaration = declared.level(label).and_then(|n| declared.levels.get(n));
        let said =
            place.level.name.filter(|_| place.level.key.is_some() || place.level.level.is_some()).and_then(scalar);
        let name = match declaration {
            Some(level) => level.name.clone(),
            None if !declared.levels.is_empty() => {
                let what = format!("the level `{label}` is used here and not among the declared levels");
                let mend = "add it to the list of levels, or correct it";
                draft.note(
                    Problem::new(Severity::Warning, page.file.as_str(), "undeclared-level", what, mend).at_line(line),
                );
                label.clone()
            }
            None => said.unwrap_or_else(|| label.clone()),
        };
        let bare = name.chars().all(|c| c.is_ascii_digit() || c == '.');
        let name = if bare { format!("{} {name}", place.role) } else { undecorated(&name) };
        let id = draft.position(&role, &name, u32::try_from(rank).ok(), &page.file, line);
        let text = declaration.and_then(|level| level.text).and_then(scalar).map(|text| draft.text(&text));
        if let Some((position, text)) = draft.position_mut(&id).zip(text) {
            position.definition = text;
        }
        positions.insert((plain(&place.role), plain(label)), (role, id));
    }
    positions
}

/// What a page says beside its matrix, kept with the role or the framework.
fn about_page(page: &Page, node: &Node, root: &Branch<'_>, role: &str, draft: &mut Draft) {
    let Some(map) = node.map() else { return };
    let whole = matches!(&page.content, Content::Tree(_));
    if whole {
        draft.framework_fields(map, true);
    }
    let most = draft.framework.positions_of(role).map(|position| position.rank).max().unwrap_or(0);
    let mut from =
        std::mem::take(&mut draft.role_mut(role).map(|role| std::mem::take(&mut role.from)).unwrap_or_default());
    let mut definition = None;
    for (key, value) in map {
        if draft.is_taken(value) || !super::fields::is_flat(value) {
            continue;
        }
        if root.name.is_some_and(|name| std::ptr::eq(name, value)) || key.text == "title" {
            draft.take(value);
        } else if matches!(key.text.as_str(), "summary" | "description") && value.text().is_some() {
            definition = draft.texts_of(value).pop();
        } else {
            if key.text == "levels" && value.whole().is_some_and(|said| said != i64::from(most)) {
                let said = value.whole().unwrap_or_default();
                let what = format!("`levels` says {said}, and the highest level that is described is {most}");
                let mend = "correct the number, or describe the levels that are missing";
                draft.note(
                    Problem::new(Severity::Warning, page.file.as_str(), "levels-differ", what, mend)
                        .at_line(value.line),
                );
            }
            if !matches!(value.value, Value::Null) {
                draft.keep(&mut from, key, value);
            }
        }
    }
    if let Some(role) = draft.role_mut(role) {
        role.from = from;
        if let Some(definition) = definition {
            role.definition = definition;
        }
    }
}

impl Place<'_, '_> {
    /// What the dimension is called in full.
    fn subject(&self) -> String {
        self.dimension.map(Branch::label).filter(|label| !label.is_empty()).unwrap_or_else(|| self.page_name.clone())
    }

    /// What kind of thing it is.
    const fn kind() -> DimensionKind {
        DimensionKind::Skill
    }
}

#[cfg(test)]
mod tests;
