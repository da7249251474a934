//! Focus: how much of the free time comes in stretches long enough to think in.

/// Free time of a span of days, split at two hours (MEASURE section 10).
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Focus {
    /// Minutes in meetings, inside the working window.
    pub meetings: f64,
    /// Minutes in free gaps of two hours or more.
    pub focus: f64,
    /// Minutes in free gaps shorter than two hours.
    pub fragmented: f64,
    /// Working days with at least one free gap of two hours.
    pub days_with_block: u32,
    /// Working days counted.
    pub days: u32,
}
