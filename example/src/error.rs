//! What can go wrong while the example's files are written.

use std::{io, path::PathBuf};

/// The example organisation could not be written.
#[derive(Debug, thiserror::Error)]
pub enum ExampleError {
    /// A file or folder could not be made.
    #[error("cannot write {}: {source}. Name a folder that you may write to and that has about 30 MB left", path.display())]
    Write {
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// A git object could not be encoded.
    #[error("cannot make a git object of the example: {0}. This is a defect of the example, please report it")]
    Object(String),
}

impl From<io::Error> for ExampleError {
    fn from(source: io::Error) -> Self {
        Self::Write { path: PathBuf::from("a file of the example"), source }
    }
}

impl ExampleError {
    /// Names the file an error of the system belongs to.
    pub(crate) fn at(path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |source| Self::Write { path, source }
    }
}
