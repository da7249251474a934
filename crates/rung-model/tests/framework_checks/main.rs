//! The checks of a framework: each has a framework it reports and one it does not.

mod lints;
mod small;
mod structure;
mod values;

use std::collections::BTreeSet;

use rung_model::{
    framework::{
        Framework, Place, Places,
        check::{ALL, check, structure as structural},
    },
    problem::{Problem, Severity},
};

/// A check's id, a framework it reports, and one it does not.
type Pair = (&'static str, fn() -> Framework, fn() -> Framework);

fn places(framework: &Framework) -> Places {
    Places::of_origins(framework, Place { file: "forge.toml".to_owned(), line: 1 })
}

fn checked(framework: &Framework) -> Vec<Problem> {
    check(framework, &places(framework))
}

fn of(framework: &Framework, id: &str) -> Vec<Problem> {
    let mut problems = checked(framework);
    problems.retain(|problem| problem.check == id);
    problems
}

fn pairs() -> impl Iterator<Item = &'static Pair> {
    structure::PAIRS.iter().chain(lints::PAIRS)
}

#[test]
fn every_check_has_a_pair() {
    let checks: BTreeSet<&str> = ALL.iter().map(|(id, _)| *id).collect();
    assert_eq!(pairs().map(|(id, ..)| *id).collect::<BTreeSet<_>>(), checks);
    assert_eq!(checks.len(), ALL.len());
}

#[test]
fn every_check_reports_its_own_and_nothing_else() {
    for (id, fires, silent) in pairs() {
        let (_, own) = ALL.iter().find(|(known, _)| known == id).unwrap();
        let framework = fires();
        let reported = own(&rung_model::framework::check::Whole::new(&framework, &places(&framework)));
        assert!(!reported.is_empty(), "{id} is not reported");
        for problem in reported {
            assert_eq!(problem.check, *id);
            assert!(!problem.what.ends_with('.') && !problem.mend.ends_with('.'), "{problem}");
            assert!(problem.item.is_some(), "{problem}");
        }
        assert!(!of(&framework, id).is_empty(), "{id} is not among all");
        assert_eq!(of(&silent(), id), [], "{id} is reported where nothing is wrong");
    }
}

#[test]
fn a_sound_framework_has_no_problem() {
    assert_eq!(checked(&small::sound()), []);
    assert_eq!(checked(&small::complete(|_| ())), []);
}

#[test]
fn structure_reports_the_errors_of_all() {
    for (id, fires, _) in pairs() {
        let framework = fires();
        let mut errors = checked(&framework);
        errors.retain(|problem| problem.severity == Severity::Error);
        assert_eq!(structural(&framework, &places(&framework)), errors, "{id}");
        assert_eq!(structure::PAIRS.iter().any(|(known, ..)| known == id), !errors.is_empty(), "{id}");
    }
}
