//! A split claim from shares of named activities.

use std::collections::BTreeMap;

use rung_model::{
    bucket::Bucket,
    framework::{Basis, Part, Provenance, SplitClaim},
};

use super::{
    super::{draft::Draft, naming::plain, page::Page},
    bucket::bucket,
};

/// An activity with its share, and the share as it is written.
#[derive(Clone, Debug)]
pub(super) struct Share {
    pub(super) activity: String,
    pub(super) part: Part,
    pub(super) written: String,
}

/// Whom a claim is about.
#[derive(Clone, Debug)]
pub(super) struct Whom {
    pub(super) role: String,
    pub(super) position: Option<String>,
}

/// The position of this name, else the role, else a new role.
pub(super) fn whom(name: &str, page: &Page, line: usize, draft: &mut Draft) -> Whom {
    known(name, draft).unwrap_or_else(|| Whom { role: draft.role(name, &page.file, line), position: None })
}

/// The position or role of this name, where it is known.
pub(super) fn known(name: &str, draft: &Draft) -> Option<Whom> {
    let wanted = plain(name);
    let framework = &draft.framework;
    let role = framework.roles.iter().find(|role| plain(&role.name) == wanted || plain(&role.short) == wanted);
    if let Some(role) = role.filter(|_| !wanted.is_empty()) {
        return Some(Whom { role: role.id.clone(), position: None });
    }
    let is = |title: &String| plain(title) == wanted;
    let position = framework.positions.iter().find(|one| is(&one.id) || one.titles.iter().any(is))?;
    Some(Whom { role: position.role.clone(), position: Some(position.id.clone()) })
}

/// Makes the record; false where no share can be sorted into strategy, people or building.
pub(super) fn push(whom: Whom, shares: &[Share], page: &Page, line: usize, draft: &mut Draft) -> bool {
    let mut parts: BTreeMap<Bucket, Part> = BTreeMap::new();
    let mut activities = toml::Table::new();
    let mut guesses = Vec::new();
    for share in shares {
        let activity = draft.text(&share.activity);
        activities.insert(activity.clone(), draft.text(&share.written).into());
        match bucket(&activity) {
            Some((bucket, own)) => {
                let sum = parts.get(&bucket).map_or(share.part, |before| add(*before, share.part));
                parts.insert(bucket, sum);
                if !own {
                    guesses.push(format!("{activity} as {}", bucket.id()));
                }
            }
            None => guesses.push(format!("{activity} in no bucket")),
        }
    }
    let Ok(mut claim) = SplitClaim::of(whom.role, parts) else { return false };
    let mut from = Provenance::at(page.file.clone(), line);
    from.extra.insert("x-activities".to_owned(), activities.into());
    (claim.position, claim.basis, claim.from) = (whom.position, Basis::Sourced, from);
    draft.framework.splits.push(claim);
    if !guesses.is_empty() {
        let what = format!("activities are sorted into buckets by their names: {}", guesses.join(", "));
        draft.guess(&page.file, line, what, "check the buckets; the names and shares are kept in `x-activities`");
    }
    true
}

/// Two shares of one bucket together.
fn add(one: Part, other: Part) -> Part {
    let sum = |a: f64, b: f64| ((a + b) * 1e9).round() / 1e9;
    if let (true, true, Some(a), Some(b)) = (one.is_exact(), other.is_exact(), one.mean, other.mean) {
        return Part::exact(sum(a, b));
    }
    let min = Some(sum(one.least(), other.least()));
    let end = |part: Part| part.max.or(part.mean);
    let max = end(one).zip(end(other)).map(|(a, b)| sum(a, b).min(1.0));
    Part { mean: None, min, max }
}
