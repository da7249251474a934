//! Whose calendar a file is, and what its owner answered.

use std::sync::Arc;

use rung_model::{
    account::Account,
    evidence::RoleInEvent,
    occurrence::{Attendee, Rsvp},
};

use super::{event::Event, file::File, marks::Shown, people::Person};

/// The owner of a calendar.
#[derive(Clone, Debug)]
pub(crate) struct Owner {
    /// Every address of theirs, in lower case.
    addresses: Vec<String>,
    /// Who the evidence of this file is about.
    pub(crate) account: Arc<Account>,
}

impl Owner {
    /// The owner by their addresses, or by the address the calendar is named
    /// after where none is given. The account is the first address the file
    /// names, with the name the file gives it.
    pub(crate) fn new(given: &[String], file: &File) -> Self {
        let mut addresses: Vec<String> = given.iter().map(|address| address.trim().to_lowercase()).collect();
        if addresses.is_empty() {
            addresses.extend(file.named_after.clone());
        }
        let mut named: Vec<&Account> = file.events.iter().flat_map(people).map(|person| &*person.account).collect();
        named.sort_unstable();
        named.dedup();
        let of = |address: &String| {
            let is_it = |account: &&&Account| account.address.as_deref() == Some(address.as_str());
            named.iter().filter(is_it).max_by_key(|account| account.name.is_some()).copied()
        };
        let account = match addresses.iter().find_map(of) {
            Some(account) => account.clone(),
            None => Account { name: None, address: addresses.first().cloned(), handle: None },
        };
        Self { addresses, account: Arc::new(account) }
    }

    fn is(&self, person: &Person) -> bool {
        person.account.has_one_of(&self.addresses)
    }

    /// What the owner answered, and their part in the event.
    pub(crate) fn part_in(&self, event: &Event) -> (Rsvp, RoleInEvent) {
        let own = event.attendees.iter().find(|person| self.is(person));
        let called_it = event.organizer.as_ref().is_some_and(|organizer| self.is(organizer));
        if event.attendees.is_empty() {
            return if called_it {
                (Rsvp::Organizer, RoleInEvent::Organizer)
            } else {
                (Rsvp::Own, RoleInEvent::Subject)
            };
        }
        let answer = own.and_then(|person| person.answer);
        if called_it {
            // Who calls a meeting may still not come.
            let away = answer.filter(|answer| matches!(answer, Rsvp::Declined | Rsvp::Delegated));
            return (away.unwrap_or(Rsvp::Organizer), RoleInEvent::Organizer);
        }
        let rsvp = answer.unwrap_or(match event.marks.shown {
            // Outlook leaves the answer out of its exports, but not how the time shows.
            Some(Shown::Busy | Shown::OutOfOffice | Shown::Elsewhere) => Rsvp::Accepted,
            Some(Shown::Tentative) => Rsvp::Tentative,
            Some(Shown::Free) | None => Rsvp::NeedsAction,
        });
        (rsvp, RoleInEvent::Attendee)
    }

    /// True where the event names people and the owner is none of them.
    pub(crate) fn is_missing_from(&self, event: &Event) -> bool {
        !event.attendees.is_empty() && !people(event).any(|person| self.is(person))
    }

    /// The other humans, sorted by address; the organizer among them where
    /// people are invited at all.
    pub(crate) fn others(&self, event: &Event) -> Vec<Attendee> {
        if event.attendees.is_empty() {
            return Vec::new();
        }
        let organizer = event.organizer.as_ref().and_then(|person| person.account.address.as_ref());
        let mut others: Vec<Attendee> = people(event)
            .filter(|person| person.takes_part(event.location.as_deref()) && !self.is(person))
            .map(|person| {
                let called_it = organizer.is_some() && person.account.address.as_ref() == organizer;
                let answer = person.answer.unwrap_or(Rsvp::NeedsAction);
                let rsvp = if called_it && answer != Rsvp::Declined { Rsvp::Organizer } else { answer };
                Attendee { account: Arc::clone(&person.account), rsvp }
            })
            .collect();
        others.sort_by(|a, b| key(a).cmp(&key(b)));
        others.dedup_by(|a, b| a.account.address.is_some() && a.account.address == b.account.address);
        others
    }
}

/// By address, then the organizer's line after the attendee's, which knows the answer.
fn key(attendee: &Attendee) -> (Option<&str>, Option<&str>, Rsvp) {
    (attendee.account.address.as_deref(), attendee.account.name.as_deref(), attendee.rsvp)
}

fn people(event: &Event) -> impl Iterator<Item = &Person> {
    event.attendees.iter().chain(&event.organizer)
}
