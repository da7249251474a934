//! `rung owners`: whose paths are by CODEOWNERS.

use std::io::BufRead;

use rung_app::{
    error::AppError,
    owners::{self, Asked},
    wire::v1::owners::{Count, Owners, Path},
};

use crate::{
    cli::OwnersArgs,
    outcome::{self, Stop},
    surroundings::Surroundings,
    terminal::print,
};

/// Most owners and most folders that are listed.
const MOST: usize = 12;

pub(crate) fn run(args: &OwnersArgs) -> Result<(), Stop> {
    let around = Surroundings::look()?;
    let git = args.git.clone().or_else(|| around.checkout.clone()).ok_or(AppError::NoSources)?;
    let paths = match args.paths.as_slice() {
        [only] if only == "-" => std::io::stdin().lock().lines().collect::<Result<_, _>>()?,
        paths => paths.to_vec(),
    };
    let asked = Asked { git, file: args.file.clone(), paths };
    let answer = owners::owners(&asked)?;
    outcome::problems(&answer.problems);
    let whole = args.paths.is_empty();
    let shown = Owners::of(&answer, whole);
    if args.json {
        return Ok(print::json(&shown)?);
    }
    if whole {
        return Ok(print::answer(&summary(&shown))?);
    }
    let wide = shown.paths.iter().map(|path| path.path.chars().count()).max().unwrap_or_default();
    let mut out = String::new();
    for path in &shown.paths {
        let whose = whose(path, &shown.file);
        out.push_str(&format!("{:<wide$}  {whose}  [{}]\n", path.path, path.classes.join(", ")));
    }
    Ok(print::answer(&out)?)
}

fn whose(path: &Path, file: &str) -> String {
    match (path.state.as_str(), path.line) {
        ("owned", Some(line)) => format!("{}  ({file}:{line})", path.owners.join(" ")),
        ("explicitly_unowned", Some(line)) => format!("explicitly nobody's  ({file}:{line})"),
        _ => "no line speaks of it".to_owned(),
    }
}

fn summary(shown: &Owners) -> String {
    let mut out = format!("{}, {} patterns\n\n", shown.file, shown.patterns);
    let line = |name: &str, count: &Count| {
        let all = count.owned + count.explicitly_unowned + count.unmatched;
        let Count { owned, explicitly_unowned, unmatched } = count;
        format!("{name:<16} {all:>7} {owned:>8} {explicitly_unowned:>20} {unmatched:>11}\n")
    };
    out.push_str(&format!(
        "{:<16} {:>7} {:>8} {:>20} {:>11}\n",
        "", "files", "owned", "explicitly unowned", "unmatched"
    ));
    out.push_str(&line("all", &shown.total));
    for class in &shown.classes {
        out.push_str(&line(&class.class, &class.count));
    }
    let mut owners: Vec<_> = shown.owners.iter().collect();
    owners.sort_by(|a, b| b.paths.cmp(&a.paths).then(a.owner.cmp(&b.owner)));
    if !owners.is_empty() {
        out.push_str("\nOwners\n");
    }
    for owner in owners.iter().take(MOST) {
        out.push_str(&format!("  {:<40} {:>7} files\n", owner.owner, owner.paths));
    }
    if owners.len() > MOST {
        out.push_str(&format!("  and {} more: --json lists them\n", owners.len() - MOST));
    }
    let folders = unmatched_folders(&shown.paths);
    if !folders.is_empty() {
        out.push_str("\nNobody is named for\n");
    }
    for (folder, count) in folders.iter().take(MOST) {
        out.push_str(&format!("  {folder:<40} {count:>7} files\n"));
    }
    if folders.len() > MOST {
        out.push_str(&format!("  and {} more folders: --json lists their files\n", folders.len() - MOST));
    }
    out
}

/// Folders of the first level with files that no line speaks of, those with most of them first.
fn unmatched_folders(paths: &[Path]) -> Vec<(String, usize)> {
    let mut folders = std::collections::BTreeMap::new();
    for path in paths.iter().filter(|path| path.state == "unmatched") {
        let folder = path.path.split_once('/').map_or("files at the root".to_owned(), |(first, _)| format!("{first}/"));
        *folders.entry(folder).or_insert(0) += 1;
    }
    let mut folders: Vec<_> = folders.into_iter().collect();
    folders.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    folders
}
