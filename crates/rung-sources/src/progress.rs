//! How a reader tells how far it is, without knowing who listens.

/// Hears about progress. Called from several threads.
pub trait Progress: Sync {
    /// A piece of work starts; `total` where it is known.
    fn begin(&self, what: &str, total: Option<u64>);
    /// So many more steps are done.
    fn advance(&self, steps: u64);
    /// The piece of work is over.
    fn end(&self);
}

/// Hears nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct Silent;

impl Progress for Silent {
    fn begin(&self, _what: &str, _total: Option<u64>) {}
    fn advance(&self, _steps: u64) {}
    fn end(&self) {}
}
