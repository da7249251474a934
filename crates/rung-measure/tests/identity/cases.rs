//! The cases that issue and MEASURE section 6 name.

use rung_measure::identity::{Configured, Contradiction, Identities, Own, Reason, Seen, Strength, resolve};
use rung_model::{
    identity::{ground::Ground, journal::Act, person::PersonKey},
    roster::Roster,
};

use super::support::{at, git, journal, roster};

fn by(seen: &[Seen], roster: &Roster) -> Identities {
    resolve(seen, &Configured { roster: Some(roster), own: &[] }, &[])
}

fn alone(seen: &[Seen]) -> Identities {
    resolve(seen, &Configured::default(), &[])
}

#[test]
fn two_accounts_of_one_name_stay_two_with_one_suggestion() {
    let found = alone(&[git("Ines Halvorsen", "ines@harbour.example"), git("Ines Halvorsen", "ih@home.example")]);
    assert_eq!((found.people.len(), found.unmatched.len()), (0, 2));
    let [only] = found.suggestions.as_slice() else { panic!("{:?}", found.suggestions) };
    assert_eq!((only.a.as_str(), only.b.as_str()), ("ih@home.example", "ines@harbour.example"));
    assert!(only.strength >= Strength::Fair && matches!(&only.reasons[..], [Reason::SameName(_)]), "{only:?}");
}

#[test]
fn three_accounts_that_share_a_full_name_stay_three() {
    let found = alone(&[
        git("Dave Lund", "dave@a.example"),
        git("Dave Lund", "dave@b.example"),
        at("github.com", "9", "dlund", "Dave Lund", ""),
    ]);
    assert_eq!((found.people.len(), found.unmatched.len()), (0, 3));
    assert!(!found.same("dave@a.example", "dave@b.example") && !found.same("dave@a.example", "github.com:9"));
}

#[test]
fn everyone_called_dave_stays_apart_and_is_at_most_a_weak_likeness() {
    let found = alone(&[git("Dave", "d1@a.example"), git("dave", "d2@b.example"), git("dave", "d3@c.example")]);
    assert_eq!(found.unmatched.len(), 3);
    assert!(found.suggestions.iter().all(|one| one.strength == Strength::Weak), "{:?}", found.suggestions);
}

#[test]
fn an_address_of_a_forge_with_an_id_links_to_that_id_whatever_the_login() {
    let found = alone(&[
        git("octo", "123+octo@users.noreply.github.com"),
        at("github.com", "123", "renamed-since", "", ""),
        at("github.com", "124", "octo", "", ""),
    ]);
    assert!(found.same("123+octo@users.noreply.github.com", "github.com:123"));
    assert!(!found.same("123+octo@users.noreply.github.com", "github.com:124"), "a login may change hands");
    let (_, ground) = found.person_of("github.com:123").unwrap();
    assert_eq!(ground, &Ground::Noreply { id: "github.com:123".into() });
    // Another forge's account of that id is another's, and the old form without an id links nobody.
    let others = alone(&[
        git("octo", "123+octo@users.noreply.github.com"),
        at("gitlab.com", "123", "octo", "", ""),
        git("octo", "octo@users.noreply.github.com"),
    ]);
    assert_eq!(others.unmatched.len(), 3);
}

#[test]
fn an_address_claimed_by_two_people_links_nobody_and_is_listed() {
    let roster =
        roster(&[("ines", &["team@harbour.example"]), ("boris", &["team@harbour.example", "b@harbour.example"])]);
    let found = by(&[git("Ines", "team@harbour.example"), git("Boris", "b@harbour.example")], &roster);
    assert_eq!(found.person_of("team@harbour.example"), None);
    assert_eq!(found.unmatched.len(), 1);
    let [conflict] = found.conflicts.as_slice() else { panic!("{:?}", found.conflicts) };
    assert_eq!((conflict.why, conflict.between.len()), (Contradiction::ClaimedTwice, 2));
    assert!(conflict.words().contains("team@harbour.example"), "{}", conflict.words());
    assert_eq!(found.person_of("b@harbour.example").unwrap().0, &PersonKey::Roster("boris".into()));
}

#[test]
fn a_renamed_login_keeps_its_id() {
    let found = alone(&[at("github.com", "7", "old-name", "", ""), at("github.com", "7", "new-name", "", "")]);
    assert_eq!(found.unmatched.len(), 1);
    assert_eq!((found.unmatched[0].key.as_str(), found.unmatched[0].rows), ("github.com:7", 6));
}

#[test]
fn a_login_that_two_accounts_bore_must_be_named_by_id() {
    let roster = roster(&[("ines", &["github.com:@octo"])]);
    let one = by(&[at("github.com", "7", "octo", "", "")], &roster);
    assert_eq!(one.person_of("github.com:7").unwrap().0, &PersonKey::Roster("ines".into()));
    let two = by(&[at("github.com", "7", "octo", "", ""), at("github.com", "8", "octo", "", "")], &roster);
    assert_eq!((two.person_of("github.com:7"), two.person_of("github.com:8")), (None, None));
    assert_eq!(two.conflicts[0].why, Contradiction::BorneTwice);
}

#[test]
fn an_exact_address_claimed_by_one_person_links_and_a_shared_one_does_not() {
    let roster = roster(&[("ines", &["ines@harbour.example"])]);
    let found = by(&[at("jira", "5f", "", "Ines H", "ines@harbour.example")], &roster);
    assert!(matches!(found.person_of("jira:5f").unwrap().1, Ground::Address { .. }));
    let twice = by(
        &[at("jira", "5f", "", "", "ines@harbour.example"), at("jira", "60", "", "", "ines@harbour.example")],
        &roster,
    );
    assert_eq!((twice.person_of("jira:5f"), twice.person_of("jira:60")), (None, None));
    assert_eq!(twice.conflicts[0].why, Contradiction::StatedTwice);
}

#[test]
fn rules_that_would_join_two_people_bind_only_what_is_named() {
    let roster = roster(&[("ines", &["ines@harbour.example"]), ("boris", &["github.com:7"])]);
    let found = by(&[at("github.com", "7", "octo", "", "ines@harbour.example")], &roster);
    assert_eq!(found.person_of("github.com:7").unwrap().0, &PersonKey::Roster("boris".into()));
    assert!(!found.same("github.com:7", "ines@harbour.example"));
    assert_eq!(found.conflicts[0].why, Contradiction::PeopleJoined);
}

#[test]
fn a_link_by_hand_holds_after_a_new_import_and_unlinking_restores_what_was() {
    let seen = [git("Ines Halvorsen", "ines@harbour.example"), git("Ines", "ih@home.example")];
    let roster = roster(&[("ines", &["ines@harbour.example"])]);
    let configured = Configured { roster: Some(&roster), own: &[] };
    let before = resolve(&seen, &configured, &[]);
    let link = Act::Link("ih@home.example".into(), "person:ines".into());
    let linked = resolve(&seen, &configured, &journal([link.clone()]));
    assert_eq!(linked.person_of("ih@home.example").unwrap().0, &PersonKey::Roster("ines".into()));
    let more = [&seen[..], &[at("github.com", "7", "x", "", "")]].concat();
    assert!(resolve(&more, &configured, &journal([link.clone()])).same("ih@home.example", "ines@harbour.example"));
    assert_eq!(resolve(&seen, &configured, &journal([link, Act::Unlink("ih@home.example".into())])), before);
}

#[test]
fn a_parted_account_is_nobodys_until_it_rejoins() {
    let roster = roster(&[("ines", &["ines@harbour.example"])]);
    let configured = Configured { roster: Some(&roster), own: &[] };
    let seen = [git("Ines", "ines@harbour.example")];
    let part = Act::Part("ines@harbour.example".into());
    let parted = resolve(&seen, &configured, &journal([part.clone()]));
    assert_eq!((parted.person_of("ines@harbour.example"), parted.unmatched.len()), (None, 1));
    let back = resolve(&seen, &configured, &journal([part, Act::Rejoin("ines@harbour.example".into())]));
    assert_eq!(back, resolve(&seen, &configured, &[]));
}

#[test]
fn what_was_dismissed_is_not_suggested_again() {
    let seen = [git("Ines Halvorsen", "a@x.example"), git("Ines Halvorsen", "b@x.example")];
    let said = journal([Act::Dismiss("b@x.example".into(), "a@x.example".into())]);
    assert_eq!(resolve(&seen, &Configured::default(), &said).suggestions, []);
}

#[test]
fn how_much_belongs_to_nobody_is_told_by_source() {
    let roster = roster(&[("ines", &["ines@harbour.example"])]);
    let found = by(
        &[git("Ines", "ines@harbour.example"), git("X", "x@y.example"), at("github.com", "7", "z", "", "")],
        &roster,
    );
    let shares: Vec<(&str, u64, u64)> =
        found.shares.iter().map(|one| (&*one.source, one.unmatched, one.rows)).collect();
    assert_eq!(shares, [("git:ledger", 3, 6), ("github.com", 3, 3)]);
    assert!((found.shares[0].part() - 0.5).abs() < 1e-9);
}

#[test]
fn p20_an_account_is_ones_own_by_what_is_sure_alone() {
    let own_of = |seen: &[Seen], own: &[&str], said: &[Act]| {
        let own: Vec<String> = own.iter().map(ToString::to_string).collect();
        Own::of(seen, &Configured { roster: None, own: &own }, &journal(said.iter().cloned()))
    };
    let octo = at("github.com", "123", "octo", "Same Name", "");
    let holds = |own: &[&str]| own_of(std::slice::from_ref(&octo), own, &[]).holds("github.com:123");
    assert!(holds(&["123+octo@users.noreply.github.com"]), "the id in the address");
    assert!(holds(&["123+renamed@users.noreply.github.com"]), "a login may change");
    assert!(holds(&["github.com:@octo"]) && holds(&["github.com:123"]));
    for other in [
        "octo@users.noreply.github.com",
        "124+octo@users.noreply.github.com",
        "gitlab.com:@octo",
        "octo@harbour.example",
    ] {
        assert!(!holds(&[other]), "{other}");
    }
    let mine = at("github.com", "9", "x", "", "ines@harbour.example");
    let seen = [octo, mine];
    assert!(own_of(&seen, &["ines@harbour.example"], &[]).holds("github.com:9"));
    // A link by hand adds nobody to what is measured; a parting takes out.
    let link = Act::Link("github.com:123".into(), "ines@harbour.example".into());
    assert!(!own_of(&seen, &["ines@harbour.example"], &[link]).holds("github.com:123"));
    assert!(!own_of(&seen, &["ines@harbour.example"], &[Act::Part("github.com:9".into())]).holds("github.com:9"));
}
