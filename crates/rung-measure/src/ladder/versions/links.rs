//! Paths, inheritance, translations and rules of scoring, as records of one shape.

use rung_model::framework::{Framework, Table};

use super::{
    record::{Record, Renames},
    tables::{ORDER, lines, number, text},
};

pub(super) fn links(f: &Framework, table: Table, now: &Renames) -> Vec<Record> {
    let either = |id: &str| {
        let role = now.of(Table::Role, id);
        if role == id { now.of(Table::Position, id) } else { role }
    };
    match table {
        Table::Edge => {
            let of = |r: &rung_model::framework::Edge| {
                let years = r.years.map(|years| format!("{}-{}", years.min, years.max)).unwrap_or_default();
                let id = format!("{} {} {}", r.from, r.kind.id(), r.to);
                Record::new(&id, format!("{} {} {}", either(&r.from), r.kind.id(), either(&r.to)))
                    .at("from", either(&r.from))
                    .at("to", either(&r.to))
                    .at("kind", r.kind.id())
                    .with("years", years)
                    .with("sources", lines(&r.sources))
                    .with("note", text(r.note.as_ref()))
                    .published(&r.published)
            };
            f.edges.iter().map(of).collect()
        }
        Table::Extends => {
            let of = |r: &rung_model::framework::Extends| {
                let (role, base) = (now.of(Table::Role, &r.role), now.of(Table::Role, &r.base));
                Record::new(&format!("{} {}", r.role, r.base), format!("{role} {base}"))
                    .at("role", role)
                    .at("base", base)
                    .with("dimensions", now.all(Table::Dimension, &r.dimensions))
                    .published(&r.from)
            };
            f.extends.iter().map(of).collect()
        }
        _ => {
            let of = |r: &rung_model::framework::Translation| {
                let table = ORDER.into_iter().find(|table| table.id() == r.table);
                let id = table.map_or_else(|| r.id.clone(), |table| now.of(table, &r.id));
                let key = [r.table.as_str(), &id, &r.key, &r.language].join(" ");
                Record::new(&r.id, key)
                    .saying([r.text.as_str()])
                    .at("table", &r.table)
                    .at("record", id)
                    .at("key", &r.key)
                    .at("language", &r.language)
                    .published(&r.from)
            };
            f.translations.iter().map(of).collect()
        }
    }
}

pub(super) fn scoring(f: &Framework, table: Table, now: &Renames) -> Vec<Record> {
    match table {
        Table::Band => {
            let of = |r: &rung_model::framework::Band| {
                Record::new(&r.id, &r.id)
                    .named(&r.name)
                    .at("group", &r.group)
                    .at("role", now.maybe(Table::Role, r.role.as_ref()))
                    .at("position", now.maybe(Table::Position, r.position.as_ref()))
                    .with("min", r.min.to_string())
                    .with("max", number(r.max))
                    .with("half_open", if r.half_open { "yes" } else { "" })
                    .published(&r.from)
            };
            f.bands.iter().map(of).collect()
        }
        Table::Weights => {
            let of = |r: &rung_model::framework::Weights| {
                Record::new(&r.id, &r.id)
                    .at("role", now.maybe(Table::Role, r.role.as_ref()))
                    .with("percent", now.levels(Table::Dimension, &r.percent))
                    .published(&r.from)
            };
            f.weights.iter().map(of).collect()
        }
        _ => {
            let of = |r: &rung_model::framework::Gate| {
                Record::new(&r.id, &r.id)
                    .saying(r.text.as_deref())
                    .at("band", now.maybe(Table::Band, r.band.as_ref()))
                    .at("position", now.maybe(Table::Position, r.position.as_ref()))
                    .with("requires", now.levels(Table::Dimension, &r.requires))
                    .published(&r.from)
            };
            f.gates.iter().map(of).collect()
        }
    }
}
