//! Checks that hold the house in order: `cargo run -p tidy`. All complaints at once; exit code 1 where there are any.

mod checks;
mod house;

use std::process::ExitCode;

use house::House;

#[expect(clippy::print_stdout, clippy::print_stderr, reason = "a check speaks on the terminal")]
fn main() -> ExitCode {
    let root = std::env::args().nth(1).unwrap_or_else(|| ".".to_owned());
    let house = match House::read(root.as_ref()) {
        Ok(house) => house,
        Err(error) => {
            eprintln!("tidy: {root}: {error}");
            return ExitCode::from(2);
        }
    };
    let mut complaints: Vec<String> = checks::ALL.iter().flat_map(|check| check(&house)).collect();
    complaints.sort();
    for complaint in &complaints {
        eprintln!("{complaint}");
    }
    println!("tidy: {} files, {} complaints", house.files.len(), complaints.len());
    if complaints.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
