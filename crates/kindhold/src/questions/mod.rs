// SPDX-License-Identifier: Apache-2.0
//! Questions and comments of readers under an article, where the operator turns them on: drawn here, so that
//! they work without any script. Nothing of them is kept on a reader's device.
//!
//! What is handed in is looked at in this order: whether it sounds like an emergency (then help comes before
//! anything else, and nothing is kept), whether it can be read by somebody on a bad night, whether it fits.

mod draw;
mod form;
mod languages;

use crate::site::Site;
use axum::{
    Extension, Router,
    extract::{DefaultBodyLimit, Path, Request, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};
use draw::{Draw, Trouble};
use form::Form;
use kindhold_relay::{
    Fault, Peer, Relay,
    questions::{NAME_CHARS, NewQuestion, QuestionId, WORDS_CHARS},
};
use kindhold_vault::wire::Refusal;
use languages::{Language, Languages};
use std::sync::Arc;

/// The most bytes of a form: its text in the longest of encodings.
const FORM_BYTES: usize = 64 << 10;
/// Seconds for which a form is at least open when a person fills it in.
const SOONEST: u64 = 3;
/// Seconds after which a form is drawn anew.
const LATEST: u64 = 86_400;

#[derive(Clone)]
struct Desk {
    relay: Relay,
    languages: Arc<Languages>,
}

/// The routes, under `/questions/`; none where the site has no texts to ask about.
pub(crate) fn router(site: Site, relay: Relay) -> Router {
    let Some(languages) = Languages::of(site) else {
        return Router::new();
    };
    let desk = Desk {
        relay,
        languages: Arc::new(languages),
    };
    Router::new()
        .route(
            "/questions/{tag}/delete/",
            get(delete_form).post(delete_one),
        )
        .route(
            "/questions/{tag}/{collection}/{id}/",
            get(questions).post(ask),
        )
        .layer(DefaultBodyLimit::max(FORM_BYTES))
        .with_state(desk)
}

/// Whether readers may leave questions here.
pub(crate) fn info(takes: bool) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "application/json"),
        (header::CACHE_CONTROL, "no-store"),
    ];
    let mut response = (headers, format!("{{\"questions\":{takes}}}")).into_response();
    crate::serve::guard(response.headers_mut(), None);
    response
}

impl Desk {
    /// The article that an address names, in a language that is there.
    fn find(&self, tag: &str, collection: &str, id: &str) -> Option<(&Language, Article)> {
        let language = self.languages.get(tag)?;
        let title = language.title(collection, id)?.to_owned();
        let page = format!("{tag}/{collection}/{id}");
        Some((language, Article { page, title }))
    }

    async fn draw(
        &self,
        status: StatusCode,
        language: &Language,
        article: &Article,
        trouble: Trouble,
        form: Form,
    ) -> Response {
        let Ok(shown) = self.relay.questions_of(&article.page).await else {
            return StatusCode::SERVICE_UNAVAILABLE.into_response();
        };
        let draw = Draw {
            language,
            stamp: self.relay.stamp(),
        };
        html(
            status,
            language,
            &draw.article(article, &shown, &trouble, &form),
        )
    }
}

/// What questions are about.
struct Article {
    /// The end of its address: `en/library/why-it-hides`.
    page: String,
    title: String,
}

fn html(status: StatusCode, language: &Language, main: &str) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "text/html; charset=utf-8"),
        (header::CACHE_CONTROL, "no-store"),
    ];
    let mut response = (status, headers, language.around(main)).into_response();
    crate::serve::guard(response.headers_mut(), language.policy());
    response
}

fn missing() -> Response {
    StatusCode::NOT_FOUND.into_response()
}

async fn questions(
    State(desk): State<Desk>,
    Path((tag, collection, id)): Path<(String, String, String)>,
    peer: Option<Extension<Peer>>,
) -> Response {
    if !desk.relay.may_ask(peer.map(|Extension(peer)| peer)) {
        return StatusCode::TOO_MANY_REQUESTS.into_response();
    }
    match desk.find(&tag, &collection, &id) {
        Some((language, article)) => {
            let form = Form::default();
            desk.draw(StatusCode::OK, language, &article, Trouble::None, form)
                .await
        }
        None => missing(),
    }
}

async fn ask(
    State(desk): State<Desk>,
    Path((tag, collection, id)): Path<(String, String, String)>,
    peer: Option<Extension<Peer>>,
    request: Request,
) -> Response {
    let Some((language, article)) = desk.find(&tag, &collection, &id) else {
        return missing();
    };
    let peer = peer.map(|Extension(peer)| peer);
    if !desk.relay.may_ask(peer) {
        return StatusCode::TOO_MANY_REQUESTS.into_response();
    }
    let Some(form) = Form::read(request).await else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let trouble = desk.look_at(language, &form);
    if !matches!(trouble, Trouble::None) {
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return desk.draw(status, language, &article, trouble, form).await;
    }
    let new = NewQuestion {
        page: article.page.clone(),
        name: form.name.clone(),
        words: form.words.clone(),
    };
    match desk.relay.ask(peer, new).await {
        Ok(code) => {
            let draw = Draw {
                language,
                stamp: String::new(),
            };
            html(
                StatusCode::OK,
                language,
                &draw.sent(&article, &code, form.saw_help),
            )
        }
        Err(fault) => {
            let (status, trouble) = told(&fault);
            desk.draw(status, language, &article, trouble, form).await
        }
    }
}

fn told(fault: &Fault) -> (StatusCode, Trouble) {
    match fault {
        Fault::Refused(Refusal::Slower) => (
            StatusCode::TOO_MANY_REQUESTS,
            Trouble::Say("questions-often"),
        ),
        Fault::Refused(Refusal::Busy) => (
            StatusCode::SERVICE_UNAVAILABLE,
            Trouble::Say("questions-full"),
        ),
        _ => (
            StatusCode::SERVICE_UNAVAILABLE,
            Trouble::Say("questions-broken"),
        ),
    }
}

impl Desk {
    /// What stands in the way of a text, the most urgent first.
    fn look_at(&self, language: &Language, form: &Form) -> Trouble {
        let all = format!("{}\n{}", form.name, form.words);
        if !form.saw_help && language.sounds_urgent(&all) {
            return Trouble::Urgent;
        }
        if form.words.trim().is_empty() {
            return Trouble::Say("questions-empty");
        }
        if form.words.trim().chars().count() > WORDS_CHARS {
            return Trouble::SayNumber("questions-long", WORDS_CHARS);
        }
        if form.name.trim().chars().count() > NAME_CHARS {
            return Trouble::SayNumber("questions-name-long", NAME_CHARS);
        }
        if form::names_a_contact(&all) {
            return Trouble::Say("questions-contact");
        }
        let findings = language.safe_words().find(&all);
        if !findings.is_empty() {
            return Trouble::Reword(findings);
        }
        if !form.terms {
            return Trouble::Say("questions-terms-missing");
        }
        // A field that no person sees, and a form that was filled in faster than anybody writes.
        let age = self.relay.age_of(&form.stamp);
        let by_hand = age.is_some_and(|age| (SOONEST..=LATEST).contains(&age));
        if !form.trap.is_empty() || !by_hand {
            return Trouble::Say("questions-old");
        }
        Trouble::None
    }
}

async fn delete_form(State(desk): State<Desk>, Path(tag): Path<String>) -> Response {
    let Some(language) = desk.languages.get(&tag) else {
        return missing();
    };
    let draw = Draw {
        language,
        stamp: String::new(),
    };
    html(StatusCode::OK, language, &draw.take_back(None))
}

async fn delete_one(
    State(desk): State<Desk>,
    Path(tag): Path<String>,
    peer: Option<Extension<Peer>>,
    request: Request,
) -> Response {
    let Some(language) = desk.languages.get(&tag) else {
        return missing();
    };
    if !desk.relay.may_ask(peer.map(|Extension(peer)| peer)) {
        return StatusCode::TOO_MANY_REQUESTS.into_response();
    }
    let Some(form) = Form::read(request).await else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let id = QuestionId::of_code(&form.code);
    let (status, said) = match desk.relay.forget_question(id).await {
        Ok(()) => (StatusCode::OK, "questions-taken-back"),
        Err(Fault::Refused(_)) => (StatusCode::NOT_FOUND, "questions-no-such"),
        Err(_) => (StatusCode::SERVICE_UNAVAILABLE, "questions-broken"),
    };
    let draw = Draw {
        language,
        stamp: String::new(),
    };
    html(status, language, &draw.take_back(Some(said)))
}
