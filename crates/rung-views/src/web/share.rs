//! Showing a snapshot of one's weeks to named people.

use jiff::tz::TimeZone;
use maud::{Markup, html};
use rung_app::{
    server::sharing::{FIELDS, SnapshotView},
    wire::v1::shared::{Frozen, FrozenShare},
};
use rung_model::{bucket::Bucket, share::Share};

use super::{
    With,
    mirror::links,
    parts::{Field, button, check, empty, form, moment, section, wrong},
};
use crate::{
    frame::{Body, Kind},
    parts::prose,
    plot::range::{RangeRow, range_bars},
    tone::Tone,
    words,
};

/// The form, as it was filled in.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// First day.
    pub first: String,
    /// Last day.
    pub last: String,
    /// What it shows.
    pub fields: Vec<String>,
    /// Ids of people.
    pub to: Vec<String>,
    /// The last day it may be opened.
    pub until: String,
    /// A word to them.
    pub note: String,
}

/// Snapshots one made and was sent, and the form for a new one. `people` are id and name.
pub fn page(
    asked: &Asked,
    made: &[SnapshotView],
    sent: &[SnapshotView],
    people: &[(String, String)],
    preview: Option<&Frozen>,
    With { zone, csrf, said }: With<'_>,
) -> Body {
    let name =
        |id: &str| people.iter().find(|(own, _)| own == id).map_or_else(|| id.to_owned(), |(_, name)| name.clone());
    let names = |ids: &[String]| words::list(&ids.iter().map(|id| name(id)).collect::<Vec<_>>());
    let inner = html! {
        div.two { (Field::text("first", "From").of("date").with(&asked.first).draw()) (Field::text("last", "To").of("date").with(&asked.last).draw()) }
        fieldset { legend.legend { "What it shows" } @for (id, words) in FIELDS { (check("fields", id, words, asked.fields.iter().any(|own| own == id))) } }
        div.field {
            label for="to" { "To whom" }
            select id="to" name="to" multiple size="6" aria-describedby="to-note" { @for (id, name) in people { option value=(id) selected[asked.to.contains(id)] { (name) } } }
            p.small id="to-note" { "Hold Control, or Command, to name several." }
        }
        (Field::text("until", "Until").of("date").with(&asked.until).note("The last day they can open it. You can take it back at any time before.").draw())
        (Field::text("note", "A word to them").with(&asked.note).optional().draw())
        div.row {
            button.btn.main[preview.is_none()] type="submit" name="step" value="try" { "Look at it first" }
            @if preview.is_some() { button.btn.main type="submit" name="step" value="keep" { "Share it" } }
        }
    };
    let main = html! {
        div.hero {
            p.kicker { "My weeks · shared" }
            h1.long { @if preview.is_some() { "This is what they would see" } @else { "You decide who sees what" } }
            p.lede { "A snapshot is frozen: it shows what you chose, as it is now, to whom you name, until the day you name. Nobody else sees your weeks." }
        }
        @if let Some(frozen) = preview { (shown(frozen)) }
        (section("new", "A new snapshot", "Show a part of your weeks", "", &html! { (wrong(said)) (form("/me/shared", csrf, &inner)) }))
        (section("made", "Shared by you", &if made.is_empty() { "Nothing is shared".to_owned() } else { words::capital(&words::count(made.len(), "snapshot", "snapshots")) }, "", &html! {
            @if !made.is_empty() {
                table.cards {
                    thead { tr { th scope="col" { "Weeks" } th scope="col" { "To" } th scope="col" { "Made" } th scope="col" { "Until" } th scope="col" { "" span.vh { "Take back" } } } }
                    tbody { @for one in made { tr {
                        th scope="row" { a href={ "/snapshots/" (one.snapshot.id) } { (words::span(one.days.0, one.days.1)) } }
                        td data-l="To" { (names(&one.to)) }
                        td data-l="Made" { (moment(one.snapshot.made, zone)) }
                        td data-l="Until" { (last_day(one.snapshot.expires, zone)) }
                        td { @if one.snapshot.revoked.is_some() { "taken back" } @else { (button("/me/shared/revoke", csrf, "Take back", &words::span(one.days.0, one.days.1), &[("id", &one.snapshot.id)])) } }
                    } } }
                }
            }
        }))
        (section("sent", "Shown to you", &if sent.is_empty() { "Nobody shows you anything now".to_owned() } else { words::capital(&words::count(sent.len(), "snapshot", "snapshots")) }, "", &html! {
            @if !sent.is_empty() { ul.ruled { @for one in sent { li {
                a href={ "/snapshots/" (one.snapshot.id) } { (name(&one.snapshot.person)) ", " (words::span(one.days.0, one.days.1)) } span.who { "until " (last_day(one.snapshot.expires, zone)) }
            } } } }
        }))
    };
    Body {
        kind: Kind::Web,
        title: "Shared".to_owned(),
        description: "Snapshots of your weeks.".to_owned(),
        links: links("/me/shared"),
        main,
        foot: vec![format!("Times in {}.", zone.iana_name().unwrap_or("UTC"))],
        ..Body::default()
    }
}

/// A snapshot as it is opened.
pub fn opened(view: &SnapshotView, zone: &TimeZone) -> Body {
    let main = html! {
        div.hero {
            p.kicker { "A snapshot, shared with you by name" }
            h1.long { (view.frozen.as_ref().map_or("It was taken back", |frozen| frozen.name.as_str())) ": " (words::span(view.days.0, view.days.1)) }
            p.lede { "Frozen on " (moment(view.snapshot.made, zone)) ", open until " (last_day(view.snapshot.expires, zone)) ". Who shared it sees that you looked." }
            @if !view.snapshot.note.is_empty() { p.note { "“" (view.snapshot.note) "”" } }
        }
        @match &view.frozen {
            Some(frozen) => { (shown(frozen)) }
            None => { (section("gone", "Gone", "Nothing is shown any more", "", &empty("Its maker took it back, or its time is over", &html! { "Ask them for a new one if you need it." }))) }
        }
    };
    Body {
        kind: Kind::Web,
        title: "A snapshot".to_owned(),
        description: "A frozen part of somebody’s weeks.".to_owned(),
        main,
        foot: vec![format!("Times in {}.", zone.iana_name().unwrap_or("UTC"))],
        ..Body::default()
    }
}

/// The last day something that ends at a moment can be opened.
fn last_day(expires: i64, zone: &TimeZone) -> String {
    super::parts::day_of(expires - 1, zone)
}

fn shown(frozen: &Frozen) -> Markup {
    html! {
        @if let Some(reading) = &frozen.reading { (section("reading", "Reading", reading, &frozen.role.as_ref().map(|role| format!("Read against: {role}.")).unwrap_or_default(), &html! {})) }
        @if let Some(split) = &frozen.split { (section("split", "Split", "Where the time went", &format!("Seen {} of working time.", words::percent(frozen.coverage)), &bars(split))) }
        @if let Some(weeks) = &frozen.weeks {
            (section("weeks", "Weeks", "Week by week", "Shares of working time with their range.", &html! {
                table.cards {
                    thead { tr { th scope="col" { "Week" } @for bucket in Bucket::SPLIT { th scope="col" { (bucket.name()) } } th scope="col" { "Seen" } } }
                    tbody { @for week in weeks { tr {
                        th scope="row" { (week.week) }
                        @for share in &week.split { td data-l=(name(&share.bucket)) { (said(share)) } }
                        td data-l="Seen" { (words::percent(week.coverage)) }
                    } } }
                }
            }))
        }
        @if let Some(findings) = &frozen.findings { (section("findings", "Findings", "Patterns in work", "", &html! { ul.ruled { @for one in findings { li { (prose(one)) } } } })) }
    }
}

fn name(bucket: &str) -> &'static str {
    Bucket::ALL.into_iter().find(|own| own.id() == bucket).map_or("", Bucket::name)
}

fn share(frozen: &FrozenShare) -> Option<Share> {
    frozen.share.map(|[low, point, high]| Share::new(low, point, high))
}

fn said(frozen: &FrozenShare) -> String {
    share(frozen).map_or_else(|| "too little seen".to_owned(), |share| prose(&words::with_range(&share)))
}

fn bars(split: &[FrozenShare]) -> Markup {
    let row = |one: &FrozenShare| {
        let bucket = Bucket::ALL.into_iter().find(|own| own.id() == one.bucket)?;
        Some(RangeRow {
            name: (bucket.name(), ""),
            class: Tone::Of(bucket).class(),
            value: said(one),
            now: share(one),
            before: None,
            blank: one.share.is_none().then_some("too little seen"),
            band: None,
            labels: None,
        })
    };
    let rows: Vec<RangeRow> = split.iter().filter_map(row).collect();
    let desc: Vec<String> = split.iter().map(|one| format!("{} {}", name(&one.bucket), said(one))).collect();
    range_bars("shared-split", "Where the time went", &desc.join("; "), &rows, true)
}
