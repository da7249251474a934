//! Entries people make for themselves: focus blocks, held slots, private errands, and the
//! standing conversations that never make it into a calendar.

use jiff::civil::{
    Weekday::{Friday, Monday, Thursday, Tuesday, Wednesday},
    date,
};
use rung_model::activity::Activity;

use super::{CALEB, HANA, INES, JONAS_L, LENA, MARTA, PRIYA, RUTH, SOFIA, TOBI, WREN};
use crate::{
    clock::SHIFT,
    script::series::{Series, Shown, Work},
};

pub(super) fn blocks() -> Vec<Series> {
    let focus = |title: &str, person| Series::new(title, person, &[], Work::Block).shown(Shown::Focus);
    let hidden = |title: &str, person, other: &[&'static str], work| {
        Series::new(title, person, other, work).shown(Shown::Hidden)
    };
    vec![
        focus("Focus time", PRIYA).weeks(1, &[Monday, Friday]).at(13, 0, 180),
        focus("Focus time", HANA).weeks(1, &[Friday]).at(13, 0, 150),
        focus("Deep work", INES).weeks(1, &[Wednesday]).at(13, 0, 150).until(SHIFT),
        focus("Focus block", WREN).weeks(1, &[Wednesday]).at(13, 0, 180).new_york(),
        focus("No meetings please", LENA).weeks(1, &[Friday]).at(14, 0, 150),
        Series::new("HOLD: planning offsite", RUTH, &[MARTA, CALEB, LENA], Work::Block)
            .monthly(2, Friday)
            .at(10, 30, 120)
            .new_york()
            .shown(Shown::Hold),
        Series::new("Physiotherapy", INES, &[], Work::Block).weeks(2, &[Tuesday]).at(17, 15, 45).shown(Shown::Private),
        Series::new("School run", TOBI, &[], Work::Block)
            .weeks(1, &[Thursday])
            .at(15, 30, 30)
            .from(date(2026, 8, 24))
            .shown(Shown::Private),
        hidden("Coffee: Ines / Hana", INES, &[HANA], Work::All(Activity::Design)).weeks(1, &[Friday]).at(10, 45, 25),
        hidden("Desk side: Marta / Ines", MARTA, &[INES], Work::All(Activity::Alignment))
            .weeks(1, &[Wednesday])
            .at(14, 15, 20),
        hidden("Pairing nobody planned: Tobi / Sofia", TOBI, &[SOFIA], Work::All(Activity::Pairing))
            .weeks(1, &[Friday])
            .at(13, 0, 60),
        hidden("Call: Wren / Jonas", WREN, &[JONAS_L], Work::All(Activity::Support))
            .weeks(1, &[Thursday])
            .at(10, 30, 40)
            .new_york(),
    ]
}
