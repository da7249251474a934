//! The organisation on a terminal.

use rung_app::wire::v1::org::{Diff, Person, Rollup, TeamTime, Tree, Which, Who};

use super::ink::Ink;

fn names(people: &[Who]) -> String {
    people.iter().map(|who| who.name.as_str()).collect::<Vec<_>>().join(", ")
}

fn teams(teams: &[Which]) -> String {
    teams.iter().map(|which| which.name.as_str()).collect::<Vec<_>>().join(", ")
}

fn count(many: usize, one: &str, more: &str) -> String {
    format!("{many} {}", if many == 1 { one } else { more })
}

/// Teams within teams.
pub(crate) fn tree(tree: &Tree, ink: Ink) -> String {
    let mut out = format!(
        "{} on {}{}\n\n",
        tree.organisation.as_deref().unwrap_or("The organisation"),
        tree.on,
        tree.believed_on.as_ref().map_or_else(String::new, |day| format!(", as believed on {day}"))
    );
    for branch in &tree.teams {
        let people = if branch.people == branch.people_under {
            count(branch.people, "person", "people")
        } else {
            format!("{} people, {} of its own", branch.people_under, branch.people)
        };
        let mut about = vec![people];
        about.extend(branch.kind.clone());
        if !branch.tech_leads.is_empty() {
            about.push(format!("tech lead {}", names(&branch.tech_leads)));
        }
        if !branch.people_leads.is_empty() {
            about.push(format!("people {}", names(&branch.people_leads)));
        }
        if branch.vacancies > 0 {
            about.push(count(branch.vacancies, "position to fill", "positions to fill"));
        }
        let indent = "  ".repeat(branch.depth);
        out.push_str(&format!("{indent}{}  {}\n", ink.strong(&branch.team.name), ink.faint(&about.join("; "))));
    }
    if !tree.teamless.is_empty() {
        out.push_str(&format!("\nIn no team: {}\n", names(&tree.teamless)));
    }
    out
}

/// The organisation in a few lines, then its tree.
pub(crate) fn short(rollup: &Rollup, own: &Tree, ink: Ink) -> String {
    let mut out = tree(own, ink);
    out.push_str(&format!(
        "\n{}, {} in {}; {} of management\n",
        count(rollup.people, "person", "people"),
        count(rollup.teams, "team", "teams"),
        count(rollup.depth, "layer of teams", "layers of teams"),
        count(rollup.layers, "layer", "layers")
    ));
    out.push_str("More: rung org rollup, rung org show PERSON, rung team show TEAM\n");
    out
}

/// A person.
pub(crate) fn person(person: &Person, ink: Ink) -> String {
    let mut out =
        format!("{}  {}\n", ink.strong(&person.who.name), ink.faint(&format!("{} on {}", person.who.id, person.on)));
    if !person.here {
        out.push_str("  not here on that day\n");
    }
    if person.on_leave {
        out.push_str("  on leave\n");
    }
    if person.fte < 1.0 {
        out.push_str(&format!("  {:.0} % of full time\n", person.fte * 100.0));
    }
    let dates = |from: &Option<String>, until: &Option<String>| match (from, until) {
        (Some(from), Some(until)) => format!(", {from} to before {until}"),
        (Some(from), None) => format!(", since {from}"),
        (None, Some(until)) => format!(", to before {until}"),
        (None, None) => String::new(),
    };
    for held in &person.holds {
        let team = held.team.as_ref().map(|team| format!(" in {team}")).unwrap_or_default();
        let basis = if held.basis == "title" { String::new() } else { format!(", {}", held.basis) };
        let share = if held.share < 1.0 { format!(", {:.0} % of the time", held.share * 100.0) } else { String::new() };
        out.push_str(&format!(
            "  holds      {}{team}{basis}{share}{}\n",
            held.position,
            dates(&held.from, &held.until)
        ));
    }
    for member in &person.teams {
        let share =
            if member.share < 1.0 { format!(", {:.0} % of the time", member.share * 100.0) } else { String::new() };
        let part = member.part.as_ref().map(|part| format!(", {part}")).unwrap_or_default();
        out.push_str(&format!(
            "  team       {}{part}{share}{}\n",
            member.team.name,
            dates(&member.from, &member.until)
        ));
    }
    if !person.managers.is_empty() {
        let interim = if person.interim { " (standing in)" } else { "" };
        let chain: Vec<&str> = person.managers.iter().map(|who| who.name.as_str()).collect();
        out.push_str(&format!("  reports to {}{interim}\n", chain.join(" > ")));
    }
    if !person.dotted.is_empty() {
        out.push_str(&format!("  dotted     {}\n", names(&person.dotted)));
    }
    if !person.reports.is_empty() {
        out.push_str(&format!("  reports    {}: {}\n", person.reports.len(), names(&person.reports)));
    }
    for part in &person.responsibilities {
        let trial = if part.trial { ", on trial" } else { "" };
        out.push_str(&format!("  {:<10} {} ({}){trial}\n", part.mode, part.responsibility, part.team));
    }
    out
}

/// What changed.
pub(crate) fn diff(diff: &Diff) -> String {
    let mut out = format!("{} to {}: {}\n", diff.before, diff.after, count(diff.changes.len(), "change", "changes"));
    for change in &diff.changes {
        out.push_str(&format!("  {}\n", change.words));
    }
    out
}

/// The roll-up.
pub(crate) fn rollup(own: &Rollup, ink: Ink) -> String {
    let name = own.team.as_ref().map(|team| team.name.as_str()).or(own.organisation.as_deref());
    let mut out = format!("{} on {}\n\n", ink.strong(name.unwrap_or("The organisation")), own.on);
    let away = if own.on_leave > 0 { format!(", {} on leave", own.on_leave) } else { String::new() };
    out.push_str(&format!("  people      {} ({:.1} of full time{away})\n", own.people, own.fte));
    out.push_str(&format!("  teams       {}, {}\n", own.teams, count(own.depth, "layer", "layers")));
    out.push_str(&format!(
        "  management  {}; at the top {}\n",
        count(own.layers, "layer", "layers"),
        or_nobody(&names(&own.tops))
    ));
    let lists = [
        ("Without a tech lead", teams(&own.without_tech_lead)),
        ("Without an engineering manager", teams(&own.without_people_lead)),
        ("Managed by nobody", names(&own.unmanaged)),
        ("In no team", names(&own.teamless)),
        ("With a manager who stands in", names(&own.interim)),
    ];
    for (what, who) in lists.iter().filter(|(_, who)| !who.is_empty()) {
        out.push_str(&format!("\n{}\n  {who}\n", ink.strong(what)));
    }
    section(
        &mut out,
        ink,
        "Teams with two of a kind",
        own.doubled.iter().map(|two| {
            let kinds = [("tech leads", &two.tech_leads), ("people leads", &two.people_leads)];
            let said: Vec<String> = kinds
                .iter()
                .filter(|(_, who)| who.len() > 1)
                .map(|(kind, who)| format!("{kind} {}", names(who)))
                .collect();
            format!("{}: {}", two.team.name, said.join("; "))
        }),
    );
    section(
        &mut out,
        ink,
        "Lead the system and the people of a team",
        own.both.iter().map(|both| format!("{}: {}", both.team.name, both.person.name)),
    );
    section(
        &mut out,
        ink,
        "Held for now",
        own.standing_in.iter().map(|held| {
            let team = held.team.as_ref().map(|team| format!(" in {}", team.name)).unwrap_or_default();
            format!("{}: {}{team}, {}", held.person.name, held.position, held.basis)
        }),
    );
    section(
        &mut out,
        ink,
        "Positions to fill",
        own.vacancies.iter().map(|vacancy| format!("{}: {}, {}", vacancy.team.name, vacancy.position, vacancy.status)),
    );
    section(
        &mut out,
        ink,
        "Responsibilities",
        own.responsibilities.iter().map(|own| {
            let mut said = vec![format!("{} of {} unowned", own.unowned.len(), own.responsibilities)];
            if !own.unowned.is_empty() {
                said[0].push_str(&format!(" ({})", own.unowned.join(", ")));
            }
            if !own.contested.is_empty() {
                said.push(format!("{} contested ({})", own.contested.len(), own.contested.join(", ")));
            }
            if own.overload > 0.0 {
                said.push(format!("{:.1} h a week over capacity", own.overload));
            }
            format!("{}: {}", own.team.name, said.join("; "))
        }),
    );
    section(
        &mut out,
        ink,
        "Spans, in the roster's order",
        own.spans.iter().map(|span| {
            let managers =
                if span.managers > 0 { format!(", {} of them managers", span.managers) } else { String::new() };
            format!("{:<28} {}{managers}", span.manager.name, span.reports)
        }),
    );
    if let Some(time) = &own.time {
        let title = format!("Where the time goes, {} to {}, from {} people up", time.first, time.last, time.least);
        section(&mut out, ink, &title, time.teams.iter().map(team_time));
    }
    if !own.spans.is_empty() {
        section(
            &mut out,
            ink,
            "Norms, for context",
            own.norms.iter().map(|norm| format!("{} ({})", norm.text, norm.source)),
        );
    }
    out
}

fn or_nobody(names: &str) -> &str {
    if names.is_empty() { "nobody" } else { names }
}

fn section(out: &mut String, ink: Ink, title: &str, lines: impl Iterator<Item = String>) {
    let lines: Vec<String> = lines.collect();
    if lines.is_empty() {
        return;
    }
    out.push_str(&format!("\n{}\n", ink.strong(title)));
    for line in lines {
        out.push_str(&format!("  {line}\n"));
    }
}

/// "Payments: about 35 % (30-45 %) strategy, ...; 12 people, seen 60 % of working time".
fn team_time(own: &TeamTime) -> String {
    let name = &own.team.name;
    let Some(ground) = own.shown_for.as_ref().filter(|ground| !ground.above) else {
        return format!("{name}: {}", own.said);
    };
    let coverage =
        own.coverage.map_or_else(String::new, |seen| format!(", seen about {:.0} % of working time", seen * 100.0));
    if own.shares.is_empty() {
        return format!("{name}: too little was seen for shares; {}{coverage}", people(ground.people));
    }
    let share = |share: &rung_app::wire::v1::org::BucketShare| {
        let percent = |part: f64| format!("{:.0}", part * 100.0);
        format!("{} about {} % ({}-{} %)", share.bucket, percent(share.point), percent(share.low), percent(share.high))
    };
    let shares: Vec<String> = own.shares.iter().map(share).collect();
    format!("{name}: {}; {}{coverage}", shares.join(", "), people(ground.people))
}

fn people(many: usize) -> String {
    count(many, "person", "people")
}
