//! `roles`: the catalogue, comparison of roles, overlap of all pairs, paths.

use rung_measure::{
    ladder::{
        level_diff::{LevelDiff, level_diff},
        nearest::{self, Near},
        pairs::{self, Pair},
    },
    roles::{self, Comparison, OverlapMatrix, Path},
};
use rung_model::framework::{Framework, Role};

use crate::{error::AppError, held::find};

/// The role with this id, alias, name, position or title.
///
/// # Errors
/// [`AppError::UnknownRole`], or [`AppError::NoSuchLevel`] with the levels there are.
pub fn role<'a>(framework: &'a Framework, named: &str) -> Result<(&'a Role, Option<String>), AppError> {
    find(framework, named)
}

/// Two roles compared, in the order named.
#[derive(Clone, Debug)]
pub struct Compared {
    /// Every pair of the roles named, first with second, first with third, ...
    pub pairs: Vec<Comparison>,
}

/// Compares two to four roles pair by pair.
///
/// # Errors
/// As [`role`].
pub fn compare(framework: &Framework, named: &[String]) -> Result<Compared, AppError> {
    let ids: Vec<String> =
        named.iter().map(|name| role(framework, name).map(|(role, _)| role.id.clone())).collect::<Result<_, _>>()?;
    let mut pairs = Vec::new();
    for (index, a) in ids.iter().enumerate() {
        for b in &ids[index + 1..] {
            pairs.push(roles::compare(framework, a, b));
        }
    }
    Ok(Compared { pairs })
}

/// How much of the week every two roles have in common.
pub fn overlap(framework: &Framework) -> OverlapMatrix {
    roles::overlap_matrix(framework)
}

/// The ways from one role to another; from one alone, every step out of it; without both, every step.
///
/// # Errors
/// As [`role`].
pub fn paths(framework: &Framework, from: Option<&str>, to: Option<&str>) -> Result<Vec<Path>, AppError> {
    let id = |named: &str| role(framework, named).map(|(role, _)| role.id.as_str());
    let (from, to) = (from.map(id).transpose()?, to.map(id).transpose()?);
    if let (Some(from), Some(to)) = (from, to) {
        return Ok(roles::paths(framework, from, to));
    }
    let steps = framework.edges.iter().filter(|edge| from.is_none_or(|from| edge.from == from));
    Ok(steps
        .flat_map(|edge| roles::paths(framework, &edge.from, &edge.to).into_iter().filter(|p| p.steps.len() == 1))
        .collect())
}

/// Two positions or roles: only what differs.
///
/// # Errors
/// As [`role`].
pub fn diff(framework: &Framework, from: &str, to: &str) -> Result<LevelDiff, AppError> {
    let (a, b) = (standing(framework, from)?, standing(framework, to)?);
    level_diff(framework, &a, &b).map_err(|missing| AppError::UnknownRole {
        given: missing.asked,
        known: framework.roles.iter().map(|role| role.id.clone()).collect(),
    })
}

/// The positions nearest to one, with its id.
///
/// # Errors
/// As [`role`], and [`AppError::NoPosition`] where a role is named and no level of it.
pub fn nearest(framework: &Framework, position: &str, most: usize) -> Result<(String, Vec<Near>), AppError> {
    let (role, found) = find(framework, position)?;
    let Some(id) = found else {
        let offered = framework.positions_of(&role.id).map(|position| position.id.clone()).collect();
        return Err(AppError::NoPosition { role: role.name.clone(), offered });
    };
    let near = nearest::nearest(framework, &id, most);
    Ok((id, near))
}

/// How far the levels of every two positions lie apart.
pub fn level_pairs(framework: &Framework) -> Vec<Pair> {
    pairs::all_pairs(framework)
}

/// The id of a position, or of a role where none of its levels is named.
fn standing(framework: &Framework, named: &str) -> Result<String, AppError> {
    find(framework, named).map(|(role, position)| position.unwrap_or_else(|| role.id.clone()))
}
