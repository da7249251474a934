//! The front door of Rung: reads the command line, calls an action, prints the answer.
//!
//! The only place that reads the clock, the environment and the machine's zone,
//! each once per command, and the only place that prints.

mod cli;
mod commands;
mod help;
mod outcome;
mod progress;
mod surroundings;
mod terminal;
mod web;

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    let cli = cli::Cli::parse();
    outcome::finish(commands::run(cli))
}
