//! The people an event names: who called it, who was invited, what they answered.

use std::{collections::BTreeMap, sync::Arc};

use calcard::icalendar::{
    ICalendarEntry, ICalendarParameterName, ICalendarParameterValue, ICalendarParticipationRole,
    ICalendarParticipationStatus, ICalendarUserTypes, ICalendarValue, Uri,
};
use rung_model::{account::Account, occurrence::Rsvp};

/// One `ATTENDEE` or `ORGANIZER`.
#[derive(Clone, Debug)]
pub(crate) struct Person {
    /// Name and address.
    pub(crate) account: Arc<Account>,
    /// The answer, where one is written.
    pub(crate) answer: Option<Rsvp>,
    /// False for rooms, equipment and calendars.
    pub(crate) human: bool,
    /// Not asked to take part: how Outlook marks a room it holds no type for.
    pub(crate) observer: bool,
}

/// The accounts of a file, each held once.
#[derive(Debug, Default)]
pub(crate) struct Accounts(BTreeMap<Account, Arc<Account>>);

impl Accounts {
    /// The shared account of this name and address.
    pub(crate) fn shared(&mut self, account: Account) -> Arc<Account> {
        if let Some(known) = self.0.get(&account) {
            return Arc::clone(known);
        }
        let shared = Arc::new(account.clone());
        self.0.insert(account, Arc::clone(&shared));
        shared
    }
}

impl Person {
    /// The person a property names.
    pub(crate) fn new(entry: &ICalendarEntry, accounts: &mut Accounts) -> Self {
        let mut name = "";
        let mut email = None;
        let mut human = true;
        let mut observer = false;
        let mut answer = None;
        for param in &entry.params {
            match (&param.name, &param.value) {
                (ICalendarParameterName::Cn, ICalendarParameterValue::Text(text)) => name = text,
                (ICalendarParameterName::Email, ICalendarParameterValue::Text(text)) => email = address_in(text),
                (ICalendarParameterName::Cutype, ICalendarParameterValue::Cutype(kind)) => {
                    human &= !matches!(kind, ICalendarUserTypes::Room | ICalendarUserTypes::Resource);
                }
                (ICalendarParameterName::Role, ICalendarParameterValue::Role(role)) => {
                    observer = *role == ICalendarParticipationRole::NonParticipant;
                }
                (ICalendarParameterName::Partstat, ICalendarParameterValue::Partstat(status)) => {
                    answer = Some(rsvp(status));
                }
                _ => {}
            }
        }
        let address = written_address(entry).or(email).unwrap_or_default();
        human &= !is_machine(&address);
        // A name that is the address again, in whatever quotes, says nothing.
        let name = name.trim().trim_matches(['"', '\'']);
        let name = if name.eq_ignore_ascii_case(&address) { "" } else { name };
        Self { account: accounts.shared(Account::new(name, &address)), answer, human, observer }
    }

    /// True for a human who is not a room in disguise: an observer whose name
    /// is the place of the event.
    pub(crate) fn takes_part(&self, location: Option<&str>) -> bool {
        let is_place = || {
            let name = self.account.name.as_deref().unwrap_or_default();
            let mut places = location.unwrap_or_default().split([';', ',']).map(str::trim);
            !name.is_empty() && (location.is_some_and(|l| l.trim() == name) || places.any(|place| place == name))
        };
        self.human && !(self.observer && is_place())
    }
}

/// The address in a `mailto:`, where the value is one.
fn written_address(entry: &ICalendarEntry) -> Option<String> {
    match entry.values.first()? {
        ICalendarValue::Uri(Uri::Location(text)) | ICalendarValue::Text(text) => address_in(text),
        _ => None,
    }
}

/// An address out of `mailto:Ada@Team.example`, `<ada@team.example>` or `ada@team.example`, in lower case.
pub(crate) fn address_in(text: &str) -> Option<String> {
    let text = text.trim().trim_matches(['"', '\'', '<', '>']);
    let scheme = text.get(..7).filter(|head| head.eq_ignore_ascii_case("mailto:"));
    let text = scheme.map_or(text, |scheme| text.get(scheme.len()..).unwrap_or_default());
    let text = text.split('?').next().unwrap_or_default().trim().trim_matches(['<', '>']);
    let (local, domain) = text.split_once('@')?;
    let plain = !local.is_empty() && !domain.is_empty() && !text.contains([' ', '\t', '/', ':']);
    plain.then(|| text.to_lowercase())
}

/// Addresses calendars give to rooms, equipment and themselves.
fn is_machine(address: &str) -> bool {
    address
        .rsplit_once('@')
        .is_some_and(|(_, domain)| domain == "calendar.google.com" || domain.ends_with(".calendar.google.com"))
}

fn rsvp(status: &ICalendarParticipationStatus) -> Rsvp {
    match status {
        ICalendarParticipationStatus::Accepted
        | ICalendarParticipationStatus::Completed
        | ICalendarParticipationStatus::InProcess => Rsvp::Accepted,
        ICalendarParticipationStatus::Tentative => Rsvp::Tentative,
        ICalendarParticipationStatus::Declined => Rsvp::Declined,
        ICalendarParticipationStatus::Delegated => Rsvp::Delegated,
        ICalendarParticipationStatus::NeedsAction | ICalendarParticipationStatus::Failed => Rsvp::NeedsAction,
    }
}

#[cfg(test)]
mod tests {
    use super::address_in;

    #[test]
    fn addresses_are_read_however_they_are_written() {
        assert_eq!(address_in("MAILTO:Ada@Team.example").as_deref(), Some("ada@team.example"));
        assert_eq!(address_in("<ada@team.example>").as_deref(), Some("ada@team.example"));
        assert_eq!(address_in("mailto:ada@team.example?subject=x").as_deref(), Some("ada@team.example"));
        assert_eq!(address_in("invalid:nomail"), None);
        assert_eq!(address_in("urn:uuid:0000"), None);
        assert_eq!(address_in("Team calendar"), None);
        assert_eq!(address_in("mailto:"), None);
    }
}
