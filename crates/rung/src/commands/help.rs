//! `rung help [COMMAND|TOPIC]`.

use clap::CommandFactory;

use crate::{cli::Cli, help, outcome::Stop, terminal::print};

pub(crate) fn run(topic: Option<&str>) -> Result<(), Stop> {
    let mut command = Cli::command();
    command.build();
    let Some(topic) = topic else {
        return Ok(print::answer(&command.render_long_help().to_string())?);
    };
    if let Some(text) = help::topic(topic) {
        return Ok(print::answer(text)?);
    }
    if let Some(named) = command.find_subcommand_mut(topic) {
        return Ok(print::answer(&named.render_long_help().to_string())?);
    }
    Err(Stop::Usage(format!("there is no command or topic \"{topic}\"; topics are {}", help::TOPICS.join(", "))))
}
