//! Time splits in the forms they are published in.

use rung_model::{
    bucket::Bucket,
    framework::{Part, SplitClaim},
};

use super::super::written::{imported, said};

fn range(min: f64, max: f64) -> Part {
    Part { mean: None, min: Some(min), max: Some(max) }
}

fn part(claim: &SplitClaim, bucket: Bucket) -> Part {
    claim.parts[&bucket]
}

#[test]
fn ranges_are_kept_as_they_are_stated_whichever_way_the_table_lies() {
    let page = "# Where the week goes\n\n| Activity | Bake lead | Shop manager |\n|---|---|---|\n\
        | Coding | 30–50 % | 0-20% |\n| Planning | 20 to 30 | up to 10 % |\n| People | ~20% | 60% |\n| Knitting | rest | .1 |\n";
    let imported_one = imported(&[("week.md", page)]);
    let splits = &imported_one.framework.splits;
    assert_eq!(splits.iter().map(|claim| claim.role.as_str()).collect::<Vec<_>>(), ["bake-lead", "shop-manager"]);
    assert_eq!(part(&splits[0], Bucket::Building), range(0.3, 0.5));
    assert_eq!(part(&splits[0], Bucket::Strategy), range(0.2, 0.3));
    assert_eq!(part(&splits[0], Bucket::People), Part::exact(0.2));
    assert_eq!(part(&splits[1], Bucket::Strategy), range(0.0, 0.1));
    assert!(splits[1].from.extra["x-activities"].get("Knitting").is_some());
    assert_eq!(said(&imported_one, "skipped"), ["week.md:8 a table cell was not understood: `rest`"]);
    let turned = "# Time\n\n| Role | Strategy | People | Building |\n|---|---|---|---|\n| Bake lead | .2 | .3 | .5 |\n\
        | Shop manager | .4 | .5 | .2 |\n";
    let imported_other = imported(&[("time.md", turned)]);
    let splits = &imported_other.framework.splits;
    assert_eq!((splits.len(), splits[1].role.as_str()), (2, "shop-manager"));
    assert_eq!(part(&splits[1], Bucket::Strategy), Part::exact(0.4));
}

#[test]
fn bullets_and_cells_say_shares_one_by_one() {
    let page = "# Bake lead\n\n## How time is spent\n\n* Coding: 60%\n* 1:1s and hiring: 20-30 %\n* 10% on planning\n";
    let imported = imported(&[("lead.md", page)]);
    let splits = &imported.framework.splits;
    assert_eq!((splits.len(), splits[0].role.as_str()), (1, "bake-lead"));
    assert_eq!(part(&splits[0], Bucket::Building), Part::exact(0.6));
    assert_eq!(part(&splits[0], Bucket::People), range(0.2, 0.3));
    assert_eq!(part(&splits[0], Bucket::Strategy), Part::exact(0.1));
}

#[test]
fn weights_of_a_score_are_no_time() {
    let page = "# Weights\n\n| Skill | Bake lead | Shop manager |\n|---|---|---|\n| Coding | 60% | 20% |\n\
        | People | 40% | 80% |\n";
    assert!(imported(&[("weights.md", page)]).framework.splits.is_empty());
}
