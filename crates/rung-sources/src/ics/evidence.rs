//! From an instance of an event to a row of evidence.

use std::sync::Arc;

use rung_model::{
    evidence::{Evidence, EvidenceId, Object, Quality, Verb, When},
    occurrence::{Occurrence, Rsvp},
};

use super::{clock::moment, event::Event, expand::Happening, marks::Shown, owner::Owner};

/// What the rows of one file share.
pub(crate) struct Rows<'a> {
    /// Id of the source.
    pub(crate) source: &'a Arc<str>,
    /// Whose calendar it is.
    pub(crate) owner: &'a Owner,
    /// True where any event of the file names an attendee.
    pub(crate) names_attendees: bool,
}

impl Rows<'_> {
    /// The row of an instance. Of a private event only the time is kept (PRIVACY P9).
    pub(crate) fn row(&self, happening: Happening<'_>) -> Evidence {
        let event = happening.event;
        let (rsvp, role) = self.owner.part_in(event);
        let private = event.marks.private;
        let uid = uid(event);
        let revision = event.revision.0.to_le_bytes();
        let key = happening.of.clone().unwrap_or_else(|| happening.local.to_string());
        let occurrence = Occurrence {
            title: event.summary.clone().filter(|_| !private),
            categories: if private { Vec::new() } else { event.categories.clone() },
            recurring: happening.of.is_some(),
            recurrence_id: happening.of,
            rsvp,
            busy: event.marks.busy(),
            cancelled: event.marks.cancelled,
            tentative: event.marks.tentative || (rsvp == Rsvp::Own && event.marks.shown == Some(Shown::Tentative)),
            private,
            organizer: organizer(event).filter(|_| !private),
            others: if private { Vec::new() } else { self.owner.others(event) },
            file_names_attendees: self.names_attendees,
            uid,
        };
        Evidence {
            id: EvidenceId::of(&[self.source.as_bytes(), occurrence.uid.as_bytes(), key.as_bytes(), &revision]),
            source: Arc::clone(self.source),
            verb: Verb::Attended,
            actor: Arc::clone(&self.owner.account),
            role,
            when: if event.start.date_only {
                When::AllDay { first: happening.local.date(), after: happening.local_end.date() }
            } else {
                When::Interval {
                    start: moment(happening.start),
                    end: moment(happening.end),
                    zone: event.zone.tag.clone(),
                }
            },
            quality: Quality::Exact,
            object: Object::Occurrence(Box::new(occurrence)),
        }
    }
}

/// The UID, or for an event without one a name made of its start and title.
fn uid(event: &Event) -> String {
    if !event.uid.is_empty() {
        return event.uid.clone();
    }
    let title = event.summary.as_deref().unwrap_or_default();
    let start = event.start.at.to_string();
    format!("no-uid-{}", EvidenceId::of(&[start.as_bytes(), title.as_bytes()]))
}

/// Who called the event, where that is a human.
fn organizer(event: &Event) -> Option<Arc<rung_model::account::Account>> {
    event.organizer.as_ref().filter(|person| person.human).map(|person| Arc::clone(&person.account))
}
