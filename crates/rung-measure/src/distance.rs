//! How alike two splits are, and how alike two role populations are.

use rung_model::split::Split;
use statrs::function::gamma::ln_gamma;

/// Share of the week that would be the same: the sum of the smaller parts, 0-1 (MEASURE section 8).
pub fn overlap(a: &Split, b: &Split) -> f64 {
    a.parts().into_iter().zip(b.parts()).map(|(x, y)| x.min(y)).sum()
}

/// Share of the week that would be different: half the sum of absolute differences, 0-1.
/// Equal to 1 - [`overlap`].
pub fn total_variation(a: &Split, b: &Split) -> f64 {
    a.parts().into_iter().zip(b.parts()).map(|(x, y)| (x - y).abs()).sum::<f64>() / 2.0
}

/// Aitchison distance: between centred log-ratios (MEASURE section 8). For drift statistics only,
/// never a headline: it is infinite where one split lacks a part the other has. Give it posterior
/// means, which have no zero parts; nothing is replaced here.
pub fn aitchison(a: &Split, b: &Split) -> f64 {
    let pairs: Vec<(f64, f64)> = a.parts().into_iter().zip(b.parts()).filter(|(x, y)| *x > 0.0 || *y > 0.0).collect();
    if pairs.iter().any(|(x, y)| *x <= 0.0 || *y <= 0.0) {
        return f64::INFINITY;
    }
    let ratios: Vec<f64> = pairs.iter().map(|(x, y)| (x / y).ln()).collect();
    let mean = ratios.iter().sum::<f64>() / ratios.len() as f64;
    ratios.iter().map(|r| (r - mean).powi(2)).sum::<f64>().sqrt()
}

/// Bhattacharyya coefficient of the role populations Dirichlet(`k_a` x `a`) and Dirichlet(`k_b` x `b`):
/// 1 = the same population, 0 = nobody in common (MEASURE section 8).
pub fn bhattacharyya(a: &Split, k_a: f64, b: &Split, k_b: f64) -> f64 {
    let pairs: Vec<(f64, f64)> = a
        .parts()
        .into_iter()
        .zip(b.parts())
        .map(|(x, y)| (k_a * x, k_b * y))
        .filter(|(x, y)| *x > 0.0 || *y > 0.0)
        .collect();
    if pairs.iter().any(|(x, y)| *x <= 0.0 || *y <= 0.0) {
        return 0.0;
    }
    let between = ln_beta(pairs.iter().map(|(x, y)| f64::midpoint(*x, *y)));
    (between - (ln_beta(pairs.iter().map(|p| p.0)) + ln_beta(pairs.iter().map(|p| p.1))) / 2.0).exp()
}

/// Logarithm of the multivariate beta function.
fn ln_beta(alphas: impl Iterator<Item = f64>) -> f64 {
    let (sum, logs) = alphas.fold((0.0, 0.0), |(sum, logs), alpha| (sum + alpha, logs + ln_gamma(alpha)));
    logs - ln_gamma(sum)
}
