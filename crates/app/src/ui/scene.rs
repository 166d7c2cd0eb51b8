// SPDX-License-Identifier: Apache-2.0
use kindhold_care::{Pace, PaceKind, Scene};
use leptos::prelude::*;

/// A calm moving picture that carries a practice without words. With reduced motion it stands still.
#[component]
pub(crate) fn SceneView(
    /// Which picture.
    scene: Scene,
    /// The rhythm of the step, if it has one.
    pace: Option<Pace>,
) -> impl IntoView {
    let (name, seconds) = match pace {
        Some(p) => (
            match p.kind {
                PaceKind::Breath => "breathe",
                PaceKind::Sway => "sway",
                PaceKind::Press => "press",
            },
            u32::from(p.first) + u32::from(p.second),
        ),
        None => (name_of(scene), 9),
    };
    view! {
        <svg
            class=format!("scene scene-{name}")
            viewBox="0 0 320 160"
            preserveAspectRatio="xMidYMid slice"
            aria-hidden="true"
            style:--pace=format!("{seconds}s")
        >
            {drawing(name)}
        </svg>
    }
}

const fn name_of(scene: Scene) -> &'static str {
    match scene {
        Scene::Look => "look",
        Scene::Breathe => "breathe",
        Scene::Sway => "sway",
        Scene::Press => "press",
        Scene::Warmth => "warmth",
        Scene::Walk => "walk",
        Scene::Reach => "reach",
        Scene::Hold => "hold",
        Scene::Write => "write",
        Scene::Listen => "listen",
    }
}

fn drawing(name: &str) -> AnyView {
    match name {
        "look" => view! {
            <path class="far" d="M0 112 Q60 76 118 104 T236 96 T320 104 V160 H0Z" />
            <path class="near" d="M0 132 Q90 112 170 130 T320 124 V160 H0Z" />
            <circle class="sun" cx="232" cy="58" r="20" />
            <path class="bird" d="M40 50 q8 -9 16 0 q8 -9 16 0" />
        }
        .into_any(),
        "breathe" => view! {
            <circle class="far grow" cx="160" cy="80" r="62" />
            <circle class="near grow" cx="160" cy="80" r="44" />
            <circle class="sun grow" cx="160" cy="80" r="24" />
        }
        .into_any(),
        "sway" => view! {
            <path class="near" d="M0 136 Q160 122 320 136 V160 H0Z" />
            <g class="lean">
                <path class="stem" d="M160 138 V74" />
                <ellipse class="far" cx="160" cy="56" rx="40" ry="34" />
                <ellipse class="sun" cx="160" cy="56" rx="18" ry="15" />
            </g>
        }
        .into_any(),
        "press" => view! {
            <path class="near" d="M0 128 H320 V160 H0Z" />
            <g class="down">
                <ellipse class="far" cx="124" cy="108" rx="34" ry="18" />
                <ellipse class="far" cx="196" cy="108" rx="34" ry="18" />
            </g>
        }
        .into_any(),
        "warmth" => view! {
            <circle class="far glow" cx="160" cy="76" r="58" />
            <circle class="sun glow" cx="160" cy="76" r="30" />
            <path class="cup" d="M122 96 H198 Q198 138 160 138 Q122 138 122 96Z" />
        }
        .into_any(),
        "walk" => view! {
            <path class="near" d="M96 160 Q170 120 144 92 T186 40 L198 40 Q170 74 182 96 T224 160Z" />
            <g class="steps">
                <ellipse class="sun" cx="150" cy="142" rx="8" ry="5" />
                <ellipse class="sun" cx="172" cy="122" rx="7" ry="4" />
                <ellipse class="sun" cx="158" cy="104" rx="6" ry="4" />
                <ellipse class="sun" cx="164" cy="84" rx="5" ry="3" />
                <ellipse class="sun" cx="178" cy="64" rx="4" ry="2.5" />
            </g>
        }
        .into_any(),
        "reach" => view! {
            <g class="from-start"><circle class="far" cx="112" cy="80" r="38" /></g>
            <g class="from-end"><circle class="sun" cx="208" cy="80" r="30" /></g>
        }
        .into_any(),
        "hold" => view! {
            <path class="far" d="M70 66 Q70 142 160 142 Q250 142 250 66 Q250 104 160 104 Q70 104 70 66Z" />
            <circle class="sun glow" cx="160" cy="80" r="24" />
        }
        .into_any(),
        "write" => view! {
            <rect class="near" x="96" y="18" width="128" height="124" rx="8" />
            <g class="lines">
                <path class="ink" d="M114 46 H204" />
                <path class="ink" d="M114 68 H196" />
                <path class="ink" d="M114 90 H206" />
                <path class="ink" d="M114 112 H166" />
            </g>
        }
        .into_any(),
        _ => view! {
            <g class="rings">
                <circle class="ring" cx="160" cy="80" r="22" />
                <circle class="ring" cx="160" cy="80" r="42" />
                <circle class="ring" cx="160" cy="80" r="62" />
            </g>
            <circle class="sun" cx="160" cy="80" r="10" />
        }
        .into_any(),
    }
}
