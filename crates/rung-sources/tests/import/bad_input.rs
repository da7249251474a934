//! Bad input: clear problems, nothing lost in silence, no panic.

use std::fmt::Write as _;

use crate::support::{imported, told};

#[test]
fn what_cannot_be_read_says_so() {
    for (name, text, check) in [
        ("empty.md", "", None),
        ("broken.json", "{\"a\": [1, 2", Some("json-syntax")),
        ("broken.yml", "a: [1\nb: 2\n", Some("yaml-syntax")),
        ("deep.json", &"[".repeat(100_000), Some("json-syntax")),
        ("words.md", "Only words, and no framework.\n", Some("skipped")),
    ] {
        let got = imported(&[(name, text)]);
        let checks: Vec<&str> = got.problems.iter().map(|problem| problem.check).collect();
        match check {
            None => assert_eq!(got.framework.cells.len(), 0),
            Some("json-syntax") => {
                assert!(checks.iter().any(|c| *c == "json-syntax" || *c == "too-deep"), "{checks:?}");
            }
            Some(check) => assert!(checks.contains(&check), "{name}: {checks:?}"),
        }
    }
    let nul = imported(&[("nul.md", "# A\n\u{0}\n")]);
    assert!(nul.problems.iter().any(|problem| problem.check == "nul-byte" && problem.line == Some(2)));
}

#[test]
fn hidden_characters_are_taken_out_and_counted() {
    let page =
        "# Lad\u{200b}der\n\n| | Level 1 | Level 2 |\n|--|--|--|\n| Cra\u{202e}ft | a\u{200b} | 👩\u{200d}💻 b |\n";
    let got = imported(&[("ladder.md", page)]);
    assert_eq!(got.report.hidden, 3);
    assert_eq!(told(&got, "hidden-characters").len(), 1);
    assert_eq!(got.framework.dimensions[0].name, "Craft");
    assert_eq!(got.framework.cells[1].text.as_deref(), Some("👩\u{200d}💻 b"));
}

#[test]
fn a_cut_page_is_read_as_far_as_it_goes() {
    let page = "# Ladder\n\n| | Level 1 | Level 2 |\n|--|--|--|\n| Craft | Learns | Works |\n| Care | Helps | Leads |\n\n## More\n\n- one\n";
    for end in (0..page.len()).filter(|end| page.is_char_boundary(*end)) {
        let got = imported(&[("ladder.md", &page[..end])]);
        assert!(got.framework.cells.len() <= 4);
    }
}

#[test]
fn a_page_of_five_megabytes_is_read() {
    let mut page = String::from("<h1>Ladder</h1><table><tr><th><th>Level 1<th>Level 2</tr>");
    let words = "word ".repeat(200);
    for row in 0..2_500 {
        let _ = write!(page, "<tr><td>Topic {row}<td>{words}<td>{words}</tr>");
    }
    assert!(page.len() > 5_000_000);
    let got = imported(&[("ladder.html", &page)]);
    assert_eq!((got.framework.dimensions.len(), got.framework.cells.len()), (2_500, 5_000));
}
