//! The README's two commands are run by CI exactly as written.

use crate::house::House;

pub(super) fn commands_are_tested(house: &House) -> Vec<String> {
    let (Some(readme), Some(ci)) = (house.file("README.md"), house.file(".ci/run")) else {
        return vec!["README.md or .ci/run: is missing".to_owned()];
    };
    let mut complaints = Vec::new();
    let commands: Vec<&str> = readme
        .text
        .split("```sh\n")
        .skip(1)
        .take(2)
        .filter_map(|block| block.split("```").next())
        .flat_map(str::lines)
        .filter(|line| !line.trim().is_empty() && !line.starts_with('#'))
        .collect();
    if commands.len() != 2 {
        complaints.push(format!("README.md: the first two `sh` blocks hold {} commands, not two", commands.len()));
    }
    for command in commands {
        let runs = ci.text.lines().any(|line| line.trim() == command || line.trim() == format!("timed {command}"));
        if !runs {
            complaints.push(format!(".ci/run: does not run `{command}` of README.md as written"));
        }
    }
    complaints
}
