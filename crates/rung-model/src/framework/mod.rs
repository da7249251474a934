//! A framework: a versioned body of roles, splits, duties, skills and paths.
//!
//! The data files use the tables of the framework format; unknown keys are errors.
//! Competing claims stand side by side: nothing here averages.

mod claim;
mod dimension;
mod path;
mod responsibility;
mod role;
mod skill;

pub use claim::{Basis, HandsOn, Source, SplitClaim};
pub use dimension::Dimension;
pub use path::{Edge, Years};
pub use responsibility::{Duty, Holding};
pub use role::{Family, Position, Role, Track};
pub use skill::{Norm, Skill, SkillLevel};

use crate::kind::ActivityMap;

/// A framework, whole.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Framework {
    /// Stable id.
    pub id: String,
    /// Display name.
    pub name: String,
    /// Version of the content.
    pub version: String,
    /// Where its facts come from, by key.
    pub sources: Vec<Source>,
    /// Roles, in display order.
    pub roles: Vec<Role>,
    /// Axes that positions are described by.
    pub dimensions: Vec<Dimension>,
    /// Positions: roles at levels.
    pub positions: Vec<Position>,
    /// Expected splits; several may stand for one role, the first is used.
    pub splits: Vec<SplitClaim>,
    /// Hands-on coding ranges; several may stand for one role, the first is used.
    pub hands_on: Vec<HandsOn>,
    /// Responsibilities.
    pub duties: Vec<Duty>,
    /// Skills.
    pub skills: Vec<Skill>,
    /// Paths between roles.
    pub edges: Vec<Edge>,
    /// Norms shown as context, never as limits.
    pub norms: Vec<Norm>,
    /// Which bucket each activity counts in.
    pub activities: ActivityMap,
}

impl Framework {
    /// The role with this id.
    pub fn role(&self, id: &str) -> Option<&Role> {
        self.roles.iter().find(|role| role.id == id)
    }

    /// The role behind a role id, an alias, a role name, its short form, or a position id or title, compared without case;
    /// `-`, ` ` and `_` are the same.
    pub fn find_role(&self, text: &str) -> Option<&Role> {
        let wanted = plain(text);
        let by_role = self.roles.iter().find(|r| {
            let names = [&r.id, &r.name, &r.short].into_iter().chain(&r.aliases);
            names.filter(|name| !name.is_empty()).any(|name| plain(name) == wanted)
        });
        by_role.or_else(|| self.role(&self.find_position(text)?.role))
    }

    /// The position with this id or title, compared like [`Framework::find_role`].
    pub fn find_position(&self, text: &str) -> Option<&Position> {
        let wanted = plain(text);
        self.positions.iter().find(|p| plain(&p.id) == wanted || p.titles.iter().any(|t| plain(t) == wanted))
    }

    /// The split Rung reads this role against: its first claim.
    pub fn split_of(&self, role: &str) -> Option<&SplitClaim> {
        self.splits.iter().find(|claim| claim.role == role)
    }

    /// The hands-on range Rung reads this role against: its first claim.
    pub fn hands_on_of(&self, role: &str) -> Option<&HandsOn> {
        self.hands_on.iter().find(|claim| claim.role == role)
    }

    /// Responsibilities that `role` owns, alone or shared.
    pub fn duties_of(&self, role: &str) -> impl Iterator<Item = &Duty> {
        self.duties.iter().filter(move |duty| duty.owners.iter().any(|o| o == role))
    }
}

/// Lower case with one kind of word break, so that `Tech lead`, `tech-lead` and `tech_lead` are equal.
fn plain(text: &str) -> String {
    text.trim().to_lowercase().replace(['-', ' '], "_")
}
