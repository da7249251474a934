//! Settings from variables.

use std::path::PathBuf;

use rung_model::{
    problem::{Problem, Severity},
    schedule::Schedule,
};

use super::Settings;
use crate::strict::{Place, did_you_mean, zone_named};

/// Every variable that sets something.
const NAMES: [&str; 9] = [
    "RUNG_ZONE",
    "RUNG_HOURS",
    "RUNG_ROLE",
    "RUNG_GIT",
    "RUNG_CALENDARS",
    "RUNG_DAYS",
    "RUNG_RULES",
    "RUNG_ROSTER",
    "RUNG_FRAMEWORK",
];

/// What stands between paths, as in `PATH`.
const SEPARATOR: char = if cfg!(windows) { ';' } else { ':' };

/// The settings of `RUNG_*` variables; others are ignored. Their `file` in problems is `environment`.
pub fn from_env(variables: impl IntoIterator<Item = (String, String)>) -> (Settings, Vec<Problem>) {
    let mut settings = Settings::default();
    let mut problems = Vec::new();
    let mut variables: Vec<_> = variables.into_iter().filter(|(name, _)| name.starts_with("RUNG_")).collect();
    variables.sort();
    for (name, value) in variables {
        if matches!(name.as_str(), "RUNG_CONFIG" | "RUNG_CACHE") || value.is_empty() {
            continue;
        }
        match set(&mut settings, &name, &value) {
            Ok(key) => {
                settings.origins.insert(key, name);
            }
            Err(problem) => problems.push(problem.of_item(name)),
        }
    }
    (settings, problems)
}

fn set(settings: &mut Settings, name: &str, value: &str) -> Result<&'static str, Box<Problem>> {
    let refuse =
        |check, what: String, mend: String| Box::new(Problem::new(Severity::Error, "environment", check, what, mend));
    let paths = || value.split(SEPARATOR).filter(|path| !path.is_empty()).map(PathBuf::from).collect::<Vec<_>>();
    Ok(match name {
        "RUNG_ZONE" => {
            let place = Place { file: "environment".to_owned(), line: 1 };
            zone_named(value, &place).map_err(|problem| Problem { line: None, ..*problem })?;
            settings.zone = Some(value.to_owned());
            "zone"
        }
        "RUNG_HOURS" => {
            if Schedule::default().with_hours(value).is_none() {
                let what = format!("`{}` are no working hours", value.escape_debug());
                return Err(refuse("bad-hours", what, "give start and end of one day, such as 09:00-17:30".into()));
            }
            settings.hours = Some(value.to_owned());
            "hours"
        }
        "RUNG_ROLE" => {
            settings.role = Some(value.to_owned());
            "role"
        }
        "RUNG_GIT" => {
            settings.git = paths();
            "git"
        }
        "RUNG_CALENDARS" => {
            settings.calendars = paths();
            "calendars"
        }
        "RUNG_DAYS" => {
            settings.days = paths();
            "days"
        }
        "RUNG_RULES" => {
            settings.rules = paths();
            "rules"
        }
        "RUNG_ROSTER" => {
            settings.roster = Some(value.into());
            "roster"
        }
        "RUNG_FRAMEWORK" => {
            settings.framework = Some(value.into());
            "framework"
        }
        "RUNG_ME" => {
            let what = "addresses are not taken from a variable".to_owned();
            return Err(refuse("me-by-variable", what, "make it your own with `rung config me add ADDRESS`".into()));
        }
        _ => {
            let mend = did_you_mean(name, NAMES, "take it out; see `rung config show` for the settings there are");
            return Err(refuse("unknown-variable", "no setting has this name".to_owned(), mend));
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::merge;

    fn of(pairs: &[(&str, &str)]) -> (Settings, Vec<&'static str>) {
        let (settings, problems) = from_env(pairs.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())));
        (settings, problems.iter().map(|problem| problem.check).collect())
    }

    #[test]
    fn variables_are_checked_and_named_as_origin() {
        let (settings, checks) = of(&[
            ("RUNG_ZONE", "Asia/Tokyo"),
            ("RUNG_HOURS", "late"),
            ("RUNG_ME", "a@b.example"),
            ("RUNG_ZNOE", "UTC"),
            ("RUNG_ROLE", ""),
            ("RUNG_CONFIG", "/x"),
            ("RUNG_CACHE", "off"),
            ("HOME", "/home"),
            ("RUNG_GIT", "/a"),
        ]);
        assert_eq!(settings.zone.as_deref(), Some("Asia/Tokyo"));
        assert_eq!(settings.git, [PathBuf::from("/a")]);
        assert_eq!(settings.origins.get("zone").map(String::as_str), Some("RUNG_ZONE"));
        assert_eq!((settings.role, settings.hours), (None, None));
        assert_eq!(checks, ["bad-hours", "me-by-variable", "unknown-variable"]);
    }

    #[test]
    fn several_paths_are_separated_as_in_path() {
        let joined = ["/a", "", "b c"].join(&SEPARATOR.to_string());
        assert_eq!(of(&[("RUNG_RULES", &joined)]).0.rules, [PathBuf::from("/a"), PathBuf::from("b c")]);
    }

    #[test]
    fn a_layer_replaces_what_it_gives_and_nothing_else() {
        let (below, _) = of(&[("RUNG_ZONE", "UTC"), ("RUNG_ROLE", "em"), ("RUNG_GIT", "/a")]);
        let (above, _) = of(&[("RUNG_ROLE", "tpm"), ("RUNG_ROSTER", "/r")]);
        let both = merge(below.clone(), above);
        assert_eq!((both.zone.as_deref(), both.role.as_deref()), (Some("UTC"), Some("tpm")));
        assert_eq!(both.git, below.git);
        assert_eq!(both.roster, Some("/r".into()));
        assert_eq!(merge(below.clone(), Settings::default()), below);
    }
}
