//! No unfinished work, no silenced lint without a reason, no path of somebody's machine.

use std::sync::LazyLock;

use regex::Regex;

use crate::house::House;

static UNFINISHED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"\bTO",
        r"DO\b(?:[:(]|\s*$)|\bFIX",
        r"ME\b|\bto",
        r"do!\(|\bunimple",
        r"mented!\(|#\[ig",
        r"nore|#!?\[al",
        r"low\("
    ))
    .expect("a pattern of this file")
});
static MACHINE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(r#"(?:^|[\s"'(`=])/(?:wo"#, r#"rk|ro"#, r#"ot|ho"#, r#"me)/\w"#))
        .expect("a pattern of this file")
});

fn lines_matching(house: &House, pattern: &Regex, mend: &str) -> Vec<String> {
    let mut complaints = Vec::new();
    for file in &house.files {
        for (number, line) in file.text.lines().enumerate().filter(|(_, line)| pattern.is_match(line)) {
            complaints.push(format!("{}:{}: `{}`: {mend}", file.path, number + 1, line.trim()));
        }
    }
    complaints
}

pub(super) fn unfinished(house: &House) -> Vec<String> {
    lines_matching(house, &UNFINISHED, "finish it, or silence a lint with #[expect(.., reason)]")
}

pub(super) fn machine_paths(house: &House) -> Vec<String> {
    lines_matching(house, &MACHINE, "no path of a machine")
}
