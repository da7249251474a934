//! One entry of the lexicon: phrases, what they say, and how far they are to be trusted.

use rung_model::{activity::Activity, kind::NotCounted};

/// What a phrase says about the kind of work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sense {
    /// One activity.
    Activity(Activity),
    /// A team ritual: running it for its organizer, taking part for everyone else.
    Ritual,
    /// Time kept out of the split.
    Not(NotCounted),
    /// The title cannot be decided: a trap, or a word with two meanings.
    Doubt,
    /// Says nothing; the words inside are not to be read on their own ("staff engineer").
    Name,
}

/// How much else of the title may be unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Trust {
    /// Decides whatever else the title says, unless another sure phrase disagrees.
    Sure,
    /// Decides where every other word is a usual word of calendars or the name of a kind of team.
    Alone,
    /// Decides where every other word only says when or how one meets.
    Bare,
    /// Decides only as the topic a title opens with: "design: traits".
    Label,
}

/// How many humans the event must have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Company {
    /// Any number, or unknown.
    Any,
    /// Two, known to be two.
    Two,
    /// The owner alone, or unknown.
    Solo,
}

/// One entry.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entry {
    /// Stable id; the rule named in explanations is `lexicon/<id>`.
    pub id: &'static str,
    /// What it says.
    pub sense: Sense,
    /// How far it is to be trusted.
    pub trust: Trust,
    /// How many humans it asks for.
    pub company: Company,
    /// The phrases; see [`super::phrase`].
    pub phrases: &'static [&'static str],
}

impl Entry {
    const fn new(id: &'static str, sense: Sense, trust: Trust, phrases: &'static [&'static str]) -> Self {
        Self { id, sense, trust, company: Company::Any, phrases }
    }

    /// Phrases that decide on their own.
    pub(crate) const fn sure(id: &'static str, sense: Sense, phrases: &'static [&'static str]) -> Self {
        Self::new(id, sense, Trust::Sure, phrases)
    }

    /// Phrases that decide where nothing unknown stands beside them.
    pub(crate) const fn alone(id: &'static str, sense: Sense, phrases: &'static [&'static str]) -> Self {
        Self::new(id, sense, Trust::Alone, phrases)
    }

    /// Phrases that decide where only words of time and form stand beside them.
    pub(crate) const fn bare(id: &'static str, sense: Sense, phrases: &'static [&'static str]) -> Self {
        Self::new(id, sense, Trust::Bare, phrases)
    }

    /// Phrases that decide as the topic in front of a colon.
    pub(crate) const fn label(id: &'static str, sense: Sense, phrases: &'static [&'static str]) -> Self {
        Self::new(id, sense, Trust::Label, phrases)
    }

    /// The same, for events of two humans only.
    pub(crate) const fn of_two(mut self) -> Self {
        self.company = Company::Two;
        self
    }

    /// The same, for the owner alone or where the number is unknown.
    pub(crate) const fn solo(mut self) -> Self {
        self.company = Company::Solo;
        self
    }
}
