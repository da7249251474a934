//! Dependencies run one way, and each room knows only what it may.

use std::sync::LazyLock;

use regex::Regex;

use crate::house::House;

/// What each member may name among its ordinary dependencies. Members of the workspace first.
const MAY_USE: &[(&str, &[&str])] = &[
    ("rung-model", &["jiff", "serde", "strsim", "thiserror", "toml"]),
    ("rung-measure", &["rung-model", "jiff", "regex", "statrs", "thiserror"]),
    (
        "rung-sources",
        &[
            "rung-model",
            "calcard",
            "chrono",
            "csv",
            "encoding_rs",
            "gix",
            "html5gum",
            "imara-diff",
            "jiff",
            "jsonc-parser",
            "pulldown-cmark",
            "regex",
            "rrule",
            "saphyr-parser",
            "serde",
            "serde_json",
            "sha2",
            "strsim",
            "thiserror",
            "toml",
            "toml_edit",
            "ureq",
        ],
    ),
    (
        "rung-app",
        &[
            "rung-model",
            "rung-measure",
            "rung-sources",
            "rung-store",
            "argon2",
            "example",
            "jiff",
            "schemars",
            "serde",
            "serde_json",
            "sha2",
            "tempfile",
            "thiserror",
        ],
    ),
    ("rung-store", &["rung-model", "rusqlite", "sha2", "thiserror"]),
    ("rung-views", &["rung-model", "rung-measure", "rung-app", "jiff", "maud", "statrs"]),
    (
        "rung",
        &[
            "rung-model",
            "rung-measure",
            "rung-sources",
            "rung-app",
            "rung-store",
            "rung-views",
            "axum",
            "clap",
            "clap_complete",
            "form_urlencoded",
            "getrandom",
            "schemars",
            "indicatif",
            "jiff",
            "serde",
            "serde_json",
            "tempfile",
            "tokio",
        ],
    ),
    ("example", &["rung-model", "gix", "jiff", "serde_json", "thiserror"]),
    ("fuzz", &["libfuzzer-sys", "rung-sources"]),
    ("tidy", &["regex", "toml"]),
];

/// What the code of a member (tests aside) must not name: pattern and why.
const MUST_NOT_KNOW: &[(&[&str], &str, &str)] = &[
    (
        &["rung-model", "rung-measure"],
        r"\bstd::(fs|net|process|env|time)\b|\bstd::io\b",
        "knows no disk, no clock, no terminal",
    ),
    (&["rung-sources"], r"\brung_measure\b|\bmaud\b|\brusqlite\b", "knows no arithmetic, no markup, no database"),
    (
        &["rung-sources", "rung-app", "rung-views", "example"],
        r"\bstd::(env|process)\b",
        "reads no environment and runs nothing",
    ),
    (&["rung-app"], r"\b(axum|clap|maud)\b::", "knows no command line and no markup"),
    (&["rung-views"], r"\bstd::(fs|net|env|process)\b|\basync\b", "is data in, markup out"),
    (
        &["rung-model", "rung-measure", "rung-sources", "rung-app", "rung-views", "example"],
        r"\be?print(ln)?!\(",
        "does not print: only `rung` does",
    ),
];

pub(super) fn members_use_only_what_they_may(house: &House) -> Vec<String> {
    let mut complaints = Vec::new();
    for file in house.files.iter().filter(|file| file.path.ends_with("/Cargo.toml")) {
        let member = file.member();
        let Some((_, allowed)) = MAY_USE.iter().find(|(name, _)| *name == member) else {
            complaints.push(format!("{}: say in tidy what {member} may use", file.path));
            continue;
        };
        let Ok(manifest) = file.text.parse::<toml::Table>() else {
            complaints.push(format!("{}: is not TOML", file.path));
            continue;
        };
        let named = manifest.get("dependencies").and_then(|d| d.as_table()).into_iter().flat_map(|d| d.keys());
        for dependency in named.filter(|name| !allowed.contains(&name.as_str())) {
            complaints.push(format!("{}: {member} may not use {dependency}", file.path));
        }
    }
    complaints
}

pub(super) fn sources_know_only_what_they_may(house: &House) -> Vec<String> {
    static PATTERNS: LazyLock<Vec<Regex>> = LazyLock::new(|| {
        MUST_NOT_KNOW.iter().map(|(_, pattern, _)| Regex::new(pattern).expect("a pattern of this file")).collect()
    });
    let mut complaints = Vec::new();
    for file in house.rust().filter(|file| !file.is_test()) {
        let code = file.text.split("#[cfg(test)]").next().unwrap_or_default();
        for ((members, _, why), pattern) in MUST_NOT_KNOW.iter().zip(PATTERNS.iter()) {
            if !members.contains(&file.member()) {
                continue;
            }
            for (number, line) in code.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//")) {
                if pattern.is_match(line) {
                    complaints.push(format!("{}:{}: {} {why}", file.path, number + 1, file.member()));
                }
            }
        }
    }
    complaints
}
