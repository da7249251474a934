//! How an amount of minutes is spread over its range in the headline model.

use rung_model::minutes::Minutes;

/// Points an amount is represented by.
pub(crate) const POINTS: usize = 12;

/// [`POINTS`] equally likely values of a triangular distribution over `low..high` with its peak at `point`:
/// the midpoints of equal slices of probability. Its mean is (low + point + high) / 3, so that
/// unclassified minutes, which enter the high of each of three buckets, are on average handed out
/// exactly once.
pub(crate) fn points(minutes: Minutes) -> [f64; POINTS] {
    let Minutes { low, point, high } = minutes;
    let width = high - low;
    std::array::from_fn(|i| {
        if width <= 0.0 {
            return point;
        }
        let q = (i as f64 + 0.5) / POINTS as f64;
        if q < (point - low) / width {
            low + (q * width * (point - low)).sqrt()
        } else {
            high - ((1.0 - q) * width * (high - point)).sqrt()
        }
    })
}

/// Every sum of one value from each list, all equally likely.
pub(crate) fn sums(lists: &[[f64; POINTS]]) -> Vec<f64> {
    lists.iter().fold(vec![0.0], |sums, list| sums.iter().flat_map(|sum| list.iter().map(move |v| sum + v)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_stay_in_the_range_and_average_to_the_mean_of_the_triangle() {
        let values = points(Minutes::new(26.0, 145.0, 240.0));
        assert!(values.iter().all(|v| (26.0..=240.0).contains(v)), "{values:?}");
        assert!(values.windows(2).all(|w| w[0] < w[1]), "{values:?}");
        let mean = values.iter().sum::<f64>() / POINTS as f64;
        assert!((mean - (26.0 + 145.0 + 240.0) / 3.0).abs() < 0.5, "{mean}");
    }

    #[test]
    fn a_known_amount_is_not_spread() {
        assert_eq!(points(Minutes::exact(60.0)), [60.0; POINTS]);
    }

    #[test]
    fn sums_take_one_of_each() {
        let all = sums(&[[1.0; POINTS], [2.0; POINTS]]);
        assert_eq!((all.len(), all[0]), (POINTS * POINTS, 3.0));
    }
}
