//! Added, removed, changed, renamed and moved records.

use std::collections::BTreeSet;

use rung_model::framework::{Framework, Table};

use super::{
    matching::{MatchedBy, pairs},
    record::{Record, Renames},
    tables::{ORDER, has_ids, records},
};

/// How to speak of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordName {
    /// Its id in its own version; where its table has none, what stands for one: `tech_lead path em`.
    pub id: String,
    /// Its display name, where it has one.
    pub name: Option<String>,
    /// The `n`th record of its table, from 0, in its own version.
    pub number: usize,
}

/// A field that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldChange {
    /// Its name: `text`, `proficiency`, `position`, `level 2 points`.
    pub field: String,
    /// What it was; `None` where there was nothing.
    pub old: Option<String>,
    /// What it is; `None` where there is nothing.
    pub new: Option<String>,
}

/// A record that is not the same in both versions.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// Its table.
    pub table: Table,
    /// As the old version has it; `None` where it was added.
    pub old: Option<RecordName>,
    /// As the new version has it; `None` where it was removed.
    pub new: Option<RecordName>,
    /// What showed that the two are one; `None` where it was added or removed.
    pub by: Option<MatchedBy>,
    /// What differs, field by field. References to a record that was renamed are no difference.
    pub fields: Vec<FieldChange>,
    /// Whether its id or its name is another one.
    pub renamed: bool,
    /// Whether it stands elsewhere: under another role, position, dimension, group or level.
    pub moved: bool,
    /// Whether it says something else: any field beyond name and place.
    pub reworded: bool,
}

/// What changed between two versions. Every record of both is in one change, or among the same ones, exactly once.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct VersionDiff {
    /// Changes, table by table.
    pub changes: Vec<Change>,
    /// How many records are the same in both.
    pub same: usize,
}

impl VersionDiff {
    /// Records of the new version alone.
    pub fn added(&self) -> impl Iterator<Item = &Change> {
        self.changes.iter().filter(|change| change.old.is_none())
    }

    /// Records of the old version alone.
    pub fn removed(&self) -> impl Iterator<Item = &Change> {
        self.changes.iter().filter(|change| change.new.is_none())
    }

    /// Records that say something else.
    pub fn changed(&self) -> impl Iterator<Item = &Change> {
        self.changes.iter().filter(|change| change.reworded)
    }

    /// Records with another id or name.
    pub fn renamed(&self) -> impl Iterator<Item = &Change> {
        self.changes.iter().filter(|change| change.renamed)
    }

    /// Records that stand elsewhere.
    pub fn moved(&self) -> impl Iterator<Item = &Change> {
        self.changes.iter().filter(|change| change.moved)
    }

    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }
}

/// Compares two versions of a framework, table by table: records are matched by id, then by their exact words, then by
/// similarity of at least [`super::SAME_FROM`]. The order of records is no difference, nor is where they were found.
pub fn versions(old: &Framework, new: &Framework) -> VersionDiff {
    let (mut renames, none) = (Renames::default(), Renames::default());
    let mut diff = VersionDiff::default();
    for table in ORDER {
        let was = records(old, table, &renames);
        let is = records(new, table, &none);
        let found = pairs(&was, &is);
        let mut left: Vec<Option<(usize, MatchedBy)>> = vec![None; was.len()];
        let mut taken: BTreeSet<usize> = BTreeSet::new();
        for (a, b, by) in found {
            if let (Some(before), Some(after)) = (was.get(a), is.get(b)) {
                renames.add(table, &before.id, &after.id);
            }
            left.iter_mut().skip(a).take(1).for_each(|to| *to = Some((b, by)));
            taken.insert(b);
        }
        let was = records(old, table, &renames);
        for (number, (before, to)) in was.iter().zip(left).enumerate() {
            let old = name(before, number);
            let Some((b, by)) = to else {
                diff.changes.push(alone(table, Some(old), None));
                continue;
            };
            let Some(after) = is.get(b) else { continue };
            match changed(table, (before, old), (after, name(after, b)), by) {
                Some(change) => diff.changes.push(change),
                None => diff.same += 1,
            }
        }
        let added = is.iter().enumerate().filter(|(number, _)| !taken.contains(number));
        diff.changes.extend(added.map(|(number, record)| alone(table, None, Some(name(record, number)))));
    }
    diff
}

fn name(record: &Record, number: usize) -> RecordName {
    let name = Some(record.name.clone()).filter(|name| !name.is_empty());
    RecordName { id: record.id.clone(), name, number }
}

const fn alone(table: Table, old: Option<RecordName>, new: Option<RecordName>) -> Change {
    Change { table, old, new, by: None, fields: Vec::new(), renamed: false, moved: false, reworded: false }
}

/// What differs between a record and what became of it; `None` where nothing does.
fn changed(
    table: Table,
    (before, old): (&Record, RecordName),
    (after, new): (&Record, RecordName),
    by: MatchedBy,
) -> Option<Change> {
    let mut fields = Vec::new();
    let mut put = |field: &str, old: Option<&String>, new: Option<&String>| {
        let (old, new) = (old.filter(|text| !text.is_empty()), new.filter(|text| !text.is_empty()));
        let differs = old != new;
        if differs {
            fields.push(FieldChange { field: field.to_owned(), old: old.cloned(), new: new.cloned() });
        }
        differs
    };
    let other_id = has_ids(table) && put("id", Some(&before.id), Some(&after.id));
    let other_name = put("name", Some(&before.name), Some(&after.name));
    let mut moved = false;
    for place in before.place.keys().chain(after.place.keys()).copied().collect::<BTreeSet<_>>() {
        moved |= put(place, before.place.get(place), after.place.get(place));
    }
    let mut reworded = put("text", Some(&before.text), Some(&after.text));
    for field in before.fields.keys().chain(after.fields.keys()).collect::<BTreeSet<_>>() {
        reworded |= put(field, before.fields.get(field), after.fields.get(field));
    }
    let renamed = other_id || other_name;
    (renamed || moved || reworded).then_some(Change {
        table,
        old: Some(old),
        new: Some(new),
        by: Some(by),
        fields,
        renamed,
        moved,
        reworded,
    })
}
