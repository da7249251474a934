//! The calendar plan: each occurrence of each meeting, what became of it, and who answered what.

use std::collections::BTreeMap;

use jiff::{
    ToSpan,
    civil::{Date, DateTime, Weekday},
};

use crate::{
    clock::{at, days, minute_of, moment},
    random::Random,
    script::{
        away::Away,
        cast::{CAST, member},
        chance::occasions,
        meetings::recurring,
        series::{Every, Series, Shown},
    },
};

/// What somebody answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Answer {
    /// Accepted, or called it.
    Accepted,
    /// Tentatively.
    Tentative,
    /// Nothing yet.
    NeedsAction,
    /// Declined.
    Declined,
}

/// What became of an occurrence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fate {
    /// As planned, or moved.
    Held,
    /// Cancelled, still listed as such.
    Cancelled,
    /// Taken out of the series.
    Removed,
}

/// One occurrence.
#[derive(Clone, Debug)]
pub(crate) struct Instance {
    /// Start by the rule, on the series' wall clock.
    pub(crate) planned: DateTime,
    /// Start in the end, on the series' wall clock.
    pub(crate) start: DateTime,
    /// What became of it.
    pub(crate) fate: Fate,
    /// Answers that differ from the standing ones.
    pub(crate) answers: BTreeMap<&'static str, Answer>,
    /// Draw in 0..1 that decides what a mixed meeting is about.
    pub(crate) draw: f64,
}

/// A meeting with all its occurrences of the year, oldest first.
#[derive(Clone, Debug)]
pub(crate) struct Meeting {
    /// The script's meeting.
    pub(crate) series: Series,
    /// What each person asked has answered to the whole series.
    pub(crate) standing: BTreeMap<&'static str, Answer>,
    /// Occurrences.
    pub(crate) instances: Vec<Instance>,
}

impl Meeting {
    /// What `person` answered to `instance`.
    pub(crate) fn answer(&self, instance: &Instance, person: &str) -> Answer {
        let standing = self.standing.get(person).copied().unwrap_or(Answer::Accepted);
        instance.answers.get(person).copied().unwrap_or(standing)
    }
}

/// Absences by person id.
pub(crate) type Absences = BTreeMap<&'static str, Away>;

/// Everything that stands in somebody's calendar during the year.
pub(crate) fn plan(seed: u64, absences: &Absences) -> Vec<Meeting> {
    let mut meetings: Vec<Meeting> = recurring().into_iter().map(|series| meeting(seed, series, absences)).collect();
    let mut busy = Busy::default();
    for meeting in &meetings {
        busy.add(meeting);
    }
    let occasions = occasions();
    for day in days().filter(|day| !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)) {
        for occasion in &occasions {
            let free = |person: &'static str, start, end| {
                absences.get(person).is_none_or(|away| !away.entered(day)) && busy.is_free(person, day, start, end)
            };
            if let Some(series) = occasion.on(seed, day, free) {
                let meeting = meeting(seed, series, absences);
                busy.add(&meeting);
                meetings.push(meeting);
            }
        }
    }
    meetings
}

/// Planned minutes by person and local day.
#[derive(Default)]
struct Busy(BTreeMap<(&'static str, Date), Vec<(i32, i32)>>);

impl Busy {
    fn add(&mut self, meeting: &Meeting) {
        let rules = meeting.series.city.rules();
        for instance in meeting.instances.iter().filter(|instance| instance.fate == Fate::Held) {
            let start = moment(instance.start, &rules);
            for person in meeting.series.people() {
                let local = member(person).map_or(instance.start, |m| start.to_zoned(m.city.rules()).datetime());
                let from = minute_of(local.date(), local);
                self.0.entry((person, local.date())).or_default().push((from, from + meeting.series.minutes));
            }
        }
    }

    fn is_free(&self, person: &'static str, day: Date, start: i32, end: i32) -> bool {
        self.0.get(&(person, day)).is_none_or(|taken| taken.iter().all(|(from, to)| end <= *from || *to <= start))
    }
}

fn meeting(seed: u64, series: Series, absences: &Absences) -> Meeting {
    let mut random = Random::of(seed, &["series", &series.key]);
    let recurs = !matches!(series.every, Every::Once(_));
    let doubtful = if recurs { 0.04 } else { 0.08 };
    let standing = series
        .asked
        .iter()
        .map(|person| {
            let answer = match random.unit() {
                draw if draw < doubtful => Answer::Tentative,
                draw if draw < 2.0 * doubtful => Answer::NeedsAction,
                _ => Answer::Accepted,
            };
            (*person, answer)
        })
        .collect();
    let instances = days().filter(|day| happens(&series, *day)).map(|day| instance(seed, &series, day, absences));
    Meeting { instances: instances.collect(), standing, series }
}

/// True where the rule names `day`.
fn happens(series: &Series, day: Date) -> bool {
    if day < series.from || series.until.is_some_and(|until| until < day) {
        return false;
    }
    match &series.every {
        Every::Once(once) => *once == day,
        Every::Weeks { interval, on } => {
            let monday = |date: Date| date.saturating_sub(i64::from(date.weekday().to_monday_zero_offset()).days());
            let weeks = monday(day).since(monday(series.from)).map_or(0, |span| span.get_days() / 7);
            weeks % interval == 0 && on.contains(&day.weekday())
        }
        Every::Month { nth, on } => day.nth_weekday_of_month(*nth, *on).is_ok_and(|date| date == day),
    }
}

fn instance(seed: u64, series: &Series, day: Date, absences: &Absences) -> Instance {
    let mut random = Random::of(seed, &["instance", &series.key, &day.to_string()]);
    let away = |person: &str| absences.get(person).is_some_and(|away| away.entered(day));
    let planned = at(day, series.start);
    let recurs = !matches!(series.every, Every::Once(_));
    let shared = series.is_shared();
    let called_off = if away(series.organizer) && shared { 0.8 } else { 0.045 };
    let fate = match (recurs && (shared || away(series.organizer)), random.chance(called_off), random.chance(0.5)) {
        (true, true, true) => Fate::Cancelled,
        (true, true, false) => Fate::Removed,
        _ => Fate::Held,
    };
    let mut start = planned;
    if recurs && shared && series.shown == Shown::Plain && random.chance(0.06) {
        let later = *random.pick(&[-60, -30, 30, 60, 90]).unwrap_or(&0);
        let next_day = i32::from(random.chance(0.25) && day.weekday() != Weekday::Friday);
        start = at(day, series.start + later + next_day * 1440);
    }
    let mut answers = BTreeMap::new();
    for person in &series.asked {
        let declines = if away(person) { 0.5 } else { 0.035 };
        match random.unit() {
            draw if draw < declines => answers.insert(*person, Answer::Declined),
            draw if draw < declines + 0.025 => answers.insert(*person, Answer::Tentative),
            _ => None,
        };
    }
    Instance { planned, start, fate, answers, draw: random.unit() }
}

/// The absences of everybody.
pub(crate) fn absences(seed: u64) -> Absences {
    CAST.iter().map(|member| (member.id, crate::script::away::away(seed, member))).collect()
}
