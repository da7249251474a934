//! The framework that comes with Rung: the files of the folder `framework/`, inside the binary.

use std::sync::LazyLock;

use rung_model::framework::Framework;

use super::read_texts;
use crate::strict::Text;

macro_rules! files {
    ($($name:literal),* $(,)?) => {
        /// Each file with its text.
        const FILES: &[(&str, &str)] =
            &[$(($name, include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../framework/", $name))),)*];
    };
}

files!(
    "framework.toml",
    "sources.toml",
    "activities.toml",
    "roles.toml",
    "splits.toml",
    "responsibilities.toml",
    "skills.toml",
    "positions.toml",
    "paths.toml",
    "norms.toml",
);

static BUILT_IN: LazyLock<Framework> = LazyLock::new(|| {
    let (framework, problems) = read_texts(&texts());
    let first = problems.into_iter().next();
    first
        .map_or(Ok(framework), Err)
        .expect("the files are part of this crate's tests, which read them without a problem")
});

/// The built-in framework.
pub fn builtin() -> Framework {
    BUILT_IN.clone()
}

fn texts() -> Vec<Text> {
    let own = |&(name, text): &(&str, &str)| Text { file: format!("framework/{name}"), text: text.to_owned() };
    FILES.iter().map(own).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_files_have_no_problem_in_any_order() {
        let (framework, problems) = read_texts(&texts());
        assert_eq!(problems.iter().map(ToString::to_string).collect::<Vec<_>>(), Vec::<String>::new());
        assert_eq!(framework, builtin());
        let backwards: Vec<Text> = texts().into_iter().rev().collect();
        assert_eq!(read_texts(&backwards), (framework, vec![]));
    }

    #[test]
    fn every_file_of_the_folder_is_in_the_binary() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../framework");
        let mut there: Vec<String> = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .filter(|name| name.ends_with(".toml"))
            .collect();
        there.sort();
        let mut built: Vec<&str> = FILES.iter().map(|(name, _)| *name).collect();
        built.sort_unstable();
        assert_eq!(there, built);
    }
}
