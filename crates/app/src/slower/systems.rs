// SPDX-License-Identifier: Apache-2.0
use crate::words::{t, t_with};
use kindhold_care::Keepsake;
use kindhold_content::programme::Part;
use leptos::prelude::*;

/// The radius for a size from 0 to 10. The area above the smallest goes with the number, so that what
/// was twice as large looks twice as large.
fn radius(size: u8) -> u32 {
    12 + (160 * u32::from(size)).isqrt()
}

type Size = (&'static str, Option<u8>);

/// The three sizes, by their fields.
fn sizes(of: impl Fn(&str) -> Option<u8>) -> [Size; 3] {
    ["threat", "drive", "soothing"].map(|id| (id, of(&format!("{id}-size"))))
}

fn said((id, size): Size) -> String {
    let name = t(&format!("system-{id}"));
    match size {
        Some(size) => t_with("systems-size", &[("name", name.into()), ("n", size.into())]),
        None => name,
    }
}

fn circles(sizes: [Size; 3]) -> AnyView {
    let places = [(82, 62), (238, 62), (160, 150)];
    let drawn = sizes.into_iter().zip(places).map(|((id, size), (x, y))| {
        view! {
            <g class=format!("circle-{id}") class:unsaid=size.is_none()>
                <circle cx=x cy=y r=radius(size.unwrap_or(5)) />
                <text x=x y=y + 5 text-anchor="middle">{t(&format!("system-{id}"))}</text>
            </g>
        }
    });
    view! {
        <svg class="circles" viewBox="0 0 320 212" role="img" aria-label=sizes.map(said).join(", ")>
            {drawn.collect_view()}
        </svg>
    }
    .into_any()
}

/// The picture while it is being written: the circles grow and shrink with each tap.
#[component]
pub(super) fn Drawing<F>(
    /// The size of a field as it stands.
    of: F,
) -> impl IntoView
where
    F: Fn(&str) -> Option<u8> + Send + Sync + 'static,
{
    view! { <div class="drawing">{move || circles(sizes(&of))}</div> }
}

/// Three circles, each as large as it felt, with what was in them below. The colours tell the three
/// apart and nothing more; each has its name beside it.
#[component]
pub(super) fn Systems(part: &'static Part, keepsake: Keepsake) -> impl IntoView {
    let sizes = sizes(|field| keepsake.size(field));
    let said = sizes.map(said);
    let rows = part.fields.iter().filter_map(|field| {
        let text = keepsake.text(&field.id);
        let shown = !field.id.ends_with("-size") && !text.is_empty();
        shown.then(|| view! { <dt>{field.label.as_str()}</dt> <dd class="as-written">{text}</dd> })
    });
    view! {
        {circles(sizes)}
        <dl class="answers">{rows.collect_view()}</dl>
        <p class="small soft">{said.join(" · ")}</p>
    }
}
