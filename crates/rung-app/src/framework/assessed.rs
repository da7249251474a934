//! The people a framework was applied to: who holds which position, from a file of one's own.

use std::path::Path;

use rung_measure::ladder::versions::Assessed;
use rung_model::problem::{Problem, Severity};

/// Reads `person,position` lines of a CSV file; a first line with these words is its head. Every line that cannot be
/// used is a problem.
///
/// # Errors
/// All problems of the file.
pub fn assessed(path: &Path) -> Result<Vec<Assessed>, Vec<Problem>> {
    let name = path.display().to_string();
    let refuse = |check, what: String, mend: &str| Problem::new(Severity::Error, name.clone(), check, what, mend);
    let text = std::fs::read_to_string(path).map_err(|error| {
        vec![refuse("cannot-read", format!("it cannot be read: {error}"), "check the name, and that you may read it")]
    })?;
    let mut people = Vec::new();
    let mut problems = Vec::new();
    for (at, line) in text.trim_start_matches('\u{feff}').lines().enumerate() {
        let cells: Vec<&str> = line.split([',', ';', '\t']).map(|cell| cell.trim().trim_matches('"')).collect();
        match cells.as_slice() {
            [] | [""] => {}
            [person, position, ..] if at == 0 && person.eq_ignore_ascii_case("person") => {
                if !position.eq_ignore_ascii_case("position") {
                    let what = format!("the second column is `{position}`");
                    problems.push(refuse("bad-head", what, "call the columns person and position").at_line(1));
                }
            }
            [person, position, ..] if !person.is_empty() && !position.is_empty() => {
                people.push(Assessed { person: (*person).to_owned(), position: (*position).to_owned() });
            }
            _ => {
                let what = "the line does not name a person and a position".to_owned();
                problems.push(refuse("bad-line", what, "write `name,position`, one person a line").at_line(at + 1));
            }
        }
    }
    if problems.is_empty() { Ok(people) } else { Err(problems) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_read_and_every_bad_line_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("people.csv");
        std::fs::write(&file, "person,position\nmira,TL5\n\n\"tomas\" , EM5\n").unwrap();
        let people = assessed(&file).unwrap();
        assert_eq!(
            people.iter().map(|p| (p.person.as_str(), p.position.as_str())).collect::<Vec<_>>(),
            [("mira", "TL5"), ("tomas", "EM5")]
        );
        std::fs::write(&file, "mira\nx,\nida,D3\n").unwrap();
        let problems = assessed(&file).unwrap_err();
        assert_eq!(problems.iter().map(|p| p.line).collect::<Vec<_>>(), [Some(1), Some(2)]);
        assert_eq!(assessed(&folder.path().join("none.csv")).unwrap_err()[0].check, "cannot-read");
    }
}
