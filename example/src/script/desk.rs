//! Work at the desk, between meetings: who tends to do how much of what, and when that changed.
//!
//! These are tendencies in minutes a day, not outcomes: the diary draws each day anew, and
//! meetings, overruns and sick days leave more or less room for them.

use jiff::civil::{Date, date};
use rung_model::activity::Activity;

use super::cast::PROTAGONIST;
use crate::clock::SHIFT;

/// A kind of work done alone or in passing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Task {
    /// Writing code; ends in commits, often unequal ones, sometimes none.
    Code,
    /// Reviewing a change; some reviews leave a trailer.
    Review,
    /// Thinking about and writing down a design; some days end in a commit.
    Design,
    /// E-mail, chat, hallway and desk-side conversation. Leaves no trace.
    Talk,
    /// Preparing and writing up roadmaps, status, strategy. Leaves no trace.
    Plan,
    /// Feedback, reading applications, preparing 1:1s. Leaves no trace.
    Care,
    /// Learning.
    Learn,
    /// Expenses, forms, travel bookings.
    Paperwork,
}

/// What somebody's passing conversations are about.
pub(crate) type Mix = &'static [(Activity, f64)];

const MAKERS_TALK: Mix = &[
    (Activity::Support, 0.44),
    (Activity::Design, 0.14),
    (Activity::Alignment, 0.17),
    (Activity::Status, 0.09),
    (Activity::Coaching, 0.10),
    (Activity::TeamBuilding, 0.06),
];
const LEADS_TALK: Mix = &[
    (Activity::Support, 0.26),
    (Activity::Design, 0.16),
    (Activity::Alignment, 0.36),
    (Activity::Status, 0.10),
    (Activity::Coaching, 0.12),
];
const COORDINATORS_TALK: Mix = &[
    (Activity::Alignment, 0.50),
    (Activity::Status, 0.22),
    (Activity::Customer, 0.06),
    (Activity::Support, 0.12),
    (Activity::Coaching, 0.10),
];
const MANAGERS_TALK: Mix = &[
    (Activity::OneOnOne, 0.20),
    (Activity::Coaching, 0.18),
    (Activity::Hiring, 0.14),
    (Activity::Alignment, 0.22),
    (Activity::Status, 0.10),
    (Activity::Support, 0.16),
];

/// Somebody's tendencies at the desk during one phase.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Desk {
    /// Minutes a day by task, in the order of [`Task`].
    pub(crate) minutes: [f64; 8],
    /// What passing conversations are about.
    pub(crate) talk: Mix,
    /// Minutes of coding between commits, on average.
    pub(crate) pace: f64,
    /// How often a stretch of coding ends without a commit.
    pub(crate) skips: f64,
    /// How long a stretch of coding is, against the usual one.
    pub(crate) breath: f64,
    /// Evenings with work: chance, minutes, what.
    pub(crate) evening: (f64, f64, Task),
    /// Weekend days with work: chance, minutes, what.
    pub(crate) weekend: (f64, f64, Task),
}

/// The tasks in the order of [`Desk::minutes`].
pub(crate) const TASKS: [Task; 8] =
    [Task::Code, Task::Review, Task::Design, Task::Talk, Task::Plan, Task::Care, Task::Learn, Task::Paperwork];

const ENGINEER: Desk = Desk {
    minutes: [235.0, 42.0, 18.0, 62.0, 9.0, 6.0, 14.0, 9.0],
    talk: MAKERS_TALK,
    pace: 46.0,
    skips: 0.16,
    breath: 1.0,
    evening: (0.03, 40.0, Task::Code),
    weekend: (0.01, 70.0, Task::Code),
};
const TECH_LEAD: Desk = Desk {
    minutes: [165.0, 45.0, 28.0, 66.0, 44.0, 14.0, 10.0, 9.0],
    talk: LEADS_TALK,
    pace: 44.0,
    skips: 0.16,
    breath: 1.0,
    evening: (0.05, 35.0, Task::Code),
    weekend: (0.01, 60.0, Task::Code),
};
const DRIFTED: Desk = Desk {
    minutes: [30.0, 18.0, 3.0, 74.0, 58.0, 8.0, 7.0, 9.0],
    talk: COORDINATORS_TALK,
    pace: 48.0,
    skips: 0.16,
    breath: 1.0,
    evening: (0.05, 30.0, Task::Plan),
    weekend: (0.0, 0.0, Task::Plan),
};
const MANAGER: Desk = Desk {
    minutes: [0.0, 28.0, 22.0, 85.0, 42.0, 66.0, 10.0, 22.0],
    talk: MANAGERS_TALK,
    pace: 60.0,
    skips: 0.16,
    breath: 1.0,
    evening: (0.06, 25.0, Task::Talk),
    weekend: (0.0, 0.0, Task::Talk),
};
const PRODUCT: Desk = Desk {
    minutes: [0.0, 0.0, 14.0, 80.0, 110.0, 10.0, 12.0, 12.0],
    talk: COORDINATORS_TALK,
    pace: 60.0,
    skips: 0.16,
    breath: 1.0,
    evening: (0.05, 25.0, Task::Talk),
    weekend: (0.0, 0.0, Task::Talk),
};

/// The tendencies of `person` on `day`.
pub(crate) fn desk(person: &str, day: Date) -> Desk {
    match person {
        PROTAGONIST if day >= SHIFT => DRIFTED,
        PROTAGONIST => TECH_LEAD,
        "marta-quintero" => MANAGER,
        "ruth-okonedo" => Desk { minutes: [0.0, 0.0, 6.0, 80.0, 70.0, 62.0, 6.0, 16.0], ..MANAGER },
        "lena-brandt" => PRODUCT,
        "caleb-osei" => Desk {
            minutes: [150.0, 40.0, 14.0, 48.0, 10.0, 44.0, 6.0, 12.0],
            talk: MANAGERS_TALK,
            pace: 40.0,
            ..TECH_LEAD
        },
        "hana-sato" => staff(day),
        "sofia-lindgren" => Desk { minutes: [230.0, 26.0, 8.0, 66.0, 6.0, 8.0, 34.0, 9.0], ..ENGINEER },
        // Two who commit unlike the others: one, whom everybody asks, saves a little now and then between talks; one
        // keeps a day's work for its end.
        "wren-castellano" => Desk {
            minutes: [62.0, 42.0, 18.0, 190.0, 9.0, 6.0, 14.0, 9.0],
            pace: 11.0,
            skips: 0.02,
            breath: 0.3,
            ..ENGINEER
        },
        "jonas-meier-ledger" => Desk { pace: 210.0, skips: 0.4, ..ENGINEER },
        "jonas-meier-settlement" => Desk { pace: 54.0, ..ENGINEER },
        _ => ENGINEER,
    }
}

/// Hana's coding: in September meetings take her afternoons, and the same hours of code move to
/// evenings and weekends without anybody noticing.
fn staff(day: Date) -> Desk {
    let usual = Desk { minutes: [165.0, 40.0, 40.0, 52.0, 24.0, 14.0, 10.0, 9.0], ..TECH_LEAD };
    if day < DISPLACED {
        return usual;
    }
    let evening = if day < EVENING_CALLS { (0.97, 105.0, Task::Code) } else { (0.70, 42.0, Task::Code) };
    Desk {
        minutes: [52.0, 32.0, 30.0, 64.0, 40.0, 22.0, 14.0, 9.0],
        evening,
        weekend: (0.06, 90.0, Task::Code),
        ..usual
    }
}

/// The Monday Hana's evenings fill up.
pub(crate) const DISPLACED: Date = date(2026, 9, 21);
/// The Monday Lena's evening calls with New York begin, and Hana's evenings ease a little.
pub(crate) const EVENING_CALLS: Date = date(2026, 10, 19);
