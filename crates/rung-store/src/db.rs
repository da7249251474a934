//! The seam: the only file that names a database driver.
//!
//! Statements are written once, in the portable subset (`$1` placeholders; BIGINT, DOUBLE PRECISION, TEXT, BYTEA;
//! `ON CONFLICT .. DO UPDATE`), and reach a driver here. Embedded, that is SQLite: one connection writes, several read,
//! and readers never wait for the writer.

use std::{
    path::{Path, PathBuf},
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use rusqlite::{Connection, OpenFlags, types::ValueRef};

use crate::error::StoreError;

/// A value handed to a statement.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Nothing.
    Null,
    /// A whole number, a moment in epoch seconds, or a yes (1) or no (0).
    Int(i64),
    /// A number.
    Real(f64),
    /// Text.
    Text(String),
    /// Bytes.
    Bytes(Vec<u8>),
}

macro_rules! from {
    ($($own:ty => $make:expr),* $(,)?) => { $(
        impl From<$own> for Value {
            fn from(value: $own) -> Self {
                $make(value)
            }
        }
    )* };
}

from! {
    i64 => Value::Int,
    u32 => |value| Value::Int(i64::from(value)),
    bool => |value| Value::Int(i64::from(value)),
    f64 => Value::Real,
    &str => |value: &str| Value::Text(value.to_owned()),
    &String => |value: &String| Value::Text(value.clone()),
    String => Value::Text,
    &[u8] => |value: &[u8]| Value::Bytes(value.to_vec()),
    Vec<u8> => Value::Bytes,
    &[u8; 32] => |value: &[u8; 32]| Value::Bytes(value.to_vec()),
    &[u8; 16] => |value: &[u8; 16]| Value::Bytes(value.to_vec()),
}

impl<T: Into<Self>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

/// The values of a statement, in the order of their placeholders.
#[macro_export]
macro_rules! values {
    ($($value:expr),* $(,)?) => { &[$($crate::Value::from($value)),*] };
}

impl rusqlite::ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
        let value = match self {
            Self::Null => ValueRef::Null,
            Self::Int(value) => ValueRef::Integer(*value),
            Self::Real(value) => ValueRef::Real(*value),
            Self::Text(value) => ValueRef::Text(value.as_bytes()),
            Self::Bytes(value) => ValueRef::Blob(value),
        };
        Ok(rusqlite::types::ToSqlOutput::Borrowed(value))
    }
}

/// One row of an answer; columns count from 0.
#[derive(Debug)]
pub struct Row<'a>(&'a rusqlite::Row<'a>);

impl Row<'_> {
    /// A whole number.
    pub fn int(&self, column: usize) -> Result<i64, StoreError> {
        Ok(self.0.get(column)?)
    }

    /// A whole number, or nothing.
    pub fn int_or_none(&self, column: usize) -> Result<Option<i64>, StoreError> {
        Ok(self.0.get(column)?)
    }

    /// A yes or no.
    pub fn flag(&self, column: usize) -> Result<bool, StoreError> {
        Ok(self.int(column)? != 0)
    }

    /// A number.
    pub fn real(&self, column: usize) -> Result<f64, StoreError> {
        Ok(self.0.get(column)?)
    }

    /// Text.
    pub fn text(&self, column: usize) -> Result<String, StoreError> {
        Ok(self.0.get(column)?)
    }

    /// Text, or nothing.
    pub fn text_or_none(&self, column: usize) -> Result<Option<String>, StoreError> {
        Ok(self.0.get(column)?)
    }

    /// Bytes.
    pub fn bytes(&self, column: usize) -> Result<Vec<u8>, StoreError> {
        Ok(self.0.get(column)?)
    }

    /// Bytes of a known length.
    pub fn sum(&self, column: usize) -> Result<[u8; 32], StoreError> {
        let bytes: Vec<u8> = self.0.get(column)?;
        bytes.try_into().map_err(|_| StoreError::Damaged("a sum has not its 32 bytes".to_owned()))
    }
}

/// A transaction: statements that take effect together, or not at all.
#[derive(Debug)]
pub struct Tx<'a>(&'a Connection);

impl Tx<'_> {
    /// Runs a statement and says how many rows it touched.
    pub fn run(&self, sql: &str, values: &[Value]) -> Result<usize, StoreError> {
        let mut statement = self.0.prepare_cached(&placeholders(sql))?;
        Ok(statement.execute(rusqlite::params_from_iter(values))?)
    }

    /// Every row of a question, as `read` makes it.
    pub fn all<T>(
        &self,
        sql: &str,
        values: &[Value],
        mut read: impl FnMut(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<Vec<T>, StoreError> {
        let mut statement = self.0.prepare_cached(&placeholders(sql))?;
        let mut rows = statement.query(rusqlite::params_from_iter(values))?;
        let mut all = Vec::new();
        while let Some(row) = rows.next()? {
            all.push(read(&Row(row))?);
        }
        Ok(all)
    }

    /// The first row of a question, where there is one.
    pub fn one<T>(
        &self,
        sql: &str,
        values: &[Value],
        read: impl FnMut(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<Option<T>, StoreError> {
        Ok(self.all(sql, values, read)?.into_iter().next())
    }

    /// Several statements without values: a migration.
    pub(crate) fn batch(&self, sql: &str) -> Result<(), StoreError> {
        Ok(self.0.execute_batch(sql)?)
    }
}

/// `$1` as this driver numbers placeholders.
fn placeholders(sql: &str) -> String {
    sql.replace('$', "?")
}

/// A database.
#[derive(Debug)]
pub struct Db {
    file: PathBuf,
    writer: Mutex<Connection>,
    readers: Mutex<Vec<Connection>>,
}

/// A connection that goes back to the others when it is dropped.
struct Lent<'a>(&'a Db, Option<Connection>);

impl Drop for Lent<'_> {
    fn drop(&mut self) {
        if let Some(connection) = self.1.take() {
            held(&self.0.readers).push(connection);
        }
    }
}

/// What a lock guards; a thread that panicked with it left nothing half done, since transactions roll back.
fn held<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Db {
    /// Opens the database of a file, which is made where there is none. Tables are [`crate::migrate`]'s matter.
    ///
    /// # Errors
    /// [`StoreError`] where the file cannot be opened or is no database.
    pub fn open(file: &Path) -> Result<Self, StoreError> {
        let writer = connection(file)?;
        writer.pragma_update(None, "journal_mode", "WAL")?;
        Ok(Self { file: file.to_owned(), writer: Mutex::new(writer), readers: Mutex::new(Vec::new()) })
    }

    /// Where it is.
    pub fn file(&self) -> &Path {
        &self.file
    }

    /// Reads: everything inside sees one and the same state.
    pub fn read<T>(&self, work: impl FnOnce(&Tx<'_>) -> Result<T, StoreError>) -> Result<T, StoreError> {
        let waiting = held(&self.readers).pop();
        let lent = match waiting {
            Some(connection) => Lent(self, Some(connection)),
            None => Lent(self, Some(connection(&self.file)?)),
        };
        let Some(connection) = &lent.1 else { return Err(StoreError::Damaged("a connection is gone".to_owned())) };
        connection.execute_batch("BEGIN DEFERRED")?;
        let done = work(&Tx(connection));
        connection.execute_batch("COMMIT")?;
        done
    }

    /// Writes: all of it, or nothing where `work` fails. When this returns, it is on disk.
    pub fn write<T>(&self, work: impl FnOnce(&Tx<'_>) -> Result<T, StoreError>) -> Result<T, StoreError> {
        let mut writer = held(&self.writer);
        let transaction = writer.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
        let done = work(&Tx(&transaction))?;
        transaction.commit()?;
        Ok(done)
    }

    /// Writes a copy of the whole database to a new file, as of one moment, while others go on writing.
    ///
    /// # Errors
    /// [`StoreError`] where the file is there already or cannot be written.
    pub fn copy_to(&self, file: &Path) -> Result<(), StoreError> {
        let source = connection(&self.file)?;
        source.execute("VACUUM INTO ?1", [file.to_string_lossy().as_ref()])?;
        Ok(())
    }

    /// What the database says of its own pages; empty where they are sound.
    pub fn faults(&self) -> Result<Vec<String>, StoreError> {
        self.read(|tx| tx.all("PRAGMA integrity_check", &[], |row| row.text(0)))
            .map(|said| said.into_iter().filter(|line| line != "ok").collect())
    }

    /// Every row of a table as text, its columns in order.
    pub(crate) fn rows_as_text(&self, table: &str) -> Result<Vec<String>, StoreError> {
        self.read(|tx| {
            tx.all(&format!("SELECT * FROM {table}"), &[], |row| {
                let count = row.0.as_ref().column_count();
                let cells: Result<Vec<String>, StoreError> = (0..count)
                    .map(|at| {
                        Ok(match row.0.get_ref(at)? {
                            ValueRef::Null => "-".to_owned(),
                            ValueRef::Integer(value) => value.to_string(),
                            ValueRef::Real(value) => format!("{value:?}"),
                            ValueRef::Text(value) => format!("{:?}", String::from_utf8_lossy(value)),
                            ValueRef::Blob(value) => value.iter().map(|byte| format!("{byte:02x}")).collect(),
                        })
                    })
                    .collect();
                Ok(cells?.join(" "))
            })
        })
    }

    /// Tables there are, by name.
    pub fn tables(&self) -> Result<Vec<String>, StoreError> {
        let sql = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name";
        self.read(|tx| tx.all(sql, &[], |row| row.text(0)))
    }
}

fn connection(file: &Path) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(file, flags)?;
    connection.busy_timeout(Duration::from_secs(10))?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "cache_size", -4_000)?;
    connection.set_prepared_statement_cache_capacity(64);
    Ok(connection)
}
