//! Reads one repository once and says what it found: the program the benchmark times beside git.
//!
//! `git_pass DIR people|paths|lines [SINCE UNTIL]`, the window in seconds since 1970.

use std::{env, error::Error, path::Path};

use jiff::Timestamp;
use rung_sources::{
    git::{self, Branches, PathDetail, Query},
    progress::Silent,
};

#[expect(clippy::print_stdout, reason = "an example is a program")]
fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [dir, pass, window @ ..] = arguments.as_slice() else {
        return Err("name a repository and a pass: people, paths or lines".into());
    };
    let moment =
        |text: &String| text.parse().map_err(Box::<dyn Error>::from).and_then(|at| Ok(Timestamp::from_second(at)?));
    let query = Query {
        since: window.first().map(moment).transpose()?,
        until: window.get(1).map(moment).transpose()?,
        paths: if pass == "people" { PathDetail::None } else { PathDetail::Full },
        lines: pass == "lines",
        branches: Branches::Head,
        ..Query::default()
    };
    let read = git::read(Path::new(dir), &query, &Silent)?;
    println!("{} rows, {} problems", read.evidence.len(), read.problems.len());
    Ok(())
}
