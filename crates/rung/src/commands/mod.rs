//! The commands: one file each.

mod classify;
mod completions;
mod config;
mod correct;
mod evidence;
mod explain;
mod findings;
mod framework;
mod help;
mod import;
mod init;
mod log;
mod org;
mod owners;
mod people;
mod report;
mod request;
mod roles;
mod roster;
mod rules;
mod serve;
mod store;
mod team;

use crate::{
    cli::{Cli, Command},
    outcome::Stop,
};

/// Runs the command that was asked for.
pub(crate) fn run(cli: Cli) -> Result<(), Stop> {
    match cli.command {
        Command::Report(args) => report::run(&args),
        Command::Roles(args) => roles::run(&args),
        Command::Framework(args) => framework::run(&args),
        Command::Explain(args) => explain::run(&args),
        Command::Evidence(args) => evidence::run(&args),
        Command::Classify(args) => classify::run(&args),
        Command::Rules(args) => rules::run(&args.action),
        Command::Correct(args) => correct::run(&args),
        Command::Findings(args) => findings::run(&args),
        Command::Org(args) => org::run(&args),
        Command::Team(args) => team::run(&args),
        Command::Owners(args) => owners::run(&args),
        Command::People(args) => people::run(&args),
        Command::Log(args) => log::run(&args),
        Command::Init(args) => init::run(&args),
        Command::Config(args) => config::run(&args.action),
        Command::Serve(args) => serve::run(&args),
        Command::Demo(args) => serve::demo(&args),
        Command::Backup(args) => store::backup(&args),
        Command::Restore(args) => store::restore(&args),
        Command::Verify(args) => store::verify(&args),
        Command::Doctor(args) => store::doctor(&args),
        Command::Erase(args) => store::erase(&args),
        Command::Completions { shell } => completions::run(shell),
        Command::Help { topic } => help::run(topic.as_deref()),
    }
}
