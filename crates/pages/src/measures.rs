// SPDX-License-Identifier: Apache-2.0
use crate::{SiteFile, blocks, style, words::Words};
use kindhold_content::{Block, Page};
use maud::{DOCTYPE, PreEscaped, html};

/// The neutral page on which quick exit lands. It looks like nothing of ours, runs no script and
/// leads nowhere.
pub(crate) fn page(words: &Words<'_>, page: &Page) -> SiteFile {
    let style = style::measures_style();
    let markup = html! {
        (DOCTYPE)
        html lang=(words.tag()) dir=(words.direction()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (page.tab.as_deref().unwrap_or(&page.title)) }
                link rel="icon" href="data:,";
                style { (PreEscaped(&style)) }
            }
            body {
                main {
                    h1 { (page.title) }
                    @if let Some(lead) = &page.lead { p { (lead) } }
                    @for block in page.all_blocks() {
                        @match block {
                            Block::Table { caption, head, rows } => {
                                (blocks::table(caption, head, rows))
                            }
                            Block::Text { text } => { p { (text) } }
                            _ => {}
                        }
                    }
                }
            }
        }
    };
    SiteFile {
        path: "/measures/".into(),
        bytes: markup.into_string().into_bytes(),
        content_type: "text/html; charset=utf-8",
        csp: Some(style::policy(&style)),
    }
}
