//! What one lead answers alone: a file each, `answers/TEAM/PERSON.toml`.
//!
//! ```toml
//! team = "payments"
//! person = "ines"
//! on = 2026-11-12
//!
//! [answers]                 # own | contribute | none; "" = not answered yet
//! code_review = "own"
//! one_on_ones = "none"
//! ```

use std::{collections::BTreeMap, path::Path};

use rung_model::{problem::Problem, roster::Mode};

use crate::strict::{Sheet, did_you_mean, load, one_of};

/// What somebody says of a responsibility.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// They have a part in it.
    Has(Mode),
    /// They have none.
    Nothing,
}

/// What one lead answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Person id.
    pub person: String,
    /// By responsibility; those not answered are absent.
    pub said: BTreeMap<String, Said>,
}

/// The answers in a folder; a folder that is not there holds none.
pub fn read(folder: &Path, team: &str, duties: &[&str]) -> (Vec<Answer>, Vec<Problem>) {
    let (mut answers, mut problems) = (Vec::<Answer>::new(), Vec::new());
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == "toml"))
        .collect();
    files.sort();
    for file in files {
        let Some(text) = load(&file, &mut problems) else { continue };
        let sheet = Sheet::parse(&text);
        let root = sheet.root();
        root.only(&["team", "person", "on", "answers"]);
        let (own_team, person) = (root.need("team"), root.need("person"));
        root.date("on");
        if let Some(other) = own_team.filter(|own| own != team) {
            let what = format!("it answers for the team `{other}`, and lies in the folder of `{team}`");
            root.refuse("team", "other-team", what, "move the file, or mend the team");
        } else if let Some(person) = person {
            let said = said(&root, duties);
            if answers.iter().any(|answer| answer.person == person) {
                let what = format!("`{person}` has answered in another file; this one is left out");
                root.refuse("person", "answered-twice", what, "keep one file a person");
            } else {
                answers.push(Answer { person, said });
            }
        }
        problems.extend(sheet.into_problems());
    }
    (answers, problems)
}

fn said(root: &crate::strict::Table<'_>, duties: &[&str]) -> BTreeMap<String, Said> {
    let mut said = BTreeMap::new();
    let Some(table) = root.has("answers").then(|| root.table("answers")).flatten() else { return said };
    for key in table.keys() {
        if !duties.contains(&key) {
            let mend =
                did_you_mean(key, duties.iter().copied(), "take the line out, or add the responsibility to the team");
            table.refuse(key, "unknown-responsibility", format!("the team has no responsibility `{key}`"), mend);
            continue;
        }
        let word = match table.text(key).map(str::trim) {
            None | Some("") => continue,
            Some("own") => Said::Has(Mode::Own),
            Some("contribute") => Said::Has(Mode::Contribute),
            Some("none") => Said::Nothing,
            Some(other) => {
                let what = format!("`{other}` is no answer");
                table.refuse(key, "unknown-answer", what, one_of(other, &["own", "contribute", "none"]));
                continue;
            }
        };
        said.insert(key.to_owned(), word);
    }
    said
}

/// A file to fill in: every responsibility (id and name) without an answer.
pub fn blank(team: &str, person: &str, duties: &[(&str, &str)]) -> String {
    let quoted = |text: &str| toml::Value::String(text.to_owned()).to_string();
    let mut text = format!(
        "# What you carry, as you see it. Nobody sees it before every lead has answered; then all are shown together.\n\
         # For each: \"own\" (you answer for it), \"contribute\" (you take part), \"none\".\n\n\
         team = {}\nperson = {}\n\n[answers]\n",
        quoted(team),
        quoted(person)
    );
    for (id, name) in duties {
        let plain: String = name.chars().filter(|c| !c.is_control()).collect();
        text.push_str(&format!("{} = \"\" # {plain}\n", crate::tree::key_to_toml(id)));
    }
    text
}
