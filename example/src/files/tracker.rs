//! What the tracker of the example tells of the Ledger team's tickets: status changes, comments, and the worklogs of
//! the one who keeps them.

use std::collections::BTreeMap;

use jiff::{Timestamp, civil::Date};
use rung_model::activity::Activity;
use serde_json::{Value, json};

use crate::{
    clock::{at, moment},
    diary::{Diary, What},
    history::{Change, Signature},
    random::Random,
    script::cast::{CAST, Member, member},
};

/// The one who books time on tickets.
const BOOKS: &str = "jonas-meier-settlement";
/// The types tickets have, by how often.
const TYPES: [&str; 5] = ["Story", "Task", "Bug", "Task", "Bug"];

/// All tickets as the tracker's interface answers them: one for each change of a repository.
pub(crate) fn tickets(
    seed: u64,
    diaries: &BTreeMap<&'static str, Diary>,
    histories: &BTreeMap<&'static str, Vec<Change>>,
) -> String {
    let mut tickets: Vec<Value> = Vec::new();
    for (repository, changes) in histories {
        for change in changes {
            tickets.extend(ticket(seed, repository, change));
        }
    }
    book(seed, diaries.get(BOOKS), &mut tickets);
    let mut text = serde_json::to_string_pretty(&json!({ "issues": tickets })).unwrap_or_default();
    text.push('\n');
    text
}

fn ticket(seed: u64, repository: &str, change: &Change) -> Option<Value> {
    let (first, last) = (change.pieces.first()?, change.pieces.last()?);
    let author = signer(&first.author)?;
    let number: u64 = change.branch.split('-').next()?.parse().ok()?;
    let mut random = Random::of(seed, &["ticket", &change.branch]);
    let type_name = random.pick(&TYPES).copied().unwrap_or("Task");
    let key = format!("{}-{number}", if repository == "ledger" { "LED" } else { "SET" });
    // Moved by the author when the first commit is made and when the last is, and nearly always when it landed.
    let mut moves = vec![("To do", "In progress", first.author.at), ("In progress", "In review", last.author.at)];
    if random.chance(0.9) {
        moves.push(("In review", "Done", change.lands.max(last.author.at)));
    }
    let histories: Vec<Value> = moves
        .iter()
        .enumerate()
        .map(|(n, (from, to, at))| {
            json!({"id": (number * 10 + n as u64).to_string(), "author": user(author), "created": at,
                "items": [{"field": "status", "fromString": from, "toString": to}]})
        })
        .collect();
    Some(json!({
        "id": (10_000 + number).to_string(),
        "key": key,
        "self": format!("https://tickets.example/rest/api/2/issue/{}", 10_000 + number),
        "fields": {
            "summary": last.subject, "issuetype": {"name": type_name}, "status": {"name": "Done"},
            "created": first.author.at, "reporter": user(author), "assignee": user(author),
            "worklog": {"worklogs": []}
        },
        "changelog": {"histories": histories},
    }))
}

/// Books the coding of one person, rounded to five minutes, on tickets of theirs; two days in five are forgotten.
fn book(seed: u64, diary: Option<&Diary>, tickets: &mut [Value]) {
    let (Some(diary), Some(member)) = (diary, member(BOOKS)) else { return };
    let (account, _) = account(member);
    let own: Vec<usize> =
        (0..tickets.len()).filter(|at| tickets[*at]["fields"]["reporter"]["accountId"] == account.as_str()).collect();
    let begun = |at: usize| tickets[at]["fields"]["created"].as_str().and_then(|at| at.parse::<Timestamp>().ok());
    let own: Vec<(Timestamp, usize)> = own.into_iter().filter_map(|at| Some((begun(at)?, at))).collect();
    for (date, day) in &diary.days {
        let mut random = Random::of(seed, &["worklog", BOOKS, &date.to_string()]);
        if random.chance(0.4) {
            continue;
        }
        for slot in day.slots.iter().filter(|slot| slot.what == What::Work(Activity::Coding)) {
            let (start, end) = ((slot.start + 2) / 5 * 5, (slot.end + 2) / 5 * 5);
            let started = stamp(*date, start, member);
            let Some((_, at)) = own.iter().rev().find(|(begun, _)| *begun <= started) else { continue };
            let Some(logs) = tickets[*at]["fields"]["worklog"]["worklogs"].as_array_mut() else { continue };
            let id = format!("{}{:04}", date.strftime("%y%m%d"), start);
            let seconds = i64::from((end - start).max(5)) * 60;
            logs.push(json!({"id": id, "started": started, "timeSpentSeconds": seconds, "author": user(member)}));
        }
    }
}

fn stamp(date: Date, minute: i32, member: &Member) -> Timestamp {
    moment(at(date, minute), &member.city.rules())
}

/// The member who signs with this address.
fn signer(signature: &Signature) -> Option<&'static Member> {
    CAST.iter().find(|member| member.signs.iter().any(|(_, address, _)| *address == signature.address))
}

/// The id an account has at the tracker, and what it is called there.
fn account(member: &Member) -> (String, &'static str) {
    let place = CAST.iter().position(|other| other.id == member.id).unwrap_or_default();
    (format!("5f{place:02}a7"), member.name)
}

fn user(member: &Member) -> Value {
    let (id, name) = account(member);
    json!({"accountId": id, "displayName": name, "emailAddress": member.address()})
}
