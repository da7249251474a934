//! A team's responsibilities and leads as numbers, on a day.

use std::collections::BTreeMap;

use rung_model::{
    bucket::Bucket,
    framework::{Framework, Holding as Carried},
    roster::{At, Fact, Fit, Mode, Roster, TeamDuty, Wish},
    split::Split,
};

use super::eligible;

/// Somebody who can carry responsibilities of the team.
#[derive(Clone, Debug, PartialEq)]
pub struct Lead {
    /// Person id.
    pub person: String,
    /// Display name.
    pub name: String,
    /// Role ids they hold in the team, largest share first.
    pub roles: Vec<String>,
    /// Hours a week they have, as declared; `None` where they declared none: then they can keep what they have, and
    /// nothing is given to them.
    pub capacity: Option<f64>,
    /// The split their role is expected to have.
    pub expected: Option<Split>,
}

/// A responsibility of the team.
#[derive(Clone, Debug, PartialEq)]
pub struct Duty {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The bucket it counts in.
    pub bucket: Option<Bucket>,
    /// Hours a week, as declared.
    pub hours: f64,
    /// True where several may carry it together.
    pub shared: bool,
    /// How well it suits each lead, in their order.
    pub fits: Vec<Fit>,
    /// What each lead would like.
    pub wishes: Vec<Option<Wish>>,
    /// Who owns it now, as places among the leads.
    pub owners: Vec<usize>,
    /// Who contributes.
    pub contributors: Vec<usize>,
    /// Who it must be with.
    pub pinned: Option<usize>,
    /// True where somebody has it on trial.
    pub trial: bool,
}

/// The whole case.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Case {
    /// Leads, in the roster's order.
    pub leads: Vec<Lead>,
    /// Responsibilities, in the roster's order.
    pub duties: Vec<Duty>,
    /// Weight on the hours by which a plan departs from each role's expected split; 0 leaves it out.
    pub departure_weight: f64,
}

impl Case {
    /// The case of a team. Leads are who declares a capacity or owns something of it.
    pub fn of(roster: &Roster, framework: &Framework, team: &str, at: At) -> Self {
        let leads = leads(roster, framework, team, at);
        let place: BTreeMap<&str, usize> =
            leads.iter().enumerate().map(|(n, lead)| (lead.person.as_str(), n)).collect();
        let mut declared: BTreeMap<&str, Vec<(usize, Mode, bool)>> = BTreeMap::new();
        for o in roster.ownerships.iter().filter(|o| o.team == team && o.stands(at)) {
            if let Some(lead) = place.get(o.person.as_str()) {
                declared.entry(&o.duty).or_default().push((*lead, o.mode, o.trial));
            }
        }
        let own: Vec<&TeamDuty> = roster.duties.iter().filter(|d| d.team == team && d.stands(at)).collect();
        let line = eligible::line_managers(roster, team, at);
        let duties = own.iter().map(|stated| {
            let known = framework.duties.iter().find(|duty| duty.id == stated.duty);
            let (mut owners, mut contributors, mut trial) = (Vec::new(), Vec::new(), false);
            for (lead, mode, lent) in declared.get(stated.duty.as_str()).into_iter().flatten() {
                trial |= lent;
                match mode {
                    Mode::Own => owners.push(*lead),
                    Mode::Contribute => contributors.push(*lead),
                }
            }
            owners.sort_unstable();
            contributors.sort_unstable();
            Duty {
                id: stated.duty.clone(),
                name: stated
                    .name
                    .clone()
                    .or_else(|| known.map(|d| d.name.clone()))
                    .unwrap_or_else(|| stated.duty.clone()),
                bucket: stated.bucket.or_else(|| known.and_then(|duty| duty.bucket)),
                hours: stated.hours,
                shared: stated.shared.unwrap_or_else(|| known.is_some_and(|duty| duty.holding == Carried::Shared)),
                fits: leads.iter().map(|lead| eligible::fit(stated, known, lead, &line, framework)).collect(),
                wishes: leads.iter().map(|lead| stated.wishes.get(&lead.person).copied()).collect(),
                owners,
                contributors,
                pinned: stated.pinned.as_deref().and_then(|who| place.get(who).copied()),
                trial,
            }
        });
        Self { duties: duties.collect(), leads, departure_weight: 0.0 }
    }

    /// Hours a week each lead carries as it is: a responsibility that several own counts in equal parts.
    pub fn loads(&self) -> Vec<f64> {
        let mut loads = vec![0.0; self.leads.len()];
        for duty in &self.duties {
            for owner in &duty.owners {
                loads[*owner] += duty.hours / duty.owners.len() as f64;
            }
        }
        loads
    }

    /// Hours over the declared capacity of a lead at this load.
    pub fn over(&self, lead: usize, load: f64) -> f64 {
        self.leads[lead].capacity.map_or(0.0, |capacity| (load - capacity).max(0.0))
    }

    /// Hours over declared capacities, of all leads.
    pub fn overload(&self, loads: &[f64]) -> f64 {
        loads.iter().enumerate().map(|(lead, load)| self.over(lead, *load)).sum()
    }
}

fn leads(roster: &Roster, framework: &Framework, team: &str, at: At) -> Vec<Lead> {
    let capacities: BTreeMap<&str, f64> = roster
        .capacities
        .iter()
        .filter(|c| c.team == team && c.stands(at))
        .map(|c| (c.person.as_str(), c.hours))
        .collect();
    let owns = |person: &str| roster.ownerships.iter().any(|o| o.team == team && o.person == person && o.stands(at));
    let people = roster.people.iter().filter(|p| capacities.contains_key(p.id.as_str()) || owns(&p.id));
    people
        .map(|person| {
            let mut held: Vec<_> = roster.holdings.iter().filter(|h| h.person == person.id && h.stands(at)).collect();
            held.sort_by(|a, b| b.share.total_cmp(&a.share));
            let here = |h: &&&rung_model::roster::Holding| h.team.as_deref().is_none_or(|own| own == team);
            let mut roles: Vec<String> = Vec::new();
            for role in held.iter().filter(here).filter_map(|h| framework.find_role(&h.position)) {
                if !roles.contains(&role.id) {
                    roles.push(role.id.clone());
                }
            }
            let expected = roles.first().and_then(|role| framework.split_of(role)).map(|claim| claim.split);
            Lead {
                name: person.name.clone(),
                capacity: capacities.get(person.id.as_str()).copied(),
                person: person.id.clone(),
                roles,
                expected,
            }
        })
        .collect()
}
