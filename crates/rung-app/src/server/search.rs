//! Roles, people and teams by a word.

use rung_model::roster::At;

use super::{Caller, Moment, Refused, Server, allowed};
use crate::access::{About, Object, Verb};

/// Something found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// `role`, `position`, `person`, `team`.
    pub sort: &'static str,
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// A few words more.
    pub more: String,
}

/// Most of a sort.
const MOST: usize = 20;

impl Server {
    /// What the framework and the roster call so, names that begin with it first. Nothing measured is ever searched.
    pub fn search(&self, caller: &Caller, moment: &Moment, word: &str) -> Result<Vec<Found>, Refused> {
        let opened = self.opened()?;
        let view = opened.view(At::day(self.today(moment)?));
        allowed(caller, Verb::Read, Object::Structure, About::Organisation, &view)?;
        let wanted = word.trim().to_lowercase();
        if wanted.is_empty() {
            return Ok(Vec::new());
        }
        let rank = |names: &[&str]| {
            let ranks = names.iter().filter_map(|name| {
                let name = name.to_lowercase();
                if name == wanted {
                    Some(0)
                } else if name.starts_with(&wanted) {
                    Some(1)
                } else if name.split([' ', '-', '_', '.']).any(|part| part.starts_with(&wanted)) {
                    Some(2)
                } else {
                    name.contains(&wanted).then_some(3)
                }
            });
            ranks.min()
        };
        let mut ranked: Vec<(usize, Found)> = Vec::new();
        let mut take = |found: Vec<(usize, Found)>| {
            let mut found = found;
            found.sort_by(|a, b| (a.0, &a.1.name).cmp(&(b.0, &b.1.name)));
            ranked.extend(found.into_iter().take(MOST));
        };
        let framework = &opened.framework;
        let roles = framework.roles.iter().filter_map(|role| {
            let mut names: Vec<&str> = vec![&role.id, &role.name, &role.short];
            names.extend(role.aliases.iter().map(String::as_str));
            let found = Found { sort: "role", id: role.id.clone(), name: role.name.clone(), more: String::new() };
            Some((rank(&names)?, found))
        });
        take(roles.collect());
        let positions = framework.positions.iter().filter_map(|position| {
            let mut names: Vec<&str> = vec![&position.id];
            names.extend(position.titles.iter().map(String::as_str));
            let found = Found {
                sort: "position",
                id: position.id.clone(),
                name: position.title().to_owned(),
                more: position.id.clone(),
            };
            Some((rank(&names)?, found))
        });
        take(positions.collect());
        let people = view.people.iter().filter(|person| person.here).filter_map(|person| {
            let own = person.person;
            let team = person.home.map(|team| view.teams[team].team.name.clone()).unwrap_or_default();
            let found = Found { sort: "person", id: own.id.clone(), name: own.name.clone(), more: team };
            Some((rank(&[&own.id, &own.name])?, found))
        });
        take(people.collect());
        let teams = view.teams.iter().filter_map(|team| {
            let own = team.team;
            let found = Found {
                sort: "team",
                id: own.id.clone(),
                name: own.name.clone(),
                more: own.kind.clone().unwrap_or_default(),
            };
            Some((rank(&[&own.id, &own.name])?, found))
        });
        take(teams.collect());
        Ok(ranked.into_iter().map(|(_, found)| found).collect())
    }
}
