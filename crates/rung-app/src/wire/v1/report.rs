//! The document of `rung report --json`.

use std::collections::BTreeMap;

use rung_measure::{finding::Finding as InnerFinding, period::PeriodReading};
use rung_model::prior::InstantKind;
use schemars::JsonSchema;
use serde::Serialize;

use super::{
    VERSION,
    amount::{Minutes, Share, round},
    fit::{Role, Verdict},
};
use crate::answer;

/// A reading of one person's window.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(title = "rung report, version 1")]
pub struct Report {
    /// Version of this document: 1.
    pub version: u32,
    /// When it was made (RFC 3339, UTC).
    pub made: String,
    /// IANA zone all days are counted in.
    pub zone: String,
    /// Who it is about.
    pub who: Who,
    /// Role held, where one is known.
    pub role: Option<Held>,
    /// The whole window.
    pub window: Period,
    /// By ISO week, oldest first.
    pub weeks: Vec<Period>,
    /// By quarter, oldest first.
    pub quarters: Vec<Period>,
    /// Activities with weekly minutes, largest first.
    pub activities: Vec<Activity>,
    /// Sources and what each can ever see.
    pub sources: Vec<Source>,
    /// Every role beside the reading: candidates first, nearest first.
    pub roles: Vec<Role>,
    /// Posterior probability that none of the candidates fits.
    pub none_of_these: f64,
    /// What may be said.
    pub verdict: Verdict,
    /// The lasting change, where there is one.
    pub drift: Option<Drift>,
    /// Findings, most severe first, without those the person snoozed.
    pub findings: Vec<Finding>,
    /// Findings the person put off.
    pub snoozed: Vec<Snoozed>,
    /// What would sharpen the picture, largest effect first.
    pub sharpen: Vec<Sharpen>,
    /// Priors in force: minutes low, typical, cap by kind of instant.
    pub priors: BTreeMap<String, Prior>,
    /// Whole days logged by hand that the priors were calibrated on.
    pub calibrated_days: usize,
    /// What that calibration is worth, where there are days enough to tell.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub calibration: Option<Calibration>,
    /// Assumptions in words.
    pub assumptions: Vec<String>,
    /// What went wrong or was guessed while reading.
    pub problems: Vec<Problem>,
}

/// How far days logged whole are missed by priors calibrated on the other days.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Calibration {
    /// Days left out one by one.
    pub days: usize,
    /// Mean error of a day, as a share of the minutes logged, without calibration.
    pub assumed: f64,
    /// The same with priors calibrated on the other days.
    pub calibrated: f64,
    /// Signed error of all of them together without calibration.
    pub assumed_sum: f64,
    /// The same with calibration.
    pub calibrated_sum: f64,
}

/// Who the report is about.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Who {
    /// Display name.
    pub name: Option<String>,
    /// Addresses measured.
    pub addresses: Vec<String>,
    /// Of those, added by hand with `rung config me add`.
    pub added_by_hand: Vec<String>,
    /// Team.
    pub team: Option<String>,
    /// Organisation.
    pub organisation: Option<String>,
    /// True where everyone in the report is invented.
    pub invented: bool,
}

/// The role held.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Held {
    /// Role id.
    pub id: String,
    /// Role name.
    pub name: String,
    /// Position, where known.
    pub position: Option<String>,
    /// On what ground.
    pub ground: String,
    /// First day.
    pub since: Option<String>,
    /// Expected split: strategy, people, building, shares 0-1.
    pub split: BTreeMap<String, f64>,
    /// `sourced` or `our synthesis`.
    pub basis: String,
    /// Key of the source of the split, where it has one.
    pub source: Option<String>,
    /// Expected hands-on range, share 0-1, as low and high.
    pub hands_on: Option<(f64, f64)>,
}

/// One bucket in one period.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Bucket {
    /// Minutes at any hour: least.
    pub low: f64,
    /// Minutes at any hour: best guess.
    pub point: f64,
    /// Minutes at any hour: most; seen minutes of unknown kind included.
    pub high: f64,
    /// Of those, minutes inside the working window: what shares are made of.
    pub in_window: Minutes,
    /// Of those, minutes outside the working window.
    pub after_hours: Minutes,
    /// False where no connected source can ever see this bucket.
    pub visible: bool,
    /// Share of what was seen of the three buckets.
    pub evidence_share: Option<Share>,
    /// Share of all working time over the three buckets, modelled; absent below 40 % coverage.
    pub headline_share: Option<Share>,
    /// Share of all working time with no assumption about what was not seen.
    pub worst_case_share: Share,
}

/// One period read.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Period {
    /// `2026-W31`, `2026-Q3` or `window`.
    pub label: String,
    /// First day.
    pub first: String,
    /// Last day, included.
    pub last: String,
    /// Capacity in minutes.
    pub capacity: f64,
    /// Minutes seen inside the working window.
    pub observed: f64,
    /// Share of working time seen.
    pub coverage: f64,
    /// Minutes of working time without evidence.
    pub unobserved: f64,
    /// Minutes seen whose kind is unknown.
    pub unclassified: Minutes,
    /// Minutes outside the working window, best guess.
    pub after_hours: f64,
    /// Minutes that two meetings claimed.
    pub double_booked: f64,
    /// By bucket: strategy, people, building, other.
    pub buckets: BTreeMap<String, Bucket>,
    /// Hands-on coding, share of all working time, modelled.
    pub hands_on: Option<Share>,
    /// Minutes in meetings, in free gaps of two hours or more, and in shorter gaps.
    pub focus: Focus,
    /// Minutes known and kept out of the split.
    pub not_counted: BTreeMap<String, f64>,
    /// Commits counted.
    pub commits: u32,
    /// Of those, made by or with a coding agent.
    pub assisted_commits: u32,
    /// 1:1s that were cancelled or declined.
    pub cancelled_one_on_ones: u32,
}

/// Free time of a period.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Focus {
    /// Minutes in meetings.
    pub meetings: f64,
    /// Minutes in free gaps of two hours or more.
    pub focus: f64,
    /// Minutes in shorter free gaps.
    pub fragmented: f64,
    /// Working days with at least one two-hour gap.
    pub days_with_block: u32,
    /// Working days.
    pub days: u32,
}

/// One activity over the window.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Activity {
    /// Machine name.
    pub activity: String,
    /// Bucket it counts in.
    pub bucket: String,
    /// Minutes a week over the window, or since the drift where there is one.
    pub weekly: Minutes,
    /// Minutes a week before the drift.
    pub before: Option<Minutes>,
}

/// A source.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Source {
    /// Stable id.
    pub id: String,
    /// `git`, `calendar` or `days`.
    pub kind: String,
    /// As the user named it.
    pub path: String,
    /// Rows of evidence about this person in the window.
    pub rows: u32,
    /// Share of working time it showed.
    pub share: f64,
    /// Activities it can ever see.
    pub sees: Vec<String>,
    /// What it can see, in words.
    pub can_see: String,
    /// What it can never see, in words.
    pub never_sees: String,
}

/// A lasting change.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Drift {
    /// Bucket that changed most.
    pub bucket: String,
    /// ISO week it most likely began.
    pub week: String,
    /// Earliest and latest week it may have begun.
    pub range: (String, String),
    /// ISO week of the alarm.
    pub alarm: String,
    /// Shares before, by bucket.
    pub before: BTreeMap<String, Share>,
    /// Shares since, by bucket.
    pub after: BTreeMap<String, Share>,
}

/// A finding the person put off.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Snoozed {
    /// Key of the finding.
    pub key: String,
    /// The first day it shows again.
    pub until: String,
    /// Why, in the person's words.
    pub why: Option<String>,
}

/// The person's own objection to a finding.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Disputed {
    /// When (RFC 3339).
    pub made: String,
    /// Why, in the person's words.
    pub why: Option<String>,
}

/// A finding.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Finding {
    /// What an answer to it is kept under: `rung findings snooze KEY`.
    pub key: String,
    /// Id of the check.
    pub check: String,
    /// `acting`, `watching` or `knowing`.
    pub severity: String,
    /// `firm`, `fair` or `thin`.
    pub confidence: String,
    /// Who may see it: `oneself` or `team`.
    pub audience: String,
    /// The finding in a sentence.
    pub headline: String,
    /// Explanation.
    pub text: String,
    /// What it rests on.
    pub reasons: Vec<Reason>,
    /// The rule behind it.
    pub because: String,
    /// The person's own objection, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub disputed: Option<Disputed>,
}

/// One reason behind a finding.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Reason {
    /// In words.
    pub text: String,
    /// Evidence ids.
    pub evidence: Vec<String>,
}

/// One thing that would make the reading sharper.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Sharpen {
    /// What to do.
    pub headline: String,
    /// What it would change.
    pub text: String,
    /// The command that does it.
    pub command: String,
}

/// A prior in minutes.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct Prior {
    /// The least.
    pub low: f64,
    /// What an instant that opens a session is taken for.
    pub typical: f64,
    /// The longest gap inside a session.
    pub cap: f64,
}

/// Something that went wrong or was guessed.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Problem {
    /// File or directory.
    pub file: String,
    /// Line, from 1.
    pub line: Option<usize>,
    /// Key, UID, commit or entry concerned.
    pub item: Option<String>,
    /// Name of the check.
    pub check: String,
    /// `note`, `warning` or `error`.
    pub severity: String,
    /// What is wrong.
    pub what: String,
    /// How to mend it.
    pub mend: String,
}

impl From<&rung_model::problem::Problem> for Problem {
    fn from(p: &rung_model::problem::Problem) -> Self {
        Self {
            file: p.file.clone(),
            line: p.line,
            item: p.item.clone(),
            check: p.check.to_owned(),
            severity: format!("{:?}", p.severity).to_lowercase(),
            what: p.what.clone(),
            mend: p.mend.clone(),
        }
    }
}

impl From<&PeriodReading> for Period {
    fn from(reading: &PeriodReading) -> Self {
        let totals = &reading.totals;
        let buckets = reading
            .buckets
            .iter()
            .map(|b| {
                let whole = b.minutes + b.after_hours;
                let bucket = Bucket {
                    low: round(whole.low),
                    point: round(whole.point),
                    high: round(whole.high),
                    in_window: b.minutes.into(),
                    after_hours: b.after_hours.into(),
                    visible: b.visible,
                    evidence_share: b.evidence.map(Share::from),
                    headline_share: b.headline.map(Share::from),
                    worst_case_share: b.worst.into(),
                };
                (b.bucket.id().to_owned(), bucket)
            })
            .collect();
        Self {
            label: reading.label.clone(),
            first: totals.first.to_string(),
            last: totals.last.to_string(),
            capacity: round(totals.capacity),
            observed: round(totals.observed()),
            coverage: round(reading.coverage),
            unobserved: round(totals.unobserved()),
            unclassified: totals.unclassified.into(),
            after_hours: round(totals.after_hours_total()),
            double_booked: round(totals.double_booked),
            buckets,
            hands_on: reading.hands_on.map(Share::from),
            focus: Focus {
                meetings: round(totals.focus.meetings),
                focus: round(totals.focus.focus),
                fragmented: round(totals.focus.fragmented),
                days_with_block: totals.focus.days_with_block,
                days: totals.focus.days,
            },
            not_counted: totals.not_counted.iter().map(|(k, m)| (k.id().to_owned(), round(*m))).collect(),
            commits: totals.commits,
            assisted_commits: totals.assisted_commits,
            cancelled_one_on_ones: totals.cancelled_one_on_ones,
        }
    }
}

impl From<&InnerFinding> for Finding {
    fn from(finding: &InnerFinding) -> Self {
        Self {
            key: finding.key(),
            disputed: None,
            check: finding.check.to_owned(),
            severity: format!("{:?}", finding.severity).to_lowercase(),
            confidence: format!("{:?}", finding.confidence).to_lowercase(),
            audience: format!("{:?}", finding.audience).to_lowercase(),
            headline: finding.headline.clone(),
            text: finding.text.clone(),
            reasons: finding
                .reasons
                .iter()
                .map(|r| Reason {
                    text: r.text.clone(),
                    evidence: r.evidence.iter().map(ToString::to_string).collect(),
                })
                .collect(),
            because: finding.because.clone(),
        }
    }
}

/// A finding with the person's objection to it.
fn answered(finding: &InnerFinding, report: &answer::Report) -> Finding {
    let disputed = report.disputed.get(&finding.key());
    let disputed = disputed.map(|answer| Disputed { made: answer.made.to_string(), why: answer.why.clone() });
    Finding { disputed, ..Finding::from(finding) }
}

/// Three values by the machine names of the split's buckets.
fn by_bucket<T>(values: impl IntoIterator<Item = T>) -> BTreeMap<String, T> {
    rung_model::bucket::Bucket::SPLIT.iter().map(|b| b.id().to_owned()).zip(values).collect()
}

impl From<&answer::Held> for Held {
    fn from(held: &answer::Held) -> Self {
        Self {
            id: held.role.id.clone(),
            name: held.role.name.clone(),
            position: held.position.clone(),
            ground: held.ground.clone(),
            since: held.since.map(|d| d.to_string()),
            split: by_bucket(held.split.split.parts().map(round)),
            basis: held.split.basis.words().to_owned(),
            source: held.split.source.clone(),
            hands_on: held.hands_on.first().map(|h| (round(h.min), round(h.max))),
        }
    }
}

impl From<&answer::Report> for Report {
    fn from(report: &answer::Report) -> Self {
        Self {
            version: VERSION,
            made: report.made.to_string(),
            zone: report.zone.clone(),
            who: Who {
                name: report.who.name.clone(),
                addresses: report.who.addresses.clone(),
                added_by_hand: report.who.added.clone(),
                team: report.who.team.clone(),
                organisation: report.who.organisation.clone(),
                invented: report.who.invented,
            },
            role: report.held.as_ref().map(Held::from),
            window: (&report.window).into(),
            weeks: report.weeks.iter().map(|w| Period::from(&w.reading)).collect(),
            quarters: report.quarters.iter().map(Period::from).collect(),
            activities: report
                .activities
                .iter()
                .map(|line| Activity {
                    activity: line.activity.id().to_owned(),
                    bucket: line.bucket.id().to_owned(),
                    weekly: line.weekly.into(),
                    before: line.before.map(Minutes::from),
                })
                .collect(),
            sources: report
                .sources
                .iter()
                .map(|line| Source {
                    id: line.manifest.id.to_string(),
                    kind: line.manifest.kind.id().to_owned(),
                    path: line.manifest.path.clone(),
                    rows: line.rows,
                    share: round(line.share),
                    sees: line.manifest.sees.iter().map(|a| a.id().to_owned()).collect(),
                    can_see: line.manifest.can_see.to_owned(),
                    never_sees: line.manifest.never_sees.to_owned(),
                })
                .collect(),
            roles: report.fit.roles.iter().map(Role::from).collect(),
            none_of_these: round(report.fit.none_of_these),
            verdict: Verdict::of(&report.fit, &report.sentence),
            drift: report.shift.as_ref().map(|shift| Drift {
                bucket: shift.bucket.id().to_owned(),
                week: shift.week.to_string(),
                range: (shift.range.0.to_string(), shift.range.1.to_string()),
                alarm: shift.alarm.to_string(),
                before: by_bucket(shift.before.map(Share::from)),
                after: by_bucket(shift.after.map(Share::from)),
            }),
            findings: report.findings.iter().map(|finding| answered(finding, report)).collect(),
            snoozed: report
                .snoozed
                .iter()
                .map(|one| Snoozed { key: one.finding.key(), until: one.until.to_string(), why: one.why.clone() })
                .collect(),
            sharpen: report
                .sharpen
                .iter()
                .map(|s| Sharpen { headline: s.headline.clone(), text: s.text.clone(), command: s.command.clone() })
                .collect(),
            priors: InstantKind::ALL
                .into_iter()
                .map(|kind| {
                    let p = report.priors.get(kind);
                    (kind.id().to_owned(), Prior { low: round(p.low), typical: round(p.typical), cap: round(p.cap) })
                })
                .collect(),
            calibrated_days: report.priors.calibrated_days,
            calibration: report.priors.error.as_ref().map(|error| Calibration {
                days: error.days,
                assumed: round(error.assumed),
                calibrated: round(error.calibrated),
                assumed_sum: round(error.assumed_sum),
                calibrated_sum: round(error.calibrated_sum),
            }),
            assumptions: report.assumptions.clone(),
            problems: report.problems.iter().map(Problem::from).collect(),
        }
    }
}
