//! The cellar of Rung: the only place that knows SQL, and the only one that knows which database holds it.
//!
//! ```
//! # fn main() -> Result<(), rung_store::StoreError> {
//! # let folder = tempfile::tempdir().unwrap();
//! let db = rung_store::Db::open(&folder.path().join("rung.db"))?;
//! rung_store::migrate::migrate(&db, 0)?;
//! db.write(|tx| rung_store::organisation::found(tx, 1, "Halden Freight", "UTC", 0))?;
//! let name = db.read(|tx| rung_store::organisation::get(tx, 1))?.map(|own| own.name);
//! assert_eq!(name.as_deref(), Some("Halden Freight"));
//! # Ok(())
//! # }
//! ```
//!
//! One file a table (or two that belong together), one function a statement. Every table is keyed by organisation first;
//! every function takes a transaction, so that what belongs together is written together. Moments are epoch seconds,
//! days are days since 1970-01-01, weeks are the day of their Monday. What is here knows no right: who may see what is
//! asked in `rung-app/src/access.rs` alone.
//!
//! | file | what it keeps |
//! |---|---|
//! | [`db`] | the seam to the driver |
//! | [`migrate`] | the tables, by version |
//! | [`organisation`], [`account`], [`session`], [`invitation`], [`token`] | who may log in |
//! | [`document`], [`blind`], [`setting`] | what people wrote |
//! | [`source`], [`evidence`], [`ledger`] | what sources gave |
//! | [`snapshot`], [`published`] | what was shared, and what was made public of several people |
//! | [`job`] | work in the background |
//! | [`access`] | who looked |
//! | [`erase`], [`retain`], [`backup`], [`dump`] | removal, retention, copies, everything as text |

pub mod access;
pub mod account;
pub mod backup;
pub mod blind;
pub mod db;
pub mod document;
pub mod dump;
pub mod erase;
pub mod error;
pub mod evidence;
pub mod invitation;
pub mod job;
pub mod ledger;
pub mod migrate;
pub mod organisation;
pub mod published;
pub mod retain;
pub mod session;
pub mod setting;
pub mod snapshot;
pub mod source;
pub mod token;

pub use db::{Db, Row, Tx, Value};
pub use error::StoreError;
