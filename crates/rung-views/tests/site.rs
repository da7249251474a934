//! The site of a framework: what pages say, that names are escaped, and that every link leads somewhere.

use std::collections::{BTreeMap, BTreeSet};

use rung_model::{
    bucket::Bucket,
    framework::{
        Cell, Criterion, Dimension, DimensionKind, Edge, Framework, HandsOn, Part, Position, Role, Scale, ScaleLevel,
        Spectrum, SplitClaim, Track, Years,
    },
};
use rung_views::site::{self, Page};

const HOSTILE: &str = "<script>alert(\"x\")</script>&'../../";

fn small() -> Framework {
    let role = |id: &str, name: &str, track| Role {
        id: id.into(),
        name: name.into(),
        track,
        definition: format!("Invented: {name}."),
        ..Default::default()
    };
    let level = |id: &str, role: &str, rank, title: &str, requires: &[(&str, u32)]| Position {
        id: id.into(),
        role: role.into(),
        rank,
        titles: vec![title.into()],
        requires: requires.iter().map(|(id, level)| ((*id).to_owned(), *level)).collect(),
        ..Default::default()
    };
    let axis = |id: &str, name: &str| Dimension {
        id: id.into(),
        name: name.into(),
        scale: Some("s".into()),
        kind: DimensionKind::Axis,
        ..Default::default()
    };
    let cell = |id: &str, position: &str, dimension: &str, texts: &[&str]| Cell {
        id: id.into(),
        position: position.into(),
        dimension: dimension.into(),
        criteria: texts.iter().map(|text| Criterion::of(*text)).collect(),
        ..Default::default()
    };
    let step = |n, name: &str| ScaleLevel { n, name: name.into(), ..Default::default() };
    let split = |role: &str, parts| SplitClaim::exact(role, parts).expect("a split");
    Framework {
        id: "harbour".into(),
        name: "Harbour ladder".into(),
        version: "3".into(),
        license: Some("CC0-1.0".into()),
        roles: vec![role("baker", "Baker", Some(Track::Ic)), role("head", "Head baker", Some(Track::Management))],
        scales: vec![Scale { id: "s".into(), levels: vec![step(1, "Helps"), step(2, "Leads")], ..Default::default() }],
        dimensions: vec![axis("dough", "Dough"), axis("oven", "Oven"), axis("shop", "Shop")],
        positions: vec![
            level("B1", "baker", 1, "Baker", &[("dough", 1), ("oven", 1), ("shop", 1)]),
            level("B2", "baker", 2, "Senior baker", &[("dough", 2), ("oven", 1), ("shop", 2)]),
            level("H1", "head", 1, "Head baker", &[("shop", 2)]),
        ],
        cells: vec![
            cell("c1", "B1", "dough", &["Weighs one batch of flour with care", "Cleans the table"]),
            cell(
                "c2",
                "B2",
                "dough",
                &["Weighs every batch of flour with care", "Cleans the table", "=Teaches, \"well\""],
            ),
        ],
        splits: vec![split("baker", [0.1, 0.1, 0.8]), split("head", [0.3, 0.5, 0.2])],
        hands_on: vec![HandsOn { role: "baker".into(), min: 0.6, max: 0.9, ..Default::default() }],
        edges: vec![
            Edge { from: "baker".into(), to: "head".into(), years: None, ..Default::default() },
            Edge {
                from: "B1".into(),
                to: "B2".into(),
                years: Some(Years { min: 2.0, max: 3.0 }),
                ..Default::default()
            },
        ],
        ..Default::default()
    }
}

/// The words of a page's main part, one line per run of text.
fn told(pages: &[Page], path: &str) -> String {
    let html = &pages.iter().find(|page| page.path == path).expect("the page is there").html();
    let main = html.split("<main").nth(1).and_then(|rest| rest.split("</main>").next()).expect("a main part");
    let texts = main.split('>').skip(1).filter_map(|piece| piece.split('<').next()).map(str::trim);
    texts.filter(|text| !text.is_empty() && !text.starts_with("svg{")).collect::<Vec<_>>().join("\n")
}

#[test]
fn pages_say_what_the_framework_says() {
    let pages = site::site(&small());
    for path in ["index.html", "role/baker.html", "level/b2.html", "steps/b1-b2.html", "paths.html"] {
        insta::assert_snapshot!(path.replace(['/', '.'], "_"), told(&pages, path));
    }
    insta::assert_snapshot!("csv", site::csv(&small()));
    insta::assert_snapshot!("markdown", site::markdown(&small()));
}

#[test]
fn drawings_are_there_only_where_there_is_something_to_draw() {
    let framework = small();
    for what in ["overlap", "levels", "paths", "splits", "B1"] {
        let svg = site::svg(&framework, what).unwrap_or_else(|| panic!("{what} is drawn"));
        assert!(svg.contains("<svg") && !svg.contains("NaN") && !svg.contains("inf"), "{what}");
    }
    assert_eq!(site::svg(&framework, "H1"), None, "one axis is no radar");
    for what in ["overlap", "levels", "paths", "splits", "B1", ""] {
        assert_eq!(site::svg(&Framework::default(), what), None, "{what}");
    }
}

#[test]
fn ranges_are_shown_as_ranges_and_balances_with_both_poles() {
    let mut framework = small();
    let part = |min, max| Part { min: Some(min), max: Some(max), mean: None };
    let parts = [(Bucket::Building, part(0.5, 0.7)), (Bucket::People, part(0.1, 0.2))];
    framework.splits = vec![SplitClaim::of("baker", parts.into_iter().collect()).unwrap()];
    framework.spectra.push(Spectrum {
        id: "pace".into(),
        name: "Pace".into(),
        poles: ["Fast <b>".into(), "Careful".into()],
        healthy: Some(rung_model::framework::Span { min: 0.4, max: 0.6 }),
        pairs: vec![["ships".into(), "waits".into()]],
        ..Default::default()
    });
    whole(&framework);
    let pages = site::site(&framework);
    assert!(told(&pages, "role/baker.html").contains("50–70\u{a0}%"), "{}", told(&pages, "role/baker.html"));
    let about = told(&pages, "about.html");
    assert!(about.contains("Fast &lt;b&gt;") && about.contains("Careful") && about.contains("waits"), "{about}");
}

#[test]
fn circles_and_many_roles_are_drawn_or_listed() {
    let mut framework = small();
    framework.edges.push(Edge { from: "head".into(), to: "baker".into(), ..Default::default() });
    whole(&framework);
    assert!(site::svg(&framework, "paths").unwrap().contains("not known"));
    framework.edges =
        (0..300).map(|n| Edge { from: format!("r{n}"), to: format!("r{}", n + 1), ..Default::default() }).collect();
    whole(&framework);
    assert_eq!(site::svg(&framework, "paths"), None, "the list says more of so many");
    assert!(told(&site::site(&framework), "paths.html").contains("r299"));
}

fn values<'h>(html: &'h str, attribute: &'h str) -> impl Iterator<Item = &'h str> {
    html.split(attribute).skip(1).filter_map(|rest| rest.split('"').next())
}

fn whole(framework: &Framework) {
    let pages = site::site(framework);
    let paths: BTreeSet<String> = pages.iter().map(|page| page.path.to_lowercase()).collect();
    assert_eq!(paths.len(), pages.len(), "paths are unique on any file system");
    for (path, html) in pages.iter().map(|page| (&page.path, page.html())) {
        assert!(!path.contains("..") && path.split('/').all(|part| part.len() <= 85), "{path}");
        assert!(!html.contains("<script") && !html.contains(" style=\"") && !html.contains("NaN"), "{path}");
        let mut ids: BTreeMap<&str, usize> = BTreeMap::new();
        values(&html, " id=\"").for_each(|id| *ids.entry(id).or_default() += 1);
        assert!(ids.values().all(|times| *times == 1), "{path}: {ids:?}");
        for href in values(&html, " href=\"").filter(|href| !href.contains("://")) {
            if let Some(id) = href.strip_prefix('#') {
                assert!(ids.contains_key(id), "{path}: {href}");
                continue;
            }
            let target = match href.strip_prefix("../") {
                Some(rest) if path.contains('/') => rest,
                None if !path.contains('/') => href,
                _ => panic!("{path}: {href} leaves the site"),
            };
            assert!(paths.contains(target), "{path}: {href}");
        }
        let mut level = 0;
        for tag in html.split("<h").skip(1).filter_map(|rest| rest.chars().next()?.to_digit(10)) {
            assert!(tag <= level + 1, "{path}: h{tag} after h{level}");
            level = tag;
        }
    }
}

#[test]
fn ids_are_unique_and_links_lead_somewhere() {
    whole(&small());
    whole(&Framework::default());
    whole(&rung_sources::framework::builtin());
}

#[test]
fn hostile_names_stay_text() {
    let mut framework = small();
    framework.name = HOSTILE.into();
    framework.language = Some("en\" onload=\"x".into());
    for role in &mut framework.roles {
        role.name = HOSTILE.into();
    }
    for position in &mut framework.positions {
        position.titles = vec![HOSTILE.into()];
    }
    for dimension in &mut framework.dimensions {
        dimension.name = HOSTILE.into();
    }
    framework.cells[0].urls = vec!["javascript:alert(1)".into()];
    let evil = Position { id: "../../b1".into(), role: "baker".into(), rank: 3, ..Default::default() };
    framework.positions.extend([evil.clone(), evil]);
    whole(&framework);
    let pages = site::site(&framework);
    assert!(pages.iter().all(|page| !page.html().contains("href=\"javascript") && !page.html().contains(" onload=\"")));
    for what in ["overlap", "levels", "paths", "splits", "B1"] {
        assert!(!site::svg(&framework, what).unwrap().contains("<script"), "{what}");
    }
}

#[test]
fn a_large_framework_has_every_page() {
    let mut framework = small();
    framework.cells.clear();
    framework.positions.clear();
    framework.roles = (0..50).map(|n| Role { id: format!("r{n}"), ..Default::default() }).collect();
    for n in 0..200_u32 {
        let (id, role) = (format!("p{n}"), format!("r{}", n / 4));
        framework.positions.push(Position { id: id.clone(), role, rank: n % 4, ..Default::default() });
        for cell in 0..10 {
            framework.dimensions.push(Dimension { id: format!("d{cell}"), ..Default::default() });
            let text = format!("Does thing {cell} of level {} with care and with others", n % 4);
            let dimension = format!("d{cell}");
            let criteria = vec![Criterion::of(text)];
            framework.cells.push(Cell {
                id: String::new(),
                position: id.clone(),
                dimension,
                criteria,
                ..Default::default()
            });
        }
    }
    framework.dimensions.truncate(13);
    assert_eq!(site::site(&framework).len(), 1 + 50 + 200 + 150 + 4);
}
