// SPDX-License-Identifier: Apache-2.0
//! A server with a small site and a relay, and a client that says exactly what it is told to.

use kindhold::{
    serve::{Limits, listen, serve},
    site::{File, Site},
};
use kindhold_relay::{Place, Relay, Setup};
use std::{
    fs,
    io::{Read as _, Write as _},
    net::{SocketAddr, TcpStream},
    path::{Path, PathBuf},
    thread::JoinHandle,
    time::Duration,
};
use tokio::sync::oneshot;

/// The policy of each page here.
pub(crate) const PAGE_POLICY: &str = "default-src 'none'; style-src 'self'";

const fn file(path: &'static str, plain: &'static [u8], policy: Option<&'static str>) -> File {
    File {
        path,
        content_type: if policy.is_some() {
            "text/html; charset=utf-8"
        } else {
            "image/png"
        },
        policy,
        hash: "abc",
        plain,
        brotli: None,
    }
}

static FILES: [File; 5] = [
    file("/", b"<h1>start</h1>", Some(PAGE_POLICY)),
    file("/404.html", b"<h1>not here</h1>", Some(PAGE_POLICY)),
    file("/app/", b"<h1>app</h1>", Some(PAGE_POLICY)),
    file("/en/right-now/", b"<h1>right now</h1>", Some(PAGE_POLICY)),
    file("/icon.png", b"\x89PNG", None),
];

/// A folder that goes with its owner.
pub(crate) struct Folder(pub(crate) PathBuf);

impl Folder {
    pub(crate) fn new(name: &str) -> Self {
        let unique = format!("kindhold-hardening-{}-{name}", std::process::id());
        let path = std::env::temp_dir().join(unique);
        let _ = fs::remove_dir_all(&path);
        make_private(&path);
        Self(path)
    }

    pub(crate) fn place(&self) -> Place {
        Place::Folder(self.0.clone())
    }

    /// Writes over the database, as a broken disk would.
    pub(crate) fn spoil(&self) {
        for path in below(&self.0).filter(|path| path.is_file()) {
            let size = fs::metadata(&path).expect("it is there").len();
            let noise = vec![0x5a; usize::try_from(size).expect("small")];
            fs::write(path, noise).expect("written");
        }
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The folder around everything is not under test.
fn make_private(path: &Path) {
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path).expect("a folder");
}

/// Everything in a folder and its folders.
pub(crate) fn below(folder: &Path) -> impl Iterator<Item = PathBuf> {
    let mut found = Vec::new();
    let mut left = vec![folder.to_path_buf()];
    while let Some(next) = left.pop() {
        for entry in fs::read_dir(next).expect("a folder").flatten() {
            let path = entry.path();
            if path.is_dir() {
                left.push(path.clone());
            }
            found.push(path);
        }
    }
    found.into_iter()
}

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
    pub(crate) fn with_relay(setup: Setup, limits: Limits) -> Self {
        let (end, ended) = oneshot::channel();
        let (told, addr) = std::sync::mpsc::channel();
        let thread = std::thread::spawn(move || {
            let runtime = tokio::runtime::Runtime::new().expect("a runtime");
            runtime.block_on(async {
                let relay = Relay::open(setup, now).await.expect("it opens");
                let any = SocketAddr::from(([127, 0, 0, 1], 0));
                let listener = listen(Some(any)).await.expect("a free port");
                told.send(listener.local_addr().expect("its address"))
                    .expect("somebody waits");
                let ended = async move {
                    let _ = ended.await;
                };
                serve(listener, Site::new(&FILES), Some(relay), limits, ended).await;
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
