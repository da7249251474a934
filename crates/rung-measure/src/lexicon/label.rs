//! The two ends of a title: the label in front of the first sign of division, and what follows.
//!
//! `"design: traits"`, `"[Heron] Planning"`, `"Demo - export"` and `"Release (2.4)"` each name
//! what the meeting is for at one end and what it is about at the other.

use super::{phrase::Span, words::words};

/// Signs that divide a title.
const SIGNS: &[&str] = &[": ", "] ", " - ", " – ", " — ", " | ", " ("];

/// The ends of a title, as spans of its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Ends {
    /// In front of the sign.
    pub label: Span,
    /// Behind it.
    pub tail: Span,
    /// True where the sign is a colon: the label is a topic.
    pub topic: bool,
}

/// The ends of `title`, whose words are `all`; `None` where no sign divides it between two words.
pub(crate) fn ends(title: &str, all: &[String]) -> Option<Ends> {
    let (at, sign) = SIGNS.iter().filter_map(|sign| Some((title.find(sign)?, *sign))).min()?;
    let label = words(title.get(..at)?);
    let size = label.len();
    // A spelling of one word may reach over the sign.
    let whole = size > 0 && size < all.len() && all.starts_with(&label);
    whole.then_some(Ends {
        label: Span { start: 0, end: size },
        tail: Span { start: size, end: all.len() },
        topic: sign == ": ",
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(title: &str) -> Option<(usize, usize, bool)> {
        ends(title, &words(title)).map(|ends| (ends.label.len(), ends.tail.len(), ends.topic))
    }

    #[test]
    fn signs_divide_a_title() {
        assert_eq!(of("design: trait objects"), Some((1, 2, true)));
        assert_eq!(of("[Heron] Planning"), Some((1, 1, false)));
        assert_eq!(of("Demo - export - again"), Some((1, 2, false)));
        assert_eq!(of("Sprint release (2.4)"), Some((2, 2, false)));
    }

    #[test]
    fn hyphens_times_and_lone_words_do_not() {
        for title in ["Stand-up", "1:1", "Planning", "(moved) ", ": ", ""] {
            assert_eq!(of(title), None, "{title}");
        }
    }
}
