//! The way in: set up, log in, take an invitation up, and what is held and who sees it.

use maud::html;

use super::{
    page,
    parts::{Field, form, hero, section, wrong},
};
use crate::frame::Body;

/// The first page of an empty server.
pub fn set_up(csrf: &str, zone: &str, said: Option<&str>) -> Body {
    let inner = html! {
        (Field::text("organisation", "Name of the organisation").draw())
        (Field::text("zone", "Time zone").with(zone).note("An IANA name, such as Europe/Berlin; people may have their own in the roster.").draw())
        (Field::text("login", "Your e-mail address").of("email").complete("username").draw())
        (Field::text("password", "A password").of("password").complete("new-password").note("Twelve characters at least; a sentence is easiest to keep.").draw())
        div { button.btn.main type="submit" { "Set up" } }
    };
    let main = html! {
        (hero("Set up", "Who will look after this server?", "This makes you its administrator. An administrator sets things up and is not a reader: nobody’s weeks are shown to you.", &html! { (wrong(said)) (form("/setup", csrf, &inner)) }))
    };
    page("Set up", "Set the organisation up.", main)
}

/// The page to log in.
pub fn log_in(
    csrf: &str,
    to: &str,
    login: &str,
    said: Option<&str>,
    ready: &[(String, String)],
    password: &str,
) -> Body {
    let inner = html! {
        input type="hidden" name="to" value=(to);
        (Field::text("login", "E-mail address").of("email").with(login).complete("username").draw())
        (Field::text("password", "Password").of("password").complete("current-password").draw())
        div { button.btn.main type="submit" { "Log in" } }
    };
    let main = html! {
        (hero("Rung", "Log in", if ready.is_empty() { "What you see here is yours: nobody else sees your weeks unless you show them." } else { "This is a demonstration. Everyone in it is invented, and it is gone when you stop it." },
            &html! { (wrong(said)) @if ready.is_empty() { (form("/login", csrf, &inner)) } }))
        @if !ready.is_empty() {
            (section("ready", "Ready to look around", "Be one of these", "", &html! {
                ul.ruled { @for (login, what) in ready { li {
                    form.row.base action="/login" method="post" {
                        (crate::frame::token(csrf))
                        input type="hidden" name="to" value="/";
                        input type="hidden" name="login" value=(login);
                        input type="hidden" name="password" value=(password);
                        button.btn type="submit" { "Log in as the " (what) }
                        span.small { (login) }
                    }
                } } }
            }))
            (section("other", "Or anybody else", "Every person of the example has a login", "", &html! { p.note { "The password of all of them: " code { (password) } } (form("/login", csrf, &inner)) }))
        }
    };
    page("Log in", "Log in to Rung.", main)
}

/// The page of an invitation.
pub fn invitation(csrf: &str, secret: &str, login: &str, said: Option<&str>) -> Body {
    let inner = html! {
        input type="hidden" name="login" value=(login) autocomplete="username";
        (Field::text("password", "A password").of("password").complete("new-password").note("Twelve characters at least; a sentence is easiest to keep.").draw())
        div { button.btn.main type="submit" { "Begin" } }
    };
    let main = html! {
        (hero("Invitation", "Choose a password", &format!("Your login is {login}."), &html! { (wrong(said)) (form(&format!("/invitation/{secret}"), csrf, &inner)) }))
    };
    page("Invitation", "Take an invitation up.", main)
}

/// What is held and who sees it: everybody's first page, and always there.
pub fn privacy(csrf: Option<&str>, person: bool, months: i64, shared_sources: bool, least: &str) -> Body {
    let rows: [(&str, String, &str); 6] = [
        (
            "Your weeks: the split, the reading, the findings, every day",
            format!("facts without words and weekly minutes for {months} months"),
            "You alone. Nobody can switch that off, an administrator neither.",
        ),
        (
            "Titles, attendees and text of what your sources hold",
            "14 days, for corrections; then they are gone".to_owned(),
            "You alone.",
        ),
        (
            "A snapshot you share",
            "until the day you name, or until you take it back".to_owned(),
            "Those you name, and what you chose.",
        ),
        (
            "Figures of a team",
            "of eight whole weeks".to_owned(),
            "Colleagues, where at least as many people stand behind them as the policy says, and nobody can be worked out.",
        ),
        (
            "Your place: teams, reporting lines, roles, declared responsibilities",
            "as long as the roster says it".to_owned(),
            "Everybody who can log in.",
        ),
        (
            "Who looked at what about you",
            "24 months".to_owned(),
            "You. Administrator and works council see that something was done, not what was seen.",
        ),
    ];
    let main = html! {
        (hero("What is held, and who sees it", "A mirror, not surveillance", "Rung reads where your time goes and shows it to you. This page is the same for everybody.", &html! {}))
        (section("held", "What is held", "Your weeks are yours", &format!("Figures of several people need {least} people at least."), &html! {
            table.cards {
                thead { tr { th scope="col" { "What" } th scope="col" { "How long" } th scope="col" { "Who sees it" } } }
                tbody { @for (what, long, who) in &rows { tr { th scope="row" { (what) } td data-l="How long" { (long) } td data-l="Who sees it" { (who) } } } }
            }
        }))
        (section("never", "Never", "What Rung does not do", "", &html! {
            ul.plain {
                li { "No score, no ranking, no percentile, no sorting of people by anything measured." }
                li { "No chat or mail content, no keystrokes, no screenshots, no location, no guess at health or mood." }
                li { "Nothing is sent anywhere but to the sources that were connected." }
                li { @if shared_sources { "Repositories, forges and trackers of the organisation are read, and what you did in them becomes a source of your own reading. You can ask not to be measured, on " @if person { a href="/my-data" { "My data" } } @else { "the page My data" } "." } @else { "Sources of the organisation are not read: that switch is off, and would be announced a fortnight before." } }
            }
        }))
        @if let Some(csrf) = csrf {
            (section("go", "Begin", "That is all of it", "You find this page at the foot of every other one.", &form("/privacy", csrf, &html! { div { button.btn.main type="submit" { "I have read it" } } })))
        }
    };
    page("What is held, and who sees it", "What Rung holds about people and who sees it.", main)
}
