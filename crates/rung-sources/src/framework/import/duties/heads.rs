//! Names of roles in heads and headings.

use super::super::{draft::Draft, naming::plain, naming::undecorated};
use crate::document::Rich;

/// Words that jobs are called by.
const JOBS: [&str; 34] = [
    "engineer",
    "engineering",
    "developer",
    "lead",
    "leader",
    "manager",
    "director",
    "owner",
    "designer",
    "architect",
    "analyst",
    "master",
    "head",
    "cto",
    "vp",
    "tester",
    "administrator",
    "coach",
    "scientist",
    "officer",
    "sre",
    "pm",
    "em",
    "tl",
    "tpm",
    "hr",
    "qa",
    "client",
    "stakeholder",
    "sponsor",
    "consultant",
    "specialist",
    "leiter",
    "entwickler",
];
/// Words that only say how senior somebody is.
const SENIORITY: [&str; 12] =
    ["junior", "senior", "associate", "staff", "principal", "lead", "mid", "distinguished", "i", "ii", "iii", "intern"];

/// A role as a head names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Head {
    /// "Tech Lead".
    pub(super) name: String,
    /// "TL", where it stands in brackets.
    pub(super) short: Option<String>,
    /// Other words in brackets.
    pub(super) focus: Option<String>,
}

/// The role in a head: the words of its link, or those before brackets.
pub(super) fn head(text: &Rich) -> Option<Head> {
    let linked = text.links.first().map(|link| undecorated(&link.text)).filter(|name| text.text.contains(name));
    let mut head = of_text(&text.text)?;
    if let Some(name) = linked.filter(|name| !name.is_empty()) {
        head.name = name;
    }
    Some(head)
}

/// As [`head`], of words alone.
pub(super) fn of_text(text: &str) -> Option<Head> {
    let bare = undecorated(text);
    let (name, inside) = match bare.split_once('(') {
        Some((name, rest)) => (undecorated(name), rest.split(')').next().map(undecorated).unwrap_or_default()),
        None => (bare, String::new()),
    };
    let is_short = |word: &String| {
        let word = word.strip_suffix('s').unwrap_or(word);
        (2..=4).contains(&word.len()) && word.chars().all(|c| c.is_ascii_uppercase())
    };
    let inside = Some(inside).filter(|inside| !inside.is_empty());
    let short = inside.clone().filter(is_short).map(|word| word.strip_suffix('s').map_or(word.clone(), str::to_owned));
    let focus = inside.filter(|_| short.is_none());
    (!plain(&name).is_empty() && name.split(' ').count() <= 6).then_some(Head { name, short, focus })
}

/// Whether a name is that of a job, or of a role that is known.
pub(in super::super) fn is_job(name: &str, draft: &Draft) -> bool {
    let wanted = plain(name);
    let singular = |word: &str| word.strip_suffix('s').unwrap_or(word).to_owned();
    let known = || {
        let roles = &draft.framework.roles;
        roles.iter().any(|role| plain(&role.name) == wanted || (!role.short.is_empty() && plain(&role.short) == wanted))
    };
    wanted.split(' ').any(|word| JOBS.contains(&word) || JOBS.contains(&singular(word).as_str())) || known()
}

/// Whether heads are different jobs, and not one job at several levels.
pub(in super::super) fn differ(names: &[String]) -> bool {
    let bare = |name: &String| {
        let words = plain(name);
        let kept: Vec<&str> = words
            .split(' ')
            .filter(|word| !SENIORITY.contains(word) && !word.chars().any(|c| c.is_ascii_digit()))
            .collect();
        kept.join(" ")
    };
    let mut bares: Vec<String> = names.iter().map(bare).collect();
    bares.sort();
    let all = bares.len();
    bares.dedup();
    bares.len() == all
}

/// The id of the role of a head; a short form finds the role it stands for.
pub(super) fn role(head: &Head, file: &str, line: usize, draft: &mut Draft) -> String {
    let wanted = plain(&head.name);
    let by_short = draft.framework.roles.iter().find(|role| !role.short.is_empty() && plain(&role.short) == wanted);
    if let Some(role) = by_short {
        return role.id.clone();
    }
    let id = draft.role(&head.name, file, line);
    if let Some(role) = draft.role_mut(&id) {
        if let Some(short) = head.short.clone().filter(|_| role.short.is_empty()) {
            role.short = short;
        }
        if let Some(focus) = head.focus.clone() {
            role.from.extra.insert("x-focus".to_owned(), focus.into());
        }
    }
    id
}
