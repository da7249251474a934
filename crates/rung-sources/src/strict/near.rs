//! The nearest known word to one that is not known.

/// Longest word, in bytes, that is compared: longer ones were not typed as keys.
const LONGEST: usize = 200;

/// The candidate a slip of the pen away from `word`, if any: at most a third of its letters differ.
pub(crate) fn near<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    if word.len() > LONGEST {
        return None;
    }
    let allowed = (word.chars().count() / 3).max(1);
    candidates
        .into_iter()
        .map(|candidate| (strsim::damerau_levenshtein(&word.to_lowercase(), &candidate.to_lowercase()), candidate))
        .filter(|(distance, _)| *distance <= allowed)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// A mend that offers the nearest candidate, or else says `otherwise`.
pub(crate) fn did_you_mean<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>, otherwise: &str) -> String {
    match near(word, candidates) {
        Some(candidate) => format!("did you mean `{candidate}`? If not, {otherwise}"),
        None => otherwise.to_owned(),
    }
}

/// A mend that offers the nearest candidate and lists them all.
pub(crate) fn one_of(word: &str, candidates: &[&str]) -> String {
    let listed = candidates.join(", ");
    did_you_mean(word, candidates.iter().copied(), &format!("use one of {listed}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_recognised_and_a_stranger_is_not() {
        let keys = ["addresses", "zone", "hours"];
        assert_eq!(near("adresses", keys), Some("addresses"));
        assert_eq!(near("Zoen", keys), Some("zone"));
        assert_eq!(near("shoe_size", keys), None);
        assert_eq!(near("", keys), None);
        assert_eq!(one_of("x", &["a_long_name"]), "use one of a_long_name");
    }
}
