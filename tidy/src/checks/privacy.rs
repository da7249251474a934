//! Every privacy rule P1 to P20 has a test that names it, or says which part of Rung it waits for.

use crate::house::House;

/// Rules that bind; PRIVACY.md has a table row for each.
const RULES: u32 = 20;

pub(super) fn rules_have_tests(house: &House) -> Vec<String> {
    let Some(page) = house.file("PRIVACY.md") else {
        return vec!["PRIVACY.md: is missing".to_owned()];
    };
    let mut complaints = Vec::new();
    for rule in 1..=RULES {
        let start = format!("| P{rule} |");
        let Some((number, row)) = page.text.lines().enumerate().find(|(_, line)| line.starts_with(&start)) else {
            complaints.push(format!("PRIVACY.md: has no row for P{rule}"));
            continue;
        };
        let tests: Vec<&str> = row.split('`').skip(1).step_by(2).filter(|word| word.starts_with('p')).collect();
        for test in &tests {
            let wanted = format!("fn {test}(");
            if !house.rust().any(|file| file.text.contains(&wanted)) {
                complaints.push(format!("PRIVACY.md:{}: no test is called {test}", number + 1));
            }
        }
        if tests.is_empty() && !row.contains("waits for") {
            complaints
                .push(format!("PRIVACY.md:{}: P{rule} names no test and does not say what it waits for", number + 1));
        }
    }
    complaints
}
