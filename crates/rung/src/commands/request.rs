//! From options, settings and surroundings to a request.

use std::path::{Path, PathBuf};

use rung_app::{
    error::AppError,
    example::{self, OnDisk},
    framework,
    request::{DEFAULT_WEEKS, Inputs, Request, Since},
};

use rung_model::manifest::SourceKind;

use crate::{
    cli::SourceArgs,
    outcome::{self, Stop},
    progress::Bar,
    surroundings::Surroundings,
};

/// A request, with the example's folder kept alive where it is one.
pub(super) struct Asked {
    pub(super) request: Request,
    pub(super) example: Option<OnDisk>,
}

/// Options win over settings; without either, the git checkout one stands in. `framework` is the one an option names.
pub(super) fn of(args: &SourceArgs, role: Option<&str>, framework: Option<&Path>) -> Result<Asked, Stop> {
    let until = args.until.as_deref().map(day).transpose()?;
    let since = args.since.as_deref().map(Since::parse).transpose()?;
    if args.example {
        let on_disk = example::write()?;
        let (framework, _) = framework::usable(framework, &Bar::default())?;
        let mut request = on_disk.request(framework);
        request.role = role.map(str::to_owned);
        request.since = since.unwrap_or(request.since);
        request.until = until;
        request.zone.clone_from(&args.tz);
        request.hours.clone_from(&args.hours);
        return Ok(Asked { request, example: Some(on_disk) });
    }
    let around = Surroundings::look()?;
    outcome::problems(&around.problems);
    let settings = &around.settings;
    let (framework, problems) = framework::usable(framework.or(settings.framework.as_deref()), &Bar::default())?;
    outcome::problems(&problems);
    let mut own = around.own();
    for dir in &args.git {
        for address in rung_sources::git::config_addresses(dir) {
            if !own.from_git.contains(&address) {
                own.from_git.push(address);
            }
        }
    }
    let request = Request {
        inputs: inputs(args, &around)?,
        me: own.choose(&args.me)?,
        role: role.map(str::to_owned).or_else(|| settings.role.clone()),
        since: match since {
            Some(since) => since,
            None => Since::Weeks(DEFAULT_WEEKS),
        },
        until,
        zone: args.tz.clone().or_else(|| settings.zone.clone()),
        machine_zone: around.zone.clone(),
        hours: args.hours.clone().or_else(|| settings.hours.clone()),
        now: around.now,
        framework,
        invented: false,
    };
    Ok(Asked { request, example: None })
}

fn inputs(args: &SourceArgs, around: &Surroundings) -> Result<Inputs, Stop> {
    let settings = &around.settings;
    let or = |named: &[PathBuf], settled: &[PathBuf]| if named.is_empty() { settled.to_vec() } else { named.to_vec() };
    let mut inputs = Inputs {
        git: or(&args.git, &settings.git),
        calendars: or(&args.calendar, &settings.calendars),
        days: or(&args.days, &settings.days),
        sources: Vec::new(),
        roster: args.roster.clone().or_else(|| settings.roster.clone()),
        rules: or(&args.rules, &settings.rules),
        corrections: Some(corrections_file(around)),
        answers: Some(answers_file(around)),
        journal: Some(journal_file(around)),
        cache: around.cache.clone(),
    };
    let named = if args.source.is_empty() { &settings.sources } else { &args.source };
    for (kind, path) in sources(named)? {
        match kind {
            SourceKind::Git => inputs.git.push(path),
            SourceKind::Calendar => inputs.calendars.push(path),
            SourceKind::Days => inputs.days.push(path),
            _ => inputs.sources.push((kind, path)),
        }
    }
    if args.git.is_empty() && inputs.git.is_empty() {
        inputs.git.extend(around.checkout.clone());
    }
    let files = inputs.calendars.len() + inputs.days.len() + inputs.sources.len();
    if inputs.git.is_empty() && files == 0 {
        return Err(AppError::NoSources.into());
    }
    Ok(inputs)
}

/// Reads `KIND:PATH`.
pub(super) fn sources(named: &[String]) -> Result<Vec<(SourceKind, PathBuf)>, AppError> {
    let read = |text: &String| {
        let (kind, path) = text.split_once(':').unwrap_or((text, ""));
        let kind = SourceKind::from_id(&kind.trim().to_lowercase());
        kind.filter(|_| !path.is_empty()).map(|kind| (kind, PathBuf::from(path))).ok_or_else(|| {
            let known: Vec<&str> = SourceKind::ALL.iter().map(|kind| kind.id()).collect();
            AppError::BadValue {
                option: "--source",
                value: text.clone(),
                why: format!("give a kind and a path, such as jira:issues.json; kinds are {}", known.join(", ")),
            }
        })
    };
    named.iter().map(read).collect()
}

/// Where corrections are kept: beside the settings.
pub(super) fn corrections_file(around: &Surroundings) -> PathBuf {
    around.settings_file.with_file_name("corrections.toml")
}

/// Where answers to findings are kept: beside the settings.
pub(super) fn answers_file(around: &Surroundings) -> PathBuf {
    around.settings_file.with_file_name("answers.toml")
}

/// Where is kept what was said of accounts: beside the settings.
pub(super) fn journal_file(around: &Surroundings) -> PathBuf {
    around.settings_file.with_file_name("people.toml")
}

fn day(text: &str) -> Result<jiff::civil::Date, AppError> {
    day_of("--until", text)
}

/// Reads a day of an option.
pub(super) fn day_of(option: &'static str, text: &str) -> Result<jiff::civil::Date, AppError> {
    text.parse().map_err(|_| AppError::BadValue {
        option,
        value: text.to_owned(),
        why: "give a day such as 2026-11-15".to_owned(),
    })
}
