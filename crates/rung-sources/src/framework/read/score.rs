//! `[[band]]`, `[[weights]]` and `[[gate]]`.

use std::collections::BTreeMap;

use rung_model::framework::{Band, Gate, Weights};

use super::{levels, provenance};
use crate::strict::Table;

pub(super) fn band(table: &Table<'_>) -> Option<Band> {
    table.needs("min");
    let (id, group, name) = (table.need("id"), table.need("group"), table.need("name"));
    let (min, max) = (table.number("min"), table.number("max"));
    if let (Some(min), Some(max)) = (min, max)
        && min > max
    {
        let what = format!("the band runs from {min} down to {max}");
        table.refuse("min", "range-backwards", what, "swap min and max");
        return None;
    }
    Some(Band {
        id: id?,
        group: group?,
        name: name?,
        min: min?,
        max,
        half_open: table.flag("half_open").unwrap_or(false),
        role: table.label("role"),
        position: table.label("position"),
        from: provenance(table),
    })
}

pub(super) fn weights(table: &Table<'_>) -> Option<Weights> {
    table.needs("percent");
    let id = table.need("id");
    let mut percent = BTreeMap::new();
    if let Some(inner) = table.table("percent").map(|inner| inner.called(table.what())) {
        for dimension in inner.keys() {
            percent.extend(inner.number(dimension).map(|part| (dimension.to_owned(), part)));
        }
    }
    Some(Weights { id: id?, role: table.label("role"), percent, from: provenance(table) })
}

pub(super) fn gate(table: &Table<'_>) -> Option<Gate> {
    let id = table.need("id");
    Some(Gate {
        id: id?,
        band: table.label("band"),
        position: table.label("position"),
        requires: levels(table, "requires"),
        text: table.label("text"),
        from: provenance(table),
    })
}
