//! `rung correct`: what an event really was.

use rung_app::{corrections, error::AppError, log, wire::v1};
use rung_views::words;

use super::{request, rules::moved};
use crate::{
    cli::{CorrectAction, CorrectArgs},
    outcome::Stop,
    progress::Bar,
    surroundings::Surroundings,
    terminal::print,
};

pub(crate) fn run(args: &CorrectArgs) -> Result<(), Stop> {
    let around = Surroundings::look()?;
    let file = request::corrections_file(&around);
    match &args.action {
        Some(CorrectAction::List { json }) => list(&file, *json),
        Some(CorrectAction::Undo { id }) => {
            corrections::undo(&file, id, around.now)?;
            Ok(print::answer(&format!("{id} is taken back; `rung correct list` still shows it"))?)
        }
        Some(CorrectAction::Confirm { id, uid }) => {
            corrections::confirm(&file, id, uid)?;
            Ok(print::answer(&format!("{id} holds for {uid} too"))?)
        }
        None => propose(args, &file),
    }
}

fn propose(args: &CorrectArgs, file: &std::path::Path) -> Result<(), Stop> {
    let (Some(what), Some(activity)) = (&args.what, &args.activity) else {
        return Err(Stop::Usage("give an event and an activity: rung correct \"Platform sync\" alignment".to_owned()));
    };
    let on = args.on.as_deref().map(|text| {
        let why = "give a day such as 2026-11-15".to_owned();
        text.parse().map_err(|_| AppError::BadValue { option: "--on", value: text.to_owned(), why })
    });
    let wanted = corrections::Wanted {
        what: what.clone(),
        on: on.transpose()?,
        series: args.series,
        set: log::kind(activity)?,
        why: args.because.clone(),
    };
    let asked = request::of(&args.sources, None, None)?;
    if asked.example.is_some() && args.yes {
        return Err(Stop::Usage("the example is invented: look at what a correction moves, without --yes".to_owned()));
    }
    let proposal = corrections::propose(file, &wanted, &asked.request, &Bar::default())?;
    if args.yes {
        corrections::apply(file, &proposal.correction)?;
    }
    if args.json {
        return Ok(print::json(&v1::corrections::Proposed::of(&proposal, args.yes))?);
    }
    let total: f64 = proposal.tried.moves.iter().map(|one| one.minutes).sum();
    let verb = if args.yes { "moves" } else { "would move" };
    let mut out = format!("{}: {activity}\n", proposal.about);
    if proposal.tried.moves.is_empty() {
        out.push_str("It is recognised so already: in this window nothing moves.\n");
    } else {
        out.push_str(&format!("This {verb} {}:\n\n{}", words::hours(total), moved(&proposal.tried)));
    }
    out.push_str(&if args.yes {
        let id = &proposal.correction.id;
        format!("\nKept as {id} in {}. To take it back: rung correct undo {id}\n", file.display())
    } else {
        "\nNothing was changed. To keep it: the same command with --yes\n".to_owned()
    });
    Ok(print::answer(&out)?)
}

fn list(file: &std::path::Path, json: bool) -> Result<(), Stop> {
    let all = corrections::list(file)?;
    let shown: Vec<v1::corrections::Correction> = all.iter().map(v1::corrections::Correction::from).collect();
    if json {
        return Ok(print::json(&shown)?);
    }
    let mut out = String::new();
    for one in &shown {
        let state = one.undone.as_ref().map(|at| format!("  (taken back {at})")).unwrap_or_default();
        let why = one.why.as_ref().map(|why| format!("  {why}")).unwrap_or_default();
        out.push_str(&format!("{:<6} {} -> {}{why}{state}\n", one.id, one.about, one.set));
    }
    if all.is_empty() {
        out.push_str("nothing is corrected yet; `rung correct EVENT ACTIVITY` shows what a correction would move\n");
    }
    Ok(print::answer(&out)?)
}
