//! The answer of `report`: everything a page, a terminal or JSON shows about one person's weeks.

use std::collections::BTreeMap;

use jiff::{Timestamp, civil::Date};
use rung_measure::{
    calibrate::Learned, finding::Finding, fit::RoleFit, focus::Focus, period::PeriodReading, shift::Shift,
};
use rung_model::{
    activity::Activity,
    answer_to::AnswerTo,
    bucket::Bucket,
    framework::{HandsOn, Role, SplitClaim},
    manifest::Manifest,
    minutes::Minutes,
    prior::Priors,
    problem::Problem,
    schedule::Schedule,
    week::Week,
};

/// A finding the person put off.
#[derive(Clone, Debug)]
pub struct Snoozed {
    /// The finding.
    pub finding: Finding,
    /// The first day it shows again.
    pub until: Date,
    /// Why, in the person's words.
    pub why: Option<String>,
}

/// Who the report is about.
#[derive(Clone, Debug)]
pub struct Who {
    /// Display name, where one is known.
    pub name: Option<String>,
    /// Addresses measured.
    pub addresses: Vec<String>,
    /// Of those, added by hand (PRIVACY P20): stamped on the report.
    pub added: Vec<String>,
    /// Team, where a roster says.
    pub team: Option<String>,
    /// Organisation, where a roster says.
    pub organisation: Option<String>,
    /// True for the example organisation: everyone is invented.
    pub invented: bool,
}

/// The role held.
#[derive(Clone, Debug)]
pub struct Held {
    /// The role.
    pub role: Role,
    /// Position within it, where one is known: "TL5".
    pub position: Option<String>,
    /// "by title", "acting", or "named on the command line".
    pub ground: String,
    /// Since when, where a roster says.
    pub since: Option<Date>,
    /// The split it is read against.
    pub split: SplitClaim,
    /// Where nine in ten of the role's population are expected, per bucket in [`Bucket::SPLIT`] order.
    pub expected: [(f64, f64); 3],
    /// Every claim of a hands-on range; the first is the one used.
    pub hands_on: Vec<HandsOn>,
}

/// One role drawn for comparison (ternary, role bars).
#[derive(Clone, Debug)]
pub struct RoleShape {
    /// The role.
    pub role: Role,
    /// Its expected split.
    pub split: SplitClaim,
}

/// A source with what it contributed.
#[derive(Clone, Debug)]
pub struct SourceLine {
    /// What it can ever see.
    pub manifest: Manifest,
    /// Rows of evidence about this person in the window.
    pub rows: u32,
    /// Share of working time it showed, 0-1.
    pub share: f64,
}

/// One activity over the window, and what changed.
#[derive(Clone, Debug)]
pub struct ActivityLine {
    /// Which.
    pub activity: Activity,
    /// The bucket it counts in.
    pub bucket: Bucket,
    /// Minutes a week over the window (or since the shift, where there is one).
    pub weekly: Minutes,
    /// Minutes a week before the shift, where there is one.
    pub before: Option<Minutes>,
}

/// One week of the timeline.
#[derive(Clone, Debug)]
pub struct WeekLine {
    /// Which.
    pub week: Week,
    /// Its reading.
    pub reading: PeriodReading,
    /// Free time and its fragments.
    pub focus: Focus,
}

/// One thing that would make the reading sharper, largest effect first.
#[derive(Clone, Debug)]
pub struct Sharpen {
    /// Imperative headline: "Name 14 recurring titles".
    pub headline: String,
    /// What it would change, with a number where one is known.
    pub text: String,
    /// The command that does it.
    pub command: String,
}

/// The reading of one person's window.
#[derive(Clone, Debug)]
pub struct Report {
    /// Who.
    pub who: Who,
    /// When it was made: the one reading of the clock, or the example's own "today".
    pub made: Timestamp,
    /// IANA zone all days are counted in.
    pub zone: String,
    /// First day of the window.
    pub first: Date,
    /// Last day of the window, included.
    pub last: Date,
    /// Working hours read against.
    pub schedule: Schedule,
    /// The role held, where one is known.
    pub held: Option<Held>,
    /// Roles to draw: the one held and the verdict's candidates.
    pub shapes: Vec<RoleShape>,
    /// Sources.
    pub sources: Vec<SourceLine>,
    /// The whole window.
    pub window: PeriodReading,
    /// By ISO week, oldest first.
    pub weeks: Vec<WeekLine>,
    /// By quarter, oldest first.
    pub quarters: Vec<PeriodReading>,
    /// The readings before and since the shift, where there is one.
    pub around_shift: Option<(PeriodReading, PeriodReading)>,
    /// Activities, largest weekly amount first.
    pub activities: Vec<ActivityLine>,
    /// How the window fits roles.
    pub fit: RoleFit,
    /// The verdict in words: one sentence.
    pub sentence: String,
    /// The lasting change, where there is one.
    pub shift: Option<Shift>,
    /// True where what seemed to have shifted was held against the same weeks a year earlier.
    pub compared_with_last_year: bool,
    /// Findings, most severe first, without those the person snoozed.
    pub findings: Vec<Finding>,
    /// The person's own objections, by the key of the finding.
    pub disputed: BTreeMap<String, AnswerTo>,
    /// Findings that are there and wait until a day the person named.
    pub snoozed: Vec<Snoozed>,
    /// What would sharpen the picture.
    pub sharpen: Vec<Sharpen>,
    /// Recurring titles no rule knows: title, minutes in the window. Only in the person's own report.
    pub unknown_titles: Vec<(String, f64)>,
    /// Priors in force.
    pub priors: Priors,
    /// What the person's whole days say about time no source sees.
    pub unseen: Option<Learned>,
    /// Assumptions in words, one sentence each.
    pub assumptions: Vec<String>,
    /// Problems met while reading.
    pub problems: Vec<Problem>,
}
