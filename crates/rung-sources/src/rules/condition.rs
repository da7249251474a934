//! The `match` of a rule.

use rung_model::{
    evidence::Verb,
    rule::{Match, Relation, Span},
};

use crate::strict::{Table, one_of};

const KEYS: [&str; 14] = [
    "title",
    "attendees",
    "external",
    "organizer",
    "category",
    "series",
    "occurrence",
    "relation",
    "recurring",
    "minutes",
    "verb",
    "path",
    "repository",
    "label",
];

/// Reads a condition; `None` where anything in it is wrong, or nothing is given.
pub(super) fn read(table: &Table<'_>) -> Option<Match> {
    table.only(&KEYS);
    if table.keys().is_empty() {
        table.add(
            table
                .place()
                .problem(
                    rung_model::problem::Severity::Error,
                    "empty-match",
                    "`match` names no condition, so it would match nothing",
                    format!("give at least one of {}", KEYS.join(", ")),
                )
                .of_item(table.what()),
        );
        return None;
    }
    let when = Match {
        title: pattern(table, "title"),
        attendees: span(table, "attendees"),
        external: table.flag("external"),
        organizer: pattern(table, "organizer"),
        category: table.label("category"),
        series: plain(table, "series"),
        fact: None,
        occurrence: occurrence(table),
        relation: relation(table),
        recurring: table.flag("recurring"),
        minutes: span(table, "minutes"),
        verb: verb(table),
        path: plain(table, "path"),
        repository: plain(table, "repository"),
        label: table.label("label"),
    };
    let read = [
        ("title", when.title.is_some()),
        ("attendees", when.attendees.is_some()),
        ("external", when.external.is_some()),
        ("organizer", when.organizer.is_some()),
        ("category", when.category.is_some()),
        ("series", when.series.is_some()),
        ("occurrence", when.occurrence.is_some()),
        ("relation", when.relation.is_some()),
        ("recurring", when.recurring.is_some()),
        ("minutes", when.minutes.is_some()),
        ("verb", when.verb.is_some()),
        ("path", when.path.is_some()),
        ("repository", when.repository.is_some()),
        ("label", when.label.is_some()),
    ];
    let all_understood = table.keys().iter().all(|key| read.contains(&(key, true)));
    all_understood.then_some(when)
}

/// A regular expression that compiles.
fn pattern(table: &Table<'_>, key: &str) -> Option<String> {
    let text = plain(table, key)?;
    match regex::Regex::new(&text) {
        Ok(_) => Some(text),
        Err(error) => {
            let reason = error.to_string();
            let reason = reason.lines().last().unwrap_or_default().trim_start_matches("error: ");
            let what = format!("`{key}` is no regular expression: {reason}");
            let mend =
                "put a backslash before . ( ) [ ] { } + * ? | ^ $ that stand for themselves; in \"...\" write it twice";
            table.refuse(key, "bad-pattern", what, mend);
            None
        }
    }
}

/// Text taken letter by letter; it may not be empty.
fn plain(table: &Table<'_>, key: &str) -> Option<String> {
    let text = table.text(key)?;
    if text.trim().is_empty() {
        table.refuse(key, "empty-text", format!("`{key}` is empty"), "give it a value or take it out");
        return None;
    }
    Some(text.to_owned())
}

fn span(table: &Table<'_>, key: &str) -> Option<Span> {
    let text = table.text_or_whole(key)?;
    let span = Span::parse(&text);
    if span.is_none() {
        let what = format!("`{key}` is no range of whole numbers: {}", text.escape_debug());
        table.refuse(key, "bad-range", what, "write 3, \"2..8\", \"2..\" or \"..8\"");
    }
    span
}

fn occurrence(table: &Table<'_>) -> Option<(String, jiff::civil::Date)> {
    let inner = table.table("occurrence")?;
    inner.only(&["uid", "day"]);
    inner.needs("uid");
    inner.needs("day");
    let (uid, day) = (plain(&inner, "uid"), inner.date("day"));
    Some((uid?, day?))
}

fn relation(table: &Table<'_>) -> Option<Relation> {
    let text = table.text("relation")?;
    let relation = Relation::from_id(text);
    if relation.is_none() {
        let known = ["report", "skip_report", "manager", "peer", "off_line", "unknown", "external"];
        table.refuse("relation", "unknown-relation", format!("`{text}` is no relation"), one_of(text, &known));
    }
    relation
}

fn verb(table: &Table<'_>) -> Option<String> {
    let text = table.text("verb")?;
    let known = Verb::ALL.map(Verb::id);
    if !known.contains(&text) {
        table.refuse("verb", "unknown-verb", format!("`{text}` is no verb of evidence"), one_of(text, &known));
        return None;
    }
    Some(text.to_owned())
}
