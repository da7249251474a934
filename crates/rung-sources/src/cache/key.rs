//! What an entry is found by: a sum over everything that what is in it depends on.

use std::{
    fmt,
    fs::File,
    io::Read,
    path::{Path, PathBuf},
};

use sha2::{Digest, Sha256};

use super::store::Cache;

/// The name of an entry.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Key([u8; 32]);

impl Key {
    /// The key of what `parts` and this program alone decide.
    pub fn of(cache: &Cache, parts: &[&[u8]]) -> Self {
        let mut sum = Sha256::new();
        for part in [cache.program().as_bytes()].iter().chain(parts) {
            sum.update((part.len() as u64).to_le_bytes());
            sum.update(part);
        }
        Self(sum.finalize().into())
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// A sum over the contents of a file, or of all files below a folder with their names; folders behind links are left
/// out, as sources do. `None` where something cannot be read: nothing is kept of such a source, and its problems are
/// told anew each time.
pub fn contents(path: &Path) -> Option<[u8; 32]> {
    let mut sum = Sha256::new();
    let mut buffer = vec![0; 1 << 16];
    let mut open = vec![path.to_owned()];
    while let Some(at) = open.pop() {
        let name = at.as_os_str().as_encoded_bytes();
        sum.update((name.len() as u64).to_le_bytes());
        sum.update(name);
        if at.is_dir() {
            if at.is_symlink() && at != path {
                continue;
            }
            let inside = std::fs::read_dir(&at).ok()?.map(|entry| entry.map(|entry| entry.path()));
            let mut inside: Vec<PathBuf> = inside.collect::<Result<_, _>>().ok()?;
            inside.sort();
            sum.update((inside.len() as u64).to_le_bytes());
            open.extend(inside);
            continue;
        }
        let mut file = File::open(&at).ok()?;
        sum.update(file.metadata().ok()?.len().to_le_bytes());
        loop {
            match file.read(&mut buffer).ok()? {
                0 => break,
                count => sum.update(&buffer[..count]),
            }
        }
    }
    Some(sum.finalize().into())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn a_key_changes_with_every_part_and_with_the_program() {
        let key = |program: &str, parts: &[&str]| {
            Key::of(
                &Cache::at("", program, jiff::Timestamp::UNIX_EPOCH),
                &parts.iter().map(|part| part.as_bytes()).collect::<Vec<_>>(),
            )
        };
        let one = key("a", &["x", "y"]);
        assert_eq!(one, key("a", &["x", "y"]));
        for other in [key("b", &["x", "y"]), key("a", &["xy"]), key("a", &["x", "y", ""]), key("a", &["", "xy"])] {
            assert_ne!(one, other);
        }
    }

    #[test]
    fn contents_change_with_a_byte_a_name_and_a_file() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::create_dir(at("in")).unwrap();
        fs::write(at("in/a.json"), "1").unwrap();
        let mut seen = vec![contents(folder.path()).unwrap()];
        let next = |seen: &mut Vec<[u8; 32]>| {
            let sum = contents(folder.path()).unwrap();
            assert!(!seen.contains(&sum));
            seen.push(sum);
        };
        fs::write(at("in/a.json"), "2").unwrap();
        next(&mut seen);
        fs::rename(at("in/a.json"), at("in/b.json")).unwrap();
        next(&mut seen);
        fs::write(at("in/c.json"), "").unwrap();
        next(&mut seen);
        fs::write(at("in/b.json"), "1").unwrap();
        fs::rename(at("in/b.json"), at("in/a.json")).unwrap();
        fs::remove_file(at("in/c.json")).unwrap();
        assert_eq!(contents(folder.path()), Some(seen[0]));
        assert_eq!(contents(&at("none")), None);
    }
}
