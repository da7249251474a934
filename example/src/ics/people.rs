//! The people of an invitation.

use crate::{
    plan::{Answer, Instance, Meeting},
    script::cast::member,
};

/// Somebody on an invitation.
pub(super) struct Invited {
    /// Name.
    pub(super) name: String,
    /// Address.
    pub(super) address: String,
    /// Answer.
    pub(super) answer: Answer,
}

/// Everybody on an invitation, the organizer first; for one occurrence or, without one, the series.
pub(super) fn invited(meeting: &Meeting, instance: Option<&Instance>) -> Vec<Invited> {
    let own = meeting.series.people().filter_map(member).map(|member| {
        let standing = meeting.standing.get(member.id).copied().unwrap_or(Answer::Accepted);
        Invited {
            name: member.name.to_owned(),
            address: member.address().to_owned(),
            answer: instance.map_or(standing, |instance| meeting.answer(instance, member.id)),
        }
    });
    let guests = meeting.series.guests.iter().map(|(name, address)| Invited {
        name: (*name).to_owned(),
        address: (*address).to_owned(),
        answer: Answer::Accepted,
    });
    own.chain(guests).collect()
}

/// The value of `PARTSTAT`.
pub(super) const fn answer(answer: Answer) -> &'static str {
    match answer {
        Answer::Accepted => "ACCEPTED",
        Answer::Tentative => "TENTATIVE",
        Answer::NeedsAction => "NEEDS-ACTION",
        Answer::Declined => "DECLINED",
    }
}

/// The address of a meeting room.
pub(super) fn room_address(room: &str) -> String {
    format!("room-{}@resource.harbourline.example", room.to_ascii_lowercase())
}

/// UID of a meeting, the same in everybody's calendar.
pub(super) fn uid(key: &str) -> String {
    format!("{key}@calendar.harbourline.example")
}
