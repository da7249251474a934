//! Bayesian online change-point: how long the present regime of weekly splits has lasted.

use rung_model::split::Split;

use crate::posterior::ln_probability;

/// Pseudo-counts a week stands for (MEASURE section 9).
pub const TRIALS: f64 = 10.0;
/// Prior probability that a regime ends in any week.
pub const HAZARD: f64 = 1.0 / 26.0;

/// What is known of the run length after one week.
#[derive(Clone, Debug, PartialEq)]
pub struct RunLength {
    /// Posterior probability of each run length, from 0. That of 0 is always the hazard: it says
    /// nothing, and nothing is ever raised on it.
    pub probability: Vec<f64>,
    /// The most probable run length.
    pub most_probable: usize,
}

/// The run-length posterior after each week of `series`, with the Dirichlet-multinomial predictive,
/// a flat Dirichlet(1, 1, 1) at the start of a regime, `trials` pseudo-counts a week and `hazard`
/// (MEASURE section 9).
pub fn changepoint(series: &[Split], trials: f64, hazard: f64) -> Vec<RunLength> {
    let mut probability = vec![1.0];
    let mut weights = vec![[1.0; 3]];
    series
        .iter()
        .map(|split| {
            let y = split.parts().map(|part| part * trials);
            let weighed: Vec<f64> =
                probability.iter().zip(&weights).map(|(p, alpha)| p * ln_probability(y, *alpha).exp()).collect();
            let all: f64 = weighed.iter().sum();
            let scale = if all > 0.0 { 1.0 / all } else { 0.0 };
            probability = vec![hazard];
            probability.extend(weighed.iter().map(|w| w * scale * (1.0 - hazard)));
            let grown = weights.iter().map(|alpha| std::array::from_fn(|i| alpha[i] + y[i]));
            weights = std::iter::once([1.0; 3]).chain(grown).collect();
            RunLength { most_probable: most(&probability), probability: probability.clone() }
        })
        .collect()
}

impl RunLength {
    /// The shortest and longest run length of the smallest set that holds `mass` of the probability;
    /// 0 takes no part.
    pub fn credible(&self, mass: f64) -> (usize, usize) {
        let mut by_weight: Vec<(usize, f64)> = self.probability.iter().copied().enumerate().skip(1).collect();
        by_weight.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        let all: f64 = by_weight.iter().map(|(_, p)| p).sum();
        let (mut held, mut span) = (0.0, (self.most_probable, self.most_probable));
        for (length, p) in by_weight {
            if held >= mass * all {
                break;
            }
            held += p;
            span = (span.0.min(length), span.1.max(length));
        }
        span
    }
}

/// Index of the largest value, the first of equals.
fn most(values: &[f64]) -> usize {
    values.iter().enumerate().fold((0, f64::NEG_INFINITY), |best, (i, v)| if *v > best.1 { (i, *v) } else { best }).0
}
