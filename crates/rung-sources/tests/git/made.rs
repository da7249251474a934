//! Repositories made for a test: invented people, pinned dates, nobody's settings.

use std::{
    ffi::OsStr,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use rung_model::{
    commit::Commit,
    evidence::{Evidence, Object, RoleInEvent},
};
use rung_sources::{
    git::{self, PathDetail, Query},
    progress::Silent,
    read::Read,
};
use tempfile::TempDir;

/// 2024-01-01T00:00:00Z: the day of every commit that names no other.
pub(crate) const DAY: i64 = 1_704_067_200;

/// A repository in a folder that goes away with it.
pub(crate) struct Made {
    folder: TempDir,
    dir: PathBuf,
}

/// Who commits, and when.
#[derive(Clone, Debug)]
pub(crate) struct By {
    pub(crate) author: String,
    pub(crate) authored: String,
    pub(crate) committer: String,
    pub(crate) committed: String,
}

impl By {
    /// `Name <address>` at so many seconds after the start of [`DAY`], committed at once.
    pub(crate) fn new(author: &str, seconds: i64) -> Self {
        let date = format!("{} +0000", DAY + seconds);
        Self { author: author.to_owned(), authored: date.clone(), committer: author.to_owned(), committed: date }
    }

    /// The same, committed by somebody else or later.
    pub(crate) fn committed(mut self, committer: &str, seconds: i64) -> Self {
        self.committer = committer.to_owned();
        self.committed = format!("{} +0000", DAY + seconds);
        self
    }
}

/// Ada at so many seconds.
pub(crate) fn ada(seconds: i64) -> By {
    By::new("Ada Example <ada@team.example>", seconds)
}

impl Made {
    /// An empty repository with a work tree.
    pub(crate) fn new() -> Self {
        Self::with(&[])
    }

    /// An empty repository, made with more options of `git init`.
    pub(crate) fn with(options: &[&str]) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let dir = folder.path().join("project");
        let made = Self { folder, dir };
        let mut arguments = vec!["init", "-q", "-b", "main"];
        arguments.extend(options);
        arguments.push("project");
        made.run(made.folder.path(), &arguments, &[], b"");
        made
    }

    /// The work tree, or the bare repository.
    pub(crate) fn dir(&self) -> &Path {
        &self.dir
    }

    /// A path beside the repository.
    pub(crate) fn beside(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Runs git in the repository and returns what it prints, without the last line break.
    pub(crate) fn git(&self, arguments: &[&str]) -> String {
        text(self.run(&self.dir, arguments, &[], b""))
    }

    /// Runs git with `input`.
    pub(crate) fn git_with(&self, arguments: &[&str], input: &[u8]) -> String {
        text(self.run(&self.dir, arguments, &[], input))
    }

    /// Runs git as somebody, at a pinned time.
    pub(crate) fn git_by(&self, by: &By, arguments: &[&str]) -> String {
        let (author_name, author_address) = parts(&by.author);
        let (committer_name, committer_address) = parts(&by.committer);
        let environment = [
            ("GIT_AUTHOR_NAME", author_name),
            ("GIT_AUTHOR_EMAIL", author_address),
            ("GIT_AUTHOR_DATE", &by.authored),
            ("GIT_COMMITTER_NAME", committer_name),
            ("GIT_COMMITTER_EMAIL", committer_address),
            ("GIT_COMMITTER_DATE", &by.committed),
        ];
        text(self.run(&self.dir, arguments, &environment, b""))
    }

    /// Writes a file of the work tree.
    pub(crate) fn write(&self, path: &str, content: impl AsRef<[u8]>) {
        let path = self.dir.join(path);
        if let Some(parent) = path.parent() {
            std::fs::create_dir_all(parent).expect("a folder");
        }
        std::fs::write(path, content).expect("a file");
    }

    /// Commits everything in the work tree; the id of the commit.
    pub(crate) fn commit(&self, by: &By, message: &str) -> String {
        self.git(&["add", "-A"]);
        self.git_by(by, &["commit", "-q", "--allow-empty", "--cleanup=verbatim", "-m", message]);
        self.git(&["rev-parse", "HEAD"])
    }

    /// Writes a file and commits it.
    pub(crate) fn commit_file(&self, by: &By, path: &str, content: &str, message: &str) -> String {
        self.write(path, content);
        self.commit(by, message)
    }

    /// Writes an object as it is, however wrong; its id.
    pub(crate) fn object(&self, kind: &str, content: &[u8]) -> String {
        self.git_with(&["hash-object", "--literally", "-w", "-t", kind, "--stdin"], content)
    }

    /// Writes a commit object with these author and committer lines and makes it HEAD's branch.
    pub(crate) fn raw_commit(&self, author: &[u8], committer: &[u8], rest: &[u8]) -> String {
        let tree = self.git(&["write-tree"]);
        let parent = self.try_git(&["rev-parse", "-q", "--verify", "HEAD"]);
        let mut content = format!("tree {tree}\n").into_bytes();
        if let Some(parent) = parent {
            content.extend_from_slice(format!("parent {parent}\n").as_bytes());
        }
        for (key, line) in [(&b"author "[..], author), (b"committer ", committer)] {
            content.extend_from_slice(key);
            content.extend_from_slice(line);
            content.push(b'\n');
        }
        content.extend_from_slice(rest);
        let id = self.object("commit", &content);
        self.git(&["update-ref", "HEAD", &id]);
        id
    }

    /// Runs git; `None` where it fails.
    pub(crate) fn try_git(&self, arguments: &[&str]) -> Option<String> {
        let output = command(&self.dir, arguments).output().expect("the git program is needed for this test");
        output.status.success().then(|| text(output.stdout))
    }

    fn run(&self, dir: &Path, arguments: &[&str], environment: &[(&str, &str)], input: &[u8]) -> Vec<u8> {
        let mut child = command(dir, arguments)
            .envs(environment.iter().copied())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the git program is needed for this test");
        child.stdin.take().expect("a pipe").write_all(input).expect("git reads its input");
        let output = child.wait_with_output().expect("git ends");
        assert!(output.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        output.stdout
    }
}

/// A git command that sees nobody's settings.
pub(crate) fn command<S: AsRef<OsStr>>(dir: &Path, arguments: &[S]) -> Command {
    let mut command = Command::new("git");
    command
        .current_dir(dir)
        .args(arguments)
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .env("HOME", dir)
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_COUNT", "2")
        .env("GIT_CONFIG_KEY_0", "safe.directory")
        .env("GIT_CONFIG_VALUE_0", "*")
        .env("GIT_CONFIG_KEY_1", "protocol.file.allow")
        .env("GIT_CONFIG_VALUE_1", "always")
        .env("LC_ALL", "C.UTF-8");
    command
}

fn text(output: Vec<u8>) -> String {
    String::from_utf8(output).expect("UTF-8").trim_end().to_owned()
}

/// The two parts of `Name <address>`.
fn parts(person: &str) -> (&str, &str) {
    let (name, rest) = person.split_once(" <").expect("Name <address>");
    (name, rest.trim_end_matches('>'))
}

/// Everything of the repository at `dir`, with full paths.
pub(crate) fn read(dir: &Path) -> Read {
    let query = Query { paths: PathDetail::Full, ..Query::default() };
    git::read(dir, &query, &Silent).expect("a repository")
}

/// The commit a row is about.
pub(crate) fn commit_of(row: &Evidence) -> &Commit {
    match &row.object {
        Object::Commit(commit) => commit,
        other => panic!("no commit: {other:?}"),
    }
}

/// Each commit once, in the order of the rows.
pub(crate) fn commits(read: &Read) -> Vec<&Commit> {
    read.evidence.iter().filter(|row| row.role == RoleInEvent::Author).map(commit_of).collect()
}

/// The names of the checks that found a problem.
pub(crate) fn checks(read: &Read) -> Vec<&'static str> {
    read.problems.iter().map(|problem| problem.check).collect()
}
