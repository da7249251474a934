//! Shares in words: "about 72 % (68–78 %)".

use rung_model::{share::Share, split::Split};

/// A share (0-1) as whole percent: `72 %`. What is there but rounds away is `under 1 %` or `over 99 %`.
pub fn percent(share: f64) -> String {
    if share > 0.0 && share < 0.005 {
        "under 1\u{a0}%".to_owned()
    } else if (0.995..1.0).contains(&share) {
        "over 99\u{a0}%".to_owned()
    } else {
        format!("{}\u{a0}%", whole(share))
    }
}

/// A range of shares (0-1): `68–78 %`, or `7 %` where both ends round alike.
pub fn range(low: f64, high: f64) -> String {
    if whole(low) == whole(high) {
        format!("{}\u{a0}%", whole(low))
    } else {
        format!("{}–{}\u{a0}%", whole(low), whole(high))
    }
}

/// A share with its range: `72 % (68–78 %)`; the bare number where the range adds nothing.
pub fn with_range(share: &Share) -> String {
    if whole(share.low) == whole(share.high) {
        percent(share.point)
    } else {
        format!("{}\u{a0}({})", percent(share.point), range(share.low, share.high))
    }
}

/// [`with_range`] led by "about", unless the number already says "under" or "over".
pub fn about(share: &Share) -> String {
    let text = with_range(share);
    if text.starts_with(|c: char| c.is_ascii_digit()) { format!("about {text}") } else { text }
}

/// A difference of two shares in points: `42 points`, `1 point`.
pub fn points(difference: f64) -> String {
    let whole = whole(difference.abs());
    format!("{whole}\u{a0}{}", if whole == 1 { "point" } else { "points" })
}

/// An expected split as people write it: `30 / 10 / 60`.
pub fn triple(split: &Split) -> String {
    let [strategy, people, building] = split.parts().map(whole);
    format!("{strategy}\u{a0}/\u{a0}{people}\u{a0}/\u{a0}{building}")
}

/// Three shares as tenths that sum to ten: largest remainders first, earlier parts on ties.
pub fn tenths(parts: [f64; 3]) -> [u32; 3] {
    let sum: f64 = parts.iter().sum();
    if sum <= 0.0 {
        return [0; 3];
    }
    let exact = parts.map(|part| part / sum * 10.0);
    let mut tenths = exact.map(|part| part.floor() as u32);
    let mut order = [0, 1, 2];
    order.sort_by(|&a: &usize, &b: &usize| (exact[b].fract()).total_cmp(&exact[a].fract()));
    let missing = 10_u32.saturating_sub(tenths.iter().sum()) as usize;
    for place in order.into_iter().take(missing) {
        tenths[place] += 1;
    }
    tenths
}

/// Whole percents of a share.
fn whole(share: f64) -> i64 {
    (share * 100.0).round() as i64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_carries_its_range_and_never_a_decimal() {
        assert_eq!(about(&Share::new(0.678, 0.7233, 0.776)), "about 72\u{a0}%\u{a0}(68–78\u{a0}%)");
        assert_eq!(with_range(&Share::new(0.07, 0.071, 0.0712)), "7\u{a0}%");
    }

    #[test]
    fn little_is_not_nothing() {
        assert_eq!(percent(0.0), "0\u{a0}%");
        assert_eq!(about(&Share::new(0.0, 0.003, 0.02)), "under 1\u{a0}%\u{a0}(0–2\u{a0}%)");
        assert_eq!(percent(0.999), "over 99\u{a0}%");
        assert_eq!(percent(1.0), "100\u{a0}%");
    }

    #[test]
    fn tenths_sum_to_ten() {
        assert_eq!(tenths([0.72, 0.12, 0.16]), [7, 1, 2]);
        assert_eq!(tenths([1.0, 1.0, 1.0]), [4, 3, 3]);
        assert_eq!(tenths([0.0, 0.0, 0.0]), [0, 0, 0]);
    }
}
