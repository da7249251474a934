//! A small seeded generator: SplitMix64 (Steele, Lea, Flood 2014), one stream per subject.
//!
//! Each subject (a person's day, a meeting) draws from its own stream, so that adding
//! a meeting to the script does not reshuffle everybody's year.

/// A stream of numbers that depends on the seed and the subject alone.
#[derive(Clone, Debug)]
pub(crate) struct Random(u64);

impl Random {
    /// The stream of `subject` under `seed`.
    pub(crate) fn of(seed: u64, subject: &[&str]) -> Self {
        let mut state = 0xcbf2_9ce4_8422_2325_u64 ^ seed.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        for part in subject {
            for byte in part.bytes().chain([0xff]) {
                state = (state ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
            }
        }
        let mut stream = Self(state);
        stream.next();
        stream
    }

    /// The next 64 bits.
    pub(crate) const fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// Evenly in 0..1.
    pub(crate) const fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// True with this chance.
    pub(crate) fn chance(&mut self, probability: f64) -> bool {
        self.unit() < probability
    }

    /// A whole number in `low..=high`.
    pub(crate) fn between(&mut self, low: i32, high: i32) -> i32 {
        let width = f64::from((high - low).max(0) + 1);
        low + (self.unit() * width) as i32
    }

    /// Roughly normal, as the sum of twelve even numbers: no tails beyond six deviations.
    pub(crate) fn normal(&mut self, mean: f64, deviation: f64) -> f64 {
        let sum: f64 = (0..12).map(|_| self.unit()).sum();
        mean + (sum - 6.0) * deviation
    }

    /// A waiting time with this mean.
    pub(crate) fn waiting(&mut self, mean: f64) -> f64 {
        -mean * (1.0 - self.unit()).ln()
    }

    /// One of several.
    pub(crate) fn pick<'a, T>(&mut self, items: &'a [T]) -> Option<&'a T> {
        items.get((self.unit() * items.len() as f64) as usize)
    }

    /// The place drawn in proportion to the weights; `None` where all are zero.
    pub(crate) fn weighted(&mut self, weights: impl IntoIterator<Item = f64> + Clone) -> Option<usize> {
        let total: f64 = weights.clone().into_iter().sum();
        let mut left = self.unit() * total;
        weights.into_iter().enumerate().filter(|(_, weight)| *weight > 0.0).find_map(|(place, weight)| {
            left -= weight;
            (left < 0.0).then_some(place)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stream_depends_on_seed_and_subject_alone() {
        let draw = |seed, subject: &[&str]| Random::of(seed, subject).next();
        assert_eq!(draw(1, &["ab", "c"]), draw(1, &["ab", "c"]));
        assert_ne!(draw(1, &["ab", "c"]), draw(1, &["a", "bc"]));
        assert_ne!(draw(1, &["ab"]), draw(2, &["ab"]));
    }

    #[test]
    fn draws_keep_to_their_bounds_and_means() {
        let mut random = Random::of(7, &["bounds"]);
        let whole: Vec<i32> = (0..2000).map(|_| random.between(3, 5)).collect();
        assert!(whole.iter().all(|n| (3..=5).contains(n)) && [3, 4, 5].iter().all(|n| whole.contains(n)));
        let mean = (0..4000).map(|_| random.normal(10.0, 2.0)).sum::<f64>() / 4000.0;
        assert!((mean - 10.0).abs() < 0.2, "{mean}");
        let wait = (0..4000).map(|_| random.waiting(5.0)).sum::<f64>() / 4000.0;
        assert!((wait - 5.0).abs() < 0.4, "{wait}");
        assert_eq!(random.weighted([0.0, 1.0, 0.0]), Some(1));
        assert_eq!(random.weighted([0.0, 0.0]), None);
    }
}
