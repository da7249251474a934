//! Every check of a roster, in the order they run. Each takes out what it refuses.

use std::path::Path;

use rung_model::{
    framework::Framework,
    problem::{Problem, Severity},
};

use super::{cycle, draft::Draft, duties, overlap, reference, within};

/// A check: looks at the draft, takes out what is unsound, says so.
pub(super) type Check = fn(&mut Draft, &Framework) -> Vec<Problem>;

/// All of them. References come first, so that the later ones see only people and teams that exist.
pub(super) const ALL: [Check; 30] = [
    reference::person_twice,
    reference::team_twice,
    reference::address_claimed_twice,
    reference::parent_known,
    cycle::teams,
    reference::employment_known,
    reference::membership_known,
    reference::line_known,
    reference::holding_known,
    reference::vacancy_known,
    reference::position_known,
    duties::known,
    duties::of_framework,
    duties::words_of_somebody,
    cycle::own_manager,
    overlap::two_managers,
    cycle::lines,
    overlap::employments,
    overlap::memberships,
    overlap::holdings,
    overlap::vacancies,
    overlap::duties,
    overlap::capacities,
    overlap::ownerships,
    overlap::shares_over_one,
    within::employment,
    within::parent_exists,
    within::team_exists,
    within::vacancy_filled,
    duties::of_members,
];

/// A roster without anybody in it.
pub(super) fn nobody(path: &Path) -> Problem {
    let what = "the roster names nobody";
    let mend = "add a [[person]] with an id and addresses; `rung init` writes an example";
    Problem::new(Severity::Note, path.display().to_string(), "empty-roster", what, mend)
}
