//! Every heading, entry and cell is on its line.

use super::*;

#[test]
fn of_markdown() {
    let page = markdown(
        "a.md",
        "---\nname: a\n---\n\n# One\n\n* a\n* b\n  * c\n\n| x | y |\n|---|---|\n| 1 | 2 |\n\nTwo\n===\nEnd.\n",
    );
    assert_eq!(outline(&page), [(5, "heading"), (7, "list"), (11, "table"), (15, "heading"), (17, "paragraph")]);
    let items = list(&page);
    assert_eq!((items[0].line, items[1].line, items[1].children[0].line), (7, 8, 9));
    assert_eq!(table(&page).rows[1].cells[1].line, 13);
    assert_eq!(page.front.map(|front| (front.line, front.text)), Some((2, "name: a\n".to_owned())));
}

#[test]
fn of_html_with_any_line_end() {
    let text = "<html>\n<h1>One &amp; &amp; &amp;\n</h1>\n<ul>\n <li>a\n <li>b &amp; b\n</ul>\n<table>\n<tr>\n<th>x\n<td>\n  y</table>\n<p>\n end";
    for text in [text.to_owned(), text.replace('\n', "\r\n"), text.replace('\n', "\r")] {
        let page = html("a.html", &text);
        assert_eq!(outline(&page), [(2, "heading"), (4, "list"), (8, "table"), (14, "paragraph")], "{text:?}");
        assert_eq!(list(&page).iter().map(|item| item.line).collect::<Vec<_>>(), [5, 6]);
        assert_eq!(table(&page).rows[0].cells.iter().map(|cell| cell.line).collect::<Vec<_>>(), [10, 11]);
    }
}

#[test]
fn of_html_within_markdown_after_front_matter() {
    let text = "---\nname: ä\n---\n# One\n\n> <table>\n> <tr><td>a\n> <td>b &amp; c\n> </table>\n\n<details>\n<summary>More</summary>\n\n- x\n- y\n\n</details>\n\nEnd <b>bold</b>.\n";
    for text in [text.to_owned(), text.replace('\n', "\r\n")] {
        let page = markdown("a.md", &text);
        let expected = [(4, "heading"), (6, "table"), (12, "paragraph"), (14, "list"), (19, "paragraph")];
        assert_eq!(outline(&page), expected);
        assert_eq!(table(&page).rows[0].cells.iter().map(|cell| cell.line).collect::<Vec<_>>(), [7, 8]);
        assert_eq!(table(&page).rows[0].cells[1].text.text, "b & c");
        assert_eq!(list(&page)[1].line, 15);
        assert!(paragraph(&page).all_bold());
    }
}

#[test]
fn of_bullets_between_breaks() {
    let page = html("a.html", "<table><tr><td>\n• a<br>\n• b<br>\n• c</table>");
    let lines: Vec<_> =
        table(&page).rows[0].cells[0].items.iter().map(|item| (item.line, item.text.text.as_str())).collect();
    assert_eq!(lines, [(2, "a"), (3, "b"), (4, "c")]);
}
