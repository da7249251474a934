//! A framework: a versioned body of roles, levels, splits, duties, skills and paths.
//!
//! Rung's own and any published one live in the same tables. Competing claims stand side by side: nothing here
//! averages. A record that was imported says where from, and keeps what no table of the format holds.

pub mod check;
mod claim;
mod dimension;
mod extends;
mod path;
mod places;
mod provenance;
mod responsibility;
mod role;
mod score;
mod skill;
mod spectrum;

pub use claim::{Basis, HandsOn, Part, Source, Span, SplitClaim, USUAL_CONCENTRATION};
pub use dimension::{Anchor, Cell, Criterion, Dimension, DimensionKind, Scale, ScaleLevel, Status};
pub use extends::{Extends, Translation};
pub use path::{Edge, EdgeKind, Years};
pub use places::{Place, Places, Table};
pub use provenance::{Origin, Provenance};
pub use responsibility::{Duty, Holding};
pub use role::{Family, Position, Role, Track};
pub use score::{Band, Gate, Weights};
pub use skill::{Norm, Skill, SkillLevel};
pub use spectrum::Spectrum;

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
    /// The language of its texts, as BCP 47: `en`.
    pub language: Option<String>,
    /// Its licence, as SPDX where it has such a name.
    pub license: Option<String>,
    /// Where it was published.
    pub source: Option<String>,
    /// Where its facts come from, by key.
    pub sources: Vec<Source>,
    /// Roles, in display order.
    pub roles: Vec<Role>,
    /// Scales that dimensions are measured on.
    pub scales: Vec<Scale>,
    /// Axes, skills and behaviours that positions are described by.
    pub dimensions: Vec<Dimension>,
    /// What each level of a dimension asks.
    pub anchors: Vec<Anchor>,
    /// Positions: roles at levels.
    pub positions: Vec<Position>,
    /// What each position asks on each dimension.
    pub cells: Vec<Cell>,
    /// Expected splits; several may stand for one role, the first is used.
    pub splits: Vec<SplitClaim>,
    /// Hands-on coding ranges; several may stand for one role, the first is used.
    pub hands_on: Vec<HandsOn>,
    /// Responsibilities.
    pub duties: Vec<Duty>,
    /// Skills.
    pub skills: Vec<Skill>,
    /// Balances between two poles.
    pub spectra: Vec<Spectrum>,
    /// Paths between roles, and reporting lines.
    pub edges: Vec<Edge>,
    /// Ranges of points or scores with names.
    pub bands: Vec<Band>,
    /// How much each dimension counts.
    pub weights: Vec<Weights>,
    /// Least levels whatever the score.
    pub gates: Vec<Gate>,
    /// Roles that take over what others ask.
    pub extends: Vec<Extends>,
    /// Texts in other languages.
    pub translations: Vec<Translation>,
    /// Norms shown as context, never as limits.
    pub norms: Vec<Norm>,
    /// Which bucket each activity counts in.
    pub activities: ActivityMap,
    /// Where it was imported from, and what its source said of the whole.
    pub from: Provenance,
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

    /// The position with exactly this id.
    pub fn position(&self, id: &str) -> Option<&Position> {
        self.positions.iter().find(|position| position.id == id)
    }

    /// The positions of a role, in the order of the framework.
    pub fn positions_of<'f>(&'f self, role: &'f str) -> impl Iterator<Item = &'f Position> {
        self.positions.iter().filter(move |position| position.role == role)
    }

    /// The dimension with this id.
    pub fn dimension(&self, id: &str) -> Option<&Dimension> {
        self.dimensions.iter().find(|dimension| dimension.id == id)
    }

    /// The scale a dimension is measured on.
    pub fn scale_of(&self, dimension: &str) -> Option<&Scale> {
        let scale = self.dimension(dimension)?.scale.as_deref()?;
        self.scales.iter().find(|known| known.id == scale)
    }

    /// What a level of a dimension asks.
    pub fn anchor(&self, dimension: &str, level: u32) -> Option<&Anchor> {
        self.anchors.iter().find(|anchor| anchor.dimension == dimension && anchor.level == level)
    }

    /// What a position asks, in the order of the framework, without what its role takes over from others.
    pub fn cells_of<'f>(&'f self, position: &'f str) -> impl Iterator<Item = &'f Cell> {
        self.cells.iter().filter(move |cell| cell.position == position)
    }

    /// The split Rung reads this role against: its first claim.
    pub fn split_of(&self, role: &str) -> Option<&SplitClaim> {
        self.splits.iter().find(|claim| claim.role == role && claim.position.is_none())
    }

    /// The hands-on range Rung reads this role against: its first claim.
    pub fn hands_on_of(&self, role: &str) -> Option<&HandsOn> {
        self.hands_on.iter().find(|claim| claim.role == role && claim.position.is_none())
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
