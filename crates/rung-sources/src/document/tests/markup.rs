//! Bold leads, links, images, entities, hidden characters, headings and front matter.

use super::*;

#[test]
fn a_lead_is_the_bold_start() {
    let of = |text: &str| paragraph(&markdown("a.md", text)).lead.clone();
    assert_eq!(of("**Level 3**"), Some("Level 3".to_owned()));
    assert_eq!(of("**Owns**: it"), Some("Owns".to_owned()));
    assert_eq!(of("it **Owns**"), None);
    assert_eq!(of("***Owns* all**: it"), Some("Owns all".to_owned()));
    let page = html("a.html", "<p>\u{200b}<span style='color: red; font-weight: 700'>Level</span> <b>3</b></p>");
    assert!(paragraph(&page).all_bold());
    assert_eq!(paragraph(&page).text, "\u{200b}Level 3");
    assert_eq!(paragraph(&markdown("a.md", "**Owns**: it")).after_lead(), ": it");
}

#[test]
fn broken_emphasis_stays_in_the_source_text() {
    let page = markdown("a.md", "* ***Evolves**: changes the system\n* **Owns**: it\n");
    let items = list(&page);
    assert_eq!(items[0].text.raw, "***Evolves**: changes the system");
    assert_eq!(items[0].text.lead, None);
    assert_eq!(items[1].text.raw, "**Owns**: it");
}

#[test]
fn links_know_their_words_and_address() {
    let page = markdown("a.md", "| [D1 - *Dev*](#d1) and [x][r] |\n|---|\n\n[r]: y.md\n");
    let links = &table(&page).rows[0].cells[0].text.links;
    let expected =
        [("D1 - Dev", "#d1"), ("x", "y.md")].map(|(text, href)| Link { text: text.into(), href: href.into() });
    assert_eq!(*links, expected);
    let page = html("a.html", "<a href='card'><h2>Title</h2>More</a> <a name=x>none</a>");
    let BlockKind::Heading { text, .. } = &page.blocks[0].kind else { panic!("{page:?}") };
    assert_eq!(text.links, [Link { text: "Title".into(), href: "card".into() }]);
}

#[test]
fn an_image_counts_where_there_is_nothing_else() {
    let page = markdown("a.md", "| ![yes](y.png) | ![no](n.png) never |\n|---|---|\n");
    assert_eq!(words(table(&page)), [["yes", "never"]]);
    let page = markdown(
        "a.md",
        "<picture>\n  <source srcset='a.png'>\n  <img alt=\"Chart\" src=\"b.png\">\n</picture>\n\nText\n",
    );
    assert_eq!(paragraph(&page).text, "Chart");
    assert_eq!(paragraph(&html("a.html", "<a href=x><img alt='Up'></a>")).links[0].text, "Up");
}

#[test]
fn entities_are_decoded_and_hidden_characters_kept() {
    let hidden = "a\u{200b}b\u{202e}c\u{feff}d\u{200d}e";
    assert_eq!(paragraph(&markdown("a.md", &format!("{hidden} &amp;&nbsp;x\t y"))).text, format!("{hidden} & x y"));
    assert_eq!(paragraph(&html("a.html", &format!("<p>{hidden} &lt;&#x200B;"))).text, format!("{hidden} <\u{200b}"));
    let page = csv("a.csv", &format!("{hidden},b"), None).unwrap();
    assert_eq!(table(&page).rows[0].cells[0].text.text, hidden);
}

#[test]
fn a_heading_loses_its_id_and_the_sign_that_links_to_it() {
    let heading = |page: Document| match &page.blocks[0].kind {
        BlockKind::Heading { level, text } => (*level, text.text.clone()),
        _ => panic!("{page:?}"),
    };
    assert_eq!(heading(markdown("a.md", "## Level 2 {#level-2}\n")), (2, "Level 2".to_owned()));
    assert_eq!(heading(markdown("a.md", "## Level {2}\n")), (2, "Level {2}".to_owned()));
    assert_eq!(heading(html("a.html", "<h3>Scope<a class=anchor href='#scope'>¶</a></h3>")), (3, "Scope".to_owned()));
    let page =
        html("a.html", "<header><section><h1>A<h2>B</h3><details><summary><h4>C</h4></summary>d</details></header>");
    assert_eq!(page.blocks.len(), 4);
}

#[test]
fn what_is_around_the_page_is_left_out_and_counted() {
    let text = "<title>T &amp; U</title><nav>a b <nav>c</nav> d</nav><script>if (a < b) {'<p>x'}</script><svg><title>s</title>\
                <path/><path/></svg><div role=navigation><div>e</div></div><p>Text<footer>f g</footer>";
    let page = html("a.html", text);
    assert_eq!(page.title.as_deref(), Some("T & U"));
    assert_eq!(page.blocks.len(), 1);
    assert_eq!(page.left_out, 7);
    // A note in a Markdown page is part of it, and the page proper ends navigation that was left open.
    assert_eq!(paragraph(&markdown("a.md", "<aside>\n\nNote\n\n</aside>\n")).text, "Note");
    assert_eq!(paragraph(&html("a.html", "<nav>a<main><p>Text")).text, "Text");
}

#[test]
fn code_stays_as_it_is() {
    let code = |page: Document| {
        page.blocks.into_iter().find_map(|block| match block.kind {
            BlockKind::Code(text) => Some(text),
            _ => None,
        })
    };
    assert_eq!(code(markdown("a.md", "```js\nlet a  = 1;\n```\n")), Some("let a  = 1;\n".to_owned()));
    assert_eq!(code(html("a.html", "<pre><code><b>a</b>  b\nc</code></pre>")), Some("a  b\nc".to_owned()));
}
