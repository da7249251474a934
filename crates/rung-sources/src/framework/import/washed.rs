//! Every text of what was imported as the format can hold it: no hidden characters, nothing empty where a word is needed.

use rung_model::framework::{Criterion, Framework, Provenance};

use super::naming::clean;
use crate::strict::is_plain;

/// Stands where a source names something with no letter at all.
const UNNAMED: &str = "unnamed";

/// Cleans all texts. An empty text that may be absent is; one that may not be is called unnamed. A scale or dimension
/// that no file defines (its axes are the built-in ones) has no origin.
pub(super) fn wash(framework: &mut Framework) {
    framework.scales.iter_mut().for_each(|scale| placed(&mut scale.from));
    framework.dimensions.iter_mut().for_each(|dimension| placed(&mut dimension.from));
    framework.anchors.iter_mut().for_each(|anchor| placed(&mut anchor.from));
    needed(&mut framework.name);
    [&mut framework.language, &mut framework.license, &mut framework.source].into_iter().for_each(maybe);
    for scale in &mut framework.scales {
        [&mut scale.name, &mut scale.zero].into_iter().for_each(maybe);
        for level in &mut scale.levels {
            needed(&mut level.name);
            [&mut level.id, &mut level.text].into_iter().for_each(maybe);
        }
    }
    for dimension in &mut framework.dimensions {
        needed(&mut dimension.name);
        [&mut dimension.group, &mut dimension.text].into_iter().for_each(maybe);
    }
    for anchor in &mut framework.anchors {
        maybe(&mut anchor.summary);
        [&mut anchor.signals, &mut anchor.examples].into_iter().for_each(list);
        criteria(&mut anchor.criteria);
    }
    for role in &mut framework.roles {
        needed(&mut role.name);
        [&mut role.short, &mut role.definition].into_iter().for_each(rinse);
        [&mut role.no_duties, &mut role.shift].into_iter().for_each(maybe);
        list(&mut role.aliases);
    }
    for position in &mut framework.positions {
        list(&mut position.titles);
        rinse(&mut position.definition);
    }
    for cell in &mut framework.cells {
        [&mut cell.proficiency, &mut cell.text].into_iter().for_each(maybe);
        [&mut cell.examples, &mut cell.urls].into_iter().for_each(list);
        criteria(&mut cell.criteria);
    }
    framework.splits.iter_mut().for_each(|claim| maybe(&mut claim.note));
    framework.hands_on.iter_mut().for_each(|claim| maybe(&mut claim.note));
    framework.duties.iter_mut().for_each(|duty| needed(&mut duty.name));
    for spectrum in &mut framework.spectra {
        needed(&mut spectrum.name);
        maybe(&mut spectrum.text);
        spectrum.poles.iter_mut().chain(spectrum.pairs.iter_mut().flatten()).for_each(needed);
    }
    for edge in &mut framework.edges {
        maybe(&mut edge.note);
    }
    for band in &mut framework.bands {
        [&mut band.group, &mut band.name].into_iter().for_each(needed);
    }
    framework.gates.iter_mut().for_each(|gate| maybe(&mut gate.text));
    for translation in &mut framework.translations {
        [&mut translation.language, &mut translation.text].into_iter().for_each(needed);
    }
}

fn placed(from: &mut Provenance) {
    from.origin = from.origin.take().filter(|origin| !origin.file.is_empty());
}

/// The text without hidden characters; most are so already.
fn rinse(text: &mut String) {
    if !is_plain(text) {
        *text = clean(text).0;
    }
}

fn needed(text: &mut String) {
    rinse(text);
    if text.is_empty() {
        UNNAMED.clone_into(text);
    }
}

fn maybe(text: &mut Option<String>) {
    text.iter_mut().for_each(rinse);
    *text = text.take().filter(|text| !text.is_empty());
}

fn list(texts: &mut Vec<String>) {
    texts.iter_mut().for_each(rinse);
    texts.retain(|text| !text.is_empty());
}

fn criteria(criteria: &mut Vec<Criterion>) {
    for criterion in criteria.iter_mut() {
        rinse(&mut criterion.text);
        maybe(&mut criterion.id);
        [&mut criterion.examples, &mut criterion.urls].into_iter().for_each(list);
    }
    criteria.retain(|criterion| !criterion.text.is_empty());
}

#[cfg(test)]
mod tests {
    use rung_model::framework::{Cell, Role};

    use super::*;

    #[test]
    fn nothing_empty_and_nothing_hidden_is_left() {
        let mut framework = Framework::default();
        framework.roles.push(Role { name: "\u{200b}".to_owned(), ..Role::default() });
        framework.cells.push(Cell {
            text: Some("\u{202e}".to_owned()),
            proficiency: Some("wor\u{ad}king".to_owned()),
            criteria: vec![Criterion::of(" "), Criterion::of("a  b")],
            ..Cell::default()
        });
        wash(&mut framework);
        assert_eq!(framework.roles[0].name, UNNAMED);
        let cell = &framework.cells[0];
        assert_eq!((cell.text.as_deref(), cell.proficiency.as_deref()), (None, Some("working")));
        assert_eq!(cell.criteria, [Criterion::of("a b")]);
    }
}
