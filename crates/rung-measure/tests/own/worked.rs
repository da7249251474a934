//! "Splitting responsibilities: the worked example" of LEAD, every figure.

use rung_measure::own::{
    case::{Case, Duty, Lead},
    map::{Map, State},
    propose::{Effort, Worse, propose},
};
use rung_model::roster::Fit;

const TL: usize = 0;
const EM: usize = 1;
const STAFF: usize = 2;
const PM: usize = 3;

/// The table of LEAD: name, hours, fit of TL, EM, Staff and PM (x = not eligible), who has it now, shared.
type Row = (&'static str, f64, &'static str, &'static [usize], bool);

const TABLE: [Row; 14] = [
    ("one-on-ones", 9.0, "x0xx", &[EM], false),
    ("objectives, performance, feedback", 3.0, "x0xx", &[EM], false),
    ("headcount and hiring", 6.0, "202x", &[EM], false),
    ("career planning and coaching", 3.0, "202x", &[EM], false),
    ("team planning and delivery", 6.0, "20x1", &[TL], false),
    ("cascading communications", 2.0, "x0x1", &[], false),
    ("architecture and integration", 5.0, "0x0x", &[TL, STAFF], false),
    ("code reviews", 6.0, "0x1x", &[TL], false),
    ("production escalation", 3.0, "021x", &[TL], false),
    ("SLAs, metrics, monitoring", 2.0, "021x", &[], false),
    ("alignment with other leads", 3.0, "010x", &[TL], false),
    ("system roadmap", 4.0, "1111", &[TL], true),
    ("development process", 2.0, "11xx", &[TL, EM], true),
    ("technical mentoring", 3.0, "0x0x", &[TL], false),
];

pub(crate) fn example() -> Case {
    let lead = |(person, capacity): (&str, f64)| Lead {
        person: person.to_owned(),
        name: person.to_owned(),
        roles: Vec::new(),
        capacity: Some(capacity),
        expected: None,
    };
    let fit = |letter| match letter {
        '0' => Fit::Fits,
        '1' => Fit::Shared,
        '2' => Fit::Stretch,
        _ => Fit::Never,
    };
    let duty = |(name, hours, fits, owners, shared): Row| Duty {
        id: name.to_owned(),
        name: name.to_owned(),
        bucket: None,
        hours,
        shared,
        fits: fits.chars().map(fit).collect(),
        wishes: vec![None; 4],
        owners: owners.to_vec(),
        contributors: Vec::new(),
        pinned: None,
        trial: false,
    };
    Case {
        leads: [("TL", 16.0), ("EM", 32.0), ("Staff", 14.0), ("PM", 8.0)].map(lead).to_vec(),
        duties: TABLE.map(duty).to_vec(),
        departure_weight: 0.0,
    }
}

#[test]
fn now_two_are_unowned_one_is_contested_and_one_carried_by_two() {
    let case = example();
    let map = Map::of(&case);
    let loads: Vec<(f64, Option<f64>)> = map.loads.iter().map(|load| (load.hours, load.capacity)).collect();
    assert_eq!(loads, [(28.5, Some(16.0)), (22.0, Some(32.0)), (2.5, Some(14.0)), (0.0, Some(8.0))]);
    assert_eq!(map.loads[TL].over, 12.5);
    assert_eq!(map.overload(), 12.5);
    let named = |state| -> Vec<&str> {
        case.duties.iter().zip(&map.states).filter(|(_, own)| **own == state).map(|(d, _)| d.name.as_str()).collect()
    };
    assert_eq!(named(State::Unowned), ["cascading communications", "SLAs, metrics, monitoring"]);
    assert_eq!(named(State::Contested), ["architecture and integration"]);
    assert_eq!(named(State::Shared), ["development process"]);
}

#[test]
fn nine_three_and_no_hours_for_no_one_and_two_moves_and_the_knee_at_two() {
    let case = example();
    let proposal = propose(&case, 3, &Effort::default());
    let overloads: Vec<f64> = proposal.steps.iter().map(|step| step.overload).collect();
    assert_eq!(overloads, [9.0, 3.0, 0.0, 0.0]);
    assert_eq!(proposal.knee, 2);
    assert!(proposal.steps.iter().all(|step| step.exact() && !step.more));
    assert_eq!(proposal.nobody, []);

    let one = &proposal.steps[1].optima[0];
    assert_eq!((proposal.steps[1].optima.len(), one.loads.as_slice()), (1, [19.0, 31.0, 7.0, 0.0].as_slice()));
    let moved: Vec<(&str, usize)> = one.moves.iter().map(|m| (case.duties[m.duty].name.as_str(), m.to)).collect();
    assert_eq!(moved, [("team planning and delivery", EM)]);

    // Three tied optima by what people come to carry; five ways to get there.
    let mut loads: Vec<Vec<f64>> = proposal.steps[2].by_loads().iter().map(|plans| plans[0].loads.clone()).collect();
    loads.sort_by(|a, b| b.partial_cmp(a).expect("loads are numbers"));
    assert_eq!(loads, [[16.0, 31.0, 10.0, 0.0], [15.0, 31.0, 11.0, 0.0], [15.0, 31.0, 7.0, 4.0]]);
    assert_eq!(proposal.steps[2].optima.len(), 5);
    for plan in &proposal.steps[2].optima {
        let planning =
            plan.moves.iter().any(|m| case.duties[m.duty].name == "team planning and delivery" && m.to == EM);
        assert!(planning && plan.moves.len() == 2, "{plan:?}");
        assert!(plan.owners.iter().all(Option::is_some), "one accountable owner each");
        assert_eq!(plan.settled.len(), 4, "two unowned, one contested, one carried by two");
    }
    let to_pm = proposal.steps[2].optima.iter().filter(|plan| plan.loads[PM] > 0.0).count();
    assert_eq!(to_pm, 1);
}

#[test]
fn what_gets_worse_is_said() {
    let case = example();
    let proposal = propose(&case, 2, &Effort::default());
    // 31 of 32 hours leave the EM a single hour free.
    for plan in &proposal.steps[2].optima {
        assert!(plan.worse.contains(&Worse::Full { lead: EM, before: 10.0, after: 1.0 }), "{plan:?}");
    }
    let reviews = proposal.steps[2].optima.iter().find(|plan| plan.owners[7] == Some(STAFF)).expect("reviews may move");
    assert!(reviews.worse.contains(&Worse::Fit { duty: 7, before: Fit::Fits, after: Fit::Shared }));
}

#[test]
fn a_pin_is_kept_and_a_wish_breaks_a_tie() {
    let mut case = example();
    case.duties[11].pinned = Some(TL);
    let proposal = propose(&case, 2, &Effort::default());
    assert!(proposal.steps[2].optima.iter().all(|plan| plan.owners[11] == Some(TL)));
    let mut case = example();
    case.duties[13].wishes[STAFF] = Some(rung_model::roster::Wish::Wants);
    let proposal = propose(&case, 2, &Effort::default());
    assert_eq!(proposal.steps[2].optima.len(), 1);
    assert_eq!(proposal.steps[2].optima[0].owners[13], Some(STAFF));
}
