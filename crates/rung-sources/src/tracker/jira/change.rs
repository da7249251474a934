//! Which of the fields changed at one moment tells most, and what of it is kept.

use rung_model::work_item::Change;

use super::record::Item;
use crate::tracker::pool::Pool;

/// Fields in the order of how much they tell.
const TELLING: [&str; 7] = ["status", "assignee", "resolution", "priority", "sprint", "fix version", "issuetype"];
/// Fields whose values are short words, though they have no ids.
const WORDS: [&str; 8] = ["status", "labels", "story points", "rank", "flagged", "duedate", "key", "epic link"];
/// Letters of a value that is kept.
const LONGEST: usize = 100;
/// What the system writes down itself when time is logged.
const OF_A_WORKLOG: [&str; 5] = ["timespent", "timeestimate", "worklogid", "worklogtimespent", "timeoriginalestimate"];

/// What an entry of the history tells.
pub(super) enum Told {
    /// A change.
    Change(Option<Change>),
    /// Only what a worklog left behind: the worklog itself says it better.
    Worklog,
}

/// Reads the fields changed at one moment by one person.
pub(super) fn told<'i>(items: impl Iterator<Item = &'i Item<'i>> + Clone, pool: &mut Pool) -> Told {
    let name = |item: &'i Item<'i>| item.field.get().unwrap_or_default().to_lowercase();
    let (mut all, mut spent) = (true, false);
    for item in items.clone() {
        let name = name(item);
        all &= OF_A_WORKLOG.contains(&name.as_str());
        spent |= matches!(name.as_str(), "timespent" | "worklogid" | "worklogtimespent");
    }
    if all && spent {
        return Told::Worklog;
    }
    let rank = |item: &&'i Item<'i>| {
        let name = name(item);
        TELLING.iter().position(|known| *known == name).unwrap_or(TELLING.len())
    };
    Told::Change(items.filter(|item| item.field.get().is_some()).min_by_key(rank).map(|item| change(item, pool)))
}

fn change(item: &Item<'_>, pool: &mut Pool) -> Change {
    let field = item.field.get().unwrap_or_default();
    let lower = field.to_lowercase();
    let pointed = item.from.get().is_some() || item.to.get().is_some();
    let (from, to) = (item.from_words.get(), item.to_words.get());
    let short = [from, to].into_iter().flatten().all(|words| words.len() <= LONGEST);
    // Text that people wrote is nobody's business here: values are kept where they point to something, or are words.
    let kept = short && (pointed || WORDS.contains(&lower.as_str()));
    let mut keep = |words: Option<&str>| words.filter(|_| kept).map(|words| pool.text(words));
    let (from, to) = (keep(from), keep(to));
    let field = if TELLING.contains(&lower.as_str()) { pool.text(&lower) } else { pool.text(field) };
    Change { field, from, to }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told_of(json: &str) -> Option<(String, Option<String>, Option<String>)> {
        let items: Vec<Item<'_>> = serde_json::from_str(json).unwrap();
        match told(items.iter(), &mut Pool::default()) {
            Told::Worklog => None,
            Told::Change(change) => {
                change.map(|c| (c.field.to_string(), c.from.map(|v| v.to_string()), c.to.map(|v| v.to_string())))
            }
        }
    }

    #[test]
    fn the_most_telling_field_speaks_for_an_entry() {
        let json = r#"[{"field": "resolution", "from": null, "to": "1", "toString": "Done"},
            {"field": "assignee", "from": "ines", "fromString": "Ines", "to": null, "toString": null},
            {"field": "Status", "from": "1", "fromString": "Open", "to": "5", "toString": "Done"}]"#;
        assert_eq!(told_of(json), Some(("status".into(), Some("Open".into()), Some("Done".into()))));
    }

    #[test]
    fn text_is_never_kept() {
        for field in ["description", "summary", "Acceptance criteria", "comment"] {
            let json = format!(
                r#"[{{"field": "{field}", "from": null, "fromString": "old", "to": null, "toString": "new"}}]"#
            );
            assert_eq!(told_of(&json), Some((field.into(), None, None)));
        }
        let long = "x".repeat(LONGEST + 1);
        let json = format!(r#"[{{"field": "Link", "to": "PAY-2", "toString": "{long}"}}]"#);
        assert_eq!(told_of(&json), Some(("Link".into(), None, None)));
    }

    #[test]
    fn the_trace_of_a_worklog_is_no_change() {
        let json = r#"[{"field": "timeestimate", "to": "0"}, {"field": "timespent", "to": "3600"}]"#;
        assert_eq!(told_of(json), None);
        let json = r#"[{"field": "timeestimate", "to": "0"}]"#;
        assert_eq!(told_of(json).unwrap().0, "timeestimate");
    }
}
