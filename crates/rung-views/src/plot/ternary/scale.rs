//! The two drawings: a wide one with leaders, a narrow one with short names.

/// Measures of a drawing, in its own units; at its design width a unit is a pixel.
#[derive(Debug)]
pub(super) struct Scale {
    /// Prefix of its ids, and class that shows or hides it.
    pub(super) id: &'static str,
    /// Class of the drawing.
    pub(super) class: &'static str,
    /// True for the narrow drawing.
    pub(super) narrow: bool,
    /// Width of the view.
    pub(super) width: f64,
    /// Height of the view.
    pub(super) height: f64,
    /// Left corner of the triangle.
    pub(super) left: f64,
    /// Baseline of the triangle.
    pub(super) base: f64,
    /// Length of a side.
    pub(super) side: f64,
    /// Room below the baseline for ticks and the name of the side.
    pub(super) margin: f64,
    /// Size of names.
    pub(super) font: f64,
    /// Radius of the dots.
    pub(super) dot: f64,
    /// Length of the ticks.
    pub(super) tick: f64,
}

/// From 48 rem up.
pub(super) const WIDE: Scale = Scale {
    id: "ternw",
    class: "plot tern wide",
    narrow: false,
    width: 700.0,
    height: 596.0,
    left: 76.0,
    base: 506.0,
    side: 540.0,
    margin: 44.0,
    font: 13.0,
    dot: 5.0,
    tick: 8.0,
};

/// Below 48 rem.
pub(super) const NARROW: Scale = Scale {
    id: "ternn",
    class: "plot tern narrow",
    narrow: true,
    width: 288.0,
    height: 304.0,
    left: 24.0,
    base: 236.0,
    side: 244.0,
    margin: 42.0,
    font: 12.0,
    dot: 4.0,
    tick: 5.0,
};
