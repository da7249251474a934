//! A hermetic place to run `rung` in: its own home, its own git configuration, no environment of the machine's.
#![expect(dead_code, reason = "each test file uses its own part of the bench")]

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

use tempfile::TempDir;

/// The address the user of the bench has in git.
pub(crate) const ME: &str = "ines@harbourline.example";

/// A folder of its own with a home in it.
pub(crate) struct Bench {
    folder: TempDir,
}

/// What a command said.
#[derive(Debug)]
pub(crate) struct Said {
    /// Exit code.
    pub(crate) code: i32,
    /// Standard output.
    pub(crate) out: String,
    /// Standard error.
    pub(crate) err: String,
}

impl Bench {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let bench = Self { folder };
        let git = format!("[user]\n\tname = Ines Halvorsen\n\temail = {ME}\n[init]\n\tdefaultBranch = main\n");
        bench.write("home/.gitconfig", &git);
        bench
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn write(&self, name: &str, text: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(&path, text).expect("a file");
        path
    }

    fn command(&self, program: &str, dir: &Path) -> Command {
        let mut command = Command::new(program);
        let home = self.path("home");
        command
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .env("HOME", &home)
            .env("XDG_CONFIG_HOME", home.join("config"))
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .env("TZ", "Europe/Berlin")
            .current_dir(dir);
        command
    }

    /// Runs `rung` in the folder of the bench.
    pub(crate) fn rung(&self, args: &[&str]) -> Said {
        self.rung_in(self.folder.path(), args)
    }

    /// Runs `rung` in `dir`.
    pub(crate) fn rung_in(&self, dir: &Path, args: &[&str]) -> Said {
        said(self.command(env!("CARGO_BIN_EXE_rung"), dir).args(args).output().expect("rung runs"))
    }

    /// Runs `rung` in the folder of the bench with variables.
    pub(crate) fn rung_with(&self, variables: &[(&str, &str)], args: &[&str]) -> Said {
        let mut command = self.command(env!("CARGO_BIN_EXE_rung"), self.folder.path());
        said(command.envs(variables.iter().copied()).args(args).output().expect("rung runs"))
    }

    /// Starts `rung` in the folder of the bench and kills it after some milliseconds.
    pub(crate) fn killed_after(&self, args: &[&str], millis: u64) {
        let mut command = self.command(env!("CARGO_BIN_EXE_rung"), self.folder.path());
        let mut child = command.args(args).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("rung runs");
        std::thread::sleep(std::time::Duration::from_millis(millis));
        child.kill().expect("it is ours");
        child.wait().expect("it is ours");
    }

    /// Runs git in `dir` with a pinned date, `day` as `2026-11-12T10:00:00+01:00`.
    pub(crate) fn git(&self, dir: &Path, day: &str, args: &[&str]) {
        let said = said(
            self.command("git", dir)
                .env("GIT_AUTHOR_DATE", day)
                .env("GIT_COMMITTER_DATE", day)
                .args(args)
                .output()
                .expect("these tests make repositories with git"),
        );
        assert_eq!(said.code, 0, "git {args:?}: {}", said.err);
    }

    /// A repository with one commit of `ME` at each of these moments.
    pub(crate) fn repository(&self, name: &str, moments: &[&str]) -> PathBuf {
        let dir = self.path(name);
        fs::create_dir_all(&dir).expect("a folder");
        self.git(&dir, "2026-01-05T10:00:00+01:00", &["init", "-q"]);
        for (index, moment) in moments.iter().enumerate() {
            self.write(&format!("{name}/src/part{index}.rs"), format!("// part {index}\n"));
            self.git(&dir, moment, &["add", "-A"]);
            self.git(&dir, moment, &["commit", "-q", "-m", &format!("Add part {index} SENTINELMESSAGE")]);
        }
        dir
    }

    /// A repository with a morning and an afternoon commit on every weekday of `weeks` weeks from Monday 2026-08-03.
    pub(crate) fn busy_repository(&self, name: &str, weeks: i32) -> PathBuf {
        let monday: jiff::civil::Date = "2026-08-03".parse().expect("a date");
        let mut moments = Vec::new();
        for day in 0..weeks * 7 {
            if day % 7 < 5 {
                let date = monday.checked_add(jiff::Span::new().days(day)).expect("a date");
                moments.push(format!("{date}T10:30:00+02:00"));
                moments.push(format!("{date}T15:10:00+02:00"));
            }
        }
        self.repository(name, &moments.iter().map(String::as_str).collect::<Vec<_>>())
    }
}

fn said(output: Output) -> Said {
    Said {
        code: output.status.code().unwrap_or(-1),
        out: String::from_utf8(output.stdout).expect("output is UTF-8"),
        err: String::from_utf8(output.stderr).expect("messages are UTF-8"),
    }
}

impl Said {
    /// Standard output as JSON.
    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.out).unwrap_or_else(|e| panic!("not JSON ({e}): {} {}", self.out, self.err))
    }
}

/// An iCalendar file around these events.
pub(crate) fn calendar(events: &str) -> String {
    format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Harbourline//Test//EN\r\n{events}END:VCALENDAR\r\n")
}

/// One event; times as `20261112T100000Z`.
pub(crate) fn event(uid: &str, start: &str, end: &str, title: &str, more: &str) -> String {
    format!(
        "BEGIN:VEVENT\r\nUID:{uid}\r\nDTSTAMP:20260101T000000Z\r\nDTSTART:{start}\r\nDTEND:{end}\r\nSUMMARY:{title}\r\n{more}END:VEVENT\r\n"
    )
}
