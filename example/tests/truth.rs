//! The truth test: what everybody truly did lies inside the ranges Rung gives from the files.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod pipeline;

use example::{Organisation, Truth, organisation};
use jiff::{
    ToSpan,
    civil::{Date, date},
};
use pipeline::{FIRST, LAST};
use rung_measure::{
    book::Ledger,
    calibrate::Learned,
    fit::{GateFacts, Verdict, fit},
    period::PeriodReading,
    read::{Known, read_with},
};
use rung_model::{bucket::Bucket, framework::Family};

/// The example shown to users and three others.
const SEEDS: [u64; 4] = [example::SEED, 2, 3, 4];

/// How often the truth lay in the headline range, and how wide the ranges were.
#[derive(Default)]
struct Score {
    inside: usize,
    all: usize,
    silent: usize,
    widths: Vec<f64>,
    misses: [[usize; 2]; 3],
}

impl Score {
    /// Counts one person's period, one count a bucket.
    fn take(&mut self, reading: &PeriodReading, truth: Option<[f64; 3]>) {
        let Some(truth) = truth else { return };
        if reading.totals.observed() <= 0.0 {
            return;
        }
        let headlines = Bucket::SPLIT.map(|bucket| reading.bucket(bucket).headline);
        let [Some(_), Some(_), Some(_)] = headlines else {
            self.silent += 1;
            return;
        };
        for (index, (headline, truth)) in headlines.into_iter().flatten().zip(truth).enumerate() {
            self.all += 1;
            self.inside += usize::from(headline.holds(truth));
            self.misses[index][0] += usize::from(truth < headline.low);
            self.misses[index][1] += usize::from(truth > headline.high);
            self.widths.push(headline.width());
        }
    }

    fn add(&mut self, other: &Self) {
        self.inside += other.inside;
        self.all += other.all;
        self.silent += other.silent;
        self.widths.extend(&other.widths);
        for (own, other) in self.misses.iter_mut().flatten().zip(other.misses.iter().flatten()) {
            *own += other;
        }
    }

    fn share(&self) -> f64 {
        self.inside as f64 / self.all.max(1) as f64
    }

    /// The same for the bucket that fares worst.
    fn worst_bucket(&self) -> f64 {
        let missed = self.misses.iter().map(|[low, high]| low + high).max().unwrap_or_default();
        1.0 - missed as f64 / self.periods().max(1) as f64
    }

    fn periods(&self) -> usize {
        self.all / 3
    }

    fn median_width(&self) -> f64 {
        let mut widths = self.widths.clone();
        widths.sort_by(f64::total_cmp);
        widths.get(widths.len() / 2).copied().unwrap_or_default()
    }

    fn line(&self) -> String {
        format!(
            "{:5.1} % inside ({:.1} % of the worst bucket), median width {:4.1} points, {} periods read, {} under the gate; too low/high S {:?} P {:?} B {:?}",
            100.0 * self.share(),
            100.0 * self.worst_bucket(),
            100.0 * self.median_width(),
            self.periods(),
            self.silent,
            self.misses[0],
            self.misses[1],
            self.misses[2]
        )
    }
}

/// The weeks of the year: Monday and Sunday.
fn weeks() -> impl Iterator<Item = (Date, Date)> {
    FIRST.series(7.days()).take_while(|monday| *monday < LAST).map(|monday| (monday, monday.saturating_add(6.days())))
}

/// The calendar quarters that lie in the year, cut at its ends.
fn quarters() -> [(Date, Date); 5] {
    [
        (FIRST, date(2025, 12, 31)),
        (date(2026, 1, 1), date(2026, 3, 31)),
        (date(2026, 4, 1), date(2026, 6, 30)),
        (date(2026, 7, 1), date(2026, 9, 30)),
        (date(2026, 10, 1), LAST),
    ]
}

fn read(ledger: &Ledger, unseen: Option<Learned>, (first, last): (Date, Date)) -> PeriodReading {
    let known = Known { visible: [true; 4], shows_code: true, unseen };
    read_with(format!("{first} to {last}"), ledger.totals(first, last), &known)
}

/// Scores the weeks and quarters of everybody; with a line for each person.
fn score(organisation: &Organisation) -> (Score, Score, Vec<String>) {
    let mut lines = Vec::new();
    let dir = tempfile::tempdir().unwrap();
    let written = organisation.write(dir.path()).unwrap();
    let sources = pipeline::Organisation::read(&written);
    let truth: &Truth = organisation.truth();
    let (mut all_weeks, mut all_quarters) = (Score::default(), Score::default());
    for person in &written.people {
        let (ledger, unseen) = sources.measure(&written, person, true);
        let (mut own_weeks, mut own_quarters) = (Score::default(), Score::default());
        for span in weeks() {
            own_weeks.take(&read(&ledger, unseen, span), truth.split(&person.id, span.0, span.1));
        }
        for span in quarters() {
            own_quarters.take(&read(&ledger, unseen, span), truth.split(&person.id, span.0, span.1));
        }
        let year = read(&ledger, unseen, (FIRST, LAST));
        lines.push(format!("  {} seen {:.0} %", person.id, 100.0 * year.coverage));
        lines.push(format!("    weeks {}", own_weeks.line()));
        lines.push(format!("    quarters {}", own_quarters.line()));
        all_weeks.add(&own_weeks);
        all_quarters.add(&own_quarters);
    }
    (all_weeks, all_quarters, lines)
}

/// The figures: on four seeds the true share of all work, seen or not, of each bucket lies in
/// the headline range for at least 85 % of person-weeks and 90 % of person-quarters, with a median
/// weekly width of at most 25 points. Weeks under the 40 % gate have no headline and are few.
#[test]
fn the_truth_lies_in_the_headline_ranges() {
    let mut failed = Vec::new();
    for seed in SEEDS {
        let (weeks, quarters, people) = score(&organisation(seed));
        println!("{}", people.join("\n"));
        println!("seed {seed}: weeks {}", weeks.line());
        println!("seed {seed}: quarters {}", quarters.line());
        let holds = weeks.worst_bucket() >= 0.85
            && quarters.worst_bucket() >= 0.90
            && weeks.median_width() <= 0.25
            && weeks.silent * 2 < weeks.periods();
        if !holds {
            failed.push(format!("seed {seed}: weeks {}; quarters {}", weeks.line(), quarters.line()));
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

/// The sentence of the first minute: the drifted tech lead's weeks look like a coordination role's.
#[test]
fn the_drifted_tech_lead_gets_a_verdict() {
    let framework = rung_sources::framework::builtin();
    for seed in SEEDS {
        let dir = tempfile::tempdir().unwrap();
        let written = organisation(seed).write(dir.path()).unwrap();
        let sources = pipeline::Organisation::read(&written);
        let ines = written.people.iter().find(|person| person.id == written.protagonist).unwrap();
        let (ledger, unseen) = sources.measure(&written, ines, true);
        let span = (date(2026, 7, 27), LAST);
        let reading = read(&ledger, unseen, span);
        let facts =
            GateFacts { weeks: 15, hours: reading.totals.observed() / 60.0, source_kinds: 2, has_calendar: true };
        let verdict = fit(&reading, &facts, &framework, Some("tech_lead")).verdict;
        println!("seed {seed}: coverage {:.2}, {verdict:?}", reading.coverage);
        let named = matches!(verdict, Verdict::LooksLike { family: Family::Coordination, as_held: false, .. });
        assert!(named, "seed {seed}: {verdict:?} from {:?}", reading.buckets);
    }
}
