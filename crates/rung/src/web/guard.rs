//! The right a path needs, and asking for it.

use rung_app::{
    access::{About, Object, Verb},
    server::Refused,
};

use super::ask::Ask;

/// How something is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Method {
    /// Shows; never changes anything.
    Get,
    /// Changes.
    Post,
    /// Takes away.
    Delete,
}

/// Whom a path is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Whom {
    /// The organisation.
    Organisation,
    /// Who asks, always.
    Oneself,
    /// The team named in the path.
    Team,
    /// The person named in the path.
    Person,
}

/// The right a path needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Guard {
    /// None: before one is logged in.
    Open,
    /// To be logged in: about one's own account alone.
    Account,
    /// To be an administrator: the server, nobody's weeks.
    Administrator,
    /// A cell of the permission table.
    Table(Verb, Object, Whom),
}

impl Guard {
    /// Asks for the right.
    pub(crate) fn ask(self, ask: &Ask<'_>) -> Result<(), Refused> {
        let account = ask.caller.account.as_ref();
        match self {
            Self::Open => Ok(()),
            Self::Account => account.map(drop).ok_or(Refused::LogIn),
            Self::Administrator => match account {
                Some(own) if own.administrator => Ok(()),
                Some(_) => Err(Refused::NotThere),
                None => Err(Refused::LogIn),
            },
            Self::Table(verb, object, whom) => {
                let person = ask.caller.person().unwrap_or_default().to_owned();
                let about = match whom {
                    Whom::Organisation => About::Organisation,
                    Whom::Team => About::Team(ask.part("team")),
                    Whom::Person => About::Person(ask.part("person")),
                    Whom::Oneself if account.is_none() => return Err(Refused::LogIn),
                    Whom::Oneself => About::Person(&person),
                };
                ask.server().allow(&ask.caller, &ask.moment, verb, object, about).map(drop)
            }
        }
    }
}
