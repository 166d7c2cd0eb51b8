// SPDX-License-Identifier: Apache-2.0
use crate::{
    app::app,
    content,
    nav::Screen,
    platform::{page, prefs, prefs::Pref, speech},
    ui::{Frame, SceneView},
    words::{lang, t, t_with},
};
use kindhold_care::{Ending, Pace, Practice, PracticeId, Scene};
use leptos::prelude::*;

/// A practice, a step at a time at the person's own pace. Nothing counts down; leaving is not failing.
#[component]
pub(crate) fn Player(
    /// Which practice.
    id: PracticeId,
) -> impl IntoView {
    let app = app();
    let Some(practice) = content::practice(&id) else {
        return view! { <Frame title=t("practice-gone")><p>{t("practice-gone-hint")}</p></Frame> }
            .into_any();
    };
    let (was_short, was_at) = app
        .at_step
        .get_untracked()
        .filter(|(of, ..)| *of == id)
        .map_or((false, 0), |(_, short, step)| (short, step));
    let short = RwSignal::new(was_short);
    let step = RwSignal::new(was_at);
    Effect::new(move || app.at_step.set(Some((id.clone(), short.get(), step.get()))));
    let wordless = RwSignal::new(prefs::is_on(Pref::Wordless));
    let aloud = RwSignal::new(prefs::is_on(Pref::Voice));
    let steps = move || steps_of(practice, short.get());
    let text = move || {
        let steps = steps();
        steps
            .get(step.get().min(steps.len().saturating_sub(1)))
            .map(|(t, _)| t.clone())
            .unwrap_or_default()
    };
    let pace = move || steps().get(step.get()).and_then(|(_, p)| *p);
    Effect::new(move || {
        if aloud.get() {
            speech::say(&text(), &lang());
        } else {
            speech::hush();
        }
    });
    on_cleanup(speech::hush);
    let is_last = move || step.get() + 1 >= steps().len();
    let go = move |to: usize| {
        step.set(to);
        page::after_drawing(|| page::focus(".step"));
    };
    let leave = move |ending: Ending, screen: Screen| {
        app.end(ending);
        app.nav.replace(screen);
    };
    let switch = move |signal: RwSignal<bool>, pref: Pref| {
        signal.update(|s| *s = !*s);
        prefs::set(pref, if signal.get_untracked() { "1" } else { "" });
    };
    view! {
        <main id="main" class="player">
            <h1 tabindex="-1">{practice.title.clone()}</h1>
            {move || view! { <SceneView scene=practice.scene pace=pace() /> }}
            <div class="step" tabindex="-1" aria-live="polite" class:hidden-visually=move || wordless.get()>
                <p class="hidden-visually">
                    {move || t_with("step-of", &[("n", (step.get() as u32 + 1).into()), ("all", (steps().len() as u32).into())])}
                </p>
                <p class="step-text">{text}</p>
            </div>
            <div class="row two">
                <button disabled=move || step.get() == 0 on:click=move |_| go(step.get_untracked() - 1)>{t("step-back")}</button>
                <button
                    class="main-action"
                    on:click=move |_| if is_last() { leave(Ending::Whole, Screen::After) } else { go(step.get_untracked() + 1) }
                >
                    {move || if is_last() { t("step-finish") } else { t("next") }}
                </button>
            </div>
            <div class="always">
                <button on:click=move |_| leave(Ending::Grounded, Screen::Grounding)>{t("ground-me")}</button>
                <button on:click=move |_| leave(Ending::Worse, Screen::Grounding)>{t("making-it-worse")}</button>
                <button on:click=move |_| leave(Ending::Left, Screen::After)>{t("stop-here")}</button>
            </div>
            <div class="row switches">
                {(!practice.half_minute.is_empty()).then(|| view! {
                    <button class="chip small" aria-pressed=move || short.get().to_string() on:click=move |_| { short.update(|s| *s = !*s); go(0) }>{t("half-minute")}</button>
                })}
                <button class="chip small" aria-pressed=move || wordless.get().to_string() on:click=move |_| switch(wordless, Pref::Wordless)>{t("without-words")}</button>
                {speech::is_there().then(|| view! {
                    <button class="chip small" aria-pressed=move || aloud.get().to_string() on:click=move |_| switch(aloud, Pref::Voice)>{t("read-aloud")}</button>
                })}
            </div>
        </main>
    }
    .into_any()
}

fn steps_of(practice: &Practice, short: bool) -> Vec<(String, Option<Pace>)> {
    let mut steps: Vec<_> = if short {
        practice
            .half_minute
            .iter()
            .map(|s| (s.clone(), None))
            .collect()
    } else {
        practice
            .steps
            .iter()
            .map(|s| (s.text.clone(), s.pace))
            .collect()
    };
    steps.push((practice.close.clone(), None));
    steps
}

/// Grounding: open eyes, here, now. One tap from every practice, with people beside it.
#[component]
pub(crate) fn Grounding() -> impl IntoView {
    let app = app();
    let worse = app.under_way.with_untracked(|u| {
        u.as_ref()
            .and_then(|(_, e)| e.attempts.last())
            .is_some_and(|a| a.ending == Some(Ending::Worse))
    });
    view! {
        <Frame title=t("grounding-title") back=false>
            {worse.then(|| view! { <p class="note warm">{t("grounding-worse")}</p> })}
            <SceneView scene=Scene::Look pace=None />
            <ol class="grounding">
                <li>{t("grounding-1")}</li>
                <li>{t("grounding-2")}</li>
                <li>{t("grounding-3")}</li>
                <li>{t("grounding-4")}</li>
            </ol>
            <button class="main-action wide" on:click=move |_| app.nav.replace(Screen::After)>{t("go-on")}</button>
            <button class="wide" on:click=move |_| app.go(Screen::People)>{t("be-with-someone")}</button>
        </Frame>
    }
}
