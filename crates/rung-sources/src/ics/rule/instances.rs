//! The instances of a rule within a stretch of civil time.

use jiff::civil::{Date, DateTime};

use super::{Frequency, Rule, days::Days, settled::Settled, slots::Slots};

/// What a rule costs that never happens: the `rrule` crate looks for it until the year 10000.
const NEVER: usize = 400_000;

/// How much work the rules of one file may cause, so that no file can hang a reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Allowance {
    /// Instances one rule may give.
    pub instances: usize,
    /// Candidate times that may still be looked at.
    pub steps: usize,
}

impl Default for Allowance {
    /// Ten thousand instances a rule; twenty million candidates, below a second of work.
    fn default() -> Self {
        Self { instances: 10_000, steps: 20_000_000 }
    }
}

/// A stretch of civil time, the end excluded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// First moment.
    pub from: DateTime,
    /// The moment after the last.
    pub to: DateTime,
}

/// The starts a rule gives within a span.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Instances {
    /// In order of time, each once.
    pub starts: Vec<DateTime>,
    /// True where the rule gives more than were asked for at most.
    pub cut: bool,
}

/// The instances of the rule of an event that starts then (`date_only`: on that
/// day). `until` is the last moment in the zone of the event. A start its own
/// rule does not take is not an instance.
pub fn instances(
    rule: &Rule,
    start: DateTime,
    date_only: bool,
    until: Option<DateTime>,
    span: Span,
    allowance: &mut Allowance,
) -> Instances {
    if date_only && !rule.is_daily_or_longer() {
        return Instances::default();
    }
    let settled = Settled::new(rule, start, date_only);
    let slots = Slots::new(rule, &settled, start);
    let mut days = Days::new(rule, &settled, start, span);
    let mut found = Found {
        start,
        until,
        span,
        left: rule.count,
        day_cost: slots.a_day(),
        allowance,
        instances: Instances::default(),
    };
    if rule.positions.is_empty() {
        while let Some(day) = found.next_of(&mut days, None) {
            if !slots.each(day, |times| times.iter().all(|&at| found.take(at))) {
                break;
            }
        }
    } else if rule.frequency > Frequency::Daily {
        while let Some(day) = found.next_of(&mut days, None) {
            if !slots.each(day, |times| found.take_positions(times, &rule.positions)) {
                break;
            }
        }
    } else {
        found.take_by_period(&mut days, &slots, &rule.positions);
    }
    found.instances
}

struct Found<'a> {
    start: DateTime,
    until: Option<DateTime>,
    span: Span,
    left: Option<u32>,
    day_cost: usize,
    allowance: &'a mut Allowance,
    instances: Instances,
}

impl Found<'_> {
    /// The next day that may hold an instance, or that belongs to a period begun.
    fn next_of(&mut self, days: &mut Days<'_>, begun: Option<i64>) -> Option<Date> {
        let Some(day) = days.next() else {
            self.spend(NEVER);
            return None;
        };
        let ahead = day <= self.span.to.date() && self.until.is_none_or(|until| day <= until.date());
        (self.spend(self.day_cost) && (ahead || begun.is_some_and(|begun| begun == days.period_of(day)))).then_some(day)
    }

    /// Takes what stands at these positions in each period of days.
    fn take_by_period(&mut self, days: &mut Days<'_>, slots: &Slots, positions: &[i32]) {
        let mut period = None;
        let mut candidates: Vec<DateTime> = Vec::new();
        loop {
            let day = self.next_of(days, period);
            let next = day.map(|day| days.period_of(day));
            if next != period {
                if !self.take_positions(&candidates, positions) {
                    return;
                }
                candidates.clear();
                period = next;
            }
            let Some(day) = day else { return };
            slots.each(day, |times| {
                candidates.extend(times);
                true
            });
        }
    }

    /// False where the allowance is used up.
    fn spend(&mut self, steps: usize) -> bool {
        let left = self.allowance.steps.checked_sub(steps);
        self.allowance.steps = left.unwrap_or(0);
        self.instances.cut |= left.is_none();
        left.is_some()
    }

    /// Takes a time if it is an instance; false where no later one can be.
    fn take(&mut self, at: DateTime) -> bool {
        if !self.spend(1) {
            return false;
        }
        if at < self.start {
            return true;
        }
        if at >= self.span.to || self.until.is_some_and(|until| at > until) || self.left == Some(0) {
            return false;
        }
        if let Some(left) = &mut self.left {
            *left -= 1;
        }
        if at >= self.span.from {
            if self.instances.starts.len() >= self.allowance.instances {
                self.instances.cut = true;
                return false;
            }
            self.instances.starts.push(at);
        }
        true
    }

    /// Takes the candidates of a period that stand at these positions, in order.
    fn take_positions(&mut self, candidates: &[DateTime], positions: &[i32]) -> bool {
        let count = i64::try_from(candidates.len()).unwrap_or(i64::MAX);
        let mut picked: Vec<i64> = positions
            .iter()
            .map(|&position| i64::from(position))
            .map(|position| if position < 0 { count + position } else { position - 1 })
            .filter(|index| (0..count).contains(index))
            .collect();
        picked.sort_unstable();
        picked.dedup();
        picked
            .into_iter()
            .filter_map(|index| usize::try_from(index).ok().and_then(|index| candidates.get(index)))
            .all(|&at| self.take(at))
    }
}
