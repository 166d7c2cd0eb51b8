// SPDX-License-Identifier: Apache-2.0
use crate::{platform::page, words::t};
use leptos::{prelude::*, task::spawn_local};
use qrcode::{Color, EcLevel, QrCode};
use std::fmt::Write;

/// The empty edge that a camera needs, in modules.
const QUIET: usize = 4;

/// A link as a QR code, and as something to copy.
#[component]
pub(super) fn LinkToShow(
    /// The link.
    link: String,
    /// What the picture is, for those who listen to the screen.
    #[prop(into)]
    label: String,
) -> impl IntoView {
    let copied = RwSignal::new(false);
    let to_copy = StoredValue::new(link.clone());
    let drawing = draw(&link);
    view! {
        {drawing.map(|(path, side)| view! {
            <svg class="qr" viewBox=format!("0 0 {side} {side}") role="img" aria-label=label>
                <rect width=side height=side class="qr-paper" />
                <path d=path class="qr-ink" />
            </svg>
        })}
        <button class="wide" on:click=move |_| spawn_local(async move {
            copied.set(page::copy(&to_copy.get_value()).await);
        })>{move || if copied.get() { t("link-copied") } else { t("link-copy") }}</button>
    }
}

/// The dark modules as a path, and how wide the picture is; `None` for a link too long for one.
fn draw(link: &str) -> Option<(String, usize)> {
    let code = QrCode::with_error_correction_level(link, EcLevel::L).ok()?;
    let wide = code.width();
    let mut path = String::new();
    for (n, color) in code.to_colors().into_iter().enumerate() {
        if color == Color::Dark {
            let (x, y) = (n % wide + QUIET, n / wide + QUIET);
            let _ = write!(path, "M{x} {y}h1v1h-1z");
        }
    }
    Some((path, wide + 2 * QUIET))
}
