//! Commits nobody works for: a dependency bot, and a machine account that several people share.

use jiff::civil::Weekday;

use super::{Change, Landing, Piece, Signature};
use crate::{
    clock::{City, at, days, moment},
    diary::Place,
    random::Random,
};

/// The bot's and the machine's changes in one repository.
pub(super) fn changes(seed: u64, repository: &str) -> Vec<Change> {
    let mut random = Random::of(seed, &["machines", repository]);
    let mut changes = Vec::new();
    for day in days() {
        let (name, address, subject, minute) = match day.weekday() {
            Weekday::Monday if random.chance(0.8) => (
                "dependabot[bot]",
                "49699333+dependabot[bot]@users.noreply.forge.example",
                "Bump the minor group with 3 updates",
                random.between(240, 290),
            ),
            Weekday::Friday if random.chance(0.5) => (
                "Harbourline Build",
                "build@harbourline.example",
                "Release the week's changes",
                random.between(960, 1020),
            ),
            _ => continue,
        };
        let rules = City::Berlin.rules();
        let lands = moment(at(day, minute), &rules);
        let offset = rules.to_offset(lands).seconds();
        let author = Signature { name: name.to_owned(), address: address.to_owned(), at: lands, offset };
        let piece = Piece { author, place: Place::Lock, subject: subject.to_owned(), trailers: Vec::new() };
        changes.push(Change { pieces: vec![piece], branch: format!("machine-{day}"), landing: Landing::Direct, lands });
    }
    changes
}
