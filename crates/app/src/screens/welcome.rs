// SPDX-License-Identifier: Apache-2.0
use crate::{
    app::{App, Gate, app},
    content,
    nav::Screen,
    platform::{page, prefs, prefs::Pref},
    session, together,
    words::t,
};
use kindhold_care::MomentKind;
use leptos::{prelude::*, task::spawn_local};

/// Countries with lines of their own, as in `content/lines`.
pub(super) const COUNTRIES: [&str; 13] = [
    "au", "ca", "de", "es", "fr", "gb", "ie", "in", "nl", "nz", "se", "us", "za",
];

/// First run: language, country, passcode or none. Each can be skipped, and so can all of it.
#[component]
pub(crate) fn Welcome() -> impl IntoView {
    let app = app();
    let step = RwSignal::new(0u8);
    let passcode = RwSignal::new(String::new());
    let again = RwSignal::new(String::new());
    let busy = RwSignal::new(false);
    let finish = move |code: Option<String>, urge: bool| {
        busy.set(true);
        spawn_local(async move {
            make_vault(app, code.as_deref()).await;
            busy.set(false);
            if urge {
                app.begin(MomentKind::Urge);
                app.go(Screen::Urge);
            } else {
                page::after_drawing(page::focus_heading);
            }
        });
    };
    let next = move |_| {
        step.update(|s| *s += 1);
        page::after_drawing(page::focus_heading);
    };
    let body = move || {
        match step.get() {
        0 => view! { <Language /> <button class="main-action wide" on:click=next>{t("next")}</button> }.into_any(),
        1 => view! {
            <Country />
            <button class="main-action wide" on:click=next>{t("next")}</button>
            <button class="quiet wide" on:click=next>{t("skip")}</button>
        }.into_any(),
        _ => view! {
            <h1 tabindex="-1">{t("welcome-passcode")}</h1>
            <p>{t("welcome-passcode-hint")}</p>
            <PasscodeFields passcode=passcode again=again />
            <button
                class="main-action wide"
                disabled=move || busy.get() || !is_passcode_fit(&passcode.get(), &again.get())
                on:click=move |_| finish(Some(passcode.get_untracked()), false)
            >{t("welcome-use-passcode")}</button>
            <button class="wide" disabled=move || busy.get() on:click=move |_| finish(None, false)>{t("welcome-no-passcode")}</button>
        }.into_any(),
    }
    };
    view! {
        <main id="main">
            <div class="note row spread">
                <span>{t("welcome-urge-now")}</span>
                <button class="main-action" disabled=move || busy.get() on:click=move |_| finish(None, true)>{t("door-urge")}</button>
            </div>
            {move || app.notice.get().map(|n| view! { <p id="notice" class="note warm" role="alert" tabindex="-1">{n}</p> })}
            {body}
            <button class="quiet" on:click=move |_| together::go(app, "join")>{t("welcome-other-device")}</button>
            <p class="soft small">{t("welcome-nobody")}</p>
            <p class="small"><a href=content::page_path("about")>{t("welcome-about")}</a></p>
        </main>
    }
}

/// Makes the vault, and asks the browser to keep it.
pub(crate) async fn make_vault(app: App, passcode: Option<&str>) {
    match session::create(passcode).await {
        Ok(opened) => app.enter(opened.session, opened.book, opened.notice),
        Err(trouble) => app.gate.set(Gate::NothingKept(trouble.words())),
    }
    prefs::set(Pref::Welcomed, "1");
    page::ask_to_persist().await;
}

/// Which language.
#[component]
fn Language() -> impl IntoView {
    view! {
        <h1 tabindex="-1">{t("welcome-language")}</h1>
        <Languages tall=true />
    }
}

/// The languages, each by its own name. Choosing another loads the page anew.
#[component]
pub(super) fn Languages(
    /// One below the other.
    #[prop(default = false)]
    tall: bool,
) -> impl IntoView {
    let here = crate::words::lang();
    let chip = |(tag, name): (String, String)| {
        let is_on = tag == here;
        view! {
            <button class="chip" lang=tag.clone() aria-pressed=is_on.to_string() on:click=move |_| {
                prefs::set(Pref::Lang, &tag);
                if !is_on {
                    page::start_again();
                }
            }>{name}</button>
        }
    };
    view! {
        <div class="chips" class:tall=tall role="group" aria-label=t("welcome-language")>
            {content::languages().into_iter().map(chip).collect_view()}
        </div>
    }
}

/// Which country: only for which crisis lines come first.
#[component]
pub(super) fn Country(
    /// Whether it stands among other settings, below their heading.
    #[prop(default = false)]
    among: bool,
) -> impl IntoView {
    let chosen = RwSignal::new(prefs::get(Pref::Country).unwrap_or_default());
    view! {
        {if among {
            view! { <h2>{t("welcome-country")}</h2> }.into_any()
        } else {
            view! { <h1 tabindex="-1">{t("welcome-country")}</h1> }.into_any()
        }}
        <p>{t("welcome-country-hint")}</p>
        <label>
            <span class="hidden-visually">{t("welcome-country")}</span>
            <select autocomplete="off" prop:value=move || chosen.get() on:change=move |e| {
                let country = event_target_value(&e);
                prefs::set(Pref::Country, &country);
                chosen.set(country);
            }>
                <option value="">{t("country-none")}</option>
                {COUNTRIES.into_iter().map(|c| view! {
                    <option value=c selected=move || chosen.get() == c>{t(&format!("country-{}", c.to_uppercase()))}</option>
                }).collect_view()}
                <option value="international" selected=move || chosen.get() == "international">{t("country-international")}</option>
            </select>
        </label>
    }
}

/// The shortest passcode that is taken.
const SHORTEST: usize = 6;

/// Whether a passcode is long enough and was typed the same twice.
pub(crate) fn is_passcode_fit(passcode: &str, again: &str) -> bool {
    passcode.chars().count() >= SHORTEST && passcode == again
}

/// A new passcode, typed twice.
#[component]
pub(crate) fn PasscodeFields(passcode: RwSignal<String>, again: RwSignal<String>) -> impl IntoView {
    let differ = move || again.with(|a| !a.is_empty()) && passcode.get() != again.get();
    view! {
        {secret_field("passcode-new", "new-password", passcode)}
        {secret_field("passcode-again", "new-password", again)}
        <p class="small soft" role="status">{move || if differ() { t("passcode-differ") } else { t("passcode-shortest") }}</p>
    }
}

/// A field for a passcode. `known`: what a keeper of passwords may do with it, as `autocomplete` has it.
pub(crate) fn secret_field(
    label: &str,
    known: &'static str,
    value: RwSignal<String>,
) -> impl IntoView {
    view! {
        <label>
            <span class="small">{t(label)}</span>
            <input type="password" autocomplete=known prop:value=move || value.get() on:input=move |e| value.set(event_target_value(&e)) />
        </label>
    }
}
