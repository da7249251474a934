//! `rung config show | me add ADDRESS`.

use std::fs;

use rung_app::error::AppError;
use rung_sources::config;

use crate::{
    cli::{ConfigAction, MeAction},
    outcome::Stop,
    surroundings::Surroundings,
    terminal::print,
};

pub(crate) fn run(action: &ConfigAction) -> Result<(), Stop> {
    let around = Surroundings::look()?;
    match action {
        ConfigAction::Show { json } => show(&around, *json),
        ConfigAction::Me { action: MeAction::Add { address } } => add(&around, address),
    }
}

fn show(around: &Surroundings, json: bool) -> Result<(), Stop> {
    let settings = &around.settings;
    let paths = |paths: &[std::path::PathBuf]| paths.iter().map(|p| p.display().to_string()).collect::<Vec<_>>();
    let added: Vec<&str> = settings.me.iter().map(|me| me.address.as_str()).collect();
    if json {
        return Ok(print::json(&serde_json::json!({
            "version": 1,
            "file": around.settings_file.display().to_string(),
            "exists": around.settings_file.exists(),
            "me": { "from_git": around.git_addresses, "added": added },
            "zone": settings.zone.as_deref().unwrap_or(&around.zone),
            "hours": settings.hours,
            "role": settings.role,
            "git": paths(&settings.git),
            "calendars": paths(&settings.calendars),
            "days": paths(&settings.days),
            "roster": settings.roster.as_ref().map(|p| p.display().to_string()),
            "sources": settings.sources,
            "rules": paths(&settings.rules),
        }))?);
    }
    let there = if around.settings_file.exists() { "" } else { " (not there yet)" };
    let or = |list: Vec<String>, none: &str| if list.is_empty() { none.to_owned() } else { list.join(", ") };
    let git: Vec<String> = around.git_addresses.clone();
    let here = around
        .checkout
        .as_ref()
        .map_or("none".to_owned(), |dir| format!("{} (the checkout you stand in)", dir.display()));
    let lines = [
        ("settings", format!("{}{there}", around.settings_file.display())),
        ("me, from git", or(git, "none")),
        ("me, added", or(added.iter().map(|a| (*a).to_owned()).collect(), "none")),
        ("zone", settings.zone.clone().unwrap_or_else(|| format!("{} (this machine's)", around.zone))),
        ("hours", settings.hours.clone().unwrap_or_else(|| "09:00-17:30 (assumed)".to_owned())),
        ("role", settings.role.clone().unwrap_or_else(|| "not named".to_owned())),
        ("git", or(paths(&settings.git), &here)),
        ("calendars", or(paths(&settings.calendars), "none")),
        ("days", or(paths(&settings.days), "none")),
        ("roster", settings.roster.as_ref().map_or("none".to_owned(), |p| p.display().to_string())),
        ("sources", or(settings.sources.clone(), "none")),
        ("rules", or(paths(&settings.rules), "none")),
    ];
    let text: String = lines.iter().map(|(name, value)| format!("{name:<14} {value}\n")).collect();
    Ok(print::answer(&text)?)
}

fn add(around: &Surroundings, address: &str) -> Result<(), Stop> {
    let address = address.trim().to_lowercase();
    if !config::is_own_name(&address) {
        return Err(AppError::BadValue {
            option: "ADDRESS",
            value: address,
            why: "give an address such as ines@home.example, or an account such as github.com:@octo".to_owned(),
        }
        .into());
    }
    if around.own().all().contains(&address) {
        return Ok(print::answer(&format!("{address} is known to be yours already"))?);
    }
    let file = &around.settings_file;
    let failed = |cause| AppError::File { path: file.display().to_string(), cause };
    let text = match fs::read_to_string(file) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::new(),
        Err(cause) => return Err(failed(cause).into()),
    };
    let today = around.now.to_zoned(jiff::tz::TimeZone::UTC).date();
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).map_err(failed)?;
    }
    fs::write(file, config::add_address(&text, &address, today)).map_err(failed)?;
    Ok(print::answer(&format!(
        "{address} is yours from now on; reports state that it was added by hand ({})",
        file.display()
    ))?)
}
