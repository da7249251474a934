//! What is known of a work item, put together from records in any order, read any number of times.
//!
//! Each field keeps what the latest record says of it; of two that are equally late, the greater value. That is the
//! greatest of a set, so neither order nor repetition can change it.

use std::{collections::BTreeSet, sync::Arc};

use jiff::Timestamp;
use rung_model::{account::Account, work_item::WorkItem};

use super::facts::ItemKey;

/// A field's value, and the moment its record says the item was changed last.
type Latest<T> = Option<(Option<Timestamp>, T)>;

/// What is known of one item.
#[derive(Debug, Default)]
pub(super) struct Known {
    title: Latest<Arc<str>>,
    labels: Latest<Vec<Arc<str>>>,
    type_name: Latest<Arc<str>>,
    author: Latest<Arc<Account>>,
    assignees: Latest<Vec<Arc<Account>>>,
    merged_as: Latest<String>,
    commits: BTreeSet<String>,
}

impl Known {
    /// Takes note of what a record says. One without a title only mentions the item: that it names no label and no
    /// assignee says nothing.
    pub(super) fn take(&mut self, item: WorkItem, as_of: Option<Timestamp>) {
        let whole = item.title.is_some();
        latest(&mut self.title, as_of, item.title);
        latest(&mut self.labels, as_of, Some(item.labels).filter(|labels| whole || !labels.is_empty()));
        latest(&mut self.type_name, as_of, item.type_name);
        latest(&mut self.author, as_of, item.author);
        latest(&mut self.assignees, as_of, Some(item.assignees).filter(|all| whole || !all.is_empty()));
        latest(&mut self.merged_as, as_of, item.merged_as);
        self.commits.extend(item.commits);
    }

    /// The item as it is known.
    pub(super) fn item(self, (kind, project, key): ItemKey) -> WorkItem {
        WorkItem {
            title: value(self.title),
            labels: value(self.labels).unwrap_or_default(),
            type_name: value(self.type_name),
            author: value(self.author),
            assignees: value(self.assignees).unwrap_or_default(),
            merged_as: value(self.merged_as),
            commits: self.commits.into_iter().collect(),
            ..WorkItem::new(kind, project, key)
        }
    }
}

fn latest<T: Ord>(known: &mut Latest<T>, as_of: Option<Timestamp>, said: Option<T>) {
    let said = said.map(|said| (as_of, said));
    if said > *known {
        *known = said;
    }
}

fn value<T>(known: Latest<T>) -> Option<T> {
    known.map(|(_, value)| value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rung_model::work_item::WorkItemKind;

    fn said(title: Option<&str>, label: Option<&str>) -> WorkItem {
        let mut item = WorkItem::new(WorkItemKind::Issue, "harbour/ledger", "#7");
        item.title = title.map(Into::into);
        item.labels = label.into_iter().map(Into::into).collect();
        item
    }

    fn known(records: &[(WorkItem, Option<Timestamp>)]) -> WorkItem {
        let mut known = Known::default();
        for (item, as_of) in records {
            known.take(item.clone(), *as_of);
        }
        known.item((WorkItemKind::Issue, "harbour/ledger".into(), "#7".into()))
    }

    #[test]
    fn order_and_repetition_change_nothing() {
        let at = |second| Some(Timestamp::from_second(second).expect("a moment"));
        let records = [
            (said(Some("Refunds"), Some("payments")), at(20)),
            (said(Some("Refund"), Some("draft")), at(10)),
            (said(None, None), at(30)),
            (said(Some("Other"), Some("a")), at(20)),
        ];
        let whole = known(&records);
        let labels: Vec<&str> = whole.labels.iter().map(|label| &**label).collect();
        assert_eq!((whole.title.as_deref(), labels), (Some("Refunds"), vec!["payments"]));
        let mut other: Vec<_> = records.iter().rev().cloned().collect();
        other.extend(records.iter().cloned());
        assert_eq!(known(&other), whole);
    }

    #[test]
    fn labels_taken_off_later_are_gone() {
        let at = |second| Some(Timestamp::from_second(second).expect("a moment"));
        let whole = known(&[(said(Some("Refunds"), Some("x")), at(1)), (said(Some("Refunds"), None), at(2))]);
        assert_eq!(whole.labels, Vec::<Arc<str>>::new());
    }
}
