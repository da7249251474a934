//! What can go wrong with a store.

/// Why a store did not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The database refused.
    #[error("the database says: {0}")]
    Database(#[from] rusqlite::Error),
    /// A file beside the database.
    #[error("{path}: {cause}")]
    File {
        /// The file.
        path: String,
        /// What the system says.
        cause: std::io::Error,
    },
    /// What is stored is not what was written.
    #[error("the database is damaged: {0}")]
    Damaged(String),
    /// The database was written by a newer Rung.
    #[error("the database is of version {found}, and this Rung knows up to {known}")]
    Newer {
        /// Version of the database.
        found: i64,
        /// Newest version this program knows.
        known: i64,
    },
    /// A backup that cannot be used.
    #[error("{path} cannot be restored: {why}")]
    Backup {
        /// The file.
        path: String,
        /// What is wrong with it.
        why: String,
    },
    /// Something that is there already.
    #[error("there is a {what} called `{id}` already")]
    Exists {
        /// What it is.
        what: &'static str,
        /// Its name.
        id: String,
    },
}

impl StoreError {
    /// What to do next.
    pub fn hints(&self) -> Vec<String> {
        match self {
            Self::Database(_) | Self::File { .. } => {
                vec![
                    "check that the data directory can be written and is not full; `rung doctor` looks at it"
                        .to_owned(),
                ]
            }
            Self::Damaged(_) => {
                vec!["restore the last backup: `rung restore FILE`; `rung doctor` says more".to_owned()]
            }
            Self::Newer { .. } => vec!["run the newer Rung, or restore a backup of this version".to_owned()],
            Self::Backup { .. } => vec!["nothing was changed; `rung verify FILE` looks at another backup".to_owned()],
            Self::Exists { .. } => vec!["choose another name".to_owned()],
        }
    }
}
