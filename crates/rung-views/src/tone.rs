//! What a stretch of time is drawn with: bucket colour, dots for unsorted, hatch for unseen.

use rung_model::bucket::Bucket;

/// A fill, in the order every key uses: strategy, people, building, other, unknown, unseen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tone {
    /// A bucket's colour.
    Of(Bucket),
    /// Dotted: seen, kind unknown.
    Unknown,
    /// Hatched: no evidence.
    Unseen,
}

impl Tone {
    /// All, in key order.
    pub(crate) const ALL: [Self; 6] = [
        Self::Of(Bucket::Strategy),
        Self::Of(Bucket::People),
        Self::Of(Bucket::Building),
        Self::Of(Bucket::Other),
        Self::Unknown,
        Self::Unseen,
    ];

    /// The class that fills a mark.
    pub(crate) const fn class(self) -> &'static str {
        match self {
            Self::Of(Bucket::Strategy) => "b-s",
            Self::Of(Bucket::People) => "b-p",
            Self::Of(Bucket::Building) => "b-b",
            Self::Of(Bucket::Other) => "b-o",
            Self::Unknown => "b-u",
            Self::Unseen => "b-x",
        }
    }

    /// The name in keys and tables.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Of(bucket) => bucket.name(),
            Self::Unknown => "Seen, kind unknown",
            Self::Unseen => "Not seen",
        }
    }
}
