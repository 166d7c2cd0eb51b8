// SPDX-License-Identifier: Apache-2.0
//! The server over a real socket, spoken to in plain HTTP.

mod server;

use kindhold::{serve::Limits, site::File};
use server::Server;
use std::{
    io::{Read as _, Write as _},
    time::Duration,
};

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

fn started(limits: Limits) -> Server {
    Server::start(&FILES, None, limits)
}

#[test]
fn pages_come_with_their_type_and_their_policy() {
    let server = started(Limits::default());
    let start = server.ask("GET", "/", "", b"");
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
    let icon = server.ask("GET", "/icon.png?from=anywhere", "", b"");
    assert_eq!(icon.header("content-type"), Some("image/png"));
    assert!(
        icon.header("content-security-policy")
            .is_some_and(|p| p.contains("'none'"))
    );
    server.stop();
}

#[test]
fn every_answer_is_guarded() {
    let server = started(Limits::default());
    for (method, path) in [
        ("GET", "/"),
        ("GET", "/nowhere"),
        ("GET", "/en/right-now"),
        ("POST", "/"),
        ("HEAD", "/app/"),
    ] {
        let answer = server.ask(method, path, "", b"");
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
    let server = started(Limits::default());
    let isolated = |path| {
        let answer = server.ask("GET", path, "", b"");
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
    let server = started(Limits::default());
    for wish in ["br", "gzip, deflate, br, zstd", "gzip;q=0.5, BR;q=0.1"] {
        let answer = server.ask("GET", "/", &format!("accept-encoding: {wish}\r\n"), b"");
        assert_eq!(
            (answer.header("content-encoding"), answer.body.as_str()),
            (Some("br"), "packed")
        );
        assert_eq!(answer.header("etag"), Some("\"abc-br\""));
        assert_eq!(answer.header("vary"), Some("accept-encoding"));
    }
    for wish in ["gzip", "br;q=0", "br; q=0.0", "*", "brotli", ""] {
        let answer = server.ask("GET", "/", &format!("accept-encoding: {wish}\r\n"), b"");
        assert_eq!(
            (answer.header("content-encoding"), answer.header("etag")),
            (None, Some("\"abc\""))
        );
    }
    let icon = server.ask("GET", "/icon.png", "accept-encoding: br\r\n", b"");
    assert_eq!(icon.header("content-encoding"), None);
    server.stop();
}

#[test]
fn what_is_there_already_is_not_sent_again() {
    let server = started(Limits::default());
    for tags in ["\"abc\"", "W/\"abc\"", "\"other\", \"abc\"", "*"] {
        let answer = server.ask("GET", "/", &format!("if-none-match: {tags}\r\n"), b"");
        assert_eq!((answer.status(), answer.body.as_str()), (304, ""), "{tags}");
        assert_eq!(answer.header("etag"), Some("\"abc\""));
    }
    for tags in ["\"abc-br\"", "\"ab\"", "abc"] {
        let answer = server.ask("GET", "/", &format!("if-none-match: {tags}\r\n"), b"");
        assert_eq!(answer.status(), 200, "{tags}");
    }
    server.stop();
}

#[test]
fn the_app_does_not_come_back_from_a_cache() {
    let server = started(Limits::default());
    assert_eq!(
        server.ask("GET", "/app/", "", b"").header("cache-control"),
        Some("no-store")
    );
    server.stop();
}

#[test]
fn a_wrong_address_is_met_kindly() {
    let server = started(Limits::default());
    for path in [
        "/nowhere",
        "/404.html",
        "/en/",
        "/app/x",
        "//",
        "/en/right-now/?x",
    ] {
        let answer = server.ask("GET", path, "", b"");
        let known = path.starts_with("/en/right-now/");
        assert_eq!(answer.status(), if known { 200 } else { 404 }, "{path}");
        assert!(known || answer.body == "<h1>not here</h1>", "{path}");
    }
    let answer = server.ask("GET", "/nowhere", "if-none-match: *\r\n", b"");
    assert_eq!(answer.status(), 404);
    server.stop();
}

#[test]
fn a_forgotten_slash_leads_to_the_page_and_nowhere_else() {
    let server = started(Limits::default());
    let moved = server.ask("GET", "/en/right-now?secret=1", "", b"");
    assert_eq!(
        (moved.status(), moved.header("location")),
        (308, Some("/en/right-now/"))
    );
    assert_eq!(server.ask("GET", "//example.org/..", "", b"").status(), 404);
    server.stop();
}

#[test]
fn nothing_but_the_site_can_be_reached() {
    let server = started(Limits::default());
    for path in [
        "/../../../../etc/passwd",
        "/..%2f..%2f..%2fetc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/app/../../Cargo.toml",
        "/.git/config",
        "/en/right-now/%00",
        "/\\..\\..",
    ] {
        let answer = server.ask("GET", path, "", b"");
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
    let server = started(Limits::default());
    for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "X"] {
        let answer = server.ask(method, "/", "content-length: 0\r\n", b"");
        assert_eq!(
            (answer.status(), answer.header("allow")),
            (405, Some("GET, HEAD")),
            "{method}"
        );
    }
    let head = server.ask("HEAD", "/", "", b"");
    assert_eq!((head.status(), head.body.as_str()), (200, ""));
    assert_eq!(head.header("content-length"), Some("14"));
    server.stop();
}

#[test]
fn requests_without_end_are_cut_off() {
    let server = started(Limits {
        head: Duration::from_millis(300),
        ..Limits::default()
    });
    let long = server.ask("GET", &format!("/{}", "x".repeat(20_000)), "", b"");
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
    let server = started(limits);
    let _held = server.connect();
    assert_eq!(server.ask("GET", "/", "", b"").status(), 200);
    server.stop();
}

#[test]
fn two_requests_go_over_one_connection_and_the_end_is_orderly() {
    let server = started(Limits::default());
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
