//! `rung backup`, `restore`, `verify`, `doctor`, `erase`: looking after a server's database.

use std::path::{Path, PathBuf};

use rung_app::{
    error::AppError,
    server::{Caller, Refused, Server, Way, upkeep},
};

use super::serve::{DATABASE, moment, stop};
use crate::{
    cli::{BackupArgs, DoctorArgs, EraseArgs, RestoreArgs, VerifyArgs},
    outcome::Stop,
    surroundings,
    terminal::print,
};

fn database(data: Option<&PathBuf>) -> PathBuf {
    data.cloned().unwrap_or_else(surroundings::data_folder).join(DATABASE)
}

/// Opens a database that is there.
fn open(data: Option<&PathBuf>) -> Result<Server, Stop> {
    let file = database(data);
    if !file.is_file() {
        let cause =
            std::io::Error::new(std::io::ErrorKind::NotFound, "there is no database; name its folder with --data");
        return Err(AppError::File { path: file.display().to_string(), cause }.into());
    }
    Server::open(&file, surroundings::now().as_second()).map_err(stop)
}

fn told(what: &str, file: &Path, own: &upkeep::Backup) -> Result<(), Stop> {
    let text =
        format!("{what} {}: {} bytes, {} tables, version {}\n", file.display(), own.bytes, own.tables, own.version);
    Ok(print::answer(&text)?)
}

pub(crate) fn backup(args: &BackupArgs) -> Result<(), Stop> {
    let server = open(args.data.as_ref())?;
    let own = server.backup(&args.file).map_err(stop)?;
    told("wrote", &args.file, &own)
}

pub(crate) fn verify(args: &VerifyArgs) -> Result<(), Stop> {
    let own = upkeep::verify(&args.file).map_err(stop)?;
    told("sound:", &args.file, &own)
}

pub(crate) fn restore(args: &RestoreArgs) -> Result<(), Stop> {
    let file = database(args.data.as_ref());
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder)
            .map_err(|cause| AppError::File { path: folder.display().to_string(), cause })?;
    }
    let own = upkeep::restore(&args.file, &file).map_err(stop)?;
    told("restored", &file, &own)
}

pub(crate) fn doctor(args: &DoctorArgs) -> Result<(), Stop> {
    let server = open(args.data.as_ref())?;
    let health = server.health().map_err(stop)?;
    let sound = health.faults.is_empty() && health.broken.is_none();
    if args.json {
        print::json(&serde_json::json!({
            "version": 1,
            "tables_version": health.version,
            "known_version": health.known,
            "faults": health.faults,
            "access_log_broken_at": health.broken,
            "roster_problems": health.roster,
            "sound": sound,
        }))?;
    } else {
        let pages = if health.faults.is_empty() { "sound".to_owned() } else { health.faults.join("; ") };
        let log = health.broken.map_or_else(|| "whole".to_owned(), |line| format!("changed at line {line}"));
        let mend = if sound { "" } else { "restore the last backup: rung restore FILE\n" };
        print::answer(&format!(
            "pages       {pages}\ntables      version {} of {}\naccess log  {log}\nroster      {} problems\n{mend}",
            health.version, health.known, health.roster
        ))?;
    }
    if sound { Ok(()) } else { Err(Stop::Found) }
}

pub(crate) fn erase(args: &EraseArgs) -> Result<(), Stop> {
    let server = open(args.data.as_ref())?;
    let caller = Caller { way: Way::Command, ..Caller::default() };
    let moment = moment();
    if !args.yes {
        let rows = server.erasable(&args.person).map_err(stop)?;
        let text =
            format!("{rows} rows are held about `{}` and would go for good; say --yes to erase them\n", args.person);
        return Ok(print::answer(&text)?);
    }
    match server.erase_by_command(&caller, &moment, &args.person) {
        Ok(rows) => Ok(print::answer(&format!("{rows} rows erased\n"))?),
        Err(Refused::NotThere) => {
            Err(AppError::NoSuch { what: "person", id: args.person.clone(), known: Vec::new() }.into())
        }
        Err(other) => Err(stop(other)),
    }
}
