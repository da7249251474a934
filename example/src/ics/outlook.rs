//! A calendar as Outlook writes it: Windows zone names with rules from 1601, `X-MICROSOFT`
//! properties, tabs for folding. It leaves the answers out: how the time shows is all there is, and
//! what somebody declines is gone from their calendar.

use super::{
    all_day,
    component::{Fold, Lines, escaped},
    people::{invited, room_address, uid},
    rule::{local, rule, utc},
    vacations, zones,
};
use crate::{
    clock::{City, TODAY},
    plan::{Answer, Fate, Instance, Meeting},
    script::{
        away::Away,
        cast::Member,
        series::{Every, Shown},
    },
};

/// The calendar of one member.
pub(super) fn calendar(member: &Member, meetings: &[&Meeting], away: &Away) -> String {
    let mut lines = Lines::new(Fold::Tab);
    lines.put("BEGIN", "VCALENDAR");
    lines.put("PRODID", "-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN");
    lines.put("VERSION", "2.0");
    lines.put("METHOD", "PUBLISH");
    lines.put("X-CALSTART", utc(crate::clock::FIRST.at(0, 0, 0, 0), member.city));
    lines.put("X-CALEND", utc(TODAY.at(0, 0, 0, 0), member.city));
    lines.put("X-WR-RELCALID", format!("{{{}}}", member.id));
    lines.put("X-WR-CALNAME", escaped(&format!("Calendar - {}", member.name)));
    for city in [City::Berlin, City::NewYork] {
        lines.raw(zones::outlook(city));
    }
    lines.raw(zones::CUSTOM);
    for (key, (first, after, title)) in vacations(away) {
        all_day::outlook(&mut lines, &format!("{}-{key}", member.id), first, after, title);
    }
    for meeting in meetings {
        entry(&mut lines, member, meeting, None);
        if matches!(meeting.series.every, Every::Once(_)) {
            continue;
        }
        for instance in meeting.instances.iter().filter(|instance| differs(meeting, instance, member.id)) {
            entry(&mut lines, member, meeting, Some(instance));
        }
    }
    lines.put("END", "VCALENDAR");
    lines.text
}

/// True where the occurrence does not stand in this member's calendar any more.
fn gone(meeting: &Meeting, instance: &Instance, person: &str) -> bool {
    instance.fate != Fate::Held || meeting.answer(instance, person) == Answer::Declined
}

/// True where an occurrence needs an entry of its own in this member's calendar.
fn differs(meeting: &Meeting, instance: &Instance, person: &str) -> bool {
    let moved = instance.planned != instance.start;
    let changed_mind = Some(meeting.answer(instance, person)) != meeting.standing.get(person).copied();
    !gone(meeting, instance, person) && (moved || (changed_mind && instance.answers.contains_key(person)))
}

/// The name of the zone an entry is written in: meetings called from Berlin by a machine
/// with hand-made settings carry a name that only the file itself explains.
fn zone(meeting: &Meeting) -> &'static str {
    match (meeting.series.city, meeting.series.organizer) {
        (City::Berlin, "hana-sato") => "Customized Time Zone",
        (city, _) => zones::outlook_name(city),
    }
}

/// The series, or with `instance` one changed occurrence of it.
fn entry(lines: &mut Lines, member: &Member, meeting: &Meeting, instance: Option<&Instance>) {
    let series = &meeting.series;
    let Some(first) = meeting.instances.first() else { return };
    let zone = zone(meeting);
    let once = matches!(series.every, Every::Once(_));
    if once && gone(meeting, first, member.id) {
        return;
    }
    let start = instance.map_or(first.planned, |instance| instance.start);
    let end = start.saturating_add(jiff::Span::new().minutes(series.minutes));
    let own = meeting.answer(instance.unwrap_or(first), member.id);
    let own = if instance.is_some() || once { own } else { meeting.standing.get(member.id).copied().unwrap_or(own) };
    lines.put("BEGIN", "VEVENT");
    if series.is_shared() {
        people(lines, meeting, instance.or(once.then_some(first)));
    }
    lines.put("CLASS", if series.shown == Shown::Private { "PRIVATE" } else { "PUBLIC" });
    lines.put("CREATED", utc(crate::clock::FIRST.at(8, 0, 0, 0), City::Berlin));
    lines.put(&format!("DTEND;TZID=\"{zone}\""), local(end));
    lines.put("DTSTAMP", utc(TODAY.at(5, 10, 0, 0), City::Berlin));
    lines.put(&format!("DTSTART;TZID=\"{zone}\""), local(start));
    if instance.is_none() && !once {
        let gone: Vec<String> = meeting
            .instances
            .iter()
            .filter(|instance| gone(meeting, instance, member.id))
            .map(|instance| local(instance.planned))
            .collect();
        if !gone.is_empty() {
            lines.put(&format!("EXDATE;TZID=\"{zone}\""), gone.join(","));
        }
        if let Some(rule) = rule(meeting) {
            lines.put("RRULE", rule);
        }
    }
    if let Some(room) = series.room {
        lines.put("LOCATION", escaped(room));
    }
    lines.put("PRIORITY", 5);
    if let Some(instance) = instance {
        lines.put(&format!("RECURRENCE-ID;TZID=\"{zone}\""), local(instance.planned));
    }
    lines.put("SEQUENCE", u8::from(instance.is_some()));
    lines.put("SUMMARY;LANGUAGE=en-us", escaped(&series.title));
    lines.put("TRANSP", "OPAQUE");
    lines.put("UID", uid(&series.key));
    let busy = if matches!(own, Answer::Tentative | Answer::NeedsAction) { "TENTATIVE" } else { "BUSY" };
    lines.put("X-MICROSOFT-CDO-BUSYSTATUS", busy);
    lines.put("X-MICROSOFT-CDO-IMPORTANCE", 1);
    lines.put("X-MICROSOFT-DISALLOW-COUNTER", "FALSE");
    lines.put("END", "VEVENT");
}

fn people(lines: &mut Lines, meeting: &Meeting, instance: Option<&Instance>) {
    let everybody = invited(meeting, instance);
    for person in &everybody {
        let head = format!("ATTENDEE;CN=\"{}\";RSVP=TRUE", person.name);
        lines.put(&head, format!("mailto:{}", person.address));
    }
    if let Some(room) = meeting.series.room {
        let head = format!("ATTENDEE;CN=\"{room}\";CUTYPE=ROOM;ROLE=NON-PARTICIPANT;RSVP=TRUE");
        lines.put(&head, format!("mailto:{}", room_address(room)));
    }
    if let Some(organizer) = everybody.first() {
        lines.put(&format!("ORGANIZER;CN=\"{}\"", organizer.name), format!("mailto:{}", organizer.address));
    }
}
