//! The example's files: the same on every run, different for another seed, readable by git itself.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::{collections::BTreeMap, fs, path::Path, process::Command};

use example::{Written, organisation};

/// Every file below `dir` with its bytes.
fn tree(dir: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut folders = vec![dir.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(dir).unwrap().display().to_string();
                files.insert(name, fs::read(&path).unwrap());
            }
        }
    }
    files
}

fn written(seed: u64) -> (tempfile::TempDir, Written) {
    let dir = tempfile::tempdir().unwrap();
    let written = organisation(seed).write(dir.path()).unwrap();
    (dir, written)
}

fn git(repository: &Path, arguments: &[&str]) -> String {
    let output = Command::new("git").arg("-C").arg(repository).args(arguments).output().unwrap();
    assert!(output.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_same_seed_gives_the_same_bytes_and_another_seed_others() {
    let (first, _) = written(1);
    let (second, _) = written(1);
    let (other, _) = written(2);
    let bytes = tree(first.path());
    assert!(bytes == tree(second.path()), "two runs differ");
    assert!(bytes != tree(other.path()), "the seed changes nothing");
    assert!(bytes.len() > 20, "only {} files", bytes.len());
}

#[test]
fn git_finds_nothing_wrong_with_the_repositories() {
    let (_dir, written) = written(1);
    assert_eq!(written.repositories.len(), 2);
    for repository in &written.repositories {
        let report = git(repository, &["fsck", "--full", "--strict", "--no-progress"]);
        assert!(!report.contains("error"), "{report}");
    }
}

#[test]
fn every_identity_trap_is_there() {
    let (_dir, written) = written(1);
    let read = |format: &str| -> String {
        written.repositories.iter().map(|r| git(r, &["log", "--all", &format!("--format={format}")])).collect()
    };
    let signed = read("%an <%ae>");
    for trap in [
        "Jonas Meier <jonas.meier@harbourline.example>",
        "Jonas Meier <jonas.meier2@harbourline.example>",
        "priya <priya@tidewater-mail.example>",
        "Tobi Adeyemi <4711+tadeyemi@users.noreply.forge.example>",
        "Ines Halvorsen <Ines.Halvorsen@Harbourline.example>",
        "dependabot[bot] <49699333+dependabot[bot]@users.noreply.forge.example>",
        "Harbourline Build <build@harbourline.example>",
    ] {
        assert!(signed.lines().any(|line| line == trap), "missing: {trap}");
    }
    let mapped = read("%aN <%aE>");
    assert!(!mapped.contains("tidewater-mail"), "the mailmap joins Priya's second address");
    let trailers = read("%B");
    for trailer in ["Co-authored-by: ", "Reviewed-by: ", "Assisted-by: "] {
        assert!(trailers.lines().any(|line| line.starts_with(trailer)), "missing: {trailer}");
    }
    let merges: String =
        written.repositories.iter().map(|r| git(r, &["log", "--merges", "--format=%H", "main"])).collect();
    assert!(merges.lines().count() > 50, "merge commits");
    let kept: usize = written.repositories.iter().map(|r| git(r, &["branch", "--list"]).lines().count()).sum();
    assert!(kept > 4, "branches kept after a squash or a rebase: {kept}");
}

#[test]
fn calendars_hold_what_the_two_programs_write() {
    let (_dir, written) = written(1);
    let mut all = String::new();
    for calendar in written.people.iter().flat_map(|person| &person.calendars) {
        let text = fs::read_to_string(calendar).unwrap();
        assert!(text.lines().all(|line| line.len() <= 75), "{} has a line over 75 bytes", calendar.display());
        let count = |mark: &str| text.lines().filter(|line| line.starts_with(mark)).count();
        assert_eq!(count("BEGIN:"), count("END:"), "{}", calendar.display());
        all.push_str(&text.replace("\r\n ", "").replace("\r\n\t", ""));
    }
    for feature in [
        "TZID=Europe/Berlin",
        "TZID=America/New_York",
        "TZID=\"W. Europe Standard Time\"",
        "TZID=\"Eastern Standard Time\"",
        "DTSTART:16010101T020000",
        "RECURRENCE-ID;TZID=",
        "EXDATE;TZID=",
        "STATUS:CANCELLED",
        "PARTSTAT=DECLINED",
        "PARTSTAT=TENTATIVE",
        "PARTSTAT=NEEDS-ACTION",
        "CLASS:PRIVATE",
        "CUTYPE=RESOURCE",
        "CUTYPE=ROOM",
        "X-MICROSOFT-CDO-BUSYSTATUS:OOF",
        ";COUNT=",
        ";UNTIL=",
        "BYDAY=-1TH",
        "INTERVAL=2",
        "SUMMARY:Focus time",
        "HOLD: planning offsite",
        "VALUE=DATE:",
    ] {
        assert!(all.contains(feature), "missing: {feature}");
    }
}

#[test]
fn every_address_is_an_invented_one() {
    let (dir, written) = written(1);
    let mut texts: Vec<(String, String)> = tree(dir.path())
        .into_iter()
        .filter(|(name, _)| !name.contains("objects/"))
        .map(|(name, bytes)| (name, String::from_utf8(bytes).unwrap().replace("\r\n ", "").replace("\r\n\t", "")))
        .collect();
    texts.extend(
        written
            .repositories
            .iter()
            .map(|r| (r.display().to_string(), git(r, &["log", "--all", "--format=%an <%ae> %cn <%ce> %B"]))),
    );
    for (name, text) in texts {
        for word in text
            .split(|c: char| c.is_whitespace() || "<>\":,;[]\\{}".contains(c))
            .filter(|word| word.contains('@') && !word.starts_with('@'))
        {
            assert!(word.to_ascii_lowercase().ends_with(".example"), "{name}: {word}");
        }
    }
}
