//! Sources, jobs, and my data.

use std::path::PathBuf;

use rung_app::server::{Refused, sources::Place};
use rung_views::web::{
    mine,
    sources::{self, Whose},
};

use super::said;
use crate::web::{
    answer::{Answer, Done, JSON},
    ask::Ask,
};

fn draw(ask: &Ask<'_>, whose: Whose, said: Option<&str>) -> Result<rung_views::frame::Body, Refused> {
    let of_organisation = whose == Whose::Organisation;
    let all = ask.server().sources(&ask.caller, &ask.moment, of_organisation)?;
    let mut jobs = ask.server().jobs(&ask.caller)?;
    jobs.retain(|job| job.of_organisation == of_organisation);
    jobs.truncate(8);
    let folders = ask.caller.account.as_ref().is_some_and(|own| own.administrator);
    Ok(sources::page(whose, &all, &jobs, folders, &ask.server().zone()?, &ask.csrf, said))
}

pub(in crate::web) fn sources(ask: &Ask<'_>) -> Done {
    Ok(Answer::page(ask, &draw(ask, Whose::Own, None)?))
}

pub(in crate::web) fn shared_sources(ask: &Ask<'_>) -> Done {
    Ok(Answer::page(ask, &draw(ask, Whose::Organisation, None)?))
}

pub(in crate::web) fn connecting(ask: &Ask<'_>) -> Done {
    connect(ask, Whose::Own)
}

pub(in crate::web) fn connecting_shared(ask: &Ask<'_>) -> Done {
    connect(ask, Whose::Organisation)
}

fn connect(ask: &Ask<'_>, whose: Whose) -> Done {
    let place = match (ask.optional("address"), ask.optional("place"), ask.files.get("file")) {
        (Some(address), ..) => Place::Address(address),
        (None, Some(path), _) => Place::Folder(PathBuf::from(path)),
        (None, None, Some(file)) => Place::File(file.name.clone(), file.bytes.clone()),
        (None, None, None) => Place::File(String::new(), Vec::new()),
    };
    let of_organisation = whose == Whose::Organisation;
    let done =
        ask.server().connect(&ask.caller, &ask.moment, of_organisation, ask.field("kind"), ask.field("name"), &place);
    match done {
        Ok((_, job)) => Ok(Answer::to(format!("/jobs/{job}"))),
        Err(refused) => {
            let words = said(refused)?;
            Ok(Answer::page_of(422, ask, &draw(ask, whose, Some(&words))?))
        }
    }
}

fn whose(ask: &Ask<'_>) -> Whose {
    if ask.path.starts_with("/admin/") { Whose::Organisation } else { Whose::Own }
}

pub(in crate::web) fn again(ask: &Ask<'_>) -> Done {
    let file = ask.files.get("file").map(|file| (file.name.clone(), file.bytes.clone()));
    match ask.server().read_again(&ask.caller, &ask.moment, ask.field("id"), file.as_ref()) {
        Ok(job) => Ok(Answer::to(format!("/jobs/{job}"))),
        Err(refused) => {
            let words = said(refused)?;
            Ok(Answer::page_of(422, ask, &draw(ask, whose(ask), Some(&words))?))
        }
    }
}

pub(in crate::web) fn removing(ask: &Ask<'_>) -> Done {
    ask.server().disconnect(&ask.caller, &ask.moment, ask.field("id"))?;
    Ok(Answer::to(if whose(ask) == Whose::Organisation { "/admin/sources" } else { "/me/sources" }))
}

pub(in crate::web) fn job(ask: &Ask<'_>) -> Done {
    let job = ask.server().job(&ask.caller, ask.part("job"))?;
    let back = if job.of_organisation { "/admin/sources" } else { "/me/sources" };
    Ok(Answer::page(ask, &sources::job(&job, &ask.server().zone()?, back)))
}

pub(in crate::web) fn data(ask: &Ask<'_>) -> Done {
    let server = ask.server();
    let held = server.held(&ask.caller, &ask.moment)?;
    let looked = server.who_looked(&ask.caller, &ask.moment, None)?;
    let measured = ask.caller.account.as_ref().is_none_or(|own| own.measured);
    Ok(Answer::page(ask, &mine::data(&held, &looked, &server.names()?, measured, &server.zone()?, &ask.csrf)))
}

pub(in crate::web) fn export(ask: &Ask<'_>) -> Done {
    let all = ask.server().export(&ask.caller, &ask.moment)?;
    let body = serde_json::to_vec_pretty(&all).map_err(|error| Refused::field("export", error.to_string()))?;
    Ok(Answer::file(JSON, "rung-my-data.json", body))
}

pub(in crate::web) fn weeks_csv(ask: &Ask<'_>) -> Done {
    let text = ask.server().weeks_csv(&ask.caller, &ask.moment)?;
    Ok(Answer::file("text/csv; charset=utf-8", "rung-my-weeks.csv", text.into_bytes()))
}

pub(in crate::web) fn erase(ask: &Ask<'_>) -> Done {
    ask.server().proven(&ask.caller, &ask.moment)?;
    Ok(Answer::page(ask, &mine::erase(&ask.csrf, None)))
}

pub(in crate::web) fn erasing(ask: &Ask<'_>) -> Done {
    let rows = ask.server().erase(&ask.caller, &ask.moment)?;
    Ok(Answer::page(ask, &mine::erased(rows)))
}

pub(in crate::web) fn measured(ask: &Ask<'_>) -> Done {
    ask.server().set_measured(&ask.caller, &ask.moment, ask.field("measured") == "yes")?;
    Ok(Answer::to("/my-data"))
}
