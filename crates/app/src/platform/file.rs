// SPDX-License-Identifier: Apache-2.0
//! Files that leave or enter by the person's own hand.

use super::document;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, HtmlAnchorElement, HtmlInputElement, Url};

/// Hands a file to the browser's own "save" way.
///
/// # Errors
/// What the browser said.
pub(crate) fn save(name: &str, bytes: &[u8]) -> Result<(), JsValue> {
    let parts = Array::of1(&Uint8Array::from(bytes));
    let options = BlobPropertyBag::new();
    options.set_type("application/octet-stream");
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document().create_element("a")?.dyn_into()?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    Url::revoke_object_url(&url)
}

/// The largest file that is read: far above ten years of entries.
pub(crate) const LARGEST: f64 = 256.0 * 1024.0 * 1024.0;

/// The file that was picked in an input.
pub(crate) fn picked(input: &HtmlInputElement) -> Option<File> {
    input.files()?.get(0)
}

/// Reads a picked file whole. `None` when it is too large or cannot be read.
pub(crate) async fn read(file: &File) -> Option<Vec<u8>> {
    if file.size() > LARGEST {
        return None;
    }
    let buffer = JsFuture::from(file.array_buffer()).await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}
