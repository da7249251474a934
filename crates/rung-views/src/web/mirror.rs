//! My weeks: the reading as in the report, alive.

use jiff::civil::Date;
use maud::{Markup, html};
use rung_app::answer::{Report, WeekLine};
use rung_model::bucket::Bucket;

use super::parts::{empty, section};
use crate::{
    frame::{Body, Kind, Link},
    parts::prose,
    report::{self, Live},
    words,
};

/// Pages about one's own weeks: path and name.
const PAGES: [(&str, &str); 6] = [
    ("/me", "Reading"),
    ("/me/weeks", "Weeks and days"),
    ("/me/corrections", "Corrections"),
    ("/me/log", "Logged days"),
    ("/me/shared", "Shared"),
    ("/me/sources", "Sources"),
];

/// The links of these pages.
pub(super) fn links(here: &str) -> (&'static str, Vec<Link>) {
    let link = |(to, words): (&str, &str)| Link { to: to.to_owned(), words: words.to_owned(), here: to == here };
    ("My weeks", PAGES.into_iter().map(link).collect())
}

/// The reading.
pub fn reading(report: &Report, csrf: &str) -> Body {
    let body = report::body(report, Some(Live { csrf }));
    Body { links: links("/me"), ..body }
}

/// The reading of who has no source yet.
pub fn nothing_yet(name: &str) -> Body {
    let main = html! {
        div.hero {
            p.kicker { "My weeks" }
            h1.long { "Nothing was seen of your weeks yet" }
            p.lede { "A calendar shows most: meetings, 1:1s, planning. A repository adds what you build. Both stay with you." }
            p.acts { a.btn.main href="/me/sources" { "Connect a calendar" } a.btn href="/me/log" { "Log a day by hand" } }
        }
        (section("empty", "Until then", "Your reading would stand here", "", &empty("There is no source that shows your work", &html! {
            (name) " has no facts here. Connect a source, and the reading is there as soon as it was read. " a href="/privacy" { "Who sees it" } ": you."
        })))
    };
    Body {
        kind: Kind::Web,
        title: "My weeks".to_owned(),
        description: "Where your weeks went.".to_owned(),
        links: links("/me"),
        main,
        ..Body::default()
    }
}

fn seen(line: &WeekLine) -> String {
    if line.reading.totals.capacity <= 0.0 {
        return "away".to_owned();
    }
    format!("seen {} of {}", words::percent(line.reading.coverage), words::hours(line.reading.totals.capacity))
}

fn shares(line: &WeekLine) -> Markup {
    let said = |bucket: Bucket| {
        let share = line.reading.bucket(bucket).headline;
        let nothing = if line.reading.totals.capacity <= 0.0 { "" } else { "too little seen" };
        share.map_or_else(|| nothing.to_owned(), |share| prose(&words::with_range(&share)))
    };
    html! { @for bucket in Bucket::SPLIT { td data-l=(bucket.name()) { (said(bucket)) } } }
}

/// The weeks one under another, each with its days.
pub fn weeks(report: &Report) -> Body {
    let count = report.weeks.len();
    let main = html! {
        div.hero {
            p.kicker { "My weeks" }
            h1.long { "Week by week, day by day" }
            p.lede { (words::capital(&words::count(count, "week", "weeks"))) ", latest first. A day opens minute by minute: the evidence, the rule, how sure it is; there it can be corrected." }
        }
        section id="weeks" aria-labelledby="weeks-h" {
            h2.vh id="weeks-h" { "Weeks" }
            table.cards {
                caption { "Shares of working time with their range; what was not seen is left out of none of them." }
                thead { tr { th scope="col" { "Week" } @for bucket in Bucket::SPLIT { th scope="col" { (bucket.name()) } } th scope="col" { "Days" } } }
                tbody {
                    @for line in report.weeks.iter().rev() {
                        @let monday = line.week.monday();
                        tr {
                            th scope="row" { a href={ "/me/week/" (monday) } { (words::date(monday)) } span.who { (seen(line)) } }
                            (shares(line))
                            td data-l="Days" { (days(monday, report.first, report.last)) }
                        }
                    }
                }
            }
        }
    };
    Body {
        kind: Kind::Web,
        title: "Weeks and days".to_owned(),
        description: "Your weeks, each with its days.".to_owned(),
        links: links("/me/weeks"),
        main,
        foot: vec![format!("Times in {}.", report.zone)],
        ..Body::default()
    }
}

fn days(monday: Date, first: Date, last: Date) -> Markup {
    const NAMES: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    html! {
        @for (at, name) in NAMES.iter().enumerate() {
            @let day = monday.saturating_add(jiff::Span::new().days(at as i64));
            @if day >= first && day <= last { a href={ "/me/day/" (day) } { (name) span.vh { " " (words::date(day)) } } " " }
        }
    }
}
