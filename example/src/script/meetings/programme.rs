//! The programme that takes over Ines Halvorsen's weeks from July on: she was never asked
//! whether she wants to run it.

use jiff::civil::Weekday::{Friday, Monday, Thursday, Tuesday, Wednesday};
use rung_model::activity::Activity;

use super::{HANA, INES, LENA, MARTA};
use crate::{
    clock::SHIFT,
    script::series::{Guest, Series, Work},
};

const FUNCTIONS: &[Guest] = &[
    ("Gwen Ashdown", "gwen.ashdown@harbourline.example"),
    ("Rafael Duarte Pinho", "rafael.duarte@harbourline.example"),
    ("Yusuf Lindqvist", "yusuf.lindqvist@harbourline.example"),
];
const VENDOR: &[Guest] = &[("Ewan Tallis", "ewan.tallis@tallis-reconciliation.example")];

pub(super) fn meetings() -> Vec<Series> {
    let align = Work::All(Activity::Alignment);
    let status = Work::All(Activity::Status);
    let roadmap = Work::All(Activity::Roadmap);
    let new = |title: &str, asked: &[&'static str], work| Series::new(title, INES, asked, work).from(SHIFT);
    vec![
        new("Cross-team sync: Settlement / Ledger / Fees", &[HANA], align)
            .guests(FUNCTIONS)
            .weeks(1, &[Monday])
            .at(11, 0, 60),
        new("Kestrel steering committee", &[], status)
            .guests(FUNCTIONS)
            .weeks(1, &[Monday])
            .at(13, 0, 60)
            .room("Lighthouse"),
        new("Programme status review", &[MARTA], status).guests(FUNCTIONS).weeks(1, &[Monday]).at(15, 45, 60),
        new("Dependency review: Kestrel", &[], align).guests(FUNCTIONS).weeks(1, &[Tuesday]).at(11, 0, 60),
        new("Stakeholder alignment: Kestrel", &[], align).guests(FUNCTIONS).weeks(1, &[Tuesday]).at(12, 45, 60),
        new("Roadmap alignment", &[LENA], roadmap).guests(FUNCTIONS).weeks(1, &[Tuesday]).at(16, 15, 60),
        new("Kestrel status update", &[], status).guests(FUNCTIONS).weeks(1, &[Wednesday]).at(10, 0, 60),
        new("Cross-team alignment: Payments / Risk", &[], align)
            .guests(FUNCTIONS)
            .weeks(1, &[Wednesday])
            .at(12, 45, 60),
        new("Stakeholder update: Kestrel", &[LENA], align).guests(FUNCTIONS).weeks(1, &[Wednesday]).at(15, 0, 60),
        new("Capacity planning: Kestrel", &[], Work::All(Activity::Capacity))
            .guests(FUNCTIONS)
            .weeks(1, &[Thursday])
            .at(10, 0, 60),
        new("Kestrel weekly", &[], Work::OneOf(KESTREL)).guests(FUNCTIONS).weeks(1, &[Thursday]).at(13, 0, 60),
        new("Quarterly roadmap review", &[LENA, MARTA], roadmap).weeks(1, &[Thursday]).at(16, 0, 60),
        new("Weekly programme review", &[], status).guests(FUNCTIONS).weeks(1, &[Friday]).at(9, 30, 60),
        new("Stakeholder sync: Fees", &[LENA], align).guests(FUNCTIONS).weeks(1, &[Monday]).at(14, 30, 45),
        new("Cross-team planning: Kestrel / Fees", &[], align).guests(FUNCTIONS).weeks(1, &[Wednesday]).at(14, 0, 45),
        new("Status report: Kestrel", &[MARTA], status).guests(FUNCTIONS).weeks(1, &[Thursday]).at(14, 30, 45),
        new("Partner alignment: Tallis", &[], align).guests(VENDOR).weeks(1, &[Friday]).at(13, 0, 60),
        new("Vendor sync: Tallis", &[], Work::All(Activity::Customer))
            .guests(VENDOR)
            .weeks(1, &[Friday])
            .at(11, 30, 45),
        new("Lantern", &[LENA], Work::OneOf(KESTREL)).guests(FUNCTIONS).weeks(2, &[Wednesday]).at(16, 30, 45),
        new("Partner bridge", &[], Work::OneOf(KESTREL)).guests(VENDOR).weeks(2, &[Monday]).at(17, 0, 30).skipped(0.15),
    ]
}

const KESTREL: &[(Activity, f64)] = &[(Activity::Alignment, 0.55), (Activity::Status, 0.3), (Activity::Support, 0.15)];
