//! Required levels: a table with a job, or a level of one, in each column and a number for each skill, beside the scale
//! the numbers stand on.

use rung_model::framework::{DimensionKind, Provenance, Scale, ScaleLevel};

use super::{
    draft::Draft,
    duties::heads,
    level::{level_of, ranks},
    naming::{plain, role_of, undecorated},
    page::Page,
    parts::{Part, parts, upwards},
};
use crate::document::{Grid, Row};

/// Highest number that is a level.
const HIGHEST: u32 = 10;
/// Fewest jobs beside each other, and fewest skills below each other.
const FEWEST: usize = 2;
/// Most words of the name of a level.
const WORDS: usize = 4;

/// Number, name and meaning of each level.
type Levels = Vec<(u32, String, String)>;

/// Reads pages that have at least one such table.
pub(super) fn import(pages: &[Page], draft: &mut Draft) {
    for page in pages {
        let parts = parts(page);
        let tables: Vec<(usize, &Grid)> =
            (0..parts.len()).flat_map(|at| parts[at].tables().map(move |(_, grid)| (at, grid))).collect();
        let open =
            |grid: &Grid, draft: &Draft| grid.rows.iter().flat_map(|row| &row.cells).all(|cell| !draft.is_taken(cell));
        let wanted: Vec<(usize, &Grid)> =
            tables.iter().copied().filter(|(_, grid)| open(grid, draft) && asks(grid, draft)).collect();
        if wanted.is_empty() {
            continue;
        }
        draft.recognise(page);
        let scale = tables
            .iter()
            .filter(|(_, grid)| open(grid, draft))
            .find_map(|(at, grid)| Some((*at, *grid, levels(grid)?)))
            .map(|(at, grid, levels)| {
                take(&parts[at], grid, draft);
                write_scale(page, grid.line, &levels, draft)
            })
            .or_else(|| {
                headed(&parts).map(|(at, levels)| {
                    take_headed(&parts, at, draft);
                    write_scale(page, parts[at].line, &levels, draft)
                })
            });
        for (at, grid) in &wanted {
            let title = upwards(&parts, *at).find(|part| part.level > 0).map(|part| undecorated(part.title));
            let job = upwards(&parts, *at).find(|part| part.level > 1 && heads::is_job(part.title, draft));
            let job = job.map_or_else(|| role_of(page), |part| (undecorated(part.title), part.line));
            write(
                (page, job),
                &parts[*at],
                grid,
                title.as_deref().filter(|_| wanted.len() > 1),
                scale.as_deref(),
                draft,
            );
        }
    }
}

/// The heads and the rows of a table.
fn head_and_body(grid: &Grid) -> Option<(&Row, &[Row])> {
    let head = grid.head_rows.max(1);
    Some((grid.rows.get(head - 1)?, grid.rows.get(head..).filter(|body| !body.is_empty())?))
}

/// A level as these tables write it.
fn number(text: &str) -> Option<u32> {
    text.trim().parse().ok().filter(|n| *n <= HIGHEST)
}

fn is_blank(text: &str) -> bool {
    plain(text).is_empty()
}

/// Whether jobs or levels stand across and every place holds a number or nothing.
fn asks(grid: &Grid, draft: &Draft) -> bool {
    let Some((head, body)) = head_and_body(grid) else { return false };
    let jobs: Vec<String> = head.cells.iter().skip(1).map(|cell| undecorated(&cell.text.text)).collect();
    let named = jobs.iter().filter(|job| heads::is_job(job, draft)).count();
    let rows = body.iter().filter(|row| row.cells.first().is_some_and(|cell| !is_blank(&cell.text.text))).count();
    let places = || body.iter().flat_map(|row| row.cells.iter().skip(1)).map(|cell| cell.text.text.as_str());
    let filled = places().filter(|text| !is_blank(text)).count();
    jobs.len() >= FEWEST
        && (named * 2 >= jobs.len() || are_levels(&jobs))
        && rows >= FEWEST
        && filled * 2 > places().count()
        && places().all(|text| is_blank(text) || number(text).is_some())
}

/// Whether all heads are levels of one job: `Junior`, `Mid`, `Senior`.
fn are_levels(heads: &[String]) -> bool {
    heads.iter().all(|head| level_of(head).is_some())
}

/// The levels that headings such as `2 - Able` name, with what stands below each, and where they stand.
fn headed(parts: &[Part<'_>]) -> Option<(usize, Levels)> {
    parts.iter().enumerate().find_map(|(at, part)| {
        let read = |child: &Part<'_>| {
            let end = child.title.find(|c: char| !c.is_ascii_digit())?;
            let n = number(child.title.get(..end)?)?;
            let name = undecorated(child.title.get(end..)?);
            let said = child.lists().flat_map(|(_, items)| items).map(|item| item.text.text.trim().to_owned());
            let texts: Vec<String> = child.paragraphs().map(|(_, text)| text.text.clone()).chain(said).collect();
            (!name.is_empty()).then(|| (n, name, texts.join("\n")))
        };
        let levels: Option<Levels> = part.children.iter().filter_map(|at| parts.get(*at)).map(read).collect();
        levels.filter(|levels| counts_up(levels)).map(|levels| (at, levels))
    })
}

fn counts_up(levels: &[(u32, String, String)]) -> bool {
    let next = |pair: &[(u32, String, String)]| matches!(pair, [(a, ..), (b, ..)] if b.checked_sub(*a) == Some(1));
    levels.len() >= FEWEST && levels.windows(2).all(next) && levels.first().is_some_and(|(n, ..)| *n <= 1)
}

/// The levels of a table such as `| 2 | Basic | works with guidance |`: number, name, what it means.
fn levels(grid: &Grid) -> Option<Levels> {
    let (head, body) = head_and_body(grid)?;
    let read: Option<Levels> = body
        .iter()
        .map(|row| {
            let n = number(&row.cells.first()?.text.text)?;
            let name = undecorated(&row.cells.get(1)?.text.text);
            let rest: Vec<&str> = row.cells.iter().skip(2).map(|cell| cell.text.text.trim()).collect();
            (!name.is_empty() && name.split(' ').count() <= WORDS).then(|| (n, name, rest.join("\n")))
        })
        .collect();
    read.filter(|levels| counts_up(levels) && (2..=4).contains(&head.cells.len()))
}

fn take_headed(parts: &[Part<'_>], at: usize, draft: &mut Draft) {
    let below = parts[at].children.iter().filter_map(|child| parts.get(*child));
    for part in std::iter::once(&parts[at]).chain(below) {
        part.block.into_iter().for_each(|block| draft.take(block));
        part.blocks.iter().filter(|_| part.level > parts[at].level).for_each(|block| draft.take_all(block));
    }
}

fn write_scale(page: &Page, line: usize, levels: &[(u32, String, String)], draft: &mut Draft) -> String {
    let id = draft.id("scale", "proficiency");
    let mut scale = Scale { id: id.clone(), from: Provenance::at(page.file.clone(), line), ..Scale::default() };
    for (n, name, text) in levels {
        let (name, text) = (draft.text(name), draft.text(text));
        if *n == 0 {
            scale.zero = Some(name);
        } else {
            let text = Some(text).filter(|text| !text.is_empty());
            scale.levels.push(ScaleLevel { n: *n, name, text, ..ScaleLevel::default() });
        }
    }
    draft.framework.scales.push(scale);
    id
}

fn take(part: &Part<'_>, grid: &Grid, draft: &mut Draft) {
    grid.rows.iter().flat_map(|row| &row.cells).for_each(|cell| draft.take(cell));
    part.block.into_iter().for_each(|block| draft.take(block));
}

fn write(
    (page, (job, job_line)): (&Page, (String, usize)),
    part: &Part<'_>,
    grid: &Grid,
    group: Option<&str>,
    scale: Option<&str>,
    draft: &mut Draft,
) {
    let Some((head, body)) = head_and_body(grid) else { return };
    take(part, grid, draft);
    let names: Vec<String> = head.cells.iter().skip(1).map(|cell| undecorated(&cell.text.text)).collect();
    let one_job = are_levels(&names) && !(heads::differ(&names) && names.iter().all(|name| heads::is_job(name, draft)));
    let ranks = ranks(&names.iter().map(String::as_str).collect::<Vec<_>>());
    let positions: Vec<String> = head
        .cells
        .iter()
        .skip(1)
        .zip(names.iter().zip(ranks))
        .map(|(cell, (name, rank))| {
            let role =
                if one_job { draft.role(&job, &page.file, job_line) } else { draft.role(name, &page.file, cell.line) };
            draft.position(&role, name, Some(rank).filter(|_| one_job), &page.file, cell.line)
        })
        .collect();
    for row in body {
        let Some(name) = row.cells.first().map(|cell| undecorated(&cell.text.text)).filter(|name| !is_blank(name))
        else {
            continue;
        };
        let dimension = draft.dimension(&name, group, DimensionKind::Skill, &page.file, row.line);
        if let Some(one) = draft.framework.dimensions.iter_mut().find(|one| one.id == dimension) {
            one.scale = one.scale.take().or_else(|| scale.map(str::to_owned));
        }
        for (position, cell) in positions.iter().zip(row.cells.iter().skip(1)) {
            let Some(n) = number(&cell.text.text) else { continue };
            if let Some(position) = draft.position_mut(position) {
                position.requires.insert(dimension.clone(), n);
            }
            if let Some(made) = draft.cell(position, &dimension, &page.file, cell.line) {
                made.proficiency = Some(n.to_string());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::written::{imported, said};

    const PAGE: &str = "# Skills of the bakery\n\n## Scale\n\n| Level | Name | Means |\n|---|---|---|\n| 0 | None | never did it |\n\
        | 1 | Aware | saw it done |\n| 2 | Able | does it alone |\n\n## Dough\n\n| Skill | Baker Lead | Dough Engineer |\n|---|---|---|\n\
        | Kneading | 1 | 2 |\n| Proving | 0 | 2 |\n\n## Oven\n\n| Skill | Baker Lead | Dough Engineer |\n|---|---|---|\n\
        | Heat | 2 | 1 |\n| Steam | 2 | |\n\n## People\n\n| Skill | Chen Ruo | Ines Halvorsen |\n|---|---|---|\n| Kneading | 1 | 2 |\n| Heat | 1 | 2 |\n";

    #[test]
    fn jobs_across_and_numbers_below_are_requirements_on_the_scale_beside_them() {
        let imported = imported(&[("skills.md", PAGE)]);
        let framework = &imported.framework;
        let roles: Vec<&str> = framework.roles.iter().map(|role| role.name.as_str()).collect();
        assert_eq!(roles, ["Baker Lead", "Dough Engineer"]);
        assert_eq!((framework.dimensions.len(), framework.cells.len()), (4, 7));
        let [scale] = framework.scales.as_slice() else { panic!("one scale") };
        assert_eq!((scale.zero.as_deref(), scale.levels.len()), (Some("None"), 2));
        let lead = framework.positions.iter().find(|one| one.role == framework.roles[0].id).unwrap();
        assert_eq!(lead.requires.values().copied().collect::<Vec<_>>(), [2, 1, 0, 2]);
        assert_eq!(framework.dimensions[2].group.as_deref(), Some("Oven"));
    }

    #[test]
    fn a_table_of_people_is_no_requirement_and_is_told() {
        let imported = imported(&[("skills.md", PAGE)]);
        assert!(said(&imported, "skipped").iter().any(|line| line.contains("table cells")), "{:?}", imported.problems);
    }
}
