// SPDX-License-Identifier: Apache-2.0
//! One question a screen. Everything can be skipped, and everything is kept at once.

use super::{Place, alert::Alert, home::Terms, shelf};
use crate::{
    app::{App, app},
    nav::{Screen, Thing},
    platform::{clock, page},
    together::Room,
    ui::Frame,
    words::{t, t_with},
};
use kindhold_care::{Answer, AnswerKind, Answers, Entry, Response};
use kindhold_measure::{Choice, Instrument, Item, ItemKind};
use leptos::prelude::*;

/// Answering, one thing after the other.
#[component]
pub(super) fn Answering(thing: Thing, checksum: &'static str) -> impl IntoView {
    let app = app();
    let instrument = app.book.with_untracked(|b| shelf::by_checksum(b, checksum));
    match instrument {
        Some(instrument) => view! { <Going thing=thing instrument=instrument /> }.into_any(),
        None => {
            view! { <Frame title=t("measures-title")><p class="note">{t("answering-none")}</p></Frame> }
                .into_any()
        }
    }
}

/// Where one stands. Copied freely.
#[derive(Clone, Copy)]
struct Way {
    app: App,
    thing: Thing,
    instrument: &'static Instrument,
    at: kindhold_care::When,
    answers: RwSignal<Answers>,
    /// The `linkId` that shows; none before the first and after the last.
    now: RwSignal<Option<&'static str>>,
    /// People and the plan come before anything else.
    alert: RwSignal<bool>,
}

impl Way {
    fn new(app: App, thing: Thing, instrument: &'static Instrument) -> Self {
        let held = app.book.with_untracked(|b| match b.get(&thing) {
            Some(Entry::Response(response)) => Some(response.clone()),
            _ => None,
        });
        let at = held.as_ref().map_or_else(clock::now, |r| r.at);
        let answers = held.map(|r| r.answers).unwrap_or_default();
        let shows = instrument.shows(&answers);
        // One that was left halfway goes on after the last answer.
        let last = shows
            .iter()
            .rposition(|item| answers.contains_key(&item.link_id));
        let first = last.map_or(0, |n| (n + 1).min(shows.len().saturating_sub(1)));
        let now = shows.get(first).map(|item| item.link_id.as_str());
        Self {
            app,
            thing,
            instrument,
            at,
            answers: RwSignal::new(answers),
            now: RwSignal::new(now),
            alert: RwSignal::new(false),
        }
    }

    fn keep(self, ended: bool, then: impl FnOnce() + 'static) {
        let response = Response {
            at: self.at,
            url: self.instrument.url.clone(),
            checksum: self.instrument.checksum.clone(),
            answers: self.answers.get_untracked(),
            ended,
        };
        self.app
            .keep_then(self.thing, Entry::Response(response), then);
    }

    /// What shows now, and its number among those that ask.
    fn item(self) -> Option<(&'static Item, u32, u32)> {
        let link_id = self.now.get()?;
        let shows = self.answers.with_untracked(|a| self.instrument.shows(a));
        let asks = shows.iter().filter(|item| item.asks()).count() as u32;
        let at = shows.iter().position(|item| item.link_id == link_id)?;
        let before = shows[..at].iter().filter(|item| item.asks()).count() as u32;
        Some((shows[at], before + 1, asks))
    }

    /// One on, or one back.
    fn step(self, on: bool) {
        let shows = self.answers.with_untracked(|a| self.instrument.shows(a));
        let now = self.now.get_untracked();
        let at = shows
            .iter()
            .position(|item| Some(item.link_id.as_str()) == now);
        let next = match (at, on) {
            (Some(at), true) => at.checked_add(1),
            (Some(at), false) => at.checked_sub(1),
            (None, _) => None,
        };
        match next.and_then(|n| shows.get(n)) {
            Some(item) => {
                self.now.set(Some(&item.link_id));
                page::after_drawing(page::focus_heading);
            }
            None if on => self.end(),
            None => {}
        }
    }

    fn end(self) {
        let done = Screen::Together(Room::Measures(Place::Done(self.thing)));
        self.keep(true, move || self.app.nav.replace(done));
    }

    /// Takes an answer, keeps it, and goes on; where it speaks of death, people and the plan come first.
    fn answer(self, item: &'static Item, given: Vec<Answer>, go_on: bool) {
        let speaks = self.instrument.speaks(&item.link_id, &given);
        self.answers.update(|answers| {
            if given.is_empty() {
                answers.remove(&item.link_id);
            } else {
                answers.insert(item.link_id.clone(), given);
            }
        });
        if speaks {
            self.keep(false, || {});
            self.alert.set(true);
            page::after_drawing(page::focus_heading);
            return;
        }
        // On only once it is kept; a second tap in between is no second step.
        self.keep(false, move || {
            if go_on && self.now.try_get_untracked().flatten() == Some(item.link_id.as_str()) {
                self.step(true);
            }
        });
    }

    fn given(self, item: &Item) -> Vec<Answer> {
        self.answers
            .with(|a| a.get(&item.link_id).cloned().unwrap_or_default())
    }
}

#[component]
fn Going(thing: Thing, instrument: &'static Instrument) -> impl IntoView {
    let way = Way::new(app(), thing, instrument);
    move || {
        if way.alert.get() {
            let go_on = Callback::new(move |()| {
                way.alert.set(false);
                way.step(true);
            });
            return view! { <Alert go_on=go_on /> }.into_any();
        }
        match way.item() {
            Some((item, n, of)) => view! { <One way=way item=item n=n of=of /> }.into_any(),
            None => {
                view! { <Frame title=instrument.title.clone()><p class="note">{t("answering-none")}</p></Frame> }
                    .into_any()
            }
        }
    }
}

#[component]
fn One(way: Way, item: &'static Item, n: u32, of: u32) -> impl IntoView {
    let is_first = n == 1;
    let place = item
        .asks()
        .then(|| t_with("answering-place", &[("n", n.into()), ("of", of.into())]));
    let above = item
        .above
        .iter()
        .map(|line| view! { <p class="soft">{line.as_str()}</p> });
    let title = if item.prefix.is_empty() {
        item.text.clone()
    } else {
        format!("{} {}", item.prefix, item.text)
    };
    let later = move |_| {
        way.app.nav.back();
        way.app.say(t("answering-kept"));
    };
    view! {
        <Frame title=title>
            <p class="soft small">{way.instrument.title.as_str()} {place.map(|place| format!(" · {place}"))}</p>
            {above.collect_view()}
            {(!item.help.is_empty()).then(|| view! { <p class="small">{item.help.as_str()}</p> })}
            {(item.required && item.asks()).then(|| view! { <p class="small soft">{t("answering-asked")}</p> })}
            <Field way=way item=item />
            <div class="row">
                {(!is_first).then(|| view! { <button class="quiet" on:click=move |_| way.step(false)>{t("answering-before")}</button> })}
                {item.asks().then(|| view! {
                    <button class="quiet" on:click=move |_| way.answer(item, Vec::new(), true)>{t("answering-skip")}</button>
                })}
                <button class="quiet" on:click=later>{t("answering-later")}</button>
            </div>
            <Terms instrument=way.instrument brief=true />
        </Frame>
    }
}

fn coded(choice: &Choice) -> Answer {
    let coding = &choice.coding;
    Answer {
        kind: AnswerKind::Coding,
        value: coding.code.clone(),
        system: coding.system.clone(),
        display: coding.display.clone(),
    }
}

fn plain(kind: AnswerKind, value: String) -> Answer {
    Answer {
        kind,
        value,
        ..Answer::default()
    }
}

#[component]
fn Field(way: Way, item: &'static Item) -> impl IntoView {
    match &item.kind {
        ItemKind::Display => {
            view! { <button class="main-action wide" on:click=move |_| way.step(true)>{t("answering-next")}</button> }
                .into_any()
        }
        ItemKind::Choice {
            choices,
            many,
            open,
        } => view! { <Choices way=way item=item choices=choices many=*many open=*open /> }.into_any(),
        ItemKind::Boolean => {
            let both = ["true", "false"].map(|value| {
                let word = t(if value == "true" { "answering-yes" } else { "answering-no" });
                let is_on = move || way.given(item).first().is_some_and(|a| a.value == value);
                view! {
                    <button class="chip" aria-pressed=move || is_on().to_string()
                        on:click=move |_| way.answer(item, vec![plain(AnswerKind::Boolean, value.into())], true)>{word}</button>
                }
            });
            view! { <div class="chips tall" role="group" aria-label=item.text.as_str()>{both.into_iter().collect_view()}</div> }
                .into_any()
        }
        ItemKind::Integer { least, most } => {
            let bound = |n: &Option<i64>| n.map(|n| n.to_string());
            view! { <Typed way=way item=item kind=AnswerKind::Integer input="number" label="answering-number" least=bound(least) most=bound(most) /> }
                .into_any()
        }
        ItemKind::Decimal => {
            view! { <Typed way=way item=item kind=AnswerKind::Decimal input="number" label="answering-number" /> }
                .into_any()
        }
        ItemKind::Date => {
            view! { <Typed way=way item=item kind=AnswerKind::Date input="date" label="answering-day" /> }
                .into_any()
        }
        ItemKind::Text { long } => {
            view! { <Typed way=way item=item kind=AnswerKind::Text input=if *long { "long" } else { "text" } label="answering-words" /> }
                .into_any()
        }
    }
}

#[component]
fn Choices(
    way: Way,
    item: &'static Item,
    choices: &'static [Choice],
    many: bool,
    open: bool,
) -> impl IntoView {
    let tap = move |answer: Answer| {
        if !many {
            return way.answer(item, vec![answer], true);
        }
        let mut given = way.given(item);
        match given.iter().position(|held| *held == answer) {
            Some(at) => drop(given.remove(at)),
            None => given.push(answer),
        }
        way.answer(item, given, false);
    };
    let chips = choices.iter().map(|choice| {
        let answer = coded(choice);
        let same = answer.clone();
        let is_on = Memo::new(move |_| way.given(item).contains(&same));
        view! {
            <button class="chip" aria-pressed=move || is_on.get().to_string() on:click=move |_| tap(answer.clone())>
                {choice.coding.display.as_str()}
            </button>
        }
    });
    view! {
        {many.then(|| view! { <p class="small soft">{t("answering-several")}</p> })}
        <div class="chips tall" role="group" aria-label=item.text.as_str()>{chips.collect_view()}</div>
        {open.then(|| view! {
            <details>
                <summary>{t("answering-other")}</summary>
                <Typed way=way item=item kind=AnswerKind::Text input="text" label="answering-words" among=many />
            </details>
        })}
        {many.then(|| view! { <button class="main-action wide" on:click=move |_| way.step(true)>{t("answering-next")}</button> })}
    }
}

/// An answer that is typed.
#[component]
fn Typed(
    way: Way,
    item: &'static Item,
    kind: AnswerKind,
    input: &'static str,
    label: &'static str,
    #[prop(default = None)] least: Option<String>,
    #[prop(default = None)] most: Option<String>,
    /// It stands beside choices that were taken.
    #[prop(default = false)]
    among: bool,
) -> impl IntoView {
    let held = way.answers.with_untracked(|a| {
        let given = a.get(&item.link_id).into_iter().flatten();
        let mut of_kind = given.filter(|answer| answer.kind == kind);
        of_kind.next().map(|answer| answer.value.clone())
    });
    let value = RwSignal::new(held.unwrap_or_default());
    let next = move |_| {
        let typed = value.get_untracked().trim().to_owned();
        let mut given = way.given(item);
        given.retain(|answer| among && answer.kind != kind);
        if !typed.is_empty() {
            given.push(plain(kind, typed));
        }
        way.answer(item, given, !among);
    };
    let field = if input == "long" {
        view! { <textarea rows="5" maxlength="4000" autocomplete="off" prop:value=move || value.get() on:input=move |e| value.set(event_target_value(&e))></textarea> }
            .into_any()
    } else {
        let step = (kind == AnswerKind::Decimal).then_some("any");
        view! {
            <input type=input min=least max=most step=step maxlength="400" autocomplete="off"
                prop:value=move || value.get() on:input=move |e| value.set(event_target_value(&e)) />
        }
        .into_any()
    };
    view! {
        <label><span class="small">{t(label)}</span>{field}</label>
        <button class="main-action wide" on:click=next>{t(if among { "keep" } else { "answering-next" })}</button>
    }
}
