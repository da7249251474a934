//! Tables: of pipes, of tags, with spans, left open, one within another, and made of roles.

use super::*;

#[test]
fn pipes_with_breaks_and_escapes() {
    let page = markdown("a.md", "| **A** | b \\| c |\n|---|---|\n| 1<br>2 | ~~x~~ |\n| • p • q | `a` *b* |\n");
    let grid = table(&page);
    assert_eq!(words(grid), [["A", "b | c"], ["1 2", "x"], ["• p • q", "a b"]]);
    assert_eq!((grid.head_rows, grid.head().len(), grid.body().len()), (1, 1, 2));
    assert!(grid.rows[0].cells[0].head && grid.rows[0].cells[0].text.all_bold());
    assert_eq!(tree(&grid.rows[1].cells[0].items), ["1", "2"]);
    assert_eq!(tree(&grid.rows[2].cells[0].items), ["p", "q"]);
    assert!(grid.rows[1].cells[1].text.struck && !grid.rows[1].cells[0].text.struck);
}

#[test]
fn pipes_too_few_and_too_many() {
    let page = markdown("a.md", "| a | b |\n|---|---|\n| 1 |\n| 1 | 2 | **3** | [4](x) |\n| 1 | 2 |\n");
    let grid = table(&page);
    assert_eq!(words(grid), [["a", "b", "", ""], ["1", "", "", ""], ["1", "2", "3", "4"], ["1", "2", "", ""]]);
    assert_eq!(grid.ragged, [3, 4]);
    assert!(grid.rows[2].cells[2].text.all_bold());
    assert_eq!(grid.rows[2].cells[3].text.links[0].href, "x");
}

#[test]
fn a_list_in_a_cell() {
    let page = html("a.html", "<table><tr><td>Does<ul><li>a<ul><li>b</ul><li>c</ul><p>Ends<td><p>x<p>y</table>");
    let cells = &table(&page).rows[0].cells;
    assert_eq!(tree(&cells[0].items), ["a", " b", "c"]);
    assert_eq!(cells[0].text.text, "Does a b c Ends");
    assert_eq!(cells[0].paragraphs.iter().map(|text| text.text.as_str()).collect::<Vec<_>>(), ["Does", "Ends"]);
    assert_eq!((cells[1].paragraphs.len(), cells[1].items.len()), (2, 0));
}

#[test]
fn spans_are_copied() {
    let text = "<table><caption>The <b>T</b></caption><thead><tr><th rowspan=2>a<th colspan=2>b<tr><th>c<th>d</thead>\
                <tbody><tr><td rowspan=0>e<td>f<td rowspan=9>g<tr><td>h<tr></tbody><tr><td>i<td>j<td>k</table>";
    let page = html("a.html", text);
    let grid = table(&page);
    assert_eq!(words(grid), [["a", "b", "b"], ["a", "c", "d"], ["e", "f", "g"], ["e", "h", "g"], ["i", "j", "k"]]);
    assert_eq!((grid.head_rows, grid.caption.as_deref(), grid.width()), (2, Some("The T"), 3));
    let repeated: Vec<bool> = grid.rows[1].cells.iter().map(|cell| cell.repeated).collect();
    assert_eq!(repeated, [true, false, false]);
    assert!(grid.ragged.is_empty());
}

#[test]
fn a_span_reaches_below_a_row_that_ends_early() {
    let page = html("a.html", "<table><tr><td>a<td>b<td rowspan=3>c<tr><td>d<tr><td>e<td>f<tr><td>g<td>h<td>i</table>");
    assert_eq!(words(table(&page)), [["a", "b", "c"], ["d", "", "c"], ["e", "f", "c"], ["g", "h", "i"]]);
}

#[test]
fn a_heading_of_rows_is_no_head() {
    let text = "<table><thead><tr><th>Level<th>x<th>y</thead><tbody><tr><th rowspan=2>L1</tr><tr><td>a<td>b</table>";
    let page = html("a.html", text);
    let grid = table(&page);
    assert_eq!(words(grid), [["Level", "x", "y"], ["L1", "", ""], ["L1", "a", "b"]]);
    assert_eq!((grid.head_rows, grid.ragged.len()), (1, 0));
    let page = html("a.html", "<table><tr><th rowspan=2>L1</th></tr><tr><td>a</table>");
    assert_eq!(table(&page).head_rows, 0);
}

#[test]
fn a_table_within_a_cell_is_text_of_the_cell() {
    let text = "<table><tr><td>a<table><tr><td>b</td><td>c</td></tr></table>d<h3>e</h3></td><td>f</td></tr></table>g";
    let page = html("a.html", text);
    assert_eq!(words(table(&page)), [["a b c d e", "f"]]);
    assert_eq!(paragraph(&page).text, "g");
}

#[test]
fn what_stands_in_no_cell_comes_before_the_table() {
    let page = html("a.html", "<table>x<tr>y<td>a<tr><h2>H</h2><td>b");
    assert_eq!(words(table(&page)), [["a"], ["b"]]);
    assert_eq!(page.blocks.len(), 4);
}

#[test]
fn a_table_of_roles() {
    let text = "<div role=table><div role=rowgroup><div role=row><div role=columnheader>a</div><span role=columnheader>b</span></div></div>\
                <div role=row><div role=cell><div>c</div> <div>d</div></div><div role=cell>e</div></div></div><div>after</div>";
    let page = html("a.html", text);
    assert_eq!(words(table(&page)), [["a", "b"], ["c d", "e"]]);
    assert_eq!(table(&page).head_rows, 1);
    assert_eq!(paragraph(&page).text, "after");
}

#[test]
fn limits_stop_what_spans_copy() {
    let wide = "<table><tr><td colspan=100000>a<td>b</table>";
    let page = html("a.html", wide);
    assert_eq!((table(&page).width(), page.notes.len(), page.notes[0].check), (1_000, 1, "table-too-large"));
    let tall = format!("<table><tr>{}{}</table>", "<td rowspan=0>a".repeat(1_000), "<tr><td>b".repeat(20_000));
    let page = html("a.html", &tall);
    let grid = table(&page);
    assert_eq!((grid.rows.len(), page.notes.len()), (20_001, 1));
    let cells: usize = grid.rows.iter().map(|row| row.cells.len()).sum();
    assert!(cells < 400_000, "{cells}");
    let heavy = format!(
        "<table><tr><td colspan=1000 rowspan=60000>{}{}</table>",
        "long ".repeat(100_000),
        "<tr><td>b".repeat(1_000)
    );
    assert_eq!(html("a.html", &heavy).notes.len(), 1);
}
