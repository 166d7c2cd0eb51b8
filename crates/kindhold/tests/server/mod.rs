// SPDX-License-Identifier: Apache-2.0
//! A server over a real socket, and a client that says exactly what it is told to.

use kindhold::{
    serve::{Limits, listen, serve},
    site::{File, Site},
};
use kindhold_relay::{Relay, Setup};
use std::{
    io::{Read as _, Write as _},
    net::{SocketAddr, TcpStream},
    thread::JoinHandle,
    time::Duration,
};
use tokio::sync::oneshot;

fn now() -> u64 {
    20_000 * 86_400
}

/// A server of its own for a test.
pub(crate) struct Server {
    addr: SocketAddr,
    end: oneshot::Sender<()>,
    thread: JoinHandle<()>,
}

impl Server {
    /// It serves these files, and is a relay where that is asked for.
    pub(crate) fn start(files: &'static [File], relay: Option<Setup>, limits: Limits) -> Self {
        let (end, ended) = oneshot::channel();
        let (told, addr) = std::sync::mpsc::channel();
        let thread = std::thread::spawn(move || {
            let runtime = tokio::runtime::Runtime::new().expect("a runtime");
            runtime.block_on(async {
                let relay = match relay {
                    Some(setup) => Some(Relay::open(setup, now).await.expect("it opens")),
                    None => None,
                };
                let any = SocketAddr::from(([127, 0, 0, 1], 0));
                let listener = listen(Some(any)).await.expect("a free port");
                told.send(listener.local_addr().expect("its address"))
                    .expect("somebody waits");
                let ended = async move {
                    let _ = ended.await;
                };
                serve(listener, Site::new(files), relay, limits, ended).await;
            });
        });
        let addr = addr.recv().expect("it starts");
        Self { addr, end, thread }
    }

    pub(crate) fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.addr).expect("it listens");
        let patience = Some(Duration::from_secs(20));
        stream.set_read_timeout(patience).expect("a time limit");
        stream
    }

    /// Sends this and reads until the server hangs up.
    pub(crate) fn say(&self, request: &[u8]) -> Answer {
        let mut stream = self.connect();
        stream.write_all(request).expect("it reads");
        let mut all = Vec::new();
        let _ = stream.read_to_end(&mut all);
        let all = String::from_utf8_lossy(&all).into_owned();
        let (head, body) = all.split_once("\r\n\r\n").expect("head and body");
        Answer {
            head: head.to_owned(),
            body: body.to_owned(),
        }
    }

    pub(crate) fn ask(&self, method: &str, path: &str, more: &str, body: &[u8]) -> Answer {
        let head =
            format!("{method} {path} HTTP/1.1\r\nhost: a\r\nconnection: close\r\n{more}\r\n");
        self.say(&[head.as_bytes(), body].concat())
    }

    pub(crate) fn stop(self) {
        let _ = self.end.send(());
        self.thread.join().expect("it ends well");
    }
}

/// What came back. Names of headers are in small letters, as the server writes them.
pub(crate) struct Answer {
    pub(crate) head: String,
    pub(crate) body: String,
}

impl Answer {
    pub(crate) fn status(&self) -> u16 {
        let word = self.head.split(' ').nth(1).expect("a status");
        word.parse().expect("a number")
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let mut lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines.find(|(n, _)| *n == name).map(|(_, value)| value)
    }
}
