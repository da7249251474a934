//! What a damaged or incomplete repository lacks, gathered by kind: a clone without blobs
//! lacks a hundred thousand of them, and one sentence says it.

use std::collections::BTreeMap;

use rung_model::problem::{Problem, Severity};

/// One kind of trouble.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Trouble {
    /// The repository holds no commit.
    Empty,
    /// HEAD or a branch cannot be read.
    BadReference,
    /// A commit a descendant names is not there.
    MissingCommit,
    /// A commit object cannot be read.
    DamagedCommit,
    /// The history was cut when it was cloned.
    Shallow,
    /// No date in the author or committer line.
    UnreadableDate,
    /// A directory's object is not there or cannot be read.
    MissingTree,
    /// More paths than are told of one commit, or folders nested without end.
    TooMuch,
    /// A file's object is not there or cannot be read.
    MissingBlob,
    /// A reader gave up on a part of the history.
    Abandoned,
}

impl Trouble {
    /// Check name, severity, what is wrong for one and for several, and what to do.
    fn words(self) -> (&'static str, Severity, &'static str, &'static str, &'static str) {
        use Severity::{Note, Warning};
        let (check, severity, one, many, mend) = match self {
            Self::Empty => (
                "empty",
                Note,
                "holds no commit yet",
                "hold no commit yet",
                "commit something, or name another repository",
            ),
            Self::BadReference => (
                "bad-reference",
                Warning,
                "reference cannot be read; its history is left out",
                "references cannot be read; their history is left out",
                "run `git fsck` in it",
            ),
            Self::MissingCommit => (
                "missing-commit",
                Warning,
                "commit is missing; the history before it is left out",
                "commits are missing; the history before them is left out",
                "run `git fsck`, or clone it again",
            ),
            Self::DamagedCommit => (
                "damaged-commit",
                Warning,
                "commit cannot be read; it and the history before it are left out",
                "commits cannot be read; they and the history before them are left out",
                "run `git fsck`, or clone it again",
            ),
            Self::Shallow => (
                "shallow",
                Note,
                "commit begins a shortened history; the paths it changed are unknown",
                "commits begin a shortened history; the paths they changed are unknown",
                "run `git fetch --unshallow` to read all of it",
            ),
            Self::UnreadableDate => (
                "unreadable-date",
                Note,
                "commit has no readable date; the committer's date or 1970 is used",
                "commits have no readable date; the committer's date or 1970 is used",
                "nothing: such a commit lies outside every window",
            ),
            Self::MissingTree => (
                "missing-tree",
                Warning,
                "commit's folders are missing or damaged; its paths are unknown",
                "commits' folders are missing or damaged; their paths are unknown",
                "run `git fsck`, or clone it with all trees",
            ),
            Self::TooMuch => (
                "too-many-paths",
                Warning,
                "commit changes more than 300,000 paths or nests folders too deep; its paths are unknown",
                "commits change more than 300,000 paths or nest folders too deep; their paths are unknown",
                "nothing, if it was imported that way",
            ),
            Self::MissingBlob => (
                "missing-blob",
                Note,
                "commit's files are not all there; its lines are unknown",
                "commits' files are not all there; their lines are unknown",
                "clone without `--filter=blob:none` to count lines",
            ),
            Self::Abandoned => (
                "reader-gave-up",
                Warning,
                "part of the history could not be read at all",
                "parts of the history could not be read at all",
                "run `git fsck` in it, and report this as a defect of Rung",
            ),
        };
        (check, severity, one, many, mend)
    }
}

/// Everything lacking so far: how often, and the first thing concerned.
#[derive(Debug, Default)]
pub(super) struct Troubles(BTreeMap<Trouble, (u64, String)>);

impl Troubles {
    /// Notes one more; of all things concerned the one that sorts first is named.
    pub(super) fn note(&mut self, trouble: Trouble, item: String) {
        let (count, first) = self.0.entry(trouble).or_default();
        if *count == 0 || item < *first {
            *first = item;
        }
        *count += 1;
    }

    /// Takes over what another reader noted.
    pub(super) fn merge(&mut self, other: Self) {
        for (trouble, (count, item)) in other.0 {
            self.note(trouble, item);
            if let Some((total, _)) = self.0.get_mut(&trouble) {
                *total += count - 1;
            }
        }
    }

    /// One problem for each kind, of the repository as the user named it.
    pub(super) fn into_problems(self, file: &str) -> Vec<Problem> {
        let tell = |(trouble, (count, item)): (Trouble, (u64, String))| {
            let (check, severity, one, many, mend) = trouble.words();
            let what = match (trouble, count) {
                (Trouble::Empty, _) => one.to_owned(),
                (_, 1) => format!("1 {one}"),
                (_, count) => format!("{count} {many}"),
            };
            let problem = Problem::new(severity, file, check, what, mend);
            if item.is_empty() { problem } else { problem.of_item(item) }
        };
        self.0.into_iter().map(tell).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_become_one_sentence() {
        let mut first = Troubles::default();
        first.note(Trouble::MissingBlob, "bb".to_owned());
        let mut second = Troubles::default();
        second.note(Trouble::MissingBlob, "cc".to_owned());
        second.note(Trouble::MissingBlob, "aa".to_owned());
        first.merge(second);
        let problems = first.into_problems("repo");
        assert_eq!(problems.len(), 1);
        assert_eq!(problems[0].item.as_deref(), Some("aa"));
        assert!(problems[0].what.starts_with("3 commits' files"), "{}", problems[0].what);
    }
}
