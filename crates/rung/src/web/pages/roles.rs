//! The framework in force, as its own site.

use rung_app::server::Refused;

use crate::web::{
    answer::{Answer, Done},
    ask::Ask,
};

pub(in crate::web) fn first(_: &Ask<'_>) -> Done {
    Ok(Answer::to("/roles/"))
}

pub(in crate::web) fn index(ask: &Ask<'_>) -> Done {
    show(ask, "index.html")
}

pub(in crate::web) fn page(ask: &Ask<'_>) -> Done {
    show(ask, ask.part("path"))
}

fn show(ask: &Ask<'_>, path: &str) -> Done {
    let book = ask.site.book()?;
    if let Some(body) = book.get(path) {
        let body = if path == "index.html" { rung_views::web::people::with_exports(body) } else { body.clone() };
        return Ok(Answer::page(ask, &body));
    }
    let framework = &ask.server().opened()?.framework;
    match path {
        "framework.toml" => {
            let text = rung_app::framework::convert(framework, rung_sources::framework::Notation::Toml);
            Ok(Answer::file("application/toml", "framework.toml", text.into_bytes()))
        }
        "framework.md" => Ok(Answer::file(
            "text/markdown; charset=utf-8",
            "framework.md",
            rung_views::site::markdown(framework).into_bytes(),
        )),
        "framework.csv" => {
            Ok(Answer::file("text/csv; charset=utf-8", "framework.csv", rung_views::site::csv(framework).into_bytes()))
        }
        _ => Err(if ask.caller.account.is_some() { Refused::NotThere } else { Refused::LogIn }),
    }
}
