// SPDX-License-Identifier: Apache-2.0
use super::title_of;
use crate::{book::Book, measures::question_of, platform::clock, words::t_with};
use kindhold_care::Question;
use leptos::prelude::*;

/// What to ask about, as questions with their counts and what one might do. No label, no colour.
#[component]
pub(in crate::together) fn Questions(
    /// What was shown.
    #[prop(into)]
    book: Signal<Book>,
) -> impl IntoView {
    let questions = move || {
        let today = clock::now().local_day();
        book.with(|b| {
            let of_urges = Question::of(&b.episodes(), today);
            let of_urges = of_urges.iter().map(sentences);
            question_of(b)
                .into_iter()
                .chain(of_urges)
                .collect::<Vec<_>>()
        })
    };
    move || {
        let questions = questions();
        (!questions.is_empty()).then(|| {
            let rows = questions.into_iter().map(|(what, might)| {
                view! { <li><p>{what}</p><p class="small soft">{might}</p></li> }
            });
            view! {
                <section class="card questions">
                    <h2>{crate::words::t("questions-title")}</h2>
                    <p class="soft small">{crate::words::t("questions-hint")}</p>
                    <ul>{rows.collect_view()}</ul>
                </section>
            }
        })
    }
}

/// A number of tenths, as it is said.
pub(super) fn tenths(n: u32) -> String {
    format!("{}.{}", n / 10, n % 10)
}

/// What was counted, and what one might do.
pub(in crate::together) fn sentences(question: &Question) -> (String, String) {
    let say = |name: &str, args: &[(&str, kindhold_content::catalogue::Arg<'_>)]| {
        let might = crate::words::t(&format!("question-{name}-might"));
        (t_with(&format!("question-{name}"), args), might)
    };
    match question {
        Question::HoldsOff { times } => say("holds-off", &[("n", (*times).into())]),
        Question::Stronger {
            before,
            now,
            of_before,
            of_now,
        } => say(
            "stronger",
            &[
                ("before", tenths(*before).into()),
                ("now", tenths(*now).into()),
                ("ofbefore", (*of_before).into()),
                ("ofnow", (*of_now).into()),
            ],
        ),
        Question::MoreOften { before, now } => say(
            "more-often",
            &[("before", (*before).into()), ("now", (*now).into())],
        ),
        Question::MadeWorse { practices, times } => {
            let names: Vec<_> = practices.iter().map(title_of).collect();
            let args = [("n", (*times).into()), ("what", names.join(", ").into())];
            say("made-worse", &args)
        }
        Question::NothingHelped { times } => say("nothing-helped", &[("n", (*times).into())]),
    }
}
