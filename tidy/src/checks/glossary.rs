//! The glossary is true: each type it names exists.

use std::{collections::BTreeSet, sync::LazyLock};

use regex::Regex;

use crate::house::House;

static NAMED: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"`((?:[a-z_]+::)+[A-Z]\w*)`").expect("a pattern of this file"));
static DEFINED: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"\b(?:struct|enum|trait|type)\s+([A-Z]\w*)").expect("a pattern of this file"));

pub(super) fn words_exist(house: &House) -> Vec<String> {
    let Some(glossary) = house.file("GLOSSARY.md") else {
        return vec!["GLOSSARY.md: is missing".to_owned()];
    };
    let defined: BTreeSet<(String, String)> = house
        .rust()
        .flat_map(|file| {
            let member = file.member().replace('-', "_");
            DEFINED
                .captures_iter(&file.text)
                .map(move |found| (member.clone(), found[1].to_owned()))
                .collect::<Vec<_>>()
        })
        .collect();
    let mut complaints = Vec::new();
    for (number, line) in glossary.text.lines().enumerate() {
        for found in NAMED.captures_iter(line) {
            let path: Vec<&str> = found[1].split("::").collect();
            let (member, name) = (path[0].to_owned(), path[path.len() - 1].to_owned());
            if !defined.contains(&(member, name)) {
                complaints.push(format!("GLOSSARY.md:{}: `{}` does not exist", number + 1, &found[1]));
            }
        }
    }
    if !NAMED.is_match(&glossary.text) {
        complaints.push("GLOSSARY.md: names no type; say which type holds each word".to_owned());
    }
    complaints
}
