//! Every check of a framework across its tables.

use std::collections::{BTreeMap, BTreeSet};

use rung_model::{
    framework::{Family, Holding},
    problem::{Problem, Severity},
};

use super::draft::Draft;
use crate::strict::{Place, Placed, did_you_mean};

/// Stands for every role among the owners of a duty.
const ANY: &str = "any";

/// A check: looks at the draft and says what is wrong.
pub(super) type Check = fn(&Draft) -> Vec<Problem>;

/// All of them.
pub(super) const ALL: [Check; 12] = [
    one_head,
    ids_unique,
    roles_known,
    sources_known,
    statements_unique,
    dimensions_known,
    role_names_unique,
    families_stand,
    shared_has_several_owners,
    duties_or_none_said,
    split_has_family,
    steps_lead_on,
];

fn error(place: &Place, check: &'static str, item: String, what: String, mend: &str) -> Problem {
    place.problem(Severity::Error, check, what, mend).of_item(item)
}

/// The framework has one `[framework]` with id, name and version.
fn one_head(draft: &Draft) -> Vec<Problem> {
    let place = draft.roles.first().map(|role| Place { line: 1, ..role.place.clone() });
    match (draft.heads.as_slice(), place) {
        ([], Some(place)) => {
            let mend = "add [framework] with id, name and version";
            vec![place.problem(Severity::Error, "missing-head", "no [framework] says what this is", mend)]
        }
        ([first, second, ..], _) => {
            let what = format!("[framework] stands at {} already", first.place);
            vec![second.place.problem(Severity::Error, "duplicate-id", what, "keep one of them")]
        }
        _ => Vec::new(),
    }
}

/// No two records of a kind share an id.
fn ids_unique(draft: &Draft) -> Vec<Problem> {
    let mut problems = Vec::new();
    problems.extend(twice("source", &draft.sources, |source| source.key.clone()));
    problems.extend(twice("role", &draft.roles, |role| role.id.clone()));
    problems.extend(twice("scale", &draft.scales, |scale| scale.id.clone()));
    problems.extend(twice("dimension", &draft.dimensions, |on| on.dimension.id.clone()));
    problems.extend(twice("position", &draft.positions, |position| position.id.clone()));
    problems.extend(twice("responsibility", &draft.duties, |duty| duty.id.clone()));
    problems.extend(twice("skill", &draft.skills, |skill| skill.id.clone()));
    problems.extend(twice("norm", &draft.norms, |norm| norm.id.clone()));
    problems.extend(twice("activity", &draft.activities, |(activity, _)| activity.id().to_owned()));
    problems.extend(twice("edge", &draft.edges, |edge| format!("{} to {}", edge.from, edge.to)));
    problems
}

fn twice<T>(kind: &str, records: &[Placed<T>], id: impl Fn(&T) -> String) -> Vec<Problem> {
    let mut seen: BTreeMap<String, &Place> = BTreeMap::new();
    let mut problems = Vec::new();
    for record in records {
        let own = id(&record.value);
        if let Some(first) = seen.get(&own) {
            let what = format!("the same stands at {first} already");
            problems.push(error(&record.place, "duplicate-id", format!("{kind} `{own}`"), what, "keep one of the two"));
        } else {
            seen.insert(own, &record.place);
        }
    }
    problems
}

/// Every role that is named exists.
fn roles_known(draft: &Draft) -> Vec<Problem> {
    let known: BTreeSet<&str> = draft.roles.iter().map(|role| role.value.id.as_str()).collect();
    let mut problems = Vec::new();
    let mut look = |place: &Place, item: String, role: &str| {
        if !known.contains(role) {
            let mend = did_you_mean(role, known.iter().copied(), "add a [[role]] with this id");
            problems.push(error(place, "unknown-role", item, format!("the role `{role}` is not defined"), &mend));
        }
    };
    for role in &draft.roles {
        let variant_of = role.value.variant_of.iter();
        variant_of.for_each(|other| look(&role.place, format!("role `{}`", role.value.id), other));
    }
    for position in &draft.positions {
        look(&position.place, format!("position `{}`", position.value.id), &position.value.role);
    }
    for split in &draft.splits {
        look(&split.place, "split".to_owned(), &split.value.role);
    }
    for range in &draft.hands_on {
        look(&range.place, "hands_on".to_owned(), &range.value.role);
    }
    for duty in &draft.duties {
        let owners = duty.value.owners.iter().filter(|owner| *owner != ANY);
        owners.for_each(|owner| look(&duty.place, format!("responsibility `{}`", duty.value.id), owner));
    }
    for skill in &draft.skills {
        skill.value.levels.keys().for_each(|role| look(&skill.place, format!("skill `{}`", skill.value.id), role));
    }
    for edge in &draft.edges {
        let item = format!("edge `{}` to `{}`", edge.value.from, edge.value.to);
        look(&edge.place, item.clone(), &edge.value.from);
        look(&edge.place, item, &edge.value.to);
    }
    problems
}

/// Every source that is named exists.
fn sources_known(draft: &Draft) -> Vec<Problem> {
    let known: BTreeSet<&str> = draft.sources.iter().map(|source| source.value.key.as_str()).collect();
    let mut problems = Vec::new();
    let mut look = |place: &Place, item: String, key: &str| {
        let source: String = key.chars().take_while(char::is_ascii_alphabetic).collect();
        if !known.contains(source.as_str()) {
            let mend = "add a [[source]] with this key, title and by";
            problems.push(error(place, "unknown-source", item, format!("the source of `{key}` is not listed"), mend));
        }
    };
    for role in &draft.roles {
        role.value.sources.iter().for_each(|key| look(&role.place, format!("role `{}`", role.value.id), key));
    }
    for split in &draft.splits {
        split.value.source.iter().for_each(|key| look(&split.place, format!("split `{}`", split.value.role), key));
    }
    for range in &draft.hands_on {
        range.value.source.iter().for_each(|key| look(&range.place, format!("hands_on `{}`", range.value.role), key));
    }
    for duty in &draft.duties {
        let item = format!("responsibility `{}`", duty.value.id);
        duty.value.stated.iter().for_each(|(key, _)| look(&duty.place, item.clone(), key));
    }
    for edge in &draft.edges {
        let item = format!("edge `{}` to `{}`", edge.value.from, edge.value.to);
        edge.value.sources.iter().for_each(|key| look(&edge.place, item.clone(), key));
    }
    problems
}

/// A published statement stands behind one duty only.
fn statements_unique(draft: &Draft) -> Vec<Problem> {
    let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
    let mut problems = Vec::new();
    for duty in &draft.duties {
        for (key, _) in &duty.value.stated {
            if let Some(first) = seen.insert(key, &duty.value.id) {
                let what = format!("the statement `{key}` stands behind `{first}` already");
                let item = format!("responsibility `{}`", duty.value.id);
                problems.push(error(&duty.place, "duplicate-statement", item, what, "keep it with one of the two"));
            }
        }
    }
    problems
}

/// Positions require known dimensions, at levels their scales have; dimensions have their scale.
fn dimensions_known(draft: &Draft) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut most: BTreeMap<&str, usize> = BTreeMap::new();
    for on in &draft.dimensions {
        let (id, scale) = (&on.value.dimension.id, &on.value.scale);
        match draft.scales.iter().find(|known| known.value.id == *scale) {
            Some(known) => {
                most.insert(id, known.value.levels.len());
            }
            None => {
                let known = draft.scales.iter().map(|known| known.value.id.as_str());
                let mend = did_you_mean(scale, known, "add a [[scale]] with this id");
                let what = format!("the scale `{scale}` is not defined");
                problems.push(error(&on.place, "unknown-scale", format!("dimension `{id}`"), what, &mend));
            }
        }
    }
    for position in &draft.positions {
        for (dimension, level) in &position.value.requires {
            let item = format!("position `{}`", position.value.id);
            match most.get(dimension.as_str()) {
                None => {
                    let mend = did_you_mean(dimension, most.keys().copied(), "add a [[dimension]] with this id");
                    let what = format!("the dimension `{dimension}` is not defined");
                    problems.push(error(&position.place, "unknown-dimension", item, what, &mend));
                }
                Some(most) if usize::try_from(*level).is_ok_and(|level| level > *most) => {
                    let what = format!("it requires level {level} of `{dimension}`, whose scale ends at {most}");
                    problems.push(error(
                        &position.place,
                        "level-off-scale",
                        item,
                        what,
                        "lower it or extend the scale",
                    ));
                }
                Some(_) => {}
            }
        }
    }
    problems
}

/// No name, alias, position or title leads to two roles.
fn role_names_unique(draft: &Draft) -> Vec<Problem> {
    let plain = |text: &str| text.trim().to_lowercase().replace(['-', ' '], "_");
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    let mut problems = Vec::new();
    let mut look = |place: &Place, name: &str, role: &str| match seen.get(&plain(name)) {
        Some(first) if first != role => {
            let what = format!("`{name}` already leads to the role `{first}`");
            problems.push(error(place, "name-twice", format!("role `{role}`"), what, "give it another name or alias"));
        }
        _ => {
            seen.insert(plain(name), role.to_owned());
        }
    };
    for Placed { place, value } in &draft.roles {
        let names = [&value.id, &value.name, &value.short].into_iter().chain(&value.aliases);
        names.filter(|name| !name.is_empty()).for_each(|name| look(place, name, &value.id));
    }
    for Placed { place, value } in &draft.positions {
        std::iter::once(&value.id).chain(&value.titles).for_each(|name| look(place, name, &value.role));
    }
    problems
}

/// At most one role stands for each family, it is of that family and has a split.
fn families_stand(draft: &Draft) -> Vec<Problem> {
    let mut seen: BTreeMap<Family, &str> = BTreeMap::new();
    let mut problems = Vec::new();
    for role in draft.roles.iter().filter(|role| role.value.stands_for_family) {
        let item = format!("role `{}`", role.value.id);
        let Some(family) = role.value.family else {
            let what = "it stands for its family and names none".to_owned();
            problems.push(error(&role.place, "family-missing", item, what, "add family = \"...\""));
            continue;
        };
        if let Some(first) = seen.insert(family, &role.value.id) {
            let what = format!("`{first}` stands for the family {} already", family.id());
            problems.push(error(&role.place, "family-twice", item.clone(), what, "let one role stand for it"));
        }
        if !draft.splits.iter().any(|split| split.value.role == role.value.id) {
            let what = "it stands for its family and has no split to be read against".to_owned();
            problems.push(error(&role.place, "split-missing", item, what, "add a [[split]] for it"));
        }
    }
    problems
}

/// A shared duty has several owners, an exclusive one has one, and every duty has one at least.
fn shared_has_several_owners(draft: &Draft) -> Vec<Problem> {
    let mut problems = Vec::new();
    for duty in &draft.duties {
        let owners = duty.value.owners.len();
        let wrong = match duty.value.holding {
            Holding::Shared => owners < 2,
            Holding::Exclusive => owners != 1,
            Holding::Unstated => owners == 0,
        };
        if wrong {
            let what = format!("it has {owners} {}", if owners == 1 { "owner" } else { "owners" });
            let mend = "name two or more owners of a shared duty, one of an exclusive one (shared = false)";
            let item = format!("responsibility `{}`", duty.value.id);
            problems.push(error(&duty.place, "owners-and-sharing", item, what, mend));
        }
    }
    problems
}

/// A role has duties, or says why it has none.
fn duties_or_none_said(draft: &Draft) -> Vec<Problem> {
    let mut problems = Vec::new();
    for Placed { place, value: role } in &draft.roles {
        let owns = draft.duties.iter().any(|duty| duty.value.owners.contains(&role.id));
        let (what, mend) = match (owns, &role.no_duties) {
            (false, None) => {
                ("it has no duties and does not say so", "add duties, or no_duties = \"why there are none\"")
            }
            (true, Some(_)) => ("it has duties and says it has none", "take `no_duties` out"),
            _ => continue,
        };
        problems.push(error(place, "duties-or-none", format!("role `{}`", role.id), what.to_owned(), mend));
    }
    problems
}

/// A role with a split belongs to a family, so that a reading can name it.
fn split_has_family(draft: &Draft) -> Vec<Problem> {
    let mut problems = Vec::new();
    for Placed { place, value: role } in &draft.roles {
        if role.family.is_none() && draft.splits.iter().any(|split| split.value.role == role.id) {
            let what = "it has a split and no family".to_owned();
            let mend = "add family = \"technical\", \"people\", \"coordination\" or \"direction\"";
            problems.push(error(place, "family-missing", format!("role `{}`", role.id), what, mend));
        }
    }
    problems
}

/// A step leads from a role to another one.
fn steps_lead_on(draft: &Draft) -> Vec<Problem> {
    let still = draft.edges.iter().filter(|edge| edge.value.from == edge.value.to);
    still
        .map(|edge| {
            let item = format!("edge from `{}`", edge.value.from);
            error(&edge.place, "step-to-itself", item, "it leads where it starts".to_owned(), "name another `to`")
        })
        .collect()
}
