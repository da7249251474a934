//! The format written: the model as TOML, YAML or JSON, always the same for the same framework.

mod claim;
mod fields;
mod fmt;
mod ladder;
mod role;

use rung_model::{
    activity::Activity,
    framework::{Framework, Table},
    kind::ActivityMap,
};

use crate::tree::{Map, Node, Value, to_json, to_toml, to_yaml};
use fields::Fields;
pub use fmt::fmt;

/// How a framework is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notation {
    /// TOML: what Rung writes unless told otherwise.
    Toml,
    /// YAML 1.2.
    Yaml,
    /// JSON.
    Json,
}

impl Notation {
    /// Its file ending, without the dot.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Toml => "toml",
            Self::Yaml => "yaml",
            Self::Json => "json",
        }
    }

    /// The notation of a file ending, without the dot.
    pub fn of_ending(ending: &str) -> Option<Self> {
        match ending.to_lowercase().as_str() {
            "toml" => Some(Self::Toml),
            "yaml" | "yml" => Some(Self::Yaml),
            "json" => Some(Self::Json),
            _ => None,
        }
    }
}

/// The framework in the tables of the format. Reading it again gives the same framework.
pub fn to_text(framework: &Framework, notation: Notation) -> String {
    let node = to_node(framework);
    match notation {
        Notation::Toml => to_toml(&node),
        Notation::Yaml => to_yaml(&node),
        Notation::Json => to_json(&node),
    }
}

fn to_node(framework: &Framework) -> Node {
    let mut root = Map::default();
    root.set(Table::Framework.id(), head(framework));
    let mut all = |table: Table, records: Vec<Map>| {
        if !records.is_empty() {
            root.set(table.id(), records.into_iter().map(Node::new).collect::<Vec<_>>());
        }
    };
    let f = framework;
    all(Table::Source, f.sources.iter().map(claim::source).collect());
    all(Table::Scale, f.scales.iter().map(ladder::scale).collect());
    all(Table::Dimension, f.dimensions.iter().map(ladder::dimension).collect());
    all(Table::Anchor, f.anchors.iter().map(ladder::anchor).collect());
    all(Table::Role, f.roles.iter().map(role::role).collect());
    all(Table::Position, f.positions.iter().map(role::position).collect());
    all(Table::Cell, f.cells.iter().map(ladder::cell).collect());
    all(Table::Split, f.splits.iter().map(claim::split).collect());
    all(Table::HandsOn, f.hands_on.iter().map(claim::hands_on).collect());
    all(Table::Responsibility, f.duties.iter().map(claim::duty).collect());
    all(Table::Skill, f.skills.iter().map(role::skill).collect());
    all(Table::Spectrum, f.spectra.iter().map(claim::spectrum).collect());
    all(Table::Edge, f.edges.iter().map(role::edge).collect());
    all(Table::Norm, f.norms.iter().map(claim::norm).collect());
    all(Table::Band, f.bands.iter().map(ladder::band).collect());
    all(Table::Weights, f.weights.iter().map(ladder::weights).collect());
    all(Table::Gate, f.gates.iter().map(ladder::gate).collect());
    all(Table::Extends, f.extends.iter().map(role::extends).collect());
    all(Table::Translation, f.translations.iter().map(role::translation).collect());
    all(Table::Activity, activities(&f.activities));
    Node::new(Value::Map(root))
}

fn head(framework: &Framework) -> Map {
    Fields::default()
        .text("id", &framework.id)
        .text("name", &framework.name)
        .text("version", &framework.version)
        .maybe("language", framework.language.as_deref())
        .maybe("license", framework.license.as_deref())
        .maybe("source", framework.source.as_deref())
        .from(&framework.from)
}

/// The activities that count otherwise than in Rung's own reading.
fn activities(map: &ActivityMap) -> Vec<Map> {
    let usual = ActivityMap::default();
    let other = Activity::ALL.iter().filter(|activity| map.weights(**activity) != usual.weights(**activity));
    other.map(|activity| claim::activity(*activity, map.weights(*activity))).collect()
}
