//! PRIVACY P3, P4 and P5: what is published of teams gives nobody away.

use proptest::prelude::*;
use rung_measure::org::publish::{Node, Policy, Shown, publish, under};

use crate::attack::Published;

/// A tree of teams: parent and how many people have their home there.
fn node(parent: Option<usize>, people: std::ops::Range<usize>) -> Node {
    Node { parent, people: people.collect() }
}

/// Everybody alike.
fn alike(people: usize) -> Vec<[f64; 3]> {
    vec![[10.0, 10.0, 10.0]; people]
}

#[test]
fn p3_a_team_under_five_is_shown_as_the_team_above() {
    // PRIVACY P3: "shown for Payments (11) because Ledger has 3".
    let nodes = [node(None, 0..0), node(Some(0), 0..8), node(Some(0), 8..11)];
    let shown = publish(&nodes, &alike(11), Policy::default());
    assert_eq!(shown, [Shown::Own, Shown::Above(0), Shown::Above(0)]);
    // With five in the smaller, both have their own.
    let nodes = [node(None, 0..0), node(Some(0), 0..8), node(Some(0), 8..13)];
    assert_eq!(publish(&nodes, &alike(13), Policy::default()), [Shown::Own; 3]);
    // Nowhere enough people: nothing.
    let nodes = [node(None, 0..2), node(Some(0), 2..4)];
    assert_eq!(publish(&nodes, &alike(4), Policy::default()), [Shown::Withheld; 2]);
}

#[test]
fn p3_k_may_be_raised_and_never_lowered_below_four() {
    assert_eq!(Policy::default().least(), 5);
    assert_eq!(Policy::with_least(3), None);
    let four = Policy::with_least(4).expect("four may be set");
    let nodes = [node(None, 0..4)];
    assert_eq!(publish(&nodes, &alike(4), four), [Shown::Own]);
    assert_eq!(publish(&nodes, &alike(4), Policy::default()), [Shown::Withheld]);
}

#[test]
fn p4_the_lead_above_two_teams_is_not_what_is_left_over() {
    // A director with two teams of five: both teams and the whole would give the director away.
    let nodes = [node(None, 0..1), node(Some(0), 1..6), node(Some(0), 6..11)];
    assert_eq!(publish(&nodes, &alike(11), Policy::default()), [Shown::Own, Shown::Own, Shown::Above(0)]);
}

#[test]
fn p5_one_person_with_more_than_half_hides_the_team() {
    let nodes = [node(None, 0..5), node(Some(0), 5..11)];
    let mut quantities = alike(11);
    quantities[5] = [10.0, 51.0, 10.0];
    assert_eq!(publish(&nodes, &quantities, Policy::default()), [Shown::Own, Shown::Above(0)]);
    quantities[5] = [10.0, 50.0, 10.0];
    assert_eq!(publish(&nodes, &quantities, Policy::default()), [Shown::Own, Shown::Own]);
}

/// A tree and where each person's home is in each of three blocks; `None` = not there.
#[derive(Clone, Debug)]
struct Organisation {
    parents: Vec<Option<usize>>,
    homes: Vec<[Option<usize>; 3]>,
    quantities: Vec<[[f64; 3]; 3]>,
}

fn organisation() -> impl Strategy<Value = Organisation> {
    (2..12_usize).prop_flat_map(|teams| {
        let parents = prop::collection::vec(any::<prop::sample::Index>(), teams).prop_map(|above| {
            let parent = |(team, above): (usize, prop::sample::Index)| (team > 0).then(|| above.index(team));
            above.into_iter().enumerate().map(parent).collect::<Vec<_>>()
        });
        // Most stay where they are; some come, move or go.
        let home = (0..teams, prop::option::weighted(0.2, 0..teams), 0..12_u8).prop_map(|(home, other, turn)| {
            let then = other.unwrap_or(home);
            match turn {
                0 => [None, Some(home), Some(then)],
                1 => [None, None, Some(home)],
                2 => [Some(home), None, None],
                3 => [Some(home), Some(then), None],
                _ => [Some(home), Some(home), Some(then)],
            }
        });
        let minutes = prop::array::uniform3(prop::array::uniform3(0..3_000_u16));
        let minutes = minutes.prop_map(|blocks| blocks.map(|block| block.map(f64::from)));
        (parents, prop::collection::vec((home, minutes), 3..45)).prop_map(|(parents, people)| {
            let (homes, quantities) = people.into_iter().unzip();
            Organisation { parents, homes, quantities }
        })
    })
}

impl Organisation {
    /// The teams as they are in a block, with the people who were there.
    fn nodes(&self, block: usize) -> Vec<Node> {
        let of = |team: usize| (0..self.homes.len()).filter(move |p| self.homes[*p][block] == Some(team)).collect();
        self.parents.iter().enumerate().map(|(team, parent)| Node { parent: *parent, people: of(team) }).collect()
    }

    /// What everybody can read, where `shown` says of each block what is.
    fn published(&self, shown: impl Fn(usize, &[Node]) -> Vec<Shown>) -> Published {
        let people = self.homes.len();
        let mut sums = Vec::new();
        for block in 0..3 {
            let nodes = self.nodes(block);
            let sets = under(&nodes);
            for (team, own) in shown(block, &nodes).into_iter().enumerate() {
                if own == Shown::Own {
                    sums.push(sets[team].iter().map(|person| block * people + person).collect());
                }
            }
        }
        Published { unknowns: 3 * people, person: (0..3 * people).map(|unknown| unknown % people).collect(), sums }
    }

    fn minutes(&self, block: usize) -> Vec<[f64; 3]> {
        self.quantities.iter().map(|blocks| blocks[block]).collect()
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    #[test]
    fn p4_an_attacker_who_solves_all_published_sums_finds_no_cell_under_k(organisation in organisation()) {
        let policy = Policy::default();
        let published = organisation.published(|block, nodes| publish(nodes, &organisation.minutes(block), policy));
        prop_assert_eq!(published.broken(policy.least()), None);
    }

    #[test]
    fn what_is_shown_in_place_of_a_team_lies_above_it(organisation in organisation()) {
        let nodes = organisation.nodes(0);
        let shown = publish(&nodes, &organisation.minutes(0), Policy::default());
        for (team, own) in shown.iter().enumerate() {
            let mut above = nodes[team].parent;
            if let Shown::Above(place) = own {
                while above.is_some_and(|at| at != *place) {
                    let at = above.expect("checked");
                    prop_assert_ne!(shown[at], Shown::Own, "a nearer one is published");
                    above = nodes[at].parent;
                }
                prop_assert_eq!(above, Some(*place));
                prop_assert_eq!(shown[*place], Shown::Own);
            }
        }
        // Useful: the largest set of all is published where nobody makes most of it.
        let everybody = &under(&nodes)[0];
        let minutes = organisation.minutes(0);
        let fair = (0..3).all(|q| {
            let all: f64 = everybody.iter().map(|p| minutes[*p][q]).sum();
            everybody.iter().all(|p| minutes[*p][q] <= all / 2.0)
        });
        if everybody.len() >= 5 && fair {
            prop_assert_eq!(shown[0], Shown::Own);
        }
    }
}

/// The attacker can attack: publishing every team of five is found out.
#[test]
fn publishing_every_team_of_five_would_give_people_away() {
    use proptest::{strategy::ValueTree, test_runner::TestRunner};
    let mut runner = TestRunner::deterministic();
    let naive = |_: usize, nodes: &[Node]| {
        under(nodes).iter().map(|set| if set.len() >= 5 { Shown::Own } else { Shown::Withheld }).collect()
    };
    let broken = (0..200)
        .filter(|_| {
            let organisation = organisation().new_tree(&mut runner).expect("the strategy generates").current();
            organisation.published(naive).broken(5).is_some()
        })
        .count();
    assert!(broken > 60, "{broken} of 200");
}
