// SPDX-License-Identifier: Apache-2.0
//! Requests to a relay over its real routes and a real SQLite database.

use crate::pieces::Pieces;
use axum::{
    Router,
    body::{Body, to_bytes},
    http::{Request, Response},
};
use kindhold_relay::{Limits, Place, Relay, Setup, router};
use kindhold_vault::{
    SigningSecret, VaultId,
    wire::{Access, AccessId, Challenge, CreateVault, Login, Role},
};
use tempfile::TempDir;
use tokio::runtime::Runtime;
use tower::ServiceExt as _;

const VAULT: VaultId = VaultId([5; 16]);
const HOST: &str = "relay.example";

/// Methods and paths; the last ones lead nowhere.
const ROUTES: [(&str, &str); 20] = [
    ("GET", "info"),
    ("POST", "challenge"),
    ("POST", "session"),
    ("POST", "vaults"),
    ("GET", "doors/00000000000000000000000000000000"),
    ("GET", "state"),
    ("POST", "push"),
    ("POST", "purge"),
    ("POST", "pull"),
    ("GET", "account"),
    ("PUT", "account"),
    ("GET", "devices"),
    ("GET", "grant"),
    ("GET", "mailboxes/00000000000000000000000000000000"),
    ("PUT", "mailboxes/00000000000000000000000000000001"),
    ("DELETE", "mailboxes/00000000000000000000000000000001"),
    ("GET", "openapi.json"),
    ("GET", "nonsense"),
    ("POST", "info"),
    ("GET", "state?wait=0"),
];

struct Scene {
    runtime: Runtime,
    routes: Router,
    token: String,
    _folder: TempDir,
}

thread_local! {
    static SCENE: Scene = scene();
}

/// A clock that stands still: what is refused for its time would be another input's fault.
fn now() -> u64 {
    1_790_000_000
}

fn scene() -> Scene {
    let folder = tempfile::tempdir().expect("a folder");
    let mut runtime = tokio::runtime::Builder::new_current_thread();
    let runtime = runtime.enable_all().build().expect("a runtime");
    let mut setup = Setup::new(Place::Folder(folder.path().to_owned()));
    setup.host = Some(HOST.into());
    setup.limits = Limits {
        mailboxes: 100,
        ..Limits::default()
    };
    let relay = runtime.block_on(Relay::open(setup, now)).expect("it opens");
    let routes = router(relay);
    let token = runtime.block_on(signed_in(&routes));
    Scene {
        runtime,
        routes,
        token,
        _folder: folder,
    }
}

async fn ask(routes: &Router, request: Request<Body>) -> (u16, Vec<u8>) {
    let answer: Response<Body> = match routes.clone().oneshot(request).await {
        Ok(answer) => answer,
        Err(never) => match never {},
    };
    let status = answer.status().as_u16();
    let body = to_bytes(answer.into_body(), 64 << 20).await;
    (status, body.map(|bytes| bytes.to_vec()).unwrap_or_default())
}

fn post(path: &str, body: Vec<u8>) -> Request<Body> {
    let request = Request::post(format!("/relay/v1/{path}"));
    request.body(Body::from(body)).expect("a request")
}

/// Makes a vault and signs in to it.
async fn signed_in(routes: &Router) -> String {
    let (secret, id) = (SigningSecret::new([3; 32]), AccessId([4; 16]));
    let create = CreateVault {
        invite: String::new(),
        vault: VAULT,
        access: vec![Access {
            id,
            key: secret.verify_key(),
            role: Role::Device,
        }],
        version: 1,
        account: vec![1],
        devices: vec![2],
    };
    let (status, _) = ask(routes, post("vaults", create.to_bytes())).await;
    assert!(status < 300, "a vault is made: {status}");
    let (_, challenge) = ask(routes, post("challenge", Vec::new())).await;
    let challenge = Challenge(challenge.try_into().expect("a challenge"));
    let login = Login::sign(HOST, VAULT, id, challenge, &secret);
    let (status, answer) = ask(routes, post("session", login.to_bytes())).await;
    assert!(status < 300, "it signs in: {status}");
    use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
    URL_SAFE_NO_PAD.encode(&answer[..64])
}

/// Requests one after the other: route, who asks, headers, a body. Each is answered, and none as the relay's own fault.
pub fn relay_requests(bytes: &[u8]) -> bool {
    SCENE.with(|scene| {
        let mut pieces = Pieces(bytes);
        let mut read = false;
        for _ in 0..4 {
            if pieces.is_empty() {
                break;
            }
            let [route, who] = pieces.array();
            let (method, path) = ROUTES[usize::from(route) % ROUTES.len()];
            let many = usize::from(u16::from_le_bytes(pieces.array()));
            let mut request = Request::builder()
                .method(method)
                .uri(format!("/relay/v1/{path}"));
            if who % 2 == 0 {
                request = request.header("authorization", format!("Bearer {}", scene.token));
            }
            if who % 8 > 5 {
                request = request
                    .header("if-none-match", pieces.text())
                    .header("host", pieces.text());
            }
            let body = Body::from(pieces.take(many).to_vec());
            let Ok(request) = request.body(body) else {
                continue;
            };
            let (status, _) = scene.runtime.block_on(ask(&scene.routes, request));
            assert!(status < 500, "{method} {path}: {status}");
            read |= status < 300 && many > 0;
        }
        read
    })
}
