//! The command line as types. One command, one struct; its doc comment is its help.

mod framework;
mod org;
mod people;
mod server;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

pub(crate) use self::{
    framework::{FrameworkAction, FrameworkArgs},
    org::{OrgAction, OrgArgs, RosterArgs, TeamAction, TeamArgs, TeamEvidenceArgs},
    people::{PeopleAction, PeopleArgs},
    server::{BackupArgs, DemoArgs, DoctorArgs, EraseArgs, RestoreArgs, ServeArgs, VerifyArgs},
};
use crate::help;

/// Where an engineering leader's weeks go, read against the role they hold.
#[derive(Debug, Parser)]
#[command(name = "rung", version, about, disable_help_subcommand = true, after_help = help::EXAMPLES, max_term_width = 100)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Read your weeks against your role
    #[command(after_help = help::REPORT)]
    Report(ReportArgs),
    /// The roles: list, show, compare, diff, overlap, nearest, paths
    #[command(after_help = help::ROLES)]
    Roles(RolesArgs),
    /// Career frameworks: import any published ladder, validate, compare versions, render
    #[command(after_help = help::FRAMEWORK)]
    Framework(FrameworkArgs),
    /// Every minute of a day, or one event: the evidence, the rule, the range
    #[command(after_help = help::EXPLAIN)]
    Explain(ExplainArgs),
    /// The normalised facts that sources give, one a line
    #[command(after_help = help::EVIDENCE)]
    Evidence(EvidenceArgs),
    /// What the recognition rules make of a title, and which rule decides
    #[command(after_help = help::CLASSIFY)]
    Classify(ClassifyArgs),
    /// Check recognition rules, try what they would move, or add one
    #[command(after_help = help::RULES)]
    Rules(RulesArgs),
    /// Say what one event really was, for good: see what it moves, take it back
    #[command(after_help = help::CORRECT)]
    Correct(Box<CorrectArgs>),
    /// Your findings by key, and your answers: not now, or not so
    #[command(after_help = help::FINDINGS)]
    Findings(Box<FindingsArgs>),
    /// The organisation as of a day: check, show, tree, diff, roll-up, pages
    #[command(after_help = help::ORG)]
    Org(Box<OrgArgs>),
    /// One team: its people and roles, who carries what, a better split, a contract
    #[command(after_help = help::TEAM)]
    Team(Box<TeamArgs>),
    /// Whose paths are by CODEOWNERS: owned, explicitly unowned, spoken of by no line
    #[command(after_help = help::OWNERS)]
    Owners(OwnersArgs),
    /// Whose accounts are whose: only safe rules bind, likenesses are suggestions, all of it can be taken back
    #[command(after_help = help::PEOPLE)]
    People(Box<PeopleArgs>),
    /// Log a day by hand, or show what is logged
    #[command(after_help = help::LOG)]
    Log(LogArgs),
    /// Write commented roster, rules and days files to start from
    #[command(after_help = help::INIT)]
    Init(InitArgs),
    /// Show the settings in force, or add an address of yours
    #[command(after_help = help::CONFIG)]
    Config(ConfigArgs),
    /// The web application: one server for a team or an organisation
    #[command(after_help = help::SERVE)]
    Serve(ServeArgs),
    /// The example organisation as a web application, in a database that is thrown away
    #[command(after_help = help::DEMO)]
    Demo(DemoArgs),
    /// A copy of the server's database, whole and with its sum, while it runs
    #[command(after_help = help::BACKUP)]
    Backup(BackupArgs),
    /// Put a backup in the place of a database that is gone
    #[command(after_help = help::BACKUP)]
    Restore(RestoreArgs),
    /// Look at a backup: its sum, its pages, its version
    #[command(after_help = help::BACKUP)]
    Verify(VerifyArgs),
    /// How the server's database is: pages, version, access log, roster
    #[command(after_help = help::DOCTOR)]
    Doctor(DoctorArgs),
    /// Erase what a server holds about a person
    #[command(after_help = help::ERASE)]
    Erase(EraseArgs),
    /// Shell completions: bash, zsh, fish, elvish, powershell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Help on a command or a topic: calendar, sources, people, roster, rules, days, framework, privacy, json, exit-codes
    Help {
        /// A command or a topic
        topic: Option<String>,
    },
}

/// What to read and whose it is. Without any of these: the git checkout you stand in, and your settings.
#[derive(Clone, Debug, Default, Args)]
pub(crate) struct SourceArgs {
    /// Use the example organisation: invented people, its own "today"
    #[arg(long, conflicts_with_all = ["git", "calendar", "roster", "rules", "days", "source", "me"])]
    pub(crate) example: bool,
    /// A git repository (again for several)
    #[arg(long, value_name = "DIR")]
    pub(crate) git: Vec<PathBuf>,
    /// A calendar file; `rung help calendar` tells how to get yours (again for several)
    #[arg(long, value_name = "FILE.ics")]
    pub(crate) calendar: Vec<PathBuf>,
    /// Days logged by hand (again for several)
    #[arg(long, value_name = "FILE")]
    pub(crate) days: Vec<PathBuf>,
    /// A forge, tracker or time log: github:DIR, jira:issues.json; `rung help sources` lists the kinds
    #[arg(long, value_name = "KIND:PATH")]
    pub(crate) source: Vec<String>,
    /// Roster: people, teams, reporting lines, holdings
    #[arg(long, value_name = "DIR|FILE")]
    pub(crate) roster: Option<PathBuf>,
    /// Recognition rules (again for several; earlier files win)
    #[arg(long, value_name = "FILE")]
    pub(crate) rules: Vec<PathBuf>,
    /// One of your own addresses (again for several); all of them where none is named
    #[arg(long, value_name = "ADDRESS")]
    pub(crate) me: Vec<String>,
    /// Start: weeks (12w), days (90d) or a day (2026-05-18) [default: 26w]
    #[arg(long, value_name = "12w|DATE")]
    pub(crate) since: Option<String>,
    /// Last day, included [default: yesterday]
    #[arg(long, value_name = "DATE")]
    pub(crate) until: Option<String>,
    /// Zone your days are counted in, e.g. Europe/Berlin [default: the roster's, then this machine's]
    #[arg(long, value_name = "ZONE")]
    pub(crate) tz: Option<String>,
    /// Working hours, 30 minutes lunch included [default: the roster's, then 09:00-17:30]
    #[arg(long, value_name = "09:00-17:30")]
    pub(crate) hours: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct ReportArgs {
    #[command(flatten)]
    pub(crate) sources: SourceArgs,
    /// The role or position you hold, e.g. tech_lead or TL5
    #[arg(long, value_name = "ROLE|POSITION")]
    pub(crate) role: Option<String>,
    /// The framework to read against [default: the settings', then the built-in one]
    #[arg(long, value_name = "PATH")]
    pub(crate) framework: Option<PathBuf>,
    /// Write the reading as one self-contained page
    #[arg(long, value_name = "FILE")]
    pub(crate) html: Option<PathBuf>,
    /// Print JSON (schema: `rung help json`)
    #[arg(long)]
    pub(crate) json: bool,
    /// Add the reasons and rules behind each finding
    #[arg(long)]
    pub(crate) explain: bool,
}

#[derive(Debug, Args)]
pub(crate) struct ExplainArgs {
    /// A day (2026-11-12), part of a title, an event's UID, or the start of a commit id
    #[arg(value_name = "DATE|EVENT")]
    pub(crate) what: String,
    #[command(flatten)]
    pub(crate) sources: SourceArgs,
    /// Print JSON
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct EvidenceArgs {
    /// Use the example organisation
    #[arg(long, conflicts_with_all = ["git", "calendar", "days", "source"])]
    pub(crate) example: bool,
    /// A git repository (again for several)
    #[arg(long, value_name = "DIR")]
    pub(crate) git: Vec<PathBuf>,
    /// A calendar file (again for several)
    #[arg(long, value_name = "FILE.ics")]
    pub(crate) calendar: Vec<PathBuf>,
    /// Days logged by hand (again for several)
    #[arg(long, value_name = "FILE")]
    pub(crate) days: Vec<PathBuf>,
    /// A forge, tracker or time log: github:DIR, jira:issues.json (again for several)
    #[arg(long, value_name = "KIND:PATH")]
    pub(crate) source: Vec<String>,
    /// Whose answers a calendar holds, and only these accounts of a repository
    #[arg(long, value_name = "ADDRESS")]
    pub(crate) me: Vec<String>,
    /// First day or moment [default: all of git; calendars a year back]
    #[arg(long, value_name = "DATE")]
    pub(crate) from: Option<String>,
    /// The day or moment after the last [default: all of git; calendars tomorrow]
    #[arg(long, value_name = "DATE")]
    pub(crate) to: Option<String>,
    /// Zone that floating times are read in [default: this machine's]
    #[arg(long, value_name = "ZONE")]
    pub(crate) tz: Option<String>,
    /// Which branches of a repository: auto (HEAD, and local branches of a checkout), head, all
    #[arg(long, value_name = "WHICH", default_value = "auto", value_parser = ["auto", "head", "all"])]
    pub(crate) branches: String,
    /// Count changed lines too (slower)
    #[arg(long)]
    pub(crate) lines: bool,
    /// Print one JSON object a line
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct ClassifyArgs {
    /// The title, or - to read titles from standard input, one a line
    pub(crate) title: String,
    /// Humans at the event, you included
    #[arg(long, value_name = "N")]
    pub(crate) attendees: Option<u32>,
    /// Recognition rules (again for several)
    #[arg(long, value_name = "FILE")]
    pub(crate) rules: Vec<PathBuf>,
    /// Print JSON, one object a line
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct RolesArgs {
    #[command(subcommand)]
    pub(crate) action: Option<RolesAction>,
    /// A framework to look at, in Rung's format or as published [default: the settings', then the built-in one]
    #[arg(long, global = true, value_name = "PATH")]
    pub(crate) framework: Option<PathBuf>,
    /// Print JSON
    #[arg(long, global = true)]
    pub(crate) json: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum RolesAction {
    /// All roles with their split and hands-on range
    List,
    /// One role: definition, split, hands-on claims, duties, skills, next steps
    Show {
        /// Role or position
        role: String,
    },
    /// Two to four roles: what is shared, what only one does, what one stops doing
    Compare {
        /// Roles or positions
        #[arg(num_args = 2..=4, required = true)]
        roles: Vec<String>,
    },
    /// Two positions or roles: only what differs
    Diff {
        /// Position or role
        from: String,
        /// Position or role
        to: String,
    },
    /// What every two roles have in common: time, or levels where no split is known
    Overlap {
        /// Of the week, or of the levels asked for
        #[arg(long, value_name = "WHAT", value_parser = ["time", "levels"])]
        of: Option<String>,
        /// Write the heatmap as SVG
        #[arg(long, value_name = "FILE")]
        svg: Option<PathBuf>,
    },
    /// The positions that ask for the most like a position
    Nearest {
        /// Position
        position: String,
        /// How many
        #[arg(long, value_name = "N", default_value_t = 5)]
        most: usize,
    },
    /// Steps between roles, with years where anyone says
    Paths {
        /// From this role
        from: Option<String>,
        /// To this role
        to: Option<String>,
    },
}

#[derive(Debug, Args)]
pub(crate) struct RulesArgs {
    #[command(subcommand)]
    pub(crate) action: RulesAction,
}

#[derive(Debug, Subcommand)]
pub(crate) enum RulesAction {
    /// Check a rules file: every problem at once
    Check {
        /// The rules file
        file: PathBuf,
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
    /// Show how many minutes a rules file would move, before it is used
    Try {
        /// The rules file
        file: PathBuf,
        #[command(flatten)]
        sources: SourceArgs,
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
    /// Add a rule to a rules file, keeping its comments
    Add {
        /// The rules file; made where it does not exist
        #[arg(long, value_name = "FILE")]
        file: Option<PathBuf>,
        /// Regular expression over the title
        #[arg(long, value_name = "REGEX")]
        title: String,
        /// The activity it shows, e.g. alignment
        #[arg(long, value_name = "ACTIVITY")]
        activity: String,
        /// Humans at the event: 3, 2..8
        #[arg(long, value_name = "RANGE")]
        attendees: Option<String>,
        /// Why
        #[arg(long, value_name = "TEXT")]
        why: Option<String>,
    },
}

#[derive(Debug, Args)]
pub(crate) struct OwnersArgs {
    /// Paths from the root of the repository, or - to read them from standard input; all files of HEAD where left out
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<String>,
    /// The repository [default: the checkout you stand in]
    #[arg(long, value_name = "DIR")]
    pub(crate) git: Option<PathBuf>,
    /// The CODEOWNERS file [default: the repository's]
    #[arg(long, value_name = "FILE")]
    pub(crate) file: Option<PathBuf>,
    /// Print JSON
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(crate) struct LogArgs {
    #[command(subcommand)]
    pub(crate) action: Option<LogAction>,
    /// The day: 2026-11-12, today or yesterday
    #[arg(value_name = "DATE", required = true)]
    pub(crate) date: Option<String>,
    /// What it was, e.g. coding, one_on_one, alignment
    #[arg(value_name = "ACTIVITY", required = true)]
    pub(crate) activity: Option<String>,
    /// How long: 45m, 1h30m, 1.5h or 1:30
    #[arg(value_name = "DURATION", required = true)]
    pub(crate) duration: Option<String>,
    /// When it began, 9:30
    #[arg(long, value_name = "TIME")]
    pub(crate) start: Option<String>,
    /// The day is now logged whole: it calibrates what a commit is taken for
    #[arg(long)]
    pub(crate) whole: bool,
    /// A note to yourself
    #[arg(long, value_name = "TEXT")]
    pub(crate) note: Option<String>,
    /// The days file [default: the one of your settings]
    #[arg(long, value_name = "FILE")]
    pub(crate) file: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum LogAction {
    /// Show the days that are logged
    Show {
        /// The days file [default: the one of your settings]
        #[arg(long, value_name = "FILE")]
        file: Option<PathBuf>,
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
}

#[derive(Debug, Args)]
pub(crate) struct InitArgs {
    /// Where to write [default: here]
    #[arg(default_value = ".")]
    pub(crate) dir: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct ConfigArgs {
    #[command(subcommand)]
    pub(crate) action: ConfigAction,
}

#[derive(Debug, Subcommand)]
pub(crate) enum ConfigAction {
    /// The settings in force and where each comes from
    Show {
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
    /// Your own addresses
    Me {
        #[command(subcommand)]
        action: MeAction,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum MeAction {
    /// Say that an address or an account is yours; reports stamp what is added this way
    Add {
        /// The address, or an account at a forge or tracker: github.com:@octo
        address: String,
    },
}

#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(crate) struct CorrectArgs {
    #[command(subcommand)]
    pub(crate) action: Option<CorrectAction>,
    /// Part of a title, an event's UID, or the start of a commit's or an evidence id
    #[arg(value_name = "EVENT", required = true)]
    pub(crate) what: Option<String>,
    /// What it was, e.g. alignment, one_on_one, ooo
    #[arg(value_name = "ACTIVITY", required = true)]
    pub(crate) activity: Option<String>,
    /// The day of the occurrence, where the event stands on several
    #[arg(long, value_name = "DATE", conflicts_with = "series")]
    pub(crate) on: Option<String>,
    /// Every occurrence of the event
    #[arg(long)]
    pub(crate) series: bool,
    /// Why
    #[arg(long, value_name = "TEXT")]
    pub(crate) because: Option<String>,
    /// Apply it; without this only the minutes it would move are shown
    #[arg(long)]
    pub(crate) yes: bool,
    #[command(flatten)]
    pub(crate) sources: SourceArgs,
    /// Print JSON
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum CorrectAction {
    /// All corrections, those taken back too
    List {
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
    /// Take a correction back; the history stays
    Undo {
        /// Its id, e.g. c-3
        id: String,
    },
    /// Say that an event that came back under another UID is the corrected one
    Confirm {
        /// Id of the correction
        id: String,
        /// The UID the event has now
        uid: String,
    },
}

#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(crate) struct FindingsArgs {
    #[command(subcommand)]
    pub(crate) action: Option<FindingsAction>,
    #[command(flatten)]
    pub(crate) sources: SourceArgs,
    /// The role or position you hold
    #[arg(long, value_name = "ROLE|POSITION")]
    pub(crate) role: Option<String>,
    /// Print JSON
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum FindingsAction {
    /// Not now: it stays away until a day
    Snooze {
        /// The finding's key, from `rung findings`
        key: String,
        /// The first day it may show again
        #[arg(value_name = "DATE")]
        again: String,
        /// Why
        #[arg(long, value_name = "TEXT")]
        because: Option<String>,
        #[command(flatten)]
        sources: SourceArgs,
    },
    /// Not so: it is shown as disputed, with your reason
    Dispute {
        /// The finding's key, from `rung findings`
        key: String,
        /// Why
        #[arg(long, value_name = "TEXT")]
        because: Option<String>,
        #[command(flatten)]
        sources: SourceArgs,
    },
    /// Take your answer to a finding back; the history stays
    Undo {
        /// The finding's key
        key: String,
    },
    /// Every answer you gave
    History {
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn no_two_options_of_a_command_clash() {
        Cli::command().debug_assert();
    }
}
