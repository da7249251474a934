//! GitLab: sections, exclusions, roles, and patterns that fit files only.

use rung_sources::owners::{Dialect, Owners, Ownership};

use crate::{clean, says};

#[test]
fn patterns_fit_files_at_any_depth() {
    let table: &[(&str, &[&str], &[&str])] = &[
        ("*", &["a", "a/b", "a/.b"], &[]),
        ("README.md", &["README.md", "a/b/README.md"], &["README.md/a"]),
        ("/README.md", &["README.md"], &["a/README.md"]),
        ("docs", &["docs", "a/docs"], &["docs/a"]),
        ("docs/", &["docs/a", "docs/a/b", "x/docs/a"], &["docs"]),
        ("/docs/", &["docs/a", "docs/a/b"], &["x/docs/a"]),
        ("docs/*", &["docs/a", "x/docs/a"], &["docs/a/b"]),
        ("/docs/**/*.md", &["docs/a.md", "docs/a/b/c.md"], &["docs/a.rb", "a.md"]),
        ("internal/README.md", &["internal/README.md", "a/internal/README.md"], &["README.md"]),
        ("*.rb", &["a.rb", "a/b.rb"], &["a.rb/c"]),
        ("[ab].rb", &["a.rb", "x/b.rb"], &["c.rb"]),
        ("?[!0-9].rb", &["ab.rb"], &["a1.rb"]),
        (r"\#a.rb", &["#a.rb"], &["a.rb"]),
        (r"with\ space/", &["with space/a"], &["with/space"]),
    ];
    for (pattern, fit, do_not) in table {
        // A heading first: a line that starts with a bracket is one.
        let pattern_line = if pattern.starts_with('[') { format!("/**/{pattern}") } else { (*pattern).to_owned() };
        let owners = clean(&format!("{pattern_line} @ines\n"), Dialect::GitLab);
        for path in *fit {
            assert_ne!(owners.of(path), Ownership::Unmatched, "{pattern} should fit {path}");
        }
        for path in *do_not {
            assert_eq!(owners.of(path), Ownership::Unmatched, "{pattern} should not fit {path}");
        }
    }
}

#[test]
fn each_section_decides_for_itself() {
    let owners = clean(
        "* @general\n\
         \n\
         [Docs][2] @docs @harbour/pay/docs\n\
         docs/\n\
         README.md\n\
         docs/api/ @@maintainers\n\
         \n\
         ^[Database] @database\n\
         db/\n\
         db/README.md @ines\n\
         db/open/\n\
         !db/generated/\n\
         \n\
         [No defaults]\n\
         assets/\n\
         \n\
         [DOCS]\n\
         docs/late/ @late\n",
        Dialect::GitLab,
    );
    for (path, expected) in [
        ("src/a.rs", "general :1"),
        ("docs/a.md", "general docs harbour/pay/docs :4"),
        ("docs/api/a.md", "general maintainers :6"),
        ("db/README.md", "general docs harbour/pay/docs ines :10"),
        ("db/a.sql", "general database :9"),
        ("db/generated/a.sql", "general :1"),
        ("docs/late/a", "general late :18"),
        ("assets/a.png", "general :1"),
    ] {
        assert_eq!(says(&owners, path), expected, "{path}");
    }
    let alone = clean("[Assets]\nassets/\n!db/\ndb/ @ines\n", Dialect::GitLab);
    assert_eq!(says(&alone, "assets/a"), "nobody :2");
    assert_eq!(says(&alone, "db/a"), "nobody :3", "an exclusion holds wherever it stands");
    assert_eq!(says(&alone, "src/a"), "-");
}

#[test]
fn the_dialect_is_that_of_the_folder_or_of_the_headings() {
    let folder = tempfile::tempdir().unwrap();
    let read = |place: &str, text: &str| {
        let place = folder.path().join(place);
        std::fs::create_dir_all(&place).unwrap();
        std::fs::write(place.join("CODEOWNERS"), text).unwrap();
        Owners::read(&place.join("CODEOWNERS")).0.dialect()
    };
    assert_eq!(read(".github", "[Docs] @a\n"), Dialect::GitHub);
    assert_eq!(read(".gitlab", "* @a\n"), Dialect::GitLab);
    assert_eq!(read("docs", "* @a\n^[Docs][2] @a\n"), Dialect::GitLab);
    assert_eq!(read("docs", "* @@owners\n"), Dialect::GitLab);
    assert_eq!(read("docs", "* @a\n"), Dialect::GitHub);
}
