//! A person's corrections, from TOML; written by Rung, readable and editable by hand.
//!
//! ```toml
//! [[correction]]
//! id = "c-1"
//! made = "2026-03-02T09:30:00Z"
//! uid = "weekly-1@harbour.example"      # or `fact`, for what is no calendar event
//! day = 2026-02-26                      # one occurrence; without it the whole series
//! also = ["weekly-9@harbour.example"]   # the same event under other UIDs, as confirmed
//! activity = "alignment"                # or `weights = { strategy = 0.5, people = 0.5 }`
//! why = "it is the dependency call"
//! look = { title = "Platform <> Ledger", organizer = "chen@harbour.example", start = "09:30", minutes = 30 }
//! undone = "2026-03-09T08:00:00Z"       # taken back then
//! ```

mod write;

use std::{collections::BTreeMap, path::Path};

use jiff::Timestamp;
use rung_model::{
    correction::{Correction, Look, Target},
    evidence::EvidenceId,
    kind::Kind,
    problem::Problem,
    schedule::clock,
};

use crate::{
    rules::{kind_named, weights},
    strict::{Place, Sheet, Table, Text, load},
};
pub(crate) use write::edited;
pub use write::{append, confirm, next_id, undo};

/// Every key of a correction.
const KEYS: [&str; 11] = ["id", "made", "uid", "fact", "day", "also", "activity", "weights", "why", "look", "undone"];

/// Reads a file of corrections; one that is not there holds none. An entry with anything wrong in it is left out.
pub fn read(path: &Path) -> (Vec<Correction>, Vec<Problem>) {
    let mut problems = Vec::new();
    if !path.exists() {
        return (Vec::new(), problems);
    }
    let Some(text) = load(path, &mut problems) else { return (Vec::new(), problems) };
    parse(&text, problems)
}

/// [`read`] for what is no file: `name` is what problems call it.
pub fn read_text(name: &str, text: &str) -> (Vec<Correction>, Vec<Problem>) {
    parse(&Text::of(name, text), Vec::new())
}

fn parse(text: &Text, mut problems: Vec<Problem>) -> (Vec<Correction>, Vec<Problem>) {
    let sheet = Sheet::parse(text);
    let root = sheet.root();
    root.only(&["correction"]);
    let mut corrections = Vec::new();
    let mut seen: BTreeMap<String, Place> = BTreeMap::new();
    for table in root.tables("correction") {
        let Some(one) = correction(&table.clone().called("correction")) else { continue };
        let table = table.called(format!("correction `{}`", one.id));
        if let Some(first) = seen.get(&one.id) {
            let what = format!("the id is taken by {first}; this correction is left out");
            table.refuse("id", "duplicate-correction", what, "give each correction its own id");
            continue;
        }
        seen.insert(one.id.clone(), table.place());
        corrections.push(one);
    }
    problems.extend(sheet.into_problems());
    problems.sort_by_key(|problem| problem.line);
    (corrections, problems)
}

fn correction(table: &Table<'_>) -> Option<Correction> {
    table.only(&KEYS);
    let id = table.need("id");
    table.needs("made");
    let (made, undone) = (moment(table, "made"), moment(table, "undone"));
    let (target, set) = (target(table), kind(table));
    let also = table.texts("also").into_iter().map(|(uid, _)| uid.to_owned()).collect();
    let look = table.table("look").map(|inner| look(&inner));
    let why = table.label("why");
    let sound = !table.has("undone") || undone.is_some();
    let place = table.place();
    let name =
        Path::new(&place.file).file_name().map_or(place.file.clone(), |name| name.to_string_lossy().into_owned());
    let one = Correction {
        id: id?,
        made: made?,
        target: target?,
        also,
        look: look.unwrap_or_default(),
        set: set?,
        why,
        undone,
        origin: format!("{name}:{}", place.line),
    };
    sound.then_some(one)
}

fn target(table: &Table<'_>) -> Option<Target> {
    let day = table.date("day");
    match (table.text("uid"), table.text("fact")) {
        (Some(uid), None) if table.has("day") => Some(Target::Occurrence { uid: uid.to_owned(), day: day? }),
        (Some(uid), None) => Some(Target::Series { uid: uid.to_owned() }),
        (None, Some(fact)) => {
            let id = u128::from_str_radix(fact, 16).ok();
            if id.is_none() {
                let what = format!("`fact` is no identity of a fact: {}", fact.escape_debug());
                table.refuse("fact", "bad-fact", what, "copy it from `rung evidence --json`, key `id`");
            }
            id.map(|id| Target::Fact(EvidenceId(id)))
        }
        (uid, _) => {
            let what = if uid.is_some() { "`uid` and `fact` are both given" } else { "`uid` or `fact` is missing" };
            table.refuse("uid", "one-target", what, "give the UID of an event, or the identity of another fact");
            None
        }
    }
}

fn kind(table: &Table<'_>) -> Option<Kind> {
    if table.has("weights") && !table.has("activity") {
        return table.table("weights").and_then(|inner| weights(&inner.called(table.what()))).map(Kind::Weights);
    }
    table.needs("activity");
    kind_named(table, "activity")
}

fn look(table: &Table<'_>) -> Look {
    table.only(&["title", "organizer", "start", "minutes"]);
    let start = table.text("start").and_then(|text| {
        let start = clock(text).filter(|start| *start < 1_440);
        if start.is_none() {
            let what = format!("`start` is no time of day: {}", text.escape_debug());
            table.refuse("start", "bad-start", what, "write hours and minutes, such as \"09:30\"");
        }
        start
    });
    Look {
        title: table.text("title").map(str::to_owned),
        organizer: table.text("organizer").map(str::to_owned),
        start,
        minutes: table.whole("minutes", 0, 1_000_000),
    }
}

/// A moment, written as RFC 3339 text.
pub(crate) fn moment(table: &Table<'_>, key: &str) -> Option<Timestamp> {
    let text = table.text(key)?;
    let moment = text.parse().ok();
    if moment.is_none() {
        let what = format!("`{key}` is no moment: {}", text.escape_debug());
        table.refuse(key, "bad-moment", what, "write it as \"2026-03-02T09:30:00Z\"");
    }
    moment
}

#[cfg(test)]
mod tests {
    use jiff::civil::Date;
    use rung_model::activity::Activity;

    use super::*;

    fn read_text(text: &str) -> (Vec<Correction>, Vec<String>) {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("corrections.toml");
        std::fs::write(&file, text).unwrap();
        let (read, problems) = read(&file);
        (read, problems.iter().map(|p| format!("{} {}", p.line.unwrap_or(0), p.check)).collect())
    }

    fn made() -> Correction {
        Correction {
            id: "c-1".into(),
            made: "2026-03-02T09:30:00Z".parse().unwrap(),
            target: Target::Occurrence { uid: "weekly-1".into(), day: Date::constant(2026, 2, 26) },
            also: Vec::new(),
            look: Look { title: Some("A <> B".into()), organizer: None, start: Some(570), minutes: Some(30) },
            set: Kind::Activity(Activity::Alignment),
            why: Some("the \"dependency\" call".into()),
            undone: None,
            origin: "corrections.toml:1".into(),
        }
    }

    #[test]
    fn what_is_written_is_read_back_and_taking_back_is_a_date() {
        let text = append("# mine\n", &made());
        let expected = Correction { origin: "corrections.toml:3".into(), ..made() };
        assert_eq!(read_text(&text), (vec![expected.clone()], vec![]));
        let text = confirm(&text, "c-1", "weekly-9");
        let text = confirm(&text, "c-1", "weekly-9");
        let at: Timestamp = "2026-03-09T08:00:00Z".parse().unwrap();
        let text = undo(&text, "c-1", at);
        let undone = Correction { also: vec!["weekly-9".into()], undone: Some(at), ..expected };
        assert_eq!(read_text(&text), (vec![undone.clone()], vec![]));
        assert!(text.starts_with("# mine\n"));
        assert_eq!(next_id(&[undone]), "c-2");
        assert_eq!(next_id(&[]), "c-1");
    }

    #[test]
    fn a_fact_and_weights_are_read_and_every_mistake_is_told() {
        let fact = Correction {
            target: Target::Fact(EvidenceId(0xab)),
            look: Look::default(),
            set: Kind::Weights([0.5, 0.5, 0.0, 0.0]),
            origin: "corrections.toml:1".into(),
            ..made()
        };
        assert_eq!(read_text(&append("", &fact)), (vec![fact], vec![]));
        let (read, problems) = read_text(
            "[[correction]]\nid = 'a'\nmade = 'soon'\nuid = 'x'\nfact = 'y'\nactivity = 'alignement'\n\
             [[correction]]\nid = 'b'\nmade = '2026-03-02T09:30:00Z'\nactivity = 'coding'\nlook = { start = '25:00' }\n\
             [[correction]]\nid = 'c'\nmade = '2026-03-02T09:30:00Z'\nfact = 'zz'\nactivity = 'coding'\nwho = 1\n",
        );
        assert!(read.is_empty());
        assert_eq!(
            problems,
            [
                "3 bad-moment",
                "4 one-target",
                "6 unknown-activity",
                "7 one-target",
                "11 bad-start",
                "15 bad-fact",
                "17 unknown-key"
            ]
        );
    }
}
