//! What is written is read again as the same framework, in every notation and however it is cut into files.

use proptest::prelude::*;
use rung_model::framework::{Framework, Provenance};

use super::{
    super::{Notation, builtin, fmt, to_text},
    FULL, any, read_files, shown,
};
use crate::tree::{self, Map, to_json, to_toml, to_yaml};

const NOTATIONS: [(Notation, &str); 3] =
    [(Notation::Toml, "f.toml"), (Notation::Yaml, "f.yaml"), (Notation::Json, "f.json")];

/// The value as a notation can say it: YAML and JSON know dates only as text, JSON no number without an end.
fn sayable(value: &toml::Value, notation: Notation) -> Option<toml::Value> {
    Some(match value {
        toml::Value::Datetime(date) if notation != Notation::Toml => toml::Value::String(date.to_string()),
        toml::Value::Float(number) if notation == Notation::Json && !number.is_finite() => return None,
        toml::Value::Array(list) => {
            toml::Value::Array(list.iter().filter_map(|value| sayable(value, notation)).collect())
        }
        toml::Value::Table(table) => toml::Value::Table(sayable_table(table, notation)),
        value => value.clone(),
    })
}

fn sayable_table(table: &toml::Table, notation: Notation) -> toml::Table {
    table.iter().filter_map(|(key, value)| Some((key.clone(), sayable(value, notation)?))).collect()
}

/// The framework as a notation can say it.
fn as_said(framework: &Framework, notation: Notation) -> Framework {
    let mut f = framework.clone();
    let mut froms: Vec<&mut Provenance> = vec![&mut f.from];
    froms.extend(f.scales.iter_mut().map(|r| &mut r.from));
    froms.extend(f.dimensions.iter_mut().map(|r| &mut r.from));
    froms.extend(f.anchors.iter_mut().map(|r| &mut r.from));
    froms.extend(f.roles.iter_mut().map(|r| &mut r.from));
    froms.extend(f.positions.iter_mut().map(|r| &mut r.from));
    froms.extend(f.cells.iter_mut().map(|r| &mut r.from));
    froms.extend(f.splits.iter_mut().map(|r| &mut r.from));
    froms.extend(f.hands_on.iter_mut().map(|r| &mut r.from));
    froms.extend(f.duties.iter_mut().map(|r| &mut r.from));
    froms.extend(f.spectra.iter_mut().map(|r| &mut r.from));
    froms.extend(f.edges.iter_mut().map(|r| &mut r.published));
    froms.extend(f.bands.iter_mut().map(|r| &mut r.from));
    froms.extend(f.weights.iter_mut().map(|r| &mut r.from));
    froms.extend(f.gates.iter_mut().map(|r| &mut r.from));
    froms.extend(f.extends.iter_mut().map(|r| &mut r.from));
    froms.extend(f.translations.iter_mut().map(|r| &mut r.from));
    for from in froms {
        from.extra = sayable_table(&from.extra, notation);
    }
    f
}

/// The framework as files of one table each, in different notations and from any one of them on.
fn cut(framework: &Framework, first: usize) -> Vec<(&'static str, String)> {
    let (node, _) = tree::toml("f.toml", &to_text(framework, Notation::Toml));
    let node = node.unwrap();
    let tables = node.map().unwrap().iter().enumerate();
    let mut files: Vec<_> = tables
        .map(|(n, (key, node))| {
            let mut alone = Map::default();
            alone.set(&key.text, node.value.clone());
            let alone = tree::Node::new(alone);
            match n % 3 {
                0 => ("a.toml", to_toml(&alone)),
                1 => ("b.yml", to_yaml(&alone)),
                _ => ("c.json", to_json(&alone)),
            }
        })
        .collect();
    let many = files.len();
    files.rotate_left(first % many);
    files
}

#[test]
fn the_full_framework_is_the_same_in_every_notation() {
    let reads = FULL.map(|file| read_files(&[file]));
    assert_eq!(reads.each_ref().map(shown), [const { Vec::<String>::new() }; 3]);
    let [toml, yaml, json] = reads.map(|read| read.framework);
    assert_eq!(as_said(&toml, Notation::Yaml), yaml);
    assert_eq!(yaml, json);
    for ((notation, _), (_, text)) in NOTATIONS.into_iter().zip(FULL).skip(1) {
        assert_eq!(to_text(&toml, notation), text);
    }
    assert_eq!(FULL[0].1.split_once("\n\n").unwrap().1, to_text(&toml, Notation::Toml));
}

#[test]
fn the_built_in_framework_comes_back_in_every_notation() {
    let framework = builtin();
    for (notation, file) in NOTATIONS {
        let text = to_text(&framework, notation);
        let read = read_files(&[(file, text.as_str())]);
        assert_eq!((shown(&read), &read.framework), (vec![], &framework));
        assert_eq!(fmt(file.as_ref(), &text), Ok(text));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn any_framework_comes_back_in_every_notation(framework in any::framework()) {
        for (notation, file) in NOTATIONS {
            let text = to_text(&framework, notation);
            prop_assert_eq!(&text, &to_text(&framework.clone(), notation));
            let read = read_files(&[(file, text.as_str())]);
            prop_assert_eq!(shown(&read), Vec::<String>::new(), "{}", text);
            let said = as_said(&framework, notation);
            prop_assert_eq!(&read.framework, &said, "{}", text);
            prop_assert_eq!(fmt(file.as_ref(), &text), Ok(text), "{}", file);
        }
    }

    #[test]
    fn any_framework_comes_back_from_files_in_any_order(framework in any::framework(), first in 0_usize..21) {
        let framework = as_said(&framework, Notation::Json);
        let read = read_files(&cut(&framework, first));
        prop_assert_eq!(shown(&read), Vec::<String>::new());
        prop_assert_eq!(read.framework, framework);
    }
}
