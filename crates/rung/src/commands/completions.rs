//! `rung completions SHELL`.

use clap::CommandFactory;

use crate::{cli::Cli, outcome::Stop, terminal::print};

pub(crate) fn run(shell: clap_complete::Shell) -> Result<(), Stop> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "rung", &mut script);
    Ok(print::answer(&String::from_utf8_lossy(&script))?)
}
