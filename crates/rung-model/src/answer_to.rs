//! What a person answered to a finding: not now, or not so.

use jiff::{Timestamp, civil::Date};

/// The answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reply {
    /// Not now: the finding stays away up to, not including, this day.
    Snoozed {
        /// The first day it may show again.
        until: Date,
    },
    /// Not so: the finding is shown as disputed, with the person's reason.
    Disputed,
}

/// An answer to a finding, kept with the person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerTo {
    /// The finding's key: its check, and what tells it from others of the same check.
    pub finding: String,
    /// When it was given.
    pub made: Timestamp,
    /// The answer.
    pub reply: Reply,
    /// Why, in the person's words.
    pub why: Option<String>,
    /// When it was taken back.
    pub undone: Option<Timestamp>,
}

/// The answer in force to a finding on a day: the latest that was not taken back and, where it is a
/// snooze, has not run out.
pub fn in_force<'a>(answers: &'a [AnswerTo], finding: &str, day: Date) -> Option<&'a AnswerTo> {
    let of = answers.iter().filter(|answer| answer.finding == finding && answer.undone.is_none());
    of.max_by_key(|answer| answer.made).filter(|answer| match answer.reply {
        Reply::Snoozed { until } => day < until,
        Reply::Disputed => true,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(made: i64, reply: Reply, undone: bool) -> AnswerTo {
        let made = Timestamp::from_second(made).unwrap();
        AnswerTo { finding: "drift:people".into(), made, reply, why: None, undone: undone.then_some(made) }
    }

    #[test]
    fn the_latest_answer_counts_until_it_runs_out_or_is_taken_back() {
        let day = |day| Date::constant(2026, 3, day);
        let snooze = |until| Reply::Snoozed { until: day(until) };
        let answers = [answer(1, Reply::Disputed, false), answer(2, snooze(10), false)];
        assert_eq!(in_force(&answers, "drift:people", day(9)).map(|a| &a.reply), Some(&snooze(10)));
        assert_eq!(in_force(&answers, "drift:people", day(10)), None);
        assert_eq!(in_force(&answers, "hybrid-load", day(9)), None);
        let taken_back = [answer(1, Reply::Disputed, false), answer(2, snooze(10), true)];
        assert_eq!(in_force(&taken_back, "drift:people", day(9)).map(|a| &a.reply), Some(&Reply::Disputed));
    }
}
