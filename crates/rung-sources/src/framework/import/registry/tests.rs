//! Small registries in both forms, with other separators and heads.

use rung_model::framework::{Framework, Status};

use super::super::{Counts, Imported, testing::import_files};

fn counts(framework: &Framework) -> (usize, usize, usize, usize) {
    let counts = Counts::of(framework);
    (counts.roles, counts.positions, counts.dimensions, counts.cells)
}

#[test]
fn a_long_registry_is_told_by_what_depends_on_what() {
    let text = "\u{feff}Familie;Beruf;Stelle;Fähigkeit;Kenntnisstand;Beschreibung;Stand\r
Deck;Rigger;Junior Rigger;Ropes;Awareness;\"Knows the knots, all of them\";in use\r
Deck;Rigger;Junior Rigger;Sails;Working;Sets a sail with help;in use\r
Deck;Rigger;Senior Rigger;Ropes;Expert;Teaches all knots to others;in use\r
Deck;Rigger;Senior Rigger;Sails;Working;Sets every sail alone;in use\r
Haus;Piper;Piper;Pipes;Working;Plays the pipes at eight bells;not in use\r
";
    let Imported { framework, report, problems } = import_files(&[("ship.csv", text)]);
    assert_eq!((counts(&framework), report.skipped), ((2, 3, 3, 5), 0), "{problems:?}");
    let senior = framework.positions.iter().find(|one| one.titles == ["Senior Rigger"]).unwrap();
    assert_eq!((senior.rank, senior.requires.get("ropes"), senior.requires.get("sails")), (2, Some(&4), Some(&2)));
    assert_eq!(framework.scales[0].levels.len(), 4);
    assert_eq!((framework.roles[0].status, framework.roles[1].status), (Status::Current, Status::Retired));
    assert_eq!(framework.dimensions[2].status, Status::Retired);
}

#[test]
fn columns_may_be_levels_or_skills() {
    let by_skill =
        "ref,area,skill,exp_C1,exp_C2,exp_C3-S\nA1,Deck,Ropes,0,2,3\nA2,Deck,Sails,1,,3\nB1,House,Soup,1,1,2\n";
    let Imported { framework, report, .. } = import_files(&[("cook.csv", by_skill)]);
    assert_eq!((counts(&framework), report.skipped), ((1, 3, 3, 8), 0));
    assert_eq!(
        (framework.positions[0].requires.get("ropes"), framework.scales[0].zero.as_deref()),
        (Some(&0), Some("0"))
    );
    assert_eq!(framework.dimensions[2].group.as_deref(), Some("House"));
    let by_position = "role\ttitle\tRopes\tSails\nRigger\tJunior Rigger\tbasic\t-\nRigger\tSenior Rigger\texpert\tadvanced\nCook\tJunior Cook\tbasic\tbasic\n";
    let framework = import_files(&[("ship.tsv", by_position)]).framework;
    assert_eq!(counts(&framework), (2, 3, 2, 5));
    assert_eq!(framework.positions[1].requires.get("ropes"), Some(&3));
}

#[test]
fn skills_with_levels_and_no_role_become_anchors() {
    let text = "Levels,,Code,Skill,Category,Overall description,Level 1 description,Level 2 description
1,2,ROPE,Ropes,Deck,All of rope,Ties every knot in use,Teaches the knots to all
,2,SAIL,Sails,Deck,All of sails,,Chooses sails for the day
";
    let Imported { framework, report, .. } = import_files(&[("skills.csv", text)]);
    let counts = Counts::of(&framework);
    assert_eq!((counts.roles, counts.dimensions, counts.anchors, counts.levels), (0, 2, 3, 2));
    assert_eq!((report.skipped, framework.dimensions[0].from.extra.contains_key("x-Code")), (0, true));
}

#[test]
fn a_table_that_is_no_registry_is_left() {
    let framework = import_files(&[("sales.csv", "day,money\nMon,12.50\nTue,13.20\n")]).framework;
    assert_eq!(counts(&framework), (0, 0, 0, 0));
}
