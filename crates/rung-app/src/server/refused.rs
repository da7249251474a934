//! Why a server does not do what it was asked.

use rung_model::problem::Problem;
use rung_store::StoreError;

use crate::error::AppError;

/// Why not.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    /// It is not there, or not for who asks: the two are never told apart.
    #[error("there is nothing here")]
    NotThere,
    /// Nobody is logged in.
    #[error("log in first")]
    LogIn,
    /// The password is asked for again.
    #[error("give your password again")]
    Prove,
    /// Login and password do not belong together.
    #[error("this login and this password do not belong together")]
    WrongPassword,
    /// Too many tries.
    #[error("too many tries: wait {seconds} seconds")]
    Wait {
        /// How long.
        seconds: i64,
    },
    /// What was sent does not say what is needed.
    #[error("{field}: {why}")]
    Field {
        /// Name of the field.
        field: &'static str,
        /// What is wrong with it.
        why: String,
    },
    /// Another wrote it since it was read.
    #[error("somebody changed it meanwhile")]
    Meanwhile,
    /// Files that cannot be used: every problem.
    #[error("{} problems stand against it", .0.len())]
    Problems(Vec<Problem>),
    /// An action could not be done.
    #[error(transparent)]
    App(#[from] AppError),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Refused {
    /// A field that cannot be used.
    pub fn field(field: &'static str, why: impl Into<String>) -> Self {
        Self::Field { field, why: why.into() }
    }

    /// What to do next.
    pub fn hints(&self) -> Vec<String> {
        let one = |text: &str| vec![text.to_owned()];
        match self {
            Self::NotThere => one("check the address; what you may see is told on the page My data"),
            Self::LogIn => one("the page you asked for opens after that"),
            Self::Prove => one("what you are about to do cannot be taken back, or shows your weeks to others"),
            Self::WrongPassword => one("an administrator can send you a new invitation"),
            Self::Wait { .. } => one("nothing is wrong with your account"),
            Self::Field { .. } => one("nothing was changed"),
            Self::Meanwhile => one("look at it again, then repeat your change"),
            Self::Problems(_) => one("mend the lines and send them again; nothing was changed"),
            Self::App(error) => error.hints(),
            Self::Store(error) => error.hints(),
        }
    }
}
