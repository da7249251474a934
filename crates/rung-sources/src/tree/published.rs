//! What is published beside the checkout is read and written again, where it is there.

use std::path::Path;

use super::{to_json, to_toml, to_yaml, toml, yaml};

const FOLDER: &str = "../../../shared/data/frameworks";

#[test]
fn a_tagged_list_and_front_matter_are_read_whole() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(FOLDER);
    let Ok(list) = std::fs::read_to_string(folder.join("financial-times/engineering.yml")) else { return };
    let (tree, problems) = yaml("engineering.yml", &list);
    let tree = tree.unwrap();
    let records = tree.get("competencies").and_then(super::Node::list);
    assert_eq!((records.map(<[_]>::len), problems), (Some(72), vec![]));
    assert_eq!(yaml("again.yml", &to_yaml(&tree)).0, Some(tree.clone()));
    assert_eq!(super::json("again.json", &to_json(&tree)).0, Some(tree));

    let Ok(page) = std::fs::read_to_string(folder.join("monzo/people.md")) else { return };
    let front = page.trim_start_matches("---\n").split("\n---").next().unwrap();
    let (tree, problems) = yaml("people.md", front);
    let tree = tree.unwrap();
    assert_eq!((tree.get("levels").unwrap().whole(), problems), (Some(7), vec![]));
    assert!(toml("again.toml", &to_toml(&tree)).0.is_some());
}
