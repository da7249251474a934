//! No page makes a reader fail, lose its words or give rows of different width.

use proptest::prelude::*;

use super::*;

const TAGS: &[&str] = &[
    "<p>",
    "</p>",
    "<ul>",
    "</ul>",
    "<ol start=7>",
    "</ol>",
    "<li>",
    "</li>",
    "<dl>",
    "</dl>",
    "<dt>",
    "</dt>",
    "<dd>",
    "</dd>",
    "<table>",
    "</table>",
    "<tr>",
    "</tr>",
    "<td>",
    "</td>",
    "<th>",
    "<td rowspan=3>",
    "<td colspan=2>",
    "<td rowspan=0>",
    "<thead>",
    "</thead>",
    "<tbody>",
    "</tbody>",
    "<caption>",
    "</caption>",
    "<h1>",
    "</h1>",
    "<h2>",
    "</h3>",
    "<b>",
    "</b>",
    "<s>",
    "</s>",
    "<a href=x>",
    "</a>",
    "<div>",
    "</div>",
    "<span style='font-weight:bold'>",
    "<span>",
    "</span>",
    "<pre>",
    "</pre>",
    "<br>",
    "<hr>",
    "<img alt=z>",
    "<details>",
    "<summary>",
    "</summary>",
    "</details>",
    "<div role=table>",
    "<div role=row>",
    "<div role=cell>",
    "<span role=cell>",
    "<ul role=table>",
    "<div role=listitem>",
    "<section>",
    "<x-y>",
    "&amp;",
    "\u{200b}",
    "\u{202e}",
    "ä",
    " Q ",
    "Q",
    "\n",
    "\r\n",
    "• Q",
    "- Q",
    "<!-- c -->",
];

const SKIPPED: &[&str] = &[
    "<nav>",
    "</nav>",
    "<svg/>",
    "<svg>",
    "</svg>",
    "<script>",
    "</script>",
    "<title>",
    "</title>",
    "<aside>",
    "<main>",
    "<body>",
    "<textarea>",
    "</textarea>",
    "<!--",
    "-->",
    "<div role=navigation>",
    "<footer>",
    "</footer>",
    "<style>",
    "<",
];

const MARKS: &[&str] = &[
    "# ",
    "\n## ",
    "\n- ",
    "\n  - ",
    "\n1. ",
    "\n> ",
    "\n\n",
    "\n",
    "| a | b |\n|---|---|\n",
    "| w | w | w |\n",
    "| w |\n",
    "|",
    "\\|",
    "**",
    "*",
    "***",
    "__",
    "~~",
    "`",
    "```\n",
    "[w](x)",
    "![z](y)",
    "[",
    "](",
    "{#id}",
    "\n---\n",
    "\n===\n",
    "    ",
    "\t",
    "w",
    " w ",
    "<br>",
    "- [ ] ",
    "\r\n",
    "---\na: b\n---\n",
    "+++\n",
    "\\",
    "&amp;",
];

/// Pages of random parts.
fn pages(parts: Vec<&'static str>) -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(parts), 0..60).prop_map(|parts| parts.concat())
}

fn of(lists: &[&[&'static str]]) -> Vec<&'static str> {
    lists.concat()
}

/// What holds for every page.
fn check(page: &Document, text: &str) {
    let lines = super::super::lines::Lines::of(text).at(text.len());
    let mut last = 0;
    for block in &page.blocks {
        assert!(block.line >= last.max(1) && block.line <= lines, "line {} of {lines}", block.line);
        last = block.line;
        match &block.kind {
            BlockKind::Heading { text, .. } | BlockKind::Paragraph(text) => check_text(text),
            BlockKind::List(items) => check_items(items, lines),
            BlockKind::Table(grid) => {
                assert!(grid.head_rows <= grid.rows.len());
                for row in &grid.rows {
                    assert_eq!(row.cells.len(), grid.width());
                    for cell in &row.cells {
                        assert!((1..=lines).contains(&cell.line));
                        check_text(&cell.text);
                        cell.paragraphs.iter().for_each(check_text);
                        check_items(&cell.items, lines);
                    }
                }
            }
            BlockKind::Code(_) | BlockKind::Rule => {}
        }
    }
}

fn check_text(text: &Rich) {
    assert!(text.lead.as_ref().is_none_or(|lead| text.text.starts_with(lead)), "{text:?}");
    assert!(!text.text.contains(['\n', '\t']) && !text.text.contains("  "), "{text:?}");
}

fn check_items(items: &[Item], lines: usize) {
    for item in items {
        assert!((1..=lines).contains(&item.line), "{item:?}");
        check_text(&item.text);
        check_items(&item.children, lines);
    }
}

/// How often the word of the random pages was read, copies of spans aside.
fn count(page: &Document) -> usize {
    let of = |text: &str| text.matches('Q').count();
    fn items(list: &[Item]) -> usize {
        list.iter().map(|item| item.text.text.matches('Q').count() + items(&item.children)).sum()
    }
    let block = |block: &Block| match &block.kind {
        BlockKind::Heading { text, .. } | BlockKind::Paragraph(text) => of(&text.text),
        BlockKind::List(list) => items(list),
        BlockKind::Table(grid) => {
            let cells = grid.rows.iter().flat_map(|row| &row.cells).filter(|cell| !cell.repeated);
            cells.map(|cell| of(&cell.text.text)).sum::<usize>() + grid.caption.as_deref().map_or(0, of)
        }
        BlockKind::Code(text) => of(text),
        BlockKind::Rule => 0,
    };
    page.blocks.iter().map(block).sum()
}

proptest! {
    #[test]
    fn any_text_is_a_page(text in "\\PC{0,200}|[\\x00-\\x7f\u{200b}\u{202e}ä]{0,200}") {
        check(&html("a", &text), &text);
        check(&markdown("a", &text), &text);
        if let Ok(page) = csv("a", &text, None) {
            check(&page, &text);
        }
    }

    #[test]
    fn any_soup_of_tags_is_a_page(text in pages(of(&[TAGS, SKIPPED]))) {
        check(&html("a", &text), &text);
    }

    #[test]
    fn no_word_of_a_soup_is_lost(text in pages(of(&[TAGS]))) {
        prop_assert_eq!(count(&html("a", &text)), text.matches('Q').count(), "{}", text);
    }

    #[test]
    fn any_soup_of_marks_is_a_page(text in pages(of(&[MARKS, TAGS, SKIPPED]))) {
        check(&markdown("a", &text), &text);
    }

    #[test]
    fn any_rows_are_a_table(text in pages(vec![",", ";", "\t", "\"", "\"\"", "\n", "\r\n", "\r", "a", "- b", "• ", "\u{feff}", " "])) {
        if let Ok(page) = csv("a", &text, None) {
            check(&page, &text);
        }
    }
}

#[test]
fn a_page_may_end_anywhere() {
    let text = "---\na: ä\n---\n# A {#a}\n\n* **b**: [c](d)\n\n| a | b |\n|---|---|\n| é &amp; | <br> |\n\n<table>\n<tr><td colspan=2 title='ü'>x</table>\n";
    for (at, _) in text.char_indices() {
        check(&markdown("a", &text[..at]), text);
        check(&html("a", &text[..at]), text);
        if let Ok(page) = csv("a", &text[..at], None) {
            check(&page, text);
        }
    }
}
