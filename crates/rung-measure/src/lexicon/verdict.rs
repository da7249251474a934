//! The vote of the phrases found in a title.

use std::{
    collections::HashMap,
    sync::{Arc, LazyLock},
};

use rung_model::{activity::Activity, bucket::Bucket, kind::NotCounted};

use super::{
    clean::clean,
    entry::{Company, Entry, Sense, Trust},
    label::{Ends, ends},
    phrase::{Phrase, Span},
    shape::{Shape, shape},
    tables::ENTRIES,
    usual::{is_form, is_private, is_team},
    words::words,
};

/// How many humans an event has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Humans {
    /// Not known.
    Unknown,
    /// The owner alone.
    One,
    /// Two.
    Two,
    /// More than two.
    Many,
}

impl Humans {
    /// From a count that includes the owner.
    pub(crate) const fn counted(count: Option<u32>) -> Self {
        match count {
            None => Self::Unknown,
            Some(0 | 1) => Self::One,
            Some(2) => Self::Two,
            Some(_) => Self::Many,
        }
    }
}

/// Why the lexicon says nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Abstention {
    /// No phrase is known, or only with unknown words beside it.
    NothingKnown,
    /// Sure phrases point to different buckets.
    Disagreement,
    /// A phrase with two meanings.
    TwoMeanings,
    /// Not written in Latin letters.
    OtherScript,
}

/// What a title says.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Verdict {
    /// The deciding rule's id and what it says.
    Says(Arc<str>, Sense),
    /// Nothing.
    Abstains(Abstention),
}

#[derive(Clone, Copy, Debug)]
struct Found {
    entry: &'static Entry,
    number: usize,
    span: Span,
}

/// A title with the phrases found in it.
#[derive(Debug)]
pub(crate) struct Title {
    words: Vec<String>,
    found: Vec<Found>,
    hold: bool,
    shape: Shape,
    /// Several things side by side: "planning & retro".
    lists: bool,
    latin: bool,
    ends: Option<Ends>,
}

impl Title {
    /// True where a word outside every phrase is one of those.
    fn has_free_word(&self, found: &[&Found], is: impl Fn(&str) -> bool) -> bool {
        self.has_free_word_in(Span { start: 0, end: self.words.len() }, found, is)
    }

    /// The same, for the words of `part` alone.
    fn has_free_word_in(&self, part: Span, found: &[&Found], is: impl Fn(&str) -> bool) -> bool {
        let mut words = self.words.iter().enumerate().take(part.end).skip(part.start);
        words.any(|(at, word)| is(word) && !found.iter().any(|f| f.span.holds(at)))
    }
}

/// The tables, ready to be looked up.
pub(crate) struct Lexicon {
    phrases: Vec<(usize, Phrase)>,
    by_first_word: HashMap<String, Vec<usize>>,
    rules: Vec<Arc<str>>,
    names_rule: Arc<str>,
    teams_rule: Arc<str>,
    hold_rule: Arc<str>,
}

static BUILT_IN: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut lexicon = Lexicon {
        phrases: Vec::new(),
        by_first_word: HashMap::new(),
        rules: ENTRIES.iter().map(|entry| format!("lexicon/{}", entry.id).into()).collect(),
        names_rule: "lexicon/two-names".into(),
        teams_rule: "lexicon/two-teams".into(),
        hold_rule: "lexicon/hold".into(),
    };
    for (number, entry) in ENTRIES.iter().enumerate() {
        for text in entry.phrases {
            let phrase = Phrase::new(text);
            for word in phrase.first_words() {
                lexicon.by_first_word.entry(word.to_owned()).or_default().push(lexicon.phrases.len());
            }
            lexicon.phrases.push((number, phrase));
        }
    }
    lexicon
});

/// What two senses must share to agree: the bucket, or being away.
fn camp(sense: Sense) -> Option<usize> {
    match sense {
        Sense::Activity(activity) => Some(activity.default_bucket().index()),
        Sense::Ritual => Some(Bucket::Building.index()),
        Sense::Not(_) => Some(Bucket::ALL.len()),
        Sense::Doubt | Sense::Name => None,
    }
}

/// In a list with rituals, a look back is one of them: "sprint review & retro".
fn without_retro(votes: Vec<&Found>) -> Vec<&Found> {
    let is_process = |f: &Found| f.entry.sense == Sense::Activity(Activity::Process);
    let only_those = votes.iter().all(|f| f.entry.sense == Sense::Ritual || is_process(f));
    if only_those && votes.iter().any(|f| !is_process(f)) {
        votes.into_iter().filter(|f| !is_process(f)).collect()
    } else {
        votes
    }
}

impl Lexicon {
    /// The built-in tables.
    pub(crate) fn built_in() -> &'static Self {
        &BUILT_IN
    }

    /// Reads a title: its words, and the phrases in it that no longer phrase hides.
    pub(crate) fn read(&self, title: &str) -> Title {
        let cleaned = clean(title);
        let words = words(cleaned.text);
        let mut found: Vec<Found> = Vec::new();
        for (start, word) in words.iter().enumerate() {
            for &at in self.by_first_word.get(word).into_iter().flatten() {
                let Some((number, phrase)) = self.phrases.get(at) else { continue };
                if let (Some(span), Some(entry)) = (phrase.at(&words, start), ENTRIES.get(*number)) {
                    found.push(Found { entry, number: *number, span });
                }
            }
        }
        let spans: Vec<Span> = found.iter().map(|f| f.span).collect();
        found.retain(|f| !spans.iter().any(|other| f.span.inside(*other)));
        let letters = cleaned.text.chars().filter(|c| c.is_alphabetic());
        let (latin, foreign): (Vec<char>, Vec<char>) = letters.partition(|c| *c < '\u{0250}');
        let latin = latin.len() > foreign.len() || foreign.is_empty();
        let lists = cleaned.text.contains(['&', ',', '/'])
            || cleaned.text.contains(" + ")
            || words.iter().any(|word| word == "and");
        let ends = ends(cleaned.text, &words);
        Title { found, hold: cleaned.hold, shape: shape(cleaned.text), lists, latin, ends, words }
    }

    /// What the title of an event with that many humans says.
    pub(crate) fn verdict(&self, title: &Title, humans: Humans) -> Verdict {
        if title.hold {
            return Verdict::Says(Arc::clone(&self.hold_rule), Sense::Not(NotCounted::Focus));
        }
        if !title.latin {
            return Verdict::Abstains(Abstention::OtherScript);
        }
        let fits = |f: &&Found| match f.entry.company {
            Company::Any => true,
            Company::Two => humans == Humans::Two,
            Company::Solo => matches!(humans, Humans::One | Humans::Unknown),
        };
        let (labels, found): (Vec<&Found>, Vec<&Found>) =
            title.found.iter().filter(fits).partition(|f| f.entry.trust == Trust::Label);
        if found.iter().any(|f| f.entry.sense == Sense::Doubt) {
            return Verdict::Abstains(Abstention::TwoMeanings);
        }
        let votes = |trust: Trust| {
            let of_trust = move |f: &&Found| f.entry.trust == trust && camp(f.entry.sense).is_some();
            found.iter().copied().filter(of_trust).collect::<Vec<_>>()
        };
        let (sure, alone) = (votes(Trust::Sure), votes(Trust::Alone));
        let teams = Verdict::Says(Arc::clone(&self.teams_rule), Sense::Activity(Activity::Alignment));
        let kept_free = |f: &&Found| f.entry.sense == Sense::Not(NotCounted::Focus);
        let answer = if title.shape == Shape::Teams {
            teams
        } else if sure.iter().any(kept_free) {
            // Time kept free stays so, whatever it is kept for.
            self.agreed(&sure.into_iter().filter(kept_free).collect::<Vec<_>>())
        } else if !sure.is_empty() {
            // In a list each thing counts, also one that would have to stand alone elsewhere.
            let all = if title.lists { without_retro([sure, alone].concat()) } else { sure };
            match (self.agreed(&all), title.ends) {
                // What stands in front of a colon names the meeting, what follows its subject.
                (Verdict::Abstains(Abstention::Disagreement), Some(ends)) if ends.topic => {
                    let label: Vec<&Found> = all.iter().copied().filter(|f| f.span.end <= ends.label.end).collect();
                    if label.is_empty() { Verdict::Abstains(Abstention::Disagreement) } else { self.agreed(&label) }
                }
                (answer, _) => answer,
            }
        } else {
            let one_on_one = Verdict::Says(Arc::clone(&self.names_rule), Sense::Activity(Activity::OneOnOne));
            match (title.shape, humans) {
                (Shape::Names | Shape::CatchUp, Humans::Two) | (Shape::CatchUp, Humans::Unknown) => one_on_one,
                (Shape::TeamPair, _) => teams,
                _ => match self.unsure(title, &found, &alone, &votes(Trust::Bare)) {
                    Verdict::Abstains(Abstention::NothingKnown) => self.by_an_end(title, &found, &alone, &labels),
                    answer => answer,
                },
            }
        };
        match answer {
            // A word of private life that no phrase takes in makes work a riddle.
            Verdict::Says(_, Sense::Activity(activity))
                if !matches!(activity, Activity::TeamBuilding | Activity::Customer)
                    && title.has_free_word(&found, is_private) =>
            {
                Verdict::Abstains(Abstention::TwoMeanings)
            }
            Verdict::Says(_, Sense::Ritual) if title.has_free_word(&found, is_private) => {
                Verdict::Abstains(Abstention::TwoMeanings)
            }
            // A 1:1 of three is none.
            Verdict::Says(_, Sense::Activity(Activity::OneOnOne | Activity::OneOnOneUp)) if humans == Humans::Many => {
                Verdict::Abstains(Abstention::TwoMeanings)
            }
            answer => answer,
        }
    }

    /// Votes that count only where nothing unknown stands beside them.
    fn unsure(&self, title: &Title, found: &[&Found], alone: &[&Found], bare: &[&Found]) -> Verdict {
        if !alone.is_empty() && !title.has_free_word(found, |word| !is_form(word) && !is_team(word)) {
            return self.agreed(alone);
        }
        if !bare.is_empty() && !title.has_free_word(found, |word| !is_form(word)) {
            return self.agreed(bare);
        }
        Verdict::Abstains(Abstention::NothingKnown)
    }

    /// What one end of the title says where nothing unknown stands in it.
    ///
    /// The label counts for any phrase; what follows it only for rituals and for being away, since
    /// "Heron - calibration" or "Noor - status" may be anything.
    fn by_an_end(&self, title: &Title, found: &[&Found], alone: &[&Found], label: &[&Found]) -> Verdict {
        let nothing = Verdict::Abstains(Abstention::NothingKnown);
        let Some(ends) = title.ends else { return nothing };
        let of = |part: Span, votes: &[&Found], found: &[&Found]| -> Vec<Found> {
            let unknown = |word: &str| !is_form(word) && !is_team(word);
            if title.has_free_word_in(part, found, unknown) {
                return Vec::new();
            }
            votes.iter().filter(|f| part.start <= f.span.start && f.span.end <= part.end).map(|f| **f).collect()
        };
        let mut votes = of(ends.label, alone, found);
        if votes.is_empty() && ends.topic {
            votes = of(ends.label, label, label);
        }
        if votes.is_empty() {
            votes = of(ends.tail, alone, found);
            votes.retain(|f| matches!(f.entry.sense, Sense::Ritual | Sense::Not(_)));
        }
        if votes.is_empty() { nothing } else { self.agreed(&votes.iter().collect::<Vec<_>>()) }
    }

    /// One answer where all votes are of one camp: the longest phrase's, then the first's.
    fn agreed(&self, votes: &[&Found]) -> Verdict {
        let mut camps = votes.iter().map(|f| camp(f.entry.sense));
        let first = camps.next().flatten();
        if camps.any(|camp| camp != first) {
            return Verdict::Abstains(Abstention::Disagreement);
        }
        let best = votes.iter().max_by_key(|f| (f.span.len(), std::cmp::Reverse((f.span.start, f.number))));
        best.and_then(|f| Some(Verdict::Says(Arc::clone(self.rules.get(f.number)?), f.entry.sense)))
            .unwrap_or(Verdict::Abstains(Abstention::NothingKnown))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn every_entry_has_an_id_of_its_own() {
        let mut seen = BTreeMap::new();
        for entry in ENTRIES.iter() {
            assert_eq!(seen.insert(entry.id, ()), None, "{} stands twice", entry.id);
        }
    }

    #[test]
    fn every_phrase_can_be_found() {
        for (number, phrase) in &BUILT_IN.phrases {
            assert!(phrase.first_words().next().is_some(), "a phrase of {} begins with no word", ENTRIES[*number].id);
        }
    }

    #[test]
    fn no_phrase_says_two_things() {
        let mut seen: BTreeMap<&str, (&str, Sense)> = BTreeMap::new();
        for entry in ENTRIES.iter().filter(|entry| entry.company == Company::Any) {
            for phrase in entry.phrases {
                if let Some((other, sense)) = seen.insert(phrase, (entry.id, entry.sense)) {
                    assert_eq!(sense, entry.sense, "`{phrase}` stands in {other} and in {}", entry.id);
                }
            }
        }
    }
}
