//! The responsibility map: what state each responsibility is in, and what each lead carries against what they have.

use rung_model::roster::Fit;

use super::case::Case;

/// The state of a responsibility, by declarations alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// Nobody has declared it.
    Unowned,
    /// Two or more have, and it is not one to share.
    Contested,
    /// Several carry it together, as it is meant.
    Shared,
    /// One owner, nobody contributes, and whoever else may have it would have to stretch. What only one may have, such as
    /// the duties of a line manager, is none.
    SinglePoint,
    /// One owner.
    Ok,
}

impl State {
    /// All of them, those to talk about first.
    pub const ALL: [Self; 5] = [Self::Unowned, Self::Contested, Self::SinglePoint, Self::Shared, Self::Ok];

    /// The stable machine name.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Unowned => "unowned",
            Self::Contested => "contested",
            Self::Shared => "shared",
            Self::SinglePoint => "single_point",
            Self::Ok => "ok",
        }
    }

    /// In words.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Unowned => "unowned",
            Self::Contested => "contested",
            Self::Shared => "shared, as meant",
            Self::SinglePoint => "single point",
            Self::Ok => "agreed",
        }
    }
}

/// What a lead carries.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Load {
    /// Hours a week.
    pub hours: f64,
    /// Hours a week they have, where declared.
    pub capacity: Option<f64>,
    /// Hours over it.
    pub over: f64,
}

/// The map.
#[derive(Clone, Debug, PartialEq)]
pub struct Map {
    /// A state a responsibility, in the case's order.
    pub states: Vec<State>,
    /// A load a lead, in the case's order.
    pub loads: Vec<Load>,
}

impl Map {
    /// The map of a case.
    pub fn of(case: &Case) -> Self {
        let state = |duty: &super::case::Duty| match duty.owners.as_slice() {
            [] => State::Unowned,
            [owner] => {
                let others = || duty.fits.iter().enumerate().filter(|(lead, _)| lead != owner).map(|(_, fit)| *fit);
                let suits = others().any(|fit| matches!(fit, Fit::Fits | Fit::Shared));
                let possible = others().any(|fit| fit != Fit::Never);
                if duty.contributors.is_empty() && possible && !suits { State::SinglePoint } else { State::Ok }
            }
            _ if duty.shared => State::Shared,
            _ => State::Contested,
        };
        let load = |(lead, hours): (usize, f64)| Load {
            hours,
            capacity: case.leads[lead].capacity,
            over: case.over(lead, hours),
        };
        Self {
            states: case.duties.iter().map(state).collect(),
            loads: case.loads().into_iter().enumerate().map(load).collect(),
        }
    }

    /// How many responsibilities are in a state.
    pub fn count(&self, state: State) -> usize {
        self.states.iter().filter(|own| **own == state).count()
    }

    /// Hours over declared capacities, of all leads.
    pub fn overload(&self) -> f64 {
        self.loads.iter().map(|load| load.over).sum()
    }
}
