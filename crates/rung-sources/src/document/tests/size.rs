//! Large and deep pages are read whole, in a time that grows with their size. A reader that does not keep to that
//! does not come to an end here.

use super::*;

#[test]
fn deep_nesting_of_tags() {
    for tag in [
        "div",
        "ul",
        "ul><li",
        "dl><dt",
        "dl><dd",
        "b",
        "span style='font-weight:bold'",
        "table",
        "table><tr><td",
        "a href=x",
        "nav",
        "blockquote",
        "h1",
        "p",
        "div role=table",
        "x-y",
    ] {
        let text = format!("{}word", format!("<{tag}>").repeat(100_000));
        html("a.html", &text);
        markdown("a.md", &text);
        let name = tag.split([' ', '>']).next().unwrap();
        html("a.html", &format!("{text}{}", format!("</{name}>").repeat(100_000)));
    }
}

#[test]
fn deep_nesting_of_marks() {
    for mark in [
        "> ", ">", "- ", "* ", "1. ", "1) - ", "**", "*a ", "[", "![", "<b>", "`", "~~", "&", "\\", "|", "#", "<!--",
        "</",
    ] {
        let deep = mark.repeat(100_000);
        markdown("a.md", &deep);
        markdown("a.md", &format!("{deep}word\n\n{}", "\n".repeat(100_000)));
        markdown("a.md", &format!("{deep}\n").repeat(3));
    }
    let steps: String = (0..2_000).map(|depth| format!("{}- word\n", "  ".repeat(depth))).collect();
    markdown("a.md", &steps);
}

#[test]
fn a_long_page_of_many_blocks() {
    let part = "<section><h2>Level &amp; scope</h2><p>Some <b>bold</b> text <a href='x'>with</a> a link.</p><ul><li>one<li>two</ul>\
                <table><tr><th>a<th>b<tr><td>c<td>d</table></section>\n";
    let text = part.repeat(5_000_000 / part.len());
    assert_eq!(html("a.html", &text).blocks.len(), 4 * (5_000_000 / part.len()));
    let part =
        "## Level\n\nSome **bold** text [with](x) a link.\n\n- one\n- two\n\n| a | b |\n|---|---|\n| c | d |\n\n";
    let text = part.repeat(2_000_000 / part.len());
    assert_eq!(markdown("a.md", &text).blocks.len(), 4 * (2_000_000 / part.len()));
}

#[test]
fn a_long_table() {
    let rows = "<tr><td>a<td>b".repeat(300_000);
    assert_eq!(table(&html("a.html", &format!("<table>{rows}"))).rows.len(), 300_000);
    let page = markdown("a.md", &format!("|a|\n|-|\n{}", "|b|c|d|\n".repeat(100_000)));
    assert_eq!(table(&page).ragged.len(), 100_000);
    let rows = "a,\"b\nc\",d\n".repeat(300_000);
    assert_eq!(table(&csv("a.csv", &rows, None).unwrap()).rows.len(), 300_000);
}

#[test]
fn a_long_list() {
    assert_eq!(list(&html("a.html", &"<li>a".repeat(1_000_000))).len(), 1_000_000);
    assert_eq!(list(&markdown("a.md", &"- a\n".repeat(200_000))).len(), 200_000);
    assert_eq!(list(&html("a.html", &"• a ".repeat(1_000_000))).len(), 1_000_000);
}

#[test]
fn a_long_paragraph() {
    assert_eq!(paragraph(&html("a.html", &"a<br>".repeat(1_000_000))).text.len(), 1_999_999);
    assert_eq!(paragraph(&html("a.html", &"<b>a</b><a href=x>b</a>".repeat(200_000))).links.len(), 200_000);
    html("a.html", &format!("<h1>{}", "<a href='#x'>b</a>".repeat(200_000)));
    html("a.html", &"word ".repeat(1_000_000));
    html("a.html", &"&amp;\n".repeat(800_000));
    markdown("a.md", &"<b>a</b> ".repeat(100_000));
}
