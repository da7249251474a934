//! Lints of ladders: what positions of one role ask, and how it changes from rank to rank.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::{Whole, words::normal};
use crate::{
    framework::{EdgeKind, Position, Status, Table},
    problem::{Problem, Severity},
};

/// More dimensions than this are more than people keep in mind.
const MOST_DIMENSIONS: usize = 15;
/// Fewer statements than this say nothing about likeness.
const FEWEST_STATEMENTS: usize = 4;
/// The share of statements in common above which adjacent levels are hardly told apart.
const ALIKE: f64 = 0.75;

fn item(position: &Position) -> String {
    format!("position `{}`", position.id)
}

/// The dimensions that a position says anything about.
fn filled<'a>(whole: &Whole<'a>, position: &'a Position) -> BTreeSet<&'a str> {
    let cells = whole.cells_of(&position.id).iter().map(|cell| cell.dimension.as_str());
    position.requires.keys().map(String::as_str).chain(cells).collect()
}

/// The statements of a position as `dimension, text`, compared without case and spacing.
fn statements<'a>(whole: &Whole<'a>, position: &'a Position) -> HashSet<(&'a str, String)> {
    let cells = whole.cells_of(&position.id).iter();
    let statements = cells.flat_map(|cell| cell.statements().map(|text| (cell.dimension.as_str(), normal(text))));
    statements.filter(|(_, text)| !text.is_empty()).collect()
}

/// The dimensions of which a position states in words what it asks: in a cell, or by the level it requires.
fn worded<'a>(whole: &Whole<'a>, position: &'a Position) -> BTreeSet<&'a str> {
    let cells = whole.cells_of(&position.id).iter();
    let said = cells.filter(|cell| cell.statements().next().is_some()).map(|cell| cell.dimension.as_str());
    let anchored = |(id, level): (&'a String, &u32)| {
        let has = whole.anchors.contains(&(id.as_str(), *level));
        (has || *level == 0).then_some(id.as_str())
    };
    said.chain(position.requires.iter().filter_map(anchored)).collect()
}

/// The dimensions of which a position names the level it requires.
fn levelled<'a>(_: &Whole<'a>, position: &'a Position) -> BTreeSet<&'a str> {
    position.requires.keys().map(String::as_str).collect()
}

/// A way in which a position can leave a dimension open that others of its role fill.
struct Way {
    /// The dimensions a position fills in this way.
    has: for<'a> fn(&Whole<'a>, &'a Position) -> BTreeSet<&'a str>,
    /// Whether so many of so many others are enough to miss it.
    enough: fn(usize, usize) -> bool,
    /// What is said before and after the dimensions, and how to mend it.
    says: (&'static str, &'static str, &'static str),
}

const WAYS: [Way; 3] = [
    Way {
        has: filled,
        enough: |by, others| by * 2 >= others,
        says: (
            "it says nothing about",
            "which other positions of its role do",
            "say what it asks there, or that it asks nothing (level 0)",
        ),
    },
    Way {
        has: worded,
        enough: |by, others| by * 2 > others,
        says: (
            "it has a level and no words for",
            "where other positions of its role have words",
            "say what it asks there, or say what the level means in an anchor",
        ),
    },
    Way {
        has: levelled,
        enough: |by, others| by * 2 > others,
        says: (
            "it has words and no level for",
            "where other positions of its role have a level",
            "add the level to `requires`",
        ),
    },
];

/// A position fills the dimensions that at least half of the other positions of its role fill; those that most of them
/// state in words, in words; those that most give a level, with a level. Each dimension is told once.
pub(super) fn cells_missing(whole: &Whole<'_>) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (_, ladder) in whole.ladders() {
        let mut told: HashSet<(usize, &str)> = HashSet::new();
        for Way { has, enough, says: (before, after, mend) } in &WAYS {
            let sets: Vec<BTreeSet<&str>> = ladder.iter().map(|(_, position)| has(whole, position)).collect();
            let mut count: BTreeMap<&str, usize> = BTreeMap::new();
            sets.iter().flatten().for_each(|dimension| *count.entry(dimension).or_default() += 1);
            let others = ladder.len() - 1;
            for ((n, position), own) in ladder.iter().zip(&sets) {
                let lacks = count.iter().filter(|(id, by)| !own.contains(*id) && enough(**by, others));
                let new = lacks.filter(|(id, _)| told.insert((*n, id)));
                let listed: Vec<String> = new.map(|(id, by)| format!("`{id}` ({by} of {others})")).collect();
                if !listed.is_empty() {
                    let what = format!("{before} {}, {after}", listed.join(", "));
                    let at = (Table::Position, *n);
                    problems.push(whole.problem(at, Severity::Warning, "missing-cell", item(position), what, *mend));
                }
            }
        }
    }
    problems
}

/// What a role requires does not fall from one rank to the next.
pub(super) fn monotone(whole: &Whole<'_>) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (_, ladder) in whole.ladders() {
        let mut last: HashMap<&str, (u32, u32, &Position)> = HashMap::new();
        for (n, position) in ladder.into_iter().filter(|(_, position)| position.status != Status::Retired) {
            for (id, level) in &position.requires {
                let before = last.get(id.as_str()).copied();
                if let Some((rank, most, lower)) = before
                    && rank < position.rank
                    && level < &most
                {
                    let what = format!("it requires level {level} of `{id}`, and `{}` below it {most}", lower.id);
                    let mend = "raise the upper level or lower the lower one, unless this is meant";
                    let at = (Table::Position, n);
                    problems.push(whole.problem(at, Severity::Warning, "not-monotone", item(position), what, mend));
                }
                if before.is_none_or(|(rank, most, _)| rank < position.rank || *level > most) {
                    last.insert(id, (position.rank, *level, position));
                }
            }
        }
    }
    problems
}

/// Two positions ask different things.
pub(super) fn positions_differ(whole: &Whole<'_>) -> Vec<Problem> {
    type Asked<'a> = (&'a BTreeMap<String, u32>, Vec<(&'a str, String)>, String);
    let mut seen: HashMap<Asked<'_>, &Position> = HashMap::new();
    let mut problems = Vec::new();
    for (n, position) in whole.framework.positions.iter().enumerate().filter(|(_, p)| !p.requires.is_empty()) {
        let mut asked: Vec<_> = statements(whole, position).into_iter().collect();
        asked.sort_unstable();
        let asked = (&position.requires, asked, normal(&position.definition));
        if let Some(first) = seen.get(&asked) {
            let levels = position.requires.iter().map(|(id, level)| format!("{id} {level}")).collect::<Vec<_>>();
            let what = format!("it asks the same as `{}`: {}", first.id, levels.join(", "));
            let mend = "say what tells them apart, or make them one";
            let at = (Table::Position, n);
            problems.push(whole.problem(at, Severity::Warning, "positions-identical", item(position), what, mend));
        } else {
            seen.insert(asked, position);
        }
    }
    problems
}

/// Adjacent levels of a role are told apart by what they state.
pub(super) fn levels_differ(whole: &Whole<'_>) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (_, ladder) in whole.ladders() {
        let said: Vec<_> = ladder.iter().map(|(_, position)| statements(whole, position)).collect();
        let steps = ladder.iter().zip(&said).zip(ladder.iter().zip(&said).skip(1));
        for (((_, lower), below), ((n, upper), above)) in steps {
            let common = below.intersection(above).count();
            let all = below.len() + above.len() - common;
            let few = below.len().min(above.len()) < FEWEST_STATEMENTS;
            if lower.rank == upper.rank || few || share(common, all) <= ALIKE {
                continue;
            }
            let what = format!("it shares {common} of {all} statements with `{}` below it", lower.id);
            let mend = "say what is new at this level, or make the two one";
            let at = (Table::Position, *n);
            problems.push(whole.problem(at, Severity::Warning, "levels-alike", item(upper), what, mend));
        }
    }
    problems
}

#[expect(clippy::cast_precision_loss, reason = "counts of statements are small")]
fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

/// A role is described by no more dimensions than people keep in mind.
pub(super) fn dimensions_few(whole: &Whole<'_>) -> Vec<Problem> {
    let at: HashMap<&str, usize> =
        whole.framework.roles.iter().enumerate().map(|(n, role)| (role.id.as_str(), n)).collect();
    let mut problems = Vec::new();
    for (role, ladder) in whole.ladders() {
        let used: BTreeSet<&str> = ladder.iter().flat_map(|(_, position)| filled(whole, position)).collect();
        if let (Some(n), true) = (at.get(role), used.len() > MOST_DIMENSIONS) {
            let what = format!("it is described by {} dimensions, more than {MOST_DIMENSIONS}", used.len());
            let mend = "merge those that are hard to tell apart, or group them";
            let (at, item) = ((Table::Role, *n), format!("role `{role}`"));
            problems.push(whole.problem(at, Severity::Warning, "too-many-dimensions", item, what, mend));
        }
    }
    problems
}

/// No path leads to what is no longer in use.
pub(super) fn targets_in_use(whole: &Whole<'_>) -> Vec<Problem> {
    let retired = |role: &str| whole.roles.get(role).is_some_and(|role| role.status == Status::Retired);
    let mut problems = Vec::new();
    for (n, edge) in whole.framework.edges.iter().enumerate().filter(|(_, edge)| edge.kind == EdgeKind::Path) {
        let gone = match whole.positions.get(edge.to.as_str()) {
            Some(position) => position.status == Status::Retired || retired(&position.role),
            None => retired(&edge.to),
        };
        if gone {
            let what = format!("the path leads to `{}`, which is retired", edge.to);
            let mend = "lead it to what took its place, or take the path out";
            let (at, item) = ((Table::Edge, n), format!("edge `{}` to `{}`", edge.from, edge.to));
            problems.push(whole.problem(at, Severity::Warning, "retired-target", item, what, mend));
        }
    }
    problems
}
