//! How well a responsibility suits somebody: what the team says of the person, else of their role, else what the
//! framework says.

use std::collections::BTreeSet;

use rung_model::{
    activity::Activity,
    framework::{Duty, Framework, Track},
    roster::{At, Fact, Fit, Roster, TeamDuty},
};

use super::case::Lead;

/// Ids of who is the solid-line manager of somebody in the team.
pub fn line_managers(roster: &Roster, team: &str, at: At) -> BTreeSet<String> {
    let members: BTreeSet<&str> =
        roster.memberships.iter().filter(|m| m.team == team && m.stands(at)).map(|m| m.person.as_str()).collect();
    let lines = roster.lines.iter().filter(|l| l.solid && l.stands(at) && members.contains(l.person.as_str()));
    lines.map(|l| l.manager.clone()).collect()
}

/// True where only a line manager can carry it: a duty of people that management roles alone own, and that is done in
/// 1:1s or by giving feedback.
pub fn needs_line(duty: &Duty, framework: &Framework) -> bool {
    let managed = |id: &String| framework.role(id).is_some_and(|role| role.track == Some(Track::Management));
    let of_people = duty.bucket == Some(rung_model::bucket::Bucket::People);
    let done_there = [Activity::OneOnOne, Activity::Feedback];
    of_people
        && !duty.owners.is_empty()
        && duty.owners.iter().all(managed)
        && duty.traces.iter().all(|trace| done_there.contains(trace))
        && !duty.traces.is_empty()
}

/// The roles whose responsibilities a role has: a tech lead manager leads the system and the people, a manager of
/// managers is still one.
fn counts_as(role: &str) -> Vec<&str> {
    match role {
        "tlm" => vec!["tlm", "tech_lead", "em"],
        "senior_em" => vec!["senior_em", "em"],
        other => vec![other],
    }
}

/// The fit of a responsibility and a lead.
pub fn fit(
    stated: &TeamDuty,
    known: Option<&Duty>,
    lead: &Lead,
    line: &BTreeSet<String>,
    framework: &Framework,
) -> Fit {
    if let Some(own) = stated.fits.get(&lead.person) {
        return *own;
    }
    if let Some(best) = lead.roles.iter().filter_map(|role| stated.fits.get(role)).min() {
        return *best;
    }
    let Some(duty) = known else { return Fit::Stretch };
    if needs_line(duty, framework) && !line.contains(&lead.person) {
        return Fit::Never;
    }
    let roles: Vec<&str> = lead.roles.iter().flat_map(|role| counts_as(role)).collect();
    let has = |owners: &[String]| roles.iter().any(|role| owners.iter().any(|owner| owner == role));
    match () {
        () if has(&duty.owners) && duty.owners.len() > 1 => Fit::Shared,
        () if has(&duty.owners) => Fit::Fits,
        () if has(&duty.partners) || has(&duty.able_to_act) => Fit::Shared,
        () => Fit::Stretch,
    }
}
