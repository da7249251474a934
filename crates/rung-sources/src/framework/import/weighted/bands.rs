//! Tables of bands: a least and a most score in two columns or in one, with the title they lead to.

use std::collections::BTreeSet;

use rung_model::framework::Provenance;

use super::{
    super::{
        draft::Draft,
        fields::{NAME, number_in, words},
        naming::{plain, role_of},
        page::Page,
    },
    Found, push_bands,
    table::{head_and_body, number, text},
};
use crate::document::{BlockKind, Grid, Row};

/// Where a band begins and ends.
type Ends = (f64, Option<f64>);

/// Takes every table of bands of a page.
pub(super) fn read(page: &Page, draft: &mut Draft) {
    let Some(document) = page.blocks() else { return };
    for block in &document.blocks {
        let BlockKind::Table(grid) = &block.kind else { continue };
        let Some((head, body)) = head_and_body(grid) else { continue };
        if body.iter().any(|row| row.cells.iter().any(|cell| draft.is_taken(cell))) {
            continue;
        }
        let Some((used, ends)) = ends(grid, body) else { continue };
        let labels: Vec<usize> = (0..grid.width()).filter(|at| !used.contains(at) && is_label(body, *at)).collect();
        let Some(title) =
            labels.iter().copied().find(|at| is_title(text(head, *at))).or_else(|| labels.last().copied())
        else {
            continue;
        };
        let track = labels.iter().copied().find(|at| *at != title && distinct(body, *at) < body.len());
        let grade = labels.iter().copied().find(|at| *at != title && Some(*at) != track);
        let (page_role, _) = role_of(page);
        let found = body
            .iter()
            .zip(ends)
            .map(|(row, (min, max))| {
                let mut from = Provenance::at(page.file.as_str(), row.line);
                let mut gate = Vec::new();
                for at in (0..grid.width())
                    .filter(|at| !used.contains(at) && ![Some(title), track, grade].contains(&Some(*at)))
                {
                    let (name, value) = (text(head, at), draft.text(text(row, at)));
                    match (dimension(name, draft), value.parse().ok()) {
                        (Some(dimension), Some(least)) => gate.push((dimension, least)),
                        _ if value.is_empty() => {}
                        _ => {
                            from.extra.insert(format!("x-{name}"), toml::Value::String(value));
                        }
                    }
                }
                let role = track.map_or_else(|| page_role.clone(), |at| text(row, at).to_owned());
                let grade = grade.map(|at| text(row, at).to_owned()).filter(|grade| !grade.is_empty());
                Found { role, title: text(row, title).to_owned(), grade, min, max, gate, from }
            })
            .collect();
        push_bands(found, draft);
        draft.recognise(page);
        draft.take_all(block);
        let says = document.blocks.iter().any(|block| match &block.kind {
            BlockKind::Paragraph(text) => plain(&text.text).contains("open"),
            BlockKind::List(items) => items.iter().any(|item| plain(&item.text.text).contains("open")),
            _ => false,
        });
        if !says {
            let what = "where one band ends the next one begins; the end was taken as belonging to the next one";
            draft.guess(&page.file, block.line, what, "say whether the end of a band belongs to it");
        }
    }
}

/// Whether a page has a table of bands.
pub(super) fn any(page: &Page) -> bool {
    page.blocks().is_some_and(|document| {
        document.blocks.iter().any(|block| match &block.kind {
            BlockKind::Table(grid) => head_and_body(grid).is_some_and(|(_, body)| ends(grid, body).is_some()),
            _ => false,
        })
    })
}

/// The columns that say the ends, and the ends: two columns of numbers or one of ranges, each row's end the next begin.
fn ends(grid: &Grid, body: &[Row]) -> Option<(Vec<usize>, Vec<Ends>)> {
    let pairs = (1..grid.width()).filter_map(|at| {
        let ends: Option<Vec<Ends>> = body.iter().map(|row| Some((number(row, at - 1)?, number(row, at)))).collect();
        Some((vec![at - 1, at], ends?))
    });
    let ranges = (0..grid.width()).filter_map(|at| {
        let ends: Option<Vec<Ends>> = body.iter().map(|row| range(text(row, at))).collect();
        Some((vec![at], ends?))
    });
    let fits = |(_, ends): &(Vec<usize>, Vec<Ends>)| {
        let rising = ends.iter().all(|(min, max)| max.is_none_or(|max| *min < max));
        let pairs = ends.windows(2).count();
        let touching =
            ends.windows(2).filter(|pair| pair.first().and_then(|one| one.1) == pair.last().map(|one| one.0)).count();
        rising && pairs > 0 && touching * 2 >= pairs
    };
    // Salaries are bands too: the score has the smaller numbers.
    let highest = |ends: &[Ends]| ends.iter().map(|(min, max)| max.unwrap_or(*min)).fold(0.0, f64::max);
    ranges.chain(pairs).filter(fits).min_by(|a, b| highest(&a.1).total_cmp(&highest(&b.1)))
}

/// `0.00 - 1.40`, `3,5+`, `from 3.5`.
fn range(text: &str) -> Option<Ends> {
    let bare = text.replace(['–', '—', '−'], "-").replace(" to ", "-").replace(" bis ", "-");
    if let Some((min, max)) = bare.split_once('-') {
        return Some((number_in(min.trim())?, Some(number_in(max.trim())?)));
    }
    let open = bare
        .trim()
        .strip_suffix('+')
        .or_else(|| bare.trim().strip_prefix('≥'))
        .or_else(|| bare.trim().strip_prefix(">="));
    Some((number_in(open?.trim())?, None))
}

fn is_label(body: &[Row], at: usize) -> bool {
    body.iter().all(|row| text(row, at).chars().any(char::is_alphabetic))
}

fn is_title(head: &str) -> bool {
    let words = words(head);
    NAME.iter().any(|name| words.split(' ').any(|word| word == *name)) && !words.contains("track")
}

fn distinct(body: &[Row], at: usize) -> usize {
    body.iter().map(|row| plain(text(row, at))).collect::<BTreeSet<_>>().len()
}

/// The dimension that a head names, alone or as the least level of it.
fn dimension(head: &str, draft: &Draft) -> Option<String> {
    let head = plain(head);
    let bare = head.strip_prefix("min ").or_else(|| head.strip_prefix("minimum ")).unwrap_or(&head);
    draft.framework.dimensions.iter().find(|one| plain(&one.name) == bare).map(|one| one.name.clone())
}
