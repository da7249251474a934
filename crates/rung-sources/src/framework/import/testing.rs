//! Frameworks made of texts, for the tests of the importers.

use super::{Imported, import};

/// Imports files that are written for this one test.
pub(super) fn import_files(files: &[(&str, &str)]) -> Imported {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    import(folder.path(), None, &crate::progress::Silent)
}
