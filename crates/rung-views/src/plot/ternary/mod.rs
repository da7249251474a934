//! The ternary plot: where weeks lie between strategy, people and building.
//!
//! Building on top, strategy left, people right. Roles are soft shapes that hold nine in ten of their
//! people; the person is a hatched region, never a dot alone; quarters are dots on a line.

mod candidates;
mod contour;
mod draw;
mod geometry;
mod labels;
mod lot;
mod place;
mod scale;

use jiff::civil::Date;
use maud::{Markup, html};
use rung_model::split::Split;

/// A role to draw.
pub struct TernaryRole {
    /// Its name, with the first letter large.
    pub name: String,
    /// Its short form, for the narrow drawing.
    pub short: String,
    /// Its expected split.
    pub split: Split,
    /// Concentration of its population.
    pub k: f64,
    /// True for the role held: drawn heavier.
    pub held: bool,
    /// "sourced" or "our synthesis".
    pub basis: &'static str,
}

/// A period on the path. Neighbours that lie almost on one another are named together.
pub struct TernaryPoint {
    /// Its first day.
    pub first: Date,
    /// Its last day, included.
    pub last: Date,
    /// Best guess of strategy, people and building, summing to one.
    pub parts: [f64; 3],
}

/// What the plot shows.
pub struct Ternary {
    /// Ranges of strategy, people and building: the person's region.
    pub ranges: [(f64, f64); 3],
    /// Best guess within the ranges; `None` where no shares can be given: then the region is all that the
    /// evidence leaves open, hatched without an outline or a name.
    pub best: Option<[f64; 3]>,
    /// What the region is called in the wide drawing: "You since 20 Jul". The narrow one leaves it to the
    /// words below it: it is the one hatched shape.
    pub name: String,
    /// Roles, the heaviest last.
    pub roles: Vec<TernaryRole>,
    /// Periods, oldest first.
    pub path: Vec<TernaryPoint>,
    /// Title for those who hear the page.
    pub title: String,
    /// The numbers in words.
    pub desc: String,
}

/// Both drawings, wide and narrow; the style sheet shows one of them.
pub fn svg(plot: &Ternary) -> Markup {
    let outlines: Vec<_> = plot.roles.iter().map(|role| contour::contour(&role.split, role.k, 0.9)).collect();
    html! {
        (draw::drawing(plot, &outlines, &scale::WIDE))
        (draw::drawing(plot, &outlines, &scale::NARROW))
    }
}
