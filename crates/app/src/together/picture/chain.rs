// SPDX-License-Identifier: Apache-2.0
use super::title_of;
use crate::{
    platform::clock,
    words::{t, t_with},
};
use kindhold_care::{Attempt, Ending, Episode, MomentKind};
use leptos::prelude::*;

/// One episode, link by link: how it began, what it was for, what was tried, how it was afterwards.
#[component]
pub(super) fn Chain(episode: Episode) -> impl IntoView {
    let moment = &episode.moment;
    let kind = match moment.kind {
        MomentKind::Urge => "chain-urge",
        MomentKind::Decided => "chain-decided",
        MomentKind::Happened => "chain-happened",
        MomentKind::CheckIn => "chain-check-in",
    };
    let strength = |key: &str, s: kindhold_care::Strength| t_with(key, &[("n", s.get().into())]);
    let mut links = vec![match moment.strength {
        Some(s) => format!("{} {}", t(kind), strength("chain-strength", s)),
        None => t(kind),
    }];
    let names = |kind: &str, keys: &[&str]| -> Vec<String> {
        keys.iter().map(|key| t(&format!("{kind}-{key}"))).collect()
    };
    let functions: Vec<_> = moment.functions.iter().map(|f| f.key()).collect();
    let functions = names("function", &functions);
    if !functions.is_empty() {
        links.push(t_with(
            "chain-for",
            &[("what", functions.join(" · ").into())],
        ));
    } else if moment.not_sure {
        links.push(t("chain-not-sure"));
    }
    let feelings: Vec<_> = moment.feelings.iter().map(|f| f.key()).collect();
    let feelings = names("feeling", &feelings);
    if !feelings.is_empty() {
        links.push(t_with(
            "chain-felt",
            &[("what", feelings.join(", ").into())],
        ));
    }
    links.extend(episode.attempts.iter().map(tried));
    if episode.with_someone {
        links.push(t("chain-someone"));
    }
    links.extend(episode.after.map(|s| strength("chain-after", s)));
    let change = match (moment.strength, episode.after) {
        (Some(before), Some(after)) => format!(" · {} → {}", before.get(), after.get()),
        (Some(before), None) => format!(" · {}", before.get()),
        _ => String::new(),
    };
    let summary = clock::day_and_time(moment.at) + &change;
    view! {
        <details class="card">
            <summary>{summary}</summary>
            <ol class="chain">{links.into_iter().map(|l| view! { <li>{l}</li> }).collect_view()}</ol>
        </details>
    }
}

/// What was tried and what it changed, in one line.
fn tried(attempt: &Attempt) -> String {
    let ending = attempt.ending.map(|e| {
        t(match e {
            Ending::Whole => "chain-whole",
            Ending::Left => "chain-left",
            Ending::Grounded => "chain-grounded",
            Ending::Worse => "chain-worse",
        })
    });
    let helped = attempt.helped.map(|h| {
        t_with(
            "chain-helped",
            &[("answer", t(&format!("helped-{}", h.key())).into())],
        )
    });
    let mut line = t_with(
        "chain-tried",
        &[("what", title_of(&attempt.practice).into())],
    );
    for more in ending.into_iter().chain(helped) {
        line.push(' ');
        line.push_str(&more);
    }
    line
}
