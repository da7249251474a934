//! Which bucket an activity counts in, by the words of its name.

use rung_model::bucket::Bucket;

use super::super::naming::plain;

/// Beginnings of words, the surer bucket first where a name has words of several.
const WORDS: [(Bucket, &[&str]); 4] = [
    (
        Bucket::People,
        &[
            "people",
            "1 1",
            "one on one",
            "hiring",
            "recruit",
            "interview",
            "mentor",
            "coach",
            "team health",
            "feedback",
            "career",
            "onboarding",
            "grow",
            "perform",
            "management",
            "managing",
            "personal",
            "menschen",
            "führung",
        ],
    ),
    (
        Bucket::Building,
        &[
            "hands on",
            "cod",
            "code",
            "review",
            "build",
            "develop",
            "implement",
            "engineering",
            "technical",
            "design",
            "architect",
            "test",
            "debug",
            "incident",
            "operation",
            "support",
            "deliver",
            "core",
            "quality",
            "technik",
            "entwickl",
            "program",
            "individual contribution",
        ],
    ),
    (
        Bucket::Strategy,
        &[
            "strateg",
            "align",
            "vision",
            "roadmap",
            "plan",
            "stakeholder",
            "customer",
            "product",
            "communicat",
            "organization",
            "organisation",
            "cross",
            "influence",
            "leadership",
            "research",
            "discovery",
            "business",
            "coordinat",
            "meeting",
        ],
    ),
    (
        Bucket::Other,
        &[
            "other",
            "everything else",
            "rest",
            "admin",
            "learn",
            "training",
            "misc",
            "sonstig",
            "slack",
            "overhead",
            "20 time",
            "self",
            "social",
        ],
    ),
];

/// The bucket of a name, and whether it is one of the four by its own name.
pub(super) fn bucket(name: &str) -> Option<(Bucket, bool)> {
    let name = plain(name);
    if let Some(own) = Bucket::ALL.into_iter().find(|bucket| bucket.id() == name || plain(bucket.name()) == name) {
        return Some((own, true));
    }
    let begins = |word: &str| name.starts_with(word) || name.contains(&format!(" {word}"));
    let found = WORDS.iter().filter_map(|(bucket, words)| {
        let at = words.iter().filter(|word| begins(word)).filter_map(|word| name.find(*word)).min()?;
        Some((at, *bucket))
    });
    found.min_by_key(|(at, _)| *at).map(|(_, bucket)| (bucket, false))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn activities_are_sorted_by_their_first_telling_word() {
        let of = |name: &str| bucket(name).map(|(bucket, _)| bucket);
        assert_eq!(of("Hands-on code & review"), Some(Bucket::Building));
        assert_eq!(of("People (1:1s, hiring, growth)"), Some(Bucket::People));
        assert_eq!(of("Customers and stakeholders"), Some(Bucket::Strategy));
        assert_eq!(of("Everything else"), Some(Bucket::Other));
        assert_eq!(bucket("Strategy & alignment"), Some((Bucket::Strategy, true)));
        assert_eq!(of("Knitting"), None);
    }
}
