//! The split beside the role held, hands-on coding, and both in words.

use maud::{Markup, html};
use rung_measure::period::PeriodReading;
use rung_model::{bucket::Bucket, framework::Basis, share::Share};

use super::{lens::Lens, split_words};
use crate::{
    parts::{self, Twin, caption, head, prose},
    plot::{Band, RangeRow, range_bars},
    tone::Tone,
    words,
};

/// The section.
pub(crate) fn section(lens: &Lens<'_>) -> Markup {
    let (headline, note) = split_words::finding(lens);
    parts::section(
        "split",
        &html! {
            (head("split", "The split", &headline, &note))
            div.cols.c-7-5 {
                (shares(lens))
                div.aside {
                    (hands_on(lens))
                    (in_words(lens))
                }
            }
        },
    )
}

fn shares(lens: &Lens<'_>) -> Markup {
    let rows: Vec<RangeRow> = Bucket::SPLIT.into_iter().map(|bucket| row(lens, bucket)).collect();
    let title = match lens.held() {
        Some(_) => "Share of working time, beside the role you hold",
        None => "Share of working time",
    };
    let desc: Vec<String> = Bucket::SPLIT.into_iter().map(|bucket| told(lens, bucket)).collect();
    html! {
        figure {
            (caption(title, &reading_aid(lens)))
            (range_bars("split-p", title, &desc.join("; "), &rows, true))
            (twin(lens))
        }
    }
}

fn reading_aid(lens: &Lens<'_>) -> String {
    let (before, since) = lens.worked();
    let mut text = match lens.since {
        Some(monday) if lens.before.is_some() => format!(
            "Thin bar: {} before {}. Thick bar: {} since. ",
            words::count(before, "week", "weeks"),
            words::day(monday),
            words::count(since, "worked week", "worked weeks")
        ),
        _ => String::new(),
    };
    text.push_str("A bar spans what seen and unseen time allow, nine times in ten; the tick is the best guess.");
    if let Some(held) = lens.held() {
        let basis = held.split.basis.words();
        text.push_str(&format!(
            " Shaded: where nine in ten {} are expected (our synthesis); dashed: the expected share ({basis}).",
            words::plural_role(&held.role.name)
        ));
    }
    text
}

fn row(lens: &Lens<'_>, bucket: Bucket) -> RangeRow {
    let reading = lens.now.bucket(bucket);
    let now = reading.headline;
    let before = lens.before.and_then(|before| before.bucket(bucket).headline).filter(|_| now.is_some());
    let (value, blank) = match now {
        Some(share) => (words::about(&share), None),
        None if !reading.visible => ("not known".to_owned(), Some(words::CANNOT_BE_SEEN)),
        None if lens.now.totals.observed() <= 0.0 => ("not known".to_owned(), Some("nothing was seen")),
        None => (words::hours_with_range(&reading.minutes), Some("no share can be given")),
    };
    let name = match bucket {
        Bucket::Strategy => ("Strategy", " & alignment"),
        other => (other.name(), ""),
    };
    RangeRow {
        name,
        class: Tone::Of(bucket).class(),
        value,
        now,
        before,
        blank,
        band: band(lens, bucket),
        labels: (bucket == Bucket::Strategy).then(|| labels(lens)).flatten(),
    }
}

fn labels(lens: &Lens<'_>) -> Option<(String, String)> {
    let monday = lens.since?;
    Some((words::count(lens.worked().0, "week before", "weeks before"), format!("since {}", words::day(monday))))
}

fn band(lens: &Lens<'_>, bucket: Bucket) -> Option<Band> {
    let held = lens.held()?;
    let (low, high) = held.expected.get(bucket.index()).copied()?;
    let expected = held.split.split.share(bucket);
    let role = words::role_name(&held.role.name);
    let both = held.split.basis == Basis::Synthesis;
    Some(Band {
        low,
        high,
        expected: Some(expected),
        words: vec![
            (format!("{role} {}", words::percent(expected)), false),
            (if both { String::new() } else { format!(", {}", held.split.basis.words()) }, true),
            (format!(" ({}", words::range(low, high)), false),
            (", our synthesis".to_owned(), true),
            (")".to_owned(), false),
        ],
    })
}

fn told(lens: &Lens<'_>, bucket: Bucket) -> String {
    let mut text = format!("{}: {}", bucket.name(), cell(lens.now, bucket));
    if let Some(before) = lens.before {
        text.push_str(&format!(", before {}", cell(before, bucket)));
    }
    if let Some(held) = lens.held() {
        let (low, high) = held.expected.get(bucket.index()).copied().unwrap_or_default();
        let expected = words::percent(held.split.split.share(bucket));
        text.push_str(&format!(
            ", {} expected {expected} ({})",
            words::role_name(&held.role.name),
            words::range(low, high)
        ));
    }
    text
}

fn cell(reading: &PeriodReading, bucket: Bucket) -> String {
    let bucket = reading.bucket(bucket);
    match bucket.headline {
        Some(share) => words::with_range(&share),
        None if !bucket.visible => words::CANNOT_BE_SEEN.to_owned(),
        None => "no share can be given".to_owned(),
    }
}

/// Three things, never confused: minutes, headline share, worst case (MEASURE section 7).
fn twin(lens: &Lens<'_>) -> Markup {
    let when = lens.since.map_or_else(|| "Share".to_owned(), |monday| format!("Since {}", words::day(monday)));
    let mut heads = vec![when.as_str()];
    heads.extend(lens.before.is_some().then_some("Before"));
    let role = lens.held().map(|held| format!("{}, expected (nine in ten)", held.role.name));
    heads.extend(role.as_deref());
    heads.extend(["Hours", "As seen", "With no assumption"]);
    heads.insert(0, "Bucket");
    let rows = Bucket::SPLIT
        .into_iter()
        .map(|bucket| {
            let reading = lens.now.bucket(bucket);
            let mut cells = vec![cell(lens.now, bucket)];
            cells.extend(lens.before.map(|before| cell(before, bucket)));
            cells.extend(lens.held().map(|held| {
                let (low, high) = held.expected.get(bucket.index()).copied().unwrap_or_default();
                let basis = held.split.basis.words();
                format!(
                    "{} {basis} ({}, our synthesis)",
                    words::percent(held.split.split.share(bucket)),
                    words::range(low, high)
                )
            }));
            let hidden = !reading.visible;
            cells.push(if hidden { "cannot be seen".to_owned() } else { words::hours_with_range(&reading.minutes) });
            cells.push(reading.evidence.map_or_else(|| "–".to_owned(), |share| words::with_range(&share)));
            cells.push(words::range(reading.worst.low, reading.worst.high));
            (bucket.name().to_owned(), cells)
        })
        .collect();
    Twin {
        summary: "The split as a table",
        caption: "Shares of working time over the three buckets, seen and unseen; “as seen” leaves the unseen out; “with no assumption” is of all working time and supposes nothing about the unseen",
        heads: &heads,
        rows,
    }
    .draw()
}

fn hands_on(lens: &Lens<'_>) -> Markup {
    let claim = lens.held().and_then(|held| held.hands_on.first().map(|claim| (held, claim)));
    let role = lens.role().unwrap_or_default();
    let now = lens.now.hands_on;
    let before = lens.before.and_then(|before| before.hands_on).filter(|_| now.is_some());
    let sees_code = lens.now.bucket(Bucket::Building).visible;
    let seen = lens.now.totals.observed() > 0.0;
    let (value, blank) = match now {
        Some(share) => (words::about(&share), None),
        None if !seen => ("not known".to_owned(), Some("nothing was seen")),
        None if !sees_code => ("not known".to_owned(), Some(words::CANNOT_BE_SEEN)),
        None => (words::hours_with_range(&lens.now.totals.hands_on), Some("no share can be given")),
    };
    let band = claim.map(|(_, claim)| Band {
        low: claim.min,
        high: claim.max,
        expected: None,
        words: vec![
            (format!("{role} {}", words::range(claim.min, claim.max)), false),
            (format!(", {}", claim.basis.words()), true),
        ],
    });
    let labels = lens.since.zip(before).map(|(monday, share)| {
        (format!("before {}", words::percent(share.point)), format!("since {}", words::day(monday)))
    });
    let desc = told_hands_on(now, before, claim.map(|(_, claim)| (claim.min, claim.max)), &role);
    let row = RangeRow {
        name: ("Coding", ""),
        class: Tone::Of(Bucket::Building).class(),
        value,
        now,
        before,
        blank,
        band,
        labels,
    };
    let rows = hands_on_rows(lens, now, before);
    html! {
        figure {
            (caption("Hands-on coding", "Narrower than building: writing code, tests and pairing only."))
            (range_bars("hands", "Hands-on coding, share of working time", &desc, &[row], false))
            @if let Some((held, first)) = claim {
                @let others: Vec<String> = held.hands_on.iter().filter(|claim| *claim != first).map(|claim| {
                    let note = claim.note.as_ref().map_or_else(String::new, |note| format!(", {}", words::lower_first(note.trim_end_matches('.'))));
                    format!("{} ({}{note})", words::range(claim.min, claim.max), claim.basis.words())
                }).collect();
                @if !others.is_empty() {
                    p.small { (prose(&format!("Other claims about {}: {}. They compete and are not averaged.", words::plural_role(&held.role.name), words::list(&others)))) }
                }
            }
            (Twin { summary: "Hands-on coding as a table", caption: "Share of working time spent hands-on", heads: &["When", "Best guess and range", "Hours", "Commits"], rows }.draw())
        }
    }
}

fn told_hands_on(now: Option<Share>, before: Option<Share>, band: Option<(f64, f64)>, role: &str) -> String {
    let mut text =
        now.map_or_else(|| "No share can be given".to_owned(), |share| format!("Now {}", words::with_range(&share)));
    if let Some(before) = before {
        text.push_str(&format!("; before {}", words::with_range(&before)));
    }
    if let Some((low, high)) = band {
        text.push_str(&format!("; {role} expected at {}", words::range(low, high)));
    }
    text
}

fn hands_on_rows(lens: &Lens<'_>, now: Option<Share>, before: Option<Share>) -> Vec<(String, Vec<String>)> {
    let cells = |reading: &PeriodReading, share: Option<Share>| {
        vec![
            share.map_or_else(|| "–".to_owned(), |share| words::with_range(&share)),
            words::hours_with_range(&reading.totals.hands_on),
            reading.totals.commits.to_string(),
        ]
    };
    let mut rows = Vec::new();
    if let Some(reading) = lens.before {
        rows.push(("Before".to_owned(), cells(reading, before)));
    }
    rows.push((words::capital(&lens.when()), cells(lens.now, now)));
    rows
}

fn in_words(lens: &Lens<'_>) -> Markup {
    let other = lens.now.totals.bucket(Bucket::Other);
    let weeks = lens.worked().1.max(1) as f64;
    let unsorted = lens.now.totals.unclassified.point;
    let assisted = (lens.now.totals.assisted_commits, lens.now.totals.commits);
    html! {
        div.stack {
            h3 { "In words" }
            @if let Some(text) = split_words::in_ten(lens) { p.note { (prose(&text)) } }
            @let blind = lens.blind();
            @if !blind.is_empty() {
                p.note { (words::capital(&split_words::blind_words(&blind))) " " (words::CANNOT_BE_SEEN) ". That is not the same as none." }
            }
            @if other.point > 0.0 {
                p.note { "Learning and admin (" (words::weekly(other.point / weeks)) " h a week) are shown above and kept out of the comparison." }
            }
            @if unsorted >= 60.0 {
                p.note { (words::hours(unsorted)) " were seen but could not be sorted. They are in no bucket’s best guess, and in the upper end of each." }
            }
            @if assisted.0 > 0 && assisted.1 > 0 {
                p.note { (words::percent(f64::from(assisted.0) / f64::from(assisted.1))) " of commits were made with a coding agent; they count from nothing up to what they would claim by hand." }
            }
            @if let Some(held) = lens.held() {
                @let triple = words::triple(&held.split.split);
                p.note {
                    "The expected split of " (words::a_role(&held.role.name)) ", " (triple) ", is " (held.split.basis.words())
                    @if let Some(note) = &held.split.note { ": " (words::lower_first(note.trim_end_matches('.'))) }
                    ". The range around it is our synthesis. Both can be edited."
                }
            } @else {
                p.note { "Name the role you hold with " code { "--role" } " to see its expected split beside yours; " code { "rung roles list" } " names them." }
            }
        }
    }
}
