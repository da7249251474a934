//! Laws over random accounts, rosters and journals, held against rules written down a second time, pair by pair.

use std::collections::{BTreeSet, VecDeque};

use proptest::prelude::*;
use rung_measure::identity::{Configured, Identities, InForce, Seen, resolve};
use rung_model::{
    identity::journal::Act,
    roster::{Person, Roster},
};

use super::support::{at, git, journal, roster};

const NAMES: [&str; 4] = ["Dave", "Ines Halvorsen", "Boris Lund", ""];
const LOGINS: [&str; 4] = ["octo", "dave", "ines", ""];
const ADDRESSES: [&str; 6] = [
    "ines@harbour.example",
    "boris@harbour.example",
    "dave@home.example",
    "1+octo@users.noreply.github.com",
    "2+dave@users.noreply.github.com",
    "octo@users.noreply.github.com",
];
const SYSTEMS: [&str; 2] = ["github.com", "jira"];
const KEYS: [&str; 12] = [
    "ines@harbour.example",
    "boris@harbour.example",
    "dave@home.example",
    "1+octo@users.noreply.github.com",
    "2+dave@users.noreply.github.com",
    "octo@users.noreply.github.com",
    "github.com:1",
    "github.com:2",
    "jira:1",
    "github.com:@octo",
    "github.com:@dave",
    "jira:@ines",
];

fn an_account() -> impl Strategy<Value = Seen> {
    let one = (0..NAMES.len(), 0..ADDRESSES.len() + 1, 0..LOGINS.len(), 0_u8..3, 0..SYSTEMS.len(), any::<bool>());
    one.prop_map(|(name, address, login, id, system, of_git)| {
        let address = ADDRESSES.get(address).copied().unwrap_or_default();
        if of_git && !address.is_empty() {
            return git(NAMES[name], address);
        }
        let id = if id == 0 { String::new() } else { id.to_string() };
        let login = if id.is_empty() && LOGINS[login].is_empty() { "octo" } else { LOGINS[login] };
        at(SYSTEMS[system], &id, login, NAMES[name], address)
    })
}

fn a_roster() -> impl Strategy<Value = Roster> {
    let claims = prop::collection::vec(0..KEYS.len(), 0..3);
    prop::collection::vec(claims, 0..3).prop_map(|people| {
        let ids = ["ines", "boris", "dave"];
        let keys: Vec<Vec<&str>> = people.iter().map(|claims| claims.iter().map(|at| KEYS[*at]).collect()).collect();
        let people: Vec<(&str, &[&str])> = ids.into_iter().zip(keys.iter().map(Vec::as_slice)).collect();
        roster(&people)
    })
}

fn an_act() -> impl Strategy<Value = Act> {
    (0..6, 0..KEYS.len(), 0..KEYS.len()).prop_map(|(act, a, b)| {
        let (a, b) = (KEYS[a].to_owned(), KEYS[b].to_owned());
        match act {
            0 => Act::Link(a, b),
            1 => Act::Unlink(a),
            2 => Act::Part(a),
            3 => Act::Rejoin(a),
            4 => Act::Dismiss(a, b),
            _ => Act::Recall(a, b),
        }
    })
}

/// True where one of the rules, or a link, says of exactly these two that they are one person's.
fn said_of(a: &str, b: &str, seen: &[Seen], people: &[Person], links: &[(&str, &str)]) -> bool {
    let names = |person: &Person, key: &str| person.addresses.iter().chain(&person.accounts).any(|own| own == key);
    let one_person = people.iter().any(|person| {
        let is = |key: &str| names(person, key) || key == format!("person:{}", person.id);
        is(a) && is(b)
    });
    let hidden = |address: &str, account: &str| {
        let id = address.strip_suffix("@users.noreply.github.com").and_then(|local| local.split_once('+'));
        id.is_some_and(|(id, _)| account == format!("github.com:{id}"))
    };
    let stated = |account: &str, address: &str| {
        seen.iter().any(|one| {
            let stated = one.account.address.as_deref() == Some(address);
            one.account.handle.is_some() && stated && one.account.key() == account
        })
    };
    let borne = |account: &str, login: &str| {
        let by_record = seen.iter().any(|one| {
            let handle = one.account.handle.as_ref().and_then(|handle| Some((&handle.system, handle.login.as_ref()?)));
            handle.is_some_and(|(system, own)| login == format!("{system}:@{own}")) && one.account.key() == account
        });
        let by_address = seen.iter().filter_map(|one| one.account.address.as_deref()).any(|address| {
            let local = address.strip_suffix("@users.noreply.github.com").and_then(|local| local.split_once('+'));
            local
                .is_some_and(|(id, own)| account == format!("github.com:{id}") && login == format!("github.com:@{own}"))
        });
        let named = people.iter().any(|person| names(person, login));
        named && (by_record || by_address)
    };
    let either = |rule: &dyn Fn(&str, &str) -> bool| rule(a, b) || rule(b, a);
    one_person
        || either(&hidden)
        || either(&stated)
        || either(&borne)
        || links.iter().any(|(one, other)| (*one, *other) == (a, b) || (*one, *other) == (b, a))
}

/// Everything a chain of rules and links leads to from `start`.
fn reached(start: &str, all: &BTreeSet<String>, step: impl Fn(&str, &str) -> bool) -> BTreeSet<String> {
    let (mut found, mut open) = (BTreeSet::from([start.to_owned()]), VecDeque::from([start.to_owned()]));
    while let Some(at) = open.pop_front() {
        for next in all {
            if !found.contains(next) && step(&at, next) {
                found.insert(next.clone());
                open.push_back(next.clone());
            }
        }
    }
    found
}

fn keys_of(seen: &[Seen], roster: &Roster) -> BTreeSet<String> {
    let stated = seen.iter().filter_map(|one| one.account.address.clone());
    let people = roster.people.iter().map(|person| format!("person:{}", person.id));
    let hidden = ["github.com:1".to_owned(), "github.com:2".to_owned()];
    let named = KEYS.iter().map(ToString::to_string);
    seen.iter().map(|one| one.account.key()).chain(stated).chain(people).chain(hidden).chain(named).collect()
}

fn answer(seen: &[Seen], roster: &Roster, acts: &[Act]) -> Identities {
    resolve(seen, &Configured { roster: Some(roster), own: &[] }, &journal(acts.iter().cloned()))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn no_import_makes_one_of_two_people_without_a_rule_that_says_so(
        seen in prop::collection::vec(an_account(), 0..9),
        roster in a_roster(),
        acts in prop::collection::vec(an_act(), 0..5),
    ) {
        let found = answer(&seen, &roster, &acts);
        let said = journal(acts);
        let in_force = InForce::of(&said);
        let (links, all) = (in_force.links(), keys_of(&seen, &roster));
        for a in seen.iter().map(|one| one.account.key()) {
            let chain = reached(&a, &all, |a, b| said_of(a, b, &seen, &roster.people, &links));
            for b in seen.iter().map(|one| one.account.key()) {
                prop_assert!(!found.same(&a, &b) || chain.contains(&b), "{a} and {b} are joined by nothing");
            }
        }
        let mut accounts = BTreeSet::new();
        for person in &found.people {
            for (known, _) in &person.accounts {
                prop_assert!(accounts.insert(known.key.clone()), "{} is two people's", known.key);
            }
        }
        let rows: u64 = found.accounts().map(|known| known.rows).sum();
        prop_assert_eq!(rows, seen.iter().collect::<BTreeSet<_>>().iter().map(|one| one.rows).sum::<u64>());
    }

    #[test]
    fn order_and_repetition_of_imports_change_nothing(
        seen in prop::collection::vec(an_account(), 0..9),
        roster in a_roster(),
        acts in prop::collection::vec(an_act(), 0..4),
        seed: u64,
    ) {
        let whole = answer(&seen, &roster, &acts);
        let mut other: Vec<Seen> = seen.iter().rev().chain(&seen).cloned().collect();
        let turn = if other.is_empty() { 0 } else { (seed % other.len() as u64) as usize };
        other.rotate_left(turn);
        prop_assert_eq!(answer(&other, &roster, &acts), whole);
    }

    #[test]
    fn taking_back_restores_the_exact_former_state(
        seen in prop::collection::vec(an_account(), 0..9),
        roster in a_roster(),
        acts in prop::collection::vec(an_act(), 0..5),
        a in 0..KEYS.len(),
        b in 0..KEYS.len(),
    ) {
        let (a, b) = (KEYS[a].to_owned(), KEYS[b].to_owned());
        let said = journal(acts.clone());
        let before = InForce::of(&said);
        let whole = answer(&seen, &roster, &acts);
        let and = |more: [Act; 2]| answer(&seen, &roster, &[&acts[..], &more].concat());
        if !before.is_linked(&a) {
            prop_assert_eq!(&and([Act::Link(a.clone(), b.clone()), Act::Unlink(a.clone())]), &whole);
        }
        if !before.parted().contains(&a) {
            prop_assert_eq!(&and([Act::Part(a.clone()), Act::Rejoin(a.clone())]), &whole);
        }
        let pair = (a.clone().min(b.clone()), a.clone().max(b.clone()));
        if !before.dismissed().contains(&pair) {
            prop_assert_eq!(&and([Act::Dismiss(a.clone(), b.clone()), Act::Recall(b, a)]), &whole);
        }
    }

    #[test]
    fn two_people_of_the_roster_never_become_one(
        seen in prop::collection::vec(an_account(), 0..9),
        roster in a_roster(),
        acts in prop::collection::vec(an_act(), 0..6),
    ) {
        let found = answer(&seen, &roster, &acts);
        let ids: BTreeSet<String> = found.people.iter().map(|person| person.key.to_string()).collect();
        for person in &roster.people {
            prop_assert!(ids.contains(&format!("person:{}", person.id)), "{} is gone", person.id);
        }
    }
}
