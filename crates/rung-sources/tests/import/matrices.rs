//! Matrices of competency and level: tables either way, headings, bold leads, pages in a folder.

use crate::support::{counts, imported, told};

#[test]
fn levels_as_columns_with_groups_blank_cells_and_a_label_that_stands_twice() {
    let page = "# Titles at Harbourline\n\n| Area | Junior Builder (L1) | Builder (L2) | Senior Builder (L3) | Notes |\n\
        |--|--|--|--|--|\n| **Craft** | | | | |\n| Mastery | Learns | Works alone | Teaches | see handbook |\n\
        | Mastery | Asks | Answers | | |\n| **People** | | | | |\n| Care | - | Helps<br>Listens | Mentors | |\n";
    let got = imported(&[("titles.md", page)]);
    assert_eq!(counts(&got), (1, 3, 3, 3, 7));
    let ids: Vec<_> = got.framework.dimensions.iter().map(|d| (d.id.as_str(), d.group.as_deref())).collect();
    assert_eq!(ids, [("mastery", Some("Craft")), ("mastery-2", Some("Craft")), ("care", Some("People"))]);
    assert_eq!(told(&got, "duplicate-label"), ["7: `Mastery` stands here again and is kept apart as `mastery-2`"]);
    let ranks: Vec<_> = got.framework.positions.iter().map(|p| (p.title(), p.rank)).collect();
    assert_eq!(ranks, [("Junior Builder (L1)", 1), ("Builder (L2)", 2), ("Senior Builder (L3)", 3)]);
    let helps = got.framework.cells.iter().find(|cell| cell.dimension == "care").unwrap();
    assert_eq!(helps.criteria.iter().map(|c| c.text.as_str()).collect::<Vec<_>>(), ["Helps", "Listens"]);
    assert_eq!(helps.from.origin.as_ref().map(ToString::to_string), Some("titles.md:9".to_owned()));
    assert!(told(&got, "skipped").iter().any(|line| line.contains("see handbook")), "{:?}", got.problems);
}

#[test]
fn levels_as_rows_of_an_html_page() {
    let page = "<html><head><title>Builders</title></head><body><h1>Builders</h1><table><tr><th>Level<th>Title<th>Craft\
        <th>Scope</tr><tr><td>1<td>Novice<td><ul><li>Learns<li>Asks</ul><td>Task<tr><td>2<td>Builder<td>Works<td>\
        <tr><td>4<td>Master<td>Leads<td>Company</table></body></html>";
    let got = imported(&[("builders.html", page)]);
    assert_eq!(counts(&got), (1, 3, 3, 2, 5));
    assert_eq!(got.framework.positions[2].rank, 4);
    assert_eq!(got.framework.positions[2].titles, ["4", "Master"]);
    assert_eq!(got.framework.cells[0].criteria.len(), 2);
}

#[test]
fn headings_read_as_level_then_competency_and_as_competency_then_level() {
    let by_level = "# Builder ladder\n\n## Level 1\n\n### Craft\n\n- Learns\n- Asks\n\n### Care\n\nHelps when asked.\n\n\
        ## Level 2\n\n### Craft\n\n- Works\n\n### Care\n\n- Mentors\n";
    let by_topic = "# Builder ladder\n\n## Craft\n\nWhat one makes.\n\n### Level 1\n\n- Learns\n- Asks\n\n### Level 2\n\n\
        - Works\n\n## Care\n\n### Level 1\n\nHelps when asked.\n\n### Level 2\n\n- Mentors\n";
    let leads = "# Builder ladder\n\n## Craft\n\n- **Level 1**\n  - Learns\n  - Asks\n- **Level 2**\n  - Works\n\n## Care\n\n\
        - **Level 1**: Helps when asked.\n- **Level 2**\n  - Mentors\n";
    for page in [by_level, by_topic, leads] {
        let got = imported(&[("ladder.md", page)]);
        assert_eq!(counts(&got), (1, 2, 2, 2, 4), "{page}");
        assert_eq!(got.report.counts.criteria, 5, "{page}");
        assert_eq!(got.framework.roles[0].name, "Builder");
        assert_eq!(got.report.skipped, 0, "{:?}", got.problems);
    }
    let described = imported(&[("ladder.md", by_topic)]);
    assert_eq!(described.framework.dimensions[0].text.as_deref(), Some("What one makes."));
}

#[test]
fn a_page_a_level_is_one_ladder_and_a_page_a_role_is_several() {
    let level = |title: &str| format!("# {title}\n\n## Craft\n\n- Works\n\n## Care\n\n- Helps\n");
    let ladder = imported(&[
        ("a.md", &level("Junior Builder")),
        ("b.md", &level("Senior Builder")),
        ("c.md", &level("Staff Builder")),
    ]);
    assert_eq!(counts(&ladder), (1, 3, 3, 2, 6));
    let roles = imported(&[("a.md", &level("Carpenter")), ("b.md", &level("Mason")), ("c.md", &level("Roofer"))]);
    assert_eq!(counts(&roles), (3, 3, 1, 2, 6));
}

#[test]
fn what_is_not_a_matrix_is_listed_and_not_lost() {
    let page = "# Ladder\n\n## FAQ\n\nWhy levels?\n\n| Term | Meaning |\n|--|--|\n| Craft | Making |\n\n## Level 1\n\n- Learns\n\n\
        ## Level 2\n\n- Works\n\n## Level 3\n\n- Leads\n";
    let got = imported(&[("ladder.md", page)]);
    assert_eq!(counts(&got), (1, 3, 3, 1, 3));
    let skipped = told(&got, "skipped");
    for (line, word) in [(3, "FAQ"), (5, "Why levels?"), (7, "Term")] {
        assert!(
            skipped.iter().any(|told| told.starts_with(&format!("{line}: ")) && told.contains(word)),
            "{skipped:?}"
        );
    }
}
