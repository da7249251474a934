//! `rung framework` and the roles of any framework, from the command line.

mod common;

use common::Bench;

const LADDER: &str = "# Baker ladder\n\n| Area | Junior Baker | Baker | Senior Baker |\n|--|--|--|--|\n\
    | Dough | Kneads | Kneads alone<br>Plans the day | Teaches others to knead |\n| Shop | Helps | Sells | Sells and plans |\n\n## FAQ\n\nWhy?\n";

#[test]
fn a_published_ladder_is_imported_written_checked_and_rendered() {
    let bench = Bench::new();
    bench.write("ladder.md", LADDER);
    let told = bench.rung(&["framework", "import", "ladder.md"]);
    assert_eq!(told.code, 0, "{}", told.err);
    for part in
        ["read as matrix", "1 role: Baker", "3 positions", "2 dimensions: Dough, Shop", "6 cells", "ladder.md:8"]
    {
        assert!(told.out.contains(part), "{part} in {}", told.out);
    }
    let written = bench.rung(&["framework", "import", "ladder.md", "--as", "bakery", "-o", "out", "--json"]);
    let document = written.json();
    assert_eq!(
        (document["counts"]["cells"].as_u64(), document["written"].as_str()),
        (Some(6), Some("out/bakery.toml"))
    );
    let checked = bench.rung(&["framework", "validate", "out/bakery.toml"]);
    assert_eq!(checked.code, 0, "{}", checked.out);
    assert!(checked.out.contains("licence-missing"), "{}", checked.out);
    assert_eq!(bench.rung(&["framework", "fmt", "out/bakery.toml", "--check"]).code, 0);
    assert_eq!(bench.rung(&["framework", "render", "out/bakery.toml", "-o", "site"]).code, 0);
    let index = std::fs::read_to_string(bench.path("site/index.html")).expect("the first page");
    assert!(index.contains("Senior Baker") && !index.contains("<script"));
    let csv = bench.rung(&["framework", "render", "ladder.md", "--format", "csv"]);
    assert_eq!(csv.out.lines().count(), 8, "{}", csv.out);
    for notation in ["yaml", "json", "toml"] {
        assert_eq!(bench.rung(&["framework", "convert", "ladder.md", "--to", notation]).code, 0);
    }
}

#[test]
fn levels_are_told_apart_by_what_differs_and_versions_by_whom_they_touch() {
    let bench = Bench::new();
    bench.write("old.md", LADDER);
    bench.write("new.md", LADDER.replace("Kneads alone", "Kneads alone and fast"));
    let diff = bench.rung(&["roles", "diff", "Junior Baker", "Baker", "--framework", "old.md"]);
    assert!(diff.out.contains("~ Kneads {+alone+}") && diff.out.contains("+ Plans the day"), "{}", diff.out);
    bench.write("people.csv", "person,position\nmira,baker\nida,junior-baker\nolle,miller\n");
    let touched = bench.rung(&["framework", "diff", "old.md", "new.md", "--assessed", "people.csv", "--json"]).json();
    let changes = touched["changes"].as_array().expect("changes");
    let people: Vec<&str> = changes
        .iter()
        .flat_map(|change| change["touches"].as_array().expect("people"))
        .filter_map(|person| person["person"].as_str())
        .collect();
    assert_eq!(people, ["mira"], "{touched}");
    assert_eq!(touched["unknown"][0]["person"].as_str(), Some("olle"));
}

/// FRAMEWORKS.md, figures 1 and 2, on the built-in framework.
#[test]
fn the_built_in_ladders_have_the_published_distances() {
    let bench = Bench::new();
    let missing = bench.rung(&["roles", "diff", "TL4", "EM4"]);
    assert_eq!(missing.code, 1);
    assert!(
        missing.err.contains("has no level 4; it has EM5, EM6, EM7") && missing.err.contains("EM5"),
        "{}",
        missing.err
    );
    let distance = |a: &str, b: &str| {
        let of = bench.rung(&["roles", "diff", a, b, "--json"]).json()["distance"].clone();
        (of["up"].as_u64(), of["l1"].as_u64(), of["overlap"].as_f64().map(|share| (share * 1e4).round() / 1e4))
    };
    assert_eq!(distance("TL4", "EM5"), (Some(3), Some(3), Some(0.8235)));
    assert_eq!(distance("TL5", "EM5"), (Some(1), Some(3), Some(0.8421)));
    assert_eq!(distance("TL6", "EM6").1, Some(4));
    assert_eq!(distance("TL7", "EM7").1, Some(4));
    assert_eq!(distance("D7", "EM7").1, Some(8));
    let pairs = bench.rung(&["roles", "overlap", "--of", "levels", "--json"]).json();
    let pairs = pairs["pairs"].as_array().expect("pairs");
    let l1: Vec<u64> = pairs.iter().filter_map(|pair| pair["distance"]["l1"].as_u64()).collect();
    assert_eq!((l1.len(), l1.iter().filter(|d| **d == 1).count(), l1.iter().max()), (153, 5, Some(&17)));
}

#[test]
fn what_is_no_framework_says_so_and_a_broken_one_tells_everything() {
    let bench = Bench::new();
    bench.write("words.md", "Only words.\n");
    let nothing = bench.rung(&["framework", "import", "words.md"]);
    assert_eq!(nothing.code, 1);
    assert!(nothing.err.contains("nothing-understood"), "{}", nothing.err);
    bench.write(
        "bad.toml",
        "[framework]\nid = 'x'\n[[role]]\nname = 'A'\ncolour = 'red'\n[[position]]\nid = 'A1'\nrole = 'b'\nrank = 1\n",
    );
    let bad = bench.rung(&["framework", "validate", "bad.toml"]);
    assert_eq!(bad.code, 3);
    for check in ["missing-key", "unknown-key", "unknown-role"] {
        assert!(bad.out.contains(check), "{check} in {}", bad.out);
    }
    assert_eq!(bench.rung(&["framework", "render", "bad.toml", "-o", "site"]).code, 1);
    assert!(bench.rung(&["help", "framework"]).out.contains("[[dimension]]"));
}
