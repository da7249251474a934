//! Role names inside sentences.

use super::list::lower_first;

/// A role's name as it stands inside a sentence: `tech lead`, `VP of engineering`. A name that its framework writes
/// with capitals throughout, `Tech Lead`, stays as it is written.
pub fn role_name(name: &str) -> String {
    let titled = |word: &str| {
        let mut chars = word.chars();
        chars.next().is_some_and(char::is_uppercase) && chars.next().is_some_and(char::is_lowercase)
    };
    if name.split_whitespace().skip(1).any(titled) { name.to_owned() } else { lower_first(name) }
}

/// A role with its article: `a tech lead`, `an engineering manager`, `an SRE lead`.
pub fn a_role(name: &str) -> String {
    let name = role_name(name);
    let mut chars = name.chars();
    let first = chars.next().unwrap_or(' ');
    let spelled = chars.next().is_some_and(char::is_uppercase) && first.is_uppercase();
    let vowel = if spelled { "AEFHILMNORSX".contains(first) } else { "aeiouAEIOU".contains(first) };
    format!("{} {name}", if vowel { "an" } else { "a" })
}

/// The people who hold a role: `tech leads`, `heads of product`, `VPs of engineering`.
pub fn plural_role(name: &str) -> String {
    let name = role_name(name);
    match name.split_once(" of ") {
        Some((head, rest)) => format!("{head}s of {rest}"),
        None => format!("{name}s"),
    }
}

/// A role's short form, or the initials of its name where it has none.
pub fn short_role(given: &str, name: &str) -> String {
    if given.is_empty() {
        name.split_whitespace().filter_map(|word| word.chars().next()).flat_map(char::to_uppercase).collect()
    } else {
        given.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_take_the_right_article_and_plural() {
        assert_eq!(a_role("Tech lead"), "a tech lead");
        assert_eq!(a_role("Engineering manager"), "an engineering manager");
        assert_eq!(a_role("SRE lead"), "an SRE lead");
        assert_eq!(a_role("CTO"), "a CTO");
        assert_eq!(a_role("Engineering Manager"), "an Engineering Manager");
        assert_eq!(plural_role("Head of product"), "heads of product");
        assert_eq!(plural_role("Tech lead"), "tech leads");
        assert_eq!(short_role("", "Site reliability lead"), "SRL");
    }
}
