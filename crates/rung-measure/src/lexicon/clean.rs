//! What mail and calendar programs put in front of a title, taken off again.

/// Openings that say nothing about the work, lower case.
const OPENINGS: &[&str] = &[
    "re:",
    "fw:",
    "fwd:",
    "aw:",
    "canceled:",
    "cancelled:",
    "canceled event:",
    "cancelled event:",
    "declined:",
    "accepted:",
    "tentative:",
    "tentatively accepted:",
    "updated:",
    "updated invitation:",
    "invitation:",
    "copy:",
    "copy of",
    "moved:",
    "rescheduled:",
    "new time:",
    "new time proposed:",
    "reminder:",
    "optional:",
    "fyi:",
    "[external]",
    "(external)",
    "[ext]",
    "external:",
    "[internal]",
    "(internal)",
    "[optional]",
    "(optional)",
    "[canceled]",
    "[cancelled]",
    "[updated]",
    "[moved]",
    "[rescheduled]",
    "[tentative]",
    "(tentative)",
    "[recurring]",
    "[remote]",
    "[virtual]",
    "[onsite]",
    "[zoom]",
    "[mandatory]",
    "[required]",
    "[recorded]",
    "[fyi]",
    "[new]",
];

/// Openings of a hold: time kept for something that is not arranged yet.
const HOLDS: &[&str] = &[
    "hold:",
    "hold -",
    "hold –",
    "hold —",
    "hold |",
    "hold/",
    "[hold]",
    "(hold)",
    "hold for ",
    "hold the date",
    "placeholder:",
    "placeholder -",
    "placeholder –",
    "[placeholder]",
    "placeholder for ",
    "save the date",
    "std:",
    "blocker:",
    "block:",
    "blocked:",
    "tentative hold",
    "calendar hold",
    "time hold",
];

/// A title without its openings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Cleaned<'a> {
    /// What is left.
    pub text: &'a str,
    /// True where an opening said that the time is only held.
    pub hold: bool,
}

fn without<'a>(text: &'a str, openings: &[&str]) -> Option<&'a str> {
    openings
        .iter()
        .filter_map(|opening| {
            let head = text.get(..opening.len())?;
            head.eq_ignore_ascii_case(opening).then(|| text.get(opening.len()..)).flatten()
        })
        .min_by_key(|rest| rest.len())
}

/// Takes openings off, again and again; pictures and blanks in front go with them.
pub(crate) fn clean(title: &str) -> Cleaned<'_> {
    let mut text = title;
    let mut hold = false;
    loop {
        text = text.trim_start_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '[' | '('));
        if let Some(rest) = without(text, HOLDS) {
            hold = true;
            text = rest;
        } else if let Some(rest) = without(text, OPENINGS) {
            // "Invitation: Planning @ Tue 3 Mar 2026 ..." says when and whom to after the sign.
            text = rest.split(" @ ").next().unwrap_or(rest);
        } else {
            return Cleaned { text: text.trim_end(), hold };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn openings_go_and_words_stay() {
        assert_eq!(clean("Re: FW: [External] Planning"), Cleaned { text: "Planning", hold: false });
        assert_eq!(clean("🎉 Canceled: Demo "), Cleaned { text: "Demo", hold: false });
        assert_eq!(clean("Invitation: Retro @ Tue 3 Mar 2026"), Cleaned { text: "Retro", hold: false });
        assert_eq!(clean("Review: the API"), Cleaned { text: "Review: the API", hold: false });
        assert_eq!(clean("Café ☕"), Cleaned { text: "Café ☕", hold: false });
    }

    #[test]
    fn a_hold_is_noticed() {
        assert_eq!(clean("HOLD: Sprint planning"), Cleaned { text: "Sprint planning", hold: true });
        assert_eq!(clean("[Hold] visit"), Cleaned { text: "visit", hold: true });
        assert!(!clean("Holding company sync").hold);
        assert_eq!(clean("").text, "");
    }
}
