//! What fuzzing holds CODEOWNERS to: no panic, and the index says what asking every line would say.

use super::{Dialect, Owners, Ownership, from_root, pattern::segments};

/// Reads any bytes as a file of each dialect, and asks it for the path in its first line. Panics where a law is broken.
pub fn probe(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let (path, text) = text.split_once('\n').unwrap_or(("a/b.c", &text));
    for dialect in [Dialect::GitHub, Dialect::GitLab] {
        let (owners, problems) = Owners::parse("probe", text, dialect);
        let lines = text.lines().count();
        assert!(problems.iter().all(|problem| problem.line.is_none_or(|line| line <= lines)), "lines that are there");
        let names = segments(from_root(path));
        let fits = owners.rules.iter().any(|rule| rule.pattern.fits(&names));
        assert_eq!(owners.of(path) != Ownership::Unmatched, fits, "{path}");
    }
}
