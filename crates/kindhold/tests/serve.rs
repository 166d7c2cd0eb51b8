// SPDX-License-Identifier: Apache-2.0
//! The server over a real socket, spoken to in plain HTTP.

use kindhold::{
    serve::{Limits, listen, serve},
    site::{File, Site},
};
use std::{
    io::{Read as _, Write as _},
    net::{SocketAddr, TcpStream},
    thread::JoinHandle,
    time::Duration,
};
use tokio::sync::oneshot;

const HTML: &str = "text/html; charset=utf-8";

const fn page(path: &'static str, plain: &'static [u8], policy: Option<&'static str>) -> File {
    File {
        path,
        content_type: HTML,
        policy,
        hash: "abc",
        plain,
        brotli: Some(b"packed"),
    }
}

static FILES: [File; 8] = [
    page("/", b"<h1>start</h1>", Some("style-src 'sha256-x'")),
    page(
        "/404.html",
        b"<h1>not here</h1>",
        Some("default-src 'self'"),
    ),
    page("/app/", b"<h1>app</h1>", None),
    page("/app/locked.html", b"<title>...</title>", None),
    page("/en/right-now/", b"<h1>right now</h1>", None),
    File {
        path: "/icon.png",
        content_type: "image/png",
        policy: None,
        hash: "def",
        plain: b"\x89PNG",
        brotli: None,
    },
    page("/measures/", b"<h1>kitchen</h1>", None),
    page("/sw.js", b"onfetch", None),
];

/// A server of its own for a test.
struct Server {
    addr: SocketAddr,
    end: oneshot::Sender<()>,
    thread: JoinHandle<()>,
}

impl Server {
    fn start(limits: Limits) -> Self {
        let (end, ended) = oneshot::channel();
        let (told, addr) = std::sync::mpsc::channel();
        let thread = std::thread::spawn(move || {
            let runtime = tokio::runtime::Runtime::new().expect("a runtime");
            runtime.block_on(async {
                let any = SocketAddr::from(([127, 0, 0, 1], 0));
                let listener = listen(Some(any)).await.expect("a free port");
                told.send(listener.local_addr().expect("its address"))
                    .expect("somebody waits");
                let ended = async move {
                    let _ = ended.await;
                };
                serve(listener, Site::new(&FILES), None, limits, ended).await;
            });
        });
        let addr = addr.recv().expect("it starts");
        Self { addr, end, thread }
    }

    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.addr).expect("it listens");
        stream
            .set_read_timeout(Some(Duration::from_secs(20)))
            .expect("a time limit");
        stream
    }

    /// Sends this and reads until the server hangs up.
    fn say(&self, request: &str) -> Answer {
        let mut stream = self.connect();
        stream.write_all(request.as_bytes()).expect("it reads");
        let mut all = Vec::new();
        stream.read_to_end(&mut all).expect("it answers");
        let all = String::from_utf8_lossy(&all).into_owned();
        let (head, body) = all.split_once("\r\n\r\n").expect("head and body");
        Answer {
            head: head.to_lowercase(),
            body: body.to_owned(),
        }
    }

    fn ask(&self, method: &str, path: &str, more: &str) -> Answer {
        self.say(&format!(
            "{method} {path} HTTP/1.1\r\nhost: a\r\nconnection: close\r\n{more}\r\n"
        ))
    }

    fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, "")
    }

    fn stop(self) {
        let _ = self.end.send(());
        self.thread.join().expect("it ends well");
    }
}

struct Answer {
    head: String,
    body: String,
}

impl Answer {
    fn status(&self) -> u16 {
        let word = self.head.split(' ').nth(1).expect("a status");
        word.parse().expect("a number")
    }

    fn header(&self, name: &str) -> Option<&str> {
        let lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines
            .filter(|(n, _)| *n == name)
            .map(|(_, value)| value)
            .next()
    }
}

#[test]
fn pages_come_with_their_type_and_their_policy() {
    let server = Server::start(Limits::default());
    let start = server.get("/");
    assert_eq!(
        (start.status(), start.body.as_str()),
        (200, "<h1>start</h1>")
    );
    assert_eq!(start.header("content-type"), Some(HTML));
    assert_eq!(
        start.header("content-security-policy"),
        Some("style-src 'sha256-x'")
    );
    assert_eq!(start.header("cache-control"), Some("no-cache"));
    let icon = server.get("/icon.png?from=anywhere");
    assert_eq!(icon.header("content-type"), Some("image/png"));
    assert!(
        icon.header("content-security-policy")
            .is_some_and(|p| p.contains("'none'"))
    );
    server.stop();
}

#[test]
fn every_answer_is_guarded() {
    let server = Server::start(Limits::default());
    for (method, path) in [
        ("GET", "/"),
        ("GET", "/nowhere"),
        ("GET", "/en/right-now"),
        ("POST", "/"),
        ("HEAD", "/app/"),
    ] {
        let answer = server.ask(method, path, "");
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "no-referrer"),
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-resource-policy", "same-origin"),
            ("cross-origin-embedder-policy", "require-corp"),
            ("x-dns-prefetch-control", "off"),
        ] {
            assert_eq!(answer.header(name), Some(value), "{method} {path}");
        }
        let unused = answer.header("permissions-policy").expect("it is there");
        assert!(unused.contains("geolocation=()") && unused.contains("camera=()"));
        assert!(
            answer.header("content-security-policy").is_some(),
            "{method} {path}"
        );
        assert!(answer.header("server").is_none() && answer.header("set-cookie").is_none());
    }
    server.stop();
}

#[test]
fn what_a_lock_leads_through_may_not_share_the_apps_process() {
    let server = Server::start(Limits::default());
    let isolated = |path| {
        let answer = server.get(path);
        assert_eq!(answer.status(), 200, "{path}");
        let opener = answer.header("cross-origin-opener-policy");
        assert_eq!(opener, Some("same-origin"), "{path}");
        answer.header("cross-origin-embedder-policy").is_some()
    };
    assert!(isolated("/app/") && isolated("/"));
    for path in ["/app/locked.html", "/measures/", "/sw.js"] {
        assert!(!isolated(path), "{path}");
    }
    server.stop();
}

#[test]
fn who_takes_brotli_gets_it_under_its_own_tag() {
    let server = Server::start(Limits::default());
    for wish in ["br", "gzip, deflate, br, zstd", "gzip;q=0.5, BR;q=0.1"] {
        let answer = server.ask("GET", "/", &format!("accept-encoding: {wish}\r\n"));
        assert_eq!(
            (answer.header("content-encoding"), answer.body.as_str()),
            (Some("br"), "packed")
        );
        assert_eq!(answer.header("etag"), Some("\"abc-br\""));
        assert_eq!(answer.header("vary"), Some("accept-encoding"));
    }
    for wish in ["gzip", "br;q=0", "br; q=0.0", "*", "brotli", ""] {
        let answer = server.ask("GET", "/", &format!("accept-encoding: {wish}\r\n"));
        assert_eq!(
            (answer.header("content-encoding"), answer.header("etag")),
            (None, Some("\"abc\""))
        );
    }
    let icon = server.ask("GET", "/icon.png", "accept-encoding: br\r\n");
    assert_eq!(icon.header("content-encoding"), None);
    server.stop();
}

#[test]
fn what_is_there_already_is_not_sent_again() {
    let server = Server::start(Limits::default());
    for tags in ["\"abc\"", "W/\"abc\"", "\"other\", \"abc\"", "*"] {
        let answer = server.ask("GET", "/", &format!("if-none-match: {tags}\r\n"));
        assert_eq!((answer.status(), answer.body.as_str()), (304, ""), "{tags}");
        assert_eq!(answer.header("etag"), Some("\"abc\""));
    }
    for tags in ["\"abc-br\"", "\"ab\"", "abc"] {
        let answer = server.ask("GET", "/", &format!("if-none-match: {tags}\r\n"));
        assert_eq!(answer.status(), 200, "{tags}");
    }
    server.stop();
}

#[test]
fn the_app_does_not_come_back_from_a_cache() {
    let server = Server::start(Limits::default());
    assert_eq!(
        server.get("/app/").header("cache-control"),
        Some("no-store")
    );
    server.stop();
}

#[test]
fn a_wrong_address_is_met_kindly() {
    let server = Server::start(Limits::default());
    for path in [
        "/nowhere",
        "/404.html",
        "/en/",
        "/app/x",
        "//",
        "/en/right-now/?x",
    ] {
        let answer = server.get(path);
        let known = path.starts_with("/en/right-now/");
        assert_eq!(answer.status(), if known { 200 } else { 404 }, "{path}");
        assert!(known || answer.body == "<h1>not here</h1>", "{path}");
    }
    let answer = server.ask("GET", "/nowhere", "if-none-match: *\r\n");
    assert_eq!(answer.status(), 404);
    server.stop();
}

#[test]
fn a_forgotten_slash_leads_to_the_page_and_nowhere_else() {
    let server = Server::start(Limits::default());
    let moved = server.get("/en/right-now?secret=1");
    assert_eq!(
        (moved.status(), moved.header("location")),
        (308, Some("/en/right-now/"))
    );
    assert_eq!(server.get("//example.org/..").status(), 404);
    server.stop();
}

#[test]
fn nothing_but_the_site_can_be_reached() {
    let server = Server::start(Limits::default());
    for path in [
        "/../../../../etc/passwd",
        "/..%2f..%2f..%2fetc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/app/../../Cargo.toml",
        "/.git/config",
        "/en/right-now/%00",
        "/\\..\\..",
    ] {
        let answer = server.get(path);
        assert!(
            matches!(answer.status(), 400 | 404),
            "{path}: {}",
            answer.status()
        );
    }
    server.stop();
}

#[test]
fn only_reading_is_possible() {
    let server = Server::start(Limits::default());
    for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "X"] {
        let answer = server.ask(method, "/", "content-length: 0\r\n");
        assert_eq!(
            (answer.status(), answer.header("allow")),
            (405, Some("get, head")),
            "{method}"
        );
    }
    let head = server.ask("HEAD", "/", "");
    assert_eq!((head.status(), head.body.as_str()), (200, ""));
    assert_eq!(head.header("content-length"), Some("14"));
    server.stop();
}

#[test]
fn requests_without_end_are_cut_off() {
    let server = Server::start(Limits {
        head: Duration::from_millis(300),
        ..Limits::default()
    });
    let long = server.ask("GET", &format!("/{}", "x".repeat(20_000)), "");
    assert!(
        matches!(long.status(), 400 | 414 | 431),
        "{}",
        long.status()
    );
    let mut slow = server.connect();
    slow.write_all(b"GET / HTTP/1.1\r\nhost: a\r\n")
        .expect("it reads");
    let mut all = Vec::new();
    slow.read_to_end(&mut all).expect("the server hangs up");
    assert!(!String::from_utf8_lossy(&all).contains("200 OK"));
    server.stop();
}

#[test]
fn one_who_holds_every_place_does_not_hold_it_for_ever() {
    let limits = Limits {
        connections: 1,
        connection: Duration::from_millis(300),
        ..Limits::default()
    };
    let server = Server::start(limits);
    let _held = server.connect();
    assert_eq!(server.get("/").status(), 200);
    server.stop();
}

#[test]
fn two_requests_go_over_one_connection_and_the_end_is_orderly() {
    let server = Server::start(Limits::default());
    let mut stream = server.connect();
    for _ in 0..2 {
        stream
            .write_all(b"GET /icon.png HTTP/1.1\r\nhost: a\r\n\r\n")
            .expect("it reads");
        let mut all = Vec::new();
        while !all.ends_with(b"\x89PNG") {
            let mut some = [0; 512];
            let count = stream.read(&mut some).expect("it answers");
            assert!(count > 0, "it hung up");
            all.extend_from_slice(&some[..count]);
        }
    }
    server.stop();
    assert_eq!(stream.read(&mut [0; 8]).expect("a clean end"), 0);
}
