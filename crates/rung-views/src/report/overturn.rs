//! What could overturn the reading: the time nobody saw, taken at its most adverse.

use maud::{Markup, html};
use rung_app::answer::RoleShape;
use rung_model::bucket::Bucket;

use super::{lens::Lens, opening::bucket_words};
use crate::{parts::prose, words};

/// A paragraph, where there is a reading to overturn.
pub(crate) fn overturn(lens: &Lens<'_>) -> Markup {
    let text = said(lens);
    html! {
        @if let Some(text) = text {
            div.stack {
                h3 { "What could overturn this" }
                p.note { (prose(&text)) }
            }
        }
    }
}

fn said(lens: &Lens<'_>) -> Option<String> {
    let held = lens.held()?;
    let totals = &lens.now.totals;
    let unseen = totals.unobserved();
    lens.split()?;
    if unseen < 60.0 {
        return Some("Very little: nearly all of the working time was seen.".to_owned());
    }
    let seen = Bucket::SPLIT.map(|bucket| totals.bucket(bucket).point);
    let sum: f64 = seen.iter().sum();
    let gap = |bucket: &Bucket| held.split.split.share(*bucket) - seen[bucket.index()] / sum.max(1.0);
    let lacking = Bucket::SPLIT.into_iter().max_by(|a, b| gap(a).total_cmp(&gap(b)))?;
    let mut supposed = seen;
    supposed[lacking.index()] += unseen;
    let whole: f64 = supposed.iter().sum();
    let share = supposed[lacking.index()] / whole;
    let nearest = |parts: [f64; 3], sum: f64| {
        let overlap =
            |role: &RoleShape| -> f64 { role.split.split.parts().iter().zip(parts).map(|(a, b)| a.min(b / sum)).sum() };
        lens.report.shapes.iter().max_by(|a, b| overlap(a).total_cmp(&overlap(b)))
    };
    let (then, now) = (nearest(supposed, whole)?, nearest(seen, sum)?);
    let still = if then.role.id == now.role.id { "still " } else { "" };
    let like = format!("your weeks would {still}be nearest to {}’s", words::a_role(&then.role.name));
    Some(format!(
        "Time nobody saw. If every unseen hour {} ({}) had been {}, its share would be {} of the three, and {like}. Nothing suggests so; nothing rules it out.",
        lens.when(),
        words::hours(unseen),
        bucket_words(lacking),
        words::percent(share)
    ))
}
