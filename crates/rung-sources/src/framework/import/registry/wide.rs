//! Wide registries: a row per skill and a column per level, or a row per role level and a column per skill.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use rung_model::framework::{Anchor, DimensionKind};

use super::{
    super::{
        draft::Draft,
        fields::{ID, NAME, ROLE, TEXT, THEME, words},
        naming::{role_of, undecorated},
    },
    sheet::Sheet,
    words::{Level, digits, is_job_level, job, scale},
    write::{self, Subject},
};

/// Least mean length of a column of prose, in characters.
const PROSE: usize = 15;

/// Reads the sheet where it has a run of columns that are levels; says whether it had.
pub(super) fn read(sheet: &Sheet<'_>, draft: &mut Draft) -> bool {
    if let Some(run) = prose_run(sheet) {
        return by_skill(sheet, run, None, draft);
    }
    let Some((run, levels)) = value_run(sheet) else { return false };
    let heads = sheet.columns.get(run.clone()).unwrap_or_default();
    let told = heads.iter().filter(|column| is_job_level(column.head)).count() * 2 > heads.len();
    let by_row = (0..run.start).find(|at| {
        sheet.columns.get(*at).is_some_and(|column| {
            column.is_label()
                && column.distinct.iter().filter(|value| is_job_level(value)).count() * 10 >= column.distinct.len() * 6
        })
    });
    match by_row {
        Some(level) if !told => by_position(sheet, level, run, &levels, draft),
        _ => by_skill(sheet, run, Some(&levels), draft),
    }
}

/// Neighbouring columns of prose whose heads differ in a number or name levels of a job.
fn prose_run(sheet: &Sheet<'_>) -> Option<Range<usize>> {
    let pattern = |head: &str| words(head).chars().filter(|c| !c.is_ascii_digit()).collect::<String>();
    let like = |a: usize, b: usize| {
        let (Some(a), Some(b)) = (sheet.columns.get(a), sheet.columns.get(b)) else { return false };
        let numbered = digits(a.head).zip(digits(b.head)).is_some_and(|(a, b)| a != b);
        let prose = (a.mean >= PROSE || a.filled == 0) && (b.mean >= PROSE || b.filled == 0);
        prose && (numbered && pattern(a.head) == pattern(b.head) || is_job_level(a.head) && is_job_level(b.head))
    };
    longest(sheet.columns.len(), like)
}

/// Neighbouring columns whose values together are one scale.
fn value_run(sheet: &Sheet<'_>) -> Option<(Range<usize>, Vec<Level>)> {
    let own = |at: usize| {
        sheet.columns.get(at).filter(|one| one.filled > 0 && !one.head.is_empty()).and_then(|one| scale(&one.distinct))
    };
    let scales: Vec<Option<Vec<Level>>> = (0..sheet.columns.len()).map(own).collect();
    let is = |at: usize| scales.get(at).is_some_and(Option::is_some);
    let run = longest(sheet.columns.len(), |a, b| is(a) && is(b))?;
    let all: BTreeSet<&str> =
        sheet.columns.get(run.clone())?.iter().flat_map(|column| column.distinct.iter().copied()).collect();
    scale(&all).map(|levels| (run, levels))
}

fn longest(len: usize, like: impl Fn(usize, usize) -> bool) -> Option<Range<usize>> {
    let mut best = 0..0;
    let mut from = 0;
    for at in 1..=len {
        if at == len || !like(at - 1, at) {
            if at - from > best.len() {
                best = from..at;
            }
            from = at;
        }
    }
    (best.len() > 1).then_some(best)
}

/// What the other columns are: the skill, its group, what it means, the role.
fn subject(sheet: &Sheet<'_>, run: &Range<usize>) -> Option<(Subject, Option<usize>)> {
    let others: Vec<usize> =
        (0..sheet.columns.len()).filter(|at| !run.contains(at) && !is_flag(sheet, *at, run)).collect();
    let column = |at: usize| sheet.columns.get(at);
    let label = |at: &usize| column(*at).is_some_and(super::sheet::Column::is_label);
    let is = |at: usize, names: &[&str]| column(at).is_some_and(|column| column.is(names));
    let distinct = |at: usize| column(at).map_or(0, |column| column.distinct.len());
    let role =
        others.iter().copied().filter(label).find(|at| is(*at, ROLE) && distinct(*at) * 2 <= sheet.rows.len().max(2));
    let free = |at: &usize| Some(*at) != role && !is(*at, ID) && !is(*at, TEXT);
    let named = |at: &&usize| is(**at, NAME) || is(**at, THEME);
    let labels: Vec<usize> = others.iter().copied().filter(|at| label(at) && free(at)).collect();
    let name = labels
        .iter()
        .filter(named)
        .max_by_key(|at| (distinct(**at), std::cmp::Reverse(**at)))
        .or_else(|| labels.iter().max_by_key(|at| (distinct(**at), std::cmp::Reverse(**at))));
    let name = name.copied().or_else(|| others.first().copied())?;
    let text = others.iter().copied().find(|at| *at != name && is(*at, TEXT));
    let group = labels
        .iter()
        .copied()
        .filter(|at| *at != name && distinct(*at) < distinct(name))
        .find(|at| is(*at, THEME) || sheet.depends(name, *at) && distinct(*at) > 1 && role.is_none());
    let used = [Some(name), text, group, role];
    let rest = others.iter().copied().filter(|at| !used.contains(&Some(*at))).collect();
    Some((Subject { name, group, text, rest }, role))
}

/// Whether a column only repeats that a level is there: one number in every row.
fn is_flag(sheet: &Sheet<'_>, at: usize, run: &Range<usize>) -> bool {
    sheet.columns.get(at).is_some_and(|column| {
        column.distinct.len() == 1
            && column.distinct.first().and_then(|value| value.parse::<usize>().ok()).is_some_and(|n| {
                let text = sheet.columns.get((run.start + n).saturating_sub(1));
                (1..=run.len()).contains(&n)
                    && text.is_some_and(|text| {
                        text.values.iter().zip(&column.values).all(|(text, flag)| text.is_empty() == flag.is_empty())
                    })
            })
    })
}

fn by_skill(sheet: &Sheet<'_>, run: Range<usize>, levels: Option<&[Level]>, draft: &mut Draft) -> bool {
    let Some((subject, role_column)) = subject(sheet, &run) else { return false };
    let flags = (0..sheet.columns.len()).filter(|at| !run.contains(at) && is_flag(sheet, *at, &run)).count();
    let coded = sheet.columns.iter().any(|column| column.is(ID) && column.distinct.len() == column.filled);
    if levels.is_none() && role_column.is_none() && (flags == run.len() || coded) {
        return anchors(sheet, &run, &subject, draft);
    }
    let scale_id = levels.map(|levels| write::scale(sheet, levels, draft));
    let (page_role, _) = role_of(sheet.page);
    let heads: Vec<&str> = run.clone().map(|at| sheet.columns.get(at).map_or("", |column| column.head)).collect();
    let jobs: BTreeSet<String> = heads.iter().map(|head| job(head)).collect();
    let many = role_column.is_none()
        && jobs.len() > 1
        && jobs.iter().all(|job| job.chars().any(char::is_alphabetic))
        && jobs.len() < heads.len();
    for row in 0..sheet.rows.len() {
        let Some(dimension) = subject.dimension(sheet, row, scale_id.as_deref(), role_column.is_none(), draft) else {
            continue;
        };
        for (n, at) in run.clone().enumerate() {
            let value = sheet.value(row, at);
            let head = heads.get(n).copied().unwrap_or_default();
            let role_name = match role_column {
                Some(column) => sheet.value(row, column).to_owned(),
                None if many => job(head),
                None => page_role.clone(),
            };
            let role = draft.role(
                &role_name,
                &sheet.page.file,
                if role_column.is_some() { sheet.line(row) } else { sheet.head.line },
            );
            let rank = if many { None } else { u32::try_from(n + 1).ok() };
            let position =
                draft.position(&role, &level_name(head, &heads, &role_name), rank, &sheet.page.file, sheet.head.line);
            if !value.is_empty() {
                place(sheet, (row, at), &position, &dimension, levels, draft);
            }
        }
    }
    true
}

/// One filled place: what it requires, or what it says.
fn place(
    sheet: &Sheet<'_>,
    at: (usize, usize),
    position: &str,
    dimension: &str,
    levels: Option<&[Level]>,
    draft: &mut Draft,
) {
    let value = sheet.value(at.0, at.1);
    let n = levels.and_then(|levels| levels.iter().find(|(name, _)| name == value)).map(|(_, n)| *n);
    if let Some((position, n)) = draft.position_mut(position).zip(n) {
        position.requires.insert(dimension.to_owned(), n);
    }
    let said = if n.is_none() { write::said(sheet.cell(at.0, at.1), draft) } else { (None, Vec::new()) };
    let line = sheet.cell(at.0, at.1).map_or(1, |cell| cell.line);
    if let Some(cell) = draft.cell(position, dimension, &sheet.page.file, line) {
        cell.proficiency = n.map(|_| value.to_owned());
        (cell.text, cell.criteria) = said;
    }
}

/// The name of a level's column: without what all heads begin with, unless only a number is left.
fn level_name(head: &str, heads: &[&str], role: &str) -> String {
    let common = heads.iter().skip(1).fold(heads.first().copied().unwrap_or_default().to_owned(), |common, head| {
        common.chars().zip(head.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a).collect()
    });
    let cut = common.rfind(['_', ' ', '-']).map_or(0, |at| at + 1);
    let rest = head.get(cut..).unwrap_or(head);
    if rest.chars().all(|c| c.is_ascii_digit()) {
        format!("{role} {rest}")
    } else {
        undecorated(&rest.replace('_', " "))
    }
}

/// A registry of skills without roles: what each level of each skill asks.
fn anchors(sheet: &Sheet<'_>, run: &Range<usize>, subject: &Subject, draft: &mut Draft) -> bool {
    let levels: Vec<Level> =
        run.clone().zip(1..).map(|(at, n)| (sheet.columns.get(at).map_or("", |one| one.head).to_owned(), n)).collect();
    let scale = write::scale(sheet, &levels, draft);
    for row in 0..sheet.rows.len() {
        let Some(dimension) = subject.dimension(sheet, row, Some(&scale), true, draft) else { continue };
        for (at, level) in run.clone().zip(1..) {
            if sheet.value(row, at).is_empty() {
                continue;
            }
            let (summary, criteria) = write::said(sheet.cell(row, at), draft);
            let from = rung_model::framework::Provenance::at(sheet.page.file.as_str(), sheet.line(row));
            draft.framework.anchors.push(Anchor {
                dimension: dimension.clone(),
                level,
                summary,
                criteria,
                from,
                ..Anchor::default()
            });
        }
    }
    let what = "there is no role in this table, so its levels are levels of the skills and not of positions";
    draft.guess(&sheet.page.file, sheet.head.line, what, "add a column `role` if they are levels of a role");
    true
}

fn by_position(sheet: &Sheet<'_>, level: usize, run: Range<usize>, levels: &[Level], draft: &mut Draft) -> bool {
    let scale = write::scale(sheet, levels, draft);
    let role_column = (0..run.start).find(|at| {
        *at != level
            && sheet.columns.get(*at).is_some_and(|one| one.is_label() && one.distinct.len() < sheet.rows.len())
    });
    let mut dimensions = HashMap::new();
    for at in run.clone() {
        let head = sheet.columns.get(at).map_or("", |column| column.head);
        let id = draft.dimension(&undecorated(head), None, DimensionKind::Skill, &sheet.page.file, sheet.head.line);
        if let Some(dimension) = draft.framework.dimensions.iter_mut().find(|one| one.id == id) {
            dimension.scale = Some(scale.clone());
        }
        dimensions.insert(at, id);
    }
    for row in 0..sheet.rows.len() {
        let name = sheet.value(row, level);
        let own = role_column.map(|column| sheet.value(row, column).to_owned()).unwrap_or_else(|| job(name));
        let role_name = if own.is_empty() { role_of(sheet.page).0 } else { own };
        let role = draft.role(&role_name, &sheet.page.file, sheet.line(row));
        let bare = !name.is_empty() && name.chars().all(|c| c.is_ascii_digit());
        let name = if bare { format!("{role_name} {name}") } else { name.to_owned() };
        let position = draft.position(&role, &name, None, &sheet.page.file, sheet.line(row));
        for at in run.clone().filter(|at| !sheet.value(row, *at).is_empty()) {
            if let Some(dimension) = dimensions.get(&at) {
                place(sheet, (row, at), &position, dimension, Some(levels), draft);
            }
        }
    }
    true
}
