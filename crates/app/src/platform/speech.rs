// SPDX-License-Identifier: Apache-2.0
//! The device's own voice. Nothing is sent anywhere: only voices that say they are local are used.

use super::window;
use web_sys::SpeechSynthesisUtterance;

/// Whether the device has a voice at all.
pub(crate) fn is_there() -> bool {
    window().speech_synthesis().is_ok()
}

/// Reads a text aloud with a voice of the device, slowly; stops what was being read. A voice that
/// would send the text over the network is never used.
pub(crate) fn say(text: &str, lang: &str) {
    let Ok(speech) = window().speech_synthesis() else {
        return;
    };
    speech.cancel();
    let Ok(utterance) = SpeechSynthesisUtterance::new_with_text(text) else {
        return;
    };
    let voices = speech.get_voices();
    let local = voices.iter().filter_map(|v| {
        let lang_of = js_sys::Reflect::get(&v, &"lang".into()).ok()?.as_string()?;
        let is_local = js_sys::Reflect::get(&v, &"localService".into())
            .ok()?
            .as_bool()?;
        (is_local && lang_of.starts_with(lang)).then_some(v)
    });
    let Some(voice) = local.into_iter().next() else {
        return;
    };
    let _ = js_sys::Reflect::set(&utterance, &"voice".into(), &voice);
    utterance.set_lang(lang);
    utterance.set_rate(0.85);
    speech.speak(&utterance);
}

/// Stops.
pub(crate) fn hush() {
    if let Ok(speech) = window().speech_synthesis() {
        speech.cancel();
    }
}
