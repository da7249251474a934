//! Each key of each table: the full framework has it, and what is wrong with it is told with file, line and mend.

use super::{
    super::{
        Read,
        format::{Holds, Key, TABLES},
        help,
    },
    mutated::{full, inside, read_with, records, with, without},
};
use crate::tree::{Map, Value};

/// A value of another kind.
fn wrong(holds: Holds) -> Value {
    match holds {
        Holds::Texts | Holds::SomeOf(_) | Holds::Whole | Holds::Number | Holds::Flag => "x".into(),
        _ => true.into(),
    }
}

/// The keys of the tables in a value.
fn inner(holds: Holds) -> &'static [Key] {
    match holds {
        Holds::Record(keys) | Holds::Records(keys) | Holds::TextsOrRecords(keys) => keys,
        _ => &[],
    }
}

fn has(value: &Value, key: &str) -> bool {
    match value {
        Value::Map(map) => map.get(key).is_some(),
        Value::List(list) => list.iter().any(|node| has(&node.value, key)),
        _ => false,
    }
}

/// Each notation tells of the check, at a line that names the key where it is written there.
fn told(reads: &[(String, Read)], check: &str, key: &str, written: bool, case: &str) {
    assert_eq!(reads.len(), 3);
    for (text, read) in reads {
        let shown = super::shown(read);
        let found = read.problems.iter().find(|problem| problem.check == check && problem.what.contains(key));
        let problem = found.unwrap_or_else(|| panic!("{case}: no {check} among {shown:#?}"));
        let line = text.lines().nth(problem.line.unwrap_or(0).wrapping_sub(1)).unwrap_or_else(|| panic!("{case}"));
        assert!(!written || line.contains(key), "{case}: {problem} stands at `{line}`");
        assert!(problem.file.starts_with("f.") && !problem.mend.is_empty(), "{case}: {problem}");
        let mut once = shown.clone();
        once.dedup();
        assert_eq!(once, shown, "{case}");
    }
}

/// Every key with the table it is in and a record that has it.
fn each_key(mut visit: impl FnMut(&'static str, usize, &Map, &Key)) {
    let root = full();
    for (table, _, keys) in TABLES {
        let records = records(&root, table.id());
        for key in *keys {
            let n = records.iter().position(|record| record.get(key.name).is_some());
            let n = n.unwrap_or_else(|| panic!("no {} of the full framework has {}", table.id(), key.name));
            visit(table.id(), n, &records[n], key);
        }
    }
}

#[test]
fn the_full_framework_has_every_key_of_every_table() {
    let root = full();
    each_key(|table, _, _, key| {
        for inner in inner(key.holds) {
            let there = records(&root, table)
                .iter()
                .filter_map(|record| record.get(key.name))
                .any(|node| has(&node.value, inner.name));
            // Cells repeat the criteria of anchors, and each bucket the parts of the first.
            let repeated = table == "cell" || ["people", "building", "other"].contains(&key.name);
            assert!(there || repeated, "no {table} of the full framework has {}.{}", key.name, inner.name);
        }
    });
}

#[test]
fn a_key_nobody_knows_is_told() {
    let root = full();
    each_key(|table, n, record, key| {
        let case = format!("{table}.{}", key.name);
        told(&read_with(&root, table, n, with(record, "zzz", 1_i64)), "unknown-key", "zzz", true, &case);
        if !inner(key.holds).is_empty() {
            let value = inside(&record.get(key.name).unwrap().value, &|map| with(map, "zzz", 1_i64));
            told(&read_with(&root, table, n, with(record, key.name, value)), "unknown-key", "zzz", true, &case);
        }
    });
}

#[test]
fn a_value_of_the_wrong_kind_is_told() {
    let root = full();
    each_key(|table, n, record, key| {
        let case = format!("{table}.{}", key.name);
        told(
            &read_with(&root, table, n, with(record, key.name, wrong(key.holds))),
            "wrong-type",
            key.name,
            true,
            &case,
        );
        for inner in inner(key.holds) {
            let value = inside(&record.get(key.name).unwrap().value, &|map| with(map, inner.name, wrong(inner.holds)));
            let case = format!("{case}.{}", inner.name);
            told(&read_with(&root, table, n, with(record, key.name, value)), "wrong-type", inner.name, true, &case);
        }
    });
}

#[test]
fn a_word_that_is_none_of_the_few_is_told() {
    let root = full();
    each_key(|table, n, record, key| {
        let (value, check): (Value, _) = match key.holds {
            Holds::OneOf(_) if (table, key.name) == ("activity", "id") => ("zzz".into(), "unknown-activity"),
            Holds::OneOf(_) => ("zzz".into(), "unknown-value"),
            Holds::SomeOf(_) => (vec![crate::tree::Node::new("zzz")].into(), "unknown-activity"),
            _ => return,
        };
        let case = format!("{table}.{}", key.name);
        told(&read_with(&root, table, n, with(record, key.name, value)), check, "zzz", false, &case);
    });
}

#[test]
fn a_key_that_is_missing_is_told() {
    let root = full();
    each_key(|table, n, record, key| {
        let case = format!("{table}.{}", key.name);
        let reads = read_with(&root, table, n, without(record, key.name));
        if key.needed {
            told(&reads, "missing-key", key.name, false, &case);
        } else {
            assert!(reads.iter().all(|(_, read)| read.problems.iter().all(|problem| problem.check != "missing-key")));
        }
        for inner in inner(key.holds).iter().filter(|inner| inner.needed) {
            let value = inside(&record.get(key.name).unwrap().value, &|map| without(map, inner.name));
            let reads = read_with(&root, table, n, with(record, key.name, value));
            told(&reads, "missing-key", inner.name, false, &format!("{case}.{}", inner.name));
        }
    });
}

#[test]
fn keys_of_ones_own_are_kept_or_told() {
    let root = full();
    each_key(|table, n, record, key| {
        let keeps = !["source", "skill", "norm", "activity"].contains(&table);
        let reads = read_with(&root, table, n, with(record, "x-zzz", 1_i64));
        if keeps {
            assert!(reads.iter().all(|(_, read)| read.problems.is_empty()), "{table}");
        } else {
            told(&reads, "extra-left-out", "x-zzz", true, table);
        }
        if !inner(key.holds).is_empty() && table != "activity" {
            let value = inside(&record.get(key.name).unwrap().value, &|map| with(map, "x-zzz", 1_i64));
            told(&read_with(&root, table, n, with(record, key.name, value)), "extra-left-out", "x-zzz", true, table);
        }
    });
    let read = super::read_files(&[
        ("f.toml", "x-own = 1\nx-two = 2\n"),
        ("g.toml", "x-two = 3\n[framework]\nid = 'f'\nname = 'n'\nversion = '1'\n"),
    ]);
    assert_eq!(read.framework.from.extra["x-own"].as_integer(), Some(1));
    assert_eq!(read.problems.iter().map(|problem| problem.check).collect::<Vec<_>>(), ["duplicate-key"]);
}

#[test]
fn the_help_names_every_table_and_key() {
    let help = help();
    each_key(|table, _, _, key| {
        assert!(
            help.contains(&format!("[{table}]")) && help.contains(&format!("    {}", key.name)),
            "{table}.{}",
            key.name
        );
        assert!(help.contains(key.about));
    });
}
