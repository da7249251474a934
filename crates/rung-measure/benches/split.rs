//! Split proposals: the worked size (4 leads, 14 duties), the largest exact one (6 x 20) and one past that (12 x 40).

use std::{
    hint::black_box,
    time::{Duration, Instant},
};

use criterion::{Criterion, criterion_group, criterion_main};
use rung_measure::own::{
    case::{Case, Duty, Lead},
    propose::{Effort, propose},
};
use rung_model::roster::Fit;

/// Numbers that look random and are the same on every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, most: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % most
    }
}

/// A team with too little capacity: duties pile up on the first leads, as they do in life.
fn team(leads: usize, duties: usize, seed: u64) -> Case {
    let mut numbers = Numbers(seed);
    let mut hours = 0.0;
    let duties: Vec<Duty> = (0..duties)
        .map(|at| {
            let own = 1.0 + numbers.below(16) as f64 / 2.0;
            hours += own;
            let fits: Vec<Fit> = (0..leads).map(|_| Fit::ALL[numbers.below(4) as usize]).collect();
            let owners = match numbers.below(6) {
                0 => vec![],
                1 => vec![0, 1],
                _ => vec![(numbers.below(leads as u64) as usize) / 2],
            };
            Duty {
                id: format!("d{at}"),
                name: String::new(),
                bucket: None,
                hours: own,
                shared: false,
                fits,
                wishes: vec![None; leads],
                owners,
                contributors: Vec::new(),
                pinned: None,
                trial: false,
            }
        })
        .collect();
    let capacity = (hours / leads as f64).round();
    let lead = |at| Lead {
        person: format!("p{at}"),
        name: String::new(),
        roles: Vec::new(),
        capacity: Some(capacity),
        expected: None,
    };
    Case { leads: (0..leads).map(lead).collect(), duties, departure_weight: 0.0 }
}

#[expect(clippy::print_stderr, reason = "tells gaps and ties, which no timing shows")]
fn bench(c: &mut Criterion) {
    for (leads, duties) in [(4, 14), (6, 20)] {
        let case = team(leads, duties, 7);
        c.bench_function(&format!("split {leads} x {duties}"), |b| {
            b.iter(|| propose(black_box(&case), 3, &Effort::default()));
        });
    }
    for seed in 1..=6 {
        let case = team(12, 40, seed);
        let start = Instant::now();
        let go_on = || start.elapsed() < Duration::from_secs(2);
        let proposal = propose(&case, 3, &Effort { go_on: &go_on, ..Effort::default() });
        let steps: Vec<String> = proposal
            .steps
            .iter()
            .map(|s| format!("{} moves: {:.1}, gap {:.2}, {} ties", s.allowed, s.cost, s.gap(), s.optima.len()))
            .collect();
        eprintln!("split 12 x 40, seed {seed}: {:.2} s; {}", start.elapsed().as_secs_f64(), steps.join("; "));
    }
}

criterion_group!(benches, bench);
criterion_main!(benches);
