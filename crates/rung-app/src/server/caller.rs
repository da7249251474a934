//! Who calls, by which way, and when.

use jiff::Timestamp;
use rung_store::{account::Account, session::Session, token::Token};

use crate::{access::Asker, dice::Dice};

/// The one reading of clock and chance of a request.
#[derive(Debug)]
pub struct Moment {
    /// Now.
    pub now: Timestamp,
    /// Chance.
    pub dice: Dice,
}

impl Moment {
    /// Now in epoch seconds.
    pub fn seconds(&self) -> i64 {
        self.now.as_second()
    }
}

/// How a request came.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Way {
    /// A page.
    #[default]
    Web,
    /// The API.
    Api,
    /// The command line of the server's machine.
    Command,
}

impl Way {
    /// The stable machine name.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Web => "web",
            Self::Api => "api",
            Self::Command => "command",
        }
    }
}

/// Who calls.
#[derive(Clone, Debug, Default)]
pub struct Caller {
    /// The account, where one is logged in.
    pub account: Option<Account>,
    /// Its session, where it is one of a browser.
    pub session: Option<Session>,
    /// Its token, where it is a program.
    pub token: Option<Token>,
    /// How.
    pub way: Way,
    /// Whether the framework is shown to the world.
    pub open_framework: bool,
}

impl Caller {
    /// As the permission table asks for it.
    pub fn asker(&self) -> Asker {
        let Some(account) = &self.account else {
            return Asker { open_framework: self.open_framework, ..Asker::default() };
        };
        Asker {
            known: true,
            person: account.person.clone(),
            administrator: account.administrator,
            council: account.council,
            scope: account.scope.clone(),
            open_framework: self.open_framework,
        }
    }

    /// The person of the roster who calls.
    pub fn person(&self) -> Option<&str> {
        self.account.as_ref()?.person.as_deref()
    }

    /// What the access log calls them.
    pub fn name(&self) -> &str {
        let other = if self.way == Way::Command { "command line" } else { "nobody" };
        self.account.as_ref().map_or(other, |account| account.id.as_str())
    }
}
