//! Bad files: each is told in words, none makes the reader fall over.

use std::path::Path;

use rung_model::problem::Severity;

use super::{
    super::{Read, read, read_only},
    FULL, read_files, shown,
};

const HEAD: &str = "[framework]\nid = 'f'\nname = 'n'\nversion = '1'\n";

/// Writes a file, reads it, and gives what was read.
fn read_bytes(name: &str, bytes: &[u8]) -> Read {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    read_only(&path)
}

/// Check and line of each problem.
fn found(name: &str, bytes: impl AsRef<[u8]>) -> Vec<(&'static str, Option<usize>)> {
    let read = read_bytes(name, bytes.as_ref());
    for problem in &read.problems {
        assert!(Path::new(&problem.file).ends_with(name) && problem.line != Some(0), "{problem}");
        assert!(!problem.what.is_empty() && !problem.mend.is_empty() && !problem.what.contains('\n'), "{problem}");
    }
    read.problems.iter().map(|problem| (problem.check, problem.line)).collect()
}

fn utf_16(text: &str) -> Vec<u8> {
    [0xfeff].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
}

#[test]
fn a_file_that_holds_nothing_says_so() {
    for (name, text, wanted) in [
        ("f.toml", "", "empty-framework"),
        ("f.yaml", "", "empty-framework"),
        ("f.json", "", "json-syntax"),
        ("f.toml", "# only\n# words\n", "empty-framework"),
        ("f.yaml", "# only\n", "empty-framework"),
        ("f.json", "{}", "empty-framework"),
        ("f.toml", HEAD, "empty-framework"),
        ("f.yaml", "- a\n- b\n", "wrong-type"),
        ("f.json", "7", "wrong-type"),
    ] {
        let found = found(name, text);
        assert_eq!(found.iter().map(|(check, _)| *check).collect::<Vec<_>>(), [wanted], "{name}: {text}");
    }
}

#[test]
fn the_encoding_of_a_file_is_told() {
    for (name, text) in FULL {
        assert_eq!(found(name, utf_16(text))[0].0, "not-utf-8", "{name}");
        assert_eq!(found(name, format!("\u{feff}{text}")), [("byte-order-mark", None)]);
        let read = read_bytes(name, text.replace('\n', "\r\n").as_bytes());
        assert_eq!((shown(&read), read.framework), (vec![], read_files(&[(name, text)]).framework));
        let nul = text.replacen("wright", "wri\0ght", 1);
        let line = nul.split('\0').next().unwrap().lines().count();
        assert_eq!(found(name, nul), [("nul-byte", Some(line))]);
    }
    assert_eq!(found("f.toml", "\u{feff}"), [("byte-order-mark", None), ("empty-framework", None)]);
    assert_eq!(found("f.toml", b"[framework]\nid = '\xe9'"), [("not-utf-8", Some(2))]);
    assert_eq!(found("f.yaml", "role:\n\t- id: a\n"), [("yaml-syntax", Some(2))]);
}

#[test]
fn hidden_characters_are_taken_out_with_a_note() {
    let text = format!(
        "{HEAD}[[role]]\nid = 'r'\nname = 'Le\u{200b}ad'\naliases = [\n'a\u{202e}b', '\u{1f469}\u{200d}\u{1f4bb}']\n"
    );
    let read = read_bytes("f.toml", text.as_bytes());
    let role = &read.framework.roles[0];
    assert_eq!((role.name.as_str(), role.aliases[0].as_str(), role.aliases[1].chars().count()), ("Lead", "ab", 3));
    let notes: Vec<_> = read.problems.iter().map(|problem| (problem.check, problem.line, problem.severity)).collect();
    assert_eq!(notes, [("hidden-characters", Some(7), Severity::Note), ("hidden-characters", Some(9), Severity::Note)]);
}

#[test]
fn what_contradicts_itself_is_told() {
    for (text, wanted) in [
        ("[[scale]]\nid = 's'\n", vec![("missing-key", Some(5))]),
        (
            "[[scale]]\nid = 's'\nlevels = [\n{ n = 1, name = 'a' },\n{ n = 3, name = 'b' },\n]\n",
            vec![("levels-in-order", Some(9))],
        ),
        ("[[scale]]\nid = 's'\nlevels = [{ n = 0, name = 'a' }]\n", vec![("out-of-range", Some(7))]),
        ("[[scale]]\nid = 's'\nid = 't'\n", vec![("duplicate-key", Some(7))]),
        (HEAD, (5..9).map(|line| ("duplicate-key", Some(line))).collect()),
        ("[[spectrum]]\nid = 's'\nname = 's'\npoles = ['a']\n", vec![("two-poles", Some(8))]),
        ("[[band]]\nid = 'b'\ngroup = 'g'\nname = 'n'\nmin = 2\nmax = 1\n", vec![("range-backwards", Some(9))]),
        ("[[band]]\nid = 'b'\ngroup = 'g'\nname = 'n'\nmin = nan\n", vec![("not-a-number", Some(9))]),
        ("[[role]]\nid = 'r'\nname = ''\n", vec![("empty-text", Some(7))]),
        ("[[role]]\nid = 'r'\nname = 'n'\norigin = 'nowhere'\n", vec![("bad-origin", Some(8))]),
        ("role = 'r'\n", vec![("wrong-type", Some(5))]),
    ] {
        // A text without a table of its own stands among the keys of the head, so it goes before it.
        let text = if text.starts_with("role =") { format!("\n\n\n\n{text}{HEAD}") } else { format!("{HEAD}{text}") };
        assert_eq!(found("f.toml", &text), wanted, "{text}");
    }
    let heads = read_files(&[("a.toml", HEAD), ("b.toml", HEAD)]);
    assert_eq!(shown(&heads).len(), 1);
    assert!(heads.problems[0].check == "duplicate-id" && heads.problems[0].what.contains("a.toml:1"), "{heads:?}");
}

#[test]
fn ids_that_stand_twice_are_told_with_both_places() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("f.toml");
    let twice = "[[role]]\nid = 'r'\nname = 'Lead'\n".repeat(2);
    std::fs::write(&path, format!("{HEAD}{twice}")).unwrap();
    let (_, problems) = read(&path);
    let told: Vec<_> = problems.iter().map(|problem| (problem.check, problem.line)).collect();
    assert_eq!(told, [("duplicate-id", Some(8))]);
    assert!(problems[0].what.contains("f.toml:5"), "{problems:?}");
}

#[test]
fn what_stands_too_deep_is_told() {
    let (open, close) = ("[".repeat(5_000), "]".repeat(5_000));
    for (name, text) in [
        ("f.toml", format!("{HEAD}x-a = {open}{close}\n")),
        ("f.yaml", format!("x-a: {open}{close}\n")),
        ("f.json", format!("{{\"x-a\": {open}{close}}}")),
        ("f.toml", format!("{}\n", "[x-a".to_owned() + &".a".repeat(5_000) + "]")),
        ("f.toml", format!("x-a{} = 1\n", ".a".repeat(5_000))),
    ] {
        let found = found(name, &text);
        assert!(
            !found.is_empty() && found.iter().all(|(check, _)| check.ends_with("-syntax") || *check == "too-deep"),
            "{found:?}"
        );
    }
}

#[test]
fn a_file_cut_anywhere_is_read_or_told() {
    for (name, text) in FULL {
        let mut told = 0;
        for end in (0..text.len()).step_by(50) {
            let cut = text.get(..end).unwrap();
            let read = read_files(&[(name, cut)]);
            for problem in &read.problems {
                assert!(problem.file == name && !problem.what.is_empty() && !problem.mend.is_empty(), "{problem}");
            }
            told += usize::from(!read.problems.is_empty());
            assert!(read.problems.iter().any(|p| p.severity == Severity::Error) || read.framework.roles.len() <= 2);
        }
        assert!(told * 2 > text.len() / 50, "{name}: most cuts leave something open, {told} were told");
    }
}

#[test]
fn ten_megabytes_are_read() {
    let mut text = HEAD.to_owned();
    for n in 0..130_000 {
        text.push_str(&format!("[[role]]\nid = 'role-{n}'\nname = 'Role {n}'\naliases = ['a {n}', 'b {n}']\n\n"));
    }
    assert!(text.len() > 9 << 20);
    let read = read_files(&[("f.toml", &text)]);
    assert_eq!((shown(&read), read.framework.roles.len()), (vec![], 130_000));
}

#[test]
fn ten_megabytes_of_mistakes_are_told_within_bounds() {
    let keys: String = (0..600_000).map(|n| format!("k{n} = {n}\n")).collect();
    let duties = format!(
        "[[responsibility]]\nid = 'd'\nname = 'd'\nowner = []\nstated = [{}]\nsource_bucket = {{ {} }}\n",
        (0..20_000).map(|n| format!("'A{n}',\n")).collect::<String>(),
        (0..20_000).map(|n| format!("B{n} = 'people'")).collect::<Vec<_>>().join(",\n"),
    );
    let long = format!("name = '{}'\n", "a".repeat(10 << 20));
    for (text, check) in [(format!("{HEAD}{keys}"), "unknown-key"), (format!("{HEAD}{duties}"), "unknown-statement")] {
        let read = read_files(&[("f.toml", &text)]);
        assert_eq!((read.problems.len(), read.problems[1].check), (1_001, check));
        let last = read.problems.iter().find(|problem| problem.check == "more-problems").unwrap();
        assert_eq!((last.line, last.severity), (None, Severity::Error));
    }
    assert_eq!(found("f.toml", long), [("line-too-long", Some(1))]);
}
