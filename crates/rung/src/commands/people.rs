//! `rung people`: whose accounts are whose.

use rung_app::{people, wire::v1};

use super::request;
use crate::{
    cli::{PeopleAction, PeopleArgs, SourceArgs},
    outcome::{self, Stop},
    progress::Bar,
    surroundings::Surroundings,
    terminal::print,
};

pub(crate) fn run(args: &PeopleArgs) -> Result<(), Stop> {
    match &args.action {
        PeopleAction::List { sources } => list(&resolve(sources)?, args.json),
        PeopleAction::Unmatched { sources } => unmatched(&resolve(sources)?, args.json),
        PeopleAction::Suggest { sources } => suggest(&resolve(sources)?, args.json),
        PeopleAction::Link { a, b, because } => say("link", &[a, b], because.as_deref(), args.json),
        PeopleAction::Unlink { account, because } => say("unlink", &[account], because.as_deref(), args.json),
        PeopleAction::Rejoin { account, because } => say("rejoin", &[account], because.as_deref(), args.json),
        PeopleAction::Dismiss { a, b, because } => say("dismiss", &[a, b], because.as_deref(), args.json),
        PeopleAction::Recall { a, b, because } => say("recall", &[a, b], because.as_deref(), args.json),
        PeopleAction::Journal => journal(args.json),
    }
}

fn resolve(sources: &SourceArgs) -> Result<people::Answer, Stop> {
    let asked = request::of(sources, None, None)?;
    let answer = people::resolve(&asked.request, &Bar::default())?;
    outcome::problems(&answer.problems);
    Ok(answer)
}

fn list(answer: &people::Answer, json: bool) -> Result<(), Stop> {
    let shown = v1::people::People::from(&answer.identities);
    if json {
        return Ok(print::json(&shown)?);
    }
    let accounts = shown.people.iter().flat_map(|person| &person.accounts);
    let wide = accounts.map(|bound| login(&bound.account).chars().count()).max().unwrap_or_default();
    let mut out = String::new();
    for person in &shown.people {
        let me = if person.me { "  (you)" } else { "" };
        out.push_str(&format!("{}{me}\n", person.name));
        for bound in &person.accounts {
            out.push_str(&format!("  {:<wide$}  {}\n", login(&bound.account), why(bound)));
        }
        if person.accounts.is_empty() {
            out.push_str("  no account of theirs stands in these sources\n");
        }
    }
    for conflict in &shown.conflicts {
        out.push_str(&format!("\n{}\n", conflict.words));
    }
    let nobodys = answer.identities.unmatched.len();
    if nobodys > 0 {
        out.push_str(&format!("\n{nobodys} accounts are nobody's: rung people unmatched\n"));
    }
    let alike = answer.identities.suggestions.len();
    if alike > 0 {
        out.push_str(&format!("{alike} likenesses to look at: rung people suggest\n"));
    }
    if out.is_empty() {
        out.push_str("these sources name no account; add one with --git DIR or --source KIND:PATH\n");
    }
    Ok(print::answer(&out)?)
}

fn unmatched(answer: &people::Answer, json: bool) -> Result<(), Stop> {
    let shown = v1::people::Unmatched::from(&answer.identities);
    if json {
        return Ok(print::json(&shown)?);
    }
    let wide = shown.accounts.iter().map(|one| label(&one.account).chars().count()).max().unwrap_or_default();
    let mut out = String::new();
    for one in &shown.accounts {
        let days = match (&one.first, &one.last) {
            (Some(first), Some(last)) if first != last => format!("{first} to {last}"),
            (Some(day), _) => day.clone(),
            _ => String::new(),
        };
        out.push_str(&format!("{:<wide$}  {:>7}  {days}\n", label(&one.account), one.rows));
    }
    if !shown.accounts.is_empty() {
        out.push('\n');
    }
    for share in &shown.sources {
        let part = share.part * 100.0;
        out.push_str(&format!("{}: {part:.0} % of {} rows belong to nobody\n", share.source, share.rows));
    }
    if out.is_empty() {
        out.push_str("every account is somebody's\n");
    }
    Ok(print::answer(&out)?)
}

fn suggest(answer: &people::Answer, json: bool) -> Result<(), Stop> {
    let shown = v1::people::Suggestions::from(&answer.identities);
    if json {
        return Ok(print::json(&shown)?);
    }
    let mut out = String::new();
    for one in &shown.suggestions {
        out.push_str(&format!("{} and {}  ({})\n", one.a, one.b, one.strength));
        for reason in &one.reasons {
            out.push_str(&format!("  {reason}\n"));
        }
        let both = format!("{} {}", quoted(&one.a), quoted(&one.b));
        out.push_str(&format!("  the same person: rung people link {both}\n"));
        out.push_str(&format!("  two people:      rung people dismiss {both}\n"));
    }
    if out.is_empty() {
        out.push_str("no two accounts look like one person\n");
    } else {
        out.push_str("\nNone of these is in force: a likeness links nobody.\n");
    }
    Ok(print::answer(&out)?)
}

fn say(act: &'static str, accounts: &[&String], because: Option<&str>, json: bool) -> Result<(), Stop> {
    let around = Surroundings::look()?;
    let saying = people::Saying {
        act,
        accounts: accounts.iter().map(ToString::to_string).collect(),
        because: because.map(str::to_owned),
        by: around.own().all().into_iter().next(),
        now: around.now,
    };
    let entry = v1::people::Entry::from(&people::say(&request::journal_file(&around), &saying)?);
    if json {
        return Ok(print::json(&entry)?);
    }
    let accounts = &entry.accounts;
    let said = match entry.act.as_str() {
        "link" => {
            let [a, b] = [&accounts[0], &accounts[1]];
            format!("{a} and {b} are one person from now on\nTo take it back: rung people unlink {}", quoted(b))
        }
        "unlink" => format!("every link by hand of {} is taken back", accounts[0]),
        "part" => {
            let key = &accounts[0];
            format!("no rule binds {key} any more\nTo take it back: rung people rejoin {}", quoted(key))
        }
        "rejoin" => format!("rules bind {} again", accounts[0]),
        "dismiss" => format!("{} and {} are not suggested again", accounts[0], accounts[1]),
        _ => format!("{} and {} may be suggested again", accounts[0], accounts[1]),
    };
    Ok(print::answer(&said)?)
}

fn journal(json: bool) -> Result<(), Stop> {
    let around = Surroundings::look()?;
    let entries = people::said(&request::journal_file(&around))?;
    let shown: Vec<v1::people::Entry> = entries.iter().map(v1::people::Entry::from).collect();
    if json {
        return Ok(print::json(&shown)?);
    }
    let mut out = String::new();
    for one in &shown {
        let because = one.because.as_ref().map(|why| format!("  {why}")).unwrap_or_default();
        out.push_str(&format!("{}  {:<7} {}{because}\n", one.at, one.act, one.accounts.join(" ")));
    }
    if shown.is_empty() {
        out.push_str("nothing is said of any account yet; `rung people suggest` shows likenesses\n");
    }
    Ok(print::answer(&out)?)
}

/// Why an account is a person's, in few words where it is named itself.
fn why(bound: &v1::people::Bound) -> &str {
    match bound.ground.id.as_str() {
        "roster" if bound.ground.named == bound.account.key => "the roster names it",
        "settings" if bound.ground.named == bound.account.key => "your git configuration or settings name it",
        _ => &bound.ground.words,
    }
}

/// The key of an account, with its login where it has one.
fn login(account: &v1::people::Account) -> String {
    match &account.login {
        Some(login) => format!("{} ({login})", account.key),
        None => account.key.clone(),
    }
}

/// An account as people know it: its key, with its login or name.
fn label(account: &v1::people::Account) -> String {
    match account.login.as_ref().or(account.name.as_ref()) {
        Some(known) => format!("{} ({known})", account.key),
        None => account.key.clone(),
    }
}

/// A key as a shell takes it in one piece.
fn quoted(key: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "@.:_+-/".contains(c);
    if key.chars().all(plain) { key.to_owned() } else { format!("'{}'", key.replace('\'', r"'\''")) }
}
