//! Focus strip: free gaps of two hours and more up solid, shorter ones down hollow.

use jiff::civil::Date;
use maud::{Markup, html};

use super::{
    axis,
    mark::{Anchor, Plot, across, boxes, text, upright},
};

const TOP: f64 = 34.0;
const SPAN: f64 = 150.0;

/// One strip; `weeks` are (Monday, focus hours, fragment hours), `shift` the column of a lasting change.
pub(crate) fn focus_strip(title: &str, desc: &str, weeks: &[(Date, f64, f64)], shift: Option<usize>) -> Markup {
    let up = weeks.iter().map(|week| week.1).fold(1.0, f64::max);
    let down = weeks.iter().map(|week| week.2).fold(1.0, f64::max);
    let scale = SPAN / (up + down);
    let zero = TOP + up * scale;
    let foot = zero + down * scale;
    let step = axis::step(up.max(down));
    let marks = html! {
        @for tick in 1..=((up / step).floor() as u32) {
            @let value = f64::from(tick) * step;
            (across(zero - value * scale, "grid"))
            @let last = f64::from(tick + 1) * step > up;
            (text(0.0, -8.0, zero - value * scale + 4.0, Anchor::End, "q", &html! { (value) @if last { "\u{a0}h" } }))
        }
        @for tick in 1..=((down / step).floor() as u32) {
            @let value = f64::from(tick) * step;
            (across(zero + value * scale, "grid"))
            (text(0.0, -8.0, zero + value * scale + 4.0, Anchor::End, "q", &html! { (value) }))
        }
        (boxes("ink", foot, &columns(weeks, |week| (zero - week.1 * scale, week.1 * scale))))
        (boxes("hollow thin", foot + 1.0, &columns(weeks, |week| (zero, week.2 * scale))))
        (across(zero, "axis"))
        @if let Some(shift) = shift { (upright(shift as f64 * axis::slot(weeks.len()), 19.0, foot + 4.0, "inkline dash")) }
        (text(1.0, 0.0, 12.0, Anchor::End, "k", &html! { "Focus: free gaps of two hours and more" }))
        (text(1.0, 0.0, foot + 19.0, Anchor::End, "k", &html! { "Fragments: gaps shorter than two hours" }))
        (axis::months(&weeks.iter().map(|week| week.0).collect::<Vec<_>>(), foot + 42.0))
    };
    Plot { id: "foc", title, desc, height: foot + 50.0 }.draw(&marks)
}

fn columns(weeks: &[(Date, f64, f64)], reach: impl Fn(&(Date, f64, f64)) -> (f64, f64)) -> Vec<[f64; 4]> {
    weeks
        .iter()
        .enumerate()
        .filter_map(|(index, week)| {
            let (top, tall) = reach(week);
            let (x, width) = axis::column(index, weeks.len());
            (tall >= 0.25).then_some([x, width, top, tall])
        })
        .collect()
}
