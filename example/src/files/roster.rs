//! The roster file.

use super::{HOST, account, responsibilities::responsibilities};
use crate::script::cast::{CAST, NEWCOMERS, TEAMS};

/// The roster of Harbourline's Payments area as TOML.
pub(crate) fn roster() -> String {
    let mut text = String::from(
        "# Harbourline and everyone in it are invented.\n# People, teams, reporting lines and what they hold.\n\n\
         organisation = \"Harbourline\"\n",
    );
    for team in &TEAMS {
        text.push_str(&format!("\n[[team]]\nid = \"{}\"\nname = \"{}\"\n", team.id, team.name));
        if let Some(parent) = team.parent {
            text.push_str(&format!("parent = \"{parent}\"\n"));
        }
    }
    for member in &CAST {
        let addresses: Vec<String> = member.addresses.iter().map(|address| format!("\"{address}\"")).collect();
        text.push_str(&format!(
            "\n[[person]]\nid = \"{}\"\nname = \"{}\"\naddresses = [{}]\nzone = \"{}\"\n",
            member.id,
            member.name,
            addresses.join(", "),
            member.city.zone()
        ));
        let (id, login) = account(member);
        match member.id {
            "ines-halvorsen" => text.push_str(&format!("accounts = [\"{HOST}:{id}\"]\n")),
            "hana-sato" => text.push_str(&format!("accounts = [\"{HOST}:@{login}\"]\n")),
            _ => {}
        }
        if let Some(hours) = member.hours {
            text.push_str(&format!("hours = \"{hours}\"\nlunch = 30\n"));
        }
    }
    for member in &CAST {
        let (position, since) = member.holds;
        for (team, share) in member.teams {
            text.push_str(&format!(
                "\n[[membership]]\nperson = \"{}\"\nteam = \"{team}\"\nshare = {share:.1}\nfrom = {since}\n",
                member.id
            ));
        }
        if let Some(manager) = member.manager {
            text.push_str(&format!(
                "\n[[reports_to]]\nperson = \"{}\"\nmanager = \"{manager}\"\nsolid = true\nfrom = {since}\n",
                member.id
            ));
        }
        // Who works for two teams holds the position in both.
        let team = match member.teams {
            [(team, _)] => format!("team = \"{team}\"\n"),
            _ => String::new(),
        };
        text.push_str(&format!(
            "\n[[holding]]\nperson = \"{}\"\nposition = \"{position}\"\n{team}share = 1.0\n\
             basis = \"title\"\nfrom = {since}\n",
            member.id
        ));
    }
    for (id, name, address) in NEWCOMERS {
        text.push_str(&format!(
            "\n[[person]]\nid = \"{id}\"\nname = \"{name}\"\naddresses = [\"{address}\"]\n\
             \n[[membership]]\nperson = \"{id}\"\nteam = \"settlement\"\nshare = 1.0\nfrom = 2026-10-01\n\
             \n[[reports_to]]\nperson = \"{id}\"\nmanager = \"marta-quintero\"\nsolid = true\nfrom = 2026-10-01\n"
        ));
    }
    text.push_str(
        "\n[[reports_to]]\nperson = \"hana-sato\"\nmanager = \"caleb-osei\"\nsolid = false\nfrom = 2024-01-08\n",
    );
    text.push_str(&responsibilities());
    text
}
