//! `rung org` and `rung team` on the command line.

use std::path::PathBuf;

use clap::{Args, Subcommand};

/// Which organisation, and when.
#[derive(Clone, Debug, Default, Args)]
pub(crate) struct RosterArgs {
    /// The roster: a file or a folder [default: the settings']
    #[arg(long, global = true, value_name = "DIR|FILE")]
    pub(crate) roster: Option<PathBuf>,
    /// Use the example organisation: invented people, its own "today"
    #[arg(long, global = true, conflicts_with = "roster")]
    pub(crate) example: bool,
    /// The framework of its roles and responsibilities [default: the settings', then the built-in one]
    #[arg(long, global = true, value_name = "PATH")]
    pub(crate) framework: Option<PathBuf>,
    /// As of this day [default: today]
    #[arg(long, global = true, value_name = "DATE")]
    pub(crate) at: Option<String>,
    /// As it was believed on this day, before later corrections
    #[arg(long, global = true, value_name = "DATE")]
    pub(crate) believed: Option<String>,
    /// Print JSON
    #[arg(long, global = true)]
    pub(crate) json: bool,
}

/// Evidence of several people: off unless it is asked for.
#[derive(Clone, Debug, Default, Args)]
pub(crate) struct TeamEvidenceArgs {
    /// Add what the evidence of the last eight weeks says, from five people up: git:DIR, github:DIR, jira:FILE,
    /// calendar:DIR with a file a person (again for several; with --example alone, the example's)
    #[arg(long, value_name = "KIND:PATH", num_args = 0..=1, default_missing_value = "")]
    pub(crate) evidence: Vec<String>,
    /// Recognition rules of the organisation (again for several)
    #[arg(long, value_name = "FILE")]
    pub(crate) rules: Vec<PathBuf>,
    /// Least people behind anything shown: 5 or more, never under 4
    #[arg(long, value_name = "K", default_value_t = 5)]
    pub(crate) least: usize,
}

#[derive(Debug, Args)]
pub(crate) struct OrgArgs {
    #[command(subcommand)]
    pub(crate) action: OrgAction,
    #[command(flatten)]
    pub(crate) roster: RosterArgs,
}

#[derive(Debug, Subcommand)]
pub(crate) enum OrgAction {
    /// Every problem of the roster at once, with file, line and mend; exit code 3 where there is one
    Check {
        /// Hold the roster against a CODEOWNERS file: owners nobody knows, people who are gone, teams named nowhere
        #[arg(long, value_name = "FILE")]
        codeowners: Option<PathBuf>,
        /// Hold it against a Backstage catalogue: owners of components that are no team here
        #[arg(long, value_name = "PATH")]
        backstage: Option<PathBuf>,
    },
    /// The organisation in short, or a person or a team of it
    Show {
        /// A person or a team, by id, address or name
        who: Option<String>,
    },
    /// Teams within teams, with their people and leads
    Tree {
        /// Only this team and what is under it
        team: Option<String>,
    },
    /// The same as show, on another day
    AsOf {
        /// The day
        #[arg(value_name = "DATE")]
        day: String,
        /// A person or a team
        who: Option<String>,
    },
    /// What changed between two days: teams, people, managers, holdings, responsibilities
    Diff {
        /// The earlier day
        #[arg(value_name = "DATE")]
        before: String,
        /// The later day
        #[arg(value_name = "DATE")]
        after: String,
    },
    /// Lay out roster files; nothing they say changes, and comments stay
    Fmt {
        /// Files; those of the roster where none is named
        paths: Vec<PathBuf>,
        /// Change nothing, and end with exit code 3 where something would
        #[arg(long)]
        check: bool,
    },
    /// Make a roster of an HR export or a published organisation; nothing is written without -o
    Import {
        /// The file or folder
        path: PathBuf,
        /// What it is [default: told by its name and what lies in it]
        #[arg(long, value_name = "FORMAT", value_parser = ["csv", "backstage", "rust-team", "k8s-sigs", "k8s-org", "owners", "toml"])]
        format: Option<String>,
        /// Which column is which: name=Full Name,email=Work Email,manager=Reports To
        #[arg(long, value_name = "PAIRS", default_value = "")]
        columns: String,
        /// Read the folder's git history: what stood in it becomes the days it held
        #[arg(long)]
        history: bool,
        /// How close together the snapshots of the history lie
        #[arg(long, value_name = "WHICH", default_value = "week", value_parser = ["day", "week"])]
        every: String,
        /// Write nothing, only tell what would be
        #[arg(long)]
        dry_run: bool,
        /// The folder to write the roster into
        #[arg(short, long, value_name = "DIR")]
        output: Option<PathBuf>,
    },
    /// The roster for other tools, as it stands on the day: CSV, or entities of a Backstage catalogue
    Export {
        /// What to write
        #[arg(long, value_name = "FORMAT", value_parser = ["csv", "backstage", "toml"])]
        format: String,
    },
    /// Spans, layers, vacancies, acting roles, teams without leads or with two, unowned responsibilities
    Rollup {
        /// Only this team and what is under it
        team: Option<String>,
        #[command(flatten)]
        evidence: TeamEvidenceArgs,
    },
    /// Write the organisation as pages: tree, roll-up, a page a team
    Render {
        /// The folder to write into
        #[arg(short, long, value_name = "DIR")]
        output: PathBuf,
    },
}

#[derive(Debug, Args)]
pub(crate) struct TeamArgs {
    #[command(subcommand)]
    pub(crate) action: TeamAction,
    #[command(flatten)]
    pub(crate) roster: RosterArgs,
}

#[derive(Debug, Subcommand)]
pub(crate) enum TeamAction {
    /// Its people, what its roles add up to, who leads what, and who carries two roles
    Show {
        /// The team, by id or name
        team: String,
    },
    /// Who carries what: unowned, contested, single points, and load against declared hours
    Map {
        /// The team, by id or name
        team: String,
        /// Write the matrix as SVG
        #[arg(long, value_name = "FILE")]
        svg: Option<PathBuf>,
        /// Write the team's page
        #[arg(long, value_name = "FILE")]
        html: Option<PathBuf>,
        #[command(flatten)]
        evidence: TeamEvidenceArgs,
        /// Add, for yourself alone, what your own evidence says about what you declared
        #[arg(long, requires = "evidence")]
        me: bool,
    },
    /// The least overload for 0, 1, 2 and 3 moves, with every tie; from declared hours, wishes and eligibility alone
    Split {
        /// The team, by id or name
        team: String,
        /// Most moves
        #[arg(long, value_name = "0..3", default_value_t = 3, value_parser = clap::value_parser!(u8).range(0..=3))]
        moves: u8,
        /// What an hour away from a role's expected split costs, beside 10 for an hour over capacity
        #[arg(long, value_name = "WEIGHT", default_value_t = 0.0)]
        departure: f64,
    },
    /// Who carries what from a day on, to print and sign, and what changed since the one before
    Contract {
        /// The team, by id or name
        team: String,
        /// Write it as a page to print
        #[arg(long, value_name = "FILE")]
        html: Option<PathBuf>,
    },
    /// Write a blank answer for a lead: what they carry, as they see it, before anybody else's is seen
    Answer {
        /// The team, by id or name
        team: String,
        /// The lead, by id, address or name
        person: String,
    },
    /// What the leads answered, once all have; until then only who is awaited
    Answers {
        /// The team, by id or name
        team: String,
    },
}
