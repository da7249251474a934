//! Each migration on a database that is not empty: every one brings sample rows, and all later ones run on top of them.

use rung_store::{Db, StoreError, dump, migrate};

/// Rows that a database of each version may hold.
const SAMPLES: [&str; 8] = [
    include_str!("samples/0001.sql"),
    include_str!("samples/0002.sql"),
    include_str!("samples/0003.sql"),
    include_str!("samples/0004.sql"),
    include_str!("samples/0005.sql"),
    include_str!("samples/0006.sql"),
    include_str!("samples/0007.sql"),
    "",
];

fn fill(db: &Db, sample: &str) {
    for statement in sample.lines().filter(|line| !line.is_empty()) {
        db.write(|tx| tx.run(statement.trim_end_matches(';'), &[]))
            .unwrap_or_else(|error| panic!("{statement}: {error}"));
    }
}

#[test]
fn every_migration_has_sample_rows_for_every_table_it_makes() {
    assert_eq!(SAMPLES.len(), migrate::ALL.len(), "a migration without sample rows");
    for (one, sample) in migrate::ALL.iter().zip(SAMPLES) {
        for table in one.sql.split("CREATE TABLE ").skip(1).filter_map(|rest| rest.split_whitespace().next()) {
            assert!(sample.contains(&format!("INSERT INTO {table} ")), "{}: no row of {table}", one.name);
        }
    }
}

#[test]
fn a_database_of_any_version_keeps_its_rows_through_all_later_migrations() {
    for from in 1..=migrate::ALL.len() {
        let folder = tempfile::tempdir().unwrap();
        let db = Db::open(&folder.path().join("rung.db")).unwrap();
        migrate::up_to(&db, 5, from).unwrap();
        SAMPLES.iter().take(from).for_each(|sample| fill(&db, sample));
        let before = dump::canonical(&db).unwrap();
        migrate::migrate(&db, 6).unwrap();
        let after = dump::canonical(&db).unwrap();
        for line in before.lines().filter(|line| line.starts_with("  ") && !line.contains("\" 5")) {
            assert!(after.contains(line), "from version {from}: lost {line}");
        }
        assert_eq!(migrate::version(&db).unwrap(), migrate::ALL.len() as i64);
        SAMPLES.iter().skip(from).for_each(|sample| fill(&db, sample));
        assert_eq!(migrate::migrate(&db, 7).unwrap(), 0, "a second time there is nothing to do");
    }
}

#[test]
fn a_database_of_a_newer_program_is_left_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let db = Db::open(&folder.path().join("rung.db")).unwrap();
    migrate::migrate(&db, 5).unwrap();
    db.write(|tx| tx.run("INSERT INTO migration (number, name, at) VALUES (99, 'later', 5)", &[])).unwrap();
    let before = dump::canonical(&db).unwrap();
    assert!(matches!(migrate::migrate(&db, 6), Err(StoreError::Newer { found: 99, .. })));
    assert_eq!(dump::canonical(&db).unwrap(), before);
}
