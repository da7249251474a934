//! A day, minute by minute: the evidence, the rule, how sure it is; each piece can be corrected.

use jiff::{ToSpan, civil::Date};
use maud::{Markup, html};
use rung_app::explain::{DayExplained, Piece};

use super::{
    mirror::links,
    parts::{empty, section},
};
use crate::{
    frame::{Body, Kind},
    parts::{caption, prose, swatch},
    plot::mark::{Anchor, Plot, bar, text},
    tone::Tone,
    words,
};

/// The page of a day; `None` where nothing is held of it.
pub fn page(date: Date, day: Option<&DayExplained>, items_last: bool) -> Body {
    let (before, after) = (date.saturating_sub(1.day()), date.saturating_add(1.day()));
    let title = format!("{}, {}", weekday(date), words::date(date));
    let main = html! {
        div.hero {
            p.kicker { "My weeks · a day" }
            h1.long { (title) }
            @if let Some(day) = day { p.lede { (seen(day)) } }
            p.acts {
                a.btn href={ "/me/day/" (before) } rel="prev" { "The day before" }
                a.btn href={ "/me/day/" (after) } rel="next" { "The day after" }
                a.btn href={ "/me/week/" (crate::web::monday(date)) } { "Its week" }
                a.btn href={ "/me/log?date=" (date) } { "Log it by hand" }
            }
        }
        @match day {
            Some(day) if !day.slots.is_empty() || !day.pieces.is_empty() => { (slots(day)) (pieces(date, day, items_last)) }
            _ => {
                (section("nothing", "Nothing seen", "No source shows this day", "", &empty("No evidence is held of this day", &html! {
                    "It may be before your sources begin, a day off, or a day no source sees. " a href={ "/me/log?date=" (date) } { "Log it by hand" } " if you remember it."
                })))
            }
        }
    };
    Body {
        kind: Kind::Web,
        title,
        description: "A day of yours, minute by minute.".to_owned(),
        links: links("/me/weeks"),
        main,
        foot: day.map(|day| format!("Times in {}.", day.zone)).into_iter().collect(),
        ..Body::default()
    }
}

fn weekday(date: Date) -> &'static str {
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
        [usize::try_from(date.weekday().to_monday_zero_offset()).unwrap_or(0)]
}

fn seen(day: &DayExplained) -> String {
    let all: f64 = day.pieces.iter().map(|piece| piece.in_window.point + piece.after_hours.point).sum();
    let outside = (all - day.observed).max(0.0);
    let outside = if outside >= 1.0 {
        format!(" {} lay outside working hours.", words::duration(outside))
    } else {
        String::new()
    };
    if day.capacity <= 0.0 && day.away > 0.0 {
        return format!("A day away: it takes nothing from your working time.{outside}");
    }
    if day.capacity <= 0.0 {
        return format!("Not a working day; {} seen.", words::duration(all));
    }
    format!(
        "Seen {} of {}; {} left no trace.{outside}",
        words::duration(day.observed.min(day.capacity)),
        words::duration(day.capacity),
        words::duration(day.unobserved)
    )
}

fn slots(day: &DayExplained) -> Markup {
    section(
        "minutes",
        "Minute by minute",
        "Who has which minute",
        "In order, without overlap: meetings first, then the work that commits and reviews end.",
        &html! {
            (strip(day))
            table.slots {
                thead { tr { th scope="col" { "From – to" } th scope="col" { "What" } th scope="col" { "Counts as" } th scope="col" { "How sure" } th scope="col" { "Because of" } } }
                tbody { @for slot in &day.slots { tr {
                    td { span.nb { (slot.start) "–" (slot.end) } }
                    th scope="row" { (slot.what) }
                    td { (plain(&slot.kind)) }
                    td { (slot.certainty) @if slot.weight < 1.0 { ", half" } }
                    td.small { (slot.rule.level) ": " (slot.rule.id) }
                } } }
            }
        },
    )
}

/// The week: its days one under another, each as a strip.
pub fn week(monday: Date, days: &[DayExplained], zone: &str) -> Body {
    let (before, after) = (monday.saturating_sub(7.days()), monday.saturating_add(7.days()));
    let sum = |of: fn(&DayExplained) -> f64| days.iter().map(of).sum::<f64>();
    let (seen, capacity) = (sum(|day| day.observed.min(day.capacity)), sum(|day| day.capacity));
    let title = format!("The week of {}", words::date(monday));
    let lede = if capacity > 0.0 {
        format!("Seen {} of {}; the rest left no trace.", words::hours(seen), words::hours(capacity))
    } else {
        "No working time in it.".to_owned()
    };
    let main = html! {
        div.hero {
            p.kicker { "My weeks · a week" }
            h1.long { (title) }
            p.lede { (lede) }
            p.acts {
                a.btn href={ "/me/week/" (before) } rel="prev" { "The week before" }
                a.btn href={ "/me/week/" (after) } rel="next" { "The week after" }
                a.btn href="/me/weeks" { "All weeks" }
            }
        }
        (section("days", "Days", "Each day from eight to six, and longer where something was seen", "A day opens minute by minute.", &html! {
            @for day in days {
                div.dayline {
                    a href={ "/me/day/" (day.day) } { (weekday(day.day)) ", " (words::date(day.day)) }
                    div { @if day.slots.is_empty() { span.small { (seen_of(day)) } } @else { (bars(day, &format!("week-{}", day.day))) } }
                    span.small { (words::duration(day.observed)) }
                }
            }
            ul.key { @for tone in Tone::ALL { li { (swatch(tone)) (tone.name()) } } }
        }))
    };
    Body {
        kind: Kind::Web,
        title,
        description: "A week of yours, day by day.".to_owned(),
        links: links("/me/weeks"),
        main,
        foot: vec![format!("Times in {zone}.")],
        ..Body::default()
    }
}

fn seen_of(day: &DayExplained) -> &'static str {
    if day.capacity > 0.0 {
        "nothing was seen"
    } else if day.away > 0.0 {
        "away"
    } else {
        "no working day"
    }
}

/// The day as a strip, with its key.
fn strip(day: &DayExplained) -> Markup {
    if day.slots.is_empty() {
        return html! {};
    }
    html! {
        figure {
            (caption("The day", "What was seen, by the kind of work it counts as; hatched where no source shows anything."))
            (bars(day, "day-strip"))
            ul.key { @for tone in Tone::ALL { li { (swatch(tone)) (tone.name()) } } }
        }
    }
}

/// The day as a strip: what was seen in its colour, hatched where nothing was.
fn bars(day: &DayExplained, id: &str) -> Markup {
    let Some(first) = day.slots.iter().map(|slot| slot.from / 60).min() else { return html! {} };
    let last = day.slots.iter().map(|slot| (slot.from + slot.minutes).div_ceil(60)).max().unwrap_or(18);
    let (first, last) = (first.min(8), last.clamp(18, 24));
    let whole = f64::from(last - first) * 60.0;
    let at = |minute: u16| (f64::from(minute) - f64::from(first) * 60.0) / whole;
    let desc: Vec<String> =
        day.slots.iter().map(|slot| format!("{} to {}: {}", slot.start, slot.end, slot.kind)).collect();
    let marks = html! {
        (bar(0.0, 1.0, 0.0, 34.0, "b-x"))
        @for slot in &day.slots {
            (bar(at(slot.from), f64::from(slot.minutes) / whole, 0.0, 34.0, slot.bucket.map_or("b-u", |bucket| Tone::Of(bucket).class())))
        }
        @for hour in (first..=last).filter(|hour| hour % 2 == 0) {
            (text(at(hour * 60), 0.0, 50.0, if hour == first { Anchor::Start } else if hour == last { Anchor::End } else { Anchor::Middle }, "q", &html! { (hour) ":00" }))
        }
    };
    let title = format!("{}, {}", weekday(day.day), words::date(day.day));
    Plot { id, title: &title, desc: &desc.join("; "), height: 54.0 }.draw(&marks)
}

fn pieces(date: Date, day: &DayExplained, items_last: bool) -> Markup {
    let note = if items_last {
        "Titles are held for fourteen days. After that a fact stays what it was recognised as, until you correct it."
    } else {
        "Wrong about one? Say what it really was; what that moves is shown first."
    };
    section(
        "pieces",
        "Evidence",
        &format!("{} behind it", words::capital(&words::count(day.pieces.len(), "fact", "facts"))),
        note,
        &html! {
            table.cards {
                thead { tr { th scope="col" { "What" } th scope="col" { "When" } th scope="col" { "Counts as" } th.n scope="col" { "Minutes" } th scope="col" { "Correct" } } }
                tbody { @for piece in &day.pieces { tr {
                    th scope="row" { (piece.what) @for remark in &piece.remarks { span.who { (remark) } } }
                    td data-l="When" { (piece.when) }
                    td data-l="Counts as" { (plain(&piece.kind)) }
                    td.n data-l="Minutes" { (minutes(piece)) }
                    td { a href={ "/me/correct?what=" (piece.id) "&on=" (date) } { "Correct" span.vh { " " (piece.what) } } }
                } } }
            }
        },
    )
}

fn minutes(piece: &Piece) -> String {
    let (low, high) = (piece.in_window.low + piece.after_hours.low, piece.in_window.high + piece.after_hours.high);
    let point = piece.in_window.point + piece.after_hours.point;
    if high - low < 1.0 { format!("{point:.0}") } else { prose(&format!("{point:.0} ({low:.0}–{high:.0})")) }
}

/// A kind without the underscores of its machine name.
fn plain(kind: &str) -> String {
    kind.replace('_', " ")
}
