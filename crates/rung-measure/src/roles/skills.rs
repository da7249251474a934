//! Skills of two roles, level by level.

use rung_model::framework::{Framework, Skill, SkillLevel};

/// One skill in both roles.
#[derive(Clone, Debug, PartialEq)]
pub struct SkillLine {
    /// The skill.
    pub skill: Skill,
    /// Level expected of the first role.
    pub a: SkillLevel,
    /// Level expected of the second role.
    pub b: SkillLevel,
}

/// Skills both roles have an expectation on.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SkillOverlap {
    /// Each of them, in the framework's order.
    pub lines: Vec<SkillLine>,
    /// How many are expected at the same level.
    pub same: usize,
    /// How many are expected at a higher level of the second role.
    pub higher: usize,
    /// How many at a lower level.
    pub lower: usize,
    /// Levels in common: sum of the lower over sum of the higher, 0-1; `None` where there is nothing to
    /// compare.
    pub common: Option<f64>,
}

/// Compares the skills of two roles. A skill only one of them has an expectation on is left out:
/// not stated is not zero.
pub fn skill_overlap(framework: &Framework, a: &str, b: &str) -> SkillOverlap {
    let line =
        |skill: &Skill| Some(SkillLine { a: *skill.levels.get(a)?, b: *skill.levels.get(b)?, skill: skill.clone() });
    let lines: Vec<SkillLine> = framework.skills.iter().filter_map(line).collect();
    let count = |test: fn(&SkillLine) -> bool| lines.iter().filter(|l| test(l)).count();
    let sum = |pick: fn(u8, u8) -> u8| lines.iter().map(|l| u32::from(pick(l.a.0, l.b.0))).sum::<u32>();
    let (least, most) = (sum(u8::min), sum(u8::max));
    SkillOverlap {
        same: count(|l| l.a == l.b),
        higher: count(|l| l.b > l.a),
        lower: count(|l| l.b < l.a),
        common: (most > 0).then(|| f64::from(least) / f64::from(most)),
        lines,
    }
}
