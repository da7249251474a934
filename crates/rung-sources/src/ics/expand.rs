//! From series to the instances that touch a stretch of days.

use std::collections::HashSet;

use jiff::civil::{Date, DateTime};
use rung_model::problem::{Problem, Severity};

use super::{
    Query,
    clock::{DAY, civil_at, date_at, day_of, seconds_of},
    event::{Event, Extent},
    moment::{Length, Listed, Moment, Written},
    rule::{Allowance, Rule, Span, Until, instances},
    series::{Instance, Series, instance},
    zone::Zones,
};

/// One instance of an event, in the days asked for.
#[derive(Clone, Debug)]
pub(crate) struct Happening<'a> {
    /// The event whose words hold for it.
    pub(crate) event: &'a Event,
    /// Civil start in the zone of the event; midnight of the first day for all-day.
    pub(crate) local: DateTime,
    /// Civil end in the zone of the event; midnight of the day after the last for all-day.
    pub(crate) local_end: DateTime,
    /// Start in epoch seconds.
    pub(crate) start: i64,
    /// End in epoch seconds.
    pub(crate) end: i64,
    /// The start of the instance it is or replaces, as the file writes it, for one of a series.
    pub(crate) of: Option<String>,
}

/// Expands the series of one file.
pub(crate) struct Expansion<'q, 'z> {
    first: Date,
    after: Date,
    from: i64,
    to: i64,
    zones: &'z mut Zones,
    allowance: Allowance,
    file: &'q str,
    /// What went wrong.
    pub(crate) problems: Vec<Problem>,
}

impl<'q, 'z> Expansion<'q, 'z> {
    /// An expansion into the days of a query.
    pub(crate) fn new(query: &Query<'_>, file: &'q str, zones: &'z mut Zones) -> Self {
        let after = query.last.tomorrow().unwrap_or(query.last);
        let opening = |date: Date| match query.zone.to_ambiguous_timestamp(date.at(0, 0, 0, 0)).compatible() {
            Ok(at) => at.as_second(),
            Err(_) => day_of(date) * DAY,
        };
        Self {
            first: query.first,
            after,
            from: opening(query.first),
            to: opening(after),
            zones,
            allowance: Allowance::default(),
            file,
            problems: Vec::new(),
        }
    }

    /// The instances of a series that touch the days asked for.
    pub(crate) fn expand<'a>(&mut self, series: &Series<'a>, found: &mut Vec<Happening<'a>>) {
        let removed: HashSet<Instance> = match series.master {
            Some(master) => master.removed.iter().map(|moment| instance(moment, master, self.zones)).collect(),
            None => HashSet::new(),
        };
        for (replaced, &event) in &series.replacements {
            if removed.contains(replaced) || self.is_day_removed(*replaced, &removed, event) {
                continue;
            }
            if series.master.is_some_and(|master| self.is_stale(*replaced, event, master)) {
                continue;
            }
            let of = event.replaces.as_ref().map(written);
            found.extend(self.happening(event, event.start.at, event.extent, of));
        }
        if let Some(master) = series.master {
            self.expand_master(master, series, &removed, found);
        }
    }

    fn is_day_removed(&self, replaced: Instance, removed: &HashSet<Instance>, event: &Event) -> bool {
        match replaced {
            Instance::At(at) => removed.contains(&Instance::On(event.zone.to_local(at).date())),
            Instance::On(_) => false,
        }
    }

    /// True where a replacement has rules of its own, is older than its series
    /// and replaces what the series no longer holds: it is what the series was
    /// before. Any other replacement stands, whatever it replaces.
    fn is_stale(&mut self, replaced: Instance, event: &Event, master: &Event) -> bool {
        if event.rules.is_empty() || event.revision.0 >= master.revision.0 {
            return false;
        }
        let day = match replaced {
            Instance::At(at) => master.zone.to_local(at).date(),
            Instance::On(day) => day,
        };
        let span = Span { from: day.at(0, 0, 0, 0), to: date_at(day_of(day) + 1).at(0, 0, 0, 0) };
        let mut starts = vec![master.start.at];
        for rule in &master.rules {
            starts.extend(self.starts_within(rule, master, span));
        }
        starts.extend(master.added.iter().map(|added| self.local_start(added, master)));
        !starts.into_iter().any(|local| match replaced {
            Instance::At(at) => master.zone.to_utc(local) == at,
            Instance::On(day) => local.date() == day,
        })
    }

    fn expand_master<'a>(
        &mut self,
        master: &'a Event,
        series: &Series<'a>,
        removed: &HashSet<Instance>,
        found: &mut Vec<Happening<'a>>,
    ) {
        let recurring = !(master.rules.is_empty() && master.added.is_empty() && series.replacements.is_empty());
        let later = Later::of(master, series);
        let excluded: HashSet<DateTime> =
            master.exclusions.iter().flat_map(|rule| self.starts_of(rule, master, &later)).collect();
        for (local, length) in self.starts(master, &later) {
            if excluded.contains(&local) {
                continue;
            }
            let at = Instance::At(master.zone.to_utc(local));
            let on = Instance::On(local.date());
            let replaced = |which: &Instance| series.replacements.contains_key(which);
            if removed.contains(&on) || removed.contains(&at) || replaced(&on) || replaced(&at) {
                continue;
            }
            let of = recurring.then(|| written(&Moment { at: local, ..master.start.clone() }));
            let happening = match later.holds(if master.start.date_only { on } else { at }) {
                Some(change) => {
                    let moved = civil_at(seconds_of(local) + change.shift);
                    self.happening(change.event, moved, change.event.extent, of)
                }
                None => self.happening(master, local, length.map_or(master.extent, Extent::Nominal), of),
            };
            found.extend(happening);
        }
    }

    /// Every start of the event that may touch the days, in order, with its own length where it has one.
    fn starts(&mut self, master: &Event, later: &Later<'_>) -> Vec<(DateTime, Option<Length>)> {
        let mut starts: Vec<(DateTime, Option<Length>)> = Vec::new();
        // A series that ended before it began has been deleted from its first instance on.
        let over = |rule: &Rule| until_in(rule, master).is_some_and(|until| until < master.start.at);
        if master.rules.is_empty() || !master.rules.iter().all(over) {
            starts.push((master.start.at, None));
        }
        for rule in &master.rules {
            starts.extend(self.starts_of(rule, master, later).into_iter().map(|at| (at, None)));
        }
        starts.extend(master.added.iter().map(|added| (self.local_start(added, master), added.length)));
        // A period wins over the same start without one.
        starts.sort_unstable_by_key(|(at, length)| (*at, length.is_none()));
        starts.dedup_by_key(|(at, _)| *at);
        starts
    }

    fn local_start(&mut self, added: &Listed, master: &Event) -> DateTime {
        let moment = &added.moment;
        if master.start.date_only {
            return moment.at.date().at(0, 0, 0, 0);
        }
        if moment.date_only {
            return moment.at.date().to_datetime(master.start.at.time());
        }
        let written = self.zones.of(moment);
        if written.is_floating() { moment.at } else { master.zone.to_local(written.to_utc(moment.at)) }
    }

    fn starts_of(&mut self, rule: &Rule, master: &Event, later: &Later<'_>) -> Vec<DateTime> {
        let span = Span {
            from: civil_at(self.from - later.reach - seconds_at_most(master.extent) - 2 * DAY),
            to: civil_at(self.to + later.reach + 2 * DAY),
        };
        self.starts_within(rule, master, span)
    }

    fn starts_within(&mut self, rule: &Rule, master: &Event, span: Span) -> Vec<DateTime> {
        let until = until_in(rule, master);
        let found = instances(rule, master.start.at, master.start.date_only, until, span, &mut self.allowance);
        if found.cut {
            let mut problem = Problem::new(
                Severity::Warning,
                self.file,
                "rule-too-frequent",
                format!("the event recurs so often that only its first {} instances are used", found.starts.len()),
                "remove the event from the calendar, or give it a plain rule",
            );
            problem.line = master.line;
            problem.item = Some(master.uid.clone()).filter(|uid| !uid.is_empty());
            self.problems.push(problem);
        }
        found.starts
    }

    /// The instance, where it touches the days asked for.
    fn happening<'a>(
        &self,
        event: &'a Event,
        local: DateTime,
        extent: Extent,
        of: Option<String>,
    ) -> Option<Happening<'a>> {
        if event.start.date_only {
            let days = match extent {
                Extent::Days(days) => days,
                Extent::Nominal(length) => (length.days + (length.seconds + DAY - 1) / DAY).max(1),
                Extent::Exact(seconds) => ((seconds + DAY - 1) / DAY).max(1),
            };
            let (first, after) = (local.date(), date_at(day_of(local.date()).saturating_add(days)));
            let (start, end) = (first.at(0, 0, 0, 0), after.at(0, 0, 0, 0));
            return (first < self.after && after > self.first).then(|| Happening {
                event,
                local: start,
                local_end: end,
                start: event.zone.to_utc(start),
                end: event.zone.to_utc(end),
                of,
            });
        }
        let start = event.zone.to_utc(local);
        let end = match extent {
            Extent::Exact(seconds) => start + seconds,
            Extent::Days(days) => event.zone.to_utc(civil_at(seconds_of(local) + days * DAY)),
            Extent::Nominal(length) => {
                let whole = if length.days == 0 {
                    start
                } else {
                    event.zone.to_utc(civil_at(seconds_of(local) + length.days * DAY))
                };
                whole + length.seconds
            }
        };
        let touches = start < self.to && (end > self.from || (start == end && start >= self.from));
        touches.then(|| Happening { event, local, local_end: event.zone.to_local(end), start, end, of })
    }
}

/// Replacements that hold for every later instance too.
struct Later<'a> {
    changes: Vec<Change<'a>>,
    /// How far an instance may end up from where its rule puts it, in seconds.
    reach: i64,
}

struct Change<'a> {
    from: Instance,
    event: &'a Event,
    /// Seconds of civil time the start moves.
    shift: i64,
}

impl<'a> Later<'a> {
    fn of(master: &Event, series: &Series<'a>) -> Self {
        let mut changes = Vec::new();
        let mut reach = 0;
        for (&from, &event) in series.replacements.iter().filter(|(_, event)| event.and_future) {
            let was = match from {
                Instance::At(at) => master.zone.to_local(at),
                Instance::On(day) => day.to_datetime(master.start.at.time()),
            };
            let shift = seconds_of(event.start.at) - seconds_of(was);
            reach = reach.max(shift.abs() + seconds_at_most(event.extent));
            changes.push(Change { from, event, shift });
        }
        Self { changes, reach }
    }

    /// The last change that holds for an instance.
    fn holds(&self, which: Instance) -> Option<&Change<'a>> {
        self.changes.iter().rev().find(|change| match (change.from, which) {
            (Instance::At(from), Instance::At(at)) => from <= at,
            (Instance::On(from), Instance::On(on)) => from <= on,
            (Instance::On(from), Instance::At(at)) => from <= civil_at(at).date(),
            (Instance::At(from), Instance::On(on)) => civil_at(from).date() <= on,
        })
    }
}

/// The last moment of a rule, in the zone of the event.
fn until_in(rule: &Rule, master: &Event) -> Option<DateTime> {
    Some(match rule.until? {
        Until::Date(date) => date.at(23, 59, 59, 0),
        Until::Local(at) => at,
        // Of an all-day event the date counts, as it is written.
        Until::Utc(at) if master.start.date_only => civil_at(at).date().at(23, 59, 59, 0),
        Until::Utc(at) => master.zone.to_local(at),
    })
}

/// No instance of this extent is longer than so many seconds.
fn seconds_at_most(extent: Extent) -> i64 {
    match extent {
        Extent::Days(days) => days.saturating_add(1).saturating_mul(DAY),
        Extent::Exact(seconds) => seconds,
        Extent::Nominal(length) => (length.days + 1).saturating_mul(DAY).saturating_add(length.seconds),
    }
    .min(100 * 366 * DAY)
}

/// A moment as a file writes it.
fn written(moment: &Moment) -> String {
    let at = moment.at;
    let date = format!("{:04}{:02}{:02}", at.year(), at.month(), at.day());
    if moment.date_only {
        return date;
    }
    let zulu = if moment.zone == Written::Utc { "Z" } else { "" };
    format!("{date}T{:02}{:02}{:02}{zulu}", at.hour(), at.minute(), at.second())
}
