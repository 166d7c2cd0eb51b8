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

/// Three circles, each as large as it felt, with what was in them below. The colours tell the three
/// apart and nothing more; each has its name beside it.
#[component]
pub(super) fn Systems(part: &'static Part, keepsake: Keepsake) -> impl IntoView {
    let sizes = ["threat", "drive", "soothing"].map(|id| {
        let size = keepsake.size(&format!("{id}-size"));
        (id, size)
    });
    let places = [(82, 62), (238, 62), (160, 150)];
    let circles = sizes.into_iter().zip(places).map(|((id, size), (x, y))| {
        let r = radius(size.unwrap_or(5));
        view! {
            <g class=format!("circle-{id}") class:unsaid=size.is_none()>
                <circle cx=x cy=y r=r />
                <text x=x y=y + 5 text-anchor="middle">{t(&format!("system-{id}"))}</text>
            </g>
        }
    });
    let said = sizes.map(|(id, size)| {
        let name = t(&format!("system-{id}"));
        match size {
            Some(size) => t_with("systems-size", &[("name", name.into()), ("n", size.into())]),
            None => name,
        }
    });
    let rows = part.fields.iter().filter_map(|field| {
        let text = keepsake.text(&field.id);
        let shown = !field.id.ends_with("-size") && !text.is_empty();
        shown.then(|| view! { <dt>{field.label.as_str()}</dt> <dd class="as-written">{text}</dd> })
    });
    view! {
        <svg class="circles" viewBox="0 0 320 212" role="img" aria-label=said.join(", ")>
            {circles.collect_view()}
        </svg>
        <dl class="answers">{rows.collect_view()}</dl>
        <p class="small soft">{said.join(" · ")}</p>
    }
}
