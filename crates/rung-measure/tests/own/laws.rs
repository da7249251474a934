//! The optimiser on random teams.

use proptest::prelude::*;
use rung_measure::own::{
    case::{Case, Duty, Lead},
    map::Map,
    propose::{Assignment, Effort, propose},
};
use rung_model::{
    bucket::Bucket,
    roster::{Fit, Wish},
    split::Split,
};

use crate::brute::brute;

fn fit() -> impl Strategy<Value = Fit> {
    prop_oneof![3 => Just(Fit::Fits), 2 => Just(Fit::Shared), 2 => Just(Fit::Stretch), 2 => Just(Fit::Never)]
}

fn wish() -> impl Strategy<Value = Option<Wish>> {
    prop_oneof![6 => Just(None), 1 => Just(Some(Wish::Wants)), 1 => Just(Some(Wish::RatherNot))]
}

fn duty(leads: usize, pins: bool) -> impl Strategy<Value = Duty> {
    let pinned = if pins { prop::option::weighted(0.1, 0..leads).boxed() } else { Just(None).boxed() };
    (
        1..=20_u32,
        prop::collection::vec(fit(), leads),
        prop::collection::vec(wish(), leads),
        prop::collection::btree_set(0..leads, 0..=2.min(leads)),
        any::<bool>(),
        0..3_usize,
        pinned,
    )
        .prop_map(|(halves, fits, wishes, owners, shared, bucket, pinned)| Duty {
            id: String::new(),
            name: String::new(),
            bucket: Some(Bucket::SPLIT[bucket]),
            hours: f64::from(halves) / 2.0,
            shared,
            fits,
            wishes,
            owners: owners.into_iter().collect(),
            contributors: Vec::new(),
            pinned,
            trial: false,
        })
}

fn case(
    leads: impl Strategy<Value = usize>,
    duties: std::ops::RangeInclusive<usize>,
    pins: bool,
) -> impl Strategy<Value = Case> {
    leads.prop_flat_map(move |leads| {
        let capacity = prop::option::weighted(0.9, (0..60_u32).prop_map(|halves| f64::from(halves) / 2.0));
        let expected = prop::option::of((1..9_u32, 1..9_u32, 1..9_u32));
        let lead = (capacity, expected).prop_map(|(capacity, expected)| Lead {
            person: String::new(),
            name: String::new(),
            roles: Vec::new(),
            capacity,
            expected: expected.and_then(|(s, p, b)| Split::of(s.into(), p.into(), b.into()).ok()),
        });
        let weight = prop_oneof![3 => Just(0.0), 1 => Just(0.5)];
        (prop::collection::vec(lead, leads), prop::collection::vec(duty(leads, pins), duties.clone()), weight)
            .prop_map(|(leads, duties, departure_weight)| Case { leads, duties, departure_weight })
    })
}

/// Drops responsibilities nobody can have, which brute force does not know.
fn possible(case: &Case) -> Case {
    let nobody = propose(case, 0, &Effort { choices: 1, ..Effort::default() }).nobody;
    let kept = case.duties.iter().enumerate().filter(|(at, _)| !nobody.contains(at)).map(|(_, duty)| duty.clone());
    Case { duties: kept.collect(), ..case.clone() }
}

fn owners(plan: &Assignment) -> Vec<usize> {
    plan.owners.iter().map(|owner| owner.expect("the case holds what can be given")).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn brute_force_finds_nothing_better_and_no_tie_that_is_not_listed(
        case in case(2..=4_usize, 1..=6, true),
        allowed in 0..=3_usize,
    ) {
        let case = possible(&case);
        prop_assume!(!case.duties.is_empty());
        let step = propose(&case, allowed, &Effort::default()).steps.remove(allowed);
        let (cost, plans) = brute(&case, allowed).expect("keeping what is there is always possible");
        prop_assert!((step.cost - cost).abs() < 1e-7, "{} against {}", step.cost, cost);
        prop_assert!(step.exact());
        if step.more {
            prop_assert!(plans.len() >= step.optima.len());
        } else {
            let mut found: Vec<Vec<usize>> = step.optima.iter().map(owners).collect();
            found.sort();
            prop_assert_eq!(found, plans);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// Stopped early, the answer is never said to be better than it can be.
    #[test]
    fn a_search_cut_short_tells_a_bound_that_holds(
        case in case(3..=5_usize, 8..=12, false),
        allowed in 0..=3_usize,
        choices in 1..400_u64,
    ) {
        let whole = propose(&case, allowed, &Effort::default()).steps.remove(allowed);
        let cut = propose(&case, allowed, &Effort { choices, ..Effort::default() }).steps.remove(allowed);
        prop_assert!(whole.exact());
        prop_assert!(cut.bound <= whole.cost + 1e-7, "{} over {}", cut.bound, whole.cost);
        prop_assert!(cut.cost >= whole.cost - 1e-7);
        let moves = cut.optima.iter().map(|plan| plan.moves.iter().filter(|m| !m.pinned).count());
        prop_assert!(moves.max().unwrap_or(0) <= allowed);
    }

    #[test]
    fn more_moves_are_never_worse_and_the_knee_is_the_first_of_the_best(case in case(2..=4_usize, 1..=7, true)) {
        let proposal = propose(&case, 3, &Effort::default());
        for pair in proposal.steps.windows(2) {
            prop_assert!(pair[1].cost <= pair[0].cost + 1e-7);
        }
        let least = proposal.steps.iter().map(|step| step.overload).fold(f64::INFINITY, f64::min);
        let first = proposal.steps.iter().position(|step| step.overload <= least + 1e-7);
        prop_assert_eq!(Some(proposal.knee), first);
        let map = Map::of(&case);
        let hours: f64 = case.duties.iter().filter(|d| !d.owners.is_empty()).map(|d| d.hours).sum();
        let carried: f64 = map.loads.iter().map(|load| load.hours).sum();
        prop_assert!((hours - carried).abs() < 1e-9);
    }
}
