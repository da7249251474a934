//! Which position or role a text means.

use rung_model::framework::{Framework, Position, Role};

/// A position, or a role as a whole.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Standing<'f> {
    /// A role at a level.
    Position(&'f Position),
    /// A role without a level.
    Role(&'f Role),
}

impl<'f> Standing<'f> {
    /// The role's id.
    pub fn role(&self) -> &'f str {
        match self {
            Self::Position(position) => &position.role,
            Self::Role(role) => &role.id,
        }
    }

    /// The position's id, where it is one.
    pub fn position_id(&self) -> Option<&'f str> {
        match self {
            Self::Position(position) => Some(&position.id),
            Self::Role(_) => None,
        }
    }

    /// Its own id: of the position, else of the role.
    pub fn id(&self) -> &'f str {
        self.position_id().unwrap_or_else(|| self.role())
    }

    /// What to call it.
    pub fn title(&self) -> &'f str {
        match self {
            Self::Position(position) => position.title(),
            Self::Role(role) if role.name.is_empty() => &role.id,
            Self::Role(role) => &role.name,
        }
    }
}

/// A framework has no such position or role.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.sentence())]
pub struct NoSuchStanding {
    /// What was asked for.
    pub asked: String,
    /// The role it names, as it was asked for, where it names one.
    pub role: Option<String>,
    /// The level it asks of that role.
    pub rank: Option<u32>,
    /// The positions that role has, from the lowest up.
    pub has: Vec<String>,
    /// The one nearest to what was asked for; the higher of two.
    pub offered: Option<String>,
}

impl NoSuchStanding {
    fn sentence(&self) -> String {
        match (&self.role, self.rank, self.has.as_slice()) {
            (Some(role), Some(rank), [only]) => format!("{role} has no level {rank} ({only} only)"),
            (Some(role), Some(rank), [first, .., last]) => format!("{role} has no level {rank} ({first}-{last})"),
            (Some(role), Some(rank), []) => format!("{role} has no level {rank}, nor any other"),
            _ => format!("the framework has no position or role {}", self.asked),
        }
    }
}

/// Finds a position by id or title, else a role by any of its names, else the rank of a role: `tech lead 5`. A role with one position means that position.
///
/// # Errors
/// [`NoSuchStanding`] where there is neither, with the positions of the role that its letters name.
pub fn standing<'f>(framework: &'f Framework, text: &str) -> Result<Standing<'f>, NoSuchStanding> {
    if let Some(position) = framework.position(text).or_else(|| framework.find_position(text)) {
        return Ok(Standing::Position(position));
    }
    if let Some(role) = framework.role(text).or_else(|| framework.find_role(text)) {
        let mut positions = framework.positions_of(&role.id);
        return Ok(match (positions.next(), positions.next()) {
            (Some(only), None) => Standing::Position(only),
            _ => Standing::Role(role),
        });
    }
    by_rank(framework, text)
}

/// The position that letters and a number mean: those of a role, or of the ids of its positions, and its rank.
fn by_rank<'f>(framework: &'f Framework, text: &str) -> Result<Standing<'f>, NoSuchStanding> {
    let asked = text.trim();
    let stem = asked.trim_end_matches(|c: char| c.is_ascii_digit());
    let rank: Option<u32> = asked.strip_prefix(stem).and_then(|digits| digits.parse().ok());
    let named = stem.trim_end_matches([' ', '-', '_']);
    let by_position = |position: &&Position| {
        let letters = position.id.trim_end_matches(|c: char| c.is_ascii_digit());
        !stem.is_empty() && letters.eq_ignore_ascii_case(stem)
    };
    let role = rank.and_then(|_| {
        let known = framework.find_role(named).map(|role| role.id.as_str());
        known.or_else(|| framework.positions.iter().find(by_position).map(|position| position.role.as_str()))
    });
    let mut positions: Vec<&Position> = role.map(|role| framework.positions_of(role).collect()).unwrap_or_default();
    positions.sort_by_key(|position| position.rank);
    let wanted = rank.unwrap_or(0);
    let offered = positions.iter().rev().min_by_key(|position| position.rank.abs_diff(wanted)).copied();
    if let Some(meant) = offered.filter(|position| position.rank == wanted) {
        return Ok(Standing::Position(meant));
    }
    Err(NoSuchStanding {
        asked: asked.to_owned(),
        role: role.map(|_| named.to_owned()),
        rank,
        offered: offered.map(|position| position.id.clone()),
        has: positions.into_iter().map(|position| position.id.clone()).collect(),
    })
}
