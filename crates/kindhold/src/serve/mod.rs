// SPDX-License-Identifier: Apache-2.0
//! Serving the site. Nobody's visit is written down: there is no access log.

mod answer;
mod connections;
mod headers;

pub(crate) use headers::guard;

use crate::{questions, site::Site};
use axum::{Router, extract::Request, middleware::from_fn, routing::get};
use kindhold_relay::{
    Relay, Setup,
    log::{Event, Level, log},
};
use std::{
    io,
    net::{IpAddr, Ipv4Addr, SocketAddr},
    time::Duration,
};
use tokio::net::TcpListener;

pub use connections::Limits;

/// Where it listens when nobody says otherwise.
const PORT: u16 = 8080;

/// Why serving did not work out.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ServeError {
    /// The program was built without a site.
    #[error("This program was built without the site. `cargo xtask build` builds one that has it.")]
    NoSite,
    /// The address cannot be had.
    #[error("{addr} cannot be used: {cause}. Another one can be given with --addr.")]
    Address {
        /// The address.
        addr: SocketAddr,
        /// What the system said.
        cause: io::Error,
    },
    /// The relay's database does not open.
    #[error("The relay’s data does not open: {0}.")]
    Relay(#[from] kindhold_relay::Fault),
    /// The system refuses something it has to give.
    #[error("the system said: {0}")]
    System(#[from] io::Error),
}

/// Everything that is answered: the relay, if there is one, and the site.
pub fn router(site: Site, relay: Option<Relay>) -> Router {
    // Asked by every article, so it is answered also where there are none.
    let takes = relay.as_ref().is_some_and(Relay::takes_questions);
    let info = move || async move { questions::info(takes) };
    let mut routes = Router::new().route("/questions/info", get(info));
    if let Some(relay) = relay {
        if relay.takes_questions() {
            routes = routes.merge(questions::router(site, relay.clone()));
        }
        routes = routes.merge(kindhold_relay::router(relay));
    }
    routes
        .fallback(move |request: Request| async move { answer::answer(site, &request) })
        .layer(from_fn(headers::watch))
}

/// Takes an address: the one that was asked for, or the first free one from port 8080 upwards on
/// this machine alone.
///
/// # Errors
/// [`ServeError::Address`].
pub async fn listen(addr: Option<SocketAddr>) -> Result<TcpListener, ServeError> {
    let first = SocketAddr::from((Ipv4Addr::LOCALHOST, PORT));
    let wanted = addr.unwrap_or(first);
    let cause = match TcpListener::bind(wanted).await {
        Ok(listener) => return Ok(listener),
        Err(cause) => cause,
    };
    if addr.is_none() && cause.kind() == io::ErrorKind::AddrInUse {
        for port in PORT + 1..PORT + 50 {
            if let Ok(listener) = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await {
                return Ok(listener);
            }
        }
    }
    Err(ServeError::Address {
        addr: wanted,
        cause,
    })
}

/// Serves until `end`, then lets answers that are under way go out.
pub async fn serve(
    listener: TcpListener,
    site: Site,
    relay: Option<Relay>,
    limits: Limits,
    end: impl Future<Output = ()>,
) {
    connections::run(listener, router(site, relay), limits, end).await;
}

/// Serves the built-in site until the program is told to stop.
///
/// # Errors
/// [`ServeError`].
pub async fn run(
    addr: Option<SocketAddr>,
    metrics: Option<SocketAddr>,
    relay: Option<Setup>,
    proxy: Option<IpAddr>,
) -> Result<(), ServeError> {
    let site = Site::built_in();
    if site.is_empty() && relay.is_none() {
        return Err(ServeError::NoSite);
    }
    let relay = match relay {
        Some(setup) => Some(Relay::open(setup, now).await?),
        None => None,
    };
    if let Some(relay) = relay.clone() {
        tokio::spawn(sweep(relay));
    }
    if let (Some(addr), Some(relay)) = (metrics, relay.clone()) {
        let listener = listen(Some(addr)).await?;
        let counts = Router::new()
            .route("/metrics", get(move || async move { relay.metrics() }))
            .layer(from_fn(headers::watch));
        let never = std::future::pending();
        tokio::spawn(connections::run(listener, counts, Limits::default(), never));
    }
    let listener = listen(addr).await?;
    println!(
        "Kindhold is at http://{}/ (Ctrl-C ends it)",
        listener.local_addr()?
    );
    let is_relay = relay.is_some();
    let say = move |event| {
        if is_relay {
            log(Level::Info, event, None);
        }
    };
    say(Event::Started);
    let stop = async move {
        told_to_stop().await;
        say(Event::Stopping);
    };
    let limits = Limits {
        proxy,
        ..Limits::default()
    };
    serve(listener, site, relay, limits, stop).await;
    Ok(())
}

/// Throws away, every hour, what nobody fetched in time.
async fn sweep(relay: Relay) {
    let mut hours = tokio::time::interval(Duration::from_secs(3600));
    loop {
        hours.tick().await;
        if let Err(fault) = relay.sweep().await {
            log(Level::Error, Event::Sweep, Some(&fault.to_string()));
        }
    }
}

/// Seconds since 1970-01-01T00:00:00Z.
fn now() -> u64 {
    let now = jiff::Timestamp::now().as_second();
    u64::try_from(now).unwrap_or_default()
}

async fn told_to_stop() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = tokio::signal::ctrl_c() => {}
                _ = terminate.recv() => {}
            }
            return;
        }
    }
    let _ = tokio::signal::ctrl_c().await;
}
