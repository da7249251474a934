//! Facts as bytes, and back.

use std::sync::Arc;

use rung_model::{
    activity::Activity,
    commit::{Commit, PathClasses, Standing},
    evidence::{Evidence, EvidenceId, Object, Quality, RoleInEvent, Verb, When, Zone},
    kind::{Kind, NotCounted},
    logged::Logged,
    occurrence::{Attendee, Busy, Occurrence, Rsvp},
    time_entry::TimeEntry,
    work_item::{Change, ItemEvent, WorkItem, WorkItemKind},
};

use super::{reader::Reader, writer::Writer};

const ROLES: [RoleInEvent; 7] = [
    RoleInEvent::Author,
    RoleInEvent::CoAuthor,
    RoleInEvent::Reviewer,
    RoleInEvent::Assignee,
    RoleInEvent::Organizer,
    RoleInEvent::Attendee,
    RoleInEvent::Subject,
];
const QUALITIES: [Quality; 4] = [Quality::Exact, Quality::Derived, Quality::Squashed, Quality::Imported];
const RSVPS: [Rsvp; 7] =
    [Rsvp::Organizer, Rsvp::Accepted, Rsvp::Tentative, Rsvp::NeedsAction, Rsvp::Declined, Rsvp::Delegated, Rsvp::Own];
const BUSIES: [Busy; 5] = [Busy::Busy, Busy::Free, Busy::OutOfOffice, Busy::Elsewhere, Busy::Focus];
const ITEM_KINDS: [WorkItemKind; 7] = [
    WorkItemKind::PullRequest,
    WorkItemKind::Issue,
    WorkItemKind::Discussion,
    WorkItemKind::Release,
    WorkItemKind::Deployment,
    WorkItemKind::Document,
    WorkItemKind::Incident,
];

/// Writes a value by its place in the list of all values; what is not in the list cannot be read back.
fn put<T: PartialEq>(writer: &mut Writer, all: &[T], one: &T) {
    writer.number(all.iter().position(|known| known == one).unwrap_or(all.len()) as u64);
}

fn take<T: Copy>(reader: &mut Reader<'_>, all: &[T]) -> Option<T> {
    all.get(reader.count()?).copied()
}

/// Writes a fact.
pub(super) fn write(writer: &mut Writer, fact: &Evidence) {
    writer.bytes(&fact.id.0.to_le_bytes());
    writer.shared(&fact.source);
    put(writer, &Verb::ALL, &fact.verb);
    writer.account(&fact.actor);
    put(writer, &ROLES, &fact.role);
    when(writer, &fact.when);
    put(writer, &QUALITIES, &fact.quality);
    object(writer, &fact.object);
}

/// Reads a fact.
pub(super) fn read(reader: &mut Reader<'_>) -> Option<Evidence> {
    Some(Evidence {
        id: EvidenceId(u128::from_le_bytes(reader.bytes(16)?.try_into().ok()?)),
        source: reader.shared()?,
        verb: take(reader, &Verb::ALL)?,
        actor: reader.account()?,
        role: take(reader, &ROLES)?,
        when: read_when(reader)?,
        quality: take(reader, &QUALITIES)?,
        object: read_object(reader)?,
    })
}

fn zone(writer: &mut Writer, zone: &Zone) {
    match zone {
        Zone::Named(name) => {
            writer.byte(0);
            writer.shared(name);
        }
        Zone::Offset(seconds) => {
            writer.byte(1);
            writer.signed(i64::from(*seconds));
        }
        Zone::Utc => writer.byte(2),
        Zone::Floating => writer.byte(3),
    }
}

fn read_zone(reader: &mut Reader<'_>) -> Option<Zone> {
    Some(match reader.byte()? {
        0 => Zone::Named(reader.shared()?),
        1 => Zone::Offset(i32::try_from(reader.signed()?).ok()?),
        2 => Zone::Utc,
        3 => Zone::Floating,
        _ => return None,
    })
}

fn when(writer: &mut Writer, when: &When) {
    match when {
        When::Instant { at, zone: written } => {
            writer.byte(0);
            writer.moment(*at);
            zone(writer, written);
        }
        When::Interval { start, end, zone: written } => {
            writer.byte(1);
            writer.moment(*start);
            writer.moment(*end);
            zone(writer, written);
        }
        When::AllDay { first, after } => {
            writer.byte(2);
            writer.date(*first);
            writer.date(*after);
        }
        When::Amount { day, minutes } => {
            writer.byte(3);
            writer.date(*day);
            writer.number(u64::from(*minutes));
        }
    }
}

fn read_when(reader: &mut Reader<'_>) -> Option<When> {
    Some(match reader.byte()? {
        0 => When::Instant { at: reader.moment()?, zone: read_zone(reader)? },
        1 => When::Interval { start: reader.moment()?, end: reader.moment()?, zone: read_zone(reader)? },
        2 => When::AllDay { first: reader.date()?, after: reader.date()? },
        3 => When::Amount { day: reader.date()?, minutes: u32::try_from(reader.number()?).ok()? },
        _ => return None,
    })
}

fn object(writer: &mut Writer, object: &Object) {
    match object {
        Object::Commit(one) => {
            writer.byte(0);
            writer.commit(one, commit);
        }
        Object::Occurrence(one) => {
            writer.byte(1);
            occurrence(writer, one);
        }
        Object::Logged(one) => {
            writer.byte(2);
            logged(writer, one);
        }
        Object::Item(one) => {
            writer.byte(3);
            writer.item(&one.item, item);
            writer.option(one.change.as_ref(), |writer, change| {
                writer.shared(&change.field);
                writer.option(change.from.as_ref(), Writer::shared);
                writer.option(change.to.as_ref(), Writer::shared);
            });
        }
        Object::Entry(one) => {
            writer.byte(4);
            entry(writer, one);
        }
    }
}

fn read_object(reader: &mut Reader<'_>) -> Option<Object> {
    Some(match reader.byte()? {
        0 => Object::Commit(reader.commit(read_commit)?),
        1 => Object::Occurrence(Box::new(read_occurrence(reader)?)),
        2 => Object::Logged(Box::new(read_logged(reader)?)),
        3 => {
            let item = reader.item(read_item)?;
            let change = reader.option(|reader| {
                let field = reader.shared()?;
                let from = reader.option(Reader::shared)?;
                Some(Change { field, from, to: reader.option(Reader::shared)? })
            })?;
            Object::Item(Box::new(ItemEvent { item, change }))
        }
        4 => Object::Entry(Box::new(read_entry(reader)?)),
        _ => return None,
    })
}

fn item(writer: &mut Writer, item: &WorkItem) {
    put(writer, &ITEM_KINDS, &item.kind);
    writer.shared(&item.project);
    writer.text(&item.key);
    writer.option(item.title.as_deref(), Writer::text);
    writer.list(&item.labels, Writer::shared);
    writer.option(item.type_name.as_ref(), Writer::shared);
    writer.option(item.author.as_ref(), Writer::account);
    writer.list(&item.assignees, Writer::account);
    writer.list(&item.commits, |writer, id| writer.text(id));
    writer.option(item.merged_as.as_deref(), Writer::text);
}

fn read_item(reader: &mut Reader<'_>) -> Option<WorkItem> {
    let kind = take(reader, &ITEM_KINDS)?;
    let project = reader.shared()?;
    let mut item = WorkItem::new(kind, project, reader.text()?);
    item.title = reader.option(Reader::text)?.map(Into::into);
    item.labels = reader.list(Reader::shared)?;
    item.type_name = reader.option(Reader::shared)?;
    item.author = reader.option(Reader::account)?;
    item.assignees = reader.list(Reader::account)?;
    item.commits = reader.list(Reader::owned)?;
    item.merged_as = reader.option(Reader::owned)?;
    Some(item)
}

fn commit(writer: &mut Writer, commit: &Commit) {
    writer.shared(&commit.repository);
    writer.text(&commit.id);
    writer.list(&commit.parents, |writer, id| writer.text(id));
    writer.account(&commit.author);
    writer.account(&commit.committer);
    writer.list(&commit.co_authors, Writer::account);
    writer.list(&commit.reviewers, Writer::account);
    writer.option(commit.paths.as_ref(), |writer, paths| writer.list(paths, |writer, path| writer.text(path)));
    writer.number(u64::from(commit.classes.0));
    writer.option(commit.lines, |writer, (added, removed)| {
        writer.number(u64::from(added));
        writer.number(u64::from(removed));
    });
    writer.flag(commit.assisted);
    writer.flag(commit.bot);
    writer.signed(commit.lag_minutes);
    match &commit.standing {
        Standing::Original => writer.byte(0),
        Standing::CopyOf(id) => {
            writer.byte(1);
            writer.text(id);
        }
        Standing::SquashOf(ids) => {
            writer.byte(2);
            writer.list(ids, |writer, id| writer.text(id));
        }
        Standing::Squash => writer.byte(3),
    }
}

fn read_commit(reader: &mut Reader<'_>) -> Option<Commit> {
    Some(Commit {
        repository: reader.shared()?,
        id: reader.owned()?,
        parents: reader.list(Reader::owned)?,
        author: reader.account()?,
        committer: reader.account()?,
        co_authors: reader.list(Reader::account)?,
        reviewers: reader.list(Reader::account)?,
        paths: reader.option(|reader| reader.list(Reader::owned))?,
        classes: PathClasses(u16::try_from(reader.number()?).ok()?),
        lines: reader.option(|reader| {
            let added = u32::try_from(reader.number()?).ok()?;
            Some((added, u32::try_from(reader.number()?).ok()?))
        })?,
        assisted: reader.flag()?,
        bot: reader.flag()?,
        lag_minutes: reader.signed()?,
        standing: match reader.byte()? {
            0 => Standing::Original,
            1 => Standing::CopyOf(reader.owned()?),
            2 => Standing::SquashOf(reader.list(Reader::owned)?),
            3 => Standing::Squash,
            _ => return None,
        },
    })
}

fn occurrence(writer: &mut Writer, one: &Occurrence) {
    writer.text(&one.uid);
    writer.option(one.recurrence_id.as_deref(), Writer::text);
    writer.option(one.title.as_deref(), Writer::text);
    writer.list(&one.categories, |writer, category| writer.text(category));
    writer.flag(one.recurring);
    put(writer, &RSVPS, &one.rsvp);
    put(writer, &BUSIES, &one.busy);
    writer.flag(one.cancelled);
    writer.flag(one.tentative);
    writer.flag(one.private);
    writer.option(one.organizer.as_ref(), Writer::account);
    writer.list(&one.others, |writer, other| {
        writer.account(&other.account);
        put(writer, &RSVPS, &other.rsvp);
    });
    writer.flag(one.file_names_attendees);
}

fn read_occurrence(reader: &mut Reader<'_>) -> Option<Occurrence> {
    Some(Occurrence {
        uid: reader.owned()?,
        recurrence_id: reader.option(Reader::owned)?,
        title: reader.option(Reader::owned)?,
        categories: reader.list(Reader::owned)?,
        recurring: reader.flag()?,
        rsvp: take(reader, &RSVPS)?,
        busy: take(reader, &BUSIES)?,
        cancelled: reader.flag()?,
        tentative: reader.flag()?,
        private: reader.flag()?,
        organizer: reader.option(Reader::account)?,
        others: reader.list(|reader| Some(Attendee { account: reader.account()?, rsvp: take(reader, &RSVPS)? }))?,
        file_names_attendees: reader.flag()?,
    })
}

fn entry(writer: &mut Writer, entry: &TimeEntry) {
    writer.option(entry.title.as_ref(), Writer::shared);
    writer.option(entry.project.as_ref(), Writer::shared);
    writer.list(&entry.tags, Writer::shared);
    writer.option(entry.item.as_ref(), |writer, one| writer.item(one, item));
    writer.flag(entry.automatic);
    writer.shared(&entry.file);
    writer.number(entry.line as u64);
}

fn read_entry(reader: &mut Reader<'_>) -> Option<TimeEntry> {
    Some(TimeEntry {
        title: reader.option(Reader::shared)?,
        project: reader.option(Reader::shared)?,
        tags: reader.list(Reader::shared)?,
        item: reader.option(|reader| reader.item(read_item))?,
        automatic: reader.flag()?,
        file: reader.shared()?,
        line: reader.count()?,
    })
}

fn logged(writer: &mut Writer, logged: &Logged) {
    match logged.kind {
        Kind::Activity(activity) => {
            writer.byte(0);
            writer.text(activity.id());
        }
        Kind::Weights(weights) => {
            writer.byte(1);
            weights.into_iter().for_each(|weight| writer.real(weight));
        }
        Kind::Unclassified => writer.byte(2),
        Kind::NotCounted(what) => {
            writer.byte(3);
            writer.text(what.id());
        }
    }
    writer.shared(&logged.file);
    writer.number(logged.line as u64);
    writer.flag(logged.whole_day);
    writer.option(logged.note.as_deref(), Writer::text);
}

fn read_logged(reader: &mut Reader<'_>) -> Option<Logged> {
    let kind = match reader.byte()? {
        0 => Kind::Activity(Activity::from_id(reader.text()?)?),
        1 => Kind::Weights([reader.real()?, reader.real()?, reader.real()?, reader.real()?]),
        2 => Kind::Unclassified,
        3 => Kind::NotCounted(NotCounted::from_id(reader.text()?)?),
        _ => return None,
    };
    let file: Arc<str> = reader.shared()?;
    Some(Logged { kind, file, line: reader.count()?, whole_day: reader.flag()?, note: reader.option(Reader::owned)? })
}
