// SPDX-License-Identifier: Apache-2.0
//! Connections, each within limits, so that nobody can hold the server up.

use axum::{Router, extract::Request, http::HeaderMap, middleware::map_request};
use hyper::server::conn::http1;
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    server::graceful::GracefulShutdown,
    service::TowerToHyperService,
};
use kindhold_relay::Peer;
use std::{net::IpAddr, pin::pin, sync::Arc, time::Duration};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::Semaphore,
    time::{sleep, timeout},
};

/// What one client may take.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Connections at a time; more wait.
    pub connections: usize,
    /// For sending the head of a request, also the next one on an open connection.
    pub head: Duration,
    /// For everything on one connection. A slow phone loads the whole app well within it.
    pub connection: Duration,
    /// For answers that are under way when the server ends.
    pub farewell: Duration,
    /// A proxy in front of it, whose word on who asks is taken; nobody else’s is.
    pub proxy: Option<IpAddr>,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connections: 1024,
            head: Duration::from_secs(20),
            connection: Duration::from_secs(600),
            farewell: Duration::from_secs(5),
            proxy: None,
        }
    }
}

/// Bytes of a request's head.
const HEAD_BYTES: usize = 16 * 1024;

/// Accepts until `end`.
pub(super) async fn run(
    listener: TcpListener,
    router: Router,
    limits: Limits,
    end: impl Future<Output = ()>,
) {
    let mut end = pin!(end);
    let places = Arc::new(Semaphore::new(limits.connections));
    let graceful = GracefulShutdown::new();
    loop {
        let next = async {
            let place = Arc::clone(&places).acquire_owned().await;
            (place, listener.accept().await)
        };
        let (place, accepted) = tokio::select! {
            next = next => next,
            () = &mut end => break,
        };
        let Ok((stream, peer)) = accepted else {
            // Out of file handles, most likely: wait until some are given back.
            sleep(Duration::from_millis(50)).await;
            continue;
        };
        let connection = graceful.watch(connection(
            stream,
            named(router.clone(), peer.ip(), limits.proxy),
            limits,
        ));
        tokio::spawn(async move {
            // Errors are the client's: it went away, or it sent what is not HTTP.
            let _ = timeout(limits.connection, connection).await;
            drop(place);
        });
    }
    drop(listener);
    let _ = timeout(limits.farewell, graceful.shutdown()).await;
}

/// Every request knows from whom it comes.
fn named(router: Router, peer: IpAddr, proxy: Option<IpAddr>) -> Router {
    router.layer(map_request(move |mut request: Request| {
        let who = client(peer, proxy, request.headers());
        request.extensions_mut().insert(Peer(who));
        async move { request }
    }))
}

/// Whom a request counts for. A proxy adds the address it sees at the end of `x-forwarded-for`; what stands
/// before that is anybody’s word.
fn client(peer: IpAddr, proxy: Option<IpAddr>, headers: &HeaderMap) -> IpAddr {
    let peer = peer.to_canonical();
    if proxy.map(|p| p.to_canonical()) != Some(peer) {
        return peer;
    }
    let lines = headers.get_all("x-forwarded-for");
    let last = lines.iter().next_back().and_then(|line| line.to_str().ok());
    let last = last.and_then(|line| line.rsplit(',').next());
    let named = last.and_then(|address| address.trim().parse().ok());
    named.map_or(peer, |address: IpAddr| address.to_canonical())
}

fn connection(
    stream: TcpStream,
    router: Router,
    limits: Limits,
) -> http1::Connection<TokioIo<TcpStream>, TowerToHyperService<Router>> {
    let _ = stream.set_nodelay(true);
    http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(limits.head)
        .max_buf_size(HEAD_BYTES)
        .serve_connection(TokioIo::new(stream), TowerToHyperService::new(router))
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    #[test]
    fn only_the_proxys_own_word_on_who_asks_is_taken() {
        let [proxy, person, other] =
            [[10, 0, 0, 1], [192, 0, 2, 7], [192, 0, 2, 8]].map(IpAddr::from);
        let mut headers = HeaderMap::new();
        assert_eq!(client(proxy, Some(proxy), &headers), proxy);
        let said = HeaderValue::from_static("192.0.2.66, 192.0.2.7");
        headers.append("x-forwarded-for", said);
        assert_eq!(client(proxy, Some(proxy), &headers), person);
        assert_eq!(client(other, Some(proxy), &headers), other);
        assert_eq!(client(other, None, &headers), other);
        headers.append("x-forwarded-for", HeaderValue::from_static("192.0.2.8"));
        assert_eq!(client(proxy, Some(proxy), &headers), other);
        headers.append("x-forwarded-for", HeaderValue::from_static("nobody"));
        assert_eq!(client(proxy, Some(proxy), &headers), proxy);
    }
}
