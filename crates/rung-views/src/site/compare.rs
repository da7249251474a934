//! The weeks of all roles beside each other.

use maud::{Markup, html};
use rung_model::framework::{Basis, SplitClaim};

use super::{
    Page,
    bits::{claimed, hands_on, part},
    book::{Book, RoleEntry, name},
    shell::Sheet,
};
use crate::{
    plot::ternary::{self, Ternary, TernaryRole},
    words,
};

/// Most roles in one triangle: more lie on one another.
const MOST_IN_TRIANGLE: usize = 12;
const SHAPES: &str =
    "Each shape holds nine in ten of the people in a role, by our synthesis of how much people differ.";
const PUBLISHED: &str =
    "Only the roles whose split was published. Each shape holds nine in ten of its people, by our synthesis.";

pub(super) fn page(book: &Book<'_>) -> Page {
    let splits: Vec<_> = book.roles.iter().filter_map(|of| Some((of, book.framework.split_of(&of.role.id)?))).collect();
    let hands: Vec<_> = book
        .roles
        .iter()
        .filter_map(|of| Some((name(of.role).to_owned(), book.framework.hands_on_of(&of.role.id)?)))
        .collect();
    let found = found(&splits);
    let note = if splits.len() > MOST_IN_TRIANGLE { PUBLISHED } else { SHAPES };
    let main = html! {
        @if splits.is_empty() && hands.is_empty() {
            (part("none", "No week is stated", "This framework says nothing about how time is spent, so nothing is drawn.", &html! {}))
        }
        @if !splits.is_empty() { (part("splits", "How the week is spent", "Strategy, people and building as shares of the week.", &html! {
            ul.ladder { @for (n, (of, claim)) in splits.iter().enumerate() { li {
                h3 { a href={ "role/" (of.slug) ".html" } { (name(of.role)) } }
                div { (claimed(&format!("week-{n}"), name(of.role), claim)) }
            } } }
        })) }
        @if !hands.is_empty() { (part("coding", "How much of the week is coding", "", &hands_on("hands", &hands))) }
        @if let Some(triangle) = triangle(&splits) { (part("triangle", "The nearer two roles lie, the more alike their weeks", note, &triangle)) }
    };
    let path = "compare.html".to_owned();
    Sheet { path, kicker: "Roles compared", title: "The weeks of all roles", lede: &found }.draw(book, &main)
}

/// Who builds most and who is with people most, as a sentence.
fn found(splits: &[(&RoleEntry<'_>, &SplitClaim)]) -> String {
    let most = |part: usize| {
        let share = |claim: &SplitClaim| claim.split.parts().get(part).copied().unwrap_or(0.0);
        let top = splits.iter().max_by(|(_, a), (_, b)| share(a).total_cmp(&share(b)));
        top.map(|(of, _)| words::a_role(name(of.role)))
    };
    match (most(2), most(1)) {
        (Some(building), Some(people)) if building != people => {
            format!("{} builds most, {people} is with people most.", words::capital(&building))
        }
        _ => String::new(),
    }
}

/// The roles in one triangle; of too many to tell apart, those whose split was published.
fn triangle(splits: &[(&RoleEntry<'_>, &SplitClaim)]) -> Option<Markup> {
    let all = splits.len() <= MOST_IN_TRIANGLE;
    let splits: Vec<_> = splits.iter().filter(|(_, claim)| all || claim.basis == Basis::Sourced).collect();
    if !(2..=MOST_IN_TRIANGLE).contains(&splits.len()) {
        return None;
    }
    let role = |(of, claim): &&(&RoleEntry<'_>, &SplitClaim)| TernaryRole {
        name: name(of.role).to_owned(),
        short: words::short_role(&of.role.short, name(of.role)),
        split: claim.split,
        k: claim.k,
        held: false,
        basis: claim.basis.words(),
    };
    let told = splits.iter().map(|(of, claim)| format!("{} {}", name(of.role), words::triple(&claim.split)));
    Some(ternary::svg(&Ternary {
        ranges: [(1.0, 0.0); 3],
        best: None,
        name: String::new(),
        roles: splits.iter().map(role).collect(),
        path: Vec::new(),
        title: "Roles between strategy, people and building".to_owned(),
        desc: told.collect::<Vec<_>>().join("; "),
    }))
}
