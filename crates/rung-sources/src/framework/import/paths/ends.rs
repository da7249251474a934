//! The roles and positions that are known, by every name they have.

use std::collections::HashMap;

use rung_model::framework::Status;

use super::super::{
    draft::Draft,
    naming::{plain, undecorated},
};

/// Marks behind a name that say it is no longer used.
const RETIRED: [&str; 7] =
    ["(deprecated)", "(retired)", "(obsolete)", "[deprecated]", "[retired]", "(no longer used)", "(not in use)"];

/// A role or a position, by its id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum End {
    Role(String),
    Position(String),
}

impl End {
    pub(super) fn id(&self) -> &str {
        match self {
            Self::Role(id) | Self::Position(id) => id,
        }
    }
}

/// Every name with what it stands for; a name of two things stands for none.
#[derive(Debug, Default)]
pub(super) struct Ends(HashMap<String, Option<End>>);

impl Ends {
    pub(super) fn of(draft: &Draft) -> Self {
        let mut ends = Self::default();
        for role in &draft.framework.roles {
            for name in [&role.id, &role.name, &role.short].into_iter().chain(&role.aliases) {
                ends.add(name, &End::Role(role.id.clone()));
            }
        }
        let roles = ends.0.clone();
        for position in &draft.framework.positions {
            for name in std::iter::once(&position.id).chain(&position.titles) {
                if !roles.contains_key(&plain(name)) {
                    ends.add(name, &End::Position(position.id.clone()));
                }
            }
        }
        ends
    }

    fn add(&mut self, name: &str, end: &End) {
        let name = plain(name);
        if name.is_empty() {
            return;
        }
        let known = self.0.entry(name).or_insert_with(|| Some(end.clone()));
        if known.as_ref() != Some(end) {
            *known = None;
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What a name stands for; "a", "an" and "the" before it do not count.
    pub(super) fn find(&self, name: &str) -> Option<&End> {
        let name = plain(&undecorated(name));
        let bare = ["a ", "an ", "the "].into_iter().find_map(|article| name.strip_prefix(article));
        self.0.get(bare.unwrap_or(&name))?.as_ref()
    }
}

/// Marks as retired what says so behind its own name.
pub(super) fn retire(draft: &mut Draft) {
    let says = |name: &str| {
        let name = name.to_lowercase();
        RETIRED.iter().any(|mark| name.contains(mark))
    };
    for role in &mut draft.framework.roles {
        if says(&role.name) {
            role.status = Status::Retired;
        }
    }
    for position in &mut draft.framework.positions {
        if position.titles.iter().any(|title| says(title)) {
            position.status = Status::Retired;
        }
    }
}
