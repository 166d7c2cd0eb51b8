// SPDX-License-Identifier: Apache-2.0
//! The page itself: where the focus goes, leaving, printing, whether the browser will keep things.

use super::{document, window};
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;

/// Moves the reading position to the new screen's heading.
pub(crate) fn focus_heading() {
    window().scroll_to_with_x_and_y(0.0, 0.0);
    focus("h1");
}

/// Moves the focus to the first element that matches.
pub(crate) fn focus(selector: &str) {
    if let Ok(Some(element)) = document().query_selector(selector)
        && let Ok(element) = element.dyn_into::<web_sys::HtmlElement>()
    {
        let _ = element.focus();
    }
}

/// Whether the focus is on a button.
pub(crate) fn is_on_button() -> bool {
    let element = document().active_element();
    element.is_some_and(|e| e.tag_name() == "BUTTON")
}

/// Runs once the screen has been drawn.
pub(crate) fn after_drawing(work: impl FnOnce() + 'static) {
    let work = Closure::once_into_js(work);
    let _ = window().request_animation_frame(work.unchecked_ref());
}

/// Marks the page as that of a seat, for its style.
#[cfg(feature = "together")]
pub(crate) fn mark_seat(seat: &str) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("data-seat", seat);
    }
}

/// Goes to another address on this server.
pub(crate) fn go_to(path: &str) {
    let _ = window().location().set_href(path);
}

/// Starts the app again. What was in memory is no longer in use, and still lies there.
pub(crate) fn start_again() {
    let _ = window().location().reload();
}

/// Starts the app again from nothing, by way of a page that may not share a process with the app: the browser
/// ends the process that something was open in, and its memory with it. A page loaded anew would stay in it.
pub(crate) fn start_apart() {
    let way = [crate::seat::Seat::here().path(), "locked.html"].concat();
    let _ = window().location().replace(&way);
}

/// Starts the app again, at a part of it.
#[cfg(not(feature = "together"))]
pub(crate) fn start_again_at(hash: &str) {
    let _ = window().location().set_hash(hash);
    start_again();
}

/// The device's own print dialogue.
pub(crate) fn print() {
    let _ = window().print();
}

/// Where the page was asked to open, for example `people` in `/app/#people`; taken out of the
/// address at once, so that it does not stay in the history.
pub(crate) fn take_hash() -> String {
    let hash = window().location().hash().unwrap_or_default();
    if !hash.is_empty()
        && let Ok(history) = window().history()
    {
        let _ = history.replace_state_with_url(
            &JsValue::NULL,
            "",
            Some(crate::seat::Seat::here().path()),
        );
    }
    hash.trim_start_matches('#').to_owned()
}

/// Listens on the window for as long as the page lives.
pub(crate) fn on_window(event: &str, work: impl FnMut(web_sys::Event) + 'static) {
    let work = Closure::<dyn FnMut(web_sys::Event)>::new(work);
    let _ = window().add_event_listener_with_callback(event, work.as_ref().unchecked_ref());
    work.forget();
}

/// Whether the page is out of sight.
pub(crate) fn is_out_of_sight() -> bool {
    document().visibility_state() == web_sys::VisibilityState::Hidden
}

/// Asks the browser not to throw our data away when space runs short. `false` when it refuses or
/// does not know the question.
pub(crate) async fn ask_to_persist() -> bool {
    let storage = window().navigator().storage();
    let Ok(promise) = storage.persist() else {
        return false;
    };
    JsFuture::from(promise)
        .await
        .is_ok_and(|v| v.as_bool().unwrap_or(false))
}

/// Whether the browser has promised to keep our data.
pub(crate) async fn is_persistent() -> bool {
    let Ok(promise) = window().navigator().storage().persisted() else {
        return false;
    };
    JsFuture::from(promise)
        .await
        .is_ok_and(|v| v.as_bool().unwrap_or(false))
}

/// Fetches a text from our own server or its cached copy.
pub(crate) async fn fetch_text(path: &str) -> Result<String, JsValue> {
    let response: web_sys::Response = JsFuture::from(window().fetch_with_str(path))
        .await?
        .dyn_into()?;
    if !response.ok() {
        return Err(JsValue::from_str(path));
    }
    let text = JsFuture::from(response.text()?).await?;
    text.as_string().ok_or_else(|| JsValue::from_str(path))
}

/// Puts a text on the clipboard; `false` when the browser refuses.
pub(crate) async fn copy(text: &str) -> bool {
    let clipboard = Reflect::get(&window().navigator(), &"clipboard".into()).unwrap_or_default();
    let Ok(write) = Reflect::get(&clipboard, &"writeText".into()) else {
        return false;
    };
    let Ok(write) = write.dyn_into::<Function>() else {
        return false;
    };
    match write
        .call1(&clipboard, &text.into())
        .map(JsValue::dyn_into::<Promise>)
    {
        Ok(Ok(promise)) => JsFuture::from(promise).await.is_ok(),
        _ => false,
    }
}

/// Waits.
pub(crate) async fn pause(ms: i32) {
    let promise = Promise::new(&mut |done, _| {
        let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&done, ms);
    });
    let _ = JsFuture::from(promise).await;
}
