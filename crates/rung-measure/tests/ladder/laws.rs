//! The laws that differences and similarities keep, on random frameworks.

use std::collections::{BTreeMap, BTreeSet};

use proptest::{collection::btree_map, prelude::*};
use rung_measure::ladder::{
    level_diff::level_diff,
    levels::{level_distance, levels_of},
    pairs::all_pairs,
    requirements::requirements,
    similarity::{Wording, cosine, pair_up, similarity},
    word_diff::{Fate, word_diff},
};

use crate::random::{any_framework, any_text};

fn levels() -> impl Strategy<Value = BTreeMap<String, u32>> {
    btree_map("[a-e]", 0u32..6, 0..6)
}

/// Levels on the same five dimensions.
fn whole() -> impl Strategy<Value = BTreeMap<String, u32>> {
    prop::array::uniform5(0u32..6)
        .prop_map(|all| ["a", "b", "c", "d", "e"].map(str::to_owned).into_iter().zip(all).collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn level_distances_are_symmetric_and_bounded(a in levels(), b in levels()) {
        let (there, back) = (level_distance(&a, &b), level_distance(&b, &a));
        prop_assert_eq!((there.up, there.down, there.l1()), (back.down, back.up, back.l1()));
        prop_assert_eq!(there.higher - there.lower, there.l1());
        prop_assert_eq!(there.ruzicka(), back.ruzicka());
        prop_assert!(there.ruzicka().is_none_or(|r| (0.0..=1.0).contains(&r)));
        let own = level_distance(&a, &a);
        prop_assert_eq!((own.l1(), own.ruzicka()), (0, (!a.is_empty()).then_some(1.0)));
    }

    #[test]
    fn l1_keeps_the_triangle_inequality(a in whole(), b in whole(), c in whole()) {
        let l1 = |x, y| level_distance(x, y).l1();
        prop_assert!(l1(&a, &c) <= l1(&a, &b) + l1(&b, &c));
        prop_assert_eq!(l1(&a, &b) == 0, a == b);
    }

    #[test]
    fn similarity_is_symmetric_and_bounded(a in any_text(), b in any_text()) {
        let found = similarity(&a, &b);
        prop_assert!((0.0..=1.0).contains(&found));
        prop_assert_eq!(found, similarity(&b, &a));
        prop_assert_eq!(similarity(&a, &a), 1.0);
        let words = cosine([a.as_str()], [b.as_str()]).unwrap();
        prop_assert!((0.0..=1.0).contains(&words));
        prop_assert!(cosine([a.as_str()], [a.as_str()]).unwrap() > 1.0 - 1e-12);
    }

    #[test]
    fn a_word_diff_holds_both_texts(a in any_text(), b in any_text()) {
        let segments = word_diff(&a, &b);
        let without = |gone: Fate| {
            let kept = segments.iter().filter(|s| s.fate != gone).map(|s| s.text.as_str());
            kept.collect::<Vec<_>>().join(" ")
        };
        prop_assert_eq!(without(Fate::Added), a.as_str());
        prop_assert_eq!(without(Fate::Removed), b);
        prop_assert!(word_diff(&a, &a).iter().all(|segment| segment.fate == Fate::Kept));
    }

    #[test]
    fn each_text_is_in_one_pair_at_most(
        a in prop::collection::vec(any_text(), 0..8), b in prop::collection::vec(any_text(), 0..8),
    ) {
        let of = |texts: &[String]| texts.iter().map(|text| Wording::of(text)).collect::<Vec<_>>();
        let pairs = pair_up(&of(&a), &of(&b), 0.5);
        let (left, right): (BTreeSet<_>, BTreeSet<_>) = pairs.iter().map(|p| (p.a, p.b)).unzip();
        prop_assert_eq!((left.len(), right.len()), (pairs.len(), pairs.len()));
        prop_assert!(pairs.iter().all(|p| p.similarity == similarity(&a[p.a], &b[p.b]) && p.similarity >= 0.5));
        let best = a.iter().flat_map(|x| b.iter().map(|y| similarity(x, y))).fold(0.0, f64::max);
        let found = pairs.first().map_or(0.0, |pair| pair.similarity);
        prop_assert!(best < 0.5 || found == best, "the most alike are paired first");
    }

    #[test]
    fn nothing_differs_from_itself(framework in any_framework()) {
        for position in &framework.positions {
            let diff = level_diff(&framework, &position.id, &position.id).unwrap();
            prop_assert!(diff.is_empty(), "{:?}", diff);
            prop_assert_eq!(diff.equal.len(), requirements(&framework, &position.id).len());
        }
    }

    #[test]
    fn what_only_one_side_has_changes_sides_with_them(framework in any_framework()) {
        let ids = [&framework.positions[0].id, &framework.positions[framework.positions.len() - 1].id];
        let there = level_diff(&framework, ids[0], ids[1]).unwrap();
        let back = level_diff(&framework, ids[1], ids[0]).unwrap();
        prop_assert_eq!((there.distance.up, there.repeated), (back.distance.down, back.repeated));
        prop_assert_eq!((&there.only_a, &there.only_b), (&back.only_b, &back.only_a));
        prop_assert_eq!(&there.equal, &back.equal);
        let asked = |id: &str| requirements(&framework, id).len();
        let named = |of: &rung_measure::ladder::level_diff::LevelDiff| of.only_a.len();
        prop_assert_eq!(asked(ids[0]) - named(&there), asked(ids[1]) - named(&back), "the same dimensions are shared");
    }

    #[test]
    fn inheritance_does_not_depend_on_repetition(framework in any_framework()) {
        let mut twice = framework.clone();
        twice.extends.extend(framework.extends.clone());
        for position in &framework.positions {
            prop_assert_eq!(requirements(&framework, &position.id), requirements(&twice, &position.id));
        }
    }

    #[test]
    fn all_pairs_are_the_pairs(framework in any_framework()) {
        let mut framework = framework;
        framework.positions.sort_by(|a, b| a.id.cmp(&b.id));
        framework.positions.dedup_by(|a, b| a.id == b.id);
        let pairs = all_pairs(&framework);
        let n = framework.positions.len();
        prop_assert_eq!(pairs.len(), n * (n - 1) / 2);
        for pair in pairs {
            let one = level_distance(&levels_of(&framework, &pair.a), &levels_of(&framework, &pair.b));
            prop_assert_eq!(pair.distance, one);
        }
    }
}
