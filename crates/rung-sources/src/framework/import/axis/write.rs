//! The records of axis charts.

use std::collections::{BTreeMap, HashMap, HashSet};

use rung_model::{
    framework::{Anchor, Criterion, DimensionKind, Provenance, Scale, ScaleLevel},
    problem::{Problem, Severity},
};

use super::{
    super::{draft::Draft, naming::plain, parts::Thing},
    Pages,
    chart::Chart,
    folder,
    role::roles,
    set::{Axis, Set},
};

/// Makes the records of all sets and their charts.
pub(super) fn all(pages: &Pages<'_>, sets: &[Set<'_>], charts: &[Chart<'_>], draft: &mut Draft) {
    let named = roles(pages, charts, draft);
    let mut dimensions: HashMap<usize, Vec<String>> = HashMap::new();
    for set in sets {
        let file = if set.file.is_empty() { first_file(pages, charts) } else { set.file.clone() };
        let ids = set.axes.iter().map(|axis| dimension(sets, set, axis, &file, draft)).collect();
        dimensions.insert(set.number, ids);
        if let Some(page) = pages.pages.iter().find(|page| page.file == set.file) {
            draft.recognise(page);
        }
        set.things.iter().for_each(|thing| thing.take(draft));
    }
    let mut ladders: BTreeMap<String, Vec<(usize, String)>> = BTreeMap::new();
    for (n, (chart, role)) in charts.iter().zip(&named).enumerate() {
        let Some(page) = pages.pages.get(chart.page) else { continue };
        let Some(set) = sets.iter().find(|set| set.number == chart.set) else { continue };
        let Some(ids) = dimensions.get(&set.number) else { continue };
        draft.recognise(page);
        chart.things.iter().for_each(|thing| thing.take(draft));
        let id = draft.role(&role.name, &page.file, role.line);
        define(pages, chart.page, role.part, &id, draft);
        let title = &chart.title;
        let position = match &title.code {
            Some(code) => draft.position_given(&id, code, &title.name, title.rank, &page.file, chart.line),
            None => draft.position(&id, &title.name, title.rank, &page.file, chart.line),
        };
        describe(pages, chart, &position, draft);
        cells(chart, set, ids, &position, &page.file, draft);
        strange(chart, set, ids, &position, &page.file, draft);
        ladders.entry(id).or_default().push((n, position));
    }
    for ladder in ladders.values() {
        missing(pages, sets, charts, ladder, draft);
    }
}

fn first_file(pages: &Pages<'_>, charts: &[Chart<'_>]) -> String {
    let page = charts.first().and_then(|chart| pages.pages.get(chart.page));
    page.map(|page| page.file.clone()).unwrap_or_default()
}

/// The dimension, scale and anchors of an axis. Axes of one name with other levels are kept apart by their folder.
fn dimension(sets: &[Set<'_>], set: &Set<'_>, axis: &Axis, file: &str, draft: &mut Draft) -> String {
    let names = |axis: &Axis| axis.levels.iter().map(|level| plain(&level.name)).collect::<Vec<_>>();
    let others = sets.iter().filter(|other| other.number != set.number).flat_map(|set| &set.axes);
    let differs =
        others.filter(|other| plain(&other.name) == plain(&axis.name)).any(|other| names(other) != names(axis));
    let group = Some(folder(file).rsplit('/').next().unwrap_or_default()).filter(|_| differs);
    let line = axis.line.max(1);
    let before = draft.framework.dimensions.len();
    let id = draft.dimension(&axis.name, group, DimensionKind::Axis, file, line);
    if draft.framework.dimensions.len() == before {
        return id;
    }
    let scale = draft.id("scale", &id);
    let mut levels = Vec::new();
    for (n, level) in (1u32..).zip(&axis.levels) {
        levels.push(ScaleLevel { n, name: draft.text(&level.name), ..ScaleLevel::default() });
        let criteria: Vec<Criterion> = level.criteria.iter().map(|text| Criterion::of(draft.text(text))).collect();
        let text = Some(draft.text(&level.text)).filter(|text| !text.is_empty());
        let (summary, criteria) = match text {
            Some(text) if criteria.is_empty() => (None, vec![Criterion::of(text)]),
            text => (text, criteria),
        };
        if summary.is_some() || !criteria.is_empty() {
            let (dimension, from) = (id.clone(), Provenance::at(file, level.line));
            draft.framework.anchors.push(Anchor { dimension, level: n, summary, criteria, from, ..Anchor::default() });
        }
    }
    let (cumulative, from) = (set.cumulative, Provenance::at(file, line));
    draft.framework.scales.push(Scale { id: scale.clone(), cumulative, levels, from, ..Scale::default() });
    let text = axis.text.as_deref().map(|text| draft.text(text));
    if let Some(dimension) = draft.framework.dimensions.last_mut() {
        (dimension.scale, dimension.text) = (Some(scale), text);
    }
    id
}

/// The first paragraph below the heading of a role.
fn define(pages: &Pages<'_>, page: usize, part: Option<usize>, role: &str, draft: &mut Draft) {
    let part = part.and_then(|part| pages.parts.get(page)?.get(part));
    let Some(part) = part.filter(|_| draft.role_mut(role).is_some_and(|role| role.definition.is_empty())) else {
        return;
    };
    part.block.into_iter().for_each(|block| draft.take(block));
    if let Some((block, text)) = part.paragraphs().next() {
        draft.take(block);
        let text = draft.text(&text.text);
        if let Some(role) = draft.role_mut(role) {
            role.definition = text;
        }
    }
}

/// Paragraphs between the heading of a position and its levels.
fn describe(pages: &Pages<'_>, chart: &Chart<'_>, position: &str, draft: &mut Draft) {
    let part = chart.part.and_then(|part| pages.parts.get(chart.page)?.get(part)).filter(|part| part.level > 0);
    let Some(part) = part else { return };
    let texts: Vec<_> = part.paragraphs().filter(|(block, _)| !draft.is_taken(*block)).collect();
    let mut said = Vec::new();
    for (block, text) in texts {
        Thing::Block(block).take(draft);
        said.push(draft.text(&text.text));
    }
    if let Some(position) = draft.position_mut(position).filter(|position| position.definition.is_empty()) {
        position.definition = said.join("\n");
    }
}

fn cells(chart: &Chart<'_>, set: &Set<'_>, ids: &[String], position: &str, file: &str, draft: &mut Draft) {
    for entry in &chart.entries {
        let Some(dimension) = ids.get(entry.found.axis) else { continue };
        let name = set.name_of(entry.found.axis, entry.found.level).to_owned();
        if entry.broken {
            let what = format!("stars are left over around `{}`, which is read as {name}", entry.word);
            let mend = format!("write `**{}**`", entry.word);
            draft.note(Problem::new(Severity::Warning, file, "broken-emphasis", what, mend).at_line(entry.line));
        }
        if !entry.found.exact {
            let what = format!("`{}` is read as the level {name}", entry.word);
            draft.guess(file, entry.line, what, "write the level as the axes name it");
        }
        let text = Some(draft.text(&entry.text)).filter(|text| !text.is_empty());
        let word = Some(draft.text(&entry.word)).filter(|word| word.parse::<u32>().is_err());
        let criteria = entry.criteria.iter().map(|text| Criterion::of(draft.text(text))).collect();
        if let Some(cell) = draft.cell(position, dimension, file, entry.line) {
            (cell.text, cell.criteria) = (text, criteria);
            cell.proficiency = word.or(Some(name));
        }
        if let Some(position) = draft.position_mut(position) {
            let level = position.requires.entry(dimension.clone()).or_default();
            *level = entry.found.level.max(*level);
        }
    }
}

/// Keeps levels that an axis does not have as they are written, and says so.
fn strange(chart: &Chart<'_>, set: &Set<'_>, ids: &[String], position: &str, file: &str, draft: &mut Draft) {
    for strange in &chart.strange {
        let (Some(dimension), Some(axis)) = (ids.get(strange.axis), set.axes.get(strange.axis)) else { continue };
        let text = Some(draft.text(&strange.text)).filter(|text| !text.is_empty());
        let word = draft.text(&strange.word);
        let known: Vec<&str> = axis.levels.iter().map(|level| level.name.as_str()).collect();
        let what = format!("`{word}` is no level of the axis {}; it is kept as it is written", axis.name);
        let mend = format!("use one of {}", known.join(", "));
        let problem = Problem::new(Severity::Warning, file, "unknown-level", what, mend);
        draft.note(problem.at_line(strange.line).of_item(position));
        if let Some(cell) = draft.cell(position, dimension, file, strange.line) {
            (cell.text, cell.proficiency) = (text, Some(word));
        }
    }
}

/// Says which position has no level on an axis that most of its ladder have.
fn missing(pages: &Pages<'_>, sets: &[Set<'_>], charts: &[Chart<'_>], ladder: &[(usize, String)], draft: &mut Draft) {
    let mut on: HashMap<(usize, usize), HashSet<usize>> = HashMap::new();
    for (n, chart) in ladder.iter().filter_map(|(n, _)| Some((*n, charts.get(*n)?))) {
        for entry in &chart.entries {
            on.entry((chart.set, entry.found.axis)).or_default().insert(n);
        }
    }
    for (n, position) in ladder {
        let Some(chart) = charts.get(*n) else { continue };
        let set = sets.iter().find(|set| set.number == chart.set);
        let (Some(page), Some(set)) = (pages.pages.get(chart.page), set) else { continue };
        for (at, axis) in set.axes.iter().enumerate() {
            let with = on.get(&(chart.set, at));
            let told = chart.strange.iter().any(|strange| strange.axis == at);
            if told || with.is_none_or(|with| with.contains(n) || with.len() * 2 <= ladder.len()) {
                continue;
            }
            let odd = chart.odd.iter().find(|(place, _)| *place == at).or(chart.odd.first());
            let line = odd.map_or(chart.line, |(_, line)| *line);
            let what = format!("{position} has no level on the axis {}, which others of its ladder have", axis.name);
            let mend = format!("begin a line with the level in bold, such as `**{}**: ...`", set.name_of(at, 1));
            let problem = Problem::new(Severity::Warning, page.file.clone(), "axis-missing", what, mend);
            draft.note(problem.at_line(line).of_item(position.clone()));
        }
    }
}
