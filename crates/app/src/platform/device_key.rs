// SPDX-License-Identifier: Apache-2.0
//! The device's own secret: an HMAC key that the browser makes and never gives out. What it signs
//! becomes the `DeviceSecret` of a slot, so that a copied store alone opens nothing.

use super::window;
use js_sys::{Array, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{CryptoKey, SubtleCrypto};

/// What the key signs. A new use needs a new label.
const LABEL: &[u8] = b"kindhold/v1/device-secret";

fn subtle() -> Result<SubtleCrypto, JsValue> {
    Ok(window().crypto()?.subtle())
}

/// Makes a new key that cannot be read out.
///
/// # Errors
/// What the browser said.
pub(crate) async fn make() -> Result<CryptoKey, JsValue> {
    let algorithm = Object::new();
    Reflect::set(&algorithm, &"name".into(), &"HMAC".into())?;
    Reflect::set(&algorithm, &"hash".into(), &"SHA-256".into())?;
    let usages = Array::of1(&"sign".into());
    let promise: Promise = subtle()?
        .generate_key_with_object(&algorithm, false, &usages)?
        .unchecked_into();
    Ok(JsFuture::from(promise).await?.unchecked_into())
}

/// The 32 bytes that this key, and only this key, derives.
///
/// # Errors
/// What the browser said.
pub(crate) async fn derive_secret(key: &CryptoKey) -> Result<[u8; 32], JsValue> {
    let promise = subtle()?.sign_with_str_and_u8_array("HMAC", key, LABEL)?;
    let signed = JsFuture::from(promise).await?;
    let bytes = Uint8Array::new(&signed).to_vec();
    bytes
        .try_into()
        .map_err(|_| JsValue::from_str("a signature of another length"))
}
