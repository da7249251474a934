//! The arithmetic of a day, from evidence to totals: acceptance figures, the calendar table, the laws.

#![expect(clippy::unwrap_used, reason = "a test that cannot build its day has to stop")]

mod acceptance;
mod calibration;
mod entries;
mod language;
mod laws;
mod oracle;
mod random;
mod table;
mod work;
