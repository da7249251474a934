//! `fmt` changes no word, keeps every comment, and has nothing to do the second time.

use proptest::prelude::*;

use super::{
    super::{builtin::texts, fmt},
    FULL, messy, read_files, shown,
};
use crate::tree::comments_in;

fn laid_out(text: &str) -> String {
    fmt("f.toml".as_ref(), text).unwrap()
}

fn sorted_comments(text: &str) -> Vec<&str> {
    let mut comments = comments_in(text);
    comments.sort_unstable();
    comments
}

#[test]
fn the_layout_is_the_one_of_the_format() {
    let text = "# The file.\n\n# The head.\n[framework] # beside\nversion='1'\n# Its id.\nid = \"f\"\nname='n' # name\n\
                [[split]]\nbasis = 'synthesis'\n# Shares.\n[split.people] # of people\nmean = 0.20 # a fifth\n[[role]]\n\
                name = 'r'\naliases = [ 'b', # second\n 'a' ]\nid='r'\n# The end.\n";
    let expected = "# The file.\n\n# The head.\n[framework] # beside\n# Its id.\nid = \"f\"\nname = \"n\" # name\nversion = \"1\"\n\n\
                    [[split]]\n# Shares.\n# of people\n# a fifth\npeople = { mean = 0.2 }\nbasis = \"synthesis\"\n\n[[role]]\n\
                    id = \"r\"\nname = \"r\"\naliases = [ 'b', # second\n 'a' ]\n\n# The end.\n";
    assert_eq!(laid_out(text), expected);
    assert_eq!(laid_out(expected), expected);
    assert_eq!((laid_out(""), laid_out("# only\r\n")), (String::new(), "# only\n".to_owned()));
}

#[test]
fn the_built_in_files_and_the_full_ones_are_laid_out_already() {
    for text in texts() {
        assert!(laid_out(&text.text) == text.text, "{}: run `rung framework fmt` on it", text.file);
    }
    for (file, text) in FULL {
        assert_eq!(fmt(file.as_ref(), text).as_deref(), Ok(text));
    }
}

#[test]
fn what_would_be_lost_is_refused_with_its_line() {
    let refused = |file: &str, text: &str| {
        let problems = fmt(file.as_ref(), text).unwrap_err();
        problems.iter().map(|problem| (problem.check, problem.line)).collect::<Vec<_>>()
    };
    assert_eq!(refused("f.yaml", "role:\n  - id: a # here\n"), [("comments-lost", Some(2))]);
    assert_eq!(
        refused("f.json", "{\n \"role\": [] // here\n}"),
        [("loose-json", Some(2)), ("comments-lost", Some(2))][1..]
    );
    assert_eq!(refused("f.toml", "a = \n"), [("toml-syntax", Some(1))]);
    assert_eq!(fmt("f.yaml".as_ref(), "").as_deref(), Ok(""));
    assert_eq!(
        fmt("f.yml".as_ref(), "role: [{name: 'a # b', id: r}]").as_deref(),
        Ok("role:\n  - id: r\n    name: \"a # b\"\n")
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn a_file_people_write_keeps_its_words_and_its_comments(text in messy::file()) {
        let once = laid_out(&text);
        prop_assert_eq!(sorted_comments(&once), sorted_comments(&text), "{}\n---\n{}", text, once);
        prop_assert_eq!(&laid_out(&once), &once, "{}", text);
        let (before, after) = (read_files(&[("f.toml", &text)]), read_files(&[("f.toml", &once)]));
        prop_assert_eq!(shown(&before).len(), 0, "{:?}\n{}", shown(&before), text);
        prop_assert_eq!(shown(&after), Vec::<String>::new(), "{}", once);
        prop_assert_eq!(before.framework, after.framework, "{}\n---\n{}", text, once);
        prop_assert!(!once.contains('\r'));
    }
}
