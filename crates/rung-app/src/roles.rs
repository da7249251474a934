//! `roles`: the catalogue, comparison of roles, overlap of all pairs, paths.

use rung_measure::roles::{self, Comparison, OverlapMatrix, Path};
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
