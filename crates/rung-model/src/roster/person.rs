//! People, how they are employed and when they are away.

use super::{Period, period::facts};
use crate::schedule::Schedule;

/// A person.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Person {
    /// Stable id, unique in the roster.
    pub id: String,
    /// Display name.
    pub name: String,
    /// Addresses that are this person, lower-cased.
    pub addresses: Vec<String>,
    /// Accounts elsewhere that are this person, by key: `github.com:123`, `github.com:@octo`.
    pub accounts: Vec<String>,
    /// IANA zone, where stated.
    pub zone: Option<String>,
    /// Working hours, where stated.
    pub schedule: Option<Schedule>,
    /// Line in the file, from 1.
    pub line: usize,
}

/// A person works here. Where nobody states it, people are taken to be here as long as anything else is stated of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Employment {
    /// Person id.
    pub person: String,
    /// Part of full time, over 0 to 1.
    pub fte: f64,
    /// When.
    pub period: Period,
    /// While it was believed.
    pub known: Period,
}

/// A person is away for weeks or months: no reason is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leave {
    /// Person id.
    pub person: String,
    /// When.
    pub period: Period,
    /// While it was believed.
    pub known: Period,
}

facts!(Employment, Leave);
