//! A table of duties with a letter or a mark for each role: R, A, C, I, ticks, "owner", "supports".

use rung_model::framework::{Duty, Holding, Provenance};

use super::{
    super::{draft::Draft, naming::plain, page::Page, parts::Part},
    about_duties, heads,
};
use crate::document::{Cell, Grid};

/// What a mark says of a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Mark {
    Partner,
    Owner,
    /// Not involved.
    None,
}

const OWNER: [&str; 15] = [
    "r",
    "a",
    "o",
    "d",
    "ra",
    "ar",
    "owner",
    "owns",
    "own",
    "responsible",
    "accountable",
    "lead",
    "leads",
    "drives",
    "driver",
];
const PARTNER: [&str; 20] = [
    "c",
    "i",
    "s",
    "ci",
    "ic",
    "support",
    "supports",
    "supporting",
    "consulted",
    "consult",
    "informed",
    "inform",
    "contributor",
    "contributes",
    "partner",
    "helps",
    "shared",
    "participates",
    "backup",
    "involved",
];
const NONE: [&str; 4] = ["", "no", "none", "n a"];
const TICKS: [&str; 8] = ["✓", "✔", "✅", "☑", "●", "•", "x", "yes"];

/// Longest mark, in bytes: a few letters or words.
const LONGEST: usize = 40;

/// What a cell says, and whether it is a letter or word rather than a tick.
fn mark(text: &str) -> Option<(Mark, bool)> {
    if text.len() > LONGEST {
        return None;
    }
    let text = super::super::naming::clean(text).0.replace('\u{fe0f}', "").to_lowercase();
    let trimmed = text.trim();
    if TICKS.contains(&trimmed) {
        return Some((Mark::Owner, false));
    }
    let words = plain(trimmed);
    if NONE.contains(&words.as_str()) {
        return Some((Mark::None, false));
    }
    let each: Option<Vec<Mark>> = words
        .split(' ')
        .map(|word| match word {
            _ if OWNER.contains(&word) => Some(Mark::Owner),
            _ if PARTNER.contains(&word) => Some(Mark::Partner),
            _ => None,
        })
        .collect();
    each?.into_iter().max().map(|mark| (mark, true))
}

/// Reads a table of marks; false where it is none.
pub(super) fn read(page: &Page, parts: &[Part<'_>], at: usize, grid: &Grid, draft: &mut Draft) -> bool {
    if legend(grid) {
        let known = !draft.framework.duties.is_empty() || about_duties(page, parts, at);
        grid.rows.iter().flat_map(|row| &row.cells).filter(|_| known).for_each(|cell| draft.take(cell));
        parts.get(at).and_then(|part| part.block).filter(|_| known).into_iter().for_each(|block| draft.take(block));
        return known;
    }
    let Some(top) = grid.rows.get(grid.head_rows.max(1) - 1) else { return false };
    let body = grid.rows.get(grid.head_rows.max(1)..).unwrap_or_default();
    if body.len() < 2 || top.cells.len() < 3 {
        return false;
    }
    let marks = || body.iter().flat_map(|row| row.cells.iter().skip(1)).map(|cell| mark(&cell.text.text));
    let said: Vec<(Mark, bool)> = marks().flatten().filter(|(mark, _)| *mark != Mark::None).collect();
    if marks().any(|mark| mark.is_none()) || said.len() < body.len() {
        return false;
    }
    let letters = said.iter().filter(|(_, letter)| *letter).count();
    let several =
        said.iter().any(|(mark, _)| *mark == Mark::Owner) && said.iter().any(|(mark, _)| *mark == Mark::Partner);
    let named = |cells: &[&Cell]| cells.iter().filter(|cell| heads::is_job(&cell.text.text, draft)).count();
    // A column without a head is a slip of the pen: its cells stay, to be told as not understood.
    let across: Vec<&Cell> = top.cells.iter().skip(1).filter(|cell| !plain(&cell.text.text).is_empty()).collect();
    let headed = |at: usize| top.cells.get(at).is_some_and(|cell| at == 0 || !plain(&cell.text.text).is_empty());
    let down: Vec<&Cell> = body.iter().filter_map(|row| row.cells.first()).collect();
    let (jobs_across, jobs_down) = (named(&across), named(&down));
    let jobs = jobs_across * 2 >= across.len() || jobs_down * 2 >= down.len();
    let sure = letters * 2 > said.len() && several;
    if !(sure || (jobs && about_duties(page, parts, at))) {
        return false;
    }
    let turned = jobs_down * across.len() > jobs_across * down.len();
    draft.recognise(page);
    let cells = grid.rows.iter().flat_map(|row| row.cells.iter().enumerate());
    cells.filter(|(at, cell)| headed(*at) || plain(&cell.text.text).is_empty()).for_each(|(_, cell)| draft.take(cell));
    parts.get(at).and_then(|part| part.block).into_iter().for_each(|block| draft.take(block));
    let (duties, roles) = if turned { (across, down) } else { (down, across) };
    let ids: Vec<String> = roles
        .iter()
        .map(|cell| {
            let name = heads::Head { name: cell.text.text.clone(), short: None, focus: None };
            heads::role(&heads::head(&cell.text).unwrap_or(name), &page.file, cell.line, draft)
        })
        .collect();
    for (n, duty) in duties.iter().enumerate().filter(|(_, duty)| !plain(&duty.text.text).is_empty()) {
        let cell = |role: usize| {
            let (row, column) = if turned { (role, n + 1) } else { (n, role + 1) };
            body.get(row)?.cells.get(column)
        };
        let of = ids.iter().enumerate().filter_map(|(role, id)| Some((id, cell(role)?)));
        push(duty, of.map(|(id, cell)| (id.clone(), cell.text.text.clone())).collect(), page, draft);
    }
    true
}

fn push(duty: &Cell, marks: Vec<(String, String)>, page: &Page, draft: &mut Draft) {
    let name = draft.text(&duty.text.text);
    let id = draft.id("responsibility", &name);
    let mut from = Provenance::at(page.file.clone(), duty.line);
    let (mut owners, mut partners, mut letters) = (Vec::new(), Vec::new(), toml::Table::new());
    for (role, text) in marks {
        let text = draft.text(&text);
        match mark(&text) {
            Some((Mark::Owner, _)) => owners.push(role.clone()),
            Some((Mark::Partner, _)) => partners.push(role.clone()),
            _ => continue,
        }
        letters.insert(role, text.into());
    }
    let holding = match owners.len() {
        0 => Holding::Unstated,
        1 => Holding::Exclusive,
        _ => Holding::Shared,
    };
    from.extra.insert("x-marks".to_owned(), letters.into());
    draft.framework.duties.push(Duty { id, name, owners, partners, holding, from, ..Duty::default() });
}

/// Whether a table says what the letters mean.
fn legend(grid: &Grid) -> bool {
    const MEANINGS: [&str; 8] =
        ["responsible", "accountable", "consulted", "informed", "support", "supportive", "owner", "driver"];
    let meant = grid.rows.iter().filter(|row| {
        let first = row.cells.first().map(|cell| plain(&cell.text.text)).unwrap_or_default();
        let second = row.cells.get(1).map(|cell| plain(&cell.text.text)).unwrap_or_default();
        first.chars().count() == 1 && MEANINGS.iter().any(|word| second.contains(word))
    });
    meant.count() >= 2
}
