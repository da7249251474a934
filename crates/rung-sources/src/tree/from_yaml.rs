//! Reads YAML 1.2: the parser's events, up to the first document, with all that goes wrong.

use std::collections::HashMap;

use rung_model::problem::{Problem, Severity};
use saphyr_parser::{Event, Parser, ScanError};

use super::{DEEPEST, Node, Value, too_deep, yaml_build::Builder};

/// One event and its line.
pub(super) type Step<'t> = (Event<'t>, usize);

/// The tree of a YAML text: its first document, with anchors and merge keys resolved. An empty
/// text is null.
pub(crate) fn yaml(file: &str, text: &str) -> (Option<Node>, Vec<Problem>) {
    let (steps, mut problems) = match first_document(file, text) {
        Ok(read) => read,
        Err(problem) => return (None, vec![*problem]),
    };
    if steps.is_empty() {
        return (Some(Node { line: 1, value: Value::Null }), problems);
    }
    let mut anchors = HashMap::new();
    for (at, (event, _)) in steps.iter().enumerate() {
        if let Event::Scalar(_, _, id, _) | Event::SequenceStart(id, _) | Event::MappingStart(id, _) = event
            && *id > 0
        {
            anchors.insert(*id, at);
        }
    }
    let mut builder = Builder::new(file, &steps, &anchors);
    let built = builder.node(&mut 0, 0);
    problems.append(&mut builder.into_problems());
    problems.sort_by_key(|problem| problem.line);
    match built {
        Ok(node) => (Some(node), problems),
        Err(problem) => {
            problems.push(*problem);
            (None, problems)
        }
    }
}

/// The events of the first document, without those around it; what follows it is a warning.
fn first_document<'t>(file: &str, text: &'t str) -> Result<(Vec<Step<'t>>, Vec<Problem>), Box<Problem>> {
    let mut steps = Vec::new();
    let mut problems = Vec::new();
    let (mut depth, mut ended) = (0_usize, false);
    let mut parser = Parser::new_from_str(text);
    while let Some(next) = parser.next_event() {
        let (event, span) = match next {
            Ok(next) => next,
            Err(error) if !ended => return Err(Box::new(syntax_problem(file, text, &error))),
            Err(error) => {
                problems.push(after_the_first(file, error.marker().line()));
                break;
            }
        };
        let line = span.start.line();
        match event {
            Event::StreamEnd => break,
            Event::DocumentStart(_) if ended => {
                problems.push(after_the_first(file, line));
                break;
            }
            Event::DocumentEnd => {
                ended = true;
                continue;
            }
            Event::StreamStart | Event::DocumentStart(_) | Event::Nothing => continue,
            Event::SequenceStart(..) | Event::MappingStart(..) => depth += 1,
            Event::SequenceEnd | Event::MappingEnd => depth = depth.saturating_sub(1),
            Event::Scalar(..) | Event::Alias(_) => {}
        }
        if depth > DEEPEST {
            return Err(Box::new(too_deep(file, line)));
        }
        steps.push((event, line));
    }
    Ok((steps, problems))
}

fn after_the_first(file: &str, line: usize) -> Problem {
    let mend = "put each document into a file of its own";
    let what = "another document starts here, and only the first one is read";
    Problem::new(Severity::Warning, file, "more-documents", what, mend).at_line(line)
}

/// The parser's words, with a mend for the slips people make most.
fn syntax_problem(file: &str, text: &str, error: &ScanError) -> Problem {
    let said = error.info();
    let line = error.marker().line();
    if said.contains("recursion limit") {
        return too_deep(file, line);
    }
    let written = text.lines().nth(line.saturating_sub(1)).unwrap_or_default();
    let indent: String = written.chars().take_while(|c| c.is_whitespace()).collect();
    let mend = if said.contains("tab") || indent.contains('\t') {
        "indent with spaces instead of tabs"
    } else if said.contains("anchor") || said.contains("alias") {
        "write the anchor `&name` before the alias `*name`"
    } else if said.contains("quoted") {
        "close the text with the quote it starts with"
    } else if said.contains("flow") || said.contains(']') || said.contains('}') {
        "close every [ with ] and every { with }"
    } else {
        "give all keys of one table the same indentation, and put text that holds `: ` or ` #` between quotes"
    };
    Problem::new(Severity::Error, file, "yaml-syntax", format!("this is not YAML: {said}"), mend).at_line(line.max(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(text: &str) -> Node {
        let (tree, problems) = yaml("f.yml", text);
        assert_eq!(problems, []);
        tree.unwrap()
    }

    fn found(text: &str) -> (bool, Vec<(&'static str, Option<usize>)>) {
        let (tree, problems) = yaml("f.yml", text);
        (tree.is_some(), problems.iter().map(|problem| (problem.check, problem.line)).collect())
    }

    #[test]
    fn a_tab_after_a_dash_is_read_as_people_write_it() {
        let tree = tree("---\ntopics:\n  - level: 1\n    criteria:\n      -\t\"Reads: all\"\n      - b # c\n");
        let topic = &tree.get("topics").unwrap().list().unwrap()[0];
        let criteria = topic.get("criteria").unwrap().list().unwrap();
        assert_eq!(
            criteria.iter().map(|c| (c.line, c.text().unwrap())).collect::<Vec<_>>(),
            [(5, "Reads: all"), (6, "b")]
        );
    }

    #[test]
    fn only_the_core_schema_makes_numbers_and_flags() {
        let tree =
            tree("a: yes\nb: true\nc: 0o17\nd: 1e3\ne: '1'\nf: ~\ng: 2026-02-28\nh: 1_000\ni: +7\nj:\nk: 0x1F\n");
        let values: Vec<_> = tree.map().unwrap().iter().map(|(_, node)| node.value.clone()).collect();
        assert_eq!(
            values,
            [
                "yes".into(),
                true.into(),
                Value::Whole(15),
                1000.0.into(),
                "1".into(),
                Value::Null,
                "2026-02-28".into(),
                "1_000".into(),
                Value::Whole(7),
                Value::Null,
                Value::Whole(31),
            ]
        );
    }

    #[test]
    fn anchors_and_merge_keys_are_resolved() {
        let tree = tree("a: &a {x: 1, y: 2}\nb:\n  <<: *a\n  y: 3\nc: [*a, *a]\nd: {<<: [*a, {z: 9}]}\n");
        let b = tree.get("b").unwrap();
        assert_eq!((b.get("x").unwrap().whole(), b.get("y").unwrap().whole()), (Some(1), Some(3)));
        assert_eq!(tree.get("c").unwrap().list().unwrap()[1], *tree.get("a").unwrap());
        assert_eq!(tree.get("d").unwrap().get("z").unwrap().whole(), Some(9));
    }

    #[test]
    fn laughs_loops_and_depth_end_with_a_problem() {
        let mut laughs = "a0: &a0 [x, x]\n".to_owned();
        for n in 1..40 {
            let last = n - 1;
            laughs += &format!("a{n}: &a{n} [*a{last}, *a{last}, *a{last}, *a{last}]\n");
        }
        let (read, problems) = found(&laughs);
        assert!(!read && problems[0].0 == "too-many-aliases", "{problems:?}");
        assert_eq!(found("a: &a [1, *a]\n"), (false, vec![("alias-of-itself", Some(1))]));
        let deep = "[".repeat(200_000);
        assert_eq!(found(&deep), (false, vec![("too-deep", Some(1))]));
        let deep: String = (0..5_000).map(|n| format!("{}- \n", " ".repeat(n % 90))).collect();
        assert!(!found(&deep).0);
    }

    #[test]
    fn what_is_left_out_is_told() {
        assert_eq!(found("a: 1\nb: 2\na: 3\n"), (true, vec![("duplicate-key", Some(3))]));
        assert_eq!(found("a: 1\n---\nb: 2\n"), (true, vec![("more-documents", Some(2))]));
        assert_eq!(found("a: 1\n---\n}\n").1[0].0, "more-documents");
        assert_eq!(found("[1, 2]: 3\nb: 4\n"), (true, vec![("key-not-text", Some(1))]));
        assert_eq!(found("a: !place x\n"), (true, vec![("unknown-tag", Some(1))]));
        assert_eq!(found("a:\n  b: 1\n\tc: 2\n").1[0].0, "yaml-syntax");
        assert_eq!(found("a: \"x\nb: 1\n").1[0].0, "yaml-syntax");
        assert_eq!(found(""), (true, vec![]));
    }
}
