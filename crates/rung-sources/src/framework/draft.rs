//! A framework as read, before it is checked: every statement with its place.

use rung_model::{
    activity::Activity,
    framework::{Dimension, Duty, Edge, Framework, HandsOn, Norm, Position, Role, Skill, Source, SplitClaim},
    kind::ActivityMap,
};

use super::{claim, duty, role, skill};
use crate::strict::{Placed, Table};

const TABLES: [&str; 13] = [
    "framework",
    "source",
    "role",
    "scale",
    "dimension",
    "position",
    "split",
    "hands_on",
    "responsibility",
    "skill",
    "edge",
    "norm",
    "activity",
];

/// Id, name and version.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Head {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) version: String,
}

/// A scale: the names of its levels from 1.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Scale {
    pub(super) id: String,
    pub(super) levels: Vec<String>,
}

/// A dimension and the scale it is measured on.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct OnScale {
    pub(super) dimension: Dimension,
    pub(super) scale: String,
}

/// Everything the files state, in order.
#[derive(Clone, Debug, Default)]
pub(super) struct Draft {
    pub(super) heads: Vec<Placed<Head>>,
    pub(super) sources: Vec<Placed<Source>>,
    pub(super) roles: Vec<Placed<Role>>,
    pub(super) scales: Vec<Placed<Scale>>,
    pub(super) dimensions: Vec<Placed<OnScale>>,
    pub(super) positions: Vec<Placed<Position>>,
    pub(super) splits: Vec<Placed<SplitClaim>>,
    pub(super) hands_on: Vec<Placed<HandsOn>>,
    pub(super) duties: Vec<Placed<Duty>>,
    pub(super) skills: Vec<Placed<Skill>>,
    pub(super) edges: Vec<Placed<Edge>>,
    pub(super) norms: Vec<Placed<Norm>>,
    pub(super) activities: Vec<Placed<(Activity, [f64; 4])>>,
}

impl Draft {
    /// Adds what one file states.
    pub(super) fn take(&mut self, root: &Table<'_>) {
        fn all<T>(root: &Table<'_>, key: &str, into: &mut Vec<Placed<T>>, read: fn(&Table<'_>) -> Option<T>) {
            for table in root.tables(key) {
                let table = named(table, key);
                let place = table.place();
                into.extend(read(&table).map(|value| Placed { place, value }));
            }
        }
        root.only(&TABLES);
        if let Some(table) = root.table("framework") {
            let place = table.place();
            self.heads.extend(role::head(&table.called("framework")).map(|value| Placed { place, value }));
        }
        all(root, "source", &mut self.sources, claim::source);
        all(root, "role", &mut self.roles, role::role);
        all(root, "scale", &mut self.scales, role::scale);
        all(root, "dimension", &mut self.dimensions, role::dimension);
        all(root, "position", &mut self.positions, role::position);
        all(root, "split", &mut self.splits, claim::split);
        all(root, "hands_on", &mut self.hands_on, claim::hands_on);
        all(root, "responsibility", &mut self.duties, duty::duty);
        all(root, "skill", &mut self.skills, skill::skill);
        all(root, "edge", &mut self.edges, skill::edge);
        all(root, "norm", &mut self.norms, skill::norm);
        all(root, "activity", &mut self.activities, duty::activity);
    }

    /// The framework without places.
    pub(super) fn into_framework(self) -> Framework {
        fn bare<T>(placed: Vec<Placed<T>>) -> Vec<T> {
            placed.into_iter().map(|placed| placed.value).collect()
        }
        let mut activities = ActivityMap::default();
        for placed in &self.activities {
            activities.set(placed.value.0, placed.value.1);
        }
        let scales = bare(self.scales);
        let levels = |id: &str| scales.iter().find(|scale| scale.id == id).map(|scale| scale.levels.clone());
        let dimensions = bare(self.dimensions)
            .into_iter()
            .map(|on| Dimension { levels: levels(&on.scale).unwrap_or_default(), ..on.dimension })
            .collect();
        let head = bare(self.heads).into_iter().next();
        let (id, name, version) = head.map(|head| (head.id, head.name, head.version)).unwrap_or_default();
        Framework {
            id,
            name,
            version,
            sources: bare(self.sources),
            roles: bare(self.roles),
            dimensions,
            positions: bare(self.positions),
            splits: bare(self.splits),
            hands_on: bare(self.hands_on),
            duties: bare(self.duties),
            skills: bare(self.skills),
            edges: bare(self.edges),
            norms: bare(self.norms),
            activities,
        }
    }
}

/// The table, called by kind and whatever names it.
fn named<'d>(table: Table<'d>, kind: &str) -> Table<'d> {
    let key = ["id", "key", "role", "from"].into_iter().find(|key| table.has(key));
    match key.and_then(|key| table.text(key)) {
        Some(name) => {
            let name = name.chars().take(60).collect::<String>();
            table.called(format!("{kind} `{name}`"))
        }
        None => table.called(kind),
    }
}
