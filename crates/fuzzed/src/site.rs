// SPDX-License-Identifier: Apache-2.0
//! Requests for the site, and what readers hand in under an article.

use crate::{content::folder, pieces::Pieces};
use axum::{
    Router,
    body::{Body, to_bytes},
    http::Request,
};
use kindhold::{
    serve::router,
    site::{File, Site},
};
use kindhold_content::{load, pack};
use kindhold_relay::{Place, Relay, Setup};
use std::{fs, sync::OnceLock};
use tempfile::TempDir;
use tokio::runtime::Runtime;
use tower::ServiceExt as _;

struct Scene {
    runtime: Runtime,
    routes: Router,
    _folder: TempDir,
}

thread_local! {
    static SCENE: Scene = scene();
}

const fn now() -> u64 {
    1_790_000_000
}

/// What of the content a site with questions needs: one article, the strings, the search, the words.
const NEEDED: [&str; 5] = [
    "en/articles/why-it-hides.toml",
    "en/search.toml",
    "en/ui/app.ftl",
    "en/ui/site.ftl",
    "en/ui/reading.ftl",
];

/// A site as small as one with questions can be. It stays, as that of the program does.
fn files() -> &'static [File] {
    static FILES: OnceLock<Vec<File>> = OnceLock::new();
    FILES.get_or_init(made)
}

fn made() -> Vec<File> {
    let some = tempfile::tempdir().expect("a folder");
    for file in NEEDED {
        let to = some.path().join(file);
        fs::create_dir_all(to.parent().expect("it has a folder")).expect("it can be made");
        fs::copy(folder().join(file), to).expect("it is there");
    }
    let library = load(some.path());
    let pack = pack(&library, "en").expect("English is there");
    let words = fs::read(folder().join("checks/safe-words.en.toml")).expect("the list is there");
    let page = |path: &str, text: &str| (path.to_owned(), text.as_bytes().to_vec());
    let mut all = vec![
        page("/.questions/en", "<main>@questions@</main>"),
        page("/404.html", "nothing here"),
        page("/app/", "the app"),
        page("/en/now/", "right now"),
        ("/.safe-words/en".to_owned(), words),
    ];
    all.extend(
        pack.0
            .into_iter()
            .map(|(name, bytes)| (format!("/data/en/{name}.json"), bytes)),
    );
    all.sort();
    let files = all.into_iter().map(|(path, bytes)| File {
        path: path.leak(),
        content_type: "text/plain",
        policy: None,
        hash: "0",
        plain: bytes.leak(),
        brotli: Some(b"short"),
    });
    files.collect()
}

fn scene() -> Scene {
    let folder = tempfile::tempdir().expect("a folder");
    let mut runtime = tokio::runtime::Builder::new_current_thread();
    let runtime = runtime.enable_all().build().expect("a runtime");
    let mut setup = Setup::new(Place::Folder(folder.path().to_owned()));
    setup.questions = true;
    let relay = runtime.block_on(Relay::open(setup, now)).expect("it opens");
    let site = Site::new(files());
    Scene {
        routes: router(site, Some(relay)),
        runtime,
        _folder: folder,
    }
}

/// The status and what was answered.
fn ask(request: Request<Body>) -> (u16, Vec<u8>) {
    SCENE.with(|scene| {
        scene.runtime.block_on(async {
            let answer = match scene.routes.clone().oneshot(request).await {
                Ok(answer) => answer,
                Err(never) => match never {},
            };
            let status = answer.status().as_u16();
            let body = to_bytes(answer.into_body(), 64 << 20)
                .await
                .expect("all of it comes");
            (status, body.to_vec())
        })
    })
}

const METHODS: [&str; 6] = ["GET", "HEAD", "GET", "POST", "PUT", "OPTIONS"];
const HEADERS: [&str; 6] = [
    "accept-encoding",
    "accept-language",
    "if-none-match",
    "cookie",
    "range",
    "host",
];

/// A request for any path with any headers: an answer with the headers that guard it, never the server's own fault, and
/// nothing that is for the program alone.
pub fn site_requests(bytes: &[u8]) -> bool {
    let mut pieces = Pieces(bytes);
    let method = METHODS[usize::from(pieces.byte()) % METHODS.len()];
    let mut request = Request::builder().method(method).uri(pieces.text());
    while !pieces.is_empty() {
        let name = HEADERS[usize::from(pieces.byte()) % HEADERS.len()];
        request = request.header(name, pieces.text());
    }
    let Ok(request) = request.body(Body::empty()) else {
        return false;
    };
    let is_private = request.uri().path().starts_with("/.");
    let (status, _) = ask(request);
    assert!(status < 500, "{status}");
    assert!(
        !is_private || status >= 400,
        "this is for the program alone"
    );
    status < 400
}

/// A form that a reader hands in under an article, or with a code: read, looked at, and answered with a page.
pub fn questions(bytes: &[u8]) -> bool {
    let Some((kind, form)) = bytes.split_first() else {
        return false;
    };
    let path = match kind % 2 {
        0 => "/questions/en/library/why-it-hides/",
        _ => "/questions/en/delete/",
    };
    let request = Request::post(path).header("content-type", "application/x-www-form-urlencoded");
    let request = request.body(Body::from(form.to_vec())).expect("a request");
    let (status, page) = ask(request);
    assert!(status < 500, "{status}");
    let page = String::from_utf8(page).expect("a page is text");
    assert!(!page.to_ascii_lowercase().contains("<script"));
    !page.is_empty()
}
