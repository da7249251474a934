//! The framework that comes with Rung: the files of the folder `framework/`, inside the binary.

use std::sync::LazyLock;

use rung_model::framework::{Framework, Place};

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
    let read = read_texts(&texts(), whole());
    let first = read.problems.into_iter().next();
    first
        .map_or(Ok(read.framework), Err)
        .expect("the files are part of this crate's tests, which read them without a problem")
});

/// The built-in framework.
pub fn builtin() -> Framework {
    BUILT_IN.clone()
}

fn whole() -> Place {
    Place { file: "framework".to_owned(), line: 0 }
}

pub(super) fn texts() -> Vec<Text> {
    let own = |&(name, text): &(&str, &str)| Text { file: format!("framework/{name}"), text: text.to_owned() };
    FILES.iter().map(own).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_files_have_no_problem_in_any_order() {
        let read = read_texts(&texts(), whole());
        assert_eq!(read.problems.iter().map(ToString::to_string).collect::<Vec<_>>(), Vec::<String>::new());
        assert_eq!(read.framework, builtin());
        let backwards = read_texts(&texts().into_iter().rev().collect::<Vec<_>>(), whole());
        assert_eq!((backwards.framework, backwards.problems), (read.framework, vec![]));
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
