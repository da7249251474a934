//! A share as tables write it: `30–50 %`, `~40%`, `.3`, `up to 15 %`, `at least 20 %`.

use std::sync::LazyLock;

use regex::Regex;
use rung_model::framework::Part;

static SHARE: LazyLock<Regex> = LazyLock::new(|| {
    let number = r"(\d{1,3}(?:[.,]\d+)?|[.,]\d+)";
    let pattern = format!(
        r"(?xi)^\s*(?P<sign>~|≈|±|ca\.?|circa|about|approx\.?|approximately|around|up\ to|at\ most|max\.?|bis\ zu|≤|<=|<
        |at\ least|min\.?|mindestens|≥|>=|>|jusqu'à|hasta)?\s*{number}\s*(?P<p1>%|percent|prozent)?
        (?:\s*(?:-|–|—|−|~|to|bis|à|a|and)\s*{number}\s*(?P<p2>%|percent|prozent)?)?
        \s*(?:of\ (?:(?:the|their|your|my)\ )?(?:time|week|day)|der\ Zeit|du\ temps|del\ tiempo)?\s*(?P<plus>\+)?\s*$"
    );
    Regex::new(&pattern).expect("the pattern is part of this file and its tests")
});

static WITHIN: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(\d{1,3})\s*%?\s*(?:-|–|—|−|to|bis|and)\s*(\d{1,3})\s*(?:%|percent)|(\d{1,3})\s*(?:%|percent)")
        .expect("the pattern is part of this file and its tests")
});

/// A share as it is written, before it is known whether numbers are percent.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in super::super) struct Written {
    part: Part,
    /// Whether a percent sign stands with it.
    pub(in super::super) percent: bool,
}

impl Written {
    /// The greatest number of it.
    pub(in super::super) fn most(&self) -> f64 {
        [self.part.mean, self.part.min, self.part.max].into_iter().flatten().fold(0.0, f64::max)
    }

    /// As shares 0-1.
    pub(in super::super) fn part(&self, percent: bool) -> Part {
        let scaled = |n: f64| (if percent { n / 100.0 } else { n } * 1e9).round() / 1e9;
        let Part { mean, min, max } = self.part;
        Part { mean: mean.map(scaled), min: min.map(scaled), max: max.map(scaled) }
    }
}

/// Longest share, in bytes: a number or two with a sign and a few words.
const LONGEST: usize = 60;

/// A share, where the text is nothing else.
pub(in super::super) fn read(text: &str) -> Option<Written> {
    if text.len() > LONGEST {
        return None;
    }
    let text = super::super::naming::clean(text).0.to_lowercase();
    let found = SHARE.captures(&text)?;
    let number = |n: usize| found.get(n).and_then(|text| text.as_str().replace(',', ".").parse::<f64>().ok());
    let sign = found.name("sign").map_or("", |sign| sign.as_str()).trim_end_matches('.');
    let percent = found.name("p1").is_some() || found.name("p2").is_some();
    let first = number(2)?;
    let second = number(4);
    let least = found.name("plus").is_some() || ["at least", "min", "mindestens", "≥", ">=", ">"].contains(&sign);
    let most = ["up to", "at most", "max", "bis zu", "≤", "<=", "<", "jusqu'à", "hasta"].contains(&sign);
    let part = match second {
        Some(second) => Part { mean: None, min: Some(first.min(second)), max: Some(first.max(second)) },
        None if least => Part { mean: None, min: Some(first), max: None },
        None if most => Part { mean: None, min: Some(0.0), max: Some(first) },
        None => Part::exact(first),
    };
    let written = Written { part, percent };
    (written.most() <= 100.0).then_some(written)
}

/// The first range of percent in a sentence, as shares 0-1; one number is both ends.
pub(in super::super) fn within(text: &str) -> Option<(f64, f64)> {
    let found = WITHIN.captures(text)?;
    let number = |n: usize| found.get(n).and_then(|text| text.as_str().parse::<f64>().ok());
    let (min, max) = number(1).zip(number(2)).or_else(|| number(3).map(|one| (one, one)))?;
    (max.max(min) <= 100.0).then(|| (min.min(max) / 100.0, max.max(min) / 100.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_read_as_they_are_written() {
        let part = |text: &str| read(text).map(|share| (share.part.mean, share.part.min, share.part.max));
        let range = |min: f64, max: f64| Some((None, Some(min), Some(max)));
        for text in ["30–50 %", "30-50%", "30 to 50", "30% to 50%", "~30 - 50 %", "30 bis 50 Prozent"] {
            assert_eq!(part(text), range(30.0, 50.0), "{text}");
        }
        assert_eq!(part("30%-40% of time"), range(30.0, 40.0));
        assert_eq!(part("50% of the week"), Some((Some(50.0), None, None)));
        assert_eq!(part("~40%"), Some((Some(40.0), None, None)));
        assert_eq!(part(".3"), Some((Some(0.3), None, None)));
        assert_eq!(part("≤ 15%"), range(0.0, 15.0));
        assert_eq!(part("up to 15 %"), range(0.0, 15.0));
        assert_eq!(part("at least 20 %"), Some((None, Some(20.0), None)));
        assert_eq!((part("n/a"), part("rest"), part("2-3 years"), part("400%")), (None, None, None, None));
        assert_eq!(read("40 %").unwrap().part(true), Part::exact(0.4));
    }

    #[test]
    fn a_range_is_found_in_a_sentence() {
        assert_eq!(within("coding 30% to 70% of the time"), Some((0.3, 0.7)));
        assert_eq!(within("about 20 percent"), Some((0.2, 0.2)));
        assert_eq!(within("most of the time"), None);
    }
}
