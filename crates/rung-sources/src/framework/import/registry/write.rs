//! The records of a registry: one scale, dimensions with ids, requirements, and a cell for each filled place.

use rung_model::framework::{Criterion, DimensionKind, Provenance, Scale, ScaleLevel};

use super::{
    super::{
        draft::Draft,
        naming::{plain, undecorated},
    },
    sheet::Sheet,
    words::Level,
};
use crate::document;

/// Columns of a row that say what its skill is.
#[derive(Debug, Default)]
pub(super) struct Subject {
    pub(super) name: usize,
    pub(super) group: Option<usize>,
    pub(super) text: Option<usize>,
    /// Columns that are kept as `x-<head>`.
    pub(super) rest: Vec<usize>,
}

impl Subject {
    /// The dimension of a row; a name that stands again in the same group is kept apart where `apart`.
    pub(super) fn dimension(
        &self,
        sheet: &Sheet<'_>,
        row: usize,
        scale: Option<&str>,
        apart: bool,
        draft: &mut Draft,
    ) -> Option<String> {
        let name = sheet.value(row, self.name);
        if plain(name).is_empty() {
            if sheet.columns.iter().any(|column| column.values.get(row).is_some_and(|value| !value.is_empty())) {
                let mend = "name its skill, or remove the row";
                draft.skip(&sheet.page.file, sheet.line(row), "this row names no skill and was left out", mend);
            }
            return None;
        }
        let group = self.group.map(|column| sheet.value(row, column));
        let (file, line) = (sheet.page.file.as_str(), sheet.line(row));
        let before = draft.framework.dimensions.len();
        let mut id = draft.dimension(&undecorated(name), group, DimensionKind::Skill, file, line);
        if apart
            && draft.framework.dimensions.len() == before
            && draft.framework.dimensions.iter().any(|one| {
                one.id == id && one.from.origin.as_ref().is_some_and(|at| at.file == file && at.line != line)
            })
        {
            id = draft.dimension_again(&undecorated(name), group, DimensionKind::Skill, file, line);
        }
        if draft.framework.dimensions.len() > before {
            let text = self.text.map(|column| draft.text(sheet.value(row, column))).filter(|text| !text.is_empty());
            let mut extra = Vec::new();
            for column in &self.rest {
                let head = sheet.columns.get(*column).map_or("", |column| column.head);
                let value = draft.text(sheet.value(row, *column));
                if !value.is_empty() {
                    let head = if head.is_empty() { format!("column-{}", column + 1) } else { head.to_owned() };
                    extra.push((format!("x-{head}"), toml::Value::String(value)));
                }
            }
            if let Some(dimension) = draft.framework.dimensions.last_mut() {
                dimension.text = text;
                dimension.scale = scale.map(str::to_owned);
                dimension.from.extra.extend(extra);
            }
        }
        Some(id)
    }
}

/// Makes a scale of these levels and says its id.
pub(super) fn scale(sheet: &Sheet<'_>, levels: &[Level], draft: &mut Draft) -> String {
    let id = draft.id("scale", "proficiency");
    let named = |n: u32| levels.iter().find(|(_, own)| *own == n).map(|(name, _)| name.clone());
    let most = levels.iter().map(|(_, n)| *n).max().unwrap_or(0);
    let levels = (1..=most)
        .map(|n| ScaleLevel { n, name: named(n).unwrap_or_else(|| n.to_string()), ..ScaleLevel::default() })
        .collect();
    let from = Provenance::at(sheet.page.file.as_str(), sheet.head.line);
    draft.framework.scales.push(Scale { id: id.clone(), zero: named(0), levels, from, ..Scale::default() });
    id
}

/// What a cell of the table says, as prose or as criteria.
pub(super) fn said(cell: Option<&document::Cell>, draft: &mut Draft) -> (Option<String>, Vec<Criterion>) {
    let Some(cell) = cell else { return (None, Vec::new()) };
    let parts: Vec<&str> = if cell.items.len() > 1 {
        cell.items.iter().map(|item| item.text.text.as_str()).collect()
    } else {
        cell.paragraphs.iter().map(|one| one.text.as_str()).collect()
    };
    let parts: Vec<String> = parts.iter().map(|part| draft.text(part)).filter(|part| !part.is_empty()).collect();
    if parts.len() > 1 {
        return (None, parts.into_iter().map(Criterion::of).collect());
    }
    (Some(draft.text(&cell.text.text)).filter(|text| !text.is_empty()), Vec::new())
}
