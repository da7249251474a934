//! A window held beside every role of a framework.

use rung_model::{
    bucket::Bucket,
    framework::{Family, Framework},
    share::Share,
    split::Split,
};

use super::{
    CandidateFit, GateFacts, Region, RoleFit, Verdict, gate, singled_out,
    verdict::{Candidate, verdict},
};
use crate::{period::PeriodReading, posterior};

/// The splits the headline of a reading allows. A bucket that no source can see may take any share;
/// `None` where the reading has no headline at all.
pub fn region_of(reading: &PeriodReading) -> Option<Region> {
    let headlines = Bucket::SPLIT.map(|bucket| reading.bucket(bucket).headline);
    let known: f64 = headlines.iter().flatten().map(|h| h.point).sum();
    let unknown = headlines.iter().filter(|h| h.is_none()).count();
    if unknown == headlines.len() {
        return None;
    }
    let left = (1.0 - known).max(0.0) / unknown.max(1) as f64;
    Some(Region { ranges: headlines.map(|h| h.unwrap_or(Share::new(0.0, left, 1.0))) })
}

/// Reads a window against the roles of `framework` (MEASURE section 8).
///
/// Candidates of the verdict are the role held (`held`, a role id) and the roles that stand for their
/// families; directors and above only where held. The posterior is over the candidates and "none of
/// these" (every split equally likely), with at most 20 trials scaled by coverage.
pub fn fit(window: &PeriodReading, facts: &GateFacts, framework: &Framework, held: Option<&str>) -> RoleFit {
    let short = gate::shortfalls(facts, window.coverage);
    let Some(region) = region_of(window) else {
        return RoleFit { roles: Vec::new(), none_of_these: 0.0, verdict: Verdict::NotEnough(short) };
    };
    let mut rows = rows(&region, framework, held);
    let trials = posterior::effective_trials(f64::from(facts.weeks), window.coverage);
    let none_of_these = spread_posterior(&mut rows, &region.centre(), trials);
    rows.sort_by(|a, b| {
        let by_nearness = b.fit.overlap.point.total_cmp(&a.fit.overlap.point);
        b.fit.candidate.cmp(&a.fit.candidate).then(by_nearness).then_with(|| a.fit.role.cmp(&b.fit.role))
    });
    let candidates: Vec<Candidate<'_>> =
        rows.iter().filter(|r| r.fit.candidate).map(|r| Candidate { fit: &r.fit, split: r.split }).collect();
    let verdict = if short.is_empty() {
        named(verdict(&region, &candidates), window, framework)
    } else {
        Verdict::NotEnough(short)
    };
    RoleFit { roles: rows.into_iter().map(|row| row.fit).collect(), none_of_these, verdict }
}

/// A role with what it is compared by.
struct Row {
    fit: CandidateFit,
    split: Split,
    k: f64,
}

fn rows(region: &Region, framework: &Framework, held: Option<&str>) -> Vec<Row> {
    let row = |role: &rung_model::framework::Role| -> Option<Row> {
        let claim = framework.split_of(&role.id)?;
        let family = role.family?;
        let overlap = region.overlap(&claim.split);
        let held = Some(role.id.as_str()) == held;
        let candidate = held || (role.stands_for_family && family != Family::Direction);
        let fit = CandidateFit {
            role: role.id.clone(),
            name: role.name.clone(),
            family,
            held,
            candidate,
            overlap,
            distance: Share::new(1.0 - overlap.high, 1.0 - overlap.point, 1.0 - overlap.low),
            posterior: 0.0,
        };
        Some(Row { fit, split: claim.split, k: claim.k })
    };
    framework.roles.iter().filter_map(row).collect()
}

/// Fills in the posterior of the candidates; returns that of "none of these".
fn spread_posterior(rows: &mut [Row], observed: &Split, trials: f64) -> f64 {
    let mut populations: Vec<[f64; 3]> =
        rows.iter().filter(|r| r.fit.candidate).map(|r| posterior::population(&r.split, r.k)).collect();
    populations.push(posterior::NONE_OF_THESE);
    let mut shares = posterior::role_posterior(observed, trials, &populations);
    let none = shares.pop().unwrap_or(0.0);
    for (row, share) in rows.iter_mut().filter(|r| r.fit.candidate).zip(shares) {
        row.fit.posterior = share;
    }
    none
}

/// Names the role within the family, where the activities single one out that the framework has.
fn named(verdict: Verdict, window: &PeriodReading, framework: &Framework) -> Verdict {
    let Verdict::LooksLike { family, as_held, margin, .. } = verdict else { return verdict };
    let role = singled_out::role(&window.totals, family)
        .and_then(|id| framework.role(id))
        .filter(|role| role.family == Some(family))
        .map(|role| role.id.clone());
    Verdict::LooksLike { family, role, as_held, margin }
}
