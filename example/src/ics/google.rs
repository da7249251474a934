//! A calendar as Google Calendar writes it: IANA zones, every answer on every invitation,
//! changed occurrences as entries of their own.

use super::{
    all_day,
    component::{Fold, Lines, escaped},
    people::{answer, invited, room_address, uid},
    rule::{local, rule, utc},
    vacations, zones,
};
use crate::{
    clock::{City, FIRST},
    plan::{Fate, Instance, Meeting},
    script::{
        away::Away,
        cast::Member,
        series::{Every, Shown},
    },
};

/// The calendar of one member.
pub(super) fn calendar(member: &Member, meetings: &[&Meeting], away: &Away) -> String {
    let mut lines = Lines::new(Fold::Space);
    lines.put("BEGIN", "VCALENDAR");
    lines.put("PRODID", "-//Google Inc//Google Calendar 70.9054//EN");
    lines.put("VERSION", "2.0");
    lines.put("CALSCALE", "GREGORIAN");
    lines.put("METHOD", "PUBLISH");
    lines.put("X-WR-CALNAME", member.address());
    lines.put("X-WR-TIMEZONE", member.city.zone());
    for city in [City::Berlin, City::NewYork] {
        lines.raw(zones::google(city));
    }
    for (key, (first, after, title)) in vacations(away) {
        all_day::google(&mut lines, &format!("{}-{key}", member.id), first, after, title);
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

/// True where an occurrence needs an entry of its own in this member's calendar.
fn differs(meeting: &Meeting, instance: &Instance, person: &str) -> bool {
    let standing = meeting.standing.get(person).copied();
    let changed_mind = instance.answers.get(person).is_some_and(|answer| Some(*answer) != standing);
    match instance.fate {
        Fate::Removed => false,
        Fate::Cancelled => true,
        Fate::Held => instance.planned != instance.start || changed_mind,
    }
}

/// The series, or with `instance` one changed occurrence of it.
fn entry(lines: &mut Lines, member: &Member, meeting: &Meeting, instance: Option<&Instance>) {
    let series = &meeting.series;
    let Some(first) = meeting.instances.first() else { return };
    let zone = series.city.zone();
    let once = matches!(series.every, Every::Once(_));
    let start = match instance {
        Some(instance) => instance.start,
        None if once => first.start,
        None => first.planned,
    };
    let end = start.saturating_add(jiff::Span::new().minutes(series.minutes));
    lines.put("BEGIN", "VEVENT");
    if once {
        lines.put("DTSTART", utc(start, series.city));
        lines.put("DTEND", utc(end, series.city));
    } else {
        lines.put(&format!("DTSTART;TZID={zone}"), local(start));
        lines.put(&format!("DTEND;TZID={zone}"), local(end));
    }
    if instance.is_none() {
        if let Some(rule) = rule(meeting) {
            lines.put("RRULE", rule);
        }
        for removed in meeting.instances.iter().filter(|instance| instance.fate == Fate::Removed) {
            lines.put(&format!("EXDATE;TZID={zone}"), local(removed.planned));
        }
    }
    lines.put("DTSTAMP", utc(crate::clock::TODAY.at(5, 10, 0, 0), City::Berlin));
    lines.put("UID", uid(&series.key));
    if let Some(instance) = instance {
        lines.put(&format!("RECURRENCE-ID;TZID={zone}"), local(instance.planned));
    }
    if series.shown == Shown::Private {
        lines.put("CLASS", "PRIVATE");
    }
    if series.is_shared() {
        people(lines, meeting, instance.or(once.then_some(first)), member);
    }
    let cancelled = instance.is_some_and(|instance| instance.fate == Fate::Cancelled);
    lines.put("CREATED", utc(FIRST.at(8, 0, 0, 0), City::Berlin));
    lines.put("SEQUENCE", u8::from(instance.is_some()));
    lines.put("STATUS", if cancelled { "CANCELLED" } else { "CONFIRMED" });
    lines.put("SUMMARY", escaped(&series.title));
    lines.put("TRANSP", "OPAQUE");
    lines.put("END", "VEVENT");
}

fn people(lines: &mut Lines, meeting: &Meeting, instance: Option<&Instance>, member: &Member) {
    let everybody = invited(meeting, instance);
    if let Some(organizer) = everybody.first() {
        lines.put(&format!("ORGANIZER;CN={}", organizer.name), format!("mailto:{}", organizer.address));
    }
    for person in &everybody {
        let name = if person.address == member.address() { &person.address } else { &person.name };
        let part = answer(person.answer);
        let head = format!("ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT={part};CN={name};X-NUM-GUESTS=0");
        lines.put(&head, format!("mailto:{}", person.address));
    }
    if let Some(room) = meeting.series.room {
        let head = format!("ATTENDEE;CUTYPE=RESOURCE;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN={room};X-NUM-GUESTS=0");
        lines.put(&head, format!("mailto:{}", room_address(room)));
        lines.put("LOCATION", escaped(room));
    }
}
