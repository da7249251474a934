//! What the forge of the example tells of pull requests: who opened, reviewed, commented on and merged them.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde_json::{Value, json};

use crate::{
    diary::Place,
    history::{Change, Landing, Piece, Signature},
    random::Random,
    script::cast::{CAST, Member},
};

/// Where the forge is.
pub(crate) const HOST: &str = "forge.example";

/// Who shows no address there: the roster names their account.
const HIDDEN: [&str; 3] = ["ines-halvorsen", "hana-sato", "tobi-adeyemi"];

/// The pull requests of a repository as the forge's interface lists them. `landed` names the commit that each branch
/// became on the main line.
pub(crate) fn pulls(seed: u64, repository: &str, changes: &[Change], landed: &BTreeMap<String, String>) -> String {
    let pulls: Vec<Value> = changes.iter().filter_map(|change| pull(seed, repository, change, landed)).collect();
    let mut text = serde_json::to_string_pretty(&pulls).unwrap_or_default();
    text.push('\n');
    text
}

/// The id an account has at the forge, and its login.
pub(crate) fn account(member: &Member) -> (usize, String) {
    // Tobi Adeyemi's address of the forge carries his: 4711+tadeyemi.
    if member.id == "tobi-adeyemi" {
        return (4711, "tadeyemi".to_owned());
    }
    let place = CAST.iter().position(|other| other.id == member.id).unwrap_or_default();
    let login = match member.id.strip_suffix("-ledger").or(member.id.strip_suffix("-settlement")) {
        Some(short) => format!("{short}{}", if member.id.ends_with("ledger") { "2" } else { "" }),
        None => member.id.to_owned(),
    };
    (60 + place, login)
}

fn pull(seed: u64, repository: &str, change: &Change, landed: &BTreeMap<String, String>) -> Option<Value> {
    let (Landing::Rebased(by, _) | Landing::Merged(by) | Landing::Squashed(by, _)) = &change.landing else {
        return None;
    };
    let (first, last) = (change.pieces.first()?, change.pieces.last()?);
    let (author, reviewer) = (signer(&first.author)?, signer(by)?);
    let number: u64 = change.branch.split('-').next()?.parse().ok()?;
    let mut random = Random::of(seed, &["forge", repository, &change.branch]);
    let opened = last.author.at;
    let label = match last.place {
        Place::Tests => "tests",
        Place::Docs | Place::Decisions => "documentation",
        Place::Code | Place::Lock => "payments",
    };
    // What a reviewer remarks on stands in the quarter of an hour before the review.
    let remarks: Vec<Value> = (0..random.between(0, 3))
        .map(|n| {
            let at = earlier(by.at, random.between(1, 14) * 60 + random.between(0, 50)).max(opened);
            json!({"id": number * 10 + n as u64, "user": user(reviewer), "created_at": at, "updated_at": at})
        })
        .collect();
    let mut pull = json!({
        "id": 7_000 + number,
        "number": number,
        "html_url": format!("https://{HOST}/harbourline/{repository}/pulls/{number}"),
        "title": last.subject,
        "user": user(author),
        "labels": [{"name": label}],
        "state": "closed",
        "created_at": opened,
        "updated_at": change.lands,
        "merged": true,
        "merged_at": change.lands,
        "merged_by": user(reviewer),
        "merge_commit_sha": landed.get(&change.branch),
        "reviews": [{
            "id": 90_000 + number, "user": user(reviewer), "state": "APPROVED", "submitted_at": by.at
        }],
        "comments": remarks,
    });
    if matches!(change.landing, Landing::Squashed(..)) {
        let own: Vec<Value> =
            change.pieces.iter().enumerate().map(|(n, piece)| commit(seed, change, n, piece)).collect();
        pull["commits"] = Value::Array(own);
    }
    Some(pull)
}

/// A commit of a branch that was squashed; git may know it no more.
fn commit(seed: u64, change: &Change, at: usize, piece: &Piece) -> Value {
    let mut random = Random::of(seed, &["sha", &change.branch, &at.to_string()]);
    let sha = format!("{:016x}{:016x}{:08x}", random.next(), random.next(), random.next() as u32);
    let Signature { name, address, at, .. } = &piece.author;
    json!({"sha": sha, "commit": {"author": {"name": name, "email": address, "date": at}, "message": piece.subject}})
}

/// The member who signs with this address.
fn signer(signature: &Signature) -> Option<&'static Member> {
    CAST.iter().find(|member| member.signs.iter().any(|(_, address, _)| *address == signature.address))
}

fn user(member: &Member) -> Value {
    let (id, login) = account(member);
    let mut user = json!({"id": id, "login": login, "full_name": member.name, "type": "User"});
    if !HIDDEN.contains(&member.id) {
        user["email"] = member.address().into();
    }
    user
}

fn earlier(at: Timestamp, seconds: i32) -> Timestamp {
    at.checked_sub(jiff::SignedDuration::from_secs(i64::from(seconds))).unwrap_or(at)
}
