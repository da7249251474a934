//! Meetings of those who lead: staff, hiring, budget, all-hands.

use jiff::civil::Weekday::{Friday, Monday, Thursday, Tuesday, Wednesday};
use rung_model::activity::Activity;

use super::{CALEB, EVERYBODY, HANA, INES, LENA, MARTA, RUTH};
use crate::script::series::{Guest, Series, Work};

const BOARD: &[Guest] = &[
    ("Adaeze Whitlock", "adaeze.whitlock@harbourline.example"),
    ("Pelle Norberg", "pelle.norberg@harbourline.example"),
    ("Simone Achterberg", "simone.achterberg@harbourline.example"),
];
const SIMONE: &[Guest] = &[("Simone Achterberg", "simone.achterberg@harbourline.example")];
const TALENT: &[Guest] = &[("Odile Marchetti", "odile.marchetti@harbourline.example")];

pub(super) fn meetings() -> Vec<Series> {
    let new = Series::new;
    vec![
        new("Harbourline all-hands", RUTH, EVERYBODY, Work::All(Activity::Status))
            .monthly(1, Thursday)
            .at(11, 30, 45)
            .new_york()
            .skipped(0.2),
        new("Payments leadership staff meeting", RUTH, &[MARTA, CALEB, LENA], Work::All(Activity::Status))
            .weeks(1, &[Monday])
            .at(9, 0, 45)
            .new_york(),
        new("Hiring sync", MARTA, &[CALEB], Work::All(Activity::Hiring))
            .guests(TALENT)
            .weeks(1, &[Wednesday])
            .at(15, 30, 30),
        new("Engineering managers' forum", MARTA, &[], Work::OneOf(FORUM))
            .guests(BOARD)
            .weeks(2, &[Thursday])
            .at(10, 0, 60),
        new("Capacity planning", MARTA, &[LENA, CALEB], Work::All(Activity::Capacity))
            .monthly(2, Tuesday)
            .at(16, 30, 60),
        new("Talent review", RUTH, &[MARTA, CALEB], Work::All(Activity::Feedback))
            .monthly(3, Thursday)
            .at(10, 0, 60)
            .new_york(),
        new("Performance calibration", RUTH, &[MARTA, CALEB], Work::All(Activity::Feedback))
            .guests(TALENT)
            .monthly(-1, Tuesday)
            .at(9, 0, 60)
            .new_york(),
        new("Executive staff meeting", RUTH, &[], Work::All(Activity::Status))
            .guests(BOARD)
            .weeks(1, &[Monday])
            .at(14, 0, 90)
            .new_york(),
        new("Directors' sync", RUTH, &[], Work::All(Activity::Alignment))
            .guests(BOARD)
            .weeks(1, &[Tuesday])
            .at(14, 30, 60)
            .new_york(),
        new("Budget review", RUTH, &[], Work::All(Activity::Capacity))
            .guests(BOARD)
            .weeks(2, &[Wednesday])
            .at(14, 0, 60)
            .new_york(),
        new("Headcount planning", RUTH, &[], Work::All(Activity::Capacity))
            .guests(TALENT)
            .weeks(2, &[Wednesday])
            .at(15, 30, 45)
            .new_york(),
        new("Payments strategy review", RUTH, &[MARTA, LENA, CALEB], Work::All(Activity::Vision))
            .weeks(2, &[Thursday])
            .at(9, 0, 60)
            .new_york(),
        new("Hiring pipeline review", RUTH, &[], Work::All(Activity::Hiring))
            .guests(TALENT)
            .weeks(1, &[Tuesday])
            .at(13, 0, 45)
            .new_york(),
        new("Leadership coaching", RUTH, &[], Work::All(Activity::Coaching))
            .guests(BOARD)
            .weeks(1, &[Thursday])
            .at(14, 0, 60)
            .new_york(),
        new("Manager 1:1 round table", RUTH, &[], Work::All(Activity::Coaching))
            .guests(BOARD)
            .weeks(1, &[Friday])
            .at(9, 30, 60)
            .new_york(),
        new("Team health review", MARTA, &[HANA, INES], Work::All(Activity::Process)).monthly(1, Friday).at(11, 0, 45),
        new("Coaching circle: new leads", MARTA, &[], Work::All(Activity::Coaching))
            .guests(TALENT)
            .weeks(1, &[Thursday])
            .at(13, 30, 60),
        new("Portfolio review", RUTH, &[], Work::All(Activity::Roadmap))
            .guests(BOARD)
            .weeks(1, &[Wednesday])
            .at(11, 0, 60)
            .new_york(),
        new("Cross-team alignment: Payments / Treasury", RUTH, &[], Work::All(Activity::Alignment))
            .guests(BOARD)
            .weeks(1, &[Tuesday])
            .at(11, 0, 60)
            .new_york(),
        new("Stakeholder alignment: Treasury", RUTH, &[], Work::All(Activity::Alignment))
            .guests(BOARD)
            .weeks(1, &[Monday])
            .at(10, 0, 60)
            .new_york(),
        new("Hiring committee", RUTH, &[], Work::All(Activity::Hiring))
            .guests(TALENT)
            .weeks(1, &[Thursday])
            .at(15, 30, 60)
            .new_york(),
        new("Mentoring: Ruth / Simone", RUTH, &[], Work::Mentoring(RUTH))
            .guests(SIMONE)
            .weeks(1, &[Wednesday])
            .at(13, 0, 45)
            .new_york(),
        new("Performance reviews: managers", RUTH, &[], Work::All(Activity::Feedback))
            .guests(TALENT)
            .weeks(1, &[Thursday])
            .at(12, 30, 60)
            .new_york(),
        new("Team health review: Payments", RUTH, &[], Work::All(Activity::Process))
            .guests(TALENT)
            .weeks(1, &[Tuesday])
            .at(16, 0, 45)
            .new_york(),
        new("Leadership development workshop", RUTH, &[], Work::All(Activity::Coaching))
            .guests(BOARD)
            .weeks(1, &[Friday])
            .at(11, 0, 60)
            .new_york(),
        new("Tidepool", RUTH, &[], Work::OneOf(FORUM)).guests(BOARD).weeks(2, &[Friday]).at(13, 0, 45).new_york(),
    ]
}

const FORUM: &[(Activity, f64)] = &[(Activity::Alignment, 0.55), (Activity::Coaching, 0.25), (Activity::Process, 0.2)];
