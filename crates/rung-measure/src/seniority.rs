//! Who of two people is the more senior, for telling mentor from mentee.

use std::cmp::Ordering;

use jiff::civil::Date;
use rung_model::roster::Roster;

/// Words of position and role ids with the step of a ladder they stand for; the first found counts.
/// Tracks are set side by side as published ladders do (senior engineer beside first-line lead).
const STEPS: &[(&str, u32)] = &[
    ("intern", 0),
    ("apprentice", 0),
    ("junior", 1),
    ("associate", 1),
    ("cto", 9),
    ("ceo", 9),
    ("chief", 9),
    ("vp", 8),
    ("director", 7),
    ("head", 7),
    ("distinguished", 7),
    ("fellow", 7),
    ("principal", 6),
    ("staff", 5),
    ("architect", 5),
    ("em", 5),
    ("tlm", 5),
    ("manager", 5),
    ("tl", 4),
    ("lead", 4),
    ("senior", 3),
    ("engineer", 2),
    ("developer", 2),
    ("mid", 2),
];

/// The step a position id stands for: by its words, else by the number it ends in ("D4", "TL5").
fn step(position: &str) -> Option<u32> {
    let lower = position.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    // Product, project and programme roles manage a thing, not people: their names tell no step.
    if words.iter().any(|word| matches!(*word, "product" | "project" | "program" | "programme" | "pm" | "tpm")) {
        return None;
    }
    STEPS.iter().find(|(word, _)| words.contains(word)).map(|(_, step)| *step)
}

fn numbered(position: &str) -> Option<u32> {
    let letters = position.trim_end_matches(|c: char| c.is_ascii_digit());
    let short = (1..=3).contains(&letters.len()) && letters.chars().all(|c| c.is_ascii_alphabetic());
    short.then(|| position.get(letters.len()..)?.parse().ok()).flatten()
}

fn highest(roster: &Roster, person: &str, day: Date, of: impl Fn(&str) -> Option<u32>) -> Option<u32> {
    roster.holdings_of(person, day).iter().filter_map(|holding| of(&holding.position)).max()
}

fn depth(roster: &Roster, person: &str, day: Date) -> usize {
    let mut seen = vec![person];
    while let Some(above) = seen.last().and_then(|last| roster.manager_of(last, day)) {
        if seen.contains(&above.id.as_str()) {
            break;
        }
        seen.push(&above.id);
    }
    seen.len()
}

/// How senior `one` is beside `other` on `day`: by the number of both positions ("D4" under
/// "TL5"), else by the words of both, else by who has people below them and the other has not.
/// `None` where none of these tells them apart.
pub(crate) fn compare(roster: &Roster, one: &str, other: &str, day: Date) -> Option<Ordering> {
    let by = |of: fn(&str) -> Option<u32>| {
        let (one, other) = (highest(roster, one, day, of)?, highest(roster, other, day, of)?);
        Some(one.cmp(&other)).filter(|order| order.is_ne())
    };
    let by_reports = || {
        let leads = |person: &str| !roster.reports_of(person, day).is_empty();
        Some(leads(one).cmp(&leads(other))).filter(|order| order.is_ne())
    };
    let by_depth = || {
        let both_lead = [one, other].iter().all(|person| !roster.reports_of(person, day).is_empty());
        let order = depth(roster, other, day).cmp(&depth(roster, one, day));
        (both_lead && order.is_ne()).then_some(order)
    };
    by(numbered).or_else(|| by(step)).or_else(by_reports).or_else(by_depth)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_tell_their_step() {
        assert!(step("senior_engineer") < step("staff_engineer"));
        assert!(step("engineering_manager") < step("director"));
        assert_eq!(step("product_manager"), None);
        assert_eq!(numbered("TL5"), Some(5));
        assert_eq!(numbered("tech_lead"), None);
    }
}
