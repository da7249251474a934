//! The headline: the finding as one sentence about these weeks, and what is short where there is none.

use rung_model::bucket::Bucket;

use super::{lens::Lens, opening::bucket_words};
use crate::words;

/// The verdict as the page's headline. It says since when where a change was found; below the gate it says
/// so and leaves what is short to the lede.
pub(crate) fn headline(lens: &Lens<'_>) -> String {
    let sentence = sentence(lens);
    if reason(lens).is_some() {
        return changed(lens).unwrap_or_else(|| "Not enough to say which role your weeks are like".to_owned());
    }
    match (sentence.strip_prefix("Time looks"), lens.since) {
        (Some(rest), Some(monday)) => format!("Since {} your time looks{rest}", words::roughly(monday)),
        (Some(rest), None) => format!("Your time looks{rest}"),
        (None, _) => sentence.to_owned(),
    }
}

/// Where a change was found, it is the finding, whatever may be said about roles.
pub(crate) fn changed(lens: &Lens<'_>) -> Option<String> {
    let (shift, monday) = (lens.report.shift.as_ref()?, lens.since?);
    let (before, now) = (lens.before?.bucket(shift.bucket).headline?, lens.share(shift.bucket)?);
    let verb = if now.point > before.point { "up" } else { "down" };
    Some(format!(
        "Since {} {} {} about {} of your working time, {verb} from {}",
        words::roughly(monday),
        bucket_words(shift.bucket),
        if shift.bucket == Bucket::Strategy { "take" } else { "takes" },
        words::percent(now.point),
        words::percent(before.point)
    ))
}

/// What follows "Not enough to say: ", where the verdict is that.
pub(crate) fn reason<'a>(lens: &Lens<'a>) -> Option<&'a str> {
    sentence(lens).strip_prefix("Not enough to say: ")
}

fn sentence<'a>(lens: &Lens<'a>) -> &'a str {
    lens.report.sentence.trim().trim_end_matches('.')
}
