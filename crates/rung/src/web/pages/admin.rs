//! The server: accounts, roster, framework, policy, access log.

use std::path::Path;

use rung_app::{
    server::{Refused, accounts::NewAccount, documents::VersionLine},
    wire::v1,
};
use rung_model::{problem::Severity, roster::At};
use rung_views::web::{With, admin as view};

use super::said;
use crate::web::{
    answer::{Answer, Done},
    ask::{Ask, File},
};

pub(in crate::web) fn first(ask: &Ask<'_>) -> Done {
    let server = ask.server();
    let people = server.opened()?.roster.people.len();
    let sources = server.sources(&ask.caller, &ask.moment, true)?.len();
    let accounts = server.accounts(&ask.caller, &ask.moment)?.len();
    Ok(Answer::page(ask, &view::first(people, sources, accounts)))
}

fn accounts_page(ask: &Ask<'_>, secret: Option<&str>, said: Option<&str>) -> Result<rung_views::frame::Body, Refused> {
    let server = ask.server();
    let all = server.accounts(&ask.caller, &ask.moment)?;
    let opened = server.opened()?;
    let today = opened.view(At::day(server.today(&ask.moment)?));
    let free = |id: &str| !all.iter().any(|own| own.person.as_deref() == Some(id));
    let mut people: Vec<(String, String)> = today
        .people
        .iter()
        .filter(|person| person.here && free(&person.person.id))
        .map(|person| (person.person.id.clone(), person.person.name.clone()))
        .collect();
    people.sort_by(|a, b| a.1.cmp(&b.1));
    let link = secret.map(|secret| format!("{}/invitation/{secret}", ask.origin));
    Ok(view::accounts(&all, link.as_deref(), &people, &ask.csrf, said))
}

pub(in crate::web) fn accounts(ask: &Ask<'_>) -> Done {
    Ok(Answer::page(ask, &accounts_page(ask, None, None)?))
}

fn shown(ask: &Ask<'_>, done: Result<String, Refused>) -> Done {
    match done {
        Ok(secret) => Ok(Answer::page(ask, &accounts_page(ask, Some(&secret), None)?)),
        Err(Refused::Store(error @ rung_app::server::StoreError::Exists { .. })) => {
            Ok(Answer::page_of(422, ask, &accounts_page(ask, None, Some(&format!("{error}.")))?))
        }
        Err(refused) => {
            let words = said(refused)?;
            Ok(Answer::page_of(422, ask, &accounts_page(ask, None, Some(&words))?))
        }
    }
}

pub(in crate::web) fn inviting(ask: &Ask<'_>) -> Done {
    let new = NewAccount {
        login: ask.field("login").to_owned(),
        person: ask.optional("person"),
        administrator: ask.field("administrator") == "yes",
        council: ask.field("council") == "yes",
        scope: ask.optional("scope"),
    };
    shown(ask, ask.server().invite(&ask.caller, &ask.moment, &new))
}

pub(in crate::web) fn inviting_again(ask: &Ask<'_>) -> Done {
    shown(ask, ask.server().invite_again(&ask.caller, &ask.moment, ask.field("id")))
}

fn set_open(ask: &Ask<'_>, open: bool) -> Done {
    match ask.server().set_open(&ask.caller, &ask.moment, ask.field("id"), open) {
        Ok(()) => Ok(Answer::to("/admin/accounts")),
        Err(refused) => {
            let words = said(refused)?;
            Ok(Answer::page_of(422, ask, &accounts_page(ask, None, Some(&words))?))
        }
    }
}

pub(in crate::web) fn closing(ask: &Ask<'_>) -> Done {
    set_open(ask, false)
}

pub(in crate::web) fn opening(ask: &Ask<'_>) -> Done {
    set_open(ask, true)
}

fn named(ask: &Ask<'_>, versions: Vec<VersionLine>) -> Result<Vec<(String, VersionLine)>, Refused> {
    let names = ask.server().names()?;
    let name = |id: &str| names.get(id).cloned().unwrap_or_else(|| "an account that is gone".to_owned());
    Ok(versions.into_iter().take(30).map(|one| (name(&one.author), one)).collect())
}

fn roster_page(ask: &Ask<'_>, said: Option<&str>) -> Result<rung_views::frame::Body, Refused> {
    let server = ask.server();
    let opened = server.opened()?;
    let files = server.roster_files(&ask.caller, &ask.moment)?;
    let bad: Vec<_> = opened.problems.iter().filter(|one| one.severity >= Severity::Warning).cloned().collect();
    let mut versions = Vec::new();
    for file in &files {
        versions.extend(server.versions(&file.name)?);
    }
    versions.sort_by_key(|one| std::cmp::Reverse((one.written, one.version)));
    let files: Vec<(String, i64)> = files.into_iter().map(|one| (one.name, one.version)).collect();
    let (people, teams) = (opened.roster.people.len(), opened.roster.teams.len());
    Ok(view::roster(
        people,
        teams,
        &bad,
        &files,
        &named(ask, versions)?,
        With { zone: &server.zone()?, csrf: &ask.csrf, said },
    ))
}

pub(in crate::web) fn roster(ask: &Ask<'_>) -> Done {
    Ok(Answer::page(ask, &roster_page(ask, None)?))
}

/// A file written out where readers find it, under its own name.
fn with_file<T>(file: &File, read: impl FnOnce(&Path) -> Result<T, Refused>) -> Result<T, Refused> {
    let failed = |cause| Refused::App(rung_app::error::AppError::File { path: "a temporary file".to_owned(), cause });
    let folder = tempfile::tempdir().map_err(failed)?;
    let name: String =
        file.name.rsplit(['/', '\\']).next().unwrap_or("file").chars().filter(|c| !c.is_control()).take(100).collect();
    let path = folder.path().join(if name.trim_matches('.').is_empty() { "file".to_owned() } else { name });
    std::fs::write(&path, &file.bytes).map_err(failed)?;
    read(&path)
}

fn sent<'a>(ask: &'a Ask<'_>) -> Result<&'a File, Refused> {
    ask.files.get("file").filter(|file| !file.bytes.is_empty()).ok_or_else(|| Refused::field("file", "choose a file"))
}

pub(in crate::web) fn trying_roster(ask: &Ask<'_>) -> Done {
    let (format, columns) = (ask.optional("format"), ask.field("columns"));
    let done = sent(ask).and_then(|file| {
        let imported = with_file(file, |path| {
            ask.server().try_roster(&ask.caller, &ask.moment, path, format.as_deref(), columns)
        })?;
        if imported.roster.people.is_empty() {
            return Err(Refused::Problems(imported.problems));
        }
        let held = ask.server().hold(&ask.caller, &ask.moment, &file.name, &file.bytes)?;
        Ok((imported, held))
    });
    match done {
        Ok((imported, held)) => {
            let held = format!("{held}|{}|{columns}", format.unwrap_or_default());
            Ok(Answer::page(ask, &view::dry_run(&v1::import::Imported::of(&imported, &[]), &held, &ask.csrf)))
        }
        Err(refused) => {
            let words = said(refused)?;
            Ok(Answer::page_of(422, ask, &roster_page(ask, Some(&words))?))
        }
    }
}

pub(in crate::web) fn keeping_roster(ask: &Ask<'_>) -> Done {
    let mut parts = ask.field("held").splitn(3, '|');
    let (held, format, columns) =
        (parts.next().unwrap_or_default(), parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let (name, bytes) = ask.server().held_file(&ask.caller, held)?;
    let format = Some(format).filter(|format| !format.is_empty());
    let imported = with_file(&File { name, bytes }, |path| {
        ask.server().try_roster(&ask.caller, &ask.moment, path, format, columns)
    })?;
    ask.server().keep_roster(&ask.caller, &ask.moment, &imported, ask.field("note"))?;
    Ok(Answer::to("/admin/roster"))
}

pub(in crate::web) fn roster_file(ask: &Ask<'_>) -> Done {
    let files = ask.server().roster_files(&ask.caller, &ask.moment)?;
    let file = files.into_iter().find(|one| one.name == ask.query("name")).ok_or(Refused::NotThere)?;
    Ok(Answer::page(ask, &view::roster_file(&file.name, file.version, &file.body, &ask.csrf, None, &[])))
}

pub(in crate::web) fn writing_roster_file(ask: &Ask<'_>) -> Done {
    let (name, body) = (ask.field("name"), ask.field("body").replace("\r\n", "\n"));
    let version = ask.field("version").parse().unwrap_or(-1);
    match ask.server().write_roster_file(&ask.caller, &ask.moment, name, version, &body, ask.field("note")) {
        Ok(()) => Ok(Answer::to("/admin/roster")),
        Err(Refused::Problems(problems)) => {
            let page = view::roster_file(name, version, &body, &ask.csrf, Some("Mend these first."), &problems);
            Ok(Answer::page_of(422, ask, &page))
        }
        Err(refused) => {
            let words = said(refused)?;
            Ok(Answer::page_of(422, ask, &view::roster_file(name, version, &body, &ask.csrf, Some(&words), &[])))
        }
    }
}

fn framework_page(ask: &Ask<'_>, said: Option<&str>) -> Result<rung_views::frame::Body, Refused> {
    let server = ask.server();
    let opened = server.opened()?;
    let framework = &opened.framework;
    let name = if framework.name.is_empty() { &framework.id } else { &framework.name };
    let versions = server.versions("framework.toml")?;
    let own = !versions.is_empty() && framework.id != rung_sources::framework::builtin().id;
    let versions = named(ask, versions)?;
    Ok(view::framework(
        name,
        &framework.version,
        own,
        framework.roles.len(),
        &versions,
        With { zone: &server.zone()?, csrf: &ask.csrf, said },
    ))
}

pub(in crate::web) fn framework(ask: &Ask<'_>) -> Done {
    Ok(Answer::page(ask, &framework_page(ask, None)?))
}

pub(in crate::web) fn trying_framework(ask: &Ask<'_>) -> Done {
    let done = sent(ask).and_then(|file| {
        let draft = with_file(file, |path| ask.server().try_framework(&ask.caller, &ask.moment, path))?;
        let held = ask.server().hold(&ask.caller, &ask.moment, &file.name, &file.bytes)?;
        Ok((draft, held))
    });
    match done {
        Ok((draft, held)) => {
            let changes = v1::versions::in_words(&draft.versions);
            Ok(Answer::page(ask, &view::framework_draft(&draft, &held, &changes, &ask.csrf)))
        }
        Err(refused) => {
            let words = said(refused)?;
            Ok(Answer::page_of(422, ask, &framework_page(ask, Some(&words))?))
        }
    }
}

pub(in crate::web) fn publishing(ask: &Ask<'_>) -> Done {
    let (name, bytes) = ask.server().held_file(&ask.caller, ask.field("held"))?;
    let draft = with_file(&File { name, bytes }, |path| ask.server().try_framework(&ask.caller, &ask.moment, path))?;
    ask.server().publish_framework(&ask.caller, &ask.moment, &draft, ask.field("note"))?;
    Ok(Answer::to("/admin/framework"))
}

pub(in crate::web) fn withdrawing(ask: &Ask<'_>) -> Done {
    ask.server().withdraw_framework(&ask.caller, &ask.moment)?;
    Ok(Answer::to("/admin/framework"))
}

fn policy_page(ask: &Ask<'_>, said: Option<&str>) -> Result<rung_views::frame::Body, Refused> {
    let all = ask.server().switches(&ask.caller, &ask.moment)?;
    let administrator = ask.caller.account.as_ref().is_some_and(|own| own.administrator);
    Ok(view::policy(&all, administrator, &ask.server().zone()?, &ask.csrf, said))
}

pub(in crate::web) fn policy(ask: &Ask<'_>) -> Done {
    Ok(Answer::page(ask, &policy_page(ask, None)?))
}

pub(in crate::web) fn announcing(ask: &Ask<'_>) -> Done {
    match ask.server().announce(&ask.caller, &ask.moment, ask.field("name"), ask.field("value")) {
        Ok(()) => Ok(Answer::to("/policy")),
        Err(refused) => {
            let words = said(refused)?;
            Ok(Answer::page_of(422, ask, &policy_page(ask, Some(&words))?))
        }
    }
}

pub(in crate::web) fn log(ask: &Ask<'_>) -> Done {
    let lines = ask.server().access_log(&ask.caller, &ask.moment, ask.number_asked("before")?)?;
    let next = lines.last().filter(|line| lines.len() == 100 && line.number > 1).map(|line| line.number);
    Ok(Answer::page(ask, &view::access(&lines, &ask.server().names()?, next, &ask.server().zone()?)))
}
