//! One's account: sessions, API tokens, password.

use jiff::tz::TimeZone;
use maud::html;
use rung_app::server::accounts::{SessionLine, TokenLine};

use super::{
    mine::undo,
    page,
    parts::{Field, check, day_of, form, hero, moment, section, wrong},
};
use crate::{frame::Body, words};

/// The page.
pub fn account(
    login: &str,
    sessions: &[SessionLine],
    tokens: &[TokenLine],
    secret: Option<&str>,
    zone: &TimeZone,
    csrf: &str,
    said: Option<&str>,
) -> Body {
    let main = html! {
        (hero("Account", login, "Where you are logged in, and what may act for you.", &html! {
            (wrong(said))
            @if let Some(secret) = secret { div { p.note { strong { "This is the token. It is shown this once." } } p.secret { (secret) } } }
        }))
        (section("sessions", "Sessions", &words::capital(&words::count(sessions.len(), "session", "sessions")), "A session ends after twelve hours without use, and after a fortnight in any case.", &html! {
            ul.ruled { @for one in sessions { li {
                b { (one.agent) } @if one.own { ", this one" } span.who { "since " (moment(one.created, zone)) ", last used " (moment(one.seen, zone)) }
                @if !one.own { (undo("/account/sessions/end", csrf, "End it", &one.agent, &one.id)) }
            } } }
        }))
        (section("tokens", "API tokens", &if tokens.is_empty() { "Nothing acts for you".to_owned() } else { words::capital(&words::count(tokens.len(), "token", "tokens")) }, "A token sees what you see, through the API alone; none ever shares, exports or erases.", &html! {
            ul.ruled { @for one in tokens { li {
                b { (one.name) } ", " @if one.writes { "reads and writes" } @else { "reads" } span.who { "until " (day_of(one.expires, zone)) ", " @if let Some(used) = one.used { "last used " (moment(used, zone)) } @else { "never used" } }
                (undo("/account/tokens/end", csrf, "End it", &one.name, &one.id))
            } } }
            (form("/account/tokens", csrf, &html! {
                (Field::text("name", "What it is for").draw())
                (Field::text("days", "Days it holds").of("number").with("90").note("365 at most.").draw())
                (check("writes", "yes", "It may also change things", false))
                div { button.btn type="submit" { "Make a token" } }
            }))
            p.small { "What it can ask: " a href="/api/v1" { "the API" } "." }
        }))
        (section("change-password", "Password", "Change the password", "Every other session ends with that.", &form("/account/password", csrf, &html! {
            (Field::text("password", "The new password").of("password").complete("new-password").note("Twelve characters at least.").draw())
            div { button.btn type="submit" { "Change it" } }
        })))
    };
    let mut body = page("Account", "Sessions, tokens and password.", main);
    body.foot.push(format!("Times in {}.", zone.iana_name().unwrap_or("UTC")));
    body
}
