//! What is wrong with a file, line by line, and what its forge makes of it.

use rung_sources::owners::{Dialect, Owners};

use crate::says;

fn told(text: &str, dialect: Dialect) -> (Owners, String) {
    let (owners, problems) = Owners::parse("CODEOWNERS", text, dialect);
    let lines = problems
        .iter()
        .map(|problem| format!("{:?} {}:{} {}", problem.severity, problem.check, problem.line.unwrap(), problem.what));
    (owners, lines.collect::<Vec<_>>().join("\n"))
}

#[test]
fn github_leaves_out_lines_it_does_not_understand() {
    let (owners, problems) = told(
        "* @ines\n\
         *.js boris\n\
         *.py @ines @bad+name ruo@harbour.example\n\
         !secret/ @ines\n\
         \\#a @ines\n\
         *.[ch] @ines\n\
         / @ines\n\
         a//b @ines\n\
         a/***/b @ines\n\
         *.{a,b} @ines\n\
         [Docs] @ines\n\
         docs/ @@maintainers\n\
         f\\[1\\].md @ruo\n\
         a].md @ines\n",
        Dialect::GitHub,
    );
    insta::assert_snapshot!(problems, @r"
    Error bad-owner:2 `boris` is no @user, no @org/team and no address, so the line is left out
    Error bad-owner:3 `@bad+name` is no @user, no @org/team and no address, so the line is left out
    Error negation:4 GitHub knows no `!`, so the line is left out: !secret/
    Error escaped-hash:5 GitHub knows no escaped `#`, so the line is left out: \#a
    Error character-range:6 GitHub knows no ranges in brackets, so the line is left out: *.[ch]
    Error bad-pattern:7 the pattern names no file and no folder: /
    Error bad-pattern:8 the pattern has two slashes in a row: a//b
    Error bad-pattern:9 the pattern has three stars in a row: a/***/b
    Note braces:10 braces stand for themselves and are no choice: *.{a,b}
    Error character-range:11 GitHub knows no ranges in brackets, so the line is left out: [Docs]
    Error bad-owner:12 `@@maintainers` is no @user, no @org/team and no address, so the line is left out
    Error character-range:14 GitHub knows no ranges in brackets, so the line is left out: a].md
    ");
    assert_eq!(says(&owners, "a.js"), "ines :1");
    assert_eq!(says(&owners, "f[1].md"), "ruo :13");
    assert_eq!(owners.patterns(), 3);
}

#[test]
fn gitlab_leaves_out_words_it_does_not_understand() {
    let (owners, problems) = told(
        "* @ines boris\n\
         *.md # see @ruo\n\
         [Docs\n\
         [Docs][0] @a nobody\n\
         docs/\n\
         ^[Opt][3]\n\
         a[/ @b\n\
         [Docs]{2} @c\n\
         !gen/ whatever\n",
        Dialect::GitLab,
    );
    insta::assert_snapshot!(problems, @r"
    Error bad-owner:1 `boris` is no @user, no @org/team and no address, so it is left out
    Warning comment-with-owners:2 GitLab knows no comments behind owners, so owners named in this one count
    Warning bad-section:3 the heading does not end like one and is read as a pattern: [Docs
    Error bad-pattern:3 the pattern has a `[` that no `]` closes: [Docs
    Warning bad-approvals:4 `0` is no number of approvals
    Error bad-owner:4 `nobody` is no @user, no @org/team and no address, so it is left out
    Note optional-approvals:6 the section is optional, so its number of approvals has no effect
    Error bad-pattern:7 the pattern has a `[` that no `]` closes: a[/
    Warning bad-section:8 the heading does not end like one and is read as a pattern: [Docs]{2} @c
    Note braces:8 braces stand for themselves and are no choice: [Docs]{2}
    ");
    assert_eq!(says(&owners, "a"), "ines :1");
    assert_eq!(says(&owners, "a.md"), "ruo :2");
    assert_eq!(says(&owners, "docs/a"), "ines a :5");
}

#[test]
fn files_that_cannot_be_read_say_why() {
    let folder = tempfile::tempdir().unwrap();
    let check = |bytes: &[u8]| {
        let path = folder.path().join("CODEOWNERS");
        std::fs::write(&path, bytes).unwrap();
        Owners::read(&path).1.iter().map(|problem| problem.check).collect::<Vec<_>>()
    };
    assert_eq!(check(b"* @ines\n\0"), ["nul-byte"]);
    assert_eq!(check(b"* @in\xe9s\n"), ["not-utf-8"]);
    assert_eq!(check(b"\xef\xbb\xbf* @ines\r\n"), ["byte-order-mark"]);
    assert_eq!(check("# a\n".repeat(1 << 20).as_bytes()), ["too-large"]);
    assert_eq!(check(b""), [""; 0]);
    assert_eq!(Owners::read(&folder.path().join("none")).1[0].check, "cannot-read");
}
