//! The way in: home, set up, log in and out, invitation, what is held and who sees it; assets and health.

use rung_app::server::{Refused, demo::PASSWORD};
use rung_views::web::{door, style};

use super::{own_path, said};
use crate::web::{
    answer::{Answer, Done},
    ask::Ask,
};

pub(in crate::web) fn home(ask: &Ask<'_>) -> Done {
    if ask.server().organisation()?.is_none() {
        return Ok(Answer::to("/setup"));
    }
    let Some(account) = &ask.caller.account else { return Err(Refused::LogIn) };
    Ok(Answer::to(match (account.welcomed, &account.person, account.administrator) {
        (None, ..) => "/privacy",
        (_, Some(_), _) => "/me",
        (_, None, true) => "/admin",
        (_, None, false) => "/teams",
    }))
}

pub(in crate::web) fn healthz(ask: &Ask<'_>) -> Done {
    if ask.server().answers() {
        Ok(Answer::text("text/plain; charset=utf-8", "ok\n".to_owned()))
    } else {
        Err(Refused::Wait { seconds: 5 })
    }
}

pub(in crate::web) fn asset(ask: &Ask<'_>) -> Done {
    match ask.part("file") {
        "rung.css" => Ok(Answer::asset("text/css; charset=utf-8", ask.site.styles.clone().into_bytes())),
        "rung.js" => Ok(Answer::asset("text/javascript; charset=utf-8", rung_views::frame::SCRIPT.as_bytes().to_vec())),
        "rung.svg" => Ok(Answer::asset("image/svg+xml", rung_views::frame::ICON.as_bytes().to_vec())),
        _ => Err(if ask.caller.account.is_some() { Refused::NotThere } else { Refused::LogIn }),
    }
}

pub(in crate::web) fn set_up(ask: &Ask<'_>) -> Done {
    if ask.server().organisation()?.is_some() {
        return Ok(Answer::to("/"));
    }
    Ok(Answer::page(ask, &door::set_up(&ask.csrf, &crate::surroundings::zone(), None)))
}

pub(in crate::web) fn setting_up(ask: &Ask<'_>) -> Done {
    let (name, zone) = (ask.field("organisation"), ask.field("zone"));
    let done = ask.server().set_up(&ask.moment, name, zone, ask.field("login"), ask.field("password"), &ask.agent);
    match done {
        Ok(secret) => Ok(Answer::with_session("/privacy", secret)),
        Err(Refused::NotThere) => Ok(Answer::to("/")),
        Err(refused) => Ok(Answer::page_of(422, ask, &door::set_up(&ask.csrf, zone, Some(&said(refused)?)))),
    }
}

fn log_in_page(ask: &Ask<'_>, to: &str, login: &str, said: Option<&str>) -> rung_views::frame::Body {
    door::log_in(&ask.csrf, to, login, said, &ask.site.ready, PASSWORD)
}

pub(in crate::web) fn log_in(ask: &Ask<'_>) -> Done {
    if ask.server().organisation()?.is_none() {
        return Ok(Answer::to("/setup"));
    }
    if ask.caller.account.is_some() {
        return Ok(Answer::to(own_path(ask.query("to"))));
    }
    Ok(Answer::page(ask, &log_in_page(ask, &own_path(ask.query("to")), "", None)))
}

pub(in crate::web) fn logging_in(ask: &Ask<'_>) -> Done {
    let (login, to) = (ask.field("login"), own_path(ask.field("to")));
    match ask.server().log_in(&ask.moment, login, ask.field("password"), &ask.address, &ask.agent) {
        Ok(secret) => Ok(Answer::with_session(to, secret)),
        Err(refused) => {
            let status = if matches!(refused, Refused::Wait { .. }) { 429 } else { 403 };
            Ok(Answer::page_of(status, ask, &log_in_page(ask, &to, login, Some(&said(refused)?))))
        }
    }
}

pub(in crate::web) fn logging_out(ask: &Ask<'_>) -> Done {
    ask.server().log_out(&ask.caller)?;
    Ok(Answer::with_session("/login", String::new()))
}

pub(in crate::web) fn invitation(ask: &Ask<'_>) -> Done {
    let secret = ask.part("secret");
    let login = ask.server().invited(&ask.moment, secret)?;
    Ok(Answer::page(ask, &door::invitation(&ask.csrf, secret, &login, None)))
}

pub(in crate::web) fn accepting(ask: &Ask<'_>) -> Done {
    let secret = ask.part("secret");
    match ask.server().accept(&ask.moment, secret, ask.field("password"), &ask.agent) {
        Ok(session) => Ok(Answer::with_session("/privacy", session)),
        Err(refused) => {
            let login = ask.server().invited(&ask.moment, secret)?;
            Ok(Answer::page_of(422, ask, &door::invitation(&ask.csrf, secret, &login, Some(&said(refused)?))))
        }
    }
}

pub(in crate::web) fn privacy(ask: &Ask<'_>) -> Done {
    let policy = ask.server().in_force(&ask.moment)?;
    let new = ask.caller.account.as_ref().is_some_and(|own| own.welcomed.is_none());
    let csrf = new.then_some(ask.csrf.as_str());
    Ok(Answer::page(
        ask,
        &door::privacy(csrf, ask.caller.person().is_some(), policy.months, policy.shared_sources, &policy.least),
    ))
}

pub(in crate::web) fn welcomed(ask: &Ask<'_>) -> Done {
    ask.server().welcome(&ask.caller, &ask.moment)?;
    Ok(Answer::to("/"))
}

pub(in crate::web) fn style(ask: &Ask<'_>) -> Done {
    Ok(Answer::page(ask, &style::style(&ask.csrf)))
}
