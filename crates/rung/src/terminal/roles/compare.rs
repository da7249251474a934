//! Two roles side by side: what is shared, what only one does, what one stops doing.

use rung_measure::roles::Comparison;
use rung_model::framework::{Duty, Framework, HandsOn};
use rung_views::words;

use super::{bucket, name_of};
use crate::terminal::{bar, ink::Ink};

const WIDTH: usize = 50;

/// The comparison as text.
pub(crate) fn compare(framework: &Framework, pair: &Comparison, ink: Ink) -> String {
    let (a, b) = (name_of(framework, &pair.a), name_of(framework, &pair.b));
    let mut out = format!("{}\n", ink.strong(&format!("{a} and {}", words::lower_first(b))));
    out.push_str(&time(pair, a, b, ink));
    out.push_str(&duties(pair, a, b, ink));
    out.push_str(&hands_on(pair, a, b));
    let skills = &pair.skills;
    if let Some(common) = skills.common {
        out.push_str(&format!(
            "\nSkills: {} of the expected levels are common to both; for the second {} are higher, {} lower, {} the same (our synthesis)\n",
            words::percent(common),
            skills.higher,
            skills.lower,
            skills.same
        ));
    }
    out
}

fn time(pair: &Comparison, a: &str, b: &str, ink: Ink) -> String {
    let (Some(time), Some((first, second))) = (pair.time, &pair.splits) else {
        return "\nTime: one of the two has no split to compare.\n".to_owned();
    };
    let mut out = format!("\nTime: {} of the week would be the same\n", words::percent(time));
    for (name, claim) in [(a, first), (b, second)] {
        let parts = claim.split.parts();
        let cells = bar::cells(&parts, WIDTH);
        let drawn: String = rung_model::bucket::Bucket::SPLIT
            .into_iter()
            .zip(cells)
            .zip(['█', '▓', '▒'])
            .map(|((bucket, n), glyph)| ink.bucket(bucket, &std::iter::repeat_n(glyph, n).collect::<String>()))
            .collect();
        let numbers: Vec<String> = parts.iter().map(|share| format!("{:.0}", share * 100.0)).collect();
        out.push_str(&format!("  {name:<28} {drawn} {} ({})\n", numbers.join("/"), claim.basis.words()));
    }
    for difference in &pair.by_bucket {
        out.push_str(&format!(
            "  {:<22} {:>5} to {:>5}  {:+.0} points\n",
            difference.bucket.name(),
            words::percent(difference.a),
            words::percent(difference.b),
            difference.change() * 100.0
        ));
    }
    out
}

fn duties(pair: &Comparison, a: &str, b: &str, ink: Ink) -> String {
    let counts = pair.duties.counts();
    let mut out = String::from("\nDuties\n");
    for (source, by) in &pair.duties_by_source {
        if let Some(jaccard) = by.jaccard().filter(|_| by.only_a > 0 && by.only_b > 0) {
            out.push_str(&format!(
                "  source {source}: {} only {}, {} only {}, {} shared: {} in common\n",
                by.only_a,
                words::lower_first(a),
                by.only_b,
                words::lower_first(b),
                by.shared,
                words::percent(jaccard)
            ));
        }
    }
    let jaccard =
        counts.jaccard().map_or("nothing to compare".to_owned(), |j| format!("{} in common", words::percent(j)));
    out.push_str(&format!(
        "  merged catalogue: {} only the first, {} only the second, {} shared: {jaccard}\n",
        counts.only_a, counts.only_b, counts.shared
    ));
    for (title, list) in [
        (format!("Going from {} to {}, one stops", words::lower_first(a), words::lower_first(b)), &pair.duties.only_a),
        ("one starts".to_owned(), &pair.duties.only_b),
        ("both do".to_owned(), &pair.duties.shared),
    ] {
        out.push_str(&format!("\n  {}\n", ink.strong(&title)));
        for duty in list {
            out.push_str(&line(duty, ink));
        }
        if list.is_empty() {
            out.push_str("    nothing that a source states\n");
        }
    }
    out
}

fn line(duty: &Duty, ink: Ink) -> String {
    let keys: Vec<&str> = duty.stated.iter().map(|(key, _)| key.as_str()).collect();
    let keys = if keys.is_empty() { String::new() } else { ink.faint(&format!(" [{}]", keys.join(" "))) };
    format!("    {} {}{keys}\n", bucket(duty, ink), duty.name)
}

fn hands_on(pair: &Comparison, a: &str, b: &str) -> String {
    let said = |claim: &Option<HandsOn>| claim.as_ref().map_or("not stated".to_owned(), |h| words::range(h.min, h.max));
    let meet = match pair.hands_on.common {
        Some((min, max)) if (max - min).abs() < 1e-9 => format!("; the ranges touch at {}", words::percent(min)),
        Some((min, max)) => format!("; they share {}", words::range(min, max)),
        None if pair.hands_on.a.is_some() && pair.hands_on.b.is_some() => "; the ranges do not meet".to_owned(),
        None => String::new(),
    };
    format!(
        "\nHands-on coding: {a} {}, {} {}{meet}\n",
        said(&pair.hands_on.a),
        words::lower_first(b),
        said(&pair.hands_on.b)
    )
}
