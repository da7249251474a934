//! Many paths under many patterns: the index asks few patterns, and says what asking all would say.

use proptest::prelude::*;
use rung_sources::owners::{Dialect, Owners, Ownership};

/// What the last line that fits says, asking a file of one line at a time.
fn slowly(lines: &[String], path: &str, dialect: Dialect) -> Option<usize> {
    lines.iter().rposition(|line| Owners::parse("CODEOWNERS", line, dialect).0.of(path) != Ownership::Unmatched)
}

fn line_of(ownership: &Ownership) -> Option<usize> {
    match ownership {
        Ownership::Owned(_, line) | Ownership::ExplicitlyUnowned(line) => Some(line - 1),
        Ownership::Unmatched => None,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn the_index_changes_nothing(
        patterns in proptest::collection::vec("/?((\\*\\*|\\*|a|b|a\\*|\\*\\.c|\\?|a\\.c)/){0,3}(\\*\\*|\\*|a|b|\\*\\.c|a\\.c|\\*b\\*|)", 1..12),
        paths in proptest::collection::vec("((a|b|ab|a\\.c)/){0,4}(a|b|ab|a\\.c|x\\.c)", 1..12),
        gitlab in any::<bool>(),
    ) {
        let dialect = if gitlab { Dialect::GitLab } else { Dialect::GitHub };
        let lines: Vec<String> = patterns.iter().filter(|text| !text.is_empty()).map(|text| format!("{text} @ines")).collect();
        let (owners, _) = Owners::parse("CODEOWNERS", &lines.join("\n"), dialect);
        for path in &paths {
            prop_assert_eq!(line_of(&owners.of(path)), slowly(&lines, path, dialect), "{} under {:?}", path, lines);
        }
    }

    #[test]
    fn no_text_makes_it_fail(text in "([\\[\\]^!#*/\\\\@a{} \t\n?.-]|\\PC){0,200}", path in "\\PC{0,40}") {
        for dialect in [Dialect::GitHub, Dialect::GitLab] {
            let (owners, problems) = Owners::parse("CODEOWNERS", &text, dialect);
            let _ = owners.of(&path);
            prop_assert!(problems.iter().all(|problem| problem.line.is_some_and(|line| line <= text.lines().count())));
        }
    }
}

#[test]
fn a_large_repository_is_asked_through() {
    let lines: String = (0..2_000)
        .map(|number| match number % 5 {
            0 => format!("/team{}/part{number}/ @harbour/t{number}\n", number % 40),
            1 => format!("name{number} @t{number}\n"),
            2 => format!("*.e{number} @t{number}\n"),
            3 => format!("/team{}/**/deep{number}/* @t{number}\n", number % 40),
            _ => format!("**/x{number}/y @t{number}\n"),
        })
        .collect();
    let (owners, problems) = Owners::parse("CODEOWNERS", &lines, Dialect::GitHub);
    assert_eq!(problems, []);
    let mut owned = 0;
    for number in 0..100_000 {
        let path = format!("team{}/part{}/src/a/b/file{number}.e{}", number % 40, number % 2_000, number % 4_000);
        owned += usize::from(matches!(owners.of(&path), Ownership::Owned(..)));
    }
    assert!(owned > 10_000, "{owned}");
}
