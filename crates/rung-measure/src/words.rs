//! Plain words for numbers and names: "about 72 % (68–78 %)", "a tech lead’s".

use jiff::civil::Date;
use rung_model::{
    framework::{Framework, Role},
    share::Share,
};

/// A space that does not break, as before %.
pub const NO_BREAK: char = '\u{a0}';

/// A share in whole percents: "72 %".
pub fn percent(share: f64) -> String {
    format!("{}{NO_BREAK}%", whole(share))
}

/// A range of shares in whole percents: "68–78 %"; one number where both ends round to it.
pub fn range(low: f64, high: f64) -> String {
    if whole(low) == whole(high) { percent(low) } else { format!("{}–{}", whole(low), percent(high)) }
}

/// A share with its range: "about 72 % (68–78 %)".
pub fn about(share: Share) -> String {
    format!("about {} ({})", percent(share.point), range(share.low, share.high))
}

/// Minutes as hours to one decimal: "8.6 h".
pub fn hours(minutes: f64) -> String {
    format!("{:.1}{NO_BREAK}h", minutes / 60.0)
}

/// A date with the name of its month: "20 Jul 2026".
pub fn date(date: Date) -> String {
    const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let month = usize::try_from(date.month()).ok().and_then(|m| MONTHS.get(m.wrapping_sub(1))).copied().unwrap_or("");
    format!("{}{NO_BREAK}{month}{NO_BREAK}{}", date.day(), date.year())
}

/// "1 week", "3 weeks".
pub fn count(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}

/// A role name inside a sentence, with its article: "a tech lead", "an SRE lead".
pub fn a_role(role: &Role) -> String {
    let name = lower(&role.name);
    format!("{} {name}", article(&name))
}

/// The role's name with its article where the framework knows it, else "the role held".
pub fn a_role_of(framework: &Framework, id: &str) -> String {
    framework.role(id).map_or_else(|| "the role held".to_owned(), a_role)
}

/// The possessive of a phrase: "a tech lead’s".
pub fn of(phrase: &str) -> String {
    format!("{phrase}’s")
}

/// "a", "a and b", "a, b and c".
pub fn list(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

/// The same text with its first letter in upper case.
pub fn sentence_case(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A name in sentence case as it stands within a sentence; abbreviations keep their capitals.
fn lower(name: &str) -> String {
    let mut letters = name.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => {
            first.to_lowercase().chain(name.chars().skip(1)).collect()
        }
        _ => name.to_owned(),
    }
}

fn article(name: &str) -> &'static str {
    let first = name.chars().next().unwrap_or(' ');
    let spelled = name.chars().nth(1).is_some_and(char::is_uppercase);
    let vowel = if spelled { "AEFHILMNORSX".contains(first) } else { "aeio".contains(first.to_ascii_lowercase()) };
    if vowel { "an" } else { "a" }
}

fn whole(share: f64) -> i64 {
    (share * 100.0).round() as i64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_as_the_look_asks() {
        assert_eq!(about(Share::new(0.678, 0.72, 0.784)), "about 72\u{a0}% (68–78\u{a0}%)");
        assert_eq!(range(0.301, 0.304), "30\u{a0}%");
        assert_eq!(hours(516.0), "8.6\u{a0}h");
        assert_eq!(date(Date::constant(2026, 7, 20)), "20\u{a0}Jul\u{a0}2026");
        assert_eq!(list(&["a".to_owned(), "b".to_owned(), "c".to_owned()]), "a, b and c");
    }

    #[test]
    fn names_take_their_article_and_keep_abbreviations() {
        let named = |name: &str| format!("{} {}", article(&lower(name)), lower(name));
        assert_eq!(named("Tech lead"), "a tech lead");
        assert_eq!(named("Engineering manager"), "an engineering manager");
        assert_eq!(named("SRE lead"), "an SRE lead");
        assert_eq!(named("VP of engineering"), "a VP of engineering");
        assert_eq!(named("CTO"), "a CTO");
    }
}
