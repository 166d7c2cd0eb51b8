// SPDX-License-Identifier: Apache-2.0
//! The pieces that pages are put together from.

use crate::{scene::scene, text, words::Words};
use kindhold_care::Source;
use kindhold_content::{Block, Page, Section};
use maud::{Markup, html};

/// A page's own words, heading and all.
pub(crate) fn body(words: &Words<'_>, page: &Page) -> Markup {
    html! {
        h1 { (page.title) }
        @if let Some(lead) = &page.lead { p.lead { (text::inline(lead)) } }
        @for block in page.blocks.iter().filter(|b| matches!(b, Block::Emergency { .. })) {
            (self::block(words, block))
        }
        @if page.jump { (jump(words, &page.sections)) }
        @for block in page.blocks.iter().filter(|b| !matches!(b, Block::Emergency { .. })) {
            (self::block(words, block))
        }
        @for section in &page.sections { (self::section(words, section)) }
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

fn section(words: &Words<'_>, section: &Section) -> Markup {
    let heading = format!("{}-title", section.id);
    html! {
        section.way id=(section.id) aria-labelledby=(heading) {
            h2 id=(heading) { (section.title) }
            @if let Some(picture) = section.scene { (scene(picture)) }
            @for block in &section.blocks { (self::block(words, block)) }
        }
    }
}

fn list(items: &[String]) -> Markup {
    html! { ul { @for item in items { li { (text::inline(item)) } } } }
}

/// One piece.
pub(crate) fn block(words: &Words<'_>, block: &Block) -> Markup {
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
        } => table(caption, head, rows),
        Block::Sources { items } => sources(words, items),
    }
}

pub(crate) fn table(caption: &str, head: &[String], rows: &[Vec<String>]) -> Markup {
    html! {
        table {
            caption { (caption) }
            thead { tr { @for cell in head { th scope="col" { (cell) } } } }
            tbody { @for row in rows { tr { @for cell in row { td { (cell) } } } } }
        }
    }
}

fn sources(words: &Words<'_>, items: &[Source]) -> Markup {
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
