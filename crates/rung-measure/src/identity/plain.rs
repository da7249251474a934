//! What says little about who somebody is: shared mailboxes, machines, names of one word.

/// Local parts of mailboxes and machine accounts that stand for no one person.
const SHARED: [&str; 34] = [
    "admin",
    "administrator",
    "billing",
    "bot",
    "build",
    "builds",
    "ci",
    "contact",
    "dev",
    "developer",
    "developers",
    "devops",
    "donotreply",
    "git",
    "github",
    "gitlab",
    "hello",
    "help",
    "info",
    "jenkins",
    "mail",
    "me",
    "no-reply",
    "nobody",
    "noreply",
    "office",
    "ops",
    "root",
    "security",
    "support",
    "team",
    "test",
    "ubuntu",
    "user",
];

/// Ends of domains that exist on one machine or network only.
const LOCAL: [&str; 6] = ["localhost", "local", "localdomain", "lan", "internal", "home"];

/// The word names a part, not a person: `root`, `dev`.
pub(super) fn is_role(word: &str) -> bool {
    SHARED.binary_search(&word.to_lowercase().as_str()).is_ok()
}

/// The address may be anybody's: `root@host`, `dev@harbour.example`, `ines@laptop.local`.
pub(super) fn is_shared(address: &str) -> bool {
    let Some((local, domain)) = address.split_once('@') else { return true };
    let end = domain.rsplit('.').next().unwrap_or(domain);
    is_role(local) || !domain.contains('.') || LOCAL.contains(&end)
}

/// A name as it is compared: lower case, single spaces, `Last, First` turned round.
pub(super) fn name(text: &str) -> String {
    let turned = match text.split_once(',') {
        Some((last, first)) if !last.trim().is_empty() && !first.contains(',') => format!("{first} {last}"),
        _ => text.to_owned(),
    };
    let plain: String = turned.chars().map(|c| if c.is_alphanumeric() || c == '-' { c } else { ' ' }).collect();
    plain.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The name has at least two words.
pub(super) fn is_full(name: &str) -> bool {
    name.contains(' ')
}

/// Two compared names share a word of three letters and more.
pub(super) fn are_similar(a: &str, b: &str) -> bool {
    a.split(' ').any(|word| word.chars().count() >= 3 && !is_role(word) && b.split(' ').any(|other| other == word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shared_mailboxes_and_machines_are_known() {
        assert!(SHARED.is_sorted());
        for shared in [
            "root@harbour.example",
            "Dev@harbour.example",
            "no-reply@x.example",
            "ines@localhost",
            "ines@laptop.local",
            "ines",
        ] {
            assert!(is_shared(shared), "{shared}");
        }
        assert!(!is_shared("ines@harbour.example"));
    }

    #[test]
    fn names_are_compared_by_their_words() {
        assert_eq!(name("  Halvorsen,  Ines "), "ines halvorsen");
        assert_eq!(name("Ines (she) HALVORSEN"), "ines she halvorsen");
        assert!(is_full("chen ruo") && !is_full("dave"));
        assert!(are_similar("ines halvorsen", "i halvorsen") && !are_similar("boris adeyemi", "ines halvorsen"));
        assert!(!are_similar("chen ruo", "chen-ruo") && !are_similar("dev dev", "dev"));
    }
}
