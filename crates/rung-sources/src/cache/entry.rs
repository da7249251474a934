//! What a source handed over, as bytes, and back.

use std::{collections::BTreeSet, sync::Mutex};

use rung_model::{
    activity::Activity,
    manifest::{Manifest, SourceKind},
    problem::{Problem, Severity},
};

use super::{facts, reader::Reader, writer::Writer};
use crate::read::Read;

/// Names that live as long as the program, of which there are only as many as Rung's own texts.
static FIXED: Mutex<BTreeSet<&'static str>> = Mutex::new(BTreeSet::new());

/// Writes what a source handed over.
pub(super) fn write(writer: &mut Writer, read: &Read) {
    about(writer, read);
    writer.list(&read.evidence, facts::write);
}

/// Reads what a source handed over.
pub(super) fn read(reader: &mut Reader<'_>) -> Option<Read> {
    let mut read = read_about(reader)?;
    read.evidence = reader.list(facts::read)?;
    Some(read)
}

/// Writes all but the facts.
pub(super) fn about(writer: &mut Writer, read: &Read) {
    manifest(writer, &read.manifest);
    writer.list(&read.problems, problem);
    writer.number(read.unused.len() as u64);
    for (what, count) in &read.unused {
        writer.text(what);
        writer.number(*count);
    }
}

/// Reads all but the facts.
pub(super) fn read_about(reader: &mut Reader<'_>) -> Option<Read> {
    let manifest = read_manifest(reader)?;
    let problems = reader.list(read_problem)?;
    let unused = reader.list(|reader| Some((reader.owned()?, reader.number()?)))?.into_iter().collect();
    Some(Read { evidence: Vec::new(), manifest, problems, unused })
}

fn manifest(writer: &mut Writer, one: &Manifest) {
    writer.shared(&one.id);
    writer.text(one.kind.id());
    writer.text(&one.path);
    writer.option(one.days, |writer, (first, last)| {
        writer.date(first);
        writer.date(last);
    });
    writer.option(one.newest, Writer::moment);
    writer.list(&one.sees, |writer, activity| writer.text(activity.id()));
    writer.text(one.can_see);
    writer.text(one.never_sees);
    writer.number(one.rows as u64);
}

fn read_manifest(reader: &mut Reader<'_>) -> Option<Manifest> {
    Some(Manifest {
        id: reader.shared()?,
        kind: SourceKind::from_id(reader.text()?)?,
        path: reader.owned()?,
        days: reader.option(|reader| Some((reader.date()?, reader.date()?)))?,
        newest: reader.option(Reader::moment)?,
        sees: reader.list(|reader| Activity::from_id(reader.text()?))?,
        can_see: fixed(reader.text()?)?,
        never_sees: fixed(reader.text()?)?,
        rows: reader.count()?,
    })
}

fn problem(writer: &mut Writer, one: &Problem) {
    writer.text(&one.file);
    writer.option(one.line, |writer, line| writer.number(line as u64));
    writer.option(one.item.as_deref(), Writer::text);
    writer.text(one.check);
    writer.byte(match one.severity {
        Severity::Note => 0,
        Severity::Warning => 1,
        Severity::Error => 2,
    });
    writer.text(&one.what);
    writer.text(&one.mend);
}

fn read_problem(reader: &mut Reader<'_>) -> Option<Problem> {
    Some(Problem {
        file: reader.owned()?,
        line: reader.option(Reader::count)?,
        item: reader.option(Reader::owned)?,
        check: fixed(reader.text()?)?,
        severity: match reader.byte()? {
            0 => Severity::Note,
            1 => Severity::Warning,
            2 => Severity::Error,
            _ => return None,
        },
        what: reader.owned()?,
        mend: reader.owned()?,
    })
}

fn fixed(text: &str) -> Option<&'static str> {
    let mut known = FIXED.lock().ok()?;
    if let Some(known) = known.get(text) {
        return Some(known);
    }
    let kept: &'static str = Box::leak(text.to_owned().into_boxed_str());
    known.insert(kept);
    Some(kept)
}
