//! Bands, weights and gates that hold for one of two positions and not for the other.

use rung_model::framework::{Band, Framework, Gate, Provenance, Weights};

use super::standing::Standing;

/// What only one of two has.
#[derive(Clone, Debug, PartialEq)]
pub struct OnlyIn<T> {
    /// The first alone.
    pub a: Vec<T>,
    /// The second alone.
    pub b: Vec<T>,
}

impl<T> OnlyIn<T> {
    /// Whether both have the same.
    pub const fn is_empty(&self) -> bool {
        self.a.is_empty() && self.b.is_empty()
    }
}

/// Rules of scoring that differ. Two rules that say the same of two positions are equal.
#[derive(Clone, Debug, PartialEq)]
pub struct ScoringDiff {
    /// Bands of the position, or of its role.
    pub bands: OnlyIn<Band>,
    /// Weights of the role or its track.
    pub weights: OnlyIn<Weights>,
    /// Gates of the position.
    pub gates: OnlyIn<Gate>,
}

impl ScoringDiff {
    /// Whether both are scored alike.
    pub const fn is_empty(&self) -> bool {
        self.bands.is_empty() && self.weights.is_empty() && self.gates.is_empty()
    }
}

pub(crate) fn scoring_diff(framework: &Framework, a: &Standing<'_>, b: &Standing<'_>) -> ScoringDiff {
    let bands = |of: &Standing<'_>| -> Vec<Band> {
        let holds = |band: &&Band| match &band.position {
            Some(position) => Some(position.as_str()) == of.position_id(),
            None => band.role.as_deref() == Some(of.role()),
        };
        framework.bands.iter().filter(holds).cloned().collect()
    };
    let weights = |of: &Standing<'_>| -> Vec<Weights> {
        let track = framework.role(of.role()).and_then(|role| role.track).map(|track| track.id());
        let holds = |for_role: &str| for_role == of.role() || Some(for_role) == track;
        framework.weights.iter().filter(|w| w.role.as_deref().is_some_and(holds)).cloned().collect()
    };
    let gates = |of: &Standing<'_>| -> Vec<Gate> {
        let holds = |gate: &&Gate| gate.position.is_some() && gate.position.as_deref() == of.position_id();
        framework.gates.iter().filter(holds).cloned().collect()
    };
    ScoringDiff {
        bands: only_in(bands(a), bands(b), |band| Band {
            id: String::new(),
            role: None,
            position: None,
            from: Provenance::default(),
            ..band.clone()
        }),
        weights: only_in(weights(a), weights(b), |weights| weights.percent.clone()),
        gates: only_in(gates(a), gates(b), |gate| (gate.requires.clone(), gate.text.clone())),
    }
}

/// What is in one list alone, by what each says.
fn only_in<T, K: PartialEq>(a: Vec<T>, b: Vec<T>, key: impl Fn(&T) -> K) -> OnlyIn<T> {
    let keys = |list: &[T]| list.iter().map(&key).collect::<Vec<K>>();
    let (in_a, in_b) = (keys(&a), keys(&b));
    OnlyIn {
        a: a.into_iter().filter(|item| !in_b.contains(&key(item))).collect(),
        b: b.into_iter().filter(|item| !in_a.contains(&key(item))).collect(),
    }
}
