//! Lists: nested, numbered, of terms, left open, and as layout.

use super::*;

#[test]
fn nested_lists_left_open() {
    let page = html("a.html", "<ul><li>a<ul><li>b<li>c</ul><li>d</ul><ol start=3><li>e<li><p>f<p>g</ol>");
    assert_eq!(tree(list(&page)), ["a", " b", " c", "d"]);
    let BlockKind::List(second) = &page.blocks[1].kind else { panic!("{page:?}") };
    assert_eq!(tree(second), ["e", "f g"]);
    assert_eq!(second.iter().map(|item| item.ordered).collect::<Vec<_>>(), [Some(3), Some(4)]);
}

#[test]
fn lists_that_are_wrong() {
    assert_eq!(tree(list(&html("a.html", "<ul><li>a</li><ul><li>b</li></ul></ul>"))), ["a", " b"]);
    assert_eq!(tree(list(&html("a.html", "<li>a<li>b</li>"))), ["a", "b"]);
    assert_eq!(tree(list(&html("a.html", "<ul>a<li>b</ul>"))), ["a", "b"]);
    let page = html("a.html", "<li>a</li><p>Text");
    assert_eq!(outline(&page), [(1, "list"), (1, "paragraph")]);
}

#[test]
fn terms_lead_their_descriptions() {
    let page = html(
        "a.html",
        "<dl><dt>One<dd>first<dt>Two</dt><dd>second</dd><dd>third</dd><div><dt>Three</dt><dd><ul><li>x</ul></dd></div></dl>",
    );
    let items = list(&page);
    assert_eq!(tree(items), ["One first", "Two", " second", " third", "Three", " x"]);
    assert_eq!(items[0].text.lead.as_deref(), Some("One"));
    assert!(items[1].text.all_bold());
}

#[test]
fn a_list_with_headings_is_layout() {
    let page = html("a.html", "<ul>\n<li>\n<h3>A</h3>\n<ul>\n<li>x</ul>\n<li>\n<h3>B</h3>\n<p>y</ul>");
    assert_eq!(outline(&page), [(3, "heading"), (4, "list"), (7, "heading"), (8, "paragraph")]);
    let many = format!("<ul>{}</ul>", "<li><h3>A</h3><ul><li>x</ul>".repeat(1_000));
    assert_eq!(html("a.html", &many).blocks.len(), 2_000);
    let many = "<li><h3>A</h3>".repeat(1_000);
    assert_eq!(html("a.html", &many).blocks.len(), 1_000);
}

#[test]
fn tasks_and_struck_entries() {
    let page = markdown("a.md", "- [x] done\n- [ ] ~~gone~~\n- ~~half~~ here\n");
    assert_eq!(tree(list(&page)), ["done", "gone", "half here"]);
    assert_eq!(list(&page).iter().map(|item| item.text.struck).collect::<Vec<_>>(), [false, true, false]);
}

#[test]
fn bullets_written_as_text() {
    let page = html("a.html", "<p>Does:<br>• a<br>• b</p>");
    assert_eq!(outline(&page), [(1, "paragraph"), (1, "list")]);
    assert_eq!(tree(list(&page)), ["a", "b"]);
    assert_eq!(tree(list(&markdown("a.md", "- Does:<br>- a<br>- b\n"))), ["Does:", " a", " b"]);
    assert_eq!(outline(&html("a.html", "<p>one - two<br>- three")), [(1, "paragraph")]);
}

#[test]
fn nested_lists_of_markdown() {
    let page = markdown("a.md", "1. a\n   - b\n\n     more\n2. c\n");
    assert_eq!(tree(list(&page)), ["a", " b more", "c"]);
    assert_eq!(list(&page)[1].ordered, Some(2));
}
