//! `rung init [DIR]`: commented files to start from. Never overwrites.

use std::fs;

use rung_app::error::AppError;
use rung_sources::init;

use crate::{cli::InitArgs, outcome::Stop, terminal::print};

pub(crate) fn run(args: &InitArgs) -> Result<(), Stop> {
    let failed = |path: &std::path::Path, cause| AppError::File { path: path.display().to_string(), cause };
    fs::create_dir_all(&args.dir).map_err(|cause| failed(&args.dir, cause))?;
    let mut said = String::new();
    for (name, text) in init::files() {
        let path = args.dir.join(name);
        match fs::File::create_new(&path) {
            Ok(mut file) => {
                std::io::Write::write_all(&mut file, text.as_bytes()).map_err(|cause| failed(&path, cause))?;
                said.push_str(&format!("wrote {}\n", path.display()));
            }
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
                said.push_str(&format!("kept  {} (it was there already)\n", path.display()));
            }
            Err(cause) => return Err(failed(&path, cause).into()),
        }
    }
    let dir = args.dir.display();
    said.push_str(&format!(
        "\nEdit them, then:\n  rung report --roster {dir}/roster.toml --rules {dir}/rules.toml --days {dir}/days.toml\n"
    ));
    Ok(print::answer(&said)?)
}
