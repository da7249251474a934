//! Small weighted frameworks, in tables and as data.

use rung_model::framework::Framework;

use super::super::{Counts, Imported, testing::import_files};

fn check(framework: &Framework) {
    let counts = Counts::of(framework);
    assert_eq!((counts.roles, counts.positions, counts.dimensions, counts.bands), (2, 4, 2, 4));
    assert_eq!(framework.weights.len(), 2);
    let rigger = framework.weights.iter().find(|one| one.role.as_deref() == Some("rigger")).unwrap();
    assert_eq!((rigger.percent["ropes"], rigger.percent["talk"]), (70.0, 30.0));
    let second = framework.bands.iter().find(|one| one.name == "Old rigger").unwrap();
    assert!(second.half_open && second.role.as_deref() == Some("rigger"));
    assert_eq!((second.min, second.max), (1.5, Some(4.0)));
    assert_eq!(framework.gates.len(), 1);
    assert_eq!(framework.gates[0].requires["talk"], 2);
}

#[test]
fn tables_of_weights_and_bands_are_read_with_gates() {
    let weights = "# Tracks\n\n| Name | ⚓ Ropes | 💬 Talk |\n|--|--|--|\n| [Rigger](rigger.md) | 70 | 30 |\n| Cook | 20 | 80 |\n";
    let bands = "# Grades\n\nThe upper bound is open.\n\n| Track | Min P | Max P | Grade | Job Title | Min Talk | Pay |\n|--|--|--|--|--|--|--|\n\
        | Rigger | 0.00 | 1.50 | R1 | Rigger | | 10 |\n| Rigger | 1.50 | 4.00 | R2 | Old rigger | 2 | 20 |\n\
        | Cook | 0.00 | 2.00 | C1 | Cook | | 10 |\n| Cook | 2.00 | 4.00 | C2 | Cook | | 20 |\n";
    let levels = "# Progress\n\n- **0 - None** - Not yet.\n- **1 - Some** - With help.\n- **2 - All** - Alone.\n";
    let files = [("tracks.md", weights), ("grades.md", bands), ("progress.md", levels)];
    let Imported { framework, problems, .. } = import_files(&files);
    check(&framework);
    assert_eq!((framework.scales[0].zero.as_deref(), framework.scales[0].levels.len()), (Some("None"), 2));
    let left: Vec<_> = problems.iter().filter(|one| one.check == "skipped" && one.what.contains("table")).collect();
    assert!(left.is_empty(), "{left:?}");
}

#[test]
fn data_says_the_same() {
    let text = "tracks:
  Rigger:
    weights: {ropes: 0.7, talk: 0.3}
    bands:
      - {min: 0, max: 1.5, title: Rigger}
      - {min: 1.5, max: 4, title: Old rigger, gate: {talk: 2}}
  Cook:
    weights: {ropes: 20, talk: 80}
    bands: [{min: 0, max: 2, title: Cook, grade: C1}, {min: 2, max: 4, title: Cook, grade: C2}]
";
    let Imported { framework, report, problems } = import_files(&[("ship.yml", text)]);
    check(&framework);
    assert_eq!(report.skipped, 0, "{problems:?}");
}

#[test]
fn weights_in_running_text_are_a_guess() {
    let text = "# Score\n\nMaybe:\n\n- **30%** Ropes\n- **70%** Talk\n\n## Titles\n\n| Title | Score | Pay |\n|--|--|--|\n| Hand | 0.00 - 1.40 | 5 000 - 9 000 |\n| Mate | 1.40 - 4.00 | 9 000 - 12 000 |\n";
    let Imported { framework, report, .. } = import_files(&[("deck.md", text)]);
    assert_eq!((framework.weights.len(), framework.bands.len(), report.guessed), (1, 2, 2));
    assert_eq!(framework.bands[1].max, Some(4.0));
}
