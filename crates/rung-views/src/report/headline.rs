//! The headline: the finding as one sentence about these weeks, and what is short where there is none.

use super::lens::Lens;
use crate::words;

/// The verdict as the page's headline. It says since when where a change was found; below the gate it says
/// so and leaves what is short to the lede.
pub(crate) fn headline(lens: &Lens<'_>) -> String {
    let sentence = sentence(lens);
    if reason(lens).is_some() {
        return "Not enough to say which role your weeks are like".to_owned();
    }
    match (sentence.strip_prefix("Time looks"), lens.since) {
        (Some(rest), Some(monday)) => format!("Since {} your time looks{rest}", words::roughly(monday)),
        (Some(rest), None) => format!("Your time looks{rest}"),
        (None, _) => sentence.to_owned(),
    }
}

/// What follows "Not enough to say: ", where the verdict is that.
pub(crate) fn reason<'a>(lens: &Lens<'a>) -> Option<&'a str> {
    sentence(lens).strip_prefix("Not enough to say: ")
}

fn sentence<'a>(lens: &Lens<'a>) -> &'a str {
    lens.report.sentence.trim().trim_end_matches('.')
}
