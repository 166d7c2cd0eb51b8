// SPDX-License-Identifier: Apache-2.0
use super::people::OwnPeople;
use crate::{app::app, content, nav::Screen, ui::Frame, words::t};
use kindhold_care::MomentKind;
use leptos::prelude::*;

/// "I have already decided." No persuading; people first, then something for the next minutes.
#[component]
pub(crate) fn Decided() -> impl IntoView {
    let app = app();
    view! {
        <Frame title=t("decided-title")>
            <p>{t("decided-1")}</p>
            <p>{t("decided-2")}</p>
            <OwnPeople />
            <a class="button wide" href=content::lines_path()>{t("crisis-lines")}</a>
            <button class="wide" on:click=move |_| app.go(Screen::Plan)>{t("open-plan")}</button>
            <button class="main-action wide" on:click=move |_| {
                app.begin(MomentKind::Decided);
                app.go(Screen::Functions);
            }>{t("decided-meanwhile")}</button>
            <a class="quiet button wide" href=content::page_path("already-decided")>{t("read-more")}</a>
        </Frame>
    }
}

/// "It already happened." The body through people and emergency routes only; care for the feeling.
#[component]
pub(crate) fn Happened() -> impl IntoView {
    let app = app();
    view! {
        <Frame title=t("happened-title")>
            <p class="note warm">{t("happened-hurt")}</p>
            <a class="button wide" href=content::lines_path()>{t("emergency-and-lines")}</a>
            <p>{t("happened-1")}</p>
            <p>{t("happened-2")}</p>
            <OwnPeople />
            <button class="main-action wide" on:click=move |_| {
                app.begin(MomentKind::Happened);
                app.go(Screen::Functions);
            }>{t("happened-gentle")}</button>
            <button class="wide" on:click=move |_| app.go(Screen::DiaryEdit(None))>{t("happened-write")}</button>
            <a class="quiet button wide" href=content::page_path("it-happened")>{t("read-more")}</a>
        </Frame>
    }
}
