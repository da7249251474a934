//! The report page as a reader, a screen reader and an attacker would find it.

mod fixture;

use rung_views::report::page;

/// The text a reader sees, one line a block, tags dropped; plots are told by title and description.
fn told(page: &str) -> String {
    let body = page.split("</header>").nth(1).expect("a page has a header");
    let mut out = String::new();
    let mut rest = body;
    while let Some(start) = rest.find('<') {
        out.push_str(&rest[..start]);
        let end = start + rest[start..].find('>').expect("tags close");
        let name = rest[start + 1..end].trim_start_matches('/').split([' ', '>']).next().unwrap_or("");
        if matches!(
            name,
            "p" | "h1"
                | "h2"
                | "h3"
                | "li"
                | "tr"
                | "div"
                | "section"
                | "desc"
                | "title"
                | "summary"
                | "dt"
                | "dd"
                | "b"
                | "text"
                | "figcaption"
        ) {
            out.push('\n');
        } else if matches!(name, "td" | "th" | "span") {
            out.push(' ');
        }
        rest = &rest[end + 1..];
    }
    let lines = out.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// The same without tables and plot labels: what the page says.
fn said(page: &str) -> String {
    let mut text = page.to_owned();
    for (open, close) in [("<svg", "</svg>"), ("<details class=\"twin", "</details>")] {
        // The innermost first: what opens last before the first close.
        while let Some(end) = text.find(close).filter(|_| text.contains(open)) {
            let Some(start) = text[..end].rfind(open) else { break };
            text.replace_range(start..end + close.len(), "");
        }
    }
    told(&text)
}

#[test]
fn the_drifted_tech_lead_reads_as_written() {
    insta::assert_snapshot!(said(&page(&fixture::drifted())));
}

#[test]
fn git_alone_says_what_cannot_be_seen() {
    let page = page(&fixture::git_only());
    insta::assert_snapshot!(said(&page));
    let split = page.split("id=\"split\"").nth(1).unwrap().split("</section>").next().unwrap();
    assert!(!split.contains("0\u{a0}% (0"));
    assert!(split.matches("cannot be seen with these sources").count() >= 4);
}

#[test]
fn no_evidence_is_no_verdict() {
    insta::assert_snapshot!(said(&page(&fixture::nothing())));
}

#[test]
fn without_a_role_every_candidate_stands_beside() {
    let page = page(&fixture::no_role());
    assert!(page.contains("Not named") && page.contains("--role"));
    assert!(page.contains("More than one kind of role stays possible"));
    assert!(!page.contains("the role you hold</"));
}

#[test]
fn plots_tell_their_numbers() {
    let page = page(&fixture::drifted());
    let descriptions: Vec<&str> =
        page.split("<desc id=\"").skip(1).map(|rest| rest.split("</desc>").next().unwrap()).collect();
    insta::assert_snapshot!(descriptions.join("\n\n").replace("\">", ": "));
}

#[test]
fn every_plot_has_title_description_and_a_table_or_says_why_not() {
    for (name, report) in fixture::all() {
        let page = page(&report);
        let plots = page.matches("role=\"img\"").count();
        assert_eq!(plots, page.matches("<desc id=").count(), "{name}");
        assert_eq!(plots, page.matches("<title id=").count(), "{name}");
        for figure in page.split("<figure>").skip(1).map(|rest| rest.split("</figure>").next().unwrap()) {
            let empty = figure.contains("b-x faint\" width");
            assert!(figure.contains("<table>") || empty, "{name}: {}", &figure[..200]);
        }
        let mut ids: Vec<&str> = page.split(" id=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
        let all = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(all, ids.len(), "{name} repeats an id");
    }
}

#[test]
fn nothing_is_loaded_and_nothing_runs() {
    for (name, report) in fixture::all() {
        let page = page(&report).to_lowercase();
        for forbidden in ["<script", "style=\"", " onerror=\"", "http:", "https:", "url(//", "@import", "<img", "<link"]
        {
            assert!(!page.contains(forbidden), "{name} holds {forbidden}");
        }
        assert!(page.starts_with("<!doctype html><html lang=\"en\">") && page.ends_with("</html>"), "{name}");
    }
}

#[test]
fn hostile_names_stay_words() {
    let page = page(&fixture::hostile());
    assert!(page.contains("<bdi>\u{202e}&lt;script&gt;alert('x')&lt;/script&gt;"));
    assert!(page.contains("&lt;/style&gt;&lt;script&gt;1&lt;/script&gt;"));
    assert_eq!(page.matches("</style>").count(), 1);
    assert!(page.contains("3 more problems") || page.contains("3\u{a0}more problems"));
}

#[test]
fn an_address_added_by_hand_is_stamped() {
    let page = page(&fixture::git_only());
    let stamp = page.split("class=\"stamp\"").nth(1).unwrap().split("</p>").next().unwrap();
    assert!(stamp.contains("Added by hand") && stamp.contains("<bdi>second@harbourline.example</bdi>"));
    assert!(!self::page(&fixture::drifted()).contains("class=\"stamp\""));
}

#[test]
fn purpose_readers_and_keeping_are_on_the_page() {
    for (name, report) in fixture::all() {
        let page = page(&report);
        for words in ["Purpose", "Visible to", "Kept until", "Rung keeps no copy"] {
            assert!(page.contains(words), "{name} lacks {words}");
        }
    }
}

#[test]
fn expected_numbers_say_whose_they_are() {
    let page = page(&fixture::drifted());
    let split = page.split("id=\"split\"").nth(1).unwrap().split("</section>").next().unwrap();
    assert!(split.matches("sourced").count() >= 8 && split.matches("our synthesis").count() >= 6);
    let role = page.split("id=\"role\"").nth(1).unwrap().split("</section>").next().unwrap();
    assert!(role.contains("75\u{a0}/\u{a0}15\u{a0}/\u{a0}10, our synthesis"));
}

#[test]
fn headings_descend_without_a_gap() {
    for (name, report) in fixture::all() {
        let page = page(&report);
        let levels: Vec<u8> = page
            .match_indices("<h")
            .filter_map(|(at, _)| page.as_bytes().get(at + 2).filter(|b| b.is_ascii_digit()).map(|b| b - b'0'))
            .collect();
        assert_eq!(levels.first(), Some(&1), "{name}");
        assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1, "{name}");
        assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{name}: {levels:?}");
    }
}

#[test]
fn ten_renders_are_the_same_bytes() {
    let first = page(&fixture::drifted());
    assert!((0..9).all(|_| page(&fixture::drifted()) == first));
}

#[test]
fn a_year_fits_in_120_kb() {
    assert!(page(&fixture::year()).len() <= 120_000);
}
