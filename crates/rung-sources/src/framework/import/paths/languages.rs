//! Tables that give the names of known records in several languages.

use rung_model::framework::{Provenance, Translation};

use super::{
    super::{draft::Draft, naming::plain, page::Page},
    ends::{End, Ends},
};
use crate::document::{Grid, Row};

/// Languages by the names their columns have.
const LANGUAGES: [(&str, &[&str]); 12] = [
    ("en", &["en", "english", "englisch", "inglés", "anglais"]),
    ("de", &["de", "german", "deutsch"]),
    ("fr", &["fr", "french", "français", "francais"]),
    ("es", &["es", "spanish", "español", "espanol"]),
    ("pt", &["pt", "portuguese", "português", "portugues"]),
    ("it", &["it", "italian", "italiano"]),
    ("nl", &["nl", "dutch", "nederlands"]),
    ("pl", &["pl", "polish", "polski"]),
    ("sv", &["sv", "swedish", "svenska"]),
    ("ja", &["ja", "japanese", "日本語"]),
    ("ko", &["ko", "korean", "한국어"]),
    ("zh", &["zh", "chinese", "中文"]),
];

/// The language of a head such as "German", "de" or "Name (de)".
fn language(head: &str) -> Option<&'static str> {
    let head = plain(head);
    let word = ["name ", "title "].into_iter().find_map(|start| head.strip_prefix(start)).unwrap_or(&head);
    LANGUAGES.iter().find(|(_, names)| names.contains(&word)).map(|(id, _)| *id)
}

/// Whether at least two heads are languages.
pub(in super::super) fn names_languages(top: &Row) -> bool {
    top.cells.iter().filter(|cell| language(&cell.text.text).is_some()).count() >= 2
}

/// Reads a table with at least two columns of languages, one of which has the names that are known.
pub(super) fn read(page: &Page, grid: &Grid, ends: &Ends, draft: &mut Draft) {
    let Some(top) = grid.head_rows.checked_sub(1).and_then(|n| grid.rows.get(n)) else { return };
    let columns: Vec<(usize, &str)> =
        top.cells.iter().enumerate().filter_map(|(n, cell)| Some((n, language(&cell.text.text)?))).collect();
    let named = |at: usize| {
        let cells = grid.body().iter().filter_map(|row| row.cells.get(at));
        cells.filter(|cell| ends.find(&cell.text.text).is_some()).count()
    };
    let Some((own, _)) =
        (0..top.cells.len()).map(|at| (at, named(at))).max_by_key(|(at, many)| (*many, usize::MAX - at))
    else {
        return;
    };
    if columns.len() < 2 || named(own) * 2 <= grid.body().len() {
        return;
    }
    draft.recognise(page);
    top.cells.iter().for_each(|cell| draft.take(cell));
    for row in grid.body() {
        let Some((end, cell)) = row.cells.get(own).and_then(|cell| Some((ends.find(&cell.text.text)?, cell))) else {
            continue;
        };
        draft.take(cell);
        let (table, key) = match end {
            End::Role(_) => ("role", "name"),
            End::Position(_) => ("position", "titles"),
        };
        for (at, language) in columns.iter().filter(|(at, _)| *at != own) {
            let Some(cell) = row.cells.get(*at).filter(|cell| !plain(&cell.text.text).is_empty()) else { continue };
            draft.take(cell);
            let text = draft.text(&cell.text.text);
            let (table, key, language) = (table.to_owned(), key.to_owned(), (*language).to_owned());
            let (id, from) = (end.id().to_owned(), Provenance::at(page.file.clone(), row.line));
            draft.framework.translations.push(Translation { table, id, key, language, text, from });
        }
    }
}
