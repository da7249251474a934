//! Everything a database holds as text, the same for the same contents: what backups and moves are compared by.

use crate::{Db, StoreError};

/// Every row of every table, one a line, in an order that depends on nothing but the rows.
pub fn canonical(db: &Db) -> Result<String, StoreError> {
    let mut out = String::new();
    for table in db.tables()? {
        let mut lines = db.rows_as_text(&table)?;
        lines.sort();
        out.push_str(&format!("{table}\n"));
        for line in lines {
            out.push_str(&format!("  {line}\n"));
        }
    }
    Ok(out)
}
