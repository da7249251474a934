//! Points to levels: each threshold begins a band that ends where the next one begins.

use rung_model::framework::{Band, Provenance};

use super::{
    super::{
        draft::Draft,
        fields::{NAME, entries, field, number, number_in, scalar, words},
    },
    tables::Tables,
};

/// Least points, level and line.
type Threshold = (f64, String, usize);

/// Makes the bands of the first table of thresholds.
pub(super) fn thresholds(tables: &Tables<'_>, draft: &mut Draft) {
    for table in &tables.all {
        if draft.is_taken(table.node) || !table.name.contains("level") && !table.name.contains("point") {
            continue;
        }
        let found: Option<Vec<Threshold>> = entries(table.node)
            .into_iter()
            .map(|(key, node)| match key {
                Some(key) => {
                    let forward = number_in(&key.text).zip(scalar(node));
                    let (min, name) = forward.or_else(|| Some((number(node)?, key.text.clone())))?;
                    Some((min, name, key.line))
                }
                None => {
                    let map = node.map()?;
                    let least = map.iter().find(|(key, _)| least(&words(&key.text)))?;
                    let name = field(map, NAME).or_else(|| field(map, &["level", "grade"]))?;
                    Some((number(&least.1)?, scalar(&name.1)?, node.line))
                }
            })
            .collect();
        let Some(mut found) = found.filter(|found| found.len() > 1) else { continue };
        if entries(table.node).iter().any(|(_, node)| node.map().is_some_and(|map| map.len() > 2)) {
            continue;
        }
        found.sort_by(|a, b| a.0.total_cmp(&b.0));
        let ends: Vec<Option<f64>> = found.iter().skip(1).map(|next| Some(next.0)).chain([None]).collect();
        for ((min, name, line), max) in found.into_iter().zip(ends) {
            let name = draft.text(&name);
            let id = draft.id("band", &format!("level {name}"));
            let from = Provenance::at(table.page.file.as_str(), line);
            let group = "level".to_owned();
            draft.framework.bands.push(Band { id, group, name, min, max, half_open: true, from, ..Band::default() });
        }
        draft.take_node(table.node);
        draft.recognise(table.page);
        return;
    }
}

/// Whether a key says where a band begins.
pub(super) fn least(words: &str) -> bool {
    words.split(' ').any(|word| matches!(word, "min" | "minimum" | "from" | "threshold" | "ab" | "von" | "points"))
        && !words.contains("max")
}
