//! What evidence says of responsibilities: at team level seen, not seen or cannot see; of oneself, in name only or hidden.

use std::collections::BTreeSet;

use rung_model::{activity::Activity, minutes::Minutes};

/// Upper share below which a declared owner is one in name only (MEASURE section 10).
pub const NOMINAL: f64 = 0.20;
/// Lower share from which somebody carries what they have not declared (MEASURE section 10).
pub const HIDDEN: f64 = 0.50;

/// What a team's evidence says of a responsibility.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sight {
    /// Some of its traces were found.
    Seen,
    /// The sources would show its traces, and none was found.
    NotSeen,
    /// No source can show its traces.
    CannotSee,
}

impl Sight {
    /// The stable machine name.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Seen => "seen",
            Self::NotSeen => "not_seen",
            Self::CannotSee => "cannot_see",
        }
    }

    /// In words.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Seen => "seen",
            Self::NotSeen => "not seen",
            Self::CannotSee => "cannot be seen",
        }
    }
}

/// What a team's evidence says of a responsibility with these traces. `done` holds the activities somebody of the team
/// spent time on, `visible` those the team's sources could show at all.
pub fn sight(traces: &[Activity], done: &BTreeSet<Activity>, visible: &BTreeSet<Activity>) -> Sight {
    if traces.iter().any(|trace| done.contains(trace)) {
        Sight::Seen
    } else if traces.iter().any(|trace| visible.contains(trace)) {
        Sight::NotSeen
    } else {
        Sight::CannotSee
    }
}

/// What one's own evidence says about what one has declared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum OwnSight {
    /// Declared, and hardly any of the team's work on it is one's own.
    Nominal,
    /// Not declared, and most of the team's work on it is one's own.
    Hidden,
    /// What was declared and what was seen go together, or the range is too wide to say.
    Agrees,
}

impl OwnSight {
    /// The stable machine name.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Nominal => "nominal",
            Self::Hidden => "hidden",
            Self::Agrees => "agrees",
        }
    }
}

/// One's share of a team's minutes: the least and the most that both ranges allow, 0-1; `None` where nobody was seen.
pub fn own_share(own: Minutes, others: Minutes) -> Option<(f64, f64)> {
    let (least, most) = (own.low + others.high, own.high + others.low);
    if own.high + others.high <= 0.0 {
        return None;
    }
    let low = if least > 0.0 { own.low / least } else { 0.0 };
    let high = if most > 0.0 { own.high / most } else { 0.0 };
    Some((low, high))
}

/// Reads one's share (low, high) of the work on a responsibility against one's own declaration.
pub fn own_sight(declared: bool, share: (f64, f64)) -> OwnSight {
    match declared {
        true if share.1 < NOMINAL => OwnSight::Nominal,
        false if share.0 >= HIDDEN => OwnSight::Hidden,
        _ => OwnSight::Agrees,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nominal_under_a_fifth_and_hidden_from_a_half_on() {
        assert_eq!(own_sight(true, (0.05, 0.19)), OwnSight::Nominal);
        assert_eq!(own_sight(true, (0.05, 0.20)), OwnSight::Agrees);
        assert_eq!(own_sight(false, (0.50, 0.80)), OwnSight::Hidden);
        assert_eq!(own_sight(false, (0.49, 0.80)), OwnSight::Agrees);
    }

    #[test]
    fn a_share_is_as_wide_as_both_ranges_allow() {
        let minutes = |low, point, high| Minutes { low, point, high };
        let (low, high) = own_share(minutes(60.0, 90.0, 120.0), minutes(120.0, 150.0, 180.0)).unwrap();
        assert!((low - 0.25).abs() < 1e-12 && (high - 0.5).abs() < 1e-12);
        assert_eq!(own_share(minutes(0.0, 0.0, 0.0), minutes(0.0, 0.0, 0.0)), None);
        assert_eq!(own_share(minutes(0.0, 0.0, 30.0), minutes(0.0, 0.0, 0.0)), Some((0.0, 1.0)));
    }

    #[test]
    fn what_no_source_shows_is_not_called_not_seen() {
        let set = |all: &[Activity]| all.iter().copied().collect::<BTreeSet<_>>();
        let traces = [Activity::CodeReview, Activity::Design];
        assert_eq!(sight(&traces, &set(&[Activity::Design]), &set(&[])), Sight::Seen);
        assert_eq!(sight(&traces, &set(&[Activity::Coding]), &set(&[Activity::CodeReview])), Sight::NotSeen);
        assert_eq!(sight(&traces, &set(&[]), &set(&[Activity::Coding])), Sight::CannotSee);
        assert_eq!(sight(&[], &set(&[Activity::Coding]), &set(&[Activity::Coding])), Sight::CannotSee);
    }
}
