//! The Ledger team's rhythm, on New York time; one of them works in Berlin.

use jiff::civil::Weekday::{Friday, Monday, Thursday, Tuesday, Wednesday};
use rung_model::activity::Activity;

use super::{CALEB, HANA, JONAS_L, LENA, WREN};
use crate::script::series::{Guest, Series, Work};

const TREASURY: &[Guest] = &[("Pelle Norberg", "pelle.norberg@harbourline.example")];
const TALENT: &[Guest] = &[("Odile Marchetti", "odile.marchetti@harbourline.example")];
const TEAM: &[&str] = &[WREN, JONAS_L, HANA];

pub(super) fn meetings() -> Vec<Series> {
    let new = Series::new;
    vec![
        new("Ledger daily stand-up", CALEB, &[WREN, JONAS_L], Work::Ritual(CALEB))
            .weeks(1, &[Monday, Tuesday, Wednesday, Thursday, Friday])
            .at(9, 45, 15)
            .new_york()
            .skipped(0.08),
        new("Ledger sprint planning", CALEB, TEAM, Work::Ritual(CALEB))
            .weeks(2, &[Monday])
            .at(10, 15, 75)
            .new_york()
            .room("Boathouse"),
        new("Ledger backlog refinement", CALEB, &[WREN, JONAS_L, LENA], Work::Ritual(CALEB))
            .weeks(1, &[Wednesday])
            .at(10, 30, 45)
            .new_york(),
        new("Sprint demo: Ledger", WREN, &[CALEB, JONAS_L, LENA], Work::Ritual(WREN))
            .weeks(2, &[Friday])
            .at(10, 15, 30)
            .new_york(),
        new("Ledger retro", CALEB, &[WREN, JONAS_L], Work::All(Activity::Process))
            .weeks(2, &[Friday])
            .at(10, 45, 45)
            .new_york(),
        new("On-call handoff", WREN, &[CALEB, JONAS_L], Work::All(Activity::Incident))
            .weeks(1, &[Monday])
            .at(11, 30, 30)
            .new_york(),
        new("Design review: posting engine", CALEB, &[WREN, JONAS_L], Work::All(Activity::Design))
            .weeks(1, &[Tuesday])
            .at(10, 15, 60)
            .new_york(),
        new("Pairing: Wren / Caleb", CALEB, &[WREN], Work::All(Activity::Pairing))
            .weeks(1, &[Thursday])
            .at(13, 30, 75)
            .new_york(),
        new("Code walkthrough", CALEB, &[WREN], Work::All(Activity::CodeReview))
            .weeks(1, &[Tuesday])
            .at(14, 0, 45)
            .new_york(),
        new("Project status: posting engine", CALEB, &[WREN, JONAS_L], Work::All(Activity::Status))
            .weeks(1, &[Thursday])
            .at(12, 15, 45)
            .new_york(),
        new("Cross-team sync: Ledger / Treasury", WREN, &[JONAS_L], Work::All(Activity::Alignment))
            .guests(TREASURY)
            .weeks(1, &[Monday])
            .at(9, 0, 45)
            .new_york(),
        new("Ledger roadmap review", CALEB, &[LENA], Work::All(Activity::Roadmap))
            .weeks(1, &[Friday])
            .at(13, 0, 60)
            .new_york(),
        new("Design review: ledger close", CALEB, &[WREN], Work::All(Activity::Design))
            .weeks(1, &[Wednesday])
            .at(13, 0, 60)
            .new_york(),
        new("Candidate screening", CALEB, &[], Work::All(Activity::Hiring))
            .guests(TALENT)
            .weeks(1, &[Monday])
            .at(13, 15, 45)
            .new_york(),
        new("Performance check-in: Wren", CALEB, &[WREN], Work::All(Activity::Feedback))
            .weeks(1, &[Wednesday])
            .at(15, 15, 30)
            .new_york(),
        new("Interview panel sync", CALEB, &[], Work::All(Activity::Hiring))
            .guests(TALENT)
            .weeks(1, &[Thursday])
            .at(15, 15, 45)
            .new_york(),
        new("Career conversation: Jonas", CALEB, &[JONAS_L], Work::All(Activity::Coaching))
            .weeks(1, &[Friday])
            .at(12, 15, 30)
            .new_york(),
        new("Cross-team sync: Ledger / Risk", CALEB, &[], Work::All(Activity::Alignment))
            .guests(TREASURY)
            .weeks(1, &[Tuesday])
            .at(12, 45, 45)
            .new_york(),
        new("Kitchen table", WREN, &[CALEB, JONAS_L], Work::All(Activity::TeamBuilding))
            .weeks(1, &[Friday])
            .at(11, 45, 20)
            .new_york()
            .skipped(0.25),
    ]
}
