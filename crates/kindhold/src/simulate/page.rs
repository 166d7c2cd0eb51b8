// SPDX-License-Identifier: Apache-2.0
use super::{plot::Plot, table::Table};
use kindhold_choice::simulate::Setup;
use maud::{DOCTYPE, PreEscaped, html};

const STYLE: &str = "
:root{color-scheme:light dark}
body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
svg{width:100%;height:auto}
.wide{overflow-x:auto}
table{border-collapse:collapse;font-variant-numeric:tabular-nums}
th,td{text-align:left;padding:.2rem .9rem .2rem 0;border-bottom:1px solid;vertical-align:top}
";

/// How large it was and what it cannot say.
pub(super) fn what_it_is(setup: &Setup) -> String {
    format!(
        "{} people in {} worlds, {} urges each, seed {}, differing by {} of what is assumed.\n\
         These are simulated people. Most of what they are made of is assumed (docs/choice.md), so the numbers\n\
         compare ways of choosing with each other; they say nothing of what helps anybody.\n",
        setup.people, setup.worlds, setup.urges, setup.seed, setup.differ
    )
}

/// One page with everything in it.
pub(super) fn page(setup: &Setup, tables: &[Table], plots: &[Plot]) -> String {
    let (shown, rest): (Vec<_>, Vec<_>) = tables.iter().partition(|t| t.in_terminal);
    let parameters = rest.into_iter().filter(|t| t.file == "parameters");
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'";
                title { "Ways of choosing, tried with simulated people" }
                style { (PreEscaped(STYLE)) }
            }
            body {
                h1 { "Ways of choosing, tried with simulated people" }
                p { (what_it_is(setup)) }
                @for plot in plots {
                    figure {
                        figcaption { (plot.title) }
                        (PreEscaped(plot.within()))
                    }
                }
                @for table in shown.into_iter().chain(parameters) {
                    h2 { (table.title) }
                    @if !table.note.is_empty() { p { (table.note) } }
                    div.wide {
                        table {
                            thead { tr { @for cell in &table.head { th scope="col" { (cell) } } } }
                            tbody {
                                @for row in &table.rows {
                                    tr { @for cell in row { td { (cell) } } }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
    .into_string()
}
