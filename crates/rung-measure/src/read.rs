//! From totals to the reading of a period: minutes, evidence shares, headline shares, worst case.

use rung_model::{bucket::Bucket, minutes::Minutes, share::Share};

use crate::{
    calibrate::Learned,
    headline::{self, Spread},
    period::{BucketReading, PeriodReading},
    spread,
    totals::Totals,
    unseen::{self, Unseen},
};

/// Least coverage at which shares are shown (MEASURE section 7): under it, minutes only.
pub const LEAST_COVERAGE: f64 = 0.40;

/// Source kinds that show hands on code, by machine name.
const SHOWS_CODE: [&str; 8] = ["git", "days", "github", "gitlab", "gitea", "timelog", "timewarrior", "toggl"];

/// Reads a period (MEASURE section 7). `visible` says for each bucket, in [`Bucket::ALL`] order, whether
/// any connected source can ever see it. The hands-on share is given where the period has evidence of a
/// kind that shows code; [`read_knowing_code`] takes that as an argument.
pub fn read_period(label: String, totals: Totals, visible: [bool; 4]) -> PeriodReading {
    let shows_code = SHOWS_CODE.iter().any(|kind| totals.rows.get(kind).is_some_and(|rows| *rows > 0));
    read_knowing_code(label, totals, visible, shows_code)
}

/// [`read_period`], told whether a connected source can see hands on code: without one there is no
/// hands-on share, with one a period without commits has a small one.
pub fn read_knowing_code(label: String, totals: Totals, visible: [bool; 4], shows_code: bool) -> PeriodReading {
    read_with(label, totals, &Known { visible, shows_code, unseen: None })
}

/// What is known beside the totals of a period.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Known {
    /// Whether any connected source can ever see a bucket, in [`Bucket::ALL`] order.
    pub visible: [bool; 4],
    /// Whether a connected source can see hands on code.
    pub shows_code: bool,
    /// What the person's own whole days say about time no source sees.
    pub unseen: Option<Learned>,
}

/// Reads a period with all that is known beside its totals.
pub fn read_with(label: String, totals: Totals, known: &Known) -> PeriodReading {
    let Known { visible, shows_code, unseen } = *known;
    let coverage = totals.coverage();
    let unknown = Minutes::new(0.0, 0.0, totals.unclassified.high);
    let minutes = Bucket::ALL.map(|bucket| totals.bucket(bucket) + unknown);
    let model = (coverage >= LEAST_COVERAGE).then(|| Model::of(&minutes, coverage, visible, unseen.as_ref()));
    let buckets = Bucket::ALL.map(|bucket| {
        let seen = visible[bucket.index()];
        let compared = seen && bucket != Bucket::Other;
        BucketReading {
            bucket,
            minutes: minutes[bucket.index()],
            after_hours: totals.after_hours[bucket.index()],
            visible: seen,
            evidence: if compared { evidence(bucket, &minutes) } else { None },
            headline: model.as_ref().filter(|_| compared).and_then(|model| model.headline(bucket)),
            worst: worst(bucket, &totals),
        }
    });
    let shows_code = shows_code && visible[Bucket::Building.index()];
    let hands_on = model.as_ref().filter(|_| shows_code).and_then(|model| model.hands_on(totals.hands_on));
    PeriodReading { label, coverage, buckets, hands_on, totals }
}

/// Share of the three buckets as seen: low against the high of the others, high against their low.
/// `None` where nothing was seen in the three.
fn evidence(bucket: Bucket, minutes: &[Minutes; 4]) -> Option<Share> {
    let own = minutes[bucket.index()];
    let others: Minutes = Bucket::SPLIT.into_iter().filter(|b| *b != bucket).map(|b| minutes[b.index()]).sum();
    let whole = own.point + others.point;
    if whole <= 0.0 {
        return None;
    }
    let point = own.point / whole;
    let part = |own: f64, others: f64| if own + others > 0.0 { own / (own + others) } else { point };
    Some(Share::new(part(own.low, others.high).min(point), point, part(own.high, others.low).max(point)))
}

/// Share of all working time with no assumption about the rest: from its low to what the lows of all
/// other buckets leave. A period without working time leaves everything open.
fn worst(bucket: Bucket, totals: &Totals) -> Share {
    let whole = totals.whole();
    if whole <= 0.0 {
        return Share::new(0.0, 0.0, 1.0);
    }
    let own = totals.bucket(bucket);
    let others: f64 = Bucket::ALL.into_iter().filter(|b| *b != bucket).map(|b| totals.bucket(b).low).sum();
    let point = own.point / whole;
    Share::new((own.low / whole).min(point), point, (1.0 - others / whole).max(point))
}

/// The headline model of one period.
struct Model {
    split: [Minutes; 3],
    spreads: [Spread; 3],
    coverage: f64,
    weights: [f64; 3],
}

impl Model {
    fn of(minutes: &[Minutes; 4], coverage: f64, visible: [bool; 4], learned: Option<&Learned>) -> Self {
        let split = Bucket::SPLIT.map(|bucket| minutes[bucket.index()]);
        let all_visible = Bucket::SPLIT.iter().all(|bucket| visible[bucket.index()]);
        Self {
            spreads: split.map(spread::points),
            split,
            coverage,
            weights: unseen::weights(split.map(|m| m.point), all_visible, learned),
        }
    }

    /// True where nothing was placed in any of the three: a share would be made of assumptions alone.
    fn is_empty(&self) -> bool {
        self.split.iter().all(|m| m.point <= 0.0)
    }

    fn headline(&self, bucket: Bucket) -> Option<Share> {
        if self.is_empty() {
            return None;
        }
        let own = bucket.index();
        let others: Vec<Spread> = (0..3).filter(|i| *i != own).map(|i| self.spreads[i]).collect();
        let rest: f64 = (0..3).filter(|i| *i != own).map(|i| self.weights[i]).sum();
        headline::share(&self.spreads[own], &others, self.coverage, &Unseen::new(self.weights[own], rest))
    }

    /// The share with hands on code among the three buckets. Unclassified minutes are calendar entries
    /// nobody could read, not code: they raise the high of the rest, not of this.
    fn hands_on(&self, own: Minutes) -> Option<Share> {
        if self.is_empty() {
            return None;
        }
        let building = self.split[Bucket::Building.index()];
        let point = (building.point - own.point).max(0.0);
        let low = (building.low - own.low).clamp(0.0, point);
        let rest = Minutes::new(low, point, (building.high - own.high).max(point));
        let all: f64 = self.weights.iter().sum();
        let within = if building.point > 0.0 { (own.point / building.point).min(1.0) } else { 0.0 };
        let weight = (self.weights[Bucket::Building.index()] * within).max(unseen::LEAST_WEIGHT);
        let unseen = Unseen::new(weight, (all - weight).max(unseen::LEAST_WEIGHT));
        let [strategy, people, _] = self.spreads;
        let others = [strategy, people, spread::points(rest)];
        headline::share(&spread::points(own), &others, self.coverage, &unseen)
    }
}
