// SPDX-License-Identifier: Apache-2.0
//! Around the screens: opening, the screen that shows, locking when out of sight, leaving.

use crate::{
    app::{App, Gate, app},
    content,
    nav::Screen,
    platform::{clock, document, page, prefs, prefs::Pref},
    screens, session, together,
    words::t,
};
use kindhold_care::{MomentKind, PracticeId};
use leptos::{portal::Portal, prelude::*, task::spawn_local};
use wasm_bindgen::JsCast;

/// Loads the content, then shows the first screen. If that fails, the page's own sentence with its
/// doors stays where it is.
pub(crate) fn mount() {
    // Leptos brings its own way to spawn only once it is mounted.
    wasm_bindgen_futures::spawn_local(async {
        if let Err(why) = content::load().await {
            web_sys_warn(&why);
            return;
        }
        let Some(root) = document().get_element_by_id("app") else {
            return;
        };
        root.set_text_content(None);
        if let Some(exit) = document().query_selector(".exit").ok().flatten() {
            exit.set_text_content(Some(&t("exit")));
        }
        if let Ok(root) = root.dyn_into::<web_sys::HtmlElement>() {
            mount_to(root, Shell).forget();
        }
    });
}

fn web_sys_warn(why: &str) {
    leptos::logging::warn!("{why}");
}

#[component]
fn Shell() -> impl IntoView {
    let app = App::new();
    provide_context(app);
    spawn_local(open(app));
    listen(app);
    let screen = move || match app.gate.get() {
        Gate::Opening => {
            view! { <main id="main"><p class="soft">{t("opening")}</p></main> }.into_any()
        }
        Gate::Welcome => {
            together::welcome().unwrap_or_else(|| view! { <screens::Welcome /> }.into_any())
        }
        Gate::Locked if app.nav.now() == Screen::Home => view! { <screens::Locked /> }.into_any(),
        Gate::Locked | Gate::Open | Gate::NothingKept(_) => show(app.nav.now()),
    };
    let beside_exit =
        || together::watched_by_nobody().unwrap_or_else(|| view! { <Near /> }.into_any());
    let bar = document().query_selector(".bar").ok().flatten();
    view! {
        {screen}
        {bar.map(|bar| view! { <Portal mount=bar>{beside_exit}</Portal> })}
    }
}

/// On the path of an urge the plan and people are one tap away, beside the exit.
#[component]
fn Near() -> impl IntoView {
    let app = app();
    let plan = move || {
        (app.gate.get() != Gate::Locked).then(|| view! {
        <button class="quiet small" on:click=move |_| app.go(Screen::Plan)>{t("near-plan")}</button>
    })
    };
    move || {
        on_the_path(&app.nav.now()).then(|| view! {
        <nav class="near no-print" aria-label=t("near-label")>
            {plan}
            <button class="quiet small" on:click=move |_| app.go(Screen::People)>{t("near-people")}</button>
        </nav>
    })
    }
}

const fn on_the_path(screen: &Screen) -> bool {
    use Screen::{After, Functions, Grounding, Offers, Player, Urge};
    matches!(
        screen,
        Urge | Functions | Offers | Player(_) | Grounding | After
    )
}

/// The screens that need no key: they stay open while the rest is locked.
const fn needs_no_key(screen: &Screen) -> bool {
    matches!(
        screen,
        Screen::Home
            | Screen::Urge
            | Screen::Functions
            | Screen::Offers
            | Screen::Player(_)
            | Screen::Grounding
            | Screen::After
            | Screen::People
            | Screen::Erase
    )
}

fn show(screen: Screen) -> AnyView {
    let app = app();
    if app.gate.get_untracked() == Gate::Locked && !needs_no_key(&screen) {
        return view! { <screens::Locked /> }.into_any();
    }
    match screen {
        Screen::Home => together::home().unwrap_or_else(|| view! { <screens::Home /> }.into_any()),
        Screen::Together(room) => together::show(room),
        Screen::Urge => view! { <screens::Urge /> }.into_any(),
        Screen::Functions => view! { <screens::Functions /> }.into_any(),
        Screen::Offers => view! { <screens::Offers /> }.into_any(),
        Screen::Player(id) => view! { <screens::Player id=id /> }.into_any(),
        Screen::Grounding => view! { <screens::Grounding /> }.into_any(),
        Screen::After => view! { <screens::After /> }.into_any(),
        Screen::People => view! { <screens::People /> }.into_any(),
        Screen::Decided => view! { <screens::Decided /> }.into_any(),
        Screen::Happened => view! { <screens::Happened /> }.into_any(),
        Screen::Plan => view! { <screens::PlanView /> }.into_any(),
        Screen::PlanEdit => view! { <screens::PlanEdit /> }.into_any(),
        Screen::Diary => view! { <screens::Diary /> }.into_any(),
        Screen::DiaryEdit(thing) => view! { <screens::DiaryEdit thing=thing /> }.into_any(),
        Screen::Letters => view! { <screens::Letters /> }.into_any(),
        Screen::LetterEdit(thing) => view! { <screens::LetterEdit thing=thing /> }.into_any(),
        Screen::Words => view! { <screens::Words /> }.into_any(),
        Screen::Helps => view! { <screens::Helps /> }.into_any(),
        Screen::Practices => view! { <screens::Practices /> }.into_any(),
        Screen::Settings => view! { <screens::Settings /> }.into_any(),
        Screen::Lock => view! { <screens::LockSettings /> }.into_any(),
        Screen::Data => view! { <screens::Data /> }.into_any(),
        Screen::Erase => view! { <screens::Erase /> }.into_any(),
    }
}

async fn open(app: App) {
    let asked_for = page::take_hash();
    together::take_link(app, &asked_for).await;
    match session::start().await {
        session::Start::Fresh => app.gate.set(Gate::Welcome),
        session::Start::ThrownAway => {
            app.say(session::thrown_away());
            app.gate.set(Gate::Welcome);
        }
        session::Start::Locked => app.gate.set(Gate::Locked),
        session::Start::Open(opened) => app.enter(opened.session, opened.book, opened.notice),
        session::Start::NothingKept(trouble) => app.gate.set(Gate::NothingKept(trouble.words())),
    }
    match asked_for.as_str() {
        "people" => app.go(Screen::People),
        "plan" => app.go(Screen::Plan),
        "practices" => app.go(Screen::Practices),
        "urge" if app.gate.get_untracked() != Gate::Welcome => {
            app.begin(MomentKind::Urge);
            app.go(Screen::Urge);
        }
        other => match other.strip_prefix("practice=").map(PracticeId::new) {
            Some(Ok(id)) if content::practice(&id).is_some() => {
                app.begin(MomentKind::CheckIn);
                app.start(id);
            }
            _ => page::after_drawing(page::focus_heading),
        },
    }
}

/// Leaving drops everything; so does being out of sight for longer than the person chose.
fn listen(app: App) {
    page::on_window("kindhold-leave", move |_| app.forget());
    page::on_window("pagehide", move |_| app.forget());
    page::on_window("pageshow", |event| {
        let kept = js_sys::Reflect::get(&event, &"persisted".into());
        if kept.is_ok_and(|k| k.is_truthy()) {
            page::start_apart();
        }
    });
    let hidden_since = StoredValue::new(None::<i64>);
    let is_due = move || {
        let minutes: i64 = prefs::get(Pref::LockAfter)
            .and_then(|m| m.parse().ok())
            .unwrap_or(5);
        let since = hidden_since.get_value();
        let away = since.is_some_and(|s| clock::now().unix_ms - s >= minutes * 60_000);
        away && app.session().is_some_and(|s| s.has_lock())
    };
    page::on_window("visibilitychange", move |_| {
        if page::is_out_of_sight() {
            hidden_since.set_value(Some(clock::now().unix_ms));
            // Browsers slow a hidden page's clock down, so it is looked at again on return.
            spawn_local(async move {
                while hidden_since.get_value().is_some() && !is_due() {
                    page::pause(30_000).await;
                }
                if is_due() {
                    app.lock();
                }
            });
            return;
        }
        if is_due() {
            app.lock();
        }
        hidden_since.set_value(None);
    });
}
