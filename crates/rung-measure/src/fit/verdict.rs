//! From a region and candidates to what may be said.

use rung_model::{framework::Family, split::Split};

use super::{CandidateFit, Region, Verdict, gate::LEAST_MARGIN};

/// Tolerance on the margin: ten points are ten points.
const ROUNDING: f64 = 1e-9;

/// A candidate with its split.
pub(super) struct Candidate<'a> {
    pub(super) fit: &'a CandidateFit,
    pub(super) split: Split,
}

/// The verdict of an open gate. A family stays possible where, somewhere in the region, no other family is
/// at least the margin nearer; its distance is that of its nearest candidate (MEASURE section 8). With
/// nothing to tell it from, one family alone is never the answer.
pub(super) fn verdict(region: &Region, candidates: &[Candidate<'_>]) -> Verdict {
    let mut families: Vec<Family> = Vec::new();
    let mut nearest_first: Vec<&Candidate<'_>> = candidates.iter().collect();
    nearest_first.sort_by(|a, b| b.fit.overlap.point.total_cmp(&a.fit.overlap.point));
    for candidate in nearest_first {
        if !families.contains(&candidate.fit.family) {
            families.push(candidate.fit.family);
        }
    }
    let splits = |of: &dyn Fn(Family) -> bool| -> Vec<Split> {
        candidates.iter().filter(|c| of(c.fit.family)).map(|c| c.split).collect()
    };
    let possible: Vec<Family> = families
        .iter()
        .copied()
        .filter(|family| {
            region.least_lead(&splits(&|f| f != *family), &splits(&|f| f == *family)) < LEAST_MARGIN - ROUNDING
        })
        .collect();
    let family = match possible.as_slice() {
        [only] if families.len() > 1 => *only,
        _ => return Verdict::Between(if possible.is_empty() { families } else { possible }),
    };
    let margin = region.least_lead(&splits(&|f| f == family), &splits(&|f| f != family));
    Verdict::LooksLike {
        family,
        role: None,
        as_held: candidates.iter().any(|c| c.fit.held && c.fit.family == family),
        margin: margin.min(1.0),
    }
}
