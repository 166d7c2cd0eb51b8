// SPDX-License-Identifier: Apache-2.0
//! What a security review asks of the server, over a real socket: site and relay together, as they are served.

#[path = "hardening/served.rs"]
mod served;
mod server;

use kindhold::serve::Limits;
use kindhold_relay::{Limits as Most, Setup};
use served::{Folder, served};
use std::{
    io::{Read as _, Write as _},
    net::IpAddr,
    time::Duration,
};

const BOX: &str = "/relay/v1/mailboxes/0000000000000000000000000000000a";

/// A request for each way in which an answer comes about.
const EVERY_KIND: &[(&str, &str, &str, u16)] = &[
    ("GET", "/", "", 200),
    ("GET", "/", "if-none-match: \"abc\"\r\n", 304),
    ("HEAD", "/app/", "", 200),
    ("GET", "/icon.png", "", 200),
    ("GET", "/en/right-now", "", 308),
    ("GET", "/nowhere", "", 404),
    ("POST", "/", "", 405),
    ("TRACE", "/", "", 405),
    ("GET", "/questions/info", "", 200),
    ("POST", "/questions/info", "", 405),
    ("GET", "/healthz", "", 200),
    ("POST", "/healthz", "", 405),
    ("GET", "/relay/v1/info", "", 200),
    ("GET", "/relay/v1/openapi.json", "", 200),
    ("GET", "/relay/v1/nothing", "", 404),
    ("TRACE", "/relay/v1/info", "", 405),
    ("POST", "/relay/v1/challenge", "", 200),
    ("POST", "/relay/v1/session", "", 400),
    ("GET", "/relay/v1/state", "", 401),
    ("POST", "/relay/v1/push", "", 401),
    ("GET", BOX, "", 404),
    ("DELETE", BOX, "", 204),
    ("DELETE", BOX, "sec-fetch-site: cross-site\r\n", 403),
];

#[test]
fn no_kind_of_answer_leaves_without_its_guards() {
    let folder = Folder::new("guards");
    let server = served(Setup::new(folder.place()), Limits::default());
    for (method, path, more, status) in EVERY_KIND {
        let answer = server.ask(method, path, more, b"");
        let what = format!("{method} {path}");
        assert_eq!(answer.status(), *status, "{what}");
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("x-frame-options", "DENY"),
            ("referrer-policy", "no-referrer"),
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-resource-policy", "same-origin"),
            ("cross-origin-embedder-policy", "require-corp"),
            (
                "strict-transport-security",
                "max-age=31536000; includeSubDomains",
            ),
        ] {
            assert_eq!(answer.header(name), Some(value), "{what}: {name}");
        }
        assert!(answer.header("permissions-policy").is_some(), "{what}");
        assert!(answer.header("cache-control").is_some(), "{what}");
        for name in ["server", "x-powered-by", "via", "set-cookie"] {
            assert_eq!(answer.header(name), None, "{what}: {name}");
        }
        assert!(!answer.head.contains("access-control-"), "{what}");
        if !answer.body.is_empty() {
            assert!(answer.header("content-type").is_some(), "{what}");
        }
    }
    server.stop();
}

/// What has no policy of its own gets this one, word for word.
const NOTHING: &str =
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

#[test]
fn what_is_no_page_may_do_nothing() {
    let folder = Folder::new("policy");
    let server = served(Setup::new(folder.place()), Limits::default());
    let own = ["/", "/app/", "/nowhere"];
    for (method, path, more, _) in EVERY_KIND {
        let answer = server.ask(method, path, more, b"");
        let policy = answer.header("content-security-policy");
        let is_page = own.contains(path) && matches!(*method, "GET" | "HEAD");
        let expected = if is_page {
            served::PAGE_POLICY
        } else {
            NOTHING
        };
        assert_eq!(policy, Some(expected), "{method} {path}");
    }
    server.stop();
}

#[test]
fn nothing_of_the_relay_stays_in_a_cache() {
    let folder = Folder::new("caches");
    let server = served(Setup::new(folder.place()), Limits::default());
    for (method, path, more, _) in EVERY_KIND {
        let is_of_the_site = ["/", "/app/", "/icon.png", "/nowhere"].contains(path);
        if is_of_the_site && matches!(*method, "GET" | "HEAD") {
            continue;
        }
        let answer = server.ask(method, path, more, b"");
        let caching = answer.header("cache-control");
        assert_eq!(caching, Some("no-store"), "{method} {path}");
    }
    server.stop();
}

#[test]
fn a_page_of_another_site_changes_nothing_here() {
    let folder = Folder::new("elsewhere");
    let server = served(Setup::new(folder.place()), Limits::default());
    let from = |site: &str| format!("sec-fetch-site: {site}\r\ncontent-length: 4\r\n");
    for site in ["cross-site", "same-site", "Same-Origin", "anything"] {
        let answer = server.ask("PUT", BOX, &from(site), b"kind");
        assert_eq!(answer.status(), 403, "{site}");
    }
    assert_eq!(server.ask("GET", BOX, "", b"").status(), 404);
    let own = server.ask("PUT", BOX, &from("same-origin"), b"kind");
    assert_eq!(own.status(), 201);
    let gone = server.ask("DELETE", BOX, "sec-fetch-site: same-site\r\n", b"");
    assert_eq!(gone.status(), 403);
    assert_eq!(server.ask("GET", BOX, "", b"").body, "kind");
    server.stop();
}

#[test]
fn another_site_is_not_let_in_by_asking_first() {
    let folder = Folder::new("preflight");
    let server = served(Setup::new(folder.place()), Limits::default());
    let asks = "origin: https://elsewhere.example\r\naccess-control-request-method: PUT\r\n\
                access-control-request-headers: authorization\r\n";
    for path in ["/", "/relay/v1/info", "/relay/v1/push", BOX] {
        for method in ["OPTIONS", "GET"] {
            let answer = server.ask(method, path, asks, b"");
            assert!(!answer.head.contains("access-control-"), "{method} {path}");
            let refused = matches!(answer.status(), 404 | 405);
            assert!(method == "GET" || refused, "{path}: {}", answer.status());
        }
    }
    server.stop();
}

#[test]
fn what_belongs_to_operators_is_at_no_public_address() {
    let folder = Folder::new("public");
    let server = served(Setup::new(folder.place()), Limits::default());
    for path in [
        "/metrics",
        "/relay/v1/metrics",
        "/openapi.json",
        "/.questions/en",
        "/.safe-words/en",
        "/.git/config",
        "/.env",
        "/debug",
        "/relay.sqlite",
        "/relay/",
    ] {
        assert_eq!(server.ask("GET", path, "", b"").status(), 404, "{path}");
    }
    server.stop();
}

#[test]
fn where_a_request_ends_is_never_read_in_two_ways() {
    let folder = Folder::new("lengths");
    let server = served(Setup::new(folder.place()), Limits::default());
    // Refused, and nothing that follows is taken for another request.
    for lengths in [
        "content-length: 4\r\ncontent-length: 5\r\n",
        "content-length: +4\r\n",
        "content-length: 4, 5\r\n",
        "transfer-encoding: chunked, identity\r\n",
        "transfer-encoding: xchunked\r\n",
        "content-length : 4\r\n",
    ] {
        let hidden = b"kindGET /icon.png HTTP/1.1\r\nhost: a\r\n\r\n";
        let answer = server.ask("PUT", BOX, lengths, hidden);
        assert_eq!(answer.status(), 400, "{lengths}");
        assert!(!answer.body.contains("PNG"), "{lengths}");
        assert_eq!(server.ask("GET", BOX, "", b"").status(), 404, "{lengths}");
    }
    // RFC 9112, 6.3: with both, the encoding holds and the length does not.
    let both = "transfer-encoding: chunked\r\ncontent-length: 3\r\n";
    let answer = server.ask("PUT", BOX, both, b"4\r\nkind\r\n0\r\n\r\n");
    assert!(matches!(answer.status(), 201 | 400));
    let kept = server.ask("GET", BOX, "", b"");
    assert!(kept.status() == 404 || kept.body == "kind");
    server.stop();
}

#[test]
fn a_broken_request_hears_nothing_about_the_inside() {
    let folder = Folder::new("inside");
    let server = served(Setup::new(folder.place()), Limits::default());
    for request in [
        "nonsense\r\n\r\n",
        "GET / HTTP/9.9\r\n\r\n",
        "GET /\u{1} HTTP/1.1\r\nhost: a\r\n\r\n",
        "GET / HTTP/1.1\r\nno colon here\r\n\r\n",
        "POST /relay/v1/session HTTP/1.1\r\nhost: a\r\ncontent-length: 3\r\nconnection: close\r\n\r\nabc",
    ] {
        let answer = server.say(request.as_bytes());
        assert!((400..500).contains(&answer.status()), "{request:?}");
        let all = format!("{}{}", answer.head, answer.body).to_lowercase();
        for word in [
            "panic", "src/", ".rs", "hyper", "axum", "sql", "rust", "trace",
        ] {
            assert!(!all.contains(word), "{request:?}: {word}");
        }
    }
    assert_eq!(server.ask("GET", "/", "", b"").status(), 200);
    server.stop();
}

#[test]
fn a_database_that_fails_is_told_in_a_sentence_and_help_goes_on() {
    let folder = Folder::new("failing");
    let server = served(Setup::new(folder.place()), Limits::default());
    folder.spoil();
    let answer = server.ask("GET", BOX, "", b"");
    assert!(matches!(answer.status(), 500 | 503), "{}", answer.status());
    assert!(answer.body.contains("The relay"), "{}", answer.body);
    let all = format!("{}{}", answer.head, answer.body).to_lowercase();
    for word in ["sqlite", "malformed", "disk", "/tmp", "database"] {
        assert!(!all.contains(word), "{word}: {all}");
    }
    assert_eq!(server.ask("GET", "/en/right-now/", "", b"").status(), 200);
    server.stop();
}

#[test]
fn a_body_that_drips_is_not_waited_for() {
    let folder = Folder::new("drips");
    let mut setup = Setup::new(folder.place());
    setup.limits.body = Duration::from_millis(300);
    let server = served(setup, Limits::default());
    let mut stream = server.connect();
    let head = format!("PUT {BOX} HTTP/1.1\r\nhost: a\r\ncontent-length: 100\r\n\r\nkind");
    stream.write_all(head.as_bytes()).expect("it reads");
    let mut first = [0; 64];
    let count = stream.read(&mut first).expect("it answers");
    let said = String::from_utf8_lossy(&first[..count]).into_owned();
    assert!(said.starts_with("HTTP/1.1 429"), "{said}");
    assert_eq!(server.ask("GET", BOX, "", b"").status(), 404);
    server.stop();
}

/// Whether three requests in a moment, the last for somebody else, are all answered.
fn third_gets_through(name: &str, proxy: Option<IpAddr>) -> bool {
    let folder = Folder::new(name);
    let mut setup = Setup::new(folder.place());
    setup.limits = Most {
        burst: 2,
        rate: 0,
        ..Most::default()
    };
    let limits = Limits {
        proxy,
        ..Limits::default()
    };
    let server = served(setup, limits);
    let ask = |who: &str| {
        let more = format!("x-forwarded-for: {who}\r\n");
        server.ask("GET", "/relay/v1/info", &more, b"").status()
    };
    assert_eq!([ask("192.0.2.7"), ask("192.0.2.7")], [200, 200]);
    assert!(proxy.is_none() || ask("192.0.2.7") == 429);
    let third = ask("192.0.2.8");
    server.stop();
    third == 200
}

#[test]
fn limits_count_for_whom_the_proxy_names_and_for_nobody_by_their_own_word() {
    let here = IpAddr::from([127, 0, 0, 1]);
    assert!(third_gets_through("proxy", Some(here)));
    assert!(!third_gets_through("no-proxy", None));
    let elsewhere = IpAddr::from([10, 0, 0, 1]);
    assert!(!third_gets_through("other-proxy", Some(elsewhere)));
}

#[cfg(unix)]
#[test]
fn what_a_relay_keeps_is_read_by_its_own_user_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = Folder::new("modes");
    let data = folder.0.join("data");
    let setup = Setup::new(kindhold_relay::Place::Folder(data.clone()));
    let server = served(setup, Limits::default());
    server.ask("PUT", BOX, "content-length: 4\r\n", b"kind");
    let copy = folder.0.join("copy");
    let made = kindhold::relay::backup(&data, &copy);
    assert!(made.is_ok(), "{made:?}");
    assert!(kindhold::relay::backup(&data, &copy).is_err(), "never over");
    let back = folder.0.join("back");
    let brought = kindhold::relay::restore(&copy, &back);
    assert!(brought.is_ok(), "{brought:?}");
    let mut seen = 0;
    for path in served::below(&folder.0) {
        let mode = std::fs::metadata(&path)
            .expect("there")
            .permissions()
            .mode();
        assert_eq!(mode & 0o077, 0, "{}: {mode:o}", path.display());
        seen += 1;
    }
    assert!(seen >= 6, "{seen}");
    server.stop();
}
