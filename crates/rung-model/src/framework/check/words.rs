//! Every text of a framework, record by record, for the checks that read words.

use super::{Whole, cell_item};
use crate::framework::{Criterion, Table};

/// The texts of one record.
pub(super) struct Texts<'a> {
    /// Which record it is.
    pub(super) at: (Table, usize),
    /// What it is called in a problem: "role `lead`".
    pub(super) item: String,
    /// Its texts, names included.
    pub(super) texts: Vec<&'a str>,
}

/// The texts of every record that has any, sources left out: their authors are named on purpose.
pub(super) fn texts<'a>(whole: &Whole<'a>) -> Vec<Texts<'a>> {
    let mut all = Vec::new();
    described(whole, &mut all);
    asked(whole, &mut all);
    claimed(whole, &mut all);
    all
}

fn push<'a>(all: &mut Vec<Texts<'a>>, table: Table, n: usize, id: &str, texts: Vec<&'a str>) {
    all.push(Texts { at: (table, n), item: format!("{} `{id}`", table.id()), texts });
}

fn strings(texts: &[String]) -> impl Iterator<Item = &str> {
    texts.iter().map(String::as_str)
}

fn criteria(criteria: &[Criterion]) -> impl Iterator<Item = &str> {
    criteria.iter().flat_map(|criterion| std::iter::once(criterion.text.as_str()).chain(strings(&criterion.examples)))
}

/// The framework itself, its roles, positions, dimensions and scales.
fn described<'a>(whole: &Whole<'a>, all: &mut Vec<Texts<'a>>) {
    let f = whole.framework;
    push(all, Table::Framework, 0, &f.id, vec![&f.name]);
    for (n, role) in f.roles.iter().enumerate() {
        let mut texts = vec![role.name.as_str(), &role.short, &role.definition];
        texts.extend(strings(&role.aliases).chain(role.shift.as_deref()).chain(role.no_duties.as_deref()));
        push(all, Table::Role, n, &role.id, texts);
    }
    for (n, position) in f.positions.iter().enumerate() {
        let texts = std::iter::once(position.definition.as_str()).chain(strings(&position.titles)).collect();
        push(all, Table::Position, n, &position.id, texts);
    }
    for (n, dimension) in f.dimensions.iter().enumerate() {
        let beside = dimension.group.as_deref().into_iter().chain(dimension.text.as_deref());
        let texts = std::iter::once(dimension.name.as_str()).chain(beside).collect();
        push(all, Table::Dimension, n, &dimension.id, texts);
    }
    for (n, scale) in f.scales.iter().enumerate() {
        let levels = scale.levels.iter();
        let levels = levels.flat_map(|level| std::iter::once(level.name.as_str()).chain(level.text.as_deref()));
        let texts = scale.name.as_deref().into_iter().chain(scale.zero.as_deref()).chain(levels).collect();
        push(all, Table::Scale, n, &scale.id, texts);
    }
    for (n, spectrum) in f.spectra.iter().enumerate() {
        let pairs = spectrum.pairs.iter().chain(std::iter::once(&spectrum.poles)).flatten().map(String::as_str);
        let texts = std::iter::once(spectrum.name.as_str()).chain(pairs).chain(spectrum.text.as_deref()).collect();
        push(all, Table::Spectrum, n, &spectrum.id, texts);
    }
}

/// What levels and positions ask.
fn asked<'a>(whole: &Whole<'a>, all: &mut Vec<Texts<'a>>) {
    let f = whole.framework;
    for (n, anchor) in f.anchors.iter().enumerate() {
        let examples = strings(&anchor.signals).chain(strings(&anchor.examples));
        let texts = anchor.summary.as_deref().into_iter().chain(criteria(&anchor.criteria)).chain(examples).collect();
        push(all, Table::Anchor, n, &format!("{} {}", anchor.dimension, anchor.level), texts);
    }
    for (n, cell) in f.cells.iter().enumerate() {
        let said = cell.text.as_deref().into_iter().chain(cell.proficiency.as_deref());
        let texts = said.chain(criteria(&cell.criteria)).chain(strings(&cell.examples)).collect();
        all.push(Texts { at: (Table::Cell, n), item: cell_item(cell), texts });
    }
    for (n, gate) in f.gates.iter().enumerate() {
        push(all, Table::Gate, n, &gate.id, gate.text.as_deref().into_iter().collect());
    }
    for (n, band) in f.bands.iter().enumerate() {
        push(all, Table::Band, n, &band.id, vec![&band.name]);
    }
}

/// Duties, skills, norms, translations and the notes of claims.
fn claimed<'a>(whole: &Whole<'a>, all: &mut Vec<Texts<'a>>) {
    let f = whole.framework;
    for (n, duty) in f.duties.iter().enumerate() {
        push(all, Table::Responsibility, n, &duty.id, vec![&duty.name]);
    }
    for (n, skill) in f.skills.iter().enumerate() {
        push(all, Table::Skill, n, &skill.id, vec![&skill.name]);
    }
    for (n, norm) in f.norms.iter().enumerate() {
        push(all, Table::Norm, n, &norm.id, vec![&norm.text]);
    }
    for (n, text) in f.translations.iter().enumerate() {
        push(all, Table::Translation, n, &format!("{} {}", text.id, text.language), vec![&text.text]);
    }
    for (n, split) in f.splits.iter().enumerate() {
        push(all, Table::Split, n, &split.role, split.note.as_deref().into_iter().collect());
    }
    for (n, range) in f.hands_on.iter().enumerate() {
        push(all, Table::HandsOn, n, &range.role, range.note.as_deref().into_iter().collect());
    }
    for (n, edge) in f.edges.iter().enumerate() {
        push(all, Table::Edge, n, &edge.from, edge.note.as_deref().into_iter().collect());
    }
}

/// A text in lower case with single spaces, for comparing.
pub(super) fn normal(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
