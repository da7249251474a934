//! CODEOWNERS: the truth tables of both dialects, every problem, and speed that does not depend on luck.

#![expect(clippy::unwrap_used, reason = "a test that cannot make its files has to stop")]

mod corpus;
mod gitlab;
mod problems;
mod speed;
mod table;

use rung_sources::owners::{Dialect, Owner, Owners, Ownership};

/// A text without a problem.
fn clean(text: &str, dialect: Dialect) -> Owners {
    let (owners, problems) = Owners::parse("CODEOWNERS", text, dialect);
    assert_eq!(problems, [], "{text}");
    owners
}

/// `a b :3`, `nobody :3`, or `-`.
fn says(owners: &Owners, path: &str) -> String {
    match owners.of(path) {
        Ownership::Owned(list, line) => {
            let names: Vec<&str> = list.iter().map(|owner: &Owner| &*owner.name).collect();
            format!("{} :{line}", names.join(" "))
        }
        Ownership::ExplicitlyUnowned(line) => format!("nobody :{line}"),
        Ownership::Unmatched => "-".to_owned(),
    }
}
