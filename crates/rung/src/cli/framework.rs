//! `rung framework` on the command line.

use std::path::PathBuf;

use clap::{Args, Subcommand};

#[derive(Debug, Args)]
pub(crate) struct FrameworkArgs {
    #[command(subcommand)]
    pub(crate) action: FrameworkAction,
    /// Print JSON
    #[arg(long, global = true)]
    pub(crate) json: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum FrameworkAction {
    /// Read a published framework of any shape, and say what was understood, skipped and guessed
    Import {
        /// File or folder: Markdown, HTML, CSV, YAML, JSON, JavaScript constants
        path: PathBuf,
        /// The id it gets [default: from its name]
        #[arg(long = "as", value_name = "ID")]
        id: Option<String>,
        /// Write it as ID.toml into this folder
        #[arg(short, long, value_name = "DIR")]
        output: Option<PathBuf>,
    },
    /// Every problem at once, with file, line, rule and mend; exit code 3 where there is one that counts
    Validate {
        /// Files or folders
        #[arg(required = true)]
        paths: Vec<PathBuf>,
        /// Let warnings count too
        #[arg(long)]
        strict: bool,
    },
    /// Lay files out in the order of the format; comments of TOML stay
    Fmt {
        /// Files or folders
        #[arg(required = true)]
        paths: Vec<PathBuf>,
        /// Write nothing: exit code 3 where a file would change
        #[arg(long)]
        check: bool,
    },
    /// A framework at a glance: roles, levels, dimensions
    Show {
        /// File or folder; the built-in framework where none is named
        path: Option<PathBuf>,
    },
    /// A site of pages, or one Markdown, CSV, JSON or SVG file, to publish
    Render {
        /// File or folder; `builtin` for Rung's own
        path: PathBuf,
        /// What to make
        #[arg(long, value_name = "FORMAT", default_value = "html", value_parser = ["md", "html", "csv", "json", "svg"])]
        format: String,
        /// What to draw as SVG: overlap, paths, splits, or a position's radar
        #[arg(long, value_name = "WHAT", default_value = "overlap")]
        plot: String,
        /// Folder of the site, or file; standard output where left out (not for html)
        #[arg(short, long, value_name = "OUT")]
        output: Option<PathBuf>,
    },
    /// Two versions: what was added, removed, changed, renamed, moved
    Diff {
        /// The earlier version
        old: PathBuf,
        /// The later version
        new: PathBuf,
        /// People and their positions (CSV: person,position), to see whom it touches
        #[arg(long, value_name = "FILE")]
        assessed: Option<PathBuf>,
    },
    /// Write a framework in another notation
    Convert {
        /// File or folder
        path: PathBuf,
        /// The notation; `csv` is one row for each statement
        #[arg(long, value_name = "NOTATION", value_parser = ["toml", "yaml", "json", "csv"])]
        to: String,
        /// File; standard output where left out
        #[arg(short, long, value_name = "OUT")]
        output: Option<PathBuf>,
    },
    /// The JSON Schema of the format
    Schema,
}
