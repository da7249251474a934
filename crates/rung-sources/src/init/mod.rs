//! Files to start from: a roster, rules and days of invented people, with every key explained.

/// The starting files by name. Each is valid as it stands.
pub fn files() -> Vec<(&'static str, &'static str)> {
    vec![
        ("roster.toml", include_str!("roster.toml")),
        ("rules.toml", include_str!("rules.toml")),
        ("days.toml", include_str!("days.toml")),
    ]
}

#[cfg(test)]
mod tests {
    use rung_model::rule::Level;

    use super::*;
    use crate::{days, roster, rules};

    #[test]
    fn the_starting_files_are_valid_as_they_stand() {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in files() {
            std::fs::write(folder.path().join(name), text).unwrap();
        }
        let (roster, problems) = roster::read(folder.path());
        assert_eq!(problems, []);
        assert_eq!((roster.people.len(), roster.teams.len()), (4, 2));
        assert!(roster.lines.len() >= 3 && roster.holdings.len() >= 4);
        let (rules, problems) = rules::read(&folder.path().join("rules.toml"), Level::Personal);
        assert_eq!(problems, []);
        assert!(rules.len() >= 4);
        let (days, problems) = days::read(&folder.path().join("days.toml"));
        assert_eq!(problems, []);
        assert!(days.iter().any(|day| day.whole));
    }

    #[test]
    fn what_is_commented_out_is_valid_too() {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in files() {
            let all: String =
                text.lines().map(|line| format!("{}\n", line.strip_prefix("#: ").unwrap_or(line))).collect();
            assert_ne!(all, text, "{name} offers nothing to uncomment");
            std::fs::write(folder.path().join(name), all).unwrap();
        }
        assert_eq!(roster::read(folder.path()).1, []);
        assert_eq!(rules::read(&folder.path().join("rules.toml"), Level::Personal).1, []);
        assert_eq!(days::read(&folder.path().join("days.toml")).1, []);
    }
}
