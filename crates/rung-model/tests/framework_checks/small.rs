//! Small records of invented content that fixtures are made of.

use std::collections::BTreeMap;

use rung_model::{
    bucket::Bucket,
    framework::{
        Band, Cell, Dimension, Duty, Edge, Family, Framework, Part, Position, Provenance, Role, Scale, ScaleLevel,
        SplitClaim, Weights,
    },
};

pub(crate) fn levels(of: &[(&str, u32)]) -> BTreeMap<String, u32> {
    of.iter().map(|(id, level)| ((*id).to_owned(), *level)).collect()
}

pub(crate) fn role(id: &str) -> Role {
    Role { id: id.to_owned(), name: format!("The {id}"), ..Role::default() }
}

pub(crate) fn family_role(id: &str, family: Family) -> Role {
    Role { family: Some(family), no_duties: Some("nobody states any".to_owned()), ..role(id) }
}

pub(crate) fn position(id: &str, role: &str, rank: u32, requires: &[(&str, u32)]) -> Position {
    let (id, role) = (id.to_owned(), role.to_owned());
    Position { id, role, rank, requires: levels(requires), ..Position::default() }
}

pub(crate) fn dimension(id: &str) -> Dimension {
    let (id, name, scale) = (id.to_owned(), id.to_uppercase(), Some("steps".to_owned()));
    Dimension { id, name, scale, ..Dimension::default() }
}

pub(crate) fn scale(levels: u32) -> Scale {
    let levels = (1..=levels).map(|n| ScaleLevel { n, name: format!("step {n}"), ..ScaleLevel::default() });
    Scale { id: "steps".to_owned(), levels: levels.collect(), ..Scale::default() }
}

/// The same scale, its levels worth ten points each.
pub(crate) fn points_scale(levels: u32) -> Scale {
    let mut scale = scale(levels);
    scale.levels.iter_mut().for_each(|level| level.points = Some(f64::from(level.n) * 10.0));
    scale
}

pub(crate) fn cell(id: &str, position: &str, dimension: &str, text: &str) -> Cell {
    Cell {
        id: id.to_owned(),
        position: position.to_owned(),
        dimension: dimension.to_owned(),
        text: Some(text.to_owned()),
        ..Cell::default()
    }
}

pub(crate) fn edge(from: &str, to: &str) -> Edge {
    Edge { from: from.to_owned(), to: to.to_owned(), ..Edge::default() }
}

pub(crate) fn duty(id: &str, owners: &[&str]) -> Duty {
    let owners = owners.iter().map(|owner| (*owner).to_owned()).collect();
    Duty { id: id.to_owned(), name: format!("Sees to {id}"), owners, ..Duty::default() }
}

pub(crate) fn exact(shares: [f64; 3]) -> SplitClaim {
    SplitClaim::exact("smith", shares).expect("its shares are numbers")
}

/// A split of least and most shares.
pub(crate) fn ranged(ranges: [(f64, f64); 3]) -> SplitClaim {
    let part = |(min, max)| Part { mean: None, min: Some(min), max: Some(max) };
    SplitClaim::of("smith", Bucket::SPLIT.into_iter().zip(ranges.map(part)).collect()).expect("its shares are numbers")
}

pub(crate) fn weights(of: &[(&str, f64)]) -> Weights {
    let percent = of.iter().map(|(id, percent)| ((*id).to_owned(), *percent)).collect();
    Weights { id: "w".to_owned(), percent, ..Weights::default() }
}

/// A band `[min, max]` of the group `level`.
pub(crate) fn band(id: &str, min: f64, max: Option<f64>) -> Band {
    Band { id: id.to_owned(), name: id.to_owned(), group: "level".to_owned(), min, max, ..Band::default() }
}

/// A band `[min, max)`.
pub(crate) fn open_band(id: &str, min: f64, max: f64) -> Band {
    Band { half_open: true, ..band(id, min, Some(max)) }
}

/// Two roles, a scale of three levels and two dimensions, with nothing wrong in them.
pub(crate) fn sound() -> Framework {
    Framework {
        id: "forge".to_owned(),
        name: "Forge".to_owned(),
        license: Some("CC0-1.0".to_owned()),
        roles: vec![role("smith"), role("warden")],
        scales: vec![scale(3)],
        dimensions: vec![dimension("iron"), dimension("fire")],
        positions: vec![
            position("S1", "smith", 1, &[("iron", 1), ("fire", 1)]),
            position("S2", "smith", 2, &[("iron", 2), ("fire", 1)]),
            position("S3", "smith", 3, &[("iron", 3), ("fire", 2)]),
        ],
        ..Framework::default()
    }
}

/// The same with a change.
pub(crate) fn with(change: impl FnOnce(&mut Framework)) -> Framework {
    let mut framework = sound();
    change(&mut framework);
    framework
}

/// The same as a complete framework of Rung's own, with a change: both roles have families and no duties.
pub(crate) fn complete(change: impl FnOnce(&mut Framework)) -> Framework {
    let mut framework = sound();
    framework.roles = vec![family_role("smith", Family::Technical), family_role("warden", Family::People)];
    change(&mut framework);
    framework
}

/// The same as if it had been imported.
pub(crate) fn imported(mut framework: Framework) -> Framework {
    framework.from = Provenance::at("ladder.md", 1);
    framework
}
