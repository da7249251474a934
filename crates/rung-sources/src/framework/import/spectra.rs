//! Spectra: a heading, what it means, and a table of two columns whose heads are the poles and whose rows stand against
//! each other.

use rung_model::framework::{Provenance, Spectrum};

use super::{
    draft::Draft,
    naming::{plain, undecorated},
    page::Page,
    parts::{Part, parts, upwards},
};
use crate::document::{Block, Grid, Row};

/// Most words of a pole or of what belongs to it.
const WORDS: usize = 7;
/// Words around spectra that say what they are.
const SAYS: [&str; 14] = [
    "balance",
    "spectrum",
    "spectra",
    "trade-off",
    "tradeoff",
    "tension",
    "versus",
    " vs",
    "polarit",
    "opposing",
    "conflicting",
    "between",
    "extremes",
    "gleichgewicht",
];

/// Reads pages that have at least one table of two poles, where the page says that it is about a balance.
pub(super) fn import(pages: &[Page], draft: &mut Draft) {
    for page in pages {
        let parts = parts(page);
        let tables: Vec<(usize, &Block, &Grid)> = parts
            .iter()
            .enumerate()
            .flat_map(|(at, part)| part.tables().map(move |(block, grid)| (at, block, grid)))
            .collect();
        if tables.is_empty() || !balance(&parts) {
            continue;
        }
        let mut above = Vec::new();
        for (at, block, grid) in tables {
            if let Some(rows) = poles(grid, draft) {
                push(page, &parts, at, block, grid, rows, draft);
                above.extend(parts.get(at).map(|part| part.parent));
            }
        }
        if let [first, ..] = above.as_slice()
            && above.iter().all(|other| other == first)
        {
            let title = parts.get(*first).and_then(|part| part.block);
            title.into_iter().for_each(|block| draft.take(block));
        }
    }
}

fn balance(parts: &[Part<'_>]) -> bool {
    let says = |text: &str| {
        let text = text.to_lowercase();
        SAYS.iter().any(|word| text.contains(word))
    };
    parts.iter().any(|part| says(part.title) || part.paragraphs().any(|(_, text)| says(&text.text)))
}

/// The two heads and the pairs below them, where all are short, filled and different words, and no job or number.
fn poles<'g>(grid: &'g Grid, draft: &Draft) -> Option<(&'g Row, &'g [Row])> {
    let cells = || grid.rows.iter().flat_map(|row| &row.cells);
    let short = |text: &str| {
        let words = plain(text);
        !words.is_empty()
            && words.split(' ').count() <= WORDS
            && !words.split(' ').all(|word| word.parse::<u32>().is_ok())
    };
    let fits = grid.width() == 2 && grid.head_rows >= 1 && cells().all(|cell| short(&cell.text.text));
    let top = grid.rows.get(grid.head_rows.checked_sub(1)?).filter(|_| fits)?;
    let body = grid.rows.get(grid.head_rows..).filter(|body| !body.is_empty())?;
    const HEADS: [&str; 12] =
        ["level", "description", "name", "role", "title", "skill", "yes", "no", "example", "meaning", "term", "do"];
    let listed = top.cells.iter().any(|cell| HEADS.contains(&plain(&cell.text.text).as_str()));
    let opposed = body.iter().chain([top]).all(|row| match row.cells.as_slice() {
        [one, other] => plain(&one.text.text) != plain(&other.text.text),
        _ => false,
    });
    (opposed && !listed && cells().all(|cell| !draft.is_taken(cell))).then_some((top, body))
}

fn push(
    page: &Page,
    parts: &[Part<'_>],
    at: usize,
    block: &Block,
    grid: &Grid,
    (top, body): (&Row, &[Row]),
    draft: &mut Draft,
) {
    let pair = |row: &Row, draft: &mut Draft| match row.cells.as_slice() {
        [one, other, ..] => Some([draft.text(&one.text.text), draft.text(&other.text.text)]),
        _ => None,
    };
    let Some(poles) = pair(top, draft) else { return };
    let pairs = body.iter().filter_map(|row| pair(row, draft)).collect();
    let title = upwards(parts, at).find(|part| part.level > 0).map(|part| undecorated(part.title));
    let name = title.filter(|name| !name.is_empty()).unwrap_or_else(|| poles.join(" – "));
    let name = draft.text(&name);
    draft.recognise(page);
    draft.take_all(block);
    let mut texts = Vec::new();
    if let Some(part) = parts.get(at) {
        part.block.into_iter().for_each(|block| draft.take(block));
        let open: Vec<_> =
            part.paragraphs().filter(|(block, text)| !is_picture(text) && !draft.is_taken(*block)).collect();
        for (block, text) in open {
            if part.level > 0 {
                draft.take(block);
                texts.push(draft.text(&text.text));
            }
        }
    }
    let id = draft.id("spectrum", &name);
    let text = Some(texts.join("\n")).filter(|text| !text.is_empty());
    let from = Provenance::at(page.file.clone(), grid.line);
    draft.framework.spectra.push(Spectrum { id, name, poles, pairs, text, from, ..Spectrum::default() });
}

fn is_picture(text: &crate::document::Rich) -> bool {
    super::links::is_picture(text)
}

#[cfg(test)]
mod tests {
    use super::super::written::{imported, said, sample};

    #[test]
    fn two_poles_with_what_stands_against_what() {
        let page = "# Baking in balance\n\n## Heat\n\nOne cannot have both.\n\n![Heat](heat.png)\n\n| Fast | Slow |\n\
            |---|---|\n| Crust | Crumb |\n| Fire | Patience |\n\n## Terms\n\n| Name | Meaning |\n|---|---|\n| Crust | outside |\n";
        let imported = imported(&[("balance.md", page)]);
        let [heat] = imported.framework.spectra.as_slice() else { panic!("one spectrum") };
        assert_eq!((heat.name.as_str(), heat.poles.clone()), ("Heat", ["Fast".to_owned(), "Slow".to_owned()]));
        assert_eq!(heat.pairs, [["Crust", "Crumb"], ["Fire", "Patience"]].map(|pair| pair.map(str::to_owned)));
        assert_eq!(heat.text.as_deref(), Some("One cannot have both."));
        assert_eq!(said(&imported, "skipped").len(), 2);
    }

    #[test]
    fn the_published_spectra_are_five() {
        let Some(imported) = sample("engineeringladders") else { return };
        let spectra = &imported.framework.spectra;
        let names: Vec<&str> = spectra.iter().map(|spectrum| spectrum.name.as_str()).collect();
        assert_eq!(names, ["Delivery", "Goals", "Planning", "Oversight", "Relationships"]);
        assert!(spectra.iter().all(|spectrum| spectrum.pairs.len() == 3 && spectrum.text.is_some()));
        assert_eq!(spectra[3].poles, ["Control".to_owned(), "Delegation".to_owned()]);
    }
}
