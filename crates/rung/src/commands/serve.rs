//! `rung serve` and `rung demo`: the web application.

use std::{fs, net::SocketAddr};

use rung_app::{
    dice::Dice,
    error::AppError,
    example,
    server::{Moment, Refused, Server},
};

use crate::{
    cli::{DemoArgs, ServeArgs},
    outcome::Stop,
    progress::Bar,
    surroundings,
    terminal::print,
    web::{Listen, Site, serve},
};

/// The database's name in its folder.
pub(crate) const DATABASE: &str = "rung.db";

pub(crate) fn run(args: &ServeArgs) -> Result<(), Stop> {
    let listen = Listen::parse(&args.listen, args.behind_tls)?;
    let folder = args.data.clone().unwrap_or_else(surroundings::data_folder);
    fs::create_dir_all(&folder).map_err(|cause| AppError::File { path: folder.display().to_string(), cause })?;
    private(&folder);
    let server = Server::open(&folder.join(DATABASE), surroundings::now().as_second()).map_err(stop)?;
    let new = server.organisation().map_err(stop)?.is_none();
    let site = Site::new(server, 0, Vec::new(), listen.behind_tls);
    serve(site, listen, |at| {
        print::complain(&format!("rung listens on http://{at}/ (data in {})", folder.display()));
        if new {
            print::complain("the first page sets it up; Ctrl-C stops it");
        }
    })
}

pub(crate) fn demo(args: &DemoArgs) -> Result<(), Stop> {
    let listen = Listen::parse(&args.listen, false)?;
    let folder = tempfile::Builder::new()
        .prefix("rung-demo-")
        .tempdir()
        .map_err(|cause| AppError::File { path: "a temporary folder".to_owned(), cause })?;
    let example = example::write()?;
    // The example lives on its own day; the clock goes on from there.
    let shift = example.today().as_second() - surroundings::now().as_second();
    let server = Server::open(&folder.path().join(DATABASE), example.today().as_second()).map_err(stop)?;
    let progress = Bar::default();
    let ready = server.fill_with_example(&example, surroundings::chance(), &progress).map_err(stop)?;
    let ready = ready.into_iter().map(|one| (one.login, one.what)).collect();
    let site = Site::new(server, shift, ready, false);
    serve(site, listen, |at: SocketAddr| {
        print::complain(&format!("rung shows its example on http://{at}/ until Ctrl-C; everyone in it is invented"));
    })
}

/// Readable by its owner alone.
fn private(folder: &std::path::Path) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let _ = fs::set_permissions(folder, fs::Permissions::from_mode(0o700));
    }
    #[cfg(not(unix))]
    let _ = folder;
}

/// Why a server does not begin.
pub(crate) fn stop(refused: Refused) -> Stop {
    match refused {
        Refused::App(error) => Stop::App(error),
        other => Stop::Server(other),
    }
}

/// The one reading of clock and chance of a command.
pub(crate) fn moment() -> Moment {
    Moment { now: surroundings::now(), dice: Dice::new(surroundings::chance()) }
}
