//! One row of a table as an entry.

use csv::StringRecord;
use jiff::civil::{Date, DateTime};
use rung_model::{
    account::{Account, Handle},
    evidence::{When, Zone},
    manifest::SourceKind,
};

use super::{
    super::{
        entry::Entry,
        length::{Unit, seconds},
        moment::{Moment, Order, moment},
        reading::{Reading, shown},
        stretch::{Edge, interval, stretch, zone_of},
    },
    columns::{Column, Columns},
};

/// A day's longest amount, minutes.
const DAY: i64 = 1_440;
/// What the row below all others may say.
const SUMS: [&str; 5] = ["total", "totals", "sum", "summe", "gesamt"];

/// A row that cannot be used: the check, what is wrong, how to mend it.
type Refusal = (&'static str, String, &'static str);

/// Reads a row; what is wrong with it is told.
pub(super) fn read(reading: &mut Reading<'_, '_>, columns: &Columns, order: Order, line: usize, row: &StringRecord) {
    if row.iter().skip(columns.len()).any(|cell| !cell.trim().is_empty()) {
        let what =
            format!("the row has {} cells under {} heads, so nobody knows which is which", row.len(), columns.len());
        let mend = "put quotes around cells that hold the separator";
        return reading.refuse(line, "too-many-cells", what, mend);
    }
    if row.iter().any(|cell| SUMS.iter().any(|sum| cell.trim().trim_end_matches(':').eq_ignore_ascii_case(sum)))
        && columns.cell(Column::Start, row).is_empty()
        && moment(columns.cell(Column::Day, row), order).is_none()
    {
        return reading.not_used("a sum of other rows");
    }
    match when(reading, columns, order, line, row) {
        Ok(Some(when)) => reading.add(&entry(reading.log.kind, columns, line, row), when),
        Ok(None) => {}
        Err((check, what, mend)) => reading.refuse(line, check, what, mend),
    }
}

/// How long the row is and when; `None` where it has no length.
fn when(
    reading: &mut Reading<'_, '_>,
    columns: &Columns,
    order: Order,
    line: usize,
    row: &StringRecord,
) -> Result<Option<When>, Refusal> {
    let read = |column| -> Result<Option<Moment>, Refusal> {
        let text = columns.cell(column, row);
        if text.is_empty() {
            return Ok(None);
        }
        moment(text, order).map(Some).ok_or_else(|| {
            let what = format!("`{}` is no date and no time of day", shown(text));
            ("bad-date", what, "write it as 2026-03-02, 08:30, or both")
        })
    };
    let (day, end_day) = (read(Column::Day)?, read(Column::EndDay)?);
    let (start, end) = (read(Column::Start)?, read(Column::End)?);
    let length = length(reading, columns, line, row)?;
    if length.is_some_and(|length| length < 0) {
        return Err(("bad-duration", "the length is negative".to_owned(), "write how long it was"));
    }
    let date = day.and_then(|day| day.date.or_else(|| day.at.map(|at| reading.log.query.zone.to_datetime(at).date())));
    let start = start.or(day.filter(|day| day.time.is_some() || day.at.is_some()));
    let start_edge = start.and_then(|start| edge(start, date));
    if start.is_some() && start_edge.is_none() && date.is_none() {
        return Err((
            "no-day",
            "the start has no day".to_owned(),
            "add a column Date, or write the day before the time",
        ));
    }
    let first_day = date.or_else(|| start?.date);
    let last_day = end_day.and_then(|day| day.date).or(first_day);
    let end_edge = end.and_then(|end| edge(end, last_day));
    if start_edge.is_none() && end_edge.is_none() {
        return amount(reading, date, length);
    }
    if start_edge.is_some() && end_edge.is_none() && length.is_none() {
        reading.not_used("still running");
        return Ok(None);
    }
    let own_day = end_day.is_some() || end.is_some_and(|end| end.date.is_some() || end.at.is_some());
    let end_edge = over_midnight(start_edge, end_edge, own_day, length);
    let zone = reading.log.query.zone;
    let Some((from, to)) = stretch(start_edge, end_edge, length, zone) else {
        let what = "it has no start, no end and no length that fit together".to_owned();
        return Err(("no-length", what, "write start and end, or a start and how long it was"));
    };
    if from == to {
        reading.not_used("no length");
        return Ok(None);
    }
    if to < from {
        let what = "it ends before it starts".to_owned();
        return Err(("end-before-start", what, "correct the start or the end; an end on the next day needs its date"));
    }
    let apart = length.map_or(0, |length| (to.duration_since(from).as_secs() - length).abs());
    if apart > 60 && end_edge.is_some() && start_edge.is_some() {
        let what = format!("start and end are {} minutes apart from the length given; they were taken", apart / 60);
        reading.note(line, "length-differs", what, "nothing to do if breaks are taken off; else correct the row");
    }
    let zone = match start_edge.or(end_edge) {
        Some(Edge::At(_)) => Zone::Utc,
        _ => zone_of(zone),
    };
    Ok(Some(interval(from, to, zone)))
}

/// A start or end with its day; `None` where it has none.
fn edge(moment: Moment, day: Option<Date>) -> Option<Edge> {
    if let Some(at) = moment.at {
        return Some(Edge::At(at));
    }
    let mut date = moment.date.or(day)?;
    if moment.next_day {
        date = date.tomorrow().ok()?;
    }
    Some(Edge::Local(DateTime::from_parts(date, moment.time?)))
}

/// An end without a day of its own that lies before the start is on the next day, but for the hour that comes twice.
fn over_midnight(start: Option<Edge>, end: Option<Edge>, own_day: bool, length: Option<i64>) -> Option<Edge> {
    match (start, end) {
        (Some(Edge::Local(from)), Some(Edge::Local(to))) if !own_day && to < from => {
            let short = length.is_some_and(|length| length <= 3_600);
            let is_near = from.duration_since(to).as_secs() < 3_600;
            let tomorrow = to.checked_add(jiff::Span::new().days(1)).ok();
            if short && is_near { end } else { tomorrow.map(Edge::Local).or(end) }
        }
        _ => end,
    }
}

fn amount(reading: &mut Reading<'_, '_>, day: Option<Date>, length: Option<i64>) -> Result<Option<When>, Refusal> {
    let Some(day) = day else {
        return Err(("no-day", "the row has no day".to_owned(), "write the day as 2026-03-02"));
    };
    let Some(length) = length else {
        return Err(("no-length", "the row has no length".to_owned(), "write how long it was, or its start and end"));
    };
    let minutes = (length + 30) / 60;
    if minutes > DAY {
        let what = format!("it has {minutes} minutes, more than a day");
        return Err(("too-long", what, "give each day its own row"));
    }
    match u32::try_from(minutes).unwrap_or_default() {
        0 => {
            reading.not_used("no length");
            Ok(None)
        }
        minutes => Ok(Some(When::Amount { day, minutes })),
    }
}

/// How long the row says it is, seconds.
fn length(
    reading: &mut Reading<'_, '_>,
    columns: &Columns,
    line: usize,
    row: &StringRecord,
) -> Result<Option<i64>, Refusal> {
    let units = [
        (Column::Length, Unit::Unsaid),
        (Column::Seconds, Unit::Seconds),
        (Column::Minutes, Unit::Minutes),
        (Column::Hours, Unit::Hours),
    ];
    let Some((text, unit)) =
        units.into_iter().map(|(column, unit)| (columns.cell(column, row), unit)).find(|(text, _)| !text.is_empty())
    else {
        return Ok(None);
    };
    let Some(length) = seconds(text, unit) else {
        let what = format!("`{}` is no length of time", shown(text));
        return Err(("bad-duration", what, "write it as 1:30, 1h30m or 90"));
    };
    if unit == Unit::Unsaid && !text.contains(':') && text.bytes().all(|byte| !byte.is_ascii_alphabetic()) {
        let (means, named) = if text.contains(['.', ',']) { ("hours", "Hours") } else { ("minutes", "Minutes") };
        let what = format!("lengths such as {} were read as {means}", shown(text));
        let check = if means == "hours" { "hours-or-minutes" } else { "minutes-or-hours" };
        let mend = if named == "Hours" {
            "if they are, name the column Hours"
        } else {
            "if they are, name the column Minutes"
        };
        reading.note(line, check, what, mend);
    }
    Ok(Some(length))
}

/// The words of a row.
fn entry(kind: SourceKind, columns: &Columns, line: usize, row: &StringRecord) -> Entry {
    let words = columns.cells(Column::Words, row).next().or_else(|| columns.cells(Column::MoreWords, row).next());
    let tags = columns.cells(Column::Tags, row).flat_map(|cell| cell.split([',', ';', '|'])).map(str::to_owned);
    Entry {
        who: who(kind, columns, row),
        title: words.unwrap_or_default().to_owned(),
        project: columns.cell(Column::Project, row).to_owned(),
        tags: tags.collect(),
        line,
        ..Entry::default()
    }
}

fn who(kind: SourceKind, columns: &Columns, row: &StringRecord) -> Option<Account> {
    let names: Vec<&str> =
        columns.cells(Column::Person, row).take(1).chain(columns.cells(Column::LastName, row)).collect();
    let (name, address) = (names.join(" "), columns.cell(Column::Address, row));
    let address = if address.contains('@') { address } else { "" };
    if name.is_empty() && address.is_empty() {
        return None;
    }
    let account = Account::new(&name, address);
    if kind != SourceKind::Toggl {
        return Some(account);
    }
    let login = if address.is_empty() { name.as_str() } else { address };
    let handle = Handle { system: SourceKind::Toggl.id().into(), id: None, login: Some(login.into()) };
    Some(account.at(handle))
}
