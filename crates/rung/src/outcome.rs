//! How a command ends: exit codes and error messages.
//!
//! | code | meaning |
//! |---|---|
//! | 0 | done (parts that could not be read are listed on standard error) |
//! | 1 | could not be done: the message says why and what to do |
//! | 2 | the command line is wrong |
//! | 3 | a check found problems |

use std::{io, process::ExitCode};

use rung_app::{error::AppError, server::Refused};
use rung_model::problem::Problem;

use crate::terminal::print;

/// Why a command ends without its answer.
#[derive(Debug)]
pub(crate) enum Stop {
    /// An action could not be done.
    App(AppError),
    /// Standard output was closed or the disk is full.
    Output(io::Error),
    /// A check found problems; they were printed.
    Found,
    /// A server could not be begun, or not be looked at.
    Server(Refused),
    /// The command line asks for something that does not go together.
    Usage(String),
}

impl From<AppError> for Stop {
    fn from(error: AppError) -> Self {
        Self::App(error)
    }
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

/// Turns the end of a command into an exit code, saying on standard error what went wrong.
pub(crate) fn finish(result: Result<(), Stop>) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(Stop::Found) => ExitCode::from(3),
        Err(Stop::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(Stop::Output(error)) => {
            print::complain(&format!("error: the answer could not be written: {error}"));
            ExitCode::from(1)
        }
        Err(Stop::Usage(why)) => {
            print::complain(&format!("error: {why}"));
            ExitCode::from(2)
        }
        Err(Stop::Server(refused)) => {
            print::complain(&format!("error: {refused}"));
            for hint in refused.hints() {
                print::complain(&format!("  - {hint}"));
            }
            ExitCode::from(1)
        }
        Err(Stop::App(error)) => {
            problems(error.problems());
            print::complain(&format!("error: {error}"));
            for hint in error.hints() {
                print::complain(&format!("  - {hint}"));
            }
            ExitCode::from(1)
        }
    }
}

/// Lists problems on standard error, one a line.
pub(crate) fn problems(problems: &[Problem]) {
    for problem in problems {
        print::complain(&problem.to_string());
    }
}
