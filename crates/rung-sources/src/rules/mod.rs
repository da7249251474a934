//! Recognition rules from TOML (MEASURE section 3). Within a level the first rule that matches wins.
//!
//! ```toml
//! [[rule]]
//! id = "r-12"                    # needed, unique in the file
//! match = { title = "(?i)^platform <> ", attendees = "2..8", external = false }
//! set = { activity = "alignment" }
//! why = "weekly dependency call" # optional, in your words
//! level = "personal"             # optional: occurrence | series | personal | team | organisation
//! ```
//!
//! `match` needs at least one of these; all that are given must hold:
//!
//! | key | holds where |
//! |---|---|
//! | `title` | the regular expression (linear time, `(?i)` for any case) is found in the title |
//! | `attendees` | the number of humans, the owner included, is in `3`, `"2..8"`, `"2.."` or `"..8"` |
//! | `external` | `true`: somebody of another domain takes part |
//! | `organizer` | the regular expression is found in the organizer's address |
//! | `category` | the event carries this category, in any case |
//! | `series` | the event has this UID |
//! | `occurrence` | `{ uid = "...", day = 2026-02-28 }`: this occurrence alone |
//! | `relation` | the other one of two is `report`, `skip_report`, `manager`, `peer`, `off_line`, `unknown` or `external` |
//! | `recurring` | the event recurs, or not |
//! | `minutes` | its length is in the range, written as for `attendees` |
//! | `verb` | `committed`, `merged`, `reviewed`, `attended` or `logged_work` |
//! | `path` | all changed paths match the glob, such as `docs/adr/**` |
//! | `repository` | the repository or project has this name |
//! | `label` | a label or the type of a work item, or a tag of a time entry, is this |
//!
//! `set` needs exactly one of `activity = "alignment"` (or `ooo`, `personal`, `travel`,
//! `focus`, and `unclassified` for what shall not be guessed),
//! `weights = { strategy = 0.7, people = 0.3 }` (over `strategy`, `people`, `building`, `other`,
//! summing to 1) and `exclude = true`.
//!
//! A rule without `level` takes the file's own; in a person's own file a rule that names an
//! `occurrence` or a `series` is a correction of it. A team's or an organisation's file may not
//! state a person's own levels: only the person corrects what is theirs.

mod append;
mod condition;
mod outcome;

use std::{collections::BTreeMap, path::Path};

use rung_model::{
    problem::{Problem, Severity},
    rule::{Level, Match, Rule},
};

use crate::strict::{Place, Sheet, Table, Text, load_folder, one_of};
pub(crate) use append::kind_value;
pub use append::{append, next_id};
pub(crate) use outcome::{kind_named, weights};

/// Files of a folder that hold no rules.
const OTHER_FILES: [&str; 3] = ["roster.toml", "days.toml", "config.toml"];

/// Reads the rules of a file, or of a folder's `.toml` files in order of their names. A rule with
/// anything wrong in it is left out: half a rule would match too much. `default_level` is the
/// level of the file: [`Level::Personal`], [`Level::Team`] or [`Level::Organisation`].
pub fn read(path: &Path, default_level: Level) -> (Vec<Rule>, Vec<Problem>) {
    let mut problems = Vec::new();
    let texts = load_folder(path, &OTHER_FILES, &mut problems);
    parse(&texts, default_level, problems)
}

/// [`read`] for what is no file: `name` is what problems call it.
pub fn read_text(name: &str, text: &str, default_level: Level) -> (Vec<Rule>, Vec<Problem>) {
    parse(&[Text::of(name, text)], default_level, Vec::new())
}

fn parse(texts: &[Text], default_level: Level, mut problems: Vec<Problem>) -> (Vec<Rule>, Vec<Problem>) {
    let mut rules = Vec::new();
    let mut seen: BTreeMap<String, Place> = BTreeMap::new();
    for text in texts {
        let sheet = Sheet::parse(text);
        let root = sheet.root();
        root.only(&["rule"]);
        for table in root.tables("rule") {
            if let Some(rule) = rule(&table, default_level)
                && first_of_its_id(&rule, &table, &mut seen)
            {
                rules.push(rule);
            }
        }
        problems.extend(sheet.into_problems());
    }
    problems.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
    (rules, problems)
}

fn first_of_its_id(rule: &Rule, table: &Table<'_>, seen: &mut BTreeMap<String, Place>) -> bool {
    if let Some(first) = seen.get(&rule.id) {
        let what = format!("the id is taken by {first}; this rule is left out");
        let mend = "give each rule its own id";
        let problem = table.place_of("id").problem(Severity::Error, "duplicate-rule", what, mend);
        table.add(problem.of_item(format!("rule `{}`", rule.id)));
        return false;
    }
    seen.insert(rule.id.clone(), table.place());
    true
}

fn rule(table: &Table<'_>, default_level: Level) -> Option<Rule> {
    let table = match table.has("id").then(|| table.text("id")).flatten() {
        Some(id) => table.clone().called(format!("rule `{}`", id.chars().take(60).collect::<String>())),
        None => table.clone().called("rule"),
    };
    table.only(&["id", "match", "set", "why", "level"]);
    let id = table.need("id");
    table.needs("match");
    table.needs("set");
    let when = table.table("match").and_then(|inner| condition::read(&inner.called(table.what())));
    let set = table.table("set").and_then(|inner| outcome::read(&inner.called(table.what())));
    let why = table.label("why");
    let level = level(&table, default_level, when.as_ref());
    let place = table.place();
    let name =
        Path::new(&place.file).file_name().map_or(place.file.clone(), |name| name.to_string_lossy().into_owned());
    Some(Rule { id: id?, level: level?, when: when?, set: set?, why, origin: format!("{name}:{}", place.line) })
}

fn level(table: &Table<'_>, default_level: Level, when: Option<&Match>) -> Option<Level> {
    if !table.has("level") {
        return Some(match when {
            Some(when) if default_level == Level::Personal && when.occurrence.is_some() => Level::Occurrence,
            Some(when) if default_level == Level::Personal && when.series.is_some() => Level::Series,
            _ => default_level,
        });
    }
    let text = table.text("level")?;
    let Some(level) = Level::from_id(text) else {
        let known = ["occurrence", "series", "personal", "team", "organisation"];
        table.refuse("level", "unknown-level", format!("`{text}` is no level"), one_of(text, &known));
        return None;
    };
    if default_level > Level::Personal && level <= Level::Personal {
        let what = format!("a {} file may not hold a rule of level {text}", default_level.id());
        let mend = "move the rule to the person's own rules: only they correct what is theirs";
        table.refuse("level", "level-of-a-person", what, mend);
        return None;
    }
    Some(level)
}
