//! The figures of MEASURE section 8, to 1e-6.

use crate::support::split;
use rung_measure::{
    distance::{aitchison, bhattacharyya, overlap, total_variation},
    posterior::{credible_interval, effective_trials, population, role_posterior},
};
use rung_model::split::Split;

fn near(found: f64, expected: f64) {
    assert!((found - expected).abs() < 1e-6, "{found} is not {expected}");
}

fn roles() -> [Split; 3] {
    [split(0.3, 0.1, 0.6), split(0.3, 0.5, 0.2), split(0.8, 0.1, 0.1)]
}

#[test]
fn overlaps_of_the_three_sourced_splits() {
    let [tl, em, pm] = roles();
    for (a, b, expected) in [(tl, em, 0.6), (tl, pm, 0.5), (em, pm, 0.5)] {
        near(overlap(&a, &b), expected);
        near(1.0 - total_variation(&a, &b), expected);
    }
}

#[test]
fn aitchison_distances_of_the_three_sourced_splits() {
    let [tl, em, pm] = roles();
    for (a, b, expected) in [(tl, em, 1.926_203), (tl, pm, 1.988_272), (em, pm, 1.857_531)] {
        assert!((aitchison(&a, &b) - expected).abs() < 1e-6);
    }
}

#[test]
fn bhattacharyya_coefficients_of_the_populations() {
    let [tl, em, pm] = roles();
    for (a, b, expected) in [(tl, em, 0.064_875), (tl, pm, 0.033_012), (em, pm, 0.047_117)] {
        near(bhattacharyya(&a, 20.0, &b, 20.0), expected);
    }
}

#[test]
fn role_posteriors_for_three_sizes_of_evidence() {
    let populations = roles().map(|m| population(&m, 20.0));
    let observed = split(0.45, 0.10, 0.45);
    for (trials, expected) in [
        (5.0, [0.683_906, 0.165_157, 0.150_937]),
        (10.0, [0.842_547, 0.075_787, 0.081_666]),
        (20.0, [0.940_824, 0.022_593, 0.036_583]),
    ] {
        for (found, expected) in role_posterior(&observed, trials, &populations).into_iter().zip(expected) {
            near(found, expected);
        }
    }
}

#[test]
fn credible_interval_of_a_tech_lead_seen_ten_times() {
    let prior = split(0.3, 0.1, 0.6).parts().map(|m| 20.0 * m);
    let seen = [0.45, 0.10, 0.45].map(|x| 10.0 * x);
    let found = credible_interval(std::array::from_fn(|i| prior[i] + seen[i]), 0.90);
    let expected = [(0.214_820, 0.496_739), (0.028_796, 0.201_561), (0.400_842, 0.695_302)];
    for (share, (low, high)) in found.into_iter().zip(expected) {
        near(share.low, low);
        near(share.high, high);
        assert!(share.low < share.point && share.point < share.high);
    }
}

#[test]
fn trials_are_capped_at_twenty_and_scaled_by_coverage() {
    near(effective_trials(12.0, 0.75), 15.0);
    near(effective_trials(1.0, 1.0), 10.0);
    near(effective_trials(52.0, 1.0), 20.0);
}

#[test]
fn a_role_against_itself_is_at_distance_zero() {
    for role in roles() {
        near(total_variation(&role, &role), 0.0);
        near(aitchison(&role, &role), 0.0);
        near(bhattacharyya(&role, 20.0, &role, 20.0), 1.0);
    }
}

#[test]
fn a_missing_part_is_infinitely_far_and_never_replaced() {
    assert!(aitchison(&split(0.7, 0.0, 0.3), &split(0.3, 0.1, 0.6)).is_infinite());
    assert!(bhattacharyya(&split(0.7, 0.0, 0.3), 20.0, &split(0.3, 0.1, 0.6), 20.0).abs() < f64::EPSILON);
    near(aitchison(&split(0.7, 0.0, 0.3), &split(0.7, 0.0, 0.3)), 0.0);
}
