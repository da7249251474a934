//! Sentences and rows about two records: "Baker 1 → Baker 2 (2-3 years)", "B3 reports to S1".

use std::sync::LazyLock;

use regex::Regex;
use rung_model::framework::{EdgeKind, Years};

use super::{
    super::naming::plain,
    ends::{End, Ends},
};
use crate::document::{Grid, Row};

/// Longest sentence that is looked at, in bytes.
const LONGEST: usize = 400;
/// Arrows between the steps of a path.
const ARROWS: [&str; 6] = ["→", "->", "=>", "⇒", "➜", "➔"];
const REPORTS: [&str; 3] = [" reports to ", " report to ", " berichtet an "];
const EQUAL: [&str; 6] =
    [" is equivalent to ", " equivalent to ", " equals ", " corresponds to ", " entspricht ", " is equal to "];
const RETIRED: [&str; 7] = [
    " is deprecated",
    " is retired",
    " is no longer used",
    " is no longer in use",
    " is obsolete",
    " was retired",
    " is not in use",
];

static YEARS: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"(?i)\(?\s*[~≈]?\s*(\d{1,2}(?:\.\d)?)\s*(?:(?:-|–|—|to|bis)\s*(\d{1,2}(?:\.\d)?)\s*)?(\+)?\s*(?:years?|yrs?|jahre?)\b[^)]*\)?";
    Regex::new(pattern).expect("the pattern is part of this file and its tests")
});

/// One thing that is said.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Said {
    Step(Step),
    /// Two positions that stand as high.
    Equal(String, String),
    Retired(End),
}

/// A step or a reporting line.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Step {
    pub(super) from: String,
    pub(super) to: String,
    pub(super) kind: EdgeKind,
    pub(super) years: Option<Years>,
}

/// What a text says, where it is nothing else and both ends are known.
pub(super) fn read(text: &str, ends: &Ends) -> Vec<Said> {
    let text = super::super::naming::clean(text).0;
    let text = text.trim().trim_end_matches(['.', ';', ',']);
    if text.len() > LONGEST {
        return Vec::new();
    }
    if let Some(steps) = arrows(text, ends).or_else(|| from_to(text, ends)) {
        return steps;
    }
    let two = |words: &[&str]| {
        let (one, other) = words.iter().find_map(|word| text.split_once(word))?;
        Some((ends.find(one)?, ends.find(other)?))
    };
    if let Some((one, other)) = two(&REPORTS) {
        return vec![step(one, other, EdgeKind::ReportsTo, None)];
    }
    if let Some((End::Position(one), End::Position(other))) = two(&EQUAL) {
        return vec![Said::Equal(one.clone(), other.clone())];
    }
    let retired = RETIRED.iter().find_map(|word| text.split_once(word)).filter(|(_, rest)| rest.is_empty());
    retired.and_then(|(name, _)| ends.find(name)).map(|end| Said::Retired(end.clone())).into_iter().collect()
}

fn step(from: &End, to: &End, kind: EdgeKind, years: Option<Years>) -> Said {
    Said::Step(Step { from: from.id().to_owned(), to: to.id().to_owned(), kind, years })
}

/// `A → B (2-3 years) → C`: years belong to the step that leads to the name before them.
fn arrows(text: &str, ends: &Ends) -> Option<Vec<Said>> {
    let arrow = ARROWS.into_iter().find(|arrow| text.contains(arrow))?;
    let steps: Vec<(&End, Option<Years>)> = text
        .split(arrow)
        .map(|name| {
            let (name, years) = without_years(name);
            Some((ends.find(&name)?, years))
        })
        .collect::<Option<_>>()?;
    let pairs = steps.windows(2).filter_map(|pair| match pair {
        [(from, _), (to, years)] => Some(step(from, to, EdgeKind::Path, *years)),
        _ => None,
    });
    Some(pairs.collect())
}

/// "From A to B: 2-3 years".
fn from_to(text: &str, ends: &Ends) -> Option<Vec<Said>> {
    let start =
        text.get(..5).filter(|start| ["from ", "von "].iter().any(|word| start.to_lowercase().starts_with(word)))?;
    let (text, years) = without_years(text);
    let rest = text.get(start.find(' ')? + 1..)?;
    let word = [" to ", " zu "].into_iter().find(|word| rest.contains(word))?;
    let (from, to) = rest.split_once(word)?;
    Some(vec![step(ends.find(from)?, ends.find(to)?, EdgeKind::Path, years)])
}

/// A text without the years in it, and these.
fn without_years(text: &str) -> (String, Option<Years>) {
    let Some(found) = YEARS.captures(text) else { return (text.trim().to_owned(), None) };
    let number = |n: usize| found.get(n).and_then(|text| text.as_str().parse::<f64>().ok());
    let whole = found.get(0).map_or("", |whole| whole.as_str());
    let bare = text.replacen(whole, " ", 1);
    let min = number(1).unwrap_or(0.0);
    let years = number(2).or(Some(min)).filter(|max| *max >= min && found.get(3).is_none());
    (bare.trim().trim_end_matches([':', ',', '-', '–']).trim().to_owned(), years.map(|max| Years { min, max }))
}

/// The rows of a table with a column "from" and a column "to", or "role" and "reports to".
pub(super) fn rows<'g>(grid: &'g Grid, ends: &Ends) -> Vec<(&'g Row, Said)> {
    let Some(top) = grid.head_rows.checked_sub(1).and_then(|n| grid.rows.get(n)) else { return Vec::new() };
    let column = |words: &[&str]| top.cells.iter().position(|cell| words.contains(&plain(&cell.text.text).as_str()));
    let path = column(&["from", "from role", "von"]).zip(column(&["to", "to role", "next", "nach", "zu"]));
    let lines = column(&["role", "position", "title", "rolle"]).zip(column(&["reports to", "manager", "berichtet an"]));
    let equal =
        column(&["position", "level", "ic", "title"]).zip(column(&["equivalent", "equivalent to", "entspricht"]));
    let years = column(&["years", "duration", "time", "typical time", "jahre", "dauer"]);
    let mut told = Vec::new();
    for row in grid.body() {
        let text = |at: usize| row.cells.get(at).map_or("", |cell| cell.text.text.as_str());
        let both = |(one, other): (usize, usize)| Some((ends.find(text(one))?, ends.find(text(other))?));
        if let Some((from, to)) = path.and_then(both) {
            let said = years.map(text).map(|text| {
                if text.chars().any(char::is_alphabetic) { text.to_owned() } else { format!("{text} years") }
            });
            let years = said.and_then(|text| without_years(&text).1);
            told.push((row, step(from, to, EdgeKind::Path, years)));
        } else if let Some((from, to)) = lines.and_then(both) {
            told.push((row, step(from, to, EdgeKind::ReportsTo, None)));
        } else if let Some((End::Position(one), End::Position(other))) = equal.and_then(both) {
            told.push((row, Said::Equal(one.clone(), other.clone())));
        }
    }
    let whole = told.len() * 2 > grid.body().len();
    if whole { told } else { Vec::new() }
}
