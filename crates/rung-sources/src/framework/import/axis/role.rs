//! Which role a position belongs to: the heading above it, its own name without the number, or its page.

use std::collections::HashMap;

use super::{
    super::{
        draft::Draft,
        naming::{plain, role_in, role_of, undecorated},
        parts::Part,
    },
    Pages,
    chart::Chart,
    folder,
};

/// Words of headings that name no role.
const GENERAL: [&str; 26] = [
    "level",
    "levels",
    "position",
    "positions",
    "career",
    "careers",
    "ladder",
    "ladders",
    "path",
    "paths",
    "role",
    "roles",
    "title",
    "titles",
    "chart",
    "charts",
    "expectations",
    "framework",
    "the",
    "and",
    "of",
    "our",
    "overview",
    "matrix",
    "progression",
    "different",
];

/// The name of a role with the page and line it stands at, and the part that describes it.
#[derive(Clone, Debug)]
pub(super) struct Named {
    pub(super) name: String,
    pub(super) line: usize,
    pub(super) part: Option<usize>,
}

/// The role of each chart.
pub(super) fn roles(pages: &Pages<'_>, charts: &[Chart<'_>], draft: &Draft) -> Vec<Named> {
    let mut groups: HashMap<(usize, usize), HashMap<String, usize>> = HashMap::new();
    for chart in charts {
        let bares = groups.entry(group(pages, chart)).or_default();
        *bares.entry(plain(&bare(chart))).or_default() += 1;
    }
    charts.iter().map(|chart| role(pages, chart, &groups[&group(pages, chart)], draft)).collect()
}

/// The charts that stand side by side: those below one heading; all pages that are a chart each.
fn group(pages: &Pages<'_>, chart: &Chart<'_>) -> (usize, usize) {
    match holder(pages, chart) {
        Some(holder) => (chart.page, holder),
        None => (usize::MAX, 0),
    }
}

/// The part that holds the charts; none where the page itself is one.
fn holder(pages: &Pages<'_>, chart: &Chart<'_>) -> Option<usize> {
    let parts = pages.parts.get(chart.page)?;
    match chart.part {
        Some(at) => parts.get(at).filter(|part| part.level > 0).map(|part| part.parent),
        None => Some(chart.inside),
    }
}

/// The name without its number; of a bare code its letters.
fn bare(chart: &Chart<'_>) -> String {
    let title = &chart.title;
    match &title.code {
        Some(code) if *code == title.name => code.chars().take_while(|c| c.is_alphabetic()).collect(),
        _ => title.bare.clone(),
    }
}

fn role(pages: &Pages<'_>, chart: &Chart<'_>, bares: &HashMap<String, usize>, draft: &Draft) -> Named {
    let own = bare(chart);
    let several = bares.len() > 1 && bares.values().all(|many| *many > 1);
    let by_name = Named { name: own.clone(), line: chart.line, part: None };
    let page = pages.pages.get(chart.page);
    let parts = pages.parts.get(chart.page).map_or(&[][..], Vec::as_slice);
    let Some(holder) = holder(pages, chart) else {
        if chart.title.rank.is_some() && !own.is_empty() {
            return by_name;
        }
        let folder = page.map(|page| folder(&page.file)).unwrap_or_default();
        let last = undecorated(&folder.rsplit('/').next().unwrap_or_default().replace(['-', '_'], " "));
        let name = Some(last).filter(|name| !name.is_empty()).unwrap_or_else(|| draft.framework.id.clone());
        return Named { name, line: chart.line, part: None };
    };
    if several && !own.is_empty() {
        return by_name;
    }
    let says_so =
        |part: &&Part<'_>| part.level > 0 && part.line < chart.line && plain(&role_in(part.title)) == plain(&own);
    if chart.title.rank.is_some()
        && let Some(part) = parts.iter().rfind(says_so).filter(|_| !own.is_empty())
    {
        return Named { name: role_in(part.title), line: part.line, part: at_line(parts, part.line) };
    }
    let above = super::super::parts::upwards(parts, holder).find(|part| part.level > 0 && !is_general(part.title));
    if let Some(part) = above {
        let name = if part.level == 1 { role_in(part.title) } else { undecorated(part.title) };
        return Named { name, line: part.line, part: at_line(parts, part.line) };
    }
    if bares.len() == 1 && chart.title.code.as_deref() != Some(chart.title.name.as_str()) && !own.is_empty() {
        return by_name;
    }
    let (name, line) = page.map_or_else(|| (own, chart.line), role_of);
    Named { name, line, part: at_line(parts, line) }
}

fn at_line(parts: &[Part<'_>], line: usize) -> Option<usize> {
    parts.iter().position(|part| part.level > 0 && part.line == line)
}

fn is_general(title: &str) -> bool {
    plain(title).split(' ').all(|word| GENERAL.contains(&word))
}
