//! Usual words of calendars: they say when, how and with which kind of team one meets,
//! never what for.

use std::{collections::HashSet, sync::LazyLock};

/// Words of time and form.
static FORM: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    "a about action ad adhoc afternoon again all am an and annual apr april at aug august autumn between bi big bimonthly \
    biweekly block brief by call cet checkin checkpoint closeout chat conversation daily day cont continued dec december discuss discussion early end est etc \
    evening every everyone extended fall feb february final first followup for fortnightly four fri friday from full \
    fy gmt half hoc hour hr hybrid i ii iii in internal invitation it item jan january joint jul july jun june kickoff last late \
    let link live long mandatory mar march may meet meeting mid midyear min minute mon monday month monthly morning \
    my nd new next no note nov november now oct october of off on one online open optional or other our part person \
    please pm point prep preparation pst public q quarter quarterly quick rd recurring regular rehearsal remote repeat rescheduled result room s \
    saturday second semi sep sept september series session short slot small special spring st standing start summer \
    sunday sync tbc tbd th the third this three thu thur thursday time to today tue tues tuesday two up updated us \
    utc via virtual vs walkthrough we wed wednesday week weekly winter with working workshop wrap year yearend yearly your zoom"
        .split_whitespace()
        .collect()
});

/// Names of kinds of teams and of what they look after.
static TEAM: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    "ai android api app area backend billing chapter checkout client cloud committee community company contributor core crew data \
    database db department dept design dev developer development devex devops division domain engineer \
    engineering experience feature frontend fullstack global group growth guild identity infra infrastructure ios \
    lang language maintainer member ml mobile network office onsite op ops org organization payment platform pod product \
    qa quality regional search security senior server service sig site software squad sre stream subproject super support system \
    team tech technical technology tool tooling tribe unit user ux web wg workstream"
        .split_whitespace()
        .collect()
});

/// True for a number, a date part, a quarter, a year or a count: `2026`, `q3`, `h1`, `fy26`, `3rd`, `v2`.
pub(crate) fn is_number(word: &str) -> bool {
    let digits = word.trim_start_matches(|c: char| c.is_ascii_lowercase());
    let prefix = word.strip_suffix(digits).unwrap_or_default();
    let tail = digits.trim_start_matches(|c: char| c.is_ascii_digit());
    let has_digit = tail.len() < digits.len();
    has_digit
        && matches!(prefix, "" | "q" | "h" | "fy" | "w" | "wk" | "kw" | "v" | "cw" | "day" | "week" | "part" | "r")
        && matches!(tail, "" | "st" | "nd" | "rd" | "th" | "h" | "m" | "min" | "am" | "pm" | "x")
}

/// True for a word of time or form.
pub(crate) fn is_form(word: &str) -> bool {
    word.len() == 1 && word.is_ascii() || is_number(word) || FORM.contains(word)
}

/// Words of private life. Beside a word of work they make the title a riddle: "interview suit".
static PRIVATE: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    "airline album apartment baby band bathroom bedroom bike boiler cafe car cat choir church cinema comedy concert \
    cooking cottage daughter debate dog dress exhibition film flat football furniture gallery garden golf grandma \
    grandpa gym horse house husband insurance kid kitchen lawn marathon menu mom mortgage movie mum museum novel \
    nursery opera orchestra parcel pet pie pool puppy race recipe restaurant roof school scout shoe soccer sofa son \
    suit swim swimming tasting tennis theater theatre toddler track triathlon tyre wedding wife wine"
        .split_whitespace()
        .collect()
});

/// True for a word of private life.
pub(crate) fn is_private(word: &str) -> bool {
    PRIVATE.contains(word)
}

/// Parts of an organisation besides the teams that build.
static ORGANISATION: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    "analytics brand communication compliance content customer doc docs embedded finance firmware fraud hardware hr \
    it legal logistic manufacturing marketing onboarding operation partnership people policy pricing procurement \
    reliability research risk safety sales science solution success supply trust"
        .split_whitespace()
        .collect()
});

/// True for the name of a part of an organisation.
pub(crate) fn is_organisation(word: &str) -> bool {
    ORGANISATION.contains(word)
}

/// True for a part of the world in which a part of a team lives.
pub(crate) fn is_region(word: &str) -> bool {
    matches!(word, "amer" | "america" | "apac" | "asia" | "emea" | "eu" | "europe" | "latam" | "pacific" | "uk" | "usa")
}

/// True for the name of a kind of team, or of where it lives.
pub(crate) fn is_team(word: &str) -> bool {
    TEAM.contains(word) || is_region(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_dates_are_usual_and_products_are_not() {
        for word in ["2026", "q3", "h1", "fy26", "3rd", "v2", "90", "30min", "w32"] {
            assert!(is_number(word), "{word}");
        }
        for word in ["k8", "s3", "sev1", "x", "l3", "retro"] {
            assert!(!is_number(word), "{word}");
        }
    }
}
