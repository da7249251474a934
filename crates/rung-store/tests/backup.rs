//! Backups: whole while others write, refused where a byte changed, never empty.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::sync::atomic::{AtomicBool, Ordering};

use proptest::prelude::*;
use rung_store::{
    Db, backup,
    document::{self, Document},
    dump, migrate, organisation,
};

fn open(folder: &tempfile::TempDir) -> Db {
    let db = Db::open(&folder.path().join("rung.db")).unwrap();
    migrate::migrate(&db, 0).unwrap();
    db.write(|tx| organisation::found(tx, 1, "Orchard", "UTC", 5)).unwrap();
    db
}

fn write(db: &Db, number: i64) {
    let one = Document {
        owner: "ana".into(),
        name: format!("{number}"),
        version: 0,
        written: number,
        author: "a".into(),
        note: String::new(),
        body: "x".repeat(300),
    };
    // Two rows that belong together: a backup has both or none.
    db.write(|tx| {
        document::write(tx, 1, &one)?;
        document::write(tx, 1, &Document { owner: "ben".into(), ..one.clone() })
    })
    .unwrap();
}

#[test]
fn fifty_backups_while_somebody_writes_are_each_whole_and_restore_to_what_they_hold() {
    let folder = tempfile::tempdir().unwrap();
    let db = open(&folder);
    let over = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            let mut number = 0;
            while !over.load(Ordering::Relaxed) {
                write(&db, number);
                number += 1;
            }
        });
        for turn in 0..50 {
            let file = folder.path().join(format!("{turn}.bak"));
            let made = backup::backup(&db, &file).unwrap();
            assert_eq!(backup::verify(&file).unwrap(), made);
            let restored = folder.path().join(format!("{turn}.db"));
            backup::restore(&file, &restored).unwrap();
            let other = Db::open(&restored).unwrap();
            let count = |owner: &str| other.read(|tx| document::state(tx, 1, owner)).unwrap();
            assert_eq!(count("ana"), count("ben"), "a transaction was torn");
            assert!(other.faults().unwrap().is_empty());
        }
        over.store(true, Ordering::Relaxed);
    });
    let last = folder.path().join("last.bak");
    backup::backup(&db, &last).unwrap();
    let restored = folder.path().join("last.db");
    backup::restore(&last, &restored).unwrap();
    assert_eq!(dump::canonical(&Db::open(&restored).unwrap()).unwrap(), dump::canonical(&db).unwrap());
}

#[test]
fn nothing_is_written_over_and_nothing_that_is_no_backup_is_restored() {
    let folder = tempfile::tempdir().unwrap();
    let db = open(&folder);
    let file = folder.path().join("own.bak");
    backup::backup(&db, &file).unwrap();
    assert!(backup::backup(&db, &file).is_err(), "a file that is there is not written over");
    assert!(backup::restore(&file, db.file()).is_err(), "a database that is there is not written over");
    for (name, bytes) in
        [("empty", Vec::new()), ("text", b"hello".to_vec()), ("raw", std::fs::read(db.file()).unwrap())]
    {
        let file = folder.path().join(name);
        std::fs::write(&file, bytes).unwrap();
        assert!(backup::restore(&file, &folder.path().join("new.db")).is_err(), "{name}");
        assert!(!folder.path().join("new.db").exists(), "{name}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(50))]

    #[test]
    fn one_changed_byte_is_refused_wherever_it_is(place in 0.0..1.0_f64, bit in 0..8_u8) {
        let folder = tempfile::tempdir().unwrap();
        let db = open(&folder);
        write(&db, 1);
        let file = folder.path().join("own.bak");
        backup::backup(&db, &file).unwrap();
        let mut bytes = std::fs::read(&file).unwrap();
        let at = (place * bytes.len() as f64) as usize;
        bytes[at] ^= 1 << bit;
        std::fs::write(&file, &bytes).unwrap();
        prop_assert!(backup::verify(&file).is_err());
        prop_assert!(backup::restore(&file, &folder.path().join("new.db")).is_err());
        prop_assert!(!folder.path().join("new.db").exists());
    }

    #[test]
    fn a_backup_that_was_cut_short_is_refused(keep in 0.0..1.0_f64) {
        let folder = tempfile::tempdir().unwrap();
        let db = open(&folder);
        let file = folder.path().join("own.bak");
        backup::backup(&db, &file).unwrap();
        let bytes = std::fs::read(&file).unwrap();
        std::fs::write(&file, &bytes[..(keep * bytes.len() as f64) as usize]).unwrap();
        prop_assert!(backup::verify(&file).is_err());
    }
}
