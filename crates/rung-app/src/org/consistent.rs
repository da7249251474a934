//! The roster against what other files say of ownership: CODEOWNERS, and a Backstage catalogue.

use std::path::Path;

use rung_measure::org::view::View;
use rung_model::problem::{Problem, Severity};
use rung_sources::{
    owners::{OwnerKind, Owners},
    roster::import::{self, Columns, Format},
};

use super::open::Opened;

/// What another file calls an owner, as the roster knows it.
enum Known {
    /// A team or a person who is there on the day.
    There,
    /// A person who is not, by name.
    Gone(String),
    /// Nobody.
    Nobody,
}

/// Owners of a CODEOWNERS file that the roster does not know or that are gone, and teams with a handle it never names.
pub fn codeowners(opened: &Opened, view: &View<'_>, file: &Path) -> Vec<Problem> {
    let (owners, mut problems) = Owners::read(file);
    let name = file.display().to_string();
    let named = owners.named();
    for (line, owner) in named.iter().filter(|(_, owner)| owner.kind != OwnerKind::Role) {
        let written = owner.to_string();
        let (check, what, mend) = match known(opened, view, &written) {
            Known::There => continue,
            Known::Gone(person) => (
                "owner-gone",
                format!("`{written}` is {person}, who is not here on {}", view.at.day),
                "name who owns these paths now".to_owned(),
            ),
            Known::Nobody => (
                "owner-unknown",
                format!("`{written}` is no team and nobody of the roster"),
                format!("add `{written}` to the `handles` of a team or the `accounts` of a person"),
            ),
        };
        problems.push(Problem::new(Severity::Warning, name.as_str(), check, what, mend).at_line(*line));
    }
    for team in view.teams.iter().filter(|team| team.team.handles.iter().any(|handle| handle.starts_with('@'))) {
        let mut handles = team.team.handles.iter();
        if !handles.any(|handle| named.iter().any(|(_, owner)| owner.to_string().eq_ignore_ascii_case(handle))) {
            let what = "no line names it, so no path is its own".to_owned();
            let problem = Problem::new(
                Severity::Note,
                name.as_str(),
                "team-without-paths",
                what,
                "add a line, or take out the handle",
            );
            problems.push(problem.of_item(format!("team `{}`", team.team.id)));
        }
    }
    problems
}

fn known(opened: &Opened, view: &View<'_>, written: &str) -> Known {
    let handle = |handle: &String| handle.eq_ignore_ascii_case(written);
    if view.teams.iter().any(|team| team.team.handles.iter().any(handle)) {
        return Known::There;
    }
    let account = format!(":{}", written.to_lowercase());
    let has = |person: &&rung_model::roster::Person| {
        person.addresses.iter().any(|address| address.eq_ignore_ascii_case(written))
            || person.accounts.iter().any(|own| own.to_lowercase().ends_with(&account))
    };
    match opened.roster.people.iter().find(has) {
        Some(person) if view.person(&person.id).is_some_and(|at| view.people[at].here) => Known::There,
        Some(person) => Known::Gone(person.name.clone()),
        None => Known::Nobody,
    }
}

/// Owners of components in a catalogue that are no team and nobody of the roster.
pub fn backstage(opened: &Opened, view: &View<'_>, path: &Path) -> Vec<Problem> {
    let read = import::import(path, Some(Format::Backstage), &Columns::default(), &opened.framework);
    let name = path.display().to_string();
    let mut problems = read.problems;
    let unknown = |component: &str, owner: &str| {
        let what = format!("its owner `{owner}` is no team and nobody of the roster");
        let mend = format!("name another owner, or add `group:default/{owner}` to the `handles` of a team");
        Problem::new(Severity::Warning, name.as_str(), "owner-unknown", what, mend).of_item(component.to_owned())
    };
    for (component, owner) in &read.owned {
        let reference = format!("group:default/{owner}");
        let there = view.team(owner).is_some()
            || view.person(owner).is_some_and(|at| view.people[at].here)
            || view.teams.iter().any(|team| team.team.handles.iter().any(|own| own.eq_ignore_ascii_case(&reference)));
        if !there {
            problems.push(unknown(component, owner));
        }
    }
    for open in read.unresolved.iter().filter(|open| open.item.starts_with("owner of")) {
        let what = format!("{} `{}` is nobody of the catalogue itself", open.item, open.wanted);
        let mend = "mend the reference, or add the group to the catalogue";
        problems
            .push(Problem::new(Severity::Warning, open.file.as_str(), "owner-unknown", what, mend).at_line(open.line));
    }
    problems
}
