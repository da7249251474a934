//! Lint of people in texts: a framework describes roles, and a name in it is a leftover or a leak.

use std::collections::HashSet;

use super::{Whole, words::texts};
use crate::problem::{Problem, Severity};

/// What stands before the name of somebody to turn to.
const LEADING: &[&[&str]] = &[
    &["ask"],
    &["contact"],
    &["email"],
    &["talk", "to"],
    &["speak", "to"],
    &["reach", "out", "to"],
    &["owned", "by"],
    &["maintained", "by"],
    &["written", "by"],
];

/// Words that stand in names of roles, teams and products, not of people.
const NO_NAMES: &str = "\
    account acquisition admin administrator agile amazon an analyst and any anyone api architect architecture \
    area associate aws azure backend board business call center centre chapter chief cloud committee community \
    company compliance confluence consultant coordinator council cross customer customers data delivery \
    department design designer desk developer developers development devops director distinguished domain \
    engineer engineering engineers everyone executive experience external fellow finance first frontend function \
    general github google group guild head help hiring how human incident information infrastructure internal it \
    jira junior lead leadership leads learning legal line machine manager managers managing marketing mentor \
    mentors microsoft mobile network networking next office officer on open operations our owner partner peer \
    peers people performance planning platform portfolio president principal privacy product program project \
    public quality question questions recruiting relations release reliability research resources response risk \
    sales science scientist scrum second security senior service services site slack software someone specialist \
    squad staff stakeholder stakeholders strategy success support system systems talent team tech technology \
    test testing that the their this tribe vendor vendors vice web what when where who why workday your yourself";

/// Handles that call a group, or are words of a markup or programming language.
const NO_HANDLES: &[&str] = &[
    "all", "channel", "everyone", "here", "import", "include", "media", "mention", "mentions", "param", "return",
    "team", "test", "todo",
];

/// A word as it stands in a text, without the punctuation around it, and whether the text goes on after it.
struct Word<'a> {
    bare: &'a str,
    goes_on: bool,
}

fn words(text: &str) -> Vec<Word<'_>> {
    let outside = |c: char| !c.is_alphanumeric() && !matches!(c, '@' | '_');
    let goes_on = |raw: &str| !raw.ends_with(['.', ',', ';', ':', '!', '?', ')']);
    text.split_whitespace().map(|raw| Word { bare: raw.trim_matches(outside), goes_on: goes_on(raw) }).collect()
}

/// True for `Ada`, `O'Neil`, `Jean-Luc`: a capital, then small letters.
fn is_capitalised(word: &str) -> bool {
    let parts = word.split(['-', '\'', '’']);
    word.chars().count() >= 2
        && word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’'))
        && word.chars().next().is_some_and(char::is_uppercase)
        && parts.into_iter().all(|part| part.chars().skip(1).all(char::is_lowercase))
}

fn is_email(word: &str) -> bool {
    let Some((user, host)) = word.split_once('@') else { return false };
    let Some((domain, top)) = host.rsplit_once('.') else { return false };
    let fine = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_alphanumeric() || ".-_+".contains(c));
    fine(user) && fine(domain) && top.len() >= 2 && top.chars().all(char::is_alphabetic) && user != "git"
}

fn is_handle(word: &str) -> bool {
    let Some(name) = word.strip_prefix('@') else { return false };
    name.chars().count() >= 2
        && name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
        && !NO_HANDLES.contains(&name)
}

/// The people that a text names, as it names them. `known` are words that name something else.
fn people<'a>(text: &'a str, known: &HashSet<String>) -> Vec<String> {
    let words = words(text);
    let bare = |n: usize| words.get(n).map_or("", |word: &Word<'a>| word.bare);
    let is_name = |n: usize| is_capitalised(bare(n)) && !known.contains(&bare(n).to_lowercase());
    let ordinary = |n: usize| !bare(n).is_empty() && is_capitalised(bare(n)) && !is_name(n);
    let mut found = Vec::new();
    for (n, word) in words.iter().enumerate() {
        if word.bare.contains('@') && (is_email(word.bare) || is_handle(word.bare)) {
            found.push(word.bare.to_owned());
        }
        if n == 0 || !word.bare.starts_with(char::is_uppercase) || !is_name(n) {
            continue;
        }
        if matches!(bare(n - 1), "Mr" | "Ms" | "Mrs" | "Dr") {
            found.push(format!("{} {}", bare(n - 1), word.bare));
        }
        let ends = words.get(n + 1).is_some_and(|last| !last.goes_on) || !ordinary(n + 2);
        if word.goes_on && ends && is_name(n + 1) && follows_leading(&words, n) {
            found.push(format!("{} {}", word.bare, bare(n + 1)));
        }
    }
    found
}

/// Whether what stands right before the `n`th word turns the reader to somebody.
fn follows_leading(words: &[Word<'_>], n: usize) -> bool {
    let before = words.get(..n).unwrap_or_default();
    let leads = |leading: &&[&str]| {
        let last = before.get(before.len().saturating_sub(leading.len())..).unwrap_or_default();
        let same = |(word, lead): (&Word<'_>, &&str)| word.goes_on && word.bare.eq_ignore_ascii_case(lead);
        last.len() == leading.len() && last.iter().zip(leading.iter()).all(same)
    };
    LEADING.iter().any(leads)
}

fn no_names() -> impl Iterator<Item = String> {
    NO_NAMES.split_whitespace().map(str::to_owned)
}

/// The words that name roles, positions, dimensions and the framework, and those that name no person anywhere.
fn own_words(whole: &Whole<'_>) -> HashSet<String> {
    let f = whole.framework;
    let roles = f.roles.iter().flat_map(|role| std::iter::once(&role.name).chain(&role.aliases));
    let positions = f.positions.iter().flat_map(|position| &position.titles);
    let dimensions = f.dimensions.iter().flat_map(|dimension| std::iter::once(&dimension.name).chain(&dimension.group));
    let names = roles.chain(positions).chain(dimensions).chain(std::iter::once(&f.name));
    names.flat_map(|name| words(name).into_iter().map(|word| word.bare.to_lowercase())).chain(no_names()).collect()
}

/// No text names a person.
pub(super) fn nobody_named(whole: &Whole<'_>) -> Vec<Problem> {
    let known = own_words(whole);
    let mut problems = Vec::new();
    for record in texts(whole) {
        let mut named: Vec<String> = record.texts.iter().flat_map(|text| people(text, &known)).collect();
        named.sort_unstable();
        named.dedup();
        if !named.is_empty() {
            let what = format!("its text seems to name a person: `{}`", named.join("`, `"));
            let mend = "name the role or team, or take it out";
            problems.push(whole.problem(record.at, Severity::Warning, "person-named", record.item, what, mend));
        }
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(text: &str) -> Vec<String> {
        people(text, &no_names().chain(["payments".to_owned()]).collect())
    }

    #[test]
    fn people_are_found() {
        assert_eq!(named("Write to ada.brooke@example.org."), ["ada.brooke@example.org"]);
        assert_eq!(named("Ping @adabrooke, she knows"), ["@adabrooke"]);
        assert_eq!(named("As Dr. Brooke says"), ["Dr Brooke"]);
        assert_eq!(named("Unsure? Ask Ada Brooke."), ["Ada Brooke"]);
        assert_eq!(named("It is maintained by Jean-Luc O'Neil and others"), ["Jean-Luc O'Neil"]);
        assert_eq!(named("Please reach out to Ada Brooke"), ["Ada Brooke"]);
    }

    #[test]
    fn roles_teams_and_products_are_no_people() {
        for text in [
            "Ask your Engineering Manager",
            "Talk to Engineering Manager or Tech Lead",
            "Services owned by Google Cloud",
            "Contact Center Software",
            "owned by Growth Platform",
            "Contact Atlas Payments Team",
            "Ask Why. Then Listen",
            "Runs on Amazon Web Services, maintained by Amazon Web Services",
            "Use @Override and @media and @scope/package",
            "git@example.org",
            "at 5 @ once",
            "MS Office, Dr",
            "Engineering Manager",
        ] {
            assert_eq!(named(text), Vec::<String>::new(), "{text}");
        }
    }
}
