// SPDX-License-Identifier: Apache-2.0
use crate::{app::app, content, nav::Screen, ui::Frame, words::t};
use leptos::prelude::*;

/// After an answer that speaks of dying or of hurting oneself: people, the plan and the lines at once. It stands
/// whatever the questionnaire makes of the answer, and nothing of it is kept.
#[component]
pub(super) fn Alert(go_on: Callback<()>) -> impl IntoView {
    let app = app();
    view! {
        <Frame title=t("alert-title") back=false>
            <p class="lead">{t("alert-lead")}</p>
            <button class="main-action wide" on:click=move |_| app.go(Screen::People)>{t("door-people")}</button>
            <button class="wide" on:click=move |_| app.go(Screen::Plan)>{t("door-plan")}</button>
            <a class="door" href=content::lines_path()>{t("crisis-lines")}</a>
            <p class="small">{t("alert-nobody")}</p>
            <div class="row">
                <button class="quiet" on:click=move |_| go_on.run(())>{t("alert-go-on")}</button>
                <button class="quiet" on:click=move |_| app.nav.back()>{t("alert-stop")}</button>
            </div>
        </Frame>
    }
}
