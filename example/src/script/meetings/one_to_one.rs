//! 1:1s along and across the reporting lines, mentoring and career conversations.

use jiff::civil::Weekday::{self, Friday, Monday, Thursday, Tuesday, Wednesday};
use jiff::civil::date;
use rung_model::activity::Activity;

use super::{CALEB, HANA, INES, JONAS_L, JONAS_S, LENA, MARTA, PRIYA, RUTH, SOFIA, TOBI, WREN};
use crate::script::{
    cast::member,
    series::{Guest, Series, Work},
};

/// A manager's 1:1 with a report: title, weekday and time.
fn pair(manager: &'static str, report: &'static str, on: Weekday, hour: i32, minute: i32) -> Series {
    let short = |id| member(id).map_or(id, |member| member.short);
    Series::new(&format!("{} / {} 1:1", short(manager), short(report)), manager, &[report], Work::OneOnOne(manager))
        .weeks(1, &[on])
        .at(hour, minute, 30)
        .skipped(0.06)
}

/// Three quarters of an hour instead of half an hour.
fn longer(series: Series) -> Series {
    Series { minutes: 45, ..series }
}

pub(super) fn meetings() -> Vec<Series> {
    let new = Series::new;
    let mut all = vec![
        pair(MARTA, INES, Tuesday, 10, 0),
        pair(MARTA, HANA, Tuesday, 10, 30),
        pair(MARTA, PRIYA, Tuesday, 13, 30),
        pair(MARTA, JONAS_S, Wednesday, 10, 0),
        pair(MARTA, TOBI, Wednesday, 13, 0),
        pair(MARTA, SOFIA, Thursday, 11, 30),
        pair(RUTH, MARTA, Tuesday, 10, 0).new_york(),
        pair(RUTH, CALEB, Thursday, 11, 0).new_york(),
        pair(RUTH, LENA, Wednesday, 10, 0).new_york(),
        longer(pair(CALEB, WREN, Tuesday, 11, 30).new_york()),
        longer(pair(CALEB, JONAS_L, Wednesday, 9, 0).new_york()),
        new("Marta <> Lena", MARTA, &[LENA], Work::All(Activity::OneOnOneUp)).weeks(1, &[Monday]).at(13, 0, 30),
        new("Catch-up: Lena & Ines", LENA, &[INES], Work::All(Activity::OneOnOneUp))
            .weeks(1, &[Thursday])
            .at(11, 0, 30),
        new("Mentoring: Ines / Sofia", INES, &[SOFIA], Work::Mentoring(INES)).weeks(2, &[Wednesday]).at(16, 0, 30),
        new("Mentoring: Hana / Jonas", HANA, &[JONAS_L], Work::Mentoring(HANA)).weeks(1, &[Friday]).at(10, 30, 30),
        new("Coaching: Jonas", CALEB, &[JONAS_L], Work::All(Activity::Coaching))
            .weeks(1, &[Thursday])
            .at(10, 15, 45)
            .new_york(),
        new("Mentoring: Wren / Caleb", CALEB, &[WREN], Work::Mentoring(CALEB))
            .weeks(1, &[Monday])
            .at(15, 0, 45)
            .new_york(),
        new("Onboarding check-in", MARTA, &[SOFIA], Work::Onboarding(MARTA))
            .weeks(1, &[Friday])
            .at(10, 0, 30)
            .until(date(2026, 1, 30))
            .counted(),
        new("Skip-level 1:1: Ruth / Ines", RUTH, &[INES], Work::OneOnOne(RUTH))
            .monthly(3, Monday)
            .at(11, 0, 30)
            .new_york(),
        new("Skip-level 1:1: Ruth / Wren", RUTH, &[WREN], Work::OneOnOne(RUTH))
            .monthly(2, Monday)
            .at(13, 0, 30)
            .new_york(),
    ];
    let newcomers: [(&[Guest], &str, Weekday, i32); 3] = [
        (&[("Ayo Bramwell", "ayo.bramwell@harbourline.example")], "Ayo", Monday, 14),
        (&[("Mikkel Sandoe", "mikkel.sandoe@harbourline.example")], "Mikkel", Wednesday, 14),
        (&[("Teodora Pavlik", "teodora.pavlik@harbourline.example")], "Teodora", Friday, 13),
    ];
    all.extend(newcomers.into_iter().map(|(guest, name, on, hour)| {
        new(&format!("Marta / {name} 1:1"), MARTA, &[], Work::All(Activity::OneOnOne))
            .guests(guest)
            .weeks(2, &[on])
            .at(hour, 0, 30)
            .from(date(2026, 10, 5))
    }));
    let careers =
        [(INES, 1, Monday), (PRIYA, 1, Wednesday), (JONAS_S, 2, Monday), (TOBI, 2, Wednesday), (HANA, 3, Monday)];
    all.extend(careers.into_iter().map(|(report, nth, on)| {
        let name = member(report).map_or(report, |member| member.short);
        new(&format!("Career conversation: {name}"), MARTA, &[report], Work::All(Activity::Coaching))
            .monthly(nth, on)
            .at(16, 15, 45)
    }));
    all
}
