//! Titles that are nothing but names: `Ada / Ben`, `Catch up with Ada`, `Platform <> Payments`.
//!
//! A name alone cannot tell a person from a project, so a pair of names decides only where the
//! event is known to have two humans, or where the words beside it are those of two people talking.

use super::{
    usual::{is_form, is_organisation, is_region, is_team},
    words::words,
};

/// What a title of names is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// Not only names.
    Other,
    /// Two names, or a word for meeting with one: people, or projects.
    Names,
    /// Two people catching up.
    CatchUp,
    /// Two teams held against each other, or a team and someone else.
    Teams,
    /// Two teams side by side.
    TeamPair,
}

/// What stands between two names; the first ones hold two parties against each other.
const BETWEEN: &[&str] = &[
    "<->", "<>", "<=>", "↔", "⇄", "⟷", " x ", " X ", "×", " / ", "/", " | ", " & ", " + ", " and ", " – ", " — ", " - ",
];

/// How many of [`BETWEEN`] hold two parties against each other.
const OPPOSING: usize = 9;

/// Words for meeting that may stand beside the names.
const MEETING: &[&str] = &[
    "catchup",
    "checkin",
    "touchbase",
    "connect",
    "coffee",
    "walk",
    "intro",
    "hangout",
    "alignment",
    "update",
    "review",
];

fn is_name(word: &str) -> bool {
    let mut letters = word.chars();
    let capital = letters.next().is_some_and(char::is_uppercase);
    let rest = letters.as_str();
    let inside = rest.chars().all(|c| c.is_alphabetic() || matches!(c, '\'' | '’' | '-' | '.'));
    let initial = rest.is_empty() || rest == ".";
    capital && inside && (initial || rest.chars().any(char::is_lowercase))
}

fn is_talk(word: &str) -> bool {
    words(word).iter().all(|w| {
        is_form(w) || MEETING.contains(&w.as_str()) || matches!(w.as_str(), "catch" | "check" | "touch" | "base")
    })
}

/// The words of one side that are not for meeting.
fn left_over(side: &str) -> Vec<&str> {
    side.split(|c: char| c.is_whitespace() || matches!(c, ':' | ',' | '(' | ')' | '[' | ']'))
        .filter(|word| word.chars().any(char::is_alphanumeric) && !is_talk(word))
        .collect()
}

fn is_known(word: &str) -> bool {
    words(word).iter().all(|w| is_team(w) || is_organisation(w))
}

/// One or two capitalised words that name no kind of team.
fn names_someone(side: &str) -> bool {
    let left = left_over(side);
    matches!(left.len(), 1..=2) && left.iter().all(|word| is_name(word) && !is_known(word))
}

/// Only words for kinds of teams and parts of an organisation.
fn names_team(side: &str) -> bool {
    let (left, it) = (left_over(side), side.split_whitespace().any(|word| word == "IT"));
    let some = left.iter().any(|word| !words(word).iter().all(|w| is_region(w)));
    (it || some) && left.iter().all(|word| is_known(word))
}

fn catches_up(title: &str) -> bool {
    words(title).iter().any(|word| matches!(word.as_str(), "catchup" | "touchbase"))
}

fn names(title: &str) -> Shape {
    if catches_up(title) { Shape::CatchUp } else { Shape::Names }
}

/// The shape of a title.
pub(crate) fn shape(title: &str) -> Shape {
    let lower = title.to_lowercase();
    let with = [" with ", " w/ ", " w/"].iter().find_map(|sign| Some((lower.find(sign)?, sign.len())));
    if let Some((at, length)) = with {
        return match (title.get(..at), title.get(at + length..)) {
            (Some(before), Some(after)) if before.split_whitespace().all(is_talk) && names_someone(after) => {
                names(title)
            }
            _ => Shape::Other,
        };
    }
    let Some((sign, (left, right))) =
        BETWEEN.iter().enumerate().find_map(|(at, sign)| Some((at, title.split_once(sign)?)))
    else {
        return Shape::Other;
    };
    let teams = (names_team(left), names_team(right));
    let met = sign < OPPOSING || words(title).iter().any(|word| matches!(word.as_str(), "sync" | "alignment"));
    match (names_someone(left), names_someone(right)) {
        (true, true) => names(title),
        (false, false) if teams == (true, true) && met => {
            if sign < OPPOSING {
                Shape::Teams
            } else {
                Shape::TeamPair
            }
        }
        (one, other) if sign < OPPOSING && (one && teams.1 || other && teams.0) => Shape::Teams,
        _ => Shape::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_names_in_all_spellings() {
        for title in [
            "Ada / Ben",
            "Ada <> Ben",
            "Ada<>Ben",
            "Ada x Ben weekly",
            "Ada & Ben",
            "Weekly: Ada and Ben",
            "Ada ↔ Ben sync",
            "Ada Quist / Ben Ott",
            "Sync with Ada",
            "Sync w/ Ben",
            "Ada O. / Ben",
        ] {
            assert_eq!(shape(title), Shape::Names, "{title}");
        }
        for title in ["Catch up: Ada & Ben", "Zoë - Ben catch up", "Catch-up w/ Ben", "Touch base with Ada"] {
            assert_eq!(shape(title), Shape::CatchUp, "{title}");
        }
    }

    #[test]
    fn teams_are_told_from_people() {
        for title in ["Platform <> Payments", "Larkfield x Platform Sync"] {
            assert_eq!(shape(title), Shape::Teams, "{title}");
        }
        for title in ["Engineering / IT sync", "Backend & Frontend sync"] {
            assert_eq!(shape(title), Shape::TeamPair, "{title}");
        }
    }

    #[test]
    fn topics_and_small_letters_are_no_names() {
        for title in [
            "roadmap / planning",
            "Sync with team",
            "Weekly",
            "Sync with the Platform team",
            "A/B experiment readout",
            "Backend & Frontend",
            "Ada / Platform",
            "Team sync (EMEA/AMER)",
            "",
        ] {
            assert_eq!(shape(title), Shape::Other, "{title}");
        }
    }
}
