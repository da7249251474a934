//! An entry of a time log or a worklog: time somebody, or a tracker for them, recorded.

use std::sync::Arc;

use crate::work_item::WorkItem;

/// One entry. Its length stands in the evidence.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TimeEntry {
    /// What was written about it.
    pub title: Option<Arc<str>>,
    /// The project it was booked on.
    pub project: Option<Arc<str>>,
    /// Its tags or categories.
    pub tags: Vec<Arc<str>>,
    /// The work item it was booked on, for a worklog of a tracker.
    pub item: Option<Arc<WorkItem>>,
    /// Recorded by a program that watches which window is in front, not stated by the person.
    pub automatic: bool,
    /// The file it stands in.
    pub file: Arc<str>,
    /// Its line there, from 1.
    pub line: usize,
}
