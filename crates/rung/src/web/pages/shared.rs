//! Snapshots: sharing, opening, taking back.

use rung_app::server::{Refused, sharing::Wanted};
use rung_model::roster::At;
use rung_views::web::{With, share};

use super::said;
use crate::web::{
    answer::{Answer, Done},
    ask::Ask,
};

fn people(ask: &Ask<'_>) -> Result<Vec<(String, String)>, Refused> {
    let opened = ask.server().opened()?;
    let view = opened.view(At::day(ask.server().today(&ask.moment)?));
    let own = ask.caller.person();
    let mut all: Vec<(String, String)> = view
        .people
        .iter()
        .filter(|person| person.here && Some(person.person.id.as_str()) != own)
        .map(|person| (person.person.id.clone(), person.person.name.clone()))
        .collect();
    all.sort_by(|a, b| (&a.1, &a.0).cmp(&(&b.1, &b.0)));
    // Two of one name are told apart by their team.
    let named: Vec<String> = all.iter().map(|(_, name)| name.clone()).collect();
    for (id, name) in &mut all {
        if named.iter().filter(|other| *other == name).count() > 1 {
            let team =
                view.person(id).and_then(|at| view.people[at].home).map(|team| view.teams[team].team.name.as_str());
            name.push_str(&format!(" ({})", team.unwrap_or(id)));
        }
    }
    Ok(all)
}

fn draw(
    ask: &Ask<'_>,
    asked: &share::Asked,
    preview: Option<&rung_app::wire::v1::shared::Frozen>,
    said: Option<&str>,
) -> Result<rung_views::frame::Body, Refused> {
    let server = ask.server();
    let made = server.shared(&ask.caller, &ask.moment)?;
    let sent = server.sent(&ask.caller, &ask.moment)?;
    Ok(share::page(asked, &made, &sent, &people(ask)?, preview, With { zone: &server.zone()?, csrf: &ask.csrf, said }))
}

pub(in crate::web) fn list(ask: &Ask<'_>) -> Done {
    let today = ask.server().today(&ask.moment)?;
    let asked = share::Asked {
        first: today.saturating_sub(jiff::Span::new().weeks(8)).to_string(),
        last: today.saturating_sub(jiff::Span::new().days(1)).to_string(),
        fields: vec!["split".to_owned(), "reading".to_owned()],
        to: Vec::new(),
        until: today.saturating_add(jiff::Span::new().days(14)).to_string(),
        note: String::new(),
    };
    Ok(Answer::page(ask, &draw(ask, &asked, None, None)?))
}

pub(in crate::web) fn sharing(ask: &Ask<'_>) -> Done {
    let asked = share::Asked {
        first: ask.field("first").to_owned(),
        last: ask.field("last").to_owned(),
        fields: ask.fields("fields"),
        to: ask.fields("to"),
        until: ask.field("until").to_owned(),
        note: ask.field("note").to_owned(),
    };
    let wanted = || -> Result<Wanted, Refused> {
        Ok(Wanted {
            first: ask.day("first")?,
            last: ask.day("last")?,
            fields: asked.fields.clone(),
            to: asked.to.clone(),
            until: ask.day("until")?,
            note: asked.note.clone(),
        })
    };
    let keep = ask.field("step") == "keep";
    let done = wanted().and_then(|wanted| {
        if keep {
            return ask.server().share(&ask.caller, &ask.moment, &wanted).map(Err);
        }
        ask.server().try_share(&ask.caller, &ask.moment, &wanted).map(Ok)
    });
    match done {
        Ok(Err(id)) => Ok(Answer::to(format!("/snapshots/{id}"))),
        Ok(Ok(frozen)) => Ok(Answer::page(ask, &draw(ask, &asked, Some(&frozen), None)?)),
        Err(refused) => {
            let words = said(refused)?;
            Ok(Answer::page_of(422, ask, &draw(ask, &asked, None, Some(&words))?))
        }
    }
}

pub(in crate::web) fn revoking(ask: &Ask<'_>) -> Done {
    ask.server().revoke(&ask.caller, &ask.moment, ask.field("id"))?;
    Ok(Answer::to("/me/shared"))
}

pub(in crate::web) fn open(ask: &Ask<'_>) -> Done {
    let view = ask.server().open_snapshot(&ask.caller, &ask.moment, ask.part("snapshot"))?;
    Ok(Answer::page(ask, &share::opened(&view, &ask.server().zone()?)))
}
