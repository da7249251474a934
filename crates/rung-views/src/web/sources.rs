//! Connecting sources, and how far a job is.

use jiff::tz::TimeZone;
use maud::{Markup, html};
use rung_app::server::sources::{JobView as Job, SourceView};
use rung_model::manifest::SourceKind;

use super::{
    mirror::links,
    parts::{Field, button, choice, empty, moment, section, upload, wrong},
};
use crate::{
    frame::{Body, Kind},
    words,
};

/// Whose sources.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// One's own.
    Own,
    /// The organisation's.
    Organisation,
}

impl Whose {
    const fn path(self) -> &'static str {
        match self {
            Self::Own => "/me/sources",
            Self::Organisation => "/admin/sources",
        }
    }
}

/// Sources with what each can see, jobs, and the form for another.
pub fn page(
    whose: Whose,
    all: &[SourceView],
    jobs: &[Job],
    folders: bool,
    zone: &TimeZone,
    csrf: &str,
    said: Option<&str>,
) -> Body {
    let kind = |kind: &SourceKind| *kind != SourceKind::Days && (whose == Whose::Own || *kind != SourceKind::Calendar);
    let kinds: Vec<(String, String)> = std::iter::once(SourceKind::Calendar)
        .chain(SourceKind::ALL.into_iter().filter(|kind| *kind != SourceKind::Calendar))
        .filter(kind)
        .filter(|kind| folders || *kind != SourceKind::Git)
        .map(|kind| (kind.id().to_owned(), kind.name().to_owned()))
        .collect();
    let path = whose.path();
    let inner = html! {
        (choice("kind", "What it is", &kinds, if whose == Whose::Own { "calendar" } else { "git" }))
        (Field::text("name", "What to call it").optional().draw())
        @if whose == Whose::Own { (Field::text("file", "The file").of("file").optional().note("A calendar as .ics, an export as JSON or CSV, of 32 MiB at most.").draw()) }
        @if whose == Whose::Own { (Field::text("address", "Or the calendar’s secret address").of("url").optional().note("It begins with https:// or webcal://, and is read again every day.").draw()) }
        @if folders { (Field::text("place", "Or a folder of the server").optional().note("Its full path; it is read there and never changed.").draw()) }
        div { button.btn.main type="submit" { "Connect" } }
    };
    let title = match (whose, all.len()) {
        (Whose::Own, 0) => "No source of yours is connected".to_owned(),
        (Whose::Organisation, 0) => "No source of the organisation is connected".to_owned(),
        (_, count) => words::capital(&format!("{} connected", words::count(count, "source", "sources"))),
    };
    let lede = match whose {
        Whose::Own => "What they hold is shown to you alone. Titles and text go after fourteen days.",
        Whose::Organisation => {
            "Each person’s facts of them become part of that person’s own reading, and nobody else’s. Whoever asked not to be measured is left out."
        }
    };
    let main = html! {
        div.hero { p.kicker { (if whose == Whose::Own { "My weeks · sources" } else { "Server · sources" }) } h1.long { (title) } p.lede { (lede) } }
        (section("coverage", "Coverage", "What each can see, and what it never can", "", &html! {
            @if all.is_empty() { (empty("Nothing is seen", &html! { "People and strategy cannot be seen from git alone. A calendar shows both." })) }
            @else {
                table.cards.sources {
                    thead { tr { th scope="col" { "Source" } th scope="col" { "Can see" } th scope="col" { "Never sees" } th.n scope="col" { "Facts" } th scope="col" { span.vh { "Change" } } } }
                    tbody { @for one in all { (line(one, path, zone, csrf)) } }
                }
            }
        }))
        (section("connect", "Connect", "Another source", "", &html! { (wrong(said)) (upload(path, csrf, &inner)) }))
        @if !jobs.is_empty() { (section("jobs", "Jobs", "What was read lately", "", &html! { ul.ruled { @for job in jobs { li { a href={ "/jobs/" (job.id) } { (moment(job.made, zone)) } ": " (job.words) } } } })) }
    };
    Body {
        kind: Kind::Web,
        title: "Sources".to_owned(),
        description: "Sources, and what each can see.".to_owned(),
        links: if whose == Whose::Own { links(path) } else { super::admin::links(path) },
        main,
        foot: vec![format!("Times in {}.", zone.iana_name().unwrap_or("UTC"))],
        ..Body::default()
    }
}

fn line(one: &SourceView, path: &str, zone: &TimeZone, csrf: &str) -> Markup {
    let kind = SourceKind::from_id(&one.source.kind).map_or("", SourceKind::name);
    html! {
        tr {
            th scope="row" {
                (one.source.name) span.who { (kind) }
                @if one.shared { span.who { "of the organisation" } }
                @if let Some((first, last)) = one.days { span.who { (words::span(first, last)) } }
                @if one.source.place.starts_with("https://") { span.who { "read at its address every day" } }
                @if let Some(read) = one.source.read { span.who { "read " (moment(read, zone)) } } @else { span.who { "not read yet" } }
                @for problem in &one.problems { span.who { "! " (problem.what) "; " (problem.mend) } }
            }
            td data-l="Can see" { (one.can_see) }
            td data-l="Never sees" { (one.never_sees) }
            td.n data-l="Facts" { (one.rows) }
            td { @if !one.shared {
                details.answer {
                    summary { "Change" span.vh { " " (one.source.name) } }
                    (upload(&format!("{path}/again"), csrf, &html! {
                        input type="hidden" name="id" value=(one.source.id);
                        @if one.source.place.is_empty() { label.small for={ "again-" (one.source.id) } { "A newer file" } input id={ "again-" (one.source.id) } type="file" name="file"; }
                        div { button.btn type="submit" { "Read again" } }
                    }))
                    p.small { (button(&format!("{path}/remove"), csrf, "Disconnect, with all it gave", &one.source.name, &[("id", &one.source.id)])) }
                }
            } }
        }
    }
}

/// How far a job is.
pub fn job(job: &Job, zone: &TimeZone, back: &str) -> Body {
    let open = job.ended.is_none();
    let title = match job.state.as_str() {
        "done" => "Done",
        "failed" => "It could not be done",
        "running" => "It is being done",
        _ => "It waits for its turn",
    };
    let main = html! {
        div.hero data-job={ "/api/v1/jobs/" (job.id) } data-open=[open.then_some("yes")] {
            p.kicker { "Job" } h1.long { (title) }
            p.lede data-said="" role="status" { (job.words) }
            @if open { div { @if job.total > 0 { progress max=(job.total) value=(job.done) { (job.done) " of " (job.total) } } @else { progress {} } } p.small { "Asked for " (moment(job.made, zone)) ". You may leave this page: it goes on." } }
            p.acts { a.btn href=(back) { "Back to the sources" } @if open { a.btn href={ "/jobs/" (job.id) } { "Look again" } } @else if back == "/me/sources" { a.btn.main href="/me" { "My reading" } } }
        }
    };
    Body {
        kind: Kind::Web,
        title: title.to_owned(),
        description: "How far a job is.".to_owned(),
        main,
        ..Body::default()
    }
}
