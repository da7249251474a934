//! Constants as published files write them.

use super::super::{Constant, Node, javascript, to_json};

type Read = (Vec<(String, usize, String)>, Vec<(&'static str, Option<usize>)>);

fn read(text: &str) -> Read {
    let (constants, problems) = javascript("f.ts", text);
    let short = |node: &Node| to_json(node).split_whitespace().collect::<Vec<_>>().join(" ");
    let constants = constants.into_iter().map(|c: Constant| (c.name, c.line, short(&c.node))).collect();
    (constants, problems.iter().map(|problem| (problem.check, problem.line)).collect())
}

fn one(text: &str) -> String {
    let (constants, problems) = read(text);
    assert_eq!(problems, [], "{text}");
    assert_eq!(constants.len(), 1, "{text}");
    constants[0].2.clone()
}

#[test]
fn literals_are_read_in_every_way_they_are_written() {
    assert_eq!(one("const a = { b: 'it\\'s', \"c\": [1, -2.5, 0x10, 1e3,], 'd-e': `x\ny`, 7: null, /* } */ }"), {
        "{ \"b\": \"it's\", \"c\": [ 1, -2.5, 16, 1000.0 ], \"d-e\": \"x\\ny\", \"7\": null }"
    });
    assert_eq!(one("export const a: Record<string, { b: () => void }> = { b: true } as const"), "{ \"b\": true }");
    assert_eq!(one("let a = 'one ' +\n  'two' // three\n"), "\"one two\"");
    assert_eq!(one("export default Object.freeze([('a'), \"b\" as string]);"), "[ \"a\", \"b\" ]");
    assert_eq!(one("module.exports = {\n  a: 1,\n}\n"), "{ \"a\": 1 }");
    assert_eq!(one("exports.a = [1]"), "[ 1 ]");
}

#[test]
fn types_imports_and_names_of_exports_say_nothing() {
    let text = "'use strict'\nimport x from 'x'\nexport type A = 'p' |\n  'q'\ninterface B {\n  c: string\n}\n\
                export const d = 1\nexport { d }\ntype E = {| 'f': A |}\nlet later, too: A;\n";
    assert_eq!(read(text), (vec![("d".into(), 8, "1".into())], vec![]));
}

#[test]
fn a_switch_of_constants_is_a_map() {
    let expected = "{ \"0\": 0, \"1\": 3, \"two\": 3, \"default\": 9 }";
    let cases = "switch (m) {\n case 0: return 0;\n case 1:\n case 'two': { return 3 }\n default: return 9\n }";
    for text in [
        format!("export const points = (m: Step): number => {{ {cases} }}"),
        format!("export function points(m) {{\n {cases}\n}}\n"),
        format!("const points = m => {{ {cases} }}"),
        format!("const points = function (m) {{ {} return 9 }}", cases.replace("default: return 9", "")),
    ] {
        assert_eq!(one(&text), expected, "{text}");
    }
}

#[test]
fn names_of_earlier_constants_are_resolved() {
    let text = "const low = { n: 1 }, steps = ['a', 'b']\nconst all = { low, high: low.n, first: steps[0],\n  \
                list: [...steps, 'c'], ...low, [steps[1]]: 2, n: 5 }\n";
    let (constants, problems) = read(text);
    assert_eq!(problems, []);
    assert_eq!(
        constants[2].2,
        "{ \"low\": { \"n\": 1 }, \"high\": 1, \"first\": \"a\", \"list\": [ \"a\", \"b\", \"c\" ], \"n\": 5, \"b\": 2 }"
    );
}

#[test]
fn what_is_no_literal_is_noted_with_its_line_and_the_rest_is_kept() {
    let text = "const a = {\n  b: 1,\n  c: f(2),\n  d() { return ']' },\n  e: `x${1 + \"}`\"}`,\n  g: [3, unknown],\n}\n\
                const h = a.b + 1\nfunction i() { return 1 }\nrun()\nconst j = Object.keys(a)\nconst k = /[/'\"]}/\n\
                const l = 7\n";
    let (constants, problems) = read(text);
    assert_eq!(constants, [("a".into(), 1, "{ \"b\": 1, \"g\": [ 3, null ] }".into()), ("l".into(), 13, "7".into()),]);
    let lines: Vec<_> = problems.iter().map(|(_, line)| line.unwrap()).collect();
    assert_eq!(lines, [3, 4, 5, 6, 8, 9, 10, 11, 12]);
    assert!(problems.iter().all(|(check, _)| *check == "not-a-literal"));
}

#[test]
fn damage_ends_with_a_problem() {
    let (constants, problems) = read("const a = { b: [1, 2");
    assert_eq!(constants[0].2, "{ \"b\": [ 1, 2 ] }");
    assert_eq!(problems, [("never-closed", Some(1)), ("never-closed", Some(1))]);
    assert_eq!(read("const a = { b: 1, b: 2 }").1, [("duplicate-key", Some(1))]);
    assert_eq!(read(&format!("const a = {}", "[".repeat(100_000))).1[0].0, "too-deep");
    assert_eq!(read("const a = 'x\nconst b = 1").1, [("not-a-literal", Some(1))]);
    let mut laughs = "const a0 = ['x', 'x']\n".to_owned();
    for n in 1..40 {
        let last = n - 1;
        laughs += &format!("const a{n} = [a{last}, a{last}, a{last}]\n");
    }
    assert!(read(&laughs).1.iter().all(|(check, _)| *check == "not-a-literal"));
}
