//! The split beside the role's, bucket by bucket, and the hands-on range.

use rung_measure::period::{BucketReading, PeriodReading};
use rung_model::bucket::Bucket;
use rung_views::words;

use super::Sheet;
use crate::terminal::bar;

const TRACK: usize = 40;

pub(super) fn text(sheet: &Sheet<'_>) -> String {
    let report = sheet.report;
    let (reading, title) = match (&report.around_shift, &report.shift) {
        (Some((_, since)), Some(shift)) => (
            since,
            format!("The split since the week of {}, as shares of all working time", words::date(shift.week.monday())),
        ),
        _ => (&report.window, "The split, as shares of all working time".to_owned()),
    };
    let mut out = sheet.heading(&title);
    for (index, bucket) in Bucket::SPLIT.into_iter().enumerate() {
        out.push_str(&row(sheet, reading.bucket(bucket), index));
    }
    let other = reading.bucket(Bucket::Other).minutes;
    if other.high > 0.0 && other.point > 0.0 {
        out.push_str(&format!("  Learning and admin, shown apart: {}\n", words::hours(other.point)));
    }
    out.push_str(&hands_on(sheet, reading));
    out
}

fn row(sheet: &Sheet<'_>, bucket: &BucketReading, index: usize) -> String {
    let name = sheet.ink.bucket(bucket.bucket, &format!("{:<22}", bucket.bucket.name()));
    if !bucket.visible {
        return format!("  {name} cannot be seen with these sources\n");
    }
    let minutes = format!(
        "{} ({}–{})",
        words::hours(bucket.minutes.point),
        words::hours(bucket.minutes.low),
        words::hours(bucket.minutes.high)
    );
    let Some(share) = bucket.headline else {
        return format!("  {name} {minutes}; too little was seen for a share\n");
    };
    let track = bar::range(share.low, share.point, share.high, TRACK);
    let mut out = format!("  {name} {}  {}\n", sheet.ink.bucket(bucket.bucket, &track), words::about(&share));
    out.push_str(&format!("  {:<22} ", ""));
    if let Some(held) = &sheet.report.held {
        let (low, high) = held.expected[index];
        let expected = format!(
            "{} {} ({}), {}",
            held.role.name.to_lowercase(),
            words::percent(held.split.split.share(bucket.bucket)),
            words::range(low, high),
            held.split.basis.words()
        );
        out.push_str(&format!("{:<TRACK$}  {}", bar::band(low, high, TRACK), sheet.ink.faint(&expected)));
    }
    let worst = format!("assuming nothing: {}; seen {minutes}", words::range(bucket.worst.low, bucket.worst.high));
    out.push_str(&format!("\n  {:<22} {:<TRACK$}  {}\n", "", "", sheet.ink.faint(&worst)));
    out
}

fn hands_on(sheet: &Sheet<'_>, reading: &PeriodReading) -> String {
    let Some(share) = reading.hands_on else { return String::new() };
    let mut out = format!(
        "  {:<22} {}  {}\n",
        "Hands-on coding",
        bar::range(share.low, share.point, share.high, TRACK),
        words::about(&share)
    );
    for claim in sheet.report.held.iter().flat_map(|held| &held.hands_on) {
        let source = claim.source.as_deref().map_or(String::new(), |key| format!(" {key}"));
        let note = claim.note.as_deref().map_or(String::new(), |note| format!(", {note}"));
        let said = format!("expected {} ({}{source}{note})", words::range(claim.min, claim.max), claim.basis.words());
        out.push_str(&format!(
            "  {:<22} {:<TRACK$}  {}\n",
            "",
            bar::band(claim.min, claim.max, TRACK),
            sheet.ink.faint(&said)
        ));
    }
    out
}
