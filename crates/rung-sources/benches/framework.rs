//! Frameworks: import, read and write one of 50 roles, 200 positions and 2,000 cells, and import 10 MB of CSV.

use std::{fmt::Write, path::Path, time::Instant};

use criterion::{Criterion, criterion_group, criterion_main};
use rung_sources::{
    framework::{
        Notation, fmt,
        import::{Imported, import},
        read_only, to_text,
    },
    progress::Silent,
};

const ROLES: usize = 50;
const LEVELS: usize = 4;
const TOPICS: usize = 10;

/// A page per role: a table of ten topics by four levels.
fn page(role: usize) -> String {
    let mut text = format!("# Trade {role}\n\n| Topic | Level 1 | Level 2 | Level 3 | Level 4 |\n|--|--|--|--|--|\n");
    for topic in 0..TOPICS {
        let _ = write!(text, "| Trade {role} topic {topic} |");
        for level in 1..=LEVELS {
            let _ = write!(text, " Does the work of topic {topic} at level {level}, as far as trade {role} asks. |");
        }
        text.push('\n');
    }
    text
}

/// A long table of 10 MB: role, level, topic, text.
fn long_table() -> String {
    let mut text = String::from("role,level,competency,description\n");
    let mut row = 0;
    while text.len() < 10 << 20 {
        let (role, level, topic) = (row % 60, row / 60 % 6 + 1, row / 360);
        let _ =
            writeln!(text, "Trade {role},{level},Topic {topic},\"Does the work of topic {topic}, and \"\"well\"\"\"");
        row += 1;
    }
    text
}

fn imported(path: &Path) -> Imported {
    import(path, Some("bench"), &Silent)
}

#[expect(clippy::print_stdout, reason = "a benchmark tells what it worked on")]
fn framework(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let pages = folder.path().join("pages");
    std::fs::create_dir(&pages).expect("a folder in it");
    for role in 0..ROLES {
        std::fs::write(pages.join(format!("trade-{role}.md")), page(role)).expect("a page");
    }
    let counts = imported(&pages).report.counts;
    println!("{} roles, {} positions, {} cells", counts.roles, counts.positions, counts.cells);
    criterion.bench_function("framework: import 50 pages", |bencher| bencher.iter(|| imported(&pages)));

    let framework = imported(&pages).framework;
    for notation in [Notation::Toml, Notation::Yaml, Notation::Json] {
        let ending = notation.ending();
        let file = folder.path().join(format!("framework.{ending}"));
        let text = to_text(&framework, notation);
        std::fs::write(&file, &text).expect("a file");
        criterion.bench_function(&format!("framework: read {ending}"), |bencher| bencher.iter(|| read_only(&file)));
        criterion.bench_function(&format!("framework: write {ending}"), |bencher| {
            bencher.iter(|| to_text(&framework, notation));
        });
        criterion.bench_function(&format!("framework: lay out {ending}"), |bencher| bencher.iter(|| fmt(&file, &text)));
    }

    let table = folder.path().join("long.csv");
    std::fs::write(&table, long_table()).expect("a file");
    let start = Instant::now();
    let cells = imported(&table).report.counts.cells;
    println!("10 MB of CSV: {cells} cells in {:.2} s", start.elapsed().as_secs_f64());
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(20);
    targets = framework
}
criterion_main!(benches);
