//! `rung people` on the command line.

use clap::{Args, Subcommand};

use super::SourceArgs;

#[derive(Debug, Args)]
pub(crate) struct PeopleArgs {
    #[command(subcommand)]
    pub(crate) action: PeopleAction,
    /// Print JSON
    #[arg(long, global = true)]
    pub(crate) json: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum PeopleAction {
    /// People with their accounts, and why each is theirs; claims that speak against each other
    List {
        #[command(flatten)]
        sources: SourceArgs,
    },
    /// Accounts that are nobody's, and how much of each source stands under them
    Unmatched {
        #[command(flatten)]
        sources: SourceArgs,
    },
    /// Accounts that look like one person, each with its reasons; none of it is in force
    Suggest {
        #[command(flatten)]
        sources: SourceArgs,
    },
    /// Two accounts are one person, or an account is a person's of the roster (person:ID)
    Link {
        /// An address, github.com:7, github.com:@octo or person:ID
        a: String,
        /// The other
        b: String,
        /// Why
        #[arg(long, value_name = "TEXT")]
        because: Option<String>,
    },
    /// Take back the links by hand of an account; without any, no rule binds it any more
    Unlink {
        /// The account
        account: String,
        /// Why
        #[arg(long, value_name = "TEXT")]
        because: Option<String>,
    },
    /// Let rules bind an account again
    Rejoin {
        /// The account
        account: String,
        /// Why
        #[arg(long, value_name = "TEXT")]
        because: Option<String>,
    },
    /// Two accounts are two people: do not suggest them again
    Dismiss {
        /// One account
        a: String,
        /// The other
        b: String,
        /// Why
        #[arg(long, value_name = "TEXT")]
        because: Option<String>,
    },
    /// Two accounts may be suggested again
    Recall {
        /// One account
        a: String,
        /// The other
        b: String,
        /// Why
        #[arg(long, value_name = "TEXT")]
        because: Option<String>,
    },
    /// Everything said of accounts, in its order; entries are only ever added
    Journal,
}
