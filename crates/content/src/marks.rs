// SPDX-License-Identifier: Apache-2.0
//! The two marks that text may carry: `**strong**` and `[label](/own/path/)`. Read here for everybody who
//! draws, checks, counts or speaks a text.

/// A run of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark<'a> {
    /// As it stands.
    Plain(&'a str),
    /// Said with weight.
    Strong(&'a str),
    /// A link into our own site: its label and where it leads.
    Link(&'a str, &'a str),
}

/// The runs of a text, in their order. What looks like a link and leads elsewhere is plain.
#[must_use]
pub fn marks(text: &str) -> Vec<Mark<'_>> {
    let mut runs = Vec::new();
    let mut rest = text;
    while let Some((before, label, path, after)) = link(rest) {
        strong(before, &mut runs);
        runs.push(Mark::Link(label, path));
        rest = after;
    }
    strong(rest, &mut runs);
    runs
}

fn strong<'a>(text: &'a str, runs: &mut Vec<Mark<'a>>) {
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("**")
        && let Some((inside, after)) = after.split_once("**")
    {
        runs.extend([Mark::Plain(before), Mark::Strong(inside)]);
        rest = after;
    }
    runs.push(Mark::Plain(rest));
}

/// The first link into our own site: what stands before it, label, path, what stands after.
fn link(text: &str) -> Option<(&str, &str, &str, &str)> {
    let middle = text.find("](")?;
    let open = text[..middle].rfind('[')?;
    let close = middle + text[middle..].find(')')?;
    let path = &text[middle + 2..close];
    let own = path.starts_with('#') || (path.starts_with('/') && !path.starts_with("//"));
    let own = own && !path.contains(['\\', '\t', '\n', '\r']);
    own.then(|| {
        (
            &text[..open],
            &text[open + 1..middle],
            path,
            &text[close + 1..],
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_stand_in_their_order_and_lose_nothing() {
        let text = "**One** and [lines](/en/lines/), **two**.";
        let runs = marks(text);
        let wanted = [
            Mark::Plain(""),
            Mark::Strong("One"),
            Mark::Plain(" and "),
            Mark::Link("lines", "/en/lines/"),
            Mark::Plain(", "),
            Mark::Strong("two"),
            Mark::Plain("."),
        ];
        assert_eq!(runs, wanted);
        for plain in ["[x](https://a/)", "a ** b", "[a](", "](/x/)", ""] {
            assert_eq!(marks(plain), [Mark::Plain(plain)], "{plain}");
        }
    }
}
