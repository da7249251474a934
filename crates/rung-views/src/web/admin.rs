//! The server: accounts, roster, framework, policy, access log. For an administrator, who is not a reader.

use std::collections::BTreeMap;

use jiff::tz::TimeZone;
use maud::{Markup, html};
use rung_app::{
    server::{
        accounts::AccountLine,
        documents::{FrameworkDraft, VersionLine},
        mine::Looked,
        policy::SwitchView,
    },
    wire::v1::import::Imported,
};
use rung_model::problem::Problem;

use super::{
    With,
    mine::{log, undo},
    page,
    parts::{Field, check, choice, empty, form, hero, moment, section, upload, wrong},
};
use crate::{
    frame::{Body, Link, token},
    words,
};

const PAGES: [(&str, &str); 6] = [
    ("/admin/accounts", "Accounts"),
    ("/admin/roster", "Roster"),
    ("/admin/sources", "Sources"),
    ("/admin/framework", "Framework"),
    ("/policy", "Policy"),
    ("/admin/log", "Access log"),
];

/// The links of these pages.
pub(super) fn links(here: &str) -> (&'static str, Vec<Link>) {
    let link = |(to, words): (&str, &str)| Link { to: to.to_owned(), words: words.to_owned(), here: to == here };
    ("Server", PAGES.into_iter().map(link).collect())
}

fn framed(here: &str, title: &str, description: &str, main: Markup) -> Body {
    Body { links: links(here), ..page(title, description, main) }
}

/// The first page of an administrator: what is still to do.
pub fn first(people: usize, sources: usize, accounts: usize) -> Body {
    let step = |done: bool, title: &str, note: &str, to: &str, words: &str| {
        html! { li { div { h3 { (title) @if done { ": done" } } p.note { (note) } p.do { a.btn.main[!done] href=(to) { (words) } } } } }
    };
    let main = html! {
        (hero("Server", if people == 0 { "Three steps, and people can begin" } else { "The server" }, "You set things up; you read nobody’s weeks.", &html! {}))
        section id="steps" aria-labelledby="steps-h" {
            h2.vh id="steps-h" { "Steps" }
            ol.steps {
                (step(people > 0, "Import the roster", &if people == 0 { "People, teams and lines: an HR export, Backstage, a published organisation, or files of your own. A dry run shows what was understood before anything is kept.".to_owned() } else { words::capital(&words::count(people, "person", "people")) }, "/admin/roster", "Open the roster"))
                (step(accounts > 1, "Invite people", &words::capital(&words::count(accounts, "account", "accounts")), "/admin/accounts", "Open the accounts"))
                (step(sources > 0, "Connect sources of the organisation", "Repositories, forges, trackers. Off until the policy says otherwise; everybody can connect their own calendar without it.", "/admin/sources", "Open the sources"))
            }
        }
    };
    framed("/admin", "Server", "Setting up the server.", main)
}

/// Accounts, and the form for another.
pub fn accounts(
    all: &[AccountLine],
    secret: Option<&str>,
    people: &[(String, String)],
    csrf: &str,
    said: Option<&str>,
) -> Body {
    let inner = html! {
        (Field::text("login", "E-mail address").of("email").draw())
        div.field {
            label for="person" { "Person of the roster" }
            select id="person" name="person" { option value="" { "nobody of it" } @for (id, name) in people { option value=(id) { (name) } } }
        }
        fieldset { legend.legend { "Beyond that" }
            (check("administrator", "yes", "Administrator: sets the server up, reads nobody’s weeks", false))
            (check("council", "yes", "Works council: reads what is no person’s", false))
        }
        (Field::text("scope", "Human resources of").optional().note("The id of a team, with all under it; * is everybody.").draw())
        div { button.btn.main type="submit" { "Make the account" } }
    };
    let main = html! {
        (hero("Server · accounts", &words::capital(&words::count(all.len(), "account", "accounts")), "What somebody may see follows from the roster, on the day they look.", &html! {
            (wrong(said))
            @if let Some(secret) = secret { div { p.note { strong { "Hand this link on. It is shown this once, and holds for a week." } } p.secret { (secret) } } }
        }))
        (section("all", "Accounts", "Who can log in", "", &html! {
            table.cards {
                thead { tr { th scope="col" { "Login" } th scope="col" { "Person" } th scope="col" { "Beyond that" } th scope="col" { "State" } th scope="col" { span.vh { "Change" } } } }
                tbody { @for one in all { tr {
                    th scope="row" { (one.login) }
                    td data-l="Person" { (one.name.as_deref().unwrap_or("nobody of the roster")) }
                    td data-l="Beyond that" { (words::list(&one.rights)) }
                    td data-l="State" { @if one.deactivated { "closed" } @else if one.invited { "invited" } @else { "in use" } }
                    td.acts { (undo("/admin/accounts/invite-again", csrf, "Invite again", &one.login, &one.id)) " " @if one.deactivated { (undo("/admin/accounts/open", csrf, "Open again", &one.login, &one.id)) } @else { (undo("/admin/accounts/close", csrf, "Close", &one.login, &one.id)) } }
                } } }
            }
        }))
        (section("new", "Another", "Invite somebody", "", &form("/admin/accounts", csrf, &inner)))
    };
    framed("/admin/accounts", "Accounts", "Who can log in.", main)
}

fn severity(one: &Problem) -> &'static str {
    use rung_model::problem::Severity::{Error, Note, Warning};
    match one.severity {
        Error => "error",
        Warning => "warning",
        Note => "note",
    }
}

fn problems(all: &[Problem]) -> Markup {
    html! {
        @if !all.is_empty() { ul.ruled { @for one in all.iter().take(200) { li {
            b { (severity(one)) } ": " @if let Some(line) = one.line { (one.file) ":" (line) ": " } @if let Some(item) = &one.item { (item) ": " } (one.what) span.who { (one.mend) }
        } } @if all.len() > 200 { li { "and " (all.len() - 200) " more" } } } }
    }
}

/// The roster: what is in force, its files, and importing another.
pub fn roster(
    people: usize,
    teams: usize,
    bad: &[Problem],
    files: &[(String, i64)],
    versions: &[(String, VersionLine)],
    With { zone, csrf, said }: With<'_>,
) -> Body {
    let formats: Vec<(String, String)> = [
        ("", "tell it from the file"),
        ("csv", "HR export as CSV"),
        ("backstage", "Backstage catalogue"),
        ("rust-team", "rust-lang/team TOML"),
        ("k8s-sigs", "kubernetes sigs.yaml"),
        ("k8s-org", "kubernetes organisation YAML"),
        ("owners", "OWNERS"),
        ("toml", "a roster of Rung’s own"),
    ]
    .into_iter()
    .map(|(id, words)| (id.to_owned(), words.to_owned()))
    .collect();
    let inner = html! {
        (Field::text("file", "The file").of("file").draw())
        (choice("format", "Its format", &formats, ""))
        (Field::text("columns", "Columns").optional().note("For an HR export whose columns are not known: name=Full name, manager=Boss.").draw())
        div { button.btn.main type="submit" { "Read it, without keeping it" } }
    };
    let title = if people == 0 {
        "Nobody is in the roster yet".to_owned()
    } else {
        format!(
            "{} in {}",
            words::capital(&words::count(people, "person", "people")),
            words::count(teams, "team", "teams")
        )
    };
    let main = html! {
        (hero("Server · roster", &title, "People, teams, lines, roles and responsibilities, each with its days.", &wrong(said)))
        (section("import", "Import", if people == 0 { "Bring it in" } else { "Bring another in" }, "A dry run first: people, lines, what is unresolved with candidates, circles, duplicates. Nothing unresolved is ever attached.", &upload("/admin/roster/try", csrf, &inner)))
        @if !bad.is_empty() { (section("problems", "Problems", &words::capital(&words::count(bad.len(), "problem", "problems")), "What contradicts itself is left out until it is mended.", &problems(bad))) }
        @if !files.is_empty() { (section("files", "Files", "What it says, in files", "Each keeps its versions; a change that breaks something is refused with every line.", &html! { ul.ruled { @for (name, version) in files { li { a href={ "/admin/roster/file?name=" (super::part(name)) } { (name) } span.who { "version " (version) } } } } })) }
        @if !versions.is_empty() { (section("versions", "History", "What was changed, and why", "", &history(versions, zone))) }
    };
    framed("/admin/roster", "Roster", "People, teams and lines.", main)
}

fn history(versions: &[(String, VersionLine)], zone: &TimeZone) -> Markup {
    html! { ul.ruled { @for (who, one) in versions { li { (moment(one.written, zone)) ": " (if one.note.is_empty() { "changed" } else { one.note.as_str() }) span.who { (who) ", version " (one.version) } } } } }
}

/// What a dry run understood.
pub fn dry_run(imported: &Imported, held: &str, csrf: &str) -> Body {
    let counts = &imported.counts;
    let facts = [
        ("People", counts.people),
        ("Teams", counts.teams),
        ("Parts in teams", counts.memberships),
        ("Reporting lines", counts.reporting_lines),
        ("Roles held", counts.holdings),
    ];
    let listed = |all: &[rung_app::wire::v1::report::Problem]| html! { ul.ruled { @for one in all.iter().take(100) { li { @if let Some(line) = one.line { (one.file) ":" (line) ": " } (one.what) span.who { (one.mend) } } } } };
    let main = html! {
        (hero("Server · roster · dry run", &format!("{} understood", words::capital(&words::count(counts.people, "person", "people"))), &format!("Read as {}. Nothing is kept yet.", imported.format), &html! {
            dl.facts { @for (name, count) in facts { div { dt { (name) } dd { (count) } } } }
            form.row action="/admin/roster" method="post" {
                (token(csrf)) input type="hidden" name="held" value=(held);
                (Field::text("note", "A word for the record").with("imported").draw())
                div { button.btn.main type="submit" { "Keep it as the roster" } }
            }
            p.acts { a.btn href="/admin/roster" { "Leave it" } }
        }))
        @if !imported.unresolved.is_empty() {
            (section("unresolved", "Unresolved", &words::capital(&format!("{} nowhere, or to several", words::count(imported.unresolved.len(), "reference leads", "references lead"))), "Nothing is attached for you: mend them in the source, or afterwards in the roster.", &html! {
                ul.ruled { @for one in imported.unresolved.iter().take(200) { li { (one.file) ":" (one.line) ": " (one.item) ": " b { (one.wanted) } @if !one.candidates.is_empty() { span.who { "perhaps " (words::list(&one.candidates)) } } } } }
            }))
        }
        @if !imported.duplicates.is_empty() { (section("duplicates", "Duplicates", "Stated twice", "", &listed(&imported.duplicates))) }
        @if !imported.cycles.is_empty() { (section("cycles", "Circles", "Circles and second managers", "", &listed(&imported.cycles))) }
        @if !imported.problems.is_empty() { (section("problems", "Problems", "Everything else", "", &listed(&imported.problems))) }
    };
    framed("/admin/roster", "Dry run", "What an import would bring.", main)
}

/// A file of the roster, to change.
pub fn roster_file(name: &str, version: i64, body: &str, csrf: &str, said: Option<&str>, bad: &[Problem]) -> Body {
    let main = html! {
        (hero("Server · roster", name, "A change that breaks something is refused, with every line.", &html! { (wrong(said)) (problems(bad)) }))
        (section("text", "Text", "What it says", "", &html! {
            form.form.wide action="/admin/roster/file" method="post" {
                (token(csrf)) input type="hidden" name="name" value=(name); input type="hidden" name="version" value=(version);
                div.field { label for="body" { "TOML" } textarea.code id="body" name="body" spellcheck="false" { (body) } }
                (Field::text("note", "Why").draw())
                div { button.btn.main type="submit" { "Keep it" } }
            }
        }))
    };
    framed("/admin/roster", name, "A file of the roster.", main)
}

/// The framework in force, and publishing another.
pub fn framework(
    name: &str,
    version: &str,
    own: bool,
    roles: usize,
    versions: &[(String, VersionLine)],
    With { zone, csrf, said }: With<'_>,
) -> Body {
    let main = html! {
        (hero("Server · framework", name, &format!("{}{} Everything is read against it.", if version.is_empty() { String::new() } else { format!("Version {version}. ") }, words::capital(&format!("{}.", words::count(roles, "role", "roles")))), &html! { (wrong(said)) p.acts { a.btn href="/roles/" { "Open the roles" } } }))
        (section("another", "Another", "Bring your own ladder", "Markdown, HTML, CSV, YAML, JSON or TOML of any usual shape. What it changes is shown first.", &upload("/admin/framework/try", csrf, &html! { (Field::text("file", "The file").of("file").draw()) div { button.btn.main type="submit" { "Read it, without publishing it" } } })))
        @if own { (section("back", "Back", "Go back to the built-in framework", "", &form("/admin/framework/withdraw", csrf, &html! { div { button.btn type="submit" { "Withdraw it" } } }))) }
        @if !versions.is_empty() { (section("versions", "History", "What was published", "", &history(versions, zone))) }
    };
    framed("/admin/framework", "Framework", "The framework in force.", main)
}

/// What publishing a framework would change.
pub fn framework_draft(draft: &FrameworkDraft, held: &str, changes: &[String], csrf: &str) -> Body {
    let name = if draft.framework.name.is_empty() { &draft.framework.id } else { &draft.framework.name };
    let errors = draft.problems.iter().any(|one| one.severity == rung_model::problem::Severity::Error);
    let main = html! {
        (hero("Server · framework · dry run", name, &format!("{}, {} understood. Nothing is published yet.", words::capital(&words::count(draft.framework.roles.len(), "role", "roles")), words::count(draft.framework.positions.len(), "level", "levels")), &html! {
            @if errors { p.note { "It has errors in it, which are below: mend them first." } } @else {
                form.row action="/admin/framework" method="post" { (token(csrf)) input type="hidden" name="held" value=(held); (Field::text("note", "A word for the record").with("published").draw()) div { button.btn.main type="submit" { "Publish it" } } }
            }
            p.acts { a.btn href="/admin/framework" { "Leave it" } }
        }))
        (section("changes", "Changes", &words::capital(&format!("{} against the one in force", words::count(changes.len(), "change", "changes"))), "", &html! { ul.ruled { @for change in changes.iter().take(200) { li { (change) } } @if changes.len() > 200 { li { "and " (changes.len() - 200) " more" } } } }))
        @if !draft.problems.is_empty() { (section("problems", "Problems", &words::capital(&words::count(draft.problems.len(), "remark", "remarks")), "", &problems(&draft.problems))) }
    };
    framed("/admin/framework", "Dry run", "What publishing would change.", main)
}

/// Switches, for everybody to read and an administrator to announce.
pub fn policy(all: &[SwitchView], administrator: bool, zone: &TimeZone, csrf: &str, said: Option<&str>) -> Body {
    let main = html! {
        (hero("Policy", "What is switched on, and since when", "Whatever widens what is measured or kept is announced a fortnight before it takes effect. Everybody reads this page.", &wrong(said)))
        @for one in all {
            (section(one.switch.name, &words::capital(&one.switch.name.replace('-', " ")), &format!("It is {}", one.value), one.switch.words, &html! {
                @if let Some((value, at)) = &one.coming { p.note { strong { "From " (moment(*at, zone)) " on it is " (value) "." } } }
                @if administrator {
                    form.row action="/policy" method="post" {
                        (token(csrf)) input type="hidden" name="name" value=(one.switch.name);
                        div.field { label for={ "v-" (one.switch.name) } { "Set to" } select id={ "v-" (one.switch.name) } name="value" { @for value in one.switch.values { option value=(value) selected[*value == one.value] { (value) } } } }
                        div { button.btn type="submit" { "Announce it" } }
                        @if one.switch.notice > 0 { p.small { "Widening it takes effect " (one.switch.notice) " days later." } }
                    }
                }
                @if !one.changes.is_empty() { details { summary { "Every change" span.vh { " of " (one.switch.name) } } ul.ruled { @for change in &one.changes { li { (change.value) span.who { "announced " (moment(change.announced, zone)) ", in effect " (moment(change.effective, zone)) } } } } } }
            }))
        }
    };
    let mut body = if administrator {
        framed("/policy", "Policy", "Switches of the organisation.", main)
    } else {
        page("Policy", "Switches of the organisation.", main)
    };
    body.foot.push(format!("Times in {}.", zone.iana_name().unwrap_or("UTC")));
    body
}

/// The access log.
pub fn access(lines: &[Looked], names: &BTreeMap<String, String>, next: Option<i64>, zone: &TimeZone) -> Body {
    let main = html! {
        (hero("Server · access log", "Who did what", "That something was done, not what was seen. Reading this page is itself a line of it.", &html! {}))
        (section("lines", "Lines", "Latest first", "Each line is summed with the one before it: one that is changed or taken out shows.", &html! {
            @if lines.is_empty() { (empty("There is no line", &html! { "Nothing was done yet." })) } @else { (log(lines, names, zone)) }
            @if let Some(next) = next { p.acts { a.btn href={ "/admin/log?before=" (next) } { "Earlier" } } }
        }))
    };
    let mut body = framed("/admin/log", "Access log", "Who did what.", main);
    body.foot.push(format!("Times in {}.", zone.iana_name().unwrap_or("UTC")));
    body
}
