//! A team on a terminal.

use rung_app::wire::v1::{
    org::Who,
    team::{Answers, Contract, Evidence, Map, Mix, Move, Proposals, Split, Step, Team},
};
use rung_measure::own::map::State;
use rung_model::bucket::Bucket;

use super::ink::Ink;

/// Hours to one decimal at most.
fn hours(hours: f64) -> String {
    let tenths = (hours * 10.0).round() / 10.0;
    if tenths.fract() == 0.0 { format!("{tenths:.0}") } else { format!("{tenths:.1}") }
}

fn names(people: &[Who]) -> String {
    if people.is_empty() {
        return "nobody".to_owned();
    }
    people.iter().map(|who| who.name.as_str()).collect::<Vec<_>>().join(" and ")
}

fn state(id: &str) -> &'static str {
    State::ALL.into_iter().find(|state| state.id() == id).map_or("", State::words)
}

fn shares(split: &Split) -> String {
    let part = |bucket: Bucket| format!("{:.0}", split.share(bucket) * 100.0);
    format!("{}/{}/{} %", part(Bucket::Strategy), part(Bucket::People), part(Bucket::Building))
}

/// People, roles and leads.
pub(crate) fn show(team: &Team, ink: Ink) -> String {
    let mut out =
        format!("{}  {}\n", ink.strong(&team.team.name), ink.faint(&format!("{} on {}", team.team.id, team.on)));
    if !team.above.is_empty() {
        out.push_str(&format!(
            "  within {}\n",
            team.above.iter().map(|t| t.name.as_str()).collect::<Vec<_>>().join(" < ")
        ));
    }
    if !team.under.is_empty() {
        out.push_str(&format!(
            "  holds {}\n",
            team.under.iter().map(|t| t.name.as_str()).collect::<Vec<_>>().join(", ")
        ));
    }
    out.push_str(&format!("\n{}\n", ink.strong("People")));
    let wide = team.people.iter().map(|one| one.who.name.chars().count()).max().unwrap_or_default();
    for one in &team.people {
        let mut about = one.holds.clone();
        about.extend(one.part.clone());
        if one.share < 1.0 {
            about.push(format!("{:.0} % of the time", one.share * 100.0));
        }
        if one.on_leave {
            about.push("on leave".to_owned());
        }
        out.push_str(&format!("  {:<wide$}  {}\n", one.who.name, about.join(", ")));
    }
    for vacancy in &team.vacancies {
        out.push_str(&format!("  {:<wide$}  {}, {}\n", "to be filled", vacancy.position, vacancy.status));
    }
    out.push_str(&mix(&team.mix, ink));
    out
}

fn mix(mix: &Mix, ink: Ink) -> String {
    let mut out = format!("\n{}  strategy/people/building\n", ink.strong("Roles"));
    for role in &mix.roles {
        let expected = match (&role.split, role.sourced) {
            (Some(own), true) => format!("{} (sourced)", shares(own)),
            (Some(own), false) => format!("{} (our synthesis)", shares(own)),
            (None, _) => "no split known".to_owned(),
        };
        out.push_str(&format!("  {:<28} {:>4} full time  {expected}\n", role.name, hours(role.fte)));
    }
    if let Some(sum) = &mix.sum {
        out.push_str(&format!("  {:<28} {:>4} full time  {}\n", "together", hours(mix.counted_fte), shares(sum)));
    }
    if !mix.without_role.is_empty() {
        out.push_str(&format!(
            "  no role stated: {}\n",
            mix.without_role.iter().map(|w| w.name.as_str()).collect::<Vec<_>>().join(", ")
        ));
    }
    out.push_str(&format!("\n{}\n", ink.strong("Who leads")));
    out.push_str(&format!("  the system  {}\n  the people  {}\n", names(&mix.tech_leads), names(&mix.people_leads)));
    for held in &mix.standing_in {
        out.push_str(&format!("  {} as {}: {}\n", held.person.name, held.role, held.basis));
    }
    for both in &mix.both {
        out.push_str(&format!("\n{} leads the system and the people", ink.strong(&both.person.name)));
        if let Some(expected) = &both.expected {
            out.push_str(&format!("; the two roles ask for {}", shares(expected)));
        }
        out.push('\n');
        if both.split_because.is_empty() {
            out.push_str("  one person may hold both while the team is small\n");
        } else {
            out.push_str("  time for two people:\n");
        }
        for reason in &both.split_because {
            out.push_str(&format!("  - {reason}\n"));
        }
    }
    out
}

/// The matrix: O owns, c contributes.
pub(crate) fn map(map: &Map, ink: Ink) -> String {
    let mut out = format!("{} on {}: who carries what, as declared\n\n", ink.strong(&map.team.name), map.on);
    let wide = map.responsibilities.iter().map(|r| r.name.chars().count()).max().unwrap_or(0).clamp(14, 44);
    let heads: Vec<String> = map.leads.iter().map(|lead| short(&lead.who.name)).collect();
    let columns: Vec<usize> = heads.iter().map(|head| head.chars().count().max(5)).collect();
    let cells = |cells: &[String]| -> String {
        cells.iter().zip(&columns).map(|(cell, wide)| format!("  {cell:^wide$}")).collect()
    };
    out.push_str(&format!("{:<wide$}  {:>5}{}  state\n", "responsibility", "h", cells(&heads)));
    for duty in &map.responsibilities {
        let cell = |lead: &rung_app::wire::v1::team::Lead| {
            if duty.owners.contains(&lead.who) {
                "O".to_owned()
            } else if duty.contributors.contains(&lead.who) {
                "c".to_owned()
            } else {
                "·".to_owned()
            }
        };
        let row: Vec<String> = map.leads.iter().map(cell).collect();
        let mut said = state(&duty.state).to_owned();
        if !matches!(duty.state.as_str(), "ok" | "shared") {
            said = ink.strong(&said);
        }
        if duty.trial {
            said.push_str(", on trial");
        }
        if let Some(sight) = &duty.sight {
            said.push_str(&format!("; {}", sight.replace('_', " ")));
        }
        out.push_str(&format!("{:<wide$}  {:>5}{}  {said}\n", clip(&duty.name, wide), hours(duty.hours), cells(&row)));
    }
    let loads: Vec<String> = map.leads.iter().map(|lead| hours(lead.hours)).collect();
    let haves: Vec<String> = map.leads.iter().map(|lead| lead.capacity.map_or_else(|| "?".to_owned(), hours)).collect();
    out.push_str(&format!("\n{:<wide$}  {:>5}{}\n", "hours carried", "", cells(&loads)));
    out.push_str(&format!("{:<wide$}  {:>5}{}\n\n", "hours declared", "", cells(&haves)));
    let told = [State::Unowned, State::Contested, State::SinglePoint, State::Shared];
    let counts: Vec<String> = told
        .into_iter()
        .filter(|state| map.count(*state) > 0)
        .map(|state| format!("{} {}", map.count(state), state.words()))
        .collect();
    if !counts.is_empty() {
        out.push_str(&format!("{}\n", counts.join("; ")));
    }
    for lead in map.leads.iter().filter(|lead| lead.over > 0.0) {
        let capacity = lead.capacity.unwrap_or(0.0);
        out.push_str(&format!(
            "{} carries {} h of {}: {} too many\n",
            lead.who.name,
            hours(lead.hours),
            hours(capacity),
            hours(lead.over)
        ));
    }
    if let Some(evidence) = &map.evidence {
        out.push_str(&ground(evidence));
    }
    out.push_str(&format!("\nO owns, c contributes. A better split: rung team split {}\n", map.team.id));
    out
}

/// Whose evidence is shown, and what one's own says about oneself.
fn ground(evidence: &Evidence) -> String {
    let weeks = format!("{} to {}", evidence.first, evidence.last);
    let mut out = format!("\nEvidence of {weeks}: {}\n", evidence.said);
    let Some(own) = &evidence.own else { return out };
    out.push_str("\nFor you alone: your part of the team's work, and what you declared\n");
    for line in own.iter().filter(|line| line.says != "agrees") {
        let says = if line.says == "nominal" { "yours in name only" } else { "not declared, and mostly yours" };
        out.push_str(&format!("  {}: {:.0}-{:.0} %, {says}\n", line.name, line.low * 100.0, line.high * 100.0));
    }
    if own.iter().all(|line| line.says == "agrees") {
        out.push_str("  what you declared and what was seen go together\n");
    }
    out
}

/// A first name, or as much of a name as fits a column.
fn short(name: &str) -> String {
    clip(name.split_whitespace().next().unwrap_or(name), 10)
}

fn clip(text: &str, wide: usize) -> String {
    if text.chars().count() <= wide {
        return text.to_owned();
    }
    let start: String = text.chars().take(wide.saturating_sub(1)).collect();
    format!("{}…", start.trim_end())
}

fn moved(own: &Move) -> String {
    let from = if own.from.is_empty() { "nobody".to_owned() } else { names(&own.from) };
    format!("{}, {} h: {from} -> {}", own.name, hours(own.hours), own.to.name)
}

/// The plans of one number of moves.
fn steps(step: &Step, shown: &Proposals, ink: Ink) -> String {
    let mut out = String::new();
    let ties: usize = step.ties.iter().map(|tie| tie.plans.len()).sum();
    for (number, tie) in step.ties.iter().enumerate() {
        let loads: Vec<String> = tie
            .loads
            .iter()
            .zip(&shown.leads)
            .map(|(load, lead)| {
                let of = lead.capacity.map_or_else(String::new, |own| format!(" of {}", hours(own)));
                format!("{} {}{of}", short(&lead.who.name), hours(*load))
            })
            .collect();
        if step.ties.len() > 1 {
            out.push_str(&format!("  {}  ", ink.strong(&format!("tie {}", number + 1))));
        } else {
            out.push_str("  ");
        }
        out.push_str(&format!("{}\n", loads.join(", ")));
        for (place, plan) in tie.plans.iter().enumerate() {
            if place > 0 {
                out.push_str("  or\n");
            }
            for own in &plan.moves {
                out.push_str(&format!("    move    {}\n", moved(own)));
            }
            for own in &plan.settled {
                out.push_str(&format!("    settle  {}\n", moved(own)));
            }
            for worse in &plan.worse {
                out.push_str(&format!("    worse   {worse}\n"));
            }
        }
    }
    if step.more_ties {
        out.push_str(&format!("  {ties} plans are listed; there are more that cost the same\n"));
    }
    if !step.exact {
        out.push_str(&format!("  not searched to the end: a plan may be up to {:.1} better\n", step.cost - step.bound));
    }
    out
}

/// The proposals, the knee first.
pub(crate) fn split(shown: &Proposals, ink: Ink) -> String {
    let mut out = format!(
        "{} from {}: suggestions, worked out from declared hours, wishes and eligibility alone\n\n",
        ink.strong(&shown.team.name),
        shown.on
    );
    out.push_str(&format!("  {:<12} {:>5} h a week over capacity\n", "as it is", hours(shown.overload_now)));
    for step in &shown.steps {
        let name = match step.moves {
            0 => "no move".to_owned(),
            1 => "1 move".to_owned(),
            many => format!("{many} moves"),
        };
        let knee = if step.moves == shown.knee { "  <- enough: more moves take away no more" } else { "" };
        out.push_str(&format!("  {name:<12} {:>5}{}\n", hours(step.overload), ink.strong(knee)));
    }
    for step in shown.steps.iter().filter(|step| step.moves <= shown.knee) {
        let name = match step.moves {
            0 => "Without a move".to_owned(),
            1 => "With one move".to_owned(),
            2 => "With two moves".to_owned(),
            _ => "With three moves".to_owned(),
        };
        let ways: usize = step.ties.iter().map(|tie| tie.plans.len()).sum();
        let tied = if ways > 1 {
            format!(": {} tied by what people come to carry, {ways} ways to get there", step.ties.len())
        } else {
            String::new()
        };
        out.push_str(&format!("\n{}{tied}\n", ink.strong(&name)));
        out.push_str(&steps(step, shown, ink));
    }
    if !shown.nobody.is_empty() {
        out.push_str(&format!("\nNobody on the team can carry: {}\n", shown.nobody.join(", ")));
    }
    out.push_str("\nA person decides and says why; then write the [[ownership]] into the roster with its day.\n");
    out
}

/// A contract.
pub(crate) fn contract(own: &Contract, ink: Ink) -> String {
    let map = &own.map;
    let mut out = format!("{}: who carries what from {}\n\n", ink.strong(&map.team.name), own.effective);
    for lead in &map.leads {
        let capacity = lead.capacity.map_or_else(String::new, |capacity| format!(" of {}", hours(capacity)));
        out.push_str(&format!("{}  {} h{capacity} a week\n", ink.strong(&lead.who.name), hours(lead.hours)));
        for duty in map.responsibilities.iter().filter(|duty| duty.owners.contains(&lead.who)) {
            let with = if duty.owners.len() > 1 {
                let others: Vec<&str> =
                    duty.owners.iter().filter(|who| **who != lead.who).map(|who| who.name.as_str()).collect();
                format!(", with {}", others.join(" and "))
            } else {
                String::new()
            };
            out.push_str(&format!("  answers for  {}, {} h{with}\n", duty.name, hours(duty.hours)));
        }
        for duty in map.responsibilities.iter().filter(|duty| duty.contributors.contains(&lead.who)) {
            out.push_str(&format!("  takes part   {}\n", duty.name));
        }
    }
    let open: Vec<&str> =
        map.responsibilities.iter().filter(|duty| duty.owners.is_empty()).map(|duty| duty.name.as_str()).collect();
    if !open.is_empty() {
        out.push_str(&format!("\nStill nobody's: {}\n", open.join(", ")));
    }
    if let Some(before) = own.before.as_ref().filter(|_| !own.changes.is_empty()) {
        out.push_str(&format!("\nChanged since {before}\n"));
    }
    for change in &own.changes {
        out.push_str(&format!("  {}\n", change.words));
    }
    out.push_str(&format!("\nTo be looked at again on {}.\n", own.look_again));
    out
}

/// What leads answered, or who is awaited.
pub(crate) fn answers(own: &Answers) -> String {
    if !own.revealed {
        let mut out = format!("{}: nothing is shown before every lead has answered\n\n", own.team.name);
        for person in &own.answered {
            out.push_str(&format!("  {person:<24} has answered\n"));
        }
        for awaited in &own.awaited {
            out.push_str(&format!("  {:<24} {} to answer\n", awaited.person, awaited.missing));
        }
        return out;
    }
    let mut out = format!("{}: revealed, all leads have answered\n\n", own.team.name);
    let wide = own.rows.iter().map(|row| row.name.chars().count()).max().unwrap_or(0).min(44);
    for row in &own.rows {
        let mut who = if row.own.is_empty() { "nobody's".to_owned() } else { row.own.join(" and ") };
        if !row.contribute.is_empty() {
            who.push_str(&format!(", with {}", row.contribute.join(" and ")));
        }
        out.push_str(&format!("  {:<wide$}  {:<16} {who}\n", clip(&row.name, wide), state(&row.state)));
    }
    out
}
