//! How changes land: who reviewed, who merged, what the main line keeps of it.

use std::collections::{BTreeMap, VecDeque};

use jiff::Timestamp;

use super::{
    Change, Landing,
    pieces::{Review, Waiting},
};
use crate::random::Random;

/// The longest a change waits for a review, in seconds.
const PATIENCE: i64 = 4 * 86_400;

/// Lands every change: reviewed where somebody reviewed in time, else directly.
pub(super) fn land(
    random: &mut Random,
    changes: Vec<Waiting>,
    reviews: &[Review],
) -> BTreeMap<&'static str, Vec<Change>> {
    let mut landed: BTreeMap<&'static str, Vec<Change>> = BTreeMap::new();
    let mut waiting: VecDeque<Waiting> = VecDeque::new();
    let mut number = 100;
    let mut arriving = changes.into_iter().peekable();
    let mut finish = |change: Waiting, landing: Landing, lands: Timestamp| {
        number += 1;
        let subject = change.pieces.last().map_or("", |piece| piece.subject.as_str());
        let branch = format!("{number}-{}", subject.to_ascii_lowercase().replace(' ', "-"));
        let landed = landed.entry(change.repository).or_default();
        landed.push(Change { pieces: change.pieces, branch, landing, lands });
    };
    for review in reviews {
        let now = review.signature.at;
        while let Some(change) = arriving.next_if(|change| change.ready < now) {
            if change.direct {
                let ready = change.ready;
                finish(change, Landing::Direct, ready);
            } else {
                waiting.push_back(change);
            }
        }
        while let Some(late) = waiting.pop_front_if(|change| now.as_second() - change.ready.as_second() > PATIENCE) {
            let ready = late.ready;
            finish(late, Landing::Direct, ready);
        }
        let place = waiting.iter().position(|change| change.author != review.reviewer);
        if let Some(mut change) = place.and_then(|place| waiting.remove(place)) {
            let landing = reviewed(random, &mut change, review);
            finish(change, landing, now);
        }
    }
    for change in waiting.into_iter().chain(arriving) {
        let ready = change.ready;
        finish(change, Landing::Direct, ready);
    }
    landed
}

/// How a reviewed change lands; the trailer goes where that way of landing puts it.
fn reviewed(random: &mut Random, change: &mut Waiting, review: &Review) -> Landing {
    let signature = review.signature.clone();
    let keeps_branch = random.chance(0.04);
    let landing = match random.unit() {
        draw if draw < 0.80 => Landing::Rebased(signature, keeps_branch),
        draw if draw < 0.94 => Landing::Merged(signature),
        _ => Landing::Squashed(signature, random.chance(0.5)),
    };
    if matches!(landing, Landing::Rebased(..))
        && let Some(last) = change.pieces.last_mut()
    {
        last.trailers.push(format!("Reviewed-by: {} <{}>", review.signature.name, review.signature.address));
    }
    landing
}
