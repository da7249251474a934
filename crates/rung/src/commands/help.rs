//! `rung help [COMMAND|TOPIC]`.

use clap::CommandFactory;

use crate::{cli::Cli, help, outcome::Stop, terminal::print};

pub(crate) fn run(topic: Option<&str>) -> Result<(), Stop> {
    let mut command = Cli::command();
    command.build();
    let Some(topic) = topic else {
        return Ok(print::answer(&command.render_long_help().to_string())?);
    };
    let text = help::topic(topic).map(|text| text.into_owned());
    let usage = command.find_subcommand_mut(topic).map(|named| named.render_long_help().to_string());
    let parts: Vec<String> = [text, usage].into_iter().flatten().collect();
    if !parts.is_empty() {
        return Ok(print::answer(&parts.join("\n"))?);
    }
    Err(Stop::Usage(format!("there is no command or topic \"{topic}\"; topics are {}", help::TOPICS.join(", "))))
}
