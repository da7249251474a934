//! The roster as of a point of both times, indexed once.

use std::collections::{HashMap, HashSet};

use rung_model::{
    framework::{Framework, Role},
    roster::{At, Fact, Holding, Membership, Person, Roster, Team, Vacancy},
};

/// A person at that point.
#[derive(Clone, Debug)]
pub struct PersonAt<'r> {
    /// Who.
    pub person: &'r Person,
    /// True where they are here: employed, or, where no employment is stated of them, in a team, a line or a holding.
    pub here: bool,
    /// Part of full time.
    pub fte: f64,
    /// True while on leave.
    pub away: bool,
    /// Memberships, in file order.
    pub memberships: Vec<&'r Membership>,
    /// The team whose person they are where only one can be: the largest share, then file order. Place in the view.
    pub home: Option<usize>,
    /// Solid-line manager. Place in the view.
    pub manager: Option<usize>,
    /// True where that manager stands in.
    pub interim: bool,
    /// Dotted-line managers.
    pub dotted: Vec<usize>,
    /// Solid-line reports who are here, in file order.
    pub reports: Vec<usize>,
    /// Holdings, largest share first, each with its role.
    pub holdings: Vec<(&'r Holding, Option<&'r Role>)>,
}

/// A team at that point.
#[derive(Clone, Debug)]
pub struct TeamAt<'r> {
    /// Which.
    pub team: &'r Team,
    /// The team above, where it stands on that day.
    pub parent: Option<usize>,
    /// Teams right under it, in file order.
    pub children: Vec<usize>,
    /// Its own people who are here, in the roster's order.
    pub members: Vec<usize>,
    /// Positions planned or open in it.
    pub vacancies: Vec<&'r Vacancy>,
}

/// The organisation at that point.
#[derive(Clone, Debug)]
pub struct View<'r> {
    /// When.
    pub at: At,
    /// People, in the roster's order.
    pub people: Vec<PersonAt<'r>>,
    /// Teams that stand, in file order.
    pub teams: Vec<TeamAt<'r>>,
    person: HashMap<&'r str, usize>,
    team: HashMap<&'r str, usize>,
}

impl<'r> View<'r> {
    /// The roster as of `at`.
    pub fn of(roster: &'r Roster, framework: &'r Framework, at: At) -> Self {
        let person: HashMap<&str, usize> = roster.people.iter().enumerate().map(|(n, p)| (p.id.as_str(), n)).collect();
        let standing: Vec<&Team> = roster.teams.iter().filter(|team| team.stands(at)).collect();
        let team: HashMap<&str, usize> = standing.iter().enumerate().map(|(n, t)| (t.id.as_str(), n)).collect();
        let blank = |person| PersonAt {
            person,
            here: false,
            fte: 1.0,
            away: false,
            memberships: Vec::new(),
            home: None,
            manager: None,
            interim: false,
            dotted: Vec::new(),
            reports: Vec::new(),
            holdings: Vec::new(),
        };
        let mut view = Self {
            at,
            people: roster.people.iter().map(blank).collect(),
            teams: standing
                .iter()
                .map(|own| TeamAt {
                    team: own,
                    parent: own.parent.as_deref().and_then(|parent| team.get(parent).copied()),
                    children: Vec::new(),
                    members: Vec::new(),
                    vacancies: Vec::new(),
                })
                .collect(),
            person,
            team,
        };
        view.take(roster, framework);
        view
    }

    fn take(&mut self, roster: &'r Roster, framework: &'r Framework) {
        let at = self.at;
        let mut stated: HashSet<&str> = HashSet::new();
        for e in roster.employments.iter().filter(|e| e.current() || at.believed.is_some()) {
            stated.insert(&e.person);
            if let Some(own) = self.person.get(e.person.as_str()).filter(|_| e.stands(at)) {
                (self.people[*own].here, self.people[*own].fte) = (true, e.fte);
            }
        }
        let seen = |people: &mut Vec<PersonAt<'r>>, own: usize| {
            people[own].here |= !stated.contains(people[own].person.id.as_str());
        };
        for m in roster.memberships.iter().filter(|m| m.stands(at)) {
            let Some(own) = self.person.get(m.person.as_str()).copied() else { continue };
            seen(&mut self.people, own);
            self.people[own].memberships.push(m);
        }
        let mut roles: HashMap<&str, Option<&'r Role>> = HashMap::new();
        for h in roster.holdings.iter().filter(|h| h.stands(at)) {
            let Some(own) = self.person.get(h.person.as_str()).copied() else { continue };
            seen(&mut self.people, own);
            let role = *roles.entry(&h.position).or_insert_with(|| framework.find_role(&h.position));
            self.people[own].holdings.push((h, role));
        }
        for l in roster.lines.iter().filter(|l| l.stands(at)) {
            let ends = self.person.get(l.person.as_str()).copied().zip(self.person.get(l.manager.as_str()).copied());
            let Some((own, manager)) = ends else { continue };
            seen(&mut self.people, own);
            seen(&mut self.people, manager);
            if l.solid {
                (self.people[own].manager, self.people[own].interim) = (Some(manager), l.interim);
            } else {
                self.people[own].dotted.push(manager);
            }
        }
        for l in roster.leaves.iter().filter(|l| l.stands(at)) {
            if let Some(own) = self.person.get(l.person.as_str()) {
                self.people[*own].away = true;
            }
        }
        for own in 0..self.people.len() {
            self.people[own].holdings.sort_by(|a, b| b.0.share.total_cmp(&a.0.share));
            if !self.people[own].here {
                continue;
            }
            if let Some(manager) = self.people[own].manager {
                self.people[manager].reports.push(own);
            }
            let mut largest = 0.0;
            for m in self.people[own].memberships.clone() {
                let Some(team) = self.team.get(m.team.as_str()).copied() else { continue };
                self.teams[team].members.push(own);
                if m.share > largest {
                    largest = m.share;
                    self.people[own].home = Some(team);
                }
            }
        }
        for own in 0..self.teams.len() {
            if let Some(parent) = self.teams[own].parent {
                self.teams[parent].children.push(own);
            }
        }
        for v in roster.vacancies.iter().filter(|v| v.stands(at)) {
            if let Some(team) = self.team.get(v.team.as_str()) {
                self.teams[*team].vacancies.push(v);
            }
        }
    }

    /// The place of a person by id.
    pub fn person(&self, id: &str) -> Option<usize> {
        self.person.get(id).copied()
    }

    /// The place of a team by id.
    pub fn team(&self, id: &str) -> Option<usize> {
        self.team.get(id).copied()
    }

    /// Teams with nothing above them, in file order.
    pub fn tops(&self) -> Vec<usize> {
        (0..self.teams.len()).filter(|team| self.teams[*team].parent.is_none()).collect()
    }

    /// A team and everything under it, from the top down, each with its depth; the whole forest without one.
    pub fn under(&self, team: Option<usize>) -> Vec<(usize, usize)> {
        let mut open: Vec<(usize, usize)> = match team {
            Some(team) => vec![(team, 0)],
            None => self.tops().into_iter().rev().map(|team| (team, 0)).collect(),
        };
        let mut all = Vec::new();
        while let Some((at, depth)) = open.pop() {
            all.push((at, depth));
            open.extend(self.teams[at].children.iter().rev().map(|child| (*child, depth + 1)));
        }
        all
    }

    /// People of each team and of all under it, everybody once a team, in the roster's order.
    pub fn people_under(&self) -> Vec<Vec<usize>> {
        let mut under: Vec<Vec<usize>> = self.teams.iter().map(|team| team.members.clone()).collect();
        for (at, _) in self.under(None).into_iter().rev() {
            under[at].sort_unstable();
            under[at].dedup();
            if let Some(parent) = self.teams[at].parent {
                let own = under[at].clone();
                under[parent].extend(own);
            }
        }
        under
    }

    /// Managers above a person, the nearest first.
    pub fn chain(&self, person: usize) -> Vec<usize> {
        let mut chain = Vec::new();
        let mut at = self.people[person].manager;
        while let Some(manager) = at.filter(|manager| !chain.contains(manager) && chain.len() < self.people.len()) {
            chain.push(manager);
            at = self.people[manager].manager;
        }
        chain
    }
}
