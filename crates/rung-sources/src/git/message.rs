//! What a commit message tells: who helped, who reviewed, and whether it stands for several
//! commits. Nothing else of it is kept (PRIVACY P9).

use std::{
    hash::{DefaultHasher, Hash, Hasher},
    sync::LazyLock,
};

use gix::bstr::{ByteSlice, Finder};

use super::{
    agents,
    commit_text::CommitText,
    ident::Ident,
    people::{People, PersonId},
    text, trailers,
};

/// People named in trailers, each once.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Credits {
    /// `Co-authored-by`, people only.
    pub(super) co_authors: Vec<PersonId>,
    /// `Reviewed-by`, people only.
    pub(super) reviewers: Vec<PersonId>,
}

/// What one message told.
#[derive(Debug, Default)]
pub(super) struct Told {
    /// Who is named in trailers; `None` where nobody is.
    pub(super) credits: Option<Box<Credits>>,
    /// A coding agent is named.
    pub(super) assisted: bool,
    /// Hash of the subject.
    pub(super) subject: u64,
    /// Reads like a squash a forge made, as far as the message can tell.
    pub(super) squash: SquashMark,
}

/// How much a message reads like a forge's squash.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum SquashMark {
    /// Not at all.
    #[default]
    None,
    /// The subject ends in the number of a pull request: with a forge as committer, a squash.
    Number,
    /// The number, and the subjects of several commits below; or a form only forges write.
    Sure,
}

/// Reads the message of a commit by `author`.
pub(super) fn read(commit: &CommitText<'_>, author: PersonId, people: &mut People) -> Told {
    let subject = commit.subject();
    let mut hasher = DefaultHasher::new();
    subject.hash(&mut hasher);
    let mut told = Told {
        credits: None,
        assisted: generated_with(commit.message),
        subject: hasher.finish(),
        squash: squash_mark(subject, commit.message),
    };
    if !may_have_trailers(commit.message) {
        return told;
    }
    let mut credits = Credits::default();
    for (key, value) in trailers::of(commit.message) {
        if key.eq_ignore_ascii_case(b"co-authored-by") {
            let id = people.number(Ident::parse(value), commit.encoding);
            told.assisted |= people.get(id).agent;
            if id != author && people.get(id).is_human() && !credits.co_authors.contains(&id) {
                credits.co_authors.push(id);
            }
        } else if key.eq_ignore_ascii_case(b"reviewed-by") {
            let id = people.number(Ident::parse(value), commit.encoding);
            if id != author && people.get(id).is_human() && !credits.reviewers.contains(&id) {
                credits.reviewers.push(id);
            }
        } else if key.eq_ignore_ascii_case(b"assisted-by") {
            told.assisted |= names_assistant(value);
        } else if key.eq_ignore_ascii_case(b"generated-by") || key.eq_ignore_ascii_case(b"generated-with") {
            told.assisted = true;
        }
    }
    if credits != Credits::default() {
        told.credits = Some(Box::new(credits));
    }
    told
}

/// True where some line may be a trailer that is looked for: all of them have `d-by` or
/// `d-with` in their key, and the most frequent of all trailers, `Signed-off-by`, has not.
fn may_have_trailers(message: &[u8]) -> bool {
    let mut rest = message;
    while let Some(at) = rest.find_byte(b'-') {
        let before = at.checked_sub(1).and_then(|before| rest.get(before));
        rest = &rest[at + 1..];
        let starts = |word: &[u8]| rest.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word));
        if before.is_some_and(|byte| byte.eq_ignore_ascii_case(&b'd')) && (starts(b"by") || starts(b"with")) {
            return true;
        }
    }
    false
}

/// An agent by name or address, or a tool without an address. A person credited with an
/// address, as some projects have done for decades, is no agent.
fn names_assistant(value: &[u8]) -> bool {
    let ident = Ident::parse(value);
    let name = text::decode(ident.name, None).to_lowercase();
    if ident.address.is_empty() {
        return !name.is_empty();
    }
    agents::names_agent(&name) || agents::is_agent(&name, &text::decode(ident.address, None).to_lowercase())
}

/// Looked for in every message, so prepared once.
static GENERATED: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new(b"Generated with "));

/// A line such as `Generated with [Agent](https://agent.example)`, where the agent is a known one.
fn generated_with(message: &[u8]) -> bool {
    let Some(first) = GENERATED.find(message) else { return false };
    message[first..].find_iter(b"Generated with ").map(|at| first + at).any(|at| {
        let before = message[..at].rfind_byte(b'\n').map_or(0, |end| end + 1);
        let line = message[at..].lines().next().unwrap_or_default();
        let starts_line = !message[before..at].iter().any(u8::is_ascii_alphanumeric);
        starts_line && agents::names_agent(&text::decode(line, None).to_lowercase())
    })
}

/// What the subject and the lines below it say of a squash.
fn squash_mark(subject: &[u8], message: &[u8]) -> SquashMark {
    if subject.starts_with(b"Merged PR ") || ends_with_number(subject, b"(pull request #") {
        return SquashMark::Sure;
    }
    if !ends_with_number(subject, b"(#") {
        return SquashMark::None;
    }
    let listed = message.lines().filter(|line| line.starts_with(b"* ")).count();
    if listed >= 2 { SquashMark::Sure } else { SquashMark::Number }
}

/// True for a text that ends with `open`, digits and `)`.
fn ends_with_number(text: &[u8], open: &[u8]) -> bool {
    let Some(inside) = text.strip_suffix(b")") else { return false };
    let digits = inside.iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
    digits > 0 && inside[..inside.len() - digits].ends_with(open)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(message: &str) -> Told {
        let commit = CommitText { message: message.as_bytes(), ..CommitText::default() };
        read(&commit, PersonId::MAX, &mut People::new(b""))
    }

    #[test]
    fn agents_assist_and_people_help() {
        assert!(told("s\n\nCo-authored-by: Claude <noreply@anthropic.com>\n").assisted);
        assert!(told("s\n\nCo-authored-by: Claude <noreply@anthropic.com>\n").credits.is_none());
        assert!(told("s\n\nAssisted-by: some-model:3\n").assisted);
        assert!(told("s\n\nGenerated-by: a tool\n").assisted);
        assert!(told("s\n\n\u{1f916} Generated with [Claude Code](https://claude.example)\n").assisted);
        assert!(!told("s\n\nAssisted-by: Ada Example <ada@x.example>\n").assisted);
        assert!(!told("s\n\nThe table is Generated with a cursor\n").assisted);
    }

    #[test]
    fn each_person_once_and_no_bots() {
        let told = told(
            "s\n\nReviewed-by: Ada <a@x.example>\nreviewed-by: Ada <A@X.example>\nCo-authored-by: Bo <b@x.example>\nCo-authored-by: dependabot[bot] <d@x.example>\n",
        );
        let credits = told.credits.unwrap();
        assert_eq!((credits.reviewers.len(), credits.co_authors.len()), (1, 1));
    }

    #[test]
    fn squashes_of_forges() {
        assert_eq!(told("Add it (#12)\n").squash, SquashMark::Number);
        assert_eq!(told("Add it (#12)\n\n* one\n\n* two\n").squash, SquashMark::Sure);
        assert_eq!(told("Merged in feature (pull request #7)\n").squash, SquashMark::Sure);
        assert_eq!(told("Add it\n\n* one\n* two\n").squash, SquashMark::None);
        assert_eq!(told("Add (#)\n").squash, SquashMark::None);
    }
}
