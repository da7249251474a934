//! The organisation: tree, roll-up, people, search.

use rung_app::{
    server::{Refused, search::Found},
    wire::v1::{
        org::{Person, Rollup, Who},
        rollup::Time,
    },
};
use rung_views::{
    org,
    web::{people as view, team::with_day},
};

use crate::web::{
    answer::{Answer, Done},
    ask::Ask,
};

/// People of a page.
const PAGE: usize = 100;

pub(in crate::web) fn tree(ask: &Ask<'_>) -> Done {
    let (opened, at) = ask.server().organisation_on(&ask.caller, &ask.moment, ask.day_asked("on")?)?;
    let body = org::tree_body(&opened, &opened.view(at));
    Ok(Answer::page(ask, &with_day(body, "/teams", &at.day.to_string())))
}

pub(in crate::web) fn rollup(ask: &Ask<'_>) -> Done {
    let (opened, at) = ask.server().organisation_on(&ask.caller, &ask.moment, ask.day_asked("on")?)?;
    let view = opened.view(at);
    let team = ask.query("team");
    let team = if team.is_empty() { None } else { Some(view.team(team).ok_or(Refused::NotThere)?) };
    let mut own = Rollup::of(&opened, &view, team);
    // Who may not see figures of several people sees the structure alone.
    if let Ok(published) = ask.server().published(&ask.caller, &ask.moment) {
        own.time = Some(Time::of(&view, &published, team));
    }
    let body = org::rollup_body(&own, &view);
    Ok(Answer::page(ask, &with_day(body, "/organisation", &at.day.to_string())))
}

/// The roster as it stands on a day, as other tools read it: structure, which everybody sees.
pub(in crate::web) fn roster_csv(ask: &Ask<'_>) -> Done {
    let (opened, at) = ask.server().organisation_on(&ask.caller, &ask.moment, ask.day_asked("on")?)?;
    let text = rung_app::org::import::exported(&opened, at, "csv");
    Ok(Answer::file("text/csv; charset=utf-8", "rung-roster.csv", text.into_bytes()))
}

pub(in crate::web) fn people(ask: &Ask<'_>) -> Done {
    let (opened, at) = ask.server().organisation_on(&ask.caller, &ask.moment, None)?;
    let view = opened.view(at);
    let mut all: Vec<(Who, String)> = view
        .people
        .iter()
        .filter(|person| person.here)
        .map(|person| {
            let team = person.home.map(|team| view.teams[team].team.name.clone()).unwrap_or_default();
            (Who { id: person.person.id.clone(), name: person.person.name.clone() }, team)
        })
        .collect();
    all.sort_by(|a, b| (&a.0.name, &a.0.id).cmp(&(&b.0.name, &b.0.id)));
    let after = ask.query("after");
    let start =
        if after.is_empty() { 0 } else { all.iter().position(|(who, _)| who.id == after).map_or(0, |at| at + 1) };
    let page: Vec<(Who, String)> = all.iter().skip(start).take(PAGE).cloned().collect();
    let next = (start + PAGE < all.len()).then(|| page.last().map(|(who, _)| who.id.clone())).flatten();
    Ok(Answer::page(ask, &view::everybody(&page, next.as_deref(), start > 0)))
}

pub(in crate::web) fn person(ask: &Ask<'_>) -> Done {
    let (opened, at) = ask.server().organisation_on(&ask.caller, &ask.moment, None)?;
    let view = opened.view(at);
    let place = view.person(ask.part("person")).filter(|at| view.people[*at].here).ok_or(Refused::NotThere)?;
    let role = view.people[place].holdings.first().and_then(|(_, role)| *role);
    let role = role.map(|role| (role_path(ask, &role.id), role.name.clone()));
    let own = Person::of(&opened, &view, place);
    Ok(Answer::page(ask, &view::person(&own, role.as_ref().map(|(path, name)| (path.as_str(), name.as_str())))))
}

fn role_path(ask: &Ask<'_>, id: &str) -> String {
    let slug = id.replace('_', "-");
    let path = format!("role/{slug}.html");
    let there = ask.site.book().is_ok_and(|book| book.contains_key(&path));
    if there { format!("/roles/{path}") } else { "/roles/".to_owned() }
}

pub(in crate::web) fn search(ask: &Ask<'_>) -> Done {
    let word: String = ask.query("q").chars().take(100).collect();
    let found = ask.server().search(&ask.caller, &ask.moment, &word)?;
    let path = |one: &Found| match one.sort {
        "person" => format!("/people/{}", rung_views::web::part(&one.id)),
        "team" => format!("/teams/{}", rung_views::web::part(&one.id)),
        "position" => {
            let path = format!("level/{}.html", one.id.to_lowercase());
            let there = ask.site.book().is_ok_and(|book| book.contains_key(&path));
            if there { format!("/roles/{path}") } else { "/roles/".to_owned() }
        }
        _ => role_path(ask, &one.id),
    };
    let found: Vec<(String, Found)> = found.into_iter().map(|one| (path(&one), one)).collect();
    Ok(Answer::page(ask, &view::search(&word, &found)))
}

/// Names of people by id, for pages that need them.
pub(super) fn names(ask: &Ask<'_>) -> Result<impl Fn(&str) -> String + use<>, Refused> {
    let opened = ask.server().opened()?;
    Ok(move |id: &str| opened.roster.person(id).map_or_else(|| id.to_owned(), |person| person.name.clone()))
}
