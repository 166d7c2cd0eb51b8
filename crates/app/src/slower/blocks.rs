// SPDX-License-Identifier: Apache-2.0
//! The pieces that articles and steps are made of, as `crates/pages` draws them on static pages.

use super::{Place, files, go};
use crate::{
    app::app,
    content,
    nav::Screen,
    platform::{page, prefs, prefs::Pref},
    ui::SceneView,
    words::{t, t_with},
};
use kindhold_content::{
    Block, Collection, Saying, Section,
    marks::{Mark, marks},
};
use leptos::prelude::*;

/// Pieces in their order; help for somebody who is hurt comes first.
pub(super) fn blocks(all: &'static [Block]) -> AnyView {
    under(Level::Section, all)
}

/// The same, straight under the heading of a screen.
pub(super) fn blocks_of_screen(all: &'static [Block]) -> AnyView {
    under(Level::Screen, all)
}

/// What a heading among pieces stands under.
#[derive(Clone, Copy)]
enum Level {
    Screen,
    Section,
}

fn under(level: Level, all: &'static [Block]) -> AnyView {
    let emergency = |block: &&Block| matches!(block, Block::Emergency { .. });
    let block = |one| block(level, one);
    let first = all.iter().filter(emergency).map(block).collect_view();
    let rest = all.iter().filter(|b| !emergency(b)).map(block);
    (first, rest.collect_view()).into_any()
}

/// A part with its heading.
pub(super) fn section(section: &'static Section) -> AnyView {
    view! {
        <section>
            <h2>{section.title.as_str()}</h2>
            {section.scene.map(|scene| view! { <SceneView scene=scene pace=None /> })}
            {blocks(&section.blocks)}
        </section>
    }
    .into_any()
}

fn block(level: Level, block: &'static Block) -> AnyView {
    match block {
        Block::Heading { text } => match level {
            Level::Screen => view! { <h2>{inline(text)}</h2> }.into_any(),
            Level::Section => view! { <h3>{inline(text)}</h3> }.into_any(),
        },
        Block::Text { text } => paragraphs(text),
        Block::List { items } => list(items),
        Block::Steps { items } => steps(items),
        Block::Sentences { items } => items
            .iter()
            .map(|item| view! { <p class="kind">{inline(item)}</p> })
            .collect_view()
            .into_any(),
        Block::Doors { doors } => doors
            .iter()
            .map(|door| {
                view! {
                    <button class="door" on:click=move |_| follow(&door.to)>
                        <span>{door.label.as_str()}</span>
                        {door.hint.as_deref().map(|hint| view! { <span class="soft small">{hint}</span> })}
                    </button>
                }
            })
            .collect_view()
            .into_any(),
        Block::Scene { scene } => view! { <SceneView scene=*scene pace=None /> }.into_any(),
        Block::Details {
            summary,
            text,
            items,
        } => view! {
            <details>
                <summary>{summary.as_str()}</summary>
                {text.as_deref().map(paragraphs)}
                {(!items.is_empty()).then(|| list(items))}
            </details>
        }
        .into_any(),
        Block::Emergency { text } => view! {
            <div class="card emergency">
                {paragraphs(text)}
                <button class="main-action" on:click=|_| page::go_to(&content::lines_path())>{t("site-emergency-door")}</button>
            </div>
        }
        .into_any(),
        Block::Note { text, warm } => {
            view! { <div class="note" class:warm=*warm>{paragraphs(text)}</div> }.into_any()
        }
        Block::Table {
            caption,
            head,
            rows,
        } => table(caption, head, rows),
        Block::Try {
            title,
            minutes,
            text,
            items,
        } => view! {
            <div class="card try">
                <p><strong>{title.as_str()}</strong></p>
                <p class="small soft">{t_with("minutes", &[("n", (*minutes).into())])}</p>
                {text.as_deref().map(paragraphs)}
                {steps(items)}
            </div>
        }
        .into_any(),
        Block::Say { pairs } => pairs.iter().map(saying).collect_view().into_any(),
        Block::EmergencyNumbers {} => view! {
            <button class="door" on:click=|_| page::go_to(&content::lines_path())>{t("emergency-numbers-title")}</button>
        }
        .into_any(),
        Block::PracticeMap {} => practice_map(),
        // Articles and steps name theirs by key; see `credits`.
        Block::Sources { .. } => ().into_any(),
    }
}

fn saying(Saying { say, not, why }: &'static Saying) -> AnyView {
    view! {
        <div class="card saying">
            <p><span class="small soft">{t("say-this")}</span><br /><strong>{inline(say)}</strong></p>
            <p><span class="small soft">{t("say-rather-not")}</span><br /><s>{inline(not)}</s></p>
            <p class="small">{inline(why)}</p>
        </div>
    }
    .into_any()
}

fn list(items: &'static [String]) -> AnyView {
    let items = items.iter().map(|item| view! { <li>{inline(item)}</li> });
    view! { <ul>{items.collect_view()}</ul> }.into_any()
}

fn steps(items: &'static [String]) -> AnyView {
    let items = items.iter().map(|item| view! { <li>{inline(item)}</li> });
    view! { <ol>{items.collect_view()}</ol> }.into_any()
}

fn table(caption: &'static str, head: &'static [String], rows: &'static [Vec<String>]) -> AnyView {
    // The corner above the rows' own names names nothing.
    let head = head.iter().map(|cell| {
        if cell.is_empty() {
            view! { <td></td> }.into_any()
        } else {
            view! { <th scope="col">{cell.as_str()}</th> }.into_any()
        }
    });
    let rows = rows.iter().map(|row| {
        let cells = row.iter().map(|cell| view! { <td>{cell.as_str()}</td> });
        view! { <tr>{cells.collect_view()}</tr> }
    });
    view! {
        <div class="scrolls" tabindex="0" role="region" aria-label=caption>
            <table>
                <caption>{caption}</caption>
                <thead><tr>{head.collect_view()}</tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// Every practice: what it answers and when to take care, from the data.
fn practice_map() -> AnyView {
    let words = |keys: Vec<String>| keys.iter().map(|key| t(key)).collect::<Vec<_>>().join(", ");
    let rows = content::practices().iter().map(|p| {
        let functions = p.functions.iter();
        let functions = functions.map(|f| format!("function-short-{}", f.key()));
        let skills = p.skills.iter().map(|s| format!("skill-{}", s.key()));
        let cautions = p.cautions.iter().map(|c| format!("caution-{}", c.key()));
        let kindness = match p.kindness {
            kindhold_care::Kindness::None => "map-kindness-none".to_owned(),
            _ => format!("map-flow-{}", p.flow.key()),
        };
        view! {
            <tr>
                <th scope="row">{p.title.as_str()}</th>
                <td>{words(functions.collect())}</td>
                <td>{words(skills.collect())}</td>
                <td>{t(&kindness)}</td>
                <td>{words(cautions.collect())}</td>
            </tr>
        }
    });
    view! {
        <div class="scrolls" tabindex="0" role="region" aria-label=t("map-caption")>
            <table class="map">
                <caption>{t("map-caption")}</caption>
                <thead><tr>
                    <th scope="col">{t("map-title")}</th>
                    <th scope="col">{t("map-functions")}</th>
                    <th scope="col">{t("map-skills")}</th>
                    <th scope="col">{t("map-kindness")}</th>
                    <th scope="col">{t("map-cautions")}</th>
                </tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// Paragraphs, parted by a blank line.
pub(super) fn paragraphs(text: &'static str) -> AnyView {
    text.split("\n\n")
        .map(str::trim)
        .filter(|p| !p.is_empty())
        .map(|p| view! { <p>{inline(p)}</p> })
        .collect_view()
        .into_any()
}

/// A run of text with its marks.
pub(super) fn inline(text: &'static str) -> AnyView {
    let runs = marks(text).into_iter().map(|run| match run {
        Mark::Plain(words) => words.into_any(),
        Mark::Strong(words) => view! { <strong>{words}</strong> }.into_any(),
        // A place on the same page: here it is a screen, and its address stays as it is.
        Mark::Link(label, path) if path.starts_with('#') => label.into_any(),
        Mark::Link(label, path) => view! {
            <a href=path on:click=move |event| {
                if follow_inside(path) {
                    event.prevent_default();
                }
            }>{label}</a>
        }
        .into_any(),
    });
    runs.collect_view().into_any()
}

/// Follows a path of our own site: inside the app where it leads to something that is here, so that
/// nothing is locked on the way.
fn follow(path: &str) {
    if !follow_inside(path) {
        page::go_to(path);
    }
}

fn follow_inside(path: &str) -> bool {
    let screen = match path {
        "/app/#plan" => Some(Screen::Plan),
        "/app/#people" => Some(Screen::People),
        "/app/#practices" => Some(Screen::Practices),
        _ => None,
    };
    if let Some(screen) = screen {
        app().go(screen);
        return true;
    }
    if let Some(id) = path.strip_prefix("/app/#practice=") {
        return start(id);
    }
    let Some((collection, id)) = Collection::of_path(path) else {
        return false;
    };
    let files = files::articles(collection).get_untracked().here();
    let article = id.and_then(|id| files.and_then(|file| files::article_of(file, id)));
    go(match article {
        Some(article) => Place::Article(collection, &article.id),
        // None was asked for, or it has not been read yet: its list comes first.
        None => Place::Collection(collection),
    });
    true
}

/// Opens a practice; `false` when this version has none of that name.
pub(super) fn start(id: &str) -> bool {
    let found = content::practices().iter().find(|p| p.id.as_str() == id);
    let Some(practice) = found else {
        return false;
    };
    let app = app();
    app.begin(kindhold_care::MomentKind::CheckIn);
    app.start(practice.id.clone());
    true
}

/// Practices that open from here.
pub(super) fn practices(ids: &'static [kindhold_care::PracticeId]) -> AnyView {
    let found = ids.iter().filter_map(content::practice);
    let doors = found.map(|practice| {
        view! {
            <button class="door" on:click=move |_| { start(practice.id.as_str()); }>
                <span>{practice.title.as_str()}</span>
                <span class="soft small">{practice.offer.as_str()}</span>
                <span class="soft small">{t_with("minutes", &[("n", practice.minutes.into())])}</span>
            </button>
        }
    });
    doors.collect_view().into_any()
}

/// The words of pieces as they are read aloud.
pub(super) fn spoken(blocks: &'static [Block]) -> String {
    let mut units = Vec::new();
    blocks.iter().for_each(|block| block.texts(&mut units));
    let spoken = units.iter().map(kindhold_content::TextUnit::spoken);
    spoken.collect::<Vec<_>>().join("\n")
}

/// A button that reads something aloud with the device's own voice, and stops again.
#[component]
pub(super) fn Aloud(
    /// What is read.
    text: String,
) -> impl IntoView {
    use crate::platform::speech;
    let on = RwSignal::new(false);
    let text = StoredValue::new(text);
    on_cleanup(speech::hush);
    speech::is_there().then(|| {
        view! {
            <button class="chip small no-print" aria-pressed=move || on.get().to_string() on:click=move |_| {
                on.update(|on| *on = !*on);
                prefs::set(Pref::Voice, if on.get_untracked() { "1" } else { "" });
                if on.get_untracked() {
                    text.with_value(|text| speech::say(text, &crate::words::lang()));
                } else {
                    speech::hush();
                }
            }>{t("read-aloud")}</button>
        }
    })
}
