//! How probable each role is, given an observed split.

use rung_model::{share::Share, split::Split};
use statrs::function::gamma::ln_gamma;

use crate::credible;

/// Most trials a reading may count as: minutes are not independent (MEASURE section 8).
pub const MOST_TRIALS: f64 = 20.0;
/// Trials one week of full coverage counts as, as in the change-point model of MEASURE section 9.
pub const TRIALS_A_WEEK: f64 = 10.0;
/// The population of "none of these": every split equally likely.
pub const NONE_OF_THESE: [f64; 3] = [1.0; 3];

/// The trials a reading over `weeks` counts as: ten a week, capped at 20, scaled by coverage 0-1.
pub fn effective_trials(weeks: f64, coverage: f64) -> f64 {
    (TRIALS_A_WEEK * weeks).clamp(0.0, MOST_TRIALS) * coverage.clamp(0.0, 1.0)
}

/// The Dirichlet weights of a role's population: `k` times its split.
pub fn population(split: &Split, k: f64) -> [f64; 3] {
    split.parts().map(|part| k * part)
}

/// Log probability of the (possibly fractional) counts `y` under a population Dirichlet(`alpha`),
/// without the multinomial coefficient (MEASURE section 8). A part of the population that is zero
/// allows no count there.
pub fn ln_probability(y: [f64; 3], alpha: [f64; 3]) -> f64 {
    let (n, k): (f64, f64) = (y.iter().sum(), alpha.iter().sum());
    let parts: f64 = y
        .into_iter()
        .zip(alpha)
        .map(|(count, weight)| match (count > 0.0, weight > 0.0) {
            (false, _) => 0.0,
            (true, false) => f64::NEG_INFINITY,
            (true, true) => ln_gamma(count + weight) - ln_gamma(weight),
        })
        .sum();
    if n > 0.0 { ln_gamma(k) - ln_gamma(n + k) + parts } else { 0.0 }
}

/// Posterior probability of each population, all equally likely before, given `trials` trials that
/// fell as `observed`. The result has the order of `populations` and sums to one; it is empty where
/// they are. Add [`NONE_OF_THESE`] to the populations where the answer is shown to somebody.
pub fn role_posterior(observed: &Split, trials: f64, populations: &[[f64; 3]]) -> Vec<f64> {
    let y = observed.parts().map(|part| part * trials);
    let logs: Vec<f64> = populations.iter().map(|alpha| ln_probability(y, *alpha)).collect();
    let most = logs.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    if !most.is_finite() {
        return vec![1.0 / populations.len().max(1) as f64; populations.len()];
    }
    let weights: Vec<f64> = logs.iter().map(|log| (log - most).exp()).collect();
    let sum: f64 = weights.iter().sum();
    weights.into_iter().map(|w| w / sum).collect()
}

/// Credible interval of each share under Dirichlet(`alpha`): the middle `mass` (0-1) of its marginal,
/// with the posterior mean as point (MEASURE section 8).
pub fn credible_interval(alpha: [f64; 3], mass: f64) -> [Share; 3] {
    let sum: f64 = alpha.iter().sum();
    alpha.map(|weight| {
        let (low, high) = credible::middle(weight, sum - weight, mass);
        let mean = if sum > 0.0 { weight / sum } else { 0.0 };
        Share::new(low.min(mean), mean, high.max(mean))
    })
}
