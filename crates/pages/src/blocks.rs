// SPDX-License-Identifier: Apache-2.0
//! The pieces that pages are put together from.

use crate::{lines, pages::Pages, scene::scene, text, words::Words};
use kindhold_care::{Flow, Kindness, Source};
use kindhold_content::{Block, Page, Saying, Section};
use maud::{Markup, html};

/// A page's own words, heading and all.
pub(crate) fn body(pages: &Pages<'_>, page: &Page) -> Markup {
    let emergency = |block: &&Block| matches!(block, Block::Emergency { .. });
    html! {
        h1 { (page.title) }
        @if let Some(lead) = &page.lead { p.lead { (text::inline(lead)) } }
        @for block in page.blocks.iter().filter(emergency) { (self::block(pages, block)) }
        @if page.jump { (jump(pages.words, &page.sections)) }
        @for block in page.blocks.iter().filter(|b| !emergency(b)) { (self::block(pages, block)) }
        @for section in &page.sections { (self::section(pages, section)) }
    }
}

/// Pieces in their order; help for somebody who is hurt comes first.
pub(crate) fn all(pages: &Pages<'_>, blocks: &[Block]) -> Markup {
    let emergency = |block: &&Block| matches!(block, Block::Emergency { .. });
    html! {
        @for block in blocks.iter().filter(emergency) { (self::block(pages, block)) }
        @for block in blocks.iter().filter(|b| !emergency(b)) { (self::block(pages, block)) }
    }
}

fn jump(words: &Words<'_>, sections: &[Section]) -> Markup {
    html! {
        nav aria-label=(words.t("site-jump")) {
            ul.jump {
                @for section in sections.iter().filter(|section| section.in_jump) {
                    li {
                        a.door href={ "#" (section.id) } {
                            @if let Some(picture) = section.scene { (scene(picture)) }
                            span { (section.short.as_deref().unwrap_or(&section.title)) }
                        }
                    }
                }
            }
        }
    }
}

/// A part with its anchor.
pub(crate) fn section(pages: &Pages<'_>, section: &Section) -> Markup {
    let heading = format!("{}-title", section.id);
    html! {
        section.way id=(section.id) aria-labelledby=(heading) {
            h2 id=(heading) { (section.title) }
            @if let Some(picture) = section.scene { (scene(picture)) }
            @for block in &section.blocks { (self::block(pages, block)) }
        }
    }
}

fn list(items: &[String]) -> Markup {
    html! { ul { @for item in items { li { (text::inline(item)) } } } }
}

/// One piece.
pub(crate) fn block(pages: &Pages<'_>, block: &Block) -> Markup {
    let words = pages.words;
    match block {
        Block::Heading { text } => html! { h3 { (text::inline(text)) } },
        Block::Text { text } => text::paragraphs(text),
        Block::List { items } => list(items),
        Block::Steps { items } => html! {
            ol { @for item in items { li { (text::inline(item)) } } }
        },
        Block::Sentences { items } => html! {
            @for item in items { p.kind { (text::inline(item)) } }
        },
        Block::Doors { doors } => html! {
            ul.doors {
                @for door in doors {
                    li {
                        a.door href=(door.to) {
                            span { (door.label) }
                            @if let Some(hint) = &door.hint { span.soft.small { (hint) } }
                        }
                    }
                }
            }
        },
        Block::Scene { scene: picture } => scene(*picture),
        Block::Details {
            summary,
            text,
            items,
        } => html! {
            details {
                summary { (summary) }
                @if let Some(text) = text { (text::paragraphs(text)) }
                @if !items.is_empty() { (list(items)) }
            }
        },
        Block::Emergency { text } => html! {
            div.card.emergency {
                (text::paragraphs(text))
                p {
                    a.button.main-action href={ "/" (words.tag()) "/lines/" } {
                        (words.t("site-emergency-door"))
                    }
                }
            }
        },
        Block::Note { text, warm } => html! {
            div.note.warm[*warm] { (text::paragraphs(text)) }
        },
        Block::Table {
            caption,
            head,
            rows,
        } => html! {
            // With very large text a table may be wider than a phone: it scrolls by itself.
            div.scrolls tabindex="0" role="group" aria-label=(caption) { (table(caption, head, rows)) }
        },
        Block::Sources { items } => sources(words, items),
        Block::Try {
            title,
            minutes,
            text,
            items,
        } => html! {
            div.card.try {
                p { strong { (title) } }
                p.small.soft { (words.t_with("minutes", &[("n", (*minutes).into())])) }
                @if let Some(text) = text { (text::paragraphs(text)) }
                ol { @for item in items { li { (text::inline(item)) } } }
            }
        },
        Block::Say { pairs } => sayings(words, pairs),
        Block::EmergencyNumbers {} => lines::emergency(pages.library, words),
        Block::PracticeMap {} => practice_map(pages),
    }
}

/// What to say and what rather not, side by side where there is room.
fn sayings(words: &Words<'_>, pairs: &[Saying]) -> Markup {
    html! {
        @for Saying { say, not, why } in pairs {
            div.card.saying {
                p { span.small.soft { (words.t("say-this")) } br; strong { (text::inline(say)) } }
                p { span.small.soft { (words.t("say-rather-not")) } br; s { (text::inline(not)) } }
                p.small { (text::inline(why)) }
            }
        }
    }
}

/// Every practice: what it trains, which way kindness goes, when not to offer it. From the data, so
/// that it cannot differ from what the app does.
fn practice_map(pages: &Pages<'_>) -> Markup {
    let words = pages.words;
    let head = ["title", "functions", "skills", "kindness", "cautions"]
        .map(|column| words.t(&format!("map-{column}")));
    let join = |keys: Vec<String>| keys.join(", ");
    let kindness = |k: Kindness, flow: Flow| match k {
        Kindness::None => words.t("map-kindness-none"),
        _ => words.t(&format!("map-flow-{}", flow.key())),
    };
    html! {
        div.scrolls.wide-table tabindex="0" role="group" aria-label=(words.t("map-caption")) {
            table.map {
                caption { (words.t("map-caption")) }
                thead { tr { @for cell in &head { th scope="col" { (cell) } } } }
                tbody {
                    @for practice in &pages.language.practices {
                        tr {
                            th scope="row" { (practice.title) }
                            td { (join(practice.functions.iter().map(|f| words.t(&format!("function-short-{}", f.key()))).collect())) }
                            td { (join(practice.skills.iter().map(|s| words.t(&format!("skill-{}", s.key()))).collect())) }
                            td { (kindness(practice.kindness, practice.flow)) }
                            td { (join(practice.cautions.iter().map(|c| words.t(&format!("caution-{}", c.key()))).collect())) }
                        }
                    }
                }
            }
        }
    }
}

pub(crate) fn table(caption: &str, head: &[String], rows: &[Vec<String>]) -> Markup {
    html! {
        table {
            caption { (caption) }
            thead { tr {
                @for cell in head {
                    // The corner above the rows' own names names nothing.
                    @if cell.is_empty() { td {} } @else { th scope="col" { (cell) } }
                }
            } }
            tbody { @for row in rows { tr { @for cell in row { td { (cell) } } } } }
        }
    }
}

/// Where it comes from, folded.
pub(crate) fn sources(words: &Words<'_>, items: &[Source]) -> Markup {
    html! {
        details {
            summary { (words.t("site-sources")) }
            ul.small {
                @for source in items {
                    li {
                        (source.cite) " "
                        @if let Some(at) = source.doi.as_deref() { (address(at)) " " }
                        @if !source.checked {
                            span.soft { "(" (words.t("site-source-unchecked")) ")" }
                        }
                    }
                }
            }
        }
    }
}

/// A source's address: a DOI, or `https` as it stands; anything else is only text.
fn address(at: &str) -> Markup {
    let link = if at.starts_with("10.") {
        format!("https://doi.org/{at}")
    } else {
        at.to_owned()
    };
    html! {
        @if link.starts_with("https://") {
            a href=(link) rel="noreferrer noopener" { (at) }
        } @else { (at) }
    }
}
