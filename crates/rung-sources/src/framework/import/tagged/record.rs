//! One record of a tagged list, made into a cell.

use std::collections::HashMap;

use rung_model::{
    framework::{DimensionKind, Provenance},
    problem::{Problem, Severity},
};

use super::{
    super::{
        declared::Declarations,
        draft::Draft,
        fields::{is_flat, scalar, words},
        naming::{plain, undecorated},
        page::Page,
    },
    columns::Columns,
};
use crate::tree::{Node, Value};

/// A list being read.
pub(super) struct List<'l> {
    pub(super) page: &'l Page,
    pub(super) columns: &'l Columns,
    pub(super) declared: &'l Declarations<'l>,
    /// Positions by role and level.
    pub(super) positions: HashMap<(Option<String>, String), String>,
    /// Lines of the ids so far.
    pub(super) ids: HashMap<String, usize>,
}

/// Makes the cell of a record and takes all of it; a record that asks nothing is reported.
pub(super) fn take(list: &mut List<'_>, entry: &Node, draft: &mut Draft) {
    let (page, columns) = (list.page, list.columns);
    let Some(map) = entry.map() else { return };
    let line = map.iter().next().map_or(entry.line, |(key, _)| key.line.min(entry.line));
    let said = |key: &str| map.get(key).and_then(scalar).filter(|text| !text.is_empty());
    let (Some(level), Some(theme)) = (said(&columns.level), said(&columns.theme)) else { return };
    let role = columns.role.as_ref().and_then(|key| said(key));
    let at = list.declared.level(&level).and_then(|n| list.declared.levels.get(n));
    let level = at.map_or(level, |one| one.id.clone());
    let Some(position) = list.positions.get(&(role, plain(&level))).cloned() else { return };
    let declared = list.declared.theme(&theme).and_then(|n| list.declared.themes.get(n));
    let group = columns.group.as_ref().and_then(|key| said(key));
    let name = undecorated(&declared.map_or(theme, |one| one.name.clone()));
    let at = declared.map_or(line, |one| one.line);
    let dimension = draft.dimension(&name, group.as_deref(), DimensionKind::Skill, &page.file, at);
    if let Some(text) = declared.and_then(|one| one.text).and_then(scalar) {
        let text = draft.text(&text);
        let known = draft.framework.dimensions.iter_mut().rev().find(|one| one.id == dimension && one.text.is_none());
        if let Some(known) = known {
            known.text = Some(text);
        }
    }
    draft.take(entry);
    let mut from = Provenance::at(page.file.as_str(), line);
    let (mut text, mut examples, mut urls, mut proficiency, mut id) = (None, Vec::new(), Vec::new(), None, None);
    for (key, node) in map {
        let is = |name: &Option<String>| name.as_deref() == Some(key.text.as_str());
        let links = || words(&key.text).split(' ').any(|word| matches!(word, "url" | "urls" | "link" | "links"));
        if key.text == columns.text {
            text = draft.texts_of(node).pop();
        } else if is(&columns.examples) {
            examples = draft.texts_of(node);
        } else if is(&columns.proficiency) {
            proficiency = draft.texts_of(node).pop();
        } else if is(&columns.id) {
            id = draft.texts_of(node).pop();
        } else if key.text == columns.level || key.text == columns.theme || is(&columns.role) || is(&columns.group) {
            draft.take(node);
        } else if is_flat(node) && links() {
            urls = draft.texts_of(node);
        } else if !matches!(node.value, Value::Null) {
            draft.keep(&mut from, key, node);
        }
    }
    told_twice(list, id.as_deref(), line, draft);
    if text.is_none() {
        let what = "this record says a level and a theme, and nothing that is asked";
        let mend = "write what is asked, or remove the record";
        draft.note(Problem::new(Severity::Warning, page.file.as_str(), "empty-record", what, mend).at_line(line));
    }
    let id = draft.id_given("cell", &id.unwrap_or_default(), &format!("{position} {dimension}"));
    draft.framework.cells.push(rung_model::framework::Cell {
        id,
        position,
        dimension,
        proficiency,
        text,
        examples,
        urls,
        from,
        ..Default::default()
    });
}

fn told_twice(list: &mut List<'_>, id: Option<&str>, line: usize, draft: &mut Draft) {
    let Some(id) = id else { return };
    if let Some(first) = list.ids.get(id) {
        let what = format!("the id `{id}` stands here again, after line {first}");
        let mend = "give this record an id of its own; it was given one from its position and theme";
        draft.note(Problem::new(Severity::Warning, list.page.file.as_str(), "duplicate-id", what, mend).at_line(line));
    } else {
        list.ids.insert(id.to_owned(), line);
    }
}
