//! The shared axis of week by week plots: one column a week, months named below.

use jiff::civil::Date;
use maud::{Markup, html};

use super::mark::{Anchor, ems, text};
use crate::words;

/// Pixels between gutter and right edge on the narrowest screen and on the narrowest wide one.
const NARROW: f64 = 254.0;
const WIDE: f64 = 640.0;

/// Width of a week with its gap, as a share: a week alone does not fill the plot.
pub(crate) fn slot(weeks: usize) -> f64 {
    1.0 / weeks.max(5) as f64
}

/// Left edge and width of column `index` of `weeks`, as shares.
pub(crate) fn column(index: usize, weeks: usize) -> (f64, f64) {
    let step = slot(weeks);
    (step * (index as f64 + 0.09), step * 0.82)
}

/// Month names under the columns: the first week's day, then each month where its first week begins.
/// A name that would touch its neighbour is left out, on narrow screens sooner.
pub(crate) fn months(mondays: &[Date], y: f64) -> Markup {
    let total = mondays.len();
    let mut free = [0.0_f64; 2];
    let mut labels: Vec<(f64, String, bool)> = Vec::new();
    for (index, monday) in mondays.iter().enumerate() {
        let opens = index == 0 || monday.day() <= 7;
        if !opens {
            continue;
        }
        let words = if index == 0 { words::day(*monday) } else { words::month(*monday).to_owned() };
        let x = column(index, total).0;
        let room = ems(&words) * 12.0;
        let fits = [WIDE, NARROW].map(|width| x * width);
        let wide = fits[0] >= free[0] && fits[0] + room <= WIDE + 8.0;
        let narrow = fits[1] >= free[1] && fits[1] + room <= NARROW + 8.0;
        if wide {
            free[0] = fits[0] + room + 12.0;
        }
        if narrow {
            free[1] = fits[1] + room + 8.0;
        }
        if wide || narrow {
            labels.push((x, words, narrow));
        }
    }
    html! {
        @for (x, words, narrow) in &labels {
            (text(*x, 0.0, y, Anchor::Start, if *narrow { "q" } else { "q wo" }, &html! { (words) }))
        }
    }
}

/// A round step for an axis that reaches `most`: about four lines.
pub(crate) fn step(most: f64) -> f64 {
    [1.0, 2.0, 5.0, 10.0, 20.0, 50.0].into_iter().find(|step| most / step <= 5.0).unwrap_or(100.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_fill_the_plot_in_order() {
        let (first, width) = column(0, 26);
        let (last, _) = column(25, 26);
        assert!(first > 0.0 && last + width < 1.0 && last > 0.96);
    }

    #[test]
    fn axes_have_few_round_lines() {
        assert_eq!((step(40.0), step(15.0), step(7.5)), (10.0, 5.0, 2.0));
    }
}
