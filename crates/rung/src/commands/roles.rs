//! `rung roles list | show | compare | diff | overlap | nearest | paths`.

use std::{borrow::Cow, path::Path};

use rung_app::{
    error::AppError,
    framework, roles,
    wire::v1::{ladder as ladder_wire, roles as wire},
};
use rung_model::framework::{Framework, Role};

use crate::{
    cli::{RolesAction, RolesArgs},
    outcome::Stop,
    progress::Bar,
    surroundings::Surroundings,
    terminal::{self, ink::Ink, print},
};

pub(crate) fn run(args: &RolesArgs) -> Result<(), Stop> {
    let framework = framework_of(args.framework.as_deref())?;
    let ink = Ink::of_stdout();
    match args.action.as_ref().unwrap_or(&RolesAction::List) {
        RolesAction::List => {
            let all: Vec<&Role> = framework.roles.iter().collect();
            if args.json {
                return Ok(print::json(&wire::Catalogue::of(&all, &framework))?);
            }
            Ok(print::answer(&terminal::roles::list(&framework, ink))?)
        }
        RolesAction::Show { role } => {
            let (role, position) = roles::role(&framework, role)?;
            if args.json {
                return Ok(print::json(&wire::Catalogue::of(&[role], &framework))?);
            }
            Ok(print::answer(&terminal::roles::show(&framework, role, position.as_deref(), ink))?)
        }
        RolesAction::Compare { roles: named } => {
            let compared = roles::compare(&framework, named)?;
            if args.json {
                return Ok(print::json(&wire::Comparisons::of(&compared.pairs))?);
            }
            let texts: Vec<String> =
                compared.pairs.iter().map(|pair| terminal::roles::compare(&framework, pair, ink)).collect();
            Ok(print::answer(&texts.join("\n"))?)
        }
        RolesAction::Diff { from, to } => {
            let diff = roles::diff(&framework, from, to)?;
            if args.json {
                return Ok(print::json(&ladder_wire::LevelDiff::of(&diff))?);
            }
            Ok(print::answer(&terminal::roles::diff(&framework, &diff, ink))?)
        }
        RolesAction::Nearest { position, most } => {
            let (id, found) = roles::nearest(&framework, position, *most)?;
            if args.json {
                return Ok(print::json(&ladder_wire::Nearest::of(&id, &found))?);
            }
            Ok(print::answer(&terminal::roles::nearest(&framework, &id, &found, ink))?)
        }
        RolesAction::Overlap { of, svg } => overlap(&framework, of.as_deref(), svg.as_deref(), args.json),
        RolesAction::Paths { from, to } => {
            let paths = roles::paths(&framework, from.as_deref(), to.as_deref())?;
            if args.json {
                return Ok(print::json(&wire::Paths::of(&paths))?);
            }
            Ok(print::answer(&terminal::roles::paths(&framework, &paths))?)
        }
    }
}

fn overlap(framework: &Framework, of: Option<&str>, svg: Option<&Path>, json: bool) -> Result<(), Stop> {
    let time = match of {
        Some(of) => of == "time",
        None => !framework.splits.is_empty(),
    };
    let ink = Ink::of_stdout();
    let drawn = |plot: String| -> Result<(), Stop> {
        if let Some(file) = svg {
            framework::write(file, &plot)?;
            print::complain(&format!("wrote {}", file.display()));
        }
        Ok(())
    };
    if time {
        let matrix = roles::overlap(framework);
        drawn(rung_views::plot::overlap::svg(&matrix, framework))?;
        if json {
            return Ok(print::json(&wire::Overlaps::from(&matrix))?);
        }
        return Ok(print::answer(&terminal::roles::overlap(framework, &matrix, ink))?);
    }
    let pairs = roles::level_pairs(framework);
    drawn(rung_views::site::svg(framework, "levels").unwrap_or_default())?;
    if json {
        return Ok(print::json(&ladder_wire::LevelOverlaps::of(&pairs))?);
    }
    Ok(print::answer(&terminal::roles::level_overlap(framework, &pairs, ink))?)
}

/// The framework of the option, else of the settings, else the built-in one.
pub(super) fn framework_of(named: Option<&Path>) -> Result<Framework, AppError> {
    let path = match named {
        Some(path) => Some(Cow::Borrowed(path)),
        None => Surroundings::look()?.settings.framework.map(Cow::Owned),
    };
    framework::usable(path.as_deref(), &Bar::default()).map(|(framework, _)| framework)
}
