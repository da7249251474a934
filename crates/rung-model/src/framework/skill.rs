//! Skills with an expected level per role, and norms shown as context.

use std::collections::BTreeMap;

use crate::bucket::Bucket;

/// Level of a skill, 0 to 4.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SkillLevel(pub u8);

impl SkillLevel {
    /// none, awareness, working, practitioner, expert.
    pub const NAMES: [&'static str; 5] = ["none", "awareness", "working", "practitioner", "expert"];

    /// The word for this level.
    pub fn name(self) -> &'static str {
        Self::NAMES.get(usize::from(self.0)).copied().unwrap_or("expert")
    }
}

/// A skill.
#[derive(Clone, Debug, PartialEq)]
pub struct Skill {
    /// Stable id.
    pub id: String,
    /// Display name.
    pub name: String,
    /// The bucket it serves.
    pub bucket: Bucket,
    /// Expected level by role id; a role left out expects nothing stated.
    pub levels: BTreeMap<String, SkillLevel>,
}

/// A published norm: context, editable, never a hard limit.
#[derive(Clone, Debug, PartialEq)]
pub struct Norm {
    /// Stable id.
    pub id: String,
    /// What it says, with unit.
    pub text: String,
    /// Who says so.
    pub source: String,
}
