//! Skills with a text for each proficiency, jobs that sort skills into tiers, and levels that say how far each tier goes.
//!
//! `described.rs` reads the skills and behaviours with their scales and anchors, `derived.rs` the jobs and levels, from
//! which it works out what each position requires.

mod derived;
mod described;

use super::{draft::Draft, page::Page};
use crate::tree::Node;

/// Deepest nesting that is looked into.
const DEEPEST: usize = 8;
/// Fewest levels a description has.
const FEWEST: usize = 3;

pub(super) fn import(pages: &[Page], draft: &mut Draft) {
    let found = described::read(pages, draft);
    if !found.is_empty() {
        derived::read(pages, &found, draft);
    }
}

/// A dimension that was read, under the id its source gives it.
#[derive(Clone, Debug)]
struct Subject {
    /// As jobs refer to it.
    key: String,
    /// Its id here.
    id: String,
    /// The words of its levels, from the lowest up.
    levels: Vec<String>,
    /// A behaviour, which levels ask for as a whole.
    behaviour: bool,
}

/// Every node of a tree with the maps it stands in, outermost first; nothing below `DEEPEST`.
fn walk<'n>(node: &'n Node, depth: usize, visit: &mut dyn FnMut(&'n Node)) {
    if depth > DEEPEST {
        return;
    }
    visit(node);
    if let Some(list) = node.list() {
        list.iter().for_each(|entry| walk(entry, depth + 1, visit));
    } else if let Some(map) = node.map() {
        map.iter().for_each(|(_, entry)| walk(entry, depth + 1, visit));
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::import_files;

    const SKILL: &str = "id: dough\nname: Dough\nskills:\n  - id: kneading\n    name: Kneading\n    human:\n      \
        description: Works the dough\n      proficiencyDescriptions:\n        awareness: has seen it\n        working: \
        does it\n        expert: teaches it\n    markers:\n      awareness:\n        human:\n          - kneaded once\n";
    const VALUE: &str = "name: Calm\nhuman:\n  maturityDescriptions:\n    emerging: at times\n    developing: often\n    \
        role-modeling: always\n";
    const LEVELS: &str = "- id: B1\n  professionalTitle: Level I\n  ordinalRank: 1\n  baseSkillProficiencies:\n    core: \
        working\n    broad: awareness\n  baseBehaviourMaturity: emerging\n- id: B2\n  professionalTitle: Level II\n  \
        ordinalRank: 2\n  baseSkillProficiencies:\n    core: expert\n    broad: working\n  baseBehaviourMaturity: developing\n";
    const JOB: &str = "roleTitle: Baker\ncoreSkills:\n  - kneading\nbehaviourModifiers:\n  calm: 1\n";

    #[test]
    fn what_a_position_requires_follows_from_its_job_its_tier_and_its_level() {
        let files = [("a/dough.yaml", SKILL), ("b/calm.yaml", VALUE), ("levels.yaml", LEVELS), ("c/baker.yaml", JOB)];
        let framework = import_files(&files).framework;
        assert_eq!(framework.roles.iter().map(|role| role.name.as_str()).collect::<Vec<_>>(), ["Baker"]);
        assert_eq!((framework.dimensions.len(), framework.anchors.len(), framework.scales.len()), (2, 6, 2));
        assert_eq!(framework.anchors[0].signals, ["kneaded once"]);
        assert_eq!(framework.dimensions[0].group.as_deref(), Some("Dough"));
        let levels: Vec<Vec<u32>> =
            framework.positions.iter().map(|position| position.requires.values().copied().collect()).collect();
        assert_eq!(levels, [[2, 2], [3, 3]]);
        assert_eq!(framework.positions[1].titles, ["Baker Level II"]);
    }

    #[test]
    fn skills_without_jobs_are_kept_with_their_anchors() {
        let framework = import_files(&[("dough.yaml", SKILL)]).framework;
        assert_eq!((framework.dimensions.len(), framework.anchors.len(), framework.positions.len()), (1, 3, 0));
    }
}
