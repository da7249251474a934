//! The role a person holds: named by the user, or by the roster.

use rung_measure::credible;
use rung_model::{
    framework::{Framework, Role},
    roster::Holding,
};

use crate::{answer::Held, error::AppError, measured::Facts, request::Request};

/// The role to read against, where one is known.
pub(crate) fn of(request: &Request, facts: &Facts) -> Result<Option<Held>, AppError> {
    let framework = &request.framework;
    if let Some(named) = &request.role {
        let (role, position) = find(framework, named)?;
        return Ok(held(framework, role, position, "named by you".to_owned(), None));
    }
    let Some(holding) = by_roster(facts) else { return Ok(None) };
    let (role, position) = find(framework, &holding.position)?;
    let ground = match holding.basis {
        rung_model::roster::Basis::Title => "by title",
        rung_model::roster::Basis::Declared => "as declared in the team",
        rung_model::roster::Basis::Acting => "acting",
        rung_model::roster::Basis::Trial => "on trial",
    };
    Ok(held(framework, role, position, ground.to_owned(), holding.period.from))
}

fn by_roster(facts: &Facts) -> Option<&Holding> {
    let roster = facts.declared.roster.as_ref()?;
    roster.holdings_of(facts.person.as_deref()?, facts.last).first().copied()
}

fn held(
    framework: &Framework,
    role: &Role,
    position: Option<String>,
    ground: String,
    since: Option<jiff::civil::Date>,
) -> Option<Held> {
    let split = framework.split_of(&role.id)?.clone();
    let expected = credible::population_range(split.split, split.k);
    let hands_on = framework.hands_on.iter().filter(|claim| claim.role == role.id).cloned().collect();
    Some(Held { role: role.clone(), position, ground, since, split, expected, hands_on })
}

/// A role by id, alias, name, position or title; for a ladder's missing level, what it offers instead.
///
/// # Errors
/// [`AppError::NoSuchLevel`] or [`AppError::UnknownRole`].
pub(crate) fn find<'a>(framework: &'a Framework, named: &str) -> Result<(&'a Role, Option<String>), AppError> {
    if let Some(position) = framework.find_position(named)
        && let Some(role) = framework.role(&position.role)
    {
        return Ok((role, Some(position.id.clone())));
    }
    if let Some(role) = framework.find_role(named) {
        return Ok((role, None));
    }
    let ladder = named.trim_end_matches(|c: char| c.is_ascii_digit());
    let offered: Vec<String> = framework
        .positions
        .iter()
        .filter(|p| p.id.trim_end_matches(|c: char| c.is_ascii_digit()).eq_ignore_ascii_case(ladder))
        .map(|p| p.id.clone())
        .collect();
    if !offered.is_empty() {
        let level = named[ladder.len()..].to_owned();
        let role = framework.find_role(&offered[0]).map_or(ladder.to_owned(), |role| role.name.clone());
        return Err(AppError::NoSuchLevel { role, level, offered });
    }
    Err(AppError::UnknownRole {
        given: named.to_owned(),
        known: framework.roles.iter().map(|role| role.id.clone()).collect(),
    })
}
