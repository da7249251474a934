//! Small rooms: every file says what it is for, and is short.

use crate::house::House;

/// No file may be longer.
const LONGEST: usize = 600;
/// Half the files are no longer.
const MEDIAN: usize = 120;
/// Nine in ten files are no longer.
const P90: usize = 350;

pub(super) fn opens_with_purpose(house: &House) -> Vec<String> {
    house
        .rust()
        .filter(|file| !file.text.starts_with("//! "))
        .map(|file| format!("{}:1: open with `//!` and one sentence of purpose", file.path))
        .collect()
}

pub(super) fn lengths(house: &House) -> Vec<String> {
    let mut lengths: Vec<(usize, &str)> =
        house.rust().map(|file| (file.text.lines().count(), file.path.as_str())).collect();
    lengths.sort_unstable();
    let at = |share: f64| lengths.get((lengths.len() as f64 * share) as usize).map_or(0, |(lines, _)| *lines);
    let mut complaints: Vec<String> = lengths
        .iter()
        .filter(|(lines, _)| *lines > LONGEST)
        .map(|(lines, path)| format!("{path}: {lines} lines; split it by concept (at most {LONGEST})"))
        .collect();
    if at(0.5) > MEDIAN {
        complaints.push(format!("the median file has {} lines; at most {MEDIAN}", at(0.5)));
    }
    if at(0.9) > P90 {
        complaints.push(format!("nine in ten files have up to {} lines; at most {P90}", at(0.9)));
    }
    complaints
}
