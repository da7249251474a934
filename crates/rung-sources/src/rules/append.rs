//! Writing a rule into a rules file without touching what stands in it.

use rung_model::{
    bucket::Bucket,
    kind::{Kind, NotCounted},
    rule::{Level, Match, Rule, Span},
};
use toml_edit::{InlineTable, Item, Table, Value};

use crate::strict::{date_value, with_table};

/// The text of a rules file with one more rule behind everything; comments and order stay, and a
/// text that is no TOML keeps every byte. The level is written where reading would not conclude it.
pub fn append(text: &str, rule: &Rule) -> String {
    let mut table = Table::new();
    table.insert("id", text_item(&rule.id));
    table.insert("match", Item::Value(Value::InlineTable(condition(&rule.when))));
    table.insert("set", Item::Value(Value::InlineTable(outcome(rule.set))));
    if let Some(why) = &rule.why {
        table.insert("why", text_item(why));
    }
    let concluded = match &rule.when {
        when if when.occurrence.is_some() => Level::Occurrence,
        when if when.series.is_some() => Level::Series,
        _ => Level::Personal,
    };
    if rule.level != concluded && Level::from_id(rule.level.id()).is_some() {
        table.insert("level", text_item(rule.level.id()));
    }
    with_table(text, "rule", table)
}

/// An id no rule has yet: `r-` and the number after the largest in use.
pub fn next_id(rules: &[Rule]) -> String {
    let largest = rules.iter().filter_map(|rule| rule.id.strip_prefix("r-")?.parse::<u32>().ok()).max();
    format!("r-{}", largest.map_or(1, |largest| u64::from(largest) + 1))
}

fn text_item(text: &str) -> Item {
    Item::Value(Value::from(text))
}

fn condition(when: &Match) -> InlineTable {
    let mut inner = InlineTable::new();
    let mut put = |key: &str, value: Option<Value>| {
        if let Some(value) = value {
            inner.insert(key, value);
        }
    };
    put("title", when.title.as_deref().map(Value::from));
    put("attendees", when.attendees.map(span));
    put("external", when.external.map(Value::from));
    put("organizer", when.organizer.as_deref().map(Value::from));
    put("category", when.category.as_deref().map(Value::from));
    put("series", when.series.as_deref().map(Value::from));
    put(
        "occurrence",
        when.occurrence.as_ref().map(|(uid, day)| {
            let mut occurrence = InlineTable::new();
            occurrence.insert("uid", Value::from(uid.as_str()));
            occurrence.insert("day", date_value(*day));
            Value::InlineTable(occurrence)
        }),
    );
    put("relation", when.relation.map(|relation| Value::from(relation.id())));
    put("recurring", when.recurring.map(Value::from));
    put("minutes", when.minutes.map(span));
    put("verb", when.verb.as_deref().map(Value::from));
    put("path", when.path.as_deref().map(Value::from));
    put("repository", when.repository.as_deref().map(Value::from));
    put("label", when.label.as_deref().map(Value::from));
    inner
}

fn span(span: Span) -> Value {
    match (span.min, span.max) {
        (min, max) if min == max => Value::from(i64::from(min)),
        (min, u32::MAX) => Value::from(format!("{min}..")),
        (0, max) => Value::from(format!("..{max}")),
        (min, max) => Value::from(format!("{min}..{max}")),
    }
}

fn outcome(kind: Kind) -> InlineTable {
    let mut inner = InlineTable::new();
    if kind == Kind::NotCounted(NotCounted::Excluded) {
        inner.insert("exclude", Value::from(true));
        return inner;
    }
    let (key, value) = kind_value(kind);
    inner.insert(key, value);
    inner
}

/// A kind as the key and value that state it: `activity = "..."` or `weights = { ... }`.
pub(crate) fn kind_value(kind: Kind) -> (&'static str, Value) {
    match kind {
        Kind::Activity(activity) => ("activity", Value::from(activity.id())),
        Kind::NotCounted(what) => ("activity", Value::from(what.id())),
        Kind::Unclassified => ("activity", Value::from("unclassified")),
        Kind::Weights(row) => {
            let mut weights = InlineTable::new();
            for (bucket, weight) in Bucket::ALL.into_iter().zip(row).filter(|(_, weight)| *weight > 0.0) {
                weights.insert(bucket.id(), Value::from(weight));
            }
            ("weights", Value::InlineTable(weights))
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::Date;
    use rung_model::activity::Activity;

    use super::*;
    use crate::rules::read;

    fn rule(id: &str, when: Match, set: Kind, level: Level) -> Rule {
        Rule { id: id.into(), level, when, set, why: Some("it \"is\" so".into()), origin: String::new() }
    }

    #[test]
    fn what_is_written_is_read_again() {
        let title = Match { title: Some(r#"(?i)^a \d+ "q""#.into()), ..Match::default() };
        let series = Match { series: Some("u1".into()), external: Some(false), ..Match::default() };
        let occurrence = Match { occurrence: Some(("u1".into(), Date::constant(2026, 2, 3))), ..Match::default() };
        let spans = Match { minutes: Span::parse("..30"), attendees: Span::parse("3"), ..Match::default() };
        let rules = [
            rule("r-1", title, Kind::Activity(Activity::Roadmap), Level::Personal),
            rule("r-2", series, Kind::Weights([0.25, 0.75, 0.0, 0.0]), Level::Series),
            rule("r-3", occurrence, Kind::NotCounted(NotCounted::Excluded), Level::Occurrence),
            rule("r-4", spans.clone(), Kind::NotCounted(NotCounted::Focus), Level::Team),
            rule("r-9", spans, Kind::Unclassified, Level::Organisation),
        ];
        let text = rules.iter().fold("# mine\n".to_owned(), |text, rule| append(&text, rule));
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("rules.toml");
        std::fs::write(&file, &text).unwrap();
        let (read, problems) = read(&file, Level::Personal);
        assert_eq!(problems, []);
        let bare: Vec<Rule> = read.into_iter().map(|rule| Rule { origin: String::new(), ..rule }).collect();
        assert_eq!(bare, rules);
        assert_eq!(next_id(&rules), "r-10");
        insta::assert_snapshot!(text, @r#"
        # mine

        [[rule]]
        id = "r-1"
        match = { title = '(?i)^a \d+ "q"' }
        set = { activity = "roadmap" }
        why = 'it "is" so'

        [[rule]]
        id = "r-2"
        match = { external = false, series = "u1" }
        set = { weights = { strategy = 0.25, people = 0.75 } }
        why = 'it "is" so'

        [[rule]]
        id = "r-3"
        match = { occurrence = { uid = "u1", day = 2026-02-03 } }
        set = { exclude = true }
        why = 'it "is" so'

        [[rule]]
        id = "r-4"
        match = { attendees = 3, minutes = "..30" }
        set = { activity = "focus" }
        why = 'it "is" so'
        level = "team"

        [[rule]]
        id = "r-9"
        match = { attendees = 3, minutes = "..30" }
        set = { activity = "unclassified" }
        why = 'it "is" so'
        level = "organisation"
        "#);
    }

    #[test]
    fn a_broken_file_keeps_every_byte() {
        let new =
            rule("r-1", Match { verb: Some("reviewed".into()), ..Match::default() }, Kind::Unclassified, Level::Team);
        let text = append("[[rule", &new);
        assert!(text.starts_with("[[rule\n\n[[rule]]\nid = \"r-1\""), "{text}");
    }
}
