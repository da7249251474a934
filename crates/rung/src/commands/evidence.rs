//! `rung evidence`: the normalised facts, one a line.

use std::io::{self, BufWriter, Write};

use jiff::tz::TimeZone;
use rung_app::{
    error::AppError,
    evidence::{self, Listing},
    example,
    wire::v1::evidence::Evidence,
};
use rung_model::manifest::SourceKind;
use rung_sources::{framework, git::Branches};

use crate::{
    cli::EvidenceArgs,
    outcome::{self, Stop},
    progress::Bar,
    surroundings::Surroundings,
};

pub(crate) fn run(args: &EvidenceArgs) -> Result<(), Stop> {
    let around = Surroundings::look()?;
    let name = args.tz.clone().or_else(|| around.settings.zone.clone()).unwrap_or_else(|| around.zone.clone());
    let zone = TimeZone::get(&name).map_err(|_| AppError::BadValue {
        option: "--tz",
        value: name,
        why: "there is no such time zone; give an IANA name such as Europe/Berlin".to_owned(),
    })?;
    let on_disk = args.example.then(example::write).transpose()?;
    let mut listing = Listing {
        git: args.git.clone(),
        calendars: args.calendar.clone(),
        days: args.days.clone(),
        sources: Vec::new(),
        addresses: args.me.iter().map(|a| a.trim().to_lowercase()).collect(),
        from: args.from.as_deref().map(|text| evidence::moment("--from", text, &zone)).transpose()?,
        to: args.to.as_deref().map(|text| evidence::moment("--to", text, &zone)).transpose()?,
        branches: match args.branches.as_str() {
            "head" => Branches::Head,
            "all" => Branches::All,
            _ => Branches::Auto,
        },
        owner: Vec::new(),
        lines: args.lines,
        now: around.now,
        zone,
    };
    if let Some(on_disk) = &on_disk {
        let request = on_disk.request(framework::builtin());
        listing.git = request.inputs.git;
        listing.calendars = request.inputs.calendars;
        listing.days = request.inputs.days;
        listing.addresses = request.me.addresses;
        listing.now = request.now;
    }
    for (kind, path) in super::request::sources(&args.source)? {
        match kind {
            SourceKind::Git => listing.git.push(path),
            SourceKind::Calendar => listing.calendars.push(path),
            SourceKind::Days => listing.days.push(path),
            _ => listing.sources.push((kind, path)),
        }
    }
    listing.owner = if listing.addresses.is_empty() { around.own().all() } else { listing.addresses.clone() };
    let files = listing.calendars.len() + listing.days.len() + listing.sources.len();
    if listing.git.is_empty() && files == 0 {
        listing.git.extend(around.checkout);
    }
    let listed = evidence::list(&listing, &Bar::default())?;
    outcome::problems(&listed.problems);
    let mut out = BufWriter::new(io::stdout().lock());
    for fact in &listed.evidence {
        let line = Evidence::of(fact, &listing.zone);
        if args.json {
            serde_json::to_writer(&mut out, &line).map_err(io::Error::from)?;
            out.write_all(b"\n")?;
        } else {
            writeln!(out, "{}", plain(&line))?;
        }
    }
    Ok(out.flush()?)
}

/// One fact as a line of text.
fn plain(line: &Evidence) -> String {
    let when = match (&line.at, &line.local, &line.local_end, &line.start, &line.end) {
        (Some(_), Some(local), ..) => local.clone(),
        (_, Some(from), Some(to), ..) => format!("{from} to {to}"),
        (_, _, _, Some(from), Some(to)) => format!("{from} to {to}"),
        (_, _, _, Some(day), None) => format!("{day} {} min", line.minutes.unwrap_or_default()),
        _ => String::new(),
    };
    let zone = line.tz.as_deref().unwrap_or("");
    let who = line.actor.address.as_deref().or(line.actor.name.as_deref()).unwrap_or("-");
    let what = match (&line.commit, &line.occurrence) {
        (Some(commit), _) => format!("{} {}", commit.repository, commit.commit.get(..10).unwrap_or(&commit.commit)),
        (_, Some(event)) => {
            format!("{} [{}, weight {}]", event.title.as_deref().unwrap_or("(private)"), event.rsvp, event.weight.point)
        }
        _ if line.item.is_some() || line.entry.is_some() => recorded(line),
        _ => "logged by hand".to_owned(),
    };
    format!("{when} {zone}  {} {} {who}  {what}", line.verb, line.role_in_event)
}

/// A work item or a time entry in a few words.
fn recorded(line: &Evidence) -> String {
    let titled = |title: Option<&String>| title.map(|title| format!(": {title}")).unwrap_or_default();
    if let Some(item) = &line.item {
        let changed = item.field.as_ref().map(|field| {
            let (from, to) = (item.from.as_deref().unwrap_or("-"), item.to.as_deref().unwrap_or("-"));
            format!(" [{field} {from} -> {to}]")
        });
        let changed = changed.unwrap_or_default();
        return format!("{} {} {}{}{changed}", item.kind, item.project, item.key, titled(item.title.as_ref()));
    }
    let entry = line.entry.as_ref();
    let booked = entry.and_then(|entry| entry.item.clone().or_else(|| entry.project.clone()));
    format!("time {}{}", booked.unwrap_or_default(), titled(entry.and_then(|entry| entry.title.as_ref())))
}
