//! One's own weeks.

use jiff::civil::Date;
use rung_app::{
    corrections::Wanted,
    log::{self, Entry},
    server::{
        Refused,
        mirror::{kinds, kinds_logged},
    },
};
use rung_model::{answer_to::Reply, kind::Kind, week::Week};
use rung_views::web::{correct, day, mirror};

use super::said;
use crate::web::{
    answer::{Answer, Done},
    ask::Ask,
};

pub(in crate::web) fn reading(ask: &Ask<'_>) -> Done {
    let own = ask.server().mirror(&ask.caller, &ask.moment, None, None)?;
    let report = &own.report;
    if report.sources.is_empty() {
        let name = report.who.name.as_deref().unwrap_or("Your name");
        return Ok(Answer::page(ask, &mirror::nothing_yet(name)));
    }
    let draw = || mirror::reading(report, &ask.csrf).web(&ask.site.chrome(ask)).into_bytes();
    let page = ask.site.drawn(ask, &own, draw);
    Ok(Answer::html(page.to_vec()))
}

pub(in crate::web) fn weeks(ask: &Ask<'_>) -> Done {
    let own = ask.server().mirror(&ask.caller, &ask.moment, None, None)?;
    Ok(Answer::page(ask, &mirror::weeks(&own.report)))
}

pub(in crate::web) fn week(ask: &Ask<'_>) -> Done {
    let date: Date = ask.part("day").parse().map_err(|_| Refused::NotThere)?;
    let monday = Week::of(date).monday();
    if monday != date {
        return Ok(Answer::to(format!("/me/week/{monday}")));
    }
    let days = ask.server().week(&ask.caller, &ask.moment, monday)?;
    let zone = days.first().map(|day| day.zone.clone()).unwrap_or_default();
    Ok(Answer::page(ask, &day::week(monday, &days, &zone)))
}

pub(in crate::web) fn day(ask: &Ask<'_>) -> Done {
    let date: Date = ask.part("day").parse().map_err(|_| Refused::NotThere)?;
    let today = ask.server().today(&ask.moment)?;
    if date > today.saturating_add(jiff::Span::new().days(1)) {
        return Err(Refused::NotThere);
    }
    let old = date < today.saturating_sub(jiff::Span::new().days(14));
    let own = match ask.server().day(&ask.caller, &ask.moment, date) {
        Ok(own) => Some(own),
        Err(Refused::NotThere) => None,
        Err(other) => return Err(other),
    };
    Ok(Answer::page(ask, &day::page(date, own.as_ref(), old)))
}

/// What an event may be said to be, by the bucket it counts in.
fn kind_names(ask: &Ask<'_>) -> Result<Vec<(String, String)>, Refused> {
    let opened = ask.server().opened()?;
    let map = &opened.framework.activities;
    let mut all: Vec<(usize, String, String)> = kinds()
        .into_iter()
        .map(|(id, kind)| match kind {
            Kind::Activity(activity) => {
                let bucket = map.bucket(activity);
                (bucket.index(), id.to_owned(), format!("{}: {}", bucket.name(), activity.name()))
            }
            _ => (9, id.to_owned(), format!("Not counted: {}", not_counted(id))),
        })
        .collect();
    all.sort_by_key(|(bucket, ..)| *bucket);
    Ok(all.into_iter().map(|(_, id, name)| (id, name)).collect())
}

/// What a day may be logged as.
fn logged_names(ask: &Ask<'_>) -> Result<Vec<(String, String)>, Refused> {
    let known = kinds_logged();
    Ok(kind_names(ask)?.into_iter().filter(|(id, _)| known.iter().any(|(own, _)| own == id)).collect())
}

fn not_counted(id: &str) -> &str {
    match id {
        "ooo" => "out of office",
        "focus" => "a planned block of focus",
        other => other,
    }
}

fn kind_of(id: &str) -> Result<Kind, Refused> {
    let found = kinds().into_iter().find(|(own, _)| *own == id);
    found.map(|(_, kind)| kind).ok_or_else(|| Refused::field("set", "choose what it really was"))
}

pub(in crate::web) fn correct(ask: &Ask<'_>) -> Done {
    let asked = correct::Asked {
        what: ask.query("what").to_owned(),
        on: ask.query("on").to_owned(),
        set: ask.query("set").to_owned(),
        series: ask.query("series") == "yes",
        why: String::new(),
    };
    Ok(Answer::page(ask, &correct::page(&asked, &kind_names(ask)?, &ask.csrf, None, None)))
}

fn wanted(ask: &Ask<'_>) -> Result<Wanted, Refused> {
    let what = ask.field("what").trim();
    if what.is_empty() {
        return Err(Refused::field("what", "say which event"));
    }
    let on = ask.optional("on").map(|_| ask.day("on")).transpose()?;
    let series = ask.field("series") == "yes";
    let set = kind_of(ask.field("set"))?;
    Ok(Wanted { what: what.to_owned(), on, series, set, why: ask.optional("why") })
}

pub(in crate::web) fn correcting(ask: &Ask<'_>) -> Done {
    let asked = correct::Asked {
        what: ask.field("what").to_owned(),
        on: ask.field("on").to_owned(),
        set: ask.field("set").to_owned(),
        series: ask.field("series") == "yes",
        why: ask.field("why").to_owned(),
    };
    let keep = ask.field("step") == "keep";
    let done = wanted(ask).and_then(|wanted| {
        if keep {
            ask.server().correct(&ask.caller, &ask.moment, &wanted)
        } else {
            ask.server().try_correction(&ask.caller, &ask.moment, &wanted)
        }
    });
    match done {
        Ok(_) if keep => Ok(Answer::to("/me/corrections")),
        Ok(proposal) => {
            Ok(Answer::page(ask, &correct::page(&asked, &kind_names(ask)?, &ask.csrf, Some(&proposal), None)))
        }
        Err(refused) => {
            let words = said(refused)?;
            Ok(Answer::page_of(422, ask, &correct::page(&asked, &kind_names(ask)?, &ask.csrf, None, Some(&words))))
        }
    }
}

pub(in crate::web) fn corrections(ask: &Ask<'_>) -> Done {
    let all = ask.server().corrections(&ask.caller, &ask.moment)?;
    Ok(Answer::page(ask, &correct::list(&all, &ask.csrf)))
}

pub(in crate::web) fn undoing(ask: &Ask<'_>) -> Done {
    ask.server().undo_correction(&ask.caller, &ask.moment, ask.field("id"))?;
    Ok(Answer::to("/me/corrections"))
}

pub(in crate::web) fn answering(ask: &Ask<'_>) -> Done {
    let key = ask.field("key");
    let why = ask.optional("why");
    let reply = match ask.field("say") {
        "dispute" => Reply::Disputed,
        "snooze" => {
            let today = ask.server().today(&ask.moment)?;
            Reply::Snoozed { until: today.saturating_add(jiff::Span::new().weeks(4)) }
        }
        "undo" => {
            ask.server().undo_answer(&ask.caller, &ask.moment, key)?;
            return Ok(Answer::to("/me#findings"));
        }
        _ => return Err(Refused::field("say", "say dispute, snooze or undo")),
    };
    ask.server().answer_finding(&ask.caller, &ask.moment, key, reply, why)?;
    Ok(Answer::to("/me#findings"))
}

fn log_page(ask: &Ask<'_>, asked: &correct::LogAsked, said: Option<&str>) -> Result<rung_views::frame::Body, Refused> {
    let logged = ask.server().logged(&ask.caller, &ask.moment)?;
    let days: Vec<(Date, u32, bool)> =
        logged.iter().map(|day| (day.date, day.entries.iter().map(|entry| entry.minutes).sum(), day.whole)).collect();
    Ok(correct::log(asked, &days, &logged_names(ask)?, &ask.csrf, said))
}

pub(in crate::web) fn log(ask: &Ask<'_>) -> Done {
    let today = ask.server().today(&ask.moment)?.to_string();
    let date = if ask.query("date").is_empty() { today.as_str() } else { ask.query("date") };
    let asked = correct::LogAsked { date: date.to_owned(), ..correct::LogAsked::default() };
    Ok(Answer::page(ask, &log_page(ask, &asked, None)?))
}

pub(in crate::web) fn logging(ask: &Ask<'_>) -> Done {
    let entry = || -> Result<Entry, Refused> {
        Ok(Entry {
            date: ask.day("date")?,
            kind: kind_of(ask.field("set"))?,
            minutes: log::duration(ask.field("length"))?,
            start: None,
            note: ask.optional("note"),
            whole: ask.field("whole") == "yes",
        })
    };
    match entry().and_then(|entry| ask.server().log_day(&ask.caller, &ask.moment, &entry)) {
        Ok(()) => Ok(Answer::to("/me/log")),
        Err(refused) => {
            let words = said(refused)?;
            let asked = correct::LogAsked {
                date: ask.field("date").to_owned(),
                set: ask.field("set").to_owned(),
                length: ask.field("length").to_owned(),
                note: ask.field("note").to_owned(),
                whole: ask.field("whole") == "yes",
            };
            Ok(Answer::page_of(422, ask, &log_page(ask, &asked, Some(&words))?))
        }
    }
}
