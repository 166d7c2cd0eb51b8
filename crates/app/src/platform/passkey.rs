// SPDX-License-Identifier: Apache-2.0
//! Passkeys with the `prf` extension (WebAuthn level 3): the authenticator derives a secret that
//! opens the vault. Nothing is registered anywhere: no server ever sees the key.

use super::window;
use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// What the authenticator is asked to derive from. A new use needs a new label.
const LABEL: &[u8] = b"kindhold/v1/passkey-slot";
/// The same for a way in from a new device: another secret of another passkey.
#[cfg(feature = "together")]
const DOOR: &[u8] = b"kindhold/v1/passkey-door";
/// ES256, EdDSA, RS256: what authenticators can do (IANA COSE algorithms).
const ALGORITHMS: [i32; 3] = [-7, -8, -257];

/// A passkey that was made here.
pub(crate) struct Passkey {
    /// Its name, needed to ask for it again.
    pub(crate) id: Vec<u8>,
    /// What it derived.
    pub(crate) secret: [u8; 32],
}

/// Whether this browser knows passkeys.
pub(crate) fn is_there() -> bool {
    Reflect::get(&window(), &"PublicKeyCredential".into()).is_ok_and(|c| !c.is_undefined())
        && window().is_secure_context()
}

fn object(parts: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (key, value) in parts {
        let _ = Reflect::set(&object, &(*key).into(), value);
    }
    object
}

fn bytes(bytes: &[u8]) -> JsValue {
    Uint8Array::from(bytes).into()
}

fn prf(label: &[u8]) -> JsValue {
    let eval = object(&[("first", bytes(label))]);
    object(&[("prf", object(&[("eval", eval.into())]).into())]).into()
}

async fn ask(verb: &str, options: Object) -> Result<JsValue, JsValue> {
    let credentials = Reflect::get(&window().navigator(), &"credentials".into())?;
    let verb: Function = Reflect::get(&credentials, &verb.into())?.dyn_into()?;
    let options = object(&[("publicKey", options.into())]);
    let promise: Promise = verb.call1(&credentials, &options)?.dyn_into()?;
    JsFuture::from(promise).await
}

fn id_of(credential: &JsValue) -> Result<Vec<u8>, JsValue> {
    Ok(Uint8Array::new(&Reflect::get(credential, &"rawId".into())?).to_vec())
}

fn secret_of(credential: &JsValue) -> Result<Option<[u8; 32]>, JsValue> {
    let results: Function =
        Reflect::get(credential, &"getClientExtensionResults".into())?.dyn_into()?;
    let mut value = results.call0(credential)?;
    for key in ["prf", "results", "first"] {
        value = Reflect::get(&value, &key.into())?;
        if value.is_undefined() {
            return Ok(None);
        }
    }
    Ok(Uint8Array::new(&value).to_vec().try_into().ok())
}

/// Makes a credential; `resident` says whether it is found without its name.
async fn create(
    name: &str,
    resident: &str,
    label: &[u8],
    random: [u8; 32],
) -> Result<Passkey, JsValue> {
    let algorithms: Array = ALGORITHMS
        .iter()
        .map(|a| object(&[("type", "public-key".into()), ("alg", (*a).into())]))
        .collect();
    let user = object(&[
        ("id", bytes(&random[..16])),
        ("name", name.into()),
        ("displayName", name.into()),
    ]);
    let choice = object(&[
        ("userVerification", "required".into()),
        ("residentKey", resident.into()),
    ]);
    let options = object(&[
        ("rp", object(&[("name", name.into())]).into()),
        ("user", user.into()),
        ("challenge", bytes(&random)),
        ("pubKeyCredParams", algorithms.into()),
        ("authenticatorSelection", choice.into()),
        ("extensions", prf(label)),
    ]);
    let credential = ask("create", options).await?;
    let id = id_of(&credential)?;
    let secret = match secret_of(&credential)? {
        Some(secret) => secret,
        None => get(Some(&id), label, random).await?,
    };
    Ok(Passkey { id, secret })
}

/// Asks a credential, or whichever the person picks, for what it derives from a label.
async fn get(id: Option<&[u8]>, label: &[u8], random: [u8; 32]) -> Result<[u8; 32], JsValue> {
    let known = Array::new();
    if let Some(id) = id {
        known.push(&object(&[("type", "public-key".into()), ("id", bytes(id))]));
    }
    let options = object(&[
        ("challenge", bytes(&random)),
        ("allowCredentials", known.into()),
        ("userVerification", "required".into()),
        ("extensions", prf(label)),
    ]);
    let credential = ask("get", options).await?;
    secret_of(&credential)?.ok_or_else(|| JsValue::from_str("this passkey derives no secret"))
}

/// Makes a passkey under a name that shows in the device's own list.
///
/// # Errors
/// What the browser said; also when the authenticator derives nothing.
pub(crate) async fn make(name: &str, random: [u8; 32]) -> Result<Passkey, JsValue> {
    create(name, "discouraged", LABEL, random).await
}

/// Asks a passkey for its secret.
///
/// # Errors
/// What the browser said; also when the authenticator derives nothing.
pub(crate) async fn derive(id: &[u8], random: [u8; 32]) -> Result<[u8; 32], JsValue> {
    get(Some(id), LABEL, random).await
}

/// Makes a passkey that the device's own account may carry to the person's other devices, and that is
/// found there without its name. Answers with what it derives.
///
/// # Errors
/// What the browser said; also when the authenticator derives nothing.
#[cfg(feature = "together")]
pub(crate) async fn make_door(name: &str, random: [u8; 32]) -> Result<[u8; 32], JsValue> {
    Ok(create(name, "required", DOOR, random).await?.secret)
}

/// Asks for a passkey made as a door.
///
/// # Errors
/// What the browser said; also when the authenticator derives nothing.
#[cfg(feature = "together")]
pub(crate) async fn ask_door(random: [u8; 32]) -> Result<[u8; 32], JsValue> {
    get(None, DOOR, random).await
}
