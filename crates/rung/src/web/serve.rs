//! Listening, jobs in the background, stopping.

use std::{
    net::{IpAddr, SocketAddr},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use rung_app::{dice::Dice, server::Moment};

use super::{Site, edge};
use crate::{outcome::Stop, surroundings, terminal::print};

/// Where to listen.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Listen {
    /// Address and port.
    pub(crate) at: SocketAddr,
    /// True where a proxy in front speaks TLS.
    pub(crate) behind_tls: bool,
}

impl Listen {
    /// Reads an address; refuses one that others reach without TLS.
    ///
    /// # Errors
    /// [`Stop::Usage`] with what to do.
    pub(crate) fn parse(text: &str, behind_tls: bool) -> Result<Self, Stop> {
        let at: SocketAddr = text
            .parse()
            .map_err(|_| Stop::Usage(format!("--listen {text}: give an address and a port, such as 127.0.0.1:7420")))?;
        let here = match at.ip() {
            IpAddr::V4(ip) => ip.is_loopback(),
            IpAddr::V6(ip) => ip.is_loopback(),
        };
        if !here && !behind_tls {
            let why = "others would reach it without TLS; put a proxy that speaks TLS in front and say --behind-tls";
            return Err(Stop::Usage(format!("--listen {text}: {why}")));
        }
        Ok(Self { at, behind_tls })
    }
}

/// Serves until it is told to stop. `said` is printed once it listens, with the address.
pub(crate) fn serve(site: Site, listen: Listen, said: impl FnOnce(SocketAddr)) -> Result<(), Stop> {
    let site = Arc::new(site);
    if let Err(error) = site.book() {
        print::complain(&format!("error: the roles cannot be shown: {error}"));
    }
    let over = Arc::new(AtomicBool::new(false));
    let worker = {
        let (site, over) = (Arc::clone(&site), Arc::clone(&over));
        std::thread::spawn(move || work(&site, &over))
    };
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().max_blocking_threads(8).build()?;
    let done: std::io::Result<()> = runtime.block_on(async {
        let listener = tokio::net::TcpListener::bind(listen.at).await?;
        said(listener.local_addr()?);
        let router = edge::router(Arc::clone(&site)).into_make_service_with_connect_info::<SocketAddr>();
        axum::serve(listener, router).with_graceful_shutdown(told_to_stop()).await
    });
    over.store(true, Ordering::Relaxed);
    runtime.shutdown_timeout(Duration::from_secs(2));
    let _ = worker.join();
    done.map_err(|error| match error.kind() {
        std::io::ErrorKind::AddrInUse => {
            Stop::Usage(format!("{} is in use; name another with --listen, or stop what listens there", listen.at))
        }
        _ => Stop::Output(error),
    })
}

/// Ctrl-C, or what a service is stopped with.
async fn told_to_stop() {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        match signal(SignalKind::terminate()) {
            Ok(mut terminate) => {
                tokio::select! {
                    _ = interrupt => {}
                    _ = terminate.recv() => {}
                }
            }
            Err(_) => drop(interrupt.await),
        }
    }
    #[cfg(not(unix))]
    drop(interrupt.await);
}

/// Does jobs as they come, and once a day what retention asks for.
fn work(site: &Site, over: &AtomicBool) {
    let mut day = None;
    // Figures of several people are published when nothing waits to be read any more.
    let mut read = true;
    while !over.load(Ordering::Relaxed) {
        let now = surroundings::now();
        let now = jiff::Timestamp::from_second(now.as_second() + site.shift).unwrap_or(now);
        let moment = Moment { now, dice: Dice::new(surroundings::chance()) };
        let today = now.as_second() / 86_400;
        if day != Some(today) {
            (day, read) = (Some(today), true);
            let daily =
                site.server.retain(&moment).map(drop).and_then(|()| site.server.read_all_again(&moment).map(drop));
            if let Err(error) = daily {
                print::complain(&format!("error: the daily work: {error}"));
            }
        }
        match site.server.work(&moment) {
            Ok(true) => read = true,
            Ok(false) => {
                if std::mem::take(&mut read)
                    && let Err(error) = site.server.publish(&moment)
                {
                    print::complain(&format!("error: publishing: {error}"));
                }
                std::thread::sleep(Duration::from_millis(150));
            }
            Err(error) => {
                print::complain(&format!("error: job: {error}"));
                std::thread::sleep(Duration::from_secs(1));
            }
        }
    }
}
