//! The static report: one HTML file about one person's weeks, for that person.
//!
//! One file, one section, in reading order: the finding first, then what proves it, then what it rests on.

mod activities;
mod assumptions;
mod findings;
mod fit;
mod headline;
mod keep;
mod lens;
mod opening;
mod overturn;
mod problems;
mod role;
mod sharpen;
mod sources;
mod split;
mod split_words;
mod weeks;

use maud::html;
use rung_app::answer::Report;

use self::lens::Lens;
use crate::{
    frame::{Body, Kind, Link},
    words,
};

/// The report as a complete HTML document. The same report gives the same bytes.
pub fn page(report: &Report) -> String {
    body(report, None).file()
}

/// What a server puts into a reading that is looked at alive.
#[derive(Clone, Copy, Debug)]
pub struct Live<'a> {
    /// What its forms send along.
    pub csrf: &'a str,
}

/// The report before it is framed; alive where a server shows it.
pub fn body(report: &Report, live: Option<Live<'_>>) -> Body {
    let lens = Lens { live, ..Lens::new(report) };
    let name = report.who.name.as_deref().unwrap_or("your weeks");
    let title = format!("Mirror: {name}, {}", words::span(report.first, report.last));
    let main = html! {
        (opening::opening(&lens))
        (split::section(&lens))
        (findings::section(&lens))
        (role::section(&lens))
        (weeks::section(&lens))
        (activities::section(&lens))
        (sources::section(&lens))
        (sharpen::section(&lens))
        (assumptions::section(&lens))
        (problems::section(&lens))
        (keep::section(&lens))
    };
    let contents = [
        ("split", "Split"),
        ("findings", "Findings"),
        ("role", "Role"),
        ("weeks", "Weeks"),
        ("activities", "Activities"),
        ("sources", "Sources"),
        ("sharpen", "Sharpen"),
        ("assumptions", "Assumptions"),
    ];
    let link = |(id, words): (&str, &str)| Link { to: format!("#{id}"), words: words.to_owned(), here: false };
    Body {
        kind: Kind::Report,
        title,
        description: "Where one person's weeks went, read against the role held.".to_owned(),
        mark: "rung".to_owned(),
        links: ("On this page", contents.into_iter().map(link).collect()),
        main,
        foot: foot(report),
        ..Body::default()
    }
}

fn foot(report: &Report) -> Vec<String> {
    let mut lines = Vec::new();
    if report.who.invented {
        let who = report.who.organisation.as_ref().map_or_else(
            || "Everyone in this report is invented.".to_owned(),
            |organisation| format!("{organisation} and everyone in it are invented."),
        );
        lines.push(who);
    }
    lines.push(format!("Made {}.", words::moment(report.made, &report.zone)));
    lines.push(format!("Times in {}.", report.zone));
    lines
}
