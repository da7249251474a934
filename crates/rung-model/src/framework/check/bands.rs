//! Lints of bands: those of one group follow each other without gap and overlap, up to the most that is possible.

use std::collections::{BTreeMap, BTreeSet};

use super::Whole;
use crate::{
    framework::{Band, Table},
    problem::{Problem, Severity},
};

/// Differences below this are those of the arithmetic.
const TINY: f64 = 1e-9;

/// Bands with their number in the framework.
type Numbered<'a> = Vec<(usize, &'a Band)>;

/// Bands of one group and role by their start; of several with the same range, which are titles of one band, the first.
struct Row<'a> {
    role: Option<&'a str>,
    bands: Numbered<'a>,
    /// The least distance between two scores that an inclusive end and the next start can have.
    step: f64,
}

fn rows<'a>(whole: &Whole<'a>) -> Vec<Row<'a>> {
    let mut groups: BTreeMap<(&str, Option<&str>), Numbered<'_>> = BTreeMap::new();
    for (n, band) in whole.framework.bands.iter().enumerate() {
        if band.min.is_finite() && band.max.is_none_or(f64::is_finite) {
            groups.entry((&band.group, band.role.as_deref())).or_default().push((n, band));
        }
    }
    let row = |((_, role), mut bands): ((&str, Option<&'a str>), Numbered<'a>)| {
        bands.sort_by(|(_, a), (_, b)| a.min.total_cmp(&b.min).then(end(a).total_cmp(&end(b))));
        bands.dedup_by(|(_, a), (_, b)| near(a.min, b.min) && (a.max == b.max) && a.half_open == b.half_open);
        let ends = bands.iter().flat_map(|(_, band)| [Some(band.min), band.max]).flatten();
        let decimals = ends.map(decimals).max().unwrap_or(0);
        Row { role, bands, step: 0.1_f64.powi(decimals) }
    };
    groups.into_iter().map(row).collect()
}

fn end(band: &Band) -> f64 {
    band.max.unwrap_or(f64::INFINITY)
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= TINY
}

/// How many decimals a number is written with, at most three.
fn decimals(number: f64) -> i32 {
    let scaled = |places: i32| number * 10_f64.powi(places);
    (0..3).find(|places| near(scaled(*places), scaled(*places).round())).unwrap_or(3)
}

/// As it is written in mathematics: `[4, 5)`.
fn range(band: &Band) -> String {
    match band.max {
        Some(max) if band.half_open => format!("[{}, {max})", band.min),
        Some(max) => format!("[{}, {max}]", band.min),
        None => format!("[{}, up)", band.min),
    }
}

fn problem(whole: &Whole<'_>, n: usize, check: &'static str, what: String, mend: &str) -> Problem {
    let name = whole.framework.bands.get(n).map_or("", |band| if band.id.is_empty() { &band.name } else { &band.id });
    whole.problem((Table::Band, n), Severity::Warning, check, format!("band `{name}`"), what, mend)
}

/// Each band with the one before it that reaches farthest.
fn steps<'r, 'a>(row: &'r Row<'a>) -> Vec<(&'a Band, &'r (usize, &'a Band))> {
    let mut farthest: Option<&Band> = None;
    let mut steps = Vec::new();
    for here in &row.bands {
        steps.extend(farthest.map(|before| (before, here)));
        if farthest.is_none_or(|before| end(here.1) > end(before)) {
            farthest = Some(here.1);
        }
    }
    steps
}

/// Every score between the first and the last band is in one.
pub(super) fn no_gap(whole: &Whole<'_>) -> Vec<Problem> {
    let mut problems = Vec::new();
    for row in rows(whole) {
        for (before, (n, band)) in steps(&row) {
            let allowed = if before.half_open { 0.0 } else { row.step };
            if band.min - end(before) > allowed + TINY {
                let what = format!("nothing covers what lies between {} and {}", range(before), range(band));
                let mend = "move one of the two ends, or add a band between them";
                problems.push(problem(whole, *n, "bands-gap", what, mend));
            }
        }
    }
    problems
}

/// No score is in two bands of one group; bands without any end are thresholds, of which the highest reached counts.
pub(super) fn no_overlap(whole: &Whole<'_>) -> Vec<Problem> {
    let mut problems = Vec::new();
    for row in rows(whole).iter().filter(|row| row.bands.iter().any(|(_, band)| band.max.is_some())) {
        for (before, (n, band)) in steps(row) {
            let both = end(before) - band.min;
            if both > TINY || (both > -TINY && !before.half_open) {
                let what = format!("{} overlaps {} of `{}`", range(band), range(before), before.name);
                let mend = "move one of the two ends, or say half_open = true where `max` is no longer in the band";
                problems.push(problem(whole, *n, "bands-overlap", what, mend));
            }
        }
    }
    problems
}

/// The highest score that is possible lies in the last band.
pub(super) fn maximum_covered(whole: &Whole<'_>) -> Vec<Problem> {
    let mut problems = Vec::new();
    for row in rows(whole) {
        let Some((n, last, max)) = row.bands.iter().filter_map(|(n, band)| Some((*n, *band, band.max?))).next_back()
        else {
            continue;
        };
        if row.bands.iter().any(|(_, band)| band.max.is_none()) {
            continue;
        }
        let top = top_score(whole, row.role, max);
        let what = match top {
            Some(top) if top > max + TINY => format!("it ends at {max}, and {top} is possible"),
            Some(top) if last.half_open && top >= max - TINY => {
                format!("{} leaves out {max}, which is possible", range(last))
            }
            None if last.half_open => format!("{} leaves out its end {max}, and no band follows", range(last)),
            _ => continue,
        };
        let mend = "let the last band include its end, raise it, or leave `max` out";
        problems.push(problem(whole, n, "bands-uncovered", what, mend));
    }
    problems
}

/// The highest score a role can have: the sum of the most points, or the highest level where levels are averaged by
/// weights or the bands are of the size of levels; none where nothing tells.
fn top_score(whole: &Whole<'_>, role: Option<&str>, near: f64) -> Option<f64> {
    let of_role = role.map(|role| dimensions_of(whole, role)).filter(|used| !used.is_empty());
    let scales = whole.framework.dimensions.iter().filter_map(|dimension| {
        let used = of_role.as_ref().is_none_or(|used| used.contains(dimension.id.as_str()));
        whole.scales.get(dimension.scale.as_deref()?).filter(|_| used)
    });
    let (mut points, mut level) = (None::<f64>, None::<u32>);
    for scale in scales {
        let most = scale.levels.iter().filter_map(|level| level.points).max_by(f64::total_cmp);
        points = most.map(|most| points.unwrap_or(0.0) + most).or(points);
        level = level.max(scale.levels.iter().map(|level| level.n).max());
    }
    let level = level.map(f64::from);
    let averaged = level.filter(|level| near <= level * 2.0);
    let weighted = averaged.filter(|_| !whole.framework.weights.is_empty());
    weighted.or(points).or(averaged.filter(|level| near >= level - TINY))
}

fn dimensions_of<'a>(whole: &Whole<'a>, role: &str) -> BTreeSet<&'a str> {
    let positions = whole.framework.positions.iter().filter(|position| position.role == role);
    let cells = positions.clone().flat_map(|position| whole.cells_of(&position.id)).map(|cell| cell.dimension.as_str());
    positions.flat_map(|position| position.requires.keys().map(String::as_str)).chain(cells).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_those_written() {
        for (number, places) in [(17.0, 0), (0.0, 0), (1.1, 1), (2.9, 1), (4.35, 2), (0.125, 3), (1.0 / 3.0, 3)] {
            assert_eq!(decimals(number), places, "{number}");
        }
    }
}
