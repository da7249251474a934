//! `rung roles list | show | compare | overlap | paths`.

use std::fs;

use rung_app::{error::AppError, roles, wire::v1::roles as wire};
use rung_model::framework::Role;
use rung_sources::framework;

use crate::{
    cli::{RolesAction, RolesArgs},
    outcome::Stop,
    terminal::{self, ink::Ink, print},
};

pub(crate) fn run(args: &RolesArgs) -> Result<(), Stop> {
    let framework = framework::builtin();
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
        RolesAction::Overlap { svg } => {
            let matrix = roles::overlap(&framework);
            if let Some(file) = svg {
                fs::write(file, rung_views::plot::overlap::svg(&matrix, &framework))
                    .map_err(|cause| AppError::File { path: file.display().to_string(), cause })?;
                print::complain(&format!("wrote {}", file.display()));
            }
            if args.json {
                return Ok(print::json(&wire::Overlaps::from(&matrix))?);
            }
            Ok(print::answer(&terminal::roles::overlap(&framework, &matrix, ink))?)
        }
        RolesAction::Paths { from, to } => {
            let paths = roles::paths(&framework, from.as_deref(), to.as_deref())?;
            if args.json {
                return Ok(print::json(&wire::Paths::of(&paths))?);
            }
            Ok(print::answer(&terminal::roles::paths(&framework, &paths))?)
        }
    }
}
