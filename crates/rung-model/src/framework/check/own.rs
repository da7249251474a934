//! Checks of a complete framework in Rung's own sense: families, splits and duties that a reading relies on.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::{Whole, references::ANY};
use crate::{
    framework::{Family, Holding, Role, Table, plain},
    problem::{Problem, Severity},
};

/// No name, alias, position or title leads to two roles.
pub(super) fn role_names_unique(whole: &Whole<'_>) -> Vec<Problem> {
    let mut problems = Vec::new();
    if !whole.is_complete() {
        return problems;
    }
    let mut seen: HashMap<String, &str> = HashMap::new();
    let roles = whole.framework.roles.iter().enumerate().flat_map(|(n, role)| {
        let names = [&role.id, &role.name, &role.short].into_iter().chain(&role.aliases);
        names.map(move |name| ((Table::Role, n), name, role.id.as_str()))
    });
    let positions = whole.framework.positions.iter().enumerate().flat_map(|(n, position)| {
        let names = std::iter::once(&position.id).chain(&position.titles);
        names.map(move |name| ((Table::Position, n), name, position.role.as_str()))
    });
    for (at, name, role) in roles.chain(positions).filter(|(_, name, _)| !name.is_empty()) {
        let first = *seen.entry(plain(name)).or_insert(role);
        if first != role {
            let what = format!("`{name}` already leads to the role `{first}`");
            let (item, mend) = (format!("role `{role}`"), "give it another name or alias");
            problems.push(whole.problem(at, Severity::Error, "name-twice", item, what, mend));
        }
    }
    problems
}

/// Ids of the roles that have a split.
fn with_split<'a>(whole: &Whole<'a>) -> HashSet<&'a str> {
    whole.framework.splits.iter().map(|split| split.role.as_str()).collect()
}

/// A role that stands for its family, or has a split, says which family it is of.
pub(super) fn family_named(whole: &Whole<'_>) -> Vec<Problem> {
    let split = with_split(whole);
    let report = |n: usize, role: &Role, what: &str, mend: &str| {
        let item = format!("role `{}`", role.id);
        whole.problem((Table::Role, n), Severity::Error, "family-missing", item, what.to_owned(), mend)
    };
    let mut problems = Vec::new();
    let roles = whole.framework.roles.iter().enumerate();
    for (n, role) in roles.filter(|(_, role)| role.family.is_none()) {
        if role.stands_for_family && whole.framework.from.origin.is_none() {
            let what = "it stands for its family and names none";
            problems.push(report(n, role, what, "add family = \"...\""));
        }
        if whole.is_complete() && split.contains(role.id.as_str()) {
            let mend = "add family = \"technical\", \"people\", \"coordination\" or \"direction\"";
            problems.push(report(n, role, "it has a split and no family", mend));
        }
    }
    problems
}

/// At most one role stands for each family.
pub(super) fn one_stands_for_family(whole: &Whole<'_>) -> Vec<Problem> {
    let mut seen: BTreeMap<Family, &str> = BTreeMap::new();
    let mut problems = Vec::new();
    if !whole.is_complete() {
        return problems;
    }
    for (n, role) in whole.framework.roles.iter().enumerate().filter(|(_, role)| role.stands_for_family) {
        let Some(family) = role.family else { continue };
        if let Some(first) = seen.insert(family, &role.id) {
            let what = format!("`{first}` stands for the family {} already", family.id());
            let (at, item) = ((Table::Role, n), format!("role `{}`", role.id));
            problems.push(whole.problem(at, Severity::Error, "family-twice", item, what, "let one role stand for it"));
        }
    }
    problems
}

/// A role that stands for its family has a split.
pub(super) fn family_has_split(whole: &Whole<'_>) -> Vec<Problem> {
    let split = with_split(whole);
    let stands = |role: &Role| whole.is_complete() && role.stands_for_family && role.family.is_some();
    let roles = whole.framework.roles.iter().enumerate();
    let missing = roles.filter(|(_, role)| stands(role) && !split.contains(role.id.as_str()));
    missing
        .map(|(n, role)| {
            let what = "it stands for its family and has no split to be read against".to_owned();
            let (at, item) = ((Table::Role, n), format!("role `{}`", role.id));
            whole.problem(at, Severity::Error, "split-missing", item, what, "add a [[split]] for it")
        })
        .collect()
}

/// A shared duty has several owners, an exclusive one has one, and every duty has one at least.
pub(super) fn shared_has_several_owners(whole: &Whole<'_>) -> Vec<Problem> {
    let mut problems = Vec::new();
    if !whole.is_complete() {
        return problems;
    }
    for (n, duty) in whole.framework.duties.iter().enumerate() {
        let owners = duty.owners.len();
        let wrong = match duty.holding {
            _ if duty.owners.iter().any(|owner| owner == ANY) => false,
            Holding::Shared => owners < 2,
            Holding::Exclusive => owners != 1,
            Holding::Unstated => owners == 0,
        };
        if wrong {
            let what = format!("it has {owners} {}", if owners == 1 { "owner" } else { "owners" });
            let mend = "name two or more owners of a shared duty, one of an exclusive one (shared = false)";
            let (at, item) = ((Table::Responsibility, n), format!("responsibility `{}`", duty.id));
            problems.push(whole.problem(at, Severity::Error, "owners-and-sharing", item, what, mend));
        }
    }
    problems
}

/// A role has duties, or says why it has none.
pub(super) fn duties_or_none_said(whole: &Whole<'_>) -> Vec<Problem> {
    let mut problems = Vec::new();
    if !whole.is_complete() {
        return problems;
    }
    let owners: HashSet<&str> =
        whole.framework.duties.iter().flat_map(|duty| &duty.owners).map(String::as_str).collect();
    for (n, role) in whole.framework.roles.iter().enumerate() {
        let (what, mend) = match (owners.contains(role.id.as_str()), &role.no_duties) {
            (false, None) => {
                ("it has no duties and does not say so", "add duties, or no_duties = \"why there are none\"")
            }
            (true, Some(_)) => ("it has duties and says it has none", "take `no_duties` out"),
            _ => continue,
        };
        let (at, item) = ((Table::Role, n), format!("role `{}`", role.id));
        problems.push(whole.problem(at, Severity::Error, "duties-or-none", item, what.to_owned(), mend));
    }
    problems
}
