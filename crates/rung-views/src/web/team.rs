//! What leads answer blind about a team, what comes of it, and declaring who carries what.

use jiff::civil::Date;
use maud::{Markup, html};
use rung_app::{
    org::answers::{Reveal, Row},
    wire::v1::{contract::Contract, org::Who, split::Move, team::Map},
};

use rung_measure::own::map::State;
use rung_model::{bucket::Bucket, share::Share};

use super::{
    With, page, part,
    parts::{Field, empty, hero, section, wrong},
};
use crate::{
    frame::{Body, Link, token},
    org::glyphs::glyph,
    parts::{Twin, caption, prose},
    plot::range::{RangeRow, range_bars},
    tone::Tone,
    words,
};

/// Where the time of several people goes, in words.
#[derive(Clone, Debug)]
pub struct TimeOfTeam {
    /// Whose: the team's name, or that of one above it.
    pub name: String,
    /// How many people.
    pub people: usize,
    /// True where it is a team above.
    pub above: bool,
    /// Share of working time seen, 0-1.
    pub coverage: f64,
    /// Shares by bucket; `None` where it cannot be said.
    pub shares: [(Bucket, Option<Share>); 3],
    /// Whose it is and why, in words: "Shown for Payments (12) because Ledger has 3".
    pub said: String,
}

/// A team as the pages around it need it.
#[derive(Clone, Copy, Debug)]
pub struct Named<'a> {
    /// Its id.
    pub id: &'a str,
    /// Its name.
    pub name: &'a str,
    /// True for who may see figures of several people.
    pub figures: bool,
    /// True where it has responsibilities, and so a contract.
    pub carries: bool,
}

/// The links of a team's pages.
pub fn links(team: Named<'_>, here: &str) -> (&'static str, Vec<Link>) {
    let own = format!("/teams/{}", part(team.id));
    let pages = [
        ("", "Who carries what"),
        ("/answers", "Blind answers"),
        ("/declare", "Declare"),
        ("/contract", "Contract"),
        ("/evidence", "Evidence"),
    ];
    let link =
        |(end, words): (&str, &str)| Link { to: format!("{own}{end}"), words: words.to_owned(), here: end == here };
    let shown = |(end, _): &(&str, &str)| match *end {
        "/evidence" => team.figures,
        "/contract" => team.carries,
        _ => true,
    };
    ("Team", pages.into_iter().filter(shown).map(link).collect())
}

fn framed(team: Named<'_>, here: &str, title: &str, description: &str, main: Markup) -> Body {
    Body { links: links(team, here), ..page(title, description, main) }
}

/// How asking the leads stands.
#[derive(Clone, Copy, Debug)]
pub struct Asking<'a> {
    /// Who carries what, as declared.
    pub map: Option<&'a Map>,
    /// What the one who looks answered, by responsibility.
    pub own: &'a std::collections::BTreeMap<String, String>,
    /// True for a lead, who is asked.
    pub lead: bool,
    /// True for who may begin anew.
    pub declares: bool,
    /// What came of it.
    pub reveal: Option<&'a Reveal>,
}

/// The page on which a lead answers, alone, and the reveal.
pub fn answers(
    team: Named<'_>,
    asking: &Asking<'_>,
    names: &dyn Fn(&str) -> String,
    With { csrf, said, .. }: With<'_>,
) -> Body {
    let Asking { map, own, lead, declares, reveal } = *asking;
    let path = format!("/teams/{}/answers", part(team.id));
    let title = match reveal {
        Some(Reveal::Open { rows }) => {
            let open = rows.iter().filter(|row| matches!(row.state, State::Unowned | State::Contested)).count();
            if open == 0 {
                "Everybody agrees who carries what".to_owned()
            } else {
                format!("{}: {} to talk about", team.name, words::count(open, "responsibility", "responsibilities"))
            }
        }
        Some(Reveal::Waiting { missing, .. }) => {
            format!("{}: {} still to answer", team.name, words::count(missing.len(), "lead has", "leads have"))
        }
        None => format!("{}: who thinks who carries what?", team.name),
    };
    let main = html! {
        (hero("Team · blind answers", &title, "Each lead answers alone. Nothing is shown before all have: then everything is, at once.", &wrong(said)))
        @match (map, reveal) {
            (None, _) => { (section("none", "Nothing to ask", "No responsibilities are declared yet", "", &empty("The roster does not say what this team must carry", &html! { "Add what it must carry to the roster, and the hours each lead has to give." }))) }
            (_, Some(Reveal::Open { rows })) => { (revealed(rows, names)) @if declares { (section("anew", "Again", "Ask anew", "In eight weeks, or when something changed.", &html! { form action={ (path) "/clear" } method="post" { (token(csrf)) button.btn type="submit" { "Begin anew" } } })) } }
            (Some(_), Some(Reveal::Waiting { missing, done })) => {
                (section("waiting", "Waiting", "Who has answered", "That somebody has answered is shown; what they said is not.", &html! {
                    ul.ruled { @for person in done { li { (names(person)) ": answered" } } @for (person, open) in missing { li { (names(person)) ": " (words::count(*open, "answer", "answers")) " to go" } } }
                }))
            }
            (Some(_), None) => {}
        }
        @if let Some(map) = map.filter(|_| lead && !matches!(reveal, Some(Reveal::Open { .. }))) { (form(map, own, &path, csrf)) }
    };
    framed(team, "/answers", &title, "What leads say of a team’s responsibilities, each alone.", main)
}

fn form(map: &Map, own: &std::collections::BTreeMap<String, String>, path: &str, csrf: &str) -> Markup {
    let said = [("own", "I answer for it"), ("contribute", "I take part"), ("none", "Not me")];
    section(
        "own",
        "Your answers",
        "What do you carry?",
        "You can change them until all have answered.",
        &html! {
            form.form.wide action=(path) method="post" {
                (token(csrf))
                @for duty in &map.responsibilities {
                    fieldset {
                        legend.legend { (duty.name) }
                        div.row { @for (word, words) in said {
                            label.check { input type="radio" name={ "d." (duty.id) } value=(word) checked[own.get(&duty.id).is_some_and(|own| own == word)]; span { (words) } }
                        } }
                    }
                }
                div { button.btn.main type="submit" { "Keep my answers" } }
            }
        },
    )
}

fn revealed(rows: &[Row], names: &dyn Fn(&str) -> String) -> Markup {
    let all = |ids: &[String]| words::list(&ids.iter().map(|id| names(id)).collect::<Vec<_>>());
    section(
        "revealed",
        "Revealed",
        "What you said, side by side",
        "",
        &html! {
            table.cards {
                thead { tr { th scope="col" { "Responsibility" } th scope="col" { "Say it is theirs" } th scope="col" { "Take part" } th scope="col" { "So it is" } } }
                tbody { @for row in rows { tr {
                    th scope="row" { (row.name) }
                    td data-l="Say it is theirs" { @if row.own.is_empty() { "nobody" } @else { (all(&row.own)) } }
                    td data-l="Take part" { @if row.contribute.is_empty() { "nobody" } @else { (all(&row.contribute)) } }
                    td data-l="So it is" { span.state { (glyph(row.state.id())) span { (row.state.words()) } } }
                } } }
            }
        },
    )
}

/// A proposal that a declaration may start from.
#[derive(Clone, Debug)]
pub struct Plan {
    /// Moves it takes.
    pub moves: usize,
    /// Hours a week over declared capacities that are left.
    pub overload: f64,
    /// Who has what then.
    pub changes: Vec<Move>,
}

/// What a declaration may start from.
#[derive(Clone, Copy, Debug)]
pub struct Declaring<'a> {
    /// Proposals: suggestions, of which a named person decides.
    pub plans: &'a [Plan],
    /// Moves of the one that is filled in.
    pub chosen: Option<usize>,
    /// True for who may declare for the team.
    pub may: bool,
    /// Today.
    pub today: &'a str,
}

fn proposals(path: &str, asked: &Declaring<'_>) -> Markup {
    let name = |moves: usize| match moves {
        0 => "Tidy up, no move".to_owned(),
        many => words::capital(&words::count(many, "move", "moves")),
    };
    section(
        "start",
        "Start from a proposal",
        "Fill the form in from a suggestion",
        "Worked out from declared hours, wishes and eligibility; what was observed is never an input. You decide, and say why.",
        &html! {
            ul.ruled { @for plan in asked.plans { li {
                a href={ (path) "?plan=" (plan.moves) "#declare" } aria-current=[(asked.chosen == Some(plan.moves)).then_some("true")] { (name(plan.moves)) }
                ": " (words::list(&plan.changes.iter().map(|one| format!("{} to {}", words::lower_first(&one.name), one.to.name)).collect::<Vec<_>>()))
                span.who { "leaves " (hours(plan.overload)) " h a week over what people have to give" }
            } } }
        },
    )
}

/// Declaring who carries what from a day on.
pub fn declare(team: Named<'_>, map: Option<&Map>, asked: &Declaring<'_>, With { csrf, said, .. }: With<'_>) -> Body {
    let path = format!("/teams/{}/declare", part(team.id));
    let (may, today) = (asked.may, asked.today);
    let main = html! {
        (hero("Team · declare", &format!("{}: who carries what from now on?", team.name), "Declared by the team’s leads or their manager, with a reason and a day. What held before stays on record.", &wrong(said)))
        @match map {
            Some(map) if may => {
                @if !asked.plans.is_empty() { (proposals(&path, asked)) }
                (section("declare", "Responsibilities", "Name one who answers for each", "Shared ones may have several. Whoever is not named may still take part.", &html! {
                    form.form.wide action=(path) method="post" {
                        (token(csrf))
                        @for duty in &map.responsibilities {
                            fieldset {
                                legend.legend { (duty.name) " " span.small { (hours(duty.hours)) " h a week" @if duty.shared { ", shared" } } }
                                div.row { @for lead in &map.leads {
                                    label.check { input type="checkbox" name={ "own." (duty.id) } value=(lead.who.id) checked[duty.owners.contains(&lead.who)]; span { (lead.who.name) } }
                                } }
                                details { summary { "Who takes part" span.vh { " in " (duty.name) } } div.row { @for lead in &map.leads {
                                    label.check { input type="checkbox" name={ "part." (duty.id) } value=(lead.who.id) checked[duty.contributors.contains(&lead.who)]; span { (lead.who.name) } }
                                } } }
                            }
                        }
                        div.two { (Field::text("from", "From").of("date").with(today).draw()) (Field::text("reason", "Why").note("Kept with your name.").draw()) }
                        div { button.btn.main type="submit" { "Declare it" } }
                    }
                }))
            }
            Some(_) => { (section("not", "Not yours to say", "Leads of the team, or their manager, declare it", "", &empty("You can see who carries what, and not change it", &html! { "If it is wrong, tell a lead of the team." }))) }
            None => { (section("not", "Nothing to declare", "No responsibilities are declared yet", "", &empty("The roster does not say what this team must carry", &html! { "It needs [[responsibility]] tables for this team, and [[capacity]] of its leads." }))) }
        }
    };
    framed(team, "/declare", "Declare who carries what", "Who answers for what on a team.", main)
}

fn hours(hours: f64) -> String {
    if hours.fract() == 0.0 { format!("{hours:.0}") } else { format!("{hours:.1}") }
}

/// A declaration: when, who, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Declaration {
    /// When, in words.
    pub when: String,
    /// Who.
    pub who: String,
    /// Why, in their words.
    pub why: String,
}

/// The contract, with earlier ones (days, as of which they hold) and why things were declared.
pub fn contract(
    team: Named<'_>,
    contract: &Contract,
    organisation: Option<&str>,
    days: &[Date],
    why: &[Declaration],
) -> Body {
    let body = crate::org::contract_body(contract, organisation);
    let path = format!("/teams/{}/contract", part(team.id));
    let main = html! {
        (body.main)
        @if !why.is_empty() { (section("why", "Why", "What was declared, and why", "", &html! { ul.ruled { @for one in why { li { (one.why) span.who { (one.who) ", " (one.when) } } } } })) }
        @if !days.is_empty() { (section("history", "History", "Earlier contracts", "", &html! { ul.ruled { @for day in days.iter().rev() { li { a href={ (path) "?on=" (day) } { "from " (words::date(*day)) } } } } })) }
    };
    Body { links: links(team, "/contract"), main, ..body }
}

/// What the team's evidence shows, of several people together.
pub fn evidence(team: Named<'_>, time: Option<&TimeOfTeam>, map: Option<&Map>, weeks: &str) -> Body {
    let title = match time {
        Some(time) if time.above && time.said.contains(" because ") => words::capital(&time.said),
        Some(time) if time.above => {
            format!("Shown for {} ({}), which {} is part of", time.name, time.people, team.name)
        }
        Some(time) => format!("{}: {} people together", team.name, time.people),
        None => format!("{}: too few people to show anything of", team.name),
    };
    let told = time.filter(|time| time.above && !title.contains(" because "));
    let why = told.map(|time| format!("{}. ", words::capital(&time.said))).unwrap_or_default();
    let main = html! {
        (hero("Team · evidence", &title, &format!("The eight weeks {weeks}. {why}Shares are rounded to five points, and shown only where nobody can be worked out of them."), &html! {}))
        @if let Some(time) = time {
            (section("time", "Time", "Where it goes, together", &format!("Seen about {} of working time.", words::percent(time.coverage)), &html! {
                (shares(time))
            }))
        }
        @if let Some((map, shown)) = map.and_then(|map| map.evidence.as_ref().map(|evidence| (map, evidence))) {
            (section("seen", "Responsibilities", "Declared, and seen", &prose(&words::capital(&shown.said)), &html! {
                table.cards { thead { tr { th scope="col" { "Responsibility" } th scope="col" { "Declared by" } th scope="col" { "In the evidence" } } } tbody { @for duty in &map.responsibilities { tr {
                    th scope="row" { (duty.name) } td data-l="Declared by" { (owners(&duty.owners)) } td data-l="In the evidence" { (duty.sight.as_deref().unwrap_or("cannot be said").replace('_', " ")) }
                } } } }
            }))
        }
        @if time.is_none() { (section("few", "Suppressed", "Not shown", "", &empty("Nothing is shown of so few people", &html! { "Nor for a team above it, since these few could then be worked out. What leads declare is on " a href={ "/teams/" (part(team.id)) } { "the team’s page" } "." }))) }
    };
    framed(team, "/evidence", &title, "What a team’s evidence shows, of several people together.", main)
}

/// Where the time of several people goes, range before point.
fn shares(time: &TimeOfTeam) -> Markup {
    let said = |share: &Option<Share>| {
        share.as_ref().map_or_else(|| "cannot be said".to_owned(), |share| prose(&words::about(share)))
    };
    let row = |(bucket, share): &(Bucket, Option<Share>)| RangeRow {
        name: (bucket.name(), ""),
        class: Tone::Of(*bucket).class(),
        value: said(share),
        now: *share,
        before: None,
        blank: share.is_none().then_some("no source shows it, or too little was seen"),
        band: None,
        labels: None,
    };
    let rows: Vec<RangeRow> = time.shares.iter().map(row).collect();
    let desc: Vec<String> =
        time.shares.iter().map(|(bucket, share)| format!("{}: {}", bucket.name(), said(share))).collect();
    let number = |share: &Option<Share>| match share {
        Some(share) => vec![words::percent(share.low), words::percent(share.point), words::percent(share.high)],
        None => vec![String::new(), "cannot be said".to_owned(), String::new()],
    };
    let twin = Twin {
        summary: "These shares as a table",
        caption: "Shares of working time, in steps of five points.",
        heads: &["Kind of work", "Low", "Best guess", "High"],
        rows: time.shares.iter().map(|(bucket, share)| (bucket.name().to_owned(), number(share))).collect(),
    };
    html! {
        figure {
            (caption("Share of working time", &format!("{} people together; a bar spans what seen and unseen time allow, the tick is the best guess.", time.people)))
            (range_bars("team-time", "Share of working time", &desc.join("; "), &rows, true))
            (twin.draw())
        }
    }
}

fn owners(owners: &[Who]) -> String {
    if owners.is_empty() {
        "nobody".to_owned()
    } else {
        words::list(&owners.iter().map(|who| who.name.clone()).collect::<Vec<_>>())
    }
}

/// A page with a choice of the day it shows, behind its opening.
pub fn with_day(body: Body, path: &str, day: &str) -> Body {
    let main = html! { (body.main) section id="as-of" aria-labelledby="as-of-h" {
        h2.vh id="as-of-h" { "Another day" } (as_of(path, day))
        @if !path.starts_with("/teams/") { p.note.apart { a href={ "/organisation/roster.csv?on=" (day) } { "The roster of this day as CSV" } ", " a href="/people" { "everybody by name" } "." } }
    } };
    Body { main, ..body }
}

/// A choice of a day for pages that show the organisation as of one.
fn as_of(path: &str, day: &str) -> Markup {
    html! {
        form.row action=(path) method="get" {
            div.field { label for="on" { "As of" } input id="on" name="on" type="date" value=(day); }
            div { button.btn type="submit" { "Show" } }
        }
    }
}
