//! The overlap heatmap as a file of its own.

use rung_measure::roles::overlap_matrix;
use rung_model::framework::{Basis, Family, Framework, Role, SplitClaim, Track};
use rung_views::plot::overlap;

fn framework() -> Framework {
    let mut framework = Framework::default();
    for (id, name, short, parts) in [
        ("tech_lead", "Tech lead", "TL", [30.0, 10.0, 60.0]),
        ("engineering_manager", "Engineering manager", "EM", [30.0, 50.0, 20.0]),
        ("product_manager", "Product <manager>", "", [80.0, 10.0, 10.0]),
    ] {
        framework.roles.push(Role {
            id: id.to_owned(),
            name: name.to_owned(),
            short: short.to_owned(),
            track: Some(Track::Ic),
            family: Some(Family::Technical),
            ..Default::default()
        });
        let claim = SplitClaim::exact(id, parts.map(|percent: f64| percent / 100.0)).expect("a split");
        framework.splits.push(SplitClaim { k: 20.0, basis: Basis::Sourced, ..claim });
    }
    framework
}

/// MEASURE section 8: TL-EM .6, TL-PM .5, EM-PM .5.
#[test]
fn each_pair_stands_once_with_its_number() {
    let framework = framework();
    let svg = overlap::svg(&overlap_matrix(&framework), &framework);
    let desc = svg.split("<desc id=\"d\">").nth(1).unwrap().split("</desc>").next().unwrap();
    assert_eq!(
        desc,
        "Engineering manager: tech lead 60\u{a0}%; Product &lt;manager&gt;: tech lead 50\u{a0}%, engineering manager 50\u{a0}%"
    );
    assert_eq!(svg.matches(">60</text>").count(), 1);
    assert_eq!(svg.matches(">50</text>").count(), 2);
    assert_eq!(svg.matches("class=\"c c4\"").count(), 2, "one cell and its step of the ramp");
}

#[test]
fn the_file_stands_alone_and_escapes_names() {
    let framework = framework();
    let svg = overlap::svg(&overlap_matrix(&framework), &framework);
    assert!(
        svg.starts_with("<?xml") && svg.contains("xmlns=\"http://www.w3.org/2000/svg\"") && svg.ends_with("</svg>")
    );
    assert!(!svg.contains("Product <") && !svg.contains("style=\"") && !svg.contains("href"));
    assert_eq!(svg, overlap::svg(&overlap_matrix(&framework), &framework));
}
