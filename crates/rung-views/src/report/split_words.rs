//! The split in sentences: the lede, the section's finding, and what it means in hours of ten.

use rung_model::bucket::Bucket;

use super::{
    headline::reason,
    lens::{Lens, points_of},
    opening::bucket_words,
};
use crate::words;

/// The numbers behind the headline, with coverage.
pub(crate) fn lede(lens: &Lens<'_>) -> String {
    let then = if lens.since.is_some() { " since then" } else { "" };
    let seen = format!("Seen{then}: {} of working time.", words::percent(lens.now.coverage));
    if !lens.sees_anything() {
        let hours = words::working_hours(lens.report.window.totals.whole());
        return format!(
            "No source given holds anything by you in this window. All {hours} are unobserved; that says nothing about what was done in them.{}",
            help(lens)
        );
    }
    let blind = lens.blind();
    if !blind.is_empty() {
        let shown: Vec<String> = Bucket::SPLIT
            .into_iter()
            .filter(|bucket| !blind.contains(bucket))
            .map(|bucket| {
                let minutes = lens.now.bucket(bucket).minutes;
                format!("{} {}", words::capital(bucket_words(bucket)), words::hours_with_range(&minutes))
            })
            .collect();
        let (short, help) = match reason(lens) {
            Some(reason) => (format!("{}. ", words::capital(reason)), String::new()),
            None => (format!("{seen} "), help(lens)),
        };
        return format!(
            "{short}{}. {} {}, which is not the same as none.{help}",
            words::list(&shown),
            words::capital(&blind_words(&blind)),
            words::CANNOT_BE_SEEN,
        );
    }
    let Some(split) = lens.split() else {
        let short = reason(lens).map_or_else(|| seen.clone(), |reason| format!("{}.", words::capital(reason)));
        return format!("{short} That is too little to give shares; the hours below stand with their ranges.");
    };
    let parts = points_of(&split);
    let lead = leading(lens, parts);
    let share = split[lead.index()];
    let mut text = format!(
        "{} of your working time {} went to {}",
        words::capital(&words::about(&share)),
        lens.when(),
        bucket_words(lead)
    );
    if let Some(held) = lens.held() {
        let expected = held.split.split.share(lead);
        text.push_str(&format!(
            ", where {} is expected at {} ({})",
            words::a_role(&held.role.name),
            words::percent(expected),
            held.split.basis.words()
        ));
    }
    text.push_str(". ");
    if let Some(other) = trailing(lens, lead) {
        let verb = match lens.before.and_then(|before| before.bucket(other).headline) {
            Some(before) if before.point - split[other.index()].point >= 0.05 => "fell to",
            Some(before) if split[other.index()].point - before.point >= 0.05 => "rose to",
            _ => "took",
        };
        text.push_str(&format!(
            "{} {verb} {}. ",
            words::capital(bucket_words(other)),
            words::about(&split[other.index()])
        ));
    }
    match reason(lens) {
        Some(reason) => format!("{text}{seen} Not enough to say which role that is like: {reason}."),
        None => text + &seen,
    }
}

/// "strategy and people work": what cannot be seen, as the subject of a sentence.
pub(crate) fn blind_words(blind: &[Bucket]) -> String {
    let names: Vec<&str> = blind
        .iter()
        .map(|bucket| match bucket {
            Bucket::Strategy => "strategy",
            Bucket::People => "people work",
            other => bucket_words(*other),
        })
        .collect();
    words::list(&names)
}

fn help(lens: &Lens<'_>) -> String {
    lens.report.sharpen.first().map_or_else(String::new, |first| {
        format!(" What would help most: {}.", words::lower_first(first.headline.trim_end_matches('.')))
    })
}

/// The bucket to speak of first: farthest above what is expected, else the largest.
fn leading(lens: &Lens<'_>, parts: [f64; 3]) -> Bucket {
    let above =
        |bucket: &Bucket| parts[bucket.index()] - lens.held().map_or(0.0, |held| held.split.split.share(*bucket));
    Bucket::SPLIT.into_iter().max_by(|a, b| above(a).total_cmp(&above(b))).unwrap_or(Bucket::Strategy)
}

/// The bucket to speak of next: farthest below what is expected, else the one that fell most.
fn trailing(lens: &Lens<'_>, lead: Bucket) -> Option<Bucket> {
    let split = lens.split()?;
    let gap = |bucket: &Bucket| {
        let now = split[bucket.index()].point;
        lens.held().map_or(-now, |held| now - held.split.split.share(*bucket))
    };
    Bucket::SPLIT.into_iter().filter(|bucket| *bucket != lead).min_by(|a, b| gap(a).total_cmp(&gap(b)))
}

/// What the split section found, as a heading and a note.
pub(crate) fn finding(lens: &Lens<'_>) -> (String, String) {
    if !lens.sees_anything() {
        return (
            "Nothing was seen, so there is no split to show".to_owned(),
            "Hatched tracks are empty on purpose: nothing seen is not the same as nothing done.".to_owned(),
        );
    }
    let blind = lens.blind();
    if !blind.is_empty() {
        return (
            format!("{} cannot be seen", words::capital(&blind_words(&blind))),
            "No share is given for the others either: a share of a week half hidden would be a guess.".to_owned(),
        );
    }
    let Some(split) = lens.split() else {
        return (
            "Too little was seen to give shares".to_owned(),
            format!(
                "Shares need {} of working time seen; {} was.",
                words::percent(0.4),
                words::percent(lens.now.coverage)
            ),
        );
    };
    if let Some((headline, note)) = change(lens, &split.map(|share| share.point)) {
        return (headline, note);
    }
    (
        standing(lens),
        "Shares of all working time over the three buckets: what was seen, with an allowance for what was not."
            .to_owned(),
    )
}

/// Two buckets that traded places, where a change was found.
fn change(lens: &Lens<'_>, now: &[f64; 3]) -> Option<(String, String)> {
    let before = super::lens::split_of(lens.before?)?.map(|share| share.point);
    let moved = |bucket: &Bucket| now[bucket.index()] - before[bucket.index()];
    let up = Bucket::SPLIT.into_iter().max_by(|a, b| moved(a).total_cmp(&moved(b)))?;
    let down = Bucket::SPLIT.into_iter().min_by(|a, b| moved(a).total_cmp(&moved(b)))?;
    let third = Bucket::SPLIT.into_iter().find(|bucket| *bucket != up && *bucket != down)?;
    if moved(&up) < 0.08 {
        return None;
    }
    let short = |bucket: Bucket| bucket_words(bucket).split(" and ").next().unwrap_or("").to_owned();
    let still = moved(&third).abs() < 0.05;
    let headline = if still {
        format!("{} took the hours that {} lost", words::capital(&short(up)), short(down))
    } else {
        format!("{} grew by {}", words::capital(&short(up)), words::points(moved(&up)))
    };
    let note = if still {
        format!(
            "{} stayed about where it was: {} before, {} since.",
            words::capital(&short(third)),
            words::percent(before[third.index()]),
            words::percent(now[third.index()])
        )
    } else {
        format!(
            "{} fell by {}; {} moved by {}.",
            words::capital(&short(down)),
            words::points(moved(&down)),
            short(third),
            words::points(moved(&third))
        )
    };
    Some((headline, note))
}

/// How the split stands beside the role's, or on its own.
fn standing(lens: &Lens<'_>) -> String {
    let Some(held) = lens.held() else {
        let lead = Bucket::SPLIT
            .into_iter()
            .max_by(|a, b| lens.share(*a).map_or(0.0, |s| s.point).total_cmp(&lens.share(*b).map_or(0.0, |s| s.point)))
            .unwrap_or(Bucket::Strategy);
        let share = lens.share(lead).unwrap_or_default();
        return format!("{} takes the largest part: {}", words::capital(bucket_words(lead)), words::about(&share));
    };
    let outside: Vec<String> = Bucket::SPLIT
        .into_iter()
        .zip(held.expected)
        .filter_map(|(bucket, (low, high))| {
            let share = lens.share(bucket)?;
            if share.low > high {
                Some(format!("{} lies above", bucket_words(bucket)))
            } else if share.high < low {
                Some(format!("{} lies below", bucket_words(bucket)))
            } else {
                None
            }
        })
        .collect();
    let role = words::a_role(&held.role.name);
    if outside.is_empty() {
        format!("All three fit where {role} is expected")
    } else {
        format!("{} what {role} is expected to spend", words::capital(&words::list(&outside)))
    }
}

/// "Of every ten hours ...": the split as people would say it.
pub(crate) fn in_ten(lens: &Lens<'_>) -> Option<String> {
    let parts = points_of(&lens.split()?);
    let tenths = words::tenths(parts);
    let said: Vec<String> = Bucket::SPLIT
        .into_iter()
        .zip(tenths)
        .map(|(bucket, tenth)| match tenth {
            0 => format!("less than one was {}", bucket_words(bucket)),
            1 => format!("one was {}", bucket_words(bucket)),
            more => format!("{} were {}", words::numeral(more as usize), bucket_words(bucket)),
        })
        .collect();
    Some(format!("Of every ten working hours {}, about {}.", lens.when(), words::list(&said)))
}
