//! What missing time leaves open: bounds without any assumption.

use rung_model::share::Share;

/// Bounds of each share where `seen` minutes (or hours) of `whole` were seen: the rest may all
/// belong to any one part (MEASURE section 8). The point is the share of what was seen, inside the
/// bounds by construction. Where more was seen than the whole, the whole is what was seen.
pub fn missing_time<const N: usize>(seen: [f64; N], whole: f64) -> [Share; N] {
    let total: f64 = seen.iter().sum();
    let whole = whole.max(total);
    if whole <= 0.0 {
        return [Share::new(0.0, 0.0, 1.0); N];
    }
    let missing = whole - total;
    seen.map(|part| {
        let low = part / whole;
        let point = if total > 0.0 { part / total } else { low };
        Share::new(low, point, (part + missing) / whole)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// MEASURE section 8: 9/3/12 h seen of 40.
    #[test]
    fn missing_time_opens_the_published_bounds() {
        let [s, p, b] = missing_time([9.0, 3.0, 12.0], 40.0);
        for (share, low, high) in [(s, 0.225, 0.625), (p, 0.075, 0.475), (b, 0.30, 0.70)] {
            assert!((share.low - low).abs() < 1e-9 && (share.high - high).abs() < 1e-9, "{share:?}");
            assert!(share.low <= share.point && share.point <= share.high);
        }
    }

    #[test]
    fn nothing_at_all_leaves_everything_open() {
        assert_eq!(missing_time([0.0; 3], 0.0), [Share::new(0.0, 0.0, 1.0); 3]);
        assert_eq!(missing_time([0.0; 3], 40.0), [Share::new(0.0, 0.0, 1.0); 3]);
    }
}
