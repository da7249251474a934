//! How long a large framework takes: 50 roles, 200 positions, 2,000 cells.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use rung_measure::ladder::{level_diff::level_diff, nearest::nearest, pairs::all_pairs, versions::versions};
use rung_model::framework::{Cell, Criterion as Statement, Dimension, Framework, Position, Role, Scale};

const WORDS: [&str; 24] = [
    "plans", "the", "work", "of", "one", "team", "several", "teams", "writes", "code", "hires", "people", "well",
    "every", "week", "with", "care", "for", "others", "and", "reads", "maps", "early", "often",
];

/// Twenty words by a fixed rule, a rare one among them.
fn text(seed: usize) -> String {
    let mut state = seed.wrapping_mul(0x9e37_79b9).wrapping_add(12_345);
    let mut words: Vec<String> = Vec::new();
    for _ in 0..20 {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        words.push(WORDS.get((state >> 33) % WORDS.len()).copied().unwrap_or("").to_owned());
    }
    words.push(format!("rare{}", seed % 700));
    words.join(" ")
}

/// `shift` changes the ids and a third of the words, as a rewritten version does.
fn large(shift: usize) -> Framework {
    let mut framework = Framework {
        scales: vec![Scale { id: "s".to_owned(), ..Scale::default() }],
        roles: (0..50).map(|n| Role { id: format!("role{n}"), ..Role::default() }).collect(),
        ..Framework::default()
    };
    for n in 0..10 {
        let scale = Some("s".to_owned());
        framework.dimensions.push(Dimension {
            id: format!("d{n}"),
            name: format!("d{n}"),
            scale,
            ..Dimension::default()
        });
    }
    for n in 0..200_usize {
        let requires = (0..10).map(|d| (format!("d{d}"), u32::try_from((n * 7 + d * 3) % 6).unwrap_or(0))).collect();
        let (role, rank) = (format!("role{}", n / 4), u32::try_from(n % 4).unwrap_or(0));
        framework.positions.push(Position { id: format!("p{n}"), role, rank, requires, ..Position::default() });
        for d in 0..10 {
            let number = n * 10 + d;
            let mut words = text(number);
            if shift > 0 && number.is_multiple_of(3) {
                words.push_str(" in a new way");
            }
            framework.cells.push(Cell {
                id: format!("c{}", number + shift),
                position: format!("p{n}"),
                dimension: format!("d{d}"),
                criteria: vec![Statement::of(words)],
                ..Cell::default()
            });
        }
    }
    framework
}

fn ladder(c: &mut Criterion) {
    let (old, new, unlike) = (large(0), large(10_000), {
        let mut unlike = large(20_000);
        unlike.cells.iter_mut().enumerate().for_each(|(n, cell)| cell.criteria = vec![Statement::of(text(n + 50_000))]);
        unlike
    });
    c.bench_function("versions, new ids, a third reworded", |b| b.iter(|| versions(black_box(&old), black_box(&new))));
    c.bench_function("versions, nothing alike", |b| b.iter(|| versions(black_box(&old), black_box(&unlike))));
    c.bench_function("all pairs of 200 positions", |b| b.iter(|| all_pairs(black_box(&old))));
    c.bench_function("nearest of 200 positions", |b| b.iter(|| nearest(black_box(&old), "p17", 10)));
    c.bench_function("difference of two positions", |b| b.iter(|| level_diff(black_box(&old), "p17", "p18")));
}

criterion_group!(benches, ladder);
criterion_main!(benches);
