// SPDX-License-Identifier: Apache-2.0
use kindhold_care::Scene;
use maud::{Markup, PreEscaped, html};

/// A calm picture that says what to do without words: inline SVG, moved by the page's own style
/// and still where less motion is wanted. It is hidden from screen readers, which read the steps.
pub(crate) fn scene(scene: Scene) -> Markup {
    let (class, shapes) = shapes(scene);
    html! {
        svg class={ "scene s-" (class) } viewBox="0 0 320 140" aria-hidden="true" focusable="false" {
            (PreEscaped(shapes))
        }
    }
}

const fn shapes(scene: Scene) -> (&'static str, &'static str) {
    match scene {
        Scene::Look => (
            "look",
            r#"<path class="pale" d="M-200 220V90q120 36 200 6 60-34 120-12t110-10 90 8q100 24 200-8v146z"/><circle class="fill" cx="70" cy="62" r="8"/><path class="fill" d="M152 66l12-22 12 22z"/><path class="fill" d="M232 46h18v18h-18z"/><circle class="draw moves" cx="70" cy="58" r="26"/>"#,
        ),
        Scene::Breathe => (
            "breathe",
            r#"<circle class="draw" cx="160" cy="70" r="60" stroke-opacity=".3"/><circle class="pale moves" cx="160" cy="70" r="50"/><circle class="fill" cx="160" cy="70" r="10"/>"#,
        ),
        Scene::Sway => (
            "sway",
            r#"<path class="draw" d="M40 128h240"/><g class="moves"><path class="draw" d="M160 128V70"/><circle class="pale" cx="160" cy="48" r="34"/><circle class="fill" cx="160" cy="48" r="12"/></g>"#,
        ),
        Scene::Press => (
            "press",
            r#"<path class="draw" d="M30 116h260"/><g class="moves"><rect class="pale" x="84" y="58" width="56" height="54" rx="26"/><rect class="pale" x="180" y="58" width="56" height="54" rx="26"/></g>"#,
        ),
        Scene::Warmth => (
            "warmth",
            r#"<circle class="glow moves" cx="160" cy="70" r="54"/><circle class="pale" cx="160" cy="70" r="24"/>"#,
        ),
        Scene::Walk => (
            "walk",
            r#"<path class="draw" d="M20 122q140-28 280 0" stroke-opacity=".3"/><ellipse class="fill moves" cx="110" cy="84" rx="28" ry="13"/><ellipse class="fill moves" cx="196" cy="58" rx="28" ry="13"/>"#,
        ),
        Scene::Reach => (
            "reach",
            r#"<circle class="pale" cx="222" cy="70" r="38"/><circle class="fill moves" cx="92" cy="70" r="26"/>"#,
        ),
        Scene::Hold => (
            "hold",
            r#"<path class="draw" d="M84 56q0 66 76 66t76-66" stroke-width="10"/><circle class="pale moves" cx="160" cy="72" r="32"/>"#,
        ),
        Scene::Write => (
            "write",
            r#"<rect class="glow" x="80" y="16" width="160" height="108" rx="8"/><path class="draw moves" d="M102 48q12-14 24 0t24 0 24 0 24 0M102 74h110M102 98h70"/>"#,
        ),
        Scene::Listen => (
            "listen",
            r#"<circle class="fill" cx="90" cy="70" r="12"/><path class="draw moves" d="M124 42q24 28 0 56"/><path class="draw moves" d="M158 28q40 42 0 84"/><path class="draw moves" d="M192 16q56 54 0 108"/>"#,
        ),
    }
}
