//! Which path fits which pattern on GitHub.

use rung_sources::owners::{Dialect, Ownership, find};

use crate::{clean, says};

/// A pattern, paths that fit, paths that do not.
const TABLE: &[(&str, &[&str], &[&str])] = &[
    ("*", &["a", "a.js", ".hidden", "a/b/c.rs"], &[]),
    ("**", &["a", "a/b/c"], &[]),
    ("/**", &["a", "a/b/c"], &[]),
    ("*.js", &["a.js", "src/a.js", "a/b/.js", "old.js/readme"], &["a.jsx", "a.JS", "js"]),
    ("/*.js", &["a.js"], &["src/a.js"]),
    ("/*", &["a", ".b"], &["a/b", "a/b/c"]),
    (
        "/build/logs/",
        &["build/logs/a", "build/logs/a/b"],
        &["build/logs", "x/build/logs/a", "build/logsx/a", "Build/logs/a"],
    ),
    ("build/logs/", &["build/logs/a"], &["x/build/logs/a"]),
    ("docs/*", &["docs/start.md"], &["docs/app/trouble.md", "x/docs/start.md", "docs"]),
    ("/docs/*", &["docs/start.md"], &["docs/app/trouble.md"]),
    ("docs/*/", &["docs/app/trouble.md", "docs/app/a/b"], &["docs/start.md"]),
    ("docs/**", &["docs/a", "docs/a/b"], &["docs", "x/docs/a"]),
    ("docs/**/", &["docs/a", "docs/a/b"], &["docs", "x/docs/a"]),
    ("apps/", &["apps/a", "x/apps/a/b"], &["apps", "x/apps", "myapps/a"]),
    ("apps", &["apps", "x/apps", "apps/a", "x/apps/a/b"], &["apps.md", "myapps"]),
    ("/apps", &["apps", "apps/a"], &["x/apps", "appsx/a"]),
    ("/docs/", &["docs/a", "docs/a/b"], &["docs", "x/docs/a"]),
    ("/scripts/", &["scripts/run.sh"], &["x/scripts/run.sh"]),
    ("**/logs", &["logs", "build/logs", "scripts/logs/a", "deeply/nested/logs/a/b"], &["mylogs", "logs.txt"]),
    ("**/logs/", &["logs/a", "build/logs/a"], &["logs", "build/logs"]),
    ("/apps/github", &["apps/github", "apps/github/a"], &["apps/githubx", "x/apps/github"]),
    ("src/**/test", &["src/test", "src/a/test/b", "src/a/b/test"], &["src/testing", "x/src/test", "src/a/tests"]),
    ("src/**/b*", &["src/bar", "src/a/bar/baz", "src/x/y/b"], &["src/a/c"]),
    ("a/*/c", &["a/b/c", "a/b/c/d"], &["a/c", "a/b/b/c"]),
    ("**/*test*", &["test", "a/latest/b", "a/b/tests.rs"], &["a/tes"]),
    ("*/b", &["a/b", "a/b/c"], &["b", "x/a/b"]),
    ("f?o", &["foo", "a/fao/b"], &["fo", "fooo", "f/o"]),
    (r"f\*o", &["f*o"], &["foo"]),
    (r"my\ docs/", &["my docs/a"], &["my\\ docs/a", "my/docs/a"]),
    ("a.b", &["a.b", "x/a.b"], &["axb"]),
    ("(a)+$.md", &["(a)+$.md"], &["a.md"]),
    ("Makefile", &["Makefile", "a/Makefile"], &["makefile"]),
    ("c#.md", &["c#.md"], &["c"]),
    ("**foo", &["foo", "x/barfoo"], &["food"]),
    ("größe/*.md", &["größe/ä.md"], &["grösse/a.md"]),
];

#[test]
fn patterns_fit_the_paths_that_github_says() {
    for (pattern, fit, do_not) in TABLE {
        let owners = clean(&format!("{pattern} @ines\n"), Dialect::GitHub);
        for path in *fit {
            assert_ne!(owners.of(path), Ownership::Unmatched, "{pattern} should fit {path}");
            assert_eq!(owners.of(&format!("/{path}")), owners.of(path));
        }
        for path in *do_not {
            assert_eq!(owners.of(path), Ownership::Unmatched, "{pattern} should not fit {path}");
        }
    }
}

#[test]
fn the_last_pattern_that_fits_decides() {
    let owners = clean(
        "# whose what is\n\
         *            @harbour/all   # unless said otherwise\n\
         *.js         @boris #scripts\n\
         \n\
         /apps/       @ines ruo@harbour.example\n\
         /apps/github\n\
         /apps/docs   # nobody's\n\
         /apps/github/keep/ @ruo\n",
        Dialect::GitHub,
    );
    for (path, expected) in [
        ("README.md", "harbour/all :2"),
        ("src/a.js", "boris :3"),
        ("apps/a.js", "ines ruo@harbour.example :5"),
        ("apps/github/a.js", "nobody :6"),
        ("apps/docs", "nobody :7"),
        ("apps/github/keep/a", "ruo :8"),
    ] {
        assert_eq!(says(&owners, path), expected, "{path}");
    }
    let few = clean("/src/ @ines\n", Dialect::GitHub);
    assert_eq!(says(&few, "docs/a"), "-", "never spoken of is not taken out");
    assert_eq!(says(&clean("", Dialect::GitHub), "a"), "-");
}

#[test]
fn the_file_is_found_where_forges_look() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(find(folder.path()), None);
    for place in [".gitlab", "docs", ".", ".github"] {
        let place = folder.path().join(place);
        std::fs::create_dir_all(&place).unwrap();
        std::fs::write(place.join("CODEOWNERS"), "* @ines\n").unwrap();
        let found = find(folder.path()).unwrap();
        assert_eq!(found.canonicalize().unwrap(), place.join("CODEOWNERS").canonicalize().unwrap());
    }
}
