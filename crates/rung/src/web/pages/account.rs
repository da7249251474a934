//! One's account: sessions, tokens, password, giving the password again.

use rung_app::server::Refused;
use rung_views::web::{account as view, mine};

use super::{own_path, said};
use crate::web::{
    answer::{Answer, Done},
    ask::Ask,
};

fn draw(ask: &Ask<'_>, secret: Option<&str>, said: Option<&str>) -> Result<rung_views::frame::Body, Refused> {
    let server = ask.server();
    let login = ask.caller.account.as_ref().map_or("", |own| own.login.as_str());
    let (sessions, tokens) = (server.sessions(&ask.caller)?, server.tokens(&ask.caller)?);
    Ok(view::account(login, &sessions, &tokens, secret, &server.zone()?, &ask.csrf, said))
}

pub(in crate::web) fn account(ask: &Ask<'_>) -> Done {
    Ok(Answer::page(ask, &draw(ask, None, None)?))
}

pub(in crate::web) fn prove(ask: &Ask<'_>) -> Done {
    Ok(Answer::page(ask, &mine::prove(&ask.csrf, &own_path(ask.query("to")), None)))
}

pub(in crate::web) fn proving(ask: &Ask<'_>) -> Done {
    let to = own_path(ask.field("to"));
    match ask.server().prove(&ask.caller, &ask.moment, ask.field("password"), &ask.address) {
        Ok(()) => Ok(Answer::to(to)),
        Err(refused) => {
            let words = said(refused)?;
            Ok(Answer::page_of(403, ask, &mine::prove(&ask.csrf, &to, Some(&words))))
        }
    }
}

pub(in crate::web) fn ending_session(ask: &Ask<'_>) -> Done {
    ask.server().end_session(&ask.caller, ask.field("id"))?;
    Ok(Answer::to("/account"))
}

pub(in crate::web) fn making_token(ask: &Ask<'_>) -> Done {
    ask.server().proven(&ask.caller, &ask.moment).map_err(|_| Refused::Prove)?;
    let days = ask.field("days").trim().parse().unwrap_or(0);
    match ask.server().make_token(&ask.caller, &ask.moment, ask.field("name"), ask.field("writes") == "yes", days) {
        Ok(secret) => Ok(Answer::page(ask, &draw(ask, Some(&secret), None)?)),
        Err(refused) => {
            let words = said(refused)?;
            Ok(Answer::page_of(422, ask, &draw(ask, None, Some(&words))?))
        }
    }
}

pub(in crate::web) fn ending_token(ask: &Ask<'_>) -> Done {
    ask.server().end_token(&ask.caller, ask.field("id"))?;
    Ok(Answer::to("/account"))
}

pub(in crate::web) fn changing_password(ask: &Ask<'_>) -> Done {
    match ask.server().change_password(&ask.caller, &ask.moment, ask.field("password")) {
        Ok(()) => Ok(Answer::to("/account")),
        Err(refused) => {
            let words = said(refused)?;
            Ok(Answer::page_of(422, ask, &draw(ask, None, Some(&words))?))
        }
    }
}
