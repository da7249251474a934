//! Roles, positions, skills, edges, inheritance and translations as records.

use rung_model::framework::{Edge, EdgeKind, Extends, Family, Position, Role, Skill, Span, Track, Translation};

use super::{
    fields::{Fields, shortest},
    ladder::status,
};
use crate::tree::Map;

pub(super) fn role(role: &Role) -> Map {
    Fields::default()
        .text("id", &role.id)
        .text("name", &role.name)
        .text("short", &role.short)
        .texts("aliases", &role.aliases)
        .maybe("track", role.track.map(Track::id))
        .maybe("family", role.family.map(Family::id))
        .flag("stands_for_family", role.stands_for_family)
        .maybe("variant_of", role.variant_of.as_deref())
        .text("definition", &role.definition)
        .texts("sources", &role.sources)
        .maybe("no_duties", role.no_duties.as_deref())
        .maybe("shift", role.shift.as_deref())
        .maybe("status", status(role.status))
        .from(&role.from)
}

pub(super) fn position(position: &Position) -> Map {
    Fields::default()
        .text("id", &position.id)
        .text("role", &position.role)
        .set("rank", position.rank)
        .texts("titles", &position.titles)
        .text("definition", &position.definition)
        .texts("equivalent", &position.equivalent)
        .maybe("status", status(position.status))
        .levels("requires", &position.requires)
        .from(&position.from)
}

pub(super) fn skill(skill: &Skill) -> Map {
    let levels = skill.levels.iter().map(|(role, level)| (role.clone(), u32::from(level.0))).collect();
    Fields::default()
        .text("id", &skill.id)
        .text("name", &skill.name)
        .text("bucket", skill.bucket.id())
        .all_levels("levels", &levels)
        .done()
}

pub(super) fn edge(edge: &Edge) -> Map {
    let mut fields = Fields::default().text("from", &edge.from).text("to", &edge.to);
    if edge.kind != EdgeKind::default() {
        fields = fields.text("kind", edge.kind.id());
    }
    if let Some(years) = edge.years {
        fields = fields.set("years", span(years));
    }
    fields.texts("sources", &edge.sources).maybe("note", edge.note.as_deref()).from(&edge.published)
}

/// `{ min, max }`.
pub(super) fn span(span: Span) -> Map {
    Fields::default().set("min", shortest(span.min)).set("max", shortest(span.max)).done()
}

pub(super) fn extends(extends: &Extends) -> Map {
    Fields::default()
        .text("role", &extends.role)
        .text("base", &extends.base)
        .texts("dimensions", &extends.dimensions)
        .from(&extends.from)
}

pub(super) fn translation(translation: &Translation) -> Map {
    Fields::default()
        .text("table", &translation.table)
        .text("id", &translation.id)
        .text("key", &translation.key)
        .text("language", &translation.language)
        .text("text", &translation.text)
        .from(&translation.from)
}
