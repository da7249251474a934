//! What Jira's REST interface writes, as far as it is used.

use serde::Deserialize;

use crate::tracker::soft::{List, Soft, Text, There, Whole};

/// Any record of an answer: an issue, a worklog, a comment, a change, or a page of such.
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(super) struct Record<'a> {
    #[serde(borrow)]
    pub(super) id: Text<'a>,
    #[serde(rename = "self")]
    pub(super) own: Text<'a>,
    pub(super) key: Text<'a>,
    /// Of an issue.
    pub(super) fields: Soft<Box<Fields<'a>>>,
    pub(super) changelog: Soft<Changelog<'a>>,
    /// Of a worklog, a comment or a change.
    pub(super) issue_id: Text<'a>,
    pub(super) author: Soft<User<'a>>,
    pub(super) created: Text<'a>,
    pub(super) started: Text<'a>,
    pub(super) time_spent_seconds: Text<'a>,
    pub(super) comment: Text<'a>,
    pub(super) body: There,
    pub(super) items: List<Item<'a>>,
    /// Of a page.
    pub(super) issues: List<Record<'a>>,
    pub(super) values: List<Record<'a>>,
    pub(super) worklogs: List<Record<'a>>,
    pub(super) comments: List<Record<'a>>,
    pub(super) histories: List<Record<'a>>,
    pub(super) change_histories: List<Record<'a>>,
    pub(super) issue_change_logs: List<Record<'a>>,
    /// Comments that a collecting program put next to the fields of an issue.
    #[serde(rename = "comments_data")]
    pub(super) collected_comments: List<Record<'a>>,
    /// What a program that collects answers puts around them.
    pub(super) data: Soft<Box<Record<'a>>>,
    pub(super) error_messages: List<Text<'a>>,
    pub(super) max_results: There,
    pub(super) total: There,
    pub(super) is_last: There,
    pub(super) start_at: There,
}

/// The fields of an issue.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Fields<'a> {
    #[serde(borrow)]
    pub(super) summary: Text<'a>,
    pub(super) created: Text<'a>,
    pub(super) creator: Soft<User<'a>>,
    pub(super) reporter: Soft<User<'a>>,
    pub(super) assignee: Soft<User<'a>>,
    pub(super) issuetype: Soft<Named<'a>>,
    pub(super) project: Soft<Named<'a>>,
    pub(super) labels: List<Text<'a>>,
    pub(super) worklog: Soft<Part<'a>>,
    pub(super) comment: Soft<Part<'a>>,
}

/// Something with a name.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Named<'a> {
    #[serde(borrow)]
    pub(super) key: Text<'a>,
    pub(super) name: Text<'a>,
}

/// Worklogs or comments within an issue.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Part<'a> {
    #[serde(borrow)]
    pub(super) worklogs: List<Record<'a>>,
    pub(super) comments: List<Record<'a>>,
    pub(super) total: Whole,
}

/// Changes within an issue.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Changelog<'a> {
    #[serde(borrow)]
    pub(super) histories: List<Record<'a>>,
    pub(super) total: Whole,
}

/// An account: `accountId` in the cloud, `key` and `name` on a server.
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(super) struct User<'a> {
    #[serde(rename = "self", borrow)]
    pub(super) own: Text<'a>,
    pub(super) account_id: Text<'a>,
    pub(super) account_type: Text<'a>,
    pub(super) key: Text<'a>,
    pub(super) name: Text<'a>,
    pub(super) email_address: Text<'a>,
    pub(super) display_name: Text<'a>,
}

/// A field that was changed: ids in `from` and `to`, words in the others.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Item<'a> {
    #[serde(borrow)]
    pub(super) field: Text<'a>,
    pub(super) from: Text<'a>,
    pub(super) to: Text<'a>,
    #[serde(rename = "fromString")]
    pub(super) from_words: Text<'a>,
    #[serde(rename = "toString")]
    pub(super) to_words: Text<'a>,
}
