//! Long registries: a row per role level and skill, whose columns are told by what depends on what.

use std::collections::{HashMap, HashSet};

use rung_model::framework::Status;

use super::{
    super::{
        draft::Draft,
        fields::{ID, TEXT, THEME},
        naming::role_of,
    },
    sheet::Sheet,
    words::{Level, is_retired, job, scale},
    write::{self, Subject},
};

/// Fewest rows of a registry.
const FEWEST: usize = 4;
/// Most levels of a scale.
const MOST_LEVELS: usize = 11;
/// Heads of the level that a skill is required at.
const REQUIRED: &[&str] = &[
    "skill level",
    "required",
    "required level",
    "proficiency",
    "expected",
    "expected level",
    "target",
    "mastery",
    "skill proficiency",
    "kenntnisstand",
    "sollniveau",
    "soll niveau",
    "zielniveau",
    "ziel niveau",
    "niveau requis",
    "nivel requerido",
    "soll",
];
/// Heads of the level of a role.
const ROLE_LEVEL: &[&str] =
    &["role level", "job level", "position", "grade", "job title", "stufe", "seniority", "level", "niveau"];

/// The columns of a long registry.
struct Columns {
    skill: Subject,
    /// The role level; with a second column where the role and its level stand apart.
    position: usize,
    level: Option<usize>,
    role: Option<usize>,
    required: Option<(usize, Vec<Level>)>,
    text: Option<usize>,
    status: Option<usize>,
    /// What else depends on the role level.
    about_role: Vec<usize>,
}

/// Reads the sheet where each row is one skill of one role level; says whether it is.
pub(super) fn read(sheet: &Sheet<'_>, draft: &mut Draft) -> bool {
    let Some(columns) = columns(sheet).filter(|_| sheet.rows.len() >= FEWEST) else { return false };
    let scale = columns.required.as_ref().map(|(_, levels)| write::scale(sheet, levels, draft));
    let (page_role, _) = role_of(sheet.page);
    // By record: whether every row of it is retired.
    let mut retired: HashMap<(&'static str, String), bool> = HashMap::new();
    for row in 0..sheet.rows.len() {
        let Some(dimension) = columns.skill.dimension(sheet, row, scale.as_deref(), false, draft) else { continue };
        let (file, line) = (sheet.page.file.as_str(), sheet.line(row));
        let name = sheet.value(row, columns.position);
        let (role_name, name) = match (columns.role, columns.level) {
            (_, Some(level)) => (name.to_owned(), format!("{name} {}", sheet.value(row, level))),
            (Some(role), None) => (sheet.value(row, role).to_owned(), name.to_owned()),
            (None, None) => (job(name), name.to_owned()),
        };
        let role_name = if role_name.trim().is_empty() { page_role.clone() } else { role_name };
        let role = draft.role(&role_name, file, line);
        let position = draft.position(&role, &name, None, file, line);
        keep_about_role(sheet, row, &columns, &role, draft);
        let required = columns.required.as_ref().map(|(column, levels)| (sheet.value(row, *column), levels));
        let n = required.and_then(|(value, levels)| levels.iter().find(|(name, _)| name == value)).map(|(_, n)| *n);
        if let Some((position, n)) = draft.position_mut(&position).zip(n) {
            position.requires.insert(dimension.clone(), n);
        }
        let (text, criteria) = write::said(columns.text.and_then(|column| sheet.cell(row, column)), draft);
        let status = columns.status.map(|column| sheet.value(row, column));
        let proficiency = required.map(|(value, _)| value.to_owned()).filter(|value| !value.is_empty());
        if let Some(cell) = draft.cell(&position, &dimension, file, line) {
            (cell.text, cell.criteria, cell.proficiency) = (text, criteria, proficiency);
            if let Some(status) = status.filter(|status| !status.is_empty()) {
                cell.from.extra.insert("x-status".to_owned(), toml::Value::String(status.to_owned()));
            }
        }
        let gone = status.is_some_and(is_retired);
        for key in [("dimension", dimension), ("role", role), ("position", position)] {
            retired.entry(key).and_modify(|all| *all &= gone).or_insert(gone);
        }
    }
    let gone = |table: &'static str, id: &str| retired.get(&(table, id.to_owned())) == Some(&true);
    let framework = &mut draft.framework;
    framework
        .dimensions
        .iter_mut()
        .filter(|one| gone("dimension", &one.id))
        .for_each(|one| one.status = Status::Retired);
    framework.roles.iter_mut().filter(|one| gone("role", &one.id)).for_each(|one| one.status = Status::Retired);
    framework.positions.iter_mut().filter(|one| gone("position", &one.id)).for_each(|one| one.status = Status::Retired);
    true
}

fn keep_about_role(sheet: &Sheet<'_>, row: usize, columns: &Columns, role: &str, draft: &mut Draft) {
    for at in &columns.about_role {
        let value = draft.text(sheet.value(row, *at));
        let head = sheet.columns.get(*at).map_or("", |column| column.head);
        if let Some(role) = draft.role_mut(role).filter(|_| !value.is_empty()) {
            role.from.extra.entry(format!("x-{head}")).or_insert(toml::Value::String(value));
        }
    }
}

fn columns(sheet: &Sheet<'_>) -> Option<Columns> {
    let all: Vec<usize> = (0..sheet.columns.len()).collect();
    let column = |at: usize| sheet.columns.get(at);
    let is = |at: usize, names: &[&str]| column(at).is_some_and(|column| column.is(names));
    let distinct = |at: usize| column(at).map_or(0, |column| column.distinct.len());
    let status = all.iter().copied().find(|at| {
        column(*at).is_some_and(|one| one.distinct.len() <= 5 && one.distinct.iter().any(|value| is_retired(value)))
    });
    let levels = |at: usize| {
        column(at)
            .filter(|one| one.distinct.len() <= MOST_LEVELS && one.filled > 0)
            .and_then(|one| scale(&one.distinct))
    };
    let scales: Vec<usize> =
        all.iter().copied().filter(|at| Some(*at) != status && levels(*at).is_some() && !is(*at, ID)).collect();
    let required = scales.iter().copied().find(|at| is(*at, REQUIRED));
    let required =
        required.or_else(|| scales.iter().copied().filter(|at| !is(*at, ROLE_LEVEL)).max_by_key(|at| sheet.runs(*at)));
    let free = |at: &usize| Some(*at) != status && Some(*at) != required;
    let text = all.iter().copied().filter(free).find(|at| is(*at, TEXT)).or_else(|| {
        all.iter()
            .copied()
            .filter(free)
            .filter(|at| column(*at).is_some_and(|one| one.mean > 40))
            .max_by_key(|at| column(*at).map_or(0, |one| one.mean))
    });
    required.or(text)?;
    let labels: Vec<usize> = all
        .iter()
        .copied()
        .filter(|at| {
            free(at) && Some(*at) != text && column(*at).is_some_and(super::sheet::Column::is_label) && !is(*at, ID)
        })
        .collect();
    let unique = |of: &[usize]| {
        let mut seen = HashSet::new();
        let allowed = sheet.rows.len() / 20;
        let again = |row: &usize| !seen.insert(of.iter().map(|at| sheet.value(*row, *at)).collect::<Vec<_>>());
        (0..sheet.rows.len()).filter(again).nth(allowed).is_none()
    };
    let can_be_skill = |at: &usize| distinct(*at) > 1 && distinct(*at) < sheet.rows.len();
    let named = labels.iter().copied().filter(can_be_skill).filter(|at| is(*at, THEME)).max_by_key(|at| distinct(*at));
    let name = named.or_else(|| labels.iter().copied().filter(can_be_skill).max_by_key(|at| sheet.runs(*at)))?;
    let others = || labels.iter().copied().filter(|at| *at != name);
    let single = others().filter(|at| unique(&[*at, name])).min_by_key(|at| (!is(*at, ROLE_LEVEL), distinct(*at)));
    let (position, level) = match single {
        Some(position) => (position, None),
        None => others().find_map(|role| {
            let level = all.iter().copied().filter(|at| free(at) && Some(*at) != text && *at != role && *at != name);
            level
                .filter(|at| distinct(*at) <= MOST_LEVELS)
                .find(|level| unique(&[role, *level, name]))
                .map(|level| (role, Some(level)))
        })?,
    };
    let above = |at: &usize| {
        Some(*at) != level && *at != position && sheet.depends(position, *at) && distinct(*at) <= distinct(position)
    };
    let role = level.is_none().then(|| others().filter(above).max_by_key(|at| distinct(*at))).flatten();
    let group = others().find(|at| {
        ![Some(position), role].contains(&Some(*at)) && !above(at) && distinct(*at) > 1 && sheet.depends(name, *at)
    });
    let used = [Some(name), Some(position), level, role, group, required, text, status];
    let left: Vec<usize> = all.iter().copied().filter(|at| !used.contains(&Some(*at))).collect();
    let (about_role, rest) = left.into_iter().partition(above);
    let required = required.and_then(|at| levels(at).map(|levels| (at, levels)));
    let skill = Subject { name, group, text: None, rest };
    Some(Columns { skill, position, level, role, required, text, status, about_role })
}
