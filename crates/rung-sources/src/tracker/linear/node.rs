//! What Linear's GraphQL interface writes, as far as it is used.

use serde::Deserialize;

use crate::tracker::soft::{List, Soft, Text, There, Whole};

/// An issue, or what is around issues in an answer.
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(super) struct Node<'a> {
    #[serde(borrow)]
    pub(super) identifier: Text<'a>,
    pub(super) title: Text<'a>,
    pub(super) created_at: Text<'a>,
    pub(super) creator: Soft<User<'a>>,
    pub(super) assignee: Soft<User<'a>>,
    pub(super) team: Soft<Named<'a>>,
    pub(super) labels: Soft<Nodes<Named<'a>>>,
    pub(super) history: Soft<Nodes<Entry<'a>>>,
    pub(super) comments: Soft<Nodes<Comment<'a>>>,
    /// Around issues.
    pub(super) data: Soft<Box<Node<'a>>>,
    pub(super) issues: Soft<Nodes<Node<'a>>>,
    pub(super) nodes: List<Node<'a>>,
    pub(super) issue: Soft<Box<Node<'a>>>,
    pub(super) errors: List<Error<'a>>,
    pub(super) page_info: There,
}

/// A list of GraphQL.
#[derive(Debug, Deserialize)]
#[serde(bound(deserialize = "T: Deserialize<'de>"))]
pub(super) struct Nodes<T> {
    #[serde(default)]
    pub(super) nodes: List<T>,
    #[serde(default, rename = "pageInfo")]
    pub(super) page: Soft<Further>,
}

/// Whether a list goes on.
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(super) struct Further {
    pub(super) has_next_page: There,
}

/// An error of the server.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Error<'a> {
    #[serde(borrow)]
    pub(super) message: Text<'a>,
}

/// A person or a program.
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(super) struct User<'a> {
    #[serde(borrow)]
    pub(super) id: Text<'a>,
    pub(super) name: Text<'a>,
    pub(super) display_name: Text<'a>,
    pub(super) email: Text<'a>,
    pub(super) app: There,
}

/// Something with a name.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Named<'a> {
    #[serde(borrow)]
    pub(super) key: Text<'a>,
    pub(super) name: Text<'a>,
    pub(super) identifier: Text<'a>,
    pub(super) title: Text<'a>,
    pub(super) number: Text<'a>,
}

/// A comment.
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(super) struct Comment<'a> {
    #[serde(borrow)]
    pub(super) id: Text<'a>,
    pub(super) created_at: Text<'a>,
    pub(super) user: Soft<User<'a>>,
}

/// An entry of the history.
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(super) struct Entry<'a> {
    #[serde(borrow)]
    pub(super) id: Text<'a>,
    pub(super) created_at: Text<'a>,
    pub(super) actor: Soft<User<'a>>,
    pub(super) from_state: Soft<Named<'a>>,
    pub(super) to_state: Soft<Named<'a>>,
    pub(super) from_assignee: Soft<User<'a>>,
    pub(super) to_assignee: Soft<User<'a>>,
    pub(super) from_priority: Whole,
    pub(super) to_priority: Whole,
    pub(super) from_estimate: Text<'a>,
    pub(super) to_estimate: Text<'a>,
    pub(super) from_cycle: Soft<Named<'a>>,
    pub(super) to_cycle: Soft<Named<'a>>,
    pub(super) from_project: Soft<Named<'a>>,
    pub(super) to_project: Soft<Named<'a>>,
    pub(super) from_team: Soft<Named<'a>>,
    pub(super) to_team: Soft<Named<'a>>,
    pub(super) from_parent: Soft<Named<'a>>,
    pub(super) to_parent: Soft<Named<'a>>,
    pub(super) from_due_date: Text<'a>,
    pub(super) to_due_date: Text<'a>,
    pub(super) added_labels: List<Named<'a>>,
    pub(super) removed_labels: List<Named<'a>>,
    pub(super) from_title: There,
    pub(super) updated_description: There,
}
