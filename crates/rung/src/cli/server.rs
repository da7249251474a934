//! `rung serve`, `rung demo` and what looks after a server, on the command line.

use std::path::PathBuf;

use clap::Args;

/// Where a server listens unless it is told otherwise.
const HERE: &str = "127.0.0.1:7420";

#[derive(Clone, Debug, Args)]
pub(crate) struct ServeArgs {
    /// Address and port to listen on
    #[arg(long, value_name = "ADDRESS:PORT", default_value = HERE)]
    pub(crate) listen: String,
    /// Folder of the database [default: $RUNG_DATA, else `rung` in your data folder]
    #[arg(long, value_name = "DIR")]
    pub(crate) data: Option<PathBuf>,
    /// A proxy in front speaks TLS and says where requests come from (X-Forwarded-For)
    #[arg(long)]
    pub(crate) behind_tls: bool,
}

#[derive(Clone, Debug, Args)]
pub(crate) struct DemoArgs {
    /// Address and port to listen on; loopback alone
    #[arg(long, value_name = "ADDRESS:PORT", default_value = HERE)]
    pub(crate) listen: String,
}

#[derive(Clone, Debug, Args)]
pub(crate) struct BackupArgs {
    /// The file to write; it must not be there
    pub(crate) file: PathBuf,
    /// Folder of the database
    #[arg(long, value_name = "DIR")]
    pub(crate) data: Option<PathBuf>,
}

#[derive(Clone, Debug, Args)]
pub(crate) struct RestoreArgs {
    /// The backup
    pub(crate) file: PathBuf,
    /// Folder to put the database in; none may be there
    #[arg(long, value_name = "DIR")]
    pub(crate) data: Option<PathBuf>,
}

#[derive(Clone, Debug, Args)]
pub(crate) struct VerifyArgs {
    /// The backup
    pub(crate) file: PathBuf,
}

#[derive(Clone, Debug, Args)]
pub(crate) struct DoctorArgs {
    /// Folder of the database
    #[arg(long, value_name = "DIR")]
    pub(crate) data: Option<PathBuf>,
    /// Print JSON
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Clone, Debug, Args)]
pub(crate) struct EraseArgs {
    /// Id of the person in the roster
    pub(crate) person: String,
    /// Folder of the database
    #[arg(long, value_name = "DIR")]
    pub(crate) data: Option<PathBuf>,
    /// Do it
    #[arg(long)]
    pub(crate) yes: bool,
}
