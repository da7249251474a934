//! Credible ranges of single shares, and where nine in ten of a role's population are expected.

use rung_model::split::Split;
use statrs::function::beta::inv_beta_reg;

/// The middle `mass` (0-1) of Beta(`a`, `b`), as (low, high). A weight of zero puts all of it at one end.
pub fn middle(a: f64, b: f64, mass: f64) -> (f64, f64) {
    let tail = (1.0 - mass.clamp(0.0, 1.0)) / 2.0;
    match (a > 0.0, b > 0.0) {
        (false, false) => (0.0, 1.0),
        (false, true) => (0.0, 0.0),
        (true, false) => (1.0, 1.0),
        (true, true) => (inv_beta_reg(a, b, tail), inv_beta_reg(a, b, 1.0 - tail)),
    }
}

/// Where nine in ten of the population Dirichlet(`k` x `split`) are expected, per bucket in
/// [`rung_model::bucket::Bucket::SPLIT`] order: 5th to 95th percentile of each share.
pub fn population_range(split: Split, k: f64) -> [(f64, f64); 3] {
    split.parts().map(|part| middle(k * part, k * (1.0 - part), 0.9))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The 90 % ranges that go with the facts: tech lead 30 (15-48) / 10 (2-23) / 60 (42-77).
    #[test]
    fn the_population_of_tech_leads_has_the_published_ranges() {
        let split = Split { strategy: 0.3, people: 0.1, building: 0.6 };
        let whole = population_range(split, 20.0).map(|(low, high)| ((low * 100.0).round(), (high * 100.0).round()));
        assert_eq!(whole, [(15.0, 48.0), (2.0, 23.0), (42.0, 77.0)]);
    }

    #[test]
    fn a_part_nobody_has_stays_at_zero() {
        assert_eq!(middle(0.0, 20.0, 0.9), (0.0, 0.0));
        assert_eq!(middle(20.0, 0.0, 0.9), (1.0, 1.0));
    }
}
