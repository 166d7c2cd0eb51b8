// SPDX-License-Identifier: Apache-2.0
use super::{Banner, ts};
use crate::{
    app::app,
    book::{Book, hex},
    content,
    measures::{AddFile, EVERY, Patterns, every_word, offerable, title_of_pack},
    nav::Screen,
    platform::clock,
    seat::Seat,
    session::random,
    slower::{programme_file, step_title},
    together::{
        OneOf, Room,
        clients::{self, received},
        long::long,
        picture::{Picture, Questions, title_of},
        shares::until_words,
        snag::Snag,
    },
    ui::{Frame, Question},
    words::{t, t_with},
};
use futures_util::lock::Mutex;
use kindhold_care::{Entry, Note, Offering, PracticeId};
use kindhold_vault::wire::AccessId;
use leptos::{prelude::*, task::spawn_local};
use std::rc::Rc;

/// How many are shown before "show more".
const AT_FIRST: usize = 8;

/// What is open of somebody's.
type Held = StoredValue<Rc<Mutex<Option<clients::Client>>>, LocalStorage>;

/// What somebody has shown.
#[component]
pub(in crate::together) fn Client(grant: AccessId) -> impl IntoView {
    let app = app();
    let Some(of) = received(app, grant) else {
        return view! { <Frame title=ts("caseload-title")><p>{t("client-gone")}</p></Frame> }
            .into_any();
    };
    let is_counsellor = Seat::here() == Seat::Counsellor;
    let book = RwSignal::new(None::<Book>);
    let until = RwSignal::new(None::<String>);
    let line = RwSignal::new(None::<String>);
    let held: Held = StoredValue::new_local(Rc::new(Mutex::new(None)));
    let name = of.name.clone();
    spawn_local(async move {
        let place = held.get_value();
        let mut place = place.lock().await;
        let opened = clients::Client::open(&of).await;
        let mut client = match opened {
            Ok(client) => client,
            Err(snag) => {
                let _ = line.try_set(Some(snag.words()));
                return;
            }
        };
        let show = |client: &clients::Client| {
            let _ = book.try_set(Some(client.book.clone()));
            let _ = until.try_set(Some(until_words(client.until())));
        };
        show(&client);
        let before = client.book.clone();
        let fetched = client.refresh().await;
        // Drawn anew only with news: what was opened on the page stays open otherwise.
        if client.book != before {
            show(&client);
        }
        let _ = until.try_set(Some(until_words(client.until())));
        let _ = line.try_set(match fetched {
            Err(snag) => Some(snag.words()),
            Ok(_) if client.damaged => Some(t("client-damaged")),
            Ok(_) => None,
        });
        let _ = client.looked().await;
        *place = Some(client);
    });
    let shown = Signal::derive(move || book.get().unwrap_or_default());
    let title = name.clone();
    view! {
        <Frame title=title>
            <Banner />
            <p class="soft small">{move || until.get()}</p>
            {move || line.get().map(|line| view! { <p class="note warm" role="status">{line}</p> })}
            {is_counsellor.then(|| view! {
                <button class="wide" on:click=move |_| app.go(Screen::Together(Room::Sheet(grant)))>{t("sheet-title")}</button>
                <Questions book=shown />
            })}
            {move || if book.with(Option::is_none) {
                view! { <p class="soft">{t("opening")}</p> }.into_any()
            } else {
                view! { <div class="picture"><Picture book=shown counts=is_counsellor />
                    {is_counsellor.then(|| view! { <Patterns book=shown about=hex(&grant.0) /> })}
                </div> }.into_any()
            }}
            {is_counsellor.then(|| view! {
                <OfferSomething held=held book=book />
                <Notes about=hex(&grant.0) />
            })}
            <Keeping grant=grant name=name />
        </Frame>
    }
    .into_any()
}

/// Offering a practice, a step of the programme, some words, or several of them.
#[component]
fn OfferSomething(held: Held, book: RwSignal<Option<Book>>) -> impl IntoView {
    let (text, practice) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let step = RwSignal::new(String::new());
    let (measure, every) = (RwSignal::new(String::new()), RwSignal::new(EVERY[1]));
    let app = app();
    let programme = programme_file();
    let busy = RwSignal::new(false);
    let said = RwSignal::new(None::<String>);
    let offer = move |_| {
        busy.set(true);
        said.set(None);
        let offering = Offering {
            at: clock::now(),
            practice: PracticeId::new(practice.get_untracked()).ok(),
            step: Some(step.get_untracked()).filter(|step| !step.is_empty()),
            pack: app
                .book
                .with_untracked(|b| offerable(b, &measure.get_untracked())),
            every_days: Some(every.get_untracked())
                .filter(|_| measure.with_untracked(|m| !m.is_empty())),
            text: text.get_untracked().trim().to_owned(),
        };
        spawn_local(async move {
            let place = held.get_value();
            let mut place = place.lock().await;
            let done = match place.as_mut() {
                Some(client) => {
                    let done = client.offer(offering).await;
                    let _ = book.try_set(Some(client.book.clone()));
                    let _ = client.looked().await;
                    done
                }
                None => Err(Snag::Later),
            };
            let _ = busy.try_set(false);
            if done.is_ok() {
                let _ = text.try_set(String::new());
                let _ = practice.try_set(String::new());
                let _ = step.try_set(String::new());
                let _ = measure.try_set(String::new());
            }
            let _ = said.try_set(Some(done.map_or_else(Snag::words, |()| t("offer-done"))));
        });
    };
    let offered = move || {
        book.with(|b| b.as_ref().map(Book::offerings))
            .unwrap_or_default()
    };
    let is_empty = move || {
        text.with(|t| t.trim().is_empty())
            && practice.with(String::is_empty)
            && step.with(String::is_empty)
            && measure.with(String::is_empty)
    };
    let steps = move || {
        let steps = programme.get().here().map(|file| file.steps.iter());
        let steps = steps.into_iter().flatten();
        steps
            .map(|s| view! { <option value=s.id.as_str()>{s.title.as_str()}</option> })
            .collect_view()
    };
    let measures = move || {
        let packs = app.book.with(crate::book::Book::packs);
        let titles = packs
            .into_iter()
            .map(|(_, pack)| (pack.checksum.clone(), title_of_pack(&pack)));
        let options =
            titles.map(|(checksum, title)| view! { <option value=checksum>{title}</option> });
        options.collect_view()
    };
    let mut practices: Vec<_> = content::practices()
        .iter()
        .map(|p| (p.id.as_str().to_owned(), p.title.clone()))
        .collect();
    practices.sort_by(|a, b| a.1.cmp(&b.1));
    view! {
        <section class="card no-print">
            <h2>{t("offer-title")}</h2>
            <p class="small soft">{t("offer-hint")}</p>
            <label>
                <span class="small">{t("offer-practice")}</span>
                <select autocomplete="off" prop:value=move || practice.get() on:change=move |e| practice.set(event_target_value(&e))>
                    <option value="">{t("offer-no-practice")}</option>
                    {practices.into_iter().map(|(id, title)| view! { <option value=id>{title}</option> }).collect_view()}
                </select>
            </label>
            <label>
                <span class="small">{t("offer-step")}</span>
                <select autocomplete="off" prop:value=move || step.get() on:change=move |e| step.set(event_target_value(&e))>
                    <option value="">{t("offer-no-step")}</option>
                    {steps}
                </select>
            </label>
            <label>
                <span class="small">{t("offer-measure")}</span>
                <select autocomplete="off" prop:value=move || measure.get() on:change=move |e| measure.set(event_target_value(&e))>
                    <option value="">{t("offer-no-measure")}</option>
                    {measures}
                </select>
            </label>
            {move || (!measure.with(String::is_empty)).then(|| view! {
                <p class="small">{t("offer-every")}</p>
                <OneOf label=t("offer-every") all=EVERY.map(|days| (days, every_word(days))).into() chosen=every />
            })}
            <AddFile title="offer-measure-file" />
            <label>
                <span class="small">{t("offer-words")}</span>
                <textarea rows="3" maxlength="2000" autocomplete="off" prop:value=move || text.get() on:input=move |e| text.set(event_target_value(&e))></textarea>
            </label>
            <button class="wide" disabled=move || busy.get() || is_empty() on:click=offer>{t("offer-do")}</button>
            <p role="status">{move || said.get()}</p>
            {move || {
                let all = offered();
                (!all.is_empty()).then(|| view! {
                    <details>
                        <summary>{t("offer-made")}</summary>
                        {long(all, AT_FIRST, |(_, one)| {
                            let what = one.offering.practice.as_ref().map(title_of);
                            let step = one.offering.step.as_deref().map(step_title);
                            view! {
                                <p>
                                    <span class="soft small">{clock::day(one.offering.at)}</span>
                                    " "
                                    {what.map(|what| format!("{what}. "))}
                                    {step.map(|step| format!("{step}. "))}
                                    {one.offering.text}
                                </p>
                            }.into_any()
                        })}
                    </details>
                })
            }}
        </section>
    }
}

/// The counsellor's own notes: in their own vault, shown to nobody.
#[component]
fn Notes(about: String) -> impl IntoView {
    let app = app();
    let text = RwSignal::new(String::new());
    let about = StoredValue::new(about);
    let keep = move |_| {
        let note = Note {
            at: clock::now(),
            about: about.get_value(),
            text: text.get_untracked().trim().to_owned(),
        };
        if !note.text.is_empty() {
            app.keep_then(app.new_thing(), Entry::Note(note), move || {
                text.set(String::new())
            });
        }
    };
    view! {
        <section class="card no-print">
            <h2>{t("notes-title")}</h2>
            <p class="small soft">{t("notes-hint")}</p>
            <textarea rows="3" maxlength="10000" autocomplete="off" aria-label=t("notes-title") prop:value=move || text.get() on:input=move |e| text.set(event_target_value(&e))></textarea>
            <button on:click=keep>{t("keep")}</button>
            {move || long(app.book.with(|b| about.with_value(|a| b.notes(a))), AT_FIRST, move |(thing, note)| {
                let forget = Callback::new(move |()| app.delete_then(thing, || {}));
                view! {
                    <article class="written">
                        <p class="soft small">{clock::day_and_time(note.at)}</p>
                        <p class="as-written">{note.text}</p>
                        <Question ask=t("delete") question=t("delete-question") yes=t("delete-yes") on_yes=forget />
                    </article>
                }.into_any()
            })}
        </section>
    }
}

/// What they are called here, and letting go of the copy.
#[component]
fn Keeping(grant: AccessId, name: String) -> impl IntoView {
    let app = app();
    let called = RwSignal::new(name.clone());
    let rename = move |_| {
        spawn_local(async move {
            let name = called.get_untracked().trim().to_owned();
            if name.is_empty() {
                return;
            }
            let done = app
                .act(async |vault, relay| vault.rename(relay, grant, &name, &mut random()).await)
                .await;
            app.say(done.map_or_else(Snag::words, |()| t("client-renamed")));
        });
    };
    let forget = Callback::new(move |()| {
        spawn_local(async move {
            let done = app
                .act(async |vault, relay| vault.forget(relay, grant, &mut random()).await)
                .await;
            match done {
                Ok(()) => {
                    clients::Client::erase(grant).await;
                    app.nav.back();
                }
                Err(snag) => app.say(snag.words()),
            }
        });
    });
    view! {
        <details class="no-print">
            <summary>{t("client-keeping")}</summary>
            <label>
                <span class="small">{t("invite-their-name")}</span>
                <input type="text" maxlength="60" autocomplete="off" prop:value=move || called.get() on:input=move |e| called.set(event_target_value(&e)) />
            </label>
            <button on:click=rename>{t("keep")}</button>
            <p class="small soft">{t_with("client-forget-hint", &[("name", name.into())])}</p>
            <Question ask=t("client-forget") question=t("client-forget-question") yes=t("client-forget-yes") on_yes=forget />
        </details>
    }
}
