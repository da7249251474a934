//! Priors: how long an instant of each kind is assumed to take.

use crate::activity::Activity;

/// The assumed length of the work that an instant ends, in minutes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Prior {
    /// The least.
    pub low: f64,
    /// What an instant that opens a session is taken for.
    pub typical: f64,
    /// The most: how far back it may reach, and the longest gap inside a session.
    pub cap: f64,
}

/// The kinds of instant that have a prior of their own (MEASURE section 5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum InstantKind {
    /// A commit of code.
    Coding,
    /// A review.
    CodeReview,
    /// A comment on a review or an issue.
    Comment,
    /// A commit to a design document or decision record.
    DesignDoc,
    /// Written feedback.
    Feedback,
    /// An incident action.
    Incident,
    /// A release or deployment.
    Release,
    /// A change of a ticket.
    TicketEdit,
}

impl InstantKind {
    /// All kinds, in display order.
    pub const ALL: [Self; 8] = [
        Self::Coding,
        Self::CodeReview,
        Self::Comment,
        Self::DesignDoc,
        Self::Feedback,
        Self::Incident,
        Self::Release,
        Self::TicketEdit,
    ];

    /// The stable machine name.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Coding => "coding",
            Self::CodeReview => "code_review",
            Self::Comment => "comment",
            Self::DesignDoc => "design_doc",
            Self::Feedback => "feedback",
            Self::Incident => "incident",
            Self::Release => "release",
            Self::TicketEdit => "ticket_edit",
        }
    }

    /// The name people read.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Coding => "a commit",
            Self::CodeReview => "a review",
            Self::Comment => "a comment",
            Self::DesignDoc => "a design document commit",
            Self::Feedback => "written feedback",
            Self::Incident => "an incident action",
            Self::Release => "a release",
            Self::TicketEdit => "a ticket edit",
        }
    }

    /// The kind whose prior an instant recognised as `activity` takes.
    pub const fn of(activity: Activity) -> Self {
        match activity {
            Activity::CodeReview => Self::CodeReview,
            Activity::Design | Activity::TechnicalDocs | Activity::Vision => Self::DesignDoc,
            Activity::Feedback => Self::Feedback,
            Activity::Incident => Self::Incident,
            Activity::Release => Self::Release,
            Activity::Roadmap | Activity::Capacity | Activity::Status => Self::TicketEdit,
            _ => Self::Coding,
        }
    }
}

/// How far a day that was logged whole is missed by priors calibrated on the *other* logged days: the honest
/// estimate of what calibration is worth for this person.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CalibrationError {
    /// Days left out one by one.
    pub days: usize,
    /// Mean error of a day's minutes with the built-in assumptions, as a share of the minutes logged.
    pub assumed: f64,
    /// The same with priors calibrated on the other days.
    pub calibrated: f64,
    /// Error of the sum over all those days with the built-in assumptions, signed, as a share of what was logged.
    pub assumed_sum: f64,
    /// The same, each day with priors calibrated on the others.
    pub calibrated_sum: f64,
}

/// The priors in force for a person, with how they came about.
#[derive(Clone, Debug, PartialEq)]
pub struct Priors {
    rows: [Prior; 8],
    /// Whole days logged by hand that these were calibrated on; 0 = the built-in assumptions.
    pub calibrated_days: usize,
    /// What the calibration is worth, where there are days enough to tell.
    pub error: Option<CalibrationError>,
}

impl Default for Priors {
    /// The built-in assumptions, minutes low / typical / cap (MEASURE section 5).
    fn default() -> Self {
        let row = |low, typical, cap| Prior { low, typical, cap };
        Self {
            rows: [
                row(5.0, 30.0, 120.0),
                row(5.0, 20.0, 60.0),
                row(1.0, 5.0, 15.0),
                row(5.0, 20.0, 90.0),
                row(5.0, 15.0, 45.0),
                row(5.0, 15.0, 60.0),
                row(2.0, 10.0, 30.0),
                row(2.0, 5.0, 20.0),
            ],
            calibrated_days: 0,
            error: None,
        }
    }
}

impl Priors {
    /// The prior of one kind of instant.
    pub const fn get(&self, kind: InstantKind) -> Prior {
        self.rows[kind as usize]
    }

    /// Replaces the prior of one kind.
    pub const fn set(&mut self, kind: InstantKind, prior: Prior) {
        self.rows[kind as usize] = prior;
    }
}
