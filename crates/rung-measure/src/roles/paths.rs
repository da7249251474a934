//! The ways from one role to another, with how long they take where anyone says.

use rung_model::framework::{Edge, EdgeKind, Framework, Years};

/// Most paths that are listed: a dense graph has very many.
pub const MOST_PATHS: usize = 500;

/// One way, without visiting a role twice.
#[derive(Clone, Debug, PartialEq)]
pub struct Path {
    /// Its steps, in order.
    pub steps: Vec<Edge>,
    /// Years of the steps whose duration is known, summed; `None` where none is.
    pub years: Option<Years>,
    /// Steps whose duration nobody states: unknown, never 0.
    pub unknown_steps: usize,
}

impl Path {
    fn of(steps: Vec<Edge>) -> Self {
        let known: Vec<Years> = steps.iter().filter_map(|step| step.years).collect();
        let years = (!known.is_empty())
            .then(|| Years { min: known.iter().map(|y| y.min).sum(), max: known.iter().map(|y| y.max).sum() });
        Self { unknown_steps: steps.len() - known.len(), years, steps }
    }

    /// Role ids along the way, both ends included.
    pub fn roles(&self) -> Vec<&str> {
        let first = self.steps.first().map(|step| step.from.as_str());
        first.into_iter().chain(self.steps.iter().map(|step| step.to.as_str())).collect()
    }

    /// How long it takes in words: "10–15 years plus an unknown step".
    pub fn duration(&self) -> String {
        let unknown = match self.unknown_steps {
            0 => String::new(),
            1 => "an unknown step".to_owned(),
            n => format!("{n} unknown steps"),
        };
        match self.years {
            None if unknown.is_empty() => "no step".to_owned(),
            None => format!("not known ({unknown})"),
            Some(years) if unknown.is_empty() => span(years),
            Some(years) => format!("{} plus {unknown}", span(years)),
        }
    }
}

/// "3–5 years", "1 year".
fn span(years: Years) -> String {
    if years.min < years.max {
        format!("{}–{} years", years.min, years.max)
    } else {
        format!("{} {}", years.min, if years.min == 1.0 { "year" } else { "years" })
    }
}

/// Every way from one role to another, by id: the fewest unknown steps first, then the most known ones
/// (the best documented way), then by the roles along it. Empty where there is no way, or where both are
/// the same. Reporting lines are no way on. At most [`MOST_PATHS`].
pub fn paths<'f>(framework: &'f Framework, from: &'f str, to: &str) -> Vec<Path> {
    let mut found = Vec::new();
    if from != to {
        walk(framework, to, &mut vec![from], &mut Vec::new(), &mut found);
    }
    found.sort_by(|a, b| {
        let known = |path: &Path| path.steps.len() - path.unknown_steps;
        a.unknown_steps.cmp(&b.unknown_steps).then(known(b).cmp(&known(a))).then_with(|| a.roles().cmp(&b.roles()))
    });
    found
}

fn walk<'f>(
    framework: &'f Framework,
    to: &str,
    visited: &mut Vec<&'f str>,
    steps: &mut Vec<&'f Edge>,
    found: &mut Vec<Path>,
) {
    let Some(here) = visited.last().copied() else { return };
    for edge in framework.edges.iter().filter(|edge| edge.kind == EdgeKind::Path && edge.from == here) {
        if found.len() >= MOST_PATHS || visited.contains(&edge.to.as_str()) {
            continue;
        }
        steps.push(edge);
        if edge.to == to {
            found.push(Path::of(steps.iter().map(|step| (*step).clone()).collect()));
        } else {
            visited.push(&edge.to);
            walk(framework, to, visited, steps, found);
            visited.pop();
        }
        steps.pop();
    }
}
