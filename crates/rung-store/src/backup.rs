//! Backups: a copy of the whole database with its sum at the end, so that a damaged one is never restored.
//!
//! ```text
//! database bytes | 32 bytes SHA-256 of them | "RUNGBAK1"
//! ```

use std::{
    fs,
    io::{Read, Write},
    path::{Path, PathBuf},
};

use sha2::{Digest, Sha256};

use crate::{Db, StoreError, migrate};

const MARK: &[u8; 8] = b"RUNGBAK1";
const FOOT: usize = 32 + MARK.len();

/// What a backup is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    /// Bytes of the database in it.
    pub bytes: u64,
    /// Version of its tables.
    pub version: i64,
    /// Tables in it.
    pub tables: usize,
}

fn failed(path: &Path) -> impl Fn(std::io::Error) -> StoreError {
    let path = path.display().to_string();
    move |cause| StoreError::File { path: path.clone(), cause }
}

fn beside(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.file_name().unwrap_or_default().to_os_string();
    name.push(ending);
    file.with_file_name(name)
}

/// Writes a backup, as of one moment, while others go on writing. The file appears when it is whole.
///
/// # Errors
/// [`StoreError::Exists`] where the file is there already; [`StoreError`] where it cannot be written.
pub fn backup(db: &Db, file: &Path) -> Result<Verified, StoreError> {
    if file.exists() {
        return Err(StoreError::Exists { what: "file", id: file.display().to_string() });
    }
    let part = beside(file, ".part");
    let _ = fs::remove_file(&part);
    db.copy_to(&part)?;
    let sum = sum_of(&part)?;
    let mut whole = fs::OpenOptions::new().append(true).open(&part).map_err(failed(&part))?;
    whole
        .write_all(&sum)
        .and_then(|()| whole.write_all(MARK))
        .and_then(|()| whole.sync_all())
        .map_err(failed(&part))?;
    drop(whole);
    private(&part)?;
    let verified = verify(&part)?;
    fs::rename(&part, file).map_err(failed(file))?;
    Ok(verified)
}

/// Looks at a backup: its sum, its pages, its version.
///
/// # Errors
/// [`StoreError::Backup`] with what is wrong with it.
pub fn verify(file: &Path) -> Result<Verified, StoreError> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let copy = folder.join(format!(".{}.looked-at", file.file_name().unwrap_or_default().to_string_lossy()));
    let looked = unpack(file, &copy).and_then(|bytes| {
        let wrong = |why: String| StoreError::Backup { path: file.display().to_string(), why };
        let db = Db::open(&copy).map_err(|error| wrong(error.to_string()))?;
        let faults = db.faults().map_err(|error| wrong(error.to_string()))?;
        if let Some(fault) = faults.first() {
            return Err(wrong(fault.clone()));
        }
        let version = migrate::version(&db).map_err(|error| wrong(error.to_string()))?;
        if version > migrate::ALL.len() as i64 {
            return Err(StoreError::Newer { found: version, known: migrate::ALL.len() as i64 });
        }
        Ok(Verified { bytes, version, tables: db.tables()?.len() })
    });
    remove(&copy);
    looked
}

/// Restores a backup as the database of a file, which must not be there.
///
/// # Errors
/// [`StoreError::Exists`] where a database is there; [`StoreError::Backup`] where the backup cannot be used.
pub fn restore(file: &Path, database: &Path) -> Result<Verified, StoreError> {
    if database.exists() {
        return Err(StoreError::Exists { what: "database", id: database.display().to_string() });
    }
    let verified = verify(file)?;
    let part = beside(database, ".part");
    unpack(file, &part)?;
    fs::rename(&part, database).map_err(failed(database))?;
    private(database)?;
    Ok(verified)
}

/// Writes the database in a backup to a file, where the sum is right.
fn unpack(file: &Path, to: &Path) -> Result<u64, StoreError> {
    let wrong = |why: &str| StoreError::Backup { path: file.display().to_string(), why: why.to_owned() };
    let mut bytes = fs::read(file).map_err(failed(file))?;
    if bytes.len() < FOOT + 512 || !bytes.ends_with(MARK) {
        return Err(wrong("it is no whole backup of Rung: its end is not there"));
    }
    let foot = bytes.split_off(bytes.len() - FOOT);
    if Sha256::digest(&bytes).as_slice() != &foot[..32] {
        return Err(wrong("its sum is not what was written: a byte of it changed"));
    }
    let mut out = fs::File::create(to).map_err(failed(to))?;
    out.write_all(&bytes).and_then(|()| out.sync_all()).map_err(failed(to))?;
    Ok(bytes.len() as u64)
}

fn sum_of(file: &Path) -> Result<[u8; 32], StoreError> {
    let mut sum = Sha256::new();
    let mut open = fs::File::open(file).map_err(failed(file))?;
    let mut piece = vec![0; 1 << 20];
    loop {
        let read = open.read(&mut piece).map_err(failed(file))?;
        if read == 0 {
            return Ok(sum.finalize().into());
        }
        sum.update(&piece[..read]);
    }
}

fn remove(database: &Path) {
    for ending in ["", "-wal", "-shm"] {
        let _ = fs::remove_file(beside(database, ending));
    }
}

/// Readable by its owner alone.
fn private(file: &Path) -> Result<(), StoreError> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(file, fs::Permissions::from_mode(0o600)).map_err(failed(file))?;
    }
    #[cfg(not(unix))]
    let _ = file;
    Ok(())
}
