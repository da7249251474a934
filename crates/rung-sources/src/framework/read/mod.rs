//! The format read: every table into the model, every record with its place, every problem at once.

mod claim;
mod duty;
mod ladder;
mod role;
mod score;

use rung_model::{
    activity::Activity,
    framework::{Framework, Origin, Place, Places, Provenance, Table as Kind},
    problem::{Problem, Severity},
};

use super::format;
use crate::strict::{Table, one_of, without_hidden};

/// What the files state, with where.
#[derive(Debug)]
pub(super) struct Draft {
    pub(super) framework: Framework,
    pub(super) places: Places,
    /// Where each `[framework]` stands; there should be one.
    pub(super) heads: Vec<Place>,
    /// Activities that were given a bucket, with where.
    activities: Vec<(Activity, Place)>,
}

impl Draft {
    /// Nothing yet, of a file or folder.
    pub(super) fn new(whole: Place) -> Self {
        Self { framework: Framework::default(), places: Places::new(whole), heads: Vec::new(), activities: Vec::new() }
    }

    /// Adds what one file states.
    pub(super) fn take(&mut self, root: &Table<'_>) {
        let tables: Vec<&str> = format::TABLES.iter().map(|(table, ..)| table.id()).collect();
        root.only(&tables);
        if let Some(table) = root.table("framework").map(|table| table.called("framework")) {
            self.head(&table);
        }
        self.extra(root);
        let Self { framework, places, .. } = self;
        all(root, places, Kind::Source, &mut framework.sources, claim::source);
        all(root, places, Kind::Scale, &mut framework.scales, ladder::scale);
        all(root, places, Kind::Dimension, &mut framework.dimensions, ladder::dimension);
        all(root, places, Kind::Anchor, &mut framework.anchors, ladder::anchor);
        all(root, places, Kind::Role, &mut framework.roles, role::role);
        all(root, places, Kind::Position, &mut framework.positions, role::position);
        all(root, places, Kind::Cell, &mut framework.cells, ladder::cell);
        all(root, places, Kind::Split, &mut framework.splits, claim::split);
        all(root, places, Kind::HandsOn, &mut framework.hands_on, claim::hands_on);
        all(root, places, Kind::Responsibility, &mut framework.duties, duty::duty);
        all(root, places, Kind::Skill, &mut framework.skills, role::skill);
        all(root, places, Kind::Spectrum, &mut framework.spectra, duty::spectrum);
        all(root, places, Kind::Edge, &mut framework.edges, role::edge);
        all(root, places, Kind::Norm, &mut framework.norms, duty::norm);
        all(root, places, Kind::Band, &mut framework.bands, score::band);
        all(root, places, Kind::Weights, &mut framework.weights, score::weights);
        all(root, places, Kind::Gate, &mut framework.gates, score::gate);
        all(root, places, Kind::Extends, &mut framework.extends, role::extends);
        all(root, places, Kind::Translation, &mut framework.translations, role::translation);
        let mut activities = Vec::new();
        all(root, places, Kind::Activity, &mut activities, duty::activity);
        for (activity, weights, place) in activities {
            framework.activities.set(activity, weights);
            match self.activities.iter().find(|(own, _)| *own == activity) {
                Some((_, first)) => {
                    let what = format!("the same stands at {first} already");
                    let problem = place.problem(Severity::Error, "duplicate-id", what, "keep one of the two");
                    root.add(problem.of_item(format!("activity `{}`", activity.id())));
                }
                None => self.activities.push((activity, place)),
            }
        }
    }

    /// There is one `[framework]`, with id, name and version.
    pub(super) fn one_head(&self) -> Vec<Problem> {
        match self.heads.as_slice() {
            [] if !self.framework.roles.is_empty() => {
                let place = Place { line: 1, file: self.places.of(Kind::Role, 0).file.clone() };
                let mend = "add [framework] with id, name and version";
                vec![place.problem(Severity::Error, "missing-head", "no [framework] says what this is", mend)]
            }
            [first, second, ..] => {
                let what = format!("[framework] stands at {first} already");
                vec![second.problem(Severity::Error, "duplicate-id", what, "keep one of them")]
            }
            _ => Vec::new(),
        }
    }

    fn head(&mut self, table: &Table<'_>) {
        only(table, Kind::Framework);
        self.heads.push(table.place());
        let (id, name, version) = (table.need("id"), table.need("name"), table.need("version"));
        let language = table.label("language");
        let (license, source) = (table.label("license"), table.label("source"));
        if self.heads.len() > 1 {
            return;
        }
        self.places.push(Kind::Framework, table.place());
        let own = &mut self.framework;
        own.id = id.unwrap_or_default();
        own.name = name.unwrap_or_default();
        own.version = version.unwrap_or_default();
        (own.language, own.license, own.source) = (language, license, source);
        let Provenance { origin, extra } = provenance(table);
        own.from.origin = origin;
        own.from.extra.extend(extra);
    }

    /// Keys of its own that a file has beside the tables: they belong to the whole.
    fn extra(&mut self, root: &Table<'_>) {
        for (key, value) in root.extra() {
            let kept = &mut self.framework.from.extra;
            if kept.get(&key).is_some_and(|kept| *kept != value) {
                let what = format!("the key `{}` stands elsewhere with another value", shown(&key));
                root.add(root.place_of(&key).problem(Severity::Warning, "duplicate-key", what, "keep one of the two"));
            } else {
                kept.insert(key, value);
            }
        }
    }
}

/// Reads each `[[table]]` of a file.
fn all<T>(root: &Table<'_>, places: &mut Places, kind: Kind, into: &mut Vec<T>, read: fn(&Table<'_>) -> Option<T>) {
    for table in root.tables(kind.id()) {
        let table = named(table, kind);
        only(&table, kind);
        if let Some(record) = read(&table) {
            places.push(kind, table.place());
            into.push(record);
        }
    }
}

fn only(table: &Table<'_>, kind: Kind) {
    let names = format::names(kind);
    if matches!(kind, Kind::Source | Kind::Skill | Kind::Norm | Kind::Activity) {
        only_these(table, &names);
    } else {
        table.only(&names);
    }
}

/// The keys of a table that keeps none of its own: `x-` keys are left out with a warning.
fn only_these(table: &Table<'_>, names: &[&str]) {
    table.only(names);
    for key in table.extra().keys() {
        let what = format!("the key `{}` is left out: records of this kind keep no keys of their own", shown(key));
        let place = table.place_of(key);
        let mend = "put it into the table around it, or into [framework]";
        table.add(place.problem(Severity::Warning, "extra-left-out", what, mend).of_item(table.what()));
    }
}

/// The table, called by kind and whatever names it.
fn named<'d>(table: Table<'d>, kind: Kind) -> Table<'d> {
    let key = ["id", "key", "role", "from", "dimension"].into_iter().find_map(|key| table.peek(key));
    match key {
        Some(name) => {
            let name = without_hidden(name).0.chars().take(60).collect::<String>();
            table.called(format!("{} `{name}`", kind.id()))
        }
        None => table.called(kind.id()),
    }
}

/// Where a record says it was imported from, and its `x-` keys.
fn provenance(table: &Table<'_>) -> Provenance {
    let origin = table.text("origin").and_then(|text| {
        let origin = Origin::parse(text);
        if origin.is_none() {
            let what = format!("`{}` is no file and line", shown(text));
            table.refuse("origin", "bad-origin", what, "write file:line, or take it out");
        }
        origin
    });
    Provenance { origin, extra: table.extra() }
}

/// The value whose machine name stands under `key`.
fn known<T: Copy>(table: &Table<'_>, key: &str, values: &[(&str, T)]) -> Option<T> {
    let text = table.text(key)?;
    let found = values.iter().find(|(id, _)| *id == text).map(|(_, value)| *value);
    if found.is_none() {
        let ids: Vec<&str> = values.iter().map(|(id, _)| *id).collect();
        table.refuse(key, "unknown-value", format!("`{}` is no {key}", shown(text)), one_of(text, &ids));
    }
    found
}

/// A list of texts without their places and without hidden characters.
fn list(table: &Table<'_>, key: &str) -> Vec<String> {
    table.texts(key).into_iter().map(|(text, place)| cleaned(table, key, text, &place)).collect()
}

/// A text of a list without hidden characters; a note tells where there were any.
fn cleaned(table: &Table<'_>, key: &str, text: &str, place: &Place) -> String {
    let (text, taken) = without_hidden(text);
    if taken > 0 {
        let what = format!("hidden characters were taken out of `{key}`");
        let mend = "type the text again instead of pasting it";
        table.add(place.problem(Severity::Note, "hidden-characters", what, mend).of_item(table.what()));
    }
    text
}

/// A text as quoted in a problem.
fn shown(text: &str) -> String {
    let start: String = text.chars().take(60).collect();
    start.escape_debug().to_string()
}

/// Levels by dimension id.
fn levels(table: &Table<'_>, key: &str) -> std::collections::BTreeMap<String, u32> {
    let mut levels = std::collections::BTreeMap::new();
    if let Some(inner) = table.table(key).map(|inner| inner.called(table.what())) {
        for dimension in inner.keys() {
            levels.extend(inner.whole(dimension, 0, 100).map(|level| (dimension.to_owned(), level)));
        }
    }
    levels
}
