//! The product manager's meetings, with customers and other functions.

use jiff::civil::Weekday::{Friday, Monday, Thursday, Tuesday, Wednesday};
use rung_model::activity::Activity;

use super::{CALEB, HANA, INES, LENA, MARTA};
use crate::{
    clock::SHIFT,
    script::{
        desk::EVENING_CALLS,
        series::{Guest, Series, Work},
    },
};

const BANK: &[Guest] = &[("Noor Velasquez", "noor.velasquez@brightwater-bank.example")];
const VENDOR: &[Guest] = &[("Ewan Tallis", "ewan.tallis@tallis-reconciliation.example")];
const FUNCTIONS: &[Guest] = &[
    ("Gwen Ashdown", "gwen.ashdown@harbourline.example"),
    ("Rafael Duarte Pinho", "rafael.duarte@harbourline.example"),
];

pub(super) fn meetings() -> Vec<Series> {
    let new = Series::new;
    vec![
        new("Roadmap review", LENA, &[MARTA, INES, CALEB], Work::All(Activity::Roadmap))
            .weeks(2, &[Thursday])
            .at(17, 0, 45)
            .until(SHIFT),
        new("Stakeholder update", LENA, &[MARTA], Work::All(Activity::Alignment))
            .guests(FUNCTIONS)
            .weeks(2, &[Monday])
            .at(16, 0, 60),
        new("Product roadmap review", LENA, &[INES], Work::All(Activity::Roadmap))
            .guests(FUNCTIONS)
            .weeks(1, &[Tuesday])
            .at(14, 0, 60),
        new("Customer call: Brightwater", LENA, &[], Work::All(Activity::Customer))
            .guests(BANK)
            .weeks(1, &[Tuesday])
            .at(10, 0, 60),
        new("Customer discovery interview", LENA, &[], Work::All(Activity::Customer))
            .guests(BANK)
            .weeks(1, &[Thursday])
            .at(14, 0, 60),
        new("Vendor review: Tallis", LENA, &[INES], Work::All(Activity::Customer))
            .guests(VENDOR)
            .weeks(2, &[Wednesday])
            .at(10, 0, 45)
            .until(SHIFT),
        new("Vendor review", LENA, &[], Work::All(Activity::Customer))
            .guests(VENDOR)
            .weeks(2, &[Wednesday])
            .at(10, 0, 45)
            .from(SHIFT),
        new("Go-to-market sync", LENA, &[], Work::All(Activity::Alignment))
            .guests(FUNCTIONS)
            .weeks(1, &[Wednesday])
            .at(14, 0, 60),
        new("Sales / Product sync", LENA, &[], Work::All(Activity::Alignment))
            .guests(FUNCTIONS)
            .weeks(1, &[Thursday])
            .at(10, 0, 60),
        new("OKR planning", LENA, &[MARTA, CALEB], Work::All(Activity::Roadmap)).monthly(1, Wednesday).at(16, 45, 60),
        new("Prioritisation meeting", LENA, &[MARTA], Work::All(Activity::Roadmap)).weeks(1, &[Friday]).at(11, 45, 45),
        new("Weekly status report", LENA, &[], Work::All(Activity::Status))
            .guests(FUNCTIONS)
            .weeks(1, &[Friday])
            .at(9, 30, 45),
        new("Product managers' roundtable", LENA, &[], Work::All(Activity::Alignment))
            .guests(FUNCTIONS)
            .weeks(2, &[Monday])
            .at(10, 30, 60),
        new("User research readout", LENA, &[HANA], Work::All(Activity::Customer))
            .guests(FUNCTIONS)
            .monthly(3, Wednesday)
            .at(11, 0, 45),
        new("Stakeholder alignment: Fees", LENA, &[], Work::All(Activity::Alignment))
            .guests(FUNCTIONS)
            .weeks(1, &[Monday])
            .at(14, 0, 45)
            .until(SHIFT),
        new("Quarterly planning", LENA, &[], Work::All(Activity::Roadmap))
            .guests(FUNCTIONS)
            .weeks(1, &[Tuesday])
            .at(11, 15, 60),
        new("Customer feedback review", LENA, &[], Work::All(Activity::Customer))
            .guests(FUNCTIONS)
            .weeks(1, &[Tuesday])
            .at(15, 15, 45),
        new("Marketing / Product sync", LENA, &[], Work::All(Activity::Alignment))
            .guests(FUNCTIONS)
            .weeks(1, &[Wednesday])
            .at(15, 15, 45)
            .until(SHIFT),
        new("Roadmap planning", LENA, &[], Work::All(Activity::Roadmap))
            .guests(FUNCTIONS)
            .weeks(1, &[Thursday])
            .at(15, 15, 60),
        new(
            "Backlog prioritisation",
            LENA,
            &[],
            Work::OneOf(&[(Activity::Roadmap, 0.8), (Activity::RitualTakingPart, 0.2)]),
        )
        .guests(FUNCTIONS)
        .weeks(1, &[Friday])
        .at(10, 30, 45),
        new("Customer call: New York banks", LENA, &[], Work::All(Activity::Customer))
            .guests(BANK)
            .weeks(1, &[Monday, Tuesday, Wednesday, Thursday])
            .at(18, 0, 75)
            .from(EVENING_CALLS),
    ]
}
