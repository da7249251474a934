//! Separated values.

use super::*;

#[test]
fn signs_quotes_and_lines() {
    let page = csv("a.csv", "\u{feff}name;level\r\n\r\n\"a\r\nb\";\"say \"\"x\"\"\"\r\nc;\"• d\n• e\"\r\n;\r\n", None)
        .unwrap();
    let grid = table(&page);
    assert_eq!(words(grid), [["name", "level"], ["a b", "say \"x\""], ["c", "• d • e"], ["", ""]]);
    assert_eq!(grid.rows.iter().map(|row| row.line).collect::<Vec<_>>(), [1, 3, 5, 7]);
    assert_eq!(grid.rows[1].cells.iter().map(|cell| cell.line).collect::<Vec<_>>(), [3, 4]);
    assert_eq!(grid.rows[2].cells[1].items.iter().map(|item| item.line).collect::<Vec<_>>(), [5, 6]);
    assert_eq!((grid.head_rows, grid.ragged.len(), page.notes.len()), (0, 0, 0));
}

#[test]
fn ragged_rows_are_kept() {
    let page = csv("a.tsv", "a\tb\tc\n1\n1\t2\t3\t4\n1\t2\t3\n", None).unwrap();
    assert_eq!(words(table(&page))[2], ["1", "2", "3", "4"]);
    assert_eq!((table(&page).width(), table(&page).ragged.clone()), (4, vec![2, 3]));
    let page = csv("a.csv", "sep=|\na|b\n", None).unwrap();
    assert_eq!((words(table(&page)), table(&page).line), (vec![vec!["a", "b"]], 2));
    assert_eq!(words(table(&csv("a.csv", "a,b;c\n", Some(b';')).unwrap())), [["a,b", "c"]]);
}

#[test]
fn what_cannot_be_a_table() {
    assert_eq!(csv("a.csv", " \n\n", None).unwrap_err()[0].check, "no-rows");
    assert_eq!(csv("a.csv", "PK\0\u{3}", None).unwrap_err()[0].check, "not-text");
    let page = csv("a.csv", "a,b\nc,\"d\ne,f\n", None).unwrap();
    assert_eq!(
        page.notes.iter().map(|note| (note.check, note.line)).collect::<Vec<_>>(),
        [("quote-not-closed", Some(2))]
    );
    let wide = format!("{}\n{}", "a,".repeat(900), "b,c\n".repeat(10_000));
    let page = csv("a.csv", &wide, Some(b',')).unwrap();
    assert_eq!((table(&page).rows.len(), page.notes[0].check), (10_001, "table-too-large"));
}
