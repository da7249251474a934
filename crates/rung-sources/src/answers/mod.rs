//! What a person answered to findings, from TOML.
//!
//! ```toml
//! [[answer]]
//! finding = "drift:people"
//! made = "2026-03-02T09:30:00Z"
//! snoozed_until = 2026-04-01      # or `disputed = true`
//! why = "a colleague is on leave"
//! undone = "2026-03-09T08:00:00Z" # taken back then
//! ```

use std::path::Path;

use jiff::Timestamp;
use rung_model::{
    answer_to::{AnswerTo, Reply},
    problem::Problem,
};
use toml_edit::{Item, Table as Written, Value};

use crate::{
    corrections::{edited, moment},
    strict::{Sheet, Table, Text, date_value, load, with_table},
};

/// Reads a file of answers; one that is not there holds none. An entry with anything wrong in it is left out.
pub fn read(path: &Path) -> (Vec<AnswerTo>, Vec<Problem>) {
    let mut problems = Vec::new();
    if !path.exists() {
        return (Vec::new(), problems);
    }
    let Some(text) = load(path, &mut problems) else { return (Vec::new(), problems) };
    parse(&text, problems)
}

/// [`read`] for what is no file: `name` is what problems call it.
pub fn read_text(name: &str, text: &str) -> (Vec<AnswerTo>, Vec<Problem>) {
    parse(&Text::of(name, text), Vec::new())
}

fn parse(text: &Text, mut problems: Vec<Problem>) -> (Vec<AnswerTo>, Vec<Problem>) {
    let sheet = Sheet::parse(text);
    let root = sheet.root();
    root.only(&["answer"]);
    let answers = root.tables("answer").iter().filter_map(|table| answer(&table.clone().called("answer"))).collect();
    problems.extend(sheet.into_problems());
    problems.sort_by_key(|problem| problem.line);
    (answers, problems)
}

fn answer(table: &Table<'_>) -> Option<AnswerTo> {
    table.only(&["finding", "made", "snoozed_until", "disputed", "why", "undone"]);
    table.needs("made");
    let (finding, made, undone) = (table.need("finding"), moment(table, "made"), moment(table, "undone"));
    let (until, disputed) = (table.date("snoozed_until"), table.flag("disputed"));
    let reply = match (table.has("snoozed_until"), disputed) {
        (true, None) => until.map(|until| Reply::Snoozed { until }),
        (false, Some(true)) => Some(Reply::Disputed),
        _ => {
            let what = "it neither snoozes nor disputes the finding, or does both";
            let mend = "give `snoozed_until` a day, or write `disputed = true`";
            table.refuse("finding", "one-reply", what, mend);
            None
        }
    };
    let sound = !table.has("undone") || undone.is_some();
    let one = AnswerTo { finding: finding?, made: made?, reply: reply?, why: table.label("why"), undone };
    sound.then_some(one)
}

/// The text with one more answer behind everything.
pub fn append(text: &str, one: &AnswerTo) -> String {
    let mut table = Written::new();
    let mut put = |key: &str, value: Value| {
        table.insert(key, Item::Value(value));
    };
    put("finding", one.finding.as_str().into());
    put("made", one.made.to_string().into());
    match one.reply {
        Reply::Snoozed { until } => put("snoozed_until", date_value(until)),
        Reply::Disputed => put("disputed", true.into()),
    }
    if let Some(why) = &one.why {
        put("why", why.as_str().into());
    }
    with_table(text, "answer", table)
}

/// The text with every answer to a finding that still holds taken back at `at`.
pub fn undo(text: &str, finding: &str, at: Timestamp) -> String {
    edited(text, "answer", "finding", finding, |table| {
        if !table.contains_key("undone") {
            table.insert("undone", Item::Value(at.to_string().into()));
        }
    })
}

#[cfg(test)]
mod tests {
    use jiff::civil::Date;

    use super::*;

    fn read_text(text: &str) -> (Vec<AnswerTo>, Vec<String>) {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("answers.toml");
        std::fs::write(&file, text).unwrap();
        let (read, problems) = read(&file);
        (read, problems.iter().map(|p| format!("{} {}", p.line.unwrap_or(0), p.check)).collect())
    }

    #[test]
    fn answers_are_read_back_and_taken_back() {
        let made: Timestamp = "2026-03-02T09:30:00Z".parse().unwrap();
        let snooze = AnswerTo {
            finding: "drift:people".into(),
            made,
            reply: Reply::Snoozed { until: Date::constant(2026, 4, 1) },
            why: Some("leave".into()),
            undone: None,
        };
        let dispute = AnswerTo { finding: "hybrid-load".into(), reply: Reply::Disputed, why: None, ..snooze };
        let text = append(&append("", &snooze), &dispute);
        assert_eq!(read_text(&text), (vec![snooze.clone(), dispute.clone()], vec![]));
        let text = undo(&text, "drift:people", made);
        assert_eq!(read_text(&text).0, [AnswerTo { undone: Some(made), ..snooze }, dispute]);
    }

    #[test]
    fn an_answer_that_says_nothing_or_two_things_is_left_out() {
        let (read, problems) = read_text(
            "[[answer]]\nfinding = 'a'\nmade = '2026-03-02T09:30:00Z'\n\
             [[answer]]\nfinding = 'b'\nmade = 'x'\ndisputed = true\nsnoozed_until = 2026-01-01\n",
        );
        assert!(read.is_empty());
        assert_eq!(problems, ["2 one-reply", "5 one-reply", "6 bad-moment"]);
    }
}
