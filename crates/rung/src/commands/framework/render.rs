//! `rung framework render`: a site of pages, or one file.

use std::path::Path;

use rung_app::framework;
use rung_sources::framework::Notation;
use rung_views::site;

use super::put;
use crate::{outcome::Stop, progress::Bar, terminal::print};

pub(super) fn run(path: &Path, format: &str, plot: &str, output: Option<&Path>) -> Result<(), Stop> {
    let named = (path != Path::new("builtin") || path.exists()).then_some(path);
    let (framework, _) = framework::usable(named, &Bar::default())?;
    match (format, output) {
        ("html", None) => Err(Stop::Usage("a site is a folder of pages: say where with -o DIR".to_owned())),
        ("html", Some(folder)) => {
            let pages = site::site(&framework);
            for page in &pages {
                framework::write(&folder.join(&page.path), &page.html())?;
            }
            print::complain(&format!("wrote {} pages to {}; open index.html", pages.len(), folder.display()));
            Ok(())
        }
        ("md", _) => put(output, &site::markdown(&framework)),
        ("csv", _) => put(output, &site::csv(&framework)),
        ("json", _) => put(output, &framework::convert(&framework, Notation::Json)),
        _ => match site::svg(&framework, plot) {
            Some(drawing) => put(output, &drawing),
            None => Err(Stop::Usage(format!(
                "there is nothing to draw as \"{plot}\": name overlap, paths, splits, or a position with 3 axes or more"
            ))),
        },
    }
}
