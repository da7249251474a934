//! Weighted scores: percent per dimension and track, bands of the score, and gates.
//!
//! `table.rs` reads tables of weights, `bands.rs` tables of bands, `notes.rs` what pages say of dimensions and levels
//! beside them, `data.rs` the same from YAML and JSON. Bands are taken only where weights are.

mod bands;
mod data;
mod notes;
mod table;

use std::collections::{BTreeMap, HashMap, HashSet};

use rung_model::framework::{Band, DimensionKind, Gate, Provenance, Weights};

use super::{
    draft::Draft,
    naming::{plain, undecorated},
    page::Page,
};

/// Takes weights, then bands, then what explains them.
pub(super) fn import(pages: &[Page], draft: &mut Draft) {
    let before = draft.framework.weights.len();
    let scored = pages.iter().any(|page| bands::any(page) || notes::speak_of_weights(page));
    for page in pages {
        if scored {
            table::read(page, draft);
        }
        data::weights(page, draft);
    }
    if draft.framework.weights.len() == before {
        notes::example_weights(pages, draft);
    }
    if draft.framework.weights.len() == before {
        return;
    }
    for page in pages {
        bands::read(page, draft);
        data::bands(page, draft);
    }
    notes::read(pages, draft);
}

/// Weights of a role, or of all, as they are written: percent or shares of one.
fn push_weights(role: Option<String>, parts: &[(String, f64)], file: &str, line: usize, draft: &mut Draft) {
    let sum: f64 = parts.iter().map(|(_, part)| part).sum();
    let factor = if sum < 2.0 { 100.0 } else { 1.0 };
    let mut percent = BTreeMap::new();
    for (name, part) in parts {
        let id = draft.dimension(&undecorated(name), None, DimensionKind::Skill, file, line);
        percent.insert(id, (part * factor * 1e6).round() / 1e6);
    }
    let id = draft.id("weights", role.as_deref().unwrap_or("all"));
    draft.framework.weights.push(Weights { id, role, percent, from: Provenance::at(file, line) });
}

/// Whether parts are a whole: 100 percent, or one.
fn is_whole(parts: impl Iterator<Item = f64>) -> bool {
    let (mut sum, mut fine) = (0.0, true);
    for part in parts {
        fine &= (0.0..=100.0).contains(&part);
        sum += part;
    }
    fine && ((sum - 100.0_f64).abs() <= 1.0 || (sum - 1.0_f64).abs() <= 0.01)
}

/// A band before it has ids.
struct Found {
    role: String,
    title: String,
    grade: Option<String>,
    min: f64,
    max: Option<f64>,
    gate: Vec<(String, u32)>,
    from: Provenance,
}

/// Makes a position, a band and a gate of each; bands that touch are half-open.
fn push_bands(found: Vec<Found>, draft: &mut Draft) {
    let key = |role: &str, of: f64| (role.to_owned(), of.to_bits());
    let begins: HashSet<(String, u64)> = found.iter().map(|one| key(&one.role, one.min)).collect();
    let half_open = found.iter().any(|one| one.max.is_some_and(|max| begins.contains(&key(&one.role, max))));
    let mut titles: HashMap<(String, String), usize> = HashMap::new();
    for one in &found {
        *titles.entry((one.role.clone(), plain(&one.title))).or_default() += 1;
    }
    for one in found {
        let repeated = titles.get(&(one.role.clone(), plain(&one.title))).is_some_and(|count| *count > 1);
        let (file, line) = one.from.origin.as_ref().map_or((String::new(), 1), |at| (at.file.clone(), at.line));
        let name = match (&one.grade, repeated) {
            (Some(grade), true) => format!("{} {grade}", one.title),
            _ => one.title.clone(),
        };
        let role = draft.role(&one.role, &file, line);
        let position = draft.position(&role, &undecorated(&name), None, &file, line);
        if let Some((position, grade)) = draft.position_mut(&position).zip(one.grade.clone()) {
            position.from.extra.insert("x-grade".to_owned(), toml::Value::String(grade));
        }
        let id = draft.id("band", &format!("{role} {name}"));
        let requires: BTreeMap<String, u32> = one
            .gate
            .iter()
            .map(|(name, n)| (draft.dimension(&undecorated(name), None, DimensionKind::Skill, &file, line), *n))
            .collect();
        if !requires.is_empty() {
            let gate = draft.id("gate", &id);
            let (band, position) = (Some(id.clone()), Some(position.clone()));
            let from = Provenance::at(file.as_str(), line);
            draft.framework.gates.push(Gate { id: gate, band, position, requires, text: None, from });
        }
        draft.framework.bands.push(Band {
            id,
            group: "level".to_owned(),
            name: undecorated(&name),
            min: one.min,
            max: one.max,
            half_open,
            role: Some(role),
            position: Some(position),
            from: one.from,
        });
    }
}

#[cfg(test)]
mod tests;
