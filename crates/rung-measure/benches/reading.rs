//! How long a period takes to read: a report has some sixty of them, an organisation's year 25,000.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use jiff::civil::Date;
use rung_measure::{read::read_period, totals::Totals};
use rung_model::minutes::Minutes;

fn week() -> Totals {
    let mut totals = Totals::empty(Date::constant(2026, 3, 2), Date::constant(2026, 3, 8));
    totals.capacity = 2400.0;
    totals.in_window = [
        Minutes::new(500.0, 600.0, 660.0),
        Minutes::exact(240.0),
        Minutes::new(150.0, 700.0, 1400.0),
        Minutes::exact(60.0),
    ];
    totals.unclassified = Minutes::exact(90.0);
    totals.hands_on = Minutes::new(100.0, 500.0, 1000.0);
    totals.rows.insert("git", 12);
    totals
}

fn reading(c: &mut Criterion) {
    c.bench_function("read a week", |b| b.iter(|| read_period("2026-W10".to_owned(), black_box(week()), [true; 4])));
}

criterion_group!(benches, reading);
criterion_main!(benches);
